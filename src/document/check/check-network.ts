import { ownWords, type Phrase, phrase, quoted } from '../../util/phrase';
import { type Attribute, type Element } from '../xml/element';
import { type KeptElements } from './check-structure';
import { innermostAddresses, readDiscoveryUri } from './discovery-uri';
import { type DocumentRuleCode } from './document-rules';
import { tag } from './element-words';
import { type FindingList } from './finding-list';
import { attributeReading, attributeSaying, knownAttribute, knownNumber, numberSetTo } from './known-value';
import { lacksAttribute } from './unknown-parts';

/** Below this, a message can be lost that comes back to a broker it has just left. */
const SAFE_REPLAY_DELAY = 1000;

/** Finds network connectors that never connect, and networks of brokers that lose, hold back or duplicate messages. */
export function checkNetwork(broker: Element, kept: KeptElements, findings: FindingList): void {
  const connectors = kept.get('networkConnector') ?? [];
  for (const connector of connectors) {
    checkUser(connector, findings);
    checkUri(connector, findings);
    checkReach(connector, findings);
    checkSubscriptions(connector, findings);
  }
  // A broker that others connect to may hold no connector: then the policy of the network shows that it is a member.
  const filters = kept.get('conditionalNetworkBridgeFilterFactory') ?? [];
  if (connectors.length > 0 || filters.length > 0) checkBroker(broker, findings);
  for (const filter of filters) checkReplay(filter, findings);
}

function checkUser(connector: Element, findings: FindingList): void {
  const user = connector.attribute('userName');
  const isMissing = user === undefined ? lacksAttribute(connector, 'userName') : user.trim() === '';
  if (!isMissing) return;
  const message = phrase`${tag(connector.name)} has no userName: Amazon MQ brokers accept no anonymous connections, so it never connects`;
  const remedy = ownWords('set userName to a user that every broker of the network has, with the same password');
  findings.add('connector-without-user', connector, message, remedy);
}

function checkUri(connector: Element, findings: FindingList): void {
  const attribute = knownAttribute(connector, 'uri');
  const uri = attribute && readDiscoveryUri(attribute.value);
  if (attribute === undefined || typeof uri !== 'object') return;
  const add = (code: DocumentRuleCode, message: Phrase, remedy: Phrase): void =>
    findings.addAttribute(code, connector, attribute, message, remedy);

  if (uri.scheme === 'multicast') {
    const remedy = ownWords('write the addresses: static:(URL) or masterslave:(URL,URL)');
    add(
      'connector-multicast',
      ownWords('the connector looks for brokers by multicast, which Amazon MQ does not have'),
      remedy,
    );
    return;
  }
  const addresses = innermostAddresses(uri);
  const open = addresses.find((address) => /^(?:tcp|nio):/i.test(address) || /:61616(?!\d)/.test(address));
  if (open !== undefined) {
    const message = phrase`the connector uses ${quoted(open)}: Amazon MQ brokers accept TLS only, on port 61617`;
    add('connector-without-tls', message, phrase`write ${'ssl://HOST:61617'}`);
  }
  if (addresses.some((address) => /\/\/[^/@]*@/.test(address))) {
    const message = ownWords(
      'the URI of the connector contains credentials: ActiveMQ ignores them, and the document is no secret',
    );
    add('connector-credentials', message, ownWords('remove them from the URI, and set userName'));
  }
  const failover =
    uri.scheme === 'masterslave' ? undefined : uri.addresses.find((address) => address.startsWith('failover:'));
  if (failover !== undefined && !/[?&]maxReconnectAttempts=0(?!\d)/.test(failover)) {
    const message = ownWords(
      'failover: without maxReconnectAttempts=0: after a failover, a duplex connector may no longer receive messages',
    );
    add(
      'connector-failover',
      message,
      ownWords('add ?maxReconnectAttempts=0 after failover:(…), or use masterslave:(URL,URL)'),
    );
  }
}

function checkReach(connector: Element, findings: FindingList): void {
  for (const name of ['networkTTL', 'messageTTL', 'consumerTTL']) {
    const attribute = knownAttribute(connector, name);
    if (knownNumber(attribute) !== 0) continue;
    const message = phrase`${setting(attribute!)} lets no message pass: it counts the brokers that a message may pass`;
    findings.addAttribute('connector-ttl', connector, attribute!, message, ownWords('write at least 1'));
  }
}

function checkSubscriptions(connector: Element, findings: FindingList): void {
  const conduit = attributeSaying(connector, 'conduitSubscriptions', false);
  if (conduit !== undefined && passesTopics(connector)) {
    const message = phrase`${setting(conduit)} duplicates messages of topics: each subscriber at a broker receives all copies`;
    const remedy = ownWords('remove it, or let only queues pass with dynamicallyIncludedDestinations');
    findings.addAttribute('connector-duplicates', connector, conduit, message, remedy);
  }
  const virtual = attributeSaying(connector, 'useVirtualDestSubs', true);
  if (virtual !== undefined) addVirtual(connector, virtual, findings);
  const temporary = attributeSaying(connector, 'bridgeTempDestinations', false);
  if (temporary === undefined) return;
  const message = phrase`${setting(temporary)} holds back replies that a client at another broker awaits on a temporary queue`;
  findings.addAttribute('connector-without-replies', connector, temporary, message, ownWords('remove it'));
}

/** Whether messages of topics may pass: unless the connector lists what may pass, and lists no topic. */
function passesTopics(connector: Element): boolean {
  const included = ['dynamicallyIncludedDestinations', 'staticallyIncludedDestinations'].flatMap((name) =>
    connector.children.filter((child) => child.name === name),
  );
  const excluded = connector.children.filter(({ name }) => name === 'excludedDestinations');
  const isExcluded = excluded.some(({ children }) =>
    children.some((child) => child.name === 'topic' && child.attribute('physicalName') === '>'),
  );
  if (isExcluded) return false;
  const dynamic = included.filter(({ name, children }) => name.startsWith('dynamically') && children.length > 0);
  return dynamic.length === 0 || included.some(({ children }) => children.some(({ name }) => name === 'topic'));
}

function checkBroker(broker: Element, findings: FindingList): void {
  const advisories = attributeReading(broker, 'advisorySupport', 'false');
  if (advisories !== undefined) {
    const message = phrase`${setting(advisories)} stops the network connectors: without advisories they do not learn of consumers, and no message passes`;
    findings.addAttribute('network-without-advisories', broker, advisories, message, ownWords('remove it'));
  }
  const virtual = attributeSaying(broker, 'useVirtualDestSubs', true);
  if (virtual !== undefined) addVirtual(broker, virtual, findings);
}

function addVirtual(element: Element, attribute: Attribute, findings: FindingList): void {
  const message = phrase`${setting(attribute)} duplicates messages of virtual topics in a network of brokers`;
  findings.addAttribute('connector-duplicates', element, attribute, message, ownWords('remove it'));
}

function checkReplay(filter: Element, findings: FindingList): void {
  const replay = attributeSaying(filter, 'replayWhenNoConsumers', true);
  if (replay === undefined || filter.hasUnknownAttributes === true) return;
  const delay = numberSetTo(filter, 'replayDelay', 0);
  if (delay === undefined || delay >= SAFE_REPLAY_DELAY) return;
  const message = phrase`${setting(replay)} with a replayDelay of ${delay} milliseconds can lose messages: one that returns too soon is taken for a duplicate`;
  findings.addAttribute('replay-without-delay', filter, replay, message, ownWords('set replayDelay="1000"'));
}

function setting({ name, value }: Attribute): string {
  return `${name}="${value}"`;
}
