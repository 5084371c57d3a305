import { type IResolvable } from 'cdktf';

// Made by tools/generate-definition.ts from the table of permitted elements: change that, or the tool, not this file.
// Defaults are those of ActiveMQ 5.19; Amazon MQ may bring values of its own for some.

/** The broker: the root of a configuration document. */
export interface BrokerDefinition {
  /**
   * Whether the broker sends advisories. OpenWire clients and networks of brokers rely on them.
   *
   * @default true
   */
  readonly advisorySupport?: boolean | IResolvable;

  /**
   * Whether sending to a temporary destination that no longer exists creates it again.
   *
   * @default false
   */
  readonly allowTempAutoCreationOnSend?: boolean | IResolvable;

  /**
   * Whether the broker sends advisories for producers without a destination.
   *
   * @default false
   */
  readonly anonymousProducerAdvisorySupport?: boolean | IResolvable;

  /**
   * Whether the broker keeps temporary destinations for a while after their use.
   *
   * @default false
   */
  readonly cacheTempDestinations?: boolean | IResolvable;

  /**
   * Percentage of the memory for consumers. Needs `splitSystemUsageForProducersConsumers`.
   *
   * @default 40
   */
  readonly consumerSystemUsagePortion?: number;

  /**
   * Whether each destination has a thread of its own.
   *
   * @default false
   */
  readonly dedicatedTaskRunner?: boolean | IResolvable;

  /**
   * Whether every start of the broker deletes all messages. A failover and a reboot start it.
   *
   * @default false
   */
  readonly deleteAllMessagesOnStartup?: boolean | IResolvable;

  /**
   * Whether pending messages of connected durable subscribers expire.
   * From engine version 5.16 on.
   *
   * @default false
   */
  readonly enableMessageExpirationOnActiveDurableSubs?: boolean | IResolvable;

  /**
   * Whether durable subscribers stay active while they are offline.
   *
   * @default true
   */
  readonly keepDurableSubsActive?: boolean | IResolvable;

  /**
   * Number of idle destinations that ActiveMQ deletes at a time. 0 means all.
   *
   * @default 0
   */
  readonly maxPurgedDestinationsPerSweep?: number;

  /**
   * Number of times that a scheduled message may repeat.
   * From engine version 5.16 on.
   *
   * @default 1000
   */
  readonly maxSchedulerRepeatAllowed?: number;

  /**
   * Number of messages that a transaction may contain. 0 means any number. ActiveMQ 5.19.1 rejects messages outside transactions with any other value.
   * From engine version 5.19 on.
   *
   * @default 0
   */
  readonly maxUncommittedCount?: number;

  /**
   * Whether the broker looks for connections that a network failure has split.
   *
   * @default false
   */
  readonly monitorConnectionSplits?: boolean | IResolvable;

  /**
   * Milliseconds between two looks for durable subscribers that stay offline.
   *
   * @default 300000
   */
  readonly offlineDurableSubscriberTaskSchedule?: number;

  /**
   * Milliseconds after which ActiveMQ deletes a durable subscriber that is offline. -1 means never.
   *
   * @default -1
   */
  readonly offlineDurableSubscriberTimeout?: number;

  /**
   * Priority of the threads of the store.
   *
   * @default 10
   */
  readonly persistenceThreadPriority?: number;

  /**
   * Whether the broker stores messages. A failover loses messages that are not stored.
   *
   * @default true
   */
  readonly persistent?: boolean | IResolvable;

  /**
   * Whether each message contains the user who sent it, in `JMSXUserID`.
   *
   * @default false
   */
  readonly populateJmsxUserId?: boolean | IResolvable;

  /**
   * Percentage of the memory for producers. Needs `splitSystemUsageForProducersConsumers`.
   *
   * @default 60
   */
  readonly producerSystemUsagePortion?: number;

  /**
   * Whether the broker rejects durable subscribers.
   *
   * @default false
   */
  readonly rejectDurableConsumers?: boolean | IResolvable;

  /**
   * Whether a transaction rolls back when sending one of its messages fails.
   *
   * @default true
   */
  readonly rollbackOnlyOnAsyncException?: boolean | IResolvable;

  /**
   * Milliseconds between two looks for idle destinations. 0 means never.
   *
   * @default 0
   */
  readonly schedulePeriodForDestinationPurge?: number;

  /**
   * Whether messages may be sent with a delay. The redelivery plugin needs it.
   *
   * @default false
   */
  readonly schedulerSupport?: boolean | IResolvable;

  /**
   * Whether producers and consumers have separate parts of the memory.
   *
   * @default false
   */
  readonly splitSystemUsageForProducersConsumers?: boolean | IResolvable;

  /**
   * Priority of the threads of destinations: 1 to 10.
   *
   * @default 5
   */
  readonly taskRunnerPriority?: number;

  /**
   * Milliseconds after which ActiveMQ deletes the temporary destinations of lost connections.
   *
   * @default 5000
   */
  readonly timeBeforePurgeTempDestinations?: number;

  /**
   * Whether `JMSXUserID` contains the authenticated name of the user. Needs `populateJmsxUserId`.
   *
   * @default false
   */
  readonly useAuthenticatedPrincipalForJmsxUserId?: boolean | IResolvable;

  /**
   * Whether ActiveMQ copies the messages of every queue to a topic with a similar name.
   *
   * @default false
   */
  readonly useMirroredQueues?: boolean | IResolvable;

  /**
   * Whether ActiveMQ copies the messages of temporary queues too. Needs `useMirroredQueues`.
   *
   * @default true
   */
  readonly useTempMirroredQueues?: boolean | IResolvable;

  /**
   * Whether consumers of the queues of virtual destinations count as demand in a network of brokers. It duplicates messages of virtual topics.
   *
   * @default false
   */
  readonly useVirtualDestSubs?: boolean | IResolvable;

  /**
   * Whether queues of virtual destinations count as demand as soon as they exist. Needs `useVirtualDestSubs`.
   *
   * @default false
   */
  readonly useVirtualDestSubsOnCreation?: boolean | IResolvable;

  /**
   * Whether virtual topics work: those that are declared, or by default `VirtualTopic.>`.
   *
   * @default true
   */
  readonly useVirtualTopics?: boolean | IResolvable;

  /**
   * Whether the broker starts at once. Amazon MQ starts it in any case.
   *
   * @default - not set
   */
  readonly start?: boolean | IResolvable;

  /**
   * Virtual topics, composite destinations and mirrored queues. Declaring any switches off the default virtual topics `VirtualTopic.>`.
   *
   * @default - none
   */
  readonly destinationInterceptors?: BrokerDestinationInterceptorsChoice[];

  /**
   * Settings of queues and topics.
   *
   * @default - none
   */
  readonly destinationPolicy?: BrokerDestinationPolicyChoice;

  /**
   * Queues and topics that exist from the start of the broker.
   *
   * @default - none
   */
  readonly destinations?: DestinationChoice[];

  /**
   * Connections to other brokers. Each needs a name of its own.
   *
   * @default - none
   */
  readonly networkConnectors?: NetworkConnectorDefinition[];

  /**
   * Settings of the message store.
   *
   * @default - none
   */
  readonly persistenceAdapter?: BrokerPersistenceAdapterChoice;

  /**
   * Plugins of the broker, in the order in which they handle messages.
   *
   * @default - none
   */
  readonly plugins?: BrokerPluginsChoice[];

  /**
   * Limits of what messages may take of the broker.
   *
   * @default - none
   */
  readonly systemUsage?: BrokerSystemUsageChoice;

  /**
   * What clients of the OpenWire endpoint learn about other brokers.
   *
   * @default - none
   */
  readonly transportConnectors?: TransportConnectorDefinition[];
}

/** Closes consumers that take too long to acknowledge messages. */
export interface AbortSlowAckConsumerStrategyDefinition {
  /**
   * Whether ActiveMQ closes the whole connection of a slow consumer, instead of the consumer only.
   *
   * @default false
   */
  readonly abortConnection?: boolean | IResolvable;

  /**
   * Milliseconds between two looks at the consumers.
   *
   * @default 30000
   */
  readonly checkPeriod?: number;

  /**
   * Whether the strategy ignores consumers that have no message to acknowledge.
   *
   * @default true
   */
  readonly ignoreIdleConsumers?: boolean | IResolvable;

  /**
   * Whether the strategy ignores consumers that are other brokers.
   *
   * @default true
   */
  readonly ignoreNetworkConsumers?: boolean | IResolvable;

  /**
   * Number of looks at which a consumer may be slow before it is closed. -1 means any number.
   *
   * @default -1
   */
  readonly maxSlowCount?: number;

  /**
   * Milliseconds that a consumer may be slow before it is closed.
   *
   * @default 30000
   */
  readonly maxSlowDuration?: number;

  /**
   * Milliseconds that a consumer may take to acknowledge before it counts as slow.
   *
   * @default 30000
   */
  readonly maxTimeSinceLastAck?: number;

  /**
   * Name of the strategy in management data.
   *
   * @default - not set
   */
  readonly name?: string;
}

/** Closes consumers whose prefetch buffer stays full. */
export interface AbortSlowConsumerStrategyDefinition {
  /**
   * Whether ActiveMQ closes the whole connection of a slow consumer, instead of the consumer only.
   *
   * @default false
   */
  readonly abortConnection?: boolean | IResolvable;

  /**
   * Milliseconds between two looks at the consumers.
   *
   * @default 30000
   */
  readonly checkPeriod?: number;

  /**
   * Whether the strategy ignores consumers that are other brokers.
   *
   * @default true
   */
  readonly ignoreNetworkConsumers?: boolean | IResolvable;

  /**
   * Number of looks at which a consumer may be slow before it is closed. -1 means any number.
   *
   * @default -1
   */
  readonly maxSlowCount?: number;

  /**
   * Milliseconds that a consumer may be slow before it is closed.
   *
   * @default 30000
   */
  readonly maxSlowDuration?: number;

  /**
   * Name of the strategy in management data.
   *
   * @default - not set
   */
  readonly name?: string;
}

/** Says which groups may read, write and administer the queues or topics that match. */
export interface AuthorizationEntryDefinition {
  /**
   * Groups that may create and delete the destinations, separated by commas.
   *
   * @default - not set
   */
  readonly admin?: string;

  /**
   * Queues that the entry applies to: a name or pattern. `.` separates parts, `*` stands for one part, `>` for all that follow.
   *
   * @default - not set
   */
  readonly queue?: string;

  /**
   * Groups that may receive and browse, separated by commas.
   *
   * @default - not set
   */
  readonly read?: string;

  /**
   * Applies the entry to temporary queues. ActiveMQ ignores the value: to turn it off, omit the attribute.
   *
   * @default - not set
   */
  readonly tempQueue?: boolean | IResolvable;

  /**
   * Applies the entry to temporary topics. ActiveMQ ignores the value: to turn it off, omit the attribute.
   *
   * @default - not set
   */
  readonly tempTopic?: boolean | IResolvable;

  /**
   * Topics that the entry applies to: a name or pattern. `.` separates parts, `*` stands for one part, `>` for all that follow.
   *
   * @default - not set
   */
  readonly topic?: string;

  /**
   * Groups that may send, separated by commas.
   *
   * @default - not set
   */
  readonly write?: string;
}

/** Lists what each group may do. Without an authorization map, every user may do everything. */
export interface AuthorizationMapDefinition {
  /**
   * What groups may do, by destination. Rights of several matching entries add up.
   *
   * @default - none
   */
  readonly authorizationEntries?: AuthorizationEntryDefinition[];

  /**
   * Applies to destinations that no other entry matches.
   *
   * @default - none
   */
  readonly defaultEntry?: AuthorizationMapEntryChoice;

  /**
   * Groups that may use temporary queues and topics: by default all users.
   * Not empty from engine version 5.19 on.
   *
   * @default - none
   */
  readonly tempDestinationAuthorizationEntry?: AuthorizationMapTempDestinationAuthorizationEntryChoice;
}

/** Rejects what the authorization map does not allow. */
export interface AuthorizationPluginDefinition {
  /**
   * The rights of the groups.
   *
   * @default - none
   */
  readonly map?: AuthorizationPluginMapChoice;
}

/** Remembers the consumers of the message groups that were used last. */
export interface CachedMessageGroupMapFactoryDefinition {
  /**
   * Number of message groups that are remembered.
   *
   * @default 1024
   */
  readonly cacheSize?: number;
}

/** Sends a message of a topic only to the subscriber whose client id the message names. */
export interface ClientIdFilterDispatchPolicyDefinition {
  /**
   * Name of the message property that contains the client id.
   *
   * @default PTP_CLIENTID
   */
  readonly ptpClientId?: string;

  /**
   * Suffix of the names of topics that the policy applies to.
   *
   * @default .PTP
   */
  readonly ptpSuffix?: string;
}

/** A queue that forwards its messages to other destinations. */
export interface CompositeQueueDefinition {
  /**
   * Whether ActiveMQ sends to all targets at the same time.
   *
   * @default false
   */
  readonly concurrentSend?: boolean | IResolvable;

  /**
   * Whether ActiveMQ forwards a copy whose headers name the new destination.
   *
   * @default true
   */
  readonly copyMessage?: boolean | IResolvable;

  /**
   * Whether the composite destination keeps no message itself.
   *
   * @default true
   */
  readonly forwardOnly?: boolean | IResolvable;

  /**
   * Name of the queue, or a pattern.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * Whether messages that no selector matches stay in the composite destination. If not, they are lost.
   * From engine version 5.16 on.
   *
   * @default false
   */
  readonly sendWhenNotMatched?: boolean | IResolvable;

  /**
   * The destinations that receive the messages.
   *
   * @default - none
   */
  readonly forwardTo?: ForwardedDestinationChoice[];
}

/** A topic that forwards its messages to other destinations. */
export interface CompositeTopicDefinition {
  /**
   * Whether ActiveMQ sends to all targets at the same time.
   *
   * @default false
   */
  readonly concurrentSend?: boolean | IResolvable;

  /**
   * Whether ActiveMQ forwards a copy whose headers name the new destination.
   *
   * @default true
   */
  readonly copyMessage?: boolean | IResolvable;

  /**
   * Whether the composite destination keeps no message itself.
   *
   * @default true
   */
  readonly forwardOnly?: boolean | IResolvable;

  /**
   * Name of the topic, or a pattern.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * Whether messages that no selector matches stay in the composite destination. If not, they are lost.
   * From engine version 5.16 on.
   *
   * @default false
   */
  readonly sendWhenNotMatched?: boolean | IResolvable;

  /**
   * The destinations that receive the messages.
   *
   * @default - none
   */
  readonly forwardTo?: ForwardedDestinationChoice[];
}

/** Lets messages return to the broker that they came from when they have no consumer here. */
export interface ConditionalNetworkBridgeFilterFactoryDefinition {
  /**
   * Milliseconds that `rateLimit` refers to.
   *
   * @default 1000
   */
  readonly rateDuration?: number;

  /**
   * Number of messages that may return in `rateDuration`. 0 means any number.
   *
   * @default 0
   */
  readonly rateLimit?: number;

  /**
   * Milliseconds that a message stays at this broker before it may return. Use at least 1000: a message that returns earlier can be lost.
   *
   * @default 0
   */
  readonly replayDelay?: number;

  /**
   * Whether messages return to the broker that they came from when they have no consumer here.
   *
   * @default false
   */
  readonly replayWhenNoConsumers?: boolean | IResolvable;

  /**
   * Whether the selectors of consumers decide whether a message has a consumer here.
   * From engine version 5.16 on.
   *
   * @default false
   */
  readonly selectorAware?: boolean | IResolvable;
}

/** Keeps a fixed number of messages for a slow consumer of a topic. */
export interface ConstantPendingMessageLimitStrategyDefinition {
  /**
   * Number of pending messages that are kept. -1 means all.
   *
   * @default -1
   */
  readonly limit?: number;
}

/** Deletes dead letters instead of keeping them. */
export interface DiscardingDefinition {
  /**
   * Whether the broker looks for messages that were sent twice.
   *
   * @default true
   */
  readonly enableAudit?: boolean | IResolvable;

  /**
   * Milliseconds after which dead letters expire. 0 means never.
   *
   * @default 0
   */
  readonly expiration?: number;

  /**
   * Number of messages of each producer that ActiveMQ remembers to find those that were sent twice.
   *
   * @default 2048
   */
  readonly maxAuditDepth?: number;

  /**
   * Number of producers that ActiveMQ remembers to find messages that were sent twice.
   *
   * @default 64
   */
  readonly maxProducersToAudit?: number;

  /**
   * Whether expired messages become dead letters. If not, they are deleted.
   *
   * @default true
   */
  readonly processExpired?: boolean | IResolvable;

  /**
   * Whether non-persistent messages become dead letters. If not, they are deleted.
   *
   * @default false
   */
  readonly processNonPersistent?: boolean | IResolvable;
}

/** Deletes dead letters instead of keeping them: all, or those of some destinations. */
export interface DiscardingDlqBrokerPluginDefinition {
  /**
   * Whether ActiveMQ deletes the dead letters of all destinations. `true` by default.
   *
   * @default true
   */
  readonly dropAll?: boolean | IResolvable;

  /**
   * Destinations whose dead letters are deleted: regular expressions, separated by spaces.
   *
   * @default - not set
   */
  readonly dropOnly?: string;

  /**
   * Whether ActiveMQ deletes the dead letters of temporary queues.
   *
   * @default true
   */
  readonly dropTemporaryQueues?: boolean | IResolvable;

  /**
   * Whether ActiveMQ deletes the dead letters of temporary topics.
   *
   * @default true
   */
  readonly dropTemporaryTopics?: boolean | IResolvable;

  /**
   * Number of deleted dead letters between two log entries about them.
   *
   * @default 1000
   */
  readonly reportInterval?: number;
}

/** A destination that receives only the messages that a selector matches. */
export interface FilteredDestinationDefinition {
  /**
   * Queue that receives the messages.
   *
   * @default - not set
   */
  readonly queue?: string;

  /**
   * Messages that the destination receives: a JMS selector such as `size > 10`.
   *
   * @default - not set
   */
  readonly selector?: string;

  /**
   * Topic that receives the messages.
   *
   * @default - not set
   */
  readonly topic?: string;
}

/** Gives a new subscriber a fixed number of earlier messages. */
export interface FixedCountSubscriptionRecoveryPolicyDefinition {
  /**
   * Number of messages that are kept.
   *
   * @default 100
   */
  readonly maximumSize?: number;
}

/** Gives a new subscriber earlier messages up to a fixed number of bytes. */
export interface FixedSizedSubscriptionRecoveryPolicyDefinition {
  /**
   * Number of bytes of messages that are kept.
   *
   * @default 65536
   */
  readonly maximumSize?: number;

  /**
   * Whether all topics that the policy applies to share one buffer.
   *
   * @default true
   */
  readonly useSharedBuffer?: boolean | IResolvable;
}

/** Makes every message persistent or non-persistent, whatever its producer sets. */
export interface ForcePersistencyModeBrokerPluginDefinition {
  /**
   * Whether the plugin makes messages persistent. `false`, the default, makes all of them non-persistent.
   *
   * @default false
   */
  readonly persistenceFlag?: boolean | IResolvable;
}

/** Keeps the dead letters of each destination in a queue or topic of its own. */
export interface IndividualDeadLetterStrategyDefinition {
  /**
   * Whether each durable subscriber has a destination of its own for its dead letters.
   *
   * @default false
   */
  readonly destinationPerDurableSubscriber?: boolean | IResolvable;

  /**
   * Whether the broker looks for messages that were sent twice.
   *
   * @default true
   */
  readonly enableAudit?: boolean | IResolvable;

  /**
   * Milliseconds after which dead letters expire. 0 means never.
   *
   * @default 0
   */
  readonly expiration?: number;

  /**
   * Number of messages of each producer that ActiveMQ remembers to find those that were sent twice.
   *
   * @default 2048
   */
  readonly maxAuditDepth?: number;

  /**
   * Number of producers that ActiveMQ remembers to find messages that were sent twice.
   *
   * @default 64
   */
  readonly maxProducersToAudit?: number;

  /**
   * Whether expired messages become dead letters. If not, they are deleted.
   *
   * @default true
   */
  readonly processExpired?: boolean | IResolvable;

  /**
   * Whether non-persistent messages become dead letters. If not, they are deleted.
   *
   * @default false
   */
  readonly processNonPersistent?: boolean | IResolvable;

  /**
   * Prefix of the names of dead-letter queues, in front of the name of the queue.
   *
   * @default ActiveMQ.DLQ.Queue.
   */
  readonly queuePrefix?: string;

  /**
   * Suffix of the names of dead-letter queues, behind the name of the queue.
   *
   * @default - not set
   */
  readonly queueSuffix?: string;

  /**
   * Prefix of the names of the dead-letter queues of topics, in front of the name of the topic.
   *
   * @default ActiveMQ.DLQ.Topic.
   */
  readonly topicPrefix?: string;

  /**
   * Suffix of the names of the dead-letter queues of topics, behind the name of the topic.
   *
   * @default - not set
   */
  readonly topicSuffix?: string;

  /**
   * Whether dead letters of queues go to queues. If not, they go to topics, which keep them for durable subscribers only.
   *
   * @default true
   */
  readonly useQueueForQueueMessages?: boolean | IResolvable;

  /**
   * Whether dead letters of topics go to queues. If not, they go to topics, which keep them for durable subscribers only.
   *
   * @default true
   */
  readonly useQueueForTopicMessages?: boolean | IResolvable;
}

/** Settings of the message store that Amazon MQ provides. */
export interface KahaDbDefinition {
  /**
   * Milliseconds between two checkpoints of the store.
   * Allowed: a whole number from 5000 to 25000.
   *
   * @default 5000
   */
  readonly checkpointInterval?: number;

  /**
   * Whether the store frees unused files when the broker stops.
   * From engine version 5.16 on.
   *
   * @default true
   */
  readonly cleanupOnStop?: boolean | IResolvable;

  /**
   * Whether ActiveMQ dispatches messages of queues while it stores them. AWS advises `true` for fast consumers and `false` for slow ones.
   *
   * @default true
   */
  readonly concurrentStoreAndDispatchQueues?: boolean | IResolvable;

  /**
   * Number of changes after which the store writes its index.
   * Allowed: a whole number from 1000 to 3000.
   *
   * @default 1000
   */
  readonly indexWriteBatchSize?: number;

  /**
   * Milliseconds between two disk syncs of the journal. Applies to `journalDiskSyncStrategy` `periodic`.
   *
   * @default 1000
   */
  readonly journalDiskSyncInterval?: number;

  /**
   * When the store syncs its journal to disk. Only `always` never loses an acknowledged message.
   * Allowed: "always", "periodic", "never".
   *
   * @default always
   */
  readonly journalDiskSyncStrategy?: JournalDiskSyncStrategy;

  /**
   * How the store fills journal files before it uses them.
   * Allowed: "sparse_file", "os_kernel_copy", "zeros".
   *
   * @default sparse_file
   */
  readonly preallocationStrategy?: PreallocationStrategy;
}

/** The memory that messages may take. */
export interface MemoryUsageDefinition {
  /**
   * Percentage of the Java heap that messages may take.
   * Allowed: a whole number from 0 to 70.
   *
   * @default - not set
   */
  readonly percentOfJvmHeap?: number;
}

/** Assigns message groups to consumers by hash buckets. */
export interface MessageGroupHashBucketFactoryDefinition {
  /**
   * Number of hash buckets: a power of two.
   *
   * @default 1024
   */
  readonly bucketCount?: number;

  /**
   * Number of message groups that are remembered.
   *
   * @default 64
   */
  readonly cacheSize?: number;
}

/** Copies the messages of every queue to a topic with a similar name. */
export interface MirroredQueueDefinition {
  /**
   * Whether ActiveMQ forwards a copy whose headers name the new destination.
   *
   * @default true
   */
  readonly copyMessage?: boolean | IResolvable;

  /**
   * Suffix of the name of the topic.
   *
   * @default - not set
   */
  readonly postfix?: string;

  /**
   * Prefix of the name of the topic.
   *
   * @default VirtualTopic.Mirror.
   */
  readonly prefix?: string;
}

/** A connection to another broker. Messages follow their consumers over it. */
export interface NetworkConnectorDefinition {
  /**
   * Part of the prefetched advisories after which the connector acknowledges them, in percent.
   *
   * @default 75
   */
  readonly advisoryAckPercentage?: number;

  /**
   * Whether ActiveMQ sends an advisory for every message that could not be forwarded to the other broker.
   *
   * @default false
   */
  readonly advisoryForFailedForward?: boolean | IResolvable;

  /**
   * Number of advisories that the other broker sends ahead. 0 means as many as messages.
   *
   * @default 0
   */
  readonly advisoryPrefetchSize?: number;

  /**
   * Whether the connector waits for the acknowledgement of each forwarded message, persistent or not.
   *
   * @default true
   */
  readonly alwaysSyncSend?: boolean | IResolvable;

  /**
   * Whether replies to temporary queues and topics pass the connection.
   *
   * @default true
   */
  readonly bridgeTempDestinations?: boolean | IResolvable;

  /**
   * Name of the local broker. Amazon MQ sets it.
   *
   * @default - not set
   */
  readonly brokerName?: string;

  /**
   * Address of the local broker. Amazon MQ sets it.
   *
   * @default - not set
   */
  readonly brokerUrl?: string;

  /**
   * Whether a duplex connector looks for messages that were sent twice.
   *
   * @default false
   */
  readonly checkDuplicateMessagesOnDuplex?: boolean | IResolvable;

  /**
   * Separator between the parts of the client ids that the connector uses.
   *
   * @default _
   */
  readonly clientIdToken?: string;

  /**
   * Whether consumers of a queue that are behind other brokers count as one.
   *
   * @default false
   */
  readonly conduitNetworkQueueSubscriptions?: boolean | IResolvable;

  /**
   * Whether all consumers of a destination behind the connection count as one. `false` duplicates messages of topics.
   *
   * @default true
   */
  readonly conduitSubscriptions?: boolean | IResolvable;

  /**
   * Priority of consumers behind the connection.
   *
   * @default -5
   */
  readonly consumerPriorityBase?: number;

  /**
   * Number of brokers over which other brokers learn of a consumer.
   *
   * @default 1
   */
  readonly consumerTtl?: number;

  /**
   * Whether consumers that are more brokers away have a lower priority.
   *
   * @default true
   */
  readonly decreaseNetworkConsumerPriority?: boolean | IResolvable;

  /**
   * Advisory topics that the connector listens to.
   *
   * @default ActiveMQ.Advisory.Consumer.>
   */
  readonly destinationFilter?: string;

  /**
   * Whether a thread of its own sends messages to the other broker.
   *
   * @default true
   */
  readonly dispatchAsync?: boolean | IResolvable;

  /**
   * Whether messages pass the connection in both directions.
   *
   * @default false
   */
  readonly duplex?: boolean | IResolvable;

  /**
   * Whether messages for durable subscribers of the other broker pass only while these are connected.
   *
   * @default false
   */
  readonly dynamicOnly?: boolean | IResolvable;

  /**
   * Whether the connector drops management data of idle destinations.
   *
   * @default true
   */
  readonly gcDestinationViews?: boolean | IResolvable;

  /**
   * Milliseconds of idle time after which the connector drops management data of a destination.
   *
   * @default 60000
   */
  readonly gcSweepTime?: number;

  /**
   * Address of the local broker. Amazon MQ sets it.
   *
   * @default - not set
   */
  readonly localUri?: string;

  /**
   * Number of brokers that a message may pass. -1 means any number.
   *
   * @default 1
   */
  readonly messageTtl?: number;

  /**
   * Name of the connector. Each connector of a broker needs a name of its own.
   *
   * @default NC
   */
  readonly name?: string;

  /**
   * Number of brokers that a message, and the knowledge of a consumer, may pass. Sets `messageTtl` and `consumerTtl`. -1 means any number.
   *
   * @default 1
   */
  readonly networkTtl?: number;

  /**
   * Name of the connector in management data. Amazon MQ sets it.
   *
   * @default - not set
   */
  readonly objectName?: string;

  /**
   * Number of messages that the broker sends ahead to the other broker.
   *
   * @default 1000
   */
  readonly prefetchSize?: string;

  /**
   * Whether only `staticallyIncludedDestinations` pass the connection.
   *
   * @default false
   */
  readonly staticBridge?: boolean | IResolvable;

  /**
   * Whether the connector ignores a consumer of a queue that it already knows by another way.
   *
   * @default false
   */
  readonly suppressDuplicateQueueSubscriptions?: boolean | IResolvable;

  /**
   * Whether the connector ignores a subscriber of a topic that it already knows by another way.
   *
   * @default true
   */
  readonly suppressDuplicateTopicSubscriptions?: boolean | IResolvable;

  /**
   * Whether the brokers compare their durable subscribers whenever the connection starts.
   *
   * @default false
   */
  readonly syncDurableSubs?: boolean | IResolvable;

  /**
   * Address of the other broker, such as `static:(ssl://b-1234-1.mq.eu-west-1.amazonaws.com:61617)`.
   *
   * @default - not set
   */
  readonly uri?: string;

  /**
   * Whether ids of the connector start with the name of the broker.
   *
   * @default - not set
   */
  readonly useBrokerNameAsIdSees?: boolean | IResolvable;

  /**
   * Whether the connector compresses messages.
   *
   * @default false
   */
  readonly useCompression?: boolean | IResolvable;

  /**
   * Whether consumers of the queues of virtual destinations count as demand. It duplicates messages of virtual topics.
   *
   * @default false
   */
  readonly useVirtualDestSubs?: boolean | IResolvable;

  /**
   * User as which the connector logs in: a user that every broker of the network has, with the same password.
   *
   * @default - not set
   */
  readonly userName?: string;

  /**
   * Topics for whose durable subscribers at the other broker the connector subscribes as well.
   *
   * @default - none
   */
  readonly durableDestinations?: DestinationChoice[];

  /**
   * Destinations whose messages may follow their consumers over the connection: by default all.
   *
   * @default - none
   */
  readonly dynamicallyIncludedDestinations?: DestinationChoice[];

  /**
   * Destinations whose messages never pass the connection.
   *
   * @default - none
   */
  readonly excludedDestinations?: DestinationChoice[];

  /**
   * Destinations whose messages always pass the connection, even if they have no consumer at the other broker.
   *
   * @default - none
   */
  readonly staticallyIncludedDestinations?: DestinationChoice[];
}

/** Drops the oldest pending messages of a slow consumer first. */
export interface OldestMessageEvictionStrategyDefinition {
  /**
   * Number of pending messages from which on ActiveMQ first looks for expired ones.
   *
   * @default 1000
   */
  readonly evictExpiredMessagesHighWatermark?: number;
}

/** Drops the oldest pending messages of the lowest priority of a slow consumer first. */
export interface OldestMessageWithLowestPriorityEvictionStrategyDefinition {
  /**
   * Number of pending messages from which on ActiveMQ first looks for expired ones.
   *
   * @default 1000
   */
  readonly evictExpiredMessagesHighWatermark?: number;
}

/** Settings of the queues or topics that match. ActiveMQ applies only the most specific entry. */
export interface PolicyEntryDefinition {
  /**
   * Whether ActiveMQ sends an advisory for every message that is consumed.
   *
   * @default false
   */
  readonly advisoryForConsumed?: boolean | IResolvable;

  /**
   * Whether ActiveMQ sends an advisory for every message that is delivered to a consumer of this broker.
   *
   * @default false
   */
  readonly advisoryForDelivery?: boolean | IResolvable;

  /**
   * Whether ActiveMQ sends an advisory for every message that it drops for a slow consumer.
   *
   * @default false
   */
  readonly advisoryForDiscardingMessages?: boolean | IResolvable;

  /**
   * Whether ActiveMQ sends an advisory for every message that is dispatched.
   * From engine version 5.18 on.
   *
   * @default false
   */
  readonly advisoryForDispatched?: boolean | IResolvable;

  /**
   * Whether ActiveMQ sends an advisory for producers that are faster than their consumers.
   *
   * @default false
   */
  readonly advisoryForFastProducers?: boolean | IResolvable;

  /**
   * Whether ActiveMQ sends an advisory for slow consumers.
   *
   * @default false
   */
  readonly advisoryForSlowConsumers?: boolean | IResolvable;

  /**
   * Whether ActiveMQ sends an advisory when memory or storage reaches its limit.
   *
   * @default false
   */
  readonly advisoryWhenFull?: boolean | IResolvable;

  /**
   * Whether only one consumer of a queue receives messages at a time.
   *
   * @default false
   */
  readonly allConsumersExclusiveByDefault?: boolean | IResolvable;

  /**
   * Whether every new subscriber receives the earlier messages of the recovery policy.
   *
   * @default false
   */
  readonly alwaysRetroactive?: boolean | IResolvable;

  /**
   * Milliseconds between two log entries about a blocked producer.
   *
   * @default 30000
   */
  readonly blockedProducerWarningInterval?: number;

  /**
   * Number of consumers that a queue waits for before it dispatches messages.
   *
   * @default 0
   */
  readonly consumersBeforeDispatchStarts?: number;

  /**
   * Percentage of the memory limit above which a queue keeps no more messages in memory.
   *
   * @default 70
   */
  readonly cursorMemoryHighWaterMark?: number;

  /**
   * Whether ActiveMQ removes stored messages that wait from memory.
   *
   * @default true
   */
  readonly doOptimzeMessageStorage?: boolean | IResolvable;

  /**
   * Number of messages that the broker sends ahead to a durable subscriber.
   *
   * @default 100
   */
  readonly durableTopicPrefetch?: number;

  /**
   * Whether the broker looks for messages that were sent twice.
   *
   * @default true
   */
  readonly enableAudit?: boolean | IResolvable;

  /**
   * Milliseconds between two looks for expired messages. 0 means never.
   *
   * @default 30000
   */
  readonly expireMessagesPeriod?: number;

  /**
   * Whether ActiveMQ deletes queues or topics that stay empty and unused. Needs `schedulePeriodForDestinationPurge` on the broker.
   *
   * @default false
   */
  readonly gcInactiveDestinations?: boolean | IResolvable;

  /**
   * Whether a destination counts as unused if its only consumers are other brokers.
   *
   * @default false
   */
  readonly gcWithNetworkConsumers?: boolean | IResolvable;

  /**
   * Milliseconds that a destination stays empty and unused before ActiveMQ deletes it.
   *
   * @default 60000
   */
  readonly inactiveTimeoutBeforeGc?: number;

  /**
   * The same as `inactiveTimeoutBeforeGc`, under the misspelled name that ActiveMQ used first. If both are set, ActiveMQ uses this one.
   *
   * @default 60000
   */
  readonly inactiveTimoutBeforeGc?: number;

  /**
   * Whether advisories contain the body of the message that they are about.
   *
   * @default false
   */
  readonly includeBodyForAdvisory?: boolean | IResolvable;

  /**
   * Whether ActiveMQ sends messages to consumers only when a page is full.
   *
   * @default false
   */
  readonly lazyDispatch?: boolean | IResolvable;

  /**
   * Number of messages of each producer that ActiveMQ remembers to find those that were sent twice.
   *
   * @default 10000
   */
  readonly maxAuditDepth?: number;

  /**
   * Number of messages that a browser of a queue, such as the web console, reads at a time.
   *
   * @default 400
   */
  readonly maxBrowsePageSize?: number;

  /**
   * Number of destinations that may exist for this entry. -1 means any number.
   *
   * @default -1
   */
  readonly maxDestinations?: number;

  /**
   * Number of messages that one look for expired messages reads.
   *
   * @default 400
   */
  readonly maxExpirePageSize?: number;

  /**
   * Number of messages that a queue reads from the store at a time.
   *
   * @default 200
   */
  readonly maxPageSize?: number;

  /**
   * Number of producers that ActiveMQ remembers to find messages that were sent twice.
   *
   * @default 64
   */
  readonly maxProducersToAudit?: number;

  /**
   * Number of messages of a queue that ActiveMQ remembers to find those that were sent twice.
   *
   * @default 10000
   */
  readonly maxQueueAuditDepth?: number;

  /**
   * Memory that the messages of one destination may take: bytes, or a number with a unit such as `64mb`. 0 means the limit of the broker.
   *
   * @default 0
   */
  readonly memoryLimit?: string;

  /**
   * How message groups are assigned to consumers: `cached`, `bucket` or `simple`.
   *
   * @default cached
   */
  readonly messageGroupMapFactoryType?: string;

  /**
   * Number of bytes that a message at least counts towards limits.
   *
   * @default 1024
   */
  readonly minimumMessageSize?: number;

  /**
   * Number of messages in flight up to which `doOptimzeMessageStorage` applies.
   *
   * @default 10
   */
  readonly optimizeMessageStoreInFlightLimit?: number;

  /**
   * Whether the thread that receives a message of a queue dispatches it too.
   *
   * @default false
   */
  readonly optimizedDispatch?: boolean | IResolvable;

  /**
   * Whether the store records that a message has been delivered before.
   *
   * @default false
   */
  readonly persistJmsRedelivered?: boolean | IResolvable;

  /**
   * Whether messages of higher priority are delivered first.
   *
   * @default false
   */
  readonly prioritizedMessages?: boolean | IResolvable;

  /**
   * Whether the broker slows down producers when memory runs out, instead of moving messages to disk.
   *
   * @default true
   */
  readonly producerFlowControl?: boolean | IResolvable;

  /**
   * Queues that the entry applies to: a name or pattern. `.` separates parts, `*` stands for one part, `>` for all that follow.
   *
   * @default - not set
   */
  readonly queue?: string;

  /**
   * Number of messages that the broker sends ahead to a browser of a queue.
   *
   * @default 500
   */
  readonly queueBrowserPrefetch?: number;

  /**
   * Number of messages that the broker sends ahead to a consumer of a queue.
   *
   * @default 1000
   */
  readonly queuePrefetch?: number;

  /**
   * Whether messages in memory are kept in their packed form only.
   *
   * @default false
   */
  readonly reduceMemoryFootprint?: boolean | IResolvable;

  /**
   * Whether ActiveMQ sends an advisory for messages that have no consumer.
   *
   * @default false
   */
  readonly sendAdvisoryIfNoConsumers?: boolean | IResolvable;

  /**
   * Whether messages that the store delivers twice become dead letters.
   * From engine version 5.16 on.
   *
   * @default false
   */
  readonly sendDuplicateFromStoreToDlq?: boolean | IResolvable;

  /**
   * Whether sending fails at a limit, instead of waiting.
   * From engine version 5.16 on.
   *
   * @default false
   */
  readonly sendFailIfNoSpace?: boolean | IResolvable;

  /**
   * Milliseconds that sending waits at a limit before it fails.
   * From engine version 5.16 on.
   *
   * @default -1
   */
  readonly sendFailIfNoSpaceAfterTimeout?: number;

  /**
   * Percentage of the storage at which the broker blocks producers.
   *
   * @default 100
   */
  readonly storeUsageHighWaterMark?: number;

  /**
   * Whether messages of a queue keep their order, by one consumer at a time.
   *
   * @default false
   */
  readonly strictOrderDispatch?: boolean | IResolvable;

  /**
   * Applies the entry to temporary queues. ActiveMQ ignores the value: to turn it off, omit the attribute.
   *
   * @default - not set
   */
  readonly tempQueue?: boolean | IResolvable;

  /**
   * Applies the entry to temporary topics. ActiveMQ ignores the value: to turn it off, omit the attribute.
   *
   * @default - not set
   */
  readonly tempTopic?: boolean | IResolvable;

  /**
   * Milliseconds that a queue waits for consumers before it dispatches messages.
   *
   * @default 0
   */
  readonly timeBeforeDispatchStarts?: number;

  /**
   * Topics that the entry applies to: a name or pattern. `.` separates parts, `*` stands for one part, `>` for all that follow.
   *
   * @default - not set
   */
  readonly topic?: string;

  /**
   * Number of messages that the broker sends ahead to a subscriber of a topic.
   *
   * @default 32767
   */
  readonly topicPrefetch?: number;

  /**
   * Whether ActiveMQ keeps messages in memory for fast consumers.
   *
   * @default true
   */
  readonly useCache?: boolean | IResolvable;

  /**
   * Whether consumers of higher priority receive messages first.
   *
   * @default true
   */
  readonly useConsumerPriority?: boolean | IResolvable;

  /**
   * Whether a consumer may receive more messages than its prefetch size in a transaction.
   *
   * @default true
   */
  readonly usePrefetchExtension?: boolean | IResolvable;

  /**
   * Whether ActiveMQ keeps statistics of messages in flight for subscribers of a topic.
   *
   * @default true
   */
  readonly useTopicSubscriptionInflightStats?: boolean | IResolvable;

  /**
   * What happens to messages that expire, or fail too often.
   * Not empty from engine version 5.19 on.
   *
   * @default - none
   */
  readonly deadLetterStrategy?: PolicyEntryDeadLetterStrategyChoice;

  /**
   * The destination of this entry, instead of `queue` or `topic`.
   *
   * @default - none
   */
  readonly destination?: DestinationChoice;

  /**
   * Which subscribers of a topic receive a message, and in which order.
   *
   * @default - none
   */
  readonly dispatchPolicy?: PolicyEntryDispatchPolicyChoice;

  /**
   * Which pending messages of a slow consumer are dropped first.
   * Not empty from engine version 5.19 on.
   *
   * @default - none
   */
  readonly messageEvictionStrategy?: PolicyEntryMessageEvictionStrategyChoice;

  /**
   * How message groups are assigned to consumers.
   *
   * @default - none
   */
  readonly messageGroupMapFactory?: PolicyEntryMessageGroupMapFactoryChoice;

  /**
   * Which messages may pass a network connection.
   *
   * @default - none
   */
  readonly networkBridgeFilterFactory?: PolicyEntryNetworkBridgeFilterFactoryChoice;

  /**
   * Where the pending messages of a durable subscriber are kept.
   *
   * @default - none
   */
  readonly pendingDurableSubscriberPolicy?: PolicyEntryPendingDurableSubscriberPolicyChoice;

  /**
   * How many pending messages are kept for a slow consumer of a topic. Durable subscribers keep all.
   *
   * @default - none
   */
  readonly pendingMessageLimitStrategy?: PolicyEntryPendingMessageLimitStrategyChoice;

  /**
   * Where the pending messages of a queue are kept.
   * Not empty from engine version 5.19 on.
   *
   * @default - none
   */
  readonly pendingQueuePolicy?: PolicyEntryPendingQueuePolicyChoice;

  /**
   * Where the pending messages of a topic subscriber are kept.
   * Not empty from engine version 5.19 on.
   *
   * @default - none
   */
  readonly pendingSubscriberPolicy?: PolicyEntryPendingSubscriberPolicyChoice;

  /**
   * What happens to slow consumers.
   * Not empty from engine version 5.19 on.
   *
   * @default - none
   */
  readonly slowConsumerStrategy?: PolicyEntrySlowConsumerStrategyChoice;

  /**
   * Which earlier messages a new subscriber of a topic receives.
   *
   * @default - none
   */
  readonly subscriptionRecoveryPolicy?: SubscriptionRecoveryPolicyChoice;
}

/** Settings of queues and topics, by name or pattern. */
export interface PolicyMapDefinition {
  /**
   * Applies to destinations that no other entry matches.
   *
   * @default - none
   */
  readonly defaultEntry?: PolicyMapDefaultEntryChoice;

  /**
   * Settings of the queues or topics that match. ActiveMQ applies only the most specific entry.
   *
   * @default - none
   */
  readonly policyEntries?: PolicyEntryDefinition[];
}

/** Keeps a multiple of the prefetch size of messages for a slow consumer of a topic. */
export interface PrefetchRatePendingMessageLimitStrategyDefinition {
  /**
   * Factor of the prefetch size: so many pending messages are kept.
   *
   * @default 0.5
   */
  readonly multiplier?: number;
}

/** A queue. */
export interface QueueDefinition {
  /**
   * Whether the destination contains dead letters.
   *
   * @default false
   */
  readonly dlq?: boolean | IResolvable;

  /**
   * Name of the destination, or a pattern where patterns are allowed.
   *
   * @default - not set
   */
  readonly physicalName?: string;
}

/** Delivers failed messages again from the broker, after a delay. Needs `schedulerSupport` on the broker. */
export interface RedeliveryPluginDefinition {
  /**
   * Whether failed messages without a redelivery policy become dead letters. If not, they are lost.
   *
   * @default true
   */
  readonly fallbackToDeadLetter?: boolean | IResolvable;

  /**
   * Whether messages that failed too often become dead letters. If not, they are lost.
   *
   * @default true
   */
  readonly sendToDlqIfMaxRetriesExceeded?: boolean | IResolvable;

  /**
   * Redelivery policies, by queue or topic.
   *
   * @default - none
   */
  readonly redeliveryPolicyMap?: RedeliveryPluginRedeliveryPolicyMapChoice;
}

/** Says how often and after which delays ActiveMQ delivers a failed message again. */
export interface RedeliveryPolicyDefinition {
  /**
   * Factor by which each redelivery delay grows. Needs `useExponentialBackOff`.
   *
   * @default 5.0
   */
  readonly backOffMultiplier?: number;

  /**
   * Percentage by which redelivery delays vary. Needs `useCollisionAvoidance`.
   *
   * @default 15
   */
  readonly collisionAvoidancePercent?: number;

  /**
   * Milliseconds before the first redelivery. The redelivery plugin needs at least 1000.
   *
   * @default 1000
   */
  readonly initialRedeliveryDelay?: number;

  /**
   * Number of redeliveries before a message becomes a dead letter. -1 means any number.
   *
   * @default 6
   */
  readonly maximumRedeliveries?: number;

  /**
   * Longest redelivery delay in milliseconds. -1 means no limit.
   *
   * @default -1
   */
  readonly maximumRedeliveryDelay?: number;

  /**
   * Whether the client looks at the redelivery count before it delivers a message to the application.
   *
   * @default true
   */
  readonly preDispatchCheck?: boolean | IResolvable;

  /**
   * Queues that the entry applies to: a name or pattern. `.` separates parts, `*` stands for one part, `>` for all that follow.
   *
   * @default - not set
   */
  readonly queue?: string;

  /**
   * Milliseconds before each redelivery but the first. The redelivery plugin needs at least 1000.
   *
   * @default 1000
   */
  readonly redeliveryDelay?: number;

  /**
   * Applies the entry to temporary queues. ActiveMQ ignores the value: to turn it off, omit the attribute.
   *
   * @default - not set
   */
  readonly tempQueue?: boolean | IResolvable;

  /**
   * Applies the entry to temporary topics. ActiveMQ ignores the value: to turn it off, omit the attribute.
   *
   * @default - not set
   */
  readonly tempTopic?: boolean | IResolvable;

  /**
   * Topics that the entry applies to: a name or pattern. `.` separates parts, `*` stands for one part, `>` for all that follow.
   *
   * @default - not set
   */
  readonly topic?: string;

  /**
   * Whether redelivery delays vary, so that failed messages do not all return at the same time.
   *
   * @default false
   */
  readonly useCollisionAvoidance?: boolean | IResolvable;

  /**
   * Whether redelivery delays grow.
   *
   * @default false
   */
  readonly useExponentialBackOff?: boolean | IResolvable;
}

/** Redelivery policies, by queue or topic. */
export interface RedeliveryPolicyMapDefinition {
  /**
   * Applies to destinations that no other entry matches.
   *
   * @default - none
   */
  readonly defaultEntry?: RedeliveryPolicyMapDefaultEntryChoice;

  /**
   * Redelivery policies of the queues or topics that match.
   *
   * @default - none
   */
  readonly redeliveryPolicyEntries?: RedeliveryPolicyDefinition[];
}

/** Gives a new subscriber the last message that was sent as retained. */
export interface RetainedMessageSubscriptionRecoveryPolicyDefinition {
  /**
   * The recovery policy that adds other earlier messages.
   *
   * @default - none
   */
  readonly wrapped?: SubscriptionRecoveryPolicyChoice;
}

/** Keeps the dead letters of all destinations in one queue. */
export interface SharedDeadLetterStrategyDefinition {
  /**
   * Whether the broker looks for messages that were sent twice.
   *
   * @default true
   */
  readonly enableAudit?: boolean | IResolvable;

  /**
   * Milliseconds after which dead letters expire. 0 means never.
   *
   * @default 0
   */
  readonly expiration?: number;

  /**
   * Number of messages of each producer that ActiveMQ remembers to find those that were sent twice.
   *
   * @default 2048
   */
  readonly maxAuditDepth?: number;

  /**
   * Number of producers that ActiveMQ remembers to find messages that were sent twice.
   *
   * @default 64
   */
  readonly maxProducersToAudit?: number;

  /**
   * Whether expired messages become dead letters. If not, they are deleted.
   *
   * @default true
   */
  readonly processExpired?: boolean | IResolvable;

  /**
   * Whether non-persistent messages become dead letters. If not, they are deleted.
   *
   * @default false
   */
  readonly processNonPersistent?: boolean | IResolvable;

  /**
   * The queue or topic that dead letters go to: by default the queue `ActiveMQ.DLQ`.
   *
   * @default - none
   */
  readonly deadLetterQueue?: DestinationChoice;
}

/** Reads the pending messages of a durable subscriber from the store, in pages. */
export interface StoreDurableSubscriberCursorDefinition {
  /**
   * Whether a message of higher priority overtakes pending ones at once.
   *
   * @default true
   */
  readonly immediatePriorityDispatch?: boolean | IResolvable;

  /**
   * Whether ActiveMQ keeps messages in memory for fast consumers.
   *
   * @default true
   */
  readonly useCache?: boolean | IResolvable;
}

/** Limits of what messages may take of the broker, and what happens at a limit. */
export interface SystemUsageDefinition {
  /**
   * Whether sending fails at a limit, instead of waiting.
   *
   * @default false
   */
  readonly sendFailIfNoSpace?: boolean | IResolvable;

  /**
   * Milliseconds that sending waits at a limit before it fails.
   *
   * @default 0
   */
  readonly sendFailIfNoSpaceAfterTimeout?: number;

  /**
   * The memory that messages may take.
   *
   * @default - none
   */
  readonly memoryUsage?: SystemUsageMemoryUsageChoice;
}

/** Says which groups may read, write and administer temporary queues and topics. */
export interface TempDestinationAuthorizationEntryDefinition {
  /**
   * Groups that may create and delete the destinations, separated by commas.
   *
   * @default - not set
   */
  readonly admin?: string;

  /**
   * Queues that the entry applies to: a name or pattern. `.` separates parts, `*` stands for one part, `>` for all that follow.
   *
   * @default - not set
   */
  readonly queue?: string;

  /**
   * Groups that may receive and browse, separated by commas.
   *
   * @default - not set
   */
  readonly read?: string;

  /**
   * Applies the entry to temporary queues. ActiveMQ ignores the value: to turn it off, omit the attribute.
   *
   * @default - not set
   */
  readonly tempQueue?: boolean | IResolvable;

  /**
   * Applies the entry to temporary topics. ActiveMQ ignores the value: to turn it off, omit the attribute.
   *
   * @default - not set
   */
  readonly tempTopic?: boolean | IResolvable;

  /**
   * Topics that the entry applies to: a name or pattern. `.` separates parts, `*` stands for one part, `>` for all that follow.
   *
   * @default - not set
   */
  readonly topic?: string;

  /**
   * Groups that may send, separated by commas.
   *
   * @default - not set
   */
  readonly write?: string;
}

/** A temporary queue. */
export interface TempQueueDefinition {
  /**
   * Whether the destination contains dead letters.
   *
   * @default false
   */
  readonly dlq?: boolean | IResolvable;

  /**
   * Name of the destination, or a pattern where patterns are allowed.
   *
   * @default - not set
   */
  readonly physicalName?: string;
}

/** A temporary topic. */
export interface TempTopicDefinition {
  /**
   * Whether the destination contains dead letters.
   *
   * @default false
   */
  readonly dlq?: boolean | IResolvable;

  /**
   * Name of the destination, or a pattern where patterns are allowed.
   *
   * @default - not set
   */
  readonly physicalName?: string;
}

/** Sets the timestamp and the expiration of messages by the clock of the broker. */
export interface TimeStampingBrokerPluginDefinition {
  /**
   * Whether the plugin never makes the expiration of a message earlier.
   *
   * @default false
   */
  readonly futureOnly?: boolean | IResolvable;

  /**
   * Whether the plugin also changes messages that came from other brokers.
   *
   * @default false
   */
  readonly processNetworkMessages?: boolean | IResolvable;

  /**
   * Longest time to live of messages that have one, in milliseconds. 0 means no limit.
   *
   * @default 0
   */
  readonly ttlCeiling?: number;

  /**
   * Time to live that messages without one get, in milliseconds. 0 gives them none.
   *
   * @default 0
   */
  readonly zeroExpirationOverride?: number;
}

/** Gives a new subscriber the messages of the last minutes. */
export interface TimedSubscriptionRecoveryPolicyDefinition {
  /**
   * Milliseconds that messages are kept.
   *
   * @default 60000
   */
  readonly recoverDuration?: number;
}

/** A topic. */
export interface TopicDefinition {
  /**
   * Whether the destination contains dead letters.
   *
   * @default false
   */
  readonly dlq?: boolean | IResolvable;

  /**
   * Name of the destination, or a pattern where patterns are allowed.
   *
   * @default - not set
   */
  readonly physicalName?: string;
}

/** Says what clients of the OpenWire endpoint learn about other brokers of the network. */
export interface TransportConnectorDefinition {
  /**
   * Name of the endpoint: `openwire`.
   * Allowed: "openwire".
   *
   * @default - not set
   */
  readonly name?: TransportConnectorName;

  /**
   * Whether clients reconnect to spread over the brokers of the network. Needs `updateClusterClients`.
   *
   * @default false
   */
  readonly rebalanceClusterClients?: boolean | IResolvable;

  /**
   * Whether clients learn which brokers are in the network.
   *
   * @default false
   */
  readonly updateClusterClients?: boolean | IResolvable;

  /**
   * Whether clients learn when a broker leaves the network.
   *
   * @default false
   */
  readonly updateClusterClientsOnRemove?: boolean | IResolvable;
}

/** Keeps only the latest pending message of a slow consumer for each value of a property. */
export interface UniquePropertyMessageEvictionStrategyDefinition {
  /**
   * Number of pending messages from which on ActiveMQ first looks for expired ones.
   *
   * @default 1000
   */
  readonly evictExpiredMessagesHighWatermark?: number;

  /**
   * Name of the message property.
   *
   * @default - not set
   */
  readonly propertyName?: string;
}

/** Virtual topics and composite destinations. */
export interface VirtualDestinationInterceptorDefinition {
  /**
   * Virtual topics and composite destinations.
   * Not empty.
   *
   * @default - none
   */
  readonly virtualDestinations?: VirtualDestinationInterceptorVirtualDestinationsChoice[];
}

/** Topics of which each group of consumers has a queue of its own. */
export interface VirtualTopicDefinition {
  /**
   * Whether ActiveMQ sends to all targets at the same time.
   *
   * @default false
   */
  readonly concurrentSend?: boolean | IResolvable;

  /**
   * Whether ActiveMQ drops a message for a queue that is full, instead of failing.
   * From engine version 5.16 on.
   *
   * @default false
   */
  readonly dropOnResourceLimit?: boolean | IResolvable;

  /**
   * Whether messages that came from other brokers are not sent to the queues of the virtual topic.
   *
   * @default false
   */
  readonly local?: boolean | IResolvable;

  /**
   * Topics that are virtual: a name, or a pattern such as `VirtualTopic.>`.
   *
   * @default >
   */
  readonly name?: string;

  /**
   * Suffix of the names of the queues, behind the name of the topic.
   *
   * @default - not set
   */
  readonly postfix?: string;

  /**
   * Prefix of the names of the queues, in front of the name of the topic. `*` stands for the group of consumers.
   *
   * @default Consumer.*.
   */
  readonly prefix?: string;

  /**
   * Whether a queue receives only the messages that the selector of one of its consumers matches.
   *
   * @default false
   */
  readonly selectorAware?: boolean | IResolvable;

  /**
   * Whether messages in the queues of the virtual topic name the topic as their original destination.
   * From engine version 5.16 on.
   *
   * @default true
   */
  readonly setOriginalDestination?: boolean | IResolvable;

  /**
   * Whether a message goes to all queues of the virtual topic in one transaction.
   *
   * @default false
   */
  readonly transactedSend?: boolean | IResolvable;
}

/** Reads what each group may do from the LDAP server. Only an LDAP configuration may have it. */
export interface CachedLdapAuthorizationMapDefinition {
  /**
   * Whether ActiveMQ takes the `cn` of a member for the name of a group, instead of looking up the member.
   *
   * @default - not set
   */
  readonly legacyGroupMapping?: boolean | IResolvable;

  /**
   * Distinguished name of the LDAP entry below which the rights for queues are.
   *
   * @default - not set
   */
  readonly queueSearchBase?: string;

  /**
   * Milliseconds after which ActiveMQ reads the rights from the LDAP server again.
   *
   * @default - not set
   */
  readonly refreshInterval?: number;

  /**
   * Distinguished name of the LDAP entry below which the rights for temporary destinations are.
   *
   * @default - not set
   */
  readonly tempSearchBase?: string;

  /**
   * Distinguished name of the LDAP entry below which the rights for topics are.
   *
   * @default - not set
   */
  readonly topicSearchBase?: string;
}

/** When the store syncs its journal to disk. Only `always` never loses an acknowledged message. */
export enum JournalDiskSyncStrategy {
  /** `always`. */
  ALWAYS = 'always',

  /** `periodic`. */
  PERIODIC = 'periodic',

  /** `never`. */
  NEVER = 'never',
}

/** How the store fills journal files before it uses them. */
export enum PreallocationStrategy {
  /** `sparse_file`. */
  SPARSE_FILE = 'sparse_file',

  /** `os_kernel_copy`. */
  OS_KERNEL_COPY = 'os_kernel_copy',

  /** `zeros`. */
  ZEROS = 'zeros',
}

/** Name of the endpoint: `openwire`. */
export enum TransportConnectorName {
  /** `openwire`. */
  OPENWIRE = 'openwire',
}

/** The elements that are allowed here: set one of them. */
export interface AuthorizationMapEntryChoice {
  /**
   * Says which groups may read, write and administer the queues or topics that match.
   *
   * @default - not set
   */
  readonly authorizationEntry?: AuthorizationEntryDefinition;

  /**
   * Says which groups may read, write and administer temporary queues and topics.
   *
   * @default - not set
   */
  readonly tempDestinationAuthorizationEntry?: TempDestinationAuthorizationEntryDefinition;
}

/** The element that is allowed here. */
export interface AuthorizationMapTempDestinationAuthorizationEntryChoice {
  /**
   * Says which groups may read, write and administer temporary queues and topics.
   *
   * @default - not set
   */
  readonly tempDestinationAuthorizationEntry?: TempDestinationAuthorizationEntryDefinition;
}

/** The elements that are allowed here: set one of them. */
export interface AuthorizationPluginMapChoice {
  /**
   * Lists what each group may do. Without an authorization map, every user may do everything.
   *
   * @default - not set
   */
  readonly authorizationMap?: AuthorizationMapDefinition;

  /**
   * Reads what each group may do from the LDAP server. Only an LDAP configuration may have it.
   *
   * @default - not set
   */
  readonly cachedLdapAuthorizationMap?: CachedLdapAuthorizationMapDefinition;
}

/** The elements that are allowed here: set one of them. */
export interface BrokerDestinationInterceptorsChoice {
  /**
   * Copies the messages of every queue to a topic with a similar name.
   *
   * @default - not set
   */
  readonly mirroredQueue?: MirroredQueueDefinition;

  /**
   * Virtual topics and composite destinations.
   *
   * @default - not set
   */
  readonly virtualDestinationInterceptor?: VirtualDestinationInterceptorDefinition;
}

/** The element that is allowed here. */
export interface BrokerDestinationPolicyChoice {
  /**
   * Settings of queues and topics, by name or pattern.
   *
   * @default - not set
   */
  readonly policyMap?: PolicyMapDefinition;
}

/** The element that is allowed here. */
export interface BrokerPersistenceAdapterChoice {
  /**
   * Settings of the message store that Amazon MQ provides.
   *
   * @default - not set
   */
  readonly kahaDb?: KahaDbDefinition;
}

/** The elements that are allowed here: set one of them. */
export interface BrokerPluginsChoice {
  /**
   * Rejects what the authorization map does not allow.
   *
   * @default - not set
   */
  readonly authorizationPlugin?: AuthorizationPluginDefinition;

  /**
   * Deletes dead letters instead of keeping them: all, or those of some destinations.
   *
   * @default - not set
   */
  readonly discardingDlqBrokerPlugin?: DiscardingDlqBrokerPluginDefinition;

  /**
   * Makes every message persistent or non-persistent, whatever its producer sets.
   *
   * @default - not set
   */
  readonly forcePersistencyModeBrokerPlugin?: ForcePersistencyModeBrokerPluginDefinition;

  /**
   * Delivers failed messages again from the broker, after a delay. Needs `schedulerSupport` on the broker.
   *
   * @default - not set
   */
  readonly redeliveryPlugin?: RedeliveryPluginDefinition;

  /**
   * Answers messages that ask for statistics of the broker and its destinations.
   *
   * @default - not set
   */
  readonly statisticsBrokerPlugin?: boolean;

  /**
   * Sets the timestamp and the expiration of messages by the clock of the broker.
   *
   * @default - not set
   */
  readonly timeStampingBrokerPlugin?: TimeStampingBrokerPluginDefinition;
}

/** The element that is allowed here. */
export interface BrokerSystemUsageChoice {
  /**
   * Limits of what messages may take of the broker, and what happens at a limit.
   *
   * @default - not set
   */
  readonly systemUsage?: SystemUsageDefinition;
}

/** The elements that are allowed here: set one of them. */
export interface DestinationChoice {
  /**
   * A queue.
   *
   * @default - not set
   */
  readonly queue?: QueueDefinition;

  /**
   * A temporary queue.
   *
   * @default - not set
   */
  readonly tempQueue?: TempQueueDefinition;

  /**
   * A temporary topic.
   *
   * @default - not set
   */
  readonly tempTopic?: TempTopicDefinition;

  /**
   * A topic.
   *
   * @default - not set
   */
  readonly topic?: TopicDefinition;
}

/** The elements that are allowed here: set one of them. */
export interface ForwardedDestinationChoice {
  /**
   * A queue.
   *
   * @default - not set
   */
  readonly queue?: QueueDefinition;

  /**
   * A temporary queue.
   *
   * @default - not set
   */
  readonly tempQueue?: TempQueueDefinition;

  /**
   * A temporary topic.
   *
   * @default - not set
   */
  readonly tempTopic?: TempTopicDefinition;

  /**
   * A topic.
   *
   * @default - not set
   */
  readonly topic?: TopicDefinition;

  /**
   * A destination that receives only the messages that a selector matches.
   *
   * @default - not set
   */
  readonly filteredDestination?: FilteredDestinationDefinition;
}

/** The elements that are allowed here: set one of them. */
export interface PolicyEntryDeadLetterStrategyChoice {
  /**
   * Deletes dead letters instead of keeping them.
   *
   * @default - not set
   */
  readonly discarding?: DiscardingDefinition;

  /**
   * Keeps the dead letters of each destination in a queue or topic of its own.
   *
   * @default - not set
   */
  readonly individualDeadLetterStrategy?: IndividualDeadLetterStrategyDefinition;

  /**
   * Keeps the dead letters of all destinations in one queue.
   *
   * @default - not set
   */
  readonly sharedDeadLetterStrategy?: SharedDeadLetterStrategyDefinition;
}

/** The elements that are allowed here: set one of them. */
export interface PolicyEntryDispatchPolicyChoice {
  /**
   * Sends a message of a topic only to the subscriber whose client id the message names.
   *
   * @default - not set
   */
  readonly clientIdFilterDispatchPolicy?: ClientIdFilterDispatchPolicyDefinition;

  /**
   * Sends a message of a topic to its subscribers in the order of their priority.
   *
   * @default - not set
   */
  readonly priorityDispatchPolicy?: boolean;

  /**
   * Sends a message of a topic to its subscribers in the order of their priority, and only once to each broker of a network.
   *
   * @default - not set
   */
  readonly priorityNetworkDispatchPolicy?: boolean;

  /**
   * Sends the messages of a topic to its subscribers in turn.
   *
   * @default - not set
   */
  readonly roundRobinDispatchPolicy?: boolean;

  /**
   * Sends a message of a topic to every subscriber.
   *
   * @default - not set
   */
  readonly simpleDispatchPolicy?: boolean;

  /**
   * Sends the messages of a topic to every subscriber in the same order.
   *
   * @default - not set
   */
  readonly strictOrderDispatchPolicy?: boolean;
}

/** The elements that are allowed here: set one of them. */
export interface PolicyEntryMessageEvictionStrategyChoice {
  /**
   * Drops the oldest pending messages of a slow consumer first.
   *
   * @default - not set
   */
  readonly oldestMessageEvictionStrategy?: OldestMessageEvictionStrategyDefinition;

  /**
   * Drops the oldest pending messages of the lowest priority of a slow consumer first.
   *
   * @default - not set
   */
  readonly oldestMessageWithLowestPriorityEvictionStrategy?: OldestMessageWithLowestPriorityEvictionStrategyDefinition;

  /**
   * Keeps only the latest pending message of a slow consumer for each value of a property.
   *
   * @default - not set
   */
  readonly uniquePropertyMessageEvictionStrategy?: UniquePropertyMessageEvictionStrategyDefinition;
}

/** The elements that are allowed here: set one of them. */
export interface PolicyEntryMessageGroupMapFactoryChoice {
  /**
   * Remembers the consumers of the message groups that were used last.
   *
   * @default - not set
   */
  readonly cachedMessageGroupMapFactory?: CachedMessageGroupMapFactoryDefinition;

  /**
   * Assigns message groups to consumers by hash buckets.
   *
   * @default - not set
   */
  readonly messageGroupHashBucketFactory?: MessageGroupHashBucketFactoryDefinition;

  /**
   * Remembers the consumer of every message group. Memory grows with the number of groups.
   *
   * @default - not set
   */
  readonly simpleMessageGroupMapFactory?: boolean;
}

/** The element that is allowed here. */
export interface PolicyEntryNetworkBridgeFilterFactoryChoice {
  /**
   * Lets messages return to the broker that they came from when they have no consumer here.
   *
   * @default - not set
   */
  readonly conditionalNetworkBridgeFilterFactory?: ConditionalNetworkBridgeFilterFactoryDefinition;
}

/** The elements that are allowed here: set one of them. */
export interface PolicyEntryPendingDurableSubscriberPolicyChoice {
  /**
   * Keeps the pending messages of a durable subscriber in a file.
   *
   * @default - not set
   */
  readonly fileDurableSubscriberCursor?: boolean;

  /**
   * Reads the pending messages of a durable subscriber from the store, in pages.
   *
   * @default - not set
   */
  readonly storeDurableSubscriberCursor?: StoreDurableSubscriberCursorDefinition;

  /**
   * Keeps the pending messages of a durable subscriber in memory.
   *
   * @default - not set
   */
  readonly vmDurableCursor?: boolean;
}

/** The elements that are allowed here: set one of them. */
export interface PolicyEntryPendingMessageLimitStrategyChoice {
  /**
   * Keeps a fixed number of messages for a slow consumer of a topic.
   *
   * @default - not set
   */
  readonly constantPendingMessageLimitStrategy?: ConstantPendingMessageLimitStrategyDefinition;

  /**
   * Keeps a multiple of the prefetch size of messages for a slow consumer of a topic.
   *
   * @default - not set
   */
  readonly prefetchRatePendingMessageLimitStrategy?: PrefetchRatePendingMessageLimitStrategyDefinition;
}

/** The elements that are allowed here: set one of them. */
export interface PolicyEntryPendingQueuePolicyChoice {
  /**
   * Keeps the pending messages of a queue in a file.
   *
   * @default - not set
   */
  readonly fileQueueCursor?: boolean;

  /**
   * Reads the pending messages of a queue from the store, in pages.
   *
   * @default - not set
   */
  readonly storeCursor?: boolean;

  /**
   * Keeps the pending messages of a queue in memory.
   *
   * @default - not set
   */
  readonly vmQueueCursor?: boolean;
}

/** The elements that are allowed here: set one of them. */
export interface PolicyEntryPendingSubscriberPolicyChoice {
  /**
   * Keeps the pending messages of a topic subscriber in a file.
   *
   * @default - not set
   */
  readonly fileCursor?: boolean;

  /**
   * Keeps the pending messages of a topic subscriber in memory.
   *
   * @default - not set
   */
  readonly vmCursor?: boolean;
}

/** The elements that are allowed here: set one of them. */
export interface PolicyEntrySlowConsumerStrategyChoice {
  /**
   * Closes consumers that take too long to acknowledge messages.
   *
   * @default - not set
   */
  readonly abortSlowAckConsumerStrategy?: AbortSlowAckConsumerStrategyDefinition;

  /**
   * Closes consumers whose prefetch buffer stays full.
   *
   * @default - not set
   */
  readonly abortSlowConsumerStrategy?: AbortSlowConsumerStrategyDefinition;
}

/** The element that is allowed here. */
export interface PolicyMapDefaultEntryChoice {
  /**
   * Settings of the queues or topics that match. ActiveMQ applies only the most specific entry.
   *
   * @default - not set
   */
  readonly policyEntry?: PolicyEntryDefinition;
}

/** The element that is allowed here. */
export interface RedeliveryPluginRedeliveryPolicyMapChoice {
  /**
   * Redelivery policies, by queue or topic.
   *
   * @default - not set
   */
  readonly redeliveryPolicyMap?: RedeliveryPolicyMapDefinition;
}

/** The element that is allowed here. */
export interface RedeliveryPolicyMapDefaultEntryChoice {
  /**
   * Says how often and after which delays ActiveMQ delivers a failed message again.
   *
   * @default - not set
   */
  readonly redeliveryPolicy?: RedeliveryPolicyDefinition;
}

/** The elements that are allowed here: set one of them. */
export interface SubscriptionRecoveryPolicyChoice {
  /**
   * Gives a new subscriber a fixed number of earlier messages.
   *
   * @default - not set
   */
  readonly fixedCountSubscriptionRecoveryPolicy?: FixedCountSubscriptionRecoveryPolicyDefinition;

  /**
   * Gives a new subscriber earlier messages up to a fixed number of bytes.
   *
   * @default - not set
   */
  readonly fixedSizedSubscriptionRecoveryPolicy?: FixedSizedSubscriptionRecoveryPolicyDefinition;

  /**
   * Gives a new subscriber the last message.
   *
   * @default - not set
   */
  readonly lastImageSubscriptionRecoveryPolicy?: boolean;

  /**
   * Gives a new subscriber no earlier messages.
   *
   * @default - not set
   */
  readonly noSubscriptionRecoveryPolicy?: boolean;

  /**
   * Gives a new subscriber the last message that was sent as retained.
   *
   * @default - not set
   */
  readonly retainedMessageSubscriptionRecoveryPolicy?: RetainedMessageSubscriptionRecoveryPolicyDefinition;

  /**
   * Gives a new subscriber the messages of the last minutes.
   *
   * @default - not set
   */
  readonly timedSubscriptionRecoveryPolicy?: TimedSubscriptionRecoveryPolicyDefinition;
}

/** The element that is allowed here. */
export interface SystemUsageMemoryUsageChoice {
  /**
   * The memory that messages may take.
   *
   * @default - not set
   */
  readonly memoryUsage?: MemoryUsageDefinition;
}

/** The elements that are allowed here: set one of them. */
export interface VirtualDestinationInterceptorVirtualDestinationsChoice {
  /**
   * A queue that forwards its messages to other destinations.
   *
   * @default - not set
   */
  readonly compositeQueue?: CompositeQueueDefinition;

  /**
   * A topic that forwards its messages to other destinations.
   *
   * @default - not set
   */
  readonly compositeTopic?: CompositeTopicDefinition;

  /**
   * Topics of which each group of consumers has a queue of its own.
   *
   * @default - not set
   */
  readonly virtualTopic?: VirtualTopicDefinition;
}
