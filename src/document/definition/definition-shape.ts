import { remembered } from '../../util/remembered';
import {
  BOOLEAN_TEXTS,
  UNUSABLE_ATTRIBUTES,
  UNUSABLE_COLLECTIONS,
  UNUSABLE_ELEMENTS,
  USELESS_ELEMENTS,
} from '../check/start-demands';
import { type PermittedCollection, type PermittedElement } from '../schema/permitted-element';
import { PERMITTED } from '../schema/permitted-table';
import { BROKER_ALLOWANCES, LDAP_AUTHORIZATION_MAP } from '../schema/service-allowances';
import { propName } from './prop-name';

/** A prop of the typed definition: an attribute, or a collection. */
export type PropShape =
  | { readonly kind: 'attribute'; readonly name: string }
  /** `list`: an array of the one element it holds; `choice`: an object that names the element; `choices`: an array of such. */
  | { readonly kind: 'list' | 'choice' | 'choices'; readonly name: string; readonly elements: readonly string[] };

const shapes = new Map<string, ReadonlyMap<string, PropShape>>();

/** The props of an element in the typed definition, by name; none where nobody knows the element. */
export function propShapes(element: string): ReadonlyMap<string, PropShape> {
  return remembered(shapes, element, () => (DEFINED_ELEMENTS.includes(element) ? shapeOf(element) : new Map()));
}

/** The elements of the typed definition: those of the schemas, and the map that an LDAP configuration has. */
export const DEFINED_ELEMENTS: readonly string[] = [
  ...Object.keys(PERMITTED.elements),
  LDAP_AUTHORIZATION_MAP.name,
].filter((element) => !USELESS_ELEMENTS.includes(element));

/**
 * What an element may contain: what the schemas permit and what the service allows besides, without what ActiveMQ can
 * never use. What it reads as true or false is a boolean.
 */
export function definedElement(name: string): PermittedElement {
  if (name === LDAP_AUTHORIZATION_MAP.name) return LDAP_AUTHORIZATION_MAP.element;
  const element = PERMITTED.elements[name];
  const permitted = name === 'broker' ? { ...element.attributes, ...BROKER_ALLOWANCES } : element.attributes;
  const attributes = Object.entries(permitted)
    .filter(([attribute]) => !(`${name}@${attribute}` in UNUSABLE_ATTRIBUTES))
    .map(([attribute, rule]): [string, typeof rule] => [
      attribute,
      BOOLEAN_TEXTS.includes(`${name}@${attribute}`) ? 'boolean' : rule,
    ]);
  const collections = Object.entries(element.collections ?? {})
    .filter(([collection]) => !(`${name}/${collection}` in UNUSABLE_COLLECTIONS))
    .map(([collection, rule]): [string, PermittedCollection] => [collection, usableIn(`${name}/${collection}`, rule)]);
  return { ...element, attributes: Object.fromEntries(attributes), collections: Object.fromEntries(collections) };
}

function usableIn(place: string, rule: PermittedCollection): PermittedCollection {
  if (rule.elements === 'any') return rule;
  const isUsable = (element: string): boolean =>
    !USELESS_ELEMENTS.includes(element) && !(`${place}/${element}` in UNUSABLE_ELEMENTS);
  return { ...rule, elements: rule.elements.filter(isUsable) };
}

function shapeOf(element: string): ReadonlyMap<string, PropShape> {
  const { attributes, collections = {} } = definedElement(element);
  const shape = new Map<string, PropShape>();
  for (const name of Object.keys(attributes)) {
    if (Object.hasOwn(collections, name)) throw new Error(`${element} has an attribute and an element named ${name}`);
    shape.set(propName(name), { kind: 'attribute', name });
  }
  for (const [name, collection] of Object.entries(collections)) {
    shape.set(propName(name), collectionShape(element, name, collection));
  }
  return shape;
}

function collectionShape(element: string, name: string, { elements, most }: PermittedCollection): PropShape {
  const allowed = elements === 'any' ? Object.keys(PERMITTED.elements) : [...elements];
  if (element === 'authorizationPlugin') allowed.push(LDAP_AUTHORIZATION_MAP.name);
  const kind = most === 1 ? 'choice' : allowed.length === 1 ? 'list' : 'choices';
  return { kind, name, elements: allowed };
}
