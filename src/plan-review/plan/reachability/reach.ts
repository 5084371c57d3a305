import { AddressSet } from '../../../util/address-set';
import { append } from '../../../util/append';
import { type Grant } from './grants';
import { type When } from './inventory';
import { type LinkedBroker } from './linked-brokers';
import { type BrokerPort, portsOf } from './ports';
import { type SecurityGroups } from './security-groups';

/** A source that is newly allowed, or no longer, on some ports. */
export interface ChangedGrant {
  readonly grant: Grant;
  readonly ports: readonly BrokerPort[];
}

/** How what may reach some brokers changes. */
export interface ReachChange {
  readonly brokers: readonly LinkedBroker[];
  readonly opened: readonly ChangedGrant[];
  /** What is no longer allowed, or only a part of it. */
  readonly lost: readonly ChangedGrant[];
  /** The ports that had a source and have none any more. */
  readonly closedPorts: readonly BrokerPort[];
  /** Whether any source is left on any port. */
  readonly hasSources: boolean;
}

/** What security groups allow on one port. */
class PortReach {
  readonly grants: readonly Grant[];
  readonly addresses: AddressSet;
  readonly #names: ReadonlySet<string>;

  constructor(
    readonly groups: SecurityGroups,
    grants: readonly Grant[],
    { port }: BrokerPort,
  ) {
    this.grants = grants.filter(({ from, to }) => from <= port && port <= to);
    this.addresses = AddressSet.of(
      this.grants.flatMap(({ source }) => (source.kind === 'addresses' ? [source.cidr] : [])),
    );
    this.#names = new Set(this.grants.map((grant) => groups.nameOf(grant.source, grant.change)));
  }

  /** Whether it allows others than by their addresses, such as the members of a group. */
  get hasOthers(): boolean {
    return this.grants.some(({ source }) => source.kind !== 'addresses');
  }

  allows({ source, change }: Grant): boolean {
    if (this.#names.has(this.groups.nameOf(source, change))) return true;
    return source.kind === 'addresses' && this.addresses.covers(source.cidr);
  }
}

/** Compares in both directions what may reach brokers that have the same groups. */
export function compareReach(groups: SecurityGroups, brokers: readonly LinkedBroker[]): ReachChange {
  const [linked] = brokers;
  const opened = new Map<Grant, BrokerPort[]>();
  const lost = new Map<Grant, BrokerPort[]>();
  const closedPorts: BrokerPort[] = [];
  let hasSources = false;
  for (const port of portsOf(linked.broker)) {
    const [was, is] = (['before', 'after'] as const).map((when) => reachOf(groups, linked, port, when));
    for (const grant of is.grants) if (!was.allows(grant)) append(opened, grant, port);
    for (const grant of was.grants) if (!is.allows(grant)) append(lost, grant, port);
    if (was.grants.length > 0 && is.grants.length === 0) closedPorts.push(port);
    hasSources ||= is.grants.length > 0;
  }
  return { brokers, opened: changed(opened), lost: changed(lost), closedPorts, hasSources };
}

/** What the security groups of a broker allow on one of its ports. */
export function reachOf(groups: SecurityGroups, linked: LinkedBroker, port: BrokerPort, when: When): PortReach {
  return new PortReach(
    groups,
    linked.groups[when].flatMap((group) => groups.grants(group, when)),
    port,
  );
}

function changed(grants: ReadonlyMap<Grant, readonly BrokerPort[]>): ChangedGrant[] {
  return [...grants].map(([grant, ports]) => ({ grant, ports }));
}
