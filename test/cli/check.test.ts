import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
      out: '<stdin>:2:29: warning disk-sync-never /broker/persistenceAdapter/kahaDB/@journalDiskSyncStrategy: kahaDB@journalDiskSyncStrategy="never" acknowledges messages before they are on disk: a crash may lose them; remove it\n',
      err: '',
    });
  });

  test('exits 1 on errors, one finding a line, in document order', async () => {
    expect(await runRecorded(check(), wrong)).toEqual({
      exit: 1,
      out:
        '<stdin>:1:9: error unknown-attribute /broker/@foo: <broker> has no attribute "foo", which is dropped; <broker> has 34 others\n' +
        '<stdin>:2:29: error attribute-choice /broker/persistenceAdapter/kahaDB/@journalDiskSyncStrategy: kahaDB@journalDiskSyncStrategy must be "always", "periodic", "never", got "allways"; write "always"\n',
      err: '',
    });
  });

  test('colours severities on a terminal', async () => {
    const { out } = await runRecorded(check(), warned, true);
    expect(out).toContain(':2:29: \x1b[33mwarning\x1b[0m disk-sync-never');
  });

  test('writes JSON for programs', async () => {
    const { exit, out } = await runRecorded(check('--format', 'json'), wrong);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toEqual({
      formatVersion: '1',
      findings: [
        {
          code: 'unknown-attribute',
          severity: 'error',
          line: 1,
          column: 9,
          path: '/broker/@foo',
          message: '<broker> has no attribute "foo", which is dropped; <broker> has 34 others',
        },
        {
          code: 'attribute-choice',
          severity: 'error',
          line: 2,
          column: 29,
          path: '/broker/persistenceAdapter/kahaDB/@journalDiskSyncStrategy',
          message: 'kahaDB@journalDiskSyncStrategy must be "always", "periodic", "never", got "allways"',
          suggestion: 'write "always"',
        },
      ],
    });
    expect(JSON.parse((await runRecorded(check('--format', 'json'), `<broker xmlns="${NAMESPACE}"/>`)).out)).toEqual({
      formatVersion: '1',
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
      { code: 'document-syntax', severity: 'error', line: 2, column: 8, path: '/', message },
    ]);
    for (const input of ['<!DOCTYPE a><a/>', '', Buffer.from('<a/>', 'utf16le')]) {
      expect((await runRecorded(check(), input)).exit).toBe(2);
    }
  });

  test('knows engine versions and strategies', async () => {
    const newer = `<broker xmlns="${NAMESPACE}" maxUncommittedCount="1"/>`;
    expect((await runRecorded(['check', '-', '--engine-version', '5.19'], newer)).exit).toBe(0);
    expect((await runRecorded(['check', '-', '--engine-version', '5.18'], newer)).exit).toBe(1);
    expect((await runRecorded(check('--authentication', 'ldap'), newer)).out).toContain('warning ldap-without-map');
  });

  test.each([
    [
      ['check', '--engine-version', '5.19'],
      'give one file, or - for the standard input, got 0; usage: cdktf-amazon-mq check FILE|- --engine-version VERSION [--authentication simple|ldap] [--format text|json]',
    ],
    [
      ['check', 'a', 'b', '--engine-version', '5.19'],
      'give one file, or - for the standard input, got 2; usage: cdktf-amazon-mq check FILE|- --engine-version VERSION [--authentication simple|ldap] [--format text|json]',
    ],
    [['check', '-'], '--engine-version is missing; it is one of 5.15, 5.16, 5.17, 5.18, 5.19'],
    [
      ['check', '-', '--engine-version', '5.19.1'],
      '--engine-version cannot be "5.19.1"; it is one of 5.15, 5.16, 5.17, 5.18, 5.19',
    ],
    [check('--authentication', 'none'), '--authentication cannot be "none"; it is one of simple, ldap'],
    [check('--format', 'xml'), '--format cannot be "xml"; it is one of text, json'],
    [
      ['check', 'no/such.xml', '--engine-version', '5.19'],
      'no/such.xml: there is no such file; paths are relative to the working directory',
    ],
    [['check', '.', '--engine-version', '5.19'], '.: it is a folder; give a file in it'],
  ])('refuses %j', async (args, message) => {
    expect(await runRecorded(args)).toEqual({ exit: 2, out: '', err: `cdktf-amazon-mq check: ${message}\n` });
  });

  test('names the file it reads', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'check-'));
    const file = path.join(folder, 'activemq.xml');
    writeFileSync(file, warned);
    const { out } = await runRecorded(['check', file, '--engine-version', '5.18']);
    expect(out.startsWith(`${file}:2:29: warning `)).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
