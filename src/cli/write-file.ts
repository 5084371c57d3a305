import { writeFileSync } from 'node:fs';
import { UnusableError } from './command';

/** Writes a file; one that cannot be written is an {@link UnusableError}, under the name by which the user gave it. */
export function writeFile(file: string, text: string, name: string = file): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const { code = 'cannot be written' } = error as NodeJS.ErrnoException;
    throw new UnusableError(`${name}: ${code}; give a file in a folder that can be written`);
  }
}
