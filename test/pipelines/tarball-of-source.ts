import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

/** A tarball like that of a release, whose command runs from the source. */
export function tarballOfSource(temp: string): string {
  const bin = path.join(temp, 'package', 'bin');
  fs.mkdirSync(bin, { recursive: true });
  const hook = JSON.stringify(path.join(ROOT, 'tools/register-typescript.js'));
  const main = JSON.stringify(path.join(ROOT, 'src/cli/main.ts'));
  fs.writeFileSync(path.join(bin, 'cdktf-amazon-mq'), `require(${hook}); require(${main}).main();\n`);
  const tarball = path.join(temp, 'package.tgz');
  execFileSync('tar', ['--create', '--gzip', '--file', tarball, '--directory', temp, 'package']);
  return tarball;
}
