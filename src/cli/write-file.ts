import { chmodSync, lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UnusableError } from './command';

/**
 * Writes a file whole or not at all: where the write fails, as on a full disk, what was there is left as it is. Keeps the
 * mode of a file and a link to it. One that cannot be written is an {@link UnusableError}, under the name by which the
 * user gave it.
 *
 * @param mode of a file that is new
 */
export function writeFile(file: string, text: string, name: string = file, mode = 0o666): void {
  try {
    const target = targetOf(file);
    const old = statSync(target, { throwIfNoEntry: false });
    if (old !== undefined && !old.isFile()) writeFileSync(target, text);
    else replaceFile(target, text, old === undefined ? mode : old.mode & 0o7777, old !== undefined);
  } catch (error) {
    const { code = 'cannot be written' } = error as NodeJS.ErrnoException;
    throw new UnusableError(`${name}: ${code}; give a file in a folder that can be written, on a disk with space`);
  }
}

/** The file that a link leads to. */
function targetOf(file: string): string {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(file) : file;
}

function replaceFile(file: string, text: string, mode: number, isOld: boolean): void {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, text, { mode, flag: 'wx' });
    // What the process may not give is asked for again: the umask does not apply to a file that was there.
    if (isOld) chmodSync(beside, mode);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
