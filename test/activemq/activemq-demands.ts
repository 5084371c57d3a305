import { node, type Node } from './node';

/*
 * Where ActiveMQ is stricter than AWS's schemas. Each row is proven: a document that ignores it does not start.
 */

/** What is permitted, and cannot be used: ActiveMQ refuses it whatever its value. */
export const REFUSED: Readonly<Record<string, string>> = {
  'broker@systemUsage': 'a systemUsage element is expected, no text stands for one',
  'discarding@deadLetterQueue': 'a destination is expected, no text stands for one',
  'networkConnector@bridgeFactory': 'an object of Java is expected, no text stands for one',
  'networkConnector@connectionFilter': 'an object of Java is expected, no text stands for one',
  'networkConnector@objectName': 'an object of Java is expected, no text stands for one',
  'queryBasedSubscriptionRecoveryPolicy@query': 'an object of Java is expected, no text stands for one',
  'authorizationMap/authorizationEntries/tempDestinationAuthorizationEntry': 'only an authorizationEntry fits there',
  'networkConnector/durableDestinations/filteredDestination': 'only a queue or topic fits there',
  'networkConnector/dynamicallyIncludedDestinations/filteredDestination': 'only a queue or topic fits there',
  'networkConnector/excludedDestinations/filteredDestination': 'only a queue or topic fits there',
  'networkConnector/staticallyIncludedDestinations/filteredDestination': 'only a queue or topic fits there',
};

/** What an element, or the broker around it, must have before ActiveMQ starts, though the schema does not ask for it. */
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

/** Collections for one element at most that ActiveMQ takes empty as well; in Amazon MQ's hands the store is never empty. */
export const EMPTY_ACCEPTED = ['systemUsage/memoryUsage', 'broker/persistenceAdapter'];

/** An attribute whose type lets more through than ActiveMQ can read. */
export interface Readable {
  readonly taken: string;
  readonly refused: string;
  readonly reason: string;
}

const BOOLEAN: Readable = { taken: 'true', refused: 'text', reason: 'true or false is expected' };
const SIZE: Readable = {
  taken: '8 mb',
  refused: 'text',
  reason: 'a number of bytes is expected, or one of kb, mb or gb',
};
const A_SECOND: Readable = { taken: '1000', refused: '999', reason: 'a second at least is expected' };

export const READABLE: Readonly<Record<string, Readable>> = {
  'broker@advisorySupport': BOOLEAN,
  'broker@deleteAllMessagesOnStartup': BOOLEAN,
  'broker@persistent': BOOLEAN,
  'broker@schedulerSupport': BOOLEAN,
  'networkConnector@localUri': { taken: 'vm://localhost', refused: 'a b', reason: 'an address is expected' },
  'networkConnector@prefetchSize': SIZE,
  'networkConnector@uri': {
    taken: 'masterslave:(tcp://127.0.0.1:9,tcp://127.0.0.1:10)',
    refused: 'tcp://127.0.0.1:9',
    reason: 'a way to discover brokers is expected, such as static: or masterslave:',
  },
  'policyEntry@memoryLimit': SIZE,
  'redeliveryPolicy@initialRedeliveryDelay': A_SECOND,
  'redeliveryPolicy@redeliveryDelay': A_SECOND,
};
