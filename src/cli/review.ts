import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Allowance,
  allowanceText,
  AllowFileError,
  type Effect,
  EFFECTS,
  type FailOn,
  FINDING_CODES,
  type FindingCode,
  type Gate,
  isEffect,
  isFindingCode,
  MOST_ALLOWANCES,
  type NamedPlan,
  readAllowFile,
  readPlan,
  renderCodeQuality,
  renderJson,
  renderJunit,
  renderMarkdown,
  renderSarif,
  renderText,
  type Report,
  reportOf,
  reviewPlans,
  Secrets,
  SEVERITIES,
  type StackReport,
  UnreadablePlanError,
} from '../plan-review';
import { nearestName } from '../util/nearest-name';
import { listOfLiterals, type Phrase, phrase, shown } from '../util/phrase';
import { type CommandIo, UnusableError } from './command';
import { optimizeLater } from './optimize-later';
import { packageVersion } from './package-version';
import { writeFile } from './write-file';

export const help = `usage: cdktf-amazon-mq review [PLAN.json|-]... [options]

Reports what Terraform plans do to Amazon MQ brokers and their clients: what is replaced, rebooted, cut off, exposed,
rejected, or never done. A PLAN.json is what 'terraform show -json PLAN' prints; - is the standard input, and what is
read without a name. Several plans are several stacks in one report.

  --format FORMAT            markdown (for a pull request), text, json, sarif, code-quality (GitLab) or junit;
                             on a terminal text, else markdown
  --fail-on WHAT,...         what exits with 1: a severity and worse (error, warning, info), effects, codes, or none;
                             may be given again; by default error
  --allow ADDRESS=CODE,...   accept this finding; * and ? in ADDRESS match any text and any character; may be given
                             again, as STACK:ADDRESS=CODE for one of several stacks, and with an effect for CODE
  --allow-file FILE          accept the findings in a YAML file, each with a reason; may be given again
  --title TITLE              what keeps this report apart from others on one pull request, such as an environment
  --show-user-names          name the users of brokers that change; without it they are only counted
  --output FILE              write the report there, not to the standard output

Effects: ${EFFECTS.join(', ')}.
Codes: see docs/plan-review.md.
Exit code: 0 nothing to fail on, 1 something is, 2 unusable input or arguments.
`;

const FORMATS = ['markdown', 'text', 'json', 'sarif', 'code-quality', 'junit'] as const;
type Format = (typeof FORMATS)[number];

const NARROW_COLUMNS = 80;

/** In bytes. What a smaller plan takes is mostly the start of the process. */
const LARGE_PLAN = 2 ** 20;

export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      'fail-on': { type: 'string', multiple: true, default: ['error'] },
      allow: { type: 'string', multiple: true, default: [] },
      'allow-file': { type: 'string', multiple: true, default: [] },
      title: { type: 'string' },
      'show-user-names': { type: 'boolean', default: false },
      output: { type: 'string' },
    },
  });
  const format = formatOf(values.format);
  const gate: Gate = {
    failOn: failOnOf(values['fail-on']),
    allowances: [...values.allow.flatMap(allowancesOf), ...(await allowancesIn(values['allow-file'], io))],
    today: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
  };
  const files = filesByStack(positionals.length === 0 ? ['-'] : positionals);
  const report = reportOf(await reviewFiles(files, io, values['show-user-names']), gate, values.title);
  await deliver(rendered(report, format, files, io, values.output === undefined), values.output, io);
  for (const text of report.allowances.map(allowanceText)) {
    if (text.length > 0) io.err(`cdktf-amazon-mq review: ${shown(text)}\n`);
  }
  return report.blocked ? 1 : 0;
}

function unusable(reason: Phrase): never {
  throw new UnusableError(shown(reason));
}

function formatOf(text: string | undefined): Format {
  if (text === undefined) return process.stdout.isTTY === true ? 'text' : 'markdown';
  const format = FORMATS.find((name) => name === text);
  return (
    format ?? unusable(phrase`--format is not known: got ${text}; allowed: ${listOfLiterals(FORMATS, FORMATS.length)}`)
  );
}

function failOnOf(texts: readonly string[]): FailOn {
  const named = texts.flatMap((text) => text.split(',').map((name) => name.trim()));
  if (named.includes('none') && named.length > 1) {
    unusable(phrase`--fail-on has ${'none'} beside other names; give it alone, or leave it out`);
  }
  const names = named[0] === 'none' ? [] : named;
  const effects = new Set<Effect>();
  const codes = new Set<FindingCode>();
  let severity: FailOn['severity'];
  for (const name of names) {
    const asSeverity = SEVERITIES.find((one) => one === name);
    if (asSeverity !== undefined) severity = milderOf(severity, asSeverity);
    else if (isEffect(name)) effects.add(name);
    else if (isFindingCode(name)) codes.add(name);
    else unknown('--fail-on', name, [...SEVERITIES, ...EFFECTS, ...FINDING_CODES, 'none']);
  }
  return { severity, effects, codes };
}

function milderOf(a: FailOn['severity'], b: NonNullable<FailOn['severity']>): FailOn['severity'] {
  return a !== undefined && SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b) ? a : b;
}

function unknown(option: string, name: string, names: readonly string[]): never {
  if (name === '') unusable(phrase`${option} has an empty name; write a code of docs/plan-review.md, or an effect`);
  const nearest = nearestName(name, names);
  if (nearest !== undefined) unusable(phrase`${option} has an unknown name: got ${name}; did you mean ${nearest}?`);
  unusable(phrase`${option} has an unknown name: got ${name}; allowed: the codes in docs/plan-review.md, or an effect`);
}

/** A key of for_each may hold a `=`, so the code is what follows the last one. */
function allowancesOf(text: string): Allowance[] {
  const equals = text.lastIndexOf('=');
  if (equals < 1) {
    unusable(
      phrase`--allow names no code: got ${text}; write ${'ADDRESS=CODE'}, such as ${'aws_mq_broker.orders=broker-replaced'}`,
    );
  }
  const address = text.slice(0, equals).trim();
  const second = /=([a-z-]+),[^=]*$/.exec(address)?.[1];
  if (second !== undefined && (isEffect(second) || isFindingCode(second))) {
    unusable(phrase`--allow has several addresses: got ${text}; give the option once for each`);
  }
  return text
    .slice(equals + 1)
    .split(',')
    .map((part) => {
      const what = part.trim();
      if (!isEffect(what) && !isFindingCode(what)) unknown('--allow', what, [...EFFECTS, ...FINDING_CODES]);
      return { address, what, origin: '--allow' };
    });
}

async function allowancesIn(files: readonly string[], io: CommandIo): Promise<Allowance[]> {
  const allowances: Allowance[] = [];
  for (const file of files) {
    try {
      allowances.push(...readAllowFile(file, await io.read(file)));
    } catch (error) {
      if (error instanceof AllowFileError) throw new UnusableError(error.message);
      throw error;
    }
  }
  if (allowances.length > MOST_ALLOWANCES) {
    unusable(phrase`--allow-file has ${allowances.length} entries in all; allowed: ${MOST_ALLOWANCES}; use ${'*'}`);
  }
  return allowances;
}

async function reviewFiles(
  files: ReadonlyMap<string, string>,
  io: CommandIo,
  showUserNames: boolean,
): Promise<StackReport[]> {
  const plans: NamedPlan[] = [];
  // What is secret in one plan is hidden in what is said of all.
  const secrets = new Secrets();
  const problems: string[] = [];
  for (const [name, file] of files) {
    try {
      const bytes = await io.read(file);
      if (bytes.length > LARGE_PLAN) optimizeLater();
      plans.push({ name, plan: readPlan(bytes, secrets) });
    } catch (error) {
      problems.push(problemOf(file, error));
    }
  }
  if (problems.length > 0) throw new UnusableError(...problems);
  try {
    return reviewPlans(plans, showUserNames);
  } catch (error) {
    throw new UnusableError(problemOf([...files.values()].join(', '), error));
  }
}

function problemOf(file: string, error: unknown): string {
  if (error instanceof UnusableError) return error.message;
  const name = shown([{ literal: file === '-' ? 'standard input' : file }]);
  if (error instanceof UnreadablePlanError) return `${name}: ${error.message}`;
  if (error instanceof RangeError) return `${name}: its values are nested too deep, or it is too large to be read`;
  throw error;
}

/** Names under which a pipeline keeps every plan: the folder says which stack it is. */
const GENERIC = /^(terraform|tf)?[-_.]?(plan|show|planned)?$/i;

/** The files by the name of their stack: that of the file, or of the folder where all files are called alike. */
function filesByStack(files: readonly string[]): Map<string, string> {
  const names = files.map((file) => {
    if (file === '-') return 'plan';
    const base = path
      .basename(file)
      .replace(/\.json$/i, '')
      .replace(/\.(tf)?plan$/i, '');
    const folder = path.basename(path.dirname(path.resolve(file)));
    return GENERIC.test(base) && folder !== '' ? folder : base;
  });
  const byStack = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    const name = names.indexOf(names[index]) === names.lastIndexOf(names[index]) ? names[index] : file;
    if (byStack.has(name)) unusable(phrase`${file}: is given twice; give each plan once`);
    byStack.set(name, file);
  }
  return byStack;
}

function rendered(
  report: Report,
  format: Format,
  files: ReadonlyMap<string, string>,
  io: CommandIo,
  toTerminal: boolean,
): string {
  const places = new Map([...files].map(([stack, file]) => [stack, fromWorkingDirectory(file)]));
  switch (format) {
    case 'markdown':
      return renderMarkdown(report);
    case 'text':
      return renderText(report, { color: io.color && toTerminal, columns: io.columns ?? NARROW_COLUMNS });
    case 'json':
      return renderJson(report);
    case 'sarif':
      return renderSarif(report, packageVersion(), places);
    case 'code-quality':
      return renderCodeQuality(report, places);
    case 'junit':
      return renderJunit(report);
  }
}

/** Readers of SARIF and of GitLab's report look for a file in the repository, and know no other path of it. */
function fromWorkingDirectory(file: string): string {
  const relative = path.relative('', file);
  return path.isAbsolute(file) && !path.isAbsolute(relative) && !relative.startsWith('..') ? relative : file;
}

async function deliver(text: string, file: string | undefined, io: CommandIo): Promise<void> {
  if (file === undefined) return io.write(text);
  writeFile(file, text, `--output ${file}`);
}
