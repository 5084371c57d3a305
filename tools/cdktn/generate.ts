import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageJson } from './package-json';
import { rewrite } from './rewrite';

/** What the package for CDK Terrain is made of: its sources, and everything its tests run on. */
const COPIED = [
  '.gen',
  'CHANGELOG.md',
  'LICENSE',
  'bin',
  'cdktf.json',
  'docs',
  'examples',
  'jest.config.js',
  'modules',
  'src',
  'test',
  'tools',
  'tsconfig.dev.json',
  'tsconfig.json',
];

/**
 * What has nothing to do with the framework, or makes one package from the other, and so is tested once; and the test of
 * the CLI: that of CDK Terrain needs Node.js 22.
 */
const LEFT_OUT = [
  'docs/api',
  'test/activemq',
  'test/cdktn',
  'test/docs',
  'test/lint.test.ts',
  'test/package',
  'test/python',
  'test/readme.test.ts',
  'test/terraform/cdktf-cli.test.ts',
  'tools/cdktn',
  'tools/generate-cdktn.ts',
];

/** What builds leave behind. */
const LEFT_BEHIND = ['node_modules', 'cdktf.out', 'target'];

/** Tests of what only CDK Terrain has: they compile with its types, and so stand where they are not compiled without. */
const OWN_TESTS = 'test/cdktn/in-package';

/** Makes the package for CDK Terrain in a folder. What was generated there before goes; what is installed stays. */
export function generateCdktn(root: string, target: string): void {
  for (const entry of COPIED) rmSync(path.join(target, entry), { recursive: true, force: true });
  for (const entry of COPIED) copy(path.join(root, entry), entry, target);
  copy(path.join(root, OWN_TESTS), 'test/in-package', target);
  writeFileSync(path.join(target, 'package.json'), packageJson(readFileSync(path.join(root, 'package.json'), 'utf8')));
}

function copy(source: string, name: string, target: string): void {
  if (!existsSync(source) || LEFT_OUT.includes(name) || LEFT_BEHIND.includes(path.basename(name))) return;
  if (statSync(source).isDirectory()) {
    for (const entry of readdirSync(source)) copy(path.join(source, entry), path.join(name, entry), target);
    return;
  }
  const written = path.join(target, rewrite(name));
  mkdirSync(path.dirname(written), { recursive: true });
  writeFileSync(written, rewrite(readFileSync(source, 'utf8')), { mode: statSync(source).mode });
}
