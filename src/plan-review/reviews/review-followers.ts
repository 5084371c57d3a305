import { listOfLiterals, ownWords, type Phrase, phrase, wordsOfFact } from '../../util/phrase';
import { brokersByName, FOLLOWERS, namesIn, type Use } from '../plan/followers';
import { textOf } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';
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
    ...[...stack.followers.leftWith(broker)].map((change) => phrase`keeps the old endpoints: ${change.address}`),
  ];
}

function timeToLive({ type, before, after }: PlannedChange): Phrase {
  const seconds = type === 'aws_route53_record' ? (after.ttl ?? before.ttl) : undefined;
  if (typeof seconds !== 'number') return [];
  return phrase` (clients may use the old address for another ${seconds} seconds, its TTL)`;
}

/** Reports what led to a broker that stays and is taken away, and clients that get only one of its instances. */
export function reviewFollowers(stack: Stack): void {
  reviewRemoved(stack);
  for (const broker of stack.brokers) reviewFirstInstance(stack, broker);
}

function reviewRemoved(stack: Stack): void {
  const changed = stack
    .changedOfType(...Object.keys(FOLLOWERS))
    .filter(({ action }) => action === 'delete' || action === 'update' || action === 'replace')
    .map((change) => ({ change, names: namesIn(change, change.before) }))
    .filter(({ names }) => names.length > 0);
  if (changed.length === 0) return;
  const brokers = brokersByName(stack.brokers.filter(({ survives }) => survives));
  for (const { change, names } of changed) {
    const lost = new Set(names.flatMap((name) => brokers.get(name) ?? []));
    if (lost.size === 0 || (change.action !== 'delete' && staysWith(brokers, change))) continue;
    const { noun } = FOLLOWERS[change.type];
    stack.findings.add(change, {
      code: 'follower-removed',
      message: phrase`${change.address}, a ${wordsOfFact(noun)} that leads to ${listOfLiterals([...lost].map(({ address }) => address))}, ${change.action === 'delete' ? ownWords('is deleted') : ownWords('leads elsewhere')}, and the broker stays: whoever uses it loses the broker.`,
      remedy: ownWords('Keep it until nobody uses it any more.'),
    });
  }
}

/** Whether a resource still leads to a broker after the apply, or may do so. */
function staysWith(brokers: ReadonlyMap<string, unknown>, change: PlannedChange): boolean {
  if (FOLLOWERS[change.type].leadsBy.some((argument) => change.isUnknown(argument))) return true;
  return namesIn(change, change.after).some((name) => brokers.has(name));
}

/** An active/standby broker has two instances, of which one at a time accepts connections. */
function reviewFirstInstance(stack: Stack, broker: PlannedChange): void {
  const mode = textOf(broker.valueAfter('deployment_mode')) ?? textOf(broker.valueBefore('deployment_mode')) ?? '';
  if (mode.toUpperCase() !== 'ACTIVE_STANDBY_MULTI_AZ' || broker.action === 'delete') return;
  const first = stack.followers
    .usesOf(broker)
    .filter(isOfFirst)
    .filter(({ by }) => isNew(stack, by));
  if (first.length === 0) return;
  for (const { attribute, index } of stack.followers.allUsesOf(broker)) {
    if (attribute === 'instances' && index !== '0') return;
  }
  stack.findings.add(broker, {
    code: 'first-instance-only',
    attributes: ['instances'],
    message: phrase`Of the two instances of ${broker.address}, only ${'instances[0]'} is handed on: to ${listOfLiterals([...new Set(first.map(nameOf))])}. After a failover the other instance serves, and these clients do not find it.`,
    remedy: phrase`Hand on the endpoints of both instances, for example as ${'failover:(ssl://…-1…:61617,ssl://…-2…:61617)'}.`,
  });
}

function isOfFirst({ reference: { attribute, index } }: Use): boolean {
  return attribute === 'instances' && index === '0';
}

/** Outputs and resources that the plan leaves as they are were there before. */
function isNew({ plan }: Stack, by: Use['by']): boolean {
  if (typeof by !== 'string') return by.creates || by.action === 'update';
  const change = plan.outputChanges[by];
  return !JSON.stringify(change ?? {}).includes('"no-op"');
}

function nameOf({ by }: Use): string {
  return typeof by === 'string' ? `output.${by}` : by.address;
}
