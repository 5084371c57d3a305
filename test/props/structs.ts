import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformOutput } from 'cdktf';
import {
  ActiveMqBroker,
  type ActiveMqBrokerProps,
  ActiveStandbyBroker,
  AlarmTopic,
  BrokerAlarms,
  BrokerConfiguration,
  BrokerDashboard,
  BrokerLogGroups,
  BrokerMove,
  BrokerNetwork,
  BrokerSecurityGroup,
  BrokerVpc,
  ConnectionParameters,
  DayOfWeek,
  LambdaTrigger,
  MoveDashboard,
  MovePhase,
  NetworkAlarms,
  NetworkDashboard,
  NetworkOfBrokers,
  NetworkShape,
  Password,
  Peer,
  Protocol,
  ReplicaBroker,
  SingleInstanceBroker,
  StrictBroker,
} from 'cdktf-amazon-mq';
import { type Construct } from 'constructs';
import { LDAP } from '../support/directory';
import { OWN_STRUCTS } from './own-structs';

type Given = Record<string, never>;

/** Makes something with a struct, whose given props replace those that it has. */
export type Builder = (scope: Construct, given: Given) => void;

const LDAP_ACKNOWLEDGED = ['ldap-without-map', 'configuration-authentication-strategy'].map((code) => ({
  code,
  reason: 'the document is not what is tested',
}));

function standby(scope: Construct, props: Partial<ActiveMqBrokerProps>): ActiveStandbyBroker {
  const groups = { code: 'groups-without-map', reason: 'groups are not what is tested' };
  return new ActiveStandbyBroker(scope, 'orders', { brokerName: scope.node.id, acknowledge: [groups], ...props });
}

function user(scope: Construct, password: Password): void {
  standby(scope, { users: [{ username: 'shop', password }] });
}

function failoverUrl(scope: Construct, of: (broker: ActiveStandbyBroker) => string): void {
  new TerraformOutput(scope, 'url', { value: of(standby(scope, {})) });
}

function alarms(scope: Construct, props: object): BrokerAlarms {
  const topicArns = ['arn:aws:sns:eu-west-1:123456789012:alarms'];
  return new BrokerAlarms(scope, 'alarms', { broker: standby(scope, {}), topicArns, ...props });
}

/** A network of two brokers with props of its own, or with a first member that has some. */
function network(scope: Construct, props: object, first: object = {}): NetworkOfBrokers {
  const [a, b] = ['10.0.0.0/24', '10.1.0.0/24'].map((cidr, index) => {
    const vpc = new BrokerVpc(scope, `network-${index}`, { cidr }).inFirstZone();
    const brokerName = `${scope.node.id}-${index}`;
    return new SingleInstanceBroker(scope, `broker-${index}`, { brokerName, network: vpc });
  });
  const members = [
    { id: 'a', broker: a, ...first },
    { id: 'b', broker: b },
  ];
  return new NetworkOfBrokers(scope, `brokers-${scope.node.id}`, { members, ...props });
}

/** A move in whose phase the props reach everything that it makes. */
function move(scope: Construct, props: object): BrokerMove {
  const [from, to] = ['10.0.0.0/24', '10.1.0.0/24'].map((cidr, index) => {
    const vpc = new BrokerVpc(scope, `network-${index}`, { cidr }).inFirstZone();
    const brokerName = `${scope.node.id}-${index}`;
    return new SingleInstanceBroker(scope, `broker-${index}`, { brokerName, network: vpc });
  });
  return new BrokerMove(scope, 'move', { from, to, phase: MovePhase.SWITCHED, ...props });
}

const TRIGGER = { functionName: 'consumer', queueName: 'orders', username: 'admin', roleName: 'consumer-role' };

function strict(scope: Construct, props: object): void {
  const acknowledge = [{ code: 'groups-without-map', reason: 'groups are not what is tested' }];
  new StrictBroker(scope, 'orders', { brokerName: scope.node.id, tags: { team: 'shop' }, acknowledge, ...props });
}

/** A builder for each struct. */
export const STRUCTS: Readonly<Record<string, Builder>> = {
  ...OWN_STRUCTS,
  ActiveMqBrokerProps: standby,
  ActiveMqBrokerBaseProps: standby,
  ActiveStandbyBrokerProps: standby,
  SingleInstanceBrokerProps: (scope, given) =>
    new SingleInstanceBroker(scope, 'orders', { brokerName: scope.node.id, ...(given as object) }),
  BrokerUserProps: (scope, given) => standby(scope, { users: [{ username: 'shop', ...(given as object) }] }),
  BrokerUser: (scope, given) => standby(scope, { users: [{ username: 'shop', ...(given as object) }] }),
  RotatingUser: (scope, given) =>
    standby(scope, {
      rotatingUsers: [{ username: 'shop', rotation: 1, ...(given as object) }],
      applyImmediately: true,
    }),
  ReplicaBrokerProps: (scope, given) => {
    const users = [{ username: 'replication', replicationUser: true }];
    const provider = (region: string) =>
      new AwsProvider(scope, region, { region, alias: `${region}-${scope.node.id}` });
    new ReplicaBroker(scope, 'replica', {
      primary: standby(scope, { users, provider: provider('us-east-1') }),
      provider: provider('us-west-2'),
      brokerName: `${scope.node.id}-replica`,
      acknowledge: [{ code: 'groups-without-map', reason: 'groups are not what is tested' }],
      ...(given as object),
    });
  },
  GeneratedPasswordOptions: (scope, given) => user(scope, Password.generated(given)),
  SecretPasswordOptions: (scope, given) => user(scope, Password.fromSecret('orders/shop', given)),
  LdapServer: (scope, given) =>
    standby(scope, { ldap: { ...LDAP, ...(given as object) }, acknowledge: LDAP_ACKNOWLEDGED }),
  BrokerLogs: (scope, given) => standby(scope, { logs: given }),
  BrokerTimeouts: (scope, given) => standby(scope, { timeouts: given }),
  MaintenanceWindow: (scope, given) =>
    standby(scope, { maintenanceWindow: { dayOfWeek: DayOfWeek.MONDAY, timeOfDay: '03:00', ...(given as object) } }),
  ConnectionParametersProps: (scope, given) =>
    new ConnectionParameters(scope, 'parameters', {
      broker: standby(scope, {}),
      path: `/${scope.node.id}`,
      ...(given as object),
    }),
  BrokerAttributes: (scope, given) => {
    const name = 'brokerId' in given ? {} : { brokerName: 'orders' };
    ActiveMqBroker.fromAttributes(scope, 'existing', { ...name, ...(given as object) }).allowFrom(
      Peer.ipv4('10.0.0.0/8'),
      Protocol.AMQP,
    );
  },
  BrokerConfigurationProps: (scope, given) => new BrokerConfiguration(scope, 'configuration', given),
  BrokerConfigurationAttributes: (scope, given) => {
    const attributes = { configurationId: 'c-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f', revision: 1, ...(given as object) };
    standby(scope, { configuration: BrokerConfiguration.fromAttributes(scope, 'configuration', attributes) });
  },
  BrokerNetworkAttributes: (scope, given) => {
    const attributes = {
      vpcId: 'vpc-0a1b2c3d',
      subnetIds: ['subnet-0a1b2c3d', 'subnet-1a1b2c3d'],
      ...(given as object),
    };
    standby(scope, { network: BrokerNetwork.fromSubnetIds(scope, 'network', attributes) });
  },
  BrokerSecurityGroupProps: (scope, given) =>
    new BrokerSecurityGroup(scope, 'group', { vpcId: 'vpc-0a1b2c3d', ...(given as object) }),
  ExistingSecurityGroupOptions: (scope, given) =>
    BrokerSecurityGroup.fromSecurityGroupId(scope, 'group', 'sg-0a1b2c3d', given),
  BrokerVpcProps: (scope, given) => new BrokerVpc(scope, 'network', given),
  RuleAcknowledgement: (scope, given) =>
    new BrokerVpc(scope, 'network', { acknowledge: [{ code: 'tag-form', reason: 'a test', ...(given as object) }] }),
  MetaArguments: (scope, given) => new BrokerVpc(scope, 'network', given),
  OpenWireFailoverOptions: (scope, given) =>
    failoverUrl(scope, ({ endpoints }) => endpoints.openWire.failoverUrl(given)),
  OpenWireNestedOptions: (scope, given) =>
    failoverUrl(scope, ({ endpoints }) => endpoints.openWire.failoverUrl({ nested: given })),
  AmqpFailoverOptions: (scope, given) => failoverUrl(scope, ({ endpoints }) => endpoints.amqp.failoverUrl(given)),
  AmqpNestedOptions: (scope, given) =>
    failoverUrl(scope, ({ endpoints }) => endpoints.amqp.failoverUrl({ nested: given })),
  JmsOptions: (scope, given) => failoverUrl(scope, ({ endpoints }) => endpoints.amqp.failoverUrl({ jms: given })),
  AlarmTopicProps: (scope, given) =>
    new AlarmTopic(scope, 'topic', { emails: ['ops@example.com'], ...(given as object) }),
  AlarmOptions: (scope, given) => alarms(scope, { heapUsage: given }),
  BrokerAlarmsProps: (scope, given) => alarms(scope, { emails: ['ops@example.com'], ...(given as object) }),
  MonitoredQueue: (scope, given) => alarms(scope, { queues: [{ queueName: 'orders', ...(given as object) }] }),
  BrokerDashboardProps: (scope, given) =>
    new BrokerDashboard(scope, 'dashboard', { broker: standby(scope, {}), ...(given as object) }),
  LambdaTriggerProps: (scope, given) => {
    const broker = standby(scope, { network: new BrokerVpc(scope, 'network', { lambdaEndpoints: true }) });
    new LambdaTrigger(scope, 'trigger', { broker, ...TRIGGER, ...(given as object) });
  },
  BrokerMoveProps: move,
  MoveDashboardProps: (scope, given) =>
    new MoveDashboard(scope, 'dashboard', { move: move(scope, {}), ...(given as object) }),
  NetworkOfBrokersProps: network,
  NetworkAlarmsProps: (scope, given) =>
    new NetworkAlarms(scope, 'alarms', {
      network: network(scope, {}),
      emails: ['ops@example.com'],
      ...(given as object),
    }),
  NetworkDashboardProps: (scope, given) =>
    new NetworkDashboard(scope, 'dashboard', { network: network(scope, {}), ...(given as object) }),
  NetworkMember: (scope, given) => network(scope, {}, given),
  NetworkEdge: (scope, given) =>
    network(scope, { shape: NetworkShape.edges({ from: 'a', to: 'b', ...(given as object) }) }),
  StrictBrokerProps: strict,
  StrictUser: (scope, given) => strict(scope, { users: [{ username: 'shop', ...(given as object) }] }),
  BrokerLogGroupsProps: (scope, given) => {
    const brokerId = 'b-00000000-1111-2222-3333-444444444444';
    new BrokerLogGroups(scope, 'logs', { brokerId, ...(given as object) });
  },
};
