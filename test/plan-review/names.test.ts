import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { type Changes, foundIn, ORDERS } from './found-in';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';

const taken = (changes: Changes) => foundIn(changes).filter((line) => /-taken|-shared/.test(line));
const ONCE =
  'Amazon MQ has a broker name once in a region of an account, and frees it only when the old broker is deleted.';

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
      [
        'error fails log-group-taken aws_cloudwatch_log_group.g: aws_cloudwatch_log_group.g is named by aws_mq_broker.orders, whose logs are on: Amazon MQ creates the log group together with the broker, so it exists already (ResourceAlreadyExistsException).',
      ],
    ],
    [
      'of a log group of a broker that exists',
      {
        ...ORDERS,
        'aws_cloudwatch_log_group.g': { action: 'create', after: { name: '/aws/amazonmq/broker/b-1/general' } },
      },
      [
        'error fails log-group-taken aws_cloudwatch_log_group.g: aws_cloudwatch_log_group.g is named by aws_mq_broker.orders, whose logs are on: Amazon MQ creates the log group together with the broker, so it exists already (ResourceAlreadyExistsException).',
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

  const across = (other: ChangeByHand) =>
    reviewPlans(
      Object.entries({ a: ORDERS, b: { 'aws_mq_broker.second': other } }).map(([name, changes]) => ({
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
