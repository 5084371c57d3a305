import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UnusableError } from '../../src/cli/command';
import { writeFile } from '../../src/cli/write-file';

describe('a file that a command writes', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'write-file-'));
    file = path.join(folder, 'activemq.xml');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is called by the name that the user gave where it cannot be written', () => {
    const missing = path.join(folder, 'none', 'activemq.xml');
    const rejected = (name: string) =>
      new UnusableError(`${name}: ENOENT; give a file in a folder that can be written, on a disk with space`);
    expect(() => writeFile(missing, 'x')).toThrow(rejected(missing));
    expect(() => writeFile(missing, 'x', '--output none')).toThrow(rejected('--output none'));
  });

  test('keeps its mode, and a link to it', () => {
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    const link = path.join(folder, 'link.xml');
    symlinkSync('activemq.xml', link);
    writeFile(link, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['activemq.xml', 'link.xml']);
  });

  test('keeps its other names', () => {
    writeFileSync(file, 'old and long');
    chmodSync(file, 0o640);
    const other = path.join(folder, 'other.xml');
    linkSync(file, other);
    writeFile(file, 'new');
    expect(readFileSync(other, 'utf8')).toBe('new');
    expect(statSync(other).nlink).toBe(2);
    expect(statSync(other).mode & 0o777).toBe(0o640);
  });

  const isRoot = process.getuid?.() === 0;
  (isRoot ? test : test.skip)('keeps its owner, where root writes it', () => {
    writeFileSync(file, 'old');
    chownSync(file, 12, 34);
    chmodSync(file, 0o2750);
    writeFile(file, 'new');
    const { uid, gid, mode } = statSync(file);
    expect({ uid, gid, mode: mode & 0o7777 }).toEqual({ uid: 12, gid: 34, mode: 0o2750 });
  });

  test('has the mode that is asked for where it is new', () => {
    writeFile(file, 'secret', file, 0o600);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test.each([false, true])('is left as it was where the disk is full (with another name: %s)', (hasOtherName) => {
    const old = `<broker>${'<!-- old -->\n'.repeat(10)}</broker>`;
    writeFileSync(file, old);
    if (hasOtherName) linkSync(file, path.join(folder, 'other.xml'));
    const write = `require('./tools/register-typescript.js'); process.on('SIGXFSZ', () => {});
      require('./src/cli/write-file').writeFile(process.argv[1], 'x'.repeat(1_000_000))`;
    const { status, stderr } = spawnSync('bash', ['-c', 'ulimit -f 4; exec node -e "$0" "$1"', write, file], {
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('EFBIG');
    expect(readFileSync(file, 'utf8')).toBe(old);
    expect(readdirSync(folder)).toEqual(['activemq.xml', ...(hasOtherName ? ['other.xml'] : [])]);
  });
});
