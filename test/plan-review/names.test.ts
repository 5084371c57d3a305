import { placeOfArn } from '../../src/plan-review/plan/account';
import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';
import { type Changes, foundIn, ORDERS } from './found-in';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';

const taken = (changes: Changes) => foundIn(changes).filter((line) => /-taken|-shared/.test(line));
const ONCE =
  'Amazon MQ has a broker name once in a region of an account, and frees it only when the old broker is deleted.';
const LOG_GROUP_TAKEN =
  'error fails log-group-taken aws_cloudwatch_log_group.g: aws_cloudwatch_log_group.g is named by aws_mq_broker.orders, whose logs are on: Amazon MQ creates the log group together with the broker, so it exists already (ResourceAlreadyExistsException).';

describe('a name that AWS has once', () => {
  it.each<[string, Changes, string[]]>([
    [
      'of a broker that is created while Terraform forgets the old one',
      { 'aws_mq_broker.orders': { action: 'replace', actions: ['create', 'forget'], before: BROKER } },
      [
        `error fails broker-name-taken aws_mq_broker.orders: The name orders is taken when aws_mq_broker.orders is created: the old broker has it. ${ONCE}`,
      ],
    ],
    [
      'of a secret in its recovery window',
      {
        'aws_mq_broker.orders': {
          action: 'no-op',
          before: BROKER,
          references: { user: ['aws_secretsmanager_secret.s.arn'] },
        },
        'aws_secretsmanager_secret.s': {
          action: 'replace',
          before: { id: 'arn:s', name: 'mq/orders', recovery_window_in_days: 30 },
        },
      },
      [
        'error fails secret-name-taken aws_secretsmanager_secret.s: The name mq/orders is taken when aws_secretsmanager_secret.s is created: the old secret has it. Secrets Manager keeps the name of a deleted secret until its recovery window is over.',
      ],
    ],
    [
      'of a secret that is deleted at once',
      {
        'aws_mq_broker.orders': {
          action: 'no-op',
          before: BROKER,
          references: { user: ['aws_secretsmanager_secret.s.arn'] },
        },
        'aws_secretsmanager_secret.s': {
          action: 'replace',
          before: { id: 'arn:s', name: 'mq/orders', recovery_window_in_days: 0 },
        },
      },
      [],
    ],
    [
      'of a secret of something else',
      {
        ...ORDERS,
        'aws_secretsmanager_secret.s': {
          action: 'replace',
          before: { id: 'arn:s', name: 'x', recovery_window_in_days: 30 },
        },
      },
      [],
    ],
    [
      'of two log policies',
      {
        'aws_cloudwatch_log_resource_policy.a': {
          action: 'no-op',
          before: { policy_name: 'mq', policy_document: '"mq.amazonaws.com"' },
        },
        'aws_cloudwatch_log_resource_policy.b': {
          action: 'create',
          after: { policy_name: 'mq', policy_document: '"mq.amazonaws.com"' },
        },
      },
      [
        'warning no-effect log-policy-name-shared aws_cloudwatch_log_resource_policy.b: aws_cloudwatch_log_resource_policy.b and aws_cloudwatch_log_resource_policy.a have one name, mq: CloudWatch Logs has one policy of a name, so each overwrites the other, and deleting one deletes it for both.',
      ],
    ],
    [
      'of a log group that Amazon MQ creates in the same apply',
      {
        'aws_mq_broker.orders': { action: 'create', after: { ...BROKER, id: undefined }, unknown: { id: true } },
        'aws_cloudwatch_log_group.g': {
          action: 'create',
          unknown: { name: true },
          references: { name: ['aws_mq_broker.orders.id'] },
        },
      },
      [LOG_GROUP_TAKEN],
    ],
    [
      'of a log group of a broker that exists',
      {
        ...ORDERS,
        'aws_cloudwatch_log_group.g': { action: 'create', after: { name: '/aws/amazonmq/broker/b-1/general' } },
      },
      [LOG_GROUP_TAKEN],
    ],
    ...(
      [
        ['of a broker that is deleted', { action: 'delete', before: BROKER }, '/aws/amazonmq/broker/b-1/general', 0],
        ['of something else', { action: 'create', after: BROKER, unknown: { id: true } }, '/aws/lambda/orders', 0],
        [
          'of the general logs alone',
          { action: 'no-op', before: { ...BROKER, logs: [{ general: true, audit: 'false' }] } },
          '/aws/amazonmq/broker/b-1/general',
          1,
        ],
      ] as const
    ).map(([what, broker, name, count]): [string, Changes, string[]] => [
      `of a log group ${what}`,
      { 'aws_mq_broker.orders': broker, 'aws_cloudwatch_log_group.g': { action: 'create', after: { name } } },
      Array.from({ length: count }, () => LOG_GROUP_TAKEN),
    ]),
    [
      'of a log group that is named by something else in the plan',
      {
        ...ORDERS,
        'aws_lambda_function.f': { action: 'create', unknown: { function_name: true } },
        'aws_cloudwatch_log_group.g': {
          action: 'create',
          unknown: { name: true },
          references: { name: ['aws_lambda_function.f.function_name'] },
        },
      },
      [],
    ],
    [
      'of secrets whose names are known only after the apply',
      {
        'aws_mq_broker.orders': {
          action: 'no-op',
          before: BROKER,
          references: { user: ['aws_secretsmanager_secret.s.arn', 'aws_secretsmanager_secret.t.arn'] },
        },
        'aws_secretsmanager_secret.s': { action: 'create', after: { name_prefix: 'mq/' }, unknown: { name: true } },
        'aws_secretsmanager_secret.t': { action: 'create', after: { name_prefix: 'mq/' }, unknown: { name: true } },
      },
      [],
    ],
    [
      'of a secret that is created before the old one is deleted at once',
      {
        'aws_mq_broker.orders': {
          action: 'no-op',
          before: BROKER,
          references: { user: ['aws_secretsmanager_secret.s.arn'] },
        },
        'aws_secretsmanager_secret.s': {
          action: 'replace',
          actions: ['create', 'delete'],
          before: { id: 'arn:s', name: 'mq/orders', recovery_window_in_days: 0 },
        },
      },
      [
        'error fails secret-name-taken aws_secretsmanager_secret.s: The name mq/orders is taken when aws_secretsmanager_secret.s is created: the old secret has it. Secrets Manager keeps the name of a deleted secret until its recovery window is over.',
      ],
    ],
    [
      'of a log group of a broker without logs',
      {
        'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, logs: [{ general: false, audit: 'false' }] } },
        'aws_cloudwatch_log_group.g': { action: 'create', after: { name: '/aws/amazonmq/broker/b-1/general' } },
      },
      [],
    ],
    [
      'of a secret that another address of it leaves in its recovery window',
      {
        ...ORDERS,
        'aws_secretsmanager_secret.old': { action: 'delete', before: { id: 'arn:s', name: 'mq/orders' } },
        'aws_secretsmanager_secret_version.old': {
          action: 'delete',
          before: { secret_id: 'arn:s', secret_string: 'Fixture-Password-1' },
        },
        'aws_secretsmanager_secret.new': { action: 'create', after: { name: 'mq/orders' } },
      },
      [
        'error fails secret-name-taken aws_secretsmanager_secret.new: The name mq/orders is taken when aws_secretsmanager_secret.new is created: aws_secretsmanager_secret.old has it. Secrets Manager keeps the name of a deleted secret until its recovery window is over.',
      ],
    ],
    [
      'of a log group that is imported',
      {
        ...ORDERS,
        'aws_cloudwatch_log_group.g': { action: 'no-op', before: { name: '/aws/amazonmq/broker/b-1/general' } },
      },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(taken(changes)).toEqual(expected);
  });

  const across = (other: ChangeByHand, orders: Changes = ORDERS) =>
    reviewPlans(
      Object.entries({ a: orders, b: { 'aws_mq_broker.second': other } }).map(([name, changes]) => ({
        name,
        plan: readPlan(Buffer.from(JSON.stringify(planByHand(changes)))),
      })),
    ).flatMap(({ findings }) =>
      findings
        .filter(({ code }) => code === 'broker-name-taken')
        .map(({ stack, severity }) => `${severity} in ${stack}`),
    );
  const created: ChangeByHand = { action: 'create', after: { ...BROKER, id: undefined, arn: undefined } };
  const arn = (region: string) => `arn:aws:mq:${region}:123456789012:broker:orders:b-2`;

  it('is worth a warning across two plans of which nobody knows whether they are of one account', () => {
    expect(across(created)).toEqual(['warning in b']);
  });

  it('is worth a warning across two plans of which only one shows its place', () => {
    const placed: ChangeByHand = { action: 'replace', before: { ...BROKER, broker_name: 'other' }, after: BROKER };
    expect(across(placed, { 'aws_mq_broker.orders': { action: 'no-op', before: { broker_name: 'orders' } } })).toEqual([
      'warning in b',
    ]);
    expect(across(created)).toEqual(['warning in b']);
  });

  it('is taken while another plan deletes the broker that has it', () => {
    expect(across(created, { 'aws_mq_broker.orders': { action: 'delete', before: BROKER } })).toEqual(['warning in b']);
  });

  it('is taken by a configuration that another plan deletes', () => {
    const configuration = { id: 'c-1', name: 'orders', engine_type: 'ActiveMQ', engine_version: '5.18' };
    const plans = {
      a: { 'aws_mq_configuration.c': { action: 'delete', before: configuration } },
      b: { 'aws_mq_configuration.c': { action: 'create', after: { ...configuration, id: undefined } } },
    } as const;
    const [, { findings }] = reviewPlans(
      Object.entries(plans).map(([name, changes]) => ({
        name,
        plan: readPlan(Buffer.from(JSON.stringify(planByHand(changes)))),
      })),
    );
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toContain('warning configuration-name-taken');
  });

  it('may stay with a broker that moves between two states', () => {
    const remediesOf = (action: 'delete' | 'no-op') =>
      reviewPlans(
        Object.entries({ a: { action, before: BROKER }, b: created } satisfies Changes).map(([name, broker]) => ({
          name,
          plan: readPlan(Buffer.from(JSON.stringify(planByHand({ 'aws_mq_broker.orders': broker })))),
        })),
      )[1]
        .findings.filter(({ code }) => code === 'broker-name-taken')
        .map(({ remedy }) => plainText(remedy));
    const rename =
      'Give the new broker another name, for example broker_name = "orders-2", or delete the old broker in an apply of its own first.';
    expect(remediesOf('delete')).toEqual([
      `${rename} Or keep the broker: let stack a forget it with a removed block that has destroy = false, and take it over here with an import block.`,
    ]);
    expect(remediesOf('no-op')).toEqual([rename]);
  });

  it('is no news of a broker that exists', () => {
    expect(across({ before: { ...BROKER, id: 'b-2' }, after: { engine_version: '5.19' } })).toEqual([]);
  });

  it('is worth a warning as well where it is that of a secret', () => {
    const secret = { name: 'mq/orders', recovery_window_in_days: 30 };
    const password: Changes = {
      ...ORDERS,
      'aws_secretsmanager_secret_version.v': {
        action: 'no-op',
        before: { secret_id: 'arn:s', secret_string: 'Fixture-Password-1' },
      },
    };
    const plans = [
      { ...password, 'aws_secretsmanager_secret.s': { action: 'no-op', before: { ...secret, id: 'arn:s' } } },
      { 'aws_secretsmanager_secret.s': { action: 'create', after: secret } },
    ] as const;
    const [, { findings }] = reviewPlans(
      plans.map((changes, index) => ({
        name: `plan ${index}`,
        plan: readPlan(Buffer.from(JSON.stringify(planByHand(changes)))),
      })),
    );
    expect(findings.map(({ severity, code, message }) => `${severity} ${code}: ${plainText(message)}`)).toEqual([
      'warning secret-name-taken: The name mq/orders is taken when aws_secretsmanager_secret.s is created: aws_secretsmanager_secret.s of stack plan 0 has it. Secrets Manager keeps the name of a deleted secret until its recovery window is over.',
    ]);
  });

  it('is two names in two regions that the resources name themselves', () => {
    const before = { ...BROKER, arn: undefined, region: 'eu-west-1' };
    for (const orders of [ORDERS, { 'aws_mq_broker.orders': { action: 'no-op', before } } satisfies Changes]) {
      expect(across({ action: 'create', after: { ...created.after, region: 'us-east-1' } }, orders)).toEqual([]);
      expect(across({ action: 'create', after: { ...created.after, region: 'eu-west-1' } }, orders)).toHaveLength(1);
    }
  });

  it('is worth a warning where one of two plans has resources in two regions', () => {
    const topic: ChangeByHand = { action: 'no-op', before: { arn: 'arn:aws:sns:us-east-1:123456789012:t' } };
    const renamed: ChangeByHand = {
      action: 'replace',
      before: { ...BROKER, broker_name: 'other', arn: arn('eu-west-1') },
      after: { broker_name: 'orders' },
    };
    expect(across(renamed, { ...ORDERS, 'aws_sns_topic.t': topic })).toEqual(['warning in b']);
  });

  it.each([
    ['an error across two plans of one region and account', 'eu-west-1', ['error in b']],
    ['nothing across two plans of two regions', 'us-east-1', []],
  ])('is %s', (_, region, expected) => {
    expect(
      across({
        action: 'replace',
        before: { ...BROKER, broker_name: 'other', arn: arn(region) },
        after: { broker_name: 'orders' },
      }),
    ).toEqual(expected);
  });
});

describe('alarms and dashboards of one name', () => {
  const alarm = { alarm_name: 'orders-heap', namespace: 'AWS/AmazonMQ', metric_name: 'HeapUsage' };
  const dashboard = {
    dashboard_name: 'orders',
    dashboard_body: '{"widgets":[{"metrics":[["AWS/AmazonMQ","HeapUsage"]]}]}',
  };
  const place = (region: string, account = '123456789012'): Changes => ({
    'aws_sns_topic.t': { action: 'no-op', before: { arn: `arn:aws:sns:${region}:${account}:t` } },
  });
  const shared = (...plans: readonly Changes[]) =>
    reviewPlans(
      plans.map((changes, index) => ({
        name: `plan ${index}`,
        plan: readPlan(Buffer.from(JSON.stringify(planByHand(changes)))),
      })),
    )
      .flatMap(({ findings }) =>
        findings.map(({ stack, severity, effect, code, address, message }) =>
          code.endsWith('-shared') ? `${stack}: ${severity} ${effect} ${code} ${address}: ${plainText(message)}` : [],
        ),
      )
      .flat();
  const a = 'aws_cloudwatch_metric_alarm.a';
  const one: Changes = { [a]: { action: 'create', after: alarm } };

  it('are said of alarms of two plans', () => {
    expect(shared(one, { [a]: { action: 'no-op', before: alarm } })).toEqual([
      `plan 0: warning no-effect alarm-name-shared ${a}: ${a} and ${a} (stack plan 1) have one name, orders-heap: CloudWatch has only one alarm of a name, so each overwrites the other, and deleting one deletes it for both.`,
    ]);
  });

  it('are said of alarms of two plans of which only one shows its place', () => {
    const other: Changes = { [a]: { action: 'no-op', before: alarm } };
    expect(shared({ ...one, ...place('eu-west-1') }, other)).toHaveLength(1);
    expect(shared(one, { ...other, ...place('eu-west-1') })).toHaveLength(1);
  });

  it('are not said of alarms by two configurations of the provider', () => {
    const changes: Changes = { ...one, 'aws_cloudwatch_metric_alarm.b': { action: 'create', after: alarm } };
    const by = (key: string) => {
      const resources = ['a', 'b'].map((name) => ({
        address: `aws_cloudwatch_metric_alarm.${name}`,
        mode: 'managed',
        type: 'aws_cloudwatch_metric_alarm',
        name,
        provider_config_key: name === 'a' ? 'aws' : key,
        expressions: {},
      }));
      return foundIn(changes, { configuration: { root_module: { resources } } });
    };
    expect(by('aws')).toHaveLength(2);
    expect(by('aws.us')).toEqual([]);
  });

  it('are said of a metric alarm and a composite alarm of one plan', () => {
    const both: Changes = {
      'aws_cloudwatch_composite_alarm.c': {
        action: 'create',
        after: { alarm_name: 'orders-heap', alarm_rule: 'ALARM(x)' },
      },
      [a]: {
        action: 'create',
        after: { alarm_name: 'orders-heap', metric_query: [{ metric: [{ namespace: 'AWS/AmazonMQ' }] }] },
      },
    };
    expect(shared(both).map((line) => line.split(': ')[1])).toEqual([
      'warning no-effect alarm-name-shared aws_cloudwatch_composite_alarm.c',
      `warning no-effect alarm-name-shared ${a}`,
    ]);
  });

  it('are said of dashboards, which an account has once in all regions', () => {
    const ofPlan = (name: string): Changes => ({
      [`aws_cloudwatch_dashboard.${name}`]: { action: 'create', after: dashboard },
    });
    const [first, second] = [
      { ...ofPlan('a'), ...place('eu-west-1') },
      { ...ofPlan('b'), ...place('us-east-1') },
    ];
    expect(shared(first, second)).toEqual([
      'plan 0: warning no-effect dashboard-name-shared aws_cloudwatch_dashboard.a: aws_cloudwatch_dashboard.a and aws_cloudwatch_dashboard.b (stack plan 1) have one name, orders: CloudWatch has one dashboard of a name, so each overwrites the other, and deleting one deletes it for both.',
      'plan 1: warning no-effect dashboard-name-shared aws_cloudwatch_dashboard.b: aws_cloudwatch_dashboard.b and aws_cloudwatch_dashboard.a (stack plan 0) have one name, orders: CloudWatch has one dashboard of a name, so each overwrites the other, and deleting one deletes it for both.',
    ]);
    expect(shared(first, { ...ofPlan('b'), ...place('eu-west-1', '210987654321') })).toEqual([]);
  });

  it.each<[string, readonly Changes[]]>([
    [
      'alarms of two names',
      [{ ...one, 'aws_cloudwatch_metric_alarm.b': { action: 'create', after: { ...alarm, alarm_name: 'b' } } }],
    ],
    [
      'alarms of something else',
      [
        {
          [a]: { action: 'create', after: { ...alarm, namespace: 'AWS/SQS' } },
          'aws_cloudwatch_metric_alarm.b': { action: 'create', after: { ...alarm, namespace: 'AWS/SQS' } },
        },
      ],
    ],
    [
      'alarms of two regions',
      [
        { ...one, ...place('eu-west-1') },
        { ...one, ...place('us-east-1') },
      ],
    ],
    [
      'alarms of two regions by their own argument',
      [
        {
          [a]: { action: 'create', after: { ...alarm, region: 'eu-west-1' } },
          'aws_cloudwatch_metric_alarm.b': { action: 'create', after: { ...alarm, region: 'us-east-1' } },
        },
      ],
    ],
    [
      'alarms that stay as they are',
      [{ [a]: { action: 'no-op', before: alarm } }, { [a]: { action: 'no-op', before: alarm } }],
    ],
  ])('are not said of %s', (_, plans) => {
    expect(shared(...plans)).toEqual([]);
  });
});

describe('the place of an ARN', () => {
  it.each<[unknown, object | undefined]>([
    [BROKER.arn, { region: 'eu-west-1', account: '123456789012' }],
    ['arn:aws-us-gov:sns:us-gov-west-1:123456789012:alarms', { region: 'us-gov-west-1', account: '123456789012' }],
    ['arn:aws:iam::123456789012:role/app', undefined],
    ['arn:aws:s3:::bucket', undefined],
    ['arn:aws:mq:eu-west-1:12345678901:broker', undefined],
    [`the broker ${BROKER.arn}`, undefined],
    [undefined, undefined],
    [7, undefined],
  ])('of %j is %j', (arn, place) => {
    expect(placeOfArn(arn)).toEqual(place);
  });
});

describe('a log group that a plan creates for a broker', () => {
  const logs = (general: boolean, audit: string) => ({ ...BROKER, logs: [{ general, audit }] });
  const group = (log: string): Changes => ({
    'aws_cloudwatch_log_group.g': { action: 'create', after: { name: `/aws/amazonmq/broker/b-1/${log}` } },
  });
  const on: Changes[''] = { before: logs(false, 'false'), after: { logs: [{ general: true, audit: 'true' }] } };
  const atOnce: Changes[''] = { ...on, after: { ...on.after, apply_immediately: true } };
  const off: Changes[''] = { before: logs(true, 'true'), after: { logs: [{ general: false, audit: 'false' }] } };
  const rabbit: Changes[''] = { action: 'no-op', before: { ...logs(true, ''), engine_type: 'RabbitMQ' } };

  it.each<[string, number, Changes[''], string]>([
    ['is there already: the other log of a broker with both', 1, ORDERS['aws_mq_broker.orders'], 'audit'],
    ['is free: the audit log of a broker without one', 0, { action: 'no-op', before: logs(true, 'false') }, 'audit'],
    [
      'is free: the general log of a broker without one',
      0,
      { action: 'no-op', before: logs(false, 'true') },
      'general',
    ],
    ['is there already: one of the many that RabbitMQ has for one switch', 1, rabbit, 'connection'],
    ['is free: of logs that the broker takes at a later reboot', 0, on, 'general'],
    ['is there already: of logs that the broker takes in this apply', 1, atOnce, 'audit'],
    ['is there already: of logs that are on today, and go', 1, off, 'general'],
  ])('%s', (_, count, broker, log) => {
    expect(taken({ 'aws_mq_broker.orders': broker, ...group(log) })).toHaveLength(count);
  });
});
