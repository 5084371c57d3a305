import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './python';

test('the sample of docs/python.md is the main example', () => {
  const [, sample] = /```python\n([^]*?)```/.exec(readFileSync(path.join(ROOT, 'docs', 'python.md'), 'utf8')) ?? [];
  const example = readFileSync(path.join(ROOT, 'examples', 'active-standby', 'main.py'), 'utf8');
  expect(example.replace(/^#.*\n/gm, '')).toBe(sample);
});
