/*
 * Where ActiveMQ is stricter than AWS's schemas: Amazon MQ stores such a document, and the broker does not start with it.
 * Each row is proven on a real ActiveMQ: see test/activemq.
 */

/** Attributes that stand for an object of Java, which no text makes: what to do instead. */
export const UNUSABLE_ATTRIBUTES: Readonly<Record<string, string>> = {
  'broker@systemUsage': 'set limits by the element systemUsage',
  'discarding@deadLetterQueue': 'remove it: what is discarded goes nowhere',
  'networkConnector@bridgeFactory': 'remove it',
  'networkConnector@connectionFilter': 'say what may pass by dynamicallyIncludedDestinations and excludedDestinations',
  'queryBasedSubscriptionRecoveryPolicy@query': 'take another subscription recovery policy',
};

/** Collections into which nothing permitted fits: what to do instead. */
export const UNUSABLE_COLLECTIONS: Readonly<Record<string, string>> = {
  'networkConnector/connectionFilter': 'say what may pass by dynamicallyIncludedDestinations and excludedDestinations',
  'networkConnector/localUri': 'give the attribute localUri',
  'networkConnector/objectName': 'give the attribute objectName',
  'networkConnector/uri': 'give the attribute uri',
};

/** Elements permitted in a collection that takes something else: what it takes. */
export const UNUSABLE_ELEMENTS: Readonly<Record<string, string>> = {
  'authorizationMap/authorizationEntries/tempDestinationAuthorizationEntry': 'authorizationEntry',
  'networkConnector/durableDestinations/filteredDestination': 'a queue or topic',
  'networkConnector/dynamicallyIncludedDestinations/filteredDestination': 'a queue or topic',
  'networkConnector/excludedDestinations/filteredDestination': 'a queue or topic',
  'networkConnector/staticallyIncludedDestinations/filteredDestination': 'a queue or topic',
};

/** Attributes that an element needs, one of those named. Entries that need a destination are a rule of their own. */
export const NEEDED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  compositeQueue: ['name'],
  compositeTopic: ['name'],
  filteredDestination: ['queue', 'topic'],
  networkConnector: ['uri'],
  queue: ['physicalName'],
  tempQueue: ['physicalName'],
  tempTopic: ['physicalName'],
  topic: ['physicalName'],
};

/** The collection that an element needs. */
export const NEEDED_COLLECTIONS: Readonly<Record<string, string>> = {
  authorizationMap: 'authorizationEntries',
  authorizationPlugin: 'map',
  compositeQueue: 'forwardTo',
  compositeTopic: 'forwardTo',
  retainedMessageSubscriptionRecoveryPolicy: 'wrapped',
};

/** Collections for one element that may be empty; any other must hold it. */
export const MAY_BE_EMPTY: readonly string[] = ['broker/persistenceAdapter', 'systemUsage/memoryUsage'];

/** An attribute whose type in the schemas lets more through than ActiveMQ can read. */
export interface ReadableAttribute {
  readonly element: string;
  readonly attribute: string;
  readonly isReadable: (value: string) => boolean;
  /** What it can read, in words. */
  readonly expected: string;
  readonly example: string;
}

const BOOLEAN = { isReadable: isBoolean, expected: '"true" or "false"', example: 'true' };
const SIZE = { expected: 'a number of bytes, or of kb, mb or gb', example: '64mb' };
const A_SECOND = {
  isReadable: (value: string) => Number(value) >= 1000,
  expected: 'at least 1000, in milliseconds',
  example: '1000',
};

export const READABLE_ATTRIBUTES: readonly ReadableAttribute[] = [
  { element: 'broker', attribute: 'advisorySupport', ...BOOLEAN },
  { element: 'broker', attribute: 'deleteAllMessagesOnStartup', ...BOOLEAN },
  { element: 'broker', attribute: 'persistent', ...BOOLEAN },
  { element: 'broker', attribute: 'schedulerSupport', ...BOOLEAN },
  {
    element: 'networkConnector',
    attribute: 'localUri',
    isReadable: (value) => !/[\s"<>\\^`{|}]/.test(value.trim()),
    expected: 'an address, without white space',
    example: 'vm://localhost',
  },
  {
    element: 'networkConnector',
    attribute: 'objectName',
    isReadable: (value) => value.includes(':'),
    expected: 'a name of JMX',
    example: 'domain:type=connector',
  },
  {
    element: 'networkConnector',
    attribute: 'prefetchSize',
    ...SIZE,
    isReadable: (value) => isSize(value) && bytesIn(value) > 0 && bytesIn(value) < 2 ** 31,
  },
  {
    element: 'networkConnector',
    attribute: 'uri',
    isReadable: isDiscoveryUri,
    expected: 'a way to find brokers: static:(URL) or masterslave:(URL,URL), without white space',
    example: 'static:(ssl://b-…-1.mq.REGION.amazonaws.com:61617)',
  },
  {
    element: 'policyEntry',
    attribute: 'memoryLimit',
    ...SIZE,
    isReadable: isSize,
  },
  { element: 'redeliveryPolicy', attribute: 'initialRedeliveryDelay', ...A_SECOND },
  { element: 'redeliveryPolicy', attribute: 'redeliveryDelay', ...A_SECOND },
  {
    element: 'virtualTopic',
    attribute: 'name',
    isReadable: (value) => value.trim() !== '',
    expected: 'the name of a topic, or a pattern',
    example: 'VirtualTopic.>',
  },
];

function isBoolean(value: string): boolean {
  return /^(?:true|false)$/i.test(value);
}

const UNITS = ['k', 'm', 'g'];

/** Whether a size is as ActiveMQ writes it: `8`, `8b`, `8 kb`, `8m`, `8GB`. */
function isSize(value: string): boolean {
  return /^\s*\d{1,18}\s*[kmg]?b?\s*$/i.test(value);
}

function bytesIn(size: string): number {
  const unit = /[kmg]/i.exec(size)?.[0].toLowerCase();
  return Number.parseInt(size) * (unit === undefined ? 1 : 1024 ** (UNITS.indexOf(unit) + 1));
}

/** ActiveMQ turns white space inside a URI into `%20`, and fails on it there. */
function isDiscoveryUri(value: string): boolean {
  const [, scheme, rest] = /^([a-z]+):(\S+)$/.exec(value.trim()) ?? [];
  switch (scheme) {
    case 'static':
    case 'simple':
      return isBalanced(rest);
    case 'masterslave':
      return isBalanced(rest) && rest.includes(',');
    default:
      return scheme === 'multicast';
  }
}

function isBalanced(text: string): boolean {
  return text.split('(').length === text.split(')').length;
}
