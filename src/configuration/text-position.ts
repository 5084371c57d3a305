import { type Attribute, type Element, qualifiedName } from './element';

/** A place in a text as editors show it: both count from one, columns in characters. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Finds places in one text; remembers where its lines start. */
export class TextPositions {
  readonly #text: string;
  #lineStarts?: number[];

  constructor(text: string) {
    this.#text = text;
  }

  at(offset: number): TextPosition {
    const starts = (this.#lineStarts ??= lineStartsOf(this.#text));
    let low = 0;
    for (let high = starts.length - 1; low < high;) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: charactersIn(this.#text.slice(starts[low], offset)) + 1 };
  }

  ofAttribute(element: Element, attribute: Attribute): TextPosition {
    const name = qualifiedName(attribute);
    const tag = /\s([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/y;
    tag.lastIndex = element.offset + 1 + qualifiedName(element).length;
    for (let start = skipSpace(this.#text, tag.lastIndex); ; start = skipSpace(this.#text, tag.lastIndex)) {
      tag.lastIndex = start - 1;
      const match = tag.exec(this.#text);
      if (match === null) return this.at(element.offset);
      if (match[1] === name) return this.at(start);
    }
  }
}

function skipSpace(text: string, from: number): number {
  const notSpace = /\S/g;
  notSpace.lastIndex = from;
  return notSpace.exec(text)?.index ?? text.length;
}

function lineStartsOf(text: string): number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  const lineEnd = /\r\n?|\n/g;
  while (lineEnd.exec(text) !== null) starts.push(lineEnd.lastIndex);
  return starts;
}

function charactersIn(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}
