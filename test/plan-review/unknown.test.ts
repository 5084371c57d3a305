import { plainText } from '../../src/util/phrase';
import { type Changes, foundIn, ORDERS } from './found-in';
import { BROKER, type ChangeByHand, planByHand, resourceChange } from './plan-fixture';
import { reviewOf } from './review-of';

describe('what this version does not know', () => {
  it.each<[string, Changes, string[]]>([
    [
      'an argument of a broker',
      { 'aws_mq_broker.orders': { before: { ...BROKER, patch_policy: 'manual' }, after: { patch_policy: 'auto' } } },
      [
        'warning unknown unknown-argument aws_mq_broker.orders: aws_mq_broker.orders changes patch_policy, which this version does not know, so what that does to the broker and its clients is unknown.',
      ],
    ],
    [
      'an argument of a new configuration',
      {
        'aws_mq_configuration.c': {
          action: 'create',
          after: { name: 'c', engine_type: 'RabbitMQ', engine_version: '4.2', data: '', checks: 'strict' },
        },
      },
      [
        'warning unknown unknown-argument aws_mq_configuration.c: aws_mq_configuration.c changes checks, which this version does not know, so what that does to the broker and its clients is unknown.',
        'info create configuration-created aws_mq_configuration.c: aws_mq_configuration.c is created.',
      ],
    ],
    [
      'a type of Amazon MQ',
      { 'aws_mq_promotion.p': { action: 'create' } },
      [
        'warning unknown unknown-type aws_mq_promotion.p: aws_mq_promotion.p has a type of Amazon MQ that this version does not know, so what its change does is unknown.',
      ],
    ],
    [
      'the provider of the Cloud Control API',
      { 'awscc_amazonmq_broker.b': { before: { id: '1' }, after: { id: '2' } } },
      [
        'warning unknown unknown-type awscc_amazonmq_broker.b: awscc_amazonmq_broker.b has a type of Amazon MQ that this version does not know, so what its change does is unknown.',
      ],
    ],
    [
      'an argument within a block of a broker',
      {
        'aws_mq_broker.orders': {
          before: BROKER,
          after: { logs: [{ general: true, audit: 'true', trace: true }] },
        },
      },
      [
        'warning unknown unknown-argument aws_mq_broker.orders: aws_mq_broker.orders changes logs.trace, which this version does not know, so what that does to the broker and its clients is unknown.',
      ],
    ],
    ...(['delete', 'forget'] as const).map((action): [string, Changes, string[]] => [
      `nothing in a block of a broker that Terraform plans to ${action}`,
      { 'aws_mq_broker.orders': { action, before: { ...BROKER, logs: [{ general: true, trace: true }] } } },
      [expect.stringMatching(/ broker-(deleted|forgotten) /) as string],
    ]),
    [
      'two arguments of a broker',
      { 'aws_mq_broker.orders': { before: BROKER, after: { patch_policy: 'auto', advice: 'on' } } },
      [
        'warning unknown unknown-argument aws_mq_broker.orders: aws_mq_broker.orders changes advice and patch_policy, which this version does not know, so what that does to the broker and its clients is unknown.',
      ],
    ],
    [
      'nothing: an argument that a new configuration leaves out',
      {
        'aws_mq_configuration.c': {
          action: 'create',
          after: { name: 'c', engine_type: 'RabbitMQ', engine_version: '4.2', data: '', checks: null },
          unknown: { advice: true },
        },
      },
      ['info create configuration-created aws_mq_configuration.c: aws_mq_configuration.c is created.'],
    ],
    [
      'nothing: an argument beside the one that replaces a configuration',
      {
        'aws_mq_configuration.c': {
          action: 'replace',
          before: { name: 'c', engine_type: 'RabbitMQ', engine_version: '4.2', checks: 'strict' },
          after: { name: 'd', checks: 'off' },
          forcedBy: ['name'],
        },
      },
      [expect.stringMatching(/ configuration-replaced /) as string],
    ],
    ['nothing: a type that stays as it is', { 'aws_mq_promotion.p': { action: 'no-op', before: { id: 'p' } } }, []],
    [
      'nothing: an argument that stays as it is',
      { 'aws_mq_broker.orders': { before: { ...BROKER, patch_policy: 'manual' }, after: { tags: { a: 'b' } } } },
      [
        'info in-place broker-changed-in-place aws_mq_broker.orders: aws_mq_broker.orders takes tags as it runs, without a reboot.',
      ],
    ],
    [
      'nothing: an argument within a block that stays as it is',
      {
        'aws_mq_broker.orders': {
          before: { ...BROKER, logs: [{ general: true, audit: 'true', trace: true }] },
          after: { tags: { a: 'b' } },
        },
      },
      [
        'info in-place broker-changed-in-place aws_mq_broker.orders: aws_mq_broker.orders takes tags as it runs, without a reboot.',
      ],
    ],
    [
      'an action',
      { 'aws_mq_broker.orders': { actions: ['evict'], before: BROKER } },
      [
        'error unknown unknown-action aws_mq_broker.orders: The plan does something to aws_mq_broker.orders that this version does not know, so what happens to the broker and its clients is unknown.',
      ],
    ],
    [
      'an action at something beside a broker',
      { ...ORDERS, 'aws_subnet.a': { actions: ['evict'], before: { id: 'subnet-9' } } },
      [
        'error unknown unknown-action aws_subnet.a: The plan does something to aws_subnet.a that this version does not know, so what happens to the broker and its clients is unknown.',
      ],
    ],
    [
      'an action in a run without a broker, which is no reason to fail',
      { 'azurerm_subnet.a': { actions: [], before: { id: 'subnet-9' } } },
      [
        'warning unknown unknown-action azurerm_subnet.a: The plan does something to azurerm_subnet.a that this version does not know, so whether it concerns a broker is unknown.',
      ],
    ],
    [
      'nothing: arguments of newer providers have their effect',
      { 'aws_mq_broker.orders': { before: { ...BROKER, storage_size: 15 }, after: { storage_size: 20 } } },
      [
        'warning pending broker-change-pending aws_mq_broker.orders: aws_mq_broker.orders takes this only at its next reboot, in the maintenance window; every plan until then shows it again. It changes storage_size.',
      ],
    ],
    [
      'nothing: what the provider computes is no argument',
      {
        'aws_mq_broker.orders': {
          before: BROKER,
          after: { instances: [{}] },
          unknown: {
            instances: true,
            arn: true,
            id: true,
            pending_data_replication_mode: true,
            shared_resources: true,
          },
        },
      },
      [],
    ],
    [
      'nothing: an argument that only Terraform reads',
      { 'aws_mq_configuration.c': { before: { name: 'c', skip_destroy: false }, after: { skip_destroy: true } } },
      [
        'info in-place configuration-argument-recorded aws_mq_configuration.c: aws_mq_configuration.c changes skip_destroy, which only Terraform reads: nothing is sent to Amazon MQ.',
      ],
    ],
  ])('is %s', (_, changes, expected) => {
    expect(foundIn(changes)).toEqual(expected);
  });

  it('is a part of the plan', () => {
    expect(foundIn(ORDERS, { action_invocations: [{}], applyable: true })).toEqual([
      'warning unknown unknown-plan-part (plan): The plan has action_invocations, which this version does not know, so what that does to brokers and their clients is unknown.',
    ]);
  });

  it('is a part of a plan without Amazon MQ, which is no reason for a warning', () => {
    const bucket: Changes = { 'aws_s3_bucket.b': { action: 'create' } };
    expect(foundIn(bucket, { action_invocations: [{}] })).toEqual([
      'info unknown unknown-plan-part (plan): The plan has action_invocations, which this version does not know, so what that does to brokers and their clients is unknown.',
    ]);
  });

  it.each<[string, Changes[''], number]>([
    ['in a plan whose secret values were taken out', {}, 1],
    ['in one that lists what is known', { unknown: { configuration: [{}] } }, 1],
    ['but not where a value is known only after the apply', { unknown: { tags_all: true } }, 0],
    ['but not where only its marks change', {}, 0],
  ])('is an update that shows no change, %s', (what, change, count) => {
    const before = { ...BROKER, user: null };
    const plan = planByHand({ 'aws_mq_broker.orders': { before, sensitive: { user: true }, ...change } });
    if (what.includes('marks')) plan.resource_changes[0].change.after_sensitive = { user: true, tags: true };
    const said = reviewOf(plan).findings.map(({ code, message }) => `${code}: ${plainText(message)}`);
    expect(said.filter((line) => line.startsWith('unknown-argument'))).toEqual(
      Array.from(
        { length: count },
        () =>
          'unknown-argument: The plan updates aws_mq_broker.orders and shows no argument that changes, as if values had been taken out of it: what that does to the broker and its clients is unknown.',
      ),
    );
  });

  it('may be put off for something that a broker depends on', () => {
    const deferred = (id: string) => [
      { reason: 'x', resource_change: resourceChange('aws_subnet.a', { action: 'delete', before: { id } }) },
    ];
    const later = (id: string) => foundIn(ORDERS, { deferred_changes: deferred(id), complete: false });
    expect(later('subnet-1')).toEqual([
      'error unknown change-deferred aws_subnet.a: Terraform puts off what it does to aws_subnet.a to a later plan: it will be deleted.',
    ]);
    expect(later('subnet-9')).toEqual([]);
    const unset: Changes = {
      'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, data_replication_primary_broker_arn: null } },
    };
    const [{ resource_change: subnet }] = deferred('subnet-9');
    const withUnset = { ...subnet, change: { ...subnet.change, before: { id: 'subnet-9', outpost_arn: null } } };
    const more = { deferred_changes: [{ reason: 'x', resource_change: withUnset }], complete: false };
    expect(foundIn(unset, more)).toEqual([]);
  });

  it.each([
    ['a replacement', 'replace', 'error', ': it will be replaced'],
    ['a deletion', 'delete', 'error', ': it will be deleted'],
    ['an update', 'update', 'warning', ''],
  ] as const)('may be %s that Terraform puts off', (_, action, severity, what) => {
    const deferred = [
      {
        reason: 'resource_config_unknown',
        resource_change: resourceChange('aws_mq_broker.orders', { action, before: BROKER }),
      },
    ];
    expect(foundIn({}, { deferred_changes: deferred, complete: false })).toEqual([
      `${severity} unknown change-deferred aws_mq_broker.orders: Terraform puts off what it does to aws_mq_broker.orders to a later plan${what}.`,
    ]);
  });
});

describe('a resource of the provider of the Cloud Control API', () => {
  const unread = (address: string) =>
    `warning unknown unread-type ${address}: ${address} is of the provider awscc, of which this version reads only security groups, their ingress rules and keys, so what its change does to brokers and their clients is unknown.`;

  it.each<[string, Changes, string[]]>([
    ['is a route that goes', { 'awscc_ec2_route.r': { action: 'delete' } }, [unread('awscc_ec2_route.r')]],
    [
      'is a network ACL that changes',
      { 'awscc_ec2_network_acl.n': { before: { id: 'acl-1' }, after: { id: 'acl-2' } } },
      [unread('awscc_ec2_network_acl.n')],
    ],
    [
      'is new in the subnet of a broker',
      {
        'awscc_ec2_subnet_network_acl_association.n': {
          action: 'create',
          after: { subnet_id: 'subnet-1', network_acl_id: 'acl-2' },
        },
      },
      [unread('awscc_ec2_subnet_network_acl_association.n')],
    ],
    ['is a route that stays as it is', { 'awscc_ec2_route.r': { action: 'no-op', before: { id: 'r' } } }, []],
    ['is new somewhere else', { 'awscc_ec2_vpc.v': { action: 'create', after: { cidr_block: '10.9.0.0/16' } } }, []],
    [
      'reads from a broker',
      { 'awscc_lambda_event_source_mapping.m': { action: 'delete', before: { event_source_arn: BROKER.arn } } },
      [unread('awscc_lambda_event_source_mapping.m')],
    ],
    [
      'is what a broker is made of',
      {
        'aws_mq_broker.orders': {
          action: 'no-op',
          before: BROKER,
          references: { user: ['awscc_secretsmanager_secret.s.secret_string'] },
        },
        'awscc_secretsmanager_secret.s': { before: { id: 's' }, after: { description: 'x' } },
      },
      [unread('awscc_secretsmanager_secret.s')],
    ],
    ['is no part of a network', { 'awscc_s3_bucket.b': { action: 'delete', before: { id: 'b' } } }, []],
    [
      'is an instance beside a broker',
      { 'awscc_ec2_instance.i': { before: { subnet_id: 'subnet-1' }, after: {} } },
      [],
    ],
    [
      'is a subnet in use',
      { 'awscc_ec2_subnet.a': { action: 'delete', before: { id: 'subnet-1' } } },
      [
        'error fails network-in-use awscc_ec2_subnet.a: The apply will fail at awscc_ec2_subnet.a: AWS rejects the deletion of a subnet in use (DependencyViolation), and aws_mq_broker.orders has it.',
        unread('awscc_ec2_subnet.a'),
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(foundIn({ ...ORDERS, ...changes })).toEqual(expected);
  });

  it('is to be looked at by hand', () => {
    const [{ remedy }] = reviewOf(planByHand({ ...ORDERS, 'awscc_ec2_route.r': { action: 'delete' } })).findings;
    expect(plainText(remedy)).toBe(
      'Look at its change in the output of terraform show PLAN, or write it with the provider aws.',
    );
  });

  it('is of the broker with its key', () => {
    const secret = (key: string): Changes => ({
      'aws_mq_broker.orders["a"]': { action: 'delete', before: BROKER, references: REFERENCES },
      'aws_mq_broker.orders["b"]': {
        action: 'no-op',
        before: { ...BROKER, id: 'b-2', arn: `${BROKER.arn}-2` },
        references: REFERENCES,
      },
      [`awscc_secretsmanager_secret.s["${key}"]`]: { before: { id: 's' }, after: { description: 'x' } },
    });
    const REFERENCES = { user: ['each.key', 'awscc_secretsmanager_secret.s'] };
    const unreadIn = (changes: Changes) => foundIn(changes).filter((line) => line.includes('unread-type'));
    expect(unreadIn(secret('a'))).toEqual([]);
    expect(unreadIn(secret('b'))).toEqual([unread('awscc_secretsmanager_secret.s["b"]')]);
  });

  it('is not reported in a run without a broker that exists', () => {
    expect(foundIn({ 'awscc_ec2_route.r': { action: 'delete' } })).toEqual([]);
    const created: Changes = {
      'aws_mq_broker.b': { action: 'create', after: { ...BROKER, id: undefined, arn: undefined } },
    };
    const found = foundIn({ ...created, 'awscc_ec2_route.r': { action: 'delete' } });
    expect(found.filter((line) => line.includes('unread-type'))).toEqual([]);
  });
});

it('a resource of awscc in one instance of a module is of the broker in the same one', () => {
  const inModule = (key: string, address: string, change: ChangeByHand) => ({
    ...resourceChange(address, change),
    address: `module.m["${key}"].${address}`,
    module_address: `module.m["${key}"]`,
  });
  const written = (type: string, name: string, expressions: object = {}) => ({
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    expressions,
  });
  const secret = 'awscc_secretsmanager_secret.s';
  const resources = [
    written('aws_mq_broker', 'orders', { user: { references: [`${secret}.secret_string`, secret] } }),
    written('awscc_secretsmanager_secret', 's'),
  ];
  const unreadOf = (key: string) =>
    foundIn(
      {},
      {
        resource_changes: [
          inModule('a', 'aws_mq_broker.orders', { action: 'delete', before: BROKER }),
          inModule('b', 'aws_mq_broker.orders', {
            action: 'no-op',
            before: { ...BROKER, id: 'b-2', arn: `${BROKER.arn}-2` },
          }),
          inModule(key, secret, { before: { id: 's' }, after: { description: 'x' } }),
        ],
        configuration: { root_module: { module_calls: { m: { module: { resources } } } } },
      },
    ).filter((line) => line.includes('unread-type'));
  expect(unreadOf('a')).toEqual([]);
  expect(unreadOf('b')).toHaveLength(1);
});

describe('what does not reach a broker', () => {
  const notesOf = (changes: Changes) => reviewOf(planByHand(changes)).stacks[0].notes.map(plainText);

  it.each<[string, Changes, string[]]>([
    [
      'one other change',
      { ...ORDERS, 'aws_s3_bucket.b': {} },
      ['1 other change in this plan does not touch a broker.'],
    ],
    [
      'several',
      { ...ORDERS, 'aws_s3_bucket.b': {}, 'aws_s3_bucket.c': { action: 'create' } },
      ['2 other changes in this plan do not touch a broker.'],
    ],
    ['none', { ...ORDERS, 'aws_s3_bucket.b': { action: 'no-op' } }, []],
    [
      'a plan without Amazon MQ',
      { 'aws_s3_bucket.b': {} },
      ['This plan has no Amazon MQ in it.', '1 other change in this plan does not touch a broker.'],
    ],
  ])('is counted: %s', (_, changes, expected) => {
    expect(notesOf(changes)).toEqual(expected);
  });
});

describe('the maintenance window of a pending change', () => {
  const window = (day: string) => [{ day_of_week: day, time_of_day: '02:00', time_zone: 'UTC' }];

  it('is the one after the apply', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': {
        before: { ...BROKER, maintenance_window_start_time: window('SUNDAY') },
        after: { engine_version: '5.19', maintenance_window_start_time: window('MONDAY') },
      },
    };
    expect(foundIn(changes)[0]).toContain('in the maintenance window (MONDAY 02:00 UTC)');
  });
});

describe('arguments that the provider does not send', () => {
  it('are reported where the state takes them all the same', () => {
    const ldap = (password: string) => [{ hosts: ['ldap.example'], service_account_password: password }];
    const changes: Changes = {
      'aws_mq_broker.orders': {
        before: { ...BROKER, ldap_server_metadata: ldap('Fixture-Ldap-1') },
        after: { ldap_server_metadata: ldap('Fixture-Ldap-2') },
      },
    };
    expect(foundIn(changes)).toEqual([
      'error no-effect broker-argument-never-sent aws_mq_broker.orders: The provider writes ldap_server_metadata.service_account_password of aws_mq_broker.orders into the state and never sends it to Amazon MQ: the broker keeps the old value, and no later plan shows that.',
    ]);
  });
});
