import { ownWords, type Phrase, phrase } from '../../util/phrase';
import { type Attribute, type Element } from '../xml/element';
import { checkReplay } from './check-replay';
import { type KeptElements } from './check-structure';
import { includesAlways, passes } from './connector-destinations';
import { innermostAddresses, optionsOf, readDiscoveryUri } from './discovery-uri';
import { type DocumentRuleCode } from './document-rules';
import { quotedPart, setting, tag } from './element-words';
import { type FindingList } from './finding-list';
import { attributeReading, attributeSaying, knownAttribute, knownNumber } from './known-value';
import { hasUnknownContent, lacksAttribute } from './unknown-parts';
import { FILLED_IN, withEllipses, withUnknownParts } from './unresolved-value';

/** The ports of other protocols and of the web console, and that of OpenWire without TLS. */
const OTHER_PORTS = ['5671', '8162', '8883', '61614', '61616', '61619'];

const CREDENTIALS = /[?&](?:[\w.]*\.)?(?:user|userName|password)=/i;

/** Finds network connectors that never connect, and networks of brokers that lose, hold back or duplicate messages. */
export function checkNetwork(broker: Element, kept: KeptElements, findings: FindingList): void {
  const connectors = kept.get('networkConnector') ?? [];
  for (const connector of connectors) {
    checkUser(connector, findings);
    checkUri(connector, findings);
    checkReach(connector, findings);
    checkSubscriptions(connector, findings);
    checkStaticDestinations(connector, findings);
  }
  checkParallel(connectors, findings);
  // A broker that others connect to may hold no connector: then the policy of the network shows that it is a member.
  const filters = kept.get('conditionalNetworkBridgeFilterFactory') ?? [];
  if (connectors.length > 0 || filters.length > 0) checkBroker(broker, connectors, findings);
  checkReplay(broker, connectors, kept, findings);
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
  const attribute = connector.attributeNamed('uri');
  if (attribute === undefined) return;
  const value = withUnknownParts(attribute.value);
  const uri = readDiscoveryUri(value);
  if (typeof uri !== 'object') return;
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
  const addresses = innermostAddresses(uri.addresses);
  const open = addresses.find((address) => !mayBeOpenWireWithTls(address));
  if (open !== undefined) {
    const message = phrase`the connector uses ${quotedPart(withEllipses(open), withEllipses(value))}: Amazon MQ brokers accept network connectors by OpenWire with TLS only, on port 61617`;
    add('connector-without-tls', message, phrase`write ${'ssl://HOST:61617'}`);
  }
  if (addresses.some((address) => /\/\/[^/@]*@/.test(address)) || CREDENTIALS.test(value)) {
    const message = ownWords(
      'the URI of the connector contains credentials: ActiveMQ ignores them, and the document is not a secret',
    );
    add('connector-credentials', message, ownWords('remove them from the URI, and set userName'));
  }
  const failover =
    uri.scheme === 'masterslave' ? undefined : uri.addresses.find((address) => address.startsWith('failover:'));
  const hasUnknownOptions = failover?.slice(failover.lastIndexOf(')') + 1).includes(FILLED_IN) === true;
  if (failover !== undefined && !hasUnknownOptions && optionsOf(failover).get('maxReconnectAttempts') !== '0') {
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

/** Whether OpenWire with TLS may be there, whatever the parts are that only Terraform knows. */
function mayBeOpenWireWithTls(address: string): boolean {
  if (!address.includes(FILLED_IN)) return isForOpenWireWithTls(address);
  const [, scheme, port] = /^([a-z][a-z\d+.-]*):\/\/(?:[^/?@]*@)?[^:/?]*(?::(\d+)(?=[/?]|$))?/.exec(address) ?? [];
  return (scheme === undefined || ['ssl', 'nio+ssl'].includes(scheme)) && !OTHER_PORTS.includes(port ?? '');
}

/** Whether a broker of Amazon MQ may listen there. Another port may be that of a broker behind a load balancer. */
function isForOpenWireWithTls(address: string): boolean {
  const port = /^(?:ssl|nio\+ssl):\/\/(?:[^/?@]*@)?(?:\[[^\]]*\]|[^:/?]*):(\d+)(?![\w.:])/.exec(address)?.[1];
  return port !== undefined && !OTHER_PORTS.includes(port);
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
  if (conduit !== undefined && passes(connector, 'topic')) {
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

/** Finds connectors that share an address and all pass topics: each of them delivers a copy. */
function checkParallel(connectors: readonly Element[], findings: FindingList): void {
  const taken = new Set<string>();
  for (const connector of connectors) {
    const value = knownAttribute(connector, 'uri')?.value ?? '';
    const uri = readDiscoveryUri(value);
    if (typeof uri !== 'object' || !passes(connector, 'topic')) continue;
    const addresses = innermostAddresses(uri.addresses);
    const shared = addresses.find((address) => taken.has(address));
    for (const address of addresses) taken.add(address);
    if (shared === undefined) continue;
    const message = phrase`the connector and another one lead to ${quotedPart(shared, value)}, and both pass topics: each subscriber receives two copies`;
    const remedy = ownWords('remove one of them, or give each its own dynamicallyIncludedDestinations');
    findings.add('connector-duplicates', connector, message, remedy);
  }
}

function checkStaticDestinations(connector: Element, findings: FindingList): void {
  const duplex = attributeSaying(connector, 'duplex', true);
  if (duplex !== undefined && includesAlways(connector, 'queue')) {
    const message = phrase`${setting(duplex)} makes staticallyIncludedDestinations work in both directions: messages sent at the other broker come to this one, even if their consumer is there`;
    const remedy = ownWords('remove duplex, or list the queues in dynamicallyIncludedDestinations');
    findings.addAttribute('connector-sends-back', connector, duplex, message, remedy);
  }
  const staticOnly = attributeSaying(connector, 'staticBridge', true);
  const listsSome = includesAlways(connector, 'topic') || includesAlways(connector, 'queue');
  if (staticOnly === undefined || listsSome || hasUnknownContent(connector)) return;
  const message = phrase`${setting(staticOnly)} passes no message: it passes only what staticallyIncludedDestinations lists`;
  const remedy = ownWords('remove it, or list what is to pass in staticallyIncludedDestinations');
  findings.addAttribute('connector-static-only', connector, staticOnly, message, remedy);
}

function checkBroker(broker: Element, connectors: readonly Element[], findings: FindingList): void {
  const advisories = attributeReading(broker, 'advisorySupport', 'false');
  const isAllStatic =
    connectors.length > 0 &&
    connectors.every((connector) => attributeSaying(connector, 'staticBridge', true) !== undefined);
  if (advisories !== undefined && !isAllStatic) {
    const message = phrase`${setting(advisories)} hides the consumers of this broker from other brokers: what is sent there does not reach them`;
    const remedy = ownWords('remove it, unless this broker only sends messages to other brokers');
    findings.addAttribute('network-without-advisories', broker, advisories, message, remedy);
  }
  const virtual = attributeSaying(broker, 'useVirtualDestSubs', true);
  if (virtual !== undefined) addVirtual(broker, virtual, findings);
}

function addVirtual(element: Element, attribute: Attribute, findings: FindingList): void {
  const message = phrase`${setting(attribute)} duplicates messages of virtual topics in a network of brokers`;
  findings.addAttribute('connector-duplicates', element, attribute, message, ownWords('remove it'));
}
