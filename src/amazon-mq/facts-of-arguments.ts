import { type Fact } from '../util/fact';
import { type BrokerFacts, type LdapFacts, type UserFacts } from './broker-facts';
import { type ConfigurationFacts } from './configuration-facts';
import { type Engine } from './engine';

/**
 * Arguments of a resource by name, as the provider has them. What is known only at apply is `undefined`; what is not set
 * is `null` or absent. A block is an object, or a list of one.
 */
export type Arguments = { readonly [name: string]: unknown };

/** The facts of an `aws_mq_broker`. */
export function brokerFactsOf(broker: Arguments): BrokerFacts {
  const configuration = block(broker, 'configuration');
  const window = block(broker, 'maintenance_window_start_time');
  const logs = block(broker, 'logs');
  const timeouts = block(broker, 'timeouts');
  const encryption = block(broker, 'encryption_options');
  const groups = texts(broker, 'security_groups');
  return {
    engine: engineOf(broker),
    brokerName: text(broker, 'broker_name'),
    engineVersion: text(broker, 'engine_version'),
    instanceType: text(broker, 'host_instance_type'),
    deploymentMode: upper(text(broker, 'deployment_mode')),
    storageType: upper(text(broker, 'storage_type')),
    autoMinorVersionUpgrade: flag(broker, 'auto_minor_version_upgrade'),
    publiclyAccessible: flag(broker, 'publicly_accessible'),
    authenticationStrategy: lower(text(broker, 'authentication_strategy')),
    subnetIds: texts(broker, 'subnet_ids'),
    securityGroupIds: groups && [...new Set(groups)],
    // The provider reads an AWS owned key back as an empty text.
    kmsKeyArn: encryption && (text(encryption, 'kms_key_id') === '' ? null : text(encryption, 'kms_key_id')),
    configuration: configuration && {
      id: text(configuration, 'id'),
      revision: read(configuration, 'revision', (value) => typeof value === 'number'),
    },
    maintenanceWindow: window && {
      dayOfWeek: text(window, 'day_of_week'),
      timeOfDay: text(window, 'time_of_day'),
      timeZone: text(window, 'time_zone'),
    },
    logs: logs && { general: flag(logs, 'general'), audit: flag(logs, 'audit') },
    timeouts: timeouts && {
      create: text(timeouts, 'create'),
      update: text(timeouts, 'update'),
      delete: text(timeouts, 'delete'),
    },
    users: blocks(broker, 'user')?.map(userFacts),
    ldap: ldapFacts(block(broker, 'ldap_server_metadata')),
    dataReplicationMode: text(broker, 'data_replication_mode'),
    dataReplicationPrimaryBrokerArn: text(broker, 'data_replication_primary_broker_arn'),
    tags: tags(broker),
  };
}

/** The facts of an `aws_mq_configuration`. */
export function configurationFactsOf(configuration: Arguments): ConfigurationFacts {
  return {
    engine: engineOf(configuration),
    name: text(configuration, 'name'),
    engineVersion: text(configuration, 'engine_version'),
    authenticationStrategy: lower(text(configuration, 'authentication_strategy')),
    tags: tags(configuration),
  };
}

function userFacts(user: Arguments): UserFacts {
  return {
    username: text(user, 'username'),
    groups: texts(user, 'groups'),
    consoleAccess: flag(user, 'console_access'),
    replicationUser: flag(user, 'replication_user'),
    password: text(user, 'password'),
  };
}

function ldapFacts(ldap: Fact<Arguments>): Fact<LdapFacts> {
  return (
    ldap && {
      hosts: texts(ldap, 'hosts'),
      roleBase: text(ldap, 'role_base'),
      roleSearchMatching: text(ldap, 'role_search_matching'),
      serviceAccountUsername: text(ldap, 'service_account_username'),
      userBase: text(ldap, 'user_base'),
      userSearchMatching: text(ldap, 'user_search_matching'),
    }
  );
}

/** The engine, which Amazon MQ takes in any case and gives back in one spelling. */
function engineOf(resource: Arguments): Engine {
  return upper(text(resource, 'engine_type')) === 'RABBITMQ' ? 'RabbitMQ' : 'ActiveMQ';
}

/** A value of a form: `null` where it is not set, `undefined` where it is not known or of another form. */
function read<T>(values: Arguments, name: string, isOne: (value: unknown) => boolean): Fact<T> {
  const value = name in values ? values[name] : null;
  return value === null || isOne(value) ? (value as Fact<T>) : undefined;
}

/** A text. For the provider an empty one is one that is not set. */
function text(values: Arguments, name: string): Fact<string> {
  const value = read<string>(values, name, (each) => typeof each === 'string');
  return value === '' ? null : value;
}

/** A boolean, which some arguments take as a text. */
function flag(values: Arguments, name: string): Fact<boolean> {
  const value = read<boolean | string>(values, name, (each) => ['boolean', 'string'].includes(typeof each));
  return typeof value === 'string' ? value === 'true' : value;
}

function texts(values: Arguments, name: string): Fact<readonly Fact<string>[]> {
  const list = read<readonly unknown[]>(values, name, Array.isArray);
  return list?.map((value) => (typeof value === 'string' || value === null ? value : undefined));
}

function tags(values: Arguments): BrokerFacts['tags'] {
  const all = read<Arguments>(values, 'tags', isObject);
  return all && Object.fromEntries(Object.keys(all).map((key) => [key, text(all, key)]));
}

function blocks(values: Arguments, name: string): readonly Arguments[] | undefined {
  const value = name in values ? values[name] : [];
  if (value === null) return [];
  if (isObject(value)) return [value];
  return Array.isArray(value) && value.every(isObject) ? value : undefined;
}

/** The one block there can be. */
function block(values: Arguments, name: string): Fact<Arguments> {
  const all = blocks(values, name);
  return all === undefined ? undefined : (all[0] ?? null);
}

function isObject(value: unknown): value is Arguments {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function upper(value: Fact<string>): Fact<string> {
  return value?.toUpperCase() ?? value;
}

function lower(value: Fact<string>): Fact<string> {
  return value?.toLowerCase() ?? value;
}
