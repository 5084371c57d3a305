/**
 * What changing one argument does: `replace`, `reboot` (at once or in the maintenance window), `in-place`,
 * `no-effect` (planned, never done, planned again), `recorded-only` (planned once, recorded in the state and never sent, so
 * that the state is wrong from then on), `state` (an argument of Terraform alone), or `not-planned` (the provider does not
 * compare it: changed alone, it plans nothing).
 */
export type ArgumentEffect =
  'replace' | 'reboot' | 'in-place' | 'no-effect' | 'recorded-only' | 'state' | 'not-planned';

/**
 * Each argument of `aws_mq_broker` and what changing it does. An argument of a block is named `block.argument`; the
 * block's own line says what adding or removing it does.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/mq/broker.go
 */
export const BROKER_ARGUMENTS: Readonly<Record<string, ArgumentEffect>> = {
  apply_immediately: 'state',
  authentication_strategy: 'no-effect',
  auto_minor_version_upgrade: 'in-place',
  broker_name: 'replace',
  configuration: 'reboot',
  'configuration.id': 'reboot',
  'configuration.revision': 'reboot',
  data_replication_mode: 'reboot',
  data_replication_primary_broker_arn: 'replace',
  deployment_mode: 'replace',
  encryption_options: 'replace',
  'encryption_options.kms_key_id': 'replace',
  'encryption_options.use_aws_owned_key': 'replace',
  engine_type: 'replace',
  engine_version: 'reboot',
  host_instance_type: 'reboot',
  ldap_server_metadata: 'replace',
  'ldap_server_metadata.hosts': 'no-effect',
  'ldap_server_metadata.role_base': 'no-effect',
  'ldap_server_metadata.role_name': 'no-effect',
  'ldap_server_metadata.role_search_matching': 'no-effect',
  'ldap_server_metadata.role_search_subtree': 'no-effect',
  'ldap_server_metadata.service_account_password': 'recorded-only',
  'ldap_server_metadata.service_account_username': 'no-effect',
  'ldap_server_metadata.user_base': 'no-effect',
  'ldap_server_metadata.user_role_name': 'no-effect',
  'ldap_server_metadata.user_search_matching': 'no-effect',
  'ldap_server_metadata.user_search_subtree': 'no-effect',
  logs: 'reboot',
  'logs.audit': 'reboot',
  'logs.general': 'reboot',
  maintenance_window_start_time: 'in-place',
  'maintenance_window_start_time.day_of_week': 'in-place',
  'maintenance_window_start_time.time_of_day': 'in-place',
  'maintenance_window_start_time.time_zone': 'in-place',
  publicly_accessible: 'replace',
  region: 'replace',
  security_groups: 'in-place',
  storage_type: 'no-effect',
  subnet_ids: 'replace',
  tags: 'in-place',
  tags_all: 'in-place',
  'timeouts.create': 'not-planned',
  'timeouts.delete': 'not-planned',
  'timeouts.update': 'not-planned',
  user: 'reboot',
  'user.console_access': 'reboot',
  'user.groups': 'reboot',
  'user.password': 'reboot',
  'user.replication_user': 'not-planned',
  'user.username': 'reboot',
};

/**
 * Each argument of `aws_mq_configuration` and what changing it does to the configuration; a new revision or a new id
 * reaches the broker through its `configuration` block.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/mq/configuration.go
 */
export const CONFIGURATION_ARGUMENTS: Readonly<Record<string, ArgumentEffect>> = {
  authentication_strategy: 'no-effect',
  data: 'in-place',
  description: 'in-place',
  engine_type: 'replace',
  engine_version: 'replace',
  name: 'replace',
  region: 'replace',
  tags: 'in-place',
  tags_all: 'in-place',
};

/**
 * Arguments that newer versions of the provider have and the bindings of this package do not: a plan may have them all
 * the same.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker
 */
export const NEWER_ARGUMENTS: Readonly<
  Record<'aws_mq_broker' | 'aws_mq_configuration', Readonly<Record<string, ArgumentEffect>>>
> = {
  aws_mq_broker: { resource_share_arns: 'reboot', storage_size: 'reboot' },
  aws_mq_configuration: { skip_destroy: 'state' },
};
