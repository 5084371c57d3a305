import { TerraformVariable } from 'cdktf';
import {
  ActiveMqBroker,
  ActiveStandbyBroker,
  BrokerConfiguration,
  BrokerNetwork,
  BrokerSecurityGroup,
  BrokerVpc,
  ConnectionParameters,
  type EngineVersion,
  Password,
  Peer,
  Protocol,
  SingleInstanceBroker,
} from 'cdktf-amazon-mq';
import { type Construct } from 'constructs';
import { Synthesized } from '../support/synthesized';

type Mistake = (scope: Construct) => unknown;

const brokerWith = (props: object) => (scope: Construct) =>
  new SingleInstanceBroker(scope, 'orders', { brokerName: 'orders', ...props });
const userWith = (props: object) => brokerWith({ users: [{ username: 'shop', ...props }] });
const withGroup = (use: (group: BrokerSecurityGroup) => unknown) => (scope: Construct) =>
  use(new BrokerSecurityGroup(scope, 'group', { vpcId: 'vpc-0a1b2c3d' }));

const networkWith = (dependency: never) => (scope: Construct) =>
  BrokerNetwork.fromSubnetIds(scope, 'network', {
    vpcId: 'vpc-0a1b2c3d',
    subnetIds: ['subnet-0a1b2c3d'],
    dependencies: [dependency],
  });

/** What JavaScript lets a user write, in spite of the types. */
const any = (value: unknown) => value as never;

test.each<[string, Mistake, string]>([
  ...[ActiveStandbyBroker, SingleInstanceBroker].map((Broker): [string, Mistake, string] => [
    `nothing for the props of ${Broker.name}`,
    (scope) => new Broker(scope, 'orders', any(undefined)),
    '[broker-name-form] brokerName is missing',
  ]),
  ['an object for a password', userWith({ password: {} }), '[prop-kind] users[0].password is not a Password'],
  [
    'a text for a password',
    userWith({ password: 'correct horse battery' }),
    '[prop-kind] users[0].password is not a Password; allowed: a Password; use Password.fromSecret("NAME") or Password.fromVariable(variable), or leave it out for a generated one',
  ],
  [
    'a text for a peer',
    withGroup((group) => group.allowFrom(any('10.0.0.0/8'), Protocol.AMQP)),
    '[prop-kind] peer is not a Peer: got "10.0.0.0/8"; allowed: a Peer; write Peer.ipv4("10.20.0.0/16") or another Peer',
  ],
  [
    'a network of nothing',
    (scope) => BrokerNetwork.fromSubnetIds(scope, 'network', any({})),
    'messaging/network: 2 rules are violated\n  [prop-kind] vpcId is missing; give the id of the VPC\n  [prop-kind] subnetIds is missing; give the ids of the subnets',
  ],
  [
    'an address for a dependency',
    networkWith(any('aws_route.internet')),
    '[prop-kind] dependencies[0] is not a Terraform resource: got "aws_route.internet"; allowed: a Terraform resource; give the resource itself, as in [gateway, route]',
  ],
  [
    'an object for a dependency',
    networkWith(any({ id: 'rtb-1' })),
    '[prop-kind] dependencies[0] is not a Terraform resource',
  ],
  [
    'a security group by its id alone',
    brokerWith({ securityGroup: { securityGroupId: 'sg-0a1b2c3d' } }),
    '[prop-kind] securityGroup is not a security group of brokers: got {"securityGroupId":"sg-0a1b2c3d"}; allowed: a security group of brokers; write BrokerSecurityGroup.fromSecurityGroupId(scope, id, "sg-…") for one that exists',
  ],
  [
    'a security group without a VPC',
    (scope) => new BrokerSecurityGroup(scope, 'group', any({})),
    '[prop-kind] vpcId is missing; give the id of the VPC',
  ],
  [
    'a number for the name of a group',
    (scope) => new BrokerSecurityGroup(scope, 'group', { vpcId: 'vpc-0a1b2c3d', namePrefix: any(5) }),
    '[prop-kind] namePrefix is not a text: got 5',
  ],
  [
    'a text for what a group is',
    (scope) =>
      BrokerSecurityGroup.fromSecurityGroupId(scope, 'group', 'sg-0a1b2c3d', { publiclyAccessible: any('yes') }),
    '[prop-kind] publiclyAccessible is not true or false: got "yes"',
  ],
  [
    'no peer',
    withGroup((group) => group.allowFrom(any(undefined), Protocol.AMQP)),
    '[prop-kind] peer is not a Peer: got undefined',
  ],
  [
    'a peer of nothing',
    withGroup((group) => group.allowFrom(Peer.ipv4(any(undefined)), Protocol.AMQP)),
    '[prop-kind] peer is not a text: got undefined',
  ],
  [
    'a text for a protocol',
    withGroup((group) => group.allowFrom(Peer.ipv4('10.0.0.0/8'), any('openwire'))),
    '[prop-kind] protocols[0] is not a Protocol: got "openwire"; allowed: a Protocol; write Protocol.OPENWIRE or another Protocol',
  ],
  [
    'a text for a port',
    withGroup((group) => group.allowTo(Peer.ipv4('10.0.0.0/8'), any('636'))),
    '[prop-kind] ports[0] is not a number: got "636"; allowed: a number; write it without quotes',
  ],
  [
    'a text for a document',
    (scope) => new BrokerConfiguration(scope, 'configuration', { document: any('<broker/>') }),
    '[prop-kind] document is not a ConfigurationDocument: got "<broker/>"; allowed: a ConfigurationDocument; write ConfigurationDocument.fromXml(text), or ConfigurationDocument.fromFile(path)',
  ],
  [
    'a text for an engine version',
    brokerWith({ engineVersion: '5.19' }),
    '[prop-kind] engineVersion is not an EngineVersion: got "5.19"; allowed: an EngineVersion; write EngineVersion.V5_19, or EngineVersion.of("5.19")',
  ],
  [
    'a text for an instance type',
    (scope) => new BrokerVpc(scope, 'network', { instanceType: any('mq.m5.large') }),
    '[prop-kind] instanceType is not an InstanceType: got "mq.m5.large"; allowed: an InstanceType; write InstanceType.M5_LARGE, or InstanceType.of("mq.m5.large")',
  ],
  [
    'an id for a security group',
    brokerWith({ securityGroup: 'sg-0a1b2c3d' }),
    '[prop-kind] securityGroup is not a security group of brokers: got "sg-0a1b2c3d"; allowed: a security group of brokers; write BrokerSecurityGroup.fromSecurityGroupId(scope, id, "sg-…") for one that exists',
  ],
  [
    'a VPC id for a network',
    brokerWith({ network: 'vpc-0a1b2c3d' }),
    'write BrokerNetwork.fromSubnetIds(scope, id, { vpcId, subnetIds }) for one that exists',
  ],
  [
    'an id for a configuration',
    brokerWith({ configuration: 'c-1' }),
    'write BrokerConfiguration.fromAttributes(scope, id, { configurationId, revision }) for one that exists',
  ],
  [
    'an ARN for an encryption',
    brokerWith({ encryption: 'arn:aws:kms:…' }),
    'write BrokerEncryption.customerManagedKey("arn:aws:kms:…")',
  ],
  [
    'a name for a provider',
    brokerWith({ provider: 'aws.other' }),
    '[prop-kind] provider is not a provider: got "aws.other"; allowed: a provider; give the AwsProvider itself',
  ],
  [
    'a construct for a dependency',
    (scope) => brokerWith({ dependsOn: [new BrokerVpc(scope, 'network')] })(scope),
    '[prop-kind] dependsOn[0] is not a Terraform resource or data source: got "BrokerVpc"; allowed: a Terraform resource or data source; give the resource of a construct, as in broker.resource',
  ],
  [
    'a name for a broker',
    (scope) => new ConnectionParameters(scope, 'p', { broker: any('orders'), path: '/orders' }),
    '[prop-kind] broker is not a broker: got "orders"; allowed: a broker; give the construct, or ActiveMqBroker.fromAttributes(scope, id, { brokerName }) for one that exists',
  ],
  ...['brokerId', 'brokerName', 'endpoints'].map((member): [string, Mistake, string] => [
    `an object without ${member} for a broker`,
    (scope) => {
      const whole = { brokerId: 'b-1', brokerName: 'orders', endpoints: {} };
      const broker = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== member));
      return new ConnectionParameters(scope, 'p', { broker: any(broker), path: '/orders' });
    },
    '[prop-kind] broker is not a broker: got ',
  ]),
  [
    'a deployment mode that only Terraform knows',
    (scope) => {
      const deploymentMode = any(new TerraformVariable(scope, 'mode', {}).value);
      return ActiveMqBroker.fromAttributes(scope, 'existing', { brokerName: 'orders', deploymentMode });
    },
    '[prop-known] deploymentMode is known to Terraform only; allowed: a value known at synth; write the deployment mode of the broker in the app',
  ],
  [
    'a switch that only Terraform knows, of a resource that is made or not',
    (scope) => {
      const resourcePolicy = any(new TerraformVariable(scope, 'policy', {}).value);
      return brokerWith({ logs: { general: true, resourcePolicy } })(scope);
    },
    '[prop-known] logs.resourcePolicy is known to Terraform only; allowed: a value known at synth; write true or false in the app: it decides whether the policy is made',
  ],
  [
    'public access that only Terraform knows, of a network that is made for it',
    (scope) => brokerWith({ publiclyAccessible: any(new TerraformVariable(scope, 'public', {}).value) })(scope),
    '[prop-known] publiclyAccessible is known to Terraform only; allowed: a value known at synth; write true or false in the app, or give a network that exists',
  ],
  [
    'a text for a log',
    brokerWith({ logs: { general: 'yes' } }),
    '[prop-kind] logs.general is not true or false: got "yes"',
  ],
  [
    'minutes for a timeout',
    brokerWith({ timeouts: { create: 60 } }),
    '[prop-kind] timeouts.create is not a text: got 60',
  ],
  [
    'parameters of no broker',
    (scope) => new ConnectionParameters(scope, 'p', { broker: any(undefined), path: '/orders' }),
    '[prop-kind] broker is missing; give the broker construct',
  ],
  ['names for users', brokerWith({ users: ['shop'] }), '[prop-kind] users[0] is not an object: got "shop"'],
  [
    'a variable that is no variable',
    userWith({ password: Password.fromVariable(any('secret')) }),
    '[prop-kind] users[0].password.variable is not a TerraformVariable; allowed',
  ],
  [
    'a number for the name of a secret',
    userWith({ password: Password.generated({ secretName: any(7) }) }),
    '[prop-kind] users[0].password.secretName is not a text: got 7',
  ],
  [
    'a list in a list',
    (scope) => BrokerNetwork.fromSubnetIds(scope, 'network', { vpcId: 'vpc-1', subnetIds: any([['subnet-1']]) }),
    '[prop-kind] subnetIds[0] is not a text: got ["subnet-1"]; allowed: a text; write ...list to add the items of a list',
  ],
  [
    'a text for attributes',
    (scope) => ActiveMqBroker.fromAttributes(scope, 'existing', any('orders')),
    '[prop-kind] props is not an object: got "orders"',
  ],
])('%s is rejected with what to write', (_, mistake, message) => {
  expect(() => Synthesized.from(mistake as never)).toThrow(message);
});

test('all values of another type come in one error', () => {
  const mistake = () => Synthesized.from((stack) => void brokerWith({ users: 'shop', tags: 1, logs: true })(stack));
  expect(mistake).toThrow(
    expect.objectContaining({
      constructPath: 'messaging/orders',
      codes: ['prop-kind', 'prop-kind', 'prop-kind'],
    }),
  );
});

test('the entries of a bare token in a map are rejected with the call that merges maps', () => {
  const mistake = () =>
    Synthesized.from((stack) => {
      const token = { ...new BrokerVpc(stack, 'network').vpc.interpolationForAttribute('tags_all') };
      brokerWith({ tags: { team: 'shop', ...token } })(stack);
    });
  expect(mistake).toThrow(
    '[prop-kind] tags contains the inside of a token; allowed: texts by name; write Token.asStringMap(token) in its place, or Fn.merge([{ … }, token])',
  );
});

test('an object of another copy of the package is taken', () => {
  const copy = { version: '5.18' } as EngineVersion;
  Synthesized.from((stack) => {
    const broker = brokerWith({ engineVersion: copy })(stack) as ActiveMqBroker as ActiveStandbyBroker;
    expect(broker.configuration.engineVersion?.version).toBe('5.18');
  });
});

describe('a name that no prop has', () => {
  const warned = (props: object) => Synthesized.from((stack) => void brokerWith(props)(stack)).annotations('warn');

  test.each<[string, object, string[]]>([
    [
      'of the construct',
      { instanceTyp: 1 },
      ['[prop-name] instanceTyp is not a prop and is ignored; write instanceType'],
    ],
    [
      'of a struct',
      { logs: { auditt: true } },
      ['[prop-name] logs.auditt is not a prop and is ignored; write logs.audit'],
    ],
    [
      'of an item of a list',
      { users: [{ username: 'admin', consoleAcess: true }] },
      ['[prop-name] users[0].consoleAcess is not a prop and is ignored; write users[0].consoleAccess'],
    ],
    [
      'in other letters',
      { applyimmediately: true },
      ['[prop-name] applyimmediately is not a prop and is ignored; write applyImmediately'],
    ],
    ['that is near to one that is given', { tag: 'x', tags: { team: 'shop' } }, []],
    ['that is near to none, as a subclass may have', { retentionInDays: 30 }, []],
  ])('%s is reported if one is near to it', (_, props, expected) => {
    expect(warned(props)).toEqual(expected);
  });

  test('of a failover URL is rejected, because nothing can warn', () => {
    const mistake = () =>
      Synthesized.from((stack) => {
        const broker = brokerWith({})(stack);
        broker.endpoints.openWire.failoverUrl(any({ randomise: false }));
      });
    expect(mistake).toThrow('[prop-name] randomise is not a prop and is ignored; write randomize');
  });
});
