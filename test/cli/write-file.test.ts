import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UnusableError } from '../../src/cli/command';
import { writeFile } from '../../src/cli/write-file';

test('a file that cannot be written is told by the name that the user gave', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'write-file-'));
  try {
    const file = path.join(folder, 'none', 'activemq.xml');
    const refused = (name: string) => new UnusableError(`${name}: ENOENT; give a file in a folder that can be written`);
    expect(() => writeFile(file, 'x')).toThrow(refused(file));
    expect(() => writeFile(file, 'x', '--output none')).toThrow(refused('--output none'));
    writeFile(path.join(folder, 'a'), 'text');
    expect(readFileSync(path.join(folder, 'a'), 'utf8')).toBe('text');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
