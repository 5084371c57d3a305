import { append } from '../../util/append';
import { listOfLiterals, listOfPhrases, ownWords, type Phrase, phrase, wordsOfFact } from '../../util/phrase';
import { type FindingSeverity } from '../findings/finding-kind';
import { listOf } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
import { type BrokerPort, type Grant, grantsOf, GROUP_TYPES, RULE_TYPES } from './grants';
import { type Stack } from './stack';

/** Says which broker ports a plan opens to addresses that could not reach them before. */
export function reviewAccess(stack: Stack): void {
  const rules = stack.ofType(...GROUP_TYPES, ...RULE_TYPES);
  const touches = (broker: PlannedChange) => broker.changes && broker.changed('security_groups');
  if (!rules.some(({ changes }) => changes) && !stack.brokers.some(touches)) return;
  const groups = new Groups(stack, rules);
  const brokers = stack.brokers.filter(({ action, deposed }) => action !== 'delete' && deposed === undefined);
  const opened = new Map<Grant, Opening>();
  for (const broker of brokers) {
    if (touches(broker) || groups.after(broker).some((group) => groups.isTouched(group))) {
      noteOpenings(opened, groups, broker);
    }
  }
  for (const [grant, opening] of opened) report(stack, grant, opening);
  reportUnlinked(stack, groups, brokers);
}

/** What a grant newly opens, and at which brokers. */
interface Opening {
  readonly brokers: PlannedChange[];
  readonly ports: Set<BrokerPort>;
}

function noteOpenings(opened: Map<Grant, Opening>, groups: Groups, broker: PlannedChange): void {
  const before = groups.before(broker).flatMap((group) => groups.grants(group, 'before'));
  for (const grant of groups.after(broker).flatMap((group) => groups.grants(group, 'after'))) {
    const ports = newlyOpened(grant, before);
    if (ports.length === 0 || (broker.action === 'create' && grant.range.isPrivate)) continue;
    const opening = opened.get(grant) ?? { brokers: [], ports: new Set() };
    opening.brokers.push(broker);
    for (const port of ports) opening.ports.add(port);
    opened.set(grant, opening);
  }
}

function newlyOpened(grant: Grant, before: readonly Grant[]): BrokerPort[] {
  return grant.ports.filter(
    (port) => grant.isUnknown || !before.some((old) => old.ports.includes(port) && old.range.covers(grant.range)),
  );
}

function report(stack: Stack, grant: Grant, { brokers, ports }: Opening): void {
  const attached = !grant.change.changes;
  const subjects = attached ? brokers : [grant.change];
  for (const subject of subjects) {
    stack.findings.add(subject, {
      code: attached ? 'open-group-attached' : 'port-opened',
      effect: 'exposure',
      severity: severityOf(grant),
      attributes: [attached ? 'security_groups' : grant.argument],
      message: attached
        ? phrase`${subject.address} takes on a group that lets in ${source(grant)} on ${portsText([...ports])}: ${grant.change.address}.`
        : phrase`${grant.change.address} lets ${source(grant)} reach ${listOfLiterals(brokers.map(({ address }) => address))} on ${portsText([...ports])}.`,
      remedy: remedyOf(grant),
    });
  }
}

function severityOf({ range, isUnknown }: Grant): FindingSeverity {
  return range.everyone || isUnknown || !range.isPrivate ? 'error' : 'warning';
}

function source({ range, isUnknown }: Grant): Phrase {
  if (isUnknown && textIsUnknown(range.text))
    return ownWords('addresses that are known only after the apply (at worst everyone)');
  if (range.everyone) return phrase`everyone (${range.text})`;
  return phrase`${range.text}`;
}

function textIsUnknown(text: string): boolean {
  return text === 'known after apply';
}

function portsText(ports: readonly BrokerPort[]): Phrase {
  const inOrder = [...ports].sort((a, b) => a.port - b.port);
  return listOfPhrases(inOrder.map(({ port, name }) => phrase`${port} (${wordsOfFact(name)})`));
}

function remedyOf({ range }: Grant): Phrase {
  return range.everyone || !range.isPrivate
    ? ownWords('Grant the addresses of the clients only, or a security group of theirs.')
    : ownWords('See that every address in the range is a client.');
}

/** Rules of groups that no broker of the plan has may still be for a broker of another stack, if they name its ports. */
function reportUnlinked(stack: Stack, groups: Groups, brokers: readonly PlannedChange[]): void {
  const linked = new Set(brokers.flatMap((broker) => groups.after(broker)));
  for (const rule of stack.ofType(...RULE_TYPES)) {
    if (!rule.changes) continue;
    const its = groups.ofRule(rule, 'after').filter((group) => !linked.has(group));
    for (const group of its) {
      const before = groups.grants(group, 'before');
      for (const grant of grantsOf(rule, 'after')) {
        const ports = newlyOpened(grant, before);
        if (!grant.isNarrow || ports.length === 0) continue;
        stack.findings.add(rule, {
          code: 'port-opened',
          effect: 'exposure',
          severity: severityOf(grant),
          attributes: [grant.argument],
          message: phrase`${rule.address} opens ${portsText(ports)} to ${source(grant)} in a group of no broker in this plan; a broker of another stack that has the group is reached by it.`,
          remedy: remedyOf(grant),
        });
      }
    }
  }
}

type When = 'before' | 'after';

/** The security groups of a plan: by address where the plan has them, else by id. */
class Groups {
  readonly #byId = new Map<string, string>();
  /** What has a say in a group: the group itself, and its rules. */
  readonly #members = { before: new Map<string, PlannedChange[]>(), after: new Map<string, PlannedChange[]>() };
  readonly #grants = { before: new Map<string, Grant[]>(), after: new Map<string, Grant[]>() };
  readonly #touched = new Set<string>();

  constructor(
    readonly stack: Stack,
    rules: readonly PlannedChange[],
  ) {
    const groups = rules.filter(({ type }) => GROUP_TYPES.includes(type));
    for (const group of groups) {
      for (const id of [group.before.id, group.after.id]) if (typeof id === 'string') this.#byId.set(id, group.address);
      this.#add(group, () => [group.address]);
    }
    for (const rule of rules.filter(({ type }) => RULE_TYPES.includes(type)))
      this.#add(rule, (when) => this.ofRule(rule, when));
  }

  before(broker: PlannedChange): string[] {
    return this.#named(listOf(broker.before.security_groups));
  }

  after(broker: PlannedChange): string[] {
    const argument = 'security_groups';
    const known = this.#named(listOf(broker.after[argument]));
    return broker.isUnknown(argument) ? [...new Set([...known, ...this.#referred(broker, argument)])] : known;
  }

  ofRule(rule: PlannedChange, when: When): string[] {
    const argument = 'security_group_id';
    const known = this.#named([when === 'before' ? rule.before[argument] : rule.after[argument]]);
    return when === 'after' && rule.isUnknown(argument) ? this.#referred(rule, argument) : known;
  }

  isTouched(group: string): boolean {
    return this.#touched.has(group);
  }

  grants(group: string, when: When): readonly Grant[] {
    let grants = this.#grants[when].get(group);
    if (grants === undefined) {
      grants = (this.#members[when].get(group) ?? []).flatMap((member) => grantsOf(member, when));
      this.#grants[when].set(group, grants);
    }
    return grants;
  }

  #add(member: PlannedChange, groupsWhen: (when: When) => readonly string[]): void {
    for (const when of ['before', 'after'] as const) {
      for (const group of groupsWhen(when)) {
        append(this.#members[when], group, member);
        if (member.changes) this.#touched.add(group);
      }
    }
  }

  #named(ids: readonly unknown[]): string[] {
    return ids.flatMap((id) => (typeof id === 'string' ? [this.#byId.get(id) ?? id] : []));
  }

  /** The groups that an argument refers to. */
  #referred(change: PlannedChange, argument: string): string[] {
    const causes = this.stack.causes.of(change, argument).map((cause) => cause.change);
    return causes.filter(({ type }) => GROUP_TYPES.includes(type)).map(({ address }) => address);
  }
}
