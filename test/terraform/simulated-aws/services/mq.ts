import type { Scope } from '../resource';
import { AwsError } from '../aws-error';
import { text, type Value, type Values } from '../value';
import { defaultVpc } from './default-vpc';
import { asStored, type SanitizationWarning } from './configuration-document';

/** A user of a broker, with what waits for the next reboot. */
export interface User {
  readonly username: string;
  password: string;
  consoleAccess: boolean;
  replicationUser: boolean;
  groups: string[];
  pending?: { change: 'CREATE' | 'UPDATE' | 'DELETE'; user?: NewUser };
}

export interface NewUser {
  readonly username: string;
  readonly password: string;
  readonly consoleAccess: boolean;
  readonly replicationUser: boolean;
  readonly groups: string[];
}

export interface ConfigurationId {
  readonly id: string;
  /** Left out, the latest. */
  readonly revision?: number;
}

export interface Logs {
  readonly general: boolean;
  readonly audit: boolean;
}

export interface MaintenanceWindow {
  readonly dayOfWeek: string;
  readonly timeOfDay: string;
  readonly timeZone: string;
}

export interface CreateBroker {
  readonly name: string;
  readonly engineType: string;
  readonly engineVersion: string;
  readonly hostInstanceType: string;
  readonly deploymentMode: string;
  readonly storageType?: string;
  readonly authenticationStrategy?: string;
  readonly autoMinorVersionUpgrade: boolean;
  readonly publiclyAccessible: boolean;
  readonly subnetIds: string[];
  readonly securityGroups: string[];
  readonly configuration?: ConfigurationId;
  readonly encryption?: { readonly useAwsOwnedKey: boolean; readonly kmsKeyId?: string };
  readonly ldap?: Values;
  readonly logs?: Logs;
  readonly maintenanceWindow?: MaintenanceWindow;
  readonly users: NewUser[];
  readonly dataReplicationMode?: string;
  readonly dataReplicationPrimaryBrokerArn?: string;
}

/** What a broker is made to use at its next reboot. */
interface PendingChanges {
  configuration?: Required<ConfigurationId>;
  logs?: Logs;
  engineVersion?: string;
  hostInstanceType?: string;
  dataReplicationMode?: string;
}

export interface Broker {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly engineType: string;
  engineVersion: string;
  hostInstanceType: string;
  readonly deploymentMode: string;
  readonly storageType: string;
  readonly authenticationStrategy: string;
  autoMinorVersionUpgrade: boolean;
  readonly publiclyAccessible: boolean;
  readonly subnetIds: string[];
  securityGroups: string[];
  configuration: Required<ConfigurationId>;
  readonly encryption: { readonly useAwsOwnedKey: boolean; readonly kmsKeyId?: string };
  readonly ldap?: Values;
  logs: Logs;
  maintenanceWindow: MaintenanceWindow;
  maintenanceWindowChanges: number;
  users: User[];
  dataReplicationMode: string;
  readonly dataReplicationPrimaryBrokerArn?: string;
  readonly pending: PendingChanges;
}

export interface Configuration {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly engineType: string;
  readonly engineVersion: string;
  readonly authenticationStrategy: string;
  readonly revisions: { readonly description: string; readonly data: string }[];
}

export interface BrokerInstance {
  readonly consoleUrl: string;
  readonly endpoints: string[];
  readonly ipAddress: string;
}

/** The ports of a broker by the scheme of its endpoints. */
const PORTS: Readonly<Record<string, number>> = {
  ssl: 61617,
  'amqp+ssl': 5671,
  'stomp+ssl': 61614,
  'mqtt+ssl': 8883,
  wss: 61619,
};

const SUBNETS_OF_MODE: Readonly<Record<string, number>> = { SINGLE_INSTANCE: 1, ACTIVE_STANDBY_MULTI_AZ: 2 };
const INSTANCE_TYPES = ['mq.t3.micro', 'mq.m5.large', 'mq.m5.xlarge', 'mq.m5.2xlarge', 'mq.m5.4xlarge'];
const REPLICATION_REGIONS = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'];
const AUTO_MINOR_REQUIRED_FROM = 5.18;
const MAINTENANCE_WINDOW_CHANGES = 4;

/**
 * Simulates the API of Amazon MQ as far as ActiveMQ brokers use it: its refusals, the changes that wait for a reboot, and
 * what it makes of a document.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html
 */
export class AmazonMq {
  readonly #scope: Scope;

  public constructor(scope: Scope) {
    this.#scope = scope;
  }

  public createBroker(input: CreateBroker): Broker {
    const { account, region } = this.#scope;
    account.record('CreateBroker', input);
    const network = this.#network(input);
    this.#refuseBroker(input, network);
    const id = `b-${account.newUuid()}`;
    const broker: Broker = {
      id,
      arn: account.arn('mq', region, `broker:${input.name}:${id}`),
      name: input.name,
      engineType: 'ActiveMQ',
      engineVersion: input.engineVersion,
      hostInstanceType: input.hostInstanceType,
      deploymentMode: input.deploymentMode.toUpperCase(),
      storageType: (input.storageType ?? 'EFS').toLowerCase(),
      authenticationStrategy: (input.authenticationStrategy ?? 'simple').toLowerCase(),
      autoMinorVersionUpgrade: input.autoMinorVersionUpgrade,
      publiclyAccessible: input.publiclyAccessible,
      ...network,
      configuration: input.configuration
        ? this.#configurationOf(input.configuration, 'CreateBroker')
        : { id: this.#defaultConfiguration(input).id, revision: 1 },
      encryption: input.encryption ?? { useAwsOwnedKey: true },
      ldap: input.ldap,
      logs: input.logs ?? { general: false, audit: false },
      maintenanceWindow: input.maintenanceWindow
        ? { ...input.maintenanceWindow, dayOfWeek: input.maintenanceWindow.dayOfWeek.toUpperCase() }
        : { dayOfWeek: 'SUNDAY', timeOfDay: '18:00', timeZone: 'UTC' },
      maintenanceWindowChanges: 0,
      users: input.users.map((user) => ({ ...user })),
      dataReplicationMode: input.dataReplicationMode ?? 'NONE',
      dataReplicationPrimaryBrokerArn: input.dataReplicationPrimaryBrokerArn,
      pending: {},
    };
    this.#brokers.set(id, broker);
    return broker;
  }

  public describeBroker(id: string): Broker | undefined {
    return this.#brokers.get(id);
  }

  public findBroker(name: string): Broker | undefined {
    return [...this.#brokers.values()].find((broker) => broker.name === name);
  }

  public instances(broker: Broker): BrokerInstance[] {
    const { account, region } = this.#scope;
    return Array.from({ length: SUBNETS_OF_MODE[broker.deploymentMode] }, (_, index) => {
      const host = `${broker.id}-${index + 1}.mq.${region}.amazonaws.com`;
      return {
        consoleUrl: `https://${host}:8162`,
        endpoints: account.options.endpointOrder.map((scheme) => `${scheme}://${host}:${PORTS[scheme]}`),
        ipAddress: broker.publiclyAccessible ? '' : `10.0.${index}.10`,
      };
    });
  }

  public updateBroker(
    id: string,
    change: {
      securityGroups?: string[];
      configuration?: ConfigurationId;
      logs?: Logs;
      engineVersion?: string;
      hostInstanceType?: string;
      autoMinorVersionUpgrade?: boolean;
      maintenanceWindow?: MaintenanceWindow;
      dataReplicationMode?: string;
    },
  ): void {
    this.#scope.account.record('UpdateBroker', { id, ...change });
    const broker = this.#broker(id, 'UpdateBroker');
    const { securityGroups, configuration, logs, engineVersion, hostInstanceType, maintenanceWindow } = change;
    const isReplica = broker.dataReplicationMode === 'CRDR' && broker.dataReplicationPrimaryBrokerArn !== undefined;
    const global = Object.entries({ engineVersion, configuration, logs }).find(([, value]) => value !== undefined);
    if (isReplica && global)
      this.#refuse(
        'UpdateBroker',
        `Global broker attribute [Optional[${global[0]}]] cannot be modified in Replica broker directly.`,
      );
    if (engineVersion !== undefined) {
      this.#refuseEngineVersion(engineVersion, broker.autoMinorVersionUpgrade, 'UpdateBroker', [broker.engineVersion]);
      if (Number(engineVersion) < Number(broker.engineVersion))
        this.#refuse(
          'UpdateBroker',
          `Broker engine version cannot be downgraded from [${broker.engineVersion}] to [${engineVersion}].`,
        );
    }
    if (hostInstanceType !== undefined) this.#refuseInstanceType(hostInstanceType, broker.storageType, 'UpdateBroker');
    if (maintenanceWindow) {
      this.#refuseTime(maintenanceWindow.timeOfDay, 'UpdateBroker');
      if (++broker.maintenanceWindowChanges > MAINTENANCE_WINDOW_CHANGES)
        this.#refuse(
          'UpdateBroker',
          `Maintenance window cannot be modified greater than ${MAINTENANCE_WINDOW_CHANGES} times.`,
        );
      broker.maintenanceWindow = { ...maintenanceWindow, dayOfWeek: maintenanceWindow.dayOfWeek.toUpperCase() };
    }
    if (securityGroups && securityGroups.length > 0) {
      this.#refuseSecurityGroups(securityGroups, 'UpdateBroker');
      broker.securityGroups = securityGroups;
    }
    if (change.autoMinorVersionUpgrade !== undefined) {
      this.#refuseEngineVersion(broker.engineVersion, change.autoMinorVersionUpgrade, 'UpdateBroker', [
        broker.engineVersion,
      ]);
      broker.autoMinorVersionUpgrade = change.autoMinorVersionUpgrade;
    }
    Object.assign(broker.pending, {
      ...(configuration && { configuration: this.#configurationOf(configuration, 'UpdateBroker') }),
      ...(logs && { logs }),
      ...(engineVersion !== undefined && { engineVersion }),
      ...(hostInstanceType !== undefined && { hostInstanceType }),
      ...(change.dataReplicationMode !== undefined && { dataReplicationMode: change.dataReplicationMode }),
    });
  }

  public createUser(brokerId: string, user: NewUser): void {
    this.#scope.account.record('CreateUser', { brokerId, ...user });
    const broker = this.#broker(brokerId, 'CreateUser');
    this.#refuseUser(user, 'CreateUser');
    const { username } = user;
    if (broker.users.some((other) => other.username === username))
      throw this.#error(
        'CreateUser',
        409,
        'ConflictException',
        'Retry your request with another username: this one exists.',
      );
    const nothingYet = { password: '', consoleAccess: false, replicationUser: false, groups: [] };
    broker.users.push({ username, ...nothingYet, pending: { change: 'CREATE', user } });
  }

  public updateUser(brokerId: string, user: NewUser): void {
    this.#scope.account.record('UpdateUser', { brokerId, ...user });
    this.#refuseUser(user, 'UpdateUser');
    this.#user(brokerId, user.username, 'UpdateUser').pending = { change: 'UPDATE', user };
  }

  public deleteUser(brokerId: string, username: string): void {
    this.#scope.account.record('DeleteUser', { brokerId, username });
    this.#user(brokerId, username, 'DeleteUser').pending = { change: 'DELETE' };
  }

  public rebootBroker(id: string): void {
    this.#scope.account.record('RebootBroker', { id });
    const broker = this.#broker(id, 'RebootBroker');
    const { pending } = broker;
    Object.assign(broker, pending);
    for (const name of Object.keys(pending) as (keyof PendingChanges)[]) delete pending[name];
    broker.users = broker.users
      .filter((user) => user.pending?.change !== 'DELETE')
      .map(({ pending: waiting, ...user }) => ({ ...user, ...waiting?.user }));
  }

  public deleteBroker(id: string): void {
    this.#scope.account.record('DeleteBroker', { id });
    this.#brokers.delete(id);
  }

  public createConfiguration(input: {
    name: string;
    engineType: string;
    engineVersion: string;
    authenticationStrategy?: string;
  }): Configuration {
    const { account, region } = this.#scope;
    account.record('CreateConfiguration', input);
    const { name, engineVersion } = input;
    if (!/^[0-9A-Za-z._~-]{1,150}$/.test(name))
      this.#refuse('CreateConfiguration', 'Make sure your Configuration name only contains valid characters.');
    if ([...this.#configurations.values()].some((other) => other.name === name))
      throw this.#error(
        'CreateConfiguration',
        409,
        'ConflictException',
        'This configuration name already exists. Retry your request with another configuration name.',
      );
    const id = `c-${account.newUuid()}`;
    const configuration: Configuration = {
      id,
      arn: account.arn('mq', region, `configuration:${id}`),
      name,
      engineType: 'ActiveMQ',
      engineVersion,
      authenticationStrategy: (input.authenticationStrategy ?? 'simple').toLowerCase(),
      revisions: [
        { description: `Auto-generated default for ${name} on ActiveMQ ${engineVersion}`, data: DEFAULT_DOCUMENT },
      ],
    };
    this.#configurations.set(id, configuration);
    return configuration;
  }

  public describeConfiguration(id: string): Configuration | undefined {
    return this.#configurations.get(id);
  }

  /** Makes a new revision, and says what was dropped on the way; nothing dropped is an error. */
  public updateConfiguration(id: string, data: string, description?: string): SanitizationWarning[] {
    this.#scope.account.record('UpdateConfiguration', { id, data, description });
    const configuration = this.#configurations.get(id);
    if (!configuration)
      throw this.#error('UpdateConfiguration', 404, 'NotFoundException', `Can't find requested configuration [${id}].`);
    let stored;
    try {
      stored = asStored(data, configuration.engineVersion, strategyOf(configuration));
    } catch (error) {
      throw this.#error(
        'UpdateConfiguration',
        400,
        'BadRequestException',
        `The configuration data is invalid: ${(error as Error).message}`,
      );
    }
    configuration.revisions.push({ description: description ?? '', data: stored.document });
    this.#scope.account.record('UpdateConfiguration answered', { id, warnings: stored.warnings });
    return stored.warnings;
  }

  get #brokers(): Map<string, Broker> {
    return this.#scope.account.objects('mq-broker') as unknown as Map<string, Broker>;
  }

  get #configurations(): Map<string, Configuration> {
    return this.#scope.account.objects('mq-configuration') as unknown as Map<string, Configuration>;
  }

  #broker(id: string, operation: string): Broker {
    const broker = this.#brokers.get(id);
    if (!broker) throw this.#error(operation, 404, 'NotFoundException', `Can't find requested broker [${id}].`);
    return broker;
  }

  #user(brokerId: string, username: string, operation: string): User {
    const user = this.#broker(brokerId, operation).users.find((other) => other.username === username);
    if (!user) throw this.#error(operation, 404, 'NotFoundException', `Can't find requested user [${username}].`);
    return user;
  }

  #configurationOf({ id, revision }: ConfigurationId, operation: string): Required<ConfigurationId> {
    const configuration = this.#configurations.get(id);
    if (!configuration)
      throw this.#error(operation, 404, 'NotFoundException', `Can't find requested configuration [${id}].`);
    const latest = configuration.revisions.length;
    if (revision !== undefined && (revision < 1 || revision > latest))
      throw this.#error(
        operation,
        404,
        'NotFoundException',
        `Can't find requested configuration revision [${revision}].`,
      );
    return { id, revision: revision ?? latest };
  }

  /** The configuration that AWS makes for a broker that was given none; its name may be in use. */
  #defaultConfiguration({ name, engineType, engineVersion }: CreateBroker): Configuration {
    return this.createConfiguration({
      name: `${name}-configuration-${this.#scope.account.newUuid()}`,
      engineType,
      engineVersion,
    });
  }

  /** What AWS puts a broker into where subnets or groups are left out: the default VPC, if there is one. */
  #network({ subnetIds, securityGroups, deploymentMode }: CreateBroker): {
    subnetIds: string[];
    securityGroups: string[];
  } {
    if (subnetIds.length > 0 && securityGroups.length > 0) return { subnetIds, securityGroups };
    const vpc = defaultVpc(this.#scope);
    if (!vpc)
      throw this.#error(
        'CreateBroker',
        400,
        'BadRequestException',
        'Default VPC not found. Subnet and/or security group IDs may be omitted only if a default VPC exists.',
      );
    const subnets = [...this.#scope.account.objects('subnet').values()].filter(({ vpc_id }) => vpc_id === vpc.id);
    const isInDefaultVpc = (kind: string) => (id: string) =>
      this.#scope.account.objects(kind).get(id)?.vpc_id === vpc.id;
    if (!subnetIds.every(isInDefaultVpc('subnet')) || !securityGroups.every(isInDefaultVpc('security-group')))
      this.#refuse(
        'CreateBroker',
        'Subnets and security groups must belong to the default VPC when only one is provided.',
      );
    return {
      subnetIds:
        subnetIds.length > 0 ? subnetIds : subnets.slice(0, SUBNETS_OF_MODE[deploymentMode]).map(({ id }) => text(id)),
      securityGroups: securityGroups.length > 0 ? securityGroups : [text(vpc.default_security_group_id)],
    };
  }

  #refuseBroker(
    input: CreateBroker,
    { subnetIds, securityGroups }: { subnetIds: string[]; securityGroups: string[] },
  ): void {
    const { account, region } = this.#scope;
    const refuse = (message: string) => this.#refuse('CreateBroker', message);
    if (input.engineType.toUpperCase() !== 'ACTIVEMQ')
      throw new Error(`the simulated Amazon MQ knows ActiveMQ only, not ${input.engineType}`);
    if (!/^[0-9A-Za-z_-]{1,50}$/.test(input.name)) refuse('Make sure your Broker name only contains valid characters.');
    if (this.findBroker(input.name))
      throw this.#error(
        'CreateBroker',
        409,
        'ConflictException',
        'This broker name already exists. Retry your request with another name.',
      );
    this.#refuseEngineVersion(input.engineVersion, input.autoMinorVersionUpgrade, 'CreateBroker', []);
    const mode = input.deploymentMode.toUpperCase();
    const storage = (input.storageType ?? 'EFS').toLowerCase();
    this.#refuseInstanceType(input.hostInstanceType, storage, 'CreateBroker');
    if (storage === 'ebs' && mode !== 'SINGLE_INSTANCE')
      refuse(`Broker storage type [EBS] is not supported for deployment mode [${mode}].`);
    if (new Set(subnetIds).size !== SUBNETS_OF_MODE[mode])
      refuse(
        `Deployment mode [${mode}] requires [${SUBNETS_OF_MODE[mode]}] subnets, [${subnetIds.length}] were given.`,
      );
    this.#refuseSecurityGroups(securityGroups, 'CreateBroker');
    const subnets = subnetIds.map((id) => {
      const subnet = account.objects('subnet').get(id);
      if (!subnet) throw this.#error('CreateBroker', 400, 'BadRequestException', `Subnet [${id}] does not exist.`);
      return subnet;
    });
    if (new Set(subnets.map(({ vpc_id }) => vpc_id)).size > 1) refuse('Subnets must belong to the same VPC.');
    const zones = subnets.map(({ availability_zone }) => text(availability_zone));
    if (new Set(zones).size < zones.length) refuse('Subnets must be in different Availability Zones.');
    zones.forEach((zone, index) => {
      if (account.options.zonesWithoutBrokers.includes(zone.slice(region.length)))
        refuse(
          `Availability Zone [${zone}] of requested subnet [${subnetIds[index]}] does not support broker instance type ` +
            `[${input.hostInstanceType}]. Specify a subnet in a different Availability Zone.`,
        );
    });
    const vpcId = subnets[0].vpc_id;
    const gateways = [...account.objects('internet-gateway').values()];
    if (input.publiclyAccessible && !gateways.some((gateway) => gateway.vpc_id === vpcId))
      refuse('The VPC associated with the provided subnets must have an available internet gateway attachment.');
    if (input.encryption?.useAwsOwnedKey && input.encryption.kmsKeyId)
      refuse('[kmsKeyId] cannot be specified when [useAwsOwnedKey] is set to [true].');
    if (input.maintenanceWindow) this.#refuseTime(input.maintenanceWindow.timeOfDay, 'CreateBroker');
    for (const user of input.users) this.#refuseUser(user, 'CreateBroker');
    const configuration = input.configuration && this.#configurations.get(input.configuration.id);
    if (configuration && configuration.engineVersion !== input.engineVersion)
      refuse(
        `Configuration engine version [${configuration.engineVersion}] must match broker engine version [${input.engineVersion}].`,
      );
    const strategy = (input.authenticationStrategy ?? 'simple').toLowerCase();
    if (configuration && configuration.authenticationStrategy !== strategy)
      refuse(
        `Configuration authentication strategy [${configuration.authenticationStrategy}] must match the broker's [${strategy}].`,
      );
    if ((strategy === 'ldap') !== (input.ldap !== undefined))
      refuse('[ldapServerMetadata] must be specified if and only if [authenticationStrategy] is [LDAP].');
    if (
      input.dataReplicationMode === 'CRDR' &&
      (mode !== 'ACTIVE_STANDBY_MULTI_AZ' || !REPLICATION_REGIONS.includes(region))
    )
      refuse(`Data replication mode [CRDR] is not supported for deployment mode [${mode}] in region [${region}].`);
  }

  #refuseEngineVersion(version: string, autoMinor: boolean, operation: string, alsoAllowed: string[]): void {
    const { creatableEngineVersions } = this.#scope.account.options;
    if (![...creatableEngineVersions, ...alsoAllowed].includes(version))
      this.#refuse(
        operation,
        `Broker engine version [${version}] is invalid for broker engine type [ACTIVEMQ]. Valid values: [${creatableEngineVersions.join(', ')}].`,
      );
    if (Number(version) >= AUTO_MINOR_REQUIRED_FROM && !autoMinor)
      this.#refuse(
        operation,
        `Brokers on [ActiveMQ] version [${version}] must have [autoMinorVersionUpgrade] set to [true].`,
      );
  }

  #refuseInstanceType(type: string, storage: string, operation: string): void {
    if (!INSTANCE_TYPES.includes(type))
      this.#refuse(operation, `Broker instance type [${type}] is invalid for broker engine type [ACTIVEMQ].`);
    if (storage === 'ebs' && !type.startsWith('mq.m5.'))
      this.#refuse(operation, `Broker instance type [${type}] does not support storage type [EBS].`);
  }

  #refuseSecurityGroups(ids: string[], operation: string): void {
    const unknown = ids.find((id) => !this.#scope.account.objects('security-group').has(id));
    if (unknown !== undefined) this.#refuse(operation, `Security group [${unknown}] does not exist.`);
  }

  #refuseTime(time: string, operation: string): void {
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
      this.#refuse(
        operation,
        `Time [${time}] is invalid. Specify time in 24-hour format and use only numbers separated by a colon. Example: 13:05.`,
      );
  }

  #refuseUser({ username, password, consoleAccess, replicationUser, groups }: NewUser, operation: string): void {
    const name = /^[0-9A-Za-z._~-]{2,100}$/;
    if (!name.test(username)) this.#refuse(operation, `Username [${username}] is invalid.`);
    if (!/^[^,:=]{12,250}$/.test(password) || new Set(password).size < 4)
      this.#refuse(operation, 'The password is invalid.');
    if (groups.length > 20 || !groups.every((group) => name.test(group)))
      this.#refuse(operation, 'The groups are invalid.');
    if (replicationUser && consoleAccess)
      this.#refuse(
        operation,
        "Replication user couldn't have console access. [replicationUser] and [consoleAccess] are mutually exclusive parameters.",
      );
  }

  #refuse(operation: string, message: string): never {
    throw this.#error(operation, 400, 'BadRequestException', message);
  }

  #error(operation: string, status: number, exception: string, message: string): AwsError {
    return new AwsError(`mq: ${operation}`, status, exception, message);
  }
}

function strategyOf({ authenticationStrategy }: Configuration): 'simple' | 'ldap' {
  return authenticationStrategy === 'ldap' ? 'ldap' : 'simple';
}

/** Stands for the document AWS makes revision 1 of: idle queues and topics are deleted. */
const DEFAULT_DOCUMENT =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<broker schedulePeriodForDestinationPurge="10000" xmlns="http://activemq.apache.org/schema/core"><destinationPolicy>' +
  '<policyMap><policyEntries><policyEntry gcInactiveDestinations="true" inactiveTimoutBeforeGC="600000" topic="&gt;">' +
  '<pendingMessageLimitStrategy><constantPendingMessageLimitStrategy limit="1000"/></pendingMessageLimitStrategy>' +
  '</policyEntry><policyEntry gcInactiveDestinations="true" inactiveTimoutBeforeGC="600000" queue="&gt;"/>' +
  '</policyEntries></policyMap></destinationPolicy></broker>';

/** The zones of a region in which an instance type is offered. */
export function zonesWithBrokers({ account, region }: Scope): string[] {
  const { zoneLetters, zonesWithoutBrokers } = account.options;
  return zoneLetters.filter((letter) => !zonesWithoutBrokers.includes(letter)).map((letter) => region + letter);
}

/** What Amazon MQ offers, as the data source of the provider lists it: engine in upper case, storage in lower case. */
export function instanceOptions(scope: Scope): Values[] {
  return INSTANCE_TYPES.flatMap((type) =>
    (type.startsWith('mq.m5.') ? ['ebs', 'efs'] : ['efs']).map((storage) => ({
      availability_zones: zonesWithBrokers(scope).map((name): Value => ({ name })),
      engine_type: 'ACTIVEMQ',
      host_instance_type: type,
      storage_type: storage,
      supported_deployment_modes:
        storage === 'ebs' ? ['SINGLE_INSTANCE'] : ['ACTIVE_STANDBY_MULTI_AZ', 'SINGLE_INSTANCE'],
      supported_engine_versions: [...scope.account.options.creatableEngineVersions],
    })),
  );
}
