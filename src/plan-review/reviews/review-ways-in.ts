import { AddressSet } from '../../util/address-set';
import { textOf } from '../../util/json';
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
  return [...lost, ...attached, ...vpcsAt(run, change), ...subnetsInLostZones(run, change)];
}

/**
 * The subnets of the Availability Zones in which an attachment has no subnet any more: it reaches none of them.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
function subnetsInLostZones(run: Run, change: PlannedChange): PlannedChange[] {
  const argument = ['subnet_ids', 'subnet_arns'].find((one) => WAYS_IN[change.type].within.includes(one));
  if (change.action !== 'update' || argument === undefined) return [];
  const [before, after] = (['before', 'after'] as const).map(
    (when) => new Set(run.inventory.named(change, argument, when).map(zoneOf)),
  );
  const lost = after.has(undefined) ? [] : [...before].filter((zone) => zone !== undefined && !after.has(zone));
  if (lost.length === 0) return [];
  const vpcs = new Set(run.inventory.named(change, 'vpc_id', 'before'));
  return run.inventory
    .ofType('aws_subnet', 'aws_default_subnet')
    .filter(
      (subnet) => lost.includes(zoneOf(subnet)) && run.inventory.vpcsOf(subnet, 'before').some((vpc) => vpcs.has(vpc)),
    );
}

function zoneOf(subnet: Resource): string | undefined {
  return typeof subnet === 'string' ? undefined : textOf(subnet.valueAfter('availability_zone'));
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
