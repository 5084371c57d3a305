import { SaxesParser, type SaxesTagNS } from 'saxes';
import { badRequest } from './mq-error';
import { isLater } from './offerings';
import permitted from './permitted-documents.json';

export type AuthenticationStrategy = 'simple' | 'ldap' | 'config_managed';

/** What Amazon MQ took out of a document. It answers the first twenty, and does not fail. */
export interface SanitizationWarning {
  readonly reason: 'DISALLOWED_ELEMENT_REMOVED' | 'DISALLOWED_ATTRIBUTE_REMOVED' | 'INVALID_ATTRIBUTE_VALUE_REMOVED';
  readonly elementName: string;
  readonly attributeName?: string;
}

interface Element {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  /** Only elements that may hold anything keep it. */
  text: string;
}

interface PermittedElement {
  readonly attributes: Record<string, string>;
  readonly collections: Record<string, string>;
  readonly unique?: readonly string[];
}

const NAMESPACE = 'http://activemq.apache.org/schema/core';
const ELEMENTS = permitted as Readonly<Record<string, PermittedElement>>;

/** Only in configurations with LDAP (developer guide, "Integrating with LDAP"); in none of AWS's schemas. */
const LDAP_MAP: PermittedElement = {
  attributes: {
    queueSearchBase: 'string',
    topicSearchBase: 'string',
    tempSearchBase: 'string',
    refreshInterval: 'integer',
    legacyGroupMapping: 'boolean',
  },
  collections: {},
};

/**
 * Makes of a document what Amazon MQ keeps: what AWS's schema of the engine version does not permit is dropped with a
 * warning, a value that the schema forbids is rejected, and the rest comes back with a declaration, two spaces for each
 * level, attributes sorted by name, and no comments. Captured from AWS, us-east-1, 2026-09-30.
 */
export function storedDocument(
  xml: string,
  engineVersion: string,
  strategy: AuthenticationStrategy,
): { document: string; warnings: SanitizationWarning[] } {
  const warnings: SanitizationWarning[] = [];
  const sanitizer = new Sanitizer(engineVersion, strategy, warnings);
  const broker = sanitizer.broker(parse(xml));
  return {
    document: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${write(broker, '')}`,
    warnings: warnings.slice(0, 20),
  };
}

class Sanitizer {
  readonly #version: string;
  readonly #strategy: AuthenticationStrategy;
  readonly #warnings: SanitizationWarning[];

  constructor(version: string, strategy: AuthenticationStrategy, warnings: SanitizationWarning[]) {
    this.#version = version;
    this.#strategy = strategy;
    this.#warnings = warnings;
  }

  broker(root: Element): Element {
    if (root.name !== 'broker' || root.namespace !== NAMESPACE)
      throw invalid(`cvc-elt.1: Cannot find the declaration of element '${root.name}'.`);
    const { attributes, children } = this.#element(root, ELEMENTS.broker);
    return { ...root, attributes: { ...attributes, xmlns: NAMESPACE }, children };
  }

  #element(element: Element, rules: PermittedElement): Element {
    const collections = Object.entries(rules.collections).filter(([, rule]) => this.#isKnown(rule));
    const children = element.children.flatMap((child) => {
      const rule = collections.find(([name]) => name === child.name && child.namespace === NAMESPACE)?.[1];
      return rule === undefined ? this.#drop(child) : [this.#collection(child, rule)];
    });
    const kept = { ...element, attributes: this.#attributes(element, rules), children, text: '' };
    for (const attribute of rules.unique ?? []) refuseTwice(kept, attribute);
    return kept;
  }

  /** A collection is an element that only holds others, such as `policyEntries`. */
  #collection(collection: Element, rule: string): Element {
    if (rule.startsWith('anything')) return collection;
    const [names, range] = rule.split(' ');
    const allowed = names.split('|');
    if (allowed.includes('authorizationMap') && this.#strategy === 'ldap') allowed.push('cachedLDAPAuthorizationMap');
    const children = collection.children.flatMap((child) =>
      allowed.includes(child.name) && child.namespace === NAMESPACE
        ? [this.#element(child, child.name === 'cachedLDAPAuthorizationMap' ? LDAP_MAP : ELEMENTS[child.name])]
        : this.#drop(child),
    );
    const [min, max] = range.split('..');
    const least = rule.includes('(1.. since 5.19)') && !isLater('5.19', this.#version) ? 1 : Number(min);
    if (children.length < least)
      throw invalid(`cvc-complex-type.2.4.b: The content of element '${collection.name}' is not complete.`);
    if (max !== '*' && children.length > Number(max))
      throw invalid(
        `cvc-complex-type.2.4.d: Invalid content was found starting with element '${children.at(-1)!.name}'.`,
      );
    for (const name of Object.keys(collection.attributes))
      this.#warnings.push({
        reason: 'DISALLOWED_ATTRIBUTE_REMOVED',
        elementName: collection.name,
        attributeName: name,
      });
    return { ...collection, attributes: {}, children, text: '' };
  }

  #attributes({ name, attributes }: Element, rules: PermittedElement): Record<string, string> {
    const kept = Object.entries(attributes)
      .sort(byName)
      .filter(([attributeName, value]) => {
        const rule = rules.attributes[attributeName];
        const isPermitted = rule !== undefined && this.#isKnown(rule);
        if (isPermitted && !/[$#]\{/.test(value)) {
          refuseValue(name, attributeName, value, rule);
          return true;
        }
        const reason = isPermitted ? 'INVALID_ATTRIBUTE_VALUE_REMOVED' : 'DISALLOWED_ATTRIBUTE_REMOVED';
        this.#warnings.push({ reason, elementName: name, attributeName });
        return false;
      });
    return Object.fromEntries(kept);
  }

  #isKnown(rule: string): boolean {
    const since = /[^(.]since ([\d.]+)$/.exec(rule)?.[1];
    return since === undefined || !isLater(since, this.#version);
  }

  #drop({ name }: Element): Element[] {
    this.#warnings.push({ reason: 'DISALLOWED_ELEMENT_REMOVED', elementName: name });
    return [];
  }
}

/** The words of the parser that Amazon MQ uses; those of an enumeration are captured. */
function refuseValue(element: string, attribute: string, value: string, rule: string): void {
  const [type, constraint] = rule.split(' ');
  const [min, max] = constraint?.includes('..') ? constraint.split('..') : [];
  const allowed = constraint?.includes('..') || constraint === 'since' ? undefined : constraint?.split('|');
  const fault = (text: string) =>
    invalid(
      `cvc-attribute.3: The value '${value}' of attribute '${attribute}' on element '${element}' is not valid with ` +
        `respect to its type, '${type}'. and ${text}`,
    );
  if (allowed && !allowed.includes(value))
    throw fault(
      `cvc-enumeration-valid: Value '${value}' is not facet-valid with respect to enumeration ` +
        `'[${allowed.join(', ')}]'. It must be a value from the enumeration.`,
    );
  const form = { boolean: /^(true|false|1|0)$/, string: /^/, double: /^[+-]?[\d.]+([eE][+-]?\d+)?$/ }[type];
  if (!(form ?? /^[+-]?\d+$/).test(value.trim()))
    throw fault(`cvc-datatype-valid.1.2.1: '${value}' is not a valid value for '${type}'.`);
  if (min && Number(value) < Number(min))
    throw fault(`cvc-minInclusive-valid: Value '${value}' is not facet-valid with respect to minInclusive '${min}'.`);
  if (max && Number(value) > Number(max))
    throw fault(`cvc-maxInclusive-valid: Value '${value}' is not facet-valid with respect to maxInclusive '${max}'.`);
}

function refuseTwice(element: Element, attribute: string): void {
  const values = descendants(element).map(({ attributes }) => attributes[attribute]);
  const twice = values.find((value, index) => value !== undefined && values.indexOf(value) !== index);
  if (twice !== undefined)
    throw invalid(
      `cvc-identity-constraint.4.1: Duplicate unique value [${twice}] declared for identity constraint of element ` +
        `"${element.name}".`,
    );
}

function descendants(element: Element): Element[] {
  return element.children.flatMap((child) => [child, ...descendants(child)]);
}

function invalid(text: string): Error {
  return badRequest(`The specified XML configuration data is invalid: ${text}`, 'data');
}

function parse(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  let root: Element | undefined;
  parser.on('opentag', ({ local, uri, attributes }: SaxesTagNS) => {
    const own = Object.values(attributes).filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns');
    const element: Element = {
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(own.map(({ name, value }) => [name, value])),
      children: [],
      text: '',
    };
    if (open.length === 0) root = element;
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text.trim();
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    throw invalid((error as Error).message);
  }
  return root!;
}

function write({ name, attributes, children, text }: Element, indent: string): string {
  const written = Object.entries(attributes)
    .sort(byName)
    .map(([key, value]) => ` ${key}="${escape(value)}"`);
  const head = `${indent}<${name}${written.join('')}`;
  if (children.length === 0 && text !== '') return `${head}>${escape(text)}</${name}>\n`;
  if (children.length === 0) return `${head}/>\n`;
  return `${head}>\n${children.map((child) => write(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

function escape(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function byName([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : 1;
}
