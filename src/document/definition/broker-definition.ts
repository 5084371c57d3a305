import { type IResolvable } from 'cdktf';

// Made by tools/generate-definition.ts from the table of permitted elements: change that, or the tool, not this file.
// Defaults are those of ActiveMQ 5.19; Amazon MQ may bring values of its own for some.

/** The broker: the root of a configuration document. */
export interface BrokerDefinition {
  /**
   * Whether the broker sends advisories, which clients and networks of brokers rely on: "true" or "false".
   *
   * @default true
   */
  readonly advisorySupport?: boolean | IResolvable;

  /**
   * Whether sending to a temporary destination that is gone creates it again.
   *
   * @default false
   */
  readonly allowTempAutoCreationOnSend?: boolean | IResolvable;

  /**
   * Whether advisories are sent for producers without a destination.
   *
   * @default false
   */
  readonly anonymousProducerAdvisorySupport?: boolean | IResolvable;

  /**
   * Whether temporary destinations are kept for a while after their use.
   *
   * @default false
   */
  readonly cacheTempDestinations?: boolean | IResolvable;

  /**
   * The part of the memory for consumers, in percent, where it is split.
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
   * Whether every start deletes all messages.
   *
   * @default false
   */
  readonly deleteAllMessagesOnStartup?: boolean | IResolvable;

  /**
   * Whether messages waiting for connected durable subscribers expire.
   * From engine version 5.16 on.
   *
   * @default false
   */
  readonly enableMessageExpirationOnActiveDurableSubs?: boolean | IResolvable;

  /**
   * Whether durable subscribers that are away take part as if they were there.
   *
   * @default true
   */
  readonly keepDurableSubsActive?: boolean | IResolvable;

  /**
   * How many destinations one sweep deletes; 0: all it may.
   *
   * @default 0
   */
  readonly maxPurgedDestinationsPerSweep?: number;

  /**
   * How often a scheduled message may repeat.
   * From engine version 5.16 on.
   *
   * @default 1000
   */
  readonly maxSchedulerRepeatAllowed?: number;

  /**
   * How many messages a transaction may hold; 0: any number.
   * From engine version 5.19 on.
   *
   * @default 0
   */
  readonly maxUncommittedCount?: number;

  /**
   * Whether connections are watched for a network that fell apart.
   *
   * @default false
   */
  readonly monitorConnectionSplits?: boolean | IResolvable;

  /**
   * How often durable subscribers that are away are looked at, in milliseconds.
   *
   * @default 300000
   */
  readonly offlineDurableSubscriberTaskSchedule?: number;

  /**
   * After which time away a durable subscriber is deleted, in milliseconds; -1: never.
   *
   * @default -1
   */
  readonly offlineDurableSubscriberTimeout?: number;

  /**
   * The priority of the store’s threads.
   *
   * @default 10
   */
  readonly persistenceThreadPriority?: number;

  /**
   * Whether messages are stored. A failover loses messages that are not.
   *
   * @default true
   */
  readonly persistent?: boolean | IResolvable;

  /**
   * Whether each message contains who sent it.
   *
   * @default false
   */
  readonly populateJmsxUserId?: boolean | IResolvable;

  /**
   * The part of the memory for producers, in percent, where it is split.
   *
   * @default 60
   */
  readonly producerSystemUsagePortion?: number;

  /**
   * Whether durable subscribers are rejected.
   *
   * @default false
   */
  readonly rejectDurableConsumers?: boolean | IResolvable;

  /**
   * Whether a failure while sending makes a transaction roll back.
   *
   * @default true
   */
  readonly rollbackOnlyOnAsyncException?: boolean | IResolvable;

  /**
   * How often idle destinations are looked for, in milliseconds; 0: never.
   *
   * @default 0
   */
  readonly schedulePeriodForDestinationPurge?: number;

  /**
   * Whether messages may be sent with a delay.
   *
   * @default false
   */
  readonly schedulerSupport?: boolean | IResolvable;

  /**
   * Whether producers and consumers have parts of the memory of their own.
   *
   * @default false
   */
  readonly splitSystemUsageForProducersConsumers?: boolean | IResolvable;

  /**
   * The priority of the threads of destinations.
   *
   * @default 5
   */
  readonly taskRunnerPriority?: number;

  /**
   * After which time temporary destinations of lost connections are deleted, in milliseconds.
   *
   * @default 5000
   */
  readonly timeBeforePurgeTempDestinations?: number;

  /**
   * Whether that is the name that was authenticated.
   *
   * @default false
   */
  readonly useAuthenticatedPrincipalForJmsxUserId?: boolean | IResolvable;

  /**
   * Whether every queue is copied to a topic with a similar name.
   *
   * @default false
   */
  readonly useMirroredQueues?: boolean | IResolvable;

  /**
   * Whether temporary queues are copied too, where queues are.
   *
   * @default true
   */
  readonly useTempMirroredQueues?: boolean | IResolvable;

  /**
   * Whether consumers of virtual destinations’ queues count as demand in a network.
   *
   * @default false
   */
  readonly useVirtualDestSubs?: boolean | IResolvable;

  /**
   * Whether queues of virtual destinations count as demand as soon as they exist.
   *
   * @default false
   */
  readonly useVirtualDestSubsOnCreation?: boolean | IResolvable;

  /**
   * Whether there are virtual topics, which "VirtualTopic.>" are by default.
   *
   * @default true
   */
  readonly useVirtualTopics?: boolean | IResolvable;

  /**
   * Whether the broker starts at once; Amazon MQ starts it.
   *
   * @default - not set
   */
  readonly start?: boolean | IResolvable;

  /**
   * Virtual destinations and mirrored queues.
   *
   * @default - none
   */
  readonly destinationInterceptors?: BrokerDestinationInterceptorsChoice[];

  /**
   * How queues and topics behave.
   *
   * @default - none
   */
  readonly destinationPolicy?: BrokerDestinationPolicyChoice;

  /**
   * Queues and topics that are there from the start.
   *
   * @default - none
   */
  readonly destinations?: DestinationChoice[];

  /**
   * Connections to other brokers.
   *
   * @default - none
   */
  readonly networkConnectors?: NetworkConnectorDefinition[];

  /**
   * Settings of the store.
   *
   * @default - none
   */
  readonly persistenceAdapter?: BrokerPersistenceAdapterChoice;

  /**
   * What the broker does besides; they take part in the order given.
   *
   * @default - none
   */
  readonly plugins?: BrokerPluginsChoice[];

  /**
   * What messages may take of the broker.
   *
   * @default - none
   */
  readonly systemUsage?: BrokerSystemUsageChoice;

  /**
   * What endpoints send their clients.
   *
   * @default - none
   */
  readonly transportConnectors?: TransportConnectorDefinition[];
}

/** Ends consumers that take too long to acknowledge. */
export interface AbortSlowAckConsumerStrategyDefinition {
  /**
   * Whether the whole connection of a slow consumer is closed, not the consumer alone.
   *
   * @default false
   */
  readonly abortConnection?: boolean | IResolvable;

  /**
   * How often consumers are looked at, in milliseconds.
   *
   * @default 30000
   */
  readonly checkPeriod?: number;

  /**
   * Whether consumers without messages to acknowledge are left alone.
   *
   * @default true
   */
  readonly ignoreIdleConsumers?: boolean | IResolvable;

  /**
   * Whether other brokers are left alone.
   *
   * @default true
   */
  readonly ignoreNetworkConsumers?: boolean | IResolvable;

  /**
   * How often a consumer may be found slow; -1: any number of times.
   *
   * @default -1
   */
  readonly maxSlowCount?: number;

  /**
   * How long a consumer may be slow, in milliseconds.
   *
   * @default 30000
   */
  readonly maxSlowDuration?: number;

  /**
   * How long a consumer may take to acknowledge, in milliseconds.
   *
   * @default 30000
   */
  readonly maxTimeSinceLastAck?: number;

  /**
   * Its name in management.
   *
   * @default - not set
   */
  readonly name?: string;
}

/** Ends consumers whose prefetch buffer stays full. */
export interface AbortSlowConsumerStrategyDefinition {
  /**
   * Whether the whole connection of a slow consumer is closed, not the consumer alone.
   *
   * @default false
   */
  readonly abortConnection?: boolean | IResolvable;

  /**
   * How often consumers are looked at, in milliseconds.
   *
   * @default 30000
   */
  readonly checkPeriod?: number;

  /**
   * Whether other brokers are left alone.
   *
   * @default true
   */
  readonly ignoreNetworkConsumers?: boolean | IResolvable;

  /**
   * How often a consumer may be found slow; -1: any number of times.
   *
   * @default -1
   */
  readonly maxSlowCount?: number;

  /**
   * How long a consumer may be slow, in milliseconds.
   *
   * @default 30000
   */
  readonly maxSlowDuration?: number;

  /**
   * Its name in management.
   *
   * @default - not set
   */
  readonly name?: string;
}

/** Which groups may read, write and administer the destinations that match. */
export interface AuthorizationEntryDefinition {
  /**
   * Groups that may create and delete the destinations, with commas between.
   *
   * @default - not set
   */
  readonly admin?: string;

  /**
   * The queues it is for: a name or pattern; "." parts names, "*" stands for one part, ">" for all that follow.
   *
   * @default - not set
   */
  readonly queue?: string;

  /**
   * Groups that may receive and browse, with commas between.
   *
   * @default - not set
   */
  readonly read?: string;

  /**
   * Makes it one for temporary queues, whatever the value: leave it out where it is none.
   *
   * @default - not set
   */
  readonly tempQueue?: boolean | IResolvable;

  /**
   * Makes it one for temporary topics, whatever the value: leave it out where it is none.
   *
   * @default - not set
   */
  readonly tempTopic?: boolean | IResolvable;

  /**
   * The topics it is for: a name or pattern; "." parts names, "*" stands for one part, ">" for all that follow.
   *
   * @default - not set
   */
  readonly topic?: string;

  /**
   * Groups that may send, with commas between.
   *
   * @default - not set
   */
  readonly write?: string;
}

/** Who may do what: without it, every user may do everything. */
export interface AuthorizationMapDefinition {
  /**
   * Who may do what, by destination; what several matching entries allow adds up.
   *
   * @default - none
   */
  readonly authorizationEntries?: AuthorizationEntryDefinition[];

  /**
   * What applies to destinations that no other entry matches.
   *
   * @default - none
   */
  readonly defaultEntry?: AuthorizationMapEntryChoice;

  /**
   * Who may use temporary destinations; default: everybody.
   * Not empty from engine version 5.19 on.
   *
   * @default - none
   */
  readonly tempDestinationAuthorizationEntry?: AuthorizationMapTempDestinationAuthorizationEntryChoice;
}

/** Lets only those groups in that a map names. */
export interface AuthorizationPluginDefinition {
  /**
   * Who may do what.
   *
   * @default - none
   */
  readonly map?: AuthorizationPluginMapChoice;
}

/** Remembers which consumer a message group belongs to, for the groups used last. */
export interface CachedMessageGroupMapFactoryDefinition {
  /**
   * How many groups are remembered.
   *
   * @default 1024
   */
  readonly cacheSize?: number;
}

/** Sends a message only to the subscriber whose client id the message names. */
export interface ClientIdFilterDispatchPolicyDefinition {
  /**
   * The property that names the client id.
   *
   * @default PTP_CLIENTID
   */
  readonly ptpClientId?: string;

  /**
   * What the names of such topics end with.
   *
   * @default .PTP
   */
  readonly ptpSuffix?: string;
}

/** A queue that forwards what is sent to it to other destinations. */
export interface CompositeQueueDefinition {
  /**
   * Whether messages are sent to all targets at the same time.
   *
   * @default false
   */
  readonly concurrentSend?: boolean | IResolvable;

  /**
   * Whether a copy is forwarded, so that its headers contain where it was sent.
   *
   * @default true
   */
  readonly copyMessage?: boolean | IResolvable;

  /**
   * Whether messages are only forwarded, and not kept in the destination itself.
   *
   * @default true
   */
  readonly forwardOnly?: boolean | IResolvable;

  /**
   * The name of the queue.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * Whether messages that no filter picks stay in the destination itself.
   * From engine version 5.16 on.
   *
   * @default false
   */
  readonly sendWhenNotMatched?: boolean | IResolvable;

  /**
   * Where messages go.
   *
   * @default - none
   */
  readonly forwardTo?: ForwardedDestinationChoice[];
}

/** A topic that forwards what is sent to it to other destinations. */
export interface CompositeTopicDefinition {
  /**
   * Whether messages are sent to all targets at the same time.
   *
   * @default false
   */
  readonly concurrentSend?: boolean | IResolvable;

  /**
   * Whether a copy is forwarded, so that its headers contain where it was sent.
   *
   * @default true
   */
  readonly copyMessage?: boolean | IResolvable;

  /**
   * Whether messages are only forwarded, and not kept in the destination itself.
   *
   * @default true
   */
  readonly forwardOnly?: boolean | IResolvable;

  /**
   * The name of the topic.
   *
   * @default - not set
   */
  readonly name?: string;

  /**
   * Whether messages that no filter picks stay in the destination itself.
   * From engine version 5.16 on.
   *
   * @default false
   */
  readonly sendWhenNotMatched?: boolean | IResolvable;

  /**
   * Where messages go.
   *
   * @default - none
   */
  readonly forwardTo?: ForwardedDestinationChoice[];
}

/** Lets messages go back to the broker they came from, once they have no consumer here. */
export interface ConditionalNetworkBridgeFilterFactoryDefinition {
  /**
   * For which time the rate counts, in milliseconds.
   *
   * @default 1000
   */
  readonly rateDuration?: number;

  /**
   * How many messages go back in that time; 0: any number.
   *
   * @default 0
   */
  readonly rateLimit?: number;

  /**
   * How long a message stays here before it may go back, in milliseconds.
   *
   * @default 0
   */
  readonly replayDelay?: number;

  /**
   * Whether messages go back once they have no consumer here.
   *
   * @default false
   */
  readonly replayWhenNoConsumers?: boolean | IResolvable;

  /**
   * Whether the selectors of consumers count.
   * From engine version 5.16 on.
   *
   * @default false
   */
  readonly selectorAware?: boolean | IResolvable;
}

/** Keeps a fixed number of messages for a slow consumer of a topic. */
export interface ConstantPendingMessageLimitStrategyDefinition {
  /**
   * How many messages are kept; -1: all.
   *
   * @default -1
   */
  readonly limit?: number;
}

/** Drops dead messages instead of keeping them. */
export interface DiscardingDefinition {
  /**
   * Whether the broker looks for messages sent twice.
   *
   * @default true
   */
  readonly enableAudit?: boolean | IResolvable;

  /**
   * When dead messages expire, in milliseconds; 0: never.
   *
   * @default 0
   */
  readonly expiration?: number;

  /**
   * How many messages of a producer are remembered to find those sent twice.
   *
   * @default 2048
   */
  readonly maxAuditDepth?: number;

  /**
   * How many producers are remembered to find messages sent twice.
   *
   * @default 64
   */
  readonly maxProducersToAudit?: number;

  /**
   * Whether expired messages are dead messages.
   *
   * @default true
   */
  readonly processExpired?: boolean | IResolvable;

  /**
   * Whether messages that are not persistent are kept when they are dead.
   *
   * @default false
   */
  readonly processNonPersistent?: boolean | IResolvable;
}

/** Drops dead messages of the destinations named, instead of keeping them. */
export interface DiscardingDlqBrokerPluginDefinition {
  /**
   * Whether dead messages of all destinations are dropped.
   *
   * @default true
   */
  readonly dropAll?: boolean | IResolvable;

  /**
   * The destinations whose dead messages are dropped: regular expressions, with spaces between.
   *
   * @default - not set
   */
  readonly dropOnly?: string;

  /**
   * Whether dead messages of temporary queues are dropped.
   *
   * @default true
   */
  readonly dropTemporaryQueues?: boolean | IResolvable;

  /**
   * Whether dead messages of temporary topics are dropped.
   *
   * @default true
   */
  readonly dropTemporaryTopics?: boolean | IResolvable;

  /**
   * After how many dropped messages this is logged.
   *
   * @default 1000
   */
  readonly reportInterval?: number;
}

/** A destination for those messages only that a selector picks. */
export interface FilteredDestinationDefinition {
  /**
   * The queue that messages go to.
   *
   * @default - not set
   */
  readonly queue?: string;

  /**
   * Which messages: a JMS selector.
   *
   * @default - not set
   */
  readonly selector?: string;

  /**
   * The topic that messages go to.
   *
   * @default - not set
   */
  readonly topic?: string;
}

/** Gives a new subscriber the last messages, by number. */
export interface FixedCountSubscriptionRecoveryPolicyDefinition {
  /**
   * How many messages are kept.
   *
   * @default 100
   */
  readonly maximumSize?: number;
}

/** Gives a new subscriber the last messages, by size. */
export interface FixedSizedSubscriptionRecoveryPolicyDefinition {
  /**
   * How many bytes of messages are kept.
   *
   * @default 65536
   */
  readonly maximumSize?: number;

  /**
   * Whether all destinations share the buffer.
   *
   * @default true
   */
  readonly useSharedBuffer?: boolean | IResolvable;
}

/** Makes every message persistent, or none, whatever its producer says. */
export interface ForcePersistencyModeBrokerPluginDefinition {
  /**
   * Whether messages are made persistent.
   *
   * @default false
   */
  readonly persistenceFlag?: boolean | IResolvable;
}

/** Keeps the dead messages of each destination in a queue or topic of its own. */
export interface IndividualDeadLetterStrategyDefinition {
  /**
   * Whether each durable subscriber has a destination of its own for its dead messages.
   *
   * @default false
   */
  readonly destinationPerDurableSubscriber?: boolean | IResolvable;

  /**
   * Whether the broker looks for messages sent twice.
   *
   * @default true
   */
  readonly enableAudit?: boolean | IResolvable;

  /**
   * When dead messages expire, in milliseconds; 0: never.
   *
   * @default 0
   */
  readonly expiration?: number;

  /**
   * How many messages of a producer are remembered to find those sent twice.
   *
   * @default 2048
   */
  readonly maxAuditDepth?: number;

  /**
   * How many producers are remembered to find messages sent twice.
   *
   * @default 64
   */
  readonly maxProducersToAudit?: number;

  /**
   * Whether expired messages are dead messages.
   *
   * @default true
   */
  readonly processExpired?: boolean | IResolvable;

  /**
   * Whether messages that are not persistent are kept when they are dead.
   *
   * @default false
   */
  readonly processNonPersistent?: boolean | IResolvable;

  /**
   * Prefix of the name of a queue in the name of its dead-letter queue.
   *
   * @default ActiveMQ.DLQ.Queue.
   */
  readonly queuePrefix?: string;

  /**
   * Suffix of the name of a queue in the name of its dead-letter queue.
   *
   * @default - not set
   */
  readonly queueSuffix?: string;

  /**
   * Prefix of the name of a topic in the name of its dead-letter queue.
   *
   * @default ActiveMQ.DLQ.Topic.
   */
  readonly topicPrefix?: string;

  /**
   * Suffix of the name of a topic in the name of its dead-letter queue.
   *
   * @default - not set
   */
  readonly topicSuffix?: string;

  /**
   * Whether dead messages of queues go to queues.
   *
   * @default true
   */
  readonly useQueueForQueueMessages?: boolean | IResolvable;

  /**
   * Whether dead messages of topics go to queues.
   *
   * @default true
   */
  readonly useQueueForTopicMessages?: boolean | IResolvable;
}

/** Settings of the store that Amazon MQ brings. */
export interface KahaDbDefinition {
  /**
   * How often the store writes a checkpoint, in milliseconds.
   * One of: a whole number from 5000 to 25000.
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
   * Whether messages of queues are dispatched while they are stored: best for fast consumers; Amazon MQ advises false for slow ones.
   *
   * @default true
   */
  readonly concurrentStoreAndDispatchQueues?: boolean | IResolvable;

  /**
   * After how many changes the index is written.
   * One of: a whole number from 1000 to 3000.
   *
   * @default 1000
   */
  readonly indexWriteBatchSize?: number;

  /**
   * How often the journal is synced to disk, in milliseconds, where the strategy is periodic.
   *
   * @default 1000
   */
  readonly journalDiskSyncInterval?: number;

  /**
   * When the journal is synced to disk; anything but always may lose acknowledged messages.
   * One of: "always", "periodic", "never".
   *
   * @default always
   */
  readonly journalDiskSyncStrategy?: JournalDiskSyncStrategy;

  /**
   * How journal files are filled before they are used.
   * One of: "sparse_file", "os_kernel_copy", "zeros".
   *
   * @default sparse_file
   */
  readonly preallocationStrategy?: PreallocationStrategy;
}

/** How much memory messages may take. */
export interface MemoryUsageDefinition {
  /**
   * The part of the heap, in percent.
   * One of: a whole number from 0 to 70.
   *
   * @default - not set
   */
  readonly percentOfJvmHeap?: number;
}

/** Spreads message groups over consumers by hash. */
export interface MessageGroupHashBucketFactoryDefinition {
  /**
   * Over how many buckets groups are spread: a power of two.
   *
   * @default 1024
   */
  readonly bucketCount?: number;

  /**
   * How many groups are remembered.
   *
   * @default 64
   */
  readonly cacheSize?: number;
}

/** Copies what is sent to a queue to a topic with a similar name. */
export interface MirroredQueueDefinition {
  /**
   * Whether a copy is forwarded, so that its headers contain where it was sent.
   *
   * @default true
   */
  readonly copyMessage?: boolean | IResolvable;

  /**
   * What is put after the name.
   *
   * @default - not set
   */
  readonly postfix?: string;

  /**
   * What is put before the name.
   *
   * @default VirtualTopic.Mirror.
   */
  readonly prefix?: string;
}

/** A connection to another broker, over which messages follow their consumers. */
export interface NetworkConnectorDefinition {
  /**
   * After which part of the prefetched advisories they are acknowledged, in percent.
   *
   * @default 75
   */
  readonly advisoryAckPercentage?: number;

  /**
   * Whether an advisory is sent for every message that could not be forwarded.
   *
   * @default false
   */
  readonly advisoryForFailedForward?: boolean | IResolvable;

  /**
   * How many advisories are sent ahead; 0: as many as messages.
   *
   * @default 0
   */
  readonly advisoryPrefetchSize?: number;

  /**
   * Whether each forwarded message waits for its answer, persistent or not.
   *
   * @default true
   */
  readonly alwaysSyncSend?: boolean | IResolvable;

  /**
   * Whether temporary destinations are known in the other broker too.
   *
   * @default true
   */
  readonly bridgeTempDestinations?: boolean | IResolvable;

  /**
   * The name of the local broker; Amazon MQ sets it.
   *
   * @default - not set
   */
  readonly brokerName?: string;

  /**
   * The address of the local broker; Amazon MQ sets it.
   *
   * @default - not set
   */
  readonly brokerUrl?: string;

  /**
   * Whether a duplex connection checks for messages sent twice.
   *
   * @default false
   */
  readonly checkDuplicateMessagesOnDuplex?: boolean | IResolvable;

  /**
   * Separator of the parts of the client ids that the connection makes.
   *
   * @default _
   */
  readonly clientIdToken?: string;

  /**
   * Whether consumers behind other brokers count as one, for queues.
   *
   * @default false
   */
  readonly conduitNetworkQueueSubscriptions?: boolean | IResolvable;

  /**
   * Whether all consumers of a destination behind the connection count as one.
   *
   * @default true
   */
  readonly conduitSubscriptions?: boolean | IResolvable;

  /**
   * The priority of consumers behind the connection.
   *
   * @default -5
   */
  readonly consumerPriorityBase?: number;

  /**
   * Over how many brokers the knowledge of a consumer goes.
   *
   * @default 1
   */
  readonly consumerTtl?: number;

  /**
   * Whether consumers farther away have lower priority.
   *
   * @default true
   */
  readonly decreaseNetworkConsumerPriority?: boolean | IResolvable;

  /**
   * Which advisories of consumers the connection listens to.
   *
   * @default ActiveMQ.Advisory.Consumer.>
   */
  readonly destinationFilter?: string;

  /**
   * Whether messages to the other broker go out in a thread of their own.
   *
   * @default true
   */
  readonly dispatchAsync?: boolean | IResolvable;

  /**
   * Whether messages go both ways over one connection.
   *
   * @default false
   */
  readonly duplex?: boolean | IResolvable;

  /**
   * Whether durable subscribers are followed only while they are connected.
   *
   * @default false
   */
  readonly dynamicOnly?: boolean | IResolvable;

  /**
   * Whether management views of idle destinations are dropped.
   *
   * @default true
   */
  readonly gcDestinationViews?: boolean | IResolvable;

  /**
   * After which idle time management views are dropped, in milliseconds.
   *
   * @default 60000
   */
  readonly gcSweepTime?: number;

  /**
   * The address of the local broker; Amazon MQ sets it.
   *
   * @default - not set
   */
  readonly localUri?: string;

  /**
   * Over how many brokers a message goes.
   *
   * @default 1
   */
  readonly messageTtl?: number;

  /**
   * The name of the connection: each of a broker needs one of its own.
   *
   * @default NC
   */
  readonly name?: string;

  /**
   * Over how many brokers messages and the knowledge of consumers go.
   *
   * @default 1
   */
  readonly networkTtl?: number;

  /**
   * The name of the connection in management.
   *
   * @default - not set
   */
  readonly objectName?: string;

  /**
   * How many messages are sent ahead to a consumer behind the connection.
   *
   * @default 1000
   */
  readonly prefetchSize?: string;

  /**
   * Whether only destinations that are named are forwarded.
   *
   * @default false
   */
  readonly staticBridge?: boolean | IResolvable;

  /**
   * Whether a consumer of a queue that is known over several ways counts once.
   *
   * @default false
   */
  readonly suppressDuplicateQueueSubscriptions?: boolean | IResolvable;

  /**
   * Whether a subscriber of a topic that is known over several ways counts once.
   *
   * @default true
   */
  readonly suppressDuplicateTopicSubscriptions?: boolean | IResolvable;

  /**
   * Whether durable subscribers are compared whenever the connection starts.
   *
   * @default false
   */
  readonly syncDurableSubs?: boolean | IResolvable;

  /**
   * The address of the other broker, such as "static:(ssl://b-1234-1.mq.eu-west-1.amazonaws.com:61617)".
   *
   * @default - not set
   */
  readonly uri?: string;

  /**
   * Whether ids of the connection start with the name of the broker.
   *
   * @default - not set
   */
  readonly useBrokerNameAsIdSees?: boolean | IResolvable;

  /**
   * Whether messages to the other broker are compressed.
   *
   * @default false
   */
  readonly useCompression?: boolean | IResolvable;

  /**
   * Whether consumers of virtual destinations’ queues count as demand.
   *
   * @default false
   */
  readonly useVirtualDestSubs?: boolean | IResolvable;

  /**
   * The user as which the connection logs in: a user of the other broker; Amazon MQ brings the password.
   *
   * @default - not set
   */
  readonly userName?: string;

  /**
   * Topics with durable subscribers for which the connection subscribes as well.
   *
   * @default - none
   */
  readonly durableDestinations?: DestinationChoice[];

  /**
   * Destinations whose messages follow their consumers; all, where none is named.
   *
   * @default - none
   */
  readonly dynamicallyIncludedDestinations?: DestinationChoice[];

  /**
   * Destinations whose messages never go over the connection.
   *
   * @default - none
   */
  readonly excludedDestinations?: DestinationChoice[];

  /**
   * Destinations whose messages go over the connection, whether they have a consumer there or not.
   *
   * @default - none
   */
  readonly staticallyIncludedDestinations?: DestinationChoice[];
}

/** Of what waits for a slow consumer, drops the oldest first. */
export interface OldestMessageEvictionStrategyDefinition {
  /**
   * From how many waiting messages on expired ones are looked for.
   *
   * @default 1000
   */
  readonly evictExpiredMessagesHighWatermark?: number;
}

/** Of what waits for a slow consumer, drops the oldest of the lowest priority first. */
export interface OldestMessageWithLowestPriorityEvictionStrategyDefinition {
  /**
   * From how many waiting messages on expired ones are looked for.
   *
   * @default 1000
   */
  readonly evictExpiredMessagesHighWatermark?: number;
}

/** How the queues or topics that match behave; the most specific entry applies. */
export interface PolicyEntryDefinition {
  /**
   * Whether an advisory is sent for every message consumed.
   *
   * @default false
   */
  readonly advisoryForConsumed?: boolean | IResolvable;

  /**
   * Whether an advisory is sent for every message delivered to the broker’s consumers.
   *
   * @default false
   */
  readonly advisoryForDelivery?: boolean | IResolvable;

  /**
   * Whether an advisory is sent for every message that a slow consumer loses.
   *
   * @default false
   */
  readonly advisoryForDiscardingMessages?: boolean | IResolvable;

  /**
   * Whether an advisory is sent for every message dispatched.
   * From engine version 5.18 on.
   *
   * @default false
   */
  readonly advisoryForDispatched?: boolean | IResolvable;

  /**
   * Whether an advisory is sent for producers faster than their consumers.
   *
   * @default false
   */
  readonly advisoryForFastProducers?: boolean | IResolvable;

  /**
   * Whether an advisory is sent for slow consumers.
   *
   * @default false
   */
  readonly advisoryForSlowConsumers?: boolean | IResolvable;

  /**
   * Whether an advisory is sent when a limit is reached.
   *
   * @default false
   */
  readonly advisoryWhenFull?: boolean | IResolvable;

  /**
   * Whether a queue has one consumer at a time.
   *
   * @default false
   */
  readonly allConsumersExclusiveByDefault?: boolean | IResolvable;

  /**
   * Whether every subscriber gets the earlier messages that the recovery policy keeps.
   *
   * @default false
   */
  readonly alwaysRetroactive?: boolean | IResolvable;

  /**
   * How often a blocked producer is logged, in milliseconds.
   *
   * @default 30000
   */
  readonly blockedProducerWarningInterval?: number;

  /**
   * How many consumers a queue waits for before it dispatches.
   *
   * @default 0
   */
  readonly consumersBeforeDispatchStarts?: number;

  /**
   * At which part of the memory limit messages are no longer kept in memory, in percent.
   *
   * @default 70
   */
  readonly cursorMemoryHighWaterMark?: number;

  /**
   * Whether messages that are stored and waiting give up their place in memory.
   *
   * @default true
   */
  readonly doOptimzeMessageStorage?: boolean | IResolvable;

  /**
   * How many messages are sent ahead to a consumer of a durable subscription.
   *
   * @default 100
   */
  readonly durableTopicPrefetch?: number;

  /**
   * Whether the broker looks for messages sent twice.
   *
   * @default true
   */
  readonly enableAudit?: boolean | IResolvable;

  /**
   * How often expired messages are looked for, in milliseconds; 0: never.
   *
   * @default 30000
   */
  readonly expireMessagesPeriod?: number;

  /**
   * Whether queues or topics that stay empty and unused are deleted, if schedulePeriodForDestinationPurge is set on the broker.
   *
   * @default false
   */
  readonly gcInactiveDestinations?: boolean | IResolvable;

  /**
   * Whether destinations whose only consumers are other brokers count as unused.
   *
   * @default false
   */
  readonly gcWithNetworkConsumers?: boolean | IResolvable;

  /**
   * How long a destination stays empty and unused before it is deleted, in milliseconds.
   *
   * @default 60000
   */
  readonly inactiveTimeoutBeforeGc?: number;

  /**
   * The same under the name that ActiveMQ first gave it; use inactiveTimeoutBeforeGc.
   *
   * @default 60000
   */
  readonly inactiveTimoutBeforeGc?: number;

  /**
   * Whether advisories contain the body of the message they are about.
   *
   * @default false
   */
  readonly includeBodyForAdvisory?: boolean | IResolvable;

  /**
   * Whether messages are sent to consumers only when a page is full.
   *
   * @default false
   */
  readonly lazyDispatch?: boolean | IResolvable;

  /**
   * How many messages of a producer are remembered to find those sent twice.
   *
   * @default 10000
   */
  readonly maxAuditDepth?: number;

  /**
   * How many messages a browser of the queue sees.
   *
   * @default 400
   */
  readonly maxBrowsePageSize?: number;

  /**
   * How many destinations the entry may match; -1: any number.
   *
   * @default -1
   */
  readonly maxDestinations?: number;

  /**
   * How many messages are read to look for expired ones.
   *
   * @default 400
   */
  readonly maxExpirePageSize?: number;

  /**
   * How many messages are read from the store at a time.
   *
   * @default 200
   */
  readonly maxPageSize?: number;

  /**
   * How many producers are remembered to find messages sent twice.
   *
   * @default 64
   */
  readonly maxProducersToAudit?: number;

  /**
   * How many messages of a queue are remembered to find those sent twice.
   *
   * @default 10000
   */
  readonly maxQueueAuditDepth?: number;

  /**
   * How much memory the messages of one destination may take: bytes, or with a unit ("64mb"); 0: as much as the broker.
   *
   * @default 0
   */
  readonly memoryLimit?: string;

  /**
   * How message groups are spread over consumers: "cached", "bucket" or "simple".
   *
   * @default cached
   */
  readonly messageGroupMapFactoryType?: string;

  /**
   * What a message counts at least towards limits, in bytes.
   *
   * @default 1024
   */
  readonly minimumMessageSize?: number;

  /**
   * Up to how many messages in flight the place in memory is given up.
   *
   * @default 10
   */
  readonly optimizeMessageStoreInFlightLimit?: number;

  /**
   * Whether messages of queues are sent in the thread that received them.
   *
   * @default false
   */
  readonly optimizedDispatch?: boolean | IResolvable;

  /**
   * Whether it is stored that a message was delivered before.
   *
   * @default false
   */
  readonly persistJmsRedelivered?: boolean | IResolvable;

  /**
   * Whether messages of higher priority come first.
   *
   * @default false
   */
  readonly prioritizedMessages?: boolean | IResolvable;

  /**
   * Whether producers are held back when memory runs out, instead of messages going to disk.
   *
   * @default true
   */
  readonly producerFlowControl?: boolean | IResolvable;

  /**
   * The queues it is for: a name or pattern; "." parts names, "*" stands for one part, ">" for all that follow.
   *
   * @default - not set
   */
  readonly queue?: string;

  /**
   * How many messages are sent ahead to a consumer that browses.
   *
   * @default 500
   */
  readonly queueBrowserPrefetch?: number;

  /**
   * How many messages are sent ahead to a consumer of a queue.
   *
   * @default 1000
   */
  readonly queuePrefetch?: number;

  /**
   * Whether messages in memory give up their unpacked body.
   *
   * @default false
   */
  readonly reduceMemoryFootprint?: boolean | IResolvable;

  /**
   * Whether an advisory is sent for messages without a consumer.
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
   * Whether sending fails at the limit, instead of waiting.
   * From engine version 5.16 on.
   *
   * @default false
   */
  readonly sendFailIfNoSpace?: boolean | IResolvable;

  /**
   * After which wait at the limit sending fails, in milliseconds.
   * From engine version 5.16 on.
   *
   * @default -1
   */
  readonly sendFailIfNoSpaceAfterTimeout?: number;

  /**
   * At which part of the store producers are held back, in percent.
   *
   * @default 100
   */
  readonly storeUsageHighWaterMark?: number;

  /**
   * Whether messages of a queue keep their order with one consumer at a time.
   *
   * @default false
   */
  readonly strictOrderDispatch?: boolean | IResolvable;

  /**
   * Makes it one for temporary queues, whatever the value: leave it out where it is none.
   *
   * @default - not set
   */
  readonly tempQueue?: boolean | IResolvable;

  /**
   * Makes it one for temporary topics, whatever the value: leave it out where it is none.
   *
   * @default - not set
   */
  readonly tempTopic?: boolean | IResolvable;

  /**
   * How long a queue waits for consumers before it dispatches, in milliseconds.
   *
   * @default 0
   */
  readonly timeBeforeDispatchStarts?: number;

  /**
   * The topics it is for: a name or pattern; "." parts names, "*" stands for one part, ">" for all that follow.
   *
   * @default - not set
   */
  readonly topic?: string;

  /**
   * How many messages are sent ahead to a consumer of a topic.
   *
   * @default 32767
   */
  readonly topicPrefetch?: number;

  /**
   * Whether messages are kept in memory for fast consumers.
   *
   * @default true
   */
  readonly useCache?: boolean | IResolvable;

  /**
   * Whether consumers of higher priority come first.
   *
   * @default true
   */
  readonly useConsumerPriority?: boolean | IResolvable;

  /**
   * Whether a consumer in a transaction may get more than its prefetch size.
   *
   * @default true
   */
  readonly usePrefetchExtension?: boolean | IResolvable;

  /**
   * Whether statistics of messages in flight are kept for subscribers of a topic.
   *
   * @default true
   */
  readonly useTopicSubscriptionInflightStats?: boolean | IResolvable;

  /**
   * What becomes of messages that expired, or failed too often.
   * Not empty from engine version 5.19 on.
   *
   * @default - none
   */
  readonly deadLetterStrategy?: PolicyEntryDeadLetterStrategyChoice;

  /**
   * The destination this entry is for, instead of queue or topic.
   *
   * @default - none
   */
  readonly destination?: DestinationChoice;

  /**
   * To which subscribers of a topic a message is sent, in which order.
   *
   * @default - none
   */
  readonly dispatchPolicy?: PolicyEntryDispatchPolicyChoice;

  /**
   * Which messages of a slow consumer are dropped first.
   * Not empty from engine version 5.19 on.
   *
   * @default - none
   */
  readonly messageEvictionStrategy?: PolicyEntryMessageEvictionStrategyChoice;

  /**
   * How message groups are spread over consumers.
   *
   * @default - none
   */
  readonly messageGroupMapFactory?: PolicyEntryMessageGroupMapFactoryChoice;

  /**
   * Which messages may go over a network connection.
   *
   * @default - none
   */
  readonly networkBridgeFilterFactory?: PolicyEntryNetworkBridgeFilterFactoryChoice;

  /**
   * Where messages that wait for a durable subscriber are kept.
   *
   * @default - none
   */
  readonly pendingDurableSubscriberPolicy?: PolicyEntryPendingDurableSubscriberPolicyChoice;

  /**
   * How many messages are kept for a slow consumer of a topic that is not durable.
   *
   * @default - none
   */
  readonly pendingMessageLimitStrategy?: PolicyEntryPendingMessageLimitStrategyChoice;

  /**
   * Where messages that wait in a queue are kept.
   * Not empty from engine version 5.19 on.
   *
   * @default - none
   */
  readonly pendingQueuePolicy?: PolicyEntryPendingQueuePolicyChoice;

  /**
   * Where messages that wait for a subscriber of a topic are kept.
   * Not empty from engine version 5.19 on.
   *
   * @default - none
   */
  readonly pendingSubscriberPolicy?: PolicyEntryPendingSubscriberPolicyChoice;

  /**
   * What becomes of slow consumers.
   * Not empty from engine version 5.19 on.
   *
   * @default - none
   */
  readonly slowConsumerStrategy?: PolicyEntrySlowConsumerStrategyChoice;

  /**
   * Which earlier messages a new subscriber of a topic gets.
   *
   * @default - none
   */
  readonly subscriptionRecoveryPolicy?: SubscriptionRecoveryPolicyChoice;
}

/** How queues and topics behave. */
export interface PolicyMapDefinition {
  /**
   * What applies to destinations that no other entry matches.
   *
   * @default - none
   */
  readonly defaultEntry?: PolicyMapDefaultEntryChoice;

  /**
   * How the queues and topics that match behave; the most specific entry applies.
   *
   * @default - none
   */
  readonly policyEntries?: PolicyEntryDefinition[];
}

/** Keeps a multiple of its prefetch size for a slow consumer of a topic. */
export interface PrefetchRatePendingMessageLimitStrategyDefinition {
  /**
   * How many times the prefetch size.
   *
   * @default 0.5
   */
  readonly multiplier?: number;
}

/** A queue. */
export interface QueueDefinition {
  /**
   * Whether it holds dead messages.
   *
   * @default false
   */
  readonly dlq?: boolean | IResolvable;

  /**
   * Its name.
   *
   * @default - not set
   */
  readonly physicalName?: string;
}

/** Delivers failed messages again from the broker, after a delay. */
export interface RedeliveryPluginDefinition {
  /**
   * Whether messages that no policy applies to become dead letters.
   *
   * @default true
   */
  readonly fallbackToDeadLetter?: boolean | IResolvable;

  /**
   * Whether messages that failed too often become dead letters, instead of being dropped.
   *
   * @default true
   */
  readonly sendToDlqIfMaxRetriesExceeded?: boolean | IResolvable;

  /**
   * How failed messages are delivered again.
   *
   * @default - none
   */
  readonly redeliveryPolicyMap?: RedeliveryPluginRedeliveryPolicyMapChoice;
}

/** How often and after which delays a failed message is delivered again. */
export interface RedeliveryPolicyDefinition {
  /**
   * By what each delay grows, where it grows.
   *
   * @default 5.0
   */
  readonly backOffMultiplier?: number;

  /**
   * By how much delays are varied, in percent.
   *
   * @default 15
   */
  readonly collisionAvoidancePercent?: number;

  /**
   * The first delay, in milliseconds.
   *
   * @default 1000
   */
  readonly initialRedeliveryDelay?: number;

  /**
   * How often a message is delivered again before it becomes a dead letter; -1: without end.
   *
   * @default 6
   */
  readonly maximumRedeliveries?: number;

  /**
   * The longest delay, in milliseconds; -1: none.
   *
   * @default -1
   */
  readonly maximumRedeliveryDelay?: number;

  /**
   * Whether the client looks at the number of deliveries before it hands out a message.
   *
   * @default true
   */
  readonly preDispatchCheck?: boolean | IResolvable;

  /**
   * The queues it is for: a name or pattern; "." parts names, "*" stands for one part, ">" for all that follow.
   *
   * @default - not set
   */
  readonly queue?: string;

  /**
   * The delay after the first, in milliseconds.
   *
   * @default 1000
   */
  readonly redeliveryDelay?: number;

  /**
   * Makes it one for temporary queues, whatever the value: leave it out where it is none.
   *
   * @default - not set
   */
  readonly tempQueue?: boolean | IResolvable;

  /**
   * Makes it one for temporary topics, whatever the value: leave it out where it is none.
   *
   * @default - not set
   */
  readonly tempTopic?: boolean | IResolvable;

  /**
   * The topics it is for: a name or pattern; "." parts names, "*" stands for one part, ">" for all that follow.
   *
   * @default - not set
   */
  readonly topic?: string;

  /**
   * Whether delays are varied, so that failed messages do not all return at once.
   *
   * @default false
   */
  readonly useCollisionAvoidance?: boolean | IResolvable;

  /**
   * Whether delays grow.
   *
   * @default false
   */
  readonly useExponentialBackOff?: boolean | IResolvable;
}

/** How failed messages are delivered again, by destination. */
export interface RedeliveryPolicyMapDefinition {
  /**
   * What applies to destinations that no other entry matches.
   *
   * @default - none
   */
  readonly defaultEntry?: RedeliveryPolicyMapDefaultEntryChoice;

  /**
   * How failed messages are delivered again, by destination.
   *
   * @default - none
   */
  readonly redeliveryPolicyEntries?: RedeliveryPolicyDefinition[];
}

/** Gives a new subscriber the last message that was marked as retained. */
export interface RetainedMessageSubscriptionRecoveryPolicyDefinition {
  /**
   * What a new subscriber gets besides.
   *
   * @default - none
   */
  readonly wrapped?: SubscriptionRecoveryPolicyChoice;
}

/** Keeps the dead messages of all destinations in one queue. */
export interface SharedDeadLetterStrategyDefinition {
  /**
   * Whether the broker looks for messages sent twice.
   *
   * @default true
   */
  readonly enableAudit?: boolean | IResolvable;

  /**
   * When dead messages expire, in milliseconds; 0: never.
   *
   * @default 0
   */
  readonly expiration?: number;

  /**
   * How many messages of a producer are remembered to find those sent twice.
   *
   * @default 2048
   */
  readonly maxAuditDepth?: number;

  /**
   * How many producers are remembered to find messages sent twice.
   *
   * @default 64
   */
  readonly maxProducersToAudit?: number;

  /**
   * Whether expired messages are dead messages.
   *
   * @default true
   */
  readonly processExpired?: boolean | IResolvable;

  /**
   * Whether messages that are not persistent are kept when they are dead.
   *
   * @default false
   */
  readonly processNonPersistent?: boolean | IResolvable;

  /**
   * Where dead messages go; default: queue ActiveMQ.DLQ.
   *
   * @default - none
   */
  readonly deadLetterQueue?: DestinationChoice;
}

/** Reads what waits for a durable subscriber from the store, in pages. */
export interface StoreDurableSubscriberCursorDefinition {
  /**
   * Whether messages of higher priority overtake at once.
   *
   * @default true
   */
  readonly immediatePriorityDispatch?: boolean | IResolvable;

  /**
   * Whether messages are kept in memory for fast consumers.
   *
   * @default true
   */
  readonly useCache?: boolean | IResolvable;
}

/** What messages may take of the broker, and what happens at the limit. */
export interface SystemUsageDefinition {
  /**
   * Whether sending fails at the limit, instead of waiting.
   *
   * @default false
   */
  readonly sendFailIfNoSpace?: boolean | IResolvable;

  /**
   * After which wait at the limit sending fails, in milliseconds.
   *
   * @default 0
   */
  readonly sendFailIfNoSpaceAfterTimeout?: number;

  /**
   * How much memory messages may take.
   *
   * @default - none
   */
  readonly memoryUsage?: SystemUsageMemoryUsageChoice;
}

/** Which groups may read, write and administer temporary destinations. */
export interface TempDestinationAuthorizationEntryDefinition {
  /**
   * Groups that may create and delete the destinations, with commas between.
   *
   * @default - not set
   */
  readonly admin?: string;

  /**
   * The queues it is for: a name or pattern; "." parts names, "*" stands for one part, ">" for all that follow.
   *
   * @default - not set
   */
  readonly queue?: string;

  /**
   * Groups that may receive and browse, with commas between.
   *
   * @default - not set
   */
  readonly read?: string;

  /**
   * Makes it one for temporary queues, whatever the value: leave it out where it is none.
   *
   * @default - not set
   */
  readonly tempQueue?: boolean | IResolvable;

  /**
   * Makes it one for temporary topics, whatever the value: leave it out where it is none.
   *
   * @default - not set
   */
  readonly tempTopic?: boolean | IResolvable;

  /**
   * The topics it is for: a name or pattern; "." parts names, "*" stands for one part, ">" for all that follow.
   *
   * @default - not set
   */
  readonly topic?: string;

  /**
   * Groups that may send, with commas between.
   *
   * @default - not set
   */
  readonly write?: string;
}

/** A temporary queue. */
export interface TempQueueDefinition {
  /**
   * Whether it holds dead messages.
   *
   * @default false
   */
  readonly dlq?: boolean | IResolvable;

  /**
   * Its name.
   *
   * @default - not set
   */
  readonly physicalName?: string;
}

/** A temporary topic. */
export interface TempTopicDefinition {
  /**
   * Whether it holds dead messages.
   *
   * @default false
   */
  readonly dlq?: boolean | IResolvable;

  /**
   * Its name.
   *
   * @default - not set
   */
  readonly physicalName?: string;
}

/** Sets the time and the expiry of messages by the broker’s own clock. */
export interface TimeStampingBrokerPluginDefinition {
  /**
   * Whether only times in the future are corrected.
   *
   * @default false
   */
  readonly futureOnly?: boolean | IResolvable;

  /**
   * Whether messages from other brokers are changed too.
   *
   * @default false
   */
  readonly processNetworkMessages?: boolean | IResolvable;

  /**
   * The longest time a message may live, in milliseconds; 0: any.
   *
   * @default 0
   */
  readonly ttlCeiling?: number;

  /**
   * When messages without an expiry expire, in milliseconds; 0: never.
   *
   * @default 0
   */
  readonly zeroExpirationOverride?: number;
}

/** Gives a new subscriber the messages of the last while. */
export interface TimedSubscriptionRecoveryPolicyDefinition {
  /**
   * How long messages are kept, in milliseconds.
   *
   * @default 60000
   */
  readonly recoverDuration?: number;
}

/** A topic. */
export interface TopicDefinition {
  /**
   * Whether it holds dead messages.
   *
   * @default false
   */
  readonly dlq?: boolean | IResolvable;

  /**
   * Its name.
   *
   * @default - not set
   */
  readonly physicalName?: string;
}

/** What the OpenWire endpoint sends its clients about other brokers. */
export interface TransportConnectorDefinition {
  /**
   * The endpoint.
   * One of: "openwire".
   *
   * @default - not set
   */
  readonly name?: TransportConnectorName;

  /**
   * Whether clients spread over the brokers of a network of brokers.
   *
   * @default false
   */
  readonly rebalanceClusterClients?: boolean | IResolvable;

  /**
   * Whether clients learn the brokers of a network of brokers.
   *
   * @default false
   */
  readonly updateClusterClients?: boolean | IResolvable;

  /**
   * Whether clients learn when a broker leaves.
   *
   * @default false
   */
  readonly updateClusterClientsOnRemove?: boolean | IResolvable;
}

/** Of what waits for a slow consumer, keeps one message for each value of a property. */
export interface UniquePropertyMessageEvictionStrategyDefinition {
  /**
   * From how many waiting messages on expired ones are looked for.
   *
   * @default 1000
   */
  readonly evictExpiredMessagesHighWatermark?: number;

  /**
   * The property.
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

/** Topics whose every group of consumers has a queue of its own. */
export interface VirtualTopicDefinition {
  /**
   * Whether messages are sent to all targets at the same time.
   *
   * @default false
   */
  readonly concurrentSend?: boolean | IResolvable;

  /**
   * Whether a message is dropped for a queue that is full, instead of blocking its producer.
   * From engine version 5.16 on.
   *
   * @default false
   */
  readonly dropOnResourceLimit?: boolean | IResolvable;

  /**
   * Whether messages from other brokers are passed over.
   *
   * @default false
   */
  readonly local?: boolean | IResolvable;

  /**
   * Which topics are virtual: a name or pattern, such as "VirtualTopic.>".
   *
   * @default >
   */
  readonly name?: string;

  /**
   * Suffix of the name of the topic in the names of its queues.
   *
   * @default - not set
   */
  readonly postfix?: string;

  /**
   * Prefix of the name of the topic in the names of its queues.
   *
   * @default Consumer.*.
   */
  readonly prefix?: string;

  /**
   * Whether only those messages are forwarded that a consumer of the queue selects.
   *
   * @default false
   */
  readonly selectorAware?: boolean | IResolvable;

  /**
   * Whether forwarded messages contain the topic they were sent to.
   * From engine version 5.16 on.
   *
   * @default true
   */
  readonly setOriginalDestination?: boolean | IResolvable;

  /**
   * Whether a message goes to all queues in one transaction.
   *
   * @default false
   */
  readonly transactedSend?: boolean | IResolvable;
}

/** Who may do what, read from the LDAP server; only in an LDAP configuration. */
export interface CachedLdapAuthorizationMapDefinition {
  /**
   * Whether group entries are read by name (cn) instead of their whole LDAP name.
   *
   * @default - not set
   */
  readonly legacyGroupMapping?: boolean | IResolvable;

  /**
   * Where the LDAP server keeps who may do what with queues.
   *
   * @default - not set
   */
  readonly queueSearchBase?: string;

  /**
   * How often the LDAP server is queried again, in milliseconds.
   *
   * @default - not set
   */
  readonly refreshInterval?: number;

  /**
   * Where the LDAP server keeps who may do what with temporary destinations.
   *
   * @default - not set
   */
  readonly tempSearchBase?: string;

  /**
   * Where the LDAP server keeps who may do what with topics.
   *
   * @default - not set
   */
  readonly topicSearchBase?: string;
}

/** When the journal is synced to disk; anything but always may lose acknowledged messages. */
export enum JournalDiskSyncStrategy {
  /** `always`. */
  ALWAYS = 'always',

  /** `periodic`. */
  PERIODIC = 'periodic',

  /** `never`. */
  NEVER = 'never',
}

/** How journal files are filled before they are used. */
export enum PreallocationStrategy {
  /** `sparse_file`. */
  SPARSE_FILE = 'sparse_file',

  /** `os_kernel_copy`. */
  OS_KERNEL_COPY = 'os_kernel_copy',

  /** `zeros`. */
  ZEROS = 'zeros',
}

/** The endpoint. */
export enum TransportConnectorName {
  /** `openwire`. */
  OPENWIRE = 'openwire',
}

/** What it holds: name one. */
export interface AuthorizationMapEntryChoice {
  /**
   * Which groups may read, write and administer the destinations that match.
   *
   * @default - not this one
   */
  readonly authorizationEntry?: AuthorizationEntryDefinition;

  /**
   * Which groups may read, write and administer temporary destinations.
   *
   * @default - not this one
   */
  readonly tempDestinationAuthorizationEntry?: TempDestinationAuthorizationEntryDefinition;
}

/** What it holds. */
export interface AuthorizationMapTempDestinationAuthorizationEntryChoice {
  /**
   * Which groups may read, write and administer temporary destinations.
   *
   * @default - not this one
   */
  readonly tempDestinationAuthorizationEntry?: TempDestinationAuthorizationEntryDefinition;
}

/** What it holds: name one. */
export interface AuthorizationPluginMapChoice {
  /**
   * Who may do what: without it, every user may do everything.
   *
   * @default - not this one
   */
  readonly authorizationMap?: AuthorizationMapDefinition;

  /**
   * Who may do what, read from the LDAP server; only in an LDAP configuration.
   *
   * @default - not this one
   */
  readonly cachedLdapAuthorizationMap?: CachedLdapAuthorizationMapDefinition;
}

/** What it holds: name one. */
export interface BrokerDestinationInterceptorsChoice {
  /**
   * Copies what is sent to a queue to a topic with a similar name.
   *
   * @default - not this one
   */
  readonly mirroredQueue?: MirroredQueueDefinition;

  /**
   * Virtual topics and composite destinations.
   *
   * @default - not this one
   */
  readonly virtualDestinationInterceptor?: VirtualDestinationInterceptorDefinition;
}

/** What it holds. */
export interface BrokerDestinationPolicyChoice {
  /**
   * How queues and topics behave.
   *
   * @default - not this one
   */
  readonly policyMap?: PolicyMapDefinition;
}

/** What it holds. */
export interface BrokerPersistenceAdapterChoice {
  /**
   * Settings of the store that Amazon MQ brings.
   *
   * @default - not this one
   */
  readonly kahaDb?: KahaDbDefinition;
}

/** What it holds: name one. */
export interface BrokerPluginsChoice {
  /**
   * Lets only those groups in that a map names.
   *
   * @default - not this one
   */
  readonly authorizationPlugin?: AuthorizationPluginDefinition;

  /**
   * Drops dead messages of the destinations named, instead of keeping them.
   *
   * @default - not this one
   */
  readonly discardingDlqBrokerPlugin?: DiscardingDlqBrokerPluginDefinition;

  /**
   * Makes every message persistent, or none, whatever its producer says.
   *
   * @default - not this one
   */
  readonly forcePersistencyModeBrokerPlugin?: ForcePersistencyModeBrokerPluginDefinition;

  /**
   * Delivers failed messages again from the broker, after a delay.
   *
   * @default - not this one
   */
  readonly redeliveryPlugin?: RedeliveryPluginDefinition;

  /**
   * Answers messages that ask for statistics.
   *
   * @default - not this one
   */
  readonly statisticsBrokerPlugin?: boolean;

  /**
   * Sets the time and the expiry of messages by the broker’s own clock.
   *
   * @default - not this one
   */
  readonly timeStampingBrokerPlugin?: TimeStampingBrokerPluginDefinition;
}

/** What it holds. */
export interface BrokerSystemUsageChoice {
  /**
   * What messages may take of the broker, and what happens at the limit.
   *
   * @default - not this one
   */
  readonly systemUsage?: SystemUsageDefinition;
}

/** What it holds: name one. */
export interface DestinationChoice {
  /**
   * A queue.
   *
   * @default - not this one
   */
  readonly queue?: QueueDefinition;

  /**
   * A temporary queue.
   *
   * @default - not this one
   */
  readonly tempQueue?: TempQueueDefinition;

  /**
   * A temporary topic.
   *
   * @default - not this one
   */
  readonly tempTopic?: TempTopicDefinition;

  /**
   * A topic.
   *
   * @default - not this one
   */
  readonly topic?: TopicDefinition;
}

/** What it holds: name one. */
export interface ForwardedDestinationChoice {
  /**
   * A queue.
   *
   * @default - not this one
   */
  readonly queue?: QueueDefinition;

  /**
   * A temporary queue.
   *
   * @default - not this one
   */
  readonly tempQueue?: TempQueueDefinition;

  /**
   * A temporary topic.
   *
   * @default - not this one
   */
  readonly tempTopic?: TempTopicDefinition;

  /**
   * A topic.
   *
   * @default - not this one
   */
  readonly topic?: TopicDefinition;

  /**
   * A destination for those messages only that a selector picks.
   *
   * @default - not this one
   */
  readonly filteredDestination?: FilteredDestinationDefinition;
}

/** What it holds: name one. */
export interface PolicyEntryDeadLetterStrategyChoice {
  /**
   * Drops dead messages instead of keeping them.
   *
   * @default - not this one
   */
  readonly discarding?: DiscardingDefinition;

  /**
   * Keeps the dead messages of each destination in a queue or topic of its own.
   *
   * @default - not this one
   */
  readonly individualDeadLetterStrategy?: IndividualDeadLetterStrategyDefinition;

  /**
   * Keeps the dead messages of all destinations in one queue.
   *
   * @default - not this one
   */
  readonly sharedDeadLetterStrategy?: SharedDeadLetterStrategyDefinition;
}

/** What it holds: name one. */
export interface PolicyEntryDispatchPolicyChoice {
  /**
   * Sends a message only to the subscriber whose client id the message names.
   *
   * @default - not this one
   */
  readonly clientIdFilterDispatchPolicy?: ClientIdFilterDispatchPolicyDefinition;

  /**
   * Sends a message of a topic to subscribers in the order of their priority.
   *
   * @default - not this one
   */
  readonly priorityDispatchPolicy?: boolean;

  /**
   * The same, and only once to each broker of a network.
   *
   * @default - not this one
   */
  readonly priorityNetworkDispatchPolicy?: boolean;

  /**
   * Sends the messages of a topic to its subscribers in turn.
   *
   * @default - not this one
   */
  readonly roundRobinDispatchPolicy?: boolean;

  /**
   * Sends a message of a topic to every subscriber.
   *
   * @default - not this one
   */
  readonly simpleDispatchPolicy?: boolean;

  /**
   * Sends the messages of a topic to every subscriber in the same order.
   *
   * @default - not this one
   */
  readonly strictOrderDispatchPolicy?: boolean;
}

/** What it holds: name one. */
export interface PolicyEntryMessageEvictionStrategyChoice {
  /**
   * Of what waits for a slow consumer, drops the oldest first.
   *
   * @default - not this one
   */
  readonly oldestMessageEvictionStrategy?: OldestMessageEvictionStrategyDefinition;

  /**
   * Of what waits for a slow consumer, drops the oldest of the lowest priority first.
   *
   * @default - not this one
   */
  readonly oldestMessageWithLowestPriorityEvictionStrategy?: OldestMessageWithLowestPriorityEvictionStrategyDefinition;

  /**
   * Of what waits for a slow consumer, keeps one message for each value of a property.
   *
   * @default - not this one
   */
  readonly uniquePropertyMessageEvictionStrategy?: UniquePropertyMessageEvictionStrategyDefinition;
}

/** What it holds: name one. */
export interface PolicyEntryMessageGroupMapFactoryChoice {
  /**
   * Remembers which consumer a message group belongs to, for the groups used last.
   *
   * @default - not this one
   */
  readonly cachedMessageGroupMapFactory?: CachedMessageGroupMapFactoryDefinition;

  /**
   * Spreads message groups over consumers by hash.
   *
   * @default - not this one
   */
  readonly messageGroupHashBucketFactory?: MessageGroupHashBucketFactoryDefinition;

  /**
   * Remembers which consumer each message group belongs to, however many there are.
   *
   * @default - not this one
   */
  readonly simpleMessageGroupMapFactory?: boolean;
}

/** What it holds. */
export interface PolicyEntryNetworkBridgeFilterFactoryChoice {
  /**
   * Lets messages go back to the broker they came from, once they have no consumer here.
   *
   * @default - not this one
   */
  readonly conditionalNetworkBridgeFilterFactory?: ConditionalNetworkBridgeFilterFactoryDefinition;
}

/** What it holds: name one. */
export interface PolicyEntryPendingDurableSubscriberPolicyChoice {
  /**
   * Keeps what waits for a durable subscriber in a file.
   *
   * @default - not this one
   */
  readonly fileDurableSubscriberCursor?: boolean;

  /**
   * Reads what waits for a durable subscriber from the store, in pages.
   *
   * @default - not this one
   */
  readonly storeDurableSubscriberCursor?: StoreDurableSubscriberCursorDefinition;

  /**
   * Keeps what waits for a durable subscriber in memory.
   *
   * @default - not this one
   */
  readonly vmDurableCursor?: boolean;
}

/** What it holds: name one. */
export interface PolicyEntryPendingMessageLimitStrategyChoice {
  /**
   * Keeps a fixed number of messages for a slow consumer of a topic.
   *
   * @default - not this one
   */
  readonly constantPendingMessageLimitStrategy?: ConstantPendingMessageLimitStrategyDefinition;

  /**
   * Keeps a multiple of its prefetch size for a slow consumer of a topic.
   *
   * @default - not this one
   */
  readonly prefetchRatePendingMessageLimitStrategy?: PrefetchRatePendingMessageLimitStrategyDefinition;
}

/** What it holds: name one. */
export interface PolicyEntryPendingQueuePolicyChoice {
  /**
   * Keeps what waits in a queue in a file.
   *
   * @default - not this one
   */
  readonly fileQueueCursor?: boolean;

  /**
   * Reads what waits in a queue from the store, in pages.
   *
   * @default - not this one
   */
  readonly storeCursor?: boolean;

  /**
   * Keeps what waits in a queue in memory.
   *
   * @default - not this one
   */
  readonly vmQueueCursor?: boolean;
}

/** What it holds: name one. */
export interface PolicyEntryPendingSubscriberPolicyChoice {
  /**
   * Keeps what waits for a subscriber of a topic in a file.
   *
   * @default - not this one
   */
  readonly fileCursor?: boolean;

  /**
   * Keeps what waits for a subscriber of a topic in memory.
   *
   * @default - not this one
   */
  readonly vmCursor?: boolean;
}

/** What it holds: name one. */
export interface PolicyEntrySlowConsumerStrategyChoice {
  /**
   * Ends consumers that take too long to acknowledge.
   *
   * @default - not this one
   */
  readonly abortSlowAckConsumerStrategy?: AbortSlowAckConsumerStrategyDefinition;

  /**
   * Ends consumers whose prefetch buffer stays full.
   *
   * @default - not this one
   */
  readonly abortSlowConsumerStrategy?: AbortSlowConsumerStrategyDefinition;
}

/** What it holds. */
export interface PolicyMapDefaultEntryChoice {
  /**
   * How the queues or topics that match behave; the most specific entry applies.
   *
   * @default - not this one
   */
  readonly policyEntry?: PolicyEntryDefinition;
}

/** What it holds. */
export interface RedeliveryPluginRedeliveryPolicyMapChoice {
  /**
   * How failed messages are delivered again, by destination.
   *
   * @default - not this one
   */
  readonly redeliveryPolicyMap?: RedeliveryPolicyMapDefinition;
}

/** What it holds. */
export interface RedeliveryPolicyMapDefaultEntryChoice {
  /**
   * How often and after which delays a failed message is delivered again.
   *
   * @default - not this one
   */
  readonly redeliveryPolicy?: RedeliveryPolicyDefinition;
}

/** What it holds: name one. */
export interface SubscriptionRecoveryPolicyChoice {
  /**
   * Gives a new subscriber the last messages, by number.
   *
   * @default - not this one
   */
  readonly fixedCountSubscriptionRecoveryPolicy?: FixedCountSubscriptionRecoveryPolicyDefinition;

  /**
   * Gives a new subscriber the last messages, by size.
   *
   * @default - not this one
   */
  readonly fixedSizedSubscriptionRecoveryPolicy?: FixedSizedSubscriptionRecoveryPolicyDefinition;

  /**
   * Gives a new subscriber the last message.
   *
   * @default - not this one
   */
  readonly lastImageSubscriptionRecoveryPolicy?: boolean;

  /**
   * Gives a new subscriber nothing from before.
   *
   * @default - not this one
   */
  readonly noSubscriptionRecoveryPolicy?: boolean;

  /**
   * Gives a new subscriber the messages that a query picks.
   *
   * @default - not this one
   */
  readonly queryBasedSubscriptionRecoveryPolicy?: boolean;

  /**
   * Gives a new subscriber the last message that was marked as retained.
   *
   * @default - not this one
   */
  readonly retainedMessageSubscriptionRecoveryPolicy?: RetainedMessageSubscriptionRecoveryPolicyDefinition;

  /**
   * Gives a new subscriber the messages of the last while.
   *
   * @default - not this one
   */
  readonly timedSubscriptionRecoveryPolicy?: TimedSubscriptionRecoveryPolicyDefinition;
}

/** What it holds. */
export interface SystemUsageMemoryUsageChoice {
  /**
   * How much memory messages may take.
   *
   * @default - not this one
   */
  readonly memoryUsage?: MemoryUsageDefinition;
}

/** What it holds: name one. */
export interface VirtualDestinationInterceptorVirtualDestinationsChoice {
  /**
   * A queue that forwards what is sent to it to other destinations.
   *
   * @default - not this one
   */
  readonly compositeQueue?: CompositeQueueDefinition;

  /**
   * A topic that forwards what is sent to it to other destinations.
   *
   * @default - not this one
   */
  readonly compositeTopic?: CompositeTopicDefinition;

  /**
   * Topics whose every group of consumers has a queue of its own.
   *
   * @default - not this one
   */
  readonly virtualTopic?: VirtualTopicDefinition;
}
