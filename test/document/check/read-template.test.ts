import { isTemplate, readTemplate } from '../../../src/document/check/read-template';
import { FILLED_IN } from '../../../src/document/check/unresolved-value';

/** A text with its placeholders as `~`, one for each character. */
const shown = (text: string) => text.replaceAll(FILLED_IN, '~');
const texts = (template: string) => readTemplate(template).texts.map(shown);

describe('a file is a template by its directives', () => {
  test.each([
    ['<a>%{ if x }<b/>%{ endif }</a>', true],
    ['<a>%{~for x in y}<b/>%{~endfor}</a>', true],
    ['<a>%%{ if x }</a>', false],
    ['<a b="${c}"/>', false],
    ['<a b="%{random}"/>', false],
  ])('%s: %s', (text, expected) => expect(isTemplate(text)).toBe(expected));
});

describe('a template is read as XML of the same length', () => {
  test.each([
    ['<a b="${c}"/>', '<a b="~~~~"/>'],
    ['<a ${b}/>', '<a     />'],
    ['<a${b} c="d"/>', '<a~~~~ c="d"/>'],
    ['<a b${c}="d"/>', '<a b~~~~="d"/>'],
    ['<a>${b}</a>', '<a>~~~~</a>'],
    ['<a b="$${c}"/>', '<a b="$${c}"/>'],
    ['<a b="%%{c}"/>', '<a b="%%{c}"/>'],
    ['<a b="${"}"}"/>', '<a b="~~~~~~"/>'],
    ['<a b="${x ? "${y}" : "\\""}"/>', `<a b="${'~'.repeat(20)}"/>`],
    ['<a b="${ { c = 1 } }"/>', `<a b="${'~'.repeat(14)}"/>`],
    ['<a b="${c', '<a b="${c'],
    ['<a>%{ for x in y }\n<b/>%{ endfor }</a>', `<a>${' '.repeat(15)}\n<b/>${' '.repeat(11)}</a>`],
    ['<a b="%{ if x }1%{ else }2%{ endif }"/>', `<a b="${'~'.repeat(9)}1${'~'.repeat(9)}2${'~'.repeat(10)}"/>`],
    ['<!-- <a ${b} --><c ${d}/>', '<!-- <a ~~~~ --><c     />'],
    ["<a b='\"' ${c}/>", "<a b='\"'     />"],
    ['<![CDATA[<a ${b}]]><c ${d}/>', '<![CDATA[<a ~~~~]]><c     />'],
    ['<?a ${b}?><c ${d}/>', '<?a ~~~~?><c     />'],
  ])('%s', (template, expected) => expect(texts(template)).toEqual([expected]));
});

describe('both ways through a condition are read', () => {
  const blank = (text: string) => ' '.repeat(text.length);

  test('with two branches', () => {
    const [start, middle, end] = ['%{ if x }', '%{ else }', '%{ endif }'];
    expect(texts(`<a>${start}<b/>${middle}<cc/>${end}</a>`)).toEqual([
      `<a>${blank(start)}<b/>${blank(middle)}${blank('<cc/>')}${blank(end)}</a>`,
      `<a>${blank(start)}${blank('<b/>')}${blank(middle)}<cc/>${blank(end)}</a>`,
    ]);
  });

  test.each(['%{ for x in y }<a/>%{ else }<b/>%{ endfor }', '<a/>%{ endif }', '<a>%{ for x in y }</a>'])(
    'a block that Terraform cannot read is an error: %s',
    (template) => expect(() => readTemplate(template)).toThrow('%{'),
  );

  test('values, blocks and tags with unknown attributes are counted', () => {
    const { values, blocks, tagsWithUnknownAttributes } = readTemplate(
      '<a>%{ if x }<b c="${d}"/>%{ endif }%{ for e in f }<g ${h}/>%{ endfor }</a>',
    );
    expect({ values, blocks, tags: [...tagsWithUnknownAttributes] }).toEqual({ values: 2, blocks: 2, tags: [50] });
  });
});
