import * as prettier from 'prettier';
import { BROKER_METRICS, DESTINATION_METRICS, type MetricFacts } from '../../src/amazon-mq/metrics';
import { constantName } from './metric-class-source';

/** docs/metrics.md: every metric with its unit, statistic and meaning. */
export async function metricsDocument(file: string): Promise<string> {
  const source = `# Metrics

The metrics that Amazon MQ publishes of ActiveMQ brokers, and how to use them in alarms and dashboards of your own.
[monitoring.md](monitoring.md) describes the ready-made alarms and the dashboard.

\`\`\`ts
const heap = broker.metric(BrokerMetric.HEAP_USAGE);
const depth = broker.queueMetric('orders', DestinationMetric.QUEUE_SIZE, { statistic: Statistic.AVERAGE });
\`\`\`

Both return one value over all instances of the broker, by metric math. \`alarmQueries\` is the \`metricQuery\` of a
\`CloudwatchMetricAlarm\`. \`dashboardMetrics()\` is the \`metrics\` list of a dashboard widget. Brokers from
\`ActiveMqBroker.fromAttributes\` and brokers of another stack have the same methods.

The dimension \`Broker\` is the name of the broker followed by \`-1\`, in active/standby also by \`-2\`. Neither the bare name
nor the id matches anything. Metrics of a destination have \`Queue\`, \`Topic\` or \`NetworkConnector\` as well: CloudWatch
matches the whole set of dimensions.

AWS does not document what the standby instance publishes. Each combination is therefore right whether the standby is
silent, publishes zeros, or repeats its last values for a while and then becomes silent. The highest value counts; of a
balance that runs out, the lowest value of the instances that use CPU.

Metrics and units are from the
[Amazon MQ developer guide](https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-logging-monitoring.html).
The guide lists \`TotalEnqueueCount\` and \`TotalDequeueCount\` for destinations only, and \`CpuCreditBalance\` for mq.t2.micro
only. A recorded event of a broker has all three, from what appears to be an mq.t3.micro. We have not verified this in an AWS account.

## Metrics of a broker

Use these with \`metric(…)\`.

${table('BrokerMetric', BROKER_METRICS)}

## Metrics of a destination

Use these with \`queueMetric(…)\`, \`topicMetric(…)\` and \`networkConnectorMetric(…)\`. CloudWatch publishes the metrics of
the first 1000 destinations.

${table('DestinationMetric', DESTINATION_METRICS)}
`;
  return prettier.format(source, { ...(await prettier.resolveConfig(file)), filepath: file });
}

function table(owner: string, metrics: Readonly<Record<string, MetricFacts>>): string {
  const rows = Object.entries(metrics).map(
    ([name, { unit, statistic, meaning }]) =>
      `| \`${name}\` | \`${owner}.${constantName(name)}\` | ${unit} | ${statistic} | ${meaning} |`,
  );
  return ['| metric | constant | unit | statistic | meaning |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}
