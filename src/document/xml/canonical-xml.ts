import { type Attribute, type Element, everyAttribute, qualifiedName } from './element';
import { type CommentedDocument } from './parse-xml';
import { trimXmlSpace } from './xml-space';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const INDENT = '  ';
/** Deeper levels are not indented further, or a text would grow with the square of its depth. */
const WIDEST_INDENT = INDENT.repeat(40);

const VALUE_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const ESCAPED: ReadonlySet<number> = new Set(Object.keys(VALUE_ESCAPES).map((char) => char.charCodeAt(0)));
const LAST_ESCAPED = Math.max(...ESCAPED);

/** The text of {@link canonicalXml} with the comments of the document, for a file that people read. */
export function commentedXml({ root, before, after }: CommentedDocument): string {
  const lines = (comments: readonly string[]): string => comments.map((comment) => `<!--${comment}-->\n`).join('');
  const text = canonicalXml(root);
  const start = DECLARATION.length + 1;
  return text.slice(0, start) + lines(before) + text.slice(start) + lines(after);
}

/**
 * The text of a document in the form Amazon MQ stores and gives back: with the declaration, attributes and namespace
 * declarations sorted by name, no comments. The Terraform provider compares documents without white space but with
 * all of that, so any other form is a perpetual diff.
 */
export function canonicalXml(root: Element): string {
  let text = DECLARATION + '\n';
  let lines: string[] = [];
  const open: { element: Element; next: number; indent: string }[] = [];
  const enter = (element: Element, indent: string): void => {
    // Lines are joined as they come: kept to the end, their pieces would outlive two collections of garbage.
    if (lines.length > 500) {
      text += lines.join('');
      lines = [];
    }
    const isEmpty = element.children.length === 0 && element.texts === undefined;
    // An element that must be empty stays so: its comments go before it.
    if (isEmpty && element.comments !== undefined) pushComments(lines, element, 0, indent);
    lines.push(`${indent}<${qualifiedName(element)}${attributesText(element)}${isEmpty ? '/' : ''}>\n`);
    if (!isEmpty) open.push({ element, next: 0, indent });
  };
  enter(root, '');
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
    const { element, next, indent } = frame;
    const inner = indent === WIDEST_INDENT ? indent : indent + INDENT;
    if (element.texts !== undefined) pushTexts(lines, element, next, inner);
    if (element.comments !== undefined) pushComments(lines, element, next, inner);
    if (next < element.children.length) {
      frame.next++;
      enter(element.children[next], inner);
    } else {
      lines.push(`${indent}</${qualifiedName(element)}>\n`);
      open.pop();
    }
  }
  return text + lines.join('');
}

function pushTexts(lines: string[], { texts }: Element, before: number, indent: string): void {
  for (const text of texts ?? []) {
    if (text.before !== before) continue;
    const value = trimXmlSpace(text.value);
    lines.push(`${indent}${value.replace(/[&<>\r]/g, (char) => VALUE_ESCAPES[char])}\n`);
  }
}

function pushComments(lines: string[], { comments }: Element, before: number, indent: string): void {
  for (const comment of comments ?? []) if (comment.before === before) lines.push(`${indent}<!--${comment.value}-->\n`);
}

function attributesText(element: Element): string {
  const { declarations = NO_DECLARATIONS } = element;
  const attributes = everyAttribute(element);
  const written = declarations.size === 0 ? attributes : [...attributes, ...Array.from(declarations, asAttribute)];
  let text = '';
  for (const attribute of sorted(written)) text += ` ${attribute.name}="${escapeValue(attribute.value)}"`;
  return text;
}

const NO_DECLARATIONS = new Map<string, string>();

function asAttribute([prefix, value]: readonly [string, string]): Attribute {
  return { name: prefix === '' ? 'xmlns' : `xmlns:${prefix}`, value };
}

/** Most attributes are in order already. */
function sorted(written: readonly Attribute[]): readonly Attribute[] {
  for (let index = 1; index < written.length; index++) {
    if (byName(written[index - 1], written[index]) > 0) return [...written].sort(byName);
  }
  return written;
}

function byName(a: Attribute, b: Attribute): number {
  return a.name < b.name ? -1 : 1;
}

function escapeValue(value: string): string {
  let escaped = '';
  let from = 0;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (code > LAST_ESCAPED || !ESCAPED.has(code)) continue;
    escaped += value.slice(from, index) + VALUE_ESCAPES[value[index]];
    from = index + 1;
  }
  return from === 0 ? value : escaped + value.slice(from);
}
