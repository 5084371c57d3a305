import { type PolicyEntryDefinition } from './broker-definition';

/** Policy entries that most brokers want, for `destinationPolicy.policyMap.policyEntries`. */
export class DestinationPolicies {
  /**
   * Keeps every queue and topic, however long nobody uses it; of a topic, at most 1000 messages for a slow consumer
   * that is not durable.
   *
   * Entries of your own beside these apply where they are more specific, so they repeat what they want to keep.
   */
  static durable(): PolicyEntryDefinition[] {
    return [
      {
        topic: '>',
        gcInactiveDestinations: false,
        pendingMessageLimitStrategy: { constantPendingMessageLimitStrategy: { limit: 1000 } },
      },
      { queue: '>', gcInactiveDestinations: false },
    ];
  }

  private constructor() {}
}
