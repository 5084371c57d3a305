import { type Phrase, phrase } from '../../util/phrase';
import { DocumentSyntaxError } from '../xml/document-syntax-error';
import { TextPositions } from '../xml/text-position';
import { FILLED_IN } from './unresolved-value';

/** A template as XML texts of the same length, so that every place in them is one of the template. */
export interface Template {
  /** The text for each way through its conditions that is needed to read every branch of them once. */
  readonly texts: readonly string[];
  /**
   * Makes the same for one of the texts without all conditions that have one branch, and with each of them alone: two of
   * them may exclude each other.
   */
  readonly apart: (way: number) => readonly string[];
  /** Where tags begin in which it fills in attributes. */
  readonly tagsWithUnknownAttributes: ReadonlySet<number>;
  /** How many values it fills in. */
  readonly values: number;
  /** How many blocks it has: loops and conditions. */
  readonly blocks: number;
}

const DIRECTIVE = /(?<!%)%\{~?\s*(?:if|for|else|endif|endfor)\b/;

/** Whether a text is a template without doubt: no XML document for Amazon MQ contains a directive of Terraform. */
export function isTemplate(text: string): boolean {
  return DIRECTIVE.test(text);
}

/** Whether a file is a template, by its name or its text. */
export function isTemplateFile(file: string, text: string): boolean {
  return file.endsWith('.tftpl') || isTemplate(text);
}

/**
 * Reads a file for Terraform's `templatefile`: `${…}` becomes an unknown value, `%{…}` is followed as structure. A loop
 * is read as one pass through it.
 *
 * @throws DocumentSyntaxError if a block is not closed, or closed and not open
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function readTemplate(text: string): Template {
  return new TemplateReader(text).read();
}

/** More ways through the conditions of a template are not followed, nor more conditions looked at alone. */
const MOST_WAYS = 16;
const MOST_APART = 32;

/** Characters of the texts that are made of a template because of its conditions; of a large one there are fewer texts. */
const MOST_CHARACTERS = 20_000_000;

/** Each expression that nothing closes is looked through to the end of the text: behind so many, none is looked for. */
const MOST_UNCLOSED = 5;

/** Where in an XML document a place is. */
type Context = 'content' | 'tag' | '"' | "'" | 'passed';

/** Part of a text, by its first place and the place behind it. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A condition that is open: where its branch begins, and whether that is the second one. */
interface OpenBlock {
  readonly keyword: string;
  /** Where its directive is. */
  readonly at: number;
  readonly start: number;
  first?: Range;
}

class TemplateReader {
  readonly #text: string;
  readonly #pieces: string[] = [];
  readonly #open: OpenBlock[] = [];
  /** The first and second branches of conditions that have both. */
  readonly #branches: { readonly first: Range; readonly second: Range }[] = [];
  /** The branches of conditions that have only one. */
  readonly #single: Range[] = [];
  readonly #tags = new Set<number>();
  #context: Context = 'content';
  /** What ends a comment, CDATA section or processing instruction. */
  #passedEnd = '';
  #tagStart = 0;
  #values = 0;
  #unclosed = 0;
  #blocks = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Template {
    for (let place = 0; place < this.#text.length;) place = this.#step(place);
    const open = this.#open.at(-1);
    if (open !== undefined) {
      const end = open.keyword === 'if' ? 'endif' : 'endfor';
      this.#fail(open.at, phrase`%{ ${open.keyword} … } is never closed; write %{ ${end} } where it ends`);
    }
    const whole = this.#pieces.join('');
    const most = Math.floor(MOST_CHARACTERS / whole.length);
    const ways = this.#waysThrough(Math.max(2, Math.min(MOST_WAYS, most)));
    const single = this.#single.slice(0, Math.min(MOST_APART, Math.floor(most / ways.length)));
    const apart = (way: readonly Range[]): string[] =>
      [undefined, ...single].map((kept) =>
        blanked(whole, [...way, ...single.filter((one) => kept === undefined || !includes(one, kept))]),
      );
    return {
      texts: ways.map((way) => blanked(whole, way)),
      apart: (way) => (single.length < 2 ? [] : apart(ways[way])),
      tagsWithUnknownAttributes: this.#tags,
      values: this.#values,
      blocks: this.#blocks,
    };
  }

  /** The branches that are not taken on each way: every branch is on one of them, as long as there are not too many. */
  #waysThrough(most: number): Range[][] {
    const ways: Range[][] = [];
    const passed = new Set<Range>();
    for (const branch of this.#branches.flatMap(({ first, second }) => [first, second])) {
      if (passed.has(branch) || ways.length === most) continue;
      const left = this.#branches.map(({ first, second }) => {
        if (includes(first, branch)) return second;
        return includes(second, branch) || (passed.has(first) && !passed.has(second)) ? first : second;
      });
      for (const { first, second } of this.#branches) {
        for (const one of [first, second]) if (!left.some((range) => includes(range, one))) passed.add(one);
      }
      ways.push(left);
    }
    return ways.length === 0 ? [[]] : ways;
  }

  /** Reads what is at a place, and returns the place behind it. */
  #step(place: number): number {
    const text = this.#text;
    if (text.startsWith('$${', place) || text.startsWith('%%{', place)) return this.#copy(place, place + 3);
    if (text.startsWith('${', place) || text.startsWith('%{', place)) {
      const end = this.#unclosed < MOST_UNCLOSED ? endOfExpression(text, place + 2) : undefined;
      if (end === undefined) this.#unclosed++;
      if (end !== undefined) {
        if (text[place] === '%') this.#directive(place, end);
        else this.#value(place, end);
        return end;
      }
    }
    this.#follow(place);
    return this.#copy(place, place + 1);
  }

  #copy(start: number, end: number): number {
    this.#pieces.push(this.#text.slice(start, end));
    return end;
  }

  #value(start: number, end: number): void {
    this.#values++;
    const isName = /[<\w/:-]/.test(this.#text[start - 1] ?? '') || /[\w=:-]/.test(this.#text[end] ?? '');
    if (this.#context === 'tag') this.#tags.add(this.#tagStart);
    this.#replace(start, end, this.#context === 'tag' && !isName ? ' ' : FILLED_IN);
  }

  #directive(start: number, end: number): void {
    const keyword = /^%\{~?\s*(\w+)/.exec(this.#text.slice(start, end))?.[1] ?? '';
    const isInValue = this.#context === '"' || this.#context === "'";
    this.#replace(start, end, isInValue ? FILLED_IN : ' ');
    if (keyword === 'if' || keyword === 'for') {
      this.#blocks++;
      this.#open.push({ keyword, at: start, start: end });
    }
    const block = this.#open.at(-1);
    const closed = CLOSED_BLOCKS.get(keyword);
    if (closed !== undefined && block?.keyword !== closed) {
      this.#fail(start, phrase`%{ ${keyword} } is in no %{ ${closed} … }; remove it, or close the block that is open`);
    }
    if (keyword !== '' && closed === undefined && keyword !== 'if' && keyword !== 'for') {
      this.#fail(
        start,
        phrase`%{ ${keyword} … } is not a directive of Terraform; write if, else, endif, for or endfor`,
      );
    }
    if (block === undefined) return;
    if (keyword === 'else') {
      if (block.first !== undefined) this.#fail(start, phrase`this is a second %{ else } of one %{ if … }; remove it`);
      block.first = { start: block.start, end: start };
      this.#open[this.#open.length - 1] = { ...block, start: end };
    }
    if (keyword !== 'endif' && keyword !== 'endfor') return;
    this.#open.pop();
    if (isInValue) return;
    const branch = { start: block.start, end: start };
    if (block.first !== undefined) this.#branches.push({ first: block.first, second: branch });
    else if (keyword === 'endif') this.#single.push(branch);
  }

  #fail(place: number, reason: Phrase): never {
    throw new DocumentSyntaxError(reason, new TextPositions(this.#text).at(place));
  }

  /** Replaces part of the text by another of the same length and the same lines. */
  #replace(start: number, end: number, by: string): void {
    this.#pieces.push(this.#text.slice(start, end).replace(/[^\r\n]/g, by));
  }

  #follow(place: number): void {
    const text = this.#text;
    const character = text[place];
    if (this.#context === 'content' && character === '<') {
      const passed = PASSED.find(([start]) => text.startsWith(start, place));
      this.#tagStart = place;
      this.#context = passed === undefined ? 'tag' : 'passed';
      this.#passedEnd = passed?.[1] ?? '';
    } else if (this.#context === 'passed') {
      if (text.startsWith(this.#passedEnd, place - this.#passedEnd.length + 1)) this.#context = 'content';
    } else if (this.#context === 'tag') {
      if (character === '>') this.#context = 'content';
      else if (character === '"' || character === "'") this.#context = character;
    } else if (character === this.#context) {
      this.#context = 'tag';
    }
  }
}

/** The block that a directive closes, or parts in two. */
const CLOSED_BLOCKS: ReadonlyMap<string, string> = new Map([
  ['endif', 'if'],
  ['endfor', 'for'],
  ['else', 'if'],
]);

const PASSED: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** The place behind the brace that ends an expression; undefined where none does. */
function endOfExpression(text: string, start: number): number | undefined {
  /** What is open, the innermost last: a brace, or a string, in which only another expression counts. */
  const open: ('{' | '"')[] = ['{'];
  for (let place = start; place < text.length; place++) {
    const character = text[place];
    const innermost = open.at(-1);
    if (innermost === '"') {
      if (character === '\\') place++;
      else if (character === '"') open.pop();
      else if ((character === '$' || character === '%') && text[place + 1] === '{') {
        open.push('{');
        place++;
      }
    } else if (character === '"') {
      open.push('"');
    } else if (character === '{') {
      open.push('{');
    } else if (character === '}') {
      open.pop();
      if (open.length === 0) return place + 1;
    }
  }
  return undefined;
}

function includes(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function blanked(text: string, ranges: readonly Range[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    result += text.slice(from, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    from = end;
  }
  return result + text.slice(from);
}
