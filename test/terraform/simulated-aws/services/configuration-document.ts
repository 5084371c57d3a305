import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type PermittedAttribute } from '../../../../src/document/schema/permitted-element';
import {
  type AuthenticationStrategy,
  type ElementRules,
  permittedRules,
} from '../../../../src/document/schema/permitted-rules';

interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
}

type Node = Element | { readonly text: string } | { readonly comment: string };

interface Document {
  /** What stands between `<?xml` and `?>`. */
  readonly declaration?: string;
  /** The root element, and comments beside it. */
  readonly nodes: Node[];
}

/** What Amazon MQ took out of a document, without failing. */
export interface SanitizationWarning {
  readonly reason: 'DISALLOWED_ELEMENT_REMOVED' | 'DISALLOWED_ATTRIBUTE_REMOVED' | 'INVALID_ATTRIBUTE_VALUE_REMOVED';
  readonly elementName: string;
  readonly attributeName?: string;
}

/**
 * What the provider compares documents by: parsed and written again, then without any white space. So the declaration,
 * comments and the order of attributes count; `<a/>` and `<a></a>` are one.
 */
export function canonicalXml(xml: string): string {
  const { declaration, nodes } = parse(xml);
  const head = declaration === undefined ? '' : `<?xml${declaration}?>`;
  return (head + nodes.map((node) => write(node)).join('')).replace(/\s/g, '');
}

/**
 * The document as Amazon MQ keeps it: what the schema of the engine version does not permit is dropped, and what is left
 * comes back with a declaration and attributes sorted by name. A value that the schema forbids is an error.
 */
export function asStored(
  xml: string,
  engineVersion: string,
  strategy: AuthenticationStrategy,
): { document: string; warnings: SanitizationWarning[] } {
  const warnings: SanitizationWarning[] = [];
  const root = parse(xml).nodes.find((node): node is Element => 'name' in node);
  const broker = new Map([...permittedRules(engineVersion, strategy)].filter(([name]) => name === 'broker'));
  const kept = root && sanitize(root, broker, warnings);
  return {
    document: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${kept ? write(kept) : ''}\n`,
    warnings,
  };
}

function sanitize(
  { name, attributes, children }: Element,
  permitted: ReadonlyMap<string, ElementRules>,
  warnings: SanitizationWarning[],
): Element | undefined {
  const rules = permitted.get(name);
  if (!rules) {
    warnings.push({ reason: 'DISALLOWED_ELEMENT_REMOVED', elementName: name });
    return undefined;
  }
  const keptAttributes = Object.entries(attributes).filter(([attributeName, value]) => {
    if (attributeName === 'xmlns') return true;
    const rule = rules.attributes.get(attributeName);
    const isExpression = /[$#]\{/.test(value);
    if (rule && !isExpression) {
      refuseValue(value, rule);
      return true;
    }
    const reason = rule ? 'INVALID_ATTRIBUTE_VALUE_REMOVED' : 'DISALLOWED_ATTRIBUTE_REMOVED';
    warnings.push({ reason, elementName: name, attributeName });
    return false;
  });
  const keptChildren = children
    .filter((child): child is Element => 'name' in child)
    .map((child) => sanitize(child, rules.children, warnings))
    .filter((child) => child !== undefined);
  return { name, attributes: Object.fromEntries(keptAttributes.sort(byName)), children: keptChildren };
}

/** The words are those of the parser that Amazon MQ uses. */
function refuseValue(value: string, { type, values, min, max }: PermittedAttribute): void {
  if (values && !values.includes(value))
    throw new Error(
      `cvc-enumeration-valid: Value '${value}' is not facet-valid with respect to enumeration '[${values.join(', ')}]'.`,
    );
  const isOfType = type === 'string' || (type === 'boolean' ? /^(true|false|1|0)$/ : /^-?[\d.]+$/).test(value);
  if (!isOfType) throw new Error(`cvc-datatype-valid.1.2.1: '${value}' is not a valid value for '${type}'.`);
  if (min !== undefined && Number(value) < min)
    throw new Error(
      `cvc-minInclusive-valid: Value '${value}' is not facet-valid with respect to minInclusive '${min}'.`,
    );
  if (max !== undefined && Number(value) > max)
    throw new Error(
      `cvc-maxInclusive-valid: Value '${value}' is not facet-valid with respect to maxInclusive '${max}'.`,
    );
}

function byName([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : 1;
}

function parse(xml: string): Document {
  const parser = new SaxesParser();
  const nodes: Node[] = [];
  const open: Element[] = [];
  const add = (node: Node) => (open.at(-1)?.children ?? nodes).push(node);
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const element: Element = { name, attributes, children: [] };
    add(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void add({ text }));
  parser.on('comment', (comment) => void add({ comment }));
  parser.write(xml).close();
  return { declaration: /^\s*<\?xml([^]*?)\?>/.exec(xml)?.[1], nodes };
}

function write(node: Node): string {
  if ('text' in node) return escape(node.text);
  if ('comment' in node) return `<!--${node.comment}-->`;
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  return `<${node.name}${attributes.join('')}>${node.children.map((child) => write(child)).join('')}</${node.name}>`;
}

function escape(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
