import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { apiReference } from '../../tools/api-reference';

const root = path.join(__dirname, '..', '..');
const folder = path.join(root, 'docs', 'api');
const committed = Object.fromEntries(
  readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
);

test('docs/api is made from the assembly as it was built', () => {
  const made = apiReference(root);
  const stale = [...new Set([...Object.keys(made), ...Object.keys(committed)])].filter(
    (file) => made[file] !== committed[file],
  );
  expect(stale.length === 0 ? 'current' : `stale, run npm run docs:api: ${stale.join(', ')}`).toBe('current');
}, 300_000);

test('every link of docs/api leads somewhere', () => {
  const links = Object.entries(committed).flatMap(([page, text]) =>
    [...text.matchAll(/href="([^"#]*)#([^"]+)"/g)].map(([, file, id]) => ({ file: file || page, id })),
  );
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter(({ file, id }) => !committed[file]?.includes(` id="${id}"`))).toEqual([]);
});

test('docs/api shows every text of a docstring as it was written', () => {
  const broken = Object.entries(committed).filter(([, text]) => text.includes('[object '));
  expect(broken.map(([file]) => file)).toEqual([]);
});
