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
  /** The attributes of the element asked for last: one element may have thousands. */
  #tag?: { readonly element: Element; readonly attributes: ReadonlyMap<string, number> };

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
    if (this.#tag?.element !== element) this.#tag = { element, attributes: this.#attributesOf(element) };
    return this.at(this.#tag.attributes.get(attribute.name) ?? element.offset);
  }

  #attributesOf(element: Element): Map<string, number> {
    const offsets = new Map<string, number>();
    const attribute = /\s+([^\s=>/]+)\s*=\s*(?:"[^"]*"|'[^']*')/dy;
    attribute.lastIndex = element.offset + 1 + qualifiedName(element).length;
    for (let match = attribute.exec(this.#text); match !== null; match = attribute.exec(this.#text)) {
      offsets.set(match[1], match.indices![1][0]);
    }
    return offsets;
  }
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
