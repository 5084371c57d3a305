import { type NetworkConnectorDefinition } from '../document/definition/broker-definition';

/** The names of the two connectors of an edge. */
interface ConnectorNames {
  readonly queueConnectorName: string;
  readonly topicConnectorName: string;
}

/** Where the connectors lead, and as whom. */
interface ConnectorTarget {
  readonly uri: string;
  readonly username: string;
  readonly ttl: number;
}

/** Queues and topics need one each: messages of queues may pass any number of members, those of topics no way twice. */
export function connectorPair(
  { queueConnectorName, topicConnectorName }: ConnectorNames,
  { uri, username, ttl }: ConnectorTarget,
): NetworkConnectorDefinition[] {
  const common = { uri, userName: username, duplex: true };
  const everything = { physicalName: '>' };
  return [
    {
      ...common,
      name: queueConnectorName,
      messageTtl: -1,
      consumerTtl: ttl,
      decreaseNetworkConsumerPriority: true,
      dynamicallyIncludedDestinations: [{ queue: everything }, { tempQueue: everything }],
    },
    {
      ...common,
      name: topicConnectorName,
      networkTtl: ttl,
      dynamicallyIncludedDestinations: [{ topic: everything }, { tempTopic: everything }],
    },
  ];
}
