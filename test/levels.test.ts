import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';

interface Project {
  readonly displayName: string;
  readonly testMatch: readonly string[];
  readonly testPathIgnorePatterns: readonly string[];
}

const { projects } = require('../jest.config') as { projects: readonly Project[] };
const LEVELS = require('./levels') as Record<string, { readonly paths: readonly string[] }>;

const ROOT = path.join(__dirname, '..');
const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const allTests = (patterns: string[]) => globSync(patterns, { cwd: ROOT, expandDirectories: false });
const inRoot = (pattern: string) => pattern.replace('<rootDir>/', '');

/** The files of tests by level, as jest finds them. */
const FILES = new Map(
  projects.map(({ displayName, testMatch, testPathIgnorePatterns }) => {
    const ignored = new RegExp(testPathIgnorePatterns.map(inRoot).join('|'));
    const found = allTests(testMatch.map((pattern) => (pattern.startsWith('<') ? inRoot(pattern) : `test/${pattern}`)));
    return [displayName, found.filter((file) => !ignored.test(file))];
  }),
);
const scriptOf = (level: string) => (level === 'unit' ? 'test' : `test:${level}`);

test('each file of tests is in one level, but for those of the package for CDK Terrain', () => {
  const files = [...FILES.values()].flat();
  expect(files.sort()).toEqual(allTests(['test/**/*.test.ts', '!test/cdktn/in-package/**']).sort());
});

test.each(Object.values(LEVELS).flatMap(({ paths }) => paths))('%s has tests', (name) => {
  expect(allTests([`${name}.test.ts`, `${name}/**/*.test.ts`])).not.toEqual([]);
});

test.each([...FILES.keys()])('the level %s has a command, which CI and docs/testing.md know', (level) => {
  const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
  expect(scripts[scriptOf(level)]).toContain(`jest --selectProjects ${level} `);
  expect(text('.ci/run')).toMatch(new RegExp(` (level ${scriptOf(level)}|jest --selectProjects ${level} .*)$`, 'm'));
  expect(text('docs/testing.md')).toMatch(new RegExp(`\`npm (run )?${scriptOf(level)}\``));
});

test.each(FILES.get('unit')!)('%s needs no tool beside Node.js', (file) => {
  expect(text(file)).not.toMatch(/\bdescribe(Level|WithTerraform)\(/);
});
