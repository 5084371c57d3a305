import { type AlarmsFacts } from '../../src/monitoring/alarm-rules';

const good: AlarmsFacts = { alarms: [], queues: [], hasReceivers: true };
const alarm = (more: Partial<AlarmsFacts['alarms'][number]>): AlarmsFacts => ({
  ...good,
  alarms: [{ property: 'heapUsage', range: [0, 100], periodInMinutes: 1, ...more }],
});

export const ALARM_CASES = [
  ...(
    [
      [101, [0, 100], '0 to 100', 100],
      [-1, [0, 100], '0 to 100', 0],
      [NaN, [0, 100], '0 to 100', 50],
      [Infinity, [0, Infinity], '0 or more', 1e6],
      [1, [0, 0], '0', 0],
    ] as const
  ).map(([threshold, range, allowed, better]) => ({
    code: 'alarm-threshold',
    bad: alarm({ threshold, range }),
    messages: [
      `[alarm-threshold] heapUsage.threshold is out of range: got ${threshold}; allowed: ${allowed}; omit it for the default in docs/monitoring.md, or set enabled to false`,
    ],
    good: alarm({ threshold: better, range }),
    unresolved: alarm({}),
  })),
  ...(
    [
      [7, 5],
      [0, 1],
      [-5, 5],
      [0.5, 1],
      [1441, 1],
    ] as const
  ).map(([minutes, periodInMinutes]) => ({
    code: 'alarm-minutes',
    bad: alarm({ minutes, periodInMinutes }),
    messages: [
      `[alarm-minutes] heapUsage.minutes is not a number of whole periods: got ${minutes}; allowed: multiples of ${periodInMinutes}, at most 1440; omit it for the default in docs/monitoring.md`,
    ],
    good: alarm({ minutes: 1440, periodInMinutes }),
    unresolved: alarm({ periodInMinutes }),
  })),
  {
    code: 'alarm-queue-unique',
    bad: {
      ...good,
      queues: [
        { property: 'queues[0].queueName', queueName: 'orders' },
        { property: 'deadLetterQueues[0]', queueName: 'orders' },
      ],
    },
    messages: [
      '[alarm-queue-unique] deadLetterQueues[0] is there twice: got "orders"; allowed: each queue once, in queues or in deadLetterQueues; merge the two entries',
    ],
    good: {
      ...good,
      queues: [
        { property: 'queues[0].queueName', queueName: 'orders' },
        { property: 'deadLetterQueues[0]', queueName: 'ActiveMQ.DLQ' },
      ],
    },
    unresolved: { ...good, queues: [{ property: 'queues[0].queueName' }, { property: 'queues[1].queueName' }] },
  },
  {
    code: 'alarm-name-unique',
    bad: {
      ...good,
      namesakes: ['orders-heap-usage', 'orders-silence'].map((alarmName) => ({ alarmName, construct: 'shop/alarms' })),
    },
    messages: [
      '[alarm-name-unique] namePrefix gives an alarm the name of one in "shop/alarms": got "orders-heap-usage"; allowed: names that no other alarm of the account and Region has; set another namePrefix',
    ],
    good: { ...good, namesakes: [] },
    unresolved: good,
  },
  ...['operations', 'arn:aws:sqs:eu-west-1:123456789012:operations', 'arn:aws:sns:eu-west-1:1234:operations'].map(
    (arn) => ({
      code: 'alarm-topic-form',
      bad: { ...good, topicArns: [arn] },
      messages: [
        `[alarm-topic-form] topicArns[0] is not the ARN of an SNS topic: got "${arn}"; allowed: an ARN such as arn:aws:sns:eu-west-1:123456789012:operations; give the ARN, not the name`,
      ],
      good: { ...good, topicArns: ['arn:aws-cn:sns:cn-north-1:123456789012:operations'] },
      unresolved: { ...good, topicArns: [undefined] },
    }),
  ),
  ...['operations', 'operations@example', 'a@example.com,b@example.com', 'Ops <ops@example.com>', '@example.com'].map(
    (email) => ({
      code: 'alarm-email-form',
      bad: { ...good, emails: [email] },
      messages: [
        `[alarm-email-form] emails[0] is not an e-mail address: got ${JSON.stringify(email)}; allowed: one address such as operations@example.com; write the address alone, without a name; several addresses are several entries`,
      ],
      good: { ...good, emails: ['first.last+mq@mail.example.co.uk'] },
      unresolved: { ...good, emails: [undefined] },
    }),
  ),
  ...[
    'alias/aws/sns',
    'arn:aws:kms:eu-west-1:123456789012:alias/aws/sns',
    'arn:aws:sns:eu-west-1:123456789012:alarms',
  ].map((kmsKeyArn) => ({
    code: 'alarm-key',
    bad: { ...good, kmsKeyArn },
    messages: [
      `[alarm-key] kmsKeyArn is not a customer managed key: got "${kmsKeyArn}"; allowed: a key such as arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444; give the ARN of a customer managed key that CloudWatch may use`,
    ],
    good: { ...good, kmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444' },
    unresolved: good,
  })),
  {
    code: 'alarm-receiver',
    bad: { ...good, hasReceivers: false },
    messages: [
      '[alarm-receiver] topicArns and emails are both missing, so the alarms notify nobody; give the ARN of an SNS topic, or e-mail addresses',
    ],
    good,
    unresolved: good,
  },
];
