import {
  chmodSync,
  chownSync,
  closeSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { UnusableError } from './command';

/**
 * Writes a file whole or not at all: where the write fails, as on a full disk, what was there is left as it is. Keeps the
 * mode and owner of a file, and links to it. One that cannot be written is an {@link UnusableError}, under the name by which the
 * user gave it.
 *
 * @param mode of a file that is new
 */
export function writeFile(file: string, text: string, name: string = file, mode = 0o666): void {
  try {
    const target = targetOf(file);
    const old = statSync(target, { throwIfNoEntry: false });
    if (old !== undefined && !old.isFile()) writeFileSync(target, text);
    else if (old !== undefined && old.nlink > 1) overwriteFile(target, text);
    else replaceFile(target, text, mode, old);
  } catch (error) {
    const { code = 'cannot be written' } = error as NodeJS.ErrnoException;
    throw new UnusableError(`${name}: ${code}; give a file in a folder that can be written, on a disk with space`);
  }
}

/** The file that a link leads to. */
function targetOf(file: string): string {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(file) : file;
}

/** The other names of a file with hard links show the new text too, so it is written in place. */
function overwriteFile(file: string, text: string): void {
  const old = readFileSync(file);
  const descriptor = openSync(file, 'r+');
  try {
    writeFileSync(descriptor, text);
    ftruncateSync(descriptor, Buffer.byteLength(text));
  } catch (error) {
    // The old text still has its place on the disk.
    writeSync(descriptor, old, 0, old.length, 0);
    ftruncateSync(descriptor, old.length);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function replaceFile(file: string, text: string, mode: number, old: Stats | undefined): void {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, text, { mode: old === undefined ? mode : old.mode & 0o777, flag: 'wx' });
    if (old !== undefined) giveTo(beside, old);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Gives a new file the owner of the old one, as far as this process may, and its mode: the umask does not apply to it. */
function giveTo(file: string, { uid, gid, mode }: Stats): void {
  const made = statSync(file);
  if (made.uid !== uid || made.gid !== gid) {
    try {
      chownSync(file, uid, gid);
    } catch {
      // Only root may give a file away.
    }
  }
  chmodSync(file, mode & 0o7777);
}
