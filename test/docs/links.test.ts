import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PAGES, ROOT } from './pages';

/** The anchors of a page, as GitHub makes them from its headings. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

const LINKS = PAGES.flatMap(({ name, text }) =>
  [...text.replaceAll(/^```[^]*?^```$/gm, '').matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, target]) => ({
    name,
    target,
  })),
);

test.each(PAGES)('every link of $name leads to a file, and to a heading in it', ({ name }) => {
  const dead = LINKS.filter((link) => link.name === name).filter(({ target }) => {
    const [file, anchor] = target.split('#');
    const destination = file === '' ? path.join(ROOT, name) : path.join(ROOT, path.dirname(name), file);
    if (!existsSync(destination)) return true;
    if (anchor === undefined || statSync(destination).isDirectory() || !destination.endsWith('.md')) return false;
    return !anchors(readFileSync(destination, 'utf8')).includes(anchor);
  });
  expect(dead.map(({ target }) => target)).toEqual([]);
});

test('every script that a page names is one of the package', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
  const named = PAGES.flatMap(({ name, text }) =>
    [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, script]) => ({ name, script })),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ script }) => !(script in scripts))).toEqual([]);
});
