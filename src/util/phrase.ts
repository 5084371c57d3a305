import { hideCredentials } from './credentials';

/** A part of a sentence that is quoted as it stands: an address, an argument, a value. */
export interface Literal {
  readonly literal: string;
}

/** A sentence whose literal parts are kept apart from its words, so that each format can set them in its own way. */
export type Phrase = readonly (string | Literal)[];

/** Writes a sentence: strings put in are literals, numbers and phrases are words. */
export function say(words: TemplateStringsArray, ...parts: readonly (string | number | Phrase)[]): Phrase {
  return words.flatMap((word, index) => [word, ...(index < parts.length ? partsOf(parts[index]) : [])]);
}

function partsOf(part: string | number | Phrase): Phrase {
  if (typeof part === 'string') return [{ literal: part }];
  return typeof part === 'number' ? [String(part)] : part;
}

/** Words that stand in a sentence as they are. */
export function words(text: string): Phrase {
  return [text];
}

const NAMED = 5;

/** `a, b and c`; of a long list the first few and how many more there are. */
export function listed(items: readonly string[], named = NAMED): Phrase {
  const shown = items.length > named + 1 ? items.slice(0, named) : items;
  const more = items.length - shown.length;
  const parts: Phrase[] = shown.map((item) => [{ literal: item }]);
  if (more > 0) parts.push([`${more} more`]);
  return parts.flatMap((part, index) => [...separatorBefore(index, parts.length), ...part]);
}

function separatorBefore(index: number, count: number): string[] {
  if (index === 0) return [];
  return [index === count - 1 ? ' and ' : ', '];
}

/** Sentences one after the other, each once. */
export function paragraph(sentences: readonly Phrase[]): Phrase {
  const distinct = new Map(sentences.filter((phrase) => phrase.length > 0).map((phrase) => [plain(phrase), phrase]));
  return [...distinct.values()].flatMap((sentence, index) => (index === 0 ? sentence : [' ', ...sentence]));
}

/** The sentence as plain text. */
export function plain(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : part.literal)).join('');
}

/** The sentence with each part rewritten. */
export function rewritten(phrase: Phrase, rewrite: (text: string) => string): Phrase {
  return phrase.map((part) => (typeof part === 'string' ? rewrite(part) : { literal: rewrite(part.literal) }));
}

/** A value in quotation marks. */
export function quoted(value: string): Phrase {
  return ['"', { literal: value }, '"'];
}

const MOST_CHARACTERS = 80;
/** Controls, line separators, and characters that turn the direction of a text. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The sentence for a terminal, a log or an error: literals on one line, without credentials, cut where they are long. */
export function shown(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : shownLiteral(part.literal))).join('');
}

/** A literal as {@link shown} writes it. Credentials are hidden first: a part of one would not be recognized. */
export function shownLiteral(literal: string): string {
  return cut(hideCredentials(literal)).replace(UNPRINTABLE, escaped);
}

/** The first characters of a long text. */
export function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

function escaped(character: string): string {
  const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return short[character] ?? `\\u{${character.codePointAt(0)!.toString(16)}}`;
}
