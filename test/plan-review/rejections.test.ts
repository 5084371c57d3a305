import { BROKER_CHANGE_REJECTIONS } from '../../src/amazon-mq/rejections/changes';
import { CONFIGURATION_REJECTIONS } from '../../src/amazon-mq/rejections/configuration-rejections';
import { type Finding } from '../../src/plan-review/findings/finding';
import { plainText } from '../../src/util/phrase';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { effectsIn, reviewOf } from './review-of';

const REPLICA = { data_replication_mode: 'CRDR', data_replication_primary_broker_arn: 'arn:primary' };
const OLD = { ...BROKER, engine_version: '5.17', auto_minor_version_upgrade: false };
const RABBIT = {
  ...BROKER,
  engine_type: 'RabbitMQ',
  engine_version: '3.13',
  host_instance_type: 'mq.m7g.large',
  storage_type: 'ebs',
  logs: [{ general: true }],
};
const CONFIGURATION = {
  id: 'c-1',
  name: 'orders',
  engine_type: 'ActiveMQ',
  engine_version: '5.18',
  authentication_strategy: 'simple',
};

function failing(changes: Readonly<Record<string, ChangeByHand>>): Finding[] {
  return reviewOf(planByHand(changes)).findings.filter(({ effect }) => effect === 'fails');
}

/** Changes of a broker that runs, with what is said and the change that follows what to do about it. */
const REJECTED: readonly {
  code: string;
  title: string;
  change: ChangeByHand;
  message: string;
  remedy: string;
  followed?: ChangeByHand;
}[] = [
  {
    code: 'upgrade-order',
    title: 'an upgrade together with automatic upgrades',
    change: { before: OLD, after: { engine_version: '5.18', auto_minor_version_upgrade: true } },
    message:
      'auto_minor_version_upgrade is switched on together with the upgrade to 5.18, and the provider sends the upgrade first: got true. Allowed: true before the upgrade.',
    remedy: 'Make two applies: first set auto_minor_version_upgrade to true, then engine_version to 5.18.',
    followed: { before: { ...OLD, auto_minor_version_upgrade: true }, after: { engine_version: '5.18' } },
  },
  {
    code: 'upgrade-order',
    title: 'an upgrade together with the instance type that it needs',
    change: {
      before: { ...RABBIT, host_instance_type: 'mq.m5.large' },
      after: { engine_version: '4.2', host_instance_type: 'mq.m7g.large' },
    },
    message:
      'host_instance_type changes together with the upgrade to 4.2, and the provider sends the upgrade first: got mq.m7g.large. Allowed: mq.m7g.large before the upgrade.',
    remedy:
      'Make two applies, with a reboot after the first: first change host_instance_type, then engine_version to 4.2.',
    followed: { before: RABBIT, after: { engine_version: '4.2' } },
  },
  {
    code: 'engine-version-downgrade',
    title: 'a step back',
    change: { before: { ...BROKER, engine_version: '5.19' }, after: { engine_version: '5.18' } },
    message: 'engine_version is older than the 5.19 that the broker runs: got 5.18. Allowed: 5.19 or newer.',
    remedy: 'Keep 5.19; for an older version create another broker and move its clients.',
    followed: { before: { ...BROKER, engine_version: '5.19' }, after: { engine_version: '5.19', tags: { a: 'b' } } },
  },
  {
    code: 'engine-version-step',
    title: 'a RabbitMQ version skipped',
    change: { before: RABBIT, after: { engine_version: '4.3' } },
    message: 'engine_version cannot be reached from 3.13 in one step: got 4.3. Allowed: 4.3 from 4.2.',
    remedy: 'Upgrade to 4.2 first.',
    followed: { before: RABBIT, after: { engine_version: '4.2' } },
  },
  {
    code: 'security-groups-fixed',
    title: 'other groups of a RabbitMQ broker',
    change: { before: RABBIT, after: { security_groups: ['sg-2'] } },
    message: 'security_groups cannot be changed on a RabbitMQ broker. Allowed: the groups it was created with.',
    remedy: 'Keep the groups and change their rules.',
    followed: { before: RABBIT, after: { tags: { a: 'b' } } },
  },
  {
    code: 'replica-update',
    title: 'the logs of a replica',
    change: { before: { ...BROKER, ...REPLICA }, after: { logs: [{ general: true, audit: 'false' }] } },
    message: 'logs cannot be changed on a replica. Allowed: changes on the primary broker.',
    remedy: 'Change it on the primary, and put configuration, logs and engine_version under ignore_changes here.',
    followed: { before: { ...BROKER, ...REPLICA }, after: { tags: { a: 'b' } } },
  },
  {
    code: 'replica-delete',
    title: 'the end of a replica',
    change: { action: 'delete', before: { ...BROKER, ...REPLICA } },
    message: 'data_replication_mode pairs the broker with a primary, so it cannot be deleted. Allowed: NONE.',
    remedy:
      'Make three steps: apply data_replication_mode NONE and keep data_replication_primary_broker_arn, reboot the primary, then delete.',
    followed: { action: 'delete', before: { ...BROKER, ...REPLICA, data_replication_mode: 'NONE' } },
  },
];

describe.each(REJECTED)('$code: $title', ({ code, change, message, remedy, followed }) => {
  it('fails, in words of arguments', () => {
    const [finding, ...more] = failing({ 'aws_mq_broker.orders': change });
    expect(more).toEqual([]);
    expect(finding.code).toBe(code);
    expect(plainText(finding.message).startsWith(message)).toBe(true);
    expect(plainText(finding.remedy)).toBe(remedy);
  });

  it('does not fail when the remedy is followed', () => {
    expect(failing({ 'aws_mq_broker.orders': followed! })).toEqual([]);
  });
});

test('every rejection of a change has a case', () => {
  expect([...new Set(REJECTED.map(({ code }) => code))].sort()).toEqual(
    BROKER_CHANGE_REJECTIONS.map(({ code }) => code).sort(),
  );
});

test('what was there already is not rejected, wherever it is in a set', () => {
  const [good, bad] = [
    { username: 'good', password: 'Fixture-Password-1' },
    { username: 'bad', password: 'short' },
  ];
  const update = (before: object[], after: object[]) =>
    failing({ 'aws_mq_broker.orders': { before: { ...BROKER, user: before }, after: { user: after } } });
  expect(update([bad], [good, bad])).toEqual([]);
  expect(update([bad], [good, bad, { ...bad, username: 'worse' }]).map(({ code }) => code)).toEqual(['password-form']);
  expect(update([good], [good, bad]).map(({ code }) => code)).toEqual(['password-form']);
});

describe('what the provider does not send', () => {
  const ldap = { ldap_server_metadata: [{ hosts: ['ldap.example.com'] }] };
  it.each<[string, ChangeByHand, string[]]>([
    [
      'another storage type of an active/standby broker',
      {
        before: { ...BROKER, deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ', subnet_ids: ['subnet-1', 'subnet-2'] },
        after: { storage_type: 'ebs' },
      },
      ['storage-deployment-mode'],
    ],
    [
      'another storage type of a RabbitMQ broker',
      { before: RABBIT, after: { storage_type: 'efs' } },
      ['storage-engine'],
    ],
    [
      'hosts of a directory',
      { before: { ...BROKER, ...ldap }, after: { ldap_server_metadata: [{ hosts: ['ldaps://x'] }] } },
      ['ldap-host-form'],
    ],
    [
      'a second user of a RabbitMQ broker',
      { before: RABBIT, after: { user: [...BROKER.user, { ...BROKER.user[0], username: 'second' }] } },
      ['user-one'],
    ],
  ])('is told, and fails nothing: %s', (_, change, codes) => {
    const { findings } = reviewOf(planByHand({ 'aws_mq_broker.orders': change }));
    expect(findings.map(({ code }) => code)).toEqual(['broker-argument-ignored', ...codes]);
    for (const { effect, severity } of findings) expect([effect, severity]).toEqual(['no-effect', 'warning']);
    expect(plainText(findings[1].message)).toMatch(
      /The provider does not send it in an update: only an apply that creates the broker fails\.$/,
    );
  });

  it('is told once where the apply fails for the same reason', () => {
    const short = { username: 'second', password: 'short', console_access: false, groups: [] };
    const change: ChangeByHand = {
      before: { ...BROKER, deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ', subnet_ids: ['subnet-1', 'subnet-2'] },
      after: { storage_type: 'ebs', user: [...BROKER.user, short] },
    };
    const { findings } = reviewOf(planByHand({ 'aws_mq_broker.orders': change }));
    expect(findings.filter(({ code }) => code === 'password-form')).toHaveLength(1);
    const [{ effect, message }] = findings.filter(({ code }) => code === 'password-form');
    expect([effect, plainText(message)]).toEqual(['fails', expect.not.stringContaining('does not send')]);
    expect(findings.map(({ code }) => code)).toContain('storage-deployment-mode');
  });

  const RABBITMQ_CONFIGURATION = { ...CONFIGURATION, engine_type: 'RabbitMQ', engine_version: '4.2' };

  it('is told of a configuration, and fails nothing', () => {
    const after = { authentication_strategy: 'ldap' };
    const { findings } = reviewOf(planByHand({ 'aws_mq_configuration.c': { before: RABBITMQ_CONFIGURATION, after } }));
    expect(findings.map(({ code }) => code)).toEqual(['authentication-strategy', 'configuration-argument-ignored']);
    for (const { effect, severity } of findings) expect([effect, severity]).toEqual(['no-effect', 'warning']);
    expect(plainText(findings[0].message)).toBe(
      'authentication_strategy is not an authentication strategy of RabbitMQ: got ldap. Allowed: simple or config_managed. Amazon MQ has the strategy ldap for ActiveMQ only, and config_managed for RabbitMQ only. The provider does not send it in an update: only an apply that creates the configuration fails.',
    );
  });

  it.each<[string, ChangeByHand]>([
    ['new', { action: 'create', after: { ...RABBITMQ_CONFIGURATION, authentication_strategy: 'ldap' } }],
    [
      'replaced',
      {
        action: 'replace',
        before: RABBITMQ_CONFIGURATION,
        after: { authentication_strategy: 'ldap', name: 'b' },
        forcedBy: ['name'],
      },
    ],
  ])('is rejected of a configuration that is %s', (_, configuration) => {
    expect(failing({ 'aws_mq_configuration.c': configuration }).map(({ code }) => code)).toEqual([
      'authentication-strategy',
    ]);
  });

  it.each<[string, ChangeByHand, ChangeByHand]>([
    [
      'a new broker',
      { action: 'create', after: { ...RABBIT, storage_type: 'efs' } },
      { action: 'no-op', before: CONFIGURATION },
    ],
    [
      'a broker that is replaced',
      {
        action: 'replace',
        before: RABBIT,
        after: { storage_type: 'efs', broker_name: 'b' },
        forcedBy: ['broker_name'],
      },
      { action: 'no-op', before: CONFIGURATION },
    ],
  ])('is rejected of %s', (_, broker, configuration) => {
    expect(
      failing({ 'aws_mq_broker.orders': broker, 'aws_mq_configuration.c': configuration }).map(({ code }) => code),
    ).toContain('storage-engine');
  });

  it('does not change which authentication a configuration is for', () => {
    const changes = {
      'aws_mq_broker.orders': {
        before: { ...BROKER, authentication_strategy: 'simple' },
        after: { engine_version: '5.19' },
      },
      'aws_mq_configuration.orders': {
        before: { ...CONFIGURATION, engine_version: '5.19' },
        after: { authentication_strategy: 'ldap' },
      },
    };
    expect(failing(changes).map(({ code }) => code)).toEqual([]);
  });
});

describe('what other resources of the plan show', () => {
  const codes = (changes: Readonly<Record<string, ChangeByHand>>) => failing(changes).map(({ code }) => code);
  const subnet = (id: string, availability_zone: string): ChangeByHand => ({
    action: 'no-op',
    before: { id, availability_zone },
  });
  const standby = {
    ...BROKER,
    deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ',
    subnet_ids: ['subnet-1', 'subnet-2'],
  };

  it.each([
    ['one zone', 'eu-west-1a', ['subnet-zone-unique']],
    ['two zones', 'eu-west-1b', []],
  ])('subnets in %s', (_, zone, expected) => {
    const changes = {
      'aws_mq_broker.orders': { action: 'create', after: standby } as const,
      'aws_subnet.a': subnet('subnet-1', 'eu-west-1a'),
      'aws_subnet.b': subnet('subnet-2', zone),
    };
    expect(codes(changes)).toEqual(expected);
  });

  it.each<[string, object, Readonly<Record<string, ChangeByHand>>]>([
    ['of which the plan has one alone', { subnet_ids: ['subnet-1', 'subnet-9'] }, {}],
    [
      'of which the plan has two',
      { deployment_mode: 'CLUSTER_MULTI_AZ', subnet_ids: ['subnet-1', 'subnet-2', 'subnet-9'] },
      {},
    ],
    [
      'of which one has a zone that is known only after the apply',
      {},
      {
        'aws_subnet.b': {
          action: 'create',
          after: { id: 'subnet-2', availability_zone: undefined },
          unknown: { availability_zone: true },
        },
      },
    ],
  ])('subnets are not judged %s', (_, values, subnets) => {
    const base = 'deployment_mode' in values ? RABBIT : standby;
    expect(
      codes({
        'aws_mq_broker.orders': { action: 'create', after: { ...base, subnet_ids: standby.subnet_ids, ...values } },
        'aws_subnet.a': subnet('subnet-1', 'eu-west-1a'),
        'aws_subnet.b': subnet('subnet-2', 'eu-west-1a'),
        ...subnets,
      }),
    ).toEqual([]);
  });

  describe('a public broker in a VPC', () => {
    const created = (references: ChangeByHand['references'], after: object = {}): ChangeByHand => ({
      action: 'create',
      after,
      unknown: Object.fromEntries(['id', ...Object.keys(references!)].map((name) => [name, true])),
      references,
    });
    const network: Readonly<Record<string, ChangeByHand>> = {
      'aws_vpc.v': created({}),
      'aws_subnet.a': created({ vpc_id: ['aws_vpc.v.id'] }),
      'aws_mq_broker.orders': {
        action: 'create',
        after: { ...BROKER, publicly_accessible: true, subnet_ids: undefined, storage_type: 'ebs' },
        unknown: { subnet_ids: true },
        references: { subnet_ids: ['aws_subnet.a.id'] },
      },
    };
    const gateway = created({ vpc_id: ['aws_vpc.v.id'] });
    const OTHER_VPC = { 'aws_vpc.w': created({}), 'aws_internet_gateway.w': created({ vpc_id: ['aws_vpc.w.id'] }) };

    it.each<[string, Readonly<Record<string, ChangeByHand>>, string[]]>([
      ['without an internet gateway', {}, ['public-network']],
      ['with one', { 'aws_internet_gateway.g': gateway }, []],
      ['with one that is attached', { 'aws_internet_gateway_attachment.g': gateway }, []],
      ['beside another one with one', OTHER_VPC, ['public-network']],
      ['with one beside another one with one', { ...OTHER_VPC, 'aws_internet_gateway.x': gateway }, []],
      ['that exists, whose gateways no plan shows', { 'aws_vpc.v': { action: 'no-op', before: { id: 'vpc-1' } } }, []],
      [
        'that no plan has',
        { 'aws_subnet.a': { action: 'create', after: { vpc_id: 'vpc-9' }, unknown: { id: true } } },
        [],
      ],
    ])('%s', (_, changes, expected) => {
      expect(codes({ ...network, ...changes })).toEqual(expected);
    });
  });

  it.each<[string, object, readonly string[]]>([
    ['another tag', { tags: { a: 'b' } }, []],
    ['another instance type', { host_instance_type: 'mq.m5.xlarge' }, []],
    ['another revision', { configuration: [{ id: 'c-1', revision: 3 }] }, ['configuration-engine-version']],
    ['another engine version', { engine_version: '5.20' }, ['configuration-engine-version']],
  ])('is not judged again by an update that does not touch it: %s', (_, after, expected) => {
    const changes = {
      'aws_mq_broker.orders': { before: { ...standby, engine_version: '5.19' }, after },
      'aws_mq_configuration.orders': { action: 'no-op', before: CONFIGURATION } as const,
      'aws_subnet.a': subnet('subnet-1', 'eu-west-1a'),
      'aws_subnet.b': subnet('subnet-2', 'eu-west-1a'),
    };
    expect(codes(changes)).toEqual(expected);
  });

  it('of several subnets of one resource only those whose ids the broker has', () => {
    const changes = {
      'aws_mq_broker.orders': {
        action: 'replace',
        before: standby,
        after: { subnet_ids: undefined },
        unknown: { subnet_ids: true },
        forcedBy: ['subnet_ids'],
        references: { subnet_ids: ['aws_subnet.s'] },
      } as const,
      'aws_subnet.s[0]': subnet('subnet-1', 'eu-west-1a'),
      'aws_subnet.s[1]': subnet('subnet-2', 'eu-west-1b'),
      'aws_subnet.s[2]': subnet('subnet-3', 'eu-west-1a'),
    };
    expect(codes(changes)).not.toContain('subnet-zone-unique');
  });

  it('new subnets in one zone, found by reference', () => {
    const created = (availability_zone: string): ChangeByHand => ({
      action: 'create',
      after: { availability_zone },
      unknown: { id: true },
    });
    const changes = {
      'aws_mq_broker.orders': {
        action: 'create',
        after: { ...standby, subnet_ids: undefined },
        unknown: { subnet_ids: true },
        references: { subnet_ids: ['aws_subnet.a.id', 'aws_subnet.b.id'] },
      } as const,
      'aws_subnet.a': created('eu-west-1a'),
      'aws_subnet.b': created('eu-west-1a'),
    };
    expect(codes(changes)).toEqual(['subnet-zone-unique']);
  });

  it.each([
    ['of another version', { engine_version: '5.19' }, ['configuration-engine-version']],
    ['for a directory', { authentication_strategy: 'ldap' }, ['configuration-authentication-strategy']],
    ['of the same version', {}, []],
  ])('a configuration %s', (_, change, expected) => {
    const changes = {
      'aws_mq_broker.orders': {
        action: 'create',
        after: { ...BROKER, authentication_strategy: 'simple' },
      } as const,
      'aws_mq_configuration.orders': { action: 'no-op', before: { ...CONFIGURATION, ...change } } as const,
    };
    expect(codes(changes)).toEqual(expected);
  });

  it.each([
    ['aws_mq_broker', 'broker_name', 'broker-name-unique', BROKER],
    ['aws_mq_configuration', 'name', 'configuration-name-unique', CONFIGURATION],
  ])('two %ss with one %s', (type, argument, code, values) => {
    const created = (change: object) => ({ action: 'create', after: { ...values, ...change } }) as const;
    expect(codes({ [`${type}.a`]: created({}), [`${type}.b`]: created({}) })).toEqual([code]);
    expect(codes({ [`${type}.a`]: created({}), [`${type}.b`]: created({ [argument]: 'another' }) })).toEqual([]);
    expect(codes({ [`${type}.a`]: created({}), [`${type}.b`]: created({ region: 'us-east-1' }) })).toEqual([]);
  });
});

describe('two brokers of one name', () => {
  const named = (changes: Readonly<Record<string, ChangeByHand>>) =>
    failing(changes).map(({ code, address }) => `${code} ${address}`);
  const created = (more: object = {}): ChangeByHand => ({ action: 'create', after: BROKER, more });
  const here = { ...BROKER, region: 'eu-west-1' };

  it.each<[string, Readonly<Record<string, ChangeByHand>>, string[]]>([
    [
      'are reported at the later one',
      { 'aws_mq_broker.b': created(), 'aws_mq_broker.a': created() },
      ['broker-name-unique aws_mq_broker.b'],
    ],
    [
      'are two where the providers are two',
      {
        'aws_mq_broker.a': created({ provider_name: 'registry.terraform.io/hashicorp/aws' }),
        'aws_mq_broker.b': created({ provider_name: 'registry.opentofu.org/hashicorp/aws' }),
      },
      [],
    ],
    [
      'are one where the one that is deleted is in the Region of the new one',
      { 'aws_mq_broker.a': { action: 'delete', before: here }, 'aws_mq_broker.b': { action: 'create', after: here } },
      ['broker-name-unique aws_mq_broker.b'],
    ],
    [
      'are none where both names are known only after the apply',
      {
        'aws_mq_broker.a': {
          action: 'create',
          after: { ...BROKER, broker_name: undefined },
          unknown: { broker_name: true },
        },
        'aws_mq_broker.b': {
          action: 'create',
          after: { ...BROKER, broker_name: undefined },
          unknown: { broker_name: true },
        },
      },
      [],
    ],
    [
      'are not judged when one that exists changes',
      {
        'aws_mq_broker.a': { action: 'no-op', before: BROKER },
        'aws_mq_broker.b': { before: { ...BROKER, id: 'b-2', arn: `${BROKER.arn}-2` }, after: { tags: { a: 'b' } } },
      },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(named(changes)).toEqual(expected);
  });

  it('are perhaps the same under another address, unless a failed apply left the old one behind', () => {
    const remedy = (more: object) =>
      failing({ 'aws_mq_broker.a': { action: 'delete', before: BROKER, more }, 'aws_mq_broker.b': created() })
        .map((finding) => plainText(finding.remedy))
        .join();
    expect(remedy({})).toBe(
      'If it is the same, add a moved block from aws_mq_broker.a to aws_mq_broker.b; otherwise choose another name.',
    );
    expect(remedy({ deposed: 'abcd1234' })).not.toContain('moved block');
  });

  it('are one where the old one is no longer written', () => {
    const resources = [
      {
        address: 'aws_mq_broker.b',
        mode: 'managed',
        type: 'aws_mq_broker',
        name: 'b',
        provider_config_key: 'aws.x',
        expressions: {},
      },
    ];
    const plan = planByHand(
      { 'aws_mq_broker.a': { action: 'delete', before: BROKER }, 'aws_mq_broker.b': created() },
      { configuration: { root_module: { resources } } },
    );
    const failed = reviewOf(plan).findings.filter(({ effect }) => effect === 'fails');
    expect(failed.map(({ code }) => code)).toEqual(['broker-name-unique']);
  });
});

test.each([
  ['the same configuration of the provider are one name', 'aws.ireland', ['broker-name-unique']],
  ['two configurations of the provider are two names', 'aws.virginia', []],
])('two brokers of one name by %s', (_, key, codes) => {
  const created = { action: 'create', after: BROKER } as const;
  const written = (name: string, provider: string) => ({
    address: `aws_mq_broker.${name}`,
    mode: 'managed',
    type: 'aws_mq_broker',
    name,
    provider_config_key: provider,
    expressions: {},
  });
  const resources = [written('a', 'aws.ireland'), written('b', key)];
  const plan = planByHand(
    { 'aws_mq_broker.a': created, 'aws_mq_broker.b': created },
    { configuration: { root_module: { resources } } },
  );
  const failed = reviewOf(plan).findings.filter(({ effect }) => effect === 'fails');
  expect(failed.map(({ code }) => code)).toEqual(codes);
});

describe('a name that is not free yet', () => {
  const codes = (changes: Readonly<Record<string, ChangeByHand>>) => failing(changes).map(({ code }) => code);
  const replaced = (before: object, actions: string[]): ChangeByHand => ({
    action: 'replace',
    before,
    more: { change: { actions, before, after: before, after_unknown: {} } },
  });

  it('is that of a broker that is created before its predecessor is deleted', () => {
    expect(codes({ 'aws_mq_broker.orders': replaced(BROKER, ['create', 'delete']) })).toEqual(['broker-name-unique']);
    expect(codes({ 'aws_mq_broker.orders': replaced(BROKER, ['delete', 'create']) })).toEqual([]);
  });

  it('is that of a broker that is deleted in the same apply', () => {
    const changes = {
      'aws_mq_broker.new': { action: 'create', after: BROKER } as const,
      'aws_mq_broker.old': { action: 'delete', before: BROKER } as const,
    };
    expect(codes(changes)).toEqual(['broker-name-unique']);
  });

  it('is that of a configuration that is replaced', () => {
    const changes = { 'aws_mq_configuration.orders': replaced(CONFIGURATION, ['delete', 'create']) };
    expect(codes(changes)).toEqual(['configuration-name-unique']);
  });
});

describe('a configuration', () => {
  const review = (change: object) =>
    failing({ 'aws_mq_configuration.orders': { action: 'create', after: { ...CONFIGURATION, ...change } } });

  it.each([
    [
      'configuration-name-form',
      { name: 'orders config' },
      'name has characters that are not allowed: got orders config.',
    ],
    ['engine-version-form', { engine_version: '5.18.6' }, 'engine_version is not of the form major.minor: got 5.18.6.'],
    [
      'engine-version-supported',
      { engine_version: '5.17' },
      'engine_version is not supported since 2025-06-16: got 5.17.',
    ],
    ['tag-form', { tags: { 'aws:team': 'x' } }, 'tags has a key that AWS rejects: got aws:team.'],
  ])('%s', (code, change, message) => {
    const [finding, ...more] = review(change);
    expect(more).toEqual([]);
    expect(finding.code).toBe(code);
    expect(plainText(finding.message).startsWith(message)).toBe(true);
    expect(CONFIGURATION_REJECTIONS.map((rejection) => rejection.code)).toContain(code);
  });

  it('is not judged again when something else of it changes', () => {
    const before = { ...CONFIGURATION, engine_version: '5.17' };
    expect(failing({ 'aws_mq_configuration.orders': { before, after: { description: 'new' } } })).toEqual([]);
  });
});

describe('a primary', () => {
  it('with a replica in the same plan is not deleted', () => {
    const report = reviewOf(
      planByHand({
        'aws_mq_broker.primary': { action: 'delete', before: BROKER },
        'aws_mq_broker.replica': {
          action: 'no-op',
          before: {
            ...BROKER,
            ...REPLICA,
            id: 'b-2',
            arn: 'arn:replica',
            data_replication_primary_broker_arn: BROKER.arn,
          },
        },
      }),
    );
    expect(effectsIn(report)['aws_mq_broker.primary']).toEqual(['delete', 'fails']);
    expect(report.findings.find(({ effect }) => effect === 'fails')?.code).toBe('primary-delete');
  });
});

test.each<[string, ChangeByHand]>([
  [
    'an unknown version',
    { action: 'create', after: { ...BROKER, engine_version: undefined }, unknown: { engine_version: true } },
  ],
  ['a version newer than this package', { action: 'create', after: { ...BROKER, engine_version: '5.20' } }],
  [
    'a replica that was unpaired',
    { before: { ...BROKER, ...REPLICA, data_replication_mode: 'NONE' }, after: { logs: [] } },
  ],
  [
    'a replica whose security groups change',
    { before: { ...BROKER, ...REPLICA }, after: { security_groups: ['sg-2'] } },
  ],
  [
    'a three-part version of a broker that is there',
    { before: { ...BROKER, engine_version: '5.18.6' }, after: { tags: { a: 'b' } } },
  ],
  [
    'a key that is not set',
    { action: 'create', after: { ...BROKER, encryption_options: [{ kms_key_id: '', use_aws_owned_key: true }] } },
  ],
  ['RabbitMQ with its own types', { action: 'create', after: RABBIT }],
  [
    'a RabbitMQ cluster',
    {
      action: 'create',
      after: { ...RABBIT, deployment_mode: 'CLUSTER_MULTI_AZ', subnet_ids: ['subnet-1', 'subnet-2', 'subnet-3'] },
    },
  ],
])('nothing fails for %s', (_, change) => {
  expect(failing({ 'aws_mq_broker.orders': change })).toEqual([]);
});
