import { node, type Node } from './node';

/*
 * Where ActiveMQ is stricter than AWS's schemas. Each row is proven: a document that ignores it does not start.
 */

/** Attributes that are permitted and cannot be used, as they stand for an object that no text makes. */
export const REFUSED_ATTRIBUTES: Readonly<Record<string, string>> = {
  'broker@systemUsage': 'limits, for which there is the element systemUsage',
  'discarding@deadLetterQueue': 'a queue or topic',
  'networkConnector@bridgeFactory': 'an object of Java',
  'networkConnector@connectionFilter': 'an object of Java',
  'networkConnector@objectName': 'an object of Java',
  'queryBasedSubscriptionRecoveryPolicy@query': 'an object of Java',
};

/** Elements that are permitted in a place where something else is expected. */
export const REFUSED_CHILDREN: Readonly<Record<string, string>> = {
  'authorizationMap/authorizationEntries/tempDestinationAuthorizationEntry': 'an authorizationEntry',
  'networkConnector/connectionFilter/queue': 'an object of Java, which nothing permitted makes',
  'networkConnector/durableDestinations/filteredDestination': 'a queue or topic',
  'networkConnector/dynamicallyIncludedDestinations/filteredDestination': 'a queue or topic',
  'networkConnector/excludedDestinations/filteredDestination': 'a queue or topic',
  'networkConnector/localUri/queue': 'an address, for which there is the attribute',
  'networkConnector/objectName/queue': 'an object of Java, which nothing permitted makes',
  'networkConnector/staticallyIncludedDestinations/filteredDestination': 'a queue or topic',
  'networkConnector/uri/queue': 'an address, for which there is the attribute',
};

/** What an element, or the broker around it, must have before ActiveMQ starts. */
export interface Demand {
  readonly attributes?: Node['attributes'];
  readonly children?: Node['children'];
  readonly ofBroker?: Node['attributes'];
}

const forwardTo = node('forwardTo', {}, [node('queue', { physicalName: 'copy' })]);
const authorizationEntries = node('authorizationEntries');

export const DEMANDED: Readonly<Record<string, Demand>> = {
  authorizationEntry: { attributes: { queue: '>' } },
  authorizationMap: { children: [authorizationEntries] },
  authorizationPlugin: { children: [node('map', {}, [node('authorizationMap', {}, [authorizationEntries])])] },
  compositeQueue: { attributes: { name: 'all' }, children: [forwardTo] },
  compositeTopic: { attributes: { name: 'all' }, children: [forwardTo] },
  filteredDestination: { attributes: { queue: 'copy' } },
  networkConnector: { attributes: { uri: 'static:(tcp://127.0.0.1:9)' } },
  policyEntry: { attributes: { queue: '>' } },
  queue: { attributes: { physicalName: 'orders' } },
  redeliveryPlugin: { ofBroker: { schedulerSupport: 'true' } },
  redeliveryPolicy: { attributes: { queue: '>' } },
  retainedMessageSubscriptionRecoveryPolicy: {
    children: [node('wrapped', {}, [node('noSubscriptionRecoveryPolicy')])],
  },
  tempQueue: { attributes: { physicalName: 'orders' } },
  tempTopic: { attributes: { physicalName: 'orders' } },
  topic: { attributes: { physicalName: 'orders' } },
  virtualDestinationInterceptor: { children: [node('virtualDestinations', {}, [node('virtualTopic')])] },
};

/** Collections for one element at most that ActiveMQ takes empty as well; Amazon MQ fills that of the store itself. */
export const EMPTY_ACCEPTED = ['systemUsage/memoryUsage', 'broker/persistenceAdapter'];

/** An attribute whose type lets more through than ActiveMQ can read. */
export interface Readable {
  readonly taken: string;
  readonly refused: string;
  readonly expected: string;
}

const BOOLEAN: Readable = { taken: 'true', refused: 'text', expected: 'true or false' };
const SIZE: Readable = {
  taken: '8 mb',
  refused: 'text',
  expected: 'a number of bytes, or of kb, mb or gb',
};
const A_SECOND: Readable = { taken: '1000', refused: '999', expected: 'a second at least' };

export const READABLE: Readonly<Record<string, Readable>> = {
  'broker@advisorySupport': BOOLEAN,
  'broker@deleteAllMessagesOnStartup': { ...BOOLEAN, taken: 'false' },
  'broker@persistent': BOOLEAN,
  'broker@schedulerSupport': BOOLEAN,
  'networkConnector@localUri': { taken: 'vm://localhost', refused: 'a b', expected: 'an address' },
  'networkConnector@prefetchSize': SIZE,
  'networkConnector@uri': {
    taken: 'masterslave:(tcp://127.0.0.1:9,tcp://127.0.0.1:10)',
    refused: 'tcp://127.0.0.1:9',
    expected: 'a way to discover brokers, such as static: or masterslave:',
  },
  'policyEntry@memoryLimit': SIZE,
  'redeliveryPolicy@initialRedeliveryDelay': A_SECOND,
  'redeliveryPolicy@redeliveryDelay': A_SECOND,
};
