import { isUtf8 } from 'node:buffer';
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import { nearestName } from '../../util/nearest-name';
import { listOfLiterals, ownWords, type Phrase, phrase, shown } from '../../util/phrase';
import { EFFECTS, isEffect } from '../findings/effects';
import { FINDING_CODES, isFindingCode } from '../findings/finding-kinds';
import { type Allowance } from './gate';

/** A file of allowances that cannot be used; the message says where and what to write. */
export class AllowFileError extends Error {
  readonly name = 'AllowFileError';
}

const MOST_BYTES = 1_000_000;
/** Each entry is compared with each finding, so their number is bounded. */
export const MOST_ALLOWANCES = 1_000;

const KEYS = ['address', 'code', 'effect', 'stack', 'reason', 'expires'] as const;
type Key = (typeof KEYS)[number];

/**
 * Reads a file of allowances: YAML, as json-schema/allow-file.json says.
 *
 * @throws AllowFileError with one line for the first thing that is wrong
 */
export function readAllowFile(name: string, bytes: Buffer): Allowance[] {
  if (bytes.length > MOST_BYTES) throw new AllowFileError(shown(phrase`${name}: is larger than 1 MB`));
  if (!isUtf8(bytes) || bytes.includes(0)) {
    throw new AllowFileError(shown(phrase`${name}: is not in UTF-8; save it as UTF-8`));
  }
  const lines = new LineCounter();
  const document = parseDocument(bytes.toString('utf8'), {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  return new AllowFile(name, document, lines).allowances();
}

class AllowFile {
  constructor(
    readonly name: string,
    readonly document: Document,
    readonly lines: LineCounter,
  ) {}

  allowances(): Allowance[] {
    const [error] = this.document.errors;
    if (error?.code === 'MULTIPLE_DOCS') this.#fail(error.pos[0], phrase`has several documents; write one list`);
    if (error?.message.startsWith('Maximum call stack')) this.#fail(0, phrase`its values are nested too deep`);
    if (error !== undefined) this.#fail(error.pos[0], phrase`is not YAML: ${error.message.split('\n')[0]}`);
    const root = this.document.contents;
    if (!isMap(root)) this.#fail(0, phrase`has no list ${'allow'}: write ${'allow:'} and one entry per line below it`);
    for (const { key } of root.items) {
      if (textOf(key) !== 'allow') this.#failAt(key, phrase`unknown key ${nameOf(key)}; allowed: ${'allow'}`);
    }
    if (root.items.length > 1) this.#failAt(root.items[1].key, phrase`${'allow'} is there twice; write one list`);
    const list = root.items[0]?.value as unknown;
    if (isAlias(list)) this.#failAlias(list, 'allow');
    if (!isSeq(list)) this.#failAt(list, phrase`${'allow'} is not a list: start each entry with ${'- address:'}`);
    if (list.items.length > MOST_ALLOWANCES) {
      this.#failAt(list, phrase`${'allow'} has ${list.items.length} entries; allowed: ${MOST_ALLOWANCES}; use ${'*'}`);
    }
    return list.items.map((item, index) => this.#allowance(item, `allow[${index}]`));
  }

  #allowance(item: unknown, at: string): Allowance {
    if (isAlias(item)) this.#failAlias(item, at);
    if (!isMap(item))
      return this.#failAt(item, phrase`${at} has no keys; write ${'address'}, ${'code'} and ${'reason'}`);
    const values = new Map<Key, string>();
    for (const { key, value } of item.items) {
      const name = KEYS.find((known) => known === textOf(key));
      if (name === undefined) return this.#failAt(key, unknownKey(at, nameOf(key)));
      if (values.has(name)) return this.#failAt(key, phrase`${`${at}.${name}`} is there twice; keep one`);
      if (isAlias(value)) this.#failAlias(value, `${at}.${name}`);
      const text = textOf(value);
      if (text === undefined || text.trim() === '') {
        return this.#failAt(value ?? key, phrase`${`${at}.${name}`} is not a text; put it in quotation marks`);
      }
      values.set(name, text);
    }
    const required = (name: Key, remedy: Phrase) =>
      values.get(name) ?? this.#failAt(item, phrase`${`${at}.${name}`} is missing; ${remedy}`);
    const address = required('address', ownWords('copy it from the report'));
    const reason = required('reason', ownWords('write why this may happen'));
    const expires = values.get('expires');
    if (expires !== undefined && !isDate(expires)) {
      this.#failAt(item, phrase`${`${at}.expires`} is not a date: got ${expires}; write ${'2026-12-31'}`);
    }
    const position = this.lines.linePos((item as Node).range?.[0] ?? 0);
    return {
      address,
      stack: values.get('stack'),
      what: this.#what(item, at, values.get('code'), values.get('effect')),
      reason,
      expires,
      origin: `${this.name}:${position.line}`,
    };
  }

  #what(item: unknown, at: string, code: string | undefined, effect: string | undefined): Allowance['what'] {
    if (code !== undefined && effect !== undefined) {
      return this.#failAt(item, phrase`${at} has both ${'code'} and ${'effect'}; keep ${'code'}`);
    }
    if (code !== undefined) {
      return isFindingCode(code) ? code : this.#failAt(item, unknownName(`${at}.code`, code, FINDING_CODES));
    }
    if (effect !== undefined) {
      return isEffect(effect) ? effect : this.#failAt(item, unknownName(`${at}.effect`, effect, EFFECTS));
    }
    return this.#failAt(item, phrase`${`${at}.code`} is missing; copy it from the report`);
  }

  /** What an entry allows is to be read where it is written, in the file and in the change that is reviewed. */
  #failAlias(alias: Alias, at: string): never {
    return this.#failAt(alias, phrase`${at} is the YAML alias ${`*${alias.source}`}; write out what it stands for`);
  }

  #failAt(node: unknown, reason: Phrase): never {
    return this.#fail((node as Node | undefined)?.range?.[0] ?? 0, reason);
  }

  #fail(offset: number, reason: Phrase): never {
    const { line, col } = this.lines.linePos(offset);
    throw new AllowFileError(shown(phrase`${this.name}:${Math.max(1, line)}:${Math.max(1, col)}: ${reason}`));
  }
}

function textOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  return typeof node.value === 'string' ? node.value : undefined;
}

/** A key as messages name it, which may be no text. */
function nameOf(key: unknown): string {
  return isAlias(key) ? `*${key.source}` : String(key);
}

function unknownKey(at: string, key: string): Phrase {
  const nearest = nearestName(key, KEYS);
  const advice =
    nearest === undefined ? phrase`allowed: ${listOfLiterals(KEYS, KEYS.length)}` : phrase`did you mean ${nearest}?`;
  return phrase`${at} has the unknown key ${key}; ${advice}`;
}

/** What to write instead of a name that does not exist. */
export function unknownName(at: string, name: string, names: readonly string[]): Phrase {
  const nearest = nearestName(name, names);
  return nearest === undefined
    ? phrase`${at} is not known: got ${name}; copy it from the report`
    : phrase`${at} is not known: got ${name}; did you mean ${nearest}?`;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
