import { type Arguments, blockOf, blocksOf, flagOf, numberOf, textMapOf, textOf, textsOf } from '../util/arguments';
import { type Fact } from '../util/fact';
import { type BrokerFacts, type LdapFacts, type UserFacts } from './broker-facts';
import { type ConfigurationFacts } from './configuration-facts';
import { type Engine } from './engine';

/** The facts of an `aws_mq_broker`. */
export function brokerFactsOf(broker: Arguments): BrokerFacts {
  const configuration = blockOf(broker, 'configuration');
  const window = blockOf(broker, 'maintenance_window_start_time');
  const logs = blockOf(broker, 'logs');
  const timeouts = blockOf(broker, 'timeouts');
  const encryption = blockOf(broker, 'encryption_options');
  const groups = textsOf(broker, 'security_groups');
  return {
    engine: engineOf(broker),
    brokerName: textOf(broker, 'broker_name'),
    engineVersion: textOf(broker, 'engine_version'),
    instanceType: textOf(broker, 'host_instance_type'),
    deploymentMode: upper(textOf(broker, 'deployment_mode')),
    storageType: upper(textOf(broker, 'storage_type')),
    autoMinorVersionUpgrade: flagOf(broker, 'auto_minor_version_upgrade'),
    publiclyAccessible: flagOf(broker, 'publicly_accessible'),
    authenticationStrategy: lower(textOf(broker, 'authentication_strategy')),
    subnetIds: textsOf(broker, 'subnet_ids'),
    securityGroupIds: groups && [...new Set(groups)],
    kmsKeyArn: encryption && textOf(encryption, 'kms_key_id'),
    configuration: configuration && {
      id: textOf(configuration, 'id'),
      revision: numberOf(configuration, 'revision'),
    },
    maintenanceWindow: window && {
      dayOfWeek: textOf(window, 'day_of_week'),
      timeOfDay: textOf(window, 'time_of_day'),
      timeZone: textOf(window, 'time_zone'),
    },
    logs: logs && { general: flagOf(logs, 'general'), audit: flagOf(logs, 'audit') },
    timeouts: timeouts && {
      create: textOf(timeouts, 'create'),
      update: textOf(timeouts, 'update'),
      delete: textOf(timeouts, 'delete'),
    },
    users: blocksOf(broker, 'user')?.map(userFacts),
    ldap: ldapFacts(blockOf(broker, 'ldap_server_metadata')),
    dataReplicationMode: textOf(broker, 'data_replication_mode'),
    dataReplicationPrimaryBrokerArn: textOf(broker, 'data_replication_primary_broker_arn'),
    tags: textMapOf(broker, 'tags'),
  };
}

/** The facts of an `aws_mq_configuration`. */
export function configurationFactsOf(configuration: Arguments): ConfigurationFacts {
  return {
    engine: engineOf(configuration),
    name: textOf(configuration, 'name'),
    engineVersion: textOf(configuration, 'engine_version'),
    authenticationStrategy: lower(textOf(configuration, 'authentication_strategy')),
    tags: textMapOf(configuration, 'tags'),
  };
}

function userFacts(user: Arguments): UserFacts {
  return {
    username: textOf(user, 'username'),
    groups: textsOf(user, 'groups'),
    consoleAccess: flagOf(user, 'console_access'),
    replicationUser: flagOf(user, 'replication_user'),
    password: textOf(user, 'password'),
  };
}

function ldapFacts(ldap: Fact<Arguments>): Fact<LdapFacts> {
  return (
    ldap && {
      hosts: textsOf(ldap, 'hosts'),
      roleBase: textOf(ldap, 'role_base'),
      roleSearchMatching: textOf(ldap, 'role_search_matching'),
      serviceAccountUsername: textOf(ldap, 'service_account_username'),
      userBase: textOf(ldap, 'user_base'),
      userSearchMatching: textOf(ldap, 'user_search_matching'),
    }
  );
}

/** The engine, which Amazon MQ takes in any case and gives back in one spelling. */
function engineOf(resource: Arguments): Engine {
  return upper(textOf(resource, 'engine_type')) === 'RABBITMQ' ? 'RabbitMQ' : 'ActiveMQ';
}

function upper(value: Fact<string>): Fact<string> {
  return value?.toUpperCase() ?? value;
}

function lower(value: Fact<string>): Fact<string> {
  return value?.toLowerCase() ?? value;
}
