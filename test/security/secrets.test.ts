import fc from 'fast-check';
import { Secrets } from '../../src/plan-review/plan/secrets';
import { renderCodeQuality } from '../../src/plan-review/report/render-code-quality';
import { renderJson } from '../../src/plan-review/report/render-json';
import { renderJunit } from '../../src/plan-review/report/render-junit';
import { renderMarkdown } from '../../src/plan-review/report/render-markdown';
import { renderSarif } from '../../src/plan-review/report/render-sarif';
import { renderText } from '../../src/plan-review/report/render-text';
import { BROKER, planByHand } from '../plan-review/plan-fixture';
import { reviewOf } from '../plan-review/review-of';

const SECRET = 'CANARY+secret/9f8e7d';

function everyFormat(plan: object): string {
  const report = reviewOf(plan);
  return [
    renderMarkdown(report),
    renderText(report, { colour: false, columns: 80 }),
    renderJson(report),
    renderSarif(report, '0', new Map()),
    renderCodeQuality(report, new Map()),
    renderJunit(report),
  ].join('\n');
}

/** A broker whose values show what is in them. */
const showing = (value: string) => ({
  before: BROKER,
  after: { engine_version: value, security_groups: [`x ${value} y`] },
});
const variables = (value: unknown) => ({
  variables: { x: { value } },
  configuration: { root_module: { variables: { x: { sensitive: true } } } },
});
const childModule = (call: object) => ({
  configuration: { root_module: { module_calls: { m: call } } },
});

/** Where a plan can have a secret, with what marks it there. */
const PLACES: readonly (readonly [string, (secret: string) => object])[] = [
  ['a sensitive variable', (secret) => variables(secret)],
  ['a list in a sensitive variable', (secret) => variables([{ a: [secret] }])],
  ['a variable with a newline after it, used trimmed', (secret) => variables(`${secret}\n`)],
  ['JSON in a sensitive variable', (secret) => variables(` ${JSON.stringify({ username: 'app', password: secret })}`)],
  ['a list as JSON', (secret) => variables(JSON.stringify(['other-value', secret]))],
  [
    'a variable of a child module',
    (secret) =>
      childModule({
        expressions: { p: { constant_value: secret } },
        module: { variables: { p: { sensitive: true } } },
      }),
  ],
  [
    'a default of a child module',
    (secret) => childModule({ expressions: {}, module: { variables: { p: { sensitive: true, default: secret } } } }),
  ],
  ['an output', (secret) => ({ output_changes: { o: { actions: ['create'], after: secret, after_sensitive: true } } })],
  [
    'an output as it was',
    (secret) => ({ output_changes: { o: { before: { a: secret }, before_sensitive: { a: true } } } }),
  ],
  [
    'a data source in a child module of the prior state',
    (secret) => ({
      prior_state: {
        values: {
          root_module: {
            child_modules: [
              {
                resources: [
                  {
                    address: 'data.x.y',
                    mode: 'data',
                    type: 'x',
                    values: { v: secret },
                    sensitive_values: { v: true },
                  },
                ],
              },
            ],
          },
        },
      },
    }),
  ],
];

describe.each(PLACES)('a secret in %s', (_place, more) => {
  it('is shown in no format, also in the values of a broker (D)', () => {
    const plan = planByHand({ 'aws_mq_broker.orders': showing(SECRET) });
    const planted = { ...plan, ...more(SECRET) };
    expect(everyFormat(plan)).toContain(SECRET);
    expect(everyFormat(planted)).not.toContain(SECRET);
  });
});

describe('what a plan marks as sensitive', () => {
  it.each([
    [5, true],
    [6, false],
    [7, false],
    [8, false],
  ])('with %i characters is shown elsewhere: %s (10.6)', (length, isShown) => {
    const secret = 'Q7x9Zk2w'.slice(0, length);
    const plan = { ...planByHand({ 'aws_mq_broker.orders': showing(secret) }), ...variables(secret) };
    expect(everyFormat(plan).includes(secret)).toBe(isShown);
  });

  it('is hidden as a number too', () => {
    const plan = { ...planByHand({ 'aws_mq_broker.orders': showing('99887766554433') }), ...variables(99887766554433) };
    expect(everyFormat(plan)).not.toContain('99887766554433');
  });

  it('is hidden before anything is cut (A2)', () => {
    const secret = 'L0ng'.repeat(300);
    const before = 'x'.repeat(60);
    const plan = { ...planByHand({ 'aws_mq_broker.orders': showing(`${before}${secret}`) }), ...variables(secret) };
    expect(everyFormat(plan)).not.toContain('L0ngL0ng');
  });

  it('is hidden in the key of an address, and the rest of the address stays', () => {
    const plan = planByHand({ [`aws_mq_broker.b["${SECRET}"]`]: { action: 'delete', before: BROKER } });
    const output = everyFormat({ ...plan, ...variables(SECRET) });
    expect(output).not.toContain(SECRET);
    expect(output).toContain('aws_mq_broker.b[');
  });

  it('is hidden in each form in which it is written elsewhere', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, maxLength: 40 }).filter((text) => text.trim().length >= 8),
        fc.constantFrom(
          (text: string) => text,
          (text: string) => text.trim(),
          (text: string) => encodeURIComponent(text.trim()),
          (text: string) => JSON.stringify(text.trim()).slice(1, -1),
        ),
        (secret, form) => {
          const secrets = new Secrets();
          secrets.add(secret);
          expect(secrets.hide(`before ${form(secret)} after`)).not.toContain(form(secret));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a secret that is a connection string', () => {
  it.each([
    ['amqps://app:Sup3rS3cretPw@host.example.com:5671', 'Sup3rS3cretPw'],
    ['admin:Sup3rS3cretPw', 'Sup3rS3cretPw'],
    ['user=app;password=Sup3rS3cretPw', 'Sup3rS3cretPw'],
  ])('%s hides its password where that is used alone', (secret, part) => {
    const secrets = new Secrets();
    secrets.add(secret);
    expect(secrets.hide(`x ${part}`)).toBe('x (sensitive)');
  });
});

describe('hiding secrets', () => {
  const time = (work: () => void) => {
    const started = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - started) / 1e6;
  };

  it('takes linear time with many secrets that start alike (G)', () => {
    const run = (count: number) => {
      const secrets = new Secrets();
      for (let index = 0; index < count; index++) secrets.add(`${'secretsecret'.repeat(3)}${index}`);
      return time(() => {
        for (let round = 0; round < count / 20; round++) secrets.hide('secret'.repeat(1_000));
      });
    };
    run(500);
    expect(run(4_000)).toBeLessThan(Math.max(300, 3 * run(2_000)));
  });

  it('takes bounded time for a secret and a value of one repeated character', () => {
    const secrets = new Secrets();
    secrets.add(`${'a'.repeat(100_000)}b`);
    for (let length = 6; length < 1_000; length++) secrets.add(`${'a'.repeat(length)}b`);
    expect(time(() => secrets.hide('a'.repeat(1_000_000)))).toBeLessThan(2_000);
  });
});
