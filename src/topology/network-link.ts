import { type NetworkEdge } from './network-edge';

/** Two connected members of a network of brokers, and the connectors between them. */
export class NetworkLink {
  /** @internal */
  static _of({ from, to }: NetworkEdge): NetworkLink {
    return new NetworkLink(from, to, `${from}-to-${to}-queues`, `${from}-to-${to}-topics`);
  }

  private constructor(
    /** Id of the member whose document holds the connectors. */
    readonly from: string,

    /** Id of the member that they connect to. */
    readonly to: string,

    /** Name of the connector for queues, also the dimension `NetworkConnector` of its metrics. */
    readonly queueConnectorName: string,

    /** Name of the connector for topics, also the dimension `NetworkConnector` of its metrics. */
    readonly topicConnectorName: string,
  ) {}
}
