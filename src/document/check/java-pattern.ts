/*
 * The grammar of regular expressions as java.util.regex.Pattern reads it, as far as a wrong expression can be recognized:
 * groups, classes, quantifiers and escapes. What is not judged is taken for right.
 */

/** What is wrong with a regular expression. */
export type PatternFault =
  | 'a group is not closed'
  | 'a ")" closes nothing'
  | 'a class "[" is not closed'
  | 'a quantifier follows nothing'
  | 'a "{" is no quantifier'
  | 'a range goes backwards'
  | 'it ends with "\\"'
  | 'an escape is unknown';

/** Letters and digits that may follow a backslash; every other letter is reserved. */
const ESCAPES = 'tnrfaedDsSwWbBAGzZhHvVRXQ';
/** Escapes with an argument, which is not judged. */
const WITH_ARGUMENT = 'xucpPkN0';

/** Why Java rejects a regular expression, if it does. */
export function patternFault(pattern: string): PatternFault | undefined {
  return new PatternReader(pattern).read();
}

class PatternReader {
  readonly #text: string;
  #place = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): PatternFault | undefined {
    let depth = 0;
    let canRepeat = false;
    while (this.#place < this.#text.length) {
      const character = this.#text[this.#place++];
      if (character === '\\') {
        const fault = this.#escape();
        if (fault !== undefined) return fault;
        canRepeat = true;
      } else if (character === '[') {
        const fault = this.#class();
        if (fault !== undefined) return fault;
        canRepeat = true;
      } else if (character === '(') {
        if (!this.#takesFlags()) depth++;
        canRepeat = false;
      } else if (character === ')') {
        if (depth-- === 0) return 'a ")" closes nothing';
        canRepeat = true;
      } else if (character === '|') {
        canRepeat = false;
      } else if ('*+?'.includes(character)) {
        if (!canRepeat) return 'a quantifier follows nothing';
        canRepeat = this.#mode();
      } else if (character === '{') {
        const bounds = /(\d+)(?:,(\d*))?\}/y;
        bounds.lastIndex = this.#place;
        const [whole, least, most] = bounds.exec(this.#text) ?? [];
        if (whole === undefined) return 'a "{" is no quantifier';
        if (most && BigInt(most) < BigInt(least)) return 'a range goes backwards';
        this.#place += whole.length;
        canRepeat = this.#mode();
      } else {
        canRepeat = true;
      }
    }
    return depth > 0 ? 'a group is not closed' : undefined;
  }

  /** Takes `?` or `+` behind a quantifier. What is repeated cannot be repeated again. */
  #mode(): false {
    if ('?+'.includes(this.#text[this.#place] ?? ' ')) this.#place++;
    return false;
  }

  /** Takes what begins a group, such as `?:` or `?<name>`. Flags such as `?i)` are no group. */
  #takesFlags(): boolean {
    const options = /\?(?:[:=!>]|<[=!]|<[A-Za-z][A-Za-z\d]*>|[a-zA-Z-]*[:)]?)/y;
    options.lastIndex = this.#place;
    const taken = options.exec(this.#text)?.[0] ?? '';
    this.#place += taken.length;
    return taken.endsWith(')');
  }

  #escape(): PatternFault | undefined {
    const character = this.#text[this.#place++];
    if (character === undefined) return 'it ends with "\\"';
    if (character === 'Q') {
      const end = this.#text.indexOf('\\E', this.#place);
      this.#place = end === -1 ? this.#text.length : end + 2;
    } else if (WITH_ARGUMENT.includes(character)) {
      const argument = /\{[^}]*\}/y;
      argument.lastIndex = this.#place;
      this.#place += argument.exec(this.#text)?.[0].length ?? 0;
    } else if (/[A-Za-z]/.test(character) && !ESCAPES.includes(character)) {
      return 'an escape is unknown';
    }
    return undefined;
  }

  /** A class and the classes in it. */
  #class(): PatternFault | undefined {
    if (this.#text[this.#place] === '^') this.#place++;
    let isFirst = true;
    while (this.#place < this.#text.length) {
      const character = this.#text[this.#place++];
      if (character === ']' && !isFirst) return undefined;
      isFirst = false;
      if (character === '[') {
        const fault = this.#class();
        if (fault !== undefined) return fault;
      } else if (character === '\\') {
        const fault = this.#escape();
        if (fault !== undefined) return fault;
      } else if (character === '&' && this.#text[this.#place] === '&') {
        this.#place++;
      } else if (this.#text[this.#place] === '-' && !/[[\]\\]/.test(this.#text[this.#place + 1] ?? ']')) {
        const high = this.#text[this.#place + 1];
        if (high < character) return 'a range goes backwards';
        this.#place += 2;
      }
    }
    return 'a class "[" is not closed';
  }
}
