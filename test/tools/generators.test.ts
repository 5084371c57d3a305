import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const generators = readdirSync(path.join(root, 'tools')).filter((file) => file.startsWith('generate-'));

test.each(generators)('tools/%s has a script of the package', (file) => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(Object.values(scripts).filter((command) => command.includes(`tools/${file}`))).not.toEqual([]);
});

test('nothing but .ci/run reads beside this repository', () => {
  const outside = ['src', 'test', 'tools', 'bench', 'examples'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .map((file) => path.join(root, folder, String(file)))
      .filter((file) => /\.(ts|js|mjs|json)$/.test(file) && !/node_modules|cdktf\.out|target|lib\//.test(file))
      .filter((file) => /['"/]\.\.\/shared\b|['"]shared['"], ['"](xsd|facts)/.test(readFileSync(file, 'utf8'))),
  );
  expect(outside.filter((file) => file !== __filename)).toEqual([]);
});
