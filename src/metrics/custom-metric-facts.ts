import { type MetricFacts } from '../amazon-mq/metrics';
import { type CustomMetricOptions } from './custom-metric-options';
import { Statistic } from './statistic';

/** What is taken for granted of a metric that is newer than this package. */
export function customMetricFacts({
  statistic = Statistic.MAXIMUM,
  lowIsBad = false,
}: CustomMetricOptions): MetricFacts {
  return { unit: 'Count', statistic, instances: lowIsBad ? 'lowest' : 'highest', meaning: '' };
}
