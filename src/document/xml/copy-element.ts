import { Element } from './element';

/** A copy of an element and all below it, which may be changed: a document itself never changes. */
export function copyElement(original: Element, parent?: Element): Element {
  const copy = shallowCopy(original, parent);
  const open = [{ from: original, to: copy }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    for (const child of step.from.children) {
      const childCopy = shallowCopy(child, step.to);
      step.to.append(childCopy);
      open.push({ from: child, to: childCopy });
    }
  }
  return copy;
}

function shallowCopy(original: Element, parent: Element | undefined): Element {
  const copy = new Element(original.name, original.namespace, original.prefix, parent, original.offset);
  copy.attributes = [...original.attributes];
  copy.foreignAttributes = original.foreignAttributes && [...original.foreignAttributes];
  copy.declarations = original.declarations && new Map(original.declarations);
  copy.texts = original.texts;
  copy.comments = original.comments;
  copy.hasCharacters = original.hasCharacters;
  copy.hasUnknownAttributes = original.hasUnknownAttributes;
  return copy;
}
