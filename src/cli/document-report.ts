import { type DocumentFinding } from '../document/check/document-finding';
import { type DocumentSyntaxError } from '../document/xml/document-syntax-error';
import { shown, shownLiteral } from '../util/phrase';
import { safeJson } from '../util/safe-json';
import { shownName } from './file-arguments';

/** What was found in one file. */
export interface CheckedFile {
  readonly file: string;
  readonly findings: readonly DocumentFinding[];
}

/** A text that is not a document, as a finding. */
export function syntaxFinding({ code, line, column, reason }: DocumentSyntaxError): DocumentFinding {
  return { code, severity: 'error', line, column, path: '/', message: reason };
}

const COLORS = { error: 31, warning: 33, info: 36 } as const;

/** One line per finding, as compilers write them. */
export function textReport(files: readonly CheckedFile[], color: boolean): string {
  return files
    .flatMap(({ file, findings }) =>
      findings.map((finding) => `${shownLiteral(shownName(file))}${line(finding, color)}\n`),
    )
    .join('');
}

function line({ severity, code, line, column, path, message, remedy }: DocumentFinding, color: boolean): string {
  const level = color ? `\x1b[${COLORS[severity]}m${severity}\x1b[0m` : severity;
  const place = path === '/' ? '' : `${shownLiteral(path)}: `;
  const advice = remedy === undefined ? '' : `; ${shown(remedy)}`;
  return `:${line}:${column}: ${level} ${code} ${place}${shown(message)}${advice}`;
}

/** For programs. `formatVersion` changes when a field changes its meaning or goes. */
export function jsonReport(files: readonly CheckedFile[], engineVersion: string): string {
  const findings = files.flatMap(({ file, findings }) =>
    findings.map(({ message, remedy, path, ...finding }) => ({
      file: shownName(file),
      ...finding,
      path: shownLiteral(path),
      message: shown(message),
      ...(remedy !== undefined && { remedy: shown(remedy) }),
    })),
  );
  return safeJson({ formatVersion: '2', engineVersion, findings });
}
