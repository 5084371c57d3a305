import { checkDocument } from '../../../src/document/check/check-document';
import { parseXml } from '../../../src/document/xml/parse-xml';
import { plainText, shown } from '../../../src/util/phrase';

const policy = (entry: string, destination = 'queue="&gt;"'): string =>
  `<destinationPolicy><policyMap><policyEntries><policyEntry ${destination} ${entry}</policyEntries></policyMap></destinationPolicy>`;
const plugin = (element: string): string => `<plugins>${element}</plugins>`;
const strategy = (element: string, destination?: string): string =>
  policy(`><deadLetterStrategy>${element}</deadLetterStrategy></policyEntry>`, destination);
const TOPICS = 'topic="&gt;"';
const shared = (queue: string): string =>
  `<sharedDeadLetterStrategy><deadLetterQueue>${queue}</deadLetterQueue></sharedDeadLetterStrategy>`;
const virtualTopic = (attributes: string): string =>
  `<destinationInterceptors><virtualDestinationInterceptor><virtualDestinations><virtualTopic name="v" ${attributes}/></virtualDestinations></virtualDestinationInterceptor></destinationInterceptors>`;
const composite = (attributes: string, targets: string, name = 'compositeQueue'): string =>
  `<destinationInterceptors><virtualDestinationInterceptor><virtualDestinations><virtualTopic name="v"/><${name} name="orders" ${attributes}><forwardTo>${targets}</forwardTo></${name}></virtualDestinations></virtualDestinationInterceptor></destinationInterceptors>`;
const filter = (selector: string): string => `<filteredDestination queue="other" ${selector}/>`;

function found(body: string, attributes = ''): string[] {
  const text = `<broker xmlns="http://activemq.apache.org/schema/core" ${attributes}>${body}</broker>`;
  return checkDocument(parseXml(text), { engineVersion: '5.19', authenticationStrategy: 'simple' }).map(
    ({ severity, code, message, remedy }) => `${severity} ${code}: ${shown(message)}; ${shown(remedy ?? [])}`,
  );
}

/** The first remedy, whole. */
function plain(body: string): string {
  const text = `<broker xmlns="http://activemq.apache.org/schema/core">${body}</broker>`;
  const [finding] = checkDocument(parseXml(text), { engineVersion: '5.19', authenticationStrategy: 'simple' });
  return plainText(finding.remedy ?? []);
}

/** A setting, what is said of it, and settings beside it of which nothing is said. */
interface Case {
  readonly body?: string;
  readonly attributes?: string;
  readonly finding: string;
  readonly harmless: readonly { readonly body?: string; readonly attributes?: string }[];
}

const number = (
  attribute: string,
  wrong: string,
  right: readonly string[],
  finding: string,
  destination?: string,
): Case => ({
  body: policy(`${attribute}="${wrong}"/>`, destination),
  finding,
  harmless: [
    ...right.map((value) => ({ body: policy(`${attribute}="${value}"/>`, destination) })),
    ...(destination === undefined ? [] : [{ body: policy(`${attribute}="${wrong}"/>`) }]),
  ],
});

const CASES: Readonly<Record<string, Case>> = {
  'messages in memory only': {
    attributes: 'persistent="FALSE"',
    finding:
      'warning not-persistent: persistent="FALSE" keeps all messages in memory: a failover or reboot loses them; remove it, unless the messages may be lost',
    harmless: [{ attributes: 'persistent="true"' }],
  },
  'messages deleted at each start': {
    attributes: 'deleteAllMessagesOnStartup="true"',
    finding:
      'warning messages-deleted: deleteAllMessagesOnStartup="true" deletes all messages at every failover and reboot; remove it, unless the messages may be lost',
    harmless: [{ attributes: 'deleteAllMessagesOnStartup="false"' }],
  },
  'a plugin that makes messages non-persistent by default': {
    body: plugin('<forcePersistencyModeBrokerPlugin/>'),
    finding:
      'warning not-persistent: <forcePersistencyModeBrokerPlugin> makes every message non-persistent: a failover or reboot loses them (persistenceFlag is false by default); set persistenceFlag="true", or remove the plugin',
    harmless: [{ body: plugin('<forcePersistencyModeBrokerPlugin persistenceFlag="true"/>') }],
  },
  'a plugin that makes messages non-persistent because it says so': {
    body: plugin('<forcePersistencyModeBrokerPlugin persistenceFlag="0"/>'),
    finding:
      'warning not-persistent: <forcePersistencyModeBrokerPlugin> makes every message non-persistent: a failover or reboot loses them (persistenceFlag="0"); set persistenceFlag="true", or remove the plugin',
    harmless: [{ body: plugin('<forcePersistencyModeBrokerPlugin persistenceFlag="1"/>') }],
  },
  'a journal that is never synced': {
    body: '<persistenceAdapter><kahaDB journalDiskSyncStrategy="never"/></persistenceAdapter>',
    finding:
      'warning disk-sync-never: journalDiskSyncStrategy="never" acknowledges messages before they are on disk: a crash may lose them; remove it',
    harmless: [{ body: '<persistenceAdapter><kahaDB journalDiskSyncStrategy="periodic"/></persistenceAdapter>' }],
  },
  'a forced time to live': {
    body: plugin('<timeStampingBrokerPlugin zeroExpirationOverride="90000"/>'),
    finding:
      'warning messages-expire: <timeStampingBrokerPlugin> with zeroExpirationOverride="90000" lets every message without a time to live expire after 1 minute 30 seconds; remove zeroExpirationOverride to keep messages until they are consumed',
    harmless: [
      { body: plugin('<timeStampingBrokerPlugin zeroExpirationOverride="0"/>') },
      { body: plugin('<timeStampingBrokerPlugin ttlCeiling="1000"/>') },
    ],
  },
  'a forced time to live above the greatest one': {
    body: plugin('<timeStampingBrokerPlugin ttlCeiling="60000" zeroExpirationOverride="90000"/>'),
    finding:
      'warning messages-expire: <timeStampingBrokerPlugin> with zeroExpirationOverride="90000" lets every message without a time to live expire after 1 minute; remove zeroExpirationOverride to keep messages until they are consumed',
    harmless: [],
  },
  'a forced time to live below the greatest one': {
    body: plugin('<timeStampingBrokerPlugin ttlCeiling="120000" zeroExpirationOverride="60000"/>'),
    finding:
      'warning messages-expire: <timeStampingBrokerPlugin> with zeroExpirationOverride="60000" lets every message without a time to live expire after 1 minute; remove zeroExpirationOverride to keep messages until they are consumed',
    harmless: [],
  },
  'a plugin that deletes all dead letters by default': {
    body: plugin('<discardingDLQBrokerPlugin/>'),
    finding:
      'warning dead-letters-dropped: <discardingDLQBrokerPlugin> deletes every dead letter: messages that expire or fail too often are lost (dropAll is true by default); remove the plugin to keep dead letters in a dead-letter queue',
    harmless: [{ body: plugin('<discardingDLQBrokerPlugin dropAll="false"/>') }],
  },
  'a plugin that deletes some dead letters': {
    body: plugin('<discardingDLQBrokerPlugin dropAll="false" dropOnly="orders.*"/>'),
    finding:
      'warning dead-letters-dropped: <discardingDLQBrokerPlugin> deletes the dead letters of destinations that match "orders.*"; remove the plugin to keep dead letters in a dead-letter queue',
    harmless: [{ body: plugin('<discardingDLQBrokerPlugin dropAll="false" dropOnly=" "/>') }],
  },
  'a strategy that deletes dead letters': {
    body: strategy('<discarding/>'),
    finding:
      'warning dead-letters-dropped: <discarding> deletes the dead letters of these destinations: messages that expire or fail too often are lost; use individualDeadLetterStrategy or sharedDeadLetterStrategy to keep them',
    harmless: [
      { body: strategy('<sharedDeadLetterStrategy/>') },
      { body: strategy('<individualDeadLetterStrategy/>') },
    ],
  },
  'dead letters in one topic': {
    body: strategy(shared('<topic physicalName="dead"/>')),
    finding:
      'warning dead-letters-dropped: <sharedDeadLetterStrategy> sends dead letters to <topic> "dead", which keeps them for nobody who is not connected; write a queue with a name of its own',
    harmless: [{ body: strategy(shared('<queue physicalName="dead"/>')) }],
  },
  'dead letters in the queue that they come from': {
    body: strategy(shared('<queue physicalName="bills"/>'), 'queue="bills"'),
    finding:
      'warning dead-letters-dropped: <sharedDeadLetterStrategy> makes "bills" its own dead-letter queue: ActiveMQ deletes a message that is in it twice; write a queue with a name of its own',
    harmless: [
      { body: strategy(shared('<queue physicalName="bills"/>'), 'queue="bills.new"') },
      { body: strategy(shared('<queue physicalName="bills"/>'), 'topic="bills"') },
    ],
  },
  'messages of a virtual topic that no connected consumer selects': {
    body: virtualTopic('selectorAware="true"'),
    finding:
      'warning unmatched-lost: selectorAware="true" passes a message only to queues with a connected consumer that selects it: what is published while a group has none is lost to it; remove it to keep messages for consumers that are away',
    harmless: [{ body: virtualTopic('selectorAware="false"') }],
  },
  'mirrored queues that an interceptor switches off': {
    attributes: 'useMirroredQueues="true"',
    body: virtualTopic(''),
    finding:
      'warning virtual-topics-lost: useMirroredQueues="true" mirrors no queue, because the document declares <destinationInterceptors>; add <mirroredQueue copyMessage="true"/> to it, or remove useMirroredQueues',
    harmless: [
      { attributes: 'useMirroredQueues="true"' },
      { attributes: 'useMirroredQueues="false"', body: virtualTopic('') },
      {
        attributes: 'useMirroredQueues="true"',
        body: virtualTopic('').replace('<virtualDestinationInterceptor>', '<mirroredQueue/>$&'),
      },
    ],
  },
  'dead letters of queues in topics': {
    body: strategy('<individualDeadLetterStrategy useQueueForQueueMessages="false"/>'),
    finding:
      'warning dead-letters-dropped: useQueueForQueueMessages="false" sends the dead letters of queues to topics, which keep them for nobody but durable subscribers; remove it to keep dead letters in queues',
    harmless: [
      { body: strategy('<individualDeadLetterStrategy useQueueForQueueMessages="true"/>') },
      { body: strategy('<individualDeadLetterStrategy useQueueForQueueMessages="false"/>', TOPICS) },
    ],
  },
  'dead letters of topics in topics': {
    body: strategy('<individualDeadLetterStrategy useQueueForTopicMessages="false"/>', TOPICS),
    finding:
      'warning dead-letters-dropped: useQueueForTopicMessages="false" sends the dead letters of topics to topics, which keep them for nobody but durable subscribers; remove it to keep dead letters in queues',
    harmless: [
      { body: strategy('<individualDeadLetterStrategy useQueueForTopicMessages="true"/>', TOPICS) },
      { body: strategy('<individualDeadLetterStrategy useQueueForTopicMessages="false"/>') },
    ],
  },
  'a queue that is its own dead-letter queue': {
    body: strategy('<individualDeadLetterStrategy queuePrefix=""/>'),
    finding:
      'warning dead-letters-dropped: queuePrefix="" makes each queue its own dead-letter queue: ActiveMQ deletes a message that is in it twice; remove queuePrefix, or set queueSuffix=".DLQ"',
    harmless: [
      { body: strategy('<individualDeadLetterStrategy queuePrefix="DLQ."/>') },
      { body: strategy('<individualDeadLetterStrategy queuePrefix="" queueSuffix=".DLQ"/>') },
      { body: strategy('<individualDeadLetterStrategy queuePrefix=""/>', TOPICS) },
    ],
  },
  'redelivery that gives up on messages': {
    attributes: 'schedulerSupport="true"',
    body: plugin('<redeliveryPlugin sendToDlqIfMaxRetriesExceeded="false"/>'),
    finding:
      'warning dead-letters-dropped: sendToDlqIfMaxRetriesExceeded="false" deletes messages that failed as often as their redelivery policy allows; remove it to keep these messages in a dead-letter queue',
    harmless: [
      {
        attributes: 'schedulerSupport="true"',
        body: plugin('<redeliveryPlugin sendToDlqIfMaxRetriesExceeded="true"/>'),
      },
    ],
  },
  'redelivery without a fallback': {
    attributes: 'schedulerSupport="true"',
    body: plugin('<redeliveryPlugin fallbackToDeadLetter="false"/>'),
    finding:
      'warning dead-letters-dropped: fallbackToDeadLetter="false" deletes messages that fail at a destination without a redelivery policy; remove it to keep these messages in a dead-letter queue',
    harmless: [
      { attributes: 'schedulerSupport="true"', body: plugin('<redeliveryPlugin fallbackToDeadLetter="true"/>') },
    ],
  },
  'no messages per page': number(
    'maxPageSize',
    '0',
    ['1', '200'],
    'warning never-delivered: maxPageSize="0" stops the delivery of messages: ActiveMQ reads none of them from the store; write at least 1, or remove it for the default of 200',
  ),
  'no memory for a cursor': number(
    'cursorMemoryHighWaterMark',
    '0',
    ['1'],
    'warning never-delivered: cursorMemoryHighWaterMark="0" stops the delivery of messages: ActiveMQ keeps none of them in memory; write a percentage of at least 1, or remove it for the default of 70',
  ),
  'no messages per page of a browser': number(
    'maxBrowsePageSize',
    '-1',
    ['1'],
    'warning never-delivered: maxBrowsePageSize="-1" hides messages from browsers such as the web console: ActiveMQ reads none of them from the store; write at least 1, or remove it for the default of 400',
  ),
  'fewer consumers than none': number(
    'consumersBeforeDispatchStarts',
    '-1',
    ['0', '2'],
    'warning never-delivered: consumersBeforeDispatchStarts="-1" rejects every consumer of these destinations; write at least 0, or remove it',
  ),
  'fewer messages for a consumer than none': number(
    'queuePrefetch',
    '-1',
    ['0', '1'],
    'warning never-delivered: queuePrefetch="-1" stops the delivery of messages: consumers ask for none; write at least 0, or remove it for the default of 1000',
  ),
  'fewer messages for a subscriber than none': number(
    'topicPrefetch',
    '-1',
    ['0'],
    'warning never-delivered: topicPrefetch="-1" stops the delivery of messages: subscribers ask for none; write at least 0, or remove it for the default of 32767',
    TOPICS,
  ),
  'fewer messages for a durable subscriber than none': number(
    'durableTopicPrefetch',
    '-1',
    ['0', '100'],
    'warning never-delivered: durableTopicPrefetch="-1" stops the delivery of messages to durable subscribers: they ask for none; write at least 0, or remove it for the default of 100',
    TOPICS,
  ),
  'a period that is too long for a timer': number(
    'expireMessagesPeriod',
    '9223372036854775807',
    ['0', '-1', '9000000000000000000'],
    'warning never-delivered: expireMessagesPeriod="9223372036854775807" rejects every client of these destinations: Java has no timer for so long a period; write 0 for never, or remove it for the default of 30000',
  ),
  'no destinations': number(
    'maxDestinations',
    '0',
    ['-1', '1'],
    'warning never-delivered: maxDestinations="0" lets ActiveMQ make no such destination: it rejects every client that uses one; remove it, unless nobody may use these destinations',
  ),
  'fewer bytes than none for the messages that a subscriber missed': {
    body: policy(
      '><subscriptionRecoveryPolicy><fixedSizedSubscriptionRecoveryPolicy maximumSize="-1"/></subscriptionRecoveryPolicy></policyEntry>',
      TOPICS,
    ),
    finding:
      'warning never-delivered: maximumSize="-1" rejects every client: ActiveMQ keeps the messages of advisory topics by this policy too; write a number of bytes of at least 0, or remove it for the default of 65536',
    harmless: [
      {
        body: policy(
          '><subscriptionRecoveryPolicy><fixedSizedSubscriptionRecoveryPolicy maximumSize="0"/></subscriptionRecoveryPolicy></policyEntry>',
          TOPICS,
        ),
      },
    ],
  },
  'fewer messages for a browser than none': number(
    'queueBrowserPrefetch',
    '-1',
    ['0'],
    'warning never-delivered: queueBrowserPrefetch="-1" stops browsers such as the web console: they wait for messages without end; write at least 0, or remove it for the default of 500',
  ),
  'a store that counts as full': number(
    'storeUsageHighWaterMark',
    '0',
    ['1', '100'],
    'warning never-delivered: storeUsageHighWaterMark="0" blocks every sender of persistent messages: the store counts as full; write a percentage of at least 1, or remove it for the default of 100',
  ),
  'a policy that needs a query': {
    body: policy(
      '><subscriptionRecoveryPolicy><queryBasedSubscriptionRecoveryPolicy/></subscriptionRecoveryPolicy></policyEntry>',
      TOPICS,
    ),
    finding:
      'warning never-delivered: <queryBasedSubscriptionRecoveryPolicy> rejects every client of these topics: it needs a query, a Java object that no document can contain; use another subscription recovery policy',
    harmless: [
      {
        body: policy(
          '><subscriptionRecoveryPolicy><lastImageSubscriptionRecoveryPolicy/></subscriptionRecoveryPolicy></policyEntry>',
          TOPICS,
        ),
      },
    ],
  },
  'no room for messages to recover': {
    body: policy(
      '><subscriptionRecoveryPolicy><fixedCountSubscriptionRecoveryPolicy maximumSize="0"/></subscriptionRecoveryPolicy></policyEntry>',
      TOPICS,
    ),
    finding:
      'warning never-delivered: maximumSize="0" rejects every client: ActiveMQ keeps the messages of advisory topics by this policy too; write at least 1, or remove it for the default of 100',
    harmless: [
      {
        body: policy(
          '><subscriptionRecoveryPolicy><fixedCountSubscriptionRecoveryPolicy maximumSize="1"/></subscriptionRecoveryPolicy></policyEntry>',
          TOPICS,
        ),
      },
    ],
  },
  'a count of uncommitted messages': {
    attributes: 'maxUncommittedCount="1"',
    finding:
      'warning never-delivered: maxUncommittedCount="1" rejects every message that is sent outside a transaction: ActiveMQ 5.19.1 looks for one there too; remove it, unless all clients send in transactions',
    harmless: [{ attributes: 'maxUncommittedCount="0"' }, { attributes: 'maxUncommittedCount="-1"' }],
  },
  'no buckets for groups': {
    body: policy(
      '><messageGroupMapFactory><messageGroupHashBucketFactory bucketCount="0"/></messageGroupMapFactory></policyEntry>',
    ),
    finding:
      'warning never-delivered: bucketCount="0" stops the delivery of messages that belong to a group; write at least 1, or remove it for the default of 1024',
    harmless: [
      {
        body: policy(
          '><messageGroupMapFactory><messageGroupHashBucketFactory bucketCount="1"/></messageGroupMapFactory></policyEntry>',
        ),
      },
    ],
  },
  'a period of nothing': {
    body: policy(
      '><slowConsumerStrategy><abortSlowAckConsumerStrategy checkPeriod="0"/></slowConsumerStrategy></policyEntry>',
    ),
    finding:
      'warning never-delivered: checkPeriod="0" rejects every consumer of these destinations; write a number of milliseconds of at least 1, or remove it for the default of 30000',
    harmless: [
      {
        body: policy(
          '><slowConsumerStrategy><abortSlowAckConsumerStrategy checkPeriod="1"/></slowConsumerStrategy></policyEntry>',
        ),
      },
    ],
  },
  'a priority below that of any thread': {
    attributes: 'taskRunnerPriority="0"',
    finding:
      'warning never-delivered: taskRunnerPriority="0" rejects every client: Java has no such priority; write 1 to 10, or remove it',
    harmless: [{ attributes: 'taskRunnerPriority="1"' }, { attributes: 'taskRunnerPriority="10"' }],
  },
  'a priority above that of any thread': {
    attributes: 'taskRunnerPriority="11"',
    finding:
      'warning never-delivered: taskRunnerPriority="11" rejects every client: Java has no such priority; write 1 to 10, or remove it',
    harmless: [],
  },
  'a composite queue with selectors only': {
    body: composite('', filter(`selector="a = 1"`)),
    finding:
      'warning unmatched-lost: <compositeQueue> forwards only what matches a selector, and other messages are lost; set sendWhenNotMatched="true" to keep them at this destination, or add a queue for them to <forwardTo>',
    harmless: [
      { body: composite('forwardOnly="false"', filter(`selector="a = 1"`)) },
      { body: composite('sendWhenNotMatched="true"', filter(`selector="a = 1"`)) },
      { body: composite('', filter(`selector="a = 1"`) + filter('selector="TRUE"')) },
      { body: composite('', `${filter(`selector="a = 1"`)}<queue physicalName="others"/>`) },
    ],
  },
  'a composite queue without a target': {
    body: composite('', ''),
    finding:
      'warning unmatched-lost: <compositeQueue> forwards to nothing, and every message is lost; set sendWhenNotMatched="true" to keep them at this destination, or add a queue for them to <forwardTo>',
    harmless: [{ body: composite('forwardOnly="false"', '') }],
  },
  'a target that takes nothing': {
    body: composite('forwardOnly="false"', filter('')),
    finding:
      'warning never-delivered: <filteredDestination> has no selector, so it never receives a message; add a selector, or write <queue> or <topic> with a physicalName',
    harmless: [],
  },
  'a target of another connection': {
    body: composite('forwardOnly="false"', '<tempTopic physicalName="other"/>'),
    finding:
      'warning never-delivered: <tempTopic> belongs to one connection and does not exist here: every send fails; write <queue> or <topic>',
    harmless: [],
  },
  'a composite topic with selectors only': {
    body: composite('forwardOnly="true"', filter(`selector="a = 1"`), 'compositeTopic'),
    finding:
      'warning unmatched-lost: <compositeTopic> forwards only what matches a selector, and other messages are lost; set sendWhenNotMatched="true" to keep them at this destination, or add a queue for them to <forwardTo>',
    harmless: [],
  },
};

test.each(Object.entries(CASES))(
  '%s: the check warns of it, and of nothing else',
  (_, { body, attributes, finding }) => {
    expect(found(body ?? '', attributes)).toEqual([finding]);
  },
);

test.each(Object.entries(CASES).filter(([, { harmless }]) => harmless.length > 0))(
  'what is beside %s: the check does not warn of it',
  (_, { harmless }) => {
    for (const { body, attributes } of harmless) expect(found(body ?? '', attributes)).toEqual([]);
  },
);

test('a value that only Terraform knows is not judged', () => {
  const token = '${TfToken[TOKEN.7]}';
  for (const { body = '', attributes = '' } of Object.values(CASES)) {
    const unknown = (text: string): string =>
      text.replaceAll(/(?<!queue|name|v)="(?!&gt;|other|orders|v")[^"]*"/g, `="${token}"`);
    const findings = found(unknown(body), unknown(attributes));
    expect(
      findings.filter(
        (finding) => !/<discarding>|by default|forwards to nothing|no selector|<tempTopic>|<queryBased/.test(finding),
      ),
    ).toEqual([]);
  }
});

const destinations = (...inside: string[]): string =>
  `<virtualDestinationInterceptor><virtualDestinations>${inside.join('')}</virtualDestinations></virtualDestinationInterceptor>`;
const forwarding = (kind: 'Queue' | 'Topic', name: string, ...targets: string[]): string =>
  `<composite${kind} name="${name}"><forwardTo>${targets.join('')}</forwardTo></composite${kind}>`;
const queue = (name: string): string => `<queue physicalName="${name}"/>`;
const topic = (name: string): string => `<topic physicalName="${name}"/>`;
const EVENTS = '<virtualTopic name="events.&gt;" prefix="Consumer.*."/>';
const mirrored = '<mirroredQueue prefix="mirror."/>';
const ITSELF = 'remove it from forwardTo; forwardOnly="false" keeps the original message';
const ONE = 'remove one of the destinations from its forwardTo';

function circle(way: string, remedy: string): string {
  const [start] = way.split(' → ');
  return `${start} forwards in a circle${way.slice(start.length)}: every send fails with a StackOverflowError; ${remedy}`;
}

// Each is sent to in MessageLossTest, or is one of these by other names.
test.each<[what: string, interceptors: string, finding: string | undefined]>([
  [
    'through a list of names',
    destinations(EVENTS, forwarding('Queue', 'a, b', queue('b'))),
    circle('"b" → "b"', ITSELF),
  ],
  ['to a list of names', destinations(EVENTS, forwarding('Queue', 'a', queue('c, a'))), circle('"a" → "a"', ITSELF)],
  [
    'to a name with options',
    destinations(EVENTS, forwarding('Queue', 'a', queue('a?x=1'))),
    circle('"a" → "a"', ITSELF),
  ],
  [
    'through a virtual topic',
    destinations(EVENTS, forwarding('Queue', 'Consumer.x.events.y', topic('events.y'))),
    circle('"Consumer.x.events.y" → "Consumer.x.events.y"', ONE),
  ],
  [
    'through a virtual topic and another queue',
    destinations(
      EVENTS,
      forwarding('Queue', 'a', topic('events.y')),
      forwarding('Queue', 'Consumer.x.events.y', queue('a')),
    ),
    circle('"a" → "Consumer.x.events.y" → "a"', ONE),
  ],
  [
    'through a mirrored queue',
    mirrored + destinations(EVENTS, forwarding('Topic', 'mirror.a', queue('a'))),
    circle('"mirror.a" → "mirror.a"', ONE),
  ],
  [
    'through a virtual topic with the prefix of ActiveMQ',
    destinations('<virtualTopic name="events"/>', forwarding('Queue', 'Consumer.x.events', topic('events'))),
    circle('"Consumer.x.events" → "Consumer.x.events"', ONE),
  ],
  [
    'through a mirrored queue with the prefix of ActiveMQ',
    '<mirroredQueue/>' + destinations(EVENTS, forwarding('Topic', 'VirtualTopic.Mirror.a', queue('a'))),
    circle('"VirtualTopic.Mirror.a" → "VirtualTopic.Mirror.a"', ONE),
  ],
  [
    'a pattern to a pattern that some name matches as well',
    destinations(EVENTS, forwarding('Queue', 'a.*', queue('*.b'))),
    circle('"a.*" → "a.*"', ITSELF),
  ],
  [
    'a pattern to what is above it',
    destinations(EVENTS, forwarding('Queue', 'orders.&gt;', queue('orders'))),
    circle('"orders.>" → "orders.>"', ITSELF),
  ],
  [
    'a pattern to a pattern, and back',
    destinations(EVENTS, forwarding('Queue', 'a.*', queue('*.b.c')), forwarding('Queue', 'x.*.c', queue('a.*'))),
    circle('"a.*" → "x.*.c" → "a.*"', ONE),
  ],
  [
    'to a list with a topic in it',
    destinations(EVENTS, forwarding('Queue', 'a', queue('b,topic://c')), forwarding('Topic', 'c', queue('a'))),
    circle('"a" → "c" → "a"', ONE),
  ],
  [
    'a pattern to a pattern that no name matches as well',
    destinations(EVENTS, forwarding('Queue', 'a.*', queue('b.*'))),
    undefined,
  ],
  [
    'to one name that begins like a list',
    destinations(EVENTS, forwarding('Queue', 'a', queue('queue://a'))),
    undefined,
  ],
  ['to a topic of the same name', destinations(EVENTS, forwarding('Queue', 'a', topic('a'))), undefined],
  [
    'to a topic of the same name, and back',
    destinations(EVENTS, forwarding('Queue', 'a', topic('a')), forwarding('Topic', 'a', queue('a'))),
    circle('"a" → "a" → "a"', ONE),
  ],
  [
    'to a list with a topic of a longer name in it',
    destinations(EVENTS, forwarding('Queue', 'a', queue('b,topic://news')), forwarding('Topic', 'news', queue('a'))),
    circle('"a" → "news" → "a"', ONE),
  ],
  [
    'to a name that only has "queue://" in it',
    destinations(EVENTS, forwarding('Queue', 'a', queue('b,x-queue://a'))),
    undefined,
  ],
  ['to nothing behind a comma', destinations(EVENTS, forwarding('Queue', 'a,', queue('b,'))), undefined],
  ['to topics of the same pattern', destinations(EVENTS, forwarding('Queue', 'a.*', topic('a.*'))), undefined],
  [
    'to another virtual topic',
    destinations(EVENTS, forwarding('Queue', 'Consumer.x.events.y', topic('events.z'))),
    undefined,
  ],
  [
    'through a virtual topic whose prefix is not known',
    destinations('<virtualTopic name="&gt;" prefix="${TfToken[TOKEN.7]}"/>', forwarding('Queue', 'a', topic('a'))),
    undefined,
  ],
  ['to another queue', mirrored + destinations(EVENTS, forwarding('Topic', 'mirror.a', queue('b'))), undefined],
])('a destination that forwards %s', (_what, interceptors, finding) => {
  const circles = found(`<destinationInterceptors>${interceptors}</destinationInterceptors>`).filter((one) =>
    one.includes('forwards-in-a-circle'),
  );
  expect(circles).toEqual(finding === undefined ? [] : [expect.stringContaining(finding)]);
});

test('a composite queue whose only target takes nothing forwards to nothing', () => {
  expect(found(composite('', filter('')))).toEqual([
    expect.stringContaining('<compositeQueue> forwards to nothing'),
    expect.stringContaining('<filteredDestination> has no selector'),
  ]);
});

test('a composite queue that says of no targets is an error, and nothing besides', () => {
  const body = destinations('<virtualTopic name="v"/>', '<compositeQueue name="a"/>');
  expect(found(`<destinationInterceptors>${body}</destinationInterceptors>`)).toEqual([
    expect.stringMatching(/^error element-missing: <compositeQueue> has no <forwardTo>/),
  ]);
});

test('of patterns that forward to themselves, those within a hundred thousand comparisons are found', () => {
  const composites = Array.from({ length: 250 }, (_, index) =>
    forwarding('Queue', `a${index}.*`, queue(`b${index}.*`), queue(`a${index}.*`)),
  );
  const findings = found(`<destinationInterceptors>${destinations(...composites)}</destinationInterceptors>`);
  const circles = findings.filter((one) => one.includes('forwards-in-a-circle'));
  expect(circles).toHaveLength(100_000 / (250 * 2));
  expect(circles.at(-1)).toContain('"a199.*" forwards in a circle');
});

test('virtual topics that a mirrored queue switches off: the remedy has all that is missing', () => {
  const added =
    '<virtualDestinationInterceptor><virtualDestinations><virtualTopic name="VirtualTopic.>" prefix="Consumer.*."/></virtualDestinations></virtualDestinationInterceptor>';
  const [finding] = found(`<destinationInterceptors>${mirrored}</destinationInterceptors>`);
  expect(finding).toContain('warning virtual-topics-lost');
  expect(found(`<destinationInterceptors>${mirrored}${added}</destinationInterceptors>`)).toEqual([]);
  expect(plain(`<destinationInterceptors>${mirrored}</destinationInterceptors>`)).toContain(`add ${added} to it`);
});
