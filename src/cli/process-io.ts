import { readFileSync } from 'node:fs';
import { fileReason } from '../util/file-reason';
import { type CommandIo, UnusableError } from './command';

/** The input and output of this process. Node makes a stream of an output when it is first used, which takes time. */
export function processIo(): CommandIo {
  const output = used(() => process.stdout);
  const errorOutput = used(() => process.stderr);
  return {
    read: (file) => (file === '-' ? readStandardInput() : readNamedFile(file)),
    out: (text) => void output().write(text),
    write: (text) => writeWhole(output(), text),
    err: (text) => void errorOutput().write(text),
    get color() {
      return output().isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
    },
    get columns() {
      return output().columns;
    },
  };
}

function used(open: () => NodeJS.WriteStream): () => NodeJS.WriteStream {
  let stream: NodeJS.WriteStream | undefined;
  return () => (stream ??= open().on('error', onStreamError));
}

/**
 * A reader such as `head` may leave before all is written: the exit code still says what was found. Where nothing can
 * be written, as on a full disk, nothing was said.
 */
function onStreamError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`cdktf-amazon-mq: the output cannot be written: ${fileReason(error)}\n`);
  process.exit(2);
}

function writeWhole(output: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (error) reject(new UnusableError('the standard output was closed before all was written'));
      else resolve();
    });
  });
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function readNamedFile(file: string): Promise<Buffer> {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UnusableError(`${file}: ${fileReason(error as NodeJS.ErrnoException)}`);
  }
}
