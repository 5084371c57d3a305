import { TerraformOutput } from 'cdktf';
import { ActiveMqBroker, ActiveStandbyBroker, BrokerLogGroups, type BrokerLogGroupsProps } from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';

const brokerId = 'b-00000000-1111-2222-3333-444444444444';
const groups = (props: Partial<BrokerLogGroupsProps> = {}) =>
  Synthesized.from((stack) => new BrokerLogGroups(stack, 'logs', { brokerId, ...props }));

test('the groups that Amazon MQ made are imported by their literal names, with a retention time', () => {
  const synthesized = groups();
  const names = ['general', 'audit'].map((kind) => `/aws/amazonmq/broker/${brokerId}/${kind}`);
  const resources = Object.values(synthesized.resources('aws_cloudwatch_log_group'));
  expect(resources.map(({ name }) => name).sort()).toEqual([...names].sort());
  for (const resource of resources) expect(resource).toMatchObject({ retention_in_days: 365, skip_destroy: true });
  expect(synthesized.json.import).toEqual([
    { id: names[0], to: 'aws_cloudwatch_log_group.logs_General_21CF2891' },
    { id: names[1], to: 'aws_cloudwatch_log_group.logs_Audit_B52D4C3B' },
  ]);
});

test('key, retention and deletion can be chosen, and a log that is off has no group', () => {
  const kmsKeyArn = 'arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444';
  const synthesized = groups({ kmsKeyArn, retentionInDays: 30, deleteOnDestroy: true, audit: false });
  expect(synthesized.resource('aws_cloudwatch_log_group')).toMatchObject({
    kms_key_id: kmsKeyArn,
    retention_in_days: 30,
    skip_destroy: false,
  });
});

test('a broker names the groups of its logs, whether it is made here or exists', () => {
  const synthesized = Synthesized.from((stack) => {
    const made = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    const existing = ActiveMqBroker.fromAttributes(stack, 'old', { brokerName: 'old' });
    new TerraformOutput(stack, 'general', { value: made.generalLogGroupName });
    new TerraformOutput(stack, 'audit', { value: existing.auditLogGroupName });
  });
  expect(synthesized.output('general')).toBe('/aws/amazonmq/broker/${aws_mq_broker.orders.id}/general');
  expect(synthesized.output('audit')).toBe('/aws/amazonmq/broker/${data.aws_mq_broker.old.broker_id}/audit');
});

test('a reference to the broker is rejected: a plan that replaces the broker could not import', () => {
  expect(() =>
    Synthesized.from((stack) => {
      const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
      new BrokerLogGroups(stack, 'logs', { brokerId: broker.brokerId });
    }),
  ).toThrow('[log-group-broker-id]');
});

test.each<[string, Partial<BrokerLogGroupsProps>, string]>([
  ['the name of a broker', { brokerId: 'orders' }, 'log-group-broker-id'],
  ['a retention time of ten days', { retentionInDays: 10 }, 'log-retention'],
  ['an alias of a key', { kmsKeyArn: 'alias/logs' }, 'log-group-key-arn'],
])('%s is rejected', (_, props, code) => {
  expect(() => groups(props)).toThrow(`[${code}]`);
});
