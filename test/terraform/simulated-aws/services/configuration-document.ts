import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { isPermittedAttribute, isPermittedElement } from './permitted';

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
 * The document as Amazon MQ keeps it: what is not permitted is dropped, and what is left comes back with a declaration
 * and attributes sorted by name.
 */
export function asStored(xml: string): { document: string; warnings: SanitizationWarning[] } {
  const warnings: SanitizationWarning[] = [];
  const root = parse(xml).nodes.find((node): node is Element => 'name' in node);
  if (!root) throw new Error('no element');
  const kept = sanitize(root, undefined, warnings);
  return {
    document: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${kept ? write(kept) : ''}\n`,
    warnings,
  };
}

function sanitize(element: Element, parent: string | undefined, warnings: SanitizationWarning[]): Element | undefined {
  if (!isPermittedElement(element.name, parent)) {
    warnings.push({ reason: 'DISALLOWED_ELEMENT_REMOVED', elementName: element.name });
    return undefined;
  }
  const attributes = Object.entries(element.attributes).filter(([attributeName, value]) => {
    const isDisallowed = !isPermittedAttribute(element.name, attributeName);
    const isExpression = /[$#]\{/.test(value);
    if (isDisallowed || isExpression)
      warnings.push({
        reason: isDisallowed ? 'DISALLOWED_ATTRIBUTE_REMOVED' : 'INVALID_ATTRIBUTE_VALUE_REMOVED',
        elementName: element.name,
        attributeName,
      });
    return !isDisallowed && !isExpression;
  });
  const children = element.children
    .filter((child): child is Element => 'name' in child)
    .map((child) => sanitize(child, element.name, warnings))
    .filter((child) => child !== undefined);
  return { name: element.name, attributes: Object.fromEntries(attributes.sort(byName)), children };
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
