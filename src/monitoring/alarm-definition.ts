import { type IActiveMqBroker } from '../broker/existing-broker';
import { type CombinedMetric } from '../metrics/combined-metric';

/** One alarm: what it looks at, when it fires, and why. */
export interface AlarmDefinition {
  /** Last part of the name of the alarm: lower case, with hyphens. */
  readonly name: string;
  /** What the metric is, as the subject of a sentence. */
  readonly subject: string;
  readonly unit: string;
  /** Why the operator is notified, as a sentence. */
  readonly reason: string;
  readonly comparison: 'GreaterThanThreshold' | 'LessThanThreshold' | 'LessThanOrEqualToThreshold';
  /** Absent where no value is right for every broker: then there is an alarm only if the user gives one. */
  readonly threshold?: number;
  /** Thresholds that can be crossed at all. */
  readonly range: readonly [min: number, max: number];
  readonly minutes: number;
  /** Whether the alarm fires when no instance reports: only one of all alarms does. */
  readonly firesInSilence?: boolean;
  /** Whether a value that is not there yet, which FILL makes 0, looks bad. */
  readonly isLateBad?: boolean;
}

/** An alarm on a broker as a whole. */
export interface BrokerAlarmDefinition extends AlarmDefinition {
  readonly metric: (broker: IActiveMqBroker) => CombinedMetric;
}

/** An alarm on one queue. */
export interface QueueAlarmDefinition extends AlarmDefinition {
  readonly metric: (broker: IActiveMqBroker, queueName: string) => CombinedMetric;
}
