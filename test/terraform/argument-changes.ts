import { brokersByHand, CANONICAL_DOCUMENT, type Resources } from './fixtures';

/** A change of one argument: what the resource has before, over what all have, and what it has after. */
export interface ArgumentChange {
  readonly from?: object;
  readonly to: object;
}

const ADMIN = { username: 'admin', password: 'Simulated-Password-0', console_access: true };
const WINDOW = { day_of_week: 'MONDAY', time_of_day: '02:00', time_zone: 'UTC' };
const LDAP = {
  hosts: ['ldap.example.com'],
  role_base: 'ou=roles',
  role_name: 'cn',
  role_search_matching: '(member={0})',
  role_search_subtree: true,
  service_account_password: 'Simulated-Password-L',
  service_account_username: 'cn=service',
  user_base: 'ou=users',
  user_role_name: 'memberOf',
  user_search_matching: '(uid={0})',
  user_search_subtree: true,
};
/** The configuration by hand is for brokers without LDAP. */
const LDAP_BROKER = { authentication_strategy: 'ldap', configuration: undefined };
const ldap = (name: keyof typeof LDAP, value: unknown) => ({
  from: { ...LDAP_BROKER, ldap_server_metadata: LDAP },
  to: { ldap_server_metadata: { ...LDAP, [name]: value } },
});
const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-4000-8000-000000000000';

/** For each argument of a broker one change of nothing else. */
export const BROKER_CHANGES: Readonly<Record<string, ArgumentChange>> = {
  apply_immediately: { to: { apply_immediately: true } },
  authentication_strategy: { to: { authentication_strategy: 'ldap' } },
  auto_minor_version_upgrade: { to: { auto_minor_version_upgrade: false } },
  broker_name: { to: { broker_name: 'renamed' } },
  'configuration.id': { to: { configuration: { id: '${aws_mq_configuration.other.id}', revision: 2 } } },
  'configuration.revision': { to: { configuration: { id: '${aws_mq_configuration.orders.id}', revision: 1 } } },
  data_replication_mode: { to: { data_replication_mode: 'CRDR' } },
  data_replication_primary_broker_arn: {
    to: { data_replication_primary_broker_arn: 'arn:aws:mq:us-east-1:123456789012:broker:orders:b-1' },
  },
  deployment_mode: { to: { deployment_mode: 'SINGLE_INSTANCE' } },
  'encryption_options.kms_key_id': {
    from: { encryption_options: { use_aws_owned_key: false, kms_key_id: KEY } },
    to: { encryption_options: { use_aws_owned_key: false, kms_key_id: KEY.replace(/0$/, '1') } },
  },
  'encryption_options.use_aws_owned_key': { to: { encryption_options: { use_aws_owned_key: false } } },
  engine_type: { to: { engine_type: 'RabbitMQ', logs: { general: true } } },
  engine_version: { from: { engine_version: '5.18', configuration: undefined }, to: { engine_version: '5.19' } },
  host_instance_type: { to: { host_instance_type: 'mq.m5.xlarge' } },
  ldap_server_metadata: { to: { ldap_server_metadata: LDAP } },
  'ldap_server_metadata.hosts': ldap('hosts', ['ldap2.example.com']),
  'ldap_server_metadata.role_base': ldap('role_base', 'ou=other'),
  'ldap_server_metadata.role_name': ldap('role_name', 'ou'),
  'ldap_server_metadata.role_search_matching': ldap('role_search_matching', '(uniqueMember={0})'),
  'ldap_server_metadata.role_search_subtree': ldap('role_search_subtree', false),
  'ldap_server_metadata.service_account_password': ldap('service_account_password', 'Simulated-Password-M'),
  'ldap_server_metadata.service_account_username': ldap('service_account_username', 'cn=other'),
  'ldap_server_metadata.user_base': ldap('user_base', 'ou=people'),
  'ldap_server_metadata.user_role_name': ldap('user_role_name', 'isMemberOf'),
  'ldap_server_metadata.user_search_matching': ldap('user_search_matching', '(cn={0})'),
  'ldap_server_metadata.user_search_subtree': ldap('user_search_subtree', false),
  'logs.audit': { to: { logs: { general: true, audit: 'false' } } },
  'logs.general': { to: { logs: { general: false, audit: 'true' } } },
  maintenance_window_start_time: { to: { maintenance_window_start_time: WINDOW } },
  'maintenance_window_start_time.day_of_week': {
    from: { maintenance_window_start_time: WINDOW },
    to: { maintenance_window_start_time: { ...WINDOW, day_of_week: 'TUESDAY' } },
  },
  'maintenance_window_start_time.time_of_day': {
    from: { maintenance_window_start_time: WINDOW },
    to: { maintenance_window_start_time: { ...WINDOW, time_of_day: '04:00' } },
  },
  'maintenance_window_start_time.time_zone': {
    from: { maintenance_window_start_time: WINDOW },
    to: { maintenance_window_start_time: { ...WINDOW, time_zone: 'Asia/Seoul' } },
  },
  publicly_accessible: { to: { publicly_accessible: true } },
  region: { to: { region: 'us-east-1' } },
  security_groups: { to: { security_groups: ['${aws_security_group.more.id}'] } },
  storage_type: { to: { storage_type: 'EFS' } },
  subnet_ids: { to: { subnet_ids: ['${aws_subnet.a.id}', '${aws_subnet.c.id}'] } },
  tags: { to: { tags: { team: 'orders' } } },
  'user.console_access': { to: { user: [{ ...ADMIN, console_access: false }] } },
  'user.groups': { to: { user: [{ ...ADMIN, groups: ['admins'] }] } },
  'user.password': { to: { user: [{ ...ADMIN, password: 'Simulated-Password-1' }] } },
  'user.username': { to: { user: [{ ...ADMIN, username: 'chief' }] } },
  user: { to: { user: [ADMIN, { username: 'service', password: 'Simulated-Password-2' }] } },
};

/** Changes that plan nothing, because the provider does not compare what they change. */
export const UNPLANNED_CHANGES: Readonly<Record<string, ArgumentChange>> = {
  ...Object.fromEntries(
    ['create', 'delete', 'update'].map((operation) => [
      `timeouts.${operation}`,
      { from: { timeouts: { [operation]: '10m' } }, to: { timeouts: { [operation]: '11m' } } },
    ]),
  ),
  'user.replication_user': {
    from: { user: [ADMIN, { username: 'replica', password: 'Simulated-Password-3' }] },
    to: { user: [ADMIN, { username: 'replica', password: 'Simulated-Password-3', replication_user: true }] },
  },
};

/** Blocks that are taken away. */
export const REMOVED_BLOCKS: Readonly<Record<string, ArgumentChange>> = {
  configuration: { to: { configuration: undefined } },
  encryption_options: {
    from: { encryption_options: { use_aws_owned_key: false, kms_key_id: KEY } },
    to: { encryption_options: undefined },
  },
  ldap_server_metadata: {
    from: { ...LDAP_BROKER, ldap_server_metadata: LDAP },
    to: { ldap_server_metadata: undefined },
  },
  logs: { to: { logs: undefined } },
  maintenance_window_start_time: {
    from: { maintenance_window_start_time: WINDOW },
    to: { maintenance_window_start_time: undefined },
  },
  security_groups: { to: { security_groups: undefined } },
};

/** For each argument of a configuration one change of nothing else. */
export const CONFIGURATION_CHANGES: Readonly<Record<string, object>> = {
  authentication_strategy: { authentication_strategy: 'ldap' },
  data: { data: CANONICAL_DOCUMENT.replace('"false"', '"true"') },
  description: { description: 'said' },
  engine_type: { engine_type: 'RabbitMQ' },
  engine_version: { engine_version: '5.19' },
  name: { name: 'renamed' },
  region: { region: 'us-east-1' },
  tags: { tags: { team: 'orders' } },
};

/** The name of the resource on which an argument is changed. */
export function nameOf(argument: string): string {
  return argument.replace('.', '-');
}

/** A stack with a broker for each change, before or after it. */
export function brokersWith(
  when: 'from' | 'to',
  changes: Readonly<Record<string, ArgumentChange>> = BROKER_CHANGES,
  common: object = {},
): { resource: Resources } {
  const { resource } = brokersByHand(
    Object.fromEntries(
      Object.entries(changes).map(([argument, change]) => [
        nameOf(argument),
        { broker_name: nameOf(argument).slice(-50), ...common, ...change.from, ...(when === 'to' ? change.to : {}) },
      ]),
    ),
  );
  const vpc_id = '${aws_vpc.network.id}';
  const more: Resources = {
    aws_mq_configuration: {
      other: { name: 'other', engine_type: 'ActiveMQ', engine_version: '5.19', data: CANONICAL_DOCUMENT },
    },
    aws_security_group: { more: { vpc_id, name: 'more' } },
    aws_subnet: { c: { vpc_id, cidr_block: '10.0.2.0/24', availability_zone: 'eu-west-1c' } },
  };
  for (const [type, resources] of Object.entries(more)) resource[type] = { ...resource[type], ...resources };
  return { resource };
}

/** A stack with a configuration for each change, before or after it. */
export function configurationsWith(
  when: 'from' | 'to',
  changes: Readonly<Record<string, object>> = CONFIGURATION_CHANGES,
): { resource: Resources } {
  const base = { engine_type: 'ActiveMQ', engine_version: '5.18', data: CANONICAL_DOCUMENT };
  return {
    resource: {
      aws_mq_configuration: Object.fromEntries(
        Object.entries(changes).map(([argument, change]) => [
          argument,
          { ...base, name: argument, ...(when === 'to' ? change : {}) },
        ]),
      ),
    },
  };
}
