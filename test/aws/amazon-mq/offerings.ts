/**
 * What Amazon MQ offers: engine versions, instance types, deployment modes. Apart from src/, so that a wrong table there
 * is noticed.
 *
 * Sources: DescribeBrokerEngineTypes captured from AWS on 2026-09-30 (versions); developer guide, "Instance types" and
 * "Storage" for ActiveMQ, "Instance types" and "Version management" for RabbitMQ.
 */
export type Engine = 'ACTIVEMQ' | 'RABBITMQ';

interface Offering {
  /** Newest first, as the API lists them. */
  readonly versions: readonly string[];
  /** Automatic minor version upgrades must be on from this version on (API reference, `autoMinorVersionUpgrade`). */
  readonly autoMinorFrom: string;
  /** Instances, or nodes, of a broker by deployment mode. */
  readonly modes: Readonly<Record<string, number>>;
  readonly storageTypes: readonly string[];
  /** The engine's name as the API answers it and as its messages have it. */
  readonly name: string;
}

export const OFFERINGS: Readonly<Record<Engine, Offering>> = {
  ACTIVEMQ: {
    versions: ['5.19', '5.18'],
    autoMinorFrom: '5.18',
    modes: { SINGLE_INSTANCE: 1, ACTIVE_STANDBY_MULTI_AZ: 2 },
    storageTypes: ['EFS', 'EBS'],
    name: 'ActiveMQ',
  },
  RABBITMQ: {
    versions: ['4.3', '4.2', '3.13'],
    autoMinorFrom: '3.13',
    modes: { SINGLE_INSTANCE: 1, CLUSTER_MULTI_AZ: 3 },
    storageTypes: ['EBS'],
    name: 'RabbitMQ',
  },
};

/** One combination that a broker can be made of. */
export interface InstanceOption {
  readonly engine: Engine;
  readonly instanceType: string;
  readonly storageType: string;
  readonly modes: readonly string[];
  readonly versions: readonly string[];
}

const M5 = ['mq.m5.large', 'mq.m5.xlarge', 'mq.m5.2xlarge', 'mq.m5.4xlarge'];
const M7G = ['medium', 'large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge'].map(
  (size) => `mq.m7g.${size}`,
);
const ACTIVE = OFFERINGS.ACTIVEMQ;
const RABBIT = OFFERINGS.RABBITMQ;

export const INSTANCE_OPTIONS: readonly InstanceOption[] = [
  ...['mq.t3.micro', ...M5].map((instanceType): InstanceOption => ({
    engine: 'ACTIVEMQ',
    instanceType,
    storageType: 'EFS',
    modes: Object.keys(ACTIVE.modes),
    versions: ACTIVE.versions,
  })),
  ...M5.map((instanceType): InstanceOption => ({
    engine: 'ACTIVEMQ',
    instanceType,
    storageType: 'EBS',
    modes: ['SINGLE_INSTANCE'],
    versions: ACTIVE.versions,
  })),
  ...M5.map((instanceType): InstanceOption => ({
    engine: 'RABBITMQ',
    instanceType,
    storageType: 'EBS',
    modes: Object.keys(RABBIT.modes),
    versions: ['3.13'],
  })),
  ...M7G.map((instanceType): InstanceOption => ({
    engine: 'RABBITMQ',
    instanceType,
    storageType: 'EBS',
    modes: Object.keys(RABBIT.modes),
    versions: RABBIT.versions,
  })),
];

/** The Availability Zone, by its id, that has no Amazon MQ (issues of the provider: its tests leave it out). */
export const ZONES_WITHOUT_BROKERS = ['use1-az3'];

/** Regions with cross-region data replication (developer guide, "Cross-region data replication"). */
export const REPLICATION_REGIONS = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'];

/** Quotas (developer guide, "Quotas in Amazon MQ"; security groups: its page, not the 125 of the API). */
export const QUOTAS = {
  brokersPerRegion: 200,
  usersPerBroker: 250,
  groupsPerUser: 20,
  revisionsPerConfiguration: 300,
  securityGroupsPerBroker: 5,
  tagsPerResource: 50,
  maintenanceWindowChanges: 4,
};

export function engineOf(type: string): Engine {
  return type.toUpperCase() as Engine;
}

/** Whether a version is a later one, part by part: 4.10 is later than 4.9. */
export function isLater(version: string, other: string): boolean {
  const [a, b] = [version, other].map((text) => text.split('.').map(Number));
  const at = a.findIndex((part, index) => part !== (b[index] ?? 0));
  return at >= 0 && a[at] > (b[at] ?? 0);
}

/** Endpoints of one instance. Order and schemes of ActiveMQ: captured from AWS. */
export function endpointsOf(engine: Engine, version: string, host: string): string[] {
  if (engine === 'RABBITMQ')
    return [`amqps://${host}:5671`, ...(isLater(version, '4.1') ? [`https://${host}:16001`] : [])];
  return [
    `ssl://${host}:61617`,
    `amqp+ssl://${host}:5671`,
    `stomp+ssl://${host}:61614`,
    `mqtt+ssl://${host}:8883`,
    `wss://${host}:61619`,
  ];
}

/** Log groups that a broker makes in CloudWatch Logs (developer guide, "Logging"). RabbitMQ has one switch for all. */
export function logGroupsOf(engine: Engine, id: string, logs: { general: boolean; audit: boolean }): string[] {
  const kinds =
    engine === 'RABBITMQ'
      ? logs.general
        ? ['general', 'channel', 'connection', 'mirroring', 'queue', 'federation', 'upgrade']
        : []
      : (['general', 'audit'] as const).filter((kind) => logs[kind]);
  return kinds.map((kind) => `/aws/amazonmq/broker/${id}/${kind}`);
}
