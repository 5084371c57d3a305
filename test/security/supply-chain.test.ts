import fs from 'node:fs';
import path from 'node:path';

const lock = JSON.parse(fs.readFileSync(path.join(__dirname, '../../package-lock.json'), 'utf8')) as {
  packages: Record<string, { integrity?: string; inBundle?: boolean; resolved?: string }>;
};

describe('the lock file', () => {
  const entries = Object.entries(lock.packages).filter(([name]) => name !== '');

  it('has a checksum for everything that is downloaded (H4)', () => {
    const without = entries.filter(([, { integrity, inBundle }]) => !inBundle && !integrity?.startsWith('sha512-'));
    expect(without.map(([name]) => name)).toEqual([]);
  });

  it('names no registry', () => {
    expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
