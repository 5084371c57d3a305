import { type Statistic } from './statistic';

/** Options for reading a metric. */
export interface MetricOptions {
  /**
   * Statistic that CloudWatch computes from the values of a period.
   *
   * @default - the statistic that docs/metrics.md lists for the metric
   */
  readonly statistic?: Statistic;

  /**
   * Length of a period in seconds: a multiple of 60, for `CPU_CREDIT_BALANCE` a multiple of 300.
   *
   * @default 60, for `CPU_CREDIT_BALANCE` 300
   */
  readonly periodInSeconds?: number;

  /**
   * Name of the line in a dashboard.
   *
   * @default - name of the metric, after the name of the destination if it has one
   */
  readonly label?: string;
}
