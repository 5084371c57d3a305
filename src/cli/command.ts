import { printable } from '../util/printable';

/** What a subcommand may use of the process it runs in. */
export interface CommandIo {
  /** The bytes of a file, or of the standard input where it is `-`; a file that cannot be read is an {@link UnusableError}. */
  read(file: string): Promise<Buffer>;
  /** Writes to the standard output. */
  out(text: string): void;
  /** Writes to the standard output until all has been taken; a reader that left before is an {@link UnusableError}. */
  write(text: string): Promise<void>;
  /** Writes to the standard error. */
  err(text: string): void;
  /** Whether the standard output is a terminal that wants colors. */
  readonly color: boolean;
  /** How many columns the terminal has, where the standard output is one. */
  readonly columns?: number;
}

/** What the module of a subcommand exports. */
interface CommandModule {
  /** The text for `--help`. */
  readonly help: string;
  /** Runs it; the result is the exit code. An {@link UnusableError} becomes exit code 2. */
  run(args: string[], io: CommandIo): number | Promise<number>;
}

/** A line of the table of subcommands; the module is loaded only when it is asked for. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  load(): CommandModule;
}

/** Arguments or input that a command can do nothing with: said on the standard error, with exit code 2. */
export class UnusableError extends Error {
  readonly name = 'UnusableError';

  /** Each line may quote arguments, file names and values: it is printed without controls and on one line. */
  constructor(...lines: readonly string[]) {
    super(lines.map(printable).join('\n'));
  }
}
