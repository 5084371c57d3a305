import { SaxesParser, type SaxesTagPlain } from 'saxes';

interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
}

type Node = Element | { readonly text: string } | { readonly comment: string };

/**
 * What the provider compares documents by: parsed and written again, then without any white space. So the declaration,
 * comments and the order of attributes count; `<a/>` and `<a></a>` are one.
 */
export function canonicalXml(xml: string): string {
  const [, declaration] = /^\s*<\?xml([^]*?)\?>/.exec(xml) ?? [];
  const head = declaration === undefined ? '' : `<?xml${declaration}?>`;
  return (head + nodesOf(xml).map(write).join('')).replace(/\s/g, '');
}

/** The root element, and comments beside it. */
function nodesOf(xml: string): Node[] {
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
  return nodes;
}

function write(node: Node): string {
  if ('text' in node) return escape(node.text);
  if ('comment' in node) return `<!--${node.comment}-->`;
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  return `<${node.name}${attributes.join('')}>${node.children.map(write).join('')}</${node.name}>`;
}

function escape(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
