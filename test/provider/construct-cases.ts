import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { TerraformVariable } from 'cdktf';
import {
  ActiveStandbyBroker,
  AlarmTopic,
  AuthenticationStrategy,
  BrokerAlarms,
  BrokerConfiguration,
  BrokerDashboard,
  BrokerEncryption,
  BrokerLogGroups,
  BrokerMove,
  BrokerSecurityGroup,
  BrokerVpc,
  ConfigurationDocument,
  ConnectionParameters,
  DayOfWeek,
  EngineVersion,
  InstanceType,
  LambdaTrigger,
  type LdapServer,
  LogResourcePolicy,
  MoveDashboard,
  MovePhase,
  NetworkAlarms,
  NetworkDashboard,
  NetworkOfBrokers,
  NetworkShape,
  Password,
  Peer,
  Protocol,
  type RotatingUser,
  SingleInstanceBroker,
  StorageType,
  StrictBroker,
  ZoneCount,
} from 'cdktf-amazon-mq';
import { type Construct } from 'constructs';
import { PROTOCOLS } from '../../src/amazon-mq/protocol';

/** A broker whose log groups exist before. */
export const EXISTING_BROKER = 'b-0a1b2c3d-0a1b-4a1b-8a1b-0a1b2c3d4e5f';

const TAGS = { team: 'messaging' };
const WINDOW = { dayOfWeek: DayOfWeek.SUNDAY, timeOfDay: '03:00', timeZone: 'Asia/Seoul' };
const ALARM = { enabled: true, threshold: 60, minutes: 10 };
const FOR_LAMBDA = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

type Construction<P, T> = new (scope: Construct, id: string, props: P) => T;

/** Makes what cases need, and keeps in mind which props were given to which construct. */
export class Maker {
  readonly given = new Map<string, object[]>();

  constructor(readonly scope: Construct) {}

  make<P extends object, T extends Construct>(type: Construction<P, T>, props: P): T {
    const all = this.given.get(type.name) ?? [];
    this.given.set(type.name, [...all, props]);
    return new type(this.scope, `${type.name}-${all.length + 1}`, props);
  }

  /** What each construct can depend on. */
  get dependsOn(): [SsmParameter] {
    const made = this.scope.node.tryFindChild('first') as SsmParameter | undefined;
    return [
      made ?? new SsmParameter(this.scope, 'first', { name: this.scope.node.id, type: 'String', value: 'first' }),
    ];
  }

  vpc(zones = ZoneCount.ONE, lambdaEndpoints?: boolean): BrokerVpc {
    return new BrokerVpc(this.scope, 'network', { cidr: '10.60.0.0/24', zones, lambdaEndpoints });
  }

  broker(brokerName: string, network = this.vpc()): SingleInstanceBroker {
    return new SingleInstanceBroker(this.scope, 'broker', { brokerName, network });
  }

  network(): NetworkOfBrokers {
    const members = ['hub', 'spoke'].map((id, index) => {
      const network = new BrokerVpc(this.scope, `vpc-of-${id}`, {
        cidr: `10.7${3 + index}.0.0/24`,
        zones: ZoneCount.ONE,
      });
      return {
        id,
        broker: new SingleInstanceBroker(this.scope, id, { brokerName: `${this.scope.node.id}-${id}`, network }),
      };
    });
    return new NetworkOfBrokers(this.scope, 'network', { members, shape: NetworkShape.hubAndSpoke('hub') });
  }

  key(description: string): string {
    return new KmsKey(this.scope, `key-of-${description}`, { description }).arn;
  }

  ldap(): LdapServer {
    const password = { type: 'string', sensitive: true, default: 'Directory-Password-1' };
    return {
      hosts: ['ldap.example.com', 'ldap2.example.com'],
      roleBase: 'ou=roles',
      roleName: 'cn',
      roleSearchMatching: '(member={0})',
      roleSearchSubtree: true,
      serviceAccountUsername: 'cn=service',
      serviceAccountPassword: Password.fromVariable(new TerraformVariable(this.scope, 'ldap', password)),
      userBase: 'ou=users',
      userRoleName: 'memberOf',
      userSearchMatching: '(uid={0})',
      userSearchSubtree: true,
    };
  }
}

const LDAP_ACKNOWLEDGED = [{ code: 'ldap-without-map', reason: 'the document is not what is tested' }];

function rotating(broker: string, kmsKeyId: string): RotatingUser {
  return {
    username: 'rotated',
    rotation: 1,
    secretRotation: 1,
    groups: ['clients'],
    consoleAccess: true,
    secretName: `${broker}/rotated`,
    kmsKeyId,
    recoveryWindowInDays: 7,
    replicaRegions: ['us-east-1'],
  };
}

/** Each construct of the library by the name of its class, with every prop that it can be given. */
export const CONSTRUCT_CASES: Readonly<Record<string, (maker: Maker) => void>> = {
  ActiveStandbyBroker: (maker) => {
    const { scope, dependsOn } = maker;
    const network = maker.vpc(ZoneCount.TWO);
    const clients = new SecurityGroup(scope, 'clients', { vpcId: network.vpcId, name: 'clients' });
    const broker = maker.make(ActiveStandbyBroker, {
      brokerName: 'active-standby',
      engineVersion: EngineVersion.V5_19,
      instanceType: InstanceType.M5_LARGE,
      network,
      publiclyAccessible: false,
      securityGroup: new BrokerSecurityGroup(scope, 'group', { vpcId: network.vpcId }),
      additionalSecurityGroupIds: [clients.id],
      configuration: new BrokerConfiguration(scope, 'configuration', { name: 'active-standby' }),
      users: [
        { username: 'operator', groups: ['admins'], consoleAccess: true },
        { username: 'shop', password: Password.unsafePlainText('Plain-Password-1') },
        { username: 'replica', replicationUser: true },
        { username: 'guest', password: Password.generated({ secretName: 'guest', recoveryWindowInDays: 7 }) },
      ],
      rotatingUsers: [rotating('active-standby', maker.key('secrets'))],
      encryption: BrokerEncryption.customerManagedKey(maker.key('messages')),
      logs: { general: true, audit: true, resourcePolicy: false },
      maintenanceWindow: WINDOW,
      autoMinorVersionUpgrade: true,
      applyImmediately: true,
      timeouts: { create: '40m', update: '41m', delete: '42m' },
      tags: TAGS,
      deletionProtection: false,
      dependsOn,
      acknowledge: [{ code: 'groups-without-map', reason: 'the document is not what is tested' }],
    });
    broker.allowFrom(Peer.ipv4('10.0.0.0/8'), ...PROTOCOLS);
    broker.allowFrom(Peer.securityGroupId(clients.id), Protocol.OPENWIRE);
    broker.allowFrom(Peer.ipv6('2001:db8::/32'), Protocol.STOMP);
    const ldap = maker.ldap();
    maker.make(ActiveStandbyBroker, {
      brokerName: 'standby-of-a-directory',
      ldap,
      network,
      acknowledge: LDAP_ACKNOWLEDGED,
    });
  },
  SingleInstanceBroker: (maker) => {
    const { scope, dependsOn } = maker;
    const storageType = StorageType.EBS;
    const network = new BrokerVpc(scope, 'network', { zones: ZoneCount.ONE, storageType, internetFacing: true });
    const clients = new SecurityGroup(scope, 'clients', { vpcId: network.vpcId, name: 'clients' });
    maker.make(SingleInstanceBroker, {
      brokerName: 'single-instance',
      engineVersion: EngineVersion.V5_18,
      instanceType: InstanceType.M5_LARGE,
      storageType,
      publiclyAccessible: true,
      network,
      securityGroup: new BrokerSecurityGroup(scope, 'group', { vpcId: network.vpcId, publiclyAccessible: true }),
      additionalSecurityGroupIds: [clients.id],
      configuration: new BrokerConfiguration(scope, 'configuration', {
        name: 'single-instance',
        engineVersion: EngineVersion.V5_18,
        authenticationStrategy: AuthenticationStrategy.LDAP,
      }),
      ldap: maker.ldap(),
      encryption: BrokerEncryption.awsManagedKey(),
      logs: { general: false, audit: false, resourcePolicy: false },
      maintenanceWindow: WINDOW,
      autoMinorVersionUpgrade: true,
      applyImmediately: false,
      timeouts: { create: '40m', update: '41m', delete: '42m' },
      deletionProtection: false,
      tags: TAGS,
      dependsOn,
      acknowledge: LDAP_ACKNOWLEDGED,
    });
    maker.make(SingleInstanceBroker, {
      brokerName: 'of-its-own-users',
      users: [{ username: 'shop' }],
      rotatingUsers: [rotating('single-instance', maker.key('secrets'))],
      storageType,
      network,
    });
  },
  BrokerConfiguration: (maker) => {
    maker.make(BrokerConfiguration, {
      name: 'configuration',
      engineVersion: EngineVersion.V5_18,
      document: ConfigurationDocument.amazonDefault(),
      description: 'as AWS makes it',
      authenticationStrategy: AuthenticationStrategy.SIMPLE,
      tags: TAGS,
      dependsOn: maker.dependsOn,
    });
    maker.make(BrokerConfiguration, { namePrefix: 'prefixed', document: ConfigurationDocument.durable() });
  },
  BrokerSecurityGroup: (maker) => {
    const group = maker.make(BrokerSecurityGroup, {
      vpcId: maker.vpc().vpcId,
      namePrefix: 'clients-',
      description: 'clients of a broker',
      publiclyAccessible: true,
      tags: TAGS,
      dependsOn: maker.dependsOn,
    });
    group.allowFrom(Peer.ipv4('192.0.2.0/24'), Protocol.OPENWIRE);
    group.allowTo(Peer.ipv4('10.0.0.0/8'), 61617);
  },
  BrokerVpc: (maker) => {
    maker.make(BrokerVpc, {
      cidr: '10.70.0.0/20',
      subnetPrefixLength: 24,
      zones: ZoneCount.TWO,
      availabilityZones: ['eu-west-1a', 'eu-west-1c'],
      internetFacing: true,
      lambdaEndpoints: true,
      name: 'messages',
      tags: TAGS,
      dependsOn: maker.dependsOn,
    });
    maker.make(BrokerVpc, { instanceType: InstanceType.M5_LARGE, storageType: StorageType.EBS });
  },
  LogResourcePolicy: ({ scope }) => {
    LogResourcePolicy.of(scope);
  },
  ConnectionParameters: (maker) => {
    const broker = maker.broker('parameters');
    maker.make(ConnectionParameters, {
      broker,
      path: '/messaging/orders',
      secretArn: broker.user('admin').secretArn,
      securityGroupId: broker.securityGroup.securityGroupId,
      tags: TAGS,
      dependsOn: maker.dependsOn,
    });
  },
  AlarmTopic: (maker) => {
    maker.make(AlarmTopic, {
      emails: ['team@example.com'],
      topicName: 'alarms',
      kmsKeyArn: maker.key('alarms'),
      tags: TAGS,
      dependsOn: maker.dependsOn,
    });
  },
  BrokerAlarms: (maker) => {
    const broker = maker.broker('alarms');
    maker.make(BrokerAlarms, {
      broker,
      emails: ['team@example.com'],
      kmsKeyArn: maker.key('alarms'),
      namePrefix: 'orders',
      storeUsage: ALARM,
      tempUsage: ALARM,
      heapUsage: ALARM,
      cpuUtilization: ALARM,
      cpuCredits: ALARM,
      connections: ALARM,
      openTransactions: ALARM,
      journalFiles: ALARM,
      unconsumedMessages: { enabled: true, minutes: 20 },
      networkConnectors: { ...ALARM, threshold: 1 },
      silence: { enabled: true, minutes: 20 },
      queues: [{ queueName: 'orders', depth: ALARM, waitMinutes: ALARM, noConsumers: { enabled: true, minutes: 5 } }],
      deadLetterQueues: ['ActiveMQ.DLQ'],
      deadLetters: { enabled: true, threshold: 1, minutes: 5 },
      tags: TAGS,
      dependsOn: maker.dependsOn,
    });
    const topicArns = [new SnsTopic(maker.scope, 'topic', { name: 'of-the-team' }).arn];
    maker.make(BrokerAlarms, { broker, namePrefix: 'team', topicArns });
  },
  BrokerDashboard: (maker) => {
    const broker = maker.broker('dashboard');
    const alarms = new BrokerAlarms(maker.scope, 'alarms', { broker, emails: ['team@example.com'] });
    maker.make(BrokerDashboard, {
      broker,
      alarms,
      dashboardName: 'orders',
      queues: ['orders'],
      region: 'eu-west-1',
      dependsOn: maker.dependsOn,
    });
  },
  BrokerLogGroups: (maker) => {
    maker.make(BrokerLogGroups, {
      brokerId: EXISTING_BROKER,
      retentionInDays: 30,
      kmsKeyArn: maker.key('logs'),
      general: true,
      audit: true,
      deleteOnDestroy: true,
      tags: TAGS,
      dependsOn: maker.dependsOn,
    });
  },
  LambdaTrigger: (maker) => {
    const { scope, dependsOn } = maker;
    const role = new IamRole(scope, 'role', { name: 'consumer', assumeRolePolicy: FOR_LAMBDA });
    const consumer = new LambdaFunction(scope, 'function', {
      functionName: 'consumer',
      role: role.arn,
      packageType: 'Image',
      imageUri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/consumer:1',
      // moto answers a function in another form than AWS
      lifecycle: { ignoreChanges: 'all' },
    });
    maker.make(LambdaTrigger, {
      broker: maker.broker('lambda', maker.vpc(ZoneCount.ONE, true)),
      queueName: 'orders',
      username: 'admin',
      functionName: consumer.functionName,
      roleName: role.name,
      kmsKeyArn: maker.key('secrets'),
      batchSize: 50,
      maximumBatchingWindowInSeconds: 5,
      enabled: true,
      openNetwork: true,
      tags: TAGS,
      dependsOn,
    });
  },
  NetworkAlarms: (maker) => {
    const { scope, dependsOn } = maker;
    const network = maker.network();
    maker.make(NetworkAlarms, {
      network,
      members: ['spoke'],
      queues: ['orders'],
      emails: ['team@example.com'],
      kmsKeyArn: maker.key('alarms'),
      namePrefix: 'of-the-team-',
      connectors: { enabled: true, threshold: 1, minutes: 5 },
      waitingMessages: { enabled: true, threshold: 10, minutes: 5 },
      tags: TAGS,
      dependsOn,
    });
    const topicArns = [new SnsTopic(scope, 'topic', { name: 'of-the-team' }).arn];
    maker.make(NetworkAlarms, { network, topicArns });
  },
  NetworkDashboard: (maker) => {
    const network = maker.network();
    maker.make(NetworkDashboard, {
      network,
      members: ['hub', 'spoke'],
      alarms: new NetworkAlarms(maker.scope, 'alarms', {
        network,
        namePrefix: 'shown-',
        emails: ['team@example.com'],
      }),
      dashboardName: 'network',
      queues: ['orders'],
      region: 'eu-west-1',
      dependsOn: maker.dependsOn,
    });
  },
  NetworkOfBrokers: (maker) => {
    const [first, second] = ['10.71.0.0/24', '10.72.0.0/24'].map((cidr, index) => {
      const network = new BrokerVpc(maker.scope, `network-${index}`, { cidr, zones: ZoneCount.ONE });
      return new SingleInstanceBroker(maker.scope, `broker-${index}`, { brokerName: `member-${index}`, network });
    });
    maker.make(NetworkOfBrokers, {
      members: [
        { id: 'hub', broker: first, cidr: '10.71.0.0/24' },
        { id: 'spoke', broker: second },
      ],
      shape: NetworkShape.hubAndSpoke('hub'),
      username: 'connector',
      group: 'connectors',
      password: Password.generated({ secretName: 'connector' }),
      rotation: 1,
      ttl: 2,
      replayDelay: 2000,
      expireMessagesPeriod: 2000,
      updateClusterClients: true,
      networkName: 'orders',
      tags: TAGS,
      dependsOn: maker.dependsOn,
    });
  },
  BrokerMove: (maker) => {
    const [from, to] = ['10.73.0.0/24', '10.74.0.0/24'].map((cidr, index) => {
      const network = new BrokerVpc(maker.scope, `network-${index}`, { cidr, zones: ZoneCount.ONE });
      return new SingleInstanceBroker(maker.scope, `broker-${index}`, { brokerName: `moved-${index}`, network });
    });
    maker.make(BrokerMove, {
      from,
      to,
      phase: MovePhase.CREATE,
      username: 'drain',
      group: 'drains',
      password: Password.generated({ secretName: 'drain' }),
      fromCidr: '10.73.0.0/24',
      toCidr: '10.74.0.0/24',
      topicArns: ['arn:aws:sns:eu-west-1:123456789012:operators'],
      path: '/messaging/move',
      tags: TAGS,
      dependsOn: maker.dependsOn,
    });
  },
  MoveDashboard: (maker) => {
    const { scope, dependsOn } = maker;
    const network = maker.vpc();
    const [from, to] = ['left', 'entered'].map(
      (brokerName) => new SingleInstanceBroker(scope, brokerName, { brokerName, network }),
    );
    const move = new BrokerMove(scope, 'move', { from, to, phase: MovePhase.CREATE });
    maker.make(MoveDashboard, { move, dashboardName: 'move', region: 'eu-west-1', dependsOn });
  },
  StrictBroker: (maker) => {
    const { scope, dependsOn } = maker;
    maker.make(StrictBroker, {
      brokerName: 'strict',
      tags: TAGS,
      kmsKeyArn: maker.key('audit'),
      network: maker.vpc(ZoneCount.TWO),
      engineVersion: EngineVersion.V5_19,
      instanceType: InstanceType.M5_LARGE,
      configuration: new BrokerConfiguration(scope, 'configuration', { name: 'strict' }),
      users: [{ username: 'operator', groups: ['admins'], consoleAccess: true }],
      rotatingUsers: [{ username: 'shop', rotation: 1, secretRotation: 1 }],
      maintenanceWindow: WINDOW,
      dependsOn,
      acknowledge: [{ code: 'groups-without-map', reason: 'the document is not what is tested' }],
    });
    maker.make(StrictBroker, {
      brokerName: 'strict-by-default',
      tags: TAGS,
      ldap: maker.ldap(),
      acknowledge: LDAP_ACKNOWLEDGED,
    });
  },
};
