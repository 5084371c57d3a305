/** Statistic that CloudWatch computes from the values of a period. */
export enum Statistic {
  /** Mean of the values. */
  AVERAGE = 'Average',
  /** Highest value. */
  MAXIMUM = 'Maximum',
  /** Lowest value. */
  MINIMUM = 'Minimum',
  /** Sum of the values, for metrics that are counted per minute. */
  SUM = 'Sum',
}
