import { HIDDEN, hideCredentials } from '../../util/credentials';
import { decoded, decodedRuns, MIN_SECRET_LENGTH, secretForms } from './secret-forms';

/** What a literal holds beyond this is cut off, so that the search for secrets in it takes bounded time. */
export const LONGEST_LITERAL = 8_192;
/** Of a longer secret its start is looked for, and all that follows it in a literal is hidden. */
const LONGEST_KEY = 1_024;
/** A secret in hexadecimal digits takes the most. */
const LONGEST_ENCODED = 2 * LONGEST_KEY;

/** A secret value, with the longest other one that it starts with. */
interface Key {
  readonly text: string;
  readonly shorter: Key | undefined;
}

/** The secrets of plans, known so that none of them gets into a report, wherever else it is used. */
export class Secrets {
  readonly #values = new Set<string>();
  readonly #names: (() => Iterable<string>)[] = [];
  #nameSet: ReadonlySet<string> | undefined;
  #index: ReadonlyMap<string, readonly Key[]> | undefined;

  /** Hides a value from now on, in all its forms. */
  add(secret: string): void {
    if (secret.length < MIN_SECRET_LENGTH || this.#values.has(secret)) return;
    for (const form of secretForms(secret)) this.#values.add(form);
    this.#index = undefined;
  }

  /** Notes addresses: they are written in the configuration, so only the keys in them can be secret. */
  addNames(names: () => Iterable<string>): void {
    this.#names.push(names);
    this.#nameSet = undefined;
  }

  /** The literal without any secret. */
  hide(literal: string): string {
    const text = literal.slice(0, LONGEST_LITERAL);
    const hidden = this.#hideIn(text);
    if (hidden !== text && this.#isName(text)) return this.#hideInKeys(text);
    // A secret that the cut divides is not recognized, so what may be the start of one is cut off too.
    return text.length === literal.length ? hidden : `${hidden.slice(0, LONGEST_LITERAL - LONGEST_ENCODED)}…`;
  }

  /** Asked only where a secret was found, which is seldom. */
  #isName(text: string): boolean {
    this.#nameSet ??= new Set(this.#names.flatMap((names) => [...names()]));
    return this.#nameSet.has(text);
  }

  #hideInKeys(name: string): string {
    const [start, end] = [name.indexOf('['), name.lastIndexOf(']') + 1];
    return start === -1 ? name : name.slice(0, start) + this.#hideIn(name.slice(start, end)) + name.slice(end);
  }

  #hideIn(text: string): string {
    if (text.length < MIN_SECRET_LENGTH) return text;
    let hidden = '';
    let from = 0;
    for (const { at, length } of this.#secretsIn(text)) {
      hidden += text.slice(from, at) + HIDDEN;
      from = at + length;
    }
    const rest = hideCredentials(hidden + text.slice(from));
    return this.#isEncodedIn(rest) ? HIDDEN : rest;
  }

  /** Whether a text has a secret whose characters are encoded, in full width, or with white space between. */
  #isEncodedIn(text: string): boolean {
    const plain = decoded(text);
    if (plain !== text && this.#isIn(plain)) return true;
    if (!/^[!-~]*$/.test(plain) && this.#isIn(plain.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}]+/gu, ''))) return true;
    for (const run of decodedRuns(plain)) if (this.#isIn(run)) return true;
    return false;
  }

  #isIn(text: string): boolean {
    return this.#secretsIn(text).next().done !== true;
  }

  /** Where secrets are in a text, in capital or small letters. */
  *#secretsIn(text: string): Generator<{ readonly at: number; readonly length: number }> {
    const small = smallLetters(text);
    for (let at = 0; at <= small.length - MIN_SECRET_LENGTH; at++) {
      const length = this.#lengthAt(small, at);
      if (length === 0) continue;
      yield { at, length };
      at += length - 1;
    }
  }

  /** How long the longest secret is that starts at a place of a text in small letters. */
  #lengthAt(text: string, at: number): number {
    const keys = this.#keys.get(text.slice(at, at + MIN_SECRET_LENGTH));
    if (keys === undefined) return 0;
    const rest = text.slice(at, at + LONGEST_KEY);
    let key: Key | undefined = keys[lastUpTo(keys, rest)];
    while (key !== undefined && !rest.startsWith(key.text)) key = key.shorter;
    if (key === undefined) return 0;
    return key.text.length === LONGEST_KEY ? text.length - at : key.text.length;
  }

  /** The values by how they start. */
  get #keys(): ReadonlyMap<string, readonly Key[]> {
    return (this.#index ??= indexOf(this.#values));
  }
}

/** Without capital letters, and of the same length: a few characters have no small letter of one place. */
function smallLetters(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function indexOf(values: ReadonlySet<string>): Map<string, Key[]> {
  const index = new Map<string, Key[]>();
  for (const text of [...new Set([...values].map((value) => smallLetters(value.slice(0, LONGEST_KEY))))].sort()) {
    const start = text.slice(0, MIN_SECRET_LENGTH);
    let keys = index.get(start);
    if (keys === undefined) index.set(start, (keys = []));
    let shorter = keys.at(-1);
    while (shorter !== undefined && !text.startsWith(shorter.text)) shorter = shorter.shorter;
    keys.push({ text, shorter });
  }
  return index;
}

/** Where the last of the sorted keys is that is not behind a text; -1 where all are. */
function lastUpTo(keys: readonly Key[], text: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle].text <= text) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
