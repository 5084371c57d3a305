import { parseArgs } from 'node:util';
import { checkDocument } from '../document/check/check-document';
import { type CheckOptions } from '../document/check/check-options';
import { checkTemplate } from '../document/check/check-template';
import { isTemplateFile } from '../document/check/read-template';
import { CHECKED_ENGINE_VERSIONS } from '../document/schema/permitted-rules';
import { decodeDocument } from '../document/xml/decode-document';
import { DocumentSyntaxError } from '../document/xml/document-syntax-error';
import { parseXml } from '../document/xml/parse-xml';
import { type CommandIo, UnusableError } from './command';
import { type CheckedFile, jsonReport, syntaxFinding, textReport } from './document-report';
import { sarifReport } from './document-sarif';
import { inputFiles } from './input-files';
import { oneOf } from './one-of';

const NEWEST = CHECKED_ENGINE_VERSIONS.at(-1)!;

const USAGE =
  'usage: cdktf-amazon-mq check FILE|PATTERN|-... [--engine-version VERSION] [--authentication simple|ldap] [--template] [--format text|json|sarif]';

export const help = `${USAGE}

Finds what Amazon MQ would reject or drop silently in ActiveMQ configurations, what keeps a broker from starting, and
what loses messages or does something else than it seems to.

  FILE               a document; several are checked in one go; - reads the standard input
  PATTERN            files by * ? and **, in quotation marks: 'config/**/*.xml'
  --engine-version   one of ${CHECKED_ENGINE_VERSIONS.join(', ')}; by default the newest, ${NEWEST}
  --authentication   what the configuration authenticates with: simple (the default) or ldap
  --template         the files are for Terraform's templatefile(): \${…} is an unknown value, %{…} is followed; the
                     default for files that end in .tftpl or contain %{ if … } or %{ for … }
  --format           text: one finding per line (the default); json: for programs; sarif: for code hosts

Exit code: 0 if nothing of severity error was found, 1 if something was, 2 if a file could not be checked.
`;

const STRATEGIES = ['simple', 'ldap'] as const;
const FORMATS = ['text', 'json', 'sarif'] as const;

/** Checks documents and writes what it finds. */
export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'engine-version': { type: 'string' },
      authentication: { type: 'string', default: 'simple' },
      template: { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
    },
  });
  const engineVersion = oneOf('--engine-version', values['engine-version'] ?? NEWEST, CHECKED_ENGINE_VERSIONS);
  const authenticationStrategy = oneOf('--authentication', values.authentication, STRATEGIES);
  const format = oneOf('--format', values.format, FORMATS);
  const names = await inputFiles(positionals, USAGE, io);
  if (values['engine-version'] === undefined) {
    io.err(`checked for engine version ${NEWEST}, the newest; --engine-version chooses another\n`);
  }

  let unchecked = false;
  const files: CheckedFile[] = [];
  for (const file of names) {
    const checked = await checkFile(file, { engineVersion, authenticationStrategy }, values.template, io);
    unchecked ||= checked === undefined || checked.findings.some(({ code }) => code === 'document-syntax');
    if (checked !== undefined) files.push(checked);
  }
  if (files.length > 0) io.out(reportIn(format, files, engineVersion, io.color));
  if (unchecked) return 2;
  return files.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

function reportIn(
  format: (typeof FORMATS)[number],
  files: readonly CheckedFile[],
  engineVersion: string,
  color: boolean,
): string {
  if (format === 'json') return jsonReport(files, engineVersion);
  return format === 'sarif' ? sarifReport(files) : textReport(files, color);
}

async function checkFile(
  file: string,
  options: CheckOptions,
  asTemplate: boolean,
  io: CommandIo,
): Promise<CheckedFile | undefined> {
  try {
    const text = decodeDocument(await io.read(file));
    const template = asTemplate || isTemplateFile(file, text);
    return { file, findings: template ? checkTemplate(text, options) : checkDocument(parseXml(text), options) };
  } catch (error) {
    if (error instanceof DocumentSyntaxError) return { file, findings: [syntaxFinding(error)] };
    if (!(error instanceof UnusableError)) throw error;
    io.err(`cdktf-amazon-mq check: ${error.message}\n`);
    return undefined;
  }
}
