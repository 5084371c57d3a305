/** One metric of one instance: what CloudWatch calls a metric, with an id for metric math. */
export interface InstanceSeries {
  /** Id in expressions: a lower-case letter, then letters and digits. */
  readonly id: string;
  readonly metricName: string;
  /** Names and values in the order in which a dashboard shows them. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: string;
}
