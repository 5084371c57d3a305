import { AddressSet, publicFirst } from '../../util/address-set';
import { append } from '../../util/append';
import { listOfLiterals, ownWords, type Phrase, phrase } from '../../util/phrase';
import { type PlannedChange } from '../plan/planned-change';
import { type Resource } from '../plan/reachability/inventory';
import { alike, type LinkedBroker } from '../plan/reachability/linked-brokers';
import { NETWORK_ACL_TYPES, NetworkAcls } from '../plan/reachability/network-acls';
import { type BrokerPort, portsOf } from '../plan/reachability/ports';
import { reachOf } from '../plan/reachability/reach';
import { namesOf, stayingBrokers } from './network-brokers';
import { portsText } from './ports-text';
import { type Run } from './run';

/** What a network ACL does to one port of some brokers in one subnet. */
interface AclEffect {
  readonly port: BrokerPort;
  readonly brokers: readonly LinkedBroker[];
  /** Of what the security groups allow, as far as they name addresses. */
  readonly cidrs: readonly string[];
  /** Whether the network ACL leaves no client that the security groups allow. */
  readonly isWhole: boolean;
}

/** Reports which clients of the brokers that stay a network ACL blocks newly, and which no longer. */
export function reviewNetworkAcls(run: Run): void {
  if (!run.inventory.changesAny(...NETWORK_ACL_TYPES)) return;
  const acls = new NetworkAcls(run.inventory);
  const closed = new Map<PlannedChange, AclEffect[]>();
  const opened = new Map<PlannedChange, AclEffect[]>();
  for (const brokers of alike(run.inventory, stayingBrokers(run))) {
    for (const subnet of brokers[0].subnets.before) {
      const [subject] = acls.changesFor(subnet);
      if (subject === undefined) continue;
      if (acls.isUnknown(subnet)) reportUnknownAcl(run, subject, brokers);
      else compareAcls(run, acls, subnet, brokers, (effect, kind) => append({ closed, opened }[kind], subject, effect));
    }
  }
  for (const [subject, effects] of closed) reportClosed(run, subject, effects);
  for (const [subject, effects] of opened) reportAclOpened(run, subject, effects);
}

function compareAcls(
  run: Run,
  acls: NetworkAcls,
  subnet: Resource,
  brokers: readonly LinkedBroker[],
  note: (effect: AclEffect, kind: 'closed' | 'opened') => void,
): void {
  for (const port of portsOf(brokers[0].broker)) {
    const [before, after] = (['before', 'after'] as const).map((when) => acls.allowed(subnet, port, when));
    const clients = reachOf(run.groups, brokers[0], port, 'after');
    if (clients.grants.length === 0 && knowsGroups(brokers[0])) continue;
    const namesAll = clients.grants.length > 0 && !clients.hasOthers;
    const among = (addresses: AddressSet) => (namesAll ? addresses.intersection(clients.addresses) : addresses);
    const cidrsIn = (addresses: AddressSet) =>
      clients.grants.flatMap(({ source }) =>
        source.kind === 'addresses' && addresses.touches(source.cidr) ? [source.cidr] : [],
      );
    const difference = (some: readonly AddressSet[], others: readonly AddressSet[]) =>
      AddressSet.join(some.map((addresses, index) => addresses.minus(others[index])));
    const lost = difference(before, after);
    if (!among(lost).isEmpty) {
      note({ port, brokers, cidrs: cidrsIn(lost), isWhole: among(AddressSet.join(after)).isEmpty }, 'closed');
    }
    const gained = difference(after, before).intersection(clients.addresses);
    if (!gained.isEmpty) note({ port, brokers, cidrs: cidrsIn(gained), isWhole: !gained.isPrivate }, 'opened');
  }
}

/** Whether the run plans all security groups of a broker, so that no other client is allowed than it shows. */
function knowsGroups({ groups }: LinkedBroker): boolean {
  return groups.after.every((group) => typeof group !== 'string');
}

function reportUnknownAcl(run: Run, subject: PlannedChange, brokers: readonly LinkedBroker[]): void {
  const isAcl = subject.type === 'aws_network_acl' || subject.type === 'aws_default_network_acl';
  const acl = isAcl ? phrase`the network ACL ${subject.address}` : phrase`the network ACL of ${subject.address}`;
  const isSeen = isAcl ? ownWords('is known only after the apply') : ownWords('cannot be seen in these plans');
  run.add(subject, {
    code: 'network-acl-closed',
    severity: 'warning',
    message: phrase`What ${acl} allows into a subnet of ${namesOf(run, subject, brokers)} ${isSeen}: at worst nothing.`,
  });
}

function reportClosed(run: Run, subject: PlannedChange, effects: readonly AclEffect[]): void {
  const brokers = effects.flatMap((effect) => effect.brokers);
  const isWhole = effects.some((effect) => effect.isWhole);
  run.add(subject, {
    code: 'network-acl-closed',
    severity: isWhole ? 'error' : 'warning',
    message: phrase`${subject.address} blocks ${clientsText(effects)} in a subnet of ${namesOf(run, subject, brokers)} on ${portsText(effects.map(({ port }) => port))}, or the answers to them.${isWhole ? ownWords(' No client that the security groups allow gets through.') : []}`,
    remedy: phrase`Allow the ports of the broker from the clients, and the ports 1024 to 65535 back to them, with a lower rule number.`,
  });
}

function reportAclOpened(run: Run, subject: PlannedChange, effects: readonly AclEffect[]): void {
  const brokers = effects.flatMap((effect) => effect.brokers);
  run.add(subject, {
    code: 'network-acl-opened',
    severity: effects.some(({ isWhole }) => isWhole) ? 'error' : 'warning',
    message: phrase`${subject.address} no longer blocks ${clientsText(effects)}, which the security groups allow, so they reach ${namesOf(run, subject, brokers)} on ${portsText(effects.map(({ port }) => port))}.`,
    remedy: ownWords('Allow only the addresses of the clients.'),
  });
}

function clientsText(effects: readonly AclEffect[]): Phrase {
  const cidrs = [...new Set(effects.flatMap((effect) => effect.cidrs))];
  return cidrs.length === 0 ? ownWords('clients') : listOfLiterals(publicFirst(cidrs));
}
