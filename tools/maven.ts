import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** What a run needs and is not there. */
export function missingTool(): string | undefined {
  const { stdout, status } = spawnSync('mvn', ['-version'], { encoding: 'utf8' });
  if (status !== 0) return 'Maven (mvn)';
  const java = Number(/Java version: (\d+)/.exec(stdout)?.[1]);
  if (!(java >= 17)) return `JDK 17 or newer (mvn has Java ${java})`;
  return spawnSync('keytool', ['-help']).status === 0 ? undefined : 'keytool of the JDK';
}

/** Runs Maven, which ends with this process, and writes what it says to a file. */
export function maven(directory: string, goals: readonly string[], log: string): Promise<number | null> {
  const output = fs.openSync(log, 'w');
  const child = spawn('mvn', ['--batch-mode', '--no-transfer-progress', ...goals], {
    cwd: directory,
    stdio: ['ignore', output, output],
  });
  let stoppedBy: NodeJS.Signals | undefined;
  const stop = (signal: NodeJS.Signals) => {
    stoppedBy = signal;
    child.kill('SIGTERM');
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, stop);
  return new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => (stoppedBy ? reject(new Error(`stopped by ${stoppedBy}`)) : resolve(status)));
  }).finally(() => {
    for (const signal of signals) process.off(signal, stop);
    fs.closeSync(output);
  });
}
