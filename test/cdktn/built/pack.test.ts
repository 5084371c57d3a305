import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CDKTN, ROOT } from './cdktn-package';

const app = realpathSync(mkdtempSync(path.join(tmpdir(), 'cdktn-app-')));
const run = (program: string, options: string[], cwd: string) =>
  execFileSync(program, options, { cwd, encoding: 'utf8' });

beforeAll(() => {
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', app], CDKTN)) as {
    filename: string;
  }[];
  writeFileSync(path.join(app, 'package.json'), '{ "name": "app", "private": true }\n');
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`], app);
});

afterAll(() => rmSync(app, { recursive: true }));

test('the package brings what it stands on, and nothing of CDKTF', () => {
  const installed = readdirSync(path.join(app, 'node_modules')).filter((name) => !name.startsWith('.'));
  expect(installed.sort()).toEqual(['@cdktn', 'cdktn', 'cdktn-amazon-mq', 'constructs']);
  const files = readdirSync(path.join(app, 'node_modules', 'cdktn-amazon-mq'));
  expect(files.sort()).toEqual(
    expect.arrayContaining(['.jsii', 'LICENSE', 'README.md', 'bin', 'lib', 'node_modules', 'package.json']),
  );
  expect(files).not.toContain('src');
});

test('the main example compiles in an empty app and synthesizes', () => {
  copyFileSync(path.join(CDKTN, 'examples', 'active-standby', 'main.ts'), path.join(app, 'main.ts'));
  const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  run(process.execPath, [tsc, '--strict', '--skipLibCheck', '--module', 'node16', 'main.ts'], app);
  run(process.execPath, ['main.js'], app);
  const stack = JSON.parse(readFileSync(path.join(app, 'cdktf.out', 'stacks', 'messaging', 'cdk.tf.json'), 'utf8'));
  expect(Object.keys(stack.resource.aws_mq_broker)).toHaveLength(1);
  expect(stack.terraform.required_providers.aws.source).toBe('hashicorp/aws');
});

test('the command stands under the name of the package', () => {
  const bin = path.join(app, 'node_modules', '.bin', 'cdktn-amazon-mq');
  expect(existsSync(bin)).toBe(true);
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  expect(run(bin, ['--version'], app)).toContain(version);
});
