import { AddressSet } from '../../../util/address-set';
import { append } from '../../../util/append';
import { type JsonObject, listOf, objectOf, textOf } from '../json';
import { type PlannedChange } from '../planned-change';
import { type Inventory, type Resource, stateOf, type When } from './inventory';

const TABLE_TYPES: readonly string[] = ['aws_route_table', 'aws_default_route_table'];
const ROUTE_TYPE = 'aws_route';
const ASSOCIATION_TYPE = 'aws_route_table_association';
const MAIN_TYPE = 'aws_main_route_table_association';

export const ROUTE_TYPES: readonly string[] = [...TABLE_TYPES, ROUTE_TYPE, ASSOCIATION_TYPE, MAIN_TYPE];

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
const PREFIX_LISTS: readonly string[] = ['destination_prefix_list_id'];

/** One destination of a route table. */
interface Route {
  readonly change: PlannedChange;
  readonly destination: string;
  /** The resource to which it leads, where a plan deletes that. */
  readonly deletedTarget?: PlannedChange;
}

/** A destination for which a subnet had a route and has none any more, with the change that takes it away. */
export interface LostRoute {
  readonly destination: string;
  readonly change: PlannedChange;
}

/** The routes of subnets before and after the apply. */
export class Routes {
  readonly #tableOf = { before: new Map<Resource, Resource>(), after: new Map<Resource, Resource>() };
  readonly #mainOf = { before: new Map<Resource, Resource>(), after: new Map<Resource, Resource>() };
  readonly #separate = { before: new Map<Resource, PlannedChange[]>(), after: new Map<Resource, PlannedChange[]>() };
  readonly #associations = new Map<Resource, PlannedChange[]>();
  readonly #mainAssociations = new Map<Resource, PlannedChange[]>();

  constructor(readonly inventory: Inventory) {
    for (const when of ['before', 'after'] as const) {
      for (const route of inventory.ofType(ROUTE_TYPE)) {
        for (const table of inventory.named(route, 'route_table_id', when)) append(this.#separate[when], table, route);
      }
      this.#associate(ASSOCIATION_TYPE, 'subnet_id', when, this.#tableOf[when], this.#associations);
      this.#associate(MAIN_TYPE, 'vpc_id', when, this.#mainOf[when], this.#mainAssociations);
    }
  }

  /** What a subnet no longer has a route for. */
  lost(subnet: Resource): LostRoute[] {
    const [before, after] = (['before', 'after'] as const).map((when) => this.#routesOf(subnet, when));
    const left = AddressSet.of(after.map(({ destination }) => destination));
    const names = new Set(after.map(({ destination }) => destination));
    return before.flatMap((route) => {
      if (names.has(route.destination) || left.covers(route.destination)) return [];
      return [{ destination: route.destination, change: this.#takenAwayBy(subnet, route) }];
    });
  }

  #takenAwayBy(subnet: Resource, { change, deletedTarget }: Route): PlannedChange {
    if (change.changes) return change;
    if (deletedTarget !== undefined) return deletedTarget;
    const associations = [
      ...(this.#associations.get(subnet) ?? []),
      ...this.#vpcsOf(subnet, 'before').flatMap((vpc) => this.#mainAssociations.get(vpc) ?? []),
    ];
    return associations.find(({ changes }) => changes) ?? change;
  }

  /** The routes of a subnet whose route table a plan has; none where no plan has it. */
  #routesOf(subnet: Resource, when: When): Route[] {
    const table = this.#tableOf[when].get(subnet) ?? this.#mainTable(subnet, when);
    if (table === undefined) return [];
    const written = typeof table === 'string' ? [] : this.#writtenIn(table, when);
    const separate = (this.#separate[when].get(table) ?? []).flatMap((route) =>
      this.#routesIn(route, stateOf(route, when) ?? {}),
    );
    const all = [...written, ...separate];
    return when === 'before' ? all : all.filter(({ deletedTarget }) => deletedTarget === undefined);
  }

  /** The provider reads all routes of a table into it, those of route resources as well. */
  #writtenIn(table: PlannedChange, when: When): Route[] {
    const written = listOf(stateOf(table, when)?.route).flatMap((route) => this.#routesIn(table, objectOf(route)));
    const taken = (this.#separate.before.get(table) ?? []).filter(({ changes }) => changes || when === 'before');
    const separate = new Set(
      taken.flatMap((route) => this.#routesIn(route, route.before).map(({ destination }) => destination)),
    );
    return written.filter(({ destination }) => !separate.has(destination));
  }

  #routesIn(change: PlannedChange, values: JsonObject): Route[] {
    const destinations = [...DESTINATIONS, ...PREFIX_LISTS].flatMap((name) => textOf(values[name]) || []);
    const deletedTarget = this.#deletedTarget(values);
    return destinations.map((destination) => ({ change, destination, deletedTarget }));
  }

  #deletedTarget(values: JsonObject): PlannedChange | undefined {
    for (const name of TARGETS) {
      const target = this.inventory.withId(textOf(values[name]) ?? '');
      if (typeof target !== 'string' && target.action === 'delete') return target;
    }
    return undefined;
  }

  #mainTable(subnet: Resource, when: When): Resource | undefined {
    for (const vpc of this.#vpcsOf(subnet, when)) {
      const associated = this.#mainOf[when].get(vpc);
      if (associated !== undefined) return associated;
      if (typeof vpc === 'string') continue;
      const [main] = this.inventory.named(vpc, 'main_route_table_id', 'before');
      if (main !== undefined) return main;
    }
    return undefined;
  }

  #vpcsOf(subnet: Resource, when: When): Resource[] {
    return typeof subnet === 'string' ? [] : this.inventory.named(subnet, 'vpc_id', when);
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
