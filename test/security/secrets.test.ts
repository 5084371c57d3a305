import { BrokerConfiguration, ConfigurationDocument } from 'cdktf-amazon-mq';
import fc from 'fast-check';
import { Secrets } from '../../src/plan-review/plan/secrets';
import { UnreadablePlanError } from '../../src/plan-review/plan/unreadable-plan-error';
import { renderCodeQuality } from '../../src/plan-review/report/render-code-quality';
import { renderJson } from '../../src/plan-review/report/render-json';
import { renderJunit } from '../../src/plan-review/report/render-junit';
import { renderMarkdown } from '../../src/plan-review/report/render-markdown';
import { renderSarif } from '../../src/plan-review/report/render-sarif';
import { renderText } from '../../src/plan-review/report/render-text';
import { runRecorded } from '../cli/recorded-io';
import { BROKER, planByHand } from '../plan-review/plan-fixture';
import { reviewOf } from '../plan-review/review-of';
import { growth, MOST_GROWTH } from '../support/growth';
import { Synthesized } from '../support/synthesized';
import { PLAN } from './fuzz';

const SECRET = 'CANARY+secret/9f8e7d';

function everyFormat(plan: object): string {
  const report = reviewOf(plan);
  return [
    renderMarkdown(report),
    renderText(report, { color: false, columns: 80 }),
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

/** Where the text that is marked is another one than the secret that is shown. */
const base64 = (text: string) => Buffer.from(text).toString('base64');
const MARKED: readonly (readonly [string, shown: string, more: object])[] = [
  ['a name of a sensitive user', 'CANARY-user', output({ user: 'CANARY-user' }, { user: true })],
  ['Base64 of it', SECRET, output(base64(SECRET), true)],
  ['Base64 of its Base64', SECRET, output(base64(base64(SECRET)), true)],
  ['Base64 of JSON with it', SECRET, output(base64(JSON.stringify({ password: SECRET })), true)],
  ['its bytes in hexadecimal', SECRET, output(Buffer.from(SECRET).toString('hex'), true)],
  ['a short password of a URL', 'Sh0rt7x', variables('amqps://app:Sh0rt7x@host.example:5671')],
  ['a password of a URL, escaped', 'p@ss/w0rd!x', variables(`amqps://app:${encodeURIComponent('p@ss/w0rd!x')}@host`)],
  ['a short password with a name', 'Sh0rt7x', variables('user=app;password=Sh0rt7x;vhost=a')],
  ['a short password of YAML', 'Sh0rt7x', variables('username: app\npassword: Sh0rt7x\n')],
  [
    'the last of many in one text',
    'Password-450-x',
    variables(Array.from({ length: 500 }, (_, i) => `ssl://u:Password-${i}-x@h`).join(',')),
  ],
  ['words, written with plus signs', 'correct+horse+battery', variables('correct horse battery')],
  ['letters that are put together', 'p\u00e4ssw\u00f6rter', variables('pa\u0308sswo\u0308rter')],
  [
    'escapes with eight digits',
    '\\U00000043\\U00000041\\U0000004e\\U00000041\\U00000052\\U00000059',
    variables('CANARY'),
  ],
  ['escapes in braces', '\\u{43}\\u{41}\\u{4e}\\u{41}\\u{52}\\u{59}', variables('CANARY')],
  ['a variable that is called pass', SECRET, { variables: { db_pass: { value: SECRET } } }],
  ['a variable that is called adminPass', SECRET, { variables: { adminPass: { value: SECRET } } }],
  ['a variable that is called passcode', SECRET, { variables: { stomp_passcode: { value: SECRET } } }],
  [
    'an argument of an action',
    SECRET,
    { action_invocations: [{ config_values: { v: SECRET }, config_sensitive: { v: true } }] },
  ],
  [
    'an argument of an action that is put off',
    SECRET,
    { deferred_action_invocations: [{ action_invocation: { config_values: [SECRET], config_sensitive: [true] } }] },
  ],
];

function output(after: unknown, marks: unknown): object {
  return { output_changes: { o: { actions: ['create'], before: null, after, after_sensitive: marks } } };
}

describe.each(MARKED)('a secret of which the plan marks %s', (_place, shown, more) => {
  it('is shown in no format (D)', () => {
    const plan = planByHand({ 'aws_mq_broker.orders': showing(shown) });
    expect(everyFormat(plan)).toContain(shown);
    expect(everyFormat({ ...plan, ...more })).not.toContain(shown);
  });
});

describe('a sensitive attribute that is called user', () => {
  it.each<[string, unknown]>([
    ['a text', 'CANARY-user'],
    ['a list as a broker has it', [{ username: 'CANARY-user', password: 'Fixture-Password-1' }]],
  ])('is hidden in a resource that is no broker, as %s (D)', (_form, user) => {
    const plan = planByHand({
      'aws_mq_broker.orders': showing('CANARY-user'),
      'x_login.l': { action: 'no-op', before: { user }, sensitive: { user: true } },
    });
    expect(everyFormat(plan)).not.toContain('CANARY-user');
  });
});

describe('credentials that nothing marks', () => {
  it.each([
    ['a password with a slash', 'ssl://admin:pa/CANARY@host'],
    ['a password with an at sign', 'ssl://admin:pa@CANARY@host'],
    ['a password with brackets', 'static:(ssl://u:C(CANARY)x@h:61617)'],
    ['a token without a password', 'https://CANARY-0123456789@host'],
    ['a password of digits and letters', 'ssl://user:12345CANARY@host'],
    ['a value in quotation marks', 'password="a b CANARY"'],
    ['a member of JSON', '{"password" : "CANARY"}'],
    ['a line of YAML', 'password: CANARY'],
    ['a value with a comma', 'pwd=a,CANARY'],
    ['a comparison', 'password == "CANARY"'],
    ['an arrow', 'password => "CANARY"'],
    ['a key', 'api_key=CANARY'],
    ['a passcode', 'passcode:CANARY'],
    ['a credential', 'credential=CANARY'],
  ])('are hidden in a report: %s (D)', (_form, text) => {
    expect(everyFormat(planByHand({ 'aws_mq_broker.orders': showing(text) }))).not.toContain('CANARY');
  });

  it.each([
    'ssl://b-1.mq.eu-west-1.amazonaws.com:61617',
    'failover:(ssl://a:61617,ssl://b:61617)?randomize=false',
    'https://host:8162/x@y',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbC',
    'secretsmanager:GetSecretValue',
  ])('are not seen in %s', (text) => {
    expect(everyFormat(planByHand({ 'aws_mq_broker.orders': showing(text) }))).toContain(text);
  });
});

describe.each(PLACES)('a secret in %s', (_place, more) => {
  it('is shown in no format, also in the values of a broker (D)', () => {
    const plan = planByHand({ 'aws_mq_broker.orders': showing(SECRET) });
    const planted = { ...plan, ...more(SECRET) };
    expect(everyFormat(plan)).toContain(SECRET);
    expect(everyFormat(planted)).not.toContain(SECRET);
  });
});

describe('what a plan marks in the broker itself', () => {
  const window = (zone: string) => [{ day_of_week: 'MONDAY', time_of_day: '12:00', time_zone: zone }];
  const policyOf = (principal: string) =>
    JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: '*', Resource: '*' }] });

  it.each<[string, (secret: string) => object]>([
    [
      'the time zone of the window',
      (secret) =>
        planByHand({
          'aws_mq_broker.orders': {
            before: { ...BROKER, maintenance_window_start_time: window(secret) },
            after: { engine_version: '5.19' },
            sensitive: { maintenance_window_start_time: [{ time_zone: true }] },
          },
        }),
    ],
    [
      'the policy of its secret',
      (secret) =>
        planByHand({
          'aws_mq_broker.orders': {
            before: BROKER,
            unknown: { user: true },
            references: { user: ['aws_secretsmanager_secret.s.id'] },
          },
          'aws_secretsmanager_secret.s': { action: 'no-op', before: { id: 's' } },
          'aws_secretsmanager_secret_policy.p': {
            before: { policy: '{"Statement":[]}' },
            after: { policy: policyOf(secret) },
            sensitive: { policy: true },
            references: { secret_arn: ['aws_secretsmanager_secret.s.arn'] },
          },
        }),
    ],
    [
      'the name of its second user',
      (secret) =>
        planByHand({
          'aws_mq_broker.orders': {
            before: { ...BROKER, user: [{ username: 'admin' }, { username: secret }] },
            after: { user: [{ username: 'admin' }], engine_version: secret },
            sensitive: { user: [{}, { username: true }] },
          },
        }),
    ],
    [
      'a key of a map that is sensitive as a whole',
      (secret) => ({
        ...planByHand({ 'aws_mq_broker.orders': showing(secret) }),
        ...variables({ [secret]: { console_access: true } }),
      }),
    ],
  ])('is shown in no format: %s (D)', (_place, planOf) => {
    expect(everyFormat(planOf('CANARY7'))).not.toContain('CANARY7');
  });
});

describe('a secret of a document', () => {
  const documentWith = (inner: string) => `<broker xmlns="http://activemq.apache.org/schema/core">${inner}</broker>`;
  const DOCUMENTS: readonly (readonly [string, string])[] = [
    [
      'the password of an address',
      documentWith(
        `<networkConnectors><networkConnector name="n" uri="static:(ssl://admin:CANARY7@h 1:61617)"/></networkConnectors>`,
      ),
    ],
    [
      'a property whose name says password',
      documentWith(`<bean id="b" class="x"><property name="password" value="CANARY7"/></bean>`),
    ],
    ['an entry whose key says password', documentWith(`<map><entry key="password" value="CANARY7"/></map>`)],
    ['a value whose id says password', documentWith(`<bean id="password" value="CANARY7"/>`)],
    ['an attribute whose name says password', documentWith(`<queue physicalName="q" password="CANARY7"/>`)],
  ];

  it.each(DOCUMENTS)(
    'is shown by no format of check, not in the review and in no error of a construct: %s (D)',
    async (_place, data) => {
      const outputs: string[] = [];
      for (const format of ['text', 'json', 'sarif']) {
        const { exit, out, err } = await runRecorded(
          ['check', '-', '--engine-version', '5.19', '--format', format],
          data,
        );
        expect(exit).toBe(1);
        outputs.push(out, err);
      }
      const before = { id: 'c-1', engine_type: 'ActiveMQ', engine_version: '5.19', name: 'c', data: documentWith('') };
      outputs.push(everyFormat(planByHand({ 'aws_mq_configuration.c': { before, after: { data } } })));
      const construct = () =>
        Synthesized.from((stack) => {
          new BrokerConfiguration(stack, 'c', { document: ConfigurationDocument.fromXml(data) });
        });
      expect(construct).toThrow(expect.objectContaining({ message: expect.not.stringContaining('CANARY7') as string }));
      expect(outputs.join('\n')).not.toContain('CANARY7');
    },
  );
});

describe('a secret in a random place and form', () => {
  /** Every place of a plan that holds a text, as the names on the way to it. */
  function* textsIn(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
    if (typeof value === 'string') yield path;
    else if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) yield* textsIn(member, [...path, name]);
    }
  }
  const TEXTS = [...textsIn(PLAN)];

  function withText(path: readonly string[], text: string): typeof PLAN {
    const plan = structuredClone(PLAN);
    let at = plan as unknown as Record<string, unknown>;
    for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>;
    at[path[path.length - 1]] = text;
    return plan;
  }

  const MARKS: readonly (readonly [string, (secret: string) => object])[] = [
    ...PLACES,
    [
      'drift',
      (secret) => ({
        resource_drift: [
          {
            address: 'x.y',
            type: 'x',
            mode: 'managed',
            change: { actions: ['update'], before: { v: secret }, after: {}, before_sensitive: { v: true } },
          },
        ],
      }),
    ],
  ];

  it('is in no output of any format', () => {
    const secrets = fc.stringMatching(/^Zq[A-Za-z0-9+/_-]{10,30}9$/);
    const forms = fc.constantFrom<(secret: string) => string>(
      (secret) => secret,
      (secret) => ` ${secret}\n`,
      (secret) => `before ${secret} after`,
      (secret) => `ssl://user:${secret}@host:61617`,
      (secret) => JSON.stringify({ password: secret }),
      encodeURIComponent,
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...MARKS),
        fc.constantFrom(...TEXTS),
        forms,
        secrets,
        ([, mark], path, form, secret) => {
          const plan = withText(path, form(secret));
          const marked = mark(secret) as { configuration?: { root_module: object } };
          const configuration = {
            root_module: { ...plan.configuration.root_module, ...marked.configuration?.root_module },
          };
          let output: string;
          try {
            output = everyFormat({ ...plan, ...marked, configuration });
          } catch (error) {
            if (!(error instanceof UnreadablePlanError)) throw error;
            output = error.message;
          }
          for (const text of [secret, encodeURIComponent(secret)]) expect(output).not.toContain(text);
        },
      ),
      { numRuns: 400 },
    );
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
  it('takes linear time with many secrets that start alike (G)', async () => {
    const hiding = (count: number) => {
      const secrets = new Secrets();
      for (let index = 0; index < count; index++) secrets.add(`${'secretsecret'.repeat(3)}${index}`);
      return () => {
        for (let round = 0; round < count / 20; round++) secrets.hide('secret'.repeat(1_000));
      };
    };
    expect(await growth(hiding(1_000), hiding(2_000))).toBeLessThan(MOST_GROWTH);
  });

  it('takes linear time for a secret and a value of one repeated character', async () => {
    const secrets = new Secrets();
    secrets.add(`${'a'.repeat(100_000)}b`);
    for (let length = 6; length < 1_000; length++) secrets.add(`${'a'.repeat(length)}b`);
    const hiding = (length: number) => () => secrets.hide('a'.repeat(length));
    expect(await growth(hiding(500_000), hiding(1_000_000))).toBeLessThan(MOST_GROWTH);
  });
});
