/** How CloudWatch makes one value of the values of a period. */
export enum Statistic {
  /** Mean of the values. */
  AVERAGE = 'Average',
  /** Highest value. */
  MAXIMUM = 'Maximum',
  /** Lowest value. */
  MINIMUM = 'Minimum',
  /** Sum of the values: for what is counted per minute. */
  SUM = 'Sum',
}
