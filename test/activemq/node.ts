import { PERMITTED } from '../../src/document/schema/permitted-table';

/** An element to be written. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

export function node(name: string, attributes: Node['attributes'] = {}, children: readonly Node[] = []): Node {
  return { name, attributes, children };
}

/** The text of a document whose root the element is. */
export function text(root: Node): string {
  return written({ ...root, attributes: { xmlns: PERMITTED.namespace, ...root.attributes } });
}

function written({ name, attributes, children }: Node): string {
  const values = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`);
  return `<${name}${values.join('')}>${children.map(written).join('')}</${name}>`;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
