import { DayOfWeek } from '../../src/amazon-mq/day-of-week';
import { DEPLOYMENT_MODES, DeploymentMode } from '../../src/amazon-mq/deployment-mode';
import { DEFAULT_ENGINE_VERSION, ENGINE_VERSIONS } from '../../src/amazon-mq/engine-version';
import { FORMS } from '../../src/amazon-mq/forms';
import { DEFAULT_INSTANCE_TYPE, INSTANCE_TYPES, RABBITMQ_ONLY_FAMILIES } from '../../src/amazon-mq/instance-type';
import { LIMITS } from '../../src/amazon-mq/limits';
import { Protocol } from '../../src/amazon-mq/protocol';
import { STORAGE_TYPES, StorageType } from '../../src/amazon-mq/storage-type';
import { ConfigurationDocument } from '../../src/document/configuration-document';
import { type NameForm } from '../../src/rules/name-form';
import { literal, literals, matches } from './expression';
import { type SaidRule } from './said-rule';

/** An input of the module. */
export interface Variable {
  readonly type: string;
  readonly description: string;
  /** Left out of an input that must be given. */
  readonly default?: unknown;
  /** The default for a reader, where it is long. */
  readonly defaultInWords?: string;
  readonly sensitive?: boolean;
  /** What can be said of the input alone: Terraform before 1.9 lets a validation look at nothing else. */
  readonly rules?: readonly SaidRule[];
}

export const PROTOCOLS: readonly Protocol[] = [
  Protocol.OPENWIRE,
  Protocol.AMQP,
  Protocol.STOMP,
  Protocol.MQTT,
  Protocol.WEBSOCKET,
  Protocol.WEB_CONSOLE,
];

/** Name of a protocol in inputs, outputs and addresses. */
export function protocolName({ id }: Protocol): string {
  return id.replaceAll('-', '_');
}

const DAYS = Object.values(DayOfWeek);
const ENDED = ENGINE_VERSIONS.ActiveMQ.filter(({ endOfSupport }) => endOfSupport).map(({ version }) => version);
const OLDEST = ENGINE_VERSIONS.ActiveMQ.at(-1)!.version;
const RETIRED = INSTANCE_TYPES.filter(({ retired }) => retired?.ActiveMQ).map(({ name }) => name);
const PROTOCOL_NAMES = PROTOCOLS.map(protocolName);

/** A version as a number that orders, as 5019 for 5.19. */
const ordered = (version: string) => `tonumber(split(".", ${version})[0]) * 1000 + tonumber(split(".", ${version})[1])`;

function hasNameForm(name: string, { min, max, pattern }: NameForm): string {
  return `length(${name}) >= ${min} && length(${name}) <= ${max} && ${matches(name, pattern)}`;
}

function inWords({ min, max, allowed }: NameForm): string {
  return `${min} to ${max} ${allowed}`;
}

function oneOf(code: string, value: string, allowed: readonly string[]): SaidRule {
  return { code, holds: `contains(${literals(allowed)}, ${value})`, shows: value };
}

/** The items that a list has more than once, each once. */
function repeated(code: string, list: string): SaidRule {
  return {
    code,
    each: `item in distinct(${list})`,
    holds: `length([for other in ${list} : other if other == item]) == 1`,
    shows: 'item',
  };
}

const eachPeer = (kind: string) =>
  `peer in [for grant in values(var.allow_from) : grant.${kind} if grant.${kind} != null]`;

/** A range whose address is the first of the range, as AWS keeps it. */
const isNetwork = (cidr: string, hostPrefix: number) =>
  `try(cidrhost(${cidr}, 0) == cidrhost("\${split("/", ${cidr})[0]}/${hostPrefix}", 0), false)`;

const GRANTS =
  'flatten([for grant in values(var.allow_from) : [for protocol in grant.protocols : try("${protocol} from ${coalesce(grant.ipv4_cidr, grant.ipv6_cidr, grant.prefix_list_id, grant.security_group_id)}", [])]])';
const WINDOW = 'window in var.maintenance_window[*]';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const DOCUMENT_FORM = {
  remedy: 'write the file with `cdktf-amazon-mq format FILE --write`',
  reason: 'Amazon MQ returns a different text from the one it got, so every plan would show a change',
};
const START_TAG = `<([A-Za-z][\\w.:-]*)((?:\\s+[\\w.:-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*/?>`;
const ATTRIBUTE = `([\\w.:-]+)\\s*=\\s*(?:"[^"]*"|'[^']*')`;

/** Start tags of a document: each a list of name and attributes. */
export function startTags(document: string): string {
  return `regexall(${literal(START_TAG)}, ${document})`;
}

/** Names of the attributes in the text of a start tag. */
export function attributeNames(attributes: string): string {
  return `[for attribute in regexall(${literal(ATTRIBUTE)}, ${attributes}) : attribute[0]]`;
}

export const VARIABLES: Readonly<Record<string, Variable>> = {
  broker_name: {
    type: 'string',
    description: `Name of the broker: ${inWords(LIMITS.brokerName)}. A change replaces the broker.`,
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
      'Version of ActiveMQ, as major.minor. A change reboots the broker, or waits for its maintenance window; a downgrade is refused.',
    default: DEFAULT_ENGINE_VERSION.version,
    rules: [
      {
        code: 'engine-version-form',
        holds: matches('var.engine_version', FORMS.engineVersion),
        shows: 'var.engine_version',
      },
      {
        code: 'engine-version-supported',
        holds: `!contains(${literals(ENDED)}, var.engine_version) && try(${ordered('var.engine_version')} >= ${ordered(literal(OLDEST))}, true)`,
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
      {
        code: 'instance-type-creatable',
        holds: `!contains(${literals(RETIRED)}, var.instance_type)`,
        shows: 'var.instance_type',
      },
      {
        code: 'instance-type-engine',
        holds: `!anytrue([for family in ${literals(RABBITMQ_ONLY_FAMILIES)} : startswith(var.instance_type, "\${family}.")])`,
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
    rules: [
      {
        code: 'grant-protocols',
        each: 'name, grant in var.allow_from',
        holds: 'length(grant.protocols) > 0',
        shows: 'name',
      },
      {
        code: 'protocol-name',
        each: 'protocol in flatten([for grant in values(var.allow_from) : tolist(grant.protocols)])',
        holds: `contains(${literals(PROTOCOL_NAMES)}, protocol)`,
        shows: 'protocol',
        allowed: PROTOCOL_NAMES.join(', '),
        remedy: 'write one of these names',
        reason: 'a broker listens for these protocols only',
      },
      {
        code: 'peer-one',
        each: 'name, grant in var.allow_from',
        holds:
          'length([for peer in [grant.ipv4_cidr, grant.ipv6_cidr, grant.prefix_list_id, grant.security_group_id] : true if peer != null]) == 1',
        shows: 'name',
        allowed: 'one of ipv4_cidr, ipv6_cidr, prefix_list_id and security_group_id',
        remedy: 'set exactly one of them for each grant',
        reason: 'AWS accepts one peer for a rule of a security group',
      },
      {
        ...repeated('grant-unique', GRANTS),
        allowed: 'each protocol once for a peer',
        remedy: 'remove the protocol from one of the grants to this peer',
        reason: 'AWS rejects a second rule of the same kind',
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
    ],
  },
  additional_security_group_ids: {
    type: 'list(string)',
    description: `Security groups of the broker beside the one that takes the grants, ${LIMITS.securityGroupsPerBroker} in all.`,
    default: [],
    rules: [
      {
        code: 'security-group-count',
        holds: `length(var.additional_security_group_ids) + 1 <= ${LIMITS.securityGroupsPerBroker}`,
        shows: 'length(var.additional_security_group_ids) + 1',
      },
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
    default: ConfigurationDocument.durable().xml,
    defaultInWords: 'a document that keeps every queue and topic',
    rules: [
      {
        code: 'document-root',
        holds: `try(${startTags('var.document')}[0][0] == "broker", false)`,
        shows: `try(${startTags('var.document')}[0][0], "no element")`,
        allowed: 'one broker element',
        remedy: 'remove what is around the broker element',
      },
      {
        code: 'document-form',
        holds: `startswith(var.document, ${literal(DECLARATION)}) && !strcontains(var.document, "<!--")`,
        shows: 'strcontains(var.document, "<!--") ? "a comment" : substr(split("\\n", var.document)[0], 0, 80)',
        allowed: `the declaration ${DECLARATION} and no comments`,
        ...DOCUMENT_FORM,
      },
      {
        code: 'document-form',
        each: `tag in ${startTags('var.document')}`,
        holds: `join(" ", ${attributeNames('tag[1]')}) == join(" ", sort(${attributeNames('tag[1]')}))`,
        shows: 'tag[0]',
        allowed: 'attributes sorted by name, xmlns among them',
        ...DOCUMENT_FORM,
      },
      {
        code: 'placeholder',
        each: 'found in regexall("[$#][{][^}]*[}]", var.document)',
        holds: 'false',
        shows: 'found',
        allowed: 'values written out',
        remedy: 'write the value in its place, as templatefile() of Terraform does',
      },
    ],
  },
  users: {
    type: 'map(object({ console_access = optional(bool, false), groups = optional(set(string), []), replication_user = optional(bool, false), secret = optional(object({ id = string, field = optional(string) })) }))',
    description: `Users by name, 1 to ${LIMITS.usersPerBroker}. A password stands in \`passwords\`, or in the Secrets Manager secret named by \`secret\` (whole, or in a field of its JSON), or is generated and kept in a secret of its own. A change reboots the broker, or waits for its maintenance window.`,
    default: { admin: { console_access: true } },
    rules: [
      {
        code: 'user-required',
        holds: 'length(var.users) > 0',
        shows: 'length(var.users)',
      },
      {
        code: 'user-count',
        holds: `length(var.users) <= ${LIMITS.usersPerBroker}`,
        shows: 'length(var.users)',
      },
      {
        code: 'username-form',
        each: 'name in keys(var.users)',
        holds: hasNameForm('name', LIMITS.username),
        shows: 'name',
      },
      {
        code: 'group-count',
        each: 'name, user in var.users',
        holds: `length(user.groups) <= ${LIMITS.groupsPerUser}`,
        shows: '"${length(user.groups)} groups of ${name}"',
      },
      {
        code: 'group-form',
        each: 'name in flatten([for user in values(var.users) : tolist(user.groups)])',
        holds: hasNameForm('name', LIMITS.group),
        shows: 'name',
      },
      {
        code: 'replication-user-console',
        each: 'name, user in var.users',
        subject: 'console_access of users',
        holds: '!(user.replication_user && user.console_access)',
        shows: '"true for ${name}"',
      },
    ],
  },
  passwords: {
    type: 'map(string)',
    description:
      'Passwords by user name, for users whose password is neither generated nor in a secret. They stand in the state, like every password that the provider sends.',
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
    type: 'object({ general = optional(bool, true), audit = optional(bool, true), resource_policy = optional(bool, true) })',
    description:
      'Logs to CloudWatch Logs, and the resource policy without which nothing is written. Switch the policy off where the account and region has one already: one serves all brokers, and AWS allows ten.',
    default: {},
  },
  maintenance_window: {
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
        each: WINDOW,
        holds: matches('window.time_zone', FORMS.timeZone),
        shows: 'window.time_zone',
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
    rules: [
      {
        code: 'tag-count',
        holds: `length(merge({ Name = "" }, var.tags)) <= ${LIMITS.tagsPerResource}`,
        shows: 'length(merge({ Name = "" }, var.tags))',
      },
      {
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
      },
    ],
  },
  deletion_protection: {
    type: 'bool',
    description:
      'Whether Terraform refuses to destroy or replace the broker. Left out, an active/standby broker is protected and a single instance is not. See “Deletion protection”.',
    default: null,
  },
};
