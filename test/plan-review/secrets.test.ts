import { isWrittenAddress } from '../../src/plan-review/plan/collect-secrets';
import { PlannedChange } from '../../src/plan-review/plan/planned-change';
import { Secrets } from '../../src/plan-review/plan/secrets';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { everyOutput } from './review-of';

const SECRET = 'S3cret-/"Value"&=';
const NEW_SECRET = 'N3w-S3cret-Value';
/** A secret in any of the forms in which a text may carry it. */
const FORMS = [SECRET, NEW_SECRET, encodeURIComponent(SECRET), JSON.stringify(SECRET).slice(1, -1)];

const document = (attributes: string) =>
  `<broker xmlns="http://activemq.apache.org/schema/core"><networkConnectors><networkConnector ${attributes}/></networkConnectors></broker>`;
const escaped = SECRET.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/** A broker whose new engine version is a secret, and so would be shown. */
const SHOWN: Record<string, ChangeByHand> = {
  'aws_mq_broker.orders': { before: BROKER, after: { engine_version: SECRET } },
};

describe('a secret that only another place of the plan shows to be one', () => {
  const output = { sensitive: true, value: [SECRET] };
  const values = { v: SECRET };
  const resource = { address: 'x.y', mode: 'managed', type: 'x', values, sensitive_values: { v: true } };
  const managed = (type: string, change: object): Record<string, ChangeByHand> => ({
    [`${type}.x`]: { before: change, after: { tags: {} } },
  });

  const outputChange = (after: object, after_sensitive: object) => ({
    output_changes: { o: { actions: ['create'], before: null, after, after_sensitive } },
  });
  const users = (...items: object[]) => outputChange({ user: items }, { user: true });
  const state = (item: object) => ({ prior_state: { values: { root_module: { resources: [item] } } } });
  const constant = { constant_value: SECRET };
  const written = (module: object) => ({ configuration: { root_module: module } });
  const called = (module: object, expressions: object = {}) => ({ module_calls: { m: { expressions, module } } });
  const broker = (expressions: object) => ({ resources: [{ type: 'aws_mq_broker', expressions }] });

  it.each<[string, object, Record<string, ChangeByHand>?]>([
    ['a data source of the prior state', state({ ...resource, address: 'data.x.y', mode: 'data' })],
    [
      'a data source of a random password, which nothing marks',
      state({ mode: 'data', type: 'aws_secretsmanager_random_password', values: { random_password: SECRET } }),
    ],
    ['the password of a broker in the configuration', written(broker({ user: [{ password: constant }] }))],
    [
      'the password of LDAP in the configuration',
      written(broker({ ldap_server_metadata: [{ service_account_password: constant }] })),
    ],
    [
      'the password of a user of something else in the configuration',
      written({ resources: [{ type: 'x_server', expressions: { user: [{ password: constant }] } }] }),
    ],
    ['the password of a broker in a module', written(called(called(broker({ user: [{ password: constant }] }))))],
    ['the default of a sensitive variable', written({ variables: { v: { default: SECRET, sensitive: true } } })],
    ['the default of a variable named like one', written(called({ variables: { api_token: { default: SECRET } } }))],
    [
      'a sensitive variable, in an address that the configuration cannot have',
      { variables: { password: { value: SECRET } } },
      {
        'aws_mq_broker.second': {
          action: 'delete',
          before: { ...BROKER, id: 'b-2', arn: 'arn:b-2' },
          more: { address: `aws_mq_broker.${SECRET}` },
        },
      },
    ],
    ['a sensitive output of the configuration', written({ outputs: { o: { expression: constant, sensitive: true } } })],
    [
      'what a module gets for a sensitive variable',
      written(called({ variables: { v: { sensitive: true } } }, { v: constant })),
    ],
    ['what a module gets for a variable named like one', written(called({}, { password: constant }))],
    ['an output of the planned values', { planned_values: { outputs: { o: output }, root_module: {} } }],
    [
      'a key of a sensitive map',
      { planned_values: { outputs: { o: { sensitive: true, value: [{ [SECRET]: 'x' }] } }, root_module: {} } },
    ],
    ['an output of the prior state', { prior_state: { values: { outputs: { o: output }, root_module: {} } } }],
    [
      'a resource that -target leaves out',
      { complete: false, prior_state: { values: { root_module: { child_modules: [{ resources: [resource] }] } } } },
    ],
    [
      'the configuration of a provider',
      {
        configuration: {
          provider_config: { x: { name: 'x', expressions: { secret_key: { constant_value: SECRET } } } },
          root_module: {},
        },
      },
    ],
    [
      'a list that is called user and has more than the users of a broker',
      users({ username: 'a', password: 'Fixture-Password-1' }, { username: SECRET }),
    ],
    ['a list that is called user without user names', users({ login: SECRET, password: 'Fixture-Password-1' })],
    [
      'a sensitive output with parts that are not set',
      outputChange({ v: [null, { w: null, x: SECRET }] }, { v: true }),
    ],
    [
      'a sensitive output beside one that is not set',
      outputChange({ v: null, w: SECRET }, { v: [{ x: true }], w: true }),
    ],
    ['a part of a sensitive output', outputChange({ v: [{ w: 'x' }, { w: SECRET }] }, { v: [{}, { w: true }] })],
    [
      'a tag of a broker that is named like one',
      {},
      {
        'aws_mq_broker.orders': {
          before: { ...BROKER, tags: { db_password: SECRET } },
          after: { engine_version: SECRET },
        },
      },
    ],
    ['an argument named like one', {}, managed('aws_db_instance', { master_password: SECRET })],
    ['a parameter that is encrypted', {}, managed('aws_ssm_parameter', { type: 'SecureString', value: SECRET })],
  ])('is hidden: %s', (_, more, changes = {}) => {
    const text = everyOutput(planByHand({ ...SHOWN, ...changes }, more));
    for (const form of FORMS) expect(text).not.toContain(form);
    expect(everyOutput(planByHand(SHOWN))).toContain(JSON.stringify(SECRET).slice(1, -1));
  });

  it.each<[string, object, Record<string, ChangeByHand>?]>([
    ['a value of a data source without a mark', state({ ...resource, mode: 'data', sensitive_values: {} })],
    ['the name of a user', written(broker({ user: [{ username: constant }] }))],
    ['the default of a variable', written({ variables: { v: { default: SECRET, sensitive: false } } })],
    ['an output', written({ outputs: { o: { expression: constant, sensitive: false } } })],
    ['what a module gets for a variable', written(called({ variables: { v: {} } }, { v: constant }))],
    ['an output of the planned values', { planned_values: { outputs: { o: { ...output, sensitive: false } } } }],
    [
      'the name of a user, in an output with a whole broker',
      users({ username: SECRET, password: 'Fixture-Password-1' }),
    ],
    ['a part of an output beside a sensitive one', outputChange({ v: [SECRET, 'x'] }, { v: [false, true] })],
    ['a parameter that is not encrypted', {}, managed('aws_ssm_parameter', { type: 'String', value: SECRET })],
  ])('is none if it is only %s', (_, more, changes = {}) => {
    const text = everyOutput(planByHand({ ...SHOWN, ...changes }, more));
    expect(text).toContain(JSON.stringify(SECRET).slice(1, -1));
  });

  it('is none if it is only the name of an attribute of a sensitive object', () => {
    const named = { 'aws_mq_broker.orders': { before: BROKER, after: { engine_version: 'recognisable_name' } } };
    const o = { sensitive: true, value: { recognisable_name: 'x' } };
    expect(everyOutput(planByHand(named, { planned_values: { outputs: { o }, root_module: {} } }))).toContain(
      'recognisable_name',
    );
  });

  it.each<[string, string, unknown]>([
    ['aws_mq_broker', 'user', [{ username: 'shop', password: SECRET }]],
    ['aws_mq_broker', 'ldap_server_metadata', [{ service_account_password: SECRET }]],
    ['aws_secretsmanager_secret_version', 'secret_string', SECRET],
    ['aws_secretsmanager_secret_version', 'secret_binary', SECRET],
    ['aws_secretsmanager_random_password', 'random_password', SECRET],
    ['random_password', 'result', SECRET],
    ['random_password', 'bcrypt_hash', SECRET],
  ])('is hidden although nothing marks it, in %s.%s of what stays as it is', (type, argument, value) => {
    const stays: Record<string, ChangeByHand> = { [`${type}.x`]: { action: 'no-op', before: { [argument]: value } } };
    const text = everyOutput(planByHand({ ...SHOWN, ...stays }));
    for (const form of FORMS) expect(text).not.toContain(form);
  });

  const bytes = Buffer.from(SECRET);
  const each = (write: (code: string, character: string) => string) =>
    [...SECRET].map((character) => write(character.charCodeAt(0).toString(16).padStart(4, '0'), character)).join('');
  it.each([
    ['in Base64', bytes.toString('base64')],
    ['in Base64 behind a user name', Buffer.from(`user:${SECRET}`).toString('base64')],
    ['in Base64 between other texts', Buffer.from(`usr:${SECRET}, and`).toString('base64')],
    ['in Base64 behind a letter', `v${bytes.toString('base64')}`],
    ['in Base64 behind two letters', `v1${bytes.toString('base64')}`],
    ['in Base64 behind three letters', `v1x${bytes.toString('base64')}`],
    ['in hexadecimal behind a digit', `1${bytes.toString('hex')}`],
    ['in Base64 for URLs', Buffer.from('S3cret??>>Value~~').toString('base64url'), 'S3cret??>>Value~~'],
    ['in Base64 of UTF-16', Buffer.from(SECRET, 'utf16le').toString('base64')],
    ['in hexadecimal', bytes.toString('hex')],
    ['in hexadecimal with capital letters', bytes.toString('hex').toUpperCase()],
    ['in capital letters', SECRET.toUpperCase()],
    ['in small letters', SECRET.toLowerCase()],
    ['with each character in percent', each((code) => `%${code.slice(2)}`)],
    ['in percent, twice', encodeURIComponent(encodeURIComponent(SECRET))],
    ['as references of XML', each((code) => `&#x${code};`)],
    ['as decimal references of XML', each((_, character) => `&#${character.charCodeAt(0)};`)],
    ['as escapes of JSON', each((code) => `\\u${code}`)],
    ['as long escapes', each((code) => `\\U0000${code}`)],
    ['as escapes in braces', each((code) => `\\u{${code}}`)],
    ['as escapes of a shell', each((code) => `\\x${code.slice(2)}`)],
    ['with entities of XML', escaped],
    ['with an escaped apostrophe', String.raw`it\'s-S3cret`, "it's-S3cret"],
    ['with a plus sign for white space', 'S3cret+Value%2B1', 'S3cret Value+1'],
    ['with white space around it elsewhere', 'S3cret-Value-1', ' S3cret-Value-1\n'],
    ['with a tab inside', `${SECRET.slice(0, 5)}\t${SECRET.slice(5)}`],
    ['with a soft hyphen inside', `${SECRET.slice(0, 5)}\u00ad${SECRET.slice(5)}`],
    ['in full width', each((_, character) => String.fromCodePoint(character.codePointAt(0)! + 0xfee0))],
  ])('is hidden %s, in a value and in a key', (_, form, secret = SECRET) => {
    const changes: Record<string, ChangeByHand> = {
      'aws_mq_broker.orders': { before: BROKER, after: { engine_version: form } },
      [`aws_mq_broker.b[${JSON.stringify(form)}]`]: { action: 'delete', before: { ...BROKER, id: 'b-2' } },
    };
    const closed = (text: string) => text.replace(/[\s\u00ad]/g, '');
    const middle = closed(form.slice(form.length / 2 - 3, form.length / 2 + 3));
    const count = (more: object) => closed(everyOutput(planByHand(changes, more))).split(middle).length - 1;
    expect(count({ variables: { password: { value: secret } } })).toBe(0);
    expect(count({})).toBeGreaterThan(3);
  });
});

describe('a secret', () => {
  const users = (password: string) => [{ username: 'admin', password, console_access: true }];
  const withPassword: ChangeByHand = { before: { ...BROKER, user: users(SECRET) }, after: { user: users(NEW_SECRET) } };

  it.each<[string, Record<string, ChangeByHand>, object?]>([
    ['as the password of a user, not marked', { 'aws_mq_broker.orders': withPassword }],
    ['as the password of a user, marked', { 'aws_mq_broker.orders': { ...withPassword, sensitive: { user: true } } }],
    [
      'of LDAP',
      {
        'aws_mq_broker.orders': {
          before: { ...BROKER, ldap_server_metadata: [{ service_account_password: SECRET }] },
          after: { ldap_server_metadata: [{ service_account_password: NEW_SECRET }] },
        },
      },
    ],
    [
      'that is a password elsewhere, in a plain argument',
      {
        'aws_mq_broker.orders': {
          ...withPassword,
          before: { ...BROKER, user: users(SECRET), host_instance_type: SECRET },
          after: { user: users(NEW_SECRET), host_instance_type: NEW_SECRET, engine_version: `x${SECRET}x` },
        },
      },
    ],
    [
      'that the plan marks, in an argument that is shown',
      {
        'aws_mq_broker.orders': {
          before: { ...BROKER, engine_version: SECRET },
          after: { engine_version: NEW_SECRET },
          sensitive: { engine_version: true },
        },
      },
    ],
    [
      'in a document, by name',
      {
        'aws_mq_configuration.c': {
          before: { engine_type: 'ActiveMQ', engine_version: '5.18', data: document(`name="a" password="${escaped}"`) },
          after: { data: document(`name="a" password="${NEW_SECRET}"`) },
        },
      },
    ],
    [
      'in a document, in a URL and in a value that is dropped',
      {
        'aws_mq_configuration.c': {
          before: { engine_type: 'ActiveMQ', engine_version: '5.18', data: document('name="a"') },
          after: {
            data: document(
              `name="a" uri="static:(ssl://user:${NEW_SECRET}@host:61617)" foo="\${x}password=${NEW_SECRET}"`,
            ),
          },
        },
      },
    ],
    [
      'in a document that cannot be read',
      {
        'aws_mq_configuration.c': {
          before: { data: document('') },
          after: { data: `<broker password="${NEW_SECRET}"><${NEW_SECRET}` },
        },
        'aws_mq_broker.orders': withPassword,
      },
    ],
    [
      'in a secret and again in a tag, a name and an address',
      {
        'aws_secretsmanager_secret_version.v': {
          before: { secret_string: JSON.stringify({ username: 'admin', password: SECRET, other: NEW_SECRET }) },
          sensitive: { secret_string: true },
        },
        [`aws_mq_broker.orders["${NEW_SECRET}"]`]: {
          action: 'replace',
          before: { ...BROKER, broker_name: SECRET, tags: { a: SECRET } },
          after: { broker_name: NEW_SECRET, tags: { b: NEW_SECRET } },
          forcedBy: ['broker_name'],
        },
      },
    ],
    [
      'of a sensitive variable',
      { 'aws_mq_broker.orders': { before: BROKER, after: { engine_version: SECRET, host_instance_type: NEW_SECRET } } },
      {
        variables: { code: { value: SECRET }, admin_password: { value: NEW_SECRET } },
        declared: { code: { sensitive: true } },
      },
    ],
    [
      'that AWS made, whose data source does not mark it',
      {
        'aws_secretsmanager_random_password.p': {
          before: { id: NEW_SECRET, random_password: NEW_SECRET },
          more: { mode: 'data' },
        },
        'aws_mq_broker.orders': { before: BROKER, after: { engine_version: NEW_SECRET } },
      },
    ],
    [
      'changed outside Terraform',
      { 'aws_mq_broker.orders': withPassword },
      {
        drift: {
          before: { ...BROKER, user: users(SECRET), engine_version: SECRET },
          after: { user: users(NEW_SECRET) },
        },
      },
    ],
  ])('%s is in no output', (_, changes, more: { variables?: object; declared?: object; drift?: ChangeByHand } = {}) => {
    const plan = planByHand(changes, { variables: more.variables });
    Object.assign(plan.configuration.root_module, { variables: more.declared });
    if (more.drift !== undefined) {
      Object.assign(plan, { resource_drift: planByHand({ 'aws_mq_broker.orders': more.drift }).resource_changes });
    }
    const output = everyOutput(plan);
    for (const form of FORMS) expect(output).not.toContain(form);
    expect(output).toContain(
      Object.keys(changes).some((address) => address.includes('broker')) ? 'broker' : 'configuration',
    );
  });

  it('does not hide the names that it happens to be part of', () => {
    const user = [{ username: 'orders', password: 'Fixture-Password-1', groups: ['orders'] }];
    const output = everyOutput(
      planByHand({
        'aws_mq_broker.orders': {
          before: { ...BROKER, user },
          after: { engine_version: '5.19-orders' },
          sensitive: { user: true },
        },
      }),
    );
    expect(output).toContain('aws_mq_broker.orders');
    expect(output).toContain('5.19-orders');
    expect(output).not.toContain('(sensitive)');
  });
});

describe('a sensitive parameter', () => {
  const shown = (value: string, name: string) =>
    everyOutput(
      planByHand({
        'aws_ssm_parameter.p': { action: 'no-op', before: { value }, sensitive: { value: true } },
        'aws_mq_broker.orders': {
          action: 'replace',
          before: BROKER,
          after: { broker_name: name },
          forcedBy: ['broker_name'],
        },
      }),
    ).includes(name);

  it.each([
    [
      'a failover URL',
      'failover:(ssl://b-1.mq.eu-west-1.amazonaws.com:61617,ssl://b-2.example:61617)?randomize=false',
      'eu-west-1.amazonaws.com',
    ],
    ['a list of URLs', 'mqtt+ssl://invoices-1.example:8883,mqtt+ssl://invoices-2.example:8883', 'invoices-2.example'],
    [
      'the ARN of a secret',
      'arn:aws:secretsmanager:eu-west-1:123456789012:secret:amazon-mq/invoices-2/shop',
      'invoices-2',
    ],
  ])('with %s hides no part of it', (_, value, part) => {
    expect(shown(value, part)).toBe(true);
  });

  it.each([
    ['a URL with a password', 'ssl://shop:Recognisable-1@b-1.example:61617', 'Recognisable-1'],
    ['a URL with a password behind it', 'ssl://b-1.example:61617?password=Recognisable-1', 'Recognisable-1'],
    [
      'a URL with more behind its password',
      'ssl://b-1.example:61617?password=x-1&key=Recognisable-1',
      'Recognisable-1',
    ],
    ['a connection string', 'failover:shop,Recognisable-1', 'Recognisable-1'],
  ])('with %s hides its parts', (_, value, part) => {
    expect(shown(value, part)).toBe(false);
  });
});

describe('a value that is known to be secret', () => {
  function hide(text: string, ...values: readonly string[]): string {
    const secrets = new Secrets();
    for (const value of values) secrets.add(value);
    return secrets.hide(text);
  }
  const twice = (form: (text: string) => string, text: string) => form(form(text));
  const inXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

  it.each([
    ['JSON', 'a"S3cret\\x', String.raw`a\"S3cret\\x`],
    ['a URL', 'S3cret/+&?x', 'S3cret%2F%2B%26%3Fx'],
    ['a form', 'S3cret x/y', 'S3cret+x%2Fy'],
    ['XML', 'S3cret<&">x', 'S3cret&lt;&amp;&quot;&gt;x'],
    ['one line', 'correct  horse\n\tbattery', 'correct horse battery'],
    ['letters that are put together', 'pa\u0308sswo\u0308rter', 'p\u00e4ssw\u00f6rter'],
    ['a URL, with half of a character', 'S3cret\ud83d/x', 'S3cret%EF%BF%BD%2Fx'],
    ['capital letters beside one that has no small letter of one place', 'S3cret-Value', 'S3CRET-VALUE'],
  ])('is hidden as it is written in %s, and the text around it stays', (_, value, form) => {
    expect(hide(`\u0130 ${form}.`, value)).toBe('\u0130 (sensitive).');
  });

  it.each<[string, string, string]>([
    ['the escape for a new line', 'S3cret Value', String.raw`S3cret\nValue`],
    [
      'percent signs, twice, of letters of two bytes',
      'p\u00e4ssw\u00f6rter',
      twice(encodeURIComponent, 'p\u00e4ssw\u00f6rter'),
    ],
    ['entities of XML, twice', 'S3cret<&">x', twice(inXml, 'S3cret<&">x')],
    ['the last of all characters', 'S3cret\u{10ffff}x', 'S3cret&#x10ffff;x'],
    ['the fewest digits of Base64', 'Abc-12', Buffer.from('Abc-12').toString('base64')],
    ['the fewest digits in hexadecimal', 'Abc-12', Buffer.from('Abc-12').toString('hex')],
  ])('hides the whole text that has it in %s', (_, value, form) => {
    expect(hide(`x ${form}.`, value)).toBe('(sensitive)');
  });

  it('is found among numbers that stand for no character', () => {
    expect(hide('&#x110000;&#9999999; is none', 'S3cret-Value')).toBe('&#x110000;&#9999999; is none');
    expect(hide('&#x110000;S3cret-Value', 'S3cret-Value')).toBe('&#x110000;(sensitive)');
  });

  it('is hidden each time, and where several start alike the longest that is there', () => {
    const values = ['Abcdef', 'Abcdefgh', 'Abcdefzz'];
    expect(hide('AbcdefAbcdef', ...values)).toBe('(sensitive)(sensitive)');
    expect(hide('Abcdefgh Abcdefzz Abcdefza Abcdeg', ...values)).toBe('(sensitive) (sensitive) (sensitive)za Abcdeg');
  });

  it.each<[string, string, string, boolean]>([
    ['a short one with white space around it', ' Abc-12\n', 'Abc-12', true],
    ['a part of 8 characters', 'user:Abcde-12', 'Abcde-12', true],
    ['a part of 7 characters', 'user:Abcd-12', 'Abcd-12', false],
    ['a number', '{"pin":1234567890}', '1234567890', true],
    ['a short item of a list with the name of a password', '{"passwords":["Sh0rt7x"],"none":null}', 'Sh0rt7x', true],
    ['a short item of another list', '{"colors":["Sh0rt7x"]}', 'Sh0rt7x', false],
    ['the name of a user', '{"username":"invoices-app","password":"Sh0rt7x"}', 'invoices-app', false],
    ['an id', '{"account_id":"123456789012","password":"Sh0rt7x"}', '123456789012', false],
    ['anything else that is long', '{"host":"db.example.com","password":"Sh0rt7x"}', 'db.example.com', true],
  ])('hides of a text %s: %j', (_, value, part, isHidden) => {
    expect(hide(`x ${part}.`, value)).toBe(isHidden ? 'x (sensitive).' : `x ${part}.`);
  });

  it('ends a long text before what may be the start of one', () => {
    const text = 'x'.repeat(8_192);
    expect(hide(text)).toBe(text);
    expect(hide(`${text}y`)).toBe(`${text.slice(0, 6_144)}…`);
    const cut = `${'x'.repeat(8_000)} ${'S3cret-Value'.repeat(40)}`;
    expect(hide(cut, 'S3cret-Value'.repeat(40))).not.toContain('S3cret');
  });

  it('hides all that follows the start of a very long one', () => {
    const long = 'S3cret-Value'.repeat(100);
    expect(hide(`x ${long.slice(0, 1_024)} y`, long)).toBe('x (sensitive)');
  });
});

describe('an address of a plan', () => {
  it('keeps its names, and not its keys, where both are secrets elsewhere', () => {
    const secrets = new Secrets();
    secrets.add('production');
    const hidden = (address: string) => secrets.hide(address);
    const [plain, keyed, last] = [
      'aws_x.production',
      'module.production["a"].aws_x.y["production"]',
      'module.m["a"].aws_x.production',
    ];
    expect([plain, keyed].map(hidden)).toEqual(['aws_x.(sensitive)', 'module.(sensitive)["a"].aws_x.y["(sensitive)"]']);
    secrets.addNames(() => [plain, keyed, last]);
    expect([plain, keyed, last].map(hidden)).toEqual([plain, 'module.production["a"].aws_x.y["(sensitive)"]', last]);
    expect(hidden('aws_x.other-production')).toBe('aws_x.other-(sensitive)');
  });

  const isWritten = (address: string) => isWrittenAddress(new PlannedChange({ address, type: 'aws_x', name: 'y' }));

  it.each([
    'aws_x.y',
    'data.aws_x.y',
    'module.m.aws_x.y',
    'aws_x.y[0]',
    'aws_x.y["k"]',
    'module.m["k"].aws_x.y',
    'module.m["k"].aws_x.y["l"]',
  ])('is made of names in the configuration: %s', (address) => {
    expect(isWritten(address)).toBe(true);
  });

  it.each([
    '',
    'aws_x.z',
    'secret-aws_x.y',
    'aws_x.y-secret',
    'aws_x.y["k"]-secret',
    'module.m.aws_x.y["k"].secret',
    'aws_x.z["k"]',
    'secret-aws_x.y["k"]',
  ])('is not made of names in the configuration: %j', (address) => {
    expect(isWritten(address)).toBe(false);
  });
});
