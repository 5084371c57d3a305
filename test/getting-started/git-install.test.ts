import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');

const MAIN = `
import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { App, TerraformStack } from 'cdktf';
import { ActiveStandbyBroker } from 'cdktf-amazon-mq';

const app = new App({ outdir: 'out' });
const stack = new TerraformStack(app, 'messaging');
new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });
new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
app.synth();
`;

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'amazon-mq-git-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function run(cwd: string, command: string, args: readonly string[]): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm|git)_/i.test(name)));
  return execFileSync(command, args, {
    cwd,
    env: { ...env, CHECKPOINT_DISABLE: '1', npm_config_prefer_offline: 'true' },
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

/** This working tree, as far as git does not ignore it, as the one commit of a repository. */
function committed(): { repository: string; commit: string } {
  const repository = path.join(folder, 'cdktf-amazon-mq');
  run(folder, 'git', ['init', '--quiet', repository]);
  const author = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.com'];
  const git = (...args: string[]) =>
    run(ROOT, 'git', [`--git-dir=${repository}/.git`, `--work-tree=${ROOT}`, ...author, ...args]);
  git('add', '--all');
  git('commit', '--quiet', '--no-verify', '--message', 'Everything');
  return { repository, commit: git('rev-parse', 'HEAD').trim() };
}

test('npm installs the package from git, as README says, builds it, and an app in an empty folder synthesizes', () => {
  const command = /`npm install git\+ssh:\/\/git@HOST\/PATH\/cdktf-amazon-mq\.git#COMMIT`/;
  expect(README).toMatch(command);
  const { repository, commit } = committed();
  const app = path.join(folder, 'app');
  mkdirSync(app);
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'app', private: true }));
  writeFileSync(path.join(app, 'main.mjs'), MAIN);

  const peers = ['cdktf@^0.21.0', '@cdktf/provider-aws@^21.22.0', 'constructs@^10.4.2'];
  run(app, 'npm', ['install', '--no-audit', '--no-fund', `git+file://${repository}#${commit}`, ...peers]);
  run(app, process.execPath, ['main.mjs']);

  const stack = JSON.parse(readFileSync(path.join(app, 'out', 'stacks', 'messaging', 'cdk.tf.json'), 'utf8'));
  expect(Object.values<{ broker_name: string }>(stack.resource.aws_mq_broker)).toEqual([
    expect.objectContaining({ broker_name: 'orders' }),
  ]);
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  expect(run(app, 'npx', ['--no-install', 'cdktf-amazon-mq', '--version']).trim()).toBe(version);
}, 600_000);
