import { compareEngineVersions, CREATABLE_ENGINE_VERSIONS } from '../../src/amazon-mq/engine-version';
import { EBS_FAMILY } from '../../src/amazon-mq/instance-type';
import { permittedRules } from '../../src/document/schema/permitted-rules';
import { template } from './expression';
import { type SaidRule } from './said-rule';
import { attributeNames, startTags } from './variables';

const CHECK = 'remove it; `cdktf-amazon-mq check FILE` names the one that was probably meant';

/** What looks at several inputs is a precondition of the resource that would be rejected. */
export const BROKER_PRECONDITIONS: readonly SaidRule[] = [
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

export const NETWORK_PRECONDITIONS: Readonly<Record<'range' | 'zones', readonly SaidRule[]>> = {
  range: [
    {
      code: 'subnet-fit',
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

/** What the document has, for the rules below. */
export const DOCUMENT_LOCALS = {
  document_tags: template(startTags('var.document')),
  document_attributes: template(
    `flatten([for tag in local.document_tags : [for name in ${attributeNames('tag[1]')} : { element = tag[0], name = name, path = "\${tag[0]}@\${name}" }]])`,
  ),
};

/** Amazon MQ drops what it does not permit and says nothing, so a plan is the last place to find it. */
export const CONFIGURATION_PRECONDITIONS: readonly SaidRule[] = [
  {
    code: 'unknown-element',
    each: 'tag in local.document_tags',
    holds: 'contains(keys(local.permitted_attributes), tag[0])',
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
export const CHECKS: readonly (readonly [subject: string, rule: SaidRule])[] = [
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

function permittedAttributes(engineVersion: string): Record<string, string[]> {
  const elements = permittedRules(engineVersion, 'simple');
  const collections = [...elements.values()].flatMap(({ children }) => [...children.keys()]);
  const entries = [...elements].map(([name, { attributes }]): [string, string[]] => [name, [...attributes.keys()]]);
  return Object.fromEntries([...collections.map((name): [string, string[]] => [name, []]), ...entries].sort());
}
