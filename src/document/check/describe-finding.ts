import { type FindingMessage } from '../../rules/rule';
import { type DocumentFinding } from './document-finding';

/** A finding as a construct tells it: code, place, what was found, what to do. */
export function describeFinding({
  code,
  severity,
  line,
  column,
  path,
  message,
  suggestion,
}: DocumentFinding): FindingMessage {
  const place = line === undefined ? path : `line ${line}, column ${column}, ${path}`;
  return { code, severity, message: `[${code}] ${place}: ${message}${suggestion ? `; ${suggestion}` : ''}` };
}
