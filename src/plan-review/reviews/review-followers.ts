import { listOf, objectOf, textOf } from '../../util/json';
import { listOfLiterals, ownWords, type Phrase, phrase, wordsOfFact } from '../../util/phrase';
import { type Observation } from '../findings/finding';
import {
  addNamesOnTheWay,
  brokersByName,
  FOLLOWERS,
  namesChanged,
  namesIn,
  placeOfFollower,
  TYPES_WITH_ENDPOINTS,
  type Use,
  wordsIn,
} from '../plan/followers';
import { type PlannedChange } from '../plan/planned-change';
import { type Run } from './run';
import { type Stack } from './stack';

/** What takes the id, address or endpoints of a broker that is replaced, and what keeps the old ones: one line each. */
export function followerLines(stack: Stack, broker: PlannedChange): Phrase[] {
  const takers = [...new Set(stack.followers.usesOf(broker).map(({ by }) => by))];
  return [
    ...takers.map((by) =>
      typeof by === 'string'
        ? phrase`takes the new endpoints in this apply: output ${by}`
        : phrase`takes the new endpoints in this apply: ${by.address}${timeToLive(by)}`,
    ),
    ...leftLines(stack, broker),
  ];
}

/** What keeps the endpoints of a broker that is replaced or deleted. */
export function leftLines(stack: Stack, broker: PlannedChange): Phrase[] {
  return [...stack.followers.leftWith(broker)].map((change) => phrase`keeps the old endpoints: ${change.address}`);
}

function timeToLive({ type, before }: PlannedChange): Phrase {
  const seconds = before.ttl;
  if (type !== 'aws_route53_record' || typeof seconds !== 'number') return [];
  return phrase` (clients may use the old address for another ${seconds} seconds, its TTL)`;
}

/** Clients do not look for a broker in a document: there it is the target of a network connector. */
const FOLLOWER_TYPES = Object.keys(FOLLOWERS).filter((type) => type !== 'aws_mq_configuration');

/** Reports what leads to a broker and is taken away or left behind, and clients that get only one of its instances. */
export function reviewFollowers(run: Run): void {
  const brokers = run.stacks.flatMap((stack) => stack.brokers);
  if (run.stacks.some(mayRemoveFollowers)) {
    const staying = brokersByName(brokers.filter(({ survives }) => survives));
    addNamesOnTheWay(staying, (...types) => run.stacks.flatMap((stack) => stack.ofType(...types)));
    const taken = placesTaken(run, staying);
    for (const stack of run.stacks) reviewRemoved(run, stack, staying, taken);
  }
  reviewLeftInOtherStacks(run, brokers);
  for (const stack of run.stacks) for (const broker of stack.brokers) reviewSingleInstance(stack, broker);
}

/** Most plans change nothing that leads to a broker. */
function mayRemoveFollowers(stack: Stack): boolean {
  return changedFollowers(stack).length > 0 || Object.keys(stack.plan.outputChanges).length > 0;
}

function changedFollowers(stack: Stack): readonly PlannedChange[] {
  return stack
    .changedOfType(...FOLLOWER_TYPES)
    .filter(({ action }) => ['delete', 'update', 'replace'].includes(action));
}

function reviewRemoved(run: Run, stack: Stack, brokers: BrokersByName, taken: ReadonlySet<unknown>): void {
  for (const change of changedFollowers(stack)) {
    const lost = brokersOf(brokers, namesIn(change, change.before));
    if (lost.size === 0 || taken.has(placeOfFollower(change, change.before))) continue;
    const how = howItGoes(brokers, change);
    if (how !== undefined) reportRemoved(run, change, wordsOfFact(FOLLOWERS[change.type].noun), lost, how);
  }
  for (const [name, output] of Object.entries(stack.plan.outputChanges)) {
    const { before, after, after_unknown: unknown } = objectOf(output);
    const lost = brokersOf(brokers, wordsIn(before));
    if (lost.size === 0 || unknown === true || brokersOf(brokers, wordsIn(after)).size > 0) continue;
    const how = (after ?? null) === null ? ownWords('is deleted') : ownWords('leads elsewhere');
    const subject = { address: `output.${name}`, type: '' };
    stack.findings.add(subject, removal(subject.address, ownWords('an output'), run.addressesIn(stack, lost), how));
  }
}

/** Where the run creates what leads to brokers: what was there under another address goes unnoticed by clients. */
function placesTaken(run: Run, brokers: BrokersByName): ReadonlySet<string> {
  const created = run.stacks
    .flatMap((stack) => stack.changedOfType(...FOLLOWER_TYPES))
    .filter(({ creates }) => creates);
  return new Set(
    created
      .filter((change) => mayLead(change) || brokersOf(brokers, namesIn(change, change.after)).size > 0)
      .flatMap((change) => placeOfFollower(change, change.after) ?? []),
  );
}

function mayLead(change: PlannedChange): boolean {
  return FOLLOWERS[change.type].leadsBy.some((argument) => change.isUnknown(argument));
}

type BrokersByName = ReadonlyMap<string, readonly PlannedChange[]>;

function brokersOf(brokers: BrokersByName, names: readonly string[]): Set<PlannedChange> {
  return new Set(names.flatMap((name) => brokers.get(name) ?? []));
}

/** How a resource stops to lead to a broker; undefined for one that still does, or may do so. */
function howItGoes(brokers: BrokersByName, change: PlannedChange): Phrase | undefined {
  const { off } = FOLLOWERS[change.type];
  if (change.action === 'delete') return ownWords('is deleted');
  if (off !== undefined && change.before[off[0]] !== off[1] && change.after[off[0]] === off[1]) {
    return ownWords('is switched off');
  }
  const names = namesChanged(change);
  if (names.length > 0) return phrase`changes its ${listOfLiterals(names)}`;
  if (mayLead(change)) return undefined;
  return brokersOf(brokers, namesIn(change, change.after)).size > 0 ? undefined : ownWords('leads elsewhere');
}

function reportRemoved(
  run: Run,
  change: PlannedChange,
  noun: Phrase,
  brokers: Iterable<PlannedChange>,
  how: Phrase,
): void {
  run.add(change, removal(change.address, noun, run.addressesOf(brokers, change), how));
}

function removal(address: string, noun: Phrase, brokers: Phrase, how: Phrase): Observation {
  return {
    code: 'follower-removed',
    message: phrase`${address}, ${noun} that leads to ${brokers}, ${how}, and the broker stays: whoever uses it loses the broker.`,
    remedy: ownWords('Keep it until nobody uses it any more.'),
  };
}

/** Another plan knows nothing of a broker that is replaced or deleted here. */
function reviewLeftInOtherStacks(run: Run, brokers: readonly PlannedChange[]): void {
  const gone = brokersByName(brokers.filter(({ survives, deposed }) => !survives && deposed === undefined));
  if (gone.size === 0 || run.stacks.length < 2) return;
  for (const stack of run.stacks) {
    for (const change of stack.ofType(...TYPES_WITH_ENDPOINTS)) {
      for (const broker of brokersOf(gone, namesIn(change, change.after))) {
        if (run.stackOf(broker) === stack) continue;
        const line = phrase`keeps the old endpoints: ${run.addressOf(change, broker)}`;
        run.add(broker, { code: broker.creates ? 'broker-replaced' : 'broker-deleted', message: [], details: [line] });
      }
    }
  }
}

/** An active/standby broker has two instances, of which one at a time accepts connections. */
function reviewSingleInstance(stack: Stack, broker: PlannedChange): void {
  const mode = textOf(broker.valueAfter('deployment_mode')) ?? textOf(broker.valueBefore('deployment_mode'));
  if (mode?.toUpperCase() !== 'ACTIVE_STANDBY_MULTI_AZ' || broker.action === 'delete') return;
  const users = stack.followers
    .usesOf(broker)
    .filter(({ by, reference }) => reference.attribute === 'instances' && isNew(stack, by));
  if (users.length === 0) return;
  const ofInstances = stack.followers.allUsesOf(broker).filter(({ attribute }) => attribute === 'instances');
  const [index, ...others] = new Set(ofInstances.map((reference) => reference.index));
  if (index === undefined || others.length > 0) return;
  stack.findings.add(broker, {
    code: 'first-instance-only',
    attributes: ['instances'],
    message: phrase`Of the two instances of ${broker.address}, only ${`instances[${index}]`} is handed on: to ${listOfLiterals([...new Set(users.map(nameOf))])}. After a failover the other instance serves, and these clients do not find it.`,
    remedy: phrase`Hand on the endpoints of both instances, for example as ${'failover:(ssl://…-1…:61617,ssl://…-2…:61617)'}.`,
  });
}

/** Outputs and resources that the plan leaves as they are were there before. */
function isNew({ plan }: Stack, by: Use['by']): boolean {
  if (typeof by !== 'string') return by.creates || by.action === 'update';
  return !listOf(objectOf(plan.outputChanges[by]).actions).includes('no-op');
}

function nameOf({ by }: Use): string {
  return typeof by === 'string' ? `output.${by}` : by.address;
}
