import { METRIC_NAMESPACE } from '../amazon-mq/metrics';
import { type IActiveMqBroker } from '../broker/existing-broker';
import { BrokerMetric } from '../metrics/broker-metric';
import { type CombinedMetric } from '../metrics/combined-metric';
import { DestinationMetric } from '../metrics/destination-metric';
import { type Widget } from './dashboard-layout';

/** What a dashboard shows. */
export interface DashboardContent {
  readonly broker: IActiveMqBroker;
  readonly alarmArns: readonly string[];
  /** Names of the queues to show; absent: all that CloudWatch finds. */
  readonly queues?: readonly string[];
  readonly region: string;
}

/** A graph: its title, its lines, and what its axis counts. */
interface Graph {
  readonly title: string;
  readonly lines: readonly (CombinedMetric | Search)[];
  readonly axis?: { readonly label?: string; readonly max?: number };
}

/** A line for each metric that CloudWatch finds, or one line over all of them. */
interface Search {
  readonly expression: string;
  readonly label: string;
}

const PERCENT = { label: '%', max: 100 };
const PERIOD = 60;
const GRID_WIDTH = 24;
const GRAPH_HEIGHT = 6;

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
          sumOfQueues(broker, DestinationMetric.ENQUEUE_COUNT, 'sent to queues'),
          sumOfQueues(broker, DestinationMetric.DEQUEUE_COUNT, 'acknowledged'),
          sumOfQueues(broker, DestinationMetric.EXPIRED_COUNT, 'expired'),
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
  return [
    [text(`# Amazon MQ broker ${broker.brokerName}\n${broker.brokerArn}`, 2)],
    ...(alarmArns.length > 0 ? [[alarms(alarmArns)]] : []),
    ...graphs.map((row) => row.map((graph) => metricWidget(graph, GRID_WIDTH / row.length, region))),
  ];
}

function queueGraphs({ broker, queues }: DashboardContent): Graph[] {
  const graph = (title: string, metric: DestinationMetric): Graph => ({
    title,
    lines: queues
      ? queues.map((queue) => broker.queueMetric(queue, metric, { label: queue }))
      : [searchQueues(broker, metric)],
  });
  return [
    graph('Queues: messages', DestinationMetric.QUEUE_SIZE),
    graph('Queues: consumers', DestinationMetric.CONSUMER_COUNT),
    graph('Queues: milliseconds to delivery', DestinationMetric.ENQUEUE_TIME),
  ];
}

/** A line for each queue and instance; new queues appear by themselves. */
function searchQueues(broker: IActiveMqBroker, metric: DestinationMetric): Search {
  return { expression: queueSearch(broker, metric), label: '' };
}

function sumOfQueues(broker: IActiveMqBroker, metric: DestinationMetric, label: string): Search {
  return { expression: `SUM(${queueSearch(broker, metric)})`, label };
}

function queueSearch(broker: IActiveMqBroker, { name, _facts }: DestinationMetric): string {
  const instances = broker.metric(BrokerMetric.CPU_UTILIZATION)._series.map(({ dimensions }) => dimensions.Broker);
  const brokers = instances.map((instance) => `"${instance}"`).join(' OR ');
  const search = `{${METRIC_NAMESPACE},Broker,Queue} MetricName="${name}" Broker=(${brokers})`;
  return `SEARCH('${search}', '${_facts.statistic}', ${PERIOD})`;
}

function metricWidget({ title, lines, axis = {} }: Graph, width: number, region: string): Widget {
  const metrics = lines.flatMap((line, index) =>
    'dashboardMetrics' in line
      ? line.dashboardMetrics(`line${index}_`)
      : [[{ id: `line${index}`, period: PERIOD, ...line }]],
  );
  const properties = {
    title,
    view: 'timeSeries',
    stacked: false,
    region,
    period: PERIOD,
    metrics,
    yAxis: { left: { min: 0, showUnits: false, ...axis } },
  };
  return { type: 'metric', width, height: GRAPH_HEIGHT, properties };
}

function text(markdown: string, height: number): Widget {
  return { type: 'text', width: GRID_WIDTH, height, properties: { markdown } };
}

/** Five alarms fit into a line of the widget. */
function alarms(arns: readonly string[]): Widget {
  const height = 2 + Math.ceil(arns.length / 5);
  return { type: 'alarm', width: GRID_WIDTH, height, properties: { title: 'Alarms', alarms: [...arns] } };
}
