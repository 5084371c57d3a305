import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

/** What dependency-cruiser reports of a source tree under the rules of this repository. */
function cruise(folder: string, ...trees: string[]): { status: number | null; output: string } {
  const command = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.join(ROOT, '.dependency-cruiser.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...trees, '--config', config], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

/** A source tree of the given files, with the packages of this repository. */
function sourceTree(files: Record<string, string>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'source-tree-'));
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  fs.copyFileSync(path.join(ROOT, 'tsconfig.json'), path.join(folder, 'tsconfig.json'));
  fs.copyFileSync(path.join(ROOT, 'tsconfig.dev.json'), path.join(folder, 'tsconfig.dev.json'));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, 'src', name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  return folder;
}

test('the source follows its own dependency rules, and no tool is in a circle', () => {
  const { status, output } = cruise(ROOT, 'src', 'tools');
  expect(output).toContain('no dependency violations found');
  expect(status).toBe(0);
});

test.each([
  [
    'no-upward-import-from-network',
    { 'network/a.ts': "export * from '../broker/b';\n", 'broker/b.ts': 'export const b = 1;\n' },
  ],
  [
    'no-upward-import-from-document-xml',
    { 'document/xml/a.ts': "export * from '../check/b';\n", 'document/check/b.ts': 'export const b = 1;\n' },
  ],
  [
    'no-cycle',
    { 'util/a.ts': "export * from './b';\nexport const a = 1;\n", 'util/b.ts': "export { a } from './a';\n" },
  ],
  ['no-unknown-floor', { 'util/a.ts': "export * from '../extras/b';\n", 'extras/b.ts': 'export const b = 1;\n' }],
  ['no-import-of-index', { 'cli/a.ts': "export * from '../index';\n", 'index.ts': 'export const b = 1;\n' }],
  [
    'no-cdktf-in-the-command',
    { 'cli/a.ts': "export * from '../tokens/b';\n", 'tokens/b.ts': "export { Token } from 'cdktf';\n" },
  ],
])('%s is reported for a tree that breaks it', (rule, files: Record<string, string>) => {
  const folder = sourceTree(files);
  try {
    const { status, output } = cruise(folder, 'src');
    expect(output).toContain(`error ${rule}:`);
    expect(status).toBe(1);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
