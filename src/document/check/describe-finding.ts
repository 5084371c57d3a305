import { type FindingMessage } from '../../rules/rule';
import { shown, shownLiteral } from '../../util/phrase';
import { type DocumentFinding } from './document-finding';

/** A finding as a construct reports it: code, place, what was found, what to do. */
export function describeFinding(finding: DocumentFinding, file?: string): FindingMessage {
  const { code, severity, path, message, remedy } = finding;
  const place = placeOf(finding, file);
  const advice = remedy === undefined ? '' : `; ${shown(remedy)}`;
  return { code, severity, message: `[${code}] ${place}${shownLiteral(path)}: ${shown(message)}${advice}` };
}

/** The place of a finding in the text, if the document was read from one. */
function placeOf({ line, column }: DocumentFinding, file?: string): string {
  if (file !== undefined) return `${file}${line === undefined ? '' : `:${line}:${column}`}, `;
  return line === undefined ? '' : `line ${line}, column ${column}, `;
}
