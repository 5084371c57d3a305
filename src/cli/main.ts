import { nearestName } from '../util/nearest-name';
import { shownLiteral } from '../util/phrase';
import { printable } from '../util/printable';
import { type Command, type CommandIo, UnusableError } from './command';
import { packageVersion } from './package-version';
import { processIo } from './process-io';

const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    summary: 'find what Amazon MQ would reject or drop in a configuration document',
    load: () => require('./check'),
  },
  {
    name: 'format',
    summary: 'write a configuration document in the form Amazon MQ stores',
    load: () => require('./format'),
  },
  {
    name: 'local',
    summary: 'make a folder in which a configuration document runs on this machine as on Amazon MQ',
    load: () => require('./local'),
  },
  {
    name: 'permissions',
    summary: 'write the least-privilege IAM policy with which Terraform plans, applies or destroys a stack',
    load: () => require('./permissions'),
  },
  {
    name: 'review',
    summary: 'report what Terraform plans do to brokers and their clients, and fail where messages would be lost',
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
  if (first === '--version' || first === '-v') return say(io, `${packageVersion()}\n`);
  if (first === 'help' && rest.length > 0) return runCommand([rest[0], '--help'], io);
  if (first === '--help' || first === '-h' || first === 'help') return say(io, helpText());
  if (first === undefined) return reject(io, 'cdktf-amazon-mq', `which command?\n\n${helpText()}`);

  const command = COMMANDS.find(({ name }) => name === first);
  if (command === undefined) return reject(io, 'cdktf-amazon-mq', unknownCommand(first));
  let help = '';
  try {
    const { run, ...module } = command.load();
    help = module.help;
    if (rest.includes('--help') || rest.includes('-h')) return say(io, help);
    return await run(rest, io);
  } catch (error) {
    return reject(io, `cdktf-amazon-mq ${first}`, reasonOf(error, help));
  }
}

/**
 * Why a command stopped. Of an error of its own only the kind and place are printed: a message may quote the input, and
 * the exit code stays 2, because 1 means that something was found.
 */
function reasonOf(error: unknown, help: string): string {
  if (error instanceof UnusableError) return error.message;
  const { code, message, name, stack } = error as NodeJS.ErrnoException;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return unknownOption(message, help);
  if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')) return printable(message);
  const place = /\(([^()\n]{1,300})\)/.exec(stack ?? '')?.[1] ?? 'an unknown place';
  return `stopped by an error of its own: ${name} at ${printable(place)}; please report it`;
}

function say(io: CommandIo, text: string): number {
  io.out(text);
  return 0;
}

function reject(io: CommandIo, who: string, why: string): number {
  io.err(`${who}: ${why.trimEnd()}\n`);
  return 2;
}

function unknownCommand(name: string): string {
  const names = COMMANDS.map((command) => command.name);
  const nearest = nearestName(name, names);
  return `unknown command "${shownLiteral(name)}"; ${nearest ? `did you mean ${nearest}?` : `it is one of ${names.join(', ')}`}`;
}

/** Node.js quotes the option, and then explains something else. */
function unknownOption(message: string, help: string): string {
  const name = /'(-[^']*)'/.exec(message)?.[1] ?? '';
  const options = [...new Set(help.match(/(?<=[ [])--[a-z-]+/g))];
  const nearest = nearestName(name, options);
  return `unknown option "${shownLiteral(name)}"; ${nearest ? `did you mean ${nearest}?` : `the options are ${options.join(', ')}`}`;
}

function helpText(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'usage: cdktf-amazon-mq <command> [options]',
    '',
    ...lines,
    '',
    'cdktf-amazon-mq <command> --help describes a command; --version prints the version.',
    '',
  ].join('\n');
}
