// Runs the tests on a real ActiveMQ, both versions side by side: `npm run test:activemq`. With the name of a class it runs
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

/** Classes that run side by side. Those of one lane share ports, so they run one after the other. */
const LANES: Readonly<Record<string, string>> = ONLY
  ? { only: ONLY }
  : {
      networks: 'ConnectorTest,Network*Test,MoveTest',
      brokers: '*Test,!ConnectorTest,!Network*Test,!MoveTest',
    };

/** Seconds after which a lane is ended whose JVM hangs outside of a test; each takes less than eight minutes. */
const LONGEST_LANE = 1200;

const SIGNS: Record<TestResult['outcome'], string> = { passed: '✓', failed: '✗', skipped: '-' };

async function main(): Promise<number> {
  const missing = missingTool();
  if (missing !== undefined) {
    console.error(`SKIPPED: the tests on a real ActiveMQ need ${missing}; nothing was proven`);
    return process.env.CI === 'true' ? 1 : 0;
  }
  const started = Date.now();
  const prepared: Prepared[] = [];
  for (const [engineVersion, activeMq] of Object.entries(ACTIVEMQ_VERSIONS)) {
    prepared.push(await prepare({ engineVersion, activeMq }, prepared.at(-1)?.release));
  }
  const runs = await Promise.all(prepared.map(runVersion));
  const results = runs.flatMap((run) => run.results);
  const count = (outcome: TestResult['outcome']) => results.filter((result) => result.outcome === outcome).length;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped in ${seconds} s`);
  return runs.every(({ succeeded }) => succeeded) ? 0 : 1;
}

interface Release {
  readonly engineVersion: string;
  readonly activeMq: string;
}

/** A release whose tests are compiled and have what they are given. */
interface Prepared {
  readonly release: Release;
  readonly settings: readonly string[];
  readonly compiled: boolean;
}

interface VersionRun {
  readonly succeeded: boolean;
  readonly results: readonly TestResult[];
}

/** Comes first for all releases, because tests of an upgrade start brokers of the older release beside those of this one. */
async function prepare(release: Release, older: Release | undefined): Promise<Prepared> {
  const { engineVersion, activeMq } = release;
  const target = targetOf(activeMq);
  for (const old of ['surefire-reports', 'pairs']) fs.rmSync(path.join(target, old), { recursive: true, force: true });
  await writeGiven(path.join(target, 'given'), engineVersion, older?.engineVersion ?? engineVersion);
  const settings = [`-Dactivemq.version=${activeMq}`, ...(older ? [`-Dolder.target=${targetOf(older.activeMq)}`] : [])];
  const log = path.join(target, 'compile.log');
  const compiled = (await maven(__dirname, ['process-test-classes', ...settings], log)) === 0;
  if (!compiled) console.error(fs.readFileSync(log, 'utf8'));
  return { release, settings, compiled };
}

async function runVersion({ release: { engineVersion, activeMq }, settings, compiled }: Prepared): Promise<VersionRun> {
  const target = targetOf(activeMq);
  const lanes = compiled
    ? Object.entries(LANES).map(([lane, classes]) => runLane(target, lane, classes, settings))
    : [];
  const ended = await Promise.all(lanes);
  const suites = surefireReports(path.join(target, 'surefire-reports'));
  if (!ONLY) suites.set('The defaults that the typed definition documents', [await compareDefaults(activeMq)]);
  console.log(`\nActiveMQ ${activeMq} for engine version ${engineVersion}`);
  for (const [suite, results] of suites) print(suite, results);
  for (const { lane, seconds } of ended) console.log(`  ${lane} took ${seconds} s`);
  const results = [...suites.values()].flat();
  const succeeded =
    compiled &&
    ended.every((lane) => lane.succeeded) &&
    results.length > (ONLY ? 0 : 1) &&
    results.every(({ outcome }) => outcome !== 'failed');
  return { succeeded, results };
}

interface LaneRun {
  readonly lane: string;
  readonly succeeded: boolean;
  readonly seconds: number;
}

async function runLane(target: string, lane: string, classes: string, settings: readonly string[]): Promise<LaneRun> {
  const started = Date.now();
  const log = path.join(target, `${lane}.log`);
  const goals = [
    'surefire:test',
    `-Dtest=${classes}`,
    `-Dlane=${lane}`,
    `-Dsurefire.timeout=${ONLY ? 0 : LONGEST_LANE}`,
    ...settings,
  ];
  const succeeded = (await maven(__dirname, goals, log)) === 0;
  if (!succeeded) console.error(fs.readFileSync(log, 'utf8'));
  return { lane, succeeded, seconds: Math.round((Date.now() - started) / 1000) };
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
