import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generateCdktn } from '../../tools/cdktn/generate';

const target = mkdtempSync(path.join(os.tmpdir(), 'cdktn-'));
afterAll(() => rmSync(target, { recursive: true }));

/** The relative imports of a file that lead to nothing. */
function deadImports(file: string): string[] {
  const specifiers = [...readFileSync(file, 'utf8').matchAll(/ from '(\.[^']+)'/g)].map(([, specifier]) => specifier);
  return specifiers.filter((specifier) => {
    const imported = path.resolve(path.dirname(file), specifier);
    return !['', '.ts', '.js', '/index.ts'].some((end) => existsSync(`${imported}${end}`));
  });
}

test('no source or test of the package imports what is left out of it', () => {
  generateCdktn(path.join(__dirname, '..', '..'), target);
  const files = ['src', 'test'].flatMap((folder) =>
    readdirSync(path.join(target, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(folder, name)),
  );
  expect(files).toContain(path.join('test', 'monitoring', 'maintenance-mute.test.ts'));
  const dead = files.map((file) => [file, deadImports(path.join(target, file))] as const);
  expect(dead.filter(([, specifiers]) => specifiers.length > 0)).toEqual([]);
});
