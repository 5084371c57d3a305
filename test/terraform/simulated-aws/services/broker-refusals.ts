import { type Scope } from '../resource';
import { text } from '../value';
import { type CreateBroker, INSTANCES_OF_MODE, type Network, type NewUser } from './mq-broker-model';
import { type Configuration } from './mq-configurations';
import { type Refusal } from './mq-error';
import { INSTANCE_TYPES, offersBrokers, offersEbs } from './mq-offerings';

const REPLICATION_REGIONS = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'];
const AUTO_MINOR_REQUIRED_FROM = 5.18;
const USER_AND_GROUP_NAME = /^[0-9A-Za-z._~-]{2,100}$/;
const GROUPS_OF_USER = 20;

/** What Amazon MQ refuses of a new broker, in the order in which it looks. Texts that were not captured are ours. */
export function creationRefusals(
  input: CreateBroker,
  network: Network,
  configuration: Configuration | undefined,
  scope: Scope,
): Refusal[] {
  const mode = input.deploymentMode.toUpperCase();
  const storage = (input.storageType ?? 'EFS').toLowerCase();
  const strategy = (input.authenticationStrategy ?? 'simple').toLowerCase();
  const replicates = mode === 'ACTIVE_STANDBY_MULTI_AZ' && REPLICATION_REGIONS.includes(scope.region);
  return [
    [!/^[0-9A-Za-z_-]{1,50}$/.test(input.name), 'Make sure your Broker name only contains valid characters.'],
    ...engineVersionRefusals(
      input.engineVersion,
      input.autoMinorVersionUpgrade,
      scope.account.options.creatableEngineVersions,
    ),
    ...instanceTypeRefusals(input.hostInstanceType, storage),
    [
      storage === 'ebs' && mode !== 'SINGLE_INSTANCE',
      `Broker storage type [EBS] is not supported for deployment mode [${mode}].`,
    ],
    ...networkRefusals(input, network, scope),
    [
      input.encryption?.useAwsOwnedKey === true && input.encryption.kmsKeyId !== undefined,
      '[kmsKeyId] cannot be specified when [useAwsOwnedKey] is set to [true].',
    ],
    ...(input.maintenanceWindow ? timeRefusals(input.maintenanceWindow.timeOfDay) : []),
    ...input.users.flatMap(userRefusals),
    [
      configuration !== undefined && configuration.engineVersion !== input.engineVersion,
      `Configuration engine version [${configuration?.engineVersion}] must match broker engine version [${input.engineVersion}].`,
    ],
    [
      configuration !== undefined && configuration.authenticationStrategy !== strategy,
      `Configuration authentication strategy [${configuration?.authenticationStrategy}] must match the broker's [${strategy}].`,
    ],
    [
      (strategy === 'ldap') !== (input.ldap !== undefined),
      '[ldapServerMetadata] must be specified if and only if [authenticationStrategy] is [LDAP].',
    ],
    [
      input.dataReplicationMode === 'CRDR' && !replicates,
      `Data replication mode [CRDR] is not supported for deployment mode [${mode}] in region [${scope.region}].`,
    ],
  ];
}

function networkRefusals(input: CreateBroker, { subnetIds, securityGroups }: Network, scope: Scope): Refusal[] {
  const { account } = scope;
  const mode = input.deploymentMode.toUpperCase();
  const subnets = subnetIds.map((id) => account.objects('subnet').get(id) ?? {});
  const vpcIds = new Set(subnets.map(({ vpc_id }) => vpc_id));
  const zones = subnets.map(({ availability_zone }) => text(availability_zone));
  const gateways = [...account.objects('internet-gateway').values()];
  return [
    [
      subnetIds.length !== INSTANCES_OF_MODE[mode],
      `Deployment mode [${mode}] requires [${INSTANCES_OF_MODE[mode]}] subnets, [${subnetIds.length}] were given.`,
    ],
    ...securityGroupRefusals(securityGroups, scope),
    ...subnetIds.map((id): Refusal => [!account.objects('subnet').has(id), `Subnet [${id}] does not exist.`]),
    [vpcIds.size > 1, 'Subnets must belong to the same VPC.'],
    [new Set(zones).size < zones.length, 'Subnets must be in different Availability Zones.'],
    ...zones.map((zone, index): Refusal => [
      !offersBrokers(zone, scope),
      `Availability Zone [${zone}] of requested subnet [${subnetIds[index]}] does not support broker instance type ` +
        `[${input.hostInstanceType}]. Specify a subnet in a different Availability Zone.`,
    ]),
    [
      input.publiclyAccessible && !gateways.some(({ vpc_id }) => vpcIds.has(vpc_id)),
      'The VPC associated with the provided subnets must have an available internet gateway attachment.',
    ],
  ];
}

export function engineVersionRefusals(version: string, autoMinor: boolean, creatable: readonly string[]): Refusal[] {
  return [
    [
      !creatable.includes(version),
      `Broker engine version [${version}] is invalid for broker engine type [ACTIVEMQ]. Valid values: [${creatable.join(', ')}].`,
    ],
    [
      Number(version) >= AUTO_MINOR_REQUIRED_FROM && !autoMinor,
      `Brokers on [ActiveMQ] version [${version}] must have [autoMinorVersionUpgrade] set to [true].`,
    ],
  ];
}

export function instanceTypeRefusals(type: string, storage: string): Refusal[] {
  return [
    [!INSTANCE_TYPES.includes(type), `Broker instance type [${type}] is invalid for broker engine type [ACTIVEMQ].`],
    [storage === 'ebs' && !offersEbs(type), `Broker instance type [${type}] does not support storage type [EBS].`],
  ];
}

export function securityGroupRefusals(ids: string[], { account }: Scope): Refusal[] {
  return ids.map((id) => [!account.objects('security-group').has(id), `Security group [${id}] does not exist.`]);
}

export function timeRefusals(time: string): Refusal[] {
  return [
    [
      !/^([01]\d|2[0-3]):[0-5]\d$/.test(time),
      `Time [${time}] is invalid. Specify time in 24-hour format and use only numbers separated by a colon. Example: 13:05.`,
    ],
  ];
}

export function userRefusals({ username, password, consoleAccess, replicationUser, groups }: NewUser): Refusal[] {
  const isPassword = /^[^,:=]{12,250}$/.test(password) && new Set(password).size >= 4;
  return [
    [!USER_AND_GROUP_NAME.test(username), `Username [${username}] is invalid.`],
    [!isPassword, 'The password is invalid.'],
    [
      groups.length > GROUPS_OF_USER || !groups.every((group) => USER_AND_GROUP_NAME.test(group)),
      'The groups are invalid.',
    ],
    [
      replicationUser && consoleAccess,
      "Replication user couldn't have console access. [replicationUser] and [consoleAccess] are mutually exclusive parameters.",
    ],
  ];
}
