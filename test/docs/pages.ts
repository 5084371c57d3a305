import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(__dirname, '../..');

/** A page of the documentation. */
export interface Page {
  /** Path from the root of the repository. */
  readonly name: string;
  readonly text: string;
}

/** Every page that a person writes or reads, but the API reference, which has its own test. */
export const PAGES: readonly Page[] = [
  ...markdownIn('.'),
  ...markdownIn('docs'),
  'packages/cdktn/README.md',
  ...markdownIn('.github'),
  ...modules(),
].map((name) => ({ name, text: readFileSync(path.join(ROOT, name), 'utf8') }));

function markdownIn(folder: string): string[] {
  if (!existsSync(path.join(ROOT, folder))) return [];
  return readdirSync(path.join(ROOT, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file));
}

function modules(): string[] {
  const folder = path.join(ROOT, 'modules');
  return readdirSync(folder).flatMap((name) => markdownIn(path.join('modules', name)));
}

/** The samples of a page in one of some languages. */
export function samples({ text }: Page, ...languages: string[]): string[] {
  return [...text.matchAll(/^([ \t]*)```(\w+)\n([^]*?)^\1```$/gm)]
    .filter(([, , language]) => languages.includes(language))
    .map(([, indent, , code]) => code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
}

/** The page of a name. */
export function page(name: string): Page {
  return PAGES.find((candidate) => candidate.name === name)!;
}
