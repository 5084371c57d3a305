import { spawnSync } from 'node:child_process';
import {
  chmodSync,
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

  test('has the mode that is asked for where it is new', () => {
    writeFile(file, 'secret', file, 0o600);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('is left as it was where the disk is full', () => {
    const old = `<broker>${'<!-- old -->\n'.repeat(10)}</broker>`;
    writeFileSync(file, old);
    const write = `require('./tools/register-typescript.js'); process.on('SIGXFSZ', () => {});
      require('./src/cli/write-file').writeFile(process.argv[1], 'x'.repeat(1_000_000))`;
    const { status, stderr } = spawnSync('bash', ['-c', 'ulimit -f 4; exec node -e "$0" "$1"', write, file], {
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('EFBIG');
    expect(readFileSync(file, 'utf8')).toBe(old);
    expect(readdirSync(folder)).toEqual(['activemq.xml']);
  });
});
