import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { newestIn } from './find-provider';

const MACHINE = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;

describe('a filesystem mirror', () => {
  let mirror: string;
  const add = (version: string, machine = MACHINE) => {
    const folder = path.join(mirror, 'registry.terraform.io', 'hashicorp', 'aws', version, machine);
    fs.mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `terraform-provider-aws_v${version}_x5`);
    fs.writeFileSync(file, '');
    return file;
  };
  beforeEach(() => {
    mirror = fs.mkdtempSync(path.join(os.tmpdir(), 'mirror-'));
  });
  afterEach(() => fs.rmSync(mirror, { recursive: true }));

  it('has the newest provider for this machine, by numbers', () => {
    add('5.9.0');
    const file = add('5.100.0');
    add('6.0.0', 'plan9_mips');
    expect(newestIn(mirror, 'filesystem mirror')).toEqual({
      version: '5.100.0',
      origin: 'filesystem mirror',
      mirror,
      file,
    });
  });

  it('has none where no version is for this machine', () => {
    add('6.0.0', 'plan9_mips');
    expect(newestIn(mirror, 'filesystem mirror')).toBeUndefined();
  });
});
