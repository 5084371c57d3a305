import { type Scope } from '../resource';
import { text } from '../value';
import { defaultVpc } from './default-vpc';
import {
  type Broker,
  type BrokerInstance,
  type CreateBroker,
  INSTANCES_OF_MODE,
  type MaintenanceWindow,
  type Network,
  type NewUser,
  type PendingChanges,
  type UpdateBroker,
  type User,
} from './mq-broker-model';
import { MqConfigurations } from './mq-configurations';
import { badRequest, conflict, notFound } from './mq-error';

/** The ports of a broker by the scheme of its endpoints. */
const PORTS: Readonly<Record<string, number>> = {
  ssl: 61617,
  'amqp+ssl': 5671,
  'stomp+ssl': 61614,
  'mqtt+ssl': 8883,
  wss: 61619,
};

/**
 * Simulates the brokers and users of Amazon MQ for ActiveMQ, and which changes wait for a reboot. Of what
 * Amazon MQ rejects it knows names that are taken and changes of a replica: the rest is proven with the real provider.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html
 */
export class MqBrokers {
  readonly #scope: Scope;
  readonly #configurations: MqConfigurations;

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#configurations = new MqConfigurations(scope);
  }

  create(input: CreateBroker): Broker {
    const { account, region } = this.#scope;
    const operation = 'CreateBroker';
    account.record(operation, input);
    if (input.engineType.toUpperCase() !== 'ACTIVEMQ')
      throw new Error(`the simulated Amazon MQ knows ActiveMQ only, not ${input.engineType}`);
    if (this.find(input.name))
      throw conflict(operation, 'This broker name already exists. Retry your request with another name.');
    const network = this.#networkOf(input);
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
        ? this.#configurations.revisionOf(input.configuration, operation)
        : this.#defaultConfiguration(input),
      encryption: input.encryption ?? { useAwsOwnedKey: true },
      ldap: input.ldap,
      logs: input.logs ?? { general: false, audit: false },
      maintenanceWindow: asKept(
        input.maintenanceWindow ?? { dayOfWeek: 'SUNDAY', timeOfDay: '18:00', timeZone: 'UTC' },
      ),
      users: input.users.map((user) => ({ ...user })),
      dataReplicationMode: input.dataReplicationMode ?? 'NONE',
      dataReplicationPrimaryBrokerArn: input.dataReplicationPrimaryBrokerArn,
      pending: {},
    };
    this.#all.set(id, broker);
    return broker;
  }

  describe(id: string): Broker | undefined {
    return this.#all.get(id);
  }

  find(name: string): Broker | undefined {
    return [...this.#all.values()].find((broker) => broker.name === name);
  }

  instances(broker: Broker): BrokerInstance[] {
    const { account, region } = this.#scope;
    return Array.from({ length: INSTANCES_OF_MODE[broker.deploymentMode] }, (_, index) => {
      const host = `${broker.id}-${index + 1}.mq.${region}.amazonaws.com`;
      return {
        consoleUrl: `https://${host}:8162`,
        endpoints: account.options.endpointOrder.map((scheme) => `${scheme}://${host}:${PORTS[scheme]}`),
        ipAddress: broker.publiclyAccessible ? '' : `10.0.${index}.10`,
      };
    });
  }

  /** What needs a reboot waits for it; the rest is changed now. */
  update(id: string, change: UpdateBroker): void {
    const operation = 'UpdateBroker';
    this.#scope.account.record(operation, { id, ...change });
    const broker = this.#existing(id, operation);
    const isReplica = broker.dataReplicationMode === 'CRDR' && broker.dataReplicationPrimaryBrokerArn !== undefined;
    const global = (['engineVersion', 'configuration', 'logs'] as const).find((name) => change[name] !== undefined);
    if (isReplica && global !== undefined)
      throw badRequest(
        operation,
        `Global broker attribute [Optional[${global}]] cannot be modified in Replica broker directly.`,
      );
    const { securityGroups, autoMinorVersionUpgrade, maintenanceWindow, configuration, ...waiting } = change;
    if (securityGroups && securityGroups.length > 0) broker.securityGroups = securityGroups;
    if (autoMinorVersionUpgrade !== undefined) broker.autoMinorVersionUpgrade = autoMinorVersionUpgrade;
    if (maintenanceWindow) broker.maintenanceWindow = asKept(maintenanceWindow);
    const pending: PendingChanges = {
      ...waiting,
      configuration: configuration && this.#configurations.revisionOf(configuration, operation),
    };
    Object.assign(broker.pending, withoutUndefined(pending));
  }

  reboot(id: string): void {
    const operation = 'RebootBroker';
    this.#scope.account.record(operation, { id });
    const broker = this.#existing(id, operation);
    Object.assign(broker, broker.pending, { pending: {} });
    broker.users = broker.users
      .filter((user) => user.pending?.change !== 'DELETE')
      .map(({ pending, ...user }) => ({ ...user, ...pending?.user }));
  }

  delete(id: string): void {
    this.#scope.account.record('DeleteBroker', { id });
    this.#all.delete(id);
  }

  createUser(brokerId: string, user: NewUser): void {
    const operation = 'CreateUser';
    this.#scope.account.record(operation, { brokerId, ...user });
    const { users } = this.#existing(brokerId, operation);
    const { username } = user;
    if (users.some((other) => other.username === username))
      throw conflict(operation, 'Retry your request with another username: this one exists.');
    const nothingYet = { password: '', consoleAccess: false, replicationUser: false, groups: [] };
    users.push({ username, ...nothingYet, pending: { change: 'CREATE', user } });
  }

  updateUser(brokerId: string, user: NewUser): void {
    const operation = 'UpdateUser';
    this.#scope.account.record(operation, { brokerId, ...user });
    this.#user(brokerId, user.username, operation).pending = { change: 'UPDATE', user };
  }

  deleteUser(brokerId: string, username: string): void {
    const operation = 'DeleteUser';
    this.#scope.account.record(operation, { brokerId, username });
    this.#user(brokerId, username, operation).pending = { change: 'DELETE' };
  }

  get #all(): Map<string, Broker> {
    return this.#scope.account.objects('mq-broker') as unknown as Map<string, Broker>;
  }

  #existing(id: string, operation: string): Broker {
    const broker = this.#all.get(id);
    if (!broker) throw notFound(operation, 'broker', id);
    return broker;
  }

  #user(brokerId: string, username: string, operation: string): User {
    const user = this.#existing(brokerId, operation).users.find((other) => other.username === username);
    if (!user) throw notFound(operation, 'user', username);
    return user;
  }

  /** The configuration that AWS makes for a broker that was given none. */
  #defaultConfiguration({ name, engineVersion }: CreateBroker): Broker['configuration'] {
    const configuration = { name: `${name}-configuration-${this.#scope.account.newUuid()}`, engineVersion };
    return { id: this.#configurations.create(configuration).id, revision: 1 };
  }

  /** What is left out of subnets and groups is the default VPC's. */
  #networkOf({ subnetIds, securityGroups, deploymentMode }: CreateBroker): Network {
    if (subnetIds.length > 0 && securityGroups.length > 0) return { subnetIds, securityGroups };
    const vpc = defaultVpc(this.#scope);
    const subnets = this.#scope.account.objects('subnet');
    const ofDefaultVpc = [...subnets.values()].filter(({ vpc_id }) => vpc_id === vpc.id).map(({ id }) => text(id));
    return {
      subnetIds:
        subnetIds.length > 0 ? subnetIds : ofDefaultVpc.slice(0, INSTANCES_OF_MODE[deploymentMode.toUpperCase()]),
      securityGroups: securityGroups.length > 0 ? securityGroups : [text(vpc.default_security_group_id)],
    };
  }
}

function asKept(window: MaintenanceWindow): MaintenanceWindow {
  return { ...window, dayOfWeek: window.dayOfWeek.toUpperCase() };
}

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
