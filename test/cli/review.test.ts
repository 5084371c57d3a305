import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BROKER, planByHand } from '../plan-review/plan-fixture';

const ROOT = path.join(__dirname, '..', '..');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a process of its own, from its source. */
function review(args: readonly string[], options: { input?: string; closeOutput?: boolean } = {}): Promise<Ended> {
  const entry = `require(${JSON.stringify(path.join(ROOT, 'src/cli/main.ts'))}).main()`;
  const hook = path.join(ROOT, 'tools/register-typescript.js');
  const child = spawn(process.execPath, ['-r', hook, '-e', entry, 'cdktf-amazon-mq', 'review', ...args], {
    cwd: folder,
  });
  let stdout = '';
  let stderr = '';
  if (options.closeOutput) child.stdout.destroy();
  else child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

const DELETED = planByHand({ 'aws_mq_broker.orders': { action: 'delete', before: BROKER } });
const REBOOTED = planByHand({
  'aws_mq_broker.orders["a=b"]': { before: { ...BROKER, apply_immediately: true }, after: { engine_version: '5.19' } },
});
const CALM = planByHand({ 'aws_mq_broker.orders': { before: BROKER, after: { tags: { team: 'orders' } } } });

let folder: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'review-'));
  const files = {
    'deleted.json': DELETED,
    'rebooted.json': REBOOTED,
    'calm.json': CALM,
    'stacks/prod/plan.json': DELETED,
    'stacks/dev/plan.json': CALM,
  };
  for (const [name, plan] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), JSON.stringify(plan));
  }
  fs.writeFileSync(path.join(folder, 'binary'), 'PK\x03\x04rest');
  fs.writeFileSync(path.join(folder, 'state.json'), '{"version":4,"lineage":"x","serial":1,"resources":[]}');
  fs.writeFileSync(path.join(folder, 'two.json'), '{"format_version":"2.0","resource_changes":[]}');
  fs.writeFileSync(path.join(folder, 'cut.json'), JSON.stringify(DELETED).slice(0, 200));
  fs.writeFileSync(path.join(folder, 'empty.json'), '');
  fs.writeFileSync(
    path.join(folder, 'deep.json'),
    JSON.stringify(
      planByHand({ 'aws_mq_broker.orders': { before: { tags: 'DEEP' }, after: { tags: ['DEEP', 'DEEP'] } } }),
    ).replaceAll('"DEEP"', '['.repeat(100_000) + ']'.repeat(100_000)),
  );
});

afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('the exit code of review', () => {
  it.each([
    [0, ['calm.json']],
    [0, ['rebooted.json']],
    [1, ['deleted.json']],
    [1, ['calm.json', 'deleted.json']],
    [1, ['rebooted.json', '--fail-on', 'reboot,pending']],
    [0, ['deleted.json', '--fail-on', 'none']],
    [0, ['deleted.json', '--fail-on', 'replace']],
    [0, ['deleted.json', '--allow', 'aws_mq_broker.orders=delete']],
    [0, ['deleted.json', '--allow', 'deleted:aws_mq_broker.orders=delete,replace']],
    [1, ['deleted.json', '--allow', 'calm:aws_mq_broker.orders=delete']],
    [1, ['deleted.json', '--allow', 'aws_mq_broker.orders=reboot']],
    [0, ['rebooted.json', '--fail-on', 'reboot', '--allow', 'aws_mq_broker.orders["a=b"]=reboot']],
    [1, ['rebooted.json', '--fail-on', 'warning']],
    [1, ['rebooted.json', '--fail-on', 'broker-rebooted']],
    [1, ['calm.json', '--fail-on', 'info']],
    [1, ['deleted.json', '--fail-on', 'error', '--fail-on', 'reboot']],
    [1, ['rebooted.json', '--fail-on', 'error', '--fail-on', 'reboot']],
    [0, ['deleted.json', '--allow', ' aws_mq_broker.orders = broker-deleted ']],
    [0, ['deleted.json', '--allow', 'aws_mq_broker.*=broker-deleted']],
  ])('is %i for %j', async (code, args) => {
    const ended = await review(args);
    expect(ended).toMatchObject({ code });
    expect(ended.stdout).toContain('<!-- cdktf-amazon-mq review: ');
  });
});

describe('what review writes', () => {
  it('is Markdown, JSON or text, uncolored where it is no terminal', async () => {
    expect((await review(['calm.json', '--format', 'text'])).stdout).toBe(
      'calm: 1 broker changed in place\n\nin place   aws_mq_broker.orders\n           aws_mq_broker.orders takes tags as it runs, without a reboot.\n',
    );
    const { stdout } = await review(['deleted.json', '--format', 'json', '--allow', 'aws_mq_broker.orders=delete']);
    expect(JSON.parse(stdout)).toMatchObject({
      formatVersion: '2',
      blocked: false,
      summary: { delete: 1, replace: 0 },
      findings: [
        {
          code: 'broker-deleted',
          effect: 'delete',
          severity: 'error',
          address: 'aws_mq_broker.orders',
          stack: 'deleted',
          gated: true,
          allowed: true,
          allowedBy: { origin: '--allow' },
        },
      ],
      drift: [],
      stacks: [{ name: 'deleted', notes: [] }],
      allowances: [{ address: 'aws_mq_broker.orders', what: 'delete', state: 'used' }],
    });
  });

  it('comes from the standard input as well, without a name or as -', async () => {
    for (const args of [[], ['-']]) {
      const ended = await review(args, { input: JSON.stringify(DELETED) });
      expect(ended).toMatchObject({ code: 1, stderr: '' });
      expect(ended.stdout).toContain('Amazon MQ in `plan`: 1 broker deleted');
    }
  });

  it('names stacks by their folder where all plans are called alike', async () => {
    const { stdout } = await review(['stacks/prod/plan.json', 'stacks/dev/plan.json']);
    expect(stdout).toContain('Amazon MQ in `dev`, `prod`');
  });

  it('goes into a file with --output, and the exit code stays', async () => {
    const ended = await review(['deleted.json', '--output', 'comment.md']);
    expect(ended).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(fs.readFileSync(path.join(folder, 'comment.md'), 'utf8')).toContain('is deleted');
  });

  it('has the plans by their path from the working directory, where they are in it', async () => {
    const inside = path.join(fs.realpathSync(folder), 'stacks', 'prod', 'plan.json');
    const outside = path.join(path.dirname(fs.realpathSync(folder)), `${path.basename(folder)}-outside.json`);
    fs.copyFileSync(inside, outside);
    const placesIn = async (...args: string[]) =>
      JSON.parse((await review([inside, outside, ...args])).stdout) as Record<string, never>;
    try {
      const quality = (await placesIn('--format', 'code-quality')) as unknown as { location: { path: string } }[];
      expect(new Set(quality.map(({ location }) => location.path))).toEqual(
        new Set([outside, 'stacks/prod/plan.json']),
      );
      expect(JSON.stringify(await placesIn('--format', 'sarif'))).toContain('"uri":"stacks/prod/plan.json"');
    } finally {
      fs.rmSync(outside);
    }
  });

  it('warns of an allowance that allows nothing', async () => {
    const { stderr } = await review(['calm.json', '--allow', 'aws_mq_broker.gone=delete']);
    expect(stderr).toBe('cdktf-amazon-mq review: --allow: aws_mq_broker.gone=delete allows nothing: remove it\n');
  });
});

describe('what review cannot use', () => {
  const SHOW = "give the output of 'terraform show -json PLAN'";

  it.each([
    [['missing.json'], 'missing.json: there is no such file; paths are relative to the working directory'],
    [['stacks'], 'stacks: it is a folder; give a file in it'],
    [['empty.json'], `empty.json: the file is empty; ${SHOW}`],
    [['binary'], "binary: this is a binary plan file; run 'terraform show -json' on it and give the output"],
    [['state.json'], `state.json: this is a state file; ${SHOW}`],
    [['two.json'], `two.json: the plan has format 2.0, and this command reads formats 0.1, 0.2 and 1.x; ${SHOW}`],
    [['cut.json'], `cut.json: the JSON is cut off or broken; ${SHOW}, whole`],
    [['deep.json'], 'deep.json: its values are nested too deep, or it is too large to be read'],
    [['-'], `standard input: this is not JSON; ${SHOW}`],
    [
      ['calm.json', 'empty.json', 'binary'],
      `empty.json: the file is empty; ${SHOW}\nbinary: this is a binary plan file; run 'terraform show -json' on it and give the output`,
    ],
    [
      ['calm.json', '--format', 'html'],
      '--format is not known: got html; allowed: markdown, text, json, sarif, code-quality and junit',
    ],
    [['calm.json', '--fail-on', 'replaced'], '--fail-on has an unknown name: got replaced; did you mean replace?'],
    [
      ['calm.json', '--allow', 'replace'],
      '--allow names no code: got replace; write ADDRESS=CODE, such as aws_mq_broker.orders=broker-replaced',
    ],
    [['calm.json', '--fail-on', 'none,error'], '--fail-on has none beside other names; give it alone, or leave it out'],
    [
      ['calm.json', '--fail-on', 'none', '--fail-on', 'error'],
      '--fail-on has none beside other names; give it alone, or leave it out',
    ],
    [
      ['calm.json', '--fail-on', 'error,'],
      '--fail-on has an empty name; write a code of docs/plan-review.md, or an effect',
    ],
    [
      ['calm.json', '--allow', 'aws_mq_broker.a='],
      '--allow has an empty name; write a code of docs/plan-review.md, or an effect',
    ],
    ...['broker-deleted', 'delete'].map((what): [string[], string] => [
      ['calm.json', '--allow', `aws_mq_broker.a=${what},aws_mq_broker.b=replace`],
      `--allow has several addresses: got aws_mq_broker.a=${what},aws_mq_broker.b=replace; give the option once for each`,
    ]),
    [['calm.json', 'calm.json'], 'calm.json: is given twice; give each plan once'],
    [
      ['calm.json', '--allow-file', 'missing.yml'],
      'missing.yml: there is no such file; paths are relative to the working directory',
    ],
    [
      ['calm.json', '--output', 'nowhere/comment.md'],
      '--output nowhere/comment.md: ENOENT; give a file in a folder that can be written, on a disk with space',
    ],
  ])('%j', async (args, message) => {
    const ended = await review(args, { input: 'hello' });
    expect(ended).toEqual({ code: 2, stdout: '', stderr: `cdktf-amazon-mq review: ${message}\n` });
  });

  it('an option it does not know', async () => {
    const ended = await review(['--color']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/^cdktf-amazon-mq review: unknown option "--color"; the options are --format,/);
    expect(ended.stderr).not.toContain('    at ');
  });

  it('a closed pipe', async () => {
    const ended = await review(['deleted.json'], { closeOutput: true });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toBe('cdktf-amazon-mq review: the standard output was closed before all was written\n');
  });
});
