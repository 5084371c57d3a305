import { type Changes, foundIn, ORDERS } from './found-in';
import { BROKER } from './plan-fixture';

const statement = (more: object = {}) => ({
  Effect: 'Allow',
  Principal: { Service: 'mq.amazonaws.com' },
  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: 'arn:aws:logs:*:*:log-group:/aws/amazonmq/*',
  ...more,
});
const policy = (...Statement: object[]) => ({ policy_name: 'mq', policy_document: JSON.stringify({ Statement }) });
const POLICY = 'aws_cloudwatch_log_resource_policy.p';
const REMOVED = `warning exposure log-policy-removed ${POLICY}: ${POLICY} no longer allows mq.amazonaws.com to write logs: every ActiveMQ broker of the account and region, also of other stacks, stops logging, its audit log too, unless another policy allows it.`;

describe('the policy that allows Amazon MQ to write logs', () => {
  it.each<[string, Changes, string[]]>([
    ['is deleted', { [POLICY]: { action: 'delete', before: policy(statement()) } }, [REMOVED]],
    [
      'names another service',
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(statement({ Principal: { Service: 'es.amazonaws.com' } })),
        },
      },
      [REMOVED],
    ],
    [
      'loses an action',
      { [POLICY]: { before: policy(statement()), after: policy(statement({ Action: 'logs:PutLogEvents' })) } },
      [REMOVED],
    ],
    [
      'denies everybody',
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(statement(), { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }),
        },
      },
      [REMOVED],
    ],
    [
      'is about log groups of another service',
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(statement({ Resource: 'arn:aws:logs:*:*:log-group:/aws/rds/*' })),
        },
      },
      [REMOVED],
    ],
    [
      'is for brokers of another account',
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(statement({ Condition: { StringEquals: { 'aws:SourceAccount': '999999999999' } } })),
        },
      },
      [REMOVED],
    ],
    [
      'is for brokers of this account alone',
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(
            statement({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:mq:*:123456789012:broker:*' } } }),
          ),
        },
      },
      [],
    ],
    [
      'is about the log groups of a region, or all of them',
      {
        [POLICY]: {
          before: policy(statement()),
          after: policy(
            statement({ Action: 'logs:CreateLogStream', Resource: 'arn:aws:logs:eu-west-1:123456789012:log-group:*' }),
            statement({ Action: 'logs:PutLogEvents', Resource: '*' }),
          ),
        },
      },
      [],
    ],
    [
      'is written differently',
      { [POLICY]: { before: policy(statement()), after: policy(statement({ Action: 'logs:*' })) } },
      [],
    ],
    [
      'is known only after the apply',
      {
        [POLICY]: {
          before: policy(statement()),
          after: { policy_document: undefined },
          unknown: { policy_document: true },
        },
      },
      [],
    ],
    [
      'is one of two',
      {
        [POLICY]: { action: 'delete', before: policy(statement()) },
        'aws_cloudwatch_log_resource_policy.other': {
          action: 'no-op',
          before: { ...policy(statement()), policy_name: 'other' },
        },
      },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(foundIn({ ...ORDERS, ...changes })).toEqual(expected);
  });

  it('goes with the last broker', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': { action: 'delete', before: BROKER },
      [POLICY]: { action: 'delete', before: policy(statement()) },
    };
    expect(foundIn(changes).map((line) => line.split(' ')[2])).toEqual(['broker-deleted']);
  });

  it.each<[string, Changes, boolean]>([
    ['missing for a new broker with logs', { 'aws_mq_broker.orders': { action: 'create', after: BROKER } }, true],
    [
      'missing for a broker whose logs are switched on',
      { 'aws_mq_broker.orders': { before: { ...BROKER, logs: [] }, after: { logs: [{ general: true }] } } },
      true,
    ],
    [
      'missing for a broker whose logs are on already',
      { 'aws_mq_broker.orders': { before: BROKER, after: { engine_version: '5.19' } } },
      false,
    ],
    [
      'not needed for RabbitMQ',
      { 'aws_mq_broker.orders': { action: 'create', after: { ...BROKER, engine_type: 'RabbitMQ' } } },
      false,
    ],
    [
      'there',
      {
        'aws_mq_broker.orders': { action: 'create', after: BROKER },
        [POLICY]: { action: 'create', after: policy(statement()) },
      },
      false,
    ],
  ])('is %s', (_, changes, missing) => {
    const said = foundIn(changes)
      .filter((line) => line.includes('logs-without-policy'))
      .map((line) => line.replace(/^info (in-place|create) /, ''));
    expect(said).toEqual(
      missing
        ? [
            'logs-without-policy aws_mq_broker.orders: aws_mq_broker.orders has its logs on, and no resource policy in these plans allows mq.amazonaws.com to write them: unless the account has one, there are no logs, and nothing says so.',
          ]
        : [],
    );
  });
});
