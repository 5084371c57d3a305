import { type CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { type SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { TerraformElement, type TerraformStack, TerraformVariable } from 'cdktf';
import {
  ActiveMqBroker,
  AlarmTopic,
  BrokerAlarms,
  BrokerConfiguration,
  BrokerDashboard,
  BrokerLogGroups,
  BrokerSecurityGroup,
  BrokerVpc,
  ConnectionParameters,
  type GeneratedPasswordOptions,
  LambdaTrigger,
  Password,
  Peer,
  Protocol,
  SingleInstanceBroker,
  type SingleInstanceBrokerProps,
  ZoneCount,
} from 'cdktf-amazon-mq';
import { codeOf, everythingReported, reported } from './reported';

/** A broker that its clients reach, and that nothing is wrong with. */
function broker(stack: TerraformStack, props: Partial<SingleInstanceBrokerProps> = {}): SingleInstanceBroker {
  const made = new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders', ...props });
  made.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
  return made;
}

/** Overrides an argument of all resources of a type, as an Aspect does. */
function override(stack: TerraformStack, type: string, argument: string, value: unknown): void {
  for (const each of stack.node.findAll()) {
    if (!TerraformElement.isTerraformElement(each)) continue;
    if ((each as { terraformResourceType?: string }).terraformResourceType === type) each.addOverride(argument, value);
  }
}

const EMAIL = 'operations@example.com';
const LONG = 'x'.repeat(600);

/** Constructs with nothing wrong, an argument that an Aspect changes, and the message about it. */
const CHANGES: readonly [
  make: (stack: TerraformStack) => unknown,
  type: string,
  argument: string,
  value: unknown,
  message: string,
][] = [
  [(stack) => new BrokerVpc(stack, 'network'), 'aws_vpc', 'cidr_block', '10.0.0.0/8', '[vpc-cidr-size] cidr is larger'],
  [(stack) => new BrokerVpc(stack, 'network'), 'aws_vpc', 'tags', { 'aws:x': 'y' }, '[tag-form] tags has a key'],
  [
    (stack) => new BrokerVpc(stack, 'network', { availabilityZones: ['eu-west-1a', 'eu-west-1b'] }),
    'aws_subnet',
    'availability_zone',
    'eu-west-1a',
    '[zone-unique] availabilityZones[1] is a duplicate: got "eu-west-1a"',
  ],
  [
    (stack) => new BrokerSecurityGroup(stack, 'group', { vpcId: 'vpc-0a1b2c3d' }),
    'aws_security_group',
    'vpc_id',
    'main',
    '[vpc-id-form] vpcId is not the id of a VPC: got "main"',
  ],
  [
    (stack) => new BrokerSecurityGroup(stack, 'group', { vpcId: 'vpc-0a1b2c3d' }),
    'aws_security_group',
    'tags',
    { team: 'a|b' },
    '[tag-form] tags["team"] has a value',
  ],
  [broker, 'aws_vpc_security_group_ingress_rule', 'cidr_ipv4', '10.0.0.1/8', '[peer-cidr-form] peer has host bits set'],
  [
    (stack) => broker(stack, { publiclyAccessible: true }),
    'aws_vpc_security_group_ingress_rule',
    'cidr_ipv4',
    '0.0.0.0/0',
    '[public-open-to-internet] peer admits the whole internet',
  ],
  [
    (stack) => broker(stack).allowTo(Peer.ipv6('2001:db8::/32'), 636),
    'aws_vpc_security_group_egress_rule',
    'from_port',
    70_000,
    '[grant-port] ports[0] is not a TCP port: got 70000',
  ],
  [
    (stack) => broker(stack).allowTo(Peer.prefixList('pl-0a1b2c3d'), 636),
    'aws_vpc_security_group_egress_rule',
    'prefix_list_id',
    'offices',
    '[peer-id-form] peer is not the id of a prefix list: got "offices"',
  ],
  [
    (stack) => broker(stack).allowTo(Peer.securityGroupId('sg-0a1b2c3d'), 636),
    'aws_vpc_security_group_egress_rule',
    'referenced_security_group_id',
    'offices',
    '[peer-id-form] peer is not the id of a security group: got "offices"',
  ],
  [
    broker,
    'aws_secretsmanager_secret',
    'recovery_window_in_days',
    5,
    '[secret-recovery-window] recoveryWindowInDays is not a recovery window of Secrets Manager: got 5',
  ],
  [
    (stack) => broker(stack, { users: [{ username: 'shop', password: Password.generated({ secretName: 'shop' }) }] }),
    'aws_secretsmanager_secret',
    'name',
    LONG,
    '[secret-name-form] secretName is too long',
  ],
  [
    broker,
    'aws_secretsmanager_secret',
    'replica',
    [{ region: 'Frankfurt' }],
    '[secret-replica-region] replicaRegions[0] is not a Region: got "Frankfurt"',
  ],
  [broker, 'aws_secretsmanager_secret', 'tags', { 'aws:x': 'y' }, '[tag-form] tags has a key'],
  [
    (stack) => new ConnectionParameters(stack, 'parameters', { broker: broker(stack), path: '/orders' }),
    'aws_ssm_parameter',
    'tags',
    { 'aws:x': 'y' },
    '[tag-form] tags has a key',
  ],
  [
    (stack) => new ConnectionParameters(stack, 'parameters', { broker: broker(stack), path: '/orders' }),
    'aws_ssm_parameter',
    'name',
    '/ssm/orders',
    '[parameter-path-form] path is not a path of Parameter Store: got "/ssm/orders"',
  ],
  [
    (stack) => ActiveMqBroker.fromAttributes(stack, 'orders', { brokerName: 'orders' }),
    'aws_mq_broker',
    'broker_name',
    'or ders',
    '[broker-name-form] brokerName has characters that are not allowed: got "or ders"',
  ],
  [
    (stack) => ActiveMqBroker.fromAttributes(stack, 'orders', { brokerId: 'b-00000000-1111-2222-3333-444444444444' }),
    'aws_mq_broker',
    'broker_id',
    'orders',
    '[broker-id-form] brokerId is not the id of a broker: got "orders"',
  ],
  [
    (stack) => new BrokerLogGroups(stack, 'logs', { brokerId: 'b-00000000-1111-2222-3333-444444444444' }),
    'aws_cloudwatch_log_group',
    'retention_in_days',
    8,
    '[log-retention] retentionInDays is not a retention time of CloudWatch Logs: got 8',
  ],
  [
    (stack) => new BrokerLogGroups(stack, 'logs', { brokerId: 'b-00000000-1111-2222-3333-444444444444' }),
    'aws_cloudwatch_log_group',
    'kms_key_id',
    'alias/logs',
    '[log-group-key-arn] kmsKeyArn is not the ARN of a KMS key: got "alias/logs"',
  ],
  [
    (stack) => new AlarmTopic(stack, 'topic', { emails: [EMAIL] }),
    'aws_sns_topic_subscription',
    'endpoint',
    'operations',
    '[alarm-email-form] emails[0] is not an e-mail address: got "operations"',
  ],
  [
    (stack) => new AlarmTopic(stack, 'topic', { emails: [EMAIL] }),
    'aws_sns_topic',
    'kms_master_key_id',
    'alias/aws/sns',
    '[alarm-key] kmsKeyArn is not a customer managed key: got "alias/aws/sns"',
  ],
  [
    (stack) => new BrokerDashboard(stack, 'dashboard', { broker: broker(stack) }),
    'aws_cloudwatch_dashboard',
    'dashboard_name',
    'or ders',
    '[dashboard-name-form] dashboardName',
  ],
  [
    (stack) => new BrokerConfiguration(stack, 'configuration'),
    'aws_mq_configuration',
    'data',
    '<broker xmlns="http://activemq.apache.org/schema/core"><destinationPolicies/></broker>',
    '[unknown-element]',
  ],
];

/** Changes of what a construct made under a name of its own. */
const CHANGES_OF_ONE: readonly (readonly [title: string, build: (stack: TerraformStack) => void, message: string])[] = [
  [
    'the name of one parameter',
    (stack) => {
      const parameters = new ConnectionParameters(stack, 'parameters', { broker: broker(stack), path: '/orders' });
      (parameters.node.findChild('stomp/urls') as SsmParameter).name = '/aws/orders/stomp/urls';
    },
    '[parameter-path-form] path is not a path of Parameter Store: got "/aws/orders"',
  ],
  [
    'the threshold of one alarm',
    (stack) => void (alarmOf(stack).threshold = 101),
    '[alarm-threshold] storeUsage.threshold is out of range: got 101',
  ],
  [
    'the periods of one alarm',
    (stack) => void (alarmOf(stack).evaluationPeriods = 2000),
    '[alarm-minutes] storeUsage.minutes is not a number of whole periods: got 2000',
  ],
  [
    'the tags of one alarm',
    (stack) => void (alarmOf(stack).tags = { 'aws:x': 'y' }),
    '[tag-form] tags has a key that AWS rejects: got "aws:x"',
  ],
  [
    'the queue of a trigger',
    (stack) => {
      const trigger = new LambdaTrigger(stack, 'trigger', {
        broker: broker(stack, { publiclyAccessible: true }),
        queueName: 'orders',
        username: 'admin',
        functionName: 'orders',
        roleName: 'orders',
      });
      trigger.resource.queues = ['orders.>'];
    },
    '[lambda-queue-name] queueName is not the name of one queue: got "orders.>"',
  ],
];

function alarmOf(stack: TerraformStack): CloudwatchMetricAlarm {
  return new BrokerAlarms(stack, 'alarms', { broker: broker(stack), emails: [EMAIL] }).alarms[0];
}

const named = CHANGES.map(([make, type, argument, value, message]) => ({ make, type, argument, value, message }));

test.each(named)('$type.$argument that an Aspect changes is judged: $message', (change) => {
  const { make, type, argument, value, message } = change;
  const messages = reported((stack) => {
    make(stack);
    override(stack, type, argument, value);
  });
  expect([...new Set(messages.map((each) => each.slice(0, message.length)))]).toEqual([message]);
});

test.each(named)('$type.$argument that only Terraform knows is not judged: $message', ({ make, type, argument }) => {
  const messages = reported((stack) => {
    make(stack);
    override(stack, type, argument, new TerraformVariable(stack, 'given', {}).value);
  });
  expect(messages).toEqual([]);
});

test.each(CHANGES_OF_ONE)('%s that an Aspect changes is judged', (_, build, message) => {
  expect(reported(build).map((each) => each.slice(0, message.length))).toEqual([message]);
});

test('what is acknowledged may be changed', () => {
  const messages = everythingReported((stack) => {
    broker(stack, { acknowledge: [{ code: 'secret-recovery-window', reason: 'a pilot of AWS' }] });
    override(stack, 'aws_secretsmanager_secret', 'recovery_window_in_days', 5);
  });
  expect(messages.map(codeOf)).toEqual(['secret-recovery-window']);
  expect(messages[0]).toMatch(/\(acknowledged: a pilot of AWS\)$/);
});

test('a grant that was made before the group got a public broker is judged for it', () => {
  const messages = reported((stack) => {
    const network = new BrokerVpc(stack, 'network', { internetFacing: true, zones: ZoneCount.ONE });
    const securityGroup = new BrokerSecurityGroup(stack, 'group', { vpcId: network.vpcId });
    securityGroup.allowFrom(Peer.anyIpv4(), Protocol.OPENWIRE);
    new SingleInstanceBroker(stack, 'orders', {
      brokerName: 'orders',
      publiclyAccessible: true,
      network,
      securityGroup,
    });
  });
  expect(messages.map(codeOf)).toEqual(['public-open-to-internet']);
});

test('the range that an Aspect gives a VPC is compared with those of the others', () => {
  const two = (cidr: string, changed: string) =>
    everythingReported((stack) => {
      new BrokerVpc(stack, 'one', { cidr: '10.1.0.0/24' });
      const other = new BrokerVpc(stack, 'other', { cidr });
      other.vpc.cidrBlock = changed;
    });
  const message = '[vpc-cidr-shared] cidr is also the CIDR block of "messaging/one": got "10.1.0.0/24"';
  expect(two('10.2.0.0/24', '10.1.0.0/24')).toEqual([expect.stringContaining(message)]);
  expect(two('10.2.0.0/24', '10.3.0.0/24')).toEqual([]);
  // Reported once, when it is made.
  expect(two('10.1.0.0/24', '10.1.0.0/24')).toEqual([expect.stringContaining(message)]);
});

test.each([
  ['the console', 'WebConsole', ['public-open-to-internet', 'console-open-to-internet']],
  ['another protocol', 'OpenWire', ['public-open-to-internet']],
])('a rule for %s that an Aspect opens to the internet is judged for its own port', (_, protocol, codes) => {
  const messages = reported((stack) => {
    const orders = broker(stack, { publiclyAccessible: true });
    orders.allowFrom(Peer.ipv4('10.30.0.0/16'), Protocol.OPENWIRE, Protocol.WEB_CONSOLE);
    for (const each of orders.node.findAll()) {
      const isMeant = each instanceof VpcSecurityGroupIngressRule && each.cidrIpv4Input === '10.30.0.0/16';
      if (isMeant && (each.fromPortInput === 8162) === (protocol === 'WebConsole')) each.cidrIpv4 = '0.0.0.0/0';
    }
  });
  expect(messages.map(codeOf).sort()).toEqual([...codes].sort());
});

test.each<[string, GeneratedPasswordOptions]>([
  ['without copies', {}],
  ['with an empty list of copies', { replicaRegions: [] }],
  ['with copies', { replicaRegions: ['us-east-2'] }],
])('a secret %s whose owner acknowledged its name is not reported again', (_, options) => {
  const messages = everythingReported((stack) => {
    broker(stack, {
      users: [{ username: 'shop', password: Password.generated({ ...options, secretName: LONG }) }],
      acknowledge: [{ code: 'secret-name-form', reason: 'a pilot of AWS' }],
    });
  });
  expect(messages.map(codeOf)).toEqual(['secret-name-form']);
});

test.each<[string, (stack: TerraformStack) => void, string]>([
  [
    'a document that is not XML',
    (stack) => void (new BrokerConfiguration(stack, 'configuration').resource.data = '<broker'),
    '[document-syntax] data: line 1, column 7: ',
  ],
  [
    'another version than that of its own configuration',
    (stack) => void (broker(stack).resource.engineVersion = '5.18'),
    '[configuration-engine-version] ',
  ],
])('%s that an Aspect writes is reported with its place', (_, build, message) => {
  expect(reported(build)).toContainEqual(expect.stringContaining(message));
});
