import { type Statistic } from './statistic';

/** What is known of a metric that is newer than this package. */
export interface CustomMetricOptions {
  /**
   * Statistic that makes sense of it.
   *
   * @default Statistic.MAXIMUM
   */
  readonly statistic?: Statistic;

  /**
   * Whether low values are bad, as with a balance: then the lowest of the instances counts, else the highest.
   *
   * @default false
   */
  readonly lowIsBad?: boolean;
}
