import { AddressSet } from '../../../util/address-set';
import { append } from '../../../util/append';
import { type JsonObject, listOf, objectOf, textOf } from '../../../util/json';
import { type PlannedChange } from '../planned-change';
import { type Inventory, type Resource, stateOf, type When } from './inventory';
import { ALL_PORTS, type BrokerPort } from './ports';

const ACL_TYPES: readonly string[] = ['aws_network_acl', 'aws_default_network_acl'];
const RULE_TYPE = 'aws_network_acl_rule';
const ASSOCIATION_TYPE = 'aws_network_acl_association';

export const NETWORK_ACL_TYPES: readonly string[] = [...ACL_TYPES, RULE_TYPE, ASSOCIATION_TYPE];

/**
 * Answers go to a port that the client's system chose: network ACLs keep no connections, so they need a rule as well.
 * Linux begins with the first of these ports, Windows with the second one.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
 */
const PORTS_OF_ANSWERS = [32_768, 49_152] as const;

interface Rule {
  readonly number: number;
  readonly egress: boolean;
  readonly allow: boolean;
  readonly cidr: string;
  readonly from: number;
  readonly to: number;
}

/** What is taken of a network ACL that no plan has, behind its rules that a plan has. */
const ALLOW_ALL: readonly Rule[] = ['0.0.0.0/0', '::/0'].flatMap((cidr) =>
  [true, false].map((egress) => ({ number: 32_767, egress, allow: true, cidr, ...ALL_PORTS })),
);

/** What network ACLs allow into subnets, and answers out of them, before and after the apply. */
export class NetworkAcls {
  readonly #aclOf = { before: new Map<Resource, Resource>(), after: new Map<Resource, Resource>() };
  readonly #rules = { before: new Map<Resource, PlannedChange[]>(), after: new Map<Resource, PlannedChange[]>() };
  readonly #associations = new Map<Resource, PlannedChange[]>();

  constructor(readonly inventory: Inventory) {
    for (const when of ['before', 'after'] as const) {
      for (const rule of inventory.ofType(RULE_TYPE)) {
        for (const acl of inventory.named(rule, 'network_acl_id', when)) append(this.#rules[when], acl, rule);
      }
      this.#findSubnets(when);
    }
    this.#adoptDefaults();
  }

  /**
   * The addresses that reach a port in a subnet and get their answers, for each port of answers; all of them where no plan
   * has its network ACL.
   */
  allowed(subnet: Resource, { port }: BrokerPort, when: When): AddressSet[] {
    const acl = this.#aclOf[when].get(subnet);
    if (acl === undefined) return PORTS_OF_ANSWERS.map(() => AddressSet.ALL);
    const rules = this.#rulesOf(acl, when);
    const throughPort = (direction: 'ingress' | 'egress', through: number) => {
      if (!this.#isShown(acl, direction, when)) return AddressSet.ALL;
      const isAnswer = direction === 'egress';
      return AddressSet.allowedBy(
        rules.filter(({ egress, from, to }) => egress === isAnswer && from <= through && through <= to),
      );
    };
    const into = throughPort('ingress', port);
    return PORTS_OF_ANSWERS.map((answers) => into.intersection(throughPort('egress', answers)));
  }

  /**
   * Whether the run does not show what a subnet's network ACL allows: it is known only after the apply, or no plan has the
   * ACL that the subnet is moved to, or that loses a rule.
   */
  isUnknown(subnet: Resource): boolean {
    const acl = this.#aclOf.after.get(subnet);
    if (acl === undefined) return false;
    if (typeof acl !== 'string') {
      return ['ingress', 'egress'].some((argument) => acl.changes && acl.unknown[argument] === true);
    }
    const losesRule = (this.#rules.before.get(acl) ?? []).some(
      (rule) => rule.changes && rule.before.rule_action === 'allow',
    );
    return acl !== this.#aclOf.before.get(subnet) || losesRule;
  }

  /** The changes of a plan that have a say in what reaches a subnet. */
  changesFor(subnet: Resource): PlannedChange[] {
    const acls = (['before', 'after'] as const).flatMap((when) => this.#aclOf[when].get(subnet) ?? []);
    const planned = acls.filter((acl) => typeof acl !== 'string');
    const rules = acls.flatMap((acl) =>
      (['before', 'after'] as const).flatMap((when) => this.#rules[when].get(acl) ?? []),
    );
    const members = [...rules, ...planned, ...(this.#associations.get(subnet) ?? [])];
    return [...new Set(members)].filter(({ changes }) => changes);
  }

  /** Whether the plan has the rules of a direction, if only to say that there are none. */
  #isShown(acl: Resource, direction: 'ingress' | 'egress', when: When): boolean {
    return (typeof acl !== 'string' && stateOf(acl, when)[direction] !== undefined) || this.#rules[when].has(acl);
  }

  /** A subnet is in one network ACL: in the one that takes it newly, or else in the one that has it already. */
  #findSubnets(when: When): void {
    const aclOf = this.#aclOf[when];
    for (const acl of this.inventory.ofType(...ACL_TYPES)) {
      const had = new Set(this.inventory.named(acl, 'subnet_ids', 'before'));
      for (const subnet of this.inventory.named(acl, 'subnet_ids', when)) {
        if (!had.has(subnet) || !aclOf.has(subnet)) aclOf.set(subnet, acl);
      }
    }
    for (const association of this.inventory.ofType(ASSOCIATION_TYPE)) {
      for (const subnet of this.inventory.named(
        association,
        'subnet_id',
        association.action === 'delete' ? 'before' : when,
      )) {
        if (when === 'before') append(this.#associations, subnet, association);
        const [acl] = this.inventory.named(association, 'network_acl_id', when);
        if (acl === undefined) aclOf.delete(subnet);
        else aclOf.set(subnet, acl);
      }
    }
  }

  /** A plan that takes over the default network ACL of a VPC writes new rules for each subnet that has no other ACL. */
  #adoptDefaults(): void {
    const adopted = this.inventory.ofType('aws_default_network_acl').filter(({ action }) => action === 'create');
    if (adopted.length === 0) return;
    for (const subnet of this.inventory.ofType('aws_subnet', 'aws_default_subnet')) {
      const vpcs = this.inventory.named(subnet, 'vpc_id', 'before');
      const ids = vpcs.flatMap((vpc) => (typeof vpc === 'string' ? [] : vpc.before.default_network_acl_id));
      const acl = adopted.find(({ after }) => ids.includes(after.default_network_acl_id));
      if (acl !== undefined && !this.#aclOf.after.has(subnet)) this.#aclOf.after.set(subnet, acl);
    }
  }

  /** By number. The provider reads all rules of a network ACL into it, those of rule resources as well. */
  #rulesOf(acl: Resource, when: When): Rule[] {
    const byPlace = new Map<string, Rule[]>();
    const placeOf = ({ egress, number }: Rule) => `${egress} ${number}`;
    for (const rule of typeof acl === 'string' ? ALLOW_ALL : rulesInAcl(acl, when))
      append(byPlace, placeOf(rule), rule);
    for (const change of this.#rules.before.get(acl) ?? []) {
      for (const rule of rulesOfResource(change, 'before')) byPlace.delete(placeOf(rule));
    }
    const separate = (this.#rules[when].get(acl) ?? []).flatMap((change) => rulesOfResource(change, when));
    for (const rule of separate) byPlace.delete(placeOf(rule));
    for (const rule of separate) append(byPlace, placeOf(rule), rule);
    return [...byPlace.values()].flat().sort((a, b) => a.number - b.number);
  }
}

function rulesInAcl(change: PlannedChange, when: When): Rule[] {
  const values = stateOf(change, when);
  return (['ingress', 'egress'] as const).flatMap((direction) =>
    listOf(values[direction]).flatMap((item) => {
      const rule = objectOf(item);
      return rulesIn(rule, { number: rule.rule_no, action: rule.action, egress: direction === 'egress' });
    }),
  );
}

function rulesOfResource(change: PlannedChange, when: When): Rule[] {
  const rule = stateOf(change, when);
  return rulesIn(rule, { number: rule.rule_number, action: rule.rule_action, egress: rule.egress === true });
}

function rulesIn(
  rule: JsonObject,
  { number, action, egress }: { readonly number: unknown; readonly action: unknown; readonly egress: boolean },
): Rule[] {
  const ports = portRange(rule);
  if (ports === undefined) return [];
  const cidrs = [rule.cidr_block, rule.ipv6_cidr_block].flatMap((value) => textOf(value) ?? []);
  return cidrs.map((cidr) => ({ number: Number(number), egress, allow: action === 'allow', cidr, ...ports }));
}

function portRange(rule: JsonObject): { readonly from: number; readonly to: number } | undefined {
  const protocol = String(rule.protocol ?? '').toLowerCase();
  if (protocol === '-1' || protocol === 'all') return ALL_PORTS;
  if (protocol !== 'tcp' && protocol !== '6') return undefined;
  return { from: Number(rule.from_port ?? 0), to: Number(rule.to_port ?? 0) };
}
