import { type Statistic } from './statistic';

/** How a metric is read. */
export interface MetricOptions {
  /**
   * How CloudWatch makes one value of the values of a period.
   *
   * @default - the statistic that makes sense of the metric
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
   * @default - name of the metric, before it the name of the destination
   */
  readonly label?: string;
}
