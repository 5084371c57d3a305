import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describeLevel } from '../support/level';
import { brokerByHand } from '../terraform/fixtures';
import { Cloud, levelTools } from './cloud';
import { missingOf } from './global-setup';
import { RunningProvider } from './running-provider';

const FOUND = {
  terraform: 'terraform',
  provider: { version: '5.100.0', origin: 'registry', mirror: 'mirror', file: 'provider' } as const,
  hasMoto: true,
};

describe('what the level needs', () => {
  it('is all there', () => {
    expect(missingOf(FOUND)).toBeUndefined();
  });

  it.each([
    [
      'terraform',
      { terraform: undefined },
      /^terraform is not on the PATH: get 1\.5\.7 or later, or set TERRAFORM_BIN$/,
    ],
    [
      'the provider',
      { provider: undefined },
      /^the AWS provider is neither .*: run "terraform providers mirror", or .*$/,
    ],
    [
      'a known major version of the provider',
      { provider: { ...FOUND.provider, version: '7.0.0' } },
      /^AWS provider 7\.0\.0 is of a major version .* List there what differs$/,
    ],
    ['moto', { hasMoto: false }, /^\S+ has no moto, .*: run "pip install 'moto\[server\]'", or .*$/],
  ])('is named in one line with what to do where %s is missing', (_, change, line) => {
    expect(missingOf({ ...FOUND, ...change })).toMatch(line);
  });
});

/** Processes that a process started. */
const childrenOf = (pid: number) =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(Number);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await setTimeout(50);
}

describeLevel('a cloud that breaks', levelTools().missing, () => {
  it('says so where the provider does not start, and leaves nothing', async () => {
    const start = RunningProvider.start('no-such-provider', os.tmpdir(), {});
    await expect(start).rejects.toThrow(
      /^the AWS provider ended before Terraform could attach to it:\n.*no-such-provider: not found\n$/,
    );
  });

  it('ends an apply when the stand-in dies in the middle, and leaves no process and no folder', async () => {
    const cloud = await Cloud.start(levelTools().terraform);
    const { standIn } = cloud;
    const folder = path.dirname(cloud.folder());
    const [moto] = childrenOf(standIn.pid);
    await standIn.setDurations({ creation: 600_000 });
    const provider = { aws: [{ region: 'eu-west-1', max_retries: 1 }] };
    const workspace = await cloud.workspace({ provider, ...brokerByHand() });
    const apply = workspace.tryRun('apply', '-auto-approve');
    await until(async () => (await standIn.changes()).some(({ operation }) => operation === 'CreateBroker'));
    process.kill(standIn.pid, 'SIGKILL');

    const { code, output } = await apply;
    expect(code).toBe(1);
    expect(output).toContain('connection refused');
    await expect(standIn.calls()).rejects.toThrow('the stand-in for AWS is no longer running');
    await until(() => !isRunning(moto));
    await cloud.stop();
    expect(fs.existsSync(folder)).toBe(false);
  });
});
