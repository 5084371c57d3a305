import { isAscii } from 'node:buffer';

const [QUOTE, BACKSLASH, COLON, COMMA] = [...Buffer.from('"\\:,')];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [...Buffer.from('{}[]')];
const SPACE = 0x20;

/** Where a member of an object stands in the bytes of a JSON text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the members of the one object stand that a JSON text is, found by its brackets and strings alone: a member that
 * nobody reads is never parsed. Undefined for a text that is no object, or cut off.
 */
export function jsonMembers(bytes: Uint8Array): Map<string, Span> | undefined {
  const members = new Map<string, Span>();
  let at = pastSpace(bytes, 0);
  if (bytes[at] !== OPEN_OBJECT) return undefined;
  at = pastSpace(bytes, at + 1);
  while (bytes[at] === QUOTE) {
    const nameEnd = pastValue(bytes, at);
    const colon = pastSpace(bytes, nameEnd);
    if (bytes[colon] !== COLON) return undefined;
    const start = pastSpace(bytes, colon + 1);
    const end = pastValue(bytes, start);
    members.set(textAt(bytes, { start: at + 1, end: nameEnd - 1 }), { start, end });
    at = pastSpace(bytes, end);
    if (bytes[at] !== COMMA) break;
    at = pastSpace(bytes, at + 1);
    if (bytes[at] !== QUOTE) return undefined;
  }
  return bytes[at] === CLOSE_OBJECT && pastSpace(bytes, at + 1) === bytes.length ? members : undefined;
}

/** The text of a span; Terraform's JSON is all but always ASCII, and as Latin-1 it stays outside the heap that is collected. */
export function textAt(bytes: Uint8Array, { start, end }: Span): string {
  const part = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  return part.toString(isAscii(part) ? 'latin1' : 'utf8');
}

function pastSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] <= SPACE) at++;
  return at;
}

/** Behind the value that starts at a place, or behind the end of the bytes where it does not end. */
function pastValue(bytes: Uint8Array, start: number): number {
  let depth = 0;
  let at = start;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = closingQuote(bytes, at);
      if (depth === 0) return at + 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      if (depth < 2) return depth === 0 ? at : at + 1;
      depth--;
    } else if (depth === 0 && (byte === COMMA || byte <= SPACE)) return at;
  }
  return at;
}

function closingQuote(bytes: Uint8Array, opening: number): number {
  let at = opening + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}
