import { flag, type Kinds, knownAtSynth, number } from '../props/kinds';

/** Options of one alarm, where it differs from the default. */
export interface AlarmOptions {
  /**
   * Whether to make the alarm.
   *
   * @default true, if the alarm has a threshold
   */
  readonly enabled?: boolean;

  /**
   * Value that the metric must cross, in the unit of the alarm.
   *
   * @default - the threshold in docs/monitoring.md
   */
  readonly threshold?: number;

  /**
   * Minutes for which the metric must be beyond the threshold: a multiple of the period of the alarm, at most 1440.
   *
   * @default - the minutes in docs/monitoring.md
   */
  readonly minutes?: number;
}

export const ALARM_OPTIONS_KINDS: Kinds<AlarmOptions> = {
  enabled: knownAtSynth(flag, 'write the value in the app: it decides whether there is an alarm'),
  threshold: number,
  minutes: knownAtSynth(number, 'write the value in the app: it is computed with'),
};
