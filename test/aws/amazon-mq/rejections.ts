import { type Neighbors, type Subnet } from '../neighbors';
import {
  type Broker,
  type Configuration,
  type CreateBroker,
  type MaintenanceWindow,
  type NewUser,
  type UpdateBroker,
} from './model';
import { badRequest, conflict, forbidden, type MqError } from './mq-error';
import {
  type Engine,
  engineOf,
  INSTANCE_OPTIONS,
  isLater,
  OFFERINGS,
  QUOTAS,
  REPLICATION_REGIONS,
  ZONES_WITHOUT_BROKERS,
} from './offerings';
import { type ReplicationRole } from './replication';

/**
 * Whether something is rejected, and with which answer: the first that is true is sent. The words of a `captured` one are
 * AWS's own, with the place where it was seen; what a `documented` one rejects is documented, and its words are ours.
 * Captures without another source: radkawar/stackd, testdata/aws/mq, a third party's record of a real account.
 */
type Rejection = readonly [isRejected: boolean, answer: MqError];

export function reject(rejections: readonly Rejection[]): void {
  const first = rejections.find(([isRejected]) => isRejected);
  if (first) throw first[1];
}

const captured = badRequest;
const documented = badRequest;

/** What is known of a network when a broker is to be put into it. */
export interface Network {
  readonly subnetIds: readonly string[];
  readonly securityGroups: readonly string[];
  readonly subnets: readonly Subnet[];
}

export function creationRejections(
  input: CreateBroker,
  { brokers, region }: { brokers: readonly Broker[]; region: string },
): Rejection[] {
  const engine = engineOf(input.engineType);
  const { versions, name, modes, storageTypes } = OFFERINGS[engine];
  const version = input.engineVersion ?? versions[0];
  const storage = (input.storageType ?? storageTypes[0]).toUpperCase();
  const strategy = (input.authenticationStrategy ?? 'simple').toLowerCase();
  return [
    // captured, us-east-1, 2026-09-28
    [
      !/^[0-9A-Za-z_-]{1,50}$/.test(input.brokerName),
      captured('Make sure your Broker name only contains valid characters.', 'brokerName'),
    ],
    // API reference, HTTP 409 of CreateBroker
    [
      brokers.some((broker) => broker.name === input.brokerName),
      conflict('This broker name already exists. Retry your request with another name.', 'brokerName'),
    ],
    [
      brokers.length >= QUOTAS.brokersPerRegion,
      forbidden(`The number of brokers is limited to [${QUOTAS.brokersPerRegion}] in this Region.`),
    ],
    ...versionRejections(engine, version, versions),
    ...autoMinorRejections(engine, version, input.autoMinorVersionUpgrade ?? true),
    [
      modes[input.deploymentMode] === undefined,
      documented(
        `Broker engine type [${name}] does not support deployment mode [${input.deploymentMode}].`,
        'deploymentMode',
      ),
    ],
    ...instanceTypeRejections(engine, input.hostInstanceType, version),
    [
      !INSTANCE_OPTIONS.some(
        (option) =>
          option.engine === engine &&
          option.instanceType === input.hostInstanceType &&
          option.storageType === storage &&
          option.modes.includes(input.deploymentMode),
      ),
      documented(
        `Storage type [${storage}] is not supported for [${name}], [${input.hostInstanceType}] and [${input.deploymentMode}].`,
        'storageType',
      ),
    ],
    // terraform-provider-aws#25985
    [
      engine === 'RABBITMQ' && input.publiclyAccessible && (input.securityGroups ?? []).length > 0,
      captured(
        'Broker with [publiclyAccessible] set to true does not support specifying [securityGroups]',
        'securityGroups',
      ),
    ],
    // terraform-provider-aws#41374
    [
      engine === 'RABBITMQ' && strategy !== 'config_managed' && (input.users ?? []).length !== 1,
      captured('Specify exactly one user for engine type [RABBITMQ].', 'users'),
    ],
    [
      engine === 'ACTIVEMQ' && (input.users ?? []).length === 0 && strategy !== 'ldap',
      documented('Specify at least one user for engine type [ACTIVEMQ].', 'users'),
    ],
    [
      (input.users ?? []).length > QUOTAS.usersPerBroker,
      documented(`A broker has at most [${QUOTAS.usersPerBroker}] users.`, 'users'),
    ],
    // pulumi/pulumi#7165
    [
      engine === 'RABBITMQ' && input.logs?.audit === true,
      captured('Audit logs are not supported for RabbitMQ brokers.', 'logs.audit'),
    ],
    ...(input.users ?? []).flatMap((user) => userRejections(engine, user)),
    ...(input.maintenanceWindowStartTime ? windowRejections(input.maintenanceWindowStartTime) : []),
    [
      input.encryptionOptions?.useAwsOwnedKey === true && input.encryptionOptions.kmsKeyId !== undefined,
      documented('[kmsKeyId] cannot be specified when [useAwsOwnedKey] is [true].', 'encryptionOptions'),
    ],
    [
      (strategy === 'ldap') !== (input.ldapServerMetadata !== undefined),
      documented(
        '[ldapServerMetadata] must be specified if and only if [authenticationStrategy] is [LDAP].',
        'ldapServerMetadata',
      ),
    ],
    ...(input.ldapServerMetadata ? ldapRejections(input.ldapServerMetadata) : []),
    [
      input.dataReplicationMode === 'CRDR' &&
        (input.deploymentMode !== 'ACTIVE_STANDBY_MULTI_AZ' ||
          !REPLICATION_REGIONS.includes(region) ||
          !input.hostInstanceType.startsWith('mq.m5.')),
      documented(
        `Data replication mode [CRDR] is not supported for [${input.hostInstanceType}] and [${input.deploymentMode}] in Region [${region}].`,
        'dataReplicationMode',
      ),
    ],
    ...tagRejections(input.tags ?? {}),
  ];
}

/** Rejections that need to know what the broker is given: its configuration, and its network. */
export async function placementRejections(
  input: CreateBroker,
  network: Network,
  configuration: Configuration | undefined,
  neighbors: Neighbors,
): Promise<Rejection[]> {
  const engine = engineOf(input.engineType);
  const version = input.engineVersion ?? OFFERINGS[engine].versions[0];
  const strategy = (input.authenticationStrategy ?? 'simple').toLowerCase();
  const instances = engine === 'RABBITMQ' ? undefined : OFFERINGS.ACTIVEMQ.modes[input.deploymentMode];
  const { subnets, subnetIds } = network;
  const vpcs = new Set(subnets.map(({ vpcId }) => vpcId));
  const zones = subnets.map(({ zone }) => zone);
  const withoutBrokers = subnets.find(({ zoneId }) => ZONES_WITHOUT_BROKERS.includes(zoneId));
  const hasGateway = input.publiclyAccessible && (await neighbors.hasInternetGateway([...vpcs][0] ?? ''));
  const unknownGroup = await neighbors.unknownSecurityGroup(network.securityGroups);
  const unknownSubnet = subnetIds.find((id) => !subnets.some((subnet) => subnet.id === id));
  return [
    [
      configuration !== undefined && configuration.engineVersion !== version,
      documented(
        `Configuration engine version [${configuration?.engineVersion}] must match broker engine version [${version}].`,
        'configuration',
      ),
    ],
    [
      configuration !== undefined && configuration.authenticationStrategy !== strategy,
      documented(
        `Configuration authentication strategy [${configuration?.authenticationStrategy}] must match the broker's [${strategy}].`,
        'configuration',
      ),
    ],
    [unknownSubnet !== undefined, documented(`Subnet [${unknownSubnet}] cannot be found.`, 'subnetIds')],
    [unknownGroup !== undefined, documented(`Security group [${unknownGroup}] cannot be found.`, 'securityGroups')],
    [
      network.securityGroups.length > QUOTAS.securityGroupsPerBroker,
      documented(`A broker has at most [${QUOTAS.securityGroupsPerBroker}] security groups.`, 'securityGroups'),
    ],
    // issues of the provider and of others
    [vpcs.size > 1, captured('Subnets must belong to the same VPC.', 'subnetIds')],
    [
      instances !== undefined && subnetIds.length !== instances,
      documented(
        `Deployment mode [${input.deploymentMode}] requires [${instances}] subnets: [${subnetIds.length}] were given.`,
        'subnetIds',
      ),
    ],
    [
      engine === 'RABBITMQ' && input.deploymentMode === 'SINGLE_INSTANCE' && subnetIds.length > 1,
      documented('Deployment mode [SINGLE_INSTANCE] requires [1] subnet.', 'subnetIds'),
    ],
    [new Set(zones).size < zones.length, documented('Subnets must be in different Availability Zones.', 'subnetIds')],
    // aws/serverless-application-model#3045
    [
      withoutBrokers !== undefined,
      captured(
        `Availability Zone [${withoutBrokers?.zone}] of requested subnet [${withoutBrokers?.id}] does not support broker ` +
          `instance type [${input.hostInstanceType}]. Specify a subnet in a different Availability Zone.`,
        'subnetIds',
      ),
    ],
    // captured, us-east-1, 2026-09-29
    [
      engine === 'ACTIVEMQ' && input.publiclyAccessible && !hasGateway,
      captured(
        'The VPC associated with the provided subnets must have an available internet gateway attachment.',
        'subnetIds',
      ),
    ],
  ];
}

/** Developer guide, "Deleting a CRDR broker": a pair is unpaired first. The text is not captured. */
export function deletionRejections({ id }: Broker, role: ReplicationRole | undefined): Rejection[] {
  return [
    [role !== undefined, badRequest(`Broker [${id}] cannot be deleted while its data replication mode is [CRDR].`)],
  ];
}

export function updateRejections(broker: Broker, input: UpdateBroker, role: ReplicationRole | undefined): Rejection[] {
  const { engine } = broker;
  const { name, versions } = OFFERINGS[engine];
  const version = input.engineVersion ?? broker.engineVersion;
  const global = (['engineVersion', 'configuration', 'logs'] as const).find((key) => input[key] !== undefined);
  return [
    [
      broker.state !== 'RUNNING',
      badRequest(`Broker [${broker.id}] is in state [${broker.state}] and cannot be updated.`),
    ],
    // terraform-provider-aws#38241
    [
      role === 'REPLICA' && global !== undefined,
      captured(`Global broker attribute [Optional[${global}]] cannot be modified in Replica broker directly.`),
    ],
    // terraform-provider-aws#33514
    [
      engine === 'RABBITMQ' && input.securityGroups !== undefined,
      captured('Changing security groups is not supported for RabbitMQ brokers.', 'securityGroups'),
    ],
    [
      engine === 'RABBITMQ' && input.logs?.audit === true,
      captured('Audit logs are not supported for RabbitMQ brokers.', 'logs.audit'),
    ],
    ...versionRejections(engine, version, [...versions, broker.engineVersion]),
    [
      isLater(broker.engineVersion, version),
      documented(`Broker engine version cannot be downgraded from [${broker.engineVersion}] to [${version}].`),
    ],
    [
      engine === 'RABBITMQ' && version === '4.3' && broker.engineVersion === '3.13',
      documented(`Broker engine version [4.3] cannot be reached from [${broker.engineVersion}].`, 'engineVersion'),
    ],
    ...autoMinorRejections(engine, version, input.autoMinorVersionUpgrade ?? broker.autoMinorVersionUpgrade),
    ...instanceTypeRejections(engine, input.hostInstanceType ?? broker.hostInstanceType, version),
    [
      input.hostInstanceType !== undefined &&
        !INSTANCE_OPTIONS.some(
          (option) =>
            option.engine === engine &&
            option.instanceType === input.hostInstanceType &&
            option.storageType === broker.storageType.toUpperCase() &&
            option.modes.includes(broker.deploymentMode),
        ),
      documented(
        `Storage type [${broker.storageType.toUpperCase()}] is not supported for [${name}] and [${input.hostInstanceType}].`,
        'hostInstanceType',
      ),
    ],
    ...(input.maintenanceWindowStartTime ? windowRejections(input.maintenanceWindowStartTime) : []),
    // captured, us-east-1, 2026-09-29; the end of the sentence was cut off there
    [
      input.maintenanceWindowStartTime !== undefined &&
        broker.maintenanceWindowChanges >= QUOTAS.maintenanceWindowChanges,
      captured(`Maintenance window cannot be modified greater than ${QUOTAS.maintenanceWindowChanges} times.`),
    ],
    ...(input.ldapServerMetadata ? ldapRejections(input.ldapServerMetadata) : []),
  ];
}

/** Captured, us-east-1, 2026-09-30. */
export function versionRejections(engine: Engine, version: string, valid: readonly string[]): Rejection[] {
  return [
    [
      !valid.includes(version),
      captured(
        `Broker engine version [${version}] is invalid for broker engine type [${engine}]. ` +
          `Valid values: [${OFFERINGS[engine].versions.join(', ')}].`,
        'engineVersion',
      ),
    ],
  ];
}

/** aws-controllers-k8s/community#2427. */
function autoMinorRejections(engine: Engine, version: string, autoMinor: boolean): Rejection[] {
  const { name, autoMinorFrom } = OFFERINGS[engine];
  return [
    [
      !autoMinor && !isLater(autoMinorFrom, version),
      captured(
        `Brokers on [${name}] version [${version}] must have [autoMinorVersionUpgrade] set to [true].`,
        'autoMinorVersionUpgrade',
      ),
    ],
  ];
}

function instanceTypeRejections(engine: Engine, instanceType: string, version: string): Rejection[] {
  const options = INSTANCE_OPTIONS.filter((option) => option.engine === engine && option.instanceType === instanceType);
  const { name } = OFFERINGS[engine];
  return [
    // public repositories that met it with mq.t3.micro after 2026
    [
      options.length === 0,
      captured(
        `Broker engine type [${name}] does not support host instance type [${instanceType}].`,
        'hostInstanceType',
      ),
    ],
    [
      !options.some(({ versions }) => versions.includes(version)),
      documented(
        `Broker engine version [${version}] does not support host instance type [${instanceType}].`,
        'hostInstanceType',
      ),
    ],
  ];
}

/** Captured, us-east-1, 2026-09-29. */
function windowRejections({ timeOfDay }: MaintenanceWindow): Rejection[] {
  return [
    [
      !/^([01]\d|2[0-3]):[0-5]\d$/.test(timeOfDay),
      captured(
        `Time [${timeOfDay}] is invalid. Specify time in 24-hour format and use only numbers separated by a colon. Example: 13:05.`,
        'maintenanceWindowStartTime',
      ),
    ],
  ];
}

export function userRejections(engine: Engine, user: NewUser): Rejection[] {
  const { username, password = '', groups = [] } = user;
  const name = engine === 'RABBITMQ' ? /^[0-9A-Za-z._-]{2,100}$/ : /^[0-9A-Za-z._~-]{2,100}$/;
  return [
    [
      !name.test(username) || (engine === 'RABBITMQ' && username === 'guest'),
      documented(`Username [${username}] is invalid.`, 'username'),
    ],
    [
      !/^[^,:=]{12,250}$/.test(password) || new Set(password).size < 4,
      documented(
        'Password must have 12 to 250 characters, 4 of them different, and no comma, colon or equals sign.',
        'password',
      ),
    ],
    [
      groups.length > QUOTAS.groupsPerUser || !groups.every((group) => /^[0-9A-Za-z._~-]{2,100}$/.test(group)),
      documented('Groups must be at most 20 names of 2 to 100 characters.', 'groups'),
    ],
    // terraform-provider-aws#32446
    [
      user.replicationUser === true && user.consoleAccess === true,
      captured(
        "Replication user couldn't have console access. [replicationUser] and [consoleAccess] are mutually exclusive parameters.",
      ),
    ],
  ];
}

function ldapRejections(ldap: Record<string, unknown>): Rejection[] {
  const hosts = (ldap.hosts ?? []) as readonly string[];
  return [
    [
      hosts.length < 1 || hosts.length > 2 || hosts.some((host) => /[:/]/.test(host)),
      documented('[hosts] must be one or two host names without scheme and port.', 'ldapServerMetadata.hosts'),
    ],
  ];
}

export function tagRejections(tags: Record<string, string>): Rejection[] {
  return [
    [
      Object.keys(tags).length > QUOTAS.tagsPerResource,
      documented(`A resource has at most [${QUOTAS.tagsPerResource}] tags.`, 'tags'),
    ],
  ];
}
