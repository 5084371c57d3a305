import { type Kinds, required, struct, text } from '../props/kinds';
import { ALARM_OPTIONS_KINDS, type AlarmOptions } from './alarm-options';

/** A queue with alarms of its own. */
export interface MonitoredQueue {
  /** Name of the queue: one queue, not a pattern. */
  readonly queueName: string;

  /**
   * Alarm on the number of messages in the queue. It needs a threshold.
   *
   * @default - no alarm
   */
  readonly depth?: AlarmOptions;

  /**
   * Alarm on the age of messages. Amazon MQ has no metric for the age of the oldest message, so the alarm estimates how
   * many minutes a new message will wait: messages in the queue divided by messages acknowledged per minute.
   *
   * @default - more than 15 minutes, for 10 minutes
   */
  readonly waitMinutes?: AlarmOptions;

  /**
   * Alarm on messages in a queue that has no consumer.
   *
   * @default - after 10 minutes
   */
  readonly noConsumers?: AlarmOptions;
}

export const MONITORED_QUEUE_KINDS: Kinds<MonitoredQueue> = {
  queueName: required(text, 'write the name of the queue'),
  depth: struct(ALARM_OPTIONS_KINDS),
  waitMinutes: struct(ALARM_OPTIONS_KINDS),
  noConsumers: struct(ALARM_OPTIONS_KINDS),
};
