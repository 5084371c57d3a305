import { hideCredentials } from './credentials';
import { printable } from './printable';

declare const OWN: unique symbol;

/**
 * Text that this package wrote itself. Every other string is foreign: it comes from a plan, a document, a file name or
 * an option, so it cannot become words of a sentence, only a {@link Literal}.
 */
export type Words = string & { readonly [OWN]: true };

/** Foreign text in a sentence: an address, an argument, a value. Only the renderers turn it into output. */
interface Literal {
  readonly literal: string;
}

/** A sentence, or a part of one, whose foreign parts are kept apart from its words. */
export type Phrase = readonly (Words | Literal)[];

/** A text that is written in the source code; `never` for what is only known to be a string, also within a template. */
type Constant<T extends string> = Record<never, never> extends Record<T, 1> ? never : T;

/** Writes a phrase: strings put in are foreign and become literals, numbers and phrases become part of it. */
export function phrase(texts: TemplateStringsArray, ...parts: readonly (string | number | Phrase)[]): Phrase {
  return texts.flatMap((text, index) => [text as Words, ...(index < parts.length ? partsOf(parts[index]) : [])]);
}

function partsOf(part: string | number | Phrase): Phrase {
  if (typeof part === 'string') return [{ literal: part }];
  return typeof part === 'number' ? [String(part) as Words] : part;
}

/** A phrase of words alone. A text that is not written in the source code does not compile. */
export function ownWords<const T extends string>(text: Constant<T>): Phrase {
  return [text as string as Words];
}

/** A phrase from a table of facts in this package, such as `src/amazon-mq`, whose texts have the type `string`. */
export function wordsOfFact(text: string): Phrase {
  return [text as Words];
}

const MOST_LISTED = 5;

/** `a, b and c`; of a long list the first few and how many more there are. */
export function listOfLiterals(items: readonly string[], most = MOST_LISTED): Phrase {
  return listOfPhrases(
    items.map((literal) => [{ literal }]),
    most,
  );
}

/** `a, b and c`; with a limit, of a longer list the first few and how many more there are. */
export function listOfPhrases(items: readonly Phrase[], most = Infinity): Phrase {
  const shown = items.length > most + 1 ? [...items.slice(0, most), phrase`${items.length - most} more`] : items;
  return shown.flatMap((item, index) => [...separatorBefore(index, shown.length), ...item]);
}

function separatorBefore(index: number, count: number): Phrase {
  if (index === 0) return [];
  return index === count - 1 ? ownWords(' and ') : ownWords(', ');
}

/** The sentences one after the other, each once; empty ones are left out. */
export function joinSentences(sentences: readonly Phrase[]): Phrase {
  const distinct = distinctPhrases(sentences.filter((sentence) => sentence.length > 0));
  return distinct.flatMap((sentence, index) => (index === 0 ? sentence : [...ownWords(' '), ...sentence]));
}

/** Each phrase once, in the order in which they first appear. */
export function distinctPhrases(phrases: readonly Phrase[]): Phrase[] {
  return [...new Map(phrases.map((one) => [plainText(one), one])).values()];
}

/** The phrase as a string, as programs read it: nothing is escaped. */
export function plainText(text: Phrase): string {
  return text.map((part) => (isLiteral(part) ? part.literal : part)).join('');
}

/** The phrase with each literal rewritten. Words are ours and stay. */
export function mapLiterals(text: Phrase, rewrite: (literal: string) => string): Phrase {
  return text.map((part) => (isLiteral(part) ? { literal: rewrite(part.literal) } : part));
}

export function isLiteral(part: Words | Literal): part is Literal {
  return typeof part === 'object';
}

/** A value in quotation marks. */
export function quoted(value: string): Phrase {
  return phrase`"${value}"`;
}

/** The first parts of a long phrase; a literal counts with as many characters as are shown of it at most. */
export function shortened(text: Phrase, most: number, longestLiteral: number): Phrase {
  let room = most;
  const end = text.findIndex((part) => {
    room -= isLiteral(part) ? Math.min(part.literal.length, longestLiteral) : part.length;
    return room < 0;
  });
  return end === -1 ? text : [...text.slice(0, end), ...ownWords(' …')];
}

const MOST_CHARACTERS = 80;

/** The sentence for a terminal, a log or an error: literals on one line, without credentials, cut where they are long. */
export function shown(text: Phrase): string {
  return text.map((part) => (isLiteral(part) ? shownLiteral(part.literal) : part)).join('');
}

/** A literal as {@link shown} writes it. Credentials are hidden first: a part of one would not be recognized. */
export function shownLiteral(literal: string): string {
  return printable(cut(hideCredentials(literal)));
}

/** The first characters of a long text; half of a surrogate pair is not a character. */
export function cut(text: string, most = MOST_CHARACTERS): string {
  return text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
