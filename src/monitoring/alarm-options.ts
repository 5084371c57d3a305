import { flag, type Kinds, knownAtSynth, number } from '../props/kinds';

/** How one alarm differs from its default. */
export interface AlarmOptions {
  /**
   * Whether there is an alarm.
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
   * Minutes that the metric must have crossed the threshold: a multiple of the period of the alarm.
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
