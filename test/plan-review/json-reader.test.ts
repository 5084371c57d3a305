import fc from 'fast-check';
import { JsonReader } from '../../src/plan-review/plan/json-reader';
import { parseResource } from '../../src/plan-review/plan/parse-resource';

function readerOf(json: string, offset = 0): JsonReader {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(json)]);
  return new JsonReader(bytes.subarray(offset), 'utf8');
}

/** The values of the members as they are read, each parsed by itself; those that are skipped are undefined. */
function membersIn(json: string, skipped: ReadonlySet<string> = new Set(), offset = 0): Record<string, unknown> {
  const reader = readerOf(json, offset);
  const values: Record<string, unknown> = Object.create(null);
  for (const name of reader.members()) values[name] = skipped.has(name) ? undefined : reader.value();
  reader.end();
  return { ...values };
}

const objects = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()).map((value) => ({ ...value }));

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
    ['{"a":"x\\nyyy"}', { a: 'x\nyyy' }],
    ['{"a":-1.5e+10,"b":""}', { a: -1.5e10, b: '' }],
    ['{}', {}],
    [`{"a":"${'x'.repeat(31)}\\\\","b":"${'y'.repeat(30)}\\""}`, { a: `${'x'.repeat(31)}\\`, b: `${'y'.repeat(30)}"` }],
  ])('are found in %s', (text, expected) => {
    expect(membersIn(text)).toEqual(expected);
    expect(JSON.parse(text)).toEqual(expected);
  });

  it.each([
    '',
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
    '{1:2}',
    '{[1]:2}',
    '{"a":1}}',
    '{"a":1} x',
    '{"a" 1}',
    '{"a":[1}',
    '{"a":"x\\',
  ])('are rejected in %j, which is no object, or not whole', (text) => {
    expect(() => membersIn(text)).toThrow(SyntaxError);
  });

  it('are those that the parser finds, however the text is laid out and wherever it starts in memory', () => {
    fc.assert(
      fc.property(objects, fc.nat({ max: 4 }), fc.nat({ max: 3 }), (value, indent, offset) => {
        const text = JSON.stringify(value, null, indent);
        expect(membersIn(text, new Set(), offset)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('are found beside others that are skipped', () => {
    fc.assert(
      fc.property(objects, fc.func(fc.boolean()), (value, isSkipped) => {
        const skipped = new Set(Object.keys(value).filter((name) => isSkipped(name)));
        const read = Object.entries(JSON.parse(JSON.stringify(value)) as object);
        const expected = read.map(([name, member]) => [name, skipped.has(name) ? undefined : (member as unknown)]);
        expect(membersIn(JSON.stringify(value), skipped)).toEqual(Object.fromEntries(expected));
      }),
    );
  });

  it('are rejected where any object is cut off', () => {
    fc.assert(
      fc.property(objects, fc.nat(), (value, at) => {
        const text = JSON.stringify(value);
        expect(() => membersIn(text.slice(0, at % text.length))).toThrow(SyntaxError);
      }),
    );
  });
});

describe('items of a JSON text', () => {
  const itemsIn = (json: string) => {
    const reader = readerOf(json);
    return [...reader.items()].map((part) => reader.parse(part));
  };

  it('are those that the parser finds', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.nat({ max: 4 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(itemsIn(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each(['', '{}', '[', '[1', '[1,', '[1,]', '[1 2]'])(
    'are rejected in %j, which is no list, or not whole',
    (text) => {
      expect(() => itemsIn(text)).toThrow(SyntaxError);
    },
  );
});

describe('objects of a JSON text with a member', () => {
  const objectsIn = (json: string) => {
    const reader = readerOf(json);
    return [...reader.objectsWith({ start: 0, end: reader.bytes.length }, 'mode', 'data')];
  };

  it.each<[string, unknown[]]>([
    ['{"mode":"data","a":{"mode":"managed"}}', [{ mode: 'data', a: { mode: 'managed' } }]],
    ['[{"a":[{"b":1,"mode": "data"}]},{"mode":"managed"}]', [{ b: 1, mode: 'data' }]],
    ['{"mode":"data","a":{"mode":"data"}}', [{ mode: 'data' }, { mode: 'data', a: { mode: 'data' } }]],
    ['{\n\t"mode" :\r\n "data"\n}', [{ mode: 'data' }]],
    ['{"a":"\\"mode\\":\\"data\\"","b":{}}', []],
    ['{"mode":"managed","data":"mode"}', []],
    ['{"kind":"data","mode":"managed"}', []],
    ['"mode":"data"}', []],
  ])('are found in %s', (text, expected) => {
    expect(objectsIn(text)).toEqual(expected);
  });
});

describe('a resource that stays as it is', () => {
  const resource = (before: unknown, after: unknown, actions = ['no-op']) => ({
    address: 'aws_vpc.a',
    change: { actions, before, after, after_unknown: {} },
  });
  const parsed = (value: unknown) => {
    const reader = readerOf(JSON.stringify(value));
    return parseResource(reader, reader.skip());
  };

  it('is parsed without the values that are there twice', () => {
    const { change } = resource({ a: 1, b: '}"' }, { a: 1, b: '}"' });
    expect(parsed(resource({ a: 1, b: '}"' }, { a: 1, b: '}"' }))).toEqual({
      address: 'aws_vpc.a',
      change: { ...change, after: undefined },
    });
  });

  it.each<[string, unknown]>([
    ['that has other values after the apply', resource({ a: 1 }, { a: 2 })],
    ['that has the values in another order', resource({ a: 1, b: 2 }, { b: 2, a: 1 })],
    ['that changes', resource({ a: 1 }, { a: 1 }, ['update'])],
    ['that has none', resource(null, null, ['delete'])],
    ['whose values have a member called after', resource({ x: { b: 1, after: { x: { b: 1, c: 1 } } } }, null)],
    ['that is cut short', { change: { actions: ['no-op'], before: { a: 1 } } }],
    ['that is no object', 3],
  ])('is parsed as a whole: one %s', (_, value) => {
    expect(parsed(value)).toEqual(value);
  });

  it('is parsed to the same change, whatever its values are', () => {
    const members = fc.dictionary(fc.constantFrom('after', 'before', 'change', 'a', 'b'), fc.jsonValue());
    fc.assert(
      fc.property(members, (before) => {
        const value = resource(before, before);
        const { change } = parsed(value) as ReturnType<typeof resource>;
        expect(change).toEqual({ ...JSON.parse(JSON.stringify(value.change)), after: change.after });
        expect([undefined, JSON.stringify(before)]).toContain(change.after && JSON.stringify(change.after));
      }),
    );
  });
});
