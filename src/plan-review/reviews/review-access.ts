import { AddressSet } from '../../util/address-set';
import { append } from '../../util/append';
import { listOfLiterals, listOfPhrases, ownWords, type Phrase, phrase } from '../../util/phrase';
import { type FindingSeverity, SEVERITIES } from '../findings/finding-kind';
import { type PlannedChange } from '../plan/planned-change';
import { type Grant, type Source } from '../plan/reachability/grants';
import { type Resource, type When } from '../plan/reachability/inventory';
import { alike, type LinkedBroker } from '../plan/reachability/linked-brokers';
import { portsOfActiveMqOnly } from '../plan/reachability/ports';
import { type ChangedGrant, compareReach, type ReachChange } from '../plan/reachability/reach';
import { portsText } from './ports-text';
import { type Run } from './run';

/** Reports who can newly reach a port of a broker through its security groups, and who no longer can. */
export function reviewAccess(run: Run): void {
  const touched = run.brokers.filter((linked) => isTouched(run, linked));
  const changes = alike(run.inventory, touched).map((brokers) => compareReach(run.groups, brokers));
  reportOpened(run, changes);
  reportLost(run, changes);
  for (const change of changes) reportNobody(run, change);
  for (const linked of touched) reportUnseen(run, linked);
  reportUnlinked(run);
}

function isTouched({ groups }: Run, { broker, groups: its }: LinkedBroker): boolean {
  if (broker.action === 'delete') return false;
  if (broker.creates || (broker.changes && broker.changed('security_groups'))) return true;
  return [...its.before, ...its.after].some((group) => groups.isTouched(group));
}

/** Something that changes for some brokers, at the resource whose change does it. */
interface Effect extends ChangedGrant {
  readonly brokers: readonly PlannedChange[];
  readonly change: ReachChange;
}

/** The effects at each resource: at the rule or group that changes, or at the broker that takes on other groups. */
function bySubject(changes: readonly ReachChange[], of: 'opened' | 'lost'): Map<PlannedChange, Effect[]> {
  const effects = new Map<PlannedChange, Effect[]>();
  for (const change of changes) {
    const brokers = change.brokers.map(({ broker }) => broker);
    for (const { grant, ports } of change[of]) {
      const subjects = grant.change.changes ? [grant.change] : brokers;
      for (const subject of subjects) {
        const reached = subject === grant.change ? brokers : [subject];
        append(effects, subject, { grant, ports, brokers: reached, change });
      }
    }
  }
  return effects;
}

function reportOpened(run: Run, changes: readonly ReachChange[]): void {
  for (const [subject, all] of bySubject(changes, 'opened')) {
    const effects = all.filter(({ grant, change }) => isWorthTelling(run, grant, change));
    if (effects.length === 0) continue;
    const isBroker = subject.type === 'aws_mq_broker';
    const sources = effects.map(({ grant }) => grant.source);
    run.add(subject, {
      code: isBroker ? 'open-group-attached' : 'port-opened',
      severity: openness(run, sources),
      attributes: isBroker ? ['security_groups'] : effects.map(({ grant }) => grant.argument),
      message: sentences(run, subject, effects, ({ who, brokers, ports, rules }) =>
        isBroker
          ? phrase`${subject.address} has security groups that allow ${who} on ${ports}: ${rules}.`
          : phrase`${subject.address} allows ${who} to reach ${brokers} on ${ports}.`,
      ),
      remedy: REMEDIES[openness(run, sources)],
    });
  }
}

const REMEDIES: Readonly<Record<FindingSeverity, Phrase>> = {
  error: ownWords('Allow only the addresses of the clients, or a security group of theirs.'),
  warning: ownWords('Check that every address in the range is a client.'),
  info: [],
};

/** A new broker is made for its clients: only what the internet can reach of it is worth a finding. */
function isWorthTelling(run: Run, { source }: Grant, { brokers: [{ broker }] }: ReachChange): boolean {
  return broker.action !== 'create' || openness(run, [source]) === 'error';
}

/** Addresses that the internet routes, or that nobody knows yet, are an error; private ones and those of a VPC a warning. */
export function openness(run: Run, sources: readonly Source[]): FindingSeverity {
  const isOpen = (source: Source) =>
    (source.kind === 'unknown' && source.of.length === 0) ||
    (source.kind === 'addresses' && !isInside(run, source.cidr));
  if (sources.some(isOpen)) return 'error';
  return sources.every(({ kind }) => kind === 'group') ? 'info' : 'warning';
}

/** Whether addresses are private, or in a network of the run: IPv6 ranges of a VPC are routed on the internet as well. */
function isInside(run: Run, cidr: string): boolean {
  const addresses = AddressSet.of([cidr]);
  return !addresses.isEmpty && (addresses.isPrivate || addresses.minus(run.ownAddresses).isPrivate);
}

function reportLost(run: Run, changes: readonly ReachChange[]): void {
  for (const [subject, effects] of bySubject(changes, 'lost')) {
    const isBroker = subject.type === 'aws_mq_broker';
    const isSource = effects.some(({ grant }) => 'resource' in grant.source && grant.source.resource === subject);
    const closing = effects.filter(
      ({ change, ports, brokers }) =>
        brokers.some(({ managed }) => managed) && ports.some((port) => change.closedPorts.includes(port)),
    );
    run.add(subject, {
      code: 'clients-cut-off',
      severity: closing.length > 0 ? 'error' : 'warning',
      attributes: isBroker ? ['security_groups'] : effects.map(({ grant }) => grant.argument),
      message: [
        ...sentences(run, subject, effects, ({ who, brokers, ports }) =>
          isBroker
            ? phrase`${subject.address} takes on security groups that no longer allow ${who} on ${ports}.`
            : isSource && subject.action === 'delete'
              ? phrase`${subject.address} is deleted, whose members may reach ${brokers} on ${ports}.`
              : phrase`${subject.address} no longer allows ${who} to reach ${brokers} on ${ports}.`,
        ),
        ...whatIsLeft(run, subject, closing),
      ],
      remedy: ownWords(
        'Keep the access until no client uses it, or allow the clients in another way in the same apply.',
      ),
    });
  }
}

/** Which ports nobody can reach any more, and of which broker nobody can reach any port. Of a data source that is not known. */
function whatIsLeft(run: Run, subject: PlannedChange, closing: readonly Effect[]): Phrase {
  if (closing.length === 0) return [];
  const dead = closing.filter(({ change }) => !change.hasSources);
  if (dead.length > 0) {
    return phrase` No rule in these plans allows any client to reach ${namesOf(run, subject, dead)}: all clients are cut off.`;
  }
  const ports = closing.flatMap(({ change }) => change.closedPorts);
  return phrase` No rule in these plans is left for ${portsText(ports)} of ${namesOf(run, subject, closing)}.`;
}

function reportNobody(run: Run, { brokers, hasSources }: ReachChange): void {
  for (const { broker, groups } of hasSources ? [] : brokers) {
    const isKnown = groups.after.length > 0 && groups.after.every((group) => typeof group !== 'string');
    if (broker.action !== 'create' || !isKnown) continue;
    run.add(broker, {
      code: 'broker-without-clients',
      attributes: ['security_groups'],
      message: phrase`No rule in these plans allows any client to reach ${broker.address} on one of its ports.`,
      remedy: phrase`Add a rule for a port on which the broker listens, for example ${'61617'} for OpenWire, unless another stack adds one.`,
    });
  }
}

/** A group of which no plan has a rule may allow anyone. */
function reportUnseen(run: Run, { broker, groups }: LinkedBroker): void {
  if (broker.action !== 'update') return;
  const unseen = (when: When, kept: readonly Resource[]) =>
    groups[when].filter(
      (group): group is string =>
        typeof group === 'string' && !kept.includes(group) && run.groups.grants(group, when).length === 0,
    );
  const [lost, gained] = [unseen('before', groups.after), unseen('after', groups.before)];
  if (lost.length > 0) {
    run.add(broker, {
      code: 'clients-cut-off',
      severity: 'warning',
      attributes: ['security_groups'],
      message: phrase`${broker.address} gives up ${listOfLiterals(lost)}, of which these plans have no rule: clients that only such a group allows are cut off.`,
      remedy: ownWords('Review it together with the plan that has the rules.'),
    });
  }
  if (gained.length > 0) {
    run.add(broker, {
      code: 'open-group-attached',
      severity: 'warning',
      attributes: ['security_groups'],
      message: phrase`${broker.address} takes on ${listOfLiterals(gained)}, of which these plans have no rule: whom such a group allows cannot be seen.`,
      remedy: ownWords('Review it together with the plan that has the rules.'),
    });
  }
}

/** Rules of groups that no broker of the run has may still be for a broker, if only ActiveMQ has such ports. */
function reportUnlinked(run: Run): void {
  const linked = new Set(run.brokers.flatMap(({ groups }) => [...groups.before, ...groups.after]));
  for (const group of run.groups.touched) {
    if (linked.has(group)) continue;
    const before = new Set(run.groups.grants(group, 'before').map(grantText));
    for (const grant of run.groups.grants(group, 'after')) {
      const ports = portsOfActiveMqOnly(grant.from, grant.to);
      const isNew = grant.change.changes && !before.has(grantText(grant));
      if (ports.length === 0 || !isNew || !isInternet([grant.source])) continue;
      run.add(grant.change, {
        code: 'port-opened-unlinked',
        attributes: [grant.argument],
        message: phrase`${grant.change.address} allows ${sourceText(run, grant.change, grant.source)} on ${portsText(ports)}. No broker in these plans has the security group; if another broker has it, everyone can reach that broker.`,
      });
    }
  }
}

function grantText({ source, from, to }: Grant): string {
  return `${source.kind === 'addresses' ? source.cidr : source.kind} ${from} ${to}`;
}

function isInternet(sources: readonly Source[]): boolean {
  return AddressSet.of(sources.flatMap((source) => (source.kind === 'addresses' ? [source.cidr] : []))).isInternet;
}

/** The parts of a sentence about some sources. */
interface Parts {
  readonly who: Phrase;
  readonly ports: Phrase;
  readonly brokers: Phrase;
  readonly rules: Phrase;
}

/** One sentence for the sources that have the same ports and brokers. */
function sentences(
  run: Run,
  subject: PlannedChange,
  effects: readonly Effect[],
  sentence: (parts: Parts) => Phrase,
): Phrase {
  const alikeEffects = new Map<string, Effect[]>();
  for (const effect of effects) {
    const ports = effect.ports.map(({ port }) => port).join();
    const brokers = effect.brokers.map((broker) => run.inventory.nameOf(broker)).join();
    append(alikeEffects, `${ports} ${brokers}`, effect);
  }
  return [...alikeEffects.values()].flatMap((some, index) => {
    const parts: Parts = {
      who: sourcesText(
        run,
        subject,
        some.map(({ grant }) => grant.source),
      ),
      ports: portsText(some[0].ports),
      brokers: namesOf(run, subject, [some[0]]),
      rules: run.addressesOf(
        some.map(({ grant }) => grant.change),
        subject,
      ),
    };
    return [...(index === 0 ? [] : ownWords(' ')), ...sentence(parts)];
  });
}

const MOST_LISTED = 5;

function namesOf(run: Run, subject: PlannedChange, effects: readonly Effect[]): Phrase {
  return run.addressesOf(
    effects.flatMap(({ brokers }) => brokers),
    subject,
  );
}

function sourcesText(run: Run, subject: PlannedChange, sources: readonly Source[]): Phrase {
  // The list is cut where it is long: what is worst stays in it.
  const worstFirst = SEVERITIES.flatMap((severity) => sources.filter((source) => openness(run, [source]) === severity));
  const list = listOfPhrases(
    worstFirst.map((source) => sourceText(run, subject, source)),
    MOST_LISTED,
  );
  const isTogether = isInternet(sources) && !sources.some((source) => isInternet([source]));
  return isTogether ? phrase`everyone (${list})` : list;
}

function sourceText(run: Run, subject: PlannedChange, source: Source): Phrase {
  switch (source.kind) {
    case 'unknown':
      return source.of.length > 0
        ? phrase`the addresses of ${listOfLiterals(source.of)} (known only after the apply)`
        : ownWords('addresses that are known only after the apply (at worst everyone)');
    case 'addresses':
      return isInternet([source]) ? phrase`everyone (${source.cidr})` : phrase`${source.cidr}`;
    default: {
      const { kind, resource } = source;
      const name = typeof resource === 'string' ? phrase`${resource}` : run.addressOf(resource, subject);
      return kind === 'group' ? phrase`security group ${name}` : phrase`prefix list ${name}`;
    }
  }
}
