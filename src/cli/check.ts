import { parseArgs } from 'node:util';
import { checkDocument } from '../document/check/check-document';
import { type DocumentFinding } from '../document/check/document-finding';
import { CHECKED_ENGINE_VERSIONS } from '../document/schema/permitted-rules';
import { DocumentSyntaxError } from '../document/xml/document-syntax-error';
import { type CommandIo, UnusableError } from './command';
import { onlyFile, readDocument, shownName } from './read-document';

const USAGE =
  'usage: cdktf-amazon-mq check FILE|- --engine-version VERSION [--authentication simple|ldap] [--format text|json]';

export const help = `${USAGE}

Finds what Amazon MQ would refuse, drop without a word, or do otherwise than it seems, in an ActiveMQ configuration.

  FILE               the document; - reads the standard input
  --engine-version   one of ${CHECKED_ENGINE_VERSIONS.join(', ')}
  --authentication   what the configuration authenticates with: simple (the default) or ldap
  --format           text: one finding a line (the default); json: for programs

Exit code: 0 if nothing of severity error was found, 1 if something was, 2 if there was nothing to check.
`;

const STRATEGIES = ['simple', 'ldap'] as const;
const FORMATS = ['text', 'json'] as const;

/** Checks one document and writes what it finds. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'engine-version': { type: 'string' },
      authentication: { type: 'string', default: 'simple' },
      format: { type: 'string', default: 'text' },
    },
  });
  const file = onlyFile(positionals, USAGE);
  const engineVersion = oneOf('--engine-version', values['engine-version'], CHECKED_ENGINE_VERSIONS);
  const authenticationStrategy = oneOf('--authentication', values.authentication, STRATEGIES);
  const format = oneOf('--format', values.format, FORMATS);
  const write = (findings: readonly DocumentFinding[]): void =>
    io.out(
      format === 'json' ? jsonText(findings) : findings.map((finding) => lineText(file, finding, io.colour)).join(''),
    );

  try {
    const findings = checkDocument(await readDocument(file, io), { engineVersion, authenticationStrategy });
    write(findings);
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof DocumentSyntaxError)) throw error;
    const { code, line, column, reason } = error;
    write([{ code, severity: 'error', line, column, path: '/', message: reason }]);
    return 2;
  }
}

function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const got = value === undefined ? 'is missing' : `cannot be "${value}"`;
  throw new UnusableError(`${option} ${got}; it is one of ${allowed.join(', ')}`);
}

function jsonText(findings: readonly DocumentFinding[]): string {
  return `${JSON.stringify({ formatVersion: '1', findings }, undefined, 2)}\n`;
}

const COLOURS = { error: 31, warning: 33, info: 36 } as const;

function lineText(
  file: string,
  { severity, code, line, column, path, message, suggestion }: DocumentFinding,
  colour: boolean,
): string {
  const shown = colour ? `\x1b[${COLOURS[severity]}m${severity}\x1b[0m` : severity;
  const advice = suggestion === undefined ? '' : `; ${suggestion}`;
  return `${shownName(file)}:${line}:${column}: ${shown} ${code} ${path === '/' ? '' : `${path}: `}${message}${advice}\n`;
}
