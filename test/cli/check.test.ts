import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CHECKED_VERSIONS, NEWEST_CHECKED_VERSION } from '../support/engine-versions';
import { runRecorded } from './recorded-io';

const NAMESPACE = 'http://activemq.apache.org/schema/core';
const warned = `<broker xmlns="${NAMESPACE}">\n<persistenceAdapter><kahaDB journalDiskSyncStrategy="never"/></persistenceAdapter></broker>`;
const wrong = warned.replace('never', 'allways').replace('<broker', '<broker foo="1"');
const check = (...args: string[]): string[] => ['check', '-', '--engine-version', '5.19', ...args];

describe('check', () => {
  test('says nothing of what is as it should be', async () => {
    expect(await runRecorded(check(), `<broker xmlns="${NAMESPACE}"/>`)).toEqual({ exit: 0, out: '', err: '' });
  });

  test('exits 0 on warnings', async () => {
    expect(await runRecorded(check(), warned)).toEqual({
      exit: 0,
      out: '<stdin>:2:29: warning disk-sync-never /broker/persistenceAdapter/kahaDB/@journalDiskSyncStrategy: journalDiskSyncStrategy="never" acknowledges messages before they are on disk: a crash may lose them; remove it\n',
      err: '',
    });
  });

  test('exits 1 on errors, one finding per line, in document order', async () => {
    expect(await runRecorded(check(), wrong)).toEqual({
      exit: 1,
      out:
        '<stdin>:1:9: error unknown-attribute /broker/@foo: <broker> has no attribute "foo", so Amazon MQ drops it; <broker> has 34 other attributes; remove it\n' +
        '<stdin>:2:29: error attribute-choice /broker/persistenceAdapter/kahaDB/@journalDiskSyncStrategy: kahaDB@journalDiskSyncStrategy must be "always", "periodic", "never": got "allways"; write "always"\n',
      err: '',
    });
  });

  test('colors severities on a terminal', async () => {
    const { out } = await runRecorded(check(), warned, true);
    expect(out).toContain(':2:29: \x1b[33mwarning\x1b[0m disk-sync-never');
  });

  test('writes JSON for programs', async () => {
    const { exit, out } = await runRecorded(check('--format', 'json'), wrong);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toEqual({
      formatVersion: '2',
      engineVersion: '5.19',
      findings: [
        {
          file: '<stdin>',
          code: 'unknown-attribute',
          severity: 'error',
          line: 1,
          column: 9,
          path: '/broker/@foo',
          message: '<broker> has no attribute "foo", so Amazon MQ drops it; <broker> has 34 other attributes',
          remedy: 'remove it',
        },
        {
          file: '<stdin>',
          code: 'attribute-choice',
          severity: 'error',
          line: 2,
          column: 29,
          path: '/broker/persistenceAdapter/kahaDB/@journalDiskSyncStrategy',
          message: 'kahaDB@journalDiskSyncStrategy must be "always", "periodic", "never": got "allways"',
          remedy: 'write "always"',
        },
      ],
    });
    expect(JSON.parse((await runRecorded(check('--format', 'json'), `<broker xmlns="${NAMESPACE}"/>`)).out)).toEqual({
      formatVersion: '2',
      engineVersion: '5.19',
      findings: [],
    });
  });

  test('exits 2 on what is no document, with its place all the same', async () => {
    const message = '</b> comes too early: <c> of line 2, column 5 is still open; write </c> before it';
    expect(await runRecorded(check(), '<a>\n <b><c></b></a>')).toEqual({
      exit: 2,
      out: `<stdin>:2:8: error document-syntax ${message}\n`,
      err: '',
    });
    const { exit, out } = await runRecorded(check('--format', 'json'), '<a>\n <b><c></b></a>');
    expect(exit).toBe(2);
    expect(JSON.parse(out).findings).toEqual([
      { file: '<stdin>', code: 'document-syntax', severity: 'error', line: 2, column: 8, path: '/', message },
    ]);
    for (const input of ['<!DOCTYPE a><a/>', '', Buffer.from('<a/>', 'utf16le')]) {
      expect((await runRecorded(check(), input)).exit).toBe(2);
    }
  });

  test('knows engine versions and strategies', async () => {
    const newer = `<broker xmlns="${NAMESPACE}" maxUncommittedCount="0"/>`;
    expect((await runRecorded(['check', '-', '--engine-version', '5.19'], newer)).exit).toBe(0);
    expect((await runRecorded(['check', '-', '--engine-version', '5.18'], newer)).exit).toBe(1);
    expect((await runRecorded(check('--authentication', 'ldap'), newer)).out).toContain('warning ldap-without-map');
  });

  test.each([
    [
      ['check', '--engine-version', '5.19'],
      'give a file, a pattern, or - for the standard input; usage: cdktf-amazon-mq check FILE|PATTERN|-... [--engine-version VERSION] [--authentication simple|ldap] [--template] [--format text|json|sarif]',
    ],
    [['check', '-', '--engine-version', '5.19.1'], `--engine-version cannot be "5.19.1"; allowed: ${CHECKED_VERSIONS}`],
    [check('--authentication', 'none'), '--authentication cannot be "none"; allowed: simple, ldap'],
    [check('--format', 'xml'), '--format cannot be "xml"; allowed: text, json, sarif'],
    [
      ['check', 'no-such-folder/*.xml', '--engine-version', '5.19'],
      'no-such-folder/*.xml: no file matches; quote the pattern, or check the folder',
    ],
    [
      ['check', 'no/such.xml', '--engine-version', '5.19'],
      'no/such.xml: there is no such file; paths are relative to the working directory',
    ],
    [['check', '.', '--engine-version', '5.19'], '.: it is a folder; give a file in it'],
  ])('refuses %j', async (args, message) => {
    expect(await runRecorded(args)).toEqual({ exit: 2, out: '', err: `cdktf-amazon-mq check: ${message}\n` });
  });

  describe('on files', () => {
    let folder: string;
    const fileOf = (name: string, text: string): string => {
      const file = path.join(folder, name);
      writeFileSync(file, text);
      return file;
    };
    beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'check-'))));
    afterEach(() => rmSync(folder, { recursive: true }));

    test('names the file it reads', async () => {
      const file = fileOf('activemq.xml', warned);
      const { out } = await runRecorded(['check', file, '--engine-version', '5.18']);
      expect(out.startsWith(`${file}:2:29: warning `)).toBe(true);
    });

    test('finds by a pattern what is behind links, once, although a folder links to itself', async () => {
      const mount = path.join(folder, 'mount');
      mkdirSync(path.join(mount, '..data'), { recursive: true });
      writeFileSync(path.join(mount, '..data', 'activemq.xml'), wrong);
      symlinkSync(path.join('..data', 'activemq.xml'), path.join(mount, 'activemq.xml'));
      symlinkSync('.', path.join(mount, 'loop'));
      const { out, err } = await runRecorded(['check', `${mount}/**/*.xml`, '--engine-version', '5.19']);
      expect(err).toBe('');
      expect(out.split('\n').filter((line) => line.includes('unknown-attribute'))).toEqual([
        expect.stringContaining(`${mount}/activemq.xml:1:9: `),
      ]);
    });

    test('checks several in one go, by names and patterns, each once', async () => {
      const [first, second] = [fileOf('a.xml', warned), fileOf('b.xml', wrong)];
      const args = ['check', second, `${folder}/*.xml`, '--engine-version', '5.19', '--format', 'json'];
      const { exit, out, err } = await runRecorded(args);
      expect(exit).toBe(1);
      expect(JSON.parse(out).findings.map(({ file, code }: Record<string, string>) => [file, code])).toEqual([
        [second, 'unknown-attribute'],
        [second, 'attribute-choice'],
        [first, 'disk-sync-never'],
      ]);
      expect(err).toBe(`${second} is given twice; it is read once\n`);
    });

    test('checks the others where one cannot be read, and exits 2', async () => {
      const file = fileOf('a.xml', wrong);
      const { exit, out, err } = await runRecorded(['check', 'gone.xml', file, '--engine-version', '5.19']);
      expect(exit).toBe(2);
      expect(out).toContain(`${file}:1:9: error unknown-attribute`);
      expect(err).toContain('gone.xml: there is no such file');
    });

    test('takes the newest engine version and says so', async () => {
      const file = fileOf('a.xml', `<broker xmlns="${NAMESPACE}" maxUncommittedCount="0"/>`);
      expect(await runRecorded(['check', file])).toEqual({
        exit: 0,
        out: '',
        err: `checked for engine version ${NEWEST_CHECKED_VERSION}, the newest; --engine-version chooses another\n`,
      });
    });

    test('reads a file that ends in .tftpl as a template, and any file with --template', async () => {
      const text = `<broker xmlns="${NAMESPACE}" persistent="\${persistent}" foo="1"/>`;
      const args = ['--engine-version', '5.19'];
      const codes = async (...more: string[]): Promise<string[]> =>
        (await runRecorded(['check', ...more, ...args])).out.match(/(?<=: (?:error|warning|info) )[a-z-]+/g) ?? [];
      expect(await codes(fileOf('a.tftpl', text))).toEqual(['template', 'unknown-attribute']);
      expect(await codes(fileOf('a.xml', text), '--template')).toEqual(['template', 'unknown-attribute']);
      expect(await codes(fileOf('b.xml', text))).toEqual(['placeholder', 'unknown-attribute']);
    });

    test('writes SARIF with rules, levels and places', async () => {
      const file = fileOf('a b.xml', wrong);
      const { exit, out } = await runRecorded(['check', file, '--engine-version', '5.19', '--format', 'sarif']);
      expect(exit).toBe(1);
      const { version, runs } = JSON.parse(out);
      expect(version).toBe('2.1.0');
      expect(runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
        'attribute-choice',
        'unknown-attribute',
      ]);
      expect(runs[0].results[0]).toMatchObject({
        ruleId: 'unknown-attribute',
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: encodeURI(file) },
              region: { startLine: 1, startColumn: 9 },
            },
          },
        ],
      });
    });
  });

  test('hides credentials, and writes foreign text on one line', async () => {
    const uri = 'ssl://ann:hunter2@b:61617';
    const { out } = await runRecorded(
      check(),
      `<broker xmlns="${NAMESPACE}"><networkConnectors><networkConnector userName="a" uri="${uri}&#10;::error::x"/></networkConnectors></broker>`,
    );
    expect(out).not.toContain('hunter2');
    expect(out.trimEnd().split('\n')).toHaveLength(1);
  });
});
