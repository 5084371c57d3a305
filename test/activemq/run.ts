// Runs the tests on a real ActiveMQ, one version after the other: `npm run test:activemq`.
import fs from 'node:fs';
import path from 'node:path';
import { writeGiven } from './given';
import { maven, missingTool } from './maven';
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
  const runs: VersionRun[] = [];
  for (const [engineVersion, activeMq] of Object.entries(ACTIVEMQ_VERSIONS)) {
    console.log(`\nActiveMQ ${activeMq} for engine version ${engineVersion}`);
    runs.push(await runVersion(engineVersion, activeMq));
  }
  const results = runs.flatMap((run) => run.results);
  const count = (outcome: TestResult['outcome']) => results.filter((result) => result.outcome === outcome).length;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped in ${seconds} s`);
  return runs.every(({ succeeded }) => succeeded) ? 0 : 1;
}

interface VersionRun {
  readonly succeeded: boolean;
  readonly results: readonly TestResult[];
}

async function runVersion(engineVersion: string, activeMq: string): Promise<VersionRun> {
  const target = path.join(__dirname, 'target', activeMq);
  const reports = path.join(target, 'surefire-reports');
  const log = path.join(target, 'maven.log');
  for (const old of [reports, path.join(target, 'pairs')]) fs.rmSync(old, { recursive: true, force: true });
  await writeGiven(path.join(target, 'given'), engineVersion);
  const status = await maven(__dirname, ['test', `-Dactivemq.version=${activeMq}`], log);
  const suites = surefireReports(reports);
  for (const [suite, results] of suites) print(suite, results);
  const results = [...suites.values()].flat();
  const succeeded = status === 0 && results.length > 0;
  if (!succeeded) console.error(fs.readFileSync(log, 'utf8'));
  return { succeeded, results };
}

function print(suite: string, results: readonly TestResult[]): void {
  console.log(`  ${suite}`);
  for (const { name, outcome, seconds, notes } of results) {
    console.log(`    ${SIGNS[outcome]} ${name} (${seconds.toFixed(1)} s)`);
    for (const note of notes) console.log(`        ${note}`);
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
