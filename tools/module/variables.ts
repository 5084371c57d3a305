import { DayOfWeek } from '../../src/amazon-mq/day-of-week';
import { DEPLOYMENT_MODES, DeploymentMode } from '../../src/amazon-mq/deployment-mode';
import { DEFAULT_ENGINE_VERSION } from '../../src/amazon-mq/engine-version';
import { FORMS } from '../../src/amazon-mq/forms';
import { DEFAULT_INSTANCE_TYPE } from '../../src/amazon-mq/instance-type';
import { LIMITS } from '../../src/amazon-mq/limits';
import { type Protocol, PROTOCOLS } from '../../src/amazon-mq/protocol';
import { STORAGE_TYPES, StorageType } from '../../src/amazon-mq/storage-type';
import { PARAMETER_PATH_FORM, PARAMETER_PATH_LEVELS } from '../../src/broker/connection-parameters-rules';
import { allowedNames, type NameForm } from '../../src/rules/name-form';
import { MEMBER_ID_FORM } from '../../src/topology/network-rules';
import { literals, matches } from './expression';
import { key } from './input-keys';
import { ACKNOWLEDGEABLE } from './module-rules';
import { type RuleInHcl } from './rule-in-hcl';
import { type Variable } from './variable';

/** Name of a protocol in inputs, outputs and addresses. */
export function protocolName({ id }: Protocol): string {
  return id.replaceAll('-', '_');
}

const DAYS = Object.values(DayOfWeek);
const PROTOCOL_NAMES = PROTOCOLS.map(protocolName);

/** Whether a name has a form. */
export function hasNameForm(name: string, { min, max, pattern }: NameForm): string {
  return `length(${name}) >= ${min} && length(${name}) <= ${max} && ${matches(name, pattern)}`;
}

function oneOf(code: string, value: string, allowed: readonly string[]): RuleInHcl {
  return { code, holds: `contains(${literals(allowed)}, ${value})`, shows: value };
}

/** The items that a list has more than once, each once. */
function repeated(code: string, list: string): RuleInHcl {
  return {
    code,
    each: `item in distinct(${list})`,
    holds: `length([for other in ${list} : other if other == item]) == 1`,
    shows: 'item',
  };
}

const PEER_KEYS = ['ipv4_cidr', 'ipv6_cidr', 'prefix_list_id', 'security_group_id'];
const PEERS_OF_GRANT = `[${PEER_KEYS.map((name) => key('grant', name)).join(', ')}]`;

/** A range whose address is the first of the range, as AWS keeps it. */
const isNetwork = (cidr: string, hostPrefix: number) =>
  `try(cidrhost(${cidr}, 0) == cidrhost("\${split("/", ${cidr})[0]}/${hostPrefix}", 0), false)`;

const GRANTS = `flatten([for grant in values(var.allow_from) : [for protocol in try(grant.protocols, []) : try("\${protocol} from \${coalesce(${PEERS_OF_GRANT}...)}", [])]])`;
/** As the rule of the package, without what Terraform's regular expressions lack. */
const LDAP_HOST = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?[.])+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
/** The keys of `ldap`, with their types: those of the provider, and a secret for the password. */
const LDAP_TYPES = {
  hosts: 'list(string)',
  role_base: 'string',
  role_name: 'optional(string)',
  role_search_matching: 'string',
  role_search_subtree: 'optional(bool, false)',
  service_account_username: 'string',
  service_account_secret: 'object({ id = string, field = optional(string) })',
  user_base: 'string',
  user_role_name: 'optional(string)',
  user_search_matching: 'string',
  user_search_subtree: 'optional(bool, false)',
} as const;

export const LDAP_KEYS: readonly string[] = Object.keys(LDAP_TYPES);

function objectType(types: Readonly<Record<string, string>>): string {
  const keys = Object.entries(types).map(([name, type]) => `${name} = ${type}`);
  return `object({ ${keys.join(', ')} })`;
}

const WINDOW = 'window in var.maintenance_window[*]';

/** What can be wrong with the peers of grants. */
function peerRules(input: string): RuleInHcl[] {
  const eachPeer = (kind: string) =>
    `peer in [for grant in values(var.${input}) : ${key('grant', kind)} if ${key('grant', kind)} != null]`;
  return [
    {
      code: 'peer-one',
      each: `name, grant in var.${input}`,
      holds: `length([for peer in ${PEERS_OF_GRANT} : true if peer != null]) == 1`,
      shows: 'name',
      allowed: 'one of ipv4_cidr, ipv6_cidr, prefix_list_id and security_group_id',
      remedy: 'set exactly one of them for each grant',
      reason: 'AWS accepts one peer for a rule of a security group',
    },
    {
      code: 'peer-cidr-form',
      each: eachPeer('ipv4_cidr'),
      holds: `can(cidrnetmask(peer)) && ${isNetwork('peer', 32)}`,
      shows: 'peer',
      facts: { peer: { kind: 'ipv4' } },
    },
    {
      code: 'peer-cidr-form',
      each: eachPeer('ipv6_cidr'),
      holds: `strcontains(peer, ":") && ${isNetwork('peer', 128)}`,
      shows: 'peer',
      facts: { peer: { kind: 'ipv6' } },
    },
    {
      code: 'peer-id-form',
      each: eachPeer('prefix_list_id'),
      holds: matches('peer', FORMS.prefixListId),
      shows: 'peer',
      facts: { peer: { kind: 'prefix-list' } },
    },
    {
      code: 'peer-id-form',
      each: eachPeer('security_group_id'),
      holds: matches('peer', FORMS.securityGroupPeer),
      shows: 'peer',
      facts: { peer: { kind: 'security-group' } },
    },
  ];
}

/** A number of milliseconds of `network_of_brokers`. */
const numberOfMember = (code: string, name: string, max: number): RuleInHcl => ({
  code,
  each: `value in [for member in var.network_of_brokers[*] : lookup(member, "${name}", null)]`,
  holds: `value == null || try(value >= 1000 && value <= ${max} && floor(value) == value, false)`,
  shows: 'value',
  allowed: `a whole number of milliseconds from 1000 to ${max}`,
  remedy: 'leave it out',
});

const tagCount = (tags: string): RuleInHcl => ({
  code: 'tag-count',
  holds: `length(${tags}) <= ${LIMITS.tagsPerResource}`,
  shows: `length(${tags})`,
});

const TAG_FORM: RuleInHcl = {
  code: 'tag-form',
  each: 'key, value in var.tags',
  holds: [
    `length(key) >= ${LIMITS.tagKey.min} && length(key) <= ${LIMITS.tagKey.max}`,
    `length(value) <= ${LIMITS.tagValue.max}`,
    '!startswith(lower(key), "aws:")',
    matches('key', FORMS.tagCharacters),
    matches('value', FORMS.tagCharacters),
  ].join(' && '),
  shows: 'key',
};

/** The tags of the modules that add no name. */
export const TAGS: Variable = {
  type: 'map(string)',
  description: 'Tags of everything that is made.',
  default: {},
  rules: [tagCount('var.tags'), TAG_FORM],
};

export const VARIABLES: Readonly<Record<string, Variable>> = {
  broker_name: {
    type: 'string',
    description: `Name of the broker: ${allowedNames(LIMITS.brokerName)}. A change replaces the broker.`,
    rules: [
      {
        code: 'broker-name-form',
        holds: hasNameForm('var.broker_name', LIMITS.brokerName),
        shows: 'var.broker_name',
      },
    ],
  },
  deployment_mode: {
    type: 'string',
    description:
      'ACTIVE_STANDBY_MULTI_AZ for two instances in two zones on one store, or SINGLE_INSTANCE. A change replaces the broker.',
    default: DeploymentMode.ACTIVE_STANDBY_MULTI_AZ,
    rules: [oneOf('deployment-mode', 'var.deployment_mode', DEPLOYMENT_MODES.ActiveMQ)],
  },
  engine_version: {
    type: 'string',
    description:
      'Version of ActiveMQ, as major.minor. A change reboots the broker, or waits for its maintenance window; Amazon MQ rejects a downgrade.',
    default: DEFAULT_ENGINE_VERSION.version,
    rules: [
      {
        code: 'engine-version-form',
        holds: matches('var.engine_version', FORMS.engineVersion),
        shows: 'var.engine_version',
      },
    ],
  },
  instance_type: {
    type: 'string',
    description: 'Size of the instances. A change reboots the broker, or waits for its maintenance window.',
    default: DEFAULT_INSTANCE_TYPE.name,
    rules: [
      {
        code: 'instance-type-form',
        holds: matches('var.instance_type', FORMS.instanceType),
        shows: 'var.instance_type',
      },
    ],
  },
  storage_type: {
    type: 'string',
    description:
      'EFS, kept in several zones, or EBS, for throughput: on mq.m5 and a single instance only. It stays what it was when the broker was created.',
    default: StorageType.EFS,
    rules: [oneOf('storage-type', 'var.storage_type', STORAGE_TYPES)],
  },
  publicly_accessible: {
    type: 'bool',
    description:
      'Whether the broker has public addresses. Its security group still decides who reaches it. A change replaces the broker.',
    default: false,
  },
  network: {
    type: 'object({ vpc_id = string, subnet_ids = list(string) })',
    description:
      'VPC and subnets that exist: one subnet for a single instance, two of two zones for active/standby. Left out, a VPC is made. A change of the subnets replaces the broker.',
    default: null,
    rules: [
      {
        code: 'vpc-id-form',
        each: 'id in var.network[*].vpc_id',
        holds: matches('id', FORMS.vpcId),
        shows: 'id',
      },
      {
        code: 'subnet-id-form',
        each: 'id in try(var.network.subnet_ids, [])',
        holds: matches('id', FORMS.subnetId),
        shows: 'id',
      },
      repeated('subnet-unique', 'try(var.network.subnet_ids, [])'),
    ],
  },
  vpc_cidr: {
    type: 'string',
    description:
      'Range of the VPC that is made: an IPv4 network of /16 to /28. Each subnet takes a quarter of it, at least a /28.',
    default: '10.0.0.0/24',
    rules: [
      {
        code: 'vpc-cidr-form',
        holds: `can(cidrnetmask(var.vpc_cidr)) && ${isNetwork('var.vpc_cidr', 32)}`,
        shows: 'var.vpc_cidr',
      },
      {
        code: 'vpc-cidr-size',
        holds: 'try(tonumber(split("/", var.vpc_cidr)[1]) >= 16 && tonumber(split("/", var.vpc_cidr)[1]) <= 28, true)',
        shows: 'var.vpc_cidr',
      },
    ],
  },
  availability_zones: {
    type: 'list(string)',
    description:
      'Zones of the subnets that are made, one for each instance. Left out, the first by name that are available and offer the instance type; chosen when the subnets are created, and kept.',
    default: null,
    rules: [repeated('zone-unique', 'coalesce(var.availability_zones, [])')],
  },
  allow_from: {
    type: 'map(object({ protocols = set(string), ipv4_cidr = optional(string), ipv6_cidr = optional(string), prefix_list_id = optional(string), security_group_id = optional(string) }))',
    description: `Who may use which protocols, under names of your own, each with one of ipv4_cidr, ipv6_cidr, prefix_list_id and security_group_id. Protocols: ${PROTOCOL_NAMES.join(', ')}. Nobody else reaches the broker.`,
    default: {},
    keys: { of: 'map', names: ['protocols', ...PEER_KEYS] },
    rules: [
      {
        code: 'grant-protocols',
        each: 'name, grant in var.allow_from',
        holds: 'try(length(grant.protocols) > 0, true)',
        shows: 'name',
      },
      {
        code: 'protocol-name',
        each: 'protocol in flatten([for grant in values(var.allow_from) : try(tolist(grant.protocols), [])])',
        holds: `contains(${literals(PROTOCOL_NAMES)}, protocol)`,
        shows: 'protocol',
        allowed: PROTOCOL_NAMES.join(', '),
        remedy: 'write one of these names',
        reason: 'a broker listens for these protocols only',
      },
      {
        ...repeated('grant-unique', GRANTS),
        allowed: 'each protocol once for a peer',
        remedy: 'remove the protocol from one of the grants to this peer',
        reason: 'AWS rejects a second rule of the same kind',
      },
      ...peerRules('allow_from'),
    ],
  },
  additional_security_group_ids: {
    type: 'list(string)',
    description: `Security groups of the broker beside the one that takes the grants, ${LIMITS.securityGroupsPerBroker} in all.`,
    default: [],
    rules: [
      {
        code: 'security-group-id-form',
        each: 'id in var.additional_security_group_ids',
        holds: matches('id', FORMS.securityGroupId),
        shows: 'id',
      },
    ],
  },
  document: {
    type: 'string',
    description:
      'The ActiveMQ XML of the configuration, in the form Amazon MQ stores; `cdktf-amazon-mq format` writes it so, `cdktf-amazon-mq check` finds more mistakes than Terraform can. A change makes a new revision. Left out, every queue and topic is kept.',
    default: null,
    defaultInWords: 'a document that keeps every queue and topic',
  },
  users: {
    type: 'map(object({ console_access = optional(bool, false), groups = optional(set(string), []), replication_user = optional(bool, false), secret = optional(object({ id = string, field = optional(string) })), secret_name = optional(string) }))',
    description: `Users by name, 1 to ${LIMITS.usersPerBroker}. A password is in \`passwords\`, or in the Secrets Manager secret named by \`secret\` (whole, or in a field of its JSON), or is generated and kept in a secret of its own, named \`secret_name\` if given. A change reboots the broker, or waits for its maintenance window.`,
    default: { admin: { console_access: true } },
    keys: {
      of: 'map',
      names: ['console_access', 'groups', 'replication_user', 'secret', 'secret_name'],
      within: { secret: ['id', 'field'] },
    },
    rules: [
      {
        code: 'user-required',
        holds: 'length(var.users) > 0',
        shows: 'length(var.users)',
      },
      {
        code: 'username-form',
        each: 'name in keys(var.users)',
        holds: hasNameForm('name', LIMITS.username),
        shows: 'name',
      },
      {
        code: 'group-form',
        each: 'name in flatten([for user in values(var.users) : try(tolist(user.groups), [])])',
        holds: hasNameForm('name', LIMITS.group),
        shows: 'name',
      },
      {
        code: 'secret-name-form',
        each: 'name in [for user in values(var.users) : user.secret_name if lookup(user, "secret_name", null) != null]',
        holds: hasNameForm('name', LIMITS.secretName),
        shows: 'name',
      },
      {
        code: 'secret-id-form',
        each: 'id in [for user in values(var.users) : user.secret.id if try(user.secret.id, null) != null]',
        holds: matches('id', FORMS.secretId),
        shows: 'id',
      },
      {
        code: 'replication-user-console',
        each: 'name, user in var.users',
        subject: 'console_access of users',
        holds: '!try(user.replication_user && user.console_access, false)',
        shows: '"true for ${name}"',
      },
    ],
  },
  network_of_brokers: {
    keys: {
      of: 'object',
      names: ['connectors', 'ttl', 'username', 'group', 'secret', 'replay_delay', 'expire_messages_period'],
      within: { secret: ['id', 'field'] },
    },
    type: 'object({ connectors = optional(map(list(string)), {}), ttl = optional(number, 1), username = optional(string, "network"), group = optional(string, "network"), secret = optional(object({ id = string, field = optional(string) })), replay_delay = optional(number, 1000), expire_messages_period = optional(number, 1000) })',
    description:
      'Makes the broker a member of a network of brokers: a policy by which messages follow their consumers, and a user `username` in `group`, with the password in `secret` or a generated one. `connectors` has the OpenWire URLs of the members that this one connects to, by an id of each; `ttl` is the most hops between two members. See “Network of brokers”.',
    default: null,
    rules: [
      {
        code: 'network-member-id',
        each: 'id in try(keys(var.network_of_brokers.connectors), [])',
        holds: `${matches('id', MEMBER_ID_FORM)} && !strcontains(id, "-to-")`,
        shows: 'id',
      },
      {
        code: 'network-ttl',
        each: 'ttl in [for member in var.network_of_brokers[*] : lookup(member, "ttl", null)]',
        holds: 'ttl == null || try(ttl >= 1 && floor(ttl) == ttl, false)',
        shows: 'ttl',
        allowed: 'a whole number from 1, the most hops between two members',
        remedy: 'count the hops between the two members that are farthest apart',
      },
      numberOfMember('network-replay-delay', 'replay_delay', 60_000),
      numberOfMember('network-expire-messages-period', 'expire_messages_period', 30_000),
      {
        code: 'username-form',
        each: 'name in [for member in var.network_of_brokers[*] : member.username if lookup(member, "username", null) != null]',
        holds: hasNameForm('name', LIMITS.username),
        shows: 'name',
      },
      {
        code: 'group-form',
        each: 'name in [for member in var.network_of_brokers[*] : member.group if lookup(member, "group", null) != null]',
        holds: hasNameForm('name', LIMITS.group),
        shows: 'name',
      },
      {
        code: 'secret-id-form',
        each: 'id in [for member in var.network_of_brokers[*] : member.secret.id if try(member.secret.id, null) != null]',
        holds: matches('id', FORMS.secretId),
        shows: 'id',
      },
    ],
  },
  passwords: {
    type: 'map(string)',
    description:
      'Passwords by user name, for users whose password is neither generated nor in a secret. They are in the state, like every password that the provider sends.',
    default: {},
    sensitive: true,
    rules: [
      {
        code: 'password-form',
        each: 'name, password in var.passwords',
        holds: [
          `length(password) >= ${LIMITS.password.min}`,
          `length(password) <= ${LIMITS.password.max}`,
          `length(distinct(split("", password))) >= ${LIMITS.password.minDistinct}`,
          `!can(regex("[${LIMITS.password.forbidden.join('')}]", password))`,
        ].join(' && '),
        shows: '"the password of ${name}"',
        revealed: true,
      },
    ],
  },
  secret_recovery_window_in_days: {
    type: 'number',
    description:
      'Days that a deleted secret with a generated password can be restored: 7 to 30, or 0 to delete it at once.',
    default: 30,
    rules: [
      {
        code: 'secret-recovery-window',
        holds: 'contains(concat([0], range(7, 31)), var.secret_recovery_window_in_days)',
        shows: 'var.secret_recovery_window_in_days',
      },
    ],
  },
  kms_key_arn: {
    type: 'string',
    description:
      'ARN of the key that encrypts what the broker stores. Left out, a key that AWS owns. A change replaces the broker.',
    default: null,
    rules: [
      {
        code: 'encryption-key-arn',
        each: 'arn in var.kms_key_arn[*]',
        holds: matches('arn', FORMS.kmsKeyArn),
        shows: 'arn',
      },
    ],
  },
  logs: {
    keys: { of: 'object', names: ['general', 'audit', 'resource_policy'] },
    type: 'object({ general = optional(bool, true), audit = optional(bool, true), resource_policy = optional(bool, true) })',
    description:
      'Logs to CloudWatch Logs, and the resource policy without which nothing is written. Switch the policy off where the account and region has one already: one serves all brokers, and AWS allows ten.',
    default: {},
  },
  maintenance_window: {
    keys: { of: 'object', names: ['day_of_week', 'time_of_day', 'time_zone'] },
    type: 'object({ day_of_week = string, time_of_day = string, time_zone = optional(string, "UTC") })',
    description: 'When Amazon MQ may reboot the broker. Left out, Amazon MQ chooses.',
    default: null,
    rules: [
      {
        code: 'maintenance-window-day',
        each: WINDOW,
        holds: `contains(${literals(DAYS)}, window.day_of_week)`,
        shows: 'window.day_of_week',
      },
      {
        code: 'maintenance-window-time',
        each: WINDOW,
        holds: matches('window.time_of_day', FORMS.timeOfDay),
        shows: 'window.time_of_day',
      },
      {
        code: 'maintenance-window-zone',
        each: 'zone in [for window in var.maintenance_window[*] : window.time_zone if can(window.time_zone)]',
        holds: matches('zone', FORMS.timeZone),
        shows: 'zone',
      },
    ],
  },
  apply_immediately: {
    type: 'bool',
    description:
      'Whether a change that needs a reboot reboots the broker in the apply. Otherwise it waits for the maintenance window, and every plan until then shows it again.',
    default: false,
  },
  timeouts: {
    keys: { of: 'object', names: ['create', 'update', 'delete'] },
    type: 'object({ create = optional(string), update = optional(string), delete = optional(string) })',
    description: 'How long Terraform waits for Amazon MQ, as in 45m; 30 minutes by the provider.',
    default: {},
    rules: [
      {
        code: 'timeout-form',
        each: 'timeout in [for timeout in values(var.timeouts) : timeout if timeout != null]',
        holds: matches('timeout', FORMS.goDuration),
        shows: 'timeout',
      },
    ],
  },
  tags: {
    type: 'map(string)',
    description: 'Tags of everything that is made, beside Name.',
    default: {},
    rules: [tagCount('merge({ Name = "" }, var.tags)'), TAG_FORM],
  },
  deletion_protection: {
    type: 'bool',
    description:
      'Whether Terraform fails to destroy or replace the broker. Left out, an active/standby broker is protected and a single instance is not. See “Deletion protection”.',
    default: null,
  },
  configuration: {
    type: 'object({ id = string, revision = number })',
    description:
      'A configuration that exists, and the revision that the broker gets, such as one that several brokers share. Left out, the module makes one of `document`.',
    default: null,
    rules: [
      {
        code: 'configuration-id-form',
        each: 'id in var.configuration[*].id',
        holds: matches('id', FORMS.configurationId),
        shows: 'id',
      },
      {
        code: 'configuration-revision',
        each: 'revision in var.configuration[*].revision',
        holds: 'revision >= 1 && floor(revision) == revision',
        shows: 'revision',
      },
    ],
  },
  configuration_name: {
    type: 'string',
    description:
      'Name of the configuration that is made. Left out, BROKER-ENGINEVERSION-SUFFIX, with a suffix that lets you destroy and apply again. A change takes effect with the next engine version, which needs another name.',
    default: null,
    rules: [
      {
        code: 'configuration-name-form',
        each: 'name in var.configuration_name[*]',
        holds: hasNameForm('name', LIMITS.configurationName),
        shows: 'name',
      },
    ],
  },
  configuration_description: {
    type: 'string',
    description: 'Description of the configuration that is made.',
    default: null,
  },
  security_group: {
    type: 'object({ id = string })',
    description:
      'A security group that exists, in the VPC of the broker. It takes the rules of `allow_from` and `allow_to`. Left out, the module makes one.',
    default: null,
    rules: [
      {
        code: 'security-group-id-form',
        each: 'id in var.security_group[*].id',
        holds: matches('id', FORMS.securityGroupId),
        shows: 'id',
      },
    ],
  },
  allow_to: {
    type: 'map(object({ ports = set(number), ipv4_cidr = optional(string), ipv6_cidr = optional(string), prefix_list_id = optional(string), security_group_id = optional(string) }))',
    description:
      'Where the broker may connect to, under names of your own: TCP ports, such as 636 of an LDAP server, of one of ipv4_cidr, ipv6_cidr, prefix_list_id and security_group_id.',
    default: {},
    keys: { of: 'map', names: ['ports', ...PEER_KEYS] },
    rules: [
      {
        code: 'grant-protocols',
        each: 'name, grant in var.allow_to',
        holds: 'try(length(grant.ports) > 0, true)',
        shows: 'name',
      },
      {
        code: 'grant-port',
        each: 'port in flatten([for grant in values(var.allow_to) : try(tolist(grant.ports), [])])',
        holds: `try(port >= ${LIMITS.port.min} && port <= ${LIMITS.port.max} && floor(port) == port, false)`,
        shows: 'port',
      },
      ...peerRules('allow_to'),
    ],
  },
  use_aws_owned_key: {
    type: 'bool',
    description:
      'Whether a key that AWS owns encrypts what the broker stores. With false and without `kms_key_arn`, the key aws/mq of your account. A change replaces the broker.',
    default: true,
  },
  secret_kms_key_arn: {
    type: 'string',
    description:
      'ARN of the key that encrypts the secrets with generated passwords. Left out, the key aws/secretsmanager of your account.',
    default: null,
    rules: [
      {
        code: 'encryption-key-arn',
        each: 'arn in var.secret_kms_key_arn[*]',
        holds: matches('arn', FORMS.kmsKeyArn),
        shows: 'arn',
      },
    ],
  },
  ldap: {
    keys: {
      of: 'object',
      names: LDAP_KEYS,
      within: { service_account_secret: ['id', 'field'] },
    },
    type: objectType(LDAP_TYPES),
    description:
      'An LDAP directory that authenticates users and knows their groups: one or two hosts, where users and roles are, and the account that searches, with its password in a secret of Secrets Manager. Allow the way there with `allow_to`. To add or remove the directory replaces the broker.',
    default: null,
    rules: [
      {
        code: 'ldap-host-count',
        each: 'hosts in var.ldap[*].hosts',
        holds: `length(hosts) >= 1 && length(hosts) <= ${LIMITS.ldapHosts}`,
        shows: 'length(hosts)',
      },
      {
        code: 'ldap-host-form',
        each: 'host in try(var.ldap.hosts, [])',
        holds: `length(host) <= 253 && ${matches('host', LDAP_HOST)}`,
        shows: 'host',
      },
      {
        code: 'ldap-field-blank',
        each: `name in ["role_base", "role_search_matching", "service_account_username", "user_base", "user_search_matching"]`,
        holds: 'try(trimspace(var.ldap[name]) != "", true)',
        shows: 'name',
      },
    ],
  },
  parameter_path: {
    type: 'string',
    description:
      'Path of SSM parameters for client stacks: failover URLs, URLs by protocol and the id of the security group, such as /messaging/orders. Left out, none are made.',
    default: null,
    rules: [
      {
        code: 'parameter-path-form',
        each: 'path in var.parameter_path[*]',
        holds: `${matches('path', PARAMETER_PATH_FORM)} && !startswith(lower(path), "/aws") && !startswith(lower(path), "/ssm") && length(split("/", path)) - 1 <= ${PARAMETER_PATH_LEVELS}`,
        shows: 'path',
      },
    ],
  },
  parameter_user: {
    type: 'string',
    description: 'User whose secret ARN is a parameter as well, below `parameter_path`.',
    default: null,
  },
  auto_minor_version_upgrade: {
    type: 'bool',
    description:
      'Whether Amazon MQ upgrades minor versions in the maintenance window. It must be true from ActiveMQ 5.18 on.',
    default: true,
  },
  acknowledge: {
    type: 'map(string)',
    description:
      'Rules that do not hold for you, by code, each with a reason: those that look at several inputs, those of documents, and those that AWS may drop. See “Messages”.',
    default: {},
    rules: [
      {
        code: 'acknowledge-code',
        each: 'code in keys(var.acknowledge)',
        holds: `contains(${literals(ACKNOWLEDGEABLE)}, code)`,
        shows: 'code',
        allowed: ACKNOWLEDGEABLE.join(', '),
      },
      {
        code: 'acknowledge-reason',
        each: 'code, reason in var.acknowledge',
        holds: 'trimspace(reason) != ""',
        shows: 'code',
      },
    ],
  },
};
