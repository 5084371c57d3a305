import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { TerraformStack } from 'cdktf';
import {
  ActiveMqBroker,
  ActiveStandbyBroker,
  BrokerConfiguration,
  BrokerSecurityGroup,
  BrokerVpc,
  ConnectionParameters,
  LogResourcePolicy,
  type MetaArguments,
  Password,
  Peer,
  Protocol,
} from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';

type Blocks = Record<string, Record<string, { provider?: string; depends_on?: string[] }>>;

/** Everything that the package makes. */
function everything(stack: TerraformStack, meta: MetaArguments): void {
  const broker = new ActiveStandbyBroker(stack, 'orders', {
    ...meta,
    brokerName: 'orders',
    publiclyAccessible: true,
    users: [{ username: 'admin' }, { username: 'shop', password: Password.fromSecret('orders/shop') }],
  });
  broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
  broker.allowTo(Peer.ipv4('10.20.0.0/16'), 636);
  new BrokerVpc(stack, 'network', meta);
  new BrokerConfiguration(stack, 'configuration', meta);
  new BrokerSecurityGroup(stack, 'group', { ...meta, vpcId: 'vpc-0a1b2c3d' });
  BrokerSecurityGroup.fromSecurityGroupId(stack, 'existing-group', 'sg-0a1b2c3d', meta).allowFrom(
    Peer.ipv4('10.0.0.0/8'),
    Protocol.AMQP,
  );
  const existing = ActiveMqBroker.fromAttributes(stack, 'existing', { ...meta, brokerName: 'billing' });
  existing.allowFrom(Peer.ipv4('10.0.0.0/8'), Protocol.AMQP);
  new ConnectionParameters(stack, 'parameters', { ...meta, broker: existing, path: '/billing' });
}

function blocksOf({ json }: Synthesized): [address: string, block: { provider?: string; depends_on?: string[] }][] {
  return ['resource', 'data'].flatMap((section) =>
    Object.entries((json[section] ?? {}) as Blocks).flatMap(([type, named]) =>
      Object.entries(named).map(([name, block]) => [`${type}.${name}`, block] as [string, typeof block]),
    ),
  );
}

test('provider reaches every resource and data source, those of the stack too', () => {
  const synthesized = Synthesized.from((stack) => {
    new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
    everything(stack, { provider: new AwsProvider(stack, 'other', { region: 'us-east-1', alias: 'other' }) });
  });
  const blocks = blocksOf(synthesized);
  expect(blocks.length).toBeGreaterThan(40);
  expect(blocks.filter(([, { provider }]) => provider !== 'aws.other').map(([address]) => address)).toEqual([]);
});

test('dependsOn reaches every resource and data source of the constructs, and the shared log policy waits for none', () => {
  const synthesized = Synthesized.from((stack) => {
    const first = new SsmParameter(stack, 'first', { name: 'first', type: 'String', value: 'x' });
    everything(stack, { dependsOn: [first] });
  });
  const others = blocksOf(synthesized).filter(([address]) => !/AmazonMqLogs|\.first$/.test(address));
  expect(others.filter(([, block]) => !block.depends_on?.includes('aws_ssm_parameter.first'))).toEqual([]);
  expect(synthesized.resource('aws_cloudwatch_log_resource_policy').depends_on).toBeUndefined();
});

test('a dependency of another stack puts the stacks in order and stands in no depends_on', () => {
  const synthesized = Synthesized.from((stack) => {
    const other = new TerraformStack(stack.node.root, 'other');
    const first = new SsmParameter(other, 'first', { name: 'first', type: 'String', value: 'x' });
    new BrokerConfiguration(stack, 'configuration', { dependsOn: [first] });
    expect(stack.dependencies).toEqual([other]);
  });
  expect(synthesized.resource('aws_mq_configuration').depends_on ?? []).toEqual([]);
});

test('each provider of a stack has one log resource policy, and the default one keeps its address', () => {
  const synthesized = Synthesized.from((stack) => {
    const aws = new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
    const other = new AwsProvider(stack, 'other', { region: 'us-east-1', alias: 'other' });
    for (const [index, provider] of [undefined, aws, other, other].entries()) {
      new ActiveStandbyBroker(stack, `broker-${index}`, { brokerName: `broker-${index}`, provider });
    }
    expect(LogResourcePolicy.of(stack, aws)).toBe(LogResourcePolicy.of(stack));
    expect(LogResourcePolicy.of(stack, other)).not.toBe(LogResourcePolicy.of(stack));
  });
  const policies = synthesized.resources('aws_cloudwatch_log_resource_policy');
  expect(Object.keys(policies).map((name) => name.replace(/_\w{8}$/, ''))).toEqual([
    'AmazonMqLogs',
    'AmazonMqLogs-other',
  ]);
  expect(Object.values(policies).map(({ policy_name }) => policy_name)).toEqual([
    'amazon-mq-logs-messaging-${substr(uuid(), 0, 8)}',
    'amazon-mq-logs-messaging-other-${substr(uuid(), 0, 8)}',
  ]);
});
