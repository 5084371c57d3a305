import { type JsonObject, listOf, objectOf, textOf } from '../../../util/json';
import { lookup } from '../../../util/lookup';
import { canonical, isUnset } from '../json';
import { type PlannedChange } from '../planned-change';
import { type Reference } from '../references';
import { type Inventory, type Resource, stateOf, type When } from './inventory';
import { ALL_PORTS } from './ports';

/** Who a security group rule allows. */
export type Source =
  | { readonly kind: 'addresses'; readonly cidr: string }
  | { readonly kind: 'group'; readonly resource: Resource }
  | { readonly kind: 'prefix-list'; readonly resource: Resource }
  | UnknownSource;

/** Addresses that are known only after the apply. */
export interface UnknownSource {
  readonly kind: 'unknown';
  /** The parts of a network whose addresses they are, as they are written; empty where they may be any addresses. */
  readonly of: readonly string[];
}

/** One source that a security group allows on a range of TCP ports. */
export interface Grant {
  /** The rule, or the group that contains the rule. */
  readonly writtenIn: PlannedChange;
  /** Where a change decides what is allowed: mostly there, or else at the source. */
  readonly change: PlannedChange;
  /** The argument that names the source. */
  readonly argument: string;
  readonly source: Source;
  readonly from: number;
  readonly to: number;
}

/** Where a plan writes what security groups allow in one direction. */
export interface Direction {
  /** The type of the rules that are for either direction. */
  readonly type: 'ingress' | 'egress';
  /** The security groups, and the argument in which each has its rules. */
  readonly rulesOfGroup: Readonly<Record<string, string>>;
  /** The rules, and the argument by which each names its group. */
  readonly groupOfRule: Readonly<Record<string, string>>;
  /** The argument with the only rules that a group keeps. */
  readonly onlyRules: string;
  /** Whom the default group of a VPC allows until a plan adopts it. */
  ofDefaultGroup(group: PlannedChange): Source;
  /** The groups that allow everyone where no rule is written. */
  readonly openByDefault: readonly string[];
}

export const INGRESS: Direction = {
  type: 'ingress',
  rulesOfGroup: {
    aws_default_security_group: 'ingress',
    aws_security_group: 'ingress',
    awscc_ec2_security_group: 'security_group_ingress',
  },
  groupOfRule: {
    aws_security_group_rule: 'security_group_id',
    aws_vpc_security_group_ingress_rule: 'security_group_id',
    awscc_ec2_security_group_ingress: 'group_id',
  },
  onlyRules: 'ingress_rule_ids',
  ofDefaultGroup: (resource) => ({ kind: 'group', resource }),
  openByDefault: [],
};

export const EGRESS: Direction = {
  type: 'egress',
  rulesOfGroup: {
    aws_default_security_group: 'egress',
    aws_security_group: 'egress',
    awscc_ec2_security_group: 'security_group_egress',
  },
  groupOfRule: {
    aws_security_group_rule: 'security_group_id',
    aws_vpc_security_group_egress_rule: 'security_group_id',
    awscc_ec2_security_group_egress: 'group_id',
  },
  onlyRules: 'egress_rule_ids',
  ofDefaultGroup: () => ({ kind: 'addresses', cidr: '0.0.0.0/0' }),
  // The provider aws takes away the rule with which EC2 makes a group; CloudFormation leaves it.
  openByDefault: ['awscc_ec2_security_group'],
};

export const GROUP_TYPES = Object.keys(INGRESS.rulesOfGroup);

/** The arguments that name a source, for each way to write a rule. */
const SOURCES: Readonly<Record<string, 'addresses' | 'group' | 'prefix-list'>> = {
  cidr_blocks: 'addresses',
  cidr_ip: 'addresses',
  cidr_ipv_6: 'addresses',
  ipv6_cidr_blocks: 'addresses',
  cidr_ipv4: 'addresses',
  cidr_ipv6: 'addresses',
  prefix_list_ids: 'prefix-list',
  prefix_list_id: 'prefix-list',
  source_prefix_list_id: 'prefix-list',
  destination_prefix_list_id: 'prefix-list',
  security_groups: 'group',
  source_security_group_id: 'group',
  destination_security_group_id: 'group',
  referenced_security_group_id: 'group',
};

const TYPES_OF_SOURCE = { group: GROUP_TYPES, 'prefix-list': ['aws_ec2_managed_prefix_list'] };

/** A rule as a plan has it. */
interface WrittenRule {
  readonly change: PlannedChange;
  readonly rule: JsonObject;
  readonly unknown: JsonObject;
  readonly group: Resource;
  /** Set where the rule is written in a group. */
  readonly argument?: string;
}

/** What a rule resource allows. */
export function grantsOfRule(
  inventory: Inventory,
  { type }: Direction,
  change: PlannedChange,
  group: Resource,
  when: When,
): Grant[] {
  const rule = stateOf(change, when);
  if (change.type === 'aws_security_group_rule' && rule.type !== type) return [];
  return grantsIn(inventory, { change, rule, unknown: when === 'before' ? {} : change.unknown, group });
}

/** What the rules written in a group allow. */
export function grantsInGroup(
  inventory: Inventory,
  { rulesOfGroup, openByDefault }: Direction,
  change: PlannedChange,
  when: When,
): Grant[] {
  const argument = rulesOfGroup[change.type];
  const marks = when === 'before' ? undefined : change.unknown[argument];
  if (marks === true && (openByDefault.includes(change.type) || isWritten(inventory, change, argument))) {
    const source = { kind: 'unknown', of: [] } as const;
    return [{ writtenIn: change, change, argument, source, ...ALL_PORTS }];
  }
  return listOf(stateOf(change, when)[argument]).flatMap((rule, index) =>
    grantsIn(inventory, {
      change,
      rule: objectOf(rule),
      unknown: objectOf(Array.isArray(marks) ? marks[index] : undefined),
      group: change,
      argument,
    }),
  );
}

/** What the rules allow that a plan newly writes in a group; what was there before may have been read back. */
export function newlyInGroup(inventory: Inventory, { rulesOfGroup }: Direction, change: PlannedChange): Grant[] {
  const argument = rulesOfGroup[change.type];
  const had = new Set(listOf(change.before[argument]).map(canonical));
  const written = listOf(stateOf(change, 'after')[argument]).filter((rule) => !had.has(canonical(rule)));
  return written.flatMap((rule) =>
    grantsIn(inventory, { change, rule: objectOf(rule), unknown: {}, group: change, argument }),
  );
}

/** Whether the configuration writes an argument; else it is only read back. */
function isWritten(inventory: Inventory, change: PlannedChange, argument: string): boolean {
  return inventory.planOf(change).causes.references.isWritten(change.written, argument);
}

function grantsIn(inventory: Inventory, written: WrittenRule): Grant[] {
  const { change, rule, unknown, group, argument } = written;
  const ports = portRange(rule, unknown);
  if (ports === undefined) return [];
  const sources = Object.keys(SOURCES).flatMap((name) =>
    isNeverSet(inventory, written, name) ? [] : sourcesIn(inventory, written, name).map((source) => ({ name, source })),
  );
  if (rule.self === true) sources.push({ name: 'self', source: { kind: 'group', resource: group } });
  return sources.map(({ name, source }) => ({
    writtenIn: change,
    change,
    argument: argument ?? name,
    source,
    ...ports,
  }));
}

/**
 * The provider awscc marks each argument that is not set as known only after the apply. A rule of it has one source, so that
 * the others are not set.
 */
function isNeverSet(inventory: Inventory, { change, rule, unknown, argument }: WrittenRule, name: string): boolean {
  if (!change.type.startsWith('awscc_') || unknown[name] !== true) return false;
  if (Object.keys(SOURCES).some((other) => !isUnset(rule[other]))) return true;
  return argument === undefined && !isWritten(inventory, change, name);
}

function sourcesIn(inventory: Inventory, { change, rule, unknown, argument }: WrittenRule, name: string): Source[] {
  const kind = SOURCES[name];
  const known = [rule[name]].flat().flatMap((value) => sourceOf(inventory, kind, textOf(value) ?? ''));
  const marks = unknown[name];
  if (marks !== true && !(Array.isArray(marks) && marks.includes(true))) return known;
  if (kind === 'addresses') return [...known, unknownAddresses(inventory, change, argument ?? name)];
  const referred = inventory
    .referredTo(change, argument ?? name)
    .filter(({ type }) => TYPES_OF_SOURCE[kind].includes(type))
    .map((resource): Source => ({ kind, resource }));
  return [...known, ...(referred.length > 0 ? referred : [{ kind: 'unknown', of: [] } as const])];
}

const OF_NETWORKS: readonly string[] = ['cidr_block', 'ipv6_cidr_block'];
const OF_INTERFACES: readonly string[] = ['ipv6_addresses', 'private_ip', 'private_ips'];

/** The attributes with the addresses of a part of a network, which are never those of everyone. */
const ADDRESSES_WITHIN: Readonly<Record<string, readonly string[]>> = {
  aws_default_subnet: OF_NETWORKS,
  aws_default_vpc: OF_NETWORKS,
  aws_instance: OF_INTERFACES,
  aws_nat_gateway: OF_INTERFACES,
  aws_network_interface: OF_INTERFACES,
  aws_subnet: OF_NETWORKS,
  aws_vpc: OF_NETWORKS,
  aws_vpc_ipv4_cidr_block_association: OF_NETWORKS,
  aws_vpc_ipv6_cidr_block_association: OF_NETWORKS,
};

/** Whose addresses they are is known by reference, unless a local value hides a part of it. */
function unknownAddresses(inventory: Inventory, change: PlannedChange, argument: string): UnknownSource {
  const { references, hidden } = inventory.planOf(change).causes.references.sourcesOf(change.written, argument);
  const networks = references.filter(({ resource }) => !NO_ADDRESSES.has(typeOf(resource)));
  const isWithin = ({ resource, attribute }: Reference) =>
    lookup(ADDRESSES_WITHIN, typeOf(resource))?.includes(attribute ?? '') === true;
  if (hidden || !networks.every(isWithin)) return { kind: 'unknown', of: [] };
  return { kind: 'unknown', of: [...new Set(networks.map(({ resource }) => resource))].sort() };
}

/** What the rules in a group refer to besides addresses. */
const NO_ADDRESSES: ReadonlySet<string> = new Set(Object.values(TYPES_OF_SOURCE).flat());

/** The type of a resource by its address as it is written. */
function typeOf(written: string): string {
  return written.split('.').at(-2) ?? '';
}

/** A group of another account is written as `123456789012/sg-0123`. */
function sourceOf(inventory: Inventory, kind: 'addresses' | 'group' | 'prefix-list', text: string): Source[] {
  if (text === '') return [];
  if (kind === 'addresses') return [{ kind, cidr: text }];
  return [{ kind, resource: inventory.withId(text.slice(text.lastIndexOf('/') + 1)) }];
}

function portRange(rule: JsonObject, unknown: JsonObject): Pick<Grant, 'from' | 'to'> | undefined {
  const protocol = String(rule.protocol ?? rule.ip_protocol ?? '').toLowerCase();
  const isAny = protocol === '-1' || protocol === 'all' || unknown.protocol === true || unknown.ip_protocol === true;
  if (isAny) return ALL_PORTS;
  if (protocol !== 'tcp' && protocol !== '6') return undefined;
  return {
    from: Number(rule.from_port ?? ALL_PORTS.from),
    to: Number(rule.to_port ?? ALL_PORTS.to),
  };
}
