import { type CommandIo } from '../../src/cli/command';
import { runCommand } from '../../src/cli/main';
import { processIo } from '../../src/cli/process-io';

export interface Run {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

const { read } = processIo();

/** Runs the command inside the test, with a text as its standard input. */
export async function runRecorded(args: string[], stdin: string | Buffer = '', color = false): Promise<Run> {
  let out = '';
  let err = '';
  const io: CommandIo = {
    read: async (file) => (file === '-' ? Buffer.from(stdin) : read(file)),
    out: (text) => void (out += text),
    write: async (text) => void (out += text),
    err: (text) => void (err += text),
    color,
  };
  const exit = await runCommand(args, io);
  return { exit, out, err };
}
