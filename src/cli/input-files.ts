import { realpathSync } from 'node:fs';
import path from 'node:path';
import { shownLiteral } from '../util/phrase';
import { type CommandIo, UnusableError } from './command';

/** Characters by which a name is a pattern, where no file has that very name. */
const PATTERN = /[*?[\]{}]/;

/**
 * The files that the arguments of a command name, each once: files, `-` for the standard input, and patterns such as
 * `config/**` + `/*.xml`.
 */
export async function inputFiles(names: readonly string[], usage: string, io: CommandIo): Promise<string[]> {
  if (names.length === 0) throw new UnusableError(`give a file, a pattern, or - for the standard input; ${usage}`);
  const files = new Map<string, string>();
  for (const name of names) {
    if (name === '') throw new UnusableError(`the name of a file is empty; ${usage}`);
    for (const file of await filesOf(name)) {
      const key = file === '-' ? '-' : pathOf(file);
      if (files.has(key)) io.err(`${shownLiteral(file)} is given twice; it is read once\n`);
      else files.set(key, file);
    }
  }
  return [...files.values()];
}

/** Two names of one file are the same, through links too. */
function pathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

async function filesOf(name: string): Promise<string[]> {
  if (!PATTERN.test(name) || isFile(name)) return [name];
  // Loaded only for a pattern: most runs name files.
  const { globSync } = await import('tinyglobby');
  const files = globSync(name, {
    absolute: path.isAbsolute(name),
    expandDirectories: false,
    // A mounted ConfigMap of Kubernetes has nothing but links.
    followSymbolicLinks: true,
  }).sort();
  if (files.length === 0) throw new UnusableError(`${name}: no file matches; quote the pattern, or check the folder`);
  const byPath = new Map<string, string>();
  for (const file of files) if (!byPath.has(pathOf(file))) byPath.set(pathOf(file), file);
  return [...byPath.values()];
}

function isFile(name: string): boolean {
  try {
    realpathSync(name);
    return true;
  } catch {
    return false;
  }
}
