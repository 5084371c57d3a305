import { AddressSet } from '../../util/address-set';
import { ownWords, type Phrase, phrase, wordsOfFact } from '../../util/phrase';
import { type Action, type PlannedChange } from '../plan/planned-change';
import { type Resource, type When } from '../plan/reachability/inventory';
import { WAYS_IN } from '../plan/reachability/network-types';
import { Places } from '../plan/reachability/places';
import { brokersByPlace, namesOf } from './network-brokers';
import { type Run } from './run';

/** Reports where the networks of the brokers that stay lose a gateway, a peering connection or an attachment. */
export function reviewWaysIn(run: Run): void {
  if (!run.inventory.changesAny(...Object.keys(WAYS_IN))) return;
  const places = brokersByPlace(run);
  const reached = new Places(run.inventory);
  for (const change of run.inventory.ofType(...Object.keys(WAYS_IN))) {
    const lost = placesLost(run, change, reached);
    const brokers = new Set(lost.flatMap((place) => places.get(place) ?? []));
    const touched = [...brokers].filter(({ broker }) => isUsedBy(change, broker));
    if (touched.length === 0) continue;
    const isPublic = change.type.startsWith('aws_internet_gateway');
    run.add(change, {
      code: 'network-path-removed',
      severity: isPublic && change.action !== 'replace' ? 'error' : 'warning',
      message: phrase`${change.address}, ${wordsOfFact(WAYS_IN[change.type].noun)} of the network of ${namesOf(run, change, touched)}, ${HOW_LOST[change.action] ?? HOW_LOST.update}: ${isPublic ? ownWords('no client on the internet reaches the broker') : ownWords('clients on the other side do not reach the broker')} ${change.action === 'replace' ? ownWords('until the new one works') : ownWords('any more')}.`,
      remedy: ownWords('Keep it until every client has another way to the broker.'),
    });
  }
}

const HOW_LOST: Readonly<Partial<Record<Action, Phrase>>> & { readonly update: Phrase } = {
  delete: ownWords('is deleted'),
  replace: ownWords('is replaced'),
  update: ownWords('leaves it'),
};

/** The VPCs and subnets that a way in no longer leads to. */
function placesLost(run: Run, change: PlannedChange, places: Places): Resource[] {
  const { within } = WAYS_IN[change.type];
  if (change.action === 'update' && within.some((argument) => change.isUnknown(argument))) return [];
  const at = (argument: string, when: When) =>
    run.inventory.named(change, argument, when).flatMap((place) => places.of(place, when));
  const lost = within.flatMap((argument) => {
    const kept = new Set(change.destroys ? [] : at(argument, 'after'));
    return at(argument, 'before').filter((place) => !kept.has(place));
  });
  const attached = change.destroys ? places.attachedTo(change, 'before') : [];
  return [...lost, ...attached, ...vpcsAt(run, change)];
}

/** The VPCs to which a transit gateway route leads by their addresses, where no plan has the attachment it leads to. */
function vpcsAt(run: Run, change: PlannedChange): Resource[] {
  const cidr = change.before.destination_cidr_block;
  const [attachment] = run.inventory.named(change, 'transit_gateway_attachment_id', 'before');
  if (change.type !== 'aws_ec2_transit_gateway_route' || !change.destroys || typeof attachment !== 'string') return [];
  return run.inventory.ofType('aws_vpc', 'aws_default_vpc').filter(({ before: { cidr_block: own } }) => {
    return typeof own === 'string' && typeof cidr === 'string' && AddressSet.of([cidr]).touches(own);
  });
}

/** An internet gateway leads to public brokers only. */
function isUsedBy(change: PlannedChange, broker: PlannedChange): boolean {
  return !change.type.startsWith('aws_internet_gateway') || broker.valueBefore('publicly_accessible') === true;
}
