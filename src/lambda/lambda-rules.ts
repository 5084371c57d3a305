import { isOneDestination, ONE_DESTINATION } from '../amazon-mq/destination-name';
import { FORMS } from '../amazon-mq/forms';
import { TAG_REJECTIONS, type Tagged } from '../amazon-mq/rejections/tags';
import { SOURCES } from '../amazon-mq/sources';
import { type FindingDetails, type Rule } from '../rules/rule';
import { isWholeWithin } from '../util/whole-number';

/** What the rules see of a queue that triggers a function. */
export interface LambdaFacts extends Tagged {
  readonly authenticationStrategy?: string;
  readonly queueName?: string;
  /** What the secret of the user is; absent if it is not known. */
  readonly secret?: 'credentials' | 'password' | 'missing';
  readonly kmsKeyArn?: string;
  readonly batchSize?: number;
  readonly maximumBatchingWindowInSeconds?: number;
  readonly publiclyAccessible?: boolean;
  /** Whether Lambda, Secrets Manager and STS are reachable from the subnets, if known. */
  readonly reachesServices?: boolean;
}

/** Messages in a batch. */
export const BATCH_SIZE = [1, 10_000] as const;

/** Seconds that Lambda waits for a full batch. */
export const BATCHING_SECONDS = [0, 300] as const;

export const LAMBDA_RULES: readonly Rule<LambdaFacts>[] = [
  {
    code: 'lambda-authentication',
    severity: 'error',
    reason: 'Lambda authenticates with ActiveMQ as a user of the broker only, so with LDAP the trigger never works',
    source: SOURCES.lambda,
    check: ({ authenticationStrategy }) =>
      authenticationStrategy?.toLowerCase() === 'ldap'
        ? [
            {
              property: 'broker',
              problem: 'authenticates users by LDAP',
              allowed: 'a broker without ldap',
              remedy: 'consume the queue from a container or an instance, or use a broker with its own users',
            },
          ]
        : [],
  },
  {
    code: 'lambda-queue-name',
    severity: 'error',
    reason: 'a trigger consumes exactly one queue, no topic and no pattern',
    source: SOURCES.lambda,
    allowed: ONE_DESTINATION,
    remedy:
      'make one trigger for each queue; for a topic, name the queue of a virtual topic such as Consumer.shop.VirtualTopic.Orders',
    check: ({ queueName }) =>
      queueName === undefined || (isOneDestination(queueName) && !/^topic:/i.test(queueName))
        ? []
        : [{ property: 'queueName', problem: 'is not the name of one queue', got: queueName }],
  },
  {
    code: 'lambda-secret',
    severity: 'error',
    reason:
      'Lambda reads user name and password from one secret in Secrets Manager, as JSON with username and password',
    source: SOURCES.lambda,
    check: ({ secret }) =>
      secret === undefined || secret === 'credentials'
        ? []
        : [
            {
              property: 'username',
              problem: secret === 'missing' ? 'has no secret' : 'has a secret that is the password alone',
              allowed: 'a secret {"username": …, "password": …}',
              remedy: 'use Password.generated, or Password.fromSecret with field "password"',
            },
          ],
  },
  {
    code: 'lambda-key-arn',
    severity: 'error',
    reason: 'IAM rejects a policy whose resource is not an ARN, and an alias in a policy is not the key',
    source: SOURCES.keyPolicies,
    allowed: 'arn:aws:kms:REGION:ACCOUNT:key/ID',
    remedy: 'give the ARN of the key, not its id or alias',
    check: ({ kmsKeyArn }) =>
      kmsKeyArn === undefined || FORMS.kmsKeyArn.test(kmsKeyArn)
        ? []
        : [{ property: 'kmsKeyArn', problem: 'is not the ARN of a KMS key', got: kmsKeyArn }],
  },
  {
    code: 'lambda-batch',
    severity: 'error',
    reason: 'Lambda rejects the event source mapping',
    source: SOURCES.lambda,
    check: ({ batchSize, maximumBatchingWindowInSeconds }) => [
      ...outOfRange('batchSize', batchSize, ...BATCH_SIZE),
      ...outOfRange('maximumBatchingWindowInSeconds', maximumBatchingWindowInSeconds, ...BATCHING_SECONDS),
    ],
  },
  {
    code: 'lambda-network',
    severity: 'warning',
    reason:
      'Lambda polls from the subnets of the broker; without a way to Lambda, Secrets Manager and STS the apply succeeds and no message arrives',
    source: SOURCES.lambda,
    check: ({ publiclyAccessible, reachesServices }) =>
      reachesServices === false && !publiclyAccessible
        ? [
            {
              property: 'broker',
              problem: 'is in a VPC without a way to Lambda, Secrets Manager and STS',
              remedy:
                'make the BrokerVpc with lambdaEndpoints: true, or give the existing network interface endpoints or a NAT gateway',
            },
          ]
        : [],
  },
  ...TAG_REJECTIONS,
];

function outOfRange(property: string, value: number | undefined, min: number, max: number): FindingDetails[] {
  if (value === undefined || isWholeWithin(value, { min, max })) return [];
  return [
    {
      property,
      problem: 'is out of range',
      got: value,
      allowed: `a whole number from ${min} to ${max}`,
      remedy: 'omit it for the default of Lambda',
    },
  ];
}
