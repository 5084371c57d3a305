import { type Statistic } from './statistic';

/** Options of a metric that is newer than this package. */
export interface CustomMetricOptions {
  /**
   * Statistic that CloudWatch computes from the values of a period, unless a call names another one.
   *
   * @default Statistic.MAXIMUM
   */
  readonly statistic?: Statistic;

  /**
   * Whether low values are bad, as with a balance of credits. If so, the lowest value of the instances counts; otherwise the
   * highest.
   *
   * @default false
   */
  readonly lowIsBad?: boolean;
}
