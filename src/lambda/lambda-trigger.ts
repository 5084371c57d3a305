import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { LambdaEventSourceMapping } from '@cdktf/provider-aws/lib/lambda-event-source-mapping';
import { type ITerraformDependable, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { readSecretStatements } from '../access/secret-policy';
import { Protocol } from '../amazon-mq/protocol';
import { type ActiveMqBroker } from '../broker/active-mq-broker';
import { Peer } from '../network/peer';
import { flag, type Kinds, knownAtSynth, number, object, required, text, textMap } from '../props/kinds';
import { ACKNOWLEDGE_KIND, decidesResources, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkChangesAtSynth, type WrittenFacts } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { omitUnresolved } from '../tokens/known';
import { dependenciesWithin, type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { literal } from '../tokens/terraform-string';
import { writtenArguments } from '../tokens/written-arguments';
import { numberOf, textMapOf, textsOf } from '../util/arguments';
import { policyDocument, type PolicyStatement } from '../util/policy-document';
import { LAMBDA_RULES, type LambdaFacts } from './lambda-rules';

/** Props of a queue that triggers a Lambda function. */
export interface LambdaTriggerProps extends MetaArguments {
  /** The broker that has the queue. It must authenticate its own users, not those of an LDAP directory. */
  readonly broker: ActiveMqBroker;

  /** Name of the queue: one queue, not a topic or a pattern. The consumer queue of a virtual topic works. */
  readonly queueName: string;

  /** User as which Lambda reads. Its secret must contain user name and password, as a generated one does. */
  readonly username: string;

  /** Name or ARN of the function. */
  readonly functionName: string;

  /** Name of the role of the function, not its ARN. It gets the permissions that polling needs. */
  readonly roleName: string;

  /**
   * ARN of the customer managed key that encrypts the secret of the user.
   *
   * @default - the key aws/secretsmanager
   */
  readonly kmsKeyArn?: string;

  /**
   * Most messages in a batch: 1 to 10000.
   *
   * @default 100
   */
  readonly batchSize?: number;

  /**
   * Seconds that Lambda waits for a full batch: 0 to 300.
   *
   * @default - half a second
   */
  readonly maximumBatchingWindowInSeconds?: number;

  /**
   * Whether Lambda polls the queue.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Whether the security group gets the rules that Lambda needs: from itself and to itself on 61617, and to 443. A public
   * broker needs none of them.
   *
   * @default true
   */
  readonly openNetwork?: boolean;

  /**
   * Tags of the event source mapping.
   *
   * @default - no tags
   */
  readonly tags?: Record<string, string>;

  /**
   * Rule violations you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

const KINDS: Kinds<LambdaTriggerProps> = {
  ...META_KINDS,
  broker: required(
    object('a broker of this app', ['resource', 'user', 'network'], 'give the broker construct'),
    'give the broker construct',
  ),
  queueName: required(text, 'write the name of one queue'),
  username: required(
    knownAtSynth(text, 'write the name of a user of the broker in the app'),
    'write the name of a user of the broker',
  ),
  functionName: required(text, 'give the name or ARN of the function'),
  roleName: required(text, 'give the name of the role of the function'),
  kmsKeyArn: text,
  batchSize: number,
  maximumBatchingWindowInSeconds: number,
  enabled: flag,
  openNetwork: decidesResources(flag),
  tags: textMap,
  acknowledge: ACKNOWLEDGE_KIND,
};

const HTTPS = 443;

/**
 * A queue that triggers a Lambda function: event source mapping, permissions of the role, and rules of the security group.
 *
 * Lambda polls from the subnets of the broker with its security group. On destroy the mapping goes first, while role and
 * rules still exist, so that Lambda can remove its network interfaces. Messages are delivered at least once. A batch that
 * fails is delivered again until it succeeds or expires, so configure redelivery on the broker.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html
 */
export class LambdaTrigger extends Construct {
  /** The event source mapping, for arguments that this construct does not offer, such as `filterCriteria`. */
  readonly resource: LambdaEventSourceMapping;

  /** The policy of the role of the function. */
  readonly rolePolicy: IamRolePolicy;

  /**
   * @throws RuleViolationError if the broker uses LDAP, the queue is a pattern, the user has no usable secret, or the ARN
   * of the key or a tag is malformed
   */
  constructor(scope: Construct, id: string, props: LambdaTriggerProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { broker, queueName, functionName, batchSize, maximumBatchingWindowInSeconds, tags } = taken;
    const user = broker.user(taken.username);
    const { authenticationStrategyInput, publiclyAccessibleInput } = broker.resource;
    const facts = omitUnresolved({
      authenticationStrategy: authenticationStrategyInput,
      publiclyAccessible: publiclyAccessibleInput === true,
      queueName,
      kmsKeyArn: taken.kmsKeyArn,
      batchSize,
      maximumBatchingWindowInSeconds,
      tags,
      reachesServices: broker.network.reachesServices,
    });
    const secret = user.secretArn === undefined ? 'missing' : user._secretForm;
    checkRules(this, LAMBDA_RULES, { ...facts, secret }, taken.acknowledge);
    const written = () => writtenFacts(this.resource);
    checkChangesAtSynth(this, LAMBDA_RULES, { ...facts, secret }, written, taken.acknowledge);

    const meta = metaArguments(this, taken);
    const secretArn = user.secretArn ?? '';
    this.rolePolicy = new IamRolePolicy(this, 'RolePolicy', {
      ...meta,
      namePrefix: 'amazon-mq-',
      role: literal(taken.roleName),
      policy: literal(policyDocument(this.#statements(secretArn, taken))),
    });
    const openNetwork = taken.openNetwork ?? publiclyAccessibleInput !== true;
    const network = openNetwork ? this.#openNetwork(broker) : [];
    this.resource = new LambdaEventSourceMapping(this, 'Default', {
      ...meta,
      ...literal({ functionName, queues: [queueName], tags }),
      eventSourceArn: broker.brokerArn,
      sourceAccessConfiguration: [{ type: 'BASIC_AUTH', uri: secretArn }],
      batchSize,
      maximumBatchingWindowInSeconds,
      enabled: taken.enabled,
      dependsOn: [
        ...(meta.dependsOn ?? []),
        this.rolePolicy,
        ...dependenciesWithin(this, [...network, ...(user._secretVersion ? [user._secretVersion] : [])]),
      ],
    });
  }

  /** Rules of the group, and what else has to outlive the network interfaces of Lambda. */
  #openNetwork({ securityGroup, network }: ActiveMqBroker): ITerraformDependable[] {
    const itself = Peer.securityGroupId(securityGroup.securityGroupId);
    securityGroup.allowFrom(itself, Protocol.OPENWIRE);
    securityGroup.allowTo(itself, Protocol.OPENWIRE.port);
    securityGroup.allowTo(Peer.anyIpv4(), HTTPS);
    const resources = Construct.isConstruct(securityGroup) ? securityGroup.node.findAll() : [];
    return [
      ...(resources.filter((each) => TerraformResource.isTerraformResource(each)) as TerraformResource[]),
      ...(network.serviceEndpoints ?? []),
    ];
  }

  #statements(secretArn: string, { broker, kmsKeyArn, provider }: LambdaTriggerProps): PolicyStatement[] {
    const { partition } = new DataAwsPartition(this, 'Partition', { provider });
    const { region } = new DataAwsRegion(this, 'Region', { provider });
    const { accountId } = new DataAwsCallerIdentity(this, 'Account', { provider });
    const allow = (sid: string, Action: string[], Resource: string): PolicyStatement => ({
      Sid: sid,
      Effect: 'Allow',
      Action,
      Resource,
    });
    return [
      allow('DescribeBroker', ['mq:DescribeBroker'], broker.brokerArn),
      ...readSecretStatements({ secretArn, kmsKeyArn }),
      allow(
        'PollFromSubnets',
        [
          'ec2:CreateNetworkInterface',
          'ec2:DeleteNetworkInterface',
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeSecurityGroups',
          'ec2:DescribeSubnets',
          'ec2:DescribeVpcs',
        ],
        '*',
      ),
      allow(
        'WriteLogs',
        ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        `arn:${partition}:logs:${region}:${accountId}:log-group:/aws/lambda/*`,
      ),
    ];
  }
}

/** The facts that an event source mapping holds. */
function writtenFacts(mapping: LambdaEventSourceMapping): WrittenFacts<LambdaFacts> {
  const values = writtenArguments(mapping);
  return {
    queueName: textsOf(values, 'queues')?.[0],
    batchSize: numberOf(values, 'batch_size'),
    maximumBatchingWindowInSeconds: numberOf(values, 'maximum_batching_window_in_seconds'),
    tags: textMapOf(values, 'tags'),
  };
}
