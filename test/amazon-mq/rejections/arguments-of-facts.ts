import { type BrokerFacts } from '../../../src/amazon-mq/broker-facts';

/** A broker as arguments of the provider, written apart from the reading that the review does. */
export function argumentsOfFacts(facts: BrokerFacts): Record<string, unknown> {
  const { configuration, maintenanceWindow, logs, ldap } = facts;
  return {
    engine_type: facts.engine,
    broker_name: facts.brokerName,
    engine_version: facts.engineVersion,
    host_instance_type: facts.instanceType,
    deployment_mode: facts.deploymentMode,
    storage_type: facts.storageType?.toLowerCase(),
    auto_minor_version_upgrade: facts.autoMinorVersionUpgrade,
    publicly_accessible: facts.publiclyAccessible,
    subnet_ids: facts.subnetIds,
    security_groups: facts.securityGroupIds,
    encryption_options: [{ kms_key_id: facts.kmsKeyArn, use_aws_owned_key: facts.kmsKeyArn === null }],
    authentication_strategy: facts.authenticationStrategy,
    configuration: configuration ? [{ id: configuration.id, revision: configuration.revision }] : [],
    maintenance_window_start_time: maintenanceWindow
      ? [
          {
            day_of_week: maintenanceWindow.dayOfWeek,
            time_of_day: maintenanceWindow.timeOfDay,
            time_zone: maintenanceWindow.timeZone,
          },
        ]
      : [],
    logs: logs ? [{ general: logs.general, audit: String(logs.audit) }] : [],
    timeouts: facts.timeouts ?? null,
    user: facts.users?.map((user) => ({
      username: user.username,
      groups: user.groups,
      console_access: user.consoleAccess,
      replication_user: user.replicationUser,
      password: user.password,
    })),
    ldap_server_metadata: ldap
      ? [
          {
            hosts: ldap.hosts,
            role_base: ldap.roleBase,
            role_search_matching: ldap.roleSearchMatching,
            service_account_username: ldap.serviceAccountUsername,
            user_base: ldap.userBase,
            user_search_matching: ldap.userSearchMatching,
          },
        ]
      : [],
    data_replication_mode: facts.dataReplicationMode,
    data_replication_primary_broker_arn: facts.dataReplicationPrimaryBrokerArn,
    tags: facts.tags,
  };
}
