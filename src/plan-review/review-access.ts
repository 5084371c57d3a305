import { compareText } from './causes';
import type { FindingSeverity } from './finding';
import { type BrokerPort, GROUP_TYPES, type Grant, RULE_TYPES, grantsOf } from './grants';
import { listOf, textOf } from './json';
import { type Phrase, listed, say, words } from './phrase';
import type { PlannedChange } from './planned-change';
import type { Stack } from './stack';

/** Says which broker ports a plan opens to addresses that could not reach them before. */
export function reviewAccess(stack: Stack): void {
  const changed = stack.ofType(...GROUP_TYPES, ...RULE_TYPES).some((change) => change.changes);
  const moved = stack.brokers.filter((broker) => broker.changes && broker.changed('security_groups'));
  if (!changed && moved.length === 0) return;
  const groups = new Groups(stack);
  const brokers = stack.brokers.filter(({ action, deposed }) => action !== 'delete' && deposed === undefined);
  const opened = new Map<Grant, Opening>();
  for (const broker of brokers) noteOpenings(opened, groups, broker);
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
        ? say`${subject.address} takes on a group that lets in ${source(grant)} on ${portsText([...ports])}: ${grant.change.address}.`
        : say`${grant.change.address} lets ${source(grant)} reach ${listed(brokers.map(({ address }) => address))} on ${portsText([...ports])}.`,
      remedy: remedyOf(grant),
    });
  }
}

function severityOf({ range, isUnknown }: Grant): FindingSeverity {
  return range.everyone || isUnknown || !range.isPrivate ? 'error' : 'warning';
}

function source({ range, isUnknown }: Grant): Phrase {
  if (isUnknown && textIsUnknown(range.text))
    return words('addresses that are known only after the apply (at worst everyone)');
  if (range.everyone) return say`everyone (${range.text})`;
  return say`${range.text}`;
}

function textIsUnknown(text: string): boolean {
  return text === 'known after apply';
}

function portsText(ports: readonly BrokerPort[]): Phrase {
  const inOrder = [...ports].sort((a, b) => a.port - b.port);
  return inOrder.flatMap(({ port, name }, index) => {
    const before = index === 0 ? '' : index === inOrder.length - 1 ? ' and ' : ', ';
    return [before, `${port} (${name})`];
  });
}

function remedyOf({ range }: Grant): Phrase {
  return range.everyone || !range.isPrivate
    ? words('Grant the addresses of the clients only, or a security group of theirs.')
    : words('See that every address in the range is a client.');
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
          message: say`${rule.address} opens ${portsText(ports)} to ${source(grant)} in a group of no broker in this plan; a broker of another stack that has the group is reached by it.`,
          remedy: remedyOf(grant),
        });
      }
    }
  }
}

/** The security groups of a plan: by address where the plan has them, else by id. */
class Groups {
  readonly #byId = new Map<string, string>();
  readonly #granting = { before: new Map<string, Grant[]>(), after: new Map<string, Grant[]>() };
  readonly #written = new Map<string, PlannedChange[]>();

  constructor(readonly stack: Stack) {
    for (const group of stack.ofType(...GROUP_TYPES)) {
      for (const id of [textOf(group.before.id), textOf(group.after.id)])
        if (id !== undefined) this.#byId.set(id, group.address);
      const written = group.written;
      this.#written.set(written, [...(this.#written.get(written) ?? []), group]);
      for (const when of ['before', 'after'] as const) this.#add(when, [group.address], grantsOf(group, when));
    }
    for (const rule of stack.ofType(...RULE_TYPES)) {
      for (const when of ['before', 'after'] as const) this.#add(when, this.ofRule(rule, when), grantsOf(rule, when));
    }
  }

  before(broker: PlannedChange): string[] {
    return this.#named(listOf(broker.before.security_groups));
  }

  after(broker: PlannedChange): string[] {
    const known = this.#named(listOf(broker.after.security_groups));
    return broker.isUnknown('security_groups')
      ? [...new Set([...known, ...this.#referred(broker, 'security_groups')])]
      : known;
  }

  ofRule(rule: PlannedChange, when: 'before' | 'after'): string[] {
    const argument = 'security_group_id';
    const known = this.#named([when === 'before' ? rule.before[argument] : rule.after[argument]]);
    return when === 'after' && rule.isUnknown(argument) ? this.#referred(rule, argument) : known;
  }

  grants(group: string, when: 'before' | 'after'): readonly Grant[] {
    return this.#granting[when].get(group) ?? [];
  }

  #add(when: 'before' | 'after', groups: readonly string[], grants: readonly Grant[]): void {
    for (const group of groups) {
      const list = this.#granting[when].get(group) ?? [];
      list.push(...grants);
      this.#granting[when].set(group, list);
    }
  }

  #named(ids: readonly unknown[]): string[] {
    return ids.flatMap((id) => {
      const text = textOf(id);
      return text === undefined ? [] : [this.#byId.get(text) ?? text];
    });
  }

  /** The groups that an argument refers to. */
  #referred(change: PlannedChange, argument: string): string[] {
    const causes = this.stack.causes.of(change, argument).map((cause) => cause.change);
    const found = causes.filter(({ type }) => GROUP_TYPES.includes(type)).map(({ address }) => address);
    return [...new Set(found)].sort(compareText);
  }
}
