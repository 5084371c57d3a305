// Reports retired words in sources and pages: npm run lint:words.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Hit, inPage, inSource } from './words/retired-words';

const ROOT = path.join(__dirname, '..');
const FOLDERS = ['src', 'tools', 'docs', 'modules', 'examples', 'packages/cdktn', '.github', 'test'];
const SKIPPED =
  /^packages\/cdktn\/(?!README)|(^|\/)(node_modules|lib|target|api|cdktf\.out|permitted-table\.ts|retired-words\.(test\.)?ts)(\/|$)/;
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

for (const file of files()) {
  for (const { line, word, instead } of hitsIn(file)) {
    console.error(`${file}:${line}: "${word}" is retired: write ${instead}`);
    process.exitCode = 1;
  }
}
