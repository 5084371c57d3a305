import { BrokerMetric } from '../metrics/broker-metric';
import { type CombinedMetric } from '../metrics/combined-metric';
import { DestinationMetric } from '../metrics/destination-metric';
import { type Widget } from '../monitoring/dashboard-layout';
import { dashboardPage, type Graph, PERCENT, searchQueues } from '../monitoring/dashboard-widgets';
import { type NetworkMember } from './network-member';
import { type NetworkOfBrokers } from './network-of-brokers';

/** What the dashboard of a network shows. */
interface NetworkDashboardContent {
  readonly network: NetworkOfBrokers;
  readonly members: readonly NetworkMember[];
  readonly alarmArns: readonly string[];
  /** Names of the queues to show; absent: all that CloudWatch finds. */
  readonly queues?: readonly string[];
  readonly region: string;
}

/** The rows of the dashboard from top to bottom: what is wrong, then connectors, members and queues. */
export function networkDashboardRows(content: NetworkDashboardContent): Widget[][] {
  const { network, members, alarmArns, queues, region } = content;
  const each = (metric: BrokerMetric, of = members): CombinedMetric[] =>
    of.map(({ id, broker }) => broker.metric(metric, { label: id }));
  const holders = members.filter(({ id }) => network.links.some(({ from }) => from === id));
  const graphs: Graph[][] = [
    [
      { title: 'Connected members', lines: each(BrokerMetric.NETWORK_CONNECTOR_CONNECTION_COUNT, holders) },
      { title: 'Sent by connectors per minute', lines: passed(content, DestinationMetric.DEQUEUE_COUNT) },
      { title: 'Received by connectors per minute', lines: passed(content, DestinationMetric.RECEIVE_COUNT) },
    ],
    [
      { title: 'Messages on each member', lines: each(BrokerMetric.TOTAL_MESSAGE_COUNT) },
      { title: 'Connections', lines: each(BrokerMetric.CURRENT_CONNECTIONS_COUNT) },
      { title: 'Consumers', lines: each(BrokerMetric.TOTAL_CONSUMER_COUNT) },
    ],
    [
      { title: 'CPU', axis: PERCENT, lines: each(BrokerMetric.CPU_UTILIZATION) },
      { title: 'Java heap', axis: PERCENT, lines: each(BrokerMetric.HEAP_USAGE) },
      { title: 'Message store', axis: PERCENT, lines: each(BrokerMetric.STORE_PERCENT_USAGE) },
    ],
    [
      { title: 'Queues: messages at each member', lines: ofQueues(content, DestinationMetric.QUEUE_SIZE) },
      { title: 'Queues: consumers at each member', lines: ofQueues(content, DestinationMetric.CONSUMER_COUNT) },
    ],
  ];
  const names = members.map(({ id, broker }) => `${id} (${broker.brokerName})`).join(', ');
  return dashboardPage({
    title: `Network of brokers ${network.node.id}`,
    subtitle: queues === undefined ? names : `${names}; queues: ${queues.join(', ')}`,
    alarmArns,
    graphs,
    region,
  });
}

/** Two lines for each connection: its connector for queues, and that for topics. The holder counts both directions. */
function passed({ network, members }: NetworkDashboardContent, metric: DestinationMetric): CombinedMetric[] {
  return members.flatMap(({ id, broker }) =>
    network.links
      .filter(({ from }) => from === id)
      .flatMap(({ queueConnectorName, topicConnectorName }) => [queueConnectorName, topicConnectorName])
      .map((connector) => broker.networkConnectorMetric(connector, metric, { label: connector })),
  );
}

function ofQueues({ members, queues }: NetworkDashboardContent, metric: DestinationMetric): Graph['lines'] {
  const brokers = members.map(({ broker }) => broker);
  if (queues === undefined) return [searchQueues(brokers, metric)];
  return queues.flatMap((queue) =>
    members.map(({ id, broker }) => broker.queueMetric(queue, metric, { label: `${queue} at ${id}` })),
  );
}
