import { type Phrase, shown } from '../../util/phrase';
import { type TextPosition } from './text-position';

/** A text that is not an XML document which Amazon MQ can read: nothing in it can be checked. */
export class DocumentSyntaxError extends Error {
  readonly code = 'document-syntax';
  readonly line: number;
  readonly column: number;

  constructor(
    /** What is wrong and what to do, without the place. */
    readonly reason: Phrase,
    { line, column }: TextPosition,
  ) {
    super(`line ${line}, column ${column}: ${shown(reason)}`);
    this.name = 'DocumentSyntaxError';
    this.line = line;
    this.column = column;
  }
}
