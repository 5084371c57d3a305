import { AddressSet } from '../../../util/address-set';
import { type Grant } from './grants';
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

/** What one port allows. */
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

  allows({ source, change }: Grant): boolean {
    if (this.#names.has(this.groups.nameOf(source, change))) return true;
    return source.kind === 'addresses' && this.addresses.covers(source.cidr);
  }
}

/** Compares in both directions what may reach brokers that have the same groups. */
export function compareReach(groups: SecurityGroups, brokers: readonly LinkedBroker[]): ReachChange {
  const [{ broker, groups: its }] = brokers;
  const [before, after] = (['before', 'after'] as const).map((when) =>
    its[when].flatMap((group) => groups.grants(group, when)),
  );
  const opened = new Map<Grant, BrokerPort[]>();
  const lost = new Map<Grant, BrokerPort[]>();
  const closedPorts: BrokerPort[] = [];
  let hasSources = false;
  for (const port of portsOf(broker)) {
    const [was, is] = [new PortReach(groups, before, port), new PortReach(groups, after, port)];
    for (const grant of is.grants) if (!was.allows(grant)) note(opened, grant, port);
    for (const grant of was.grants) if (!is.allows(grant)) note(lost, grant, port);
    if (was.grants.length > 0 && is.grants.length === 0) closedPorts.push(port);
    hasSources ||= is.grants.length > 0;
  }
  return { brokers, opened: changed(opened), lost: changed(lost), closedPorts, hasSources };
}

function note(grants: Map<Grant, BrokerPort[]>, grant: Grant, port: BrokerPort): void {
  const ports = grants.get(grant);
  if (ports === undefined) grants.set(grant, [port]);
  else ports.push(port);
}

function changed(grants: ReadonlyMap<Grant, readonly BrokerPort[]>): ChangedGrant[] {
  return [...grants].map(([grant, ports]) => ({ grant, ports }));
}
