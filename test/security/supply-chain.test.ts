import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const lock = JSON.parse(fs.readFileSync(path.join(__dirname, '../../package-lock.json'), 'utf8')) as {
  packages: Record<string, { version?: string; integrity?: string; inBundle?: boolean; resolved?: string }>;
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

describe('the bill of materials of a release', () => {
  it('names the version and the checksum of each library in the package (H4)', () => {
    const bom = JSON.parse(
      execFileSync('node', [path.join(__dirname, '../../tools/sbom.js')], { encoding: 'utf8' }),
    ) as {
      bomFormat: string;
      components: { name: string; version: string; hashes?: { content: string }[] }[];
    };
    const notice = fs.readFileSync(path.join(__dirname, '../../THIRD_PARTY_LICENSES'), 'utf8');
    expect(bom.bomFormat).toBe('CycloneDX');
    const names = bom.components.map(({ name }) => name);
    expect(names).toEqual(['ipaddr.js', 'saxes', 'tinyglobby', 'fdir', 'picomatch', 'xmlchars', 'yaml']);
    expect(names.filter((name) => !notice.includes(name))).toEqual([]);
    for (const { name, version } of bom.components.filter(({ name }) => name !== 'fdir' && name !== 'picomatch')) {
      expect(lock.packages[`node_modules/${name}`].version).toBe(version);
    }
    expect(bom.components.filter(({ hashes = [] }) => hashes.length === 0)).toEqual([]);
  });
});
