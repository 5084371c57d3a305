import { documentFormDepartures } from '../../src/plan-review/reviews/document-form';
import { plainText } from '../../src/util/phrase';
import { growth, MOST_GROWTH } from '../support/growth';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const departures = (text: string): string[] => documentFormDepartures(text).map(plainText);

test.each([
  ['the stored form', `${DECLARATION}<a b="1" c='2'><d e="&gt;"/></a>`, []],
  ['a declaration with other white space', '<?xml  version="1.0"\n encoding="UTF-8"\t\tstandalone="yes" \n?><a/>', []],
  ['a text without declaration', '<a/>', ['without its XML declaration']],
  [
    'a declaration that is only in a comment',
    `<!-- ${DECLARATION} --><a/>`,
    ['without its XML declaration', 'with comments'],
  ],
  ['a declaration without standalone', '<?xml version="1.0" encoding="UTF-8"?><a/>', ['without its XML declaration']],
  ['a comment', `${DECLARATION}<!-- <a c="1" b="2"/> --><a/>`, ['with comments']],
  [
    'attributes out of order, at any depth',
    `${DECLARATION}<a><b c="1" d="2"/><e g="1"\n f='2'/></a>`,
    ['with attributes out of order'],
  ],
  [
    'attributes out of order, with white space around their signs',
    `${DECLARATION}<a  c =\n "1"\t\n b\n =  '2'/>`,
    ['with attributes out of order'],
  ],
  ...[
    ['a comment', '<!-- > -->', ['with comments']],
    ['a CDATA section', '<![CDATA[>]]>', []],
    ['an instruction', '<?pi >?>', []],
    ['an end tag', '<c></c>', []],
  ].map(([what, passed, more]): [string, string, string[]] => [
    `attributes out of order behind ${what as string}`,
    `${DECLARATION}<a>${passed as string}<b d="" c=""/></a>`,
    [...more, 'with attributes out of order'],
  ]),
  ['attributes whose names begin alike', `${DECLARATION}<a b="1" bc="2" c="3"/>`, []],
  ['a value with quotation marks of the other kind', `${DECLARATION}<a b="x' a='1" c='x" a="1'/>`, []],
  ['a tag in a CDATA section', `${DECLARATION}<a><![CDATA[<b d="1" c="2"/>]]></a>`, []],
  ['a tag in an instruction', `${DECLARATION}<?pi <b d="1" c="2"/>?><a/>`, []],
  ['a value with signs of a tag', `${DECLARATION}<a b="x > y='z' a='1'" c=""/>`, []],
])('the form of %s', (_what, text, expected) => {
  expect(departures(text)).toEqual(expected);
});

test.each([
  ['instructions that begin comments', (size: number) => `<?pi ${'<!--'.repeat(size)}?>`],
  ['instructions that begin tags', (size: number) => `<?pi ${"<a x='<a'".repeat(size)}?>`],
  [
    'attributes',
    (size: number) =>
      `<a ${Array.from({ length: size }, (_, index) => `b${index}="1"`)
        .sort()
        .join(' ')}/>`,
  ],
])('%s take linear time', async (_what, textOf) => {
  const reading = (size: number) => {
    const text = DECLARATION + textOf(size);
    return () => documentFormDepartures(text);
  };
  expect(await growth(reading(20_000), reading(40_000))).toBeLessThan(MOST_GROWTH);
});
