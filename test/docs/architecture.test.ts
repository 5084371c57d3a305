import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { floors } from '../../tools/architecture-report';
import { page, ROOT } from './pages';

const architecture = page('docs/architecture.md');

test('docs/architecture.md draws the floors that the dependency check has, in their order', () => {
  const [, table] = /## Floors\n([^]*?)\n## /.exec(architecture.text)!;
  const drawn = [...table.matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, floor]) => floor);
  expect(drawn.filter((name) => !name.includes('/'))).toEqual(floors());
});

test.each([page('CONTRIBUTING.md'), architecture, page('docs/testing.md')])(
  'every file and folder that $name names is there',
  ({ text }) => {
    const named = [...text.matchAll(/`((?:src|test|tools|docs|examples|modules|bench|\.ci)\/[\w./-]*)`/g)].map(
      ([, name]) => name,
    );
    const generated = ['docs/api'];
    const missing = named.filter((name) => !generated.includes(name) && !existsSync(path.join(ROOT, name)));
    expect(named.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  },
);

test('every constant that a recipe names is in the code', () => {
  const named = [...page('CONTRIBUTING.md').text.matchAll(/`([A-Z]{3,}(?:_[A-Z]+)*)`/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(1);
  const code = ['src', 'test', 'tools'].flatMap((folder) =>
    globSync(`${folder}/**/*.ts`, { cwd: ROOT }).map((file) => readFileSync(path.join(ROOT, file), 'utf8')),
  );
  expect(named.filter((name) => !code.some((text) => text.includes(`const ${name}`)))).toEqual([]);
});

test('every step of a recipe is numbered, and each recipe ends with what proves it', () => {
  const recipes = page('CONTRIBUTING.md')
    .text.split(/^## /m)
    .filter((section) => section.startsWith('Add '));
  expect(recipes).toHaveLength(5);
  for (const recipe of recipes) expect(recipe).toMatch(/^\d\. Prove it: `(npm|npx jest) /m);
});

test('CONTRIBUTING.md names the script of every generated file', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
  const generators = Object.keys(scripts).filter((name) => /^(generate|docs):/.test(name));
  const { text } = page('CONTRIBUTING.md');
  expect(generators.filter((name) => !text.includes(`\`npm run ${name}\``))).toEqual([]);
});
