import { type Phrase, phrase } from '../../util/phrase';
import { type Observation } from '../findings/finding';
import { type PlannedChange } from '../plan/planned-change';
import { Inventory } from '../plan/reachability/inventory';
import { type LinkedBroker, linkedBrokers } from '../plan/reachability/linked-brokers';
import { NETWORK_TYPES } from '../plan/reachability/network-types';
import { SecurityGroups } from '../plan/reachability/security-groups';
import { type Stack } from './stack';

/** All plans that are reviewed together: what one plan does can reach the brokers of another. */
export class Run {
  #inventory?: Inventory<Stack>;
  #groups?: SecurityGroups;
  #brokers?: readonly LinkedBroker[];

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

  /** Adds an observation to the findings of the stack that plans the change. */
  add(change: PlannedChange, observation: Observation): void {
    this.inventory.planOf(change)?.findings.add(change, observation);
  }

  /** The address of a resource, with its stack where that is another one. */
  addressOf(change: PlannedChange, seenFrom: PlannedChange): Phrase {
    const [stack, from] = [this.inventory.planOf(change), this.inventory.planOf(seenFrom)];
    const address = stack?.secrets.hide(change.address) ?? change.address;
    return stack === from || stack === undefined ? phrase`${address}` : phrase`${address} (stack ${stack.name})`;
  }
}
