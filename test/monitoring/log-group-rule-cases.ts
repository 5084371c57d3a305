const brokerId = 'b-00000000-1111-2222-3333-444444444444';
const days =
  '0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653';

export const LOG_GROUP_CASES = [
  ...['orders', 'b-1234', `${brokerId}-1`].map((wrong) => ({
    code: 'log-group-broker-id',
    bad: { brokerId: wrong },
    messages: [
      `[log-group-broker-id] brokerId is not the literal id of a broker: got "${wrong}"; allowed: an id such as b-00000000-1111-2222-3333-444444444444; apply the broker first, then write its id here`,
    ],
    good: { brokerId },
    unresolved: { brokerId },
  })),
  {
    code: 'log-group-broker-id',
    bad: {},
    messages: [
      '[log-group-broker-id] brokerId is not the literal id of a broker; allowed: an id such as b-00000000-1111-2222-3333-444444444444; apply the broker first, then write its id here',
    ],
    good: { brokerId },
    unresolved: { brokerId },
  },
  ...(
    [
      [10, 14],
      [366, 400],
      [4000, 0],
      [-1, 1],
    ] as const
  ).map(([retentionInDays, better]) => ({
    code: 'log-retention',
    bad: { brokerId, retentionInDays },
    messages: [
      `[log-retention] retentionInDays is not a retention time of CloudWatch Logs: got ${retentionInDays}; allowed: ${days}; write ${better}`,
    ],
    good: { brokerId, retentionInDays: better },
    unresolved: { brokerId },
  })),
  {
    code: 'log-group-key-arn',
    bad: { brokerId, kmsKeyArn: 'alias/logs' },
    messages: [
      '[log-group-key-arn] kmsKeyArn is not the ARN of a KMS key: got "alias/logs"; allowed: an ARN such as arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444; give the ARN of the key, not of an alias',
    ],
    good: { brokerId, kmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444' },
    unresolved: { brokerId },
  },
];
