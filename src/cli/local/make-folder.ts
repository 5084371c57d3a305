import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TwinFile } from '../../local-twin/twin-files';
import { UnusableError } from '../command';

/** Rejects a folder that exists: nothing in it may be overwritten, and nothing of another twin may stay. */
export function requireNew(folder: string): void {
  if (!existsSync(folder)) return;
  throw new UnusableError(`--out ${folder} exists; remove it, or give the name of a new folder`);
}

/**
 * Makes a folder whole or not at all.
 *
 * @param finish adds what other programs write
 */
export function makeFolder(folder: string, files: readonly TwinFile[], finish: (made: string) => void): void {
  let beside: string | undefined;
  try {
    const parent = path.dirname(path.resolve(folder));
    mkdirSync(parent, { recursive: true });
    beside = mkdtempSync(path.join(parent, `.${path.basename(folder)}.`));
    for (const { path: name, text, mode } of files) {
      const file = path.join(beside, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text, { mode });
    }
    finish(beside);
    chmodSync(beside, 0o755);
    renameSync(beside, folder);
  } catch (error) {
    if (beside !== undefined) rmSync(beside, { recursive: true, force: true });
    if (error instanceof UnusableError) throw error;
    const { code = 'cannot be written' } = error as NodeJS.ErrnoException;
    throw new UnusableError(`--out ${folder}: ${code}; give a folder that can be made, on a disk with space`);
  }
}
