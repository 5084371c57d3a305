/*
 * The grammar of JMS selectors as ActiveMQ reads it. Besides what does not fit the grammar, ActiveMQ rejects what can never be
 * compared: `'a' < b`, a constant, `a IN (1)`.
 */

/** Where a selector cannot be read, and what ActiveMQ expects there. */
interface SelectorFault {
  /** What is there; empty at the end of the selector. */
  readonly at: string;
  readonly expected: string;
}

/** What an expression is, as far as ActiveMQ asks before it has a message. */
type Kind = 'property' | 'condition' | 'true or false' | 'null' | 'number' | 'text' | 'other';

interface Token {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'text' | 'symbol' | 'end';
}

/** Selectors nested deeper are not judged. */
const MOST_LEVELS = 200;

const SPACE = /(?:[ \t\n\r\f]|--[^\n\r]*[\n\r]|\/\*[^]*?\*\/)+/y;
const WORD = /[a-z_$][\w$]*/iy;
const NUMBER = /\d+\.\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|\d+e[+-]?\d+|0x[\da-f]+|[1-9]\d*l?|0[0-7]*/iy;
const TEXT = /'(?:''|[^'])*'/y;
const SYMBOL = /<>|<=|>=|[=<>+\-*/%(),]/y;

const RESERVED = new Set('NOT AND OR BETWEEN LIKE ESCAPE IN IS TRUE FALSE NULL XPATH XQUERY'.split(' '));
/** The functions that ActiveMQ adds to JMS, in upper case only: how many arguments they take, and what they return. */
const FUNCTIONS: Readonly<Record<string, { readonly least: number; readonly most: number; readonly kind: Kind }>> = {
  INLIST: { least: 2, most: 2, kind: 'condition' },
  MAKELIST: { least: 1, most: Infinity, kind: 'other' },
  REGEX: { least: 2, most: 2, kind: 'condition' },
  REPLACE: { least: 3, most: 3, kind: 'other' },
  SPLIT: { least: 2, most: 3, kind: 'other' },
};

const CONVERTING = 'convert_string_expressions:';

/** Why ActiveMQ cannot read a text as a selector, if it cannot. */
export function selectorFault(selector: string): SelectorFault | undefined {
  const text = selector.startsWith(CONVERTING) ? selector.slice(CONVERTING.length) : selector;
  try {
    new SelectorReader(text).read();
    return undefined;
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    if (error instanceof Unreadable) return error.fault;
    throw error;
  }
}

class Unreadable extends Error {
  constructor(readonly fault: SelectorFault) {
    super(fault.expected);
  }
}

class TooDeep extends Error {}

class SelectorReader {
  readonly #text: string;
  /** Where the token asked for next starts, white space before it included. */
  #place = 0;
  #level = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    const kind = this.#or();
    if (this.#peek().kind !== 'end') this.#fail('AND, OR or the end of the selector');
    this.#condition(kind);
  }

  #or(): Kind {
    return this.#listOfPhrases('OR', () => this.#listOfPhrases('AND', () => this.#equality()));
  }

  #listOfPhrases(word: string, operand: () => Kind): Kind {
    let left = operand();
    while (this.#takesWord(word)) {
      const right = operand();
      this.#condition(left);
      this.#condition(right);
      left = 'condition';
    }
    return left;
  }

  #equality(): Kind {
    let left = this.#comparison();
    for (;;) {
      if (this.#takesSymbol('=') || this.#takesSymbol('<>')) {
        const right = this.#comparison();
        if (left === 'null' || right === 'null') this.#fail('IS NULL, or IS NOT NULL');
        if (left === 'true or false' && (right === 'number' || right === 'text'))
          this.#fail('TRUE, FALSE or a property');
      } else if (this.#takesWord('IS')) {
        this.#takesWord('NOT');
        if (!this.#takesWord('NULL')) this.#fail('NULL');
      } else {
        return left;
      }
      left = 'condition';
    }
  }

  #comparison(): Kind {
    let left = this.#sum();
    for (;;) {
      if (['>', '>=', '<', '<='].some((symbol) => this.#takesSymbol(symbol))) {
        this.#number(left);
        this.#number(this.#sum());
      } else if (!this.#takesRange(left)) {
        return left;
      }
      left = 'condition';
    }
  }

  /** `LIKE`, `BETWEEN` or `IN`, each with or without `NOT`. */
  #takesRange(left: Kind): boolean {
    const start = this.#place;
    this.#takesWord('NOT');
    if (this.#takesWord('LIKE')) {
      this.#string();
      if (this.#takesWord('ESCAPE') && this.#string().length !== 1) this.#fail('one character to escape with');
      return true;
    }
    if (this.#takesWord('BETWEEN')) {
      const low = this.#sum();
      if (!this.#takesWord('AND')) this.#fail('AND');
      const high = this.#sum();
      for (const operand of [left, low, high]) this.#number(operand);
      return true;
    }
    if (this.#takesWord('IN')) {
      if (!this.#takesSymbol('(')) this.#fail('"("');
      do this.#string();
      while (this.#takesSymbol(','));
      if (!this.#takesSymbol(')')) this.#fail('")"');
      if (left !== 'property') this.#fail('a property before IN');
      return true;
    }
    this.#place = start;
    return false;
  }

  #sum(): Kind {
    let left = this.#product();
    while (this.#takesSymbol('+') || this.#takesSymbol('-')) {
      this.#product();
      left = 'other';
    }
    return left;
  }

  #product(): Kind {
    let left = this.#unary();
    while (['*', '/', '%'].some((symbol) => this.#takesSymbol(symbol))) {
      this.#unary();
      left = 'other';
    }
    return left;
  }

  #unary(): Kind {
    if (++this.#level > MOST_LEVELS) throw new TooDeep();
    try {
      if (this.#takesSymbol('+')) return this.#unary();
      if (this.#takesSymbol('-')) {
        this.#unary();
        return 'other';
      }
      if (this.#takesWord('NOT')) {
        this.#condition(this.#unary());
        return 'condition';
      }
      if (this.#takesWord('XPATH') || this.#takesWord('XQUERY')) {
        this.#string();
        return 'condition';
      }
      return this.#primary();
    } finally {
      this.#level--;
    }
  }

  #primary(): Kind {
    if (this.#takesSymbol('(')) {
      const inside = this.#or();
      if (!this.#takesSymbol(')')) this.#fail('")"');
      return inside;
    }
    const { kind, text } = this.#peek();
    const word = text.toUpperCase();
    if (kind === 'text') this.#string();
    else if (kind === 'number' && isReadableNumber(text)) this.#skip();
    else if (kind === 'word' && (!RESERVED.has(word) || ['TRUE', 'FALSE', 'NULL'].includes(word))) this.#skip();
    else this.#fail('a property, a number or a text');
    if (kind !== 'word') return kind === 'text' ? 'text' : 'number';
    if (Object.hasOwn(FUNCTIONS, text) && this.#takesSymbol('(')) return this.#arguments(text);
    if (word === 'NULL') return 'null';
    return word === 'TRUE' || word === 'FALSE' ? 'true or false' : 'property';
  }

  /** Reads the arguments of a function behind its parenthesis. */
  #arguments(name: string): Kind {
    const { least, most, kind } = FUNCTIONS[name];
    let count = 0;
    do {
      this.#unary();
      count++;
    } while (this.#takesSymbol(','));
    if (count < least) this.#fail('another argument');
    if (count > most) this.#fail('fewer arguments');
    if (!this.#takesSymbol(')')) this.#fail('")"');
    return kind;
  }

  #string(): string {
    const { kind, text } = this.#peek();
    if (kind !== 'text') this.#fail("a text in single quotes, such as 'a'");
    this.#skip();
    return text.slice(1, -1).replaceAll("''", "'");
  }

  #condition(kind: Kind): void {
    if (!['condition', 'true or false', 'null', 'property'].includes(kind)) this.#fail('a condition, such as "a = 1"');
  }

  #number(kind: Kind): void {
    if (['condition', 'true or false', 'null', 'text'].includes(kind)) this.#fail('numbers or properties to compare');
  }

  #takesWord(word: string): boolean {
    const { kind, text } = this.#peek();
    if (kind !== 'word' || text.toUpperCase() !== word) return false;
    this.#skip();
    return true;
  }

  #takesSymbol(symbol: string): boolean {
    const { kind, text } = this.#peek();
    if (kind !== 'symbol' || text !== symbol) return false;
    this.#skip();
    return true;
  }

  #skip(): void {
    this.#peek();
    this.#place = this.#behind;
  }

  #behind = 0;

  #peek(): Token {
    const start = this.#behindSpace(this.#place);
    this.#behind = start;
    if (start === this.#text.length) return { kind: 'end', text: '' };
    for (const [kind, pattern] of [
      ['text', TEXT],
      ['number', NUMBER],
      ['word', WORD],
      ['symbol', SYMBOL],
    ] as const) {
      pattern.lastIndex = start;
      const found = pattern.exec(this.#text)?.[0];
      if (found === undefined) continue;
      this.#behind = start + found.length;
      return { kind, text: found };
    }
    throw new Unreadable({ at: this.#text.slice(start), expected: insteadOf(this.#text.slice(start)) });
  }

  #behindSpace(place: number): number {
    SPACE.lastIndex = place;
    return place + (SPACE.exec(this.#text)?.[0].length ?? 0);
  }

  #fail(expected: string): never {
    const place = this.#behindSpace(this.#place);
    const isTwice = this.#text[place] === '=' && this.#text[place - 1] === '=';
    throw new Unreadable({ at: this.#text.slice(place), expected: isTwice ? '"=" once' : expected });
  }
}

/** ActiveMQ reads hexadecimal and octal numbers of at most 64 bits. */
function isReadableNumber(text: string): boolean {
  if (/^0x/i.test(text)) return BigInt(text) < 2n ** 63n;
  return /^0[0-7]+$/.test(text) ? BigInt(`0o${text.slice(1)}`) < 2n ** 63n : true;
}

const INSTEAD: readonly (readonly [string, string])[] = [
  ['!=', '<> for "not equal"'],
  ['&', 'AND'],
  ['|', 'OR'],
  ['"', "texts in single quotes, such as 'a'"],
  ["'", 'a closing single quote'],
  ['.', 'property names of letters, digits, _ and $'],
];

function insteadOf(rest: string): string {
  return INSTEAD.find(([start]) => rest.startsWith(start))?.[1] ?? 'a JMS selector';
}
