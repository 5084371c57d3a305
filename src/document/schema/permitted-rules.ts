import { compareEngineVersions } from '../../amazon-mq/engine-version';
import { remembered } from '../../util/remembered';
import {
  type ChildCount,
  type PermittedAttribute,
  type PermittedVersions,
  type UniqueValue,
  type ValueType,
} from './permitted-element';
import { PERMITTED } from './permitted-table';
import { BROKER_ALLOWANCES, LDAP_AUTHORIZATION_MAP } from './service-allowances';

export type AuthenticationStrategy = 'simple' | 'ldap';

/** What an element may hold in one engine version, ready to be looked up. */
export interface ElementRules {
  readonly attributes: ReadonlyMap<string, PermittedAttribute>;
  /** The collections of an element, or the elements of a collection. */
  readonly children: ReadonlyMap<string, ElementRules>;
  readonly least: number;
  readonly most: number;
  readonly unique: readonly UniqueValue[];
  /** Whether it must be empty between its tags. */
  readonly isEmpty: boolean;
}

/** The engine versions whose documents can be checked, oldest first. */
export const CHECKED_ENGINE_VERSIONS: readonly string[] = Object.keys(PERMITTED.schemas);

const compiled = new Map<string, ReadonlyMap<string, ElementRules>>();

/** The permitted elements of an engine version by name. */
export function permittedRules(
  engineVersion: string,
  strategy: AuthenticationStrategy,
): ReadonlyMap<string, ElementRules> {
  return remembered(compiled, `${engineVersion} ${strategy}`, () => compile(engineVersion, strategy));
}

/** Whether something is permitted in an engine version. */
export function isPermittedIn(engineVersion: string, { since, until }: PermittedVersions): boolean {
  return (
    (since === undefined || compareEngineVersions(engineVersion, since) >= 0) &&
    (until === undefined || compareEngineVersions(engineVersion, until) <= 0)
  );
}

/** An attribute of the table, written out. */
export function attributeRule(attribute: ValueType | PermittedAttribute): PermittedAttribute {
  return typeof attribute === 'string' ? { type: attribute } : attribute;
}

type Mutable = { -readonly [Key in keyof ElementRules]: ElementRules[Key] } & { children: Map<string, ElementRules> };

function compile(engineVersion: string, strategy: AuthenticationStrategy): ReadonlyMap<string, ElementRules> {
  const elements = new Map<string, Mutable>();
  for (const [name, element] of Object.entries(PERMITTED.elements)) {
    if (!isPermittedIn(engineVersion, element)) continue;
    const allowed = name === 'broker' ? { ...element.attributes, ...BROKER_ALLOWANCES } : element.attributes;
    const attributes = Object.entries(allowed)
      .map(([attribute, rule]): [string, PermittedAttribute] => [attribute, attributeRule(rule)])
      .filter(([, rule]) => isPermittedIn(engineVersion, rule));
    const isEmpty = element.collections === undefined;
    elements.set(name, rulesOf(engineVersion, element, new Map(attributes), new Map(), isEmpty));
  }
  for (const [name, rules] of elements) {
    for (const [childName, collection] of Object.entries(PERMITTED.elements[name].collections ?? {})) {
      if (!isPermittedIn(engineVersion, collection)) continue;
      const names = collection.elements === 'any' ? [...elements.keys()] : collection.elements;
      const children = new Map(names.map((child): [string, ElementRules] => [child, elements.get(child)!]));
      rules.children.set(childName, rulesOf(engineVersion, collection, new Map(), children, false));
    }
  }
  if (strategy === 'ldap') permitLdapMap(engineVersion, elements);
  return elements;
}

function permitLdapMap(engineVersion: string, elements: Map<string, Mutable>): void {
  const { name, element } = LDAP_AUTHORIZATION_MAP;
  const attributes = Object.entries(element.attributes).map(([attribute, type]): [string, PermittedAttribute] => [
    attribute,
    { type },
  ]);
  const rules = rulesOf(engineVersion, {}, new Map(attributes), new Map(), true);
  const map = elements.get('authorizationPlugin')!.children.get('map') as Mutable;
  map.children.set(name, rules);
  elements.set(name, rules);
}

function rulesOf(
  engineVersion: string,
  { least = 0, leastSince, most = Infinity, unique = [] }: ChildCount & { readonly unique?: readonly UniqueValue[] },
  attributes: ReadonlyMap<string, PermittedAttribute>,
  children: Map<string, ElementRules>,
  isEmpty: boolean,
): Mutable {
  const asked = isPermittedIn(engineVersion, { since: leastSince });
  return { attributes, children, least: asked ? least : 0, most, unique, isEmpty };
}
