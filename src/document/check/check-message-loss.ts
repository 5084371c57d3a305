import { type Phrase, phrase, quoted, wordsOfFact } from '../../util/phrase';
import { type Attribute, type Element } from '../xml/element';
import { type KeptElements } from './check-structure';
import { type DocumentRuleCode } from './document-rules';
import { durationInWords } from './duration-in-words';
import { setting, tag } from './element-words';
import { elementsWith } from './elements-with';
import { type FindingList } from './finding-list';
import { attributeReading, attributeSaying, knownAttribute, knownNumber, switchedTo } from './known-value';
import { LONGEST_PERIOD } from './start-demands';

/** A setting by which messages are lost or never delivered. */
interface LossRule {
  readonly element: string;
  readonly code: DocumentRuleCode;
  /** What the element does, and the attribute that says so; none where a default says it. */
  readonly effect: (element: Element) => { readonly message: Phrase; readonly attribute?: Attribute } | undefined;
  readonly remedy: string;
  /** The attribute without which it finds nothing. */
  readonly attribute?: string;
}

/** A number that the schemas permit, and with which ActiveMQ starts, but does not do its work. */
interface NumberRule {
  readonly element: string;
  readonly attribute: string;
  readonly least: number;
  readonly most?: number;
  /** The destinations for which ActiveMQ reads it; all where this is left out. */
  readonly of?: 'queue' | 'topic';
  readonly effect: string;
  readonly remedy: string;
}

const NUMBERS: readonly NumberRule[] = [
  {
    element: 'policyEntry',
    attribute: 'maxPageSize',
    least: 1,
    effect: 'stops the delivery of messages: ActiveMQ reads none of them from the store',
    remedy: 'write at least 1, or remove it for the default of 200',
  },
  {
    element: 'policyEntry',
    attribute: 'cursorMemoryHighWaterMark',
    least: 1,
    effect: 'stops the delivery of messages: ActiveMQ keeps none of them in memory',
    remedy: 'write a percentage of at least 1, or remove it for the default of 70',
  },
  {
    element: 'policyEntry',
    attribute: 'maxBrowsePageSize',
    least: 1,
    effect: 'hides messages from browsers such as the web console: ActiveMQ reads none of them from the store',
    remedy: 'write at least 1, or remove it for the default of 400',
  },
  {
    element: 'policyEntry',
    attribute: 'queuePrefetch',
    least: 0,
    of: 'queue',
    effect: 'stops the delivery of messages: consumers ask for none',
    remedy: 'write at least 0, or remove it for the default of 1000',
  },
  {
    element: 'policyEntry',
    attribute: 'topicPrefetch',
    least: 0,
    of: 'topic',
    effect: 'stops the delivery of messages: subscribers ask for none',
    remedy: 'write at least 0, or remove it for the default of 32767',
  },
  {
    element: 'policyEntry',
    attribute: 'durableTopicPrefetch',
    least: 0,
    of: 'topic',
    effect: 'stops the delivery of messages to durable subscribers: they ask for none',
    remedy: 'write at least 0, or remove it for the default of 100',
  },
  {
    element: 'policyEntry',
    attribute: 'expireMessagesPeriod',
    least: -Infinity,
    most: LONGEST_PERIOD,
    effect: 'rejects every client of these destinations: Java has no timer for so long a period',
    remedy: 'write 0 for never, or remove it for the default of 30000',
  },
  {
    element: 'policyEntry',
    attribute: 'queueBrowserPrefetch',
    least: 0,
    of: 'queue',
    effect: 'stops browsers such as the web console: they wait for messages without end',
    remedy: 'write at least 0, or remove it for the default of 500',
  },
  {
    element: 'policyEntry',
    attribute: 'storeUsageHighWaterMark',
    least: 1,
    effect: 'blocks every sender of persistent messages: the store counts as full',
    remedy: 'write a percentage of at least 1, or remove it for the default of 100',
  },
  {
    element: 'policyEntry',
    attribute: 'consumersBeforeDispatchStarts',
    least: 0,
    effect: 'rejects every consumer of these destinations',
    remedy: 'write at least 0, or remove it',
  },
  {
    element: 'messageGroupHashBucketFactory',
    attribute: 'bucketCount',
    least: 1,
    effect: 'stops the delivery of messages that belong to a group',
    remedy: 'write at least 1, or remove it for the default of 1024',
  },
  {
    element: 'abortSlowAckConsumerStrategy',
    attribute: 'checkPeriod',
    least: 1,
    effect: 'rejects every consumer of these destinations',
    remedy: 'write a number of milliseconds of at least 1, or remove it for the default of 30000',
  },
  {
    element: 'fixedCountSubscriptionRecoveryPolicy',
    attribute: 'maximumSize',
    least: 1,
    effect: 'rejects every client: ActiveMQ keeps the messages of advisory topics by this policy too',
    remedy: 'write at least 1, or remove it for the default of 100',
  },
  {
    element: 'fixedSizedSubscriptionRecoveryPolicy',
    attribute: 'maximumSize',
    least: 0,
    effect: 'rejects every client: ActiveMQ keeps the messages of advisory topics by this policy too',
    remedy: 'write a number of bytes of at least 0, or remove it for the default of 65536',
  },
  {
    element: 'broker',
    attribute: 'maxUncommittedCount',
    least: -Infinity,
    most: 0,
    effect: 'rejects every message that is sent outside a transaction: ActiveMQ 5.19.1 looks for one there too',
    remedy: 'remove it, unless all clients send in transactions',
  },
  {
    element: 'broker',
    attribute: 'taskRunnerPriority',
    least: 1,
    most: 10,
    effect: 'rejects every client: Java has no such priority',
    remedy: 'write 1 to 10, or remove it',
  },
];

const LOSS_RULES: readonly LossRule[] = [
  {
    element: 'broker',
    code: 'not-persistent',
    effect: (broker) =>
      effectOf(
        attributeReading(broker, 'persistent', 'false'),
        'keeps all messages in memory: a failover or reboot loses them',
      ),
    remedy: 'remove it, unless the messages may be lost',
  },
  {
    element: 'broker',
    code: 'messages-deleted',
    effect: (broker) =>
      effectOf(
        attributeReading(broker, 'deleteAllMessagesOnStartup', 'true'),
        'deletes all messages at every failover and reboot',
      ),
    remedy: 'remove it, unless the messages may be lost',
  },
  {
    element: 'forcePersistencyModeBrokerPlugin',
    code: 'not-persistent',
    effect: (plugin) =>
      effectByDefault(
        plugin,
        'persistenceFlag',
        false,
        'makes every message non-persistent: a failover or reboot loses them',
      ),
    remedy: 'set persistenceFlag="true", or remove the plugin',
  },
  {
    element: 'kahaDB',
    code: 'disk-sync-never',
    effect: (store) =>
      effectOf(
        attributeReading(store, 'journalDiskSyncStrategy', 'never'),
        'acknowledges messages before they are on disk: a crash may lose them',
      ),
    remedy: 'remove it',
  },
  {
    element: 'timeStampingBrokerPlugin',
    code: 'messages-expire',
    effect: (plugin) => {
      const attribute = knownAttribute(plugin, 'zeroExpirationOverride');
      const milliseconds = knownNumber(attribute) ?? 0;
      if (attribute === undefined || milliseconds <= 0) return undefined;
      const ceiling = knownNumber(knownAttribute(plugin, 'ttlCeiling')) ?? 0;
      const time = wordsOfFact(durationInWords(ceiling > 0 ? Math.min(ceiling, milliseconds) : milliseconds));
      const message = phrase`${tag(plugin.name)} with ${setting(attribute)} lets every message without a time to live expire after ${time}`;
      return { attribute, message };
    },
    remedy: 'remove zeroExpirationOverride to keep messages until they are consumed',
  },
  {
    element: 'discardingDLQBrokerPlugin',
    code: 'dead-letters-dropped',
    effect: (plugin) =>
      effectByDefault(
        plugin,
        'dropAll',
        true,
        'deletes every dead letter: messages that expire or fail too often are lost',
      ) ?? dropsSome(plugin),
    remedy: 'remove the plugin to keep dead letters in a dead-letter queue',
  },
  {
    element: 'discarding',
    code: 'dead-letters-dropped',
    effect: (strategy) => ({
      message: phrase`${tag(strategy.name)} deletes the dead letters of these destinations: messages that expire or fail too often are lost`,
    }),
    remedy: 'use individualDeadLetterStrategy or sharedDeadLetterStrategy to keep them',
  },
  {
    element: 'individualDeadLetterStrategy',
    code: 'dead-letters-dropped',
    effect: (strategy) => toTopics(strategy, 'useQueueForQueueMessages', 'queue'),
    remedy: 'remove it to keep dead letters in queues',
  },
  {
    element: 'individualDeadLetterStrategy',
    code: 'dead-letters-dropped',
    effect: (strategy) => toTopics(strategy, 'useQueueForTopicMessages', 'topic'),
    remedy: 'remove it to keep dead letters in queues',
  },
  {
    element: 'individualDeadLetterStrategy',
    code: 'dead-letters-dropped',
    effect: toOwnQueue,
    remedy: 'remove queuePrefix, or set queueSuffix=".DLQ"',
  },
  {
    element: 'sharedDeadLetterStrategy',
    code: 'dead-letters-dropped',
    effect: toNoQueue,
    remedy: 'write a queue with a name of its own',
  },
  {
    element: 'virtualTopic',
    code: 'unmatched-lost',
    effect: (topic) =>
      effectOf(
        attributeSaying(topic, 'selectorAware', true),
        'passes a message only to queues with a connected consumer that selects it: what is published while a group has none is lost to it',
      ),
    remedy: 'remove it to keep messages for consumers that are away',
  },
  {
    element: 'queryBasedSubscriptionRecoveryPolicy',
    code: 'never-delivered',
    effect: (policy) =>
      policy.attribute('query') === undefined
        ? {
            message: phrase`${tag(policy.name)} rejects every client of these topics: it needs a query, a Java object that no document can contain`,
          }
        : undefined,
    remedy: 'use another subscription recovery policy',
  },
  {
    element: 'policyEntry',
    code: 'never-delivered',
    effect: (entry) => {
      const attribute = knownAttribute(entry, 'maxDestinations');
      if (knownNumber(attribute) !== 0) return undefined;
      return effectOf(attribute, 'lets ActiveMQ make no such destination: it rejects every client that uses one');
    },
    remedy: 'remove it, unless nobody may use these destinations',
    attribute: 'maxDestinations',
  },
  {
    element: 'redeliveryPlugin',
    code: 'dead-letters-dropped',
    effect: (plugin) =>
      effectOf(
        attributeSaying(plugin, 'sendToDlqIfMaxRetriesExceeded', false),
        'deletes messages that failed as often as their redelivery policy allows',
      ),
    remedy: 'remove it to keep these messages in a dead-letter queue',
  },
  {
    element: 'redeliveryPlugin',
    code: 'dead-letters-dropped',
    effect: (plugin) =>
      effectOf(
        attributeSaying(plugin, 'fallbackToDeadLetter', false),
        'deletes messages that fail at a destination without a redelivery policy',
      ),
    remedy: 'remove it to keep these messages in a dead-letter queue',
  },
  ...NUMBERS.map(({ element, attribute: name, least, most = Infinity, of, effect, remedy }): LossRule => ({
    element,
    code: 'never-delivered',
    effect: (found) => {
      if (of !== undefined && isFor(found, of === 'queue' ? 'topic' : 'queue')) return undefined;
      const attribute = knownAttribute(found, name);
      const number = knownNumber(attribute);
      return number === undefined || (number >= least && number <= most) ? undefined : effectOf(attribute, effect);
    },
    remedy,
    attribute: name,
  })),
];

/** Finds settings by which messages are lost, or never delivered. A default counts like a value that is written. */
export function checkMessageLoss(kept: KeptElements, findings: FindingList): void {
  for (const { element: name, code, effect, remedy, attribute: asked } of LOSS_RULES) {
    const elements = asked === undefined ? (kept.get(name) ?? []) : elementsWith(kept, name, asked);
    for (const element of elements) {
      const found = effect(element);
      if (found === undefined) continue;
      const { message, attribute } = found;
      if (attribute === undefined) findings.add(code, element, message, wordsOfFact(remedy));
      else findings.addAttribute(code, element, attribute, message, wordsOfFact(remedy));
    }
  }
}

function effectOf(attribute: Attribute | undefined, effect: string): ReturnType<LossRule['effect']> {
  return attribute && { attribute, message: phrase`${setting(attribute)} ${wordsOfFact(effect)}` };
}

function effectByDefault(
  element: Element,
  name: string,
  value: boolean,
  effect: string,
): ReturnType<LossRule['effect']> {
  if (element.hasUnknownAttributes === true || switchedTo(element, name, value) !== value) return undefined;
  const attribute = attributeSaying(element, name, value);
  const reason = attribute === undefined ? phrase`${name} is ${`${value}`} by default` : phrase`${setting(attribute)}`;
  return { attribute, message: phrase`${tag(element.name)} ${wordsOfFact(effect)} (${reason})` };
}

/** A topic keeps a message for its subscribers only, and dead letters rarely have any. */
function toTopics(strategy: Element, name: string, of: 'queue' | 'topic'): ReturnType<LossRule['effect']> {
  if (isFor(entryOf(strategy), of === 'queue' ? 'topic' : 'queue')) return undefined;
  const effect = `sends the dead letters of ${of}s to topics, which keep them for nobody but durable subscribers`;
  return effectOf(attributeSaying(strategy, name, false), effect);
}

/** ActiveMQ drops a dead letter that has been in its queue before. */
function toOwnQueue(strategy: Element): ReturnType<LossRule['effect']> {
  const prefix = knownAttribute(strategy, 'queuePrefix');
  const suffix = (strategy.attribute('queueSuffix') ?? '').trim();
  if (
    prefix?.value.trim() !== '' ||
    suffix !== '' ||
    isFor(entryOf(strategy), 'topic') ||
    strategy.hasUnknownAttributes === true
  ) {
    return undefined;
  }
  return effectOf(prefix, 'makes each queue its own dead-letter queue: ActiveMQ deletes a message that is in it twice');
}

/** ActiveMQ deletes a dead letter that was in its queue before; a topic, and what belongs to a connection, keeps none. */
function toNoQueue(strategy: Element): ReturnType<LossRule['effect']> {
  const [queue] = strategy.children
    .filter(({ name }) => name === 'deadLetterQueue')
    .flatMap(({ children }) => children);
  const name = queue === undefined ? undefined : knownAttribute(queue, 'physicalName');
  if (queue === undefined || name === undefined) return undefined;
  if (queue.name !== 'queue') {
    return {
      message: phrase`${tag(strategy.name)} sends dead letters to ${tag(queue.name)} ${quoted(name.value)}, which keeps them for nobody who is not connected`,
    };
  }
  const entry = entryOf(strategy);
  if (entry === undefined || knownAttribute(entry, 'queue')?.value.trim() !== name.value.trim()) return undefined;
  return {
    message: phrase`${tag(strategy.name)} makes ${quoted(name.value)} its own dead-letter queue: ActiveMQ deletes a message that is in it twice`,
  };
}

/** The policy of a dead-letter strategy. */
function entryOf(strategy: Element): Element | undefined {
  return strategy.parent?.parent;
}

/** Whether a policy is for destinations of that kind. */
function isFor(entry: Element | undefined, kind: 'queue' | 'topic'): boolean {
  return entry?.attribute(kind) !== undefined;
}

function dropsSome(plugin: Element): ReturnType<LossRule['effect']> {
  const attribute = knownAttribute(plugin, 'dropOnly');
  if (attribute === undefined || attribute.value.trim() === '' || switchedTo(plugin, 'dropAll', true) !== false) {
    return undefined;
  }
  const message = phrase`${tag(plugin.name)} deletes the dead letters of destinations that match ${quoted(attribute.value)}`;
  return { attribute, message };
}
