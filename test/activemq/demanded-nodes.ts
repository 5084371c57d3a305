import { NEEDED_ATTRIBUTES, NEEDED_COLLECTIONS } from '../../src/document/check/start-demands';
import { type Node, node } from './node';

/** What an element, or the broker around it, must have before ActiveMQ starts. */
interface Demand {
  readonly attributes?: Node['attributes'];
  readonly children?: Node['children'];
  readonly ofBroker?: Node['attributes'];
}

const VALUES: Readonly<Record<string, string>> = { uri: 'static:(tcp://127.0.0.1:9)' };
const forwardTo = node('forwardTo', {}, [node('queue', { physicalName: 'copy' })]);
const authorizationEntries = node('authorizationEntries', {}, [node('authorizationEntry', { queue: '>', read: 'a' })]);
const COLLECTIONS: Readonly<Record<string, Node>> = {
  authorizationMap: authorizationEntries,
  authorizationPlugin: node('map', {}, [node('authorizationMap', {}, [authorizationEntries])]),
  compositeQueue: forwardTo,
  compositeTopic: forwardTo,
  retainedMessageSubscriptionRecoveryPolicy: node('wrapped', {}, [node('noSubscriptionRecoveryPolicy')]),
};

const needing = [...new Set([...Object.keys(NEEDED_ATTRIBUTES), ...Object.keys(NEEDED_COLLECTIONS)])];

/** What the check asks for, and what rules of their own ask for, by element. */
export const DEMANDED: Readonly<Record<string, Demand>> = {
  ...Object.fromEntries(
    needing.map((element) => {
      const attributes = (NEEDED_ATTRIBUTES[element] ?? []).slice(0, 1).map((name) => [name, VALUES[name] ?? element]);
      const children = element in NEEDED_COLLECTIONS ? [COLLECTIONS[element]] : undefined;
      return [element, { attributes: Object.fromEntries(attributes), children }];
    }),
  ),
  authorizationEntry: { attributes: { queue: '>', read: 'a' } },
  policyEntry: { attributes: { queue: '>' } },
  redeliveryPlugin: { ofBroker: { schedulerSupport: 'true' } },
  redeliveryPolicy: { attributes: { queue: '>' } },
  virtualDestinationInterceptor: { children: [node('virtualDestinations', {}, [node('virtualTopic')])] },
};
