import { type IActiveMqBroker } from '../../../src/broker/existing-broker';
import { dashboardRows } from '../../../src/monitoring/dashboard-rows';
import { brokerWith } from '../metric-table';

/** A line of a graph: a metric over the instances of the broker. */
interface Line {
  readonly label: string;
  readonly metric: string;
  readonly statistic: string;
}

/** A graph as a row of a table in HCL. */
interface Graph {
  readonly title: string;
  readonly axis: Readonly<Record<string, unknown>>;
  /** What a line is about: the broker, all of its queues together, or each queue. */
  readonly about: 'broker' | 'sum' | 'queues';
  readonly lines: readonly Line[];
}

interface RowOptions {
  readonly expression?: string;
  readonly label: string;
  readonly stat: string;
}

interface GraphProperties {
  readonly title: string;
  readonly metrics: readonly (readonly (string | RowOptions)[])[];
  readonly yAxis: { readonly left: Readonly<Record<string, unknown>> };
}

const SEARCH = /^(SUM\()?SEARCH\('[^']* MetricName="(\w+)" Broker=\("BROKER-1"\)', '(\w+)', 60\)\)?$/;

/** The graphs of the construct, of a broker with one instance, of which each line is one row. */
export const GRAPHS: readonly Graph[] = dashboardRows({
  broker: { ...brokerWith(1), brokerName: 'BROKER', brokerArn: 'ARN' } as IActiveMqBroker,
  alarmArns: [],
  region: 'REGION',
})
  .flat()
  .filter(({ type }) => type === 'metric')
  .map(({ properties }) => graphOf(properties as unknown as GraphProperties));

function graphOf({ title, metrics, yAxis }: GraphProperties): Graph {
  const lines = metrics.map((row) => {
    const { expression, label, stat } = row[row.length - 1] as RowOptions;
    if (expression === undefined) return { about: 'broker', label, metric: String(row[1]), statistic: stat } as const;
    const search = SEARCH.exec(expression);
    if (!search) throw new Error(`the graph ${title} computes what the module does not know: ${expression}`);
    const [, sum, metric, statistic] = search;
    return { about: sum === undefined ? 'queues' : 'sum', label, metric, statistic } as const;
  });
  return {
    title,
    axis: yAxis.left,
    about: lines[0].about,
    lines: lines.map(({ label, metric, statistic }) => ({ label, metric, statistic })),
  };
}
