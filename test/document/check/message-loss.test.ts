import { checkDocument } from '../../../src/document/check/check-document';
import { parseXml } from '../../../src/document/xml/parse-xml';
import { shown } from '../../../src/util/phrase';

const policy = (entry: string): string =>
  `<destinationPolicy><policyMap><policyEntries><policyEntry queue="&gt;" ${entry}</policyEntries></policyMap></destinationPolicy>`;
const plugin = (element: string): string => `<plugins>${element}</plugins>`;
const strategy = (element: string): string =>
  policy(`><deadLetterStrategy>${element}</deadLetterStrategy></policyEntry>`);
const composite = (attributes: string, targets: string, name = 'compositeQueue'): string =>
  `<destinationInterceptors><virtualDestinationInterceptor><virtualDestinations><virtualTopic name="v"/><${name} name="orders" ${attributes}><forwardTo>${targets}</forwardTo></${name}></virtualDestinations></virtualDestinationInterceptor></destinationInterceptors>`;
const filter = (selector: string): string => `<filteredDestination queue="other" ${selector}/>`;

function found(body: string, attributes = ''): string[] {
  const text = `<broker xmlns="http://activemq.apache.org/schema/core" ${attributes}>${body}</broker>`;
  return checkDocument(parseXml(text), { engineVersion: '5.19', authenticationStrategy: 'simple' }).map(
    ({ severity, code, message, remedy }) => `${severity} ${code}: ${shown(message)}; ${shown(remedy ?? [])}`,
  );
}

/** A setting, what is said of it, and settings beside it of which nothing is said. */
interface Case {
  readonly body?: string;
  readonly attributes?: string;
  readonly finding: string;
  readonly harmless: readonly { readonly body?: string; readonly attributes?: string }[];
}

const number = (attribute: string, wrong: string, right: readonly string[], finding: string): Case => ({
  body: policy(`${attribute}="${wrong}"/>`),
  finding,
  harmless: right.map((value) => ({ body: policy(`${attribute}="${value}"/>`) })),
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
  'dead letters of queues in topics': {
    body: strategy('<individualDeadLetterStrategy useQueueForQueueMessages="false"/>'),
    finding:
      'warning dead-letters-dropped: useQueueForQueueMessages="false" sends the dead letters of queues to topics, which keep them for nobody but durable subscribers; remove it to keep dead letters in queues',
    harmless: [{ body: strategy('<individualDeadLetterStrategy useQueueForQueueMessages="true"/>') }],
  },
  'dead letters of topics in topics': {
    body: strategy('<individualDeadLetterStrategy useQueueForTopicMessages="false"/>'),
    finding:
      'warning dead-letters-dropped: useQueueForTopicMessages="false" sends the dead letters of topics to topics, which keep them for nobody but durable subscribers; remove it to keep dead letters in queues',
    harmless: [{ body: strategy('<individualDeadLetterStrategy useQueueForTopicMessages="true"/>') }],
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
      { body: composite('', filter(`selector="a = 1"`) + filter('')) },
      { body: composite('', `${filter(`selector="a = 1"`)}<queue physicalName="others"/>`) },
    ],
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
    expect(findings.filter((finding) => !/<discarding>|by default/.test(finding))).toEqual([]);
  }
});
