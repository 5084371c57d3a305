import path from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_FAIL_ON, type Effect, EFFECTS, isEffect } from '../plan-review/findings/effects';
import { readPlan } from '../plan-review/plan/read-plan';
import { UnreadablePlanError } from '../plan-review/plan/unreadable-plan-error';
import { renderJson } from '../plan-review/report/render-json';
import { renderMarkdown } from '../plan-review/report/render-markdown';
import { renderText } from '../plan-review/report/render-text';
import { type Gate, type Report, reportOf, type StackReport } from '../plan-review/report/report';
import { type NamedPlan, reviewPlans } from '../plan-review/review-plan';
import { nearestName } from '../util/nearest-name';
import { type CommandIo, UnusableError } from './command';
import { writeFile } from './write-file';

export const help = `usage: cdktf-amazon-mq review [PLAN.json|-]... [options]

Says what Terraform plans do to Amazon MQ brokers: what is replaced, rebooted, exposed, refused, or never done.
A PLAN.json is what 'terraform show -json PLAN' prints; - is the standard input, and what is read without a name.
Several plans are several stacks in one report.

  --format FORMAT         markdown (for a pull request), text or json; on a terminal text, else markdown
  --fail-on EFFECT,...    effects that exit with 1, or none; by default ${DEFAULT_FAIL_ON.join(',')}
  --allow ADDRESS=EFFECT  let this one happen all the same; may be given again, and as STACK:ADDRESS=EFFECT
  --output FILE           write the report there, not to the standard output

Effects: ${EFFECTS.join(', ')}.
Exit code: 0 nothing to fail on, 1 something is, 2 unusable input or arguments.
`;

const FORMATS = ['markdown', 'json', 'text'] as const;
type Format = (typeof FORMATS)[number];

export async function run(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      'fail-on': { type: 'string' },
      allow: { type: 'string', multiple: true },
      output: { type: 'string' },
    },
  });
  const format = formatOf(values.format);
  const gate: Gate = { failOn: failOnOf(values['fail-on']), allowed: allowedOf(values.allow ?? []) };
  const stacks = await reviewFiles(positionals.length === 0 ? ['-'] : positionals, io);
  const report = reportOf(stacks, gate);
  await deliver(rendered(report, format, io.colour && values.output === undefined), values.output, io);
  warnOfUnusedAllowances(report, gate, io);
  return report.blocked ? 1 : 0;
}

function formatOf(text: string | undefined): Format {
  if (text === undefined) return process.stdout.isTTY === true ? 'text' : 'markdown';
  const format = FORMATS.find((name) => name === text);
  if (format === undefined) throw new UnusableError(`--format "${text}"; it is one of ${FORMATS.join(', ')}`);
  return format;
}

function failOnOf(text: string | undefined): ReadonlySet<Effect> {
  if (text === undefined) return new Set(DEFAULT_FAIL_ON);
  return text === 'none' ? new Set() : new Set(text.split(',').map((name) => effectOf('--fail-on', name.trim())));
}

function effectOf(option: string, name: string): Effect {
  if (isEffect(name)) return name;
  const nearest = nearestName(name, EFFECTS);
  const advice = nearest === undefined ? `it is one of ${EFFECTS.join(', ')}` : `did you mean ${nearest}?`;
  throw new UnusableError(`${option}: there is no effect "${name}"; ${advice}`);
}

/** A key of for_each may hold a `=`, so the effect is what follows the last one. */
function allowedOf(allowances: readonly string[]): ReadonlySet<string> {
  return new Set(
    allowances.flatMap((text) => {
      const equals = text.lastIndexOf('=');
      if (equals < 1)
        throw new UnusableError(`--allow "${text}"; write ADDRESS=EFFECT, such as aws_mq_broker.orders=reboot`);
      const effects = text.slice(equals + 1).split(',');
      return effects.map((name) => `${text.slice(0, equals)}=${effectOf('--allow', name.trim())}`);
    }),
  );
}

async function reviewFiles(files: readonly string[], io: CommandIo): Promise<StackReport[]> {
  const names = stackNames(files);
  const plans: NamedPlan[] = [];
  const problems: string[] = [];
  for (const [index, file] of files.entries()) {
    try {
      plans.push({ name: names[index], plan: readPlan(await io.read(file)) });
    } catch (error) {
      problems.push(problemOf(file, error));
    }
  }
  if (problems.length > 0) throw new UnusableError(problems.join('\n'));
  try {
    return reviewPlans(plans);
  } catch (error) {
    throw new UnusableError(problemOf(files.join(', '), error));
  }
}

function problemOf(file: string, error: unknown): string {
  if (error instanceof UnusableError) return error.message;
  const shown = file === '-' ? 'standard input' : file;
  if (error instanceof UnreadablePlanError) return `${shown}: ${error.message}`;
  if (error instanceof RangeError) return `${shown}: its values are nested too deep, or it is too large to be read`;
  throw error;
}

/** Names under which a pipeline keeps every plan: the folder says which stack it is. */
const GENERIC = /^(terraform|tf)?[-_.]?(plan|show|planned)?$/i;

/** Each stack's name: that of its file, or of the folder where all files are called alike. */
function stackNames(files: readonly string[]): string[] {
  const names = files.map((file) => {
    if (file === '-') return 'plan';
    const base = path
      .basename(file)
      .replace(/\.json$/i, '')
      .replace(/\.(tf)?plan$/i, '');
    const folder = path.basename(path.dirname(path.resolve(file)));
    return GENERIC.test(base) && folder !== '' ? folder : base;
  });
  return names.map((name, index) => (names.indexOf(name) === names.lastIndexOf(name) ? name : files[index]));
}

function rendered(report: Report, format: Format, colour: boolean): string {
  if (format === 'json') return renderJson(report);
  return format === 'text' ? renderText(report, colour) : renderMarkdown(report);
}

async function deliver(text: string, file: string | undefined, io: CommandIo): Promise<void> {
  if (file === undefined) return io.write(text);
  writeFile(file, text, `--output ${file}`);
}

/** An allowance that allows nothing any more is one that a later change could slip through. */
function warnOfUnusedAllowances({ findings }: Report, { allowed }: Gate, io: CommandIo): void {
  const used = new Set(
    findings.flatMap(({ address, effect, stack }) => [`${address}=${effect}`, `${stack}:${address}=${effect}`]),
  );
  for (const name of allowed)
    if (!used.has(name)) io.err(`cdktf-amazon-mq review: --allow ${name} allows nothing: take it away\n`);
}
