# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

# Document
#
# What the preconditions of aws_mq_configuration.this know about documents: the tags and attributes of
# local.own_document, and the elements and attributes that AWS’s schemas permit.

locals {
  document_head         = substr(split("\n", local.own_document)[0], 0, 80)
  document_root         = try(local.document_tags[0][0], "no element")
  document_has_comments = strcontains(local.own_document, "<!--")
  document_placeholders = regexall("[$#][{][^}]*[}]", local.own_document)
  document_tags         = regexall("<([A-Za-z][\\w.:-]*)((?:\\s+[\\w.:-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))*)\\s*/?>", local.own_document)
  document_attributes   = flatten([for tag in local.document_tags : [for name in [for attribute in regexall("([\\w.:-]+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')", tag[1]) : attribute[0]] : { element = tag[0], name = name, path = "${tag[0]}@${name}" }]])
  permitted_since = {
    "broker@maxUncommittedCount" = "5.19"
  }
  permitted_attributes = {
    abortSlowAckConsumerStrategy = [
      "abortConnection",
      "checkPeriod",
      "ignoreIdleConsumers",
      "ignoreNetworkConsumers",
      "maxSlowCount",
      "maxSlowDuration",
      "maxTimeSinceLastAck",
      "name",
    ]
    abortSlowConsumerStrategy = [
      "abortConnection",
      "checkPeriod",
      "ignoreNetworkConsumers",
      "maxSlowCount",
      "maxSlowDuration",
      "name",
    ]
    authorizationEntries = []
    authorizationEntry   = ["admin", "queue", "read", "tempQueue", "tempTopic", "topic", "write"]
    authorizationMap     = []
    authorizationPlugin  = []
    broker = [
      "advisorySupport",
      "allowTempAutoCreationOnSend",
      "anonymousProducerAdvisorySupport",
      "cacheTempDestinations",
      "consumerSystemUsagePortion",
      "dedicatedTaskRunner",
      "deleteAllMessagesOnStartup",
      "enableMessageExpirationOnActiveDurableSubs",
      "keepDurableSubsActive",
      "maxPurgedDestinationsPerSweep",
      "maxSchedulerRepeatAllowed",
      "maxUncommittedCount",
      "monitorConnectionSplits",
      "offlineDurableSubscriberTaskSchedule",
      "offlineDurableSubscriberTimeout",
      "persistenceThreadPriority",
      "persistent",
      "populateJMSXUserID",
      "producerSystemUsagePortion",
      "rejectDurableConsumers",
      "rollbackOnlyOnAsyncException",
      "schedulePeriodForDestinationPurge",
      "schedulerSupport",
      "splitSystemUsageForProducersConsumers",
      "systemUsage",
      "taskRunnerPriority",
      "timeBeforePurgeTempDestinations",
      "useAuthenticatedPrincipalForJMSXUserID",
      "useMirroredQueues",
      "useTempMirroredQueues",
      "useVirtualDestSubs",
      "useVirtualDestSubsOnCreation",
      "useVirtualTopics",
      "start",
    ]
    cachedMessageGroupMapFactory          = ["cacheSize"]
    clientIdFilterDispatchPolicy          = ["ptpClientId", "ptpSuffix"]
    compositeQueue                        = ["concurrentSend", "copyMessage", "forwardOnly", "name", "sendWhenNotMatched"]
    compositeTopic                        = ["concurrentSend", "copyMessage", "forwardOnly", "name", "sendWhenNotMatched"]
    conditionalNetworkBridgeFilterFactory = ["rateDuration", "rateLimit", "replayDelay", "replayWhenNoConsumers", "selectorAware"]
    connectionFilter                      = []
    constantPendingMessageLimitStrategy   = ["limit"]
    deadLetterQueue                       = []
    deadLetterStrategy                    = []
    defaultEntry                          = []
    destination                           = []
    destinationInterceptors               = []
    destinationPolicy                     = []
    destinations                          = []
    discarding = [
      "deadLetterQueue",
      "enableAudit",
      "expiration",
      "maxAuditDepth",
      "maxProducersToAudit",
      "processExpired",
      "processNonPersistent",
    ]
    discardingDLQBrokerPlugin            = ["dropAll", "dropOnly", "dropTemporaryQueues", "dropTemporaryTopics", "reportInterval"]
    dispatchPolicy                       = []
    durableDestinations                  = []
    dynamicallyIncludedDestinations      = []
    excludedDestinations                 = []
    fileCursor                           = []
    fileDurableSubscriberCursor          = []
    fileQueueCursor                      = []
    filteredDestination                  = ["queue", "selector", "topic"]
    fixedCountSubscriptionRecoveryPolicy = ["maximumSize"]
    fixedSizedSubscriptionRecoveryPolicy = ["maximumSize", "useSharedBuffer"]
    forcePersistencyModeBrokerPlugin     = ["persistenceFlag"]
    forwardTo                            = []
    individualDeadLetterStrategy = [
      "destinationPerDurableSubscriber",
      "enableAudit",
      "expiration",
      "maxAuditDepth",
      "maxProducersToAudit",
      "processExpired",
      "processNonPersistent",
      "queuePrefix",
      "queueSuffix",
      "topicPrefix",
      "topicSuffix",
      "useQueueForQueueMessages",
      "useQueueForTopicMessages",
    ]
    kahaDB = [
      "checkpointInterval",
      "cleanupOnStop",
      "concurrentStoreAndDispatchQueues",
      "indexWriteBatchSize",
      "journalDiskSyncInterval",
      "journalDiskSyncStrategy",
      "preallocationStrategy",
    ]
    lastImageSubscriptionRecoveryPolicy = []
    localUri                            = []
    map                                 = []
    memoryUsage                         = ["percentOfJvmHeap"]
    messageEvictionStrategy             = []
    messageGroupHashBucketFactory       = ["bucketCount", "cacheSize"]
    messageGroupMapFactory              = []
    mirroredQueue                       = ["copyMessage", "postfix", "prefix"]
    networkBridgeFilterFactory          = []
    networkConnector = [
      "advisoryAckPercentage",
      "advisoryForFailedForward",
      "advisoryPrefetchSize",
      "alwaysSyncSend",
      "bridgeFactory",
      "bridgeTempDestinations",
      "brokerName",
      "brokerURL",
      "checkDuplicateMessagesOnDuplex",
      "clientIdToken",
      "conduitNetworkQueueSubscriptions",
      "conduitSubscriptions",
      "connectionFilter",
      "consumerPriorityBase",
      "consumerTTL",
      "decreaseNetworkConsumerPriority",
      "destinationFilter",
      "dispatchAsync",
      "duplex",
      "dynamicOnly",
      "gcDestinationViews",
      "gcSweepTime",
      "localUri",
      "messageTTL",
      "name",
      "networkTTL",
      "objectName",
      "prefetchSize",
      "staticBridge",
      "suppressDuplicateQueueSubscriptions",
      "suppressDuplicateTopicSubscriptions",
      "syncDurableSubs",
      "uri",
      "useBrokerNameAsIdSees",
      "useCompression",
      "useVirtualDestSubs",
      "userName",
    ]
    networkConnectors                               = []
    noSubscriptionRecoveryPolicy                    = []
    objectName                                      = []
    oldestMessageEvictionStrategy                   = ["evictExpiredMessagesHighWatermark"]
    oldestMessageWithLowestPriorityEvictionStrategy = ["evictExpiredMessagesHighWatermark"]
    pendingDurableSubscriberPolicy                  = []
    pendingMessageLimitStrategy                     = []
    pendingQueuePolicy                              = []
    pendingSubscriberPolicy                         = []
    persistenceAdapter                              = []
    plugins                                         = []
    policyEntries                                   = []
    policyEntry = [
      "advisoryForConsumed",
      "advisoryForDelivery",
      "advisoryForDiscardingMessages",
      "advisoryForDispatched",
      "advisoryForFastProducers",
      "advisoryForSlowConsumers",
      "advisoryWhenFull",
      "allConsumersExclusiveByDefault",
      "alwaysRetroactive",
      "blockedProducerWarningInterval",
      "consumersBeforeDispatchStarts",
      "cursorMemoryHighWaterMark",
      "doOptimzeMessageStorage",
      "durableTopicPrefetch",
      "enableAudit",
      "expireMessagesPeriod",
      "gcInactiveDestinations",
      "gcWithNetworkConsumers",
      "inactiveTimeoutBeforeGC",
      "inactiveTimoutBeforeGC",
      "includeBodyForAdvisory",
      "lazyDispatch",
      "maxAuditDepth",
      "maxBrowsePageSize",
      "maxDestinations",
      "maxExpirePageSize",
      "maxPageSize",
      "maxProducersToAudit",
      "maxQueueAuditDepth",
      "memoryLimit",
      "messageGroupMapFactoryType",
      "minimumMessageSize",
      "optimizeMessageStoreInFlightLimit",
      "optimizedDispatch",
      "persistJMSRedelivered",
      "prioritizedMessages",
      "producerFlowControl",
      "queue",
      "queueBrowserPrefetch",
      "queuePrefetch",
      "reduceMemoryFootprint",
      "sendAdvisoryIfNoConsumers",
      "sendDuplicateFromStoreToDLQ",
      "sendFailIfNoSpace",
      "sendFailIfNoSpaceAfterTimeout",
      "storeUsageHighWaterMark",
      "strictOrderDispatch",
      "tempQueue",
      "tempTopic",
      "timeBeforeDispatchStarts",
      "topic",
      "topicPrefetch",
      "useCache",
      "useConsumerPriority",
      "usePrefetchExtension",
      "useTopicSubscriptionInflightStats",
    ]
    policyMap                               = []
    prefetchRatePendingMessageLimitStrategy = ["multiplier"]
    priorityDispatchPolicy                  = []
    priorityNetworkDispatchPolicy           = []
    queryBasedSubscriptionRecoveryPolicy    = ["query"]
    queue                                   = ["DLQ", "physicalName"]
    redeliveryPlugin                        = ["fallbackToDeadLetter", "sendToDlqIfMaxRetriesExceeded"]
    redeliveryPolicy = [
      "backOffMultiplier",
      "collisionAvoidancePercent",
      "initialRedeliveryDelay",
      "maximumRedeliveries",
      "maximumRedeliveryDelay",
      "preDispatchCheck",
      "queue",
      "redeliveryDelay",
      "tempQueue",
      "tempTopic",
      "topic",
      "useCollisionAvoidance",
      "useExponentialBackOff",
    ]
    redeliveryPolicyEntries                   = []
    redeliveryPolicyMap                       = []
    retainedMessageSubscriptionRecoveryPolicy = []
    roundRobinDispatchPolicy                  = []
    sharedDeadLetterStrategy = [
      "enableAudit",
      "expiration",
      "maxAuditDepth",
      "maxProducersToAudit",
      "processExpired",
      "processNonPersistent",
    ]
    simpleDispatchPolicy                  = []
    simpleMessageGroupMapFactory          = []
    slowConsumerStrategy                  = []
    staticallyIncludedDestinations        = []
    statisticsBrokerPlugin                = []
    storeCursor                           = []
    storeDurableSubscriberCursor          = ["immediatePriorityDispatch", "useCache"]
    strictOrderDispatchPolicy             = []
    subscriptionRecoveryPolicy            = []
    systemUsage                           = ["sendFailIfNoSpace", "sendFailIfNoSpaceAfterTimeout"]
    tempDestinationAuthorizationEntry     = ["admin", "queue", "read", "tempQueue", "tempTopic", "topic", "write"]
    tempQueue                             = ["DLQ", "physicalName"]
    tempTopic                             = ["DLQ", "physicalName"]
    timeStampingBrokerPlugin              = ["futureOnly", "processNetworkMessages", "ttlCeiling", "zeroExpirationOverride"]
    timedSubscriptionRecoveryPolicy       = ["recoverDuration"]
    topic                                 = ["DLQ", "physicalName"]
    transportConnector                    = ["name", "rebalanceClusterClients", "updateClusterClients", "updateClusterClientsOnRemove"]
    transportConnectors                   = []
    uniquePropertyMessageEvictionStrategy = ["evictExpiredMessagesHighWatermark", "propertyName"]
    uri                                   = []
    virtualDestinationInterceptor         = []
    virtualDestinations                   = []
    virtualTopic = [
      "concurrentSend",
      "dropOnResourceLimit",
      "local",
      "name",
      "postfix",
      "prefix",
      "selectorAware",
      "setOriginalDestination",
      "transactedSend",
    ]
    vmCursor        = []
    vmDurableCursor = []
    vmQueueCursor   = []
    wrapped         = []
  }
}
