import { type FindingMessage } from '../../rules/rule';
import { shown, shownLiteral } from '../../util/phrase';
import { type DocumentFinding } from './document-finding';

/** A finding as a construct reports it: code, place, what was found, what to do. */
export function describeFinding({
  code,
  severity,
  line,
  column,
  path,
  message,
  remedy,
}: DocumentFinding): FindingMessage {
  const place = line === undefined ? '' : `line ${line}, column ${column}, `;
  const advice = remedy === undefined ? '' : `; ${shown(remedy)}`;
  return { code, severity, message: `[${code}] ${place}${shownLiteral(path)}: ${shown(message)}${advice}` };
}
