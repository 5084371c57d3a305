import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');

/** What a generator in tools/ says of the file it makes: nothing where the file is as it should be. */
export function checkGenerated(tool: string): string {
  const { stderr } = spawnSync(process.execPath, ['-r', './tools/register-typescript', `tools/${tool}`, '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  return stderr;
}
