import { AddressSet } from '../../util/address-set';
import { textOf } from '../../util/json';
import { listOfPhrases, type Phrase, phrase } from '../../util/phrase';
import { type Observation } from '../findings/finding';
import { type PlannedChange } from '../plan/planned-change';
import { Inventory } from '../plan/reachability/inventory';
import { type LinkedBroker, linkedBrokers } from '../plan/reachability/linked-brokers';
import { NETWORK_TYPES } from '../plan/reachability/network-types';
import { SecurityGroups } from '../plan/reachability/security-groups';
import { isOfAmazonMq, type Stack } from './stack';

const MOST_LISTED = 5;
const NETWORKS: readonly string[] = ['aws_default_subnet', 'aws_default_vpc', 'aws_subnet', 'aws_vpc'];

/** All plans that are reviewed together: what one plan does can reach the brokers of another. */
export class Run {
  #inventory?: Inventory<Stack>;
  #groups?: SecurityGroups;
  #brokers?: readonly LinkedBroker[];
  #ownAddresses?: AddressSet;
  #stackOf?: ReadonlyMap<PlannedChange, Stack>;

  constructor(readonly stacks: readonly Stack[]) {}

  /** The brokers and what their clients pass on the way to them. */
  get inventory(): Inventory<Stack> {
    return (this.#inventory ??= new Inventory(this.stacks, NETWORK_TYPES));
  }

  get groups(): SecurityGroups {
    return (this.#groups ??= new SecurityGroups(this.inventory));
  }

  get brokers(): readonly LinkedBroker[] {
    // The groups come first: they know which group a plan adopts.
    if (this.#brokers === undefined) this.#brokers = linkedBrokers(this.groups.inventory);
    return this.#brokers;
  }

  /** The addresses of the VPCs and subnets that the plans have. */
  get ownAddresses(): AddressSet {
    return (this.#ownAddresses ??= AddressSet.of(
      this.inventory
        .ofType(...NETWORKS)
        .flatMap(({ before, after }) =>
          [before, after].flatMap(({ cidr_block, ipv6_cidr_block }) =>
            [cidr_block, ipv6_cidr_block].flatMap((cidr) => textOf(cidr) ?? []),
          ),
        ),
    ));
  }

  /** Whether no plan has anything of Amazon MQ, in its configuration or its changes. */
  get isWithoutAmazonMq(): boolean {
    return this.stacks.every(isWithoutAmazonMq);
  }

  /** The stack that plans a change. */
  stackOf(change: PlannedChange): Stack | undefined {
    if (this.stacks.length === 1) return this.stacks[0];
    this.#stackOf ??= new Map(
      this.stacks.flatMap((stack) => [...stack.changes, ...stack.plan.unplanned].map((each) => [each, stack] as const)),
    );
    return this.#stackOf.get(change);
  }

  /** The addresses of the first few of some resources, each with its stack if that is another one. */
  addressesOf(changes: Iterable<PlannedChange>, seenFrom: PlannedChange): Phrase {
    return this.addressesIn(this.stackOf(seenFrom), changes);
  }

  /** The same, seen from a stack. */
  addressesIn(seenFrom: Stack | undefined, changes: Iterable<PlannedChange>): Phrase {
    return listOfPhrases(
      [...new Set(changes)].map((change) => this.#addressIn(seenFrom, change)),
      MOST_LISTED,
    );
  }

  /** Adds an observation to the findings of the stack that plans the change. */
  add(change: PlannedChange, observation: Observation): void {
    this.stackOf(change)?.findings.add(change, observation);
  }

  /** The address of a resource, with its stack where that is another one. */
  addressOf(change: PlannedChange, seenFrom: PlannedChange): Phrase {
    return this.#addressIn(this.stackOf(seenFrom), change);
  }

  #addressIn(seenFrom: Stack | undefined, change: PlannedChange): Phrase {
    const stack = this.stackOf(change);
    const address = stack?.secrets.hide(change.address) ?? change.address;
    return stack === seenFrom || stack === undefined ? phrase`${address}` : phrase`${address} (stack ${stack.name})`;
  }
}

/** Judged by the configuration, of which a plan that met an error has all, and not by its changes alone. */
function isWithoutAmazonMq({ causes, plan }: Stack): boolean {
  const written = [...causes.references.all()];
  const types = [...plan.changes, ...plan.drift, ...plan.unplanned].map(({ type }) => type);
  return written.length > 0 && ![...written.flatMap((address) => address.split('.')), ...types].some(isOfAmazonMq);
}
