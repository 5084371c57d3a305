import { type PolicyEntryDeadLetterStrategyChoice } from './broker-definition';

/** How dead messages are kept apart. */
export interface DeadLetterQueueOptions {
  /**
   * Prefix of the name of a queue in the name of its dead-letter queue.
   *
   * @default DLQ.
   */
  readonly queuePrefix?: string;

  /**
   * Prefix of the name of a topic in the name of its dead-letter queue.
   *
   * @default DLQ.Topic.
   */
  readonly topicPrefix?: string;

  /**
   * Whether expired messages are kept, too, not only those that failed too often.
   *
   * @default true
   */
  readonly keepExpired?: boolean;

  /**
   * Whether messages that are not persistent are kept, too.
   *
   * @default false
   */
  readonly keepNonPersistent?: boolean;
}

/** Where messages go that expired, or failed too often: for `deadLetterStrategy` of a policy entry. */
export class DeadLetterQueues {
  /** A dead letter queue for each queue and topic, instead of one for all. */
  static perDestination(options: DeadLetterQueueOptions = {}): PolicyEntryDeadLetterStrategyChoice {
    return {
      individualDeadLetterStrategy: {
        queuePrefix: options.queuePrefix ?? 'DLQ.',
        topicPrefix: options.topicPrefix ?? 'DLQ.Topic.',
        processExpired: options.keepExpired ?? true,
        processNonPersistent: options.keepNonPersistent ?? false,
      },
    };
  }

  private constructor() {}
}
