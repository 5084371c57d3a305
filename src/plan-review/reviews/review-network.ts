import { AddressSet } from '../../util/address-set';
import { append } from '../../util/append';
import { listOfLiterals, ownWords, type Phrase, phrase, wordsOfFact } from '../../util/phrase';
import { type Observation } from '../findings/finding';
import { type Action, type PlannedChange } from '../plan/planned-change';
import { type Resource, type When } from '../plan/reachability/inventory';
import { alike, type LinkedBroker, vpcsOf } from '../plan/reachability/linked-brokers';
import { NETWORK_ACL_TYPES, NetworkAcls } from '../plan/reachability/network-acls';
import { WAYS_IN } from '../plan/reachability/network-types';
import { Places } from '../plan/reachability/places';
import { type BrokerPort, portsOf } from '../plan/reachability/ports';
import { reachOf } from '../plan/reachability/reach';
import { ROUTE_LOSSES, ROUTE_TYPES, type RouteLoss, Routes } from '../plan/reachability/routes';
import { portsText } from './ports-text';
import { type Run } from './run';

/** Reports what a plan changes on the way between clients and the brokers that stay. */
export function reviewNetwork(run: Run): void {
  const { inventory } = run;
  const targets = ['aws_nat_gateway', ...Object.keys(WAYS_IN)];
  if (inventory.changesAny(...NETWORK_ACL_TYPES)) reviewNetworkAcls(run);
  if (inventory.changesAny(...ROUTE_TYPES, ...targets)) reviewRoutes(run);
  if (inventory.changesAny(...Object.keys(WAYS_IN))) reviewWaysIn(run);
  if (inventory.changesAny('aws_vpc', 'aws_default_vpc', 'aws_vpc_dhcp_options_association')) reviewDns(run);
}

function staying(run: Run): LinkedBroker[] {
  return run.brokers.filter(({ broker }) => broker.survives);
}

function namesOf(run: Run, subject: PlannedChange, brokers: readonly LinkedBroker[]): Phrase {
  return run.addressesOf(
    brokers.map(({ broker }) => broker),
    subject,
  );
}

/** What a network ACL does to one port of some brokers in one subnet. */
interface AclEffect {
  readonly port: BrokerPort;
  readonly brokers: readonly LinkedBroker[];
  /** Of what the security groups allow, as far as they name addresses. */
  readonly cidrs: readonly string[];
  /** Whether the network ACL leaves no client that the security groups allow. */
  readonly isWhole: boolean;
}

function reviewNetworkAcls(run: Run): void {
  const acls = new NetworkAcls(run.inventory);
  const closed = new Map<PlannedChange, AclEffect[]>();
  const opened = new Map<PlannedChange, AclEffect[]>();
  for (const brokers of alike(run.inventory, staying(run))) {
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
    const lost = before.minus(after);
    if (!among(lost).isEmpty) {
      note({ port, brokers, cidrs: cidrsIn(lost), isWhole: among(after).isEmpty }, 'closed');
    }
    const gained = after.minus(before).intersection(clients.addresses);
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
  return cidrs.length === 0 ? ownWords('clients') : listOfLiterals(cidrs);
}

/** What a change takes away of the routes of some brokers. */
interface RouteEffect {
  readonly destination: string;
  readonly brokers: readonly LinkedBroker[];
  readonly loss: RouteLoss;
  readonly isWhole: boolean;
}

function reviewRoutes(run: Run): void {
  const routes = new Routes(run.inventory);
  const effects = new Map<PlannedChange, RouteEffect[]>();
  for (const brokers of alike(run.inventory, staying(run))) {
    const isPublic = brokers.some(({ broker }) => broker.valueBefore('publicly_accessible') === true);
    for (const subnet of brokers[0].subnets.before) {
      const lost = routes.lost(subnet, isPublic);
      const removed = lost.filter(({ loss }) => loss === 'removed').map(({ destination }) => destination);
      const isWhole = removed.length > 0 && losesAllClients(run, brokers[0], removed);
      for (const { change, ...loss } of lost) append(effects, change, { ...loss, brokers, isWhole });
    }
  }
  for (const [subject, its] of effects) {
    for (const loss of ROUTE_LOSSES) {
      const lost = its.filter((effect) => effect.loss === loss);
      if (lost.length > 0) run.add(subject, ROUTE_FINDINGS[loss](routeText(run, subject, lost)));
    }
  }
}

/** What was lost with routes, in words. */
interface RouteText {
  readonly brokers: Phrase;
  readonly destinations: Phrase;
  readonly isWhole: boolean;
}

function routeText(run: Run, subject: PlannedChange, effects: readonly RouteEffect[]): RouteText {
  const brokers = effects.flatMap((effect) => effect.brokers);
  return {
    brokers: namesOf(run, subject, brokers),
    destinations: listOfLiterals([...new Set(effects.map(({ destination }) => destination))]),
    isWhole: effects.some(({ isWhole }) => isWhole),
  };
}

const ROUTE_FINDINGS: Readonly<Record<RouteLoss, (text: RouteText) => Observation>> = {
  removed: ({ brokers, destinations, isWhole }) => ({
    code: 'route-removed',
    severity: isWhole ? 'error' : 'warning',
    message: phrase`A subnet of ${brokers} no longer has a route to ${destinations}: the broker reaches nothing there, and its answers do not arrive.${isWhole ? ownWords(' All clients that its security groups allow are there.') : []}`,
    remedy: ownWords('Keep the route while clients, LDAP servers or other brokers are at its other end.'),
  }),
  elsewhere: ({ brokers, destinations }) => ({
    code: 'route-changed',
    message: phrase`A subnet of ${brokers} sends what is for ${destinations} another way: unless the same clients are at its end, the answers of the broker do not arrive.`,
    remedy: ownWords('See that the new way leads to the clients of the broker, and back.'),
  }),
  unknown: ({ brokers, destinations }) => ({
    code: 'route-changed',
    message: phrase`Whether a subnet of ${brokers} keeps its route to ${destinations} is known only after the apply: at worst the answers of the broker do not arrive.`,
    remedy: ownWords('See that the new routes lead to the clients of the broker.'),
  }),
};

/** Whether every address that the security groups allow lies where the routes led. */
function losesAllClients(run: Run, linked: LinkedBroker, destinations: readonly string[]): boolean {
  const lost = AddressSet.of(destinations);
  const local = AddressSet.of(cidrsOfVpcs(run, linked));
  const ports = portsOf(linked.broker).map((port) => reachOf(run.groups, linked, port, 'after'));
  const open = ports.filter(({ grants }) => grants.length > 0);
  return (
    open.length > 0 &&
    open.every(({ hasOthers, addresses }) => !hasOthers && addresses.minus(lost.minus(local)).isEmpty)
  );
}

function cidrsOfVpcs(run: Run, { broker }: LinkedBroker): string[] {
  return vpcsOf(run.inventory, broker, 'before').flatMap((vpc) => {
    const cidr = typeof vpc === 'string' ? undefined : vpc.before.cidr_block;
    return typeof cidr === 'string' ? [cidr] : [];
  });
}

/** The brokers in a VPC or a subnet. */
function brokersByPlace(run: Run): Map<Resource, LinkedBroker[]> {
  const places = new Map<Resource, LinkedBroker[]>();
  for (const linked of staying(run)) {
    const its = [...vpcsOf(run.inventory, linked.broker, 'before'), ...linked.subnets.before];
    for (const place of new Set(its)) append(places, place, linked);
  }
  return places;
}

/** Endpoints between clients and a broker: traffic is routed through them, or passwords are read there. */
const ENDPOINTS = /\.(?:mq|secretsmanager|ssm)$/;

function reviewWaysIn(run: Run): void {
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
  if (!change.destroys && change.action !== 'update') return [];
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

function isUsedBy(change: PlannedChange, broker: PlannedChange): boolean {
  if (change.type.startsWith('aws_internet_gateway')) return broker.valueBefore('publicly_accessible') === true;
  return change.type !== 'aws_vpc_endpoint' || ENDPOINTS.test(String(change.before.service_name ?? ''));
}

const DNS_SWITCHES = ['enable_dns_hostnames', 'enable_dns_support'];

function reviewDns(run: Run): void {
  const places = brokersByPlace(run);
  for (const vpc of run.inventory.ofType('aws_vpc', 'aws_default_vpc')) {
    const off = DNS_SWITCHES.filter((argument) => vpc.switchesOff(argument));
    const brokers = off.length === 0 ? [] : (places.get(vpc) ?? byReference(run, vpc));
    if (brokers.length === 0) continue;
    const isPrivate = brokers.some(({ broker }) => broker.valueBefore('publicly_accessible') !== true);
    run.add(vpc, {
      code: 'dns-switched-off',
      severity: isPrivate ? 'error' : 'warning',
      attributes: off,
      message: phrase`${vpc.address}, the VPC of ${namesOf(run, vpc, brokers)}, switches off ${listOfLiterals(off)}: clients in the VPC can no longer resolve the names of the endpoints.`,
      remedy: phrase`Keep ${listOfLiterals(off)} on.`,
    });
  }
  for (const association of run.inventory.ofType('aws_vpc_dhcp_options_association')) {
    const vpcs = run.inventory.named(association, 'vpc_id', association.action === 'create' ? 'after' : 'before');
    const brokers = vpcs.flatMap((vpc) => places.get(vpc) ?? []);
    if (!association.changes || brokers.length === 0) continue;
    run.add(association, {
      code: 'dns-changed',
      attributes: ['dhcp_options_id'],
      message: phrase`${association.address} changes the DHCP options of the VPC of ${namesOf(run, association, brokers)}: if other DNS servers answer there, clients may no longer resolve the names of the endpoints.`,
      remedy: phrase`Check that the new options name ${'AmazonProvidedDNS'} or a server that forwards to it.`,
    });
  }
}

/** Brokers whose subnets no plan has, but whose configuration leads to the VPC. */
function byReference(run: Run, vpc: PlannedChange): LinkedBroker[] {
  const brokers = new Set(run.inventory.planOf(vpc)?.brokersReferringTo(vpc));
  return staying(run).filter(({ broker }) => brokers.has(broker));
}
