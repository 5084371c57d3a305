import { type NewUser } from '../../../aws/amazon-mq/model';
import { AmazonMq } from '../amazon-mq';
import {
  all,
  anArn,
  type ArgumentTable,
  type Check,
  each,
  lengthBetween,
  matching,
  oneOf,
  oneOfIgnoringCase,
} from '../argument-table';
import { type ResourceType, type Scope } from '../resource';
import { blocks, isZero, sameSet, sameValue, text, texts, type Value, type Values } from '../value';

const passwordForm: Check = (value, path) => {
  const password = String(value);
  return [
    ...(password.includes(',') ? [`"${path}" must not contain commas`] : []),
    ...(new Set(password).size < 4 ? [`"${path}" must contain at least 4 unique characters`] : []),
    ...(password.length < 12 || password.length > 250
      ? [`"${path}" must be 12 to 250 characters long. provided string length: ${password.length}`]
      : []),
  ];
};

/** "" and "false" are one for the provider. */
const sameNullableBool = (prior: Value, planned: Value) => (text(prior) || 'false') === (text(planned) || 'false');

/**
 * What the provider does with the arguments of `aws_mq_broker`.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/mq/broker.go
 */
export const MQ_BROKER_TABLE: ArgumentTable = {
  apply_immediately: { default: false },
  authentication_strategy: { computed: true, check: oneOfIgnoringCase('SIMPLE', 'LDAP', 'CONFIG_MANAGED') },
  auto_minor_version_upgrade: { default: false },
  broker_name: { forceNew: true, check: all(lengthBetween(1, 50), matching(/^[0-9A-Za-z_-]+$/)) },
  configuration: { computed: true },
  'configuration.id': { computed: true },
  'configuration.revision': { computed: true },
  data_replication_mode: {
    computed: true,
    check: oneOf('NONE', 'CRDR'),
    same: (_, planned, state) => planned !== '' && planned === state.pending_data_replication_mode,
  },
  data_replication_primary_broker_arn: { forceNew: true, check: anArn },
  deployment_mode: {
    forceNew: true,
    default: 'SINGLE_INSTANCE',
    check: oneOfIgnoringCase('SINGLE_INSTANCE', 'ACTIVE_STANDBY_MULTI_AZ', 'CLUSTER_MULTI_AZ'),
  },
  encryption_options: { forceNew: true, keptAtDefaults: true },
  'encryption_options.kms_key_id': { computed: true, forceNew: true, check: anArn },
  'encryption_options.use_aws_owned_key': { forceNew: true, default: true },
  engine_type: { forceNew: true, check: oneOfIgnoringCase('ACTIVEMQ', 'RABBITMQ') },
  ldap_server_metadata: { forceNew: true },
  'ldap_server_metadata.service_account_password': { sensitive: true },
  logs: { keptAtDefaults: true },
  'logs.audit': { check: oneOf('', 'true', 'false'), same: sameNullableBool },
  maintenance_window_start_time: { computed: true },
  'maintenance_window_start_time.day_of_week': {
    check: oneOfIgnoringCase('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'),
  },
  publicly_accessible: { forceNew: true, default: false },
  security_groups: { maxItems: 5 },
  storage_type: { computed: true, check: oneOfIgnoringCase('EBS', 'EFS') },
  subnet_ids: { computed: true, forceNew: true },
  'user.console_access': { default: false },
  'user.groups': { maxItems: 20, check: each(lengthBetween(2, 100)) },
  'user.password': { sensitive: true, check: passwordForm },
  'user.replication_user': { default: false, notCompared: true },
  'user.username': { check: lengthBetween(2, 100) },
};

interface ConfigurationId {
  readonly id: string;
  readonly revision?: number;
}

/** The answer of DescribeBroker, as far as the provider reads it. */
interface DescribedBroker {
  readonly authenticationStrategy: string;
  readonly autoMinorVersionUpgrade: boolean;
  readonly brokerArn: string;
  readonly brokerId: string;
  readonly brokerInstances: { consoleURL: string; endpoints: string[]; ipAddress?: string }[];
  readonly brokerName: string;
  readonly configurations: { readonly current?: Required<ConfigurationId> };
  readonly dataReplicationMode: string;
  readonly deploymentMode: string;
  readonly encryptionOptions: { readonly useAwsOwnedKey: boolean; readonly kmsKeyId?: string };
  readonly engineType: string;
  readonly engineVersion: string;
  readonly hostInstanceType: string;
  readonly ldapServerMetadata?: Values;
  readonly logs: { readonly general: boolean; readonly audit?: boolean };
  readonly maintenanceWindowStartTime: { dayOfWeek: string; timeOfDay: string; timeZone: string };
  readonly pendingDataReplicationMode?: string;
  readonly publiclyAccessible: boolean;
  readonly securityGroups: string[];
  readonly storageType: string;
  readonly subnetIds: string[];
  readonly users: { username: string }[];
}

export const mqBroker: ResourceType = {
  bindings: 'mq-broker',
  table: MQ_BROKER_TABLE,

  customizePlan(_prior, planned) {
    if (text(planned.engine_type).toUpperCase() === 'RABBITMQ' && logs(planned)?.audit)
      throw new Error('logs.audit: Can not be configured when engine is RabbitMQ');
    return planned;
  },

  async create(planned, scope) {
    const mq = new AmazonMq(scope, `creating MQ Broker (${text(planned.broker_name)})`);
    const { brokerId } = await mq.call<{ brokerId: string }>('CreateBroker', {
      brokerName: text(planned.broker_name),
      engineType: text(planned.engine_type),
      engineVersion: text(planned.engine_version),
      hostInstanceType: text(planned.host_instance_type),
      deploymentMode: text(planned.deployment_mode),
      storageType: given(planned.storage_type),
      authenticationStrategy: given(planned.authentication_strategy),
      autoMinorVersionUpgrade: planned.auto_minor_version_upgrade === true,
      publiclyAccessible: planned.publicly_accessible === true,
      subnetIds: texts(planned.subnet_ids),
      securityGroups: texts(planned.security_groups),
      configuration: configurationId(planned),
      encryptionOptions: blocks(planned.encryption_options).map(({ use_aws_owned_key, kms_key_id }) => ({
        useAwsOwnedKey: use_aws_owned_key === true,
        kmsKeyId: given(kms_key_id),
      }))[0],
      ldapServerMetadata: blocks(planned.ldap_server_metadata).map((ldap) => renamed(ldap, camelCase))[0],
      logs: logs(planned),
      maintenanceWindowStartTime: maintenanceWindow(planned),
      users: blocks(planned.user).map(newUser),
      dataReplicationMode: given(planned.data_replication_mode),
      dataReplicationPrimaryBrokerArn: given(planned.data_replication_primary_broker_arn),
    });
    return (await stateOf(brokerId, planned, scope))!;
  },

  read: (state, scope) => stateOf(text(state.id), state, scope),

  /** The calls in the provider's order. It does not read afterwards: the state is what was planned. */
  async update(prior, planned, scope) {
    const mq = new AmazonMq(scope, `updating MQ Broker (${text(prior.id)})`);
    const id = { 'broker-id': text(prior.id) };
    const update = (change: object) => mq.call('UpdateBroker', { ...id, ...change });
    const changed = (...names: string[]) => names.some((name) => !sameArgument(prior[name], planned[name]));
    let needsReboot = false;
    if (changed('security_groups')) await update({ securityGroups: texts(planned.security_groups) });
    if (changed('configuration', 'logs', 'engine_version')) {
      const engineVersion = normalizeEngineVersion(
        text(planned.engine_version),
        planned.auto_minor_version_upgrade === true,
      );
      await update({ configuration: configurationId(planned), logs: logs(planned), engineVersion });
      needsReboot = true;
    }
    if (changed('user')) needsReboot = (await updateUsers(mq, id, prior, planned)) || needsReboot;
    if (changed('host_instance_type')) {
      await update({ hostInstanceType: text(planned.host_instance_type) });
      needsReboot = true;
    }
    if (changed('auto_minor_version_upgrade'))
      await update({ autoMinorVersionUpgrade: planned.auto_minor_version_upgrade === true });
    if (changed('maintenance_window_start_time'))
      await update({ maintenanceWindowStartTime: maintenanceWindow(planned) });
    if (changed('data_replication_mode')) {
      await update({ dataReplicationMode: text(planned.data_replication_mode) });
      needsReboot = true;
    }
    if (needsReboot && planned.apply_immediately === true) await mq.call('RebootBroker', id);
    return planned;
  },

  /** Waits until it is gone. */
  async delete(state, scope) {
    const mq = new AmazonMq(scope, `deleting MQ Broker (${text(state.id)})`);
    const id = { 'broker-id': text(state.id) };
    await mq.call('DeleteBroker', id);
    await mq.find('DescribeBroker', id);
  },
};

/** The state that the provider reads: current values, never those that wait for a reboot; passwords from before. */
async function stateOf(id: string, before: Values, scope: Scope): Promise<Values | null> {
  const broker = await readBroker(id, scope);
  if (!broker) return null;
  const passwordOf = (username: Value) => blocks(before.user).find((user) => user.username === username)?.password;
  const engineVersion = normalizeEngineVersion(text(broker.engine_version), broker.auto_minor_version_upgrade === true);
  return {
    ...before,
    ...broker,
    engine_version: engineVersion,
    user: blocks(broker.user).map((user) => ({ ...user, password: passwordOf(user.username) ?? '' })),
    ldap_server_metadata: blocks(broker.ldap_server_metadata).map((ldap) => ({
      ...ldap,
      service_account_password: blocks(before.ldap_server_metadata)[0]?.service_account_password ?? null,
    })),
  };
}

/** What resource and data source both read of a broker; undefined where there is none. */
export async function readBroker(id: string, scope: Scope): Promise<Values | undefined> {
  const mq = new AmazonMq(scope, `reading MQ Broker (${id})`);
  const broker = await mq.find<DescribedBroker>('DescribeBroker', { 'broker-id': id });
  if (!broker) return undefined;
  const users = broker.users.map(({ username }) =>
    mq.call<Required<NewUser>>('DescribeUser', { 'broker-id': id, username }),
  );
  const { configurations, encryptionOptions, ldapServerMetadata, logs, maintenanceWindowStartTime } = broker;
  return {
    id,
    arn: broker.brokerArn,
    authentication_strategy: broker.authenticationStrategy,
    auto_minor_version_upgrade: broker.autoMinorVersionUpgrade,
    broker_name: broker.brokerName,
    configuration: configurations.current ? [{ ...configurations.current }] : [],
    data_replication_mode: broker.dataReplicationMode,
    deployment_mode: broker.deploymentMode,
    encryption_options: [
      { use_aws_owned_key: encryptionOptions.useAwsOwnedKey, kms_key_id: encryptionOptions.kmsKeyId ?? '' },
    ],
    engine_type: broker.engineType,
    engine_version: broker.engineVersion,
    host_instance_type: broker.hostInstanceType,
    instances: broker.brokerInstances.map(({ consoleURL, endpoints, ipAddress = '' }) => ({
      console_url: consoleURL,
      endpoints,
      ip_address: ipAddress,
    })),
    ldap_server_metadata: ldapServerMetadata ? [renamed(ldapServerMetadata, snakeCase)] : [],
    logs: [{ general: logs.general, audit: logs.audit === undefined ? '' : String(logs.audit) }],
    maintenance_window_start_time: [renamed(maintenanceWindowStartTime, snakeCase)],
    pending_data_replication_mode: broker.pendingDataReplicationMode ?? '',
    publicly_accessible: broker.publiclyAccessible,
    security_groups: broker.securityGroups,
    storage_type: broker.storageType,
    subnet_ids: broker.subnetIds,
    user: (await Promise.all(users)).map(({ username, consoleAccess, replicationUser, groups }) => ({
      username,
      console_access: consoleAccess,
      replication_user: replicationUser,
      groups: [...groups],
    })),
  };
}

/** With automatic minor upgrades the provider cuts the patch version off from 5.18 on. */
function normalizeEngineVersion(version: string, autoMinorVersionUpgrade: boolean): string {
  const majorMinor = version.split('.').slice(0, 2).join('.');
  return autoMinorVersionUpgrade && Number(majorMinor) >= 5.18 ? majorMinor : version;
}

/** Makes, deletes and changes users by name; whether there was anything to do. */
async function updateUsers(mq: AmazonMq, id: object, prior: Values, planned: Values): Promise<boolean> {
  const [before, after] = [blocks(prior.user), blocks(planned.user)];
  const byName = (users: Values[], name: Value) => users.find(({ username }) => username === name);
  const created = after.filter(({ username }) => !byName(before, username));
  const deleted = before.filter(({ username }) => !byName(after, username));
  const updated = after.filter((user) => {
    const prior = byName(before, user.username);
    return prior && !sameUser(prior, user);
  });
  for (const user of created) await mq.call('CreateUser', { ...id, ...newUser(user) });
  for (const { username } of deleted) await mq.call('DeleteUser', { ...id, username: text(username) });
  for (const user of updated) await mq.call('UpdateUser', { ...id, ...newUser(user) });
  return created.length + deleted.length + updated.length > 0;
}

function sameUser(a: Values, b: Values): boolean {
  return Object.keys(a).every((name) => sameArgument(a[name], b[name]));
}

/** None of the broker's lists has an order that means something but the blocks', of which there is one. */
function sameArgument(a: Value, b: Value): boolean {
  return Array.isArray(a) && Array.isArray(b) ? sameSet(a, b) : sameValue(a, b);
}

function given(value: Value): string | undefined {
  return text(value) || undefined;
}

function configurationId(values: Values): ConfigurationId | undefined {
  return blocks(values.configuration).map(({ id, revision }) => ({
    id: text(id),
    revision: typeof revision === 'number' && revision > 0 ? revision : undefined,
  }))[0];
}

/** What a block says; one that was removed says nothing, and nothing is sent. */
function logs(values: Values): { general: boolean; audit?: boolean } | undefined {
  const [block] = blocks(values.logs);
  if (!block || (block.general === null && block.audit === null)) return undefined;
  const { general, audit } = block;
  return { general: general === true, audit: isZero(audit) ? undefined : audit === 'true' };
}

function maintenanceWindow(values: Values): object | undefined {
  return blocks(values.maintenance_window_start_time).map((window) => renamed(window, camelCase))[0];
}

function newUser({ username, password, console_access, replication_user, groups }: Values): NewUser {
  return {
    username: text(username),
    password: text(password),
    consoleAccess: console_access === true,
    replicationUser: replication_user === true,
    groups: texts(groups),
  };
}

/** What is given of a block under the names of the API, or the other way. */
function renamed(values: Values, rename: (name: string) => string): Values {
  const entries = Object.entries(values).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(entries.map(([name, value]) => [rename(name), value]));
}

const camelCase = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const snakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
