import { TerraformVariable, Token } from 'cdktf';
import {
  type ActiveMqBrokerProps,
  BrokerConfiguration,
  BrokerEncryption,
  BrokerNetwork,
  BrokerVpc,
  DayOfWeek,
  EngineVersion,
  InstanceType,
  Password,
  type StorageType,
} from 'cdktf-amazon-mq';
import { type Construct } from 'constructs';

/** Values of variables in every encoding that Terraform CDK has for them. */
export class Tokens {
  #count = 0;

  readonly #scope: Construct;

  constructor(scope: Construct) {
    this.#scope = scope;
  }

  readonly text = () => this.#variable('string').stringValue;
  readonly number = () => this.#variable('number').numberValue;
  readonly list = () => this.#variable('list(string)').listValue;
  readonly map = () => Token.asStringMap(this.#variable('map(string)').value);

  #variable(type: string): TerraformVariable {
    return new TerraformVariable(this.#scope, `v${this.#count++}`, { type });
  }
}

type Part = (tokens: Tokens, scope: Construct) => Partial<ActiveMqBrokerProps>;

/** Each prop that takes a string or a number, given as a token. */
export const PROPS_OF_TOKENS: Record<string, Part> = {
  brokerName: ({ text }) => ({ brokerName: text() }),
  'brokerName in part': ({ text }) => ({ brokerName: `orders-${text()}` }),
  engineVersion: ({ text }) => ({ engineVersion: EngineVersion.of(text()) }),
  instanceType: ({ text }) => ({ instanceType: InstanceType.of(text()) }),
  network: ({ text }, scope) => ({
    network: BrokerNetwork.fromSubnetIds(scope, 'network', {
      vpcId: text(),
      subnetIds: [text(), text()],
      availabilityZones: [text(), text()],
    }),
  }),
  'subnetIds as a list': ({ text, list }, scope) => ({
    network: BrokerNetwork.fromSubnetIds(scope, 'network', {
      vpcId: text(),
      subnetIds: list(),
      availabilityZones: list(),
    }),
  }),
  vpc: ({ text, number }, scope) => ({
    network: new BrokerVpc(scope, 'network', {
      cidr: text(),
      subnetPrefixLength: number(),
      availabilityZones: [text(), text()],
      instanceType: InstanceType.of(text()),
      storageType: text() as StorageType,
      name: text(),
      tags: { team: text() },
      internetFacing: true,
    }),
  }),
  'vpc with lists and maps': ({ list, map }, scope) => ({
    network: new BrokerVpc(scope, 'network', { availabilityZones: list(), tags: map(), internetFacing: true }),
  }),
  'vpc with zones chosen': ({ text }, scope) => ({
    network: new BrokerVpc(scope, 'network', {
      cidr: text(),
      instanceType: InstanceType.of(text()),
      storageType: text() as StorageType,
      internetFacing: true,
    }),
  }),
  additionalSecurityGroupIds: ({ text }) => ({ additionalSecurityGroupIds: [text(), text()] }),
  'additionalSecurityGroupIds many': ({ text }) => ({ additionalSecurityGroupIds: [text(), text(), text(), text()] }),
  'additionalSecurityGroupIds as a list': ({ list }) => ({ additionalSecurityGroupIds: list() }),
  'additionalSecurityGroupIds beside a list': ({ text, list }) => ({
    additionalSecurityGroupIds: ['sg-0a', ...list(), text()],
  }),
  configuration: ({ text }, scope) => ({
    engineVersion: EngineVersion.V5_18,
    configuration: new BrokerConfiguration(scope, 'configuration', {
      name: text(),
      engineVersion: EngineVersion.of(text()),
      description: text(),
      tags: { team: text() },
    }),
  }),
  'existing configuration': ({ text, number }, scope) => ({
    configuration: BrokerConfiguration.fromAttributes(scope, 'existing-configuration', {
      configurationId: text(),
      revision: number(),
      engineVersion: EngineVersion.of(text()),
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
    acknowledge: [
      { code: 'ldap-without-map', reason: 'the document is not what is tested' },
      { code: 'configuration-authentication-strategy', reason: 'it stands beside any other configuration' },
    ],
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
  'tags as a map': ({ map }) => ({ tags: map() }),
  'tags beside a map': ({ map }) => ({ tags: { team: 'shop', ...map() } }),
  'tag keys': ({ text }) => ({ tags: { [text()]: 'shop' } }),
};
