import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DOCUMENT_RULES, type DocumentRule } from '../../../src/document/check/document-rules';

test('docs/document.md tells every rule, with severity, reason and source', () => {
  const page = readFileSync(path.join(__dirname, '../../../docs/document.md'), 'utf8');
  const rows = page.split('\n').filter((line) => /^\| `[a-z-]+` \| (error|warning) /.test(line));
  const rules: [string, DocumentRule][] = Object.entries(DOCUMENT_RULES);
  expect(rows).toEqual(
    rules.map(([code, { severity, reason, source }]) => {
      const shown = source.startsWith('http') ? `<${source}>` : source;
      return `| \`${code}\` | ${severity} | ${reason} | ${shown} |`;
    }),
  );
});

test('codes are kebab-case words', () => {
  for (const code of Object.keys(DOCUMENT_RULES)) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
