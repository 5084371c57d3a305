import { type NetworkConnectorDefinition } from '../document/definition/broker-definition';
import { definitionTree } from '../document/definition/definition-tree';
import { copyElement } from '../document/xml/copy-element';
import { descendants, type Element } from '../document/xml/element';
import { asText } from '../tokens/encoded';

/** What a network of brokers adds to the document of each member. */
interface NetworkPolicy {
  readonly group: string;
  readonly replayDelay: number;
  readonly expireMessagesPeriod: number;
  readonly updateClusterClients: boolean;
}

/**
 * Adds what every member needs, with connectors or without: the policy by which messages return from a member that no
 * longer has consumers, and the permissions of the network user.
 */
export function addNetworkPolicy(broker: Element, policy: NetworkPolicy): void {
  for (const entry of queueEntries(broker)) {
    setDefault(entry, 'expireMessagesPeriod', policy.expireMessagesPeriod);
    const filter = entry.childOrNew('networkBridgeFilterFactory').childOrNew('conditionalNetworkBridgeFilterFactory');
    filter.setAttribute('replayWhenNoConsumers', 'true');
    setDefault(filter, 'replayDelay', policy.replayDelay);
  }
  allowEverything(broker, policy.group);
  if (policy.updateClusterClients) updateClients(broker);
}

/** Adds network connectors beside those that the document has. */
export function addConnectors(broker: Element, connectors: readonly NetworkConnectorDefinition[]): void {
  if (connectors.length === 0) return;
  const { children } = definitionTree({ networkConnectors: connectors }).children[0];
  const collection = broker.childOrNew('networkConnectors');
  for (const connector of children) collection.append(copyElement(connector, collection));
}

/** Allows a group everything with all queues and topics, which a connector needs at both ends. */
export function allowEverything(broker: Element, group: string): void {
  grant(broker, group, [
    { kind: 'queue', permissions: ['read', 'write', 'admin'] },
    { kind: 'topic', permissions: ['read', 'write', 'admin'] },
  ]);
}

/** What a group may do with all queues or all topics. */
interface WideGrant {
  readonly kind: 'queue' | 'topic';
  readonly permissions: readonly string[];
}

/** Adds a group to each authorization map; a document without one allows everything to every user. */
export function grant(broker: Element, group: string, grants: readonly WideGrant[]): void {
  for (const map of [...descendants(broker)].filter(({ name }) => name === 'authorizationMap')) {
    const entries = map.childOrNew('authorizationEntries');
    for (const { kind, permissions } of grants) {
      const entry = childWith(entries, 'authorizationEntry', kind, '>');
      for (const permission of permissions) addGroup(entry, permission, group);
    }
    for (const entry of temporaryEntries(map))
      for (const each of ['read', 'write', 'admin']) addGroup(entry, each, group);
  }
}

/** Without such an entry, everybody may use temporary destinations. It is in a collection of the same name. */
function temporaryEntries(map: Element): readonly Element[] {
  return map.children
    .filter(({ name }) => name === 'tempDestinationAuthorizationEntry')
    .flatMap((each) => each.children);
}

/** ActiveMQ applies the most specific entry alone, so each of them needs the policy, and one for all other queues. */
function queueEntries(broker: Element): Element[] {
  const entries = broker.childOrNew('destinationPolicy').childOrNew('policyMap').childOrNew('policyEntries');
  childWith(entries, 'policyEntry', 'queue', '>');
  return entries.children.filter((entry) => entry.attribute('queue') !== undefined);
}

function updateClients(broker: Element): void {
  const connector = childWith(broker.childOrNew('transportConnectors'), 'transportConnector', 'name', 'openwire');
  for (const name of ['rebalanceClusterClients', 'updateClusterClients', 'updateClusterClientsOnRemove']) {
    connector.setAttribute(name, 'true');
  }
}

function addGroup(entry: Element, permission: string, group: string): void {
  const groups = (entry.attribute(permission) ?? '').split(',').map((name) => name.trim());
  if (groups.includes(group) || groups.includes('*')) return;
  entry.setAttribute(permission, [...groups.filter((name) => name !== ''), group].join(','));
}

function childWith(parent: Element, name: string, attribute: string, value: string): Element {
  const found = parent.children.find((each) => each.name === name && each.attribute(attribute) === value);
  if (found !== undefined) return found;
  const made = parent.appendNew(name);
  made.setAttribute(attribute, value);
  return made;
}

function setDefault(element: Element, name: string, value: number): void {
  if (element.attribute(name) === undefined) element.setAttribute(name, String(asText(value)));
}
