// Runs the tests on a real ActiveMQ, one version after the other: `npm run test:activemq`.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { writeGiven } from './given';
import { surefireReports, type TestResult } from './surefire-reports';

/** The ActiveMQ that stands for each engine version. */
const ACTIVEMQ_VERSIONS: Readonly<Record<string, string>> = { '5.18': '5.18.6', '5.19': '5.19.1' };

const SIGNS: Record<TestResult['outcome'], string> = { passed: '✓', failed: '✗', skipped: '-' };

async function main(): Promise<number> {
  const missing = missingTool();
  if (missing !== undefined) {
    console.error(`SKIPPED: the tests on a real ActiveMQ need ${missing}; nothing was proven`);
    return process.env.CI === 'true' ? 1 : 0;
  }
  const started = Date.now();
  const results: TestResult[] = [];
  let broken = false;
  for (const [engineVersion, activeMq] of Object.entries(ACTIVEMQ_VERSIONS)) {
    console.log(`\nActiveMQ ${activeMq} for engine version ${engineVersion}`);
    const target = path.join(__dirname, 'target', activeMq);
    for (const left of ['pairs', 'surefire-reports'])
      fs.rmSync(path.join(target, left), { recursive: true, force: true });
    await writeGiven(path.join(target, 'given'), engineVersion);
    const log = path.join(target, 'maven.log');
    const status = await maven(['test', `-Dactivemq.version=${activeMq}`], log);
    const ofVersion = printed(path.join(target, 'surefire-reports'));
    results.push(...ofVersion);
    if (status !== 0) {
      broken = true;
      console.error(fs.readFileSync(log, 'utf8'));
    }
  }
  const count = (outcome: TestResult['outcome']) => results.filter((result) => result.outcome === outcome).length;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped in ${seconds} s`);
  return broken || count('passed') === 0 ? 1 : 0;
}

function missingTool(): string | undefined {
  const { stdout, status } = spawnSync('mvn', ['-version'], { encoding: 'utf8' });
  if (status !== 0) return 'Maven (mvn)';
  const java = Number(/Java version: (\d+)/.exec(stdout)?.[1]);
  if (!(java >= 17)) return `JDK 17 or newer (mvn has Java ${java})`;
  return spawnSync('keytool', ['-help']).status === 0 ? undefined : 'keytool of the JDK';
}

/** Runs Maven, whose processes end with this one, and keeps what it says. */
function maven(goals: string[], log: string): Promise<number | null> {
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const output = fs.openSync(log, 'w');
  const child = spawn('mvn', ['--batch-mode', '--no-transfer-progress', ...goals], {
    cwd: __dirname,
    stdio: ['ignore', output, output],
  });
  const end = () => child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
      fs.closeSync(output);
      resolve(status);
    });
  });
}

function printed(reports: string): TestResult[] {
  if (!fs.existsSync(reports)) return [];
  return [...surefireReports(reports)].flatMap(([suite, results]) => {
    console.log(`  ${suite}`);
    for (const { name, outcome, seconds, notes } of results) {
      console.log(`    ${SIGNS[outcome]} ${name} (${seconds.toFixed(1)} s)`);
      for (const note of notes) console.log(`        ${note}`);
    }
    return results;
  });
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
