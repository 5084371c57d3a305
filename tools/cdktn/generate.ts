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

/** What is not for CDK Terrain, and why. */
const LEFT_OUT = [
  // makes or documents this package, and is tested once
  'docs/api',
  'test/architecture',
  'test/bench',
  'test/cdktn',
  'test/clients',
  'test/docs',
  'test/getting-started',
  'test/languages',
  'test/levels.test.ts',
  'test/lint.test.ts',
  'test/package',
  'test/python',
  'test/terraform/without-terraform.test.ts',
  'test/tools',
  'tools/cdktn',
  'tools/generate-cdktn.ts',
  // never reaches the framework, which the dependency check holds: it is tested once
  'test/activemq',
  'test/aws/amazon-mq/quotas.test.ts',
  'test/aws/api-model.test.ts',
  'test/aws/stand-in.test.ts',
  'test/aws/stored-document.test.ts',
  'test/amazon-mq/rejections/everywhere.test.ts',
  'test/cli',
  'test/document/check',
  'test/document/schema',
  'test/document/xml',
  'test/local-twin',
  'test/pipelines',
  'test/plan-review',
  'test/provider',
  'test/security',
  'test/terraform/argument-effects.test.ts',
  'test/terraform/secrets.test.ts',
  'test/util',
  // the JSON of every example is the same but for versions (test/cdktn/built/move.test.ts), so Checkov and an upgrade see the same
  'test/checkov',
  'test/terraform/upgrade',
  'test/terraform/upgrade.test.ts',
  // conditions on inputs of the modules, which Terraform judges before it asks the provider
  'test/module/wrong-inputs.test.ts',
  // runs the CLI, which needs Node.js 22 in CDK Terrain
  'test/module/freshness.test.ts',
];

/** What builds leave behind. */
const LEFT_BEHIND = ['node_modules', 'cdktf.out', 'target'];

/** Sources of what only CDK Terrain has, in the folders of src; its index is the end of theirs. */
const OWN_SOURCES = 'tools/cdktn/in-package';

/** Tests of what only CDK Terrain has, in the folders of test: they compile with its types only. */
const OWN_TESTS = 'test/cdktn/in-package';

/** Makes the package for CDK Terrain in a folder. What was generated there before goes; what is installed stays. */
export function generateCdktn(root: string, target: string): void {
  for (const entry of COPIED) rmSync(path.join(target, entry), { recursive: true, force: true });
  for (const entry of COPIED) copy(path.join(root, entry), entry, target);
  copy(path.join(root, OWN_TESTS), 'test', target);
  const index = readFileSync(path.join(root, 'src', 'index.ts'), 'utf8');
  copy(path.join(root, OWN_SOURCES), 'src', target);
  const more = readFileSync(path.join(root, OWN_SOURCES, 'index.ts'), 'utf8');
  writeFileSync(path.join(target, 'src', 'index.ts'), rewrite(index + more));
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
