import { type IActiveMqBroker } from '../broker/existing-broker';
import { BrokerMetric } from '../metrics/broker-metric';
import { DestinationMetric } from '../metrics/destination-metric';
import { type Widget } from './dashboard-layout';
import { dashboardPage, type Graph, PERCENT, searchQueues, sumOfQueues } from './dashboard-widgets';

/** What a dashboard shows. */
interface DashboardContent {
  readonly broker: IActiveMqBroker;
  readonly alarmArns: readonly string[];
  /** Names of the queues to show; absent: all that CloudWatch finds. */
  readonly queues?: readonly string[];
  readonly region: string;
}

/** The rows of the dashboard from top to bottom: what is wrong, then health, messages, storage, clients and queues. */
export function dashboardRows(content: DashboardContent): Widget[][] {
  const { broker, alarmArns, region } = content;
  const line = (metric: BrokerMetric, label: string) => broker.metric(metric, { label });
  const graphs: Graph[][] = [
    [
      { title: 'CPU', axis: PERCENT, lines: [line(BrokerMetric.CPU_UTILIZATION, 'CPU utilization')] },
      { title: 'Java heap', axis: PERCENT, lines: [line(BrokerMetric.HEAP_USAGE, 'heap usage')] },
      {
        title: 'Storage',
        axis: PERCENT,
        lines: [
          line(BrokerMetric.STORE_PERCENT_USAGE, 'message store'),
          line(BrokerMetric.TEMP_PERCENT_USAGE, 'temporary storage'),
          line(BrokerMetric.JOB_SCHEDULER_STORE_PERCENT_USAGE, 'delayed messages'),
        ],
      },
    ],
    [
      {
        title: 'Messages per minute',
        lines: [
          sumOfQueues([broker], DestinationMetric.ENQUEUE_COUNT, 'sent to queues'),
          sumOfQueues([broker], DestinationMetric.DEQUEUE_COUNT, 'acknowledged'),
          sumOfQueues([broker], DestinationMetric.EXPIRED_COUNT, 'expired'),
        ],
      },
      { title: 'Messages on the broker', lines: [line(BrokerMetric.TOTAL_MESSAGE_COUNT, 'messages')] },
      {
        title: 'Network, bytes per minute',
        lines: [line(BrokerMetric.NETWORK_IN, 'received'), line(BrokerMetric.NETWORK_OUT, 'sent')],
      },
    ],
    [
      {
        title: 'Connections',
        lines: [
          line(BrokerMetric.CURRENT_CONNECTIONS_COUNT, 'open'),
          line(BrokerMetric.OPENWIRE_MAXIMUM_CONNECTIONS, 'quota of OpenWire'),
        ],
      },
      {
        title: 'Clients',
        lines: [
          line(BrokerMetric.TOTAL_PRODUCER_COUNT, 'producers'),
          line(BrokerMetric.TOTAL_CONSUMER_COUNT, 'consumers'),
          line(BrokerMetric.INACTIVE_DURABLE_TOPIC_SUBSCRIBERS_COUNT, 'offline subscribers'),
        ],
      },
      {
        title: 'Transactions and recovery',
        lines: [
          line(BrokerMetric.OPEN_TRANSACTION_COUNT, 'open transactions'),
          line(BrokerMetric.JOURNAL_FILES_FOR_FAST_RECOVERY, 'journal (fast)'),
          line(BrokerMetric.JOURNAL_FILES_FOR_FULL_RECOVERY, 'journal (full)'),
        ],
      },
    ],
    queueGraphs(content),
  ];
  const title = `Amazon MQ broker ${broker.brokerName}`;
  return dashboardPage({ title, subtitle: broker.brokerArn, alarmArns, graphs, region });
}

function queueGraphs({ broker, queues }: DashboardContent): Graph[] {
  const graph = (title: string, metric: DestinationMetric): Graph => ({
    title,
    lines: queues
      ? queues.map((queue) => broker.queueMetric(queue, metric, { label: queue }))
      : [searchQueues([broker], metric)],
  });
  return [
    graph('Queues: messages', DestinationMetric.QUEUE_SIZE),
    graph('Queues: consumers', DestinationMetric.CONSUMER_COUNT),
    graph('Queues: milliseconds to delivery', DestinationMetric.ENQUEUE_TIME),
  ];
}
