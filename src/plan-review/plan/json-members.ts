const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
const OPEN = '{'.charCodeAt(0);
const CLOSE = '}'.charCodeAt(0);
/** The one bit that tells `[` from `{`, and `]` from `}`. */
const BRACE = 0x20;

/** Where the value of a member stands in a JSON text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the values of the members stand, by name, in a JSON text that is one object; found by its brackets and strings
 * alone, so that what nobody reads is never parsed. Undefined for a text that is no object with members, or cut off.
 */
export function jsonMembers(text: string): Map<string, Span> | undefined {
  const members = new Map<string, Span>();
  let at = pastSpace(text, 0);
  if (text[at] !== '{') return undefined;
  do {
    at = pastSpace(text, at + 1);
    if (text[at] !== '"') return undefined;
    const name = { start: at, end: pastString(text, at) };
    at = pastSpace(text, name.end);
    if (text[at] !== ':') return undefined;
    const start = pastSpace(text, at + 1);
    const end = pastValue(text, start);
    members.set(JSON.parse(text.slice(name.start, name.end)), { start, end });
    at = pastSpace(text, end);
  } while (text[at] === ',');
  return text[at] === '}' && pastSpace(text, at + 1) === text.length ? members : undefined;
}

/** Where the items are in a JSON text that is one list; none for any other text. */
export function* jsonItems(text: string): Generator<Span> {
  let at = pastSpace(text, 0);
  if (text[at] !== '[') return;
  do {
    const start = pastSpace(text, at + 1);
    const end = pastValue(text, start);
    if (end === start) return;
    yield { start, end };
    at = pastSpace(text, end);
  } while (text[at] === ',');
}

function pastSpace(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return at;
}

/** Behind the value that starts at a place. */
function pastValue(text: string, start: number): number {
  if (text[start] === '"') return pastString(text, start);
  if (text[start] === '{' || text[start] === '[') return pastBrackets(text, start);
  let at = start;
  while (/[\w.+-]/.test(text.charAt(at))) at++;
  return at;
}

function pastBrackets(text: string, start: number): number {
  let depth = 0;
  let at = start;
  do {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = pastString(text, at);
      continue;
    }
    if ((code | BRACE) === OPEN) depth++;
    else if ((code | BRACE) === CLOSE) depth--;
    at++;
  } while (depth > 0 && at < text.length);
  return at;
}

function pastString(text: string, start: number): number {
  let end = start;
  do {
    end = text.indexOf('"', end + 1);
    if (end === -1) return text.length;
  } while (isEscaped(text, end));
  return end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}
