import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { EFFECTS } from '../../src/plan-review/findings/effects';
import { MOST_ALLOWANCES, readAllowFile } from '../../src/plan-review/report/allow-file';

const read = (text: string) => readAllowFile('allow.yml', Buffer.from(text));
const schema = JSON.parse(fs.readFileSync(path.join(__dirname, '../../json-schema/allow-file.json'), 'utf8')) as object;
const ajv = new Ajv({ strict: false });
addFormats(ajv);
const isValid = ajv.compile(schema);

const GOOD = `# approved
allow:
  - address: aws_mq_broker.orders
    code: broker-replaced
    stack: messaging
    reason: "Move to the new subnets: CHG-1"
    expires: 2026-12-31
  - address: aws_subnet.*
    effect: replace
    reason: Comes with it
`;

describe('an allow file', () => {
  it('has a schema with the effects there are', () => {
    expect(JSON.stringify(schema)).toContain(JSON.stringify({ enum: EFFECTS }).slice(1, -1));
  });

  it('says what may happen where, why and until when', () => {
    expect(read(GOOD)).toEqual([
      {
        address: 'aws_mq_broker.orders',
        what: 'broker-replaced',
        stack: 'messaging',
        reason: 'Move to the new subnets: CHG-1',
        expires: '2026-12-31',
        origin: 'allow.yml:3',
      },
      {
        address: 'aws_subnet.*',
        what: 'replace',
        stack: undefined,
        reason: 'Comes with it',
        expires: undefined,
        origin: 'allow.yml:8',
      },
    ]);
    expect(isValid(parse(GOOD))).toBe(true);
  });

  it.each([
    ['text that is not YAML', 'allow: [', /^allow\.yml:1:9: is not YAML: /],
    [
      'a list at the top',
      '- address: x',
      'allow.yml:1:1: has no list allow: write allow: and one entry per line below it',
    ],
    ['nothing', '', 'allow.yml:1:1: has no list allow: write allow: and one entry per line below it'],
    ['an unknown key at the top', 'deny: []\nallow: []', 'allow.yml:1:1: unknown key deny; allowed: allow'],
    ['no list', 'allow: yes', 'allow.yml:1:8: allow is not a list: start each entry with - address:'],
    [
      'an unknown key',
      'allow:\n  - address: a.b\n    kode: broker-deleted\n    reason: x',
      'allow.yml:3:5: allow[0] has the unknown key kode; did you mean code?',
    ],
    [
      'an unknown key that is like no other',
      'allow:\n  - address: a.b\n    qqqqqqqqqq: x',
      'allow.yml:3:5: allow[0] has the unknown key qqqqqqqqqq; allowed: address, code, effect, stack, reason and expires',
    ],
    ...(
      [
        ['a number', '1: x', '1'],
        ['a list', '? [a]\n: x', '["a"]'],
        ['a merge key of YAML 1.1', '%YAML 1.1\n---\n<<: x', 'Symbol(<<)'],
      ] as const
    ).map(([what, text, name]): [string, string, RegExp] => [
      `a key that is ${what}`,
      text,
      new RegExp(`^allow\\.yml:\\d+:\\d+: unknown key ${name.replace(/[[\]()]/g, '\\$&')}; allowed: allow$`),
    ]),
    [
      'no reason',
      'allow:\n  - address: a.b\n    code: broker-deleted',
      'allow.yml:2:5: allow[0].reason is missing; write why this may happen',
    ],
    [
      'an empty reason',
      'allow:\n  - address: a.b\n    code: broker-deleted\n    reason: ""',
      'allow.yml:4:13: allow[0].reason is not a text; put it in quotation marks',
    ],
    [
      'a code that does not exist',
      'allow:\n  - address: a.b\n    code: broker-replacd\n    reason: x',
      'allow.yml:2:5: allow[0].code is not known: got broker-replacd; did you mean broker-replaced?',
    ],
    [
      'an entry without keys',
      'allow:\n  - aws_mq_broker.orders',
      'allow.yml:2:5: allow[0] has no keys; write address, code and reason',
    ],
    [
      'an entry that is an alias',
      'allow:\n  - &a { address: a.b, code: broker-deleted, reason: x }\n  - *a',
      'allow.yml:3:5: allow[1] is the YAML alias *a; write out what it stands for',
    ],
    [
      'a key twice',
      'allow:\n  - address: a.b\n    address: a.c\n    code: broker-deleted\n    reason: x',
      'allow.yml:3:5: allow[0].address is there twice; keep one',
    ],
    [
      'an alias in the place of a text',
      'allow:\n  - address: &a a.b\n    code: broker-deleted\n    reason: *a',
      'allow.yml:4:13: allow[0].reason is the YAML alias *a; write out what it stands for',
    ],
    [
      'a number in the place of a text',
      'allow:\n  - address: a.b\n    code: broker-deleted\n    reason: 1',
      'allow.yml:4:13: allow[0].reason is not a text; put it in quotation marks',
    ],
    [
      'a reason of spaces',
      'allow:\n  - address: a.b\n    code: broker-deleted\n    reason: "  "',
      'allow.yml:4:13: allow[0].reason is not a text; put it in quotation marks',
    ],
    ['a list that is an alias', 'allow: *a', /^allow\.yml:1:8: /],
    ['two documents', 'allow: []\n---\nallow: []', /^allow\.yml:2:1: has several documents; write one list$/],
    ['the list twice', 'allow: []\nallow: []', 'allow.yml:2:1: allow is there twice; write one list'],
    [
      'a code that is like no other',
      'allow:\n  - address: a.b\n    code: qqqqqqqqqqqqqqqq\n    reason: x',
      'allow.yml:2:5: allow[0].code is not known: got qqqqqqqqqqqqqqqq; copy it from the report',
    ],
    [
      'an effect that does not exist',
      'allow:\n  - address: a.b\n    effect: replac\n    reason: x',
      'allow.yml:2:5: allow[0].effect is not known: got replac; did you mean replace?',
    ],
    [
      'neither code nor effect',
      'allow:\n  - address: a.b\n    reason: x',
      'allow.yml:2:5: allow[0].code is missing; copy it from the report',
    ],
    [
      'both code and effect',
      'allow:\n  - address: a.b\n    code: broker-deleted\n    effect: delete\n    reason: x',
      'allow.yml:2:5: allow[0] has both code and effect; keep code',
    ],
    [
      'a day that does not exist',
      'allow:\n  - address: a.b\n    code: broker-deleted\n    reason: x\n    expires: 2026-02-30',
      'allow.yml:2:5: allow[0].expires is not a date: got 2026-02-30; write 2026-12-31',
    ],
    ...(['2026-1-1', '12026-12-31', '+012026-12-31', '2026-12-31T10:00:00Z', 'tomorrow'] as const).map(
      (day): [string, string, string] => [
        `the date ${day}`,
        `allow:\n  - address: a.b\n    code: broker-deleted\n    reason: x\n    expires: "${day}"`,
        `allow.yml:2:5: allow[0].expires is not a date: got ${day}; write 2026-12-31`,
      ],
    ),
    [
      'no address',
      'allow:\n  - code: broker-deleted\n    reason: x',
      'allow.yml:2:5: allow[0].address is missing; copy it from the report',
    ],
  ])('with %s is rejected in one line', (_case, text, message) => {
    expect(() => read(text)).toThrow(message);
    expect(() => read(text)).toThrow(/^[^\n]*$/);
  });

  it.each<BufferEncoding>(['utf16le', 'latin1'])('in %s is rejected', (encoding) => {
    const text = GOOD.replace('approved', 'genehmigt für');
    for (const bytes of [Buffer.from(text, encoding), Buffer.from(`\ufeff${text}`, encoding)]) {
      expect(() => readAllowFile('allow.yml', bytes)).toThrow('allow.yml: is not in UTF-8; save it as UTF-8');
    }
    expect(read(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(read(GOOD));
  });

  it('with too many entries is rejected', () => {
    const entry = '  - { address: a.b, code: broker-deleted, reason: x }\n';
    expect(read(`allow:\n${entry.repeat(MOST_ALLOWANCES)}`)).toHaveLength(MOST_ALLOWANCES);
    expect(() => read(`allow:\n${entry.repeat(MOST_ALLOWANCES + 1)}`)).toThrow(
      'allow.yml:2:3: allow has 1001 entries; allowed: 1000; use *',
    );
  });

  it('with more than 1 MB is rejected', () => {
    const comment = (length: number) => `#${'x'.repeat(length - GOOD.length - 2)}\n${GOOD}`;
    expect(read(comment(1_000_000))).toHaveLength(2);
    expect(() => read(comment(1_000_001))).toThrow(/^allow\.yml: is larger than 1 MB$/);
  });

  it('with aliases that multiply is rejected before it takes memory', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h']
      .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(',')}]`)
      .join('\n')}\nallow: *h`;
    expect(() => read(bomb)).toThrow('unknown key a');
  });
});
