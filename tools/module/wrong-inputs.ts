import { combination, input, type WrongInput } from './wrong-input';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const XMLNS = 'xmlns="http://activemq.apache.org/schema/core"';

const network = (...subnetIds: string[]) => ({ vpc_id: 'vpc-0123456789abcdef0', subnet_ids: subnetIds });
const grant = (peer: object, protocols = ['openwire']) => ({ clients: { protocols, ...peer } });
const user = (properties: object) => ({ orders: properties });
/** Written out: OpenTofu takes no functions in the variables of a run. */
const numbered = (count: number, prefix: string, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, number) => [`${prefix}-${number}`, value]));
const document = (text: string) => `${DECLARATION}${text}\n`;
const MEMBER_POLICY =
  '<destinationPolicy><policyMap><policyEntries><policyEntry queue="&gt;"><networkBridgeFilterFactory><conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true"/></networkBridgeFilterFactory></policyEntry></policyEntries></policyMap></destinationPolicy>';
const window = (change: object) => ({ day_of_week: 'SUNDAY', time_of_day: '03:00', ...change });

const directory = () => ({
  hosts: ['ldap.example.com'],
  role_base: 'ou=groups,dc=example,dc=com',
  role_search_matching: '(member={0})',
  service_account_username: 'cn=amazon-mq,dc=example,dc=com',
  service_account_secret: { id: 'ldap/amazon-mq' },
  user_base: 'ou=users,dc=example,dc=com',
  user_search_matching: '(uid={0})',
});

export const WRONG_INPUTS: readonly WrongInput[] = [
  input('broker-name-form', 'broker_name', 'orders & invoices'),
  input('deployment-mode', 'deployment_mode', 'CLUSTER_MULTI_AZ'),
  input('engine-version-form', 'engine_version', '5.18.7'),
  combination('engine-version-supported', 'aws_mq_broker.this', { engine_version: '5.17' }),
  combination('engine-version-supported', 'aws_mq_broker.this', { engine_version: '5.9' }),
  input('instance-type-form', 'instance_type', 'm5.large'),
  combination('instance-type-creatable', 'aws_vpc.this', { instance_type: 'mq.t2.micro' }),
  combination('instance-type-engine', 'aws_vpc.this', { instance_type: 'mq.m7g.large' }),
  input('storage-type', 'storage_type', 'gp3'),
  input('vpc-id-form', 'network', { ...network('subnet-0123456789abcdef0'), vpc_id: 'orders' }),
  input('subnet-id-form', 'network', network('private-a', 'private-b')),
  input('subnet-unique', 'network', network('subnet-0123456789abcdef0', 'subnet-0123456789abcdef0')),
  input('vpc-cidr-form', 'vpc_cidr', '10.0.0.1/24'),
  input('vpc-cidr-form', 'vpc_cidr', '10.0.0/24'),
  input('vpc-cidr-size', 'vpc_cidr', '10.0.0.0/8'),
  input('zone-unique', 'availability_zones', ['eu-west-1a', 'eu-west-1a']),
  input('grant-protocols', 'allow_from', grant({ ipv4_cidr: '10.20.0.0/16' }, [])),
  input('protocol-name', 'allow_from', grant({ ipv4_cidr: '10.20.0.0/16' }, ['jms'])),
  input('peer-one', 'allow_from', grant({})),
  input('peer-one', 'allow_from', grant({ ipv4_cidr: '10.20.0.0/16', security_group_id: 'sg-0123456789abcdef0' })),
  input('grant-unique', 'allow_from', {
    office: { ipv4_cidr: '10.20.0.0/16', protocols: ['openwire'] },
    clients: { ipv4_cidr: '10.20.0.0/16', protocols: ['openwire', 'amqp'] },
  }),
  input('peer-cidr-form', 'allow_from', grant({ ipv4_cidr: '10.20.1.0/16' })),
  input('peer-cidr-form', 'allow_from', grant({ ipv6_cidr: '2001:db8::1/32' })),
  input('peer-id-form', 'allow_from', grant({ prefix_list_id: 'offices' })),
  input('peer-id-form', 'allow_from', grant({ security_group_id: 'default' })),
  combination('security-group-count', 'aws_mq_broker.this', {
    additional_security_group_ids: ['sg-1', 'sg-2', 'sg-3', 'sg-4', 'sg-5'],
  }),
  input('security-group-id-form', 'additional_security_group_ids', ['default']),
  combination('document-root', 'aws_mq_configuration.this', { document: document(`<beans ${XMLNS}/>`) }),
  combination('document-form', 'aws_mq_configuration.this', { document: `<broker ${XMLNS}/>` }),
  combination('document-form', 'aws_mq_configuration.this', {
    document: document(`<broker ${XMLNS} schedulePeriodForDestinationPurge="0"/>`),
  }),
  combination('placeholder', 'aws_mq_configuration.this', {
    document: document(`<broker schedulePeriodForDestinationPurge="\${period}" ${XMLNS}/>`),
  }),
  input('user-required', 'users', {}),
  combination('user-count', 'aws_mq_broker.this', {
    users: numbered(251, 'user', {}),
  }),
  input('username-form', 'users', { 'orders:admin': {} }),
  combination('group-count', 'aws_mq_broker.this', {
    users: user({ groups: Array.from({ length: 21 }, (_, index) => `group-${index}`) }),
  }),
  input('group-form', 'users', user({ groups: ['all clients'] })),
  input('replication-user-console', 'users', user({ replication_user: true, console_access: true })),
  input('input-key', 'network_of_brokers', { conectors: {} }),
  input('network-member-id', 'network_of_brokers', { connectors: { 'a-to-b': ['ssl://localhost:61617'] } }),
  input('network-ttl', 'network_of_brokers', { ttl: 0 }),
  input('network-replay-delay', 'network_of_brokers', { replay_delay: 10 }),
  input('network-expire-messages-period', 'network_of_brokers', { expire_messages_period: 60000 }),
  input('username-form', 'network_of_brokers', { username: 'the network' }),
  input('group-form', 'network_of_brokers', { group: 'all brokers' }),
  input('secret-id-form', 'network_of_brokers', { secret: { id: 'orders & invoices' } }),
  combination('network-user-taken', 'aws_mq_broker.this', { network_of_brokers: { username: 'admin' } }),
  combination('network-configuration', 'aws_mq_broker.this', {
    network_of_brokers: {},
    configuration: { id: 'c-0123', revision: 1 },
  }),
  combination('network-connectors', 'aws_mq_configuration.this', {
    network_of_brokers: { connectors: { a: ['ssl://localhost:61617'] } },
    document: document(`<broker ${XMLNS}>${MEMBER_POLICY}<networkConnectors/></broker>`),
  }),
  combination('network-replay', 'aws_mq_configuration.this', {
    network_of_brokers: {},
    document: document(`<broker ${XMLNS}/>`),
  }),
  combination('network-group', 'aws_mq_configuration.this', {
    network_of_brokers: {},
    document: document(
      `<broker ${XMLNS}>${MEMBER_POLICY}<plugins><authorizationPlugin><map><authorizationMap/></map></authorizationPlugin></plugins></broker>`,
    ),
  }),
  input('password-form', 'passwords', { admin: 'too:short' }),
  input('secret-recovery-window', 'secret_recovery_window_in_days', 3),
  input('encryption-key-arn', 'kms_key_arn', 'alias/messages'),
  input('maintenance-window-day', 'maintenance_window', window({ day_of_week: 'Sunday' })),
  input('maintenance-window-time', 'maintenance_window', window({ time_of_day: '25:00' })),
  input('maintenance-window-zone', 'maintenance_window', window({ time_zone: 'KST' })),
  input('timeout-form', 'timeouts', { create: '45' }),
  input('tag-count', 'tags', numbered(50, 'tag', '')),
  input('tag-form', 'tags', { 'aws:team': 'orders' }),
  input('input-key', 'users', user({ console_acess: true })),
  input('input-key', 'users', user({ secret: { id: 'telemetry/devices', key: 'password' } })),
  input('input-key', 'allow_from', grant({ ipv4_cidr: '10.20.0.0/16', cidr: '10.30.0.0/16' })),
  input('input-key', 'allow_to', { directory: { ports: [636], ipv4_cidr: '10.30.0.0/16', port: 389 } }),
  input('input-key', 'logs', { genral: false }),
  input('input-key', 'maintenance_window', window({ timezone: 'Asia/Seoul' })),
  input('input-key', 'timeouts', { craete: '45m' }),
  input('input-key', 'ldap', { ...directory(), user_search_subtre: true }),
  input('grant-protocols', 'allow_to', { directory: { ports: [], ipv4_cidr: '10.30.0.0/16' } }),
  input('grant-port', 'allow_to', { directory: { ports: [0, 65536], ipv4_cidr: '10.30.0.0/16' } }),
  input('peer-one', 'allow_to', { directory: { ports: [636] } }),
  input('peer-cidr-form', 'allow_to', { directory: { ports: [636], ipv4_cidr: '10.30.0.1/16' } }),
  input('configuration-id-form', 'configuration', { id: 'orders', revision: 1 }),
  input('configuration-revision', 'configuration', { id: 'c-0123', revision: 0 }),
  input('configuration-name-form', 'configuration_name', 'orders and invoices'),
  input('security-group-id-form', 'security_group', { id: 'default' }),
  input('encryption-key-arn', 'secret_kms_key_arn', 'alias/secrets'),
  input('secret-name-form', 'users', user({ secret_name: 'orders & invoices' })),
  input('secret-id-form', 'users', user({ secret: { id: 'orders & invoices' } })),
  input('parameter-path-form', 'parameter_path', 'messaging/orders'),
  input('parameter-path-form', 'parameter_path', '/aws/orders'),
  input('ldap-host-count', 'ldap', { ...directory(), hosts: [] }),
  input('ldap-host-form', 'ldap', { ...directory(), hosts: ['ldaps://ldap.example.com:636'] }),
  input('ldap-field-blank', 'ldap', { ...directory(), user_base: ' ' }),
  input('acknowledge-code', 'acknowledge', { 'broker-name-form': 'we like it' }),
  input('acknowledge-reason', 'acknowledge', { 'standby-micro': ' ' }),
  combination('auto-minor-upgrade', 'aws_mq_broker.this', { auto_minor_version_upgrade: false }),
  combination('parameter-user', 'aws_mq_broker.this', {
    parameter_path: '/messaging/orders',
    parameter_user: 'nobody',
  }),
  combination('subnet-count', 'aws_mq_broker.this', { network: network('subnet-0123456789abcdef0') }),
  combination('storage-deployment-mode', 'aws_mq_broker.this', { storage_type: 'EBS' }),
  combination('storage-instance-type', 'aws_mq_broker.this', {
    deployment_mode: 'SINGLE_INSTANCE',
    storage_type: 'EBS',
    instance_type: 'mq.t3.micro',
    network: network('subnet-0123456789abcdef0'),
  }),
  combination('password-user', 'aws_mq_broker.this', { passwords: { nobody: 'correct-horse-battery' } }),
  combination('subnet-fit', 'aws_vpc.this', { vpc_cidr: '10.0.0.0/28' }),
  combination('zone-count', 'aws_subnet.first', {
    deployment_mode: 'SINGLE_INSTANCE',
    availability_zones: ['eu-west-1a', 'eu-west-1b'],
  }),
  combination('unknown-element', 'aws_mq_configuration.this', {
    document: document(`<broker ${XMLNS}><plugins><simpleAuthenticationPlugin/></plugins></broker>`),
  }),
  combination('unknown-attribute', 'aws_mq_configuration.this', {
    document: document(`<broker useJmx="true" ${XMLNS}/>`),
  }),
  combination('attribute-version', 'aws_mq_configuration.this', {
    engine_version: '5.18',
    document: document(`<broker maxUncommittedCount="1000" ${XMLNS}/>`),
  }),
  combination('standby-micro', 'check.standby_micro', { instance_type: 'mq.t3.micro' }),
  combination('public-open-to-internet', 'check.public_open_to_internet', {
    publicly_accessible: true,
    allow_from: grant({ ipv4_cidr: '0.0.0.0/0' }),
  }),
  combination('public-security-group-peer', 'check.public_security_group_peer', {
    publicly_accessible: true,
    allow_from: grant({ security_group_id: 'sg-0123456789abcdef0' }),
  }),
];
