import { type BrokerPluginsChoice, type RedeliveryPolicyDefinition } from './broker-definition';

/** How the broker delivers failed messages again. */
export interface RedeliveryOptions {
  /** What applies to queues that none of `perQueue` names: how often, and after which delays. */
  readonly standard: RedeliveryPolicyDefinition;

  /**
   * What applies to some queues instead: each with its `queue`.
   *
   * @default - the same for all
   */
  readonly perQueue?: RedeliveryPolicyDefinition[];
}

/** Delivery of failed messages by the broker, after a delay: for `plugins`. */
export class Redelivery {
  /**
   * Delivers failed messages again from the broker, so that others are not held up meanwhile. What fails too often goes
   * to its dead letter queue. Needs `schedulerSupport: true` on the broker.
   */
  static plugin(options: RedeliveryOptions): BrokerPluginsChoice {
    return {
      redeliveryPlugin: {
        fallbackToDeadLetter: true,
        sendToDlqIfMaxRetriesExceeded: true,
        redeliveryPolicyMap: {
          redeliveryPolicyMap: {
            redeliveryPolicyEntries: options.perQueue,
            defaultEntry: { redeliveryPolicy: options.standard },
          },
        },
      },
    };
  }

  private constructor() {}
}
