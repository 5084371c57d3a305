import { nearestName } from '../util/nearest-name';
import { type Command, type CommandIo, UnusableError } from './command';
import { processIo } from './process-io';

const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    summary: 'find what Amazon MQ would refuse or drop in a configuration document',
    load: () => require('./check'),
  },
  {
    name: 'format',
    summary: 'write a configuration document in the form Amazon MQ stores',
    load: () => require('./format'),
  },
  {
    name: 'review',
    summary: 'say what Terraform plans do to brokers: replaced, rebooted, exposed, refused, never done',
    load: () => require('./review'),
  },
];

/** Runs the command with this process's arguments and streams. */
export async function main(): Promise<void> {
  process.exitCode = await runCommand(process.argv.slice(2), processIo());
}

/** Runs the subcommand that the arguments name; the result is the exit code. */
export async function runCommand(args: string[], io: CommandIo): Promise<number> {
  const [first, ...rest] = args;
  if (first === '--version' || first === '-v') return say(io, `${version()}\n`);
  if (first === '--help' || first === '-h' || first === 'help') return say(io, helpText());
  if (first === undefined) return refuse(io, 'cdktf-amazon-mq', `which command?\n\n${helpText()}`);

  const command = COMMANDS.find(({ name }) => name === first);
  if (command === undefined) return refuse(io, 'cdktf-amazon-mq', unknownCommand(first));
  const { help, run } = command.load();
  if (rest.includes('--help') || rest.includes('-h')) return say(io, help);
  try {
    return await run(rest, io);
  } catch (error) {
    if (isUsage(error)) return refuse(io, `cdktf-amazon-mq ${first}`, error.message);
    throw error;
  }
}

/** What `parseArgs` of Node throws for arguments it does not know has a code of its own. */
function isUsage(error: unknown): error is Error {
  const code = (error as NodeJS.ErrnoException).code;
  return error instanceof UnusableError || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'));
}

function say(io: CommandIo, text: string): number {
  io.out(text);
  return 0;
}

function refuse(io: CommandIo, who: string, why: string): number {
  io.err(`${who}: ${why.trimEnd()}\n`);
  return 2;
}

function unknownCommand(name: string): string {
  const names = COMMANDS.map((command) => command.name);
  const nearest = nearestName(name, names);
  return `unknown command "${name}"; ${nearest ? `did you mean ${nearest}?` : `it is one of ${names.join(', ')}`}`;
}

function helpText(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'usage: cdktf-amazon-mq <command> [options]',
    '',
    ...lines,
    '',
    'cdktf-amazon-mq <command> --help tells what a command takes; --version says the version.',
    '',
  ].join('\n');
}

function version(): string {
  return require('../../package.json').version;
}
