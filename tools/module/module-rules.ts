import {
  AUTO_MINOR_UPGRADE_REQUIRED_FROM,
  compareEngineVersions,
  CREATABLE_ENGINE_VERSIONS,
  ENGINE_VERSIONS,
} from '../../src/amazon-mq/engine-version';
import { EBS_FAMILY, INSTANCE_TYPES, RABBITMQ_ONLY_FAMILIES } from '../../src/amazon-mq/instance-type';
import { LIMITS } from '../../src/amazon-mq/limits';
import { permittedRules } from '../../src/document/schema/permitted-rules';
import { attributeNames, startTags } from './document-tags';
import { literal, literals, template } from './expression';
import { type RuleInHcl } from './rule-in-hcl';

const CHECK = 'remove it; `cdktf-amazon-mq check FILE` names the one that was probably meant';

const ENDED = ENGINE_VERSIONS.ActiveMQ.filter(({ endOfSupport }) => endOfSupport).map(({ version }) => version);
const FIRST = ENGINE_VERSIONS.ActiveMQ.at(-1)!.version;
const RETIRED = INSTANCE_TYPES.filter(({ retired }) => retired?.ActiveMQ).map(({ name }) => name);

/** A version as a number that orders, as 5019 for 5.19. */
const ordered = (version: string) => `tonumber(split(".", ${version})[0]) * 1000 + tonumber(split(".", ${version})[1])`;

/** On the VPC as well, before the zones that offer the type are looked for in vain. */
const INSTANCE_TYPE_RULES: readonly RuleInHcl[] = [
  {
    code: 'instance-type-creatable',
    subject: 'instance_type',
    holds: `!contains(${literals(RETIRED)}, var.instance_type)`,
    shows: 'var.instance_type',
  },
  {
    code: 'instance-type-engine',
    subject: 'instance_type',
    holds: `!anytrue([for family in ${literals(RABBITMQ_ONLY_FAMILIES)} : startswith(var.instance_type, "\${family}.")])`,
    shows: 'var.instance_type',
  },
];

/**
 * What looks at several inputs is a precondition of the resource that would be rejected. So is what AWS may allow one day: the
 * validation of an input can look at no other input before Terraform 1.9, so it cannot be acknowledged.
 */
export const BROKER_PRECONDITIONS: readonly RuleInHcl[] = [
  {
    code: 'engine-version-supported',
    subject: 'engine_version',
    holds: `!contains(${literals(ENDED)}, var.engine_version) && try(${ordered('var.engine_version')} >= ${ordered(literal(FIRST))}, true)`,
    shows: 'var.engine_version',
  },
  ...INSTANCE_TYPE_RULES,
  {
    code: 'user-count',
    subject: 'users',
    holds: `length(local.users) <= ${LIMITS.usersPerBroker}`,
    shows: 'length(local.users)',
  },
  {
    code: 'group-count',
    subject: 'groups of users',
    each: 'name, user in var.users',
    holds: `length(user.groups) <= ${LIMITS.groupsPerUser}`,
    shows: '"${length(user.groups)} groups of ${name}"',
  },
  {
    code: 'security-group-count',
    subject: 'additional_security_group_ids',
    holds: `length(var.additional_security_group_ids) + 1 <= ${LIMITS.securityGroupsPerBroker}`,
    shows: 'length(var.additional_security_group_ids) + 1',
  },
  {
    code: 'auto-minor-upgrade',
    subject: 'auto_minor_version_upgrade',
    holds: `var.auto_minor_version_upgrade || try(${ordered('var.engine_version')} < ${ordered(literal(AUTO_MINOR_UPGRADE_REQUIRED_FROM.ActiveMQ))}, false)`,
    shows: 'var.auto_minor_version_upgrade',
  },
  {
    code: 'parameter-user',
    subject: 'parameter_user',
    each: 'name in var.parameter_user[*]',
    holds: 'contains(keys(local.users), name) && !contains(nonsensitive(keys(var.passwords)), name)',
    shows: 'name',
    allowed: 'a key of users whose password is in a secret',
    remedy: 'write the name of such a user',
    reason: 'there is no secret whose ARN could be a parameter',
  },
  {
    code: 'network-user-taken',
    subject: 'username of network_of_brokers',
    each: 'member in var.network_of_brokers[*]',
    holds: '!contains(keys(var.users), member.username)',
    shows: 'member.username',
    allowed: 'a name that is not a key of users',
    remedy: 'remove the user from users, or give the network another username',
  },
  {
    code: 'network-configuration',
    subject: 'configuration',
    holds: 'var.configuration == null || var.network_of_brokers == null',
    shows: 'try(var.configuration.id, "")',
    allowed: 'a configuration that the module makes',
    remedy: 'give the document in document, or leave network_of_brokers out',
  },
  {
    code: 'subnet-count',
    subject: 'subnet_ids of network',
    holds: 'length(local.subnet_ids) == local.instances',
    shows: 'length(local.subnet_ids)',
  },
  {
    code: 'storage-deployment-mode',
    holds: 'var.storage_type == "EFS" || local.instances == 1',
    subject: 'storage_type',
    shows: 'var.storage_type',
  },
  {
    code: 'storage-instance-type',
    holds: `var.storage_type == "EFS" || startswith(var.instance_type, "${EBS_FAMILY}.")`,
    subject: 'storage_type',
    shows: '"${var.storage_type} with ${var.instance_type}"',
  },
  {
    code: 'password-user',
    subject: 'passwords',
    each: 'name in nonsensitive(keys(var.passwords))',
    holds: 'contains(keys(var.users), name)',
    shows: 'name',
    allowed: 'names that are keys of users',
    remedy: 'add the user to users, or remove its password',
    reason: 'a password without a user has no effect',
  },
];

export const NETWORK_PRECONDITIONS: Readonly<Record<'range' | 'zones', readonly RuleInHcl[]>> = {
  range: [
    ...INSTANCE_TYPE_RULES,
    {
      code: 'subnet-fit',
      subject: 'vpc_cidr',
      holds: 'local.instances == 1 || tonumber(split("/", var.vpc_cidr)[1]) <= 27',
      shows: 'var.vpc_cidr',
      facts: { subnetCount: 2 },
    },
  ],
  zones: [
    {
      code: 'zone-count',
      holds:
        'var.availability_zones == null ? length(local.zones) >= local.instances : length(local.zones) == local.instances',
      shows: '"${length(local.zones)} for ${var.instance_type} with ${var.storage_type}"',
    },
  ],
};

const VERSIONS = [...CREATABLE_ENGINE_VERSIONS].sort(compareEngineVersions);
const [OLDEST, NEWEST] = [VERSIONS[0], VERSIONS[VERSIONS.length - 1]];

/** Attributes that Amazon MQ permits in its newest version, by element; collections such as policyEntries have none. */
export const PERMITTED_ATTRIBUTES = permittedAttributes(NEWEST);

const PERMITTED_IN = new Map(VERSIONS.map((version) => [version, permittedAttributes(version)]));

/** The first version that has it, by element@attribute, of what the oldest that can be created lacks. */
export const SINCE = Object.fromEntries(
  Object.entries(PERMITTED_ATTRIBUTES)
    .flatMap(([element, attributes]) =>
      attributes.map((attribute) => {
        const has = (version: string) => PERMITTED_IN.get(version)![element]?.includes(attribute);
        return [`${element}@${attribute}`, VERSIONS.find(has)];
      }),
    )
    .filter(([, since]) => since !== OLDEST),
);

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const DOCUMENT_FORM = {
  remedy: 'write the file with `cdktf-amazon-mq format FILE --write`',
  reason: 'Amazon MQ returns a different text from the one it got, so every plan would show a change',
};

/** What the document has, for the rules below: Terraform prints each value that a failed condition names, whole. */
export const DOCUMENT_LOCALS = {
  document_head: template('substr(split("\\n", local.own_document)[0], 0, 80)'),
  document_root: template('try(local.document_tags[0][0], "no element")'),
  document_has_comments: template('strcontains(local.own_document, "<!--")'),
  document_placeholders: template('regexall("[$#][{][^}]*[}]", local.own_document)'),
  document_tags: template(startTags('local.own_document')),
  document_attributes: template(
    `flatten([for tag in local.document_tags : [for name in ${attributeNames('tag[1]')} : { element = tag[0], name = name, path = "\${tag[0]}@\${name}" }]])`,
  ),
};

/** Amazon MQ drops what it does not permit and says nothing, so a plan is the last place to find it. */
export const CONFIGURATION_PRECONDITIONS: readonly RuleInHcl[] = [
  {
    code: 'document-root',
    holds: 'local.document_root == "broker"',
    shows: 'local.document_root',
    allowed: 'one broker element',
    remedy: 'remove what is around the broker element',
  },
  {
    code: 'document-form',
    holds: `startswith(local.document_head, ${literal(DECLARATION)}) && !local.document_has_comments`,
    shows: 'local.document_has_comments ? "a comment" : local.document_head',
    allowed: `the declaration ${DECLARATION} and no comments`,
    ...DOCUMENT_FORM,
  },
  {
    code: 'document-form',
    each: 'tag in local.document_tags',
    holds: `join(" ", ${attributeNames('tag[1]')}) == join(" ", sort(${attributeNames('tag[1]')}))`,
    shows: 'tag[0]',
    allowed: 'attributes sorted by name, xmlns among them',
    ...DOCUMENT_FORM,
  },
  {
    code: 'network-connectors',
    subject: 'document',
    holds: 'length(local.connector_uris) == 0 || !strcontains(local.own_document, "networkConnectors")',
    shows: '"networkConnectors"',
    allowed: 'a document without networkConnectors, if network_of_brokers has connectors',
    remedy: 'remove them from the document, or from network_of_brokers',
    reason: 'a document has one element networkConnectors, and Amazon MQ drops or rejects another one',
  },
  {
    code: 'network-replay',
    subject: 'document',
    holds: `var.network_of_brokers == null || length(regexall("<policyEntry[^>]* queue=", local.own_document)) == length(regexall("replayWhenNoConsumers=\\"true\\"", local.own_document)) && length(regexall("<policyEntry[^>]* queue=\\"&gt;\\"", local.own_document)) > 0`,
    shows:
      '"replayWhenNoConsumers in ${length(regexall("replayWhenNoConsumers=\\"true\\"", local.own_document))} of ${length(regexall("<policyEntry[^>]* queue=", local.own_document))} policy entries of queues"',
    allowed:
      'a policy entry for the queue >, and a conditionalNetworkBridgeFilterFactory with replayWhenNoConsumers="true" in each policy entry of queues',
    remedy: 'leave document out, or add the filter as documents/member.xml.tftpl of the module has it',
    reason: 'messages do not return from a member that lost its consumers',
  },
  {
    code: 'network-group',
    subject: 'document',
    holds:
      'var.network_of_brokers == null || !strcontains(local.own_document, "<authorizationMap") || can(regex("=\\"([^\\"]*,)? *${var.network_of_brokers.group} *(,[^\\"]*)?\\"", local.own_document))',
    shows: '"an authorizationMap without the group ${try(var.network_of_brokers.group, "")}"',
    allowed: 'read, write and admin on the queue > and on the topic > for the group of network_of_brokers',
    remedy: 'add the group to the authorizationMap',
    reason: 'connectors pass what their user may read and write, and nothing else',
  },
  {
    code: 'placeholder',
    each: 'found in local.document_placeholders',
    holds: 'false',
    shows: 'found',
    allowed: 'values written out',
    remedy: 'write the value in its place, as templatefile() of Terraform does',
  },
  {
    code: 'unknown-element',
    each: 'tag in local.document_tags',
    holds: 'tag[0] == local.document_root || contains(keys(local.permitted_attributes), tag[0])',
    shows: 'tag[0]',
    allowed: 'the elements that Amazon MQ permits',
    remedy: CHECK,
  },
  {
    code: 'unknown-attribute',
    each: 'used in local.document_attributes',
    holds:
      'used.name == "xmlns" || strcontains(used.name, ":") || contains(lookup(local.permitted_attributes, used.element, [used.name]), used.name)',
    shows: 'used.path',
    allowed: 'the attributes that Amazon MQ permits',
    remedy: CHECK,
  },
  {
    code: 'attribute-version',
    each: 'used in local.document_attributes',
    holds:
      'try(tonumber(split(".", var.engine_version)[1]) >= tonumber(split(".", local.permitted_since[used.path])[1]), true)',
    shows: 'used.path',
    allowed: 'the attributes that the engine version has',
    remedy: 'remove the attribute, or set engine_version to one that has it',
  },
];

/** What the package warns of is a check, by the input it is about. */
export const CHECKS: readonly (readonly [subject: string, rule: RuleInHcl])[] = [
  [
    'instance_type',
    {
      code: 'standby-micro',
      holds: '!(var.instance_type == "mq.t3.micro" && local.instances == 2)',
      shows: 'var.instance_type',
    },
  ],
  [
    'allow_from',
    {
      code: 'public-open-to-internet',
      each: 'name, grant in var.allow_from',
      holds:
        '!var.publicly_accessible || !(try(endswith(grant.ipv4_cidr, "/0"), false) || try(endswith(grant.ipv6_cidr, "/0"), false))',
      shows: 'name',
    },
  ],
  [
    'allow_from',
    {
      code: 'public-security-group-peer',
      each: 'name, grant in var.allow_from',
      holds: '!var.publicly_accessible || grant.security_group_id == null',
      shows: 'name',
    },
  ],
];

/** Codes that `acknowledge` takes. */
export const ACKNOWLEDGEABLE: readonly string[] = [
  ...new Set(
    [
      ...BROKER_PRECONDITIONS,
      ...NETWORK_PRECONDITIONS.range,
      ...NETWORK_PRECONDITIONS.zones,
      ...CONFIGURATION_PRECONDITIONS,
      ...CHECKS.map(([, rule]) => rule),
    ].map(({ code }) => code),
  ),
].sort();

function permittedAttributes(engineVersion: string): Record<string, string[]> {
  const elements = permittedRules(engineVersion, 'simple');
  const collections = [...elements.values()].flatMap(({ children }) => [...children.keys()]);
  const entries = [...elements].map(([name, { attributes }]): [string, string[]] => [name, [...attributes.keys()]]);
  return Object.fromEntries([...collections.map((name): [string, string[]] => [name, []]), ...entries].sort());
}
