import { UnusableError } from './command';

/** Standard input under the name it has in messages. */
export function shownName(file: string): string {
  return file === '-' ? '<stdin>' : file;
}

/** The one file that a command's arguments name. */
export function onlyFile(files: readonly string[], usage: string): string {
  if (files.length !== 1)
    throw new UnusableError(`give one file, or - for the standard input, got ${files.length}; ${usage}`);
  return files[0];
}
