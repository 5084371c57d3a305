import { append } from '../../util/append';
import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { type Observation } from '../findings/finding';
import { isSamePlace } from '../plan/account';
import { type PlannedChange } from '../plan/planned-change';
import { type LinkedBroker } from '../plan/reachability/linked-brokers';
import { isRabbitMq } from '../plan/reachability/ports';
import { type Blocked, PUBLIC_ACCESS_BLOCK_TYPES, PublicAccessBlock } from '../plan/reachability/public-access-block';
import { namesOf, stayingBrokers } from './network-brokers';
import { type Run } from './run';

/** Reports where VPC Block Public Access newly keeps the internet from public brokers that stay, or does no longer. */
export function reviewPublicAccessBlock(run: Run): void {
  if (!run.inventory.changesAny(...PUBLIC_ACCESS_BLOCK_TYPES)) return;
  const block = new PublicAccessBlock(run.inventory, (a, b) => areOfOneAccount(run, a, b));
  const touched = new Map<PlannedChange, Map<keyof typeof FINDINGS, LinkedBroker[]>>();
  for (const linked of stayingBrokers(run).filter(({ broker }) => isInOwnVpc(broker))) {
    const change = `${block.of(linked, 'before')} ${block.of(linked, 'after')}`;
    if (!isKnown(change)) continue;
    for (const cause of block.changesFor(linked)) {
      const byChange = touched.get(cause) ?? new Map<keyof typeof FINDINGS, LinkedBroker[]>();
      append(byChange, change, linked);
      touched.set(cause, byChange);
    }
  }
  for (const [cause, byChange] of touched) {
    for (const [change, brokers] of byChange) run.add(cause, FINDINGS[change](cause, namesOf(run, cause, brokers)));
  }
}

/** A public broker of RabbitMQ is in a VPC of Amazon MQ. */
function isInOwnVpc(broker: PlannedChange): boolean {
  return broker.valueBefore('publicly_accessible') === true && !isRabbitMq(broker);
}

function areOfOneAccount(run: Run, a: PlannedChange, b: PlannedChange): boolean {
  const [one, other] = [run.inventory.planOf(a), run.inventory.planOf(b)];
  if (one === other) return one.isSameProvider(a, b);
  return one.place !== undefined && other.place !== undefined && isSamePlace(one.place, other.place);
}

const closed =
  (severity: Observation['severity'], when: Phrase) =>
  ({ address }: PlannedChange, brokers: Phrase): Observation => ({
    code: 'internet-blocked',
    severity,
    message: phrase`${address} makes VPC Block Public Access apply to ${brokers}${when}: no client on the internet reaches the broker any more.`,
    remedy: phrase`Exclude the VPC first: an ${'aws_vpc_block_public_access_exclusion'} with ${'allow-bidirectional'}.`,
  });
const opened =
  (severity: Observation['severity'], when: Phrase) =>
  ({ address }: PlannedChange, brokers: Phrase): Observation => ({
    code: 'internet-unblocked',
    severity,
    message: phrase`${address} makes VPC Block Public Access no longer apply to ${brokers}${when}: clients on the internet reach the broker, as far as its security groups allow them.`,
    remedy: phrase`Keep it, or make the broker private.`,
  });
const IF_ON = ownWords(', if it is on');

/** What becomes of the internet's way to a broker. */
const FINDINGS = {
  'no yes': closed('error', []),
  'no perhaps': closed('warning', IF_ON),
  'yes no': opened('error', []),
  'perhaps no': opened('warning', IF_ON),
} satisfies Partial<Record<`${Blocked} ${Blocked}`, (change: PlannedChange, brokers: Phrase) => Observation>>;

function isKnown(change: string): change is keyof typeof FINDINGS {
  return Object.hasOwn(FINDINGS, change);
}
