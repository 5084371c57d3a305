import {
  type ActiveMqBrokerProps,
  ActiveStandbyBroker,
  BrokerConfiguration,
  BrokerEncryption,
  BrokerNetwork,
  BrokerVpc,
  ConnectionParameters,
  DayOfWeek,
  EngineVersion,
  InstanceType,
  Password,
  Peer,
  Protocol,
  SingleInstanceBroker,
  ActiveMqBroker,
  BrokerSecurityGroup,
} from 'cdktf-amazon-mq';
import { TerraformVariable, type TerraformStack, Token } from 'cdktf';
import fc from 'fast-check';
import { known } from '../../src/tokens/known';
import { stableId } from '../../src/tokens/stable-id';
import { Synthesized } from '../support/synthesized';

/** Values of variables in every encoding that Terraform CDK has for them. */
class Tokens {
  #count = 0;

  constructor(private readonly stack: TerraformStack) {}

  readonly text = () => this.variable('string').stringValue;
  readonly raw = () => `\${${this.variable('string').fqn}}`;
  readonly number = () => this.variable('number').numberValue;
  readonly list = () => this.variable('list(string)').listValue;
  readonly map = () => Token.asStringMap(this.variable('map(string)').value);

  private variable(type: string): TerraformVariable {
    return new TerraformVariable(this.stack, `v${this.#count++}`, { type });
  }
}

type Part = (tokens: Tokens, stack: TerraformStack) => Partial<ActiveMqBrokerProps>;

/** Each prop that takes a string or a number, given as a token. */
const PARTS: Record<string, Part> = {
  brokerName: ({ text }) => ({ brokerName: text() }),
  'brokerName in part': ({ text }) => ({ brokerName: `orders-${text()}` }),
  engineVersion: ({ text }) => ({ engineVersion: EngineVersion.of(text()) }),
  instanceType: ({ text }) => ({ instanceType: InstanceType.of(text()) }),
  network: ({ text }) => ({
    network: BrokerNetwork.fromSubnetIds({
      vpcId: text(),
      subnetIds: [text(), text()],
      availabilityZones: [text(), text()],
    }),
  }),
  'subnetIds as a list': ({ text, list }) => ({
    network: BrokerNetwork.fromSubnetIds({ vpcId: text(), subnetIds: list(), availabilityZones: list() }),
  }),
  vpc: ({ text, number }, stack) => ({
    network: new BrokerVpc(stack, 'network', {
      cidr: text(),
      subnetPrefixLength: number(),
      availabilityZones: [text(), text()],
      instanceType: text(),
      storageType: text(),
      name: text(),
      tags: { team: text() },
      internetFacing: true,
    }),
  }),
  'vpc with zones chosen': ({ text }, stack) => ({
    network: new BrokerVpc(stack, 'network', {
      cidr: text(),
      instanceType: text(),
      storageType: text(),
      internetFacing: true,
    }),
  }),
  additionalSecurityGroupIds: ({ text }) => ({ additionalSecurityGroupIds: [text(), text()] }),
  'additionalSecurityGroupIds many': ({ text }) => ({ additionalSecurityGroupIds: [text(), text(), text(), text()] }),
  configuration: ({ text }, stack) => ({
    engineVersion: EngineVersion.V5_18,
    configuration: new BrokerConfiguration(stack, 'configuration', {
      name: text(),
      engineVersion: text(),
      description: text(),
      tags: { team: text() },
    }),
  }),
  'existing configuration': ({ text, number }) => ({
    configuration: BrokerConfiguration.fromAttributes({
      configurationId: text(),
      revision: number(),
      engineVersion: text(),
    }),
  }),
  users: ({ text }) => ({
    users: [
      { username: text(), groups: [text(), text()] },
      { username: text(), password: Password.unsafePlainText(text()) },
    ],
  }),
  'groups as a list': ({ list }) => ({ users: [{ username: 'shop', groups: list() }] }),
  'generated password': ({ text, number }) => ({
    users: [
      {
        username: 'shop',
        password: Password.generated({ secretName: text(), kmsKeyId: text(), recoveryWindowInDays: number() }),
      },
    ],
  }),
  'password from a secret': ({ text }) => ({
    users: [{ username: 'shop', password: Password.fromSecret(text(), { field: text(), versionStage: text() }) }],
  }),
  ldap: ({ text, list }) => ({
    ldap: {
      hosts: list(),
      roleBase: text(),
      roleName: text(),
      roleSearchMatching: text(),
      serviceAccountUsername: text(),
      serviceAccountPassword: Password.fromSecret(text()),
      userBase: text(),
      userRoleName: text(),
      userSearchMatching: text(),
    },
    acknowledge: [{ code: 'ldap-without-map', reason: 'the document is not what is tested' }],
  }),
  encryption: ({ text }) => ({ encryption: BrokerEncryption.customerManagedKey(text()) }),
  maintenanceWindow: ({ text }) => ({
    maintenanceWindow: { dayOfWeek: DayOfWeek.MONDAY, timeOfDay: text(), timeZone: text() },
  }),
  'maintenanceWindow day': ({ text }) => ({
    maintenanceWindow: { dayOfWeek: text() as DayOfWeek, timeOfDay: '03:00' },
  }),
  timeouts: ({ text }) => ({ timeouts: { create: text(), update: text(), delete: text() } }),
  'tag values': ({ text }) => ({ tags: { team: text() } }),
  'tag keys': ({ text }) => ({ tags: { [text()]: 'shop' } }),
  raw: ({ raw }) => ({ brokerName: raw(), engineVersion: EngineVersion.of(raw()) }),
};

const subsets = fc.uniqueArray(fc.constantFrom(...Object.keys(PARTS)), { maxLength: 5 });
const classes = fc.constantFrom(ActiveStandbyBroker, SingleInstanceBroker);

test('no rule fires on what only Terraform will know, whatever is given so', () => {
  fc.assert(
    fc.property(subsets, classes, fc.boolean(), (parts, Broker, publiclyAccessible) => {
      const networks = parts.filter((part) => /network|subnet|vpc/.test(part));
      fc.pre(networks.length <= 1 && (Broker === ActiveStandbyBroker || !/^(network|vpc)/.test(networks[0] ?? '')));
      const synthesized = Synthesized.from((stack) => {
        const tokens = new Tokens(stack);
        const props = Object.assign({ brokerName: 'orders' }, ...parts.map((part) => PARTS[part](tokens, stack)));
        const broker = new Broker(stack, 'orders', { ...props, publiclyAccessible });
        broker.allowFrom(Peer.ipv4(tokens.text()), Protocol.OPENWIRE);
        broker.allowFrom(Peer.ipv6(tokens.text()), Protocol.AMQP);
        broker.allowFrom(Peer.prefixList(tokens.text()), Protocol.MQTT);
        broker.allowTo(Peer.securityGroupId(tokens.text()), 636);
        new ConnectionParameters(stack, 'parameters', { broker, path: tokens.text(), secretArn: tokens.text() });
      });
      const warnings = synthesized
        .annotations('warn')
        .filter((text) => !(publiclyAccessible && text.startsWith('[public-security-group-peer]')));
      expect(warnings).toEqual([]);
      expect(synthesized.text).not.toMatch(/TfToken|-1\.8881545897087\d*e\+289/);
    }),
    { numRuns: 60 },
  );
});

test('tokens reach Terraform as they are', () => {
  const synthesized = Synthesized.from((stack) => {
    const { text, number } = new Tokens(stack);
    new ActiveStandbyBroker(stack, 'orders', {
      brokerName: text(),
      configuration: BrokerConfiguration.fromAttributes({ configurationId: text(), revision: number() }),
    });
    ActiveMqBroker.fromAttributes(stack, 'existing', { brokerId: text() });
    BrokerSecurityGroup.fromSecurityGroupId(stack, 'group', text()).allowFrom(Peer.anyIpv4(), Protocol.OPENWIRE);
  });
  expect(synthesized.resource('aws_mq_broker')).toMatchObject({
    broker_name: '${var.v0}',
    configuration: { id: '${var.v1}', revision: '${var.v2}' },
  });
  expect(synthesized.data('aws_mq_broker').broker_id).toBe('${var.v3}');
  expect(synthesized.resource('aws_vpc_security_group_ingress_rule').security_group_id).toBe('${var.v4}');
});

test('known takes away tokens of every kind, at any depth', () => {
  Synthesized.from((stack) => {
    const { text, raw, number, list, map } = new Tokens(stack);
    expect(
      known({
        kept: 'x',
        zero: 0,
        no: false,
        missing: undefined,
        text: text(),
        part: `a-${text()}`,
        raw: raw(),
        number: number(),
        list: list(),
        items: ['a', text()],
        map: map(),
        deep: { a: { b: text(), c: 1 } },
        keys: { [text()]: 'x', y: 'z' },
      }),
    ).toEqual({ kept: 'x', zero: 0, no: false, items: ['a', undefined], deep: { a: { c: 1 } }, keys: { y: 'z' } });
  });
});

test('an id made from a token is that of its expression, not of its number', () => {
  const idOf = (before: number) => {
    let id = '';
    Synthesized.from((stack) => {
      const tokens = new Tokens(stack);
      for (let i = 0; i < before; i++) Token.asString({ resolve: () => i });
      id = stableId(stack, tokens.text());
    });
    return id;
  };
  expect(idOf(0)).toMatch(/^[0-9a-f]{8}$/);
  expect(idOf(5)).toBe(idOf(0));
});
