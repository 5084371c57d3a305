import { Fn, type TerraformStack, TerraformVariable } from 'cdktf';
import * as mq from 'cdktf-amazon-mq';
import { reported } from './rules/reported';
import { CREATABLE_VERSIONS } from './support/engine-versions';
import { runApp } from './support/run-app';

const app = (body: string) => `
import { App, TerraformStack } from 'cdktf';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import * as mq from 'cdktf-amazon-mq';
const app = new App();
const [first, second] = ['first', 'second'].map((id) => {
  const stack = new TerraformStack(app, id);
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  return stack;
});
new mq.SingleInstanceBroker(first, 'good', { brokerName: 'good' });
${body}
app.synth();`;

test('a good app writes both stacks', () => {
  const { status, stacks } = runApp(app(''));
  expect(status).toBe(0);
  expect(Object.keys(stacks)).toEqual(['first', 'second']);
});

test.each<[string, string, string]>([
  [
    'a rule',
    "new mq.SingleInstanceBroker(second, 'bad', { brokerName: 'no spaces' });",
    'second/bad: a rule is violated',
  ],
  [
    'a grant',
    "new mq.SingleInstanceBroker(second, 'b', { brokerName: 'b' }).allowFrom(mq.Peer.ipv4('10.0.0.1/8'), mq.Protocol.AMQP);",
    'second/b/SecurityGroup: a rule is violated',
  ],
  ['a document', "mq.ConfigurationDocument.fromFile('none.xml');", 'none.xml'],
])('%s that is wrong in one stack leaves nothing of the other', (_, body, message) => {
  const { status, stderr, stacks } = runApp(app(body));
  expect(status).toBe(1);
  expect(stderr).toContain(message);
  expect(stacks).toEqual({});
});

/** Clients that reach the broker, so that nothing else is reported. */
const CLIENTS = mq.Peer.ipv4('10.20.0.0/16');

function standby(stack: TerraformStack, props: object = {}, id = 'orders'): mq.ActiveStandbyBroker {
  const broker = new mq.ActiveStandbyBroker(stack, id, { brokerName: id, ...props });
  broker.allowFrom(CLIENTS, mq.Protocol.OPENWIRE);
  return broker;
}

function single(stack: TerraformStack, props: object = {}, id = 'orders'): mq.SingleInstanceBroker {
  const broker = new mq.SingleInstanceBroker(stack, id, { brokerName: id, ...props });
  broker.allowFrom(CLIENTS, mq.Protocol.OPENWIRE);
  return broker;
}

/** A network whose ids come from where a user has them, such as environment variables. */
const networkOf = (stack: TerraformStack, vpcId: string | undefined, ...subnetIds: (string | undefined)[]) =>
  mq.BrokerNetwork.fromSubnetIds(stack, 'network', { vpcId: vpcId!, subnetIds: subnetIds as string[] });

const userWith = (props: object) => (stack: TerraformStack) =>
  standby(stack, { users: [{ username: 'shop', ...props }] });

const SUBNET = 'an id such as subnet-0123456789abcdef0; give the id of the subnet, not its name';
const SECRET = 'an ARN, or 1 to 512 letters, digits and / _ + = . @ -; give the name or the ARN of the secret';
const OTHER_VPC =
  'allowed: a group that this app makes in the VPC of the broker; give the VPC of the group as network (BrokerNetwork.fromSubnetIds), or make the group in the new VPC (BrokerSecurityGroup)';

/** The value of a variable, whose type TypeScript does not know. */
const variable = (stack: TerraformStack) => new TerraformVariable(stack, 'given', {}).value;

test.each<[string, (stack: TerraformStack) => unknown, string[]]>([
  [
    'the entries of a variable spread into tags',
    (stack) => standby(stack, { tags: { ...variable(stack) } }),
    [
      '[prop-kind] tags contains the inside of a token; allowed: texts by name; write Token.asStringMap(token) in its place, or Fn.merge([{ … }, token])',
    ],
  ],
  [
    'a variable for the users',
    (stack) => standby(stack, { users: variable(stack) }),
    [
      '[prop-known] users is known to Terraform only; allowed: a value known at synth; give a list made in the app; its items may contain tokens',
    ],
  ],
  [
    'the id of a VPC from an environment variable that is not set',
    (stack) => standby(stack, { network: networkOf(stack, undefined, 'subnet-0a', 'subnet-0b') }),
    ['[prop-kind] vpcId is missing; give the id of the VPC'],
  ],
  [
    'an empty id of a VPC',
    (stack) => standby(stack, { network: networkOf(stack, '', 'subnet-0a', 'subnet-0b') }),
    ['[prop-kind] vpcId is missing; give the id of the VPC'],
  ],
  [
    'ids of subnets from environment variables that are not set',
    (stack) => standby(stack, { network: networkOf(stack, 'vpc-0a', undefined, undefined) }),
    [0, 1].map((index) => `[subnet-id-form] network.subnetIds[${index}] is missing; allowed: ${SUBNET}`),
  ],
  [
    'empty ids of subnets',
    (stack) => standby(stack, { network: networkOf(stack, 'vpc-0a', '', '') }),
    [0, 1].map((index) => `[subnet-id-form] network.subnetIds[${index}] is missing; allowed: ${SUBNET}`),
  ],
  [
    'the name of a broker from an environment variable that is not set',
    (stack) => standby(stack, { brokerName: undefined }),
    ['[broker-name-form] brokerName is missing; allowed: 1 to 50 letters, digits, hyphens and underscores; set it'],
  ],
  [
    'the name of a VPC',
    (stack) => standby(stack, { network: networkOf(stack, 'my-vpc', 'subnet-0a', 'subnet-0b') }),
    [
      '[vpc-id-form] vpcId is not the id of a VPC: got "my-vpc"; allowed: an id such as vpc-0123456789abcdef0; give the id of the VPC, not its name',
    ],
  ],
  [
    'the names of subnets',
    (stack) => standby(stack, { network: networkOf(stack, 'vpc-0a', 'private-a', 'private-b') }),
    ['private-a', 'private-b'].map(
      (name, index) =>
        `[subnet-id-form] network.subnetIds[${index}] is not the id of a subnet: got "${name}"; allowed: ${SUBNET}`,
    ),
  ],
  [
    'an empty name of a secret',
    userWith({ password: mq.Password.fromSecret('') }),
    [`[secret-id-form] users[0].password.secretId is empty; allowed: ${SECRET}`],
  ],
  [
    'a name of a secret with a space',
    userWith({ password: mq.Password.fromSecret('my secret') }),
    [
      `[secret-id-form] users[0].password.secretId is not the name or ARN of a secret: got "my secret"; allowed: ${SECRET}`,
    ],
  ],
  [
    'two configurations of one name',
    (stack) => ['a', 'b'].map((id) => new mq.BrokerConfiguration(stack, id, { name: 'orders' })),
    [
      '[configuration-name-unique] name is already used by "messaging/a": got "orders"; allowed: a name that no other configuration of the account and region has; choose another name',
    ],
  ],
  [
    'two sets of parameters below one path',
    (stack) => {
      const broker = standby(stack);
      for (const id of ['a', 'b']) new mq.ConnectionParameters(stack, id, { broker, path: '/orders' });
    },
    [
      '[parameter-path-unique] path is already used by "messaging/a": got "/orders"; allowed: each path once; choose another path',
    ],
  ],
  [
    'two brokers in VPCs of the same addresses',
    (stack) => [standby(stack), standby(stack, {}, 'billing')],
    [
      '[vpc-cidr-shared] cidr is also the CIDR block of "messaging/orders/Vpc": got "10.0.0.0/24"; if you will connect the two, give each broker a BrokerVpc with a different cidr as network',
    ],
  ],
  [
    'an existing security group for a broker in a new VPC',
    (stack) =>
      standby(stack, { securityGroup: mq.BrokerSecurityGroup.fromSecurityGroupId(stack, 'group', 'sg-0a1b2c3d') }),
    [
      `[security-group-vpc] securityGroup.securityGroupId is a security group of another VPC than the one that is made for the broker: got "sg-0a1b2c3d"; ${OTHER_VPC}`,
    ],
  ],
  [
    'an existing additional security group for a broker in a new VPC',
    (stack) => standby(stack, { additionalSecurityGroupIds: ['sg-0a1b2c3d'] }),
    [
      `[security-group-vpc] additionalSecurityGroupIds[0] is a security group of another VPC than the one that is made for the broker: got "sg-0a1b2c3d"; ${OTHER_VPC}`,
    ],
  ],
  [
    'a VPC made for another instance type',
    (stack) => {
      const network = new mq.BrokerVpc(stack, 'network', { instanceType: mq.InstanceType.T3_MICRO });
      return standby(stack, { network });
    },
    [
      '[vpc-offer] network.instanceType is not that of the broker: got "mq.t3.micro"; allowed: mq.m5.large; create the BrokerVpc with the instanceType of the broker, or name its availabilityZones',
    ],
  ],
  [
    'a VPC made for another storage type',
    (stack) => {
      const zones = mq.ZoneCount.ONE;
      const network = new mq.BrokerVpc(stack, 'network', { zones, storageType: mq.StorageType.EFS });
      return single(stack, { network, storageType: mq.StorageType.EBS });
    },
    [
      '[vpc-offer] network.storageType is not that of the broker: got "EFS"; allowed: EBS; create the BrokerVpc with the storageType of the broker, or name its availabilityZones',
    ],
  ],
  [
    'a patch version that is no longer supported',
    (stack) => standby(stack, { engineVersion: mq.EngineVersion.of('5.15.16') }),
    [
      `[engine-version-form] engineVersion is not of the form major.minor: got "5.15.16"; allowed: ${CREATABLE_VERSIONS}; write "5.19"`,
    ],
  ],
  [
    'a version with a typo',
    (stack) => standby(stack, { engineVersion: mq.EngineVersion.of('5.91') }),
    [
      `[engine-version-unknown] engineVersion is a version that this package does not know: got "5.91"; allowed: ${CREATABLE_VERSIONS}; check that it is spelled as you mean it, and that Amazon MQ offers it`,
    ],
  ],
  [
    'an instance type with a typo',
    (stack) => standby(stack, { instanceType: mq.InstanceType.of('mq.m5.8xlage') }),
    [
      '[instance-type-unknown] instanceType is an instance type that this package does not know: got "mq.m5.8xlage"; allowed: mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or a newer type; check that it is spelled as you mean it, and that Amazon MQ offers it',
    ],
  ],
  [
    'the text of a version for a configuration',
    (stack) => new mq.BrokerConfiguration(stack, 'a', { engineVersion: '5.19' as never }),
    [
      '[prop-kind] engineVersion is not an EngineVersion: got "5.19"; allowed: an EngineVersion; write EngineVersion.V5_19, or EngineVersion.of("5.19")',
    ],
  ],
  [
    'one VPC of two subnets for an active/standby broker and a single instance',
    (stack) => {
      const network = new mq.BrokerVpc(stack, 'network');
      return [standby(stack, { network }), single(stack, { network }, 'dev')];
    },
    [
      '[subnet-count] network.subnetIds has 2 entries: got 2; allowed: 1 for SINGLE_INSTANCE; give as many subnets as the broker has instances: a BrokerVpc with zones: ZoneCount.ONE or ZoneCount.TWO, inFirstZone() of a shared one, or some subnets of one by BrokerNetwork.fromSubnetIds',
    ],
  ],
  [
    'an address without a prefix length',
    (stack) => standby(stack).allowFrom(mq.Peer.ipv4('10.0.0.5'), mq.Protocol.AMQP),
    [
      '[peer-cidr-form] peer is not an IPv4 CIDR block: got "10.0.0.5"; allowed: an IPv4 CIDR block such as 10.20.0.0/16; write "10.0.0.5/32"',
    ],
  ],
  [
    'a name of one character',
    userWith({ username: 's' }),
    [
      '[username-form] users[0].username is too short: got "s"; allowed: 2 to 100 letters, digits, hyphens, periods, underscores and tildes; choose a longer name: it has 1 character',
    ],
  ],
  [
    'a password of one character',
    userWith({ password: mq.Password.unsafePlainText('s') }),
    [
      '[password-form] users[0].password is too short: it has 1 character; allowed: 12 to 250 characters, 4 of them different, without comma, colon or equals sign; use Password.generated(), which fits',
      '[password-form] users[0].password has too few different characters: it has 1; allowed: 12 to 250 characters, 4 of them different, without comma, colon or equals sign; use Password.generated(), which fits',
    ],
  ],
  [
    'a broker that no client may reach',
    (stack) => new mq.ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' }),
    [
      '[broker-unreachable] securityGroup allows nobody to reach the broker; call allowFrom for its clients, or acknowledge this if its rules are defined elsewhere',
    ],
  ],
])('%s is answered with what to do', (_, build, messages) => {
  expect(reported((stack) => void build(stack))).toEqual(messages);
});

test.each<[string, (stack: TerraformStack) => unknown]>([
  ['a variable for tags', (stack) => standby(stack, { tags: variable(stack) })],
  ['a variable merged into tags', (stack) => standby(stack, { tags: Fn.merge([{ team: 'shop' }, variable(stack)]) })],
  [
    'a variable for additional security groups',
    (stack) => standby(stack, { additionalSecurityGroupIds: variable(stack) }),
  ],
  [
    'a variable for Availability Zones',
    (stack) => new mq.BrokerVpc(stack, 'network', { availabilityZones: variable(stack) }),
  ],
  ['a variable for groups', (stack) => standby(stack, { users: [{ username: 'shop', groups: variable(stack) }] })],
  [
    'a configuration whose name is what the default name of a broker begins with',
    (stack) => [new mq.BrokerConfiguration(stack, 'a', { name: 'orders-5.19' }), standby(stack)],
  ],
  [
    'the first zone of a VPC for a single instance beside an active/standby broker',
    (stack) => {
      const network = new mq.BrokerVpc(stack, 'network');
      return [standby(stack, { network }), single(stack, { network: network.inFirstZone() }, 'dev')];
    },
  ],
])('%s is taken', (_, build) => {
  expect(reported((stack) => void build(stack))).toEqual([]);
});
