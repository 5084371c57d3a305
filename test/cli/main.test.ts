import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { version } from '../../package.json';
import { runCommand } from '../../src/cli/main';
import { type Run, runRecorded } from './recorded-io';

const root = path.join(__dirname, '../..');

/** Runs the command from the sources in a process of its own. */
function runProcess(script: string, stdin: string, closeAfter?: number): Promise<Run> {
  const child = spawn(process.execPath, ['-r', './tools/register-typescript', '-e', script], { cwd: root });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk;
    if (closeAfter !== undefined && out.length > closeAfter) child.stdout.destroy();
  });
  child.stderr.on('data', (chunk: Buffer) => (err += chunk));
  child.stdin.end(stdin);
  return new Promise((resolve) => child.on('close', (code) => resolve({ exit: code ?? -1, out, err })));
}

const callMain = (...args: string[]): string =>
  `process.argv.splice(1, 0, 'cdktf-amazon-mq', ...${JSON.stringify(args)}); process.argv.length = ${args.length + 2}; require('./src/cli/main.ts').main()`;

describe('the command', () => {
  test('tells its commands, and what each takes', async () => {
    const { exit, out, err } = await runRecorded(['--help']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^usage: cdktf-amazon-mq <command> \[options\]\n/);
    for (const name of ['check', 'format', 'local', 'permissions', 'review']) {
      expect(out).toContain(`\n  ${name}`);
      const help = await runRecorded([name, '--help']);
      expect(help.exit).toBe(0);
      expect(help.out).toContain(`usage: cdktf-amazon-mq ${name}`);
    }
  });

  test('tells its version', async () => {
    expect(await runRecorded(['--version'])).toEqual({ exit: 0, out: `${version}\n`, err: '' });
  });

  test('refuses what it does not know, naming what is nearest', async () => {
    expect(await runRecorded(['chekc'])).toEqual({
      exit: 2,
      out: '',
      err: 'cdktf-amazon-mq: unknown command "chekc"; did you mean check?\n',
    });
    expect((await runRecorded(['xyz'])).err).toBe(
      'cdktf-amazon-mq: unknown command "xyz"; it is one of check, format, local, permissions, review\n',
    );
    const nothing = await runRecorded([]);
    expect(nothing.exit).toBe(2);
    expect(nothing.err).toMatch(/^cdktf-amazon-mq: which command\?\n\nusage: /);
  });

  test.each([
    [['check', '--formt', 'json'], 'check: unknown option "--formt"; did you mean --format?'],
    [['review', '--allowfile=x'], 'review: unknown option "--allowfile"; did you mean --allow-file?'],
    [['format', '-w'], 'format: unknown option "-w"; the options are --write, --keep-comments'],
    [
      ['check', '--no-such'],
      'check: unknown option "--no-such"; the options are --engine-version, --authentication, --template, --format',
    ],
  ])('refuses an option that it does not know: %j', async (args, message) => {
    expect(await runRecorded(args)).toEqual({ exit: 2, out: '', err: `cdktf-amazon-mq ${message}\n` });
  });

  test('an unknown option can be nothing but the message says so in one line without controls', async () => {
    expect((await runRecorded(['check', '--a\u001b[31m\nb'])).err).toMatch(
      /^cdktf-amazon-mq check: unknown option "[ -~]+\n$/,
    );
  });

  test('help of a command is its own help', async () => {
    expect(await runRecorded(['help', 'review'])).toEqual(await runRecorded(['review', '--help']));
    expect((await runRecorded(['help', 'reviw'])).err).toBe(
      'cdktf-amazon-mq: unknown command "reviw"; did you mean review?\n',
    );
  });

  test('reads the standard input of its process, and does not load Terraform CDK', async () => {
    const script = `${callMain('check', '-', '--engine-version', '5.19')}.then(() => {
      const loaded = Object.keys(require.cache).filter((file) => /node_modules.(cdktf|constructs|@cdktf)/.test(file));
      process.stderr.write(JSON.stringify(loaded));
    })`;
    expect(await runProcess(script, '<a/>')).toEqual({
      exit: 1,
      out: '<stdin>:1:1: error document-root /a: the document is <a>: Amazon MQ takes one broker element; make the broker element the whole document\n',
      err: '[]',
    });
  });

  test('keeps its verdict when its reader leaves early', async () => {
    const entries = '<policyEntry queue="a" foo="1"/>'.repeat(20_000);
    const body = `<destinationPolicy><policyMap><policyEntries>${entries}</policyEntries></policyMap></destinationPolicy>`;
    const document = `<broker xmlns="http://activemq.apache.org/schema/core">${body}</broker>`;
    const { exit, err } = await runProcess(callMain('check', '-', '--engine-version', '5.19'), document, 1000);
    expect({ exit, err }).toEqual({ exit: 1, err: '' });
  });
});

const full = existsSync('/dev/full') ? test : test.skip;
full('output that cannot be written ends with 2, and says why', () => {
  const output = openSync('/dev/full', 'w');
  try {
    const script = `process.argv.splice(1, 0, ''); require('./src/cli/main').main()`;
    const { status, stderr } = spawnSync(
      process.execPath,
      ['-r', './tools/register-typescript', '-e', script, '--', 'check', '-', '--engine-version', '5.19'],
      { cwd: root, input: '<beans/>', encoding: 'utf8', stdio: ['pipe', output, 'pipe'] },
    );
    expect(stderr).toBe('cdktf-amazon-mq: the output cannot be written: ENOSPC: no space left on device, write\n');
    expect(status).toBe(2);
  } finally {
    closeSync(output);
  }
});

test('a command that stops by an error of its own ends with 2, and its message quotes no input (H1)', async () => {
  let err = '';
  const exit = await runCommand(['review', 'plan.json'], {
    read: () => Promise.reject(new TypeError('CANARY')),
    out: () => undefined,
    write: () => Promise.resolve(),
    err: (text) => void (err += text),
    color: false,
  });
  expect(exit).toBe(2);
  expect(err).toMatch(
    /^cdktf-amazon-mq review: stopped by an error of its own: TypeError at [^\n]+; please report it\n$/,
  );
  expect(err).not.toContain('CANARY');
});
