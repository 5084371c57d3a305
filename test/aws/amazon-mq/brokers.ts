import { createConfiguration, revisionOf } from './configurations';
import { type Broker, type CreateBroker, type Logs, type RebootChanges, type UpdateBroker, type User } from './model';
import { badRequest } from './mq-error';
import { endpointsOf, engineOf, isLater, logGroupsOf, OFFERINGS } from './offerings';
import { page, type Region, type Scope } from './region';
import {
  creationRejections,
  deletionRejections,
  type Network,
  placementRejections,
  reject,
  updateRejections,
} from './rejections';
import { replicationMetadata, roleOf } from './replication';
import { asUser } from './users';

export async function createBroker(input: CreateBroker, scope: Scope): Promise<Record<string, unknown>> {
  const { region, neighbors } = scope;
  const repeated = [...region.brokers.values()].find(
    ({ creatorRequestId }) => creatorRequestId !== undefined && creatorRequestId === input.creatorRequestId,
  );
  if (repeated) return { brokerArn: repeated.arn, brokerId: repeated.id };

  reject(creationRejections(input, { brokers: [...region.brokers.values()], region: region.name }));
  const given = input.configuration && revisionOf(input.configuration, region);
  const network = await networkOf(input, scope);
  const configuration = given && region.configurations.get(given.id);
  reject(await placementRejections(input, network, configuration, neighbors));

  const engine = engineOf(input.engineType);
  const { versions, storageTypes } = OFFERINGS[engine];
  const id = region.newId('b');
  const engineVersion = input.engineVersion ?? versions[0];
  const interfaces = [];
  for (const subnet of engine === 'ACTIVEMQ' ? network.subnetIds : [])
    interfaces.push(await neighbors.createInterface(id, subnet, network.securityGroups));
  const logs = { general: false, audit: false, ...input.logs };
  const broker: Broker = {
    id,
    arn: region.arn(`broker:${input.brokerName}:${id}`),
    name: input.brokerName,
    created: new Date().toISOString(),
    creatorRequestId: input.creatorRequestId,
    engine,
    engineVersion,
    hostInstanceType: input.hostInstanceType,
    deploymentMode: input.deploymentMode,
    storageType: (input.storageType ?? storageTypes[0]).toLowerCase(),
    authenticationStrategy: (input.authenticationStrategy ?? 'simple').toLowerCase(),
    autoMinorVersionUpgrade: input.autoMinorVersionUpgrade ?? true,
    publiclyAccessible: input.publiclyAccessible,
    subnetIds: network.subnetIds,
    securityGroups: network.securityGroups,
    encryptionOptions: input.encryptionOptions ?? { useAwsOwnedKey: true },
    ldapServerMetadata: input.ldapServerMetadata,
    logs,
    maintenanceWindow: { timeZone: 'UTC', ...(input.maintenanceWindowStartTime ?? defaultWindow()) },
    maintenanceWindowChanges: 0,
    users: (input.users ?? []).map(asUser),
    tags: { ...input.tags },
    dataReplicationMode: input.dataReplicationMode ?? 'NONE',
    dataReplicationPrimaryBrokerArn: input.dataReplicationPrimaryBrokerArn,
    configuration: given ?? defaultConfiguration(input, engineVersion, scope),
    state: 'CREATION_IN_PROGRESS',
    next: {
      at: Date.now() + region.settings.durations.creation,
      state: scope.failsCreation() ? 'CREATION_FAILED' : 'RUNNING',
    },
    pending: {},
    history: [],
    interfaces,
  };
  region.brokers.set(id, broker);
  await makeLogGroups(broker, scope);
  return { brokerArn: broker.arn, brokerId: id };
}

/** What needs a reboot waits for it; the rest is changed now. */
export async function updateBroker(
  { 'broker-id': id, ...input }: UpdateBroker & { 'broker-id': string },
  scope: Scope,
): Promise<Record<string, unknown>> {
  const { region, neighbors } = scope;
  const broker = region.broker(id);
  reject(updateRejections(broker, input, roleOf(broker, scope)));
  const unknownGroup = await neighbors.unknownSecurityGroup(input.securityGroups ?? []);
  reject([[unknownGroup !== undefined, badRequest(`Security group [${unknownGroup}] cannot be found.`)]]);
  const wanted: Partial<RebootChanges> = {
    ...(input.authenticationStrategy && { authenticationStrategy: input.authenticationStrategy.toLowerCase() }),
    ...(input.configuration && { configuration: revisionOf(input.configuration, region) }),
    ...(input.dataReplicationMode && { dataReplicationMode: input.dataReplicationMode }),
    ...(input.engineVersion && { engineVersion: input.engineVersion }),
    ...(input.hostInstanceType && { hostInstanceType: input.hostInstanceType }),
    ...(input.ldapServerMetadata && { ldapServerMetadata: input.ldapServerMetadata }),
    ...(input.logs && { logs: { ...broker.logs, ...input.logs } }),
  };
  broker.pending = Object.fromEntries(
    Object.entries({ ...broker.pending, ...wanted }).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(broker[name as keyof RebootChanges]),
    ),
  );
  // a broker has at least one group: an empty list, which the provider sends, changes nothing
  if (input.securityGroups && input.securityGroups.length > 0) {
    broker.securityGroups = input.securityGroups;
    for (const each of broker.interfaces) await neighbors.changeGroups(each.id, input.securityGroups);
  }
  broker.autoMinorVersionUpgrade = input.autoMinorVersionUpgrade ?? broker.autoMinorVersionUpgrade;
  if (input.maintenanceWindowStartTime) {
    broker.maintenanceWindow = { timeZone: 'UTC', ...input.maintenanceWindowStartTime };
    broker.maintenanceWindowChanges++;
  }
  const { autoMinorVersionUpgrade, securityGroups, maintenanceWindow } = broker;
  return {
    brokerId: id,
    autoMinorVersionUpgrade,
    securityGroups,
    maintenanceWindowStartTime: maintenanceWindow,
    ...omitPassword(wanted),
  };
}

export async function rebootBroker(
  { 'broker-id': id }: { 'broker-id': string },
  scope: Scope,
): Promise<Record<string, unknown>> {
  const broker = scope.region.broker(id);
  reject([[broker.state !== 'RUNNING', badRequest(`Broker [${id}] is in state [${broker.state}].`)]]);
  await applyPending(broker, scope);
  broker.state = 'REBOOT_IN_PROGRESS';
  broker.next = { at: Date.now() + scope.region.settings.durations.reboot, state: 'RUNNING' };
  return {};
}

/** What a reboot and the maintenance window do: everything that waits comes true. */
export async function applyPending(broker: Broker, scope: Scope): Promise<void> {
  if (broker.pending.configuration && broker.configuration) broker.history.push(broker.configuration);
  Object.assign(broker, broker.pending);
  broker.pending = {};
  broker.users = broker.users
    .filter(({ pending }) => pending?.change !== 'DELETE')
    .map(({ pending, ...user }) => pending?.user ?? user);
  await makeLogGroups(broker, scope);
}

export async function deleteBroker(
  { 'broker-id': id }: { 'broker-id': string },
  scope: Scope,
): Promise<Record<string, unknown>> {
  const { region, neighbors } = scope;
  const broker = region.broker(id);
  reject(deletionRejections(broker, roleOf(broker, scope)));
  if (broker.state !== 'DELETION_IN_PROGRESS') {
    broker.state = 'DELETION_IN_PROGRESS';
    broker.next = { at: Date.now() + region.settings.durations.deletion, state: undefined };
    for (const each of broker.interfaces) await neighbors.deleteInterface(each.id);
  }
  return { brokerId: id };
}

export function listBrokers(
  input: { maxResults?: number; nextToken?: string },
  { region }: Scope,
): Record<string, unknown> {
  const all = [...region.brokers.values()].filter(({ id }) => region.isThere(id));
  const { items, nextToken } = page(all, input);
  return {
    brokerSummaries: items.map((broker) => ({
      brokerArn: broker.arn,
      brokerId: broker.id,
      brokerName: broker.name,
      brokerState: broker.state,
      created: broker.created,
      deploymentMode: broker.deploymentMode,
      engineType: OFFERINGS[broker.engine].name,
      hostInstanceType: broker.hostInstanceType,
    })),
    ...(nextToken !== undefined && { nextToken }),
  };
}

/** As captured from AWS: instances and current configuration are there once the broker runs. */
export function describeBroker({ 'broker-id': id }: { 'broker-id': string }, scope: Scope): Record<string, unknown> {
  const { region } = scope;
  const broker = region.broker(id);
  const { engine, pending } = broker;
  const isMade = !['CREATION_IN_PROGRESS', 'CREATION_FAILED'].includes(broker.state);
  return {
    actionsRequired: [],
    authenticationStrategy: broker.authenticationStrategy,
    autoMinorVersionUpgrade: broker.autoMinorVersionUpgrade,
    brokerArn: broker.arn,
    brokerId: id,
    brokerInstances: isMade ? instancesOf(broker, region) : [],
    brokerName: broker.name,
    brokerState: broker.state,
    configurations: {
      ...(isMade && { current: broker.configuration }),
      history: broker.history,
      ...(isMade
        ? pending.configuration && { pending: pending.configuration }
        : broker.configuration && { pending: broker.configuration }),
    },
    created: broker.created,
    dataReplicationMode: broker.dataReplicationMode,
    ...replicationMetadata(broker, scope),
    deploymentMode: broker.deploymentMode,
    encryptionOptions: broker.encryptionOptions,
    engineType: OFFERINGS[engine].name,
    engineVersion: broker.engineVersion,
    hostInstanceType: broker.hostInstanceType,
    logs: logsAnswer(broker),
    maintenanceWindowStartTime: broker.maintenanceWindow,
    publiclyAccessible: broker.publiclyAccessible,
    securityGroups: broker.securityGroups,
    storageType: broker.storageType,
    subnetIds: broker.subnetIds,
    tags: broker.tags,
    users: engine === 'RABBITMQ' ? [] : broker.users.map((user) => userSummary(user, isMade)),
    ...(broker.ldapServerMetadata && omitPassword({ ldapServerMetadata: broker.ldapServerMetadata })),
    ...(pending.authenticationStrategy && { pendingAuthenticationStrategy: pending.authenticationStrategy }),
    ...(pending.dataReplicationMode && { pendingDataReplicationMode: pending.dataReplicationMode }),
    ...(pending.engineVersion && { pendingEngineVersion: pending.engineVersion }),
    ...(pending.hostInstanceType && { pendingHostInstanceType: pending.hostInstanceType }),
    ...(pending.ldapServerMetadata && {
      pendingLdapServerMetadata: omitPassword({ ldapServerMetadata: pending.ldapServerMetadata }).ldapServerMetadata,
    }),
  };
}

/**
 * What is left out of subnets and groups is the default VPC's, if there is one. The words are captured: provider issues
 * 14223, 20030, 24019.
 */
async function networkOf(input: CreateBroker, { neighbors }: Scope): Promise<Network> {
  const { subnetIds = [], securityGroups = [], deploymentMode } = input;
  const engine = engineOf(input.engineType);
  const needsNoSubnets = engine === 'RABBITMQ' && input.publiclyAccessible;
  const given = await neighbors.subnets(subnetIds);
  if ((subnetIds.length > 0 && securityGroups.length > 0) || needsNoSubnets)
    return { subnetIds, securityGroups, subnets: given };
  const vpc = await neighbors.defaultVpc();
  if (!vpc)
    throw badRequest(
      'Default VPC not found. Subnet and/or security group IDs may be omitted only if a default VPC exists.',
    );
  const inDefaultVpc = new Set(vpc.subnets.map(({ id }) => id));
  reject([
    [
      subnetIds.some((id) => !inDefaultVpc.has(id)),
      badRequest('Subnets and security groups must belong to the default VPC when only one is provided.'),
    ],
  ]);
  const instances = OFFERINGS[engine].modes[deploymentMode];
  const subnets = subnetIds.length > 0 ? given : vpc.subnets.slice(0, instances);
  return {
    subnetIds: subnets.map(({ id }) => id),
    securityGroups: securityGroups.length > 0 ? securityGroups : [vpc.securityGroup],
    subnets,
  };
}

/** The configuration that AWS makes for a broker that was given none: named after the broker (captured). */
function defaultConfiguration(
  { brokerName, engineType, authenticationStrategy }: CreateBroker,
  engineVersion: string,
  scope: Scope,
): Broker['configuration'] {
  const names = new Set([...scope.region.configurations.values()].map(({ name }) => name));
  const name = `${brokerName}-configuration`;
  const free = names.has(name) ? `${name}-${Date.now()}` : name;
  const input = { name: free, engineType, engineVersion, authenticationStrategy };
  return { id: createConfiguration(input, scope).id, revision: 1 };
}

/** Some day and hour of AWS's choice. */
function defaultWindow() {
  return { dayOfWeek: 'SUNDAY', timeOfDay: '18:00' };
}

async function makeLogGroups({ engine, id, logs }: Broker, { neighbors }: Scope): Promise<void> {
  for (const name of logGroupsOf(engine, id, logs)) await neighbors.createLogGroup(name);
}

/** One machine of ActiveMQ for each subnet; RabbitMQ answers one address for all of its nodes. */
function instancesOf(broker: Broker, { name: regionName, settings }: Region): Record<string, unknown>[] {
  const { engine, engineVersion, deploymentMode, id, interfaces } = broker;
  if (engine === 'RABBITMQ') {
    const host = `${id}.mq.${regionName}.on.aws`;
    const nodes = isLater(engineVersion, '4.1') ? OFFERINGS.RABBITMQ.modes[deploymentMode] : 0;
    const moreNodes = Array.from({ length: Math.max(0, nodes - 1) }, (_, index) => `https://${host}:${16002 + index}`);
    return [{ consoleURL: `https://${host}`, endpoints: [...endpointsOf(engine, engineVersion, host), ...moreNodes] }];
  }
  return interfaces.map(({ address }, index) => {
    const host = `${id}-${index + 1}.mq.${regionName}.amazonaws.com`;
    const endpoints = endpointsOf(engine, engineVersion, host);
    return {
      consoleURL: `https://${host}:8162`,
      endpoints: settings.endpointOrder === 'reversed' ? endpoints.reverse() : endpoints,
      ipAddress: address,
    };
  });
}

function logsAnswer({ engine, id, logs, pending }: Broker): Record<string, unknown> {
  const group = (kind: string) => `/aws/amazonmq/broker/${id}/${kind}`;
  return {
    general: logs.general,
    generalLogGroup: group('general'),
    ...(engine === 'ACTIVEMQ' && { audit: logs.audit, auditLogGroup: group('audit') }),
    ...(pending.logs && { pending: pendingLogs(pending.logs, engine === 'ACTIVEMQ') }),
  };
}

function pendingLogs({ general, audit }: Logs, hasAudit: boolean): Record<string, boolean> {
  return { general, ...(hasAudit && { audit }) };
}

function userSummary({ username, pending }: User, isMade: boolean): Record<string, unknown> {
  const change = isMade ? pending?.change : 'CREATE';
  return { username, ...(change && { pendingChange: change }) };
}

function omitPassword<T extends { ldapServerMetadata?: Record<string, unknown> }>(values: T): T {
  if (!values.ldapServerMetadata) return values;
  const answered = Object.entries(values.ldapServerMetadata).filter(([name]) => name !== 'serviceAccountPassword');
  return { ...values, ldapServerMetadata: Object.fromEntries(answered) };
}
