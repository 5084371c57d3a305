import fc from 'fast-check';
import { jsonMembers } from '../../src/plan-review/plan/json-members';

/** The values of the members as they are found, parsed one by one. */
function valuesIn(text: string): Record<string, unknown> | undefined {
  const members = jsonMembers(text);
  return (
    members &&
    Object.fromEntries([...members].map(([name, { start, end }]) => [name, JSON.parse(text.slice(start, end))]))
  );
}

const objects = fc
  .dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue(), { minKeys: 1 })
  .map((value) => ({ ...value }));

describe('members of a JSON text', () => {
  it.each<[string, Record<string, unknown>]>([
    [' \n{ "a" : 1 ,\t"b":[2,{"c":3}] }\r\n', { a: 1, b: [2, { c: 3 }] }],
    ['{"a":"\\"","b":"\\\\","c":"\\\\\\"}"}', { a: '"', b: '\\', c: '\\"}' }],
    ['{"a":"{[","b":{"]":"}"}}', { a: '{[', b: { ']': '}' } }],
    [
      '{"\\u0061\\"":true,"b":{"resource_changes":[1]},"c":null}',
      { 'a"': true, b: { resource_changes: [1] }, c: null },
    ],
    ['{"a":1,"a":2}', { a: 2 }],
    ['{"a":-1.5e+10,"b":""}', { a: -1.5e10, b: '' }],
  ])('%s', (text, expected) => {
    expect(valuesIn(text)).toEqual(expected);
    expect(JSON.parse(text)).toEqual(expected);
  });

  it.each([
    '',
    '{}',
    '[]',
    '1',
    '"{}"',
    '{',
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,',
    '{"a":1,}',
    '{a:1}',
    '{"a":1}}',
    '{"a":1} x',
    '{"a" 1}',
  ])('finds none in %j, which is no object with members, or not whole', (text) => {
    expect(jsonMembers(text)).toBeUndefined();
  });

  it('finds in any object what the parser finds, however it is laid out', () => {
    fc.assert(
      fc.property(objects, fc.nat({ max: 4 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(valuesIn(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('finds none where any object is cut off', () => {
    fc.assert(
      fc.property(objects, fc.nat(), (value, at) => {
        const text = JSON.stringify(value);
        expect(jsonMembers(text.slice(0, at % text.length))).toBeUndefined();
      }),
    );
  });
});
