import { type App, TerraformResource, Token } from 'cdktf';
import { FORMS } from '../../../src/amazon-mq/forms';
import { type ActiveMqBroker } from '../../../src/broker/active-mq-broker';
import { BATCH_SIZE, BATCHING_SECONDS } from '../../../src/lambda/lambda-rules';
import { LambdaTrigger } from '../../../src/lambda/lambda-trigger';
import { BrokerSecurityGroup } from '../../../src/network/broker-security-group';
import { type Place, placeFinder } from '../addresses';
import { matches } from '../expression';
import { flag, ModuleStack } from '../module-stack';
import { IS_ONE_QUEUE } from '../queue-names';
import { type RuleInHcl } from '../rule-in-hcl';
import { sourceOf } from '../source';
import { submoduleReadme } from '../submodule-readme';
import { type ModuleJson, type TerraformModule } from '../terraform-module';
import { type Variable } from '../variable';
import { TAGS } from '../variables';
import { input, WRONG_TAGS } from '../wrong-input';

const OPENS_NETWORK = 'var.open_network ? 1 : 0';

const PLACES: Readonly<Record<string, Place>> = {
  'Trigger/Default': { name: 'this' },
  'Trigger/RolePolicy': { name: 'this' },
  'Trigger/Account': { name: 'current' },
  'Trigger/Partition': { name: 'current' },
  'Trigger/Region': { name: 'current' },
  'SecurityGroup/openwire-from-security-group-*': { name: 'itself', count: OPENS_NETWORK },
  'SecurityGroup/61617-to-security-group-*': { name: 'itself', count: OPENS_NETWORK },
  'SecurityGroup/443-to-ipv4-0-0-0-0-0': { name: 'services', count: OPENS_NETWORK },
};

/** That a number is whole and in a range, if it is given. */
function wholeNumber(input: string, [min, max]: readonly [number, number]): RuleInHcl {
  return {
    code: 'lambda-batch',
    each: `number in var.${input}[*]`,
    holds: `number >= ${min} && number <= ${max} && floor(number) == number`,
    shows: 'number',
    allowed: `a whole number from ${min} to ${max}`,
    remedy: 'omit it for the default of Lambda',
  };
}

const VARIABLES: Readonly<Record<string, Variable>> = {
  broker_arn: { type: 'string', description: 'ARN of the broker: the output `broker_arn` of the module activemq.' },
  security_group_id: {
    type: 'string',
    description:
      'Security group of the broker: the output `security_group_id`. Lambda polls with it, so it gets the rules of `open_network`.',
    rules: [
      {
        code: 'security-group-id-form',
        holds: matches('var.security_group_id', FORMS.securityGroupId),
        shows: 'var.security_group_id',
      },
    ],
  },
  secret_arn: {
    type: 'string',
    description:
      'ARN of the secret of a user of the broker, `{"username": …, "password": …}` as the module activemq makes it: the output `secret_arns`. A secret with the password alone does not work, nor does a broker with LDAP.',
  },
  queue_name: {
    type: 'string',
    description: 'Name of the queue: one queue, not a topic or a pattern. The consumer queue of a virtual topic works.',
    rules: [
      {
        code: 'lambda-queue-name',
        each: 'name in [var.queue_name]',
        holds: `!startswith(lower(name), "topic:") && ${IS_ONE_QUEUE}`,
        shows: 'name',
      },
    ],
  },
  function_name: { type: 'string', description: 'Name or ARN of the function.' },
  role_name: {
    type: 'string',
    description: 'Name of the role of the function, not its ARN. It gets the permissions that polling needs.',
  },
  kms_key_arn: {
    type: 'string',
    description: 'ARN of the customer managed key that encrypts the secret. Left out, the key aws/secretsmanager.',
    default: null,
    rules: [
      {
        code: 'lambda-key-arn',
        each: 'arn in var.kms_key_arn[*]',
        holds: matches('arn', FORMS.kmsKeyArn),
        shows: 'arn',
      },
    ],
  },
  batch_size: {
    type: 'number',
    description: `Messages in a batch at most: ${BATCH_SIZE.join(' to ')}. Left out, 100.`,
    default: null,
    rules: [wholeNumber('batch_size', BATCH_SIZE)],
  },
  maximum_batching_window_in_seconds: {
    type: 'number',
    description: `Seconds that Lambda waits for a full batch: ${BATCHING_SECONDS.join(' to ')}. Left out, half a second.`,
    default: null,
    rules: [wholeNumber('maximum_batching_window_in_seconds', BATCHING_SECONDS)],
  },
  enabled: { type: 'bool', description: 'Whether Lambda polls the queue.', default: true },
  open_network: {
    type: 'bool',
    description:
      'Whether the security group gets the rules that Lambda needs: from itself and to itself on 61617, and to 443. One trigger of a broker makes them; a public broker needs none.',
    default: true,
  },
  tags: { ...TAGS, description: 'Tags of the event source mapping and of the rules.' },
};

/** The trigger of a broker of which only the ARN and the group are known. */
class LambdaStack extends ModuleStack {
  constructor(app: App) {
    super(app, 'activemq-lambda', placeFinder(PLACES, 'tools/module/lambda/lambda-module.ts'));
    const broker = {
      brokerArn: this.text('var.broker_arn'),
      network: {},
      resource: {},
      securityGroup: BrokerSecurityGroup.fromSecurityGroupId(this, 'SecurityGroup', this.text('var.security_group_id')),
      user: () => ({ secretArn: this.text('var.secret_arn'), _secretForm: 'credentials' }),
    };
    const trigger = new LambdaTrigger(this, 'Trigger', {
      broker: broker as unknown as ActiveMqBroker,
      queueName: this.text('var.queue_name'),
      username: 'user',
      functionName: this.text('var.function_name'),
      roleName: this.text('var.role_name'),
      kmsKeyArn: this.text('var.kms_key_arn'),
      batchSize: Token.asNumber('${var.batch_size}'),
      maximumBatchingWindowInSeconds: Token.asNumber('${var.maximum_batching_window_in_seconds}'),
      enabled: flag('var.enabled'),
      tags: Token.asStringMap('${var.tags}'),
    });
    for (const rule of this.node.findChild('SecurityGroup').node.children)
      if (TerraformResource.isTerraformResource(rule)) rule.addOverride('tags', '${var.tags}');
    this.addOutputs({
      event_source_mapping_uuid: [
        'UUID of the event source mapping, with which `aws lambda get-event-source-mapping` says why nothing arrives.',
        trigger.resource.uuid,
      ],
      event_source_mapping_arn: ['ARN of the event source mapping.', trigger.resource.arn],
      role_policy_name: ['Name of the inline policy of the role.', trigger.rolePolicy.name],
    });
  }
}

/** Takes the statement about the key out of the policy where there is no key. */
function withKeyIfGiven(json: ModuleJson): ModuleJson {
  const policy = json.resource.aws_iam_role_policy.this;
  const { Statement } = JSON.parse(String(policy.policy)) as { Statement: ModuleJson['locals'][] };
  policy.policy =
    '${jsonencode({ Version = "2012-10-17", Statement = [for statement in local.statements : statement if var.kms_key_arn != null || statement.Sid != "DecryptSecret"] })}';
  return { ...json, locals: { ...json.locals, statements: Statement } };
}

/** modules/activemq-lambda: the trigger of `LambdaTrigger`. */
export const LAMBDA_MODULE: TerraformModule = {
  folder: 'activemq-lambda',
  stack: (app) => new LambdaStack(app),
  finish: withKeyIfGiven,
  variables: VARIABLES,
  sections: [
    {
      title: 'Trigger',
      explanation:
        'The mapping depends on policy and rules, so a destroy deletes it first: Lambda needs both to remove its network interfaces.',
      addresses: ['aws_lambda_event_source_mapping.this'],
    },
    {
      title: 'Permissions',
      explanation:
        'What the role of the function needs so that Lambda can poll: the broker, the secret, the subnets, and logs.',
      locals: ['statements'],
      addresses: [
        'aws_iam_role_policy.this',
        'data.aws_caller_identity.current',
        'data.aws_partition.current',
        'data.aws_region.current',
      ],
    },
    {
      title: 'Network',
      explanation: 'Lambda polls from the subnets of the broker with its security group.',
      addresses: [
        'aws_vpc_security_group_ingress_rule.itself',
        'aws_vpc_security_group_egress_rule.itself',
        'aws_vpc_security_group_egress_rule.services',
      ],
    },
  ],
  readme: submoduleReadme('activemq-lambda', {
    title: 'Lambda trigger for Amazon MQ for ActiveMQ',
    about:
      'A queue of a broker triggers a Lambda function: event source mapping, permissions of the role, and rules of the security group.\nFor a broker of the module [activemq](../activemq/README.md), and for any other. Made from `LambdaTrigger` of\n`cdktf-amazon-mq`; [docs/lambda.md](../../docs/lambda.md) says what Lambda needs and where to look if nothing arrives.',
    usage: `
module "trigger" {
  source = "${sourceOf('activemq-lambda')}"

  broker_arn        = module.orders.broker_arn
  security_group_id = module.orders.security_group_id
  secret_arn        = module.orders.secret_arns["admin"]
  queue_name        = "orders.in"
  function_name     = aws_lambda_function.orders.function_name
  role_name         = aws_iam_role.orders.name
}
`,
    leftOut: [
      [
        'the way to Lambda, Secrets Manager and STS',
        'a private broker needs a NAT gateway or interface endpoints, and only you know which',
        '`aws_vpc_endpoint` for `lambda`, `secretsmanager` and `sts` in the subnets of the broker',
      ],
      [
        'filters and other arguments of the mapping',
        'Lambda has many, and none is about Amazon MQ',
        'a mapping of your own',
      ],
    ],
    variables: VARIABLES,
  }),
  rightInputs: {
    broker_arn: 'arn:aws:mq:eu-west-1:123456789012:broker:orders:b-00000000-1111-2222-3333-444444444444',
    security_group_id: 'sg-0123456789abcdef0',
    secret_arn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf',
    queue_name: 'orders.in',
    function_name: 'orders',
    role_name: 'orders',
  },
  wrongInputs: [
    input('security-group-id-form', 'security_group_id', 'default'),
    input('lambda-queue-name', 'queue_name', 'orders.>'),
    input('lambda-queue-name', 'queue_name', 'topic:orders'),
    input('lambda-key-arn', 'kms_key_arn', 'alias/secrets'),
    input('lambda-batch', 'batch_size', 10001),
    input('lambda-batch', 'maximum_batching_window_in_seconds', 0.5),
    ...WRONG_TAGS,
  ],
};
