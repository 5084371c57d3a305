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
import { type Broker, type Logs, type MaintenanceWindow, type NewUser } from '../services/mq-broker-model';
import { MqBrokers } from '../services/mq-brokers';
import { type ConfigurationId } from '../services/mq-configurations';
import { blocks, sameSet, sameValue, text, texts, type Value, type Values } from '../value';

const passwordForm: Check = (value) => {
  const password = String(value);
  if (password.includes(',')) return '"password" must not contain commas';
  if (new Set(password).size < 4) return '"password" must contain at least 4 unique characters';
  if (password.length < 12 || password.length > 250)
    return `"password" must be 12 to 250 characters long. provided string length: ${password.length}`;
  return undefined;
};

const LOGS_OFF: Logs = { general: false, audit: false };

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
  'user.replication_user': { default: false },
  'user.username': { check: lengthBetween(2, 100) },
};

export const mqBroker: ResourceType = {
  bindings: 'mq-broker',
  table: MQ_BROKER_TABLE,

  customizePlan(_prior, planned) {
    if (text(planned.engine_type).toUpperCase() === 'RABBITMQ' && logs(planned)?.audit)
      throw new Error('logs.audit: Can not be configured when engine is RabbitMQ');
    return planned;
  },

  create(planned, scope) {
    const brokers = new MqBrokers(scope);
    const broker = brokers.create({
      name: text(planned.broker_name),
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
      encryption: blocks(planned.encryption_options).map(({ use_aws_owned_key, kms_key_id }) => ({
        useAwsOwnedKey: use_aws_owned_key === true,
        kmsKeyId: given(kms_key_id),
      }))[0],
      ldap: blocks(planned.ldap_server_metadata)[0],
      logs: logs(planned),
      maintenanceWindow: maintenanceWindow(planned),
      users: blocks(planned.user).map(newUser),
      dataReplicationMode: given(planned.data_replication_mode),
      dataReplicationPrimaryBrokerArn: given(planned.data_replication_primary_broker_arn),
    });
    return stateOf(broker, planned, scope);
  },

  read(state, scope) {
    const broker = new MqBrokers(scope).describe(text(state.id));
    return broker ? stateOf(broker, state, scope) : null;
  },

  /** The calls in the provider's order. It does not read afterwards: the state is what was planned. */
  update(prior, planned, scope) {
    const brokers = new MqBrokers(scope);
    const id = text(prior.id);
    const changed = (...names: string[]) => names.some((name) => !sameArgument(prior[name], planned[name]));
    let needsReboot = false;
    if (changed('security_groups')) brokers.update(id, { securityGroups: texts(planned.security_groups) });
    if (changed('configuration', 'logs', 'engine_version')) {
      const engineVersion = normalizeEngineVersion(
        text(planned.engine_version),
        planned.auto_minor_version_upgrade === true,
      );
      brokers.update(id, { configuration: configurationId(planned), logs: logs(planned) ?? LOGS_OFF, engineVersion });
      needsReboot = true;
    }
    if (changed('user'))
      needsReboot = updateUsers(brokers, id, blocks(prior.user), blocks(planned.user)) || needsReboot;
    if (changed('host_instance_type')) {
      brokers.update(id, { hostInstanceType: text(planned.host_instance_type) });
      needsReboot = true;
    }
    if (changed('auto_minor_version_upgrade'))
      brokers.update(id, { autoMinorVersionUpgrade: planned.auto_minor_version_upgrade === true });
    if (changed('maintenance_window_start_time')) brokers.update(id, { maintenanceWindow: maintenanceWindow(planned) });
    if (changed('data_replication_mode')) {
      brokers.update(id, { dataReplicationMode: text(planned.data_replication_mode) });
      needsReboot = true;
    }
    if (needsReboot && planned.apply_immediately === true) brokers.reboot(id);
    return planned;
  },

  delete(state, scope) {
    new MqBrokers(scope).delete(text(state.id));
  },
};

/** The state that the provider reads: current values, never those that wait for a reboot; passwords from before. */
function stateOf(broker: Broker, before: Values, scope: Scope): Values {
  return {
    ...before,
    ...brokerAttributes(broker, scope),
    pending_data_replication_mode: broker.pending.dataReplicationMode ?? '',
    data_replication_mode: broker.dataReplicationMode,
    engine_version: normalizeEngineVersion(broker.engineVersion, broker.autoMinorVersionUpgrade),
    user: broker.users.map((user) => ({
      ...userAttributes(user),
      password: blocks(before.user).find(({ username }) => username === user.username)?.password ?? '',
    })),
    ldap_server_metadata: broker.ldap
      ? [
          {
            ...broker.ldap,
            service_account_password: blocks(before.ldap_server_metadata)[0]?.service_account_password ?? null,
          },
        ]
      : [],
  };
}

/** What resource and data source both tell of a broker. */
export function brokerAttributes(broker: Broker, scope: Scope): Values {
  return {
    id: broker.id,
    arn: broker.arn,
    authentication_strategy: broker.authenticationStrategy,
    auto_minor_version_upgrade: broker.autoMinorVersionUpgrade,
    broker_name: broker.name,
    configuration: [{ id: broker.configuration.id, revision: broker.configuration.revision }],
    deployment_mode: broker.deploymentMode,
    encryption_options: [
      { use_aws_owned_key: broker.encryption.useAwsOwnedKey, kms_key_id: broker.encryption.kmsKeyId ?? '' },
    ],
    engine_type: broker.engineType,
    engine_version: broker.engineVersion,
    host_instance_type: broker.hostInstanceType,
    instances: new MqBrokers(scope).instances(broker).map(({ consoleUrl, endpoints, ipAddress }) => ({
      console_url: consoleUrl,
      endpoints,
      ip_address: ipAddress,
    })),
    logs: [{ general: broker.logs.general, audit: String(broker.logs.audit) }],
    maintenance_window_start_time: [
      {
        day_of_week: broker.maintenanceWindow.dayOfWeek,
        time_of_day: broker.maintenanceWindow.timeOfDay,
        time_zone: broker.maintenanceWindow.timeZone,
      },
    ],
    publicly_accessible: broker.publiclyAccessible,
    security_groups: broker.securityGroups,
    storage_type: broker.storageType,
    subnet_ids: broker.subnetIds,
  };
}

export function userAttributes({ username, consoleAccess, replicationUser, groups }: NewUser): Values {
  return { username, console_access: consoleAccess, replication_user: replicationUser, groups };
}

/** With automatic minor upgrades the provider cuts the patch version off from 5.18 on. */
function normalizeEngineVersion(version: string, autoMinorVersionUpgrade: boolean): string {
  const majorMinor = version.split('.').slice(0, 2).join('.');
  return autoMinorVersionUpgrade && Number(majorMinor) >= 5.18 ? majorMinor : version;
}

/** Makes, deletes and changes users by name; whether there was anything to do. */
function updateUsers(brokers: MqBrokers, brokerId: string, before: Values[], after: Values[]): boolean {
  const byName = (users: Values[], name: Value) => users.find(({ username }) => username === name);
  const created = after.filter(({ username }) => !byName(before, username));
  const deleted = before.filter(({ username }) => !byName(after, username));
  const updated = after.filter((user) => {
    const prior = byName(before, user.username);
    return prior && !sameUser(prior, user);
  });
  for (const user of created) brokers.createUser(brokerId, newUser(user));
  for (const user of deleted) brokers.deleteUser(brokerId, text(user.username));
  for (const user of updated) brokers.updateUser(brokerId, newUser(user));
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

function logs(values: Values): Logs | undefined {
  return blocks(values.logs).map(({ general, audit }) => ({ general: general === true, audit: audit === 'true' }))[0];
}

function maintenanceWindow(values: Values): MaintenanceWindow | undefined {
  return blocks(values.maintenance_window_start_time).map(({ day_of_week, time_of_day, time_zone }) => ({
    dayOfWeek: text(day_of_week),
    timeOfDay: text(time_of_day),
    timeZone: text(time_zone),
  }))[0];
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
