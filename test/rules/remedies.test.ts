import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  ActiveMqBroker,
  ActiveStandbyBroker,
  type ActiveStandbyBrokerProps,
  AlarmTopic,
  BrokerAlarms,
  type BrokerAlarmsProps,
  BrokerConfiguration,
  BrokerDashboard,
  type BrokerDashboardProps,
  BrokerLogGroups,
  type BrokerLogGroupsProps,
  type BrokerLogs,
  BrokerMetric,
  BrokerNetwork,
  BrokerSecurityGroup,
  type BrokerUserProps,
  BrokerVpc,
  ConfigurationDocument,
  ConnectionParameters,
  DestinationMetric,
  EngineVersion,
  InstanceType,
  LambdaTrigger,
  type LambdaTriggerProps,
  type LdapServer,
  Password,
  Peer,
  Protocol,
  ReplicaBroker,
  type RotatingUser,
  SecretReader,
  SingleInstanceBroker,
  type SingleInstanceBrokerProps,
  StorageType,
  StrictBroker,
  ZoneCount,
} from 'cdktf-amazon-mq';
import { RULES } from '../../src/rule-table';
import { BROKER_CASES } from '../amazon-mq/rejections/broker-cases';
import { MOVE_REMEDIES } from '../topology/move-remedies';
import { NETWORK_REMEDIES } from '../topology/network-remedies';
import { type Build, codeOf, reported } from './reported';

type Stack = Parameters<Build>[0];

/** A mistake, the end of the message about it, and the mistake with what that says done. */
interface Remedy {
  readonly code: string;
  readonly title: string;
  readonly remedy: string;
  readonly wrong: Build;
  readonly right: Build;
}

const REMEDIES: Remedy[] = [];

function remedy(code: string, title: string, text: string, wrong: Build, right: Build): void {
  REMEDIES.push({ code, title, remedy: text, wrong, right });
}

const CLIENTS = Peer.ipv4('10.20.0.0/16');
const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444';
const BROKER_ID = 'b-00000000-1111-2222-3333-444444444444';

/** A broker that its clients reach, and that nothing else is wrong with. */
function broker(stack: Stack, props: Partial<SingleInstanceBrokerProps> = {}, id = 'orders'): SingleInstanceBroker {
  const made = new SingleInstanceBroker(stack, id, { brokerName: id, ...props });
  made.allowFrom(CLIENTS, Protocol.OPENWIRE);
  return made;
}

/** A construct that is made beside a good broker. */
const beside =
  (make: (stack: Stack, broker: SingleInstanceBroker) => unknown): Build =>
  (stack) =>
    void make(stack, broker(stack));

const brokerWith =
  (props: Partial<SingleInstanceBrokerProps>): Build =>
  (stack) =>
    void broker(stack, props);

const adminWith = (password: Password, rest: object = {}) =>
  brokerWith({ users: [{ username: 'admin', password, consoleAccess: true, ...rest }] });

// Acknowledgements

const TOO_LONG = 'x'.repeat(51);
const acknowledged = (code: string, reason: string) =>
  brokerWith({ brokerName: TOO_LONG, acknowledge: [{ code, reason }] });

remedy(
  'acknowledge-reason',
  'a reason that is blank',
  'write why the rule does not hold here',
  acknowledged('broker-name-form', ' '),
  acknowledged('broker-name-form', 'AWS takes 60 characters since today'),
);
remedy(
  'acknowledge-code',
  'a code that does not exist',
  'write "broker-name-form"',
  (stack) => void new BrokerConfiguration(stack, 'c', { acknowledge: [{ code: 'broker-name-froms', reason: 'x' }] }),
  acknowledged('broker-name-form', 'AWS takes 60 characters since today'),
);
remedy(
  'acknowledge-unused',
  'an acknowledgement that nothing needs',
  'remove the entry',
  brokerWith({ acknowledge: [{ code: 'tag-form', reason: 'AWS takes it' }] }),
  brokerWith({}),
);

// Ids

const withIds =
  (...ids: string[]): Build =>
  (stack) =>
    ids.forEach((id) => new BrokerConfiguration(stack, id));
remedy(
  'construct-id-unique',
  'two configurations with one address',
  'choose another id for the one that is not deployed yet',
  withIds('orderseu', 'orders.eu'),
  withIds('orderseu', 'orders-eu'),
);
remedy(
  'construct-id-form',
  'an id that begins with a digit',
  'choose another id',
  withIds('1orders'),
  withIds('orders-1'),
);

// Brokers, where the constructs have a way of their own to mend what Amazon MQ rejects

remedy(
  'user-required',
  'a broker without users',
  'remove users for an administrator with a generated password, or add a user',
  brokerWith({ users: [] }),
  brokerWith({}),
);
remedy(
  'password-form',
  'a password that is too short',
  'use Password.generated(), which fits',
  adminWith(Password.unsafePlainText('short')),
  adminWith(Password.generated()),
);
remedy(
  'public-network',
  'a public broker in a VPC without an internet gateway',
  'create the BrokerVpc with internetFacing: true, or set publiclyAccessible to false',
  (stack) =>
    broker(stack, { publiclyAccessible: true, network: new BrokerVpc(stack, 'vpc', { zones: ZoneCount.ONE }) }),
  (stack) => {
    const network = new BrokerVpc(stack, 'vpc', { zones: ZoneCount.ONE, internetFacing: true });
    broker(stack, { publiclyAccessible: true, network });
  },
);
const FEWER_OR_MORE_SUBNETS =
  'give as many subnets as the broker has instances: a BrokerVpc with zones: ZoneCount.ONE or ZoneCount.TWO, inFirstZone() of a shared one, or some subnets of one by BrokerNetwork.fromSubnetIds';
remedy(
  'subnet-count',
  'two subnets for one instance',
  FEWER_OR_MORE_SUBNETS,
  (stack) => broker(stack, { network: new BrokerVpc(stack, 'vpc', { zones: ZoneCount.TWO }) }),
  (stack) => broker(stack, { network: new BrokerVpc(stack, 'vpc', { zones: ZoneCount.ONE }) }),
);
remedy(
  'subnet-count',
  'the network of an active/standby broker for one instance as well',
  FEWER_OR_MORE_SUBNETS,
  (stack) => broker(stack, { network: new BrokerVpc(stack, 'vpc') }),
  (stack) => broker(stack, { network: new BrokerVpc(stack, 'vpc').inFirstZone() }),
);
const standby = (storageType: StorageType): Build => {
  return (stack) => {
    const made = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    made.allowFrom(CLIENTS, Protocol.OPENWIRE);
    made.resource.storageType = storageType;
  };
};
remedy(
  'storage-deployment-mode',
  'an override that gives two instances EBS',
  'use StorageType.EFS, or a SingleInstanceBroker',
  standby(StorageType.EBS),
  standby(StorageType.EFS),
);

// Passwords

remedy(
  'password-plain-text',
  'a password in the source',
  'use Password.generated, Password.fromSecret or Password.fromVariable',
  adminWith(Password.unsafePlainText('correct-horse-battery')),
  adminWith(Password.generated()),
);
const fromVariable =
  (sensitive: boolean): Build =>
  (stack) =>
    adminWith(Password.fromVariable(new TerraformVariable(stack, 'password', { type: 'string', sensitive })))(stack);
remedy(
  'password-variable-sensitive',
  'a variable that Terraform prints',
  'create the TerraformVariable with sensitive: true',
  fromVariable(false),
  fromVariable(true),
);
remedy(
  'secret-id-form',
  'the name of a secret that none can have',
  'give the name or the ARN of the secret',
  adminWith(Password.fromSecret('my secret')),
  adminWith(Password.fromSecret('orders/admin')),
);
remedy(
  'secret-name-form',
  'a character that Secrets Manager rejects',
  'remove "~"',
  adminWith(Password.generated({ secretName: 'orders~admin' })),
  adminWith(Password.generated({ secretName: 'ordersadmin' })),
);
const twoSecrets = (...names: string[]) =>
  brokerWith({
    users: names.map((secretName, index) => ({
      username: `user-${index}`,
      password: Password.generated({ secretName }),
    })),
  });
remedy(
  'secret-name-unique',
  'two secrets of one name',
  'name the secrets after broker and user, or remove the name',
  twoSecrets('orders', 'orders'),
  twoSecrets('orders/user-0', 'orders/user-1'),
);
remedy(
  'secret-recovery-window',
  'a recovery window between none and a week',
  'set it to one of these, or remove it for 30 days',
  adminWith(Password.generated({ recoveryWindowInDays: 3 })),
  adminWith(Password.generated({ recoveryWindowInDays: 7 })),
);
remedy(
  'secret-replica-region',
  'a name of a Region instead of its code',
  'write the code of the Region, such as eu-central-1',
  adminWith(Password.generated({ replicaRegions: ['Frankfurt'] })),
  adminWith(Password.generated({ replicaRegions: ['eu-central-1'] })),
);
remedy(
  'secret-replica-region',
  'a Region that is given twice',
  'remove it',
  adminWith(Password.generated({ replicaRegions: ['eu-central-1', 'eu-central-1'] })),
  adminWith(Password.generated({ replicaRegions: ['eu-central-1'] })),
);
const reads =
  (password: Password, reader: SecretReader): Build =>
  (stack) =>
    broker(stack, { users: [{ username: 'admin', password }] }).grantReadSecret('admin', reader);
remedy(
  'secret-reader-form',
  'an ARN as the name of a role',
  'use SecretReader.principal, or give the name',
  reads(Password.generated(), SecretReader.role('arn:aws:iam::123456789012:role/shop')),
  reads(Password.generated(), SecretReader.principal('arn:aws:iam::123456789012:role/shop')),
);
remedy(
  'secret-reader-form',
  'everybody as reader',
  'name one reader, without wildcards',
  reads(Password.generated(), SecretReader.principal('*')),
  reads(Password.generated(), SecretReader.principal('arn:aws:iam::123456789012:user/operator')),
);
const variablePassword = (stack: Stack) =>
  Password.fromVariable(new TerraformVariable(stack, 'password', { type: 'string', sensitive: true }));
remedy(
  'secret-reader-secret',
  'a password that is in no secret',
  'take the password from a secret',
  (stack) => reads(variablePassword(stack), SecretReader.role('shop'))(stack),
  reads(Password.fromSecret('orders/admin'), SecretReader.role('shop')),
);

// LDAP

const ldap = (props: Partial<LdapServer> = {}): LdapServer => ({
  hosts: ['ldap.example.com'],
  roleBase: 'ou=groups,dc=example,dc=com',
  roleSearchMatching: '(member:=uid={1})',
  serviceAccountUsername: 'cn=mq,dc=example,dc=com',
  serviceAccountPassword: Password.fromSecret('ldap/mq'),
  userBase: 'ou=people,dc=example,dc=com',
  userSearchMatching: '(uid={0})',
  ...props,
});
const ldapBroker =
  (props: Partial<LdapServer>, ports: number[] = [636]): Build =>
  (stack) => {
    const acknowledge = [{ code: 'ldap-without-map', reason: 'the map is another test' }];
    const made = broker(stack, { ldap: ldap(props), acknowledge });
    if (ports.length > 0) made.allowTo(Peer.ipv4('10.30.0.10/32'), ...ports);
  };
remedy(
  'ldap-password-existing',
  'a generated password for an account that has one',
  'use Password.fromSecret or Password.fromVariable',
  ldapBroker({ serviceAccountPassword: Password.generated() }),
  ldapBroker({ serviceAccountPassword: Password.fromSecret('ldap/mq') }),
);

// Rotation

const rotating =
  (user: Partial<RotatingUser>, props: Partial<ActiveStandbyBrokerProps> = {}): Build =>
  (stack) => {
    const made = new ActiveStandbyBroker(stack, 'orders', {
      brokerName: 'orders',
      applyImmediately: true,
      rotatingUsers: [{ username: 'shop', rotation: 3, ...user }],
      ...props,
    });
    made.allowFrom(CLIENTS, Protocol.OPENWIRE);
  };
remedy(
  'rotation-number',
  'a rotation before the first',
  'write 1 for a new user, and one more for each rotation',
  rotating({ rotation: 0 }),
  rotating({ rotation: 1 }),
);
remedy(
  'rotation-secret',
  'a secret that skips a rotation',
  'write 3, or remove it',
  rotating({ secretRotation: 1 }),
  rotating({ secretRotation: 3 }),
);
remedy(
  'rotation-window',
  'a secret that does not wait for the maintenance window',
  'write it, or set applyImmediately to true',
  rotating({}, { applyImmediately: false }),
  rotating({ secretRotation: 2 }, { applyImmediately: false }),
);
const directory: Partial<ActiveStandbyBrokerProps> = {
  ldap: ldap(),
  acknowledge: ['ldap-without-map', 'ldap-egress'].map((code) => ({ code, reason: 'is another test' })),
};
remedy(
  'rotation-ldap',
  'rotating users beside a directory',
  'remove them, and rotate the passwords in the directory',
  rotating({}, directory),
  rotating({}, { ...directory, rotatingUsers: [] }),
);
remedy(
  'rotation-single-instance',
  'a rotation with an outage',
  'use an ActiveStandbyBroker, or rotate when clients can wait',
  brokerWith({ applyImmediately: true, rotatingUsers: [{ username: 'shop', rotation: 1 }] }),
  rotating({}),
);

// LDAP, as far as the network goes

remedy(
  'ldap-egress',
  'a directory that the broker cannot reach',
  'call allowTo with the addresses of the directory and port 636',
  ldapBroker({}, []),
  ldapBroker({}, [636]),
);

// Networks

const vpc =
  (props: object): Build =>
  (stack) =>
    void new BrokerVpc(stack, 'vpc', props);
remedy(
  'vpc-cidr-form',
  'host bits in the CIDR block of a VPC',
  'write "10.0.0.0/24"',
  vpc({ cidr: '10.0.0.1/24' }),
  vpc({ cidr: '10.0.0.0/24' }),
);
remedy(
  'vpc-cidr-form',
  'a VPC without prefix length',
  'write network address and prefix length',
  vpc({ cidr: '10.0.0.0' }),
  vpc({ cidr: '10.0.0.0/24' }),
);
remedy(
  'vpc-cidr-size',
  'a VPC larger than AWS allows',
  'choose another prefix length',
  vpc({ cidr: '10.0.0.0/8' }),
  vpc({ cidr: '10.0.0.0/16' }),
);
const twoVpcs =
  (first: string, second: string): Build =>
  (stack) => {
    new BrokerVpc(stack, 'first', { cidr: first });
    new BrokerVpc(stack, 'second', { cidr: second });
  };
remedy(
  'vpc-cidr-shared',
  'two VPCs of one CIDR block',
  'if you will connect the two, give each broker a BrokerVpc with a different cidr as network',
  twoVpcs('10.0.0.0/24', '10.0.0.0/24'),
  twoVpcs('10.0.0.0/24', '10.0.1.0/24'),
);
remedy(
  'subnet-size',
  'a subnet smaller than AWS allows',
  'choose another prefix length',
  vpc({ cidr: '10.0.0.0/16', subnetPrefixLength: 29 }),
  vpc({ cidr: '10.0.0.0/16', subnetPrefixLength: 28 }),
);
remedy(
  'subnet-fit',
  'a VPC without room for two subnets',
  'take a larger CIDR block for the VPC, or smaller subnets',
  vpc({ cidr: '10.0.0.0/28' }),
  vpc({ cidr: '10.0.0.0/27' }),
);
remedy(
  'zone-count',
  'one zone for two instances',
  'name one for each instance, or remove the list to have them chosen',
  vpc({ availabilityZones: ['eu-west-1a'] }),
  vpc({ availabilityZones: undefined }),
);
remedy(
  'zone-unique',
  'one zone twice',
  'name another Availability Zone of the Region',
  vpc({ availabilityZones: ['eu-west-1a', 'eu-west-1a'] }),
  vpc({ availabilityZones: ['eu-west-1a', 'eu-west-1b'] }),
);
const network = (stack: Stack, vpcId = 'vpc-0123456789abcdef0') =>
  BrokerNetwork.fromSubnetIds(stack, 'network', { vpcId, subnetIds: ['subnet-0123456789abcdef0'] });
remedy(
  'vpc-id-form',
  'a name instead of the id of a VPC',
  'give the id of the VPC, not its name',
  (stack) => void network(stack, 'messaging'),
  (stack) => void network(stack),
);
const existingGroup = (stack: Stack) => BrokerSecurityGroup.fromSecurityGroupId(stack, 'group', 'sg-0123456789abcdef0');
remedy(
  'security-group-vpc',
  'an existing group with a VPC that is made',
  'give the VPC of the group as network (BrokerNetwork.fromSubnetIds), or make the group in the new VPC (BrokerSecurityGroup)',
  (stack) => void broker(stack, { securityGroup: existingGroup(stack) }),
  (stack) => void broker(stack, { securityGroup: existingGroup(stack), network: network(stack) }),
);
const inVpcFor =
  (instanceType: InstanceType, storageType: StorageType): Build =>
  (stack) =>
    void broker(stack, {
      instanceType: InstanceType.M5_LARGE,
      network: new BrokerVpc(stack, 'vpc', { zones: ZoneCount.ONE, instanceType, storageType }),
    });
remedy(
  'vpc-offer',
  'zones that were chosen for another instance type',
  'create the BrokerVpc with the instanceType of the broker, or name its availabilityZones',
  inVpcFor(InstanceType.T3_MICRO, StorageType.EFS),
  inVpcFor(InstanceType.M5_LARGE, StorageType.EFS),
);

// Grants

const grants =
  (peer: Peer, protocols: Protocol[], props: Partial<SingleInstanceBrokerProps> = {}): Build =>
  (stack) =>
    broker(stack, props).allowFrom(peer, ...protocols);
remedy(
  'grant-protocols',
  'a grant of no protocol',
  'name the protocols that the peer may use, such as OpenWire',
  grants(CLIENTS, []),
  grants(CLIENTS, [Protocol.AMQP]),
);
const opens =
  (port: number): Build =>
  (stack) =>
    broker(stack).allowTo(Peer.ipv4('10.30.0.10/32'), port);
remedy(
  'grant-port',
  'a port that TCP does not have',
  'give the port on which the peer listens, such as 636 for an LDAP server',
  opens(0),
  opens(636),
);
remedy(
  'peer-cidr-form',
  'host bits in the CIDR block of a peer',
  'write "10.20.0.0/16"',
  grants(Peer.ipv4('10.20.1.0/16'), [Protocol.AMQP]),
  grants(Peer.ipv4('10.20.0.0/16'), [Protocol.AMQP]),
);
remedy(
  'peer-cidr-form',
  'one address without prefix length',
  'write "10.0.0.5/32"',
  grants(Peer.ipv4('10.0.0.5'), [Protocol.AMQP]),
  grants(Peer.ipv4('10.0.0.5/32'), [Protocol.AMQP]),
);
remedy(
  'peer-cidr-form',
  'an IPv6 address without prefix length',
  'write "2001:db8::5/128"',
  grants(Peer.ipv6('2001:db8::5'), [Protocol.AMQP]),
  grants(Peer.ipv6('2001:db8::5/128'), [Protocol.AMQP]),
);
remedy(
  'peer-id-form',
  'the name of a group',
  'give the id, not the name',
  grants(Peer.securityGroupId('default'), [Protocol.AMQP]),
  grants(Peer.securityGroupId('sg-0123456789abcdef0'), [Protocol.AMQP]),
);
const PUBLIC = { publiclyAccessible: true };
remedy(
  'public-open-to-internet',
  'everybody at a public broker',
  'grant access to these CIDR blocks only',
  grants(Peer.anyIpv4(), [Protocol.AMQP], PUBLIC),
  grants(Peer.ipv4('203.0.113.0/24'), [Protocol.AMQP], PUBLIC),
);
remedy(
  'public-security-group-peer',
  'a group at a public broker',
  'name the public CIDR blocks of your clients, or make the broker private',
  grants(Peer.securityGroupId('sg-0123456789abcdef0'), [Protocol.AMQP], PUBLIC),
  grants(Peer.securityGroupId('sg-0123456789abcdef0'), [Protocol.AMQP]),
);
remedy(
  'console-open-to-internet',
  'everybody at the web console of a public broker',
  'grant access to these CIDR blocks only, or leave WEB_CONSOLE out',
  (stack) => grants(Peer.anyIpv4(), [Protocol.WEB_CONSOLE], PUBLIC)(stack),
  grants(Peer.ipv4('203.0.113.0/24'), [Protocol.WEB_CONSOLE], PUBLIC),
);
remedy(
  'broker-unreachable',
  'a broker without clients',
  'call allowFrom for its clients, or acknowledge this if its rules are defined elsewhere',
  (stack) => void new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' }),
  brokerWith({}),
);
const officesOf =
  (count: number): Build =>
  (stack) => {
    const made = broker(stack);
    for (let office = 0; office < count; office++)
      made.allowFrom(Peer.ipv4(`10.${100 + office}.0.0/16`), Protocol.AMQP);
  };
remedy(
  'security-group-rule-count',
  'more rules than AWS allows',
  'grant to larger ranges, to a prefix list or to a security group',
  officesOf(60),
  (stack) => broker(stack).allowFrom(Peer.prefixList('pl-0123456789abcdef0'), Protocol.AMQP),
);

// Brokers that exist

const existing =
  (attributes: object): Build =>
  (stack) =>
    void ActiveMqBroker.fromAttributes(stack, 'existing', attributes);
remedy(
  'broker-identified',
  'neither id nor name',
  'give the id or the name of the broker',
  existing({}),
  existing({ brokerName: 'orders' }),
);
remedy(
  'broker-identified',
  'id and name',
  'remove one of the two',
  existing({ brokerId: BROKER_ID, brokerName: 'orders' }),
  existing({ brokerId: BROKER_ID }),
);
remedy(
  'broker-id-form',
  'the name of a broker as its id',
  'give the id, or set brokerName to the name instead',
  existing({ brokerId: 'orders' }),
  existing({ brokerName: 'orders' }),
);

// Configurations

const configurations =
  (...names: string[]): Build =>
  (stack) =>
    names.forEach((name, index) => new BrokerConfiguration(stack, `configuration-${index}`, { name }));
remedy(
  'configuration-name-form',
  'a name with a space',
  'remove " "',
  configurations('my orders'),
  configurations('myorders'),
);
remedy(
  'configuration-name-unique',
  'two configurations of one name',
  'choose another name',
  configurations('orders', 'orders'),
  configurations('orders', 'billing'),
);

// Parameters and URLs

const parameters = (...paths: string[]) =>
  beside((stack, made) =>
    paths.forEach((path, index) => new ConnectionParameters(stack, `parameters-${index}`, { broker: made, path })),
  );
remedy(
  'parameter-path-form',
  'a path that ends in a slash',
  'write a path such as "/messaging/orders", without a slash at its end',
  parameters('/messaging/'),
  parameters('/messaging/orders'),
);
remedy(
  'parameter-path-unique',
  'two parameters of one path',
  'choose another path',
  parameters('/messaging/orders', '/messaging/orders'),
  parameters('/messaging/orders', '/messaging/billing'),
);
const failover = (options: object) => beside((_, { endpoints }) => endpoints.openWire.failoverUrl(options));
remedy(
  'failover-option',
  'a number that the client library rejects',
  'remove it to use the default of the client',
  failover({ maxReconnectAttempts: -2 }),
  failover({}),
);

// Props

remedy(
  'prop-kind',
  'a text where JavaScript lets a number pass',
  'write it without quotes, or Token.asNumber(…) around a token',
  vpc({ subnetPrefixLength: '26' }),
  vpc({ subnetPrefixLength: 26 }),
);
const group = (stack: Stack, description: string) =>
  new BrokerSecurityGroup(stack, 'group', { vpcId: 'vpc-0123456789abcdef0', description });
const deletionProtection = (value: unknown) => brokerWith({ deletionProtection: value as boolean });
remedy(
  'prop-known',
  'a token where the app itself has to know',
  'write true or false in the app: prevent_destroy takes no expression',
  (stack) => deletionProtection(new TerraformVariable(stack, 'protect', { type: 'bool' }).value)(stack),
  deletionProtection(true),
);
remedy(
  'prop-name',
  'a prop that is misspelled, which JavaScript takes',
  'write instanceType',
  brokerWith({ instanceTyp: InstanceType.M5_LARGE } as object),
  brokerWith({ instanceType: InstanceType.M5_LARGE }),
);
remedy(
  'prop-template',
  'an expression of Terraform as text',
  'leave it if it is text; for a reference use the attribute of the resource, variable.stringValue or Fn',
  (stack) => void group(stack, '${var.owner}'),
  (stack) => void group(stack, new TerraformVariable(stack, 'owner', { type: 'string' }).stringValue),
);

// Versions and audits

const strict =
  (props: object): Build =>
  (stack) =>
    void new StrictBroker(stack, 'strict', {
      brokerName: 'strict',
      tags: { owner: 'shop' },
      ...props,
    }).broker.allowFrom(CLIENTS, Protocol.OPENWIRE);
remedy(
  'engine-version-upstream',
  'a version without fixes from Apache',
  'plan the upgrade to 5.19',
  strict({ engineVersion: EngineVersion.V5_18 }),
  strict({ engineVersion: EngineVersion.V5_19 }),
);
remedy(
  'strict-tags',
  'no tag that says whose broker it is',
  'write the keys that your control requires, such as owner and cost-center',
  strict({ tags: {} }),
  strict({ tags: { owner: 'shop', 'cost-center': '4711' } }),
);

// Lambda

const trigger =
  (
    props: Partial<LambdaTriggerProps>,
    ofBroker: Partial<SingleInstanceBrokerProps> = {},
    lambdaEndpoints = true,
  ): Build =>
  (stack) =>
    void new LambdaTrigger(stack, 'trigger', {
      broker: broker(stack, {
        network: new BrokerVpc(stack, 'vpc', { zones: ZoneCount.ONE, lambdaEndpoints }),
        ...ofBroker,
      }),
      queueName: 'in',
      username: 'admin',
      functionName: 'shop',
      roleName: 'shop-role',
      ...props,
    });
remedy(
  'lambda-authentication',
  'a broker with LDAP',
  'consume the queue from a container or an instance, or use a broker with its own users',
  (stack) => trigger({}, { ldap: ldap() })(stack),
  trigger({}),
);
remedy(
  'lambda-queue-name',
  'a pattern of queues',
  'make one trigger for each queue; for a topic, name the queue of a virtual topic such as Consumer.shop.VirtualTopic.Orders',
  trigger({ queueName: 'orders.>' }),
  trigger({ queueName: 'Consumer.shop.VirtualTopic.Orders' }),
);
const userOf = (password: Password) => ({ users: [{ username: 'admin', password }] });
remedy(
  'lambda-secret',
  'a secret that is the password alone',
  'use Password.generated, or Password.fromSecret with field "password"',
  trigger({}, userOf(Password.fromSecret('orders/admin'))),
  trigger({}, userOf(Password.fromSecret('orders/admin', { field: 'password' }))),
);
remedy(
  'lambda-key-arn',
  'the alias of a key',
  'give the ARN of the key, not its id or alias',
  trigger({ kmsKeyArn: 'alias/secrets' }),
  trigger({ kmsKeyArn: KEY }),
);
remedy(
  'lambda-batch',
  'a batch of nothing',
  'omit it for the default of Lambda',
  trigger({ batchSize: 0 }),
  trigger({}),
);
remedy(
  'lambda-network',
  'subnets without a way to Lambda',
  'make the BrokerVpc with lambdaEndpoints: true, or give the existing network interface endpoints or a NAT gateway',
  trigger({}, {}, false),
  trigger({}, {}, true),
);

// Metrics, alarms, dashboards and logs

const metric = (read: (made: SingleInstanceBroker) => unknown) => beside((_, made) => read(made));
remedy(
  'metric-engine',
  'a metric of RabbitMQ',
  'use HeapUsage, its nearest',
  metric((made) => made.metric(BrokerMetric.of('RabbitMQMemUsed'))),
  metric((made) => made.metric(BrokerMetric.of('HeapUsage'))),
);
remedy(
  'metric-destination',
  'a metric of queues for a topic',
  'use queueMetric, or another metric',
  metric((made) => made.topicMetric('orders', DestinationMetric.QUEUE_SIZE)),
  metric((made) => made.queueMetric('orders', DestinationMetric.QUEUE_SIZE)),
);
remedy(
  'metric-period',
  'a period of half minutes',
  'write 120',
  metric((made) => made.metric(BrokerMetric.HEAP_USAGE, { periodInSeconds: 90 })),
  metric((made) => made.metric(BrokerMetric.HEAP_USAGE, { periodInSeconds: 120 })),
);
remedy(
  'metric-destination-name',
  'a pattern of queues in a dimension',
  'name one destination; in a dashboard, leave the queues out to find all of them',
  metric((made) => made.queueMetric('orders.>', DestinationMetric.QUEUE_SIZE)),
  metric((made) => made.queueMetric('orders.in', DestinationMetric.QUEUE_SIZE)),
);
const alarmsOf = (
  stack: Stack,
  id: string,
  made: SingleInstanceBroker,
  props: Partial<BrokerAlarmsProps> = {},
): BrokerAlarms => {
  const topicArns = ['arn:aws:sns:eu-west-1:123456789012:operations'];
  return new BrokerAlarms(stack, id, { broker: made, topicArns, ...props });
};
const alarms = (props: Partial<BrokerAlarmsProps>) => beside((stack, made) => alarmsOf(stack, 'alarms', made, props));
remedy(
  'alarm-threshold',
  'more than the whole heap',
  'omit it for the default in docs/monitoring.md, or set enabled to false',
  alarms({ heapUsage: { threshold: 150 } }),
  alarms({ heapUsage: { enabled: false } }),
);
remedy(
  'alarm-minutes',
  'half a minute',
  'omit it for the default in docs/monitoring.md',
  alarms({ heapUsage: { minutes: 0.5 } }),
  alarms({ heapUsage: {} }),
);
remedy(
  'alarm-queue-unique',
  'one queue twice',
  'merge the two entries',
  alarms({ queues: [{ queueName: 'orders' }, { queueName: 'orders' }] }),
  alarms({ queues: [{ queueName: 'orders' }] }),
);
remedy(
  'alarm-name-unique',
  'alarms of one broker twice',
  'set another namePrefix',
  beside((stack, made) => ['alarms', 'more-alarms'].map((id) => alarmsOf(stack, id, made))),
  beside((stack, made) => ['alarms', 'more-alarms'].map((id) => alarmsOf(stack, id, made, { namePrefix: `${id}-` }))),
);
remedy(
  'alarm-topic-form',
  'the name of a topic',
  'give the ARN, not the name',
  alarms({ topicArns: ['operations'] }),
  alarms({ topicArns: ['arn:aws:sns:eu-west-1:123456789012:operations'] }),
);
const topic =
  (...emails: string[]): Build =>
  (stack) =>
    void new AlarmTopic(stack, 'topic', { emails });
remedy(
  'alarm-email-form',
  'two addresses in one text',
  'write the address alone, without a name; several addresses are several entries',
  topic('first@example.com, second@example.com'),
  topic('first@example.com', 'second@example.com'),
);
const encrypted =
  (kmsKeyArn: string): Build =>
  (stack) =>
    void new AlarmTopic(stack, 'topic', { emails: ['operations@example.com'], kmsKeyArn });
remedy(
  'alarm-key',
  'the AWS managed key of SNS',
  'give the ARN of a customer managed key that CloudWatch may use',
  encrypted('alias/aws/sns'),
  encrypted(KEY),
);
remedy(
  'alarm-receiver',
  'alarms that notify nobody',
  'give the ARN of an SNS topic, or e-mail addresses',
  alarms({ topicArns: undefined }),
  alarms({ topicArns: undefined, emails: ['operations@example.com'] }),
);
const dashboard = (props: Partial<BrokerDashboardProps>) =>
  beside((stack, made) => new BrokerDashboard(stack, 'dashboard', { broker: made, ...props }));
remedy(
  'dashboard-name-form',
  'a name with a space',
  'remove " "',
  dashboard({ dashboardName: 'my orders' }),
  dashboard({ dashboardName: 'myorders' }),
);
remedy(
  'dashboard-name-unique',
  'two dashboards of one broker',
  'set another dashboardName',
  beside((stack, made) => ['first', 'second'].map((id) => new BrokerDashboard(stack, id, { broker: made }))),
  beside((stack, made) =>
    ['first', 'second'].map((id) => new BrokerDashboard(stack, id, { broker: made, dashboardName: id })),
  ),
);
const queues = Array.from({ length: 501 }, (_, index) => `queue-${index}`);
remedy(
  'dashboard-queue-count',
  'more queues than a graph shows',
  'omit queues to find them by SEARCH, or make several dashboards',
  dashboard({ queues }),
  dashboard({}),
);
/** Eleven stacks, of which the last one has other logs than the others. */
const inElevenStacks =
  (logsOfLast: BrokerLogs): Build =>
  (stack) => {
    for (let index = 0; index < 10; index++) {
      const other = new TerraformStack(stack.node.root, `stack-${index}`);
      new AwsProvider(other, 'aws', { region: 'eu-west-1' });
      broker(other, {}, `orders-${index}`);
    }
    const network = new BrokerVpc(stack, 'vpc', { zones: ZoneCount.ONE, cidr: '10.9.0.0/24' });
    broker(stack, { network, logs: logsOfLast });
  };
remedy(
  'log-policy-count',
  'more log resource policies in an app than AWS allows',
  'set logs.resourcePolicy to false for the brokers of this stack, unless it has an account of its own',
  inElevenStacks({}),
  inElevenStacks({ resourcePolicy: false }),
);
const logGroups =
  (props: Partial<BrokerLogGroupsProps>): Build =>
  (stack) =>
    void new BrokerLogGroups(stack, 'logs', { brokerId: BROKER_ID, ...props });
remedy(
  'log-group-broker-id',
  'an id that only Terraform knows',
  'apply the broker first, then write its id here',
  (stack) => logGroups({ brokerId: broker(stack).brokerId })(stack),
  logGroups({ brokerId: BROKER_ID }),
);
remedy(
  'log-retention',
  'a time that CloudWatch Logs does not have',
  'write 60',
  logGroups({ retentionInDays: 42 }),
  logGroups({ retentionInDays: 60 }),
);
remedy(
  'log-group-key-arn',
  'an alias of a key',
  'give the ARN of the key, not of an alias',
  logGroups({ kmsKeyArn: 'alias/logs' }),
  logGroups({ kmsKeyArn: KEY }),
);

// Replicas in another Region

function replicaOf(stack: Stack, primary: ActiveMqBroker, provider: AwsProvider): void {
  const network = new BrokerVpc(stack, 'network-of-replica', { cidr: '10.1.0.0/24', provider });
  const { broker: made } = new ReplicaBroker(stack, 'replica', { primary, provider, network });
  made.allowFrom(CLIENTS, Protocol.OPENWIRE);
}
const replica =
  (west: string, users: BrokerUserProps[], more: Partial<ActiveStandbyBrokerProps> = {}): Build =>
  (stack) => {
    const [east, other] = [
      new AwsProvider(stack, 'east', { region: 'us-east-1', alias: 'east' }),
      new AwsProvider(stack, 'west', { region: west, alias: 'west' }),
    ];
    const primary = new ActiveStandbyBroker(stack, 'orders', {
      brokerName: 'orders',
      provider: east,
      users,
      ...more,
    });
    primary.allowFrom(CLIENTS, Protocol.OPENWIRE);
    replicaOf(stack, primary, other);
  };
const REPLICATED: BrokerUserProps[] = [{ username: 'replication', replicationUser: true }];
remedy(
  'replica-region',
  'a Region without replication',
  'use a provider of one of these Regions',
  replica('us-gov-west-1', REPLICATED),
  replica('us-west-2', REPLICATED),
);
remedy(
  'replica-user',
  'a primary without a replication user',
  'add { username: "replication", replicationUser: true } to the users of the primary',
  replica('us-west-2', [{ username: 'admin' }]),
  replica('us-west-2', [{ username: 'admin' }, { username: 'replication', replicationUser: true }]),
);
remedy(
  'replica-instance-type',
  'a primary of a small instance type',
  'use InstanceType.M5_LARGE for the primary',
  replica('us-west-2', REPLICATED, {
    instanceType: InstanceType.T3_MICRO,
    acknowledge: [{ code: 'standby-micro', reason: 'is another test' }],
  }),
  replica('us-west-2', REPLICATED, { instanceType: InstanceType.M5_LARGE }),
);
const mirroring =
  (useMirroredQueues?: boolean): Build =>
  (stack) => {
    const east = new AwsProvider(stack, 'of-configuration', { region: 'us-east-1', alias: 'configuration' });
    const document = ConfigurationDocument.define({ useMirroredQueues });
    const configuration = new BrokerConfiguration(stack, 'configuration', { document, provider: east });
    replica('us-west-2', REPLICATED, { configuration })(stack);
  };
remedy(
  'replica-mirrored-queues',
  'a primary that mirrors its queues',
  'remove useMirroredQueues from the document of the primary',
  mirroring(true),
  mirroring(),
);
const primaryOf =
  (make: (stack: Stack) => ActiveMqBroker): Build =>
  (stack) => {
    const west = new AwsProvider(stack, 'west', { region: 'us-west-2', alias: 'west' });
    const primary = make(stack);
    primary.allowFrom(CLIENTS, Protocol.OPENWIRE);
    replicaOf(stack, primary, west);
  };
const eastern = (stack: Stack) => new AwsProvider(stack, 'east', { region: 'us-east-1', alias: 'east' });
remedy(
  'replica-deployment',
  'a primary of a single instance',
  'use an ActiveStandbyBroker, or a StrictBroker',
  primaryOf(
    (stack) =>
      new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders', provider: eastern(stack), users: REPLICATED }),
  ),
  primaryOf(
    (stack) =>
      new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', provider: eastern(stack), users: REPLICATED }),
  ),
);
remedy(
  'replica-stack',
  'a primary of another stack',
  'create both brokers in one stack',
  primaryOf((stack) => {
    const other = new TerraformStack(stack.node.root, 'other');
    const provider = new AwsProvider(other, 'aws', { region: 'us-east-1' });
    return new ActiveStandbyBroker(other, 'orders', { brokerName: 'orders', provider, users: REPLICATED });
  }),
  primaryOf(
    (stack) =>
      new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', provider: eastern(stack), users: REPLICATED }),
  ),
);

// Networks of brokers

for (const row of [...NETWORK_REMEDIES, ...MOVE_REMEDIES]) remedy(...row);

describe.each(REMEDIES)('$code: $title', ({ code, remedy: text, wrong, right }) => {
  test('is one mistake, and its message ends with what to do', () => {
    const messages = reported(wrong);
    expect(messages.map(codeOf)).toEqual([code]);
    expect(messages[0].endsWith(`; ${text}`) ? text : messages[0]).toBe(text);
  });

  test('is gone when the remedy is followed, and nothing else is reported', () => {
    expect(reported(right)).toEqual([]);
  });
});

test('every rule has a remedy that is followed, here or in test/amazon-mq/rejections/broker-cases.ts', () => {
  const followed = new Set([...REMEDIES, ...BROKER_CASES].map(({ code }) => code));
  expect(RULES.map(({ code }) => code).filter((code) => !followed.has(code))).toEqual([]);
});
