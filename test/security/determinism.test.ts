import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BROKER, planByHand } from '../plan-review/plan-fixture';

const ROOT = path.join(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'determinism-'));
const write = (name: string, plan: object) => {
  const file = path.join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(plan));
  return file;
};
afterAll(() => rmSync(folder, { recursive: true }));

const changes = {
  'aws_mq_broker.orders': { action: 'delete', before: BROKER },
  'aws_mq_broker.bills': { before: { ...BROKER, id: 'b-2', broker_name: 'bills' }, after: { engine_version: '5.19' } },
} as const;
const a = write('a', planByHand(changes));
const b = write('b', planByHand({ 'aws_mq_broker.c': { action: 'delete', before: { ...BROKER, id: 'b-3' } } }));
const MAIN = `require(${JSON.stringify(path.join(ROOT, 'src/cli/main.ts'))}).main()`;

/** What the command prints as a process of its own. */
function review(files: string[], env: NodeJS.ProcessEnv = {}, cwd = ROOT): string {
  const script = ['-r', path.join(ROOT, 'tools/register-typescript'), '-e', MAIN, '--'];
  const args = ['review', ...files, '--format', 'markdown'];
  const run = spawnSync(process.execPath, [...script, 'cdktf-amazon-mq', ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });
  expect(run.status).toBe(1);
  return run.stdout;
}

test('a report is the same bytes in any time zone, language and folder, without a home, and in any order of plans (H5)', () => {
  const report = review([a, b]);
  expect(report).toContain('is deleted');
  expect(review([a, b], { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toBe(report);
  expect(review([b, a], { TZ: 'America/Los_Angeles', HOME: '/' }, folder)).toBe(report);
});
