import { METRIC_NAMESPACE } from '../amazon-mq/metrics';
import { type IActiveMqBroker } from '../broker/existing-broker';
import { BrokerMetric } from '../metrics/broker-metric';
import { type CombinedMetric } from '../metrics/combined-metric';
import { type DestinationMetric } from '../metrics/destination-metric';
import { type Widget } from './dashboard-layout';

/** A graph: its title, its lines, and what its axis counts. */
export interface Graph {
  readonly title: string;
  readonly lines: readonly (CombinedMetric | Search)[];
  readonly axis?: { readonly label?: string; readonly max?: number };
}

/** A line for each metric that CloudWatch finds, or one line over all of them. */
interface Search {
  readonly expression: string;
  readonly label: string;
}

/** The axis of percentages. */
export const PERCENT = { label: '%', max: 100 };
const PERIOD = 60;
/** Width of the grid of a dashboard. */
const GRID_WIDTH = 24;
const GRAPH_HEIGHT = 6;

/** A line for each queue and instance; new queues appear by themselves. */
export function searchQueues(brokers: readonly IActiveMqBroker[], metric: DestinationMetric): Search {
  return { expression: queueSearch(brokers, metric), label: '' };
}

/** One line over all queues. */
export function sumOfQueues(brokers: readonly IActiveMqBroker[], metric: DestinationMetric, label: string): Search {
  return { expression: `SUM(${queueSearch(brokers, metric)})`, label };
}

function queueSearch(brokers: readonly IActiveMqBroker[], { name, _facts }: DestinationMetric): string {
  const instances = brokers.flatMap((broker) => broker.metric(BrokerMetric.CPU_UTILIZATION)._series);
  const names = instances.map(({ dimensions }) => `"${dimensions.Broker}"`).join(' OR ');
  const search = `{${METRIC_NAMESPACE},Broker,Queue} MetricName="${name}" Broker=(${names})`;
  return `SEARCH('${search}', '${_facts.statistic}', ${PERIOD})`;
}

/** What a dashboard shows: a title over alarms over rows of graphs, each row as wide as the grid. */
interface DashboardPage {
  readonly title: string;
  readonly subtitle: string;
  readonly alarmArns: readonly string[];
  readonly graphs: readonly (readonly Graph[])[];
  readonly region: string;
}

/** The rows of a dashboard from top to bottom. */
export function dashboardPage({ title, subtitle, alarmArns, graphs, region }: DashboardPage): Widget[][] {
  return [
    [textWidget(`# ${title}\n${subtitle}`, 2)],
    ...(alarmArns.length > 0 ? [[alarmWidget(alarmArns)]] : []),
    ...graphs.map((row) => row.map((graph) => metricWidget(graph, GRID_WIDTH / row.length, region))),
  ];
}

/** A graph in the grid. */
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

/** Text over the whole width. */
function textWidget(markdown: string, height: number): Widget {
  return { type: 'text', width: GRID_WIDTH, height, properties: { markdown } };
}

/** The states of alarms: five of them fit into a line of the widget. */
function alarmWidget(arns: readonly string[]): Widget {
  const height = 2 + Math.ceil(arns.length / 5);
  return { type: 'alarm', width: GRID_WIDTH, height, properties: { title: 'Alarms', alarms: [...arns] } };
}
