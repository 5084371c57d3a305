import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { LIMITS } from '../../../src/amazon-mq/limits';
import { localConnectors } from '../../../src/local-twin/local-connector';
import { runRecorded } from '../../cli/recorded-io';

/** A folder that the command made. */
export interface TwinFolder {
  readonly path: string;
  readonly ports: readonly number[];
}

/** Runs the command as a user does, on ports that nobody uses. */
export async function makeTwin(folder: string, args: readonly string[]): Promise<TwinFolder> {
  const offset = await freeOffset();
  fs.rmSync(folder, { recursive: true, force: true });
  const { exit, err } = await runRecorded(['local', ...args, '--out', folder, '--port-offset', `${offset}`]);
  if (exit !== 0) throw new Error(err);
  return { path: folder, ports: localConnectors(offset).map(({ port }) => port) };
}

/** The ports above these are free for everybody, so tests in parallel do not meet. */
async function freeOffset(): Promise<number> {
  const highest = Math.max(...localConnectors(0).map(({ port }) => port));
  for (;;) {
    const offset = 1 + Math.floor(Math.random() * (LIMITS.port.max - highest));
    const free = await Promise.all(localConnectors(offset).map(({ port }) => isFree(port)));
    if (free.every(Boolean)) return offset;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** What a twin said until it had started, or ended. */
export interface Start {
  readonly output: string;
  /** The exit code; absent while it runs. */
  readonly exit?: number | null;
  readonly stop: () => Promise<void>;
}

/** Starts a twin from its jars. */
export function startTwin(folder: string, environment: NodeJS.ProcessEnv = {}): Promise<Start> {
  const twin = spawn(path.join(folder, 'start.sh'), {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => twin.on('close', resolve));
  return new Promise((resolve, reject) => {
    let output = '';
    const answer = (exit?: number | null): void => resolve({ output, exit, stop: () => stop(twin, ended) });
    twin.on('error', reject);
    for (const stream of [twin.stdout, twin.stderr]) {
      stream.on('data', (data) => {
        output += String(data);
        if (output.endsWith('started\n')) answer();
      });
    }
    void ended.then(answer);
  });
}

async function stop(twin: ChildProcess, ended: Promise<unknown>): Promise<void> {
  twin.kill('SIGTERM');
  const killed = setTimeout(() => twin.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(killed);
}
