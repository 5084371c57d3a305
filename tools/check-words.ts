// Reports retired words in sources and pages: npm run lint:words. tools/words/left.json has how many of them a file may
// still have, from before the words were retired; npm run lint:words -- --update writes it after some were replaced.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Hit, inPage, inSource } from './words/retired-words';

const ROOT = path.join(__dirname, '..');
const LEFT = path.join(__dirname, 'words/left.json');
const FOLDERS = ['src', 'tools', 'docs', 'modules', 'examples', 'cdktn', '.github', 'test'];
const SKIPPED =
  /^cdktn\/(?!README)|(^|\/)(node_modules|lib|target|api|cdktf\.out|permitted-table\.ts|retired-words\.(test\.)?ts)(\/|$)/;
const TEXTS = /\.(ts|md)$/;

function files(): string[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true }).map((file) => path.join(folder, String(file))),
  );
  const names = [...readdirSync(ROOT), ...inFolders];
  // Of the tests, only what a person reads: their pages.
  return names
    .filter((name) => TEXTS.test(name) && !SKIPPED.test(name) && !/^test\/.*\.ts$|\.d\.ts$/.test(name))
    .sort();
}

function hitsIn(file: string): Hit[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return file.endsWith('.md') ? inPage(text) : inSource(text);
}

function main(): void {
  const found = new Map(files().map((file) => [file, hitsIn(file)]));
  if (process.argv.includes('--update')) {
    const left = Object.fromEntries(
      [...found].filter(([, hits]) => hits.length > 0).map(([file, { length }]) => [file, length]),
    );
    writeFileSync(LEFT, `${JSON.stringify(left, undefined, 2)}\n`);
    return;
  }
  const left = JSON.parse(readFileSync(LEFT, 'utf8')) as Record<string, number>;
  for (const [file, hits] of found) {
    if (hits.length <= (left[file] ?? 0)) continue;
    for (const { line, word, instead } of hits)
      console.error(`${file}:${line}: "${word}" is retired: write ${instead}`);
    process.exitCode = 1;
  }
}

main();
