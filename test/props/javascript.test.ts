import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Fn, TerraformLocal, TerraformProvider, TerraformStack, TerraformVariable, Token } from 'cdktf';
import {
  ActiveMqBroker,
  ActiveStandbyBroker,
  BrokerConfiguration,
  BrokerEncryption,
  BrokerNetwork,
  BrokerSecurityGroup,
  BrokerVpc,
  ConfigurationDocument,
  ConnectionParameters,
  DestinationMetric,
  EngineVersion,
  FailoverUrl,
  InstanceType,
  NetworkOfBrokers,
  Password,
  Peer,
  Protocol,
  SecretReader,
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

describe('a value that a message cannot show as it is', () => {
  const message = (props: object) => {
    try {
      Synthesized.from((stack) => void brokerWith(props)(stack));
    } catch (error) {
      return (error as Error).message;
    }
    return 'nothing';
  };
  const circle: Record<string, unknown> = {};
  circle.self = circle;

  test.each<[string, (scope: Construct) => object, string]>([
    [
      'a construct in an object',
      (scope) => ({ network: { vpc: new BrokerVpc(scope, 'v') } }),
      'got {"vpc":"BrokerVpc"}',
    ],
    ['constructs in a list', (scope) => ({ provider: [new BrokerVpc(scope, 'v')] }), 'got ["BrokerVpc"]'],
    ['an object in itself', () => ({ brokerName: circle }), 'got {"self":{"self":{"self":{"self":"…"}}}}'],
    ['a big integer', () => ({ tags: { size: 5n } }), 'tags["size"] is not a text: got "5n"'],
    ['an object without a class', () => ({ brokerName: Object.create(null) as object }), 'got {}'],
    ['a promise', () => ({ brokerName: Promise.resolve('orders') }), 'got "Promise"'],
  ])('%s is shown by its type', (_, propsOf, text) => {
    Synthesized.from((stack) => expect(message(propsOf(stack))).toContain(text));
  });

  test('passwords are hidden, by their name and in URLs', () => {
    const said = message({
      users: { username: 'shop', password: 'correct horse battery' },
      ldap: 'ldaps://reader:correct-horse@ldap.example.com',
    });
    expect(said).toContain('users is not a list: got {"username":"shop","password":"(sensitive)"}');
    expect(said).not.toMatch(/correct.horse/);
  });
});

describe('an object of another class', () => {
  const rejected: [string, Mistake, string][] = [
    ['a Map for tags', brokerWith({ tags: new Map([['team', 'shop']]) }), 'tags is not texts by name: got "Map"'],
    ['a list for LDAP', brokerWith({ ldap: [{}] }), 'ldap is not an object: got [{}]; allowed: an object'],
    [
      'users in a list in the list',
      brokerWith({ users: [[{ username: 'shop' }]] }),
      'users[0] is not an object: got [{',
    ],
    [
      'brokers for members',
      (scope) => {
        const members = ['a', 'b'].map((id) => new SingleInstanceBroker(scope, id, { brokerName: id }));
        return new NetworkOfBrokers(scope, 'network', { members: any(members) });
      },
      'members[0] is not an object: got "SingleInstanceBroker"; allowed: an object; write { id, broker, … }',
    ],
    [
      'a tag of an environment variable that is not set',
      brokerWith({ tags: { team: undefined } }),
      'tags["team"] is missing; set it, or leave the key out',
    ],
    [
      'a window without day and time',
      brokerWith({ maintenanceWindow: {} }),
      '[maintenance-window-day] maintenanceWindow.dayOfWeek is missing',
    ],
    [
      'a variable for a text',
      (scope) => brokerWith({ brokerName: new TerraformVariable(scope, 'name', {}) })(scope),
      'brokerName is not a text: got "TerraformVariable"; allowed: a text; give its value, as in variable.value',
    ],
    [
      'a local value for tags',
      (scope) => brokerWith({ tags: new TerraformLocal(scope, 'tags', {}) })(scope),
      'tags is not texts by name: got "TerraformLocal"; allowed: texts by name; give its value, as in local.expression',
    ],
    [
      'a resource for an id',
      (scope) =>
        BrokerNetwork.fromSubnetIds(scope, 'network', {
          vpcId: any(new BrokerVpc(scope, 'v').vpc),
          subnetIds: ['subnet-0a'],
        }),
      'vpcId is not a text: got "Vpc"; allowed: a text; give one of its attributes, such as its id',
    ],
    [
      'a provider of another kind',
      (scope) => brokerWith({ provider: new OtherProvider(scope) })(scope),
      'provider is not a provider: got "OtherProvider"; allowed: a provider; give the AwsProvider itself',
    ],
    [
      'a provider to wait for',
      (scope) => brokerWith({ dependsOn: [new AwsProvider(scope, 'aws', {})] })(scope),
      'dependsOn[0] is not a Terraform resource or data source: got "AwsProvider"',
    ],
  ];
  test.each(rejected)('%s is rejected with what to write', (_, mistake, message) => {
    expect(() => Synthesized.from(mistake as never)).toThrow(message);
  });
});

class OtherProvider extends TerraformProvider {
  constructor(scope: Construct) {
    super(scope, 'other', { terraformResourceType: 'random' });
  }
}

test('a provider of another stack is rejected: Terraform configures providers for each stack', () => {
  const mistake = () =>
    Synthesized.from((stack) => {
      const other = new TerraformStack(stack.node.root, 'other');
      brokerWith({ provider: new AwsProvider(other, 'us', { region: 'us-east-1', alias: 'us' }) })(stack);
    });
  expect(mistake).toThrow(
    '[prop-kind] provider is a provider of another stack: got "other/us"; allowed: a provider of the stack of the construct; make an AwsProvider in this stack',
  );
});

describe('a value made by a call', () => {
  const rejected: [string, Mistake, string][] = [
    [
      'a number for a version',
      brokerWith({ engineVersion: EngineVersion.of(any(5.19)) }),
      'engineVersion is not a text: got 5.19',
    ],
    ['a number for a type', brokerWith({ instanceType: InstanceType.of(any(5)) }), 'instanceType is not a text: got 5'],
    [
      'no ARN for a key',
      brokerWith({ encryption: BrokerEncryption.customerManagedKey(any(undefined)) }),
      'encryption.kmsKeyArn is not a text: got undefined',
    ],
    [
      'a resource for a key',
      (scope) =>
        brokerWith({ encryption: BrokerEncryption.customerManagedKey(any(new BrokerVpc(scope, 'v').vpc)) })(scope),
      'encryption.kmsKeyArn is not a text: got "Vpc"; allowed: a text; give one of its attributes',
    ],
    [
      'a resource for a secret',
      (scope) => userWith({ password: Password.fromSecret(any(new BrokerVpc(scope, 'v').vpc)) })(scope),
      'users[0].password.secretId is not a text: got "Vpc"',
    ],
    [
      'a text for options of a secret',
      userWith({ password: Password.fromSecret('orders', any('password')) }),
      'users[0].password.options is not an object: got "password"; allowed: an object; write { field, versionStage, … }',
    ],
    [
      'an empty field of a secret',
      userWith({ password: Password.fromSecret('orders', { field: '' }) }),
      'users[0].password.field is empty; name a field, or leave it out',
    ],
    [
      'a text for options of a generated password',
      userWith({ password: Password.generated(any('orders')) }),
      'users[0].password.options is not an object: got "orders"',
    ],
    [
      'no plain text',
      userWith({ password: Password.unsafePlainText(any(undefined)) }),
      'users[0].password.plainText is not a text; write it in quotes',
    ],
    [
      'a number for plain text',
      userWith({ password: Password.unsafePlainText(any(123_456_789_012)) }),
      'users[0].password.plainText is not a text; write it in quotes',
    ],
    [
      'a text for who reads a secret',
      (scope) => reading(scope, any('shop')),
      'reader is not a SecretReader: got "shop"; allowed: a SecretReader; write SecretReader.role("NAME") or SecretReader.principal("ARN")',
    ],
    [
      'no name of a role',
      (scope) => reading(scope, SecretReader.role(any(undefined))),
      'reader is not a text: got undefined',
    ],
    [
      'a resource for a role',
      (scope) => reading(scope, SecretReader.role(any(new BrokerVpc(scope, 'v').vpc))),
      'reader is not a text: got "Vpc"',
    ],
    [
      'a text for a metric',
      (scope) => made(scope).metric(any('CpuUtilization')),
      'metric is not a BrokerMetric: got "CpuUtilization"; allowed: a BrokerMetric; write BrokerMetric.HEAP_USAGE or another BrokerMetric',
    ],
    [
      'no metric',
      (scope) => made(scope).queueMetric('orders', any(undefined)),
      'metric is not a DestinationMetric: got undefined',
    ],
    [
      'no queue',
      (scope) => made(scope).queueMetric(any(undefined), DestinationMetric.QUEUE_SIZE),
      'name of the Queue is not a text: got undefined',
    ],
    [
      'a broker for brokers',
      (scope) => FailoverUrl.over(any(made(scope))),
      'FailoverUrl.over: a rule is violated\n  [prop-kind] brokers is not a list',
    ],
    [
      'no brokers',
      () => FailoverUrl.over(any(undefined)),
      '[prop-kind] brokers is missing; give the brokers in brackets',
    ],
    [
      'a text for failover options',
      (scope) => made(scope).endpoints.openWire.failoverUrl(any('randomize=false')),
      'options is not an object: got "randomize=false"',
    ],
    [
      'no text of a document',
      () => ConfigurationDocument.fromXml(any(undefined)),
      'ConfigurationDocument.fromXml: the document is not a text, so nothing can be checked; read it in the app: ConfigurationDocument.fromFile(path)',
    ],
    [
      'bytes of a document',
      () => ConfigurationDocument.fromXml(any(Buffer.from('<broker/>'))),
      'the document is not a text',
    ],
    [
      'a document that only Terraform knows',
      () => ConfigurationDocument.fromXml(Token.asString(Fn.file('activemq.xml'))),
      'the document is known to Terraform only',
    ],
    [
      'no definition',
      () => ConfigurationDocument.define(any(undefined)),
      'ConfigurationDocument.define: the definition is not an object; write { … }, or use fromXml',
    ],
    [
      'a text for a definition',
      () => ConfigurationDocument.define(any('<broker/>')),
      'the definition is not an object',
    ],
    ['a list for a definition', () => ConfigurationDocument.define(any([{}])), 'the definition is not an object'],
    [
      'a deployment mode of another spelling',
      (scope) => ActiveMqBroker.fromAttributes(scope, 'e', { brokerName: 'e', deploymentMode: any('single') }),
      '[deployment-mode] deploymentMode is not a deployment mode of ActiveMQ: got "single"',
    ],
  ];
  test.each(rejected)('%s is rejected with what to write', (_, mistake, message) => {
    expect(() => Synthesized.from(mistake as never)).toThrow(message);
  });

  test('nothing among the items of a definition is left out', () => {
    const { xml } = ConfigurationDocument.define({
      destinationPolicy: { policyMap: { policyEntries: [any(undefined), { queue: '>' }, any(null)] } },
    });
    expect(xml.match(/<policyEntry /g)).toHaveLength(1);
  });
});

function made(scope: Construct): SingleInstanceBroker {
  return brokerWith({})(scope);
}

function reading(scope: Construct, reader: SecretReader): void {
  made(scope).grantReadSecret('admin', reader);
}

describe('a token in a text', () => {
  const tagged = (text: (variable: TerraformVariable) => string) => () =>
    Synthesized.from((stack) => void brokerWith({ tags: { a: text(new TerraformVariable(stack, 'v', {})) } })(stack));

  test.each<[string, (variable: TerraformVariable) => string]>([
    ['a number', (variable) => `port ${variable.numberValue}`],
    ['a list', (variable) => `zones ${variable.listValue.join(',')}`],
    ['a list at the start', (variable) => `${variable.listValue.join(',')} and more`],
  ])('that was made for %s is rejected: Terraform would get something else', (_, text) => {
    expect(tagged(text)).toThrow(
      '[prop-kind] tags["a"] contains a token for a number or a list, of which Terraform gets something else; allowed: tokens for texts; write Token.asString(number), or Fn.join(",", list), in its place',
    );
  });

  test.each<[string, (variable: TerraformVariable) => string]>([
    ['a number as a text', (variable) => `port ${Token.asString(variable.numberValue)}`],
    ['a number that is no token', () => 'size -8.1e+298'],
  ])('that was made for %s is taken', (_, text) => {
    expect(tagged(text)).not.toThrow();
  });
});

test('arguments of aws_mq_broker are named as the constructs name them, unless these are given', () => {
  const raw = { subnetIds: [], securityGroups: [], encryptionOptions: {}, ldapServerMetadata: {}, vpcId: 'vpc-1' };
  const warned = (props: object) => Synthesized.from((stack) => void brokerWith(props)(stack)).annotations('warn');
  expect(warned(raw).map((each) => /(\w+) is not a prop and is ignored; write (\w+)$/.exec(each)!.slice(1))).toEqual([
    ['subnetIds', 'network'],
    ['securityGroups', 'additionalSecurityGroupIds'],
    ['encryptionOptions', 'encryption'],
    ['ldapServerMetadata', 'ldap'],
    ['vpcId', 'network'],
  ]);
  expect(warned({ encryptionOptions: {}, encryption: BrokerEncryption.awsOwnedKey() })).toEqual([]);
});
