import { App, TerraformStack } from 'cdktf';
import { type IActiveMqBroker } from '../../src/broker/existing-broker';
import { type BrokerMetric } from '../../src/metrics/broker-metric';
import { BrokerMetrics } from '../../src/metrics/broker-metrics';
import { type CombinedMetric } from '../../src/metrics/combined-metric';
import { type DestinationMetric } from '../../src/metrics/destination-metric';
import { type MetricOptions } from '../../src/metrics/metric-options';

/** A combined metric as a row of a table in HCL, which adds the name of the broker and the number of each instance. */
export interface MetricRow {
  /** Length of a period in seconds. */
  readonly period: number;
  /** Metric math over the metrics: of a broker with one instance, and with two. */
  readonly expressions: readonly [string, string];
  /** Name of the value in CloudWatch. */
  readonly label: string;
  /** The metrics of each instance. Their ids end with the number of the instance. */
  readonly metrics: readonly { readonly id: string; readonly name: string; readonly statistic: string }[];
}

/** Asks the constructs for a metric of a broker with one instance and with two. */
export function metricRow(metricOf: (broker: IActiveMqBroker) => CombinedMetric): MetricRow {
  const [one, two] = [1, 2].map((instances) => metricOf(brokerWith(instances)));
  return {
    period: two.periodInSeconds,
    expressions: [one.expression, two.expression],
    label: two.label,
    metrics: two._series
      .filter(({ id }) => id.endsWith('1'))
      .map(({ id, metricName, statistic }) => ({ id: id.slice(0, -1), name: metricName, statistic })),
  };
}

/** What metrics need of a broker. Its name is added in HCL. */
export function brokerWith(instanceCount: number): IActiveMqBroker {
  const metrics = new BrokerMetrics({
    construct: new TerraformStack(new App(), 'metrics'),
    brokerName: 'BROKER',
    instanceCount,
  });
  const measured: Pick<IActiveMqBroker, 'metric' | 'queueMetric'> = {
    metric: (metric: BrokerMetric, options?: MetricOptions) => metrics.metric(metric, options),
    queueMetric: (queueName: string, metric: DestinationMetric, options?: MetricOptions) =>
      metrics.destinationMetric('Queue', queueName, metric, options),
  };
  return measured as IActiveMqBroker;
}
