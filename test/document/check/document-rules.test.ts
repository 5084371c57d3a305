import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DOCUMENT_RULES } from '../../../src/document/check/document-rules';
import { withFindings } from '../../../tools/document-page/findings-section';

test('docs/document.md shows every rule with an example and its fix; npm run docs:document writes it anew', () => {
  const page = readFileSync(path.join(__dirname, '../../../docs/document.md'), 'utf8');
  expect(page).toBe(withFindings(page));
});

test('codes are kebab-case words', () => {
  for (const code of Object.keys(DOCUMENT_RULES)) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
