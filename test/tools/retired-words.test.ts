import { inPage, inSource, RETIRED_WORDS } from '../../tools/words/retired-words';

const words = (hits: readonly { word: string; line: number }[]) => hits.map(({ word, line }) => `${line} ${word}`);

test.each([
  'AWS refuses it',
  'the refusals',
  'where it stands',
  'it tells why',
  'as told',
  'planned for ever',
  'dropped without a word',
  'lets in a group',
  'made anew',
  'be it text or a file',
  'has bits set behind its prefix',
  'holds the plan against its rules',
  'the neighbours of a member',
  'a word spelt wrong',
  'gets an information',
])('"%s" has a retired word', (text) => {
  expect(inPage(text)).toHaveLength(1);
});

test.each([
  'a stand-in for AWS',
  'it stands for a version',
  'a standby',
  'standard',
  'understand',
  'forever',
  'retell',
  'holds connectors',
  'the neighbors',
])('"%s" has none', (text) => {
  expect(inPage(text)).toEqual([]);
});

test('code of a page is no prose', () => {
  expect(words(inPage('a `refused` b\n```ts\nrefused();\n```\nit is refused'))).toEqual(['5 refused']);
});

test('comments, strings and templates of a source are prose, names are not', () => {
  const source = [
    'const refused = 1; // refused',
    "const a = 'told';",
    'const b = `it stands ${c({ refused: `stand` })} and ${refused} told`;',
    '/* lets',
    ' in anew */',
  ].join('\n');
  expect(words(inSource(source))).toEqual(['1 refused', '2 told', '3 stands', '3 stand', '3 told', '5 anew']);
});

test('each retired word has what to write instead', () => {
  for (const { instead } of RETIRED_WORDS) expect(instead).not.toBe('');
});
