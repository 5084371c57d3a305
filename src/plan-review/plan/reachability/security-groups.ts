import { append } from '../../../util/append';
import { listOf, objectOf, textOf } from '../../../util/json';
import { remembered } from '../../../util/remembered';
import { type PlannedChange } from '../planned-change';
import {
  type Direction,
  type Grant,
  grantsInGroup,
  grantsOfRule,
  GROUP_TYPES,
  INGRESS,
  newlyInGroup,
  type Source,
} from './grants';
import { type Inventory, type Resource, stateOf, type When } from './inventory';
import { ALL_PORTS } from './ports';

const ENTRY = 'aws_ec2_managed_prefix_list_entry';
/** It takes away each rule of a group that it does not list, whoever made it. */
const EXCLUSIVE = 'aws_vpc_security_group_rules_exclusive';

export const PREFIX_LIST_TYPES: readonly string[] = ['aws_ec2_managed_prefix_list', ENTRY];

/** The types that have a say in what a security group allows. */
export function securityGroupTypes({ groupOfRule }: Direction): string[] {
  return [...GROUP_TYPES, ...Object.keys(groupOfRule), ...PREFIX_LIST_TYPES, EXCLUSIVE];
}

/** What security groups allow before and after the apply, by all their rules in all plans of a run. */
export class SecurityGroups {
  readonly #rules = { before: new Map<Resource, PlannedChange[]>(), after: new Map<Resource, PlannedChange[]>() };
  readonly #entries = { before: new Map<Resource, PlannedChange[]>(), after: new Map<Resource, PlannedChange[]>() };
  readonly #grants = { before: new Map<Resource, readonly Grant[]>(), after: new Map<Resource, readonly Grant[]>() };
  readonly #exclusive = new Map<Resource, ExclusiveRules>();
  readonly #touched = new Set<Resource>();
  readonly #sourcesChange: boolean;

  constructor(
    readonly inventory: Inventory,
    readonly direction: Direction = INGRESS,
  ) {
    const { groupOfRule } = direction;
    const ruleTypes = Object.keys(groupOfRule);
    this.#sourcesChange =
      inventory.changesAny('aws_ec2_managed_prefix_list', ENTRY) || inventory.ofType(...GROUP_TYPES).some(isDeleted);
    this.#identifyAdoptedGroups();
    for (const rule of inventory.ofType(...ruleTypes)) {
      const id = textOf(rule.before.security_group_rule_id);
      if (id !== undefined) inventory.addId(id, rule);
    }
    for (const when of ['before', 'after'] as const) {
      for (const rule of inventory.ofType(...ruleTypes)) {
        for (const group of inventory.named(rule, groupOfRule[rule.type], when)) {
          append(this.#rules[when], group, rule);
          if (rule.changes) this.#touched.add(group);
        }
      }
      for (const entry of inventory.ofType(ENTRY)) {
        for (const list of inventory.named(entry, 'prefix_list_id', when)) append(this.#entries[when], list, entry);
      }
    }
    for (const group of inventory.ofType(...GROUP_TYPES)) if (group.changes) this.#touched.add(group);
    for (const change of inventory.ofType(EXCLUSIVE)) if (change.changes) this.#makeExclusive(change);
  }

  /** The groups that a plan changes, or a rule of which it changes. */
  get touched(): ReadonlySet<Resource> {
    return this.#touched;
  }

  /** Whether a plan changes a group, one of its rules, or what may be the source of a rule. */
  isTouched(group: Resource): boolean {
    return this.#sourcesChange || this.#touched.has(group);
  }

  /** What a group allows, each source and range of ports once. */
  grants(group: Resource, when: When): readonly Grant[] {
    return remembered(this.#grants[when], group, () => {
      const found = when === 'before' ? this.#before(group) : this.#after(group);
      return [...found.values()]
        .flatMap((grant) => this.#unlessTakenAway(grant, group, when))
        .flatMap((grant) => this.#bySource(grant, when));
    });
  }

  /** The rules of a group that have another group as their source after the apply, although a plan may delete it. */
  rulesNaming(source: PlannedChange, group: Resource): PlannedChange[] {
    const grants = [...this.#after(group).values()];
    return grants.flatMap((grant) =>
      'resource' in grant.source && grant.source.resource === source ? [grant.writtenIn] : [],
    );
  }

  /** A text that no other source has; two unknown sources are never the same. */
  nameOf(source: Source, change: PlannedChange): string {
    switch (source.kind) {
      case 'addresses':
        return source.cidr;
      case 'unknown':
        return `unknown of ${this.inventory.nameOf(change)}`;
      default:
        return this.inventory.nameOf(source.resource);
    }
  }

  #before(group: Resource): Map<string, Grant> {
    const inGroup = typeof group === 'string' ? [] : this.#inGroupBefore(group);
    const ofRules = (this.#rules.before.get(group) ?? []).flatMap((rule) => this.#ofRule(rule, group, 'before'));
    return new Map([...this.#byKey([...inGroup, ...ofRules]), ...this.#revokedIn(group)]);
  }

  /** A default group has the rules that AWS gives it until a plan adopts it. */
  #inGroupBefore(group: PlannedChange): Grant[] {
    if (group.type !== 'aws_default_security_group' || group.action !== 'create') {
      return this.#inGroup(group, 'before');
    }
    const source = this.direction.ofDefaultGroup(group);
    return [{ writtenIn: group, change: group, argument: this.#argumentOf(group), source, ...ALL_PORTS }];
  }

  /**
   * The provider reads all rules of a group into it, those of rule resources as well. What a rule resource takes away
   * is therefore taken from what the group is planned to have, unless the plan newly writes it into the group.
   */
  #after(group: Resource): Map<string, Grant> {
    const inGroup = this.#byKey(typeof group === 'string' ? [] : this.#inGroup(group, 'after'));
    const written =
      typeof group === 'string' ? new Set() : this.#byKey(newlyInGroup(this.inventory, this.direction, group));
    for (const rule of this.#rules.before.get(group) ?? []) {
      for (const key of this.#byKey(this.#ofRule(rule, group, 'before')).keys())
        if (!written.has(key)) inGroup.delete(key);
    }
    const revoked = this.#revokedIn(group);
    const ofRules = (this.#rules.after.get(group) ?? []).flatMap((rule) => {
      const grants = this.#byKey(this.#ofRule(rule, group, 'after'));
      return [...grants].filter(([key]) => rule.changes || !revoked.has(key));
    });
    return new Map([...inGroup, ...ofRules]);
  }

  /** The rules that an update of a group takes out of it. It takes those of rule resources away as well, until they are applied again. */
  #revokedIn(group: Resource): Map<string, Grant> {
    if (typeof group === 'string' || group.action !== 'update' || group.isUnknown(this.#argumentOf(group)))
      return new Map();
    const [before, after] = (['before', 'after'] as const).map((when) => this.#byKey(this.#inGroup(group, when)));
    return new Map([...before].filter(([key]) => !after.has(key)));
  }

  #ofRule(rule: PlannedChange, group: Resource, when: When): Grant[] {
    return grantsOfRule(this.inventory, this.direction, rule, group, when);
  }

  #inGroup(group: PlannedChange, when: When): Grant[] {
    return grantsInGroup(this.inventory, this.direction, group, when);
  }

  #argumentOf({ type }: PlannedChange): string {
    return this.direction.rulesOfGroup[type];
  }

  /** A rule resource comes last: what it allows is its own, although the group has it as well. */
  #byKey(grants: readonly Grant[]): Map<string, Grant> {
    return new Map(
      grants.map((grant) => [`${grant.from}-${grant.to} ${this.nameOf(grant.source, grant.change)}`, grant]),
    );
  }

  /** A list of the only rules of a group has an effect when it is applied; what it lists may be known by reference. */
  #makeExclusive(change: PlannedChange): void {
    const argument = this.direction.onlyRules;
    const kept = new Set(this.inventory.named(change, argument, 'after'));
    if (change.onlyDestroyed || change.action === 'forget') return;
    if (change.isUnknown(argument) && this.inventory.referredTo(change, argument).length === 0) return;
    for (const group of this.inventory.named(change, 'security_group_id', 'after')) {
      this.#exclusive.set(group, { change, kept });
      this.#touched.add(group);
    }
  }

  #unlessTakenAway(grant: Grant, group: Resource, when: When): Grant[] {
    const exclusive = this.#exclusive.get(group);
    // What the same plan writes may come after the list, and then stays.
    if (exclusive === undefined || exclusive.kept.has(grant.writtenIn) || grant.writtenIn.changes) return [grant];
    return when === 'after' ? [] : [decidedAt(exclusive.change, this.direction.onlyRules, grant)];
  }

  /** What a grant comes to, as far as the run plans its source: a prefix list, or a group that may be deleted. */
  #bySource(grant: Grant, when: When): Grant[] {
    const { source } = grant;
    if (source.kind === 'prefix-list') return this.#toEntries(grant, source.resource, when);
    if (source.kind !== 'group' || typeof source.resource === 'string') return [grant];
    if (!isDeleted(source.resource)) return [grant];
    return when === 'after' ? [] : [decidedAt(source.resource, 'id', grant)];
  }

  /** A grant to a prefix list as grants to its addresses. What the run does not plan of a list stays as it is. */
  #toEntries(grant: Grant, list: Resource, when: When): Grant[] {
    const addresses = [...this.entriesOf(list, when)].map(([cidr, from]): Grant => ({
      ...decidedAt(from, 'entry', grant),
      source: { kind: 'addresses', cidr },
    }));
    return typeof list === 'string' ? [grant, ...addresses] : addresses;
  }

  /**
   * The addresses of a prefix list, each with the list or the entry resource that has it. The provider reads all entries
   * into a list, those of entry resources as well, as it does with the rules of a group.
   */
  entriesOf(list: Resource, when: When): Map<string, PlannedChange> {
    const entries = new Map<string, PlannedChange>();
    if (typeof list !== 'string') {
      for (const cidr of cidrsIn(list, when)) entries.set(cidr, list);
      for (const cidr of this.#takenFrom(list)) entries.delete(cidr);
    }
    for (const entry of this.#entries[when].get(list) ?? []) {
      const cidr = textOf(stateOf(entry, when).cidr);
      if (cidr !== undefined) entries.set(cidr, entry);
    }
    return entries;
  }

  /** The addresses that a list has from entry resources: after the apply, those that are left have them. */
  #takenFrom(list: PlannedChange): string[] {
    const had = new Set(cidrsIn(list, 'before'));
    const entries = this.#entries.before.get(list) ?? [];
    return entries.flatMap((entry) => textOf(entry.before.cidr) ?? []).filter((cidr) => had.has(cidr));
  }

  /** The group that a plan adopts as a VPC's default group has an id already. */
  #identifyAdoptedGroups(): void {
    for (const group of this.inventory.ofType('aws_default_security_group')) {
      for (const vpc of this.inventory.named(group, 'vpc_id', 'after')) {
        const id = typeof vpc === 'string' ? undefined : textOf(vpc.before.default_security_group_id);
        if (id !== undefined) this.inventory.addId(id, group);
      }
    }
  }
}

function isDeleted({ action }: PlannedChange): boolean {
  return action === 'delete';
}

/** The only rules that a plan leaves a group. */
interface ExclusiveRules {
  readonly change: PlannedChange;
  readonly kept: ReadonlySet<Resource>;
}

function cidrsIn(list: PlannedChange, when: When): string[] {
  return listOf(stateOf(list, when).entry).flatMap((entry) => textOf(objectOf(entry).cidr) ?? []);
}

/** A grant whose rule stays as it is: what a change of its source does is found there. */
function decidedAt(source: PlannedChange, argument: string, grant: Grant): Grant {
  return grant.change.changes ? grant : { ...grant, change: source, argument };
}
