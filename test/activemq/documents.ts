import { ConfigurationDocument } from '../../src/document/configuration-document';
import {
  type BrokerDefinition,
  type DestinationChoice,
  type ForwardedDestinationChoice,
  type PolicyEntryDefinition,
  type VirtualDestinationInterceptorVirtualDestinationsChoice,
} from '../../src/document/definition/broker-definition';
import { DeadLetterQueues } from '../../src/document/definition/dead-letter-queues';
import { Destinations } from '../../src/document/definition/destinations';
import { GroupAuthorization } from '../../src/document/definition/group-authorization';
import { LdapAuthorization } from '../../src/document/definition/ldap-authorization';
import { MemoryLimit } from '../../src/document/definition/memory-limit';
import { Redelivery } from '../../src/document/definition/redelivery';
import { VirtualTopics } from '../../src/document/definition/virtual-topics';

const deadLetterQueues = {
  policyMap: { policyEntries: [{ queue: '>', deadLetterStrategy: DeadLetterQueues.perDestination() }] },
};

/** The document of a broker whose users and permissions are in the directory of test/activemq/src/test/resources. */
export const LDAP_DOCUMENT = ConfigurationDocument.define({
  plugins: [LdapAuthorization.plugin({ searchBase: 'ou=Destination,dc=example,dc=com', refreshInterval: 1000 })],
});

/** The documents whose effect the tests show. */
export const DOCUMENTS: Readonly<Record<string, ConfigurationDocument>> = {
  durable: ConfigurationDocument.durable(),
  'amazon-default': ConfigurationDocument.amazonDefault(),
  authorization: ConfigurationDocument.define({
    plugins: [
      GroupAuthorization.plugin(
        { queue: 'orders.>', read: ['orders', 'audit'], write: ['orders'] },
        { queue: 'guests.>', read: ['guests'], write: ['guests'] },
      ),
    ],
  }),
  rotation: ConfigurationDocument.define({
    plugins: [
      GroupAuthorization.plugin(
        { queue: 'orders', read: ['shops'], write: ['shops'] },
        { topic: 'prices', read: ['shops'], write: ['shops'] },
      ),
    ],
  }),
  'dead-letter-queues': ConfigurationDocument.define({ destinationPolicy: deadLetterQueues }),
  redelivery: ConfigurationDocument.define({
    schedulerSupport: true,
    destinationPolicy: deadLetterQueues,
    plugins: [
      Redelivery.plugin({
        standard: { maximumRedeliveries: 3, initialRedeliveryDelay: 1000, redeliveryDelay: 1000 },
      }),
    ],
  }),
  'virtual-topics': ConfigurationDocument.define({
    destinationInterceptors: [VirtualTopics.interceptor({ name: 'events.>', prefix: 'Consumer.*.' })],
  }),
  ...lossyDocuments(),
  'memory-limit': ConfigurationDocument.define({ systemUsage: MemoryLimit.percentOfHeap(50) }),
};

/** What the check warns of because messages are lost or never delivered. */
function lossyDocuments(): Readonly<Record<string, ConfigurationDocument>> {
  const composite = (name: string, target: string): BrokerDefinition => ({
    destinationInterceptors: [
      {
        virtualDestinationInterceptor: {
          virtualDestinations: [
            { compositeQueue: { name, forwardOnly: false, forwardTo: Destinations.queues(target) } },
          ],
        },
      },
    ],
  });
  const policy = (entry: PolicyEntryDefinition): BrokerDefinition => ({
    destinationPolicy: { policyMap: { policyEntries: [{ queue: '>', ...entry }] } },
  });
  const ofTopics = (entry: PolicyEntryDefinition): BrokerDefinition => ({
    destinationPolicy: { policyMap: { policyEntries: [{ topic: '>', ...entry }] } },
  });
  const deadLetters = (deadLetterQueue: DestinationChoice): PolicyEntryDefinition => ({
    deadLetterStrategy: { sharedDeadLetterStrategy: { deadLetterQueue } },
  });
  const filtering = (sendWhenNotMatched: boolean): BrokerDefinition => ({
    destinationInterceptors: [
      {
        virtualDestinationInterceptor: {
          virtualDestinations: [
            {
              compositeQueue: {
                name: 'errands',
                sendWhenNotMatched,
                forwardTo: [{ filteredDestination: { queue: 'errands.new', selector: "state = 'new'" } }],
              },
            },
          ],
        },
      },
    ],
  });
  const virtual = (
    ...virtualDestinations: VirtualDestinationInterceptorVirtualDestinationsChoice[]
  ): BrokerDefinition => ({
    destinationInterceptors: [{ virtualDestinationInterceptor: { virtualDestinations } }],
  });
  const forwarding = (forwardTo: ForwardedDestinationChoice[]): BrokerDefinition =>
    virtual({ compositeQueue: { name: 'errands', forwardTo } });
  const definitions: Readonly<Record<string, BrokerDefinition>> = {
    'lossy/no-prefetch': policy({ queuePrefetch: -1 }),
    'lossy/full-store': policy({ storeUsageHighWaterMark: 0 }),
    'lossy/no-durable-prefetch': ofTopics({ durableTopicPrefetch: -1 }),
    'lossy/no-consumer/expiry-period': policy({ expireMessagesPeriod: 9_223_372_036_854_775_000 }),
    'lossy/no-consumer/destinations': policy({ maxDestinations: 0 }),
    'lossy/no-consumer/recovery-bytes': ofTopics({
      subscriptionRecoveryPolicy: { fixedSizedSubscriptionRecoveryPolicy: { maximumSize: -1 } },
    }),
    'lossy/dead-letters-to-one-topic': policy(deadLetters({ topic: { physicalName: 'ActiveMQ.DLQ' } })),
    'lossy/dead-letters-to-themselves': policy({
      ...deadLetters({ queue: { physicalName: 'orders' } }),
      queue: 'orders',
    }),
    'lossy/selector-aware': virtual({ virtualTopic: { name: 'VirtualTopic.>', selectorAware: true } }),
    'lossy/no-mirrors': { ...virtual({ virtualTopic: { name: 'VirtualTopic.>' } }), useMirroredQueues: true },
    mirrors: { useMirroredQueues: true },
    'lossy/no-consumer/recovery': {
      destinationPolicy: {
        policyMap: {
          policyEntries: [
            {
              topic: '>',
              subscriptionRecoveryPolicy: { fixedCountSubscriptionRecoveryPolicy: { maximumSize: 0 } },
            },
          ],
        },
      },
    },
    'lossy/own-dead-letters': policy({
      deadLetterStrategy: { individualDeadLetterStrategy: { queuePrefix: '' } },
    }),
    'lossy/expiring-early': {
      plugins: [{ timeStampingBrokerPlugin: { zeroExpirationOverride: 3_600_000, ttlCeiling: 60_000 } }],
    },
    'lossy/no-target': forwarding([]),
    'lossy/no-selector': forwarding([{ filteredDestination: { queue: 'errands.new' } }]),
    'lossy/temporary-target': forwarding([{ tempQueue: { physicalName: 'errands.new' } }]),
    'lossy/circles/list': forwarding(Destinations.queues('errands.copy,errands')),
    'lossy/circles/patterns': virtual({
      compositeQueue: { name: '*', forwardTo: Destinations.queues('errands.>') },
    }),
    'lossy/circles/virtual-topic': virtual(
      { virtualTopic: { name: 'events', prefix: 'Consumer.*.' } },
      { compositeQueue: { name: 'errands', forwardTo: Destinations.topics('events') } },
      { compositeQueue: { name: 'Consumer.a.events', forwardTo: Destinations.queues('errands') } },
    ),
    'lossy/circles/mirrored-queue': {
      destinationInterceptors: [
        { mirroredQueue: { prefix: 'mirror.', copyMessage: true } },
        {
          virtualDestinationInterceptor: {
            virtualDestinations: [
              { compositeTopic: { name: 'mirror.errands', forwardTo: Destinations.queues('errands') } },
            ],
          },
        },
      ],
    },
    'lossy/expiring': { plugins: [{ timeStampingBrokerPlugin: { zeroExpirationOverride: 3_600_000 } }] },
    'lossy/discarding-plugin': { destinationPolicy: deadLetterQueues, plugins: [{ discardingDlqBrokerPlugin: {} }] },
    'lossy/discarding-strategy': policy({ deadLetterStrategy: { discarding: {} } }),
    'lossy/not-persistent': { plugins: [{ forcePersistencyModeBrokerPlugin: {} }] },
    'lossy/composite-alone': composite('errands', 'errands.copy'),
    'lossy/circle': composite('errands', 'errands'),
    'lossy/no-page': policy({ maxPageSize: 0 }),
    'lossy/no-memory': policy({ cursorMemoryHighWaterMark: 0 }),
    'lossy/no-browsing': policy({ maxBrowsePageSize: 0 }),
    'lossy/no-buckets': policy({ messageGroupMapFactory: { messageGroupHashBucketFactory: { bucketCount: 0 } } }),
    'lossy/no-consumer/count': policy({ consumersBeforeDispatchStarts: -1 }),
    'lossy/no-consumer/period': policy({ slowConsumerStrategy: { abortSlowAckConsumerStrategy: { checkPeriod: 0 } } }),
    'lossy/no-consumer/priority-low': { taskRunnerPriority: 0 },
    'lossy/no-consumer/priority-high': { taskRunnerPriority: 11 },
    'lossy/dead-letters-to-topics': policy({
      deadLetterStrategy: { individualDeadLetterStrategy: { queuePrefix: 'DLQ.', useQueueForQueueMessages: false } },
    }),
    'lossy/no-fallback': {
      destinationPolicy: deadLetterQueues,
      schedulerSupport: true,
      plugins: [{ redeliveryPlugin: { fallbackToDeadLetter: false } }],
    },
    'lossy/no-dead-letter-after-retries': {
      destinationPolicy: deadLetterQueues,
      schedulerSupport: true,
      plugins: [
        {
          redeliveryPlugin: {
            sendToDlqIfMaxRetriesExceeded: false,
            redeliveryPolicyMap: {
              redeliveryPolicyMap: { defaultEntry: { redeliveryPolicy: { maximumRedeliveries: 0 } } },
            },
          },
        },
      ],
    },
    'lossy/unmatched': filtering(false),
    'filtering-kept': filtering(true),
  };
  const query = `<broker xmlns="http://activemq.apache.org/schema/core"><destinationPolicy><policyMap><policyEntries><policyEntry topic="&gt;"><subscriptionRecoveryPolicy><queryBasedSubscriptionRecoveryPolicy/></subscriptionRecoveryPolicy></policyEntry></policyEntries></policyMap></destinationPolicy></broker>`;
  return {
    'lossy/no-consumer/query': ConfigurationDocument.fromXml(query),
    ...Object.fromEntries(
      Object.entries(definitions).map(([name, definition]) => [name, ConfigurationDocument.define(definition)]),
    ),
  };
}
