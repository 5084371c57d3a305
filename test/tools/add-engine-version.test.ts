import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PERMITTED } from '../../src/document/schema/permitted-table';
import { checkNewVersion, ENGINE_VERSION_FILE, withEngineVersion } from '../../tools/engine-version/add-engine-version';
import { describeSteps, remainingSteps } from '../../tools/engine-version/remaining-steps';
import { readSchemaList } from '../../tools/schemas/schema-folder';

const file = readFileSync(path.join(__dirname, '../..', ENGINE_VERSION_FILE), 'utf8');

/** The lines that a change adds; it removes none. */
function added(before: string, after: string): string[] {
  const lines = after.split('\n');
  for (const line of before.split('\n')) {
    expect(lines).toContain(line);
    lines.splice(lines.indexOf(line), 1);
  }
  return lines;
}

test('a newer version comes first in the table and last among the constants', () => {
  const text = withEngineVersion(file, '5.99', '2026-12-01');
  expect(added(file, text).filter((line) => line !== '')).toEqual([
    '  /** ActiveMQ 5.99, on Amazon MQ since 2026-12-01; no end of support announced. */',
    "  static readonly V5_99 = new EngineVersion('5.99');",
    "    { version: '5.99' },",
  ]);
  expect(text.indexOf("version: '5.99'")).toBeLessThan(text.indexOf("version: '5.19'"));
  expect(text.indexOf('V5_99 =')).toBeGreaterThan(text.indexOf('V5_19 ='));
});

test('a version of a later major comes before one with a greater minor', () => {
  const text = withEngineVersion(file, '6.0', '2026-12-01');
  expect(text.indexOf("version: '6.0'")).toBeLessThan(text.indexOf("version: '5.19'"));
});

test('a version that is there already changes nothing', () => {
  expect(withEngineVersion(file, '5.19', '2026-12-01')).toBe(file);
});

test.each(['5.99.1', '5', 'latest', ''])('"%s" is no engine version', (version) => {
  expect(() => checkNewVersion(version)).toThrow(
    `the version is not of the form major.minor: got "${version}"; write it as in 5.20`,
  );
});

test('a file of another form is named, not guessed at', () => {
  expect(() => withEngineVersion('', '5.99', '')).toThrow('engine-version.ts has no row');
  const withoutConstants = file.replaceAll('static readonly V', 'static readonly W');
  expect(() => withEngineVersion(withoutConstants, '5.99', '')).toThrow('engine-version.ts has no constant');
});

test('of a version that is only added, every step is left, each with its command', () => {
  const steps = remainingSteps('5.99', readSchemaList(), PERMITTED.schemas);
  expect(steps.filter(({ done }) => done)).toEqual([]);
  expect(describeSteps(steps)).toContain('npm run fetch:schemas -- --add 5.99.N');
});

test('of a version that is supported, schema, tables and ActiveMQ are done', () => {
  const done = remainingSteps('5.19', readSchemaList(), PERMITTED.schemas).filter((step) => step.done);
  expect(done).toHaveLength(3);
});

test('each file and folder of a step is there', () => {
  const text = describeSteps(remainingSteps('5.99', readSchemaList(), PERMITTED.schemas));
  const named = [...text.matchAll(/\b(?:src|test|tools|docs)\/[\w./-]*\w/g)].map(([name]) => name);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((name) => !existsSync(path.join(__dirname, '../..', name)))).toEqual([]);
});

test('each command of a step is a script of the package', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8'));
  const text = describeSteps(remainingSteps('5.99', readSchemaList(), PERMITTED.schemas));
  const named = [...text.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(8);
  for (const name of named) expect(scripts).toHaveProperty([name]);
});
