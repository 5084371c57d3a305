import {
  destinationPatterns,
  isWrittenPlainly,
  patternsOverlap,
  strayWildcard,
} from '../../../src/document/check/destination-entry';
import { parseXml } from '../../../src/document/xml/parse-xml';

// Each as a DestinationMap of ActiveMQ 5.19.1 answers, in which the first has an entry.
test.each<[pattern: string, other: string, overlap: boolean]>([
  ['a', 'a', true],
  ['a', 'b', false],
  ['a', 'A', false],
  ['a.b', 'a', false],
  ['a', 'a.b', false],
  ['*', 'a', true],
  ['*', 'a.b', false],
  ['a.*', 'a', false],
  ['a.*', 'a.b', true],
  ['a.*', '*.b', true],
  ['a.*', '*.*.b', false],
  ['a.*.c', 'a.b.*', true],
  ['a.*.c', 'a.b.b', false],
  ['>', 'a', true],
  ['>', '*.a', true],
  ['a.>', 'a', true],
  ['a.>', 'b', false],
  ['a.>', 'a.b.a', true],
  ['a.>', '*', true],
  ['a.b', 'a.>', true],
  ['a.b.>', 'a.*', true],
  ['*.b.>', 'a.a.>', false],
])('%s and %s: some name matches both: %s', (pattern, other, overlap) => {
  expect(patternsOverlap(pattern, other)).toBe(overlap);
});

test.each<[names: string, instead: string | undefined]>([
  ['sensors/#', 'sensors.>'],
  ['sensors/+/temperature', 'sensors.*.temperature'],
  ['+', '*'],
  ['orders.#', 'orders.>'],
  ['+.a, b/+/#', '*.a, b.*.>'],
  ['#/a', undefined],
  ['a/#/b', undefined],
  ['a*/+', undefined],
])('%s is for MQTT', (names, instead) => {
  expect(strayWildcard(names)).toEqual({ reason: expect.stringContaining('wildcards of MQTT'), instead });
});

test.each(['a', 'a/b', 'a+b', 'C#', 'a.C#.b', '##', 'a.*.>', '*', '>', 'a, b.>', '>.>', ''])(
  '%s is what it seems',
  (names) => {
    expect(strayWildcard(names)).toBeUndefined();
  },
);

describe('names that ActiveMQ reads alike are alike', () => {
  test.each<[written: string, read: string[]]>([
    ['orders', ['orders']],
    [' orders , bills ', ['orders', 'bills']],
    ['orders.>', ['orders.>']],
    ['orders.>.>', ['orders.>']],
    ['orders.>.>.>', ['orders.>']],
    ['>.>', ['>']],
    ['>.>.>', ['>']],
    ['*.>', ['>']],
    ['orders.*.>', ['orders.*.>']],
    ['orders>.>', ['orders>.>']],
  ])('%s', (written, read) => {
    const entry = parseXml(`<policyEntry queue="${written}"/>`).root;
    expect(destinationPatterns(entry, 'queue')).toEqual(read);
    expect(destinationPatterns(entry, 'topic')).toEqual([]);
    expect(isWrittenPlainly(entry)).toBe(written === read[0]);
  });
});
