import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TerraformVariable } from 'cdktf';
import {
  ActiveMqBroker,
  ActiveStandbyBroker,
  BrokerAlarms,
  type BrokerAlarmsProps,
  InstanceType,
  SingleInstanceBroker,
  StorageType,
} from 'cdktf-amazon-mq';
import { BROKER_ALARMS, DEAD_LETTER_ALARM, QUEUE_ALARMS } from '../../src/monitoring/alarm-definitions';
import { Synthesized } from '../support/synthesized';

const topicArns = ['arn:aws:sns:eu-west-1:123456789012:operations'];

const withAlarms = (props: Partial<BrokerAlarmsProps> = {}) =>
  Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    new BrokerAlarms(stack, 'alarms', { broker, topicArns, ...props });
  });

const alarm = (synthesized: Synthesized, name: string) =>
  Object.values(synthesized.resources('aws_cloudwatch_metric_alarm')).find(({ alarm_name }) => alarm_name === name);

const names = (synthesized: Synthesized) =>
  Object.values(synthesized.resources('aws_cloudwatch_metric_alarm'))
    .map(({ alarm_name }) => String(alarm_name))
    .sort();

test('a broker has the alarms of docs/monitoring.md, under addresses that never move', () => {
  const synthesized = withAlarms();
  expect(names(synthesized)).toEqual(
    [
      ...['connections', 'cpu-utilization', 'heap-usage', 'journal-files', 'open-transactions'],
      ...['queue-ActiveMQ.DLQ-dead-letters', 'silence', 'store-usage', 'temp-usage', 'unconsumed-messages'],
    ].map((name) => `orders-${name}`),
  );
  expect(synthesized.addresses.filter((address) => address.includes('alarm'))).toMatchSnapshot();
});

test('an alarm says what it measures, why, and of which broker, and waits for that broker', () => {
  const { alarm_description: text, ...rest } = alarm(withAlarms(), 'orders-heap-usage') ?? {};
  expect(text).toBe(
    'used part of the Java heap above 80 % for 10 minutes. A broker without memory restarts in a loop. Consume messages, close connections, or use larger instances. Broker: ${aws_mq_broker.orders.arn}',
  );
  expect(rest).toMatchObject({
    comparison_operator: 'GreaterThanThreshold',
    threshold: 80,
    evaluation_periods: 10,
    datapoints_to_alarm: 8,
    treat_missing_data: 'notBreaching',
    alarm_actions: topicArns,
    ok_actions: topicArns,
  });
});

test('only the alarm on silence fires when nothing is reported', () => {
  const alarms = Object.values(withAlarms().resources('aws_cloudwatch_metric_alarm'));
  const breaching = alarms.filter(({ treat_missing_data }) => treat_missing_data === 'breaching');
  expect(breaching.map(({ alarm_name }) => alarm_name)).toEqual(['orders-silence']);
  expect(new Set(alarms.map(({ treat_missing_data }) => treat_missing_data))).toEqual(
    new Set(['breaching', 'notBreaching']),
  );
});

test('each alarm can be changed', () => {
  const changed = alarm(withAlarms({ journalFiles: { threshold: 3, minutes: 120 } }), 'orders-journal-files');
  expect(changed).toMatchObject({ threshold: 3, evaluation_periods: 24, datapoints_to_alarm: 23 });
});

test.each(Object.entries(BROKER_ALARMS))('the alarm %s can be switched on and off', (property, { name }) => {
  expect(names(withAlarms({ [property]: { enabled: false } }))).not.toContain(`orders-${name}`);
  expect(names(withAlarms({ [property]: { enabled: true, threshold: name === 'silence' ? 0 : 50 } }))).toContain(
    `orders-${name}`,
  );
});

test('the alarm on CPU credits is there for a burstable instance and for one that is not known', () => {
  const synthesized = Synthesized.from((stack) => {
    const small = new SingleInstanceBroker(stack, 'small', {
      brokerName: 'small',
      instanceType: InstanceType.T3_MICRO,
      storageType: StorageType.EFS,
    });
    new BrokerAlarms(stack, 'small-alarms', { broker: small, topicArns });
    const existing = ActiveMqBroker.fromAttributes(stack, 'old', { brokerName: 'old' });
    new BrokerAlarms(stack, 'old-alarms', { broker: existing, topicArns, namePrefix: 'old-' });
  });
  expect(names(synthesized)).toEqual(expect.arrayContaining(['small-cpu-credits', 'old-cpu-credits']));
});

test('a queue has alarms by its name: wait and consumers, and depth where a threshold is given', () => {
  const queues = [{ queueName: 'in' }, { queueName: 'out', depth: { threshold: 10 }, noConsumers: { enabled: false } }];
  const synthesized = withAlarms({ queues, deadLetterQueues: [] });
  expect(names(synthesized).filter((name) => name.includes('queue'))).toEqual([
    'orders-queue-in-no-consumers',
    'orders-queue-in-wait',
    'orders-queue-out-depth',
    'orders-queue-out-wait',
  ]);
});

test('dead-letter queues of other names have the alarm instead', () => {
  const synthesized = withAlarms({ deadLetterQueues: ['DLQ.in', 'DLQ.out'], deadLetters: { threshold: 5 } });
  expect(names(synthesized).filter((name) => name.includes('queue'))).toEqual([
    'orders-queue-DLQ.in-dead-letters',
    'orders-queue-DLQ.out-dead-letters',
  ]);
  expect(alarm(synthesized, 'orders-queue-DLQ.in-dead-letters')).toMatchObject({ threshold: 5 });
});

test('e-mail addresses get a topic with a customer managed key that CloudWatch may use', () => {
  const synthesized = withAlarms({ topicArns: undefined, emails: ['operations@example.com'] });
  const topic = synthesized.resource('aws_sns_topic');
  const key = synthesized.resource('aws_kms_key');
  expect(topic.kms_master_key_id).toMatch(/^\$\{aws_kms_key\..*\.arn\}$/);
  expect(key.enable_key_rotation).toBe(true);
  expect(JSON.parse(String(key.policy)).Statement[1]).toMatchObject({
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  });
  expect(synthesized.resource('aws_sns_topic_subscription')).toMatchObject({
    protocol: 'email',
    endpoint: 'operations@example.com',
  });
  expect(alarm(synthesized, 'orders-heap-usage')).toMatchObject({
    alarm_actions: [expect.stringMatching(/^\$\{aws_sns_topic\..*\.arn\}$/)],
  });
});

test('a key of your own encrypts the topic, and no other is made', () => {
  const kmsKeyArn = 'arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444';
  const synthesized = withAlarms({ emails: ['operations@example.com'], kmsKeyArn });
  expect(synthesized.resource('aws_sns_topic').kms_master_key_id).toBe(kmsKeyArn);
  expect(synthesized.resources('aws_kms_key')).toEqual({});
});

test.each<[string, Partial<BrokerAlarmsProps>, string]>([
  ['a percentage above 100', { heapUsage: { threshold: 800 } }, 'alarm-threshold'],
  ['half a period', { openTransactions: { minutes: 7 } }, 'alarm-minutes'],
  ['a queue twice', { queues: [{ queueName: 'in' }, { queueName: 'in' }] }, 'alarm-queue-unique'],
  ['the name of a topic', { topicArns: ['operations'] }, 'alarm-topic-form'],
  ['two addresses in one', { emails: ['a@example.com, b@example.com'] }, 'alarm-email-form'],
  ['the AWS managed key of SNS', { emails: ['a@example.com'], kmsKeyArn: 'alias/aws/sns' }, 'alarm-key'],
  ['a queue by a wildcard', { queues: [{ queueName: 'orders.>' }] }, 'metric-destination-name'],
])('%s is rejected', (_, props, code) => {
  expect(() => withAlarms(props)).toThrow(`[${code}]`);
});

test('alarms that notify nobody are warned of', () => {
  expect(withAlarms({ topicArns: undefined }).annotations('warn')).toEqual([
    expect.stringContaining('[alarm-receiver]'),
  ]);
  expect(withAlarms().annotations('warn')).toEqual([]);
});

test('what only Terraform knows is not judged', () => {
  const synthesized = Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    const text = () => new TerraformVariable(stack, `v${stack.node.children.length}`, { type: 'string' }).stringValue;
    const number = new TerraformVariable(stack, 'number', { type: 'number' }).numberValue;
    new BrokerAlarms(stack, 'alarms', {
      broker,
      topicArns: [text()],
      emails: [text()],
      heapUsage: { threshold: number },
      queues: [{ queueName: text() }],
    });
  });
  expect(alarm(synthesized, 'orders-heap-usage')).toMatchObject({ threshold: '${var.number}' });
  expect(synthesized.annotations('warn')).toEqual([]);
});

test('docs/monitoring.md gives threshold and time of every alarm as the code has them', () => {
  const page = readFileSync(path.join(__dirname, '../../docs/monitoring.md'), 'utf8').replaceAll(/ +/g, ' ');
  const all = [
    ...Object.entries(BROKER_ALARMS),
    ...Object.entries(QUEUE_ALARMS),
    ['deadLetters', DEAD_LETTER_ALARM] as const,
  ];
  for (const [property, { name, comparison, unit, minutes, ...rest }] of all) {
    const threshold = 'threshold' in rest ? rest.threshold : undefined;
    const words = { GreaterThanThreshold: '>', LessThanThreshold: '<', LessThanOrEqualToThreshold: '≤' }[comparison];
    const fires = threshold === undefined ? 'threshold of yours' : `${words} ${threshold} ${unit}`.trim();
    expect(page).toContain(`| \`${property}\` | \`${name}\` | ${fires} | ${minutes} minutes |`);
  }
});
