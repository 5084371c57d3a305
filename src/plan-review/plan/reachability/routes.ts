import { AddressSet } from '../../../util/address-set';
import { append } from '../../../util/append';
import { type JsonObject, listOf, objectOf, textOf } from '../../../util/json';
import { remembered } from '../../../util/remembered';
import { type PlannedChange } from '../planned-change';
import { type Inventory, type Resource, stateOf, type When } from './inventory';
import { type SecurityGroups } from './security-groups';

const TABLE_TYPES: readonly string[] = ['aws_route_table', 'aws_default_route_table'];
const ROUTE_TYPE = 'aws_route';
/** It gives a table the routes that a VPN gateway knows: they are named by the gateway. */
const PROPAGATION_TYPE = 'aws_vpn_gateway_route_propagation';
const ASSOCIATION_TYPE = 'aws_route_table_association';
const MAIN_TYPE = 'aws_main_route_table_association';

export const ROUTE_TYPES: readonly string[] = [
  ...TABLE_TYPES,
  ROUTE_TYPE,
  PROPAGATION_TYPE,
  ASSOCIATION_TYPE,
  MAIN_TYPE,
];

/** The arguments that name where a route leads. */
const TARGETS: readonly string[] = [
  'carrier_gateway_id',
  'core_network_arn',
  'egress_only_gateway_id',
  'gateway_id',
  'local_gateway_id',
  'nat_gateway_id',
  'network_interface_id',
  'transit_gateway_id',
  'vpc_endpoint_id',
  'vpc_peering_connection_id',
];
const DESTINATIONS: readonly string[] = [
  'cidr_block',
  'ipv6_cidr_block',
  'destination_cidr_block',
  'destination_ipv6_cidr_block',
];
/** Destinations of which only AWS knows the addresses. */
const NAMED_DESTINATIONS: readonly string[] = ['destination_prefix_list_id', 'vpn_gateway_id'];

/** One destination of a route table. */
interface Route {
  readonly change: PlannedChange;
  readonly destination: string;
  /** Where it leads, as a text that nothing else has; empty where that is known only after the apply. */
  readonly target: string;
  /** Whether it carries only what a broker asks for itself: no client comes that way. */
  readonly isOutward: boolean;
  readonly isToInternet: boolean;
  /** The resource to which it leads, where a plan deletes that. */
  readonly deletedTarget?: PlannedChange;
  /** What has the destination, where that is an entry of a prefix list. */
  readonly entryOf?: PlannedChange;
}

/** What becomes of a route: it is gone, it leads another way, or that is known only after the apply. */
export const ROUTE_LOSSES = ['removed', 'elsewhere', 'unknown'] as const;

export type RouteLoss = (typeof ROUTE_LOSSES)[number];

/** A destination to which a subnet has no longer the route that it had, with the change that does it. */
interface LostRoute {
  readonly destination: string;
  readonly change: PlannedChange;
  readonly loss: RouteLoss;
  /** Where clients are to which no route carries the answers any more. */
  readonly addresses: AddressSet;
}

/** The target of a route that is known only after the apply. It is taken to be the one that the route has today. */
const UNKNOWN = '';

/** A route can lead only to the endpoint of a Gateway Load Balancer, which passes on clients and answers. */
const OUTWARD: ReadonlySet<string> = new Set(['egress_only_gateway_id', 'nat_gateway_id']);

/** An address range of a prefix list, with what has it. */
type Entry = readonly [cidr: string, from: PlannedChange];

/** The routes of subnets before and after the apply. */
export class Routes {
  readonly #tableOf = { before: new Map<Resource, Resource>(), after: new Map<Resource, Resource>() };
  readonly #mainOf = { before: new Map<Resource, Resource>(), after: new Map<Resource, Resource>() };
  readonly #separate = { before: new Map<Resource, PlannedChange[]>(), after: new Map<Resource, PlannedChange[]>() };
  readonly #associations = new Map<Resource, PlannedChange[]>();
  readonly #mainAssociations = new Map<Resource, PlannedChange[]>();
  readonly #adopted = new Map<Resource, PlannedChange>();
  readonly #entriesOf = { before: new Map<Resource, Entry[]>(), after: new Map<Resource, Entry[]>() };

  constructor(
    readonly inventory: Inventory,
    readonly lists: Pick<SecurityGroups, 'entriesOf'>,
  ) {
    for (const when of ['before', 'after'] as const) {
      for (const route of inventory.ofType(ROUTE_TYPE, PROPAGATION_TYPE)) {
        for (const table of inventory.named(route, 'route_table_id', when)) append(this.#separate[when], table, route);
      }
      this.#associate(ASSOCIATION_TYPE, 'subnet_id', when, this.#tableOf[when], this.#associations);
      this.#associate(MAIN_TYPE, 'vpc_id', when, this.#mainOf[when], this.#mainAssociations);
    }
    this.#giveBackMainTables();
    for (const table of inventory.ofType('aws_default_route_table').filter(({ action }) => action === 'create')) {
      for (const main of inventory.named(table, 'default_route_table_id', 'after')) this.#adopted.set(main, table);
    }
  }

  /** The default table of a VPC, if it is that of a subnet, and a plan takes it over: that removes the routes in it. */
  adoptedTableOf(subnet: Resource): PlannedChange | undefined {
    const table = this.#tableOf.before.get(subnet) ?? this.#mainTable(subnet, 'before');
    return table === undefined ? undefined : this.#adopted.get(table);
  }

  /**
   * What a subnet no longer has a route for, or has another one. No client reaches a private broker from the internet, so
   * routes there carry only what it asks for itself.
   */
  lost(subnet: Resource, isPublic: boolean): LostRoute[] {
    const [before, after] = (['before', 'after'] as const).map((when) =>
      this.#routesOf(subnet, when).map((route) => ({
        ...route,
        isOutward: route.isOutward || (route.isToInternet && !isPublic),
      })),
    );
    if (before.length === 0) return [];
    const comparison = new RouteComparison(before, after);
    const isUnknown = this.#isUnknown(subnet);
    const lost = before
      .filter((route) => comparison.isLost(route))
      .map((route): LostRoute => {
        const { destination } = route;
        const loss = isUnknown ? 'unknown' : comparison.isReplaced(route) ? 'elsewhere' : 'removed';
        return { destination, loss, addresses: comparison.lostBy(route), change: this.#takenAwayBy(subnet, route) };
      });
    const explained = lost.filter(({ change }) => change.changes);
    const instead = comparison.takingOver(explained.map(({ destination }) => destination));
    return instead.length === 0 ? lost : [...explained, ...instead];
  }

  /** Whether the routes that are written in the table of a subnet are known only after the apply. */
  #isUnknown(subnet: Resource): boolean {
    const table = this.#tableOf.after.get(subnet) ?? this.#mainTable(subnet, 'after');
    return table !== undefined && typeof table !== 'string' && table.changes && table.unknown.route === true;
  }

  #takenAwayBy(subnet: Resource, { change, deletedTarget, entryOf }: Route): PlannedChange {
    if (change.changes) return change;
    if (entryOf?.changes) return entryOf;
    if (deletedTarget !== undefined) return deletedTarget;
    const associations = [
      ...(this.#associations.get(subnet) ?? []),
      ...this.inventory.vpcsOf(subnet, 'before').flatMap((vpc) => this.#mainAssociations.get(vpc) ?? []),
    ];
    return associations.find(({ changes }) => changes) ?? change;
  }

  /** The routes of a subnet whose route table a plan has; none where no plan has it. */
  #routesOf(subnet: Resource, when: When): Route[] {
    const table = this.#tableOf[when].get(subnet) ?? this.#mainTable(subnet, when);
    if (table === undefined) return [];
    const written = typeof table === 'string' ? [] : this.#writtenIn(table, when);
    const separate = (this.#separate[when].get(table) ?? []).flatMap((route) =>
      this.#routesIn(route, stateOf(route, when), when === 'after' ? route.unknown : {}),
    );
    const all = [...written, ...separate].flatMap((route) => this.#toEntries(route, when));
    return when === 'before' ? all : all.filter(({ deletedTarget }) => deletedTarget === undefined);
  }

  /** A route to a prefix list as routes to its addresses, where the run plans them. */
  #toEntries(route: Route, when: When): Route[] {
    const list = route.destination.startsWith('pl-') ? this.inventory.withId(route.destination) : route.destination;
    if (typeof list === 'string' || list.isUnknown('entry')) return [route];
    const entries = remembered(this.#entriesOf[when], list, () => [...this.lists.entriesOf(list, when)]);
    return entries.map(([destination, entryOf]) => ({ ...route, destination, entryOf }));
  }

  /** The provider reads all routes of a table into it, those of route resources as well. */
  #writtenIn(table: PlannedChange, when: When): Route[] {
    const { route: routes, propagating_vgws: gateways } = stateOf(table, when);
    const propagated = listOf(gateways).map((id) => ({ vpn_gateway_id: id }));
    const written = [...listOf(routes), ...propagated].flatMap((route) => this.#routesIn(table, objectOf(route)));
    const separate = new Set(
      (this.#separate.before.get(table) ?? []).flatMap((route) =>
        this.#routesIn(route, route.before).map(({ destination }) => destination),
      ),
    );
    return written.filter(({ destination }) => !separate.has(destination));
  }

  #routesIn(change: PlannedChange, values: JsonObject, unknown: JsonObject = {}): Route[] {
    const destinations = [...DESTINATIONS, ...NAMED_DESTINATIONS].flatMap((name) => textOf(values[name]) || []);
    const via = TARGETS.find((name) => unknown[name] === true || (textOf(values[name]) ?? '') !== '');
    const target = via === undefined ? '' : this.#targetOf(change, via, values);
    const deleted = typeof target !== 'string' && target.action === 'delete' ? target : undefined;
    const where = {
      target: target === '' ? UNKNOWN : this.inventory.nameOf(target),
      isOutward: via !== undefined && OUTWARD.has(via),
      isToInternet: typeof target === 'string' ? target.startsWith('igw-') : target.type === 'aws_internet_gateway',
      deletedTarget: deleted,
    };
    return destinations.map((destination) => ({ change, destination, ...where }));
  }

  #targetOf(change: PlannedChange, via: string, values: JsonObject): Resource {
    const id = textOf(values[via]) ?? '';
    if (id !== '') return this.inventory.withId(id);
    const [referred] = change.type === ROUTE_TYPE ? this.inventory.referredTo(change, via) : [];
    return referred ?? '';
  }

  #mainTable(subnet: Resource, when: When): Resource | undefined {
    for (const vpc of this.inventory.vpcsOf(subnet, when)) {
      const associated = this.#mainOf[when].get(vpc);
      if (associated !== undefined) return associated;
      if (typeof vpc === 'string') continue;
      const [main] = this.inventory.named(vpc, 'main_route_table_id', 'before');
      if (main !== undefined) return main;
    }
    return undefined;
  }

  /** Without the resource that makes another table the main one, the VPC has the table again that it had before. */
  #giveBackMainTables(): void {
    for (const association of this.inventory.ofType(MAIN_TYPE)) {
      const table = textOf(association.before.original_route_table_id);
      if (!association.onlyDestroyed || table === undefined) continue;
      for (const vpc of this.inventory.named(association, 'vpc_id', 'before')) {
        this.#mainOf.after.set(vpc, this.inventory.withId(table));
      }
    }
  }

  #associate(
    type: string,
    argument: string,
    when: When,
    tableOf: Map<Resource, Resource>,
    associations: Map<Resource, PlannedChange[]>,
  ): void {
    for (const association of this.inventory.ofType(type)) {
      const [table] = this.inventory.named(association, 'route_table_id', when);
      for (const associated of this.inventory.named(association, argument, when)) {
        if (table !== undefined) tableOf.set(associated, table);
        if (when === 'before') append(associations, associated, association);
      }
    }
  }
}

/** The routes of one subnet before and after the apply. For each address the route with the longest prefix decides. */
class RouteComparison {
  readonly #moved: ReadonlyMap<string, AddressSet>;
  readonly #unknown: AddressSet;
  readonly #targets: ReadonlyMap<string, string>;
  readonly #covered: AddressSet;
  readonly #carriesBack: AddressSet;
  readonly #leadsToInternet: AddressSet;

  constructor(
    before: readonly Route[],
    readonly after: readonly Route[],
  ) {
    const leads = addressesByTarget(after);
    const kept = (target: string) => leads.get(target) ?? AddressSet.EMPTY;
    this.#unknown = kept(UNKNOWN);
    this.#moved = new Map([...addressesByTarget(before)].map(([target, its]) => [target, its.minus(kept(target))]));
    this.#targets = new Map(after.map(({ destination, target }) => [destination, target]));
    this.#covered = destinationsOf(after);
    this.#carriesBack = destinationsOf(after.filter(({ isOutward, isToInternet }) => !isOutward && !isToInternet));
    this.#leadsToInternet = destinationsOf(after.filter(({ isToInternet }) => isToInternet));
  }

  isLost({ destination, target, isOutward }: Route): boolean {
    const now = this.#targets.get(destination);
    if (isOutward) return now === undefined && !this.#covered.covers(destination);
    if (isCidr(destination)) {
      return this.#moved.get(target)!.touches(destination) && !this.#unknown.covers(destination);
    }
    return now === undefined || (now !== target && now !== UNKNOWN);
  }

  /** The addresses behind a lost route to which none leads the answers back; more specific routes may lead to some. */
  lostBy({ destination, target, isOutward }: Route): AddressSet {
    if (isOutward) return AddressSet.EMPTY;
    return this.#moved
      .get(target)!
      .intersection(AddressSet.of([destination]))
      .minus(this.#carriesBack);
  }

  /** Whether another route takes the place of a lost one, by which the answers to clients may arrive. */
  isReplaced({ destination }: Route): boolean {
    if (this.#carriesBack.covers(destination)) return true;
    if (!isCidr(destination)) return this.#targets.has(destination);
    return this.#leadsToInternet.covers(destination) && !AddressSet.of([destination]).isPrivate;
  }

  /** The routes that take over what other routes carried, besides some destinations. */
  takingOver(destinations: readonly string[]): LostRoute[] {
    const moved = AddressSet.join([...this.#moved.values()]);
    const rest = moved.minus(this.#unknown).minus(AddressSet.of(destinations));
    return this.after
      .filter(({ change, destination }) => change.changes && rest.touches(destination))
      .map(({ change, destination }) => ({ change, destination, loss: 'elsewhere', addresses: AddressSet.EMPTY }));
  }
}

function isCidr(destination: string): boolean {
  return !AddressSet.of([destination]).isEmpty;
}

function destinationsOf(routes: readonly Route[]): AddressSet {
  return AddressSet.of(routes.map(({ destination }) => destination));
}

/** Where clients may be, by the target that leads to them. An internet gateway leads to none with a private address. */
function addressesByTarget(routes: readonly Route[]): Map<string, AddressSet> {
  const rules = routes.map(({ destination: cidr, target, isOutward }) => ({ cidr, target, isOutward }));
  rules.sort((a, b) => prefixLength(b.cidr) - prefixLength(a.cidr));
  const byTarget = AddressSet.decidedBy(rules, ({ target, isOutward }) => (isOutward ? undefined : target));
  byTarget.delete(undefined);
  for (const { target, isToInternet } of routes) {
    const its = isToInternet ? byTarget.get(target) : undefined;
    if (its !== undefined) byTarget.set(target, its.withoutPrivate);
  }
  for (const { target } of routes) if (!byTarget.has(target)) byTarget.set(target, AddressSet.EMPTY);
  return byTarget as Map<string, AddressSet>;
}

function prefixLength(cidr: string): number {
  return Number(cidr.slice(cidr.lastIndexOf('/') + 1));
}
