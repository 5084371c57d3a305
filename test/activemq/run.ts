// Runs the tests on a real ActiveMQ, one version after the other: `npm run test:activemq`. With the name of a class it runs
// that one only: `npm run test:activemq -- FailoverTest`, and `npm run soak`.
import fs from 'node:fs';
import path from 'node:path';
import { ACTIVEMQ_VERSIONS } from '../../tools/activemq-versions';
import { ACTIVEMQ_DEFAULTS } from '../../tools/definition/activemq-defaults';
import { readDefaults } from '../../tools/definition/read-defaults';
import { maven, missingTool } from '../../tools/maven';
import { writeGiven } from './given';
import { surefireReports, type TestResult } from './surefire-reports';

const [, , ONLY] = process.argv;

const SIGNS: Record<TestResult['outcome'], string> = { passed: '✓', failed: '✗', skipped: '-' };

async function main(): Promise<number> {
  const missing = missingTool();
  if (missing !== undefined) {
    console.error(`SKIPPED: the tests on a real ActiveMQ need ${missing}; nothing was proven`);
    return process.env.CI === 'true' ? 1 : 0;
  }
  const started = Date.now();
  const runs: VersionRun[] = [];
  let older: Release | undefined;
  for (const [engineVersion, activeMq] of Object.entries(ACTIVEMQ_VERSIONS)) {
    console.log(`\nActiveMQ ${activeMq} for engine version ${engineVersion}`);
    const release = { engineVersion, activeMq };
    runs.push(await runVersion(release, older));
    older = release;
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

interface Release {
  readonly engineVersion: string;
  readonly activeMq: string;
}

/** Tests of an upgrade start brokers of the older release beside those of this one. */
async function runVersion({ engineVersion, activeMq }: Release, older: Release | undefined): Promise<VersionRun> {
  const target = targetOf(activeMq);
  const reports = path.join(target, 'surefire-reports');
  const log = path.join(target, 'maven.log');
  for (const old of [reports, path.join(target, 'pairs')]) fs.rmSync(old, { recursive: true, force: true });
  await writeGiven(path.join(target, 'given'), engineVersion, older?.engineVersion ?? engineVersion);
  const settings = [
    `-Dactivemq.version=${activeMq}`,
    ...(older ? [`-Dolder.target=${targetOf(older.activeMq)}`] : []),
    ...(ONLY ? [`-Dtest=${ONLY}`] : []),
  ];
  const status = await maven(__dirname, ['test', ...settings], log);
  const suites = surefireReports(reports);
  if (!ONLY) suites.set('The defaults that the typed definition documents', [await compareDefaults(activeMq)]);
  for (const [suite, results] of suites) print(suite, results);
  const results = [...suites.values()].flat();
  const succeeded =
    status === 0 && results.length > (ONLY ? 0 : 1) && results.every(({ outcome }) => outcome !== 'failed');
  if (!succeeded) console.error(fs.readFileSync(log, 'utf8'));
  return { succeeded, results };
}

function targetOf(activeMq: string): string {
  return path.join(__dirname, 'target', activeMq);
}

/** Whether the table of defaults is what this release's own classes say. */
async function compareDefaults(activeMq: string): Promise<TestResult> {
  const started = Date.now();
  const flat = (defaults: typeof ACTIVEMQ_DEFAULTS) =>
    Object.entries(defaults).flatMap(([element, attributes]) =>
      Object.entries(attributes).map(([attribute, value]) => `${element}@${attribute}: ${value}`),
    );
  const [read, documented] = [flat(await readDefaults(activeMq)), flat(ACTIVEMQ_DEFAULTS)];
  const notes = [
    ...read.filter((line) => !documented.includes(line)).map((line) => `ActiveMQ has ${line}`),
    ...documented.filter((line) => !read.includes(line)).map((line) => `the table has ${line}`),
  ];
  const outcome = notes.length === 0 && read.length > 0 ? 'passed' : 'failed';
  return { name: `are those of ActiveMQ ${activeMq}`, outcome, seconds: (Date.now() - started) / 1000, notes };
}

function print(suite: string, results: readonly TestResult[]): void {
  const total = results.reduce((sum, { seconds }) => sum + seconds, 0);
  console.log(`  ${suite} (${total.toFixed(0)} s)`);
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
