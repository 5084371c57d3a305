import { type DestinationChoice } from './broker-definition';

/** Lists of queues and topics: for `destinations`, `forwardTo` and the destinations of a network connector. */
export class Destinations {
  /**
   * Queues by name, such as `orders`. Where patterns are allowed, `orders.>` matches all below orders.
   *
   * `[...Destinations.queues('orders'), ...Destinations.topics('prices')]` lists both.
   */
  static queues(...names: string[]): DestinationChoice[] {
    return names.map((physicalName) => ({ queue: { physicalName } }));
  }

  /** Topics by name, such as `prices`. Where patterns are allowed, `prices.>` matches all below prices. */
  static topics(...names: string[]): DestinationChoice[] {
    return names.map((physicalName) => ({ topic: { physicalName } }));
  }

  private constructor() {}
}
