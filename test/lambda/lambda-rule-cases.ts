export const LAMBDA_CASES = [
  {
    code: 'lambda-authentication',
    bad: { authenticationStrategy: 'ldap' },
    messages: [
      '[lambda-authentication] broker authenticates users by LDAP; allowed: a broker without ldap; consume the queue from a container or an instance, or use a broker with its own users',
    ],
    good: { authenticationStrategy: 'simple' },
    unresolved: {},
  },
  ...['orders.>', 'orders,billing', 'topic://orders', ''].map((queueName) => ({
    code: 'lambda-queue-name',
    bad: { queueName },
    messages: [
      `[lambda-queue-name] queueName is not the name of one queue: got "${queueName}"; allowed: 1 to 1024 printable ASCII characters without white space, quotes, comma, question mark, * and >; make one trigger for each queue; for a topic, name the queue of a virtual topic such as Consumer.shop.VirtualTopic.Orders`,
    ],
    good: { queueName: 'Consumer.shop.VirtualTopic.Orders' },
    unresolved: {},
  })),
  ...(
    [
      ['missing', 'has no secret'],
      ['password', 'has a secret that is the password alone'],
    ] as const
  ).map(([secret, problem]) => ({
    code: 'lambda-secret',
    bad: { secret },
    messages: [
      `[lambda-secret] username ${problem}; allowed: a secret {"username": …, "password": …}; use Password.generated, or Password.fromSecret with field "password"`,
    ],
    good: { secret: 'credentials' },
    unresolved: {},
  })),
  ...['alias/secrets', '00000000-1111-2222-3333-444444444444'].map((kmsKeyArn) => ({
    code: 'lambda-key-arn',
    bad: { kmsKeyArn },
    messages: [
      `[lambda-key-arn] kmsKeyArn is not the ARN of a KMS key: got "${kmsKeyArn}"; allowed: arn:aws:kms:REGION:ACCOUNT:key/ID; give the ARN of the key, not its id or alias`,
    ],
    good: { kmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444' },
    unresolved: {},
  })),
  ...[0, 10_001, 1.5].map((batchSize) => ({
    code: 'lambda-batch',
    bad: { batchSize },
    messages: [
      `[lambda-batch] batchSize is out of range: got ${batchSize}; allowed: a whole number from 1 to 10000; omit it for the default of Lambda`,
    ],
    good: { batchSize: 10_000, maximumBatchingWindowInSeconds: 0 },
    unresolved: {},
  })),
  {
    code: 'lambda-batch',
    bad: { maximumBatchingWindowInSeconds: 301 },
    messages: [
      '[lambda-batch] maximumBatchingWindowInSeconds is out of range: got 301; allowed: a whole number from 0 to 300; omit it for the default of Lambda',
    ],
    good: { batchSize: 1, maximumBatchingWindowInSeconds: 300 },
    unresolved: {},
  },
  {
    code: 'lambda-network',
    bad: { reachesServices: false },
    messages: [
      '[lambda-network] broker is in a VPC without a way to Lambda, Secrets Manager and STS; make the BrokerVpc with lambdaEndpoints: true, or give the existing network interface endpoints or a NAT gateway',
    ],
    good: { reachesServices: false, publiclyAccessible: true },
    unresolved: {},
  },
];
