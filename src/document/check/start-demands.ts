/*
 * Where ActiveMQ is stricter than AWS's schemas: Amazon MQ stores such a document, and the broker does not start with it.
 * Each row is proven on a real ActiveMQ: see test/activemq.
 */
import { ownWords, type Phrase, phrase, quoted, wordsOfFact } from '../../util/phrase';
import { type Element } from '../xml/element';
import { destinationsOf, isDefaultEntry, isTemporary } from './destination-entry';
import { type DiscoveryUri, type DiscoveryUriFault, readDiscoveryUri } from './discovery-uri';
import { quotedPart } from './element-words';
import { patternFault } from './java-pattern';
import { selectorFault } from './jms-selector';

/** Attributes that take a Java object, which cannot be written in XML: what to do instead. */
export const UNUSABLE_ATTRIBUTES: Readonly<Record<string, string>> = {
  'broker@systemUsage': 'set limits with the element systemUsage',
  'discarding@deadLetterQueue': 'remove it: discarded messages go nowhere',
  'networkConnector@bridgeFactory': 'remove it',
  'networkConnector@connectionFilter':
    'choose destinations with dynamicallyIncludedDestinations and excludedDestinations',
  'queryBasedSubscriptionRecoveryPolicy@query': 'use another subscription recovery policy',
};

/** Collections that take nothing which is permitted: what to do instead. */
export const UNUSABLE_COLLECTIONS: Readonly<Record<string, string>> = {
  'networkConnector/connectionFilter':
    'choose destinations with dynamicallyIncludedDestinations and excludedDestinations',
  'networkConnector/localUri': 'use the attribute localUri',
  'networkConnector/objectName': 'use the attribute objectName',
  'networkConnector/uri': 'use the attribute uri',
};

/** Elements permitted in a collection that takes something else: what it takes. */
export const UNUSABLE_ELEMENTS: Readonly<Record<string, string>> = {
  'authorizationMap/authorizationEntries/tempDestinationAuthorizationEntry': 'authorizationEntry',
  'networkConnector/durableDestinations/filteredDestination': 'a queue or topic',
  'networkConnector/dynamicallyIncludedDestinations/filteredDestination': 'a queue or topic',
  'networkConnector/excludedDestinations/filteredDestination': 'a queue or topic',
  'networkConnector/staticallyIncludedDestinations/filteredDestination': 'a queue or topic',
};

/** Elements that never work, because they need what an attribute of {@link UNUSABLE_ATTRIBUTES} takes. */
export const USELESS_ELEMENTS: readonly string[] = ['queryBasedSubscriptionRecoveryPolicy'];

/** Attributes of which an element needs one. Entries that need a destination are a rule of their own. */
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

/** Collections for one element that may be empty; any other needs its element. */
export const MAY_BE_EMPTY: readonly string[] = ['broker/persistenceAdapter', 'systemUsage/memoryUsage'];

/** Attributes of any text in the schemas that ActiveMQ reads as true or false. */
export const BOOLEAN_TEXTS: readonly string[] = [
  'broker@advisorySupport',
  'broker@deleteAllMessagesOnStartup',
  'broker@persistent',
  'broker@schedulerSupport',
];

/** What is wrong with a value, as the end of a sentence about it, and what to write. */
interface ReadingFault {
  readonly problem: Phrase;
  readonly remedy: Phrase;
  /** What does not work, where the broker starts all the same. */
  readonly effect?: Phrase;
}

/** An attribute whose type in the schemas allows more than ActiveMQ can read. */
export interface ReadableAttribute {
  readonly element: string;
  readonly attribute: string;
  readonly fault: (value: string) => ReadingFault | undefined;
  /** A value that it can read. */
  readonly example: string;
  /** Whether ActiveMQ reads the value of that element; it does of all where this is left out. */
  readonly isRead?: (element: Element) => boolean;
}

/** A value is readable or not, for one reason. */
function reading(
  isReadable: (value: string) => boolean,
  expected: string,
  example: string,
  effect?: Phrase,
): Pick<ReadableAttribute, 'fault' | 'example'> {
  const problem = wordsOfFact(`must be ${expected}`);
  const fault = { problem, remedy: phrase`write it as in ${quoted(example)}`, effect };
  return { fault: (value) => (isReadable(value) ? undefined : fault), example };
}

/** Whether a search base of the LDAP map can be read: each part has a type, such as ou; an escaped comma is part of a value. */
export const SEARCH_BASE = reading(
  (value) => value.split(/(?<!\\)[,;]/).every((part) => /^\s*[\w.-]+\s*=/.test(part)),
  'a distinguished name',
  'ou=Queue,ou=Destination,dc=example,dc=com',
);

/** What Java takes for the period of a timer: not 0, and not so long that the time of day overflows. */
export const PERIOD = reading((value) => isPeriod(value), 'at least 1 millisecond', '5000');
export const PERIOD_OR_NEVER = reading(
  (value) => Number(value) === -1 || isPeriod(value),
  'at least 1 millisecond, or -1 for never',
  '300000',
);

/** Milliseconds that Java can still add to the time of day. */
export const LONGEST_PERIOD = 9e18;

function isPeriod(value: string): boolean {
  return !(Number(value) < 1 || Number(value) > LONGEST_PERIOD);
}

const BOOLEAN = reading(isBoolean, '"true" or "false"', 'true');
const BYTES = 'a number of bytes, or of kb, mb or gb';
const A_SECOND = {
  ...reading((value) => Number(value) >= 1000, 'at least 1000 milliseconds', '1000'),
  isRead: isNotForTemporary,
};

/** ActiveMQ validates the delays of queues, topics and the default entry. Of several destinations it takes the last one. */
function isNotForTemporary(entry: Element): boolean {
  return (
    isDefaultEntry(entry) ||
    entry.attribute('topic') !== undefined ||
    !destinationsOf(entry).some(({ name }) => isTemporary(name))
  );
}

/** The attributes that ActiveMQ reads as destinations when it starts: names, lists of names, and options behind a `?`. */
const DESTINATIONS = [
  ...['authorizationEntry', 'filteredDestination', 'policyEntry', 'redeliveryPolicy'].flatMap((element) =>
    ['queue', 'topic'].map((attribute) => ({ element, attribute })),
  ),
  ...['queue', 'tempQueue', 'tempTopic', 'topic'].map((element) => ({ element, attribute: 'physicalName' })),
  ...['compositeQueue', 'compositeTopic'].map((element) => ({ element, attribute: 'name' })),
];

/** ActiveMQ decodes percent codes in options only. A `%` in front of a `?` is part of a name. */
function optionsFault(value: string): ReadingFault | undefined {
  const options = value.includes('?') ? value.slice(value.lastIndexOf('?') + 1) : '';
  if (!options.split('&').some((option) => option.includes('=') && /%(?![\da-f]{2})/i.test(option))) return undefined;
  return {
    problem: ownWords('has a percent sign in its options, behind the ?, that is not a percent code'),
    remedy: ownWords('write %25 for a percent sign, or remove the options'),
  };
}

const TOPIC = reading((value) => value.trim() !== '', 'the name of a topic, or a pattern', 'VirtualTopic.>');

/** XML Schema writes an infinite number as INF, which Java does not read. */
const FINITE = reading((value) => !value.includes('INF'), 'a finite number', '2.0');

export const READABLE_ATTRIBUTES: readonly ReadableAttribute[] = [
  ...BOOLEAN_TEXTS.map((name) => ({ element: name.split('@')[0], attribute: name.split('@')[1], ...BOOLEAN })),
  {
    element: 'discardingDLQBrokerPlugin',
    attribute: 'dropOnly',
    fault: patternsFault,
    example: 'orders[.].* payments[.].*',
  },
  {
    element: 'filteredDestination',
    attribute: 'selector',
    fault: conditionFault,
    example: "color = 'red' AND size > 1",
  },
  {
    element: 'networkConnector',
    attribute: 'localUri',
    ...reading((value) => !/[\s"<>\\^`{|}]/.test(value.trim()), 'an address without white space', 'vm://localhost'),
  },
  {
    element: 'networkConnector',
    attribute: 'objectName',
    ...reading(isJmxName, 'a JMX name', 'domain:type=connector'),
  },
  {
    element: 'networkConnector',
    attribute: 'prefetchSize',
    ...reading((value) => bytesIn(value) > 0 && bytesIn(value) < 2 ** 31, BYTES, '64mb'),
  },
  { element: 'networkConnector', attribute: 'uri', fault: uriFault, example: 'static:(ssl://HOST:61617)' },
  { element: 'policyEntry', attribute: 'memoryLimit', ...reading((value) => bytesIn(value) >= 0, BYTES, '64mb') },
  {
    element: 'policyEntry',
    attribute: 'messageGroupMapFactoryType',
    ...reading(
      (value) => /^\s*(?:simple|cached|bucket(?!\?(?:.*&)?bucketCount=(?:0*|-\d+)(?:&|\s*$)))(?:\?.*|\s*)$/.test(value),
      '"simple", "bucket" or "cached", with at least one bucket',
      'cached',
      ownWords('messages of a group would never be delivered'),
    ),
  },
  { element: 'prefetchRatePendingMessageLimitStrategy', attribute: 'multiplier', ...FINITE },
  { element: 'redeliveryPolicy', attribute: 'backOffMultiplier', ...FINITE },
  { element: 'redeliveryPolicy', attribute: 'initialRedeliveryDelay', ...A_SECOND },
  { element: 'redeliveryPolicy', attribute: 'redeliveryDelay', ...A_SECOND },
  {
    element: 'virtualTopic',
    attribute: 'name',
    fault: (value) => TOPIC.fault(value) ?? optionsFault(value),
    example: TOPIC.example,
  },
  ...DESTINATIONS.map((name) => ({ ...name, fault: optionsFault, example: 'orders?consumer.priority=10' })),
];

function isBoolean(value: string): boolean {
  return /^(?:true|false)$/i.test(value);
}

/** `*`, or a key and its value, which is in quotation marks where it has a comma, an equals sign or a colon in it. */
const JMX_PROPERTY = /(?:(\*)|([^,=:"*?\n]+)=(?:"(?:\\[\\"*?n]|[^"\\\n])*"|[^,=:"\n]*))(?:,|$)/y;

/** Whether Java reads a JMX name: `domain:key=value,key=value`, with one `*` for any other keys. */
function isJmxName(value: string): boolean {
  const colon = value.indexOf(':');
  if (colon === -1 || colon === value.length - 1 || value.endsWith(',') || value.includes('\n')) return false;
  const keys = new Set<string>();
  for (JMX_PROPERTY.lastIndex = colon + 1; JMX_PROPERTY.lastIndex < value.length;) {
    const property = JMX_PROPERTY.exec(value);
    const key = property?.[1] ?? property?.[2];
    if (key === undefined || keys.has(key)) return false;
    keys.add(key);
  }
  return true;
}

const UNITS = ['k', 'm', 'g'];

/** The bytes of a size as ActiveMQ writes it: `8`, `8b`, `8 kb`, `8m`, `8GB`; NaN where it is none. */
function bytesIn(size: string): number {
  const [, count, unit] = /^(\d{1,18})\s*([kmg]?)b?$/i.exec(size.trim()) ?? [];
  if (count === undefined) return Number.NaN;
  return Number(count) * (unit === '' ? 1 : 1024 ** (UNITS.indexOf(unit.toLowerCase()) + 1));
}

function conditionFault(value: string): ReadingFault | undefined {
  const fault = selectorFault(value);
  if (fault === undefined) return undefined;
  const place = fault.at === '' ? ownWords('its end') : quotedPart(fault.at, value);
  return {
    problem: ownWords('must be a JMS selector'),
    remedy: phrase`at ${place}, write ${wordsOfFact(fault.expected)}`,
  };
}

function patternsFault(value: string): ReadingFault | undefined {
  for (const pattern of value.split(/[ \t\r\n\f]+/)) {
    const fault = patternFault(pattern);
    if (fault === undefined) continue;
    const remedy = phrase`correct ${quotedPart(pattern, value)}: ${ownWords(fault)}; in a regular expression, "any name" is ${'.*'}`;
    return { problem: ownWords('must be regular expressions of Java, separated by spaces'), remedy };
  }
  return undefined;
}

type UriFault = DiscoveryUriFault | NonNullable<DiscoveryUri['misplaced']>;

/** What is wrong with the URI of a network connector, and what to write. */
export const URI_FAULTS: Readonly<Record<UriFault, readonly [problem: string, remedy: string]>> = {
  scheme: [
    'must have the scheme static or masterslave',
    'write static:(ssl://HOST:61617) for one broker, masterslave:(ssl://HOST-1:61617,ssl://HOST-2:61617) for an active/standby pair',
  ],
  'white space': ['contains white space', 'remove the spaces and line breaks inside it'],
  character: ['contains a character that no URI may contain', 'remove it, or write it as a percent code such as %7B'],
  parentheses: ['has parentheses that do not match', 'close each "(" with one ")"'],
  'no address': ['contains no address', 'write an address between the parentheses, such as ssl://HOST:61617'],
  address: [
    'contains an address that is not a URI',
    'write each address as in ssl://HOST:61617, with one pair of parentheses around all of them',
  ],
  'one address for masterslave': [
    'needs two or more addresses for the scheme masterslave',
    'write masterslave:(ssl://HOST-1:61617,ssl://HOST-2:61617), or static:(…) for one broker',
  ],
};

function uriFault(value: string): ReadingFault | undefined {
  const uri = readDiscoveryUri(value);
  const fault = typeof uri === 'object' ? uri.misplaced : uri;
  if (fault === undefined) return undefined;
  const [problem, remedy] = URI_FAULTS[fault];
  const effect = typeof uri === 'object' ? ownWords('the connector would never connect') : undefined;
  return { problem: wordsOfFact(problem), remedy: wordsOfFact(remedy), effect };
}
