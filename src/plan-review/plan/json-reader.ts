const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
/** The one bit that distinguishes `[` from `{`, and `]` from `}`. */
const BRACE = 0x20;
/** The bytes of white space, and those that end a number, `true`, `false` or `null`. */
const SPACES: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const ENDS: ReadonlySet<number | undefined> = new Set([...SPACES, COMMA, CLOSE_BRACE, CLOSE_BRACKET, undefined]);

/** A part of a JSON text, as it is written. */
export interface JsonPart {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a JSON text in UTF-8 from its start, value by value. What is skipped is found by its brackets and strings alone
 * and never parsed; a text that is cut off or broken where it is read is a SyntaxError.
 */
export class JsonReader {
  readonly bytes: Buffer;
  readonly #words: Int32Array;
  #at = 0;

  constructor(
    bytes: Buffer,
    /** Terraform's JSON is nearly always ASCII, which is read faster as Latin-1. */
    readonly encoding: 'latin1' | 'utf8',
  ) {
    this.bytes = bytes.byteOffset % 4 === 0 ? bytes : Buffer.from(bytes);
    this.#words = new Int32Array(this.bytes.buffer, this.bytes.byteOffset, bytes.length >> 2);
  }

  get isAtObject(): boolean {
    return this.#next() === OPEN_BRACE;
  }

  get isAtList(): boolean {
    return this.#next() === OPEN_BRACKET;
  }

  /** The names in an object, each with the reader at its value; a value that is not read then is skipped. */
  *members(): Generator<string> {
    this.#take(OPEN_BRACE);
    for (let rest = this.#next() !== CLOSE_BRACE; rest; rest = this.#takesComma()) {
      if (this.#next() !== QUOTE) throw new SyntaxError('a member has no name');
      const name = this.value() as string;
      this.#take(COLON);
      const start = this.#at;
      yield name;
      if (this.#at === start) this.skip();
    }
    this.#take(CLOSE_BRACE);
  }

  /** Where the items of a list are. A long list is parsed faster item by item. */
  *items(): Generator<JsonPart> {
    this.#take(OPEN_BRACKET);
    for (let rest = this.#next() !== CLOSE_BRACKET; rest; rest = this.#takesComma()) yield this.skip();
    this.#take(CLOSE_BRACKET);
  }

  /** The next value, parsed. */
  value(): unknown {
    return this.parse(this.skip());
  }

  /** Where the next value is, which is not parsed. */
  skip(): JsonPart {
    const first = this.#next();
    const start = this.#at;
    this.#at = pastValue(this.bytes, this.#words, start, first);
    return { start, end: this.#at };
  }

  parse(part: JsonPart): unknown {
    return JSON.parse(this.text(part.start, part.end));
  }

  /** A part of the text as it is written. */
  text(start: number, end: number): string {
    return this.bytes.toString(this.encoding, start, end);
  }

  /** The objects in a part of the text that have a member of this name and text, inner ones before outer ones. */
  *objectsWith(part: JsonPart, name: string, value: string): Generator<unknown> {
    const places = placesOf(this.bytes.subarray(0, part.end), part.start, name, value);
    if (places.size === 0) return;
    const open: { readonly start: number; isFound: boolean }[] = [];
    for (let at = part.start; at < part.end; at++) {
      const byte = this.bytes[at];
      if (byte === OPEN_BRACE) open.push({ start: at, isFound: false });
      else if (byte === QUOTE) {
        const object = open.at(-1);
        if (object !== undefined && places.has(at)) object.isFound = true;
        at = pastString(this.bytes, this.#words, at) - 1;
      } else if (byte === CLOSE_BRACE) {
        const object = open.pop();
        if (object?.isFound === true) yield this.parse({ start: object.start, end: at + 1 });
      }
    }
  }

  /** Makes sure that nothing follows. */
  end(): void {
    if (this.#next() !== undefined) throw new SyntaxError('something follows the value');
  }

  #takesComma(): boolean {
    const isComma = this.#next() === COMMA;
    if (isComma) this.#at++;
    return isComma;
  }

  #take(byte: number): void {
    if (this.#next() !== byte) throw new SyntaxError('the text is cut off or broken');
    this.#at++;
  }

  /** The next byte that is not white space; undefined at the end. */
  #next(): number | undefined {
    while (SPACES.has(this.bytes[this.#at])) this.#at++;
    return this.bytes[this.#at];
  }
}

/**
 * Where members of a name and a text start, however they are laid out. The text is searched for, because there are more
 * members of the name.
 */
function placesOf(bytes: Buffer, start: number, name: string, value: string): Set<number> {
  const places = new Set<number>();
  const quoted = Buffer.from(`"${name}"`);
  const text = Buffer.from(`"${value}"`);
  for (let found = bytes.indexOf(text, start); found !== -1; found = bytes.indexOf(text, found + 1)) {
    let at = found;
    while (SPACES.has(bytes[at - 1]) || bytes[at - 1] === COLON) at--;
    const place = at - quoted.length;
    if (place >= start && bytes.subarray(place, at).equals(quoted)) places.add(place);
  }
  return places;
}

/** Behind the value that starts at a place. */
function pastValue(bytes: Buffer, words: Int32Array, start: number, first: number | undefined): number {
  if (first === QUOTE) return pastString(bytes, words, start);
  if (first === OPEN_BRACE || first === OPEN_BRACKET) return pastBrackets(bytes, words, start);
  let at = start;
  while (!ENDS.has(bytes[at])) at++;
  return at;
}

function pastBrackets(bytes: Buffer, words: Int32Array, start: number): number {
  const { length } = bytes;
  let depth = 0;
  let at = start;
  while (at < length) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = pastString(bytes, words, at);
      continue;
    }
    at++;
    if ((byte | BRACE) === OPEN_BRACE) depth++;
    else if ((byte | BRACE) === CLOSE_BRACE && --depth === 0) return at;
  }
  throw new SyntaxError('the text is cut off');
}

/** Most of a plan is in strings, so they are searched for their end four bytes at a time. */
function pastString(bytes: Buffer, words: Int32Array, start: number): number {
  const { length } = bytes;
  let at = start + 1;
  while (at < length) {
    if ((at & 3) === 0) while (at >> 2 < words.length && isPlain(words[at >> 2])) at += 4;
    const byte = bytes[at++];
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) at++;
  }
  throw new SyntaxError('the text is cut off');
}

/** Whether none of four bytes is a quote or a backslash: subtracting 1 borrows from the highest bit of a byte that is 0. */
function isPlain(word: number): boolean {
  const quotes = word ^ 0x22222222;
  const backslashes = word ^ 0x5c5c5c5c;
  return ((((quotes - 0x01010101) & ~quotes) | ((backslashes - 0x01010101) & ~backslashes)) & 0x80808080) === 0;
}
