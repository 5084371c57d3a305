import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageJson } from '../../tools/cdktn/package-json';
import { rewrite } from '../../tools/cdktn/rewrite';

const root = path.join(__dirname, '..', '..');
const read = (...file: string[]) => readFileSync(path.join(root, ...file), 'utf8');
const { packages } = JSON.parse(read('packages', 'cdktn', 'package-lock.json')) as {
  packages: Record<string, Record<string, unknown>>;
};

test('package.json is the one that is made from this one, or else: npm run build:cdktn', () => {
  expect(read('packages', 'cdktn', 'package.json')).toBe(packageJson(read('package.json')));
});

test('the lock file is of that package.json, or else: cd packages/cdktn && npm install', () => {
  const { name, version, dependencies, devDependencies, peerDependencies } = JSON.parse(
    read('packages', 'cdktn', 'package.json'),
  );
  expect(packages['']).toMatchObject({ name, version, dependencies, devDependencies, peerDependencies });
});

test('the lock file names no registry', () => {
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test('the sample of the README is the main example', () => {
  const [, sample] = /```ts\n([^]*?)```/.exec(read('packages', 'cdktn', 'README.md')) ?? [];
  const example = rewrite(read('examples', 'active-standby', 'main.ts'));
  expect(example.replace(/^\/\/.*\n/gm, '')).toBe(sample);
});
