/*
 * The grammar of regular expressions as java.util.regex.Pattern reads it. Names of Unicode characters, scripts, blocks and
 * binary properties are not judged: they are taken for right.
 */

/** What is wrong with a regular expression. */
type PatternFault =
  | 'a group is not closed'
  | 'a ")" closes nothing'
  | 'a group has an unknown kind or flag'
  | 'the name of a group is not a letter with letters and digits behind it'
  | 'two groups have one name'
  | 'a reference names no group before it'
  | 'a class "[" is not closed'
  | 'a class "[" is empty'
  | 'a quantifier follows nothing'
  | 'a "{" is not a quantifier'
  | 'a range goes backwards'
  | 'a number is too large'
  | 'it ends with "\\"'
  | 'an escape is unknown'
  | 'an escape is incomplete'
  | 'a character property is unknown';

/** What is known of an escape: the number of its character, or that it stands for several. */
type Escaped = number | 'several';

const MOST_REPETITIONS = 2n ** 31n - 1n;

/** Expressions nested deeper are not judged. */
const MOST_LEVELS = 200;

/** Letters that may follow a backslash and stand for several characters or for a place, and which of them a class takes. */
const SEVERAL = 'dDhHsSvVwW';
const OUTSIDE_CLASSES = 'ABGRXZbz';
const CONTROL_CHARACTERS: Readonly<Record<string, number>> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9 };

/** Properties without a prefix: those of POSIX, and the general categories of Unicode. */
const PROPERTY =
  /^(?:ASCII|Alnum|Alpha|Blank|Cntrl|Digit|Graph|Lower|Print|Punct|Space|Upper|XDigit|L[DC1ultmo]?|M[nec]?|N[dlo]?|Z[slp]?|C[ncfos]?|P[dsecofi]?|S[mcko]?|all|java[A-Z]\w*)$/;

class Unreadable extends Error {
  constructor(readonly fault: PatternFault) {
    super(fault);
  }
}

class NotJudged extends Error {}

/** Why Java rejects a regular expression, if it does. */
export function patternFault(pattern: string): PatternFault | undefined {
  try {
    new PatternReader(withoutQuotes(pattern)).read();
    return undefined;
  } catch (error) {
    if (error instanceof NotJudged) return undefined;
    if (error instanceof Unreadable) return error.fault;
    throw error;
  }
}

/** What is between `\Q` and `\E` stands for itself. A digit at its start does not go on with an escape before it. */
function withoutQuotes(pattern: string): string {
  return pattern.replace(/\\(?:Q([^]*?)(?:\\E|$)|[^])/g, (escape: string, quoted: string | undefined) =>
    quoted === undefined ? escape : quoted.replace(/[^A-Za-z\d]/g, '\\$&').replace(/^\d/, '\\x3$&'),
  );
}

class PatternReader {
  readonly #characters: readonly string[];
  readonly #groups = new Set<string>();
  #place = 0;
  #level = 0;

  constructor(text: string) {
    this.#characters = [...text];
  }

  read(): void {
    this.#alternatives();
    if (this.#peek() !== undefined) fail('a ")" closes nothing');
  }

  #alternatives(): void {
    this.#nest(() => {
      do this.#sequence();
      while (this.#takes('|'));
    });
  }

  #sequence(): void {
    for (let character = this.#peek(); character !== undefined; character = this.#peek()) {
      if (character === '|' || character === ')') return;
      if ('*+?'.includes(character)) fail('a quantifier follows nothing');
      // A quantifier in braces may follow nothing.
      if (character === '{' || this.#readsWhatRepeats()) this.#quantifier();
    }
  }

  /** Reads one part of a sequence; whether it can be repeated. */
  #readsWhatRepeats(): boolean {
    if (this.#takes('(')) return this.#group();
    if (this.#takes('[')) this.#class();
    else if (this.#takes('\\')) this.#escape(false);
    else this.#place++;
    return true;
  }

  #quantifier(): void {
    if (this.#takes('{')) this.#bounds();
    else if (!['*', '+', '?'].some((mark) => this.#takes(mark))) return;
    if (!this.#takes('?')) this.#takes('+');
  }

  #bounds(): void {
    const least = this.#takesAll(/\d/);
    if (least === '') fail('a "{" is not a quantifier');
    const most = this.#takes(',') ? this.#takesAll(/\d/) : least;
    if (!this.#takes('}')) fail('a "{" is not a quantifier');
    if ([least, most].some((number) => BigInt(number || 0) > MOST_REPETITIONS)) fail('a number is too large');
    if (most !== '' && BigInt(most) < BigInt(least)) fail('a range goes backwards');
  }

  /** Reads a group behind its parenthesis. Flags for what follows, such as `(?i)`, are not a group. */
  #group(): boolean {
    if (this.#takes('?') && !this.#takesKind()) return false;
    this.#alternatives();
    if (!this.#takes(')')) fail('a group is not closed');
    return true;
  }

  /** Takes what says what a group is; false for flags that begin none. */
  #takesKind(): boolean {
    if ([':', '=', '!', '>'].some((kind) => this.#takes(kind))) return true;
    if (this.#takes('<')) {
      if (!this.#takes('=') && !this.#takes('!')) this.#nameGroup();
      return true;
    }
    const flags = this.#takesAll(/[idmsuxcU]/) + (this.#takes('-') ? this.#takesAll(/[idmsuxcU]/) : '');
    // Java leaves out comments then; white space separates expressions here.
    if (flags.includes('x') && this.#characters.includes('#', this.#place)) throw new NotJudged();
    if (this.#takes(':')) return true;
    if (this.#takes(')')) return false;
    return fail('a group has an unknown kind or flag');
  }

  #nameGroup(): void {
    const name = this.#groupName();
    if (this.#groups.has(name)) fail('two groups have one name');
    this.#groups.add(name);
  }

  #groupName(): string {
    const name = this.#takesAll(/[A-Za-z\d]/);
    if (!/^[A-Za-z]/.test(name) || !this.#takes('>')) {
      fail('the name of a group is not a letter with letters and digits behind it');
    }
    return name;
  }

  /** Reads an escape behind its backslash. */
  #escape(isInClass: boolean): Escaped {
    const character = this.#next() ?? fail('it ends with "\\"');
    if (!/[A-Za-z\d]/.test(character)) return character.codePointAt(0)!;
    if (character in CONTROL_CHARACTERS) return CONTROL_CHARACTERS[character];
    if (SEVERAL.includes(character)) return 'several';
    if (character === '0') return this.#octal();
    if (character === 'x') return this.#hexadecimal();
    if (character === 'u') return this.#unicode();
    if (character === 'c') return (this.#next() ?? fail('an escape is incomplete')).codePointAt(0)! ^ 64;
    if (character === 'p' || character === 'P') return this.#property();
    if (character === 'N') return this.#characterName();
    if (isInClass) fail('an escape is unknown');
    if (character === 'k') this.#reference();
    else if (character === 'b' && this.#takesText('{g') && !this.#takes('}')) fail('an escape is unknown');
    else if (!/[1-9]/.test(character) && !OUTSIDE_CLASSES.includes(character)) fail('an escape is unknown');
    return 'several';
  }

  #octal(): number {
    let digits = '';
    while (digits.length < (/^[0-3]/.test(digits) ? 3 : 2) && /^[0-7]$/.test(this.#peek() ?? ''))
      digits += this.#next();
    return digits === '' ? fail('an escape is incomplete') : Number.parseInt(digits, 8);
  }

  #hexadecimal(): number {
    if (!this.#takes('{')) return this.#hexDigits(2);
    const digits = this.#takesAll(/[\da-f]/i);
    if (digits === '' || !this.#takes('}')) fail('an escape is incomplete');
    if (BigInt(`0x${digits}`) > 0x10ffffn) fail('a number is too large');
    return Number.parseInt(digits, 16);
  }

  #unicode(): number {
    const high = this.#hexDigits(4);
    const start = this.#place;
    if (high >> 10 !== 0x36 || !this.#takesText('\\u')) return high;
    const low = this.#hexDigits(4);
    if (low >> 10 === 0x37) return 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
    this.#place = start;
    return high;
  }

  #hexDigits(count: number): number {
    let digits = '';
    while (digits.length < count && /^[\da-f]$/i.test(this.#peek() ?? '')) digits += this.#next();
    return digits.length === count ? Number.parseInt(digits, 16) : fail('an escape is incomplete');
  }

  #property(): 'several' {
    const name = this.#takes('{') ? this.#until('}') : (this.#next() ?? fail('an escape is incomplete'));
    const isJudged = !/^(?:Is|In)./.test(name) && !/^(?:sc|script|blk|block|gc|general_category)=./i.test(name);
    return isJudged && !PROPERTY.test(name) ? fail('a character property is unknown') : 'several';
  }

  /** One character, whose code is not known here: no range that it begins or ends is judged. */
  #characterName(): number {
    if (!this.#takes('{')) fail('an escape is incomplete');
    if (!/^[A-Za-z][\w -]*$/.test(this.#until('}'))) fail('an escape is unknown');
    return Number.NaN;
  }

  #until(end: string): string {
    const close = this.#characters.indexOf(end, this.#place);
    if (close === -1) fail('an escape is incomplete');
    const text = this.#characters.slice(this.#place, close).join('');
    this.#place = close + 1;
    return text;
  }

  #reference(): void {
    if (!this.#takes('<')) fail('an escape is incomplete');
    if (!this.#groups.has(this.#groupName())) fail('a reference names no group before it');
  }

  /** Reads a class behind its bracket. */
  #class(): void {
    this.#nest(() => {
      this.#takes('^');
      this.#classItems();
      this.#place++;
    });
  }

  /** Reads what is in a class, up to the bracket that closes it. A bracket that would close an empty class is a character. */
  #classItems(): void {
    let isEmpty = true;
    for (let character = this.#peek(); character !== ']' || isEmpty; character = this.#peek()) {
      if (character === undefined) fail('a class "[" is not closed');
      if (this.#takes('[')) this.#class();
      else if (this.#takesText('&&')) this.#intersection(isEmpty);
      else this.#range();
      isEmpty = false;
    }
  }

  #intersection(isFirst: boolean): void {
    let isEmpty = true;
    for (let character = this.#peek(); character !== ']' && character !== '&'; character = this.#peek()) {
      if (this.#takes('[')) this.#class();
      else this.#nest(() => this.#classItems());
      isEmpty = false;
    }
    if (isFirst && isEmpty) fail('a class "[" is empty');
  }

  #range(): void {
    const low = this.#classCharacter();
    const following = this.#characters[this.#place + 1];
    if (low === 'several' || this.#peek() !== '-' || following === '[' || following === ']') return;
    this.#place++;
    const high = this.#peek() === undefined ? fail('a class "[" is not closed') : this.#classCharacter();
    if (high === 'several' || high < low) fail('a range goes backwards');
  }

  #classCharacter(): Escaped {
    return this.#takes('\\') ? this.#escape(true) : this.#next()!.codePointAt(0)!;
  }

  #nest(read: () => void): void {
    if (++this.#level > MOST_LEVELS) throw new NotJudged();
    read();
    this.#level--;
  }

  #peek(): string | undefined {
    return this.#characters[this.#place];
  }

  #next(): string | undefined {
    return this.#characters[this.#place++];
  }

  #takes(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#place++;
    return true;
  }

  #takesText(text: string): boolean {
    if (![...text].every((character, index) => this.#characters[this.#place + index] === character)) return false;
    this.#place += text.length;
    return true;
  }

  #takesAll(character: RegExp): string {
    const start = this.#place;
    while (character.test(this.#peek() ?? '')) this.#place++;
    return this.#characters.slice(start, this.#place).join('');
  }
}

function fail(fault: PatternFault): never {
  throw new Unreadable(fault);
}
