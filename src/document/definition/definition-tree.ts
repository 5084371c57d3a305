import { PERMITTED } from '../schema/permitted-table';
import { Element } from '../xml/element';
import { propShapes } from './definition-shape';
import { propName } from './prop-name';

/** A part of a definition that is still to be written. */
interface Step {
  readonly element: Element;
  readonly definition: object;
}

/**
 * The element tree of a typed definition. Whatever a definition holds is written, wrong names too: finding what is
 * wrong is the work of the check, which sees all documents alike.
 */
export function definitionTree(definition: object): Element {
  const root = new Element('broker', PERMITTED.namespace);
  root.declarations = new Map([['', PERMITTED.namespace]]);
  const open: Step[] = [{ element: root, definition }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) addProps(step, open);
  return root;
}

function addProps({ element, definition }: Step, open: Step[]): void {
  const shapes = propShapes(element.name);
  for (const [prop, value] of Object.entries(definition)) {
    if (value === undefined || value === null) continue;
    const shape = shapes.get(prop);
    const name = shape?.name ?? prop;
    if (!isStructure(value)) {
      element.attributes.push({ name, value: String(value) });
      continue;
    }
    const collection = element.appendNew(name);
    const items: readonly object[] = Array.isArray(value) ? value : [value];
    for (const item of items.filter((each) => each !== undefined && each !== null)) {
      if (shape?.kind === 'list') {
        open.push({ element: collection.appendNew(shape.elements[0]), definition: item });
        continue;
      }
      const elements = shape?.kind === 'attribute' ? [] : (shape?.elements ?? []);
      for (const [choice, inner] of Object.entries(item)) {
        if (inner === undefined || inner === null || inner === false) continue;
        const chosen = elements.find((candidate) => propName(candidate) === choice) ?? choice;
        open.push({ element: collection.appendNew(chosen), definition: inner === true ? {} : inner });
      }
    }
  }
}

/** Tokens that stand for a value are objects too, which write themselves as the marker of what they stand for. */
function isStructure(value: unknown): value is object {
  return typeof value === 'object' && typeof (value as { resolve?: unknown }).resolve !== 'function';
}
