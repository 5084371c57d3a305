import {
  type ChildCount,
  type PermittedAttribute,
  type PermittedCollection,
  type PermittedElement,
  type UniqueValue,
  type ValueType,
} from '../../src/document/schema/permitted-element';
import { type Element } from '../../src/document/xml/element';
import { parseXml } from '../../src/document/xml/parse-xml';

/** What one of AWS's schemas permits; its attributes are all written out. */
export interface Schema {
  readonly namespace: string;
  readonly elements: Record<string, SchemaElement>;
}
export interface SchemaElement extends Omit<PermittedElement, 'attributes' | 'collections'> {
  readonly attributes: Record<string, PermittedAttribute>;
  readonly collections: Record<string, PermittedCollection>;
}

const XSD = 'http://www.w3.org/2001/XMLSchema';
const VALUE_TYPES: readonly string[] = ['boolean', 'double', 'integer', 'long', 'short', 'string'];

/**
 * Reads one of AWS's schemas. They all have one shape: global elements hold collections, collections hold global
 * elements, in any order. Whatever departs from it stops the reading, for the check could not be exact about it.
 */
export function readSchema(text: string): Schema {
  const { root } = parseXml(text);
  const simpleTypes = new Map(
    named(root, 'simpleType').map((type): [string, PermittedAttribute] => [nameOf(type), restriction(type)]),
  );
  const elements: Record<string, SchemaElement> = {};
  for (const element of named(root, 'element')) elements[nameOf(element)] = readElement(element, simpleTypes);
  only(root, ['element', 'simpleType']);
  return { namespace: required(root, 'targetNamespace'), elements };
}

function readElement(element: Element, simpleTypes: Map<string, PermittedAttribute>): SchemaElement {
  only(element, ['complexType', 'unique', 'key']);
  const type = single(element, 'complexType')!;
  only(type, ['choice', 'attribute']);
  const attributes: Record<string, PermittedAttribute> = {};
  for (const attribute of named(type, 'attribute')) {
    attributes[nameOf(attribute)] = readAttribute(attribute, simpleTypes);
  }
  const content = single(type, 'choice');
  const collections: Record<string, PermittedCollection> = {};
  if (content !== undefined) {
    only(content, ['choice']);
    const inner = single(content, 'choice')!;
    only(inner, ['element']);
    for (const child of named(inner, 'element')) collections[nameOf(child)] = readCollection(child);
    agreeOnMost(content, named(inner, 'element'));
  }
  return { attributes, collections, ...count(content), ...unique(element) };
}

function readCollection(element: Element): PermittedCollection {
  only(element, ['complexType', 'unique', 'key']);
  const type = single(element, 'complexType')!;
  const any = single(type, 'sequence');
  if (any !== undefined) {
    only(any, ['any']);
    return { elements: 'any' };
  }
  only(type, ['choice']);
  const choice = single(type, 'choice')!;
  only(choice, ['element', 'any']);
  const foreign = named(choice, 'any');
  if (foreign.some((wildcard) => wildcard.attribute('namespace') !== '##other')) unknownShape(choice);
  const elements = named(choice, 'element').map((child) => required(child, 'ref').replace(/^tns:/, ''));
  return { elements, ...count(choice), ...unique(element) };
}

function readAttribute(attribute: Element, simpleTypes: Map<string, PermittedAttribute>): PermittedAttribute {
  if (attribute.attribute('use') !== undefined) unknownShape(attribute);
  const type = attribute.attribute('type');
  if (type === undefined) return restriction(single(attribute, 'simpleType')!);
  return type.startsWith('tns:') ? simpleTypes.get(type.slice(4))! : { type: valueType(type) };
}

function restriction(simpleType: Element): PermittedAttribute {
  const element = single(simpleType, 'restriction')!;
  only(element, ['enumeration', 'minInclusive', 'maxInclusive']);
  const values = named(element, 'enumeration').map((value) => required(value, 'value'));
  const bound = (name: string): number | undefined => {
    const facet = single(element, name);
    return facet && Number(required(facet, 'value'));
  };
  const [min, max] = [bound('minInclusive'), bound('maxInclusive')];
  return {
    type: valueType(required(element, 'base')),
    ...(values.length > 0 && { values }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}

function valueType(name: string): ValueType {
  const type = name.replace(/^xs:/, '');
  if (!VALUE_TYPES.includes(type)) throw new Error(`the value type ${name} is not known to the check`);
  return type as ValueType;
}

function count(choice: Element | undefined): ChildCount {
  if (choice === undefined) return {};
  const least = Number(choice.attribute('minOccurs') ?? 1);
  const most = choice.attribute('maxOccurs') ?? '1';
  return { ...(least > 0 && { least }), ...(most !== 'unbounded' && { most: Number(most) }) };
}

/** A count bound of the outer choice is a bound of the children only if no collection may repeat within one choice. */
function agreeOnMost(outer: Element, inner: readonly Element[]): void {
  const bounded = (outer.attribute('maxOccurs') ?? '1') !== 'unbounded';
  if (bounded && inner.some((element) => (element.attribute('maxOccurs') ?? '1') !== '1')) unknownShape(outer);
  const least = Number(outer.attribute('minOccurs') ?? 1);
  if (least > 0 && inner.some((element) => element.attribute('minOccurs') !== String(least))) unknownShape(outer);
}

function unique(element: Element): { readonly unique?: readonly UniqueValue[] } {
  const constraints = [...named(element, 'unique'), ...named(element, 'key')].map((constraint): UniqueValue => {
    const selector = required(single(constraint, 'selector')!, 'xpath');
    const [, descendants, name] = /^(\.\/\/)?tns:(\w+)$/.exec(selector) ?? unknownShape(constraint);
    const [, attribute] = /^@(\w+)$/.exec(required(single(constraint, 'field')!, 'xpath')) ?? unknownShape(constraint);
    return {
      element: name,
      attribute,
      among: descendants === undefined ? 'children' : 'descendants',
      required: constraint.name === 'key',
    };
  });
  return constraints.length > 0 ? { unique: constraints } : {};
}

function named(parent: Element, name: string): Element[] {
  return parent.children.filter((child) => child.namespace === XSD && child.name === name);
}

function single(parent: Element, name: string): Element | undefined {
  const found = named(parent, name);
  if (found.length > 1) unknownShape(parent);
  return found[0];
}

function only(parent: Element, names: readonly string[]): void {
  if (parent.children.some((child) => child.namespace !== XSD || !names.includes(child.name))) unknownShape(parent);
}

function nameOf(element: Element): string {
  return required(element, 'name');
}

function required(element: Element, attribute: string): string {
  return element.attribute(attribute) ?? unknownShape(element);
}

function unknownShape(element: Element): never {
  const path: string[] = [];
  for (let at: Element | undefined = element; at !== undefined; at = at.parent) {
    path.unshift(`${at.name}${at.attribute('name') === undefined ? '' : `[${at.attribute('name')}]`}`);
  }
  throw new Error(`the schema has a shape that this tool and the check do not know: ${path.join('/')}`);
}
