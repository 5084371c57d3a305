import { checkDocument } from '../../../src/document/check/check-document';
import { parseXml } from '../../../src/document/xml/parse-xml';
import { shown } from '../../../src/util/phrase';

const SAFE = 'uri="static:(ssl://b:61617)" userName="network"';

function found(connector: string, content = '', broker = ''): string[] {
  const connectors = `<networkConnectors><networkConnector ${connector}>${content}</networkConnector></networkConnectors>`;
  const text = `<broker xmlns="http://activemq.apache.org/schema/core" ${broker}>${connectors}</broker>`;
  return checkDocument(parseXml(text), { engineVersion: '5.19', authenticationStrategy: 'simple' }).map(
    ({ severity, code, message, remedy }) => `${severity} ${code}: ${shown(message)}; ${shown(remedy ?? [])}`,
  );
}

const WITHOUT_USER =
  'warning connector-without-user: <networkConnector> has no userName: Amazon MQ brokers accept no anonymous connections, so it never connects; set userName to a user that every broker of the network has, with the same password';
const withoutTls = (address: string): string =>
  `warning connector-without-tls: the connector uses "${address}": Amazon MQ brokers accept TLS only, on port 61617; write ssl://HOST:61617`;
const FAILOVER =
  'warning connector-failover: failover: without maxReconnectAttempts=0: after a failover, a duplex connector may no longer receive messages; add ?maxReconnectAttempts=0 after failover:(…), or use masterslave:(URL,URL)';
const ttl = (setting: string): string =>
  `warning connector-ttl: ${setting} lets no message pass: it counts the brokers that a message may pass; write at least 1`;
const TOPICS =
  'warning connector-duplicates: conduitSubscriptions="false" duplicates messages of topics: each subscriber at a broker receives all copies; remove it, or let only queues pass with dynamicallyIncludedDestinations';
const VIRTUAL =
  'warning connector-duplicates: useVirtualDestSubs="true" duplicates messages of virtual topics in a network of brokers; remove it';

test.each<[what: string, connector: string, findings: string[]]>([
  ['no user', 'uri="static:(ssl://b:61617)"', [WITHOUT_USER]],
  ['a blank user', 'uri="static:(ssl://b:61617)" userName=" "', [WITHOUT_USER]],
  ['tcp', 'uri="static:(tcp://b:61617)" userName="n"', [withoutTls('tcp://b:61617')]],
  ['nio within failover', 'uri="masterslave:(ssl://a:61617,NIO://b:1)" userName="n"', [withoutTls('NIO://b:1')]],
  ['the port of plain OpenWire', 'uri="static:(ssl://b:61616)" userName="n"', [withoutTls('ssl://b:61616')]],
  [
    'credentials',
    'uri="static:(ssl://u:p@b:61617)" userName="n"',
    [
      'warning connector-credentials: the URI of the connector contains credentials: ActiveMQ ignores them, and the document is no secret; remove them from the URI, and set userName',
    ],
  ],
  ['failover without a bound', 'uri="static:(failover:(ssl://a:61617,ssl://b:61617))" userName="n"', [FAILOVER]],
  [
    'failover with a bound above zero',
    'uri="static:(failover:(ssl://a:61617)?maxReconnectAttempts=01)" userName="n"',
    [FAILOVER],
  ],
  ['a time to live of zero in the network', `${SAFE} networkTTL="0"`, [ttl('networkTTL="0"')]],
  ['a time to live of zero for messages', `${SAFE} messageTTL="0"`, [ttl('messageTTL="0"')]],
  ['a time to live of zero for consumers', `${SAFE} consumerTTL="0"`, [ttl('consumerTTL="0"')]],
  ['subscriptions apart', `${SAFE} conduitSubscriptions="false"`, [TOPICS]],
  ['virtual subscriptions', `${SAFE} useVirtualDestSubs="true"`, [VIRTUAL]],
  [
    'no temporary destinations',
    `${SAFE} bridgeTempDestinations="false"`,
    [
      'warning connector-without-replies: bridgeTempDestinations="false" holds back replies that a client at another broker awaits on a temporary queue; remove it',
    ],
  ],
])('a connector with %s', (_what, connector, findings) => {
  expect(found(connector)).toEqual(findings);
});

test.each([
  ['TLS', SAFE],
  ['another port that begins with that of plain OpenWire', 'uri="static:(ssl://b:616160)" userName="n"'],
  ['a pair', 'uri="masterslave:(ssl://a:61617,ssl://b:61617)" userName="n"'],
  [
    'bounded failover',
    'uri="static:(failover:(ssl://a:61617)?randomize=false&amp;maxReconnectAttempts=0)" userName="n"',
  ],
  ['times to live above zero', `${SAFE} networkTTL="1" messageTTL="-1" consumerTTL="2"`],
  [
    'switches as they are by default',
    `${SAFE} conduitSubscriptions="true" bridgeTempDestinations="true" useVirtualDestSubs="false"`,
  ],
])('nothing is found in a connector with %s', (_what, connector) => {
  expect(found(connector)).toEqual([]);
});

const dynamic = (destination: string): string =>
  `<dynamicallyIncludedDestinations>${destination}</dynamicallyIncludedDestinations>`;
const statically = (destination: string): string =>
  `<staticallyIncludedDestinations>${destination}</staticallyIncludedDestinations>`;
const excluded = (destination: string): string => `<excludedDestinations>${destination}</excludedDestinations>`;
const QUEUE = '<queue physicalName="&gt;"/>';
const TOPIC = '<topic physicalName="&gt;"/>';

test.each<[what: string, content: string, passes: boolean]>([
  ['queues only', dynamic(QUEUE), false],
  ['queues and topics', dynamic(QUEUE + TOPIC), true],
  ['an empty list', dynamic(''), true],
  ['queues that are always wanted', statically(QUEUE), true],
  ['queues, and topics that are always wanted', dynamic(QUEUE) + statically(TOPIC), true],
  ['everything but topics', excluded(TOPIC), false],
  ['everything but some topics', excluded('<topic physicalName="news"/>'), true],
  ['everything but queues', excluded(QUEUE), true],
])('subscriptions apart with %s: topics are duplicated only where they pass', (_what, content, passes) => {
  expect(found(`${SAFE} conduitSubscriptions="false"`, content)).toEqual(passes ? [TOPICS] : []);
});

test('what is wrong at the broker is found only beside a connector', () => {
  const advisories =
    'warning network-without-advisories: advisorySupport="FALSE" stops the network connectors: without advisories they do not learn of consumers, and no message passes; remove it';
  expect(found(SAFE, '', 'advisorySupport="FALSE" useVirtualDestSubs="true"').sort()).toEqual(
    [VIRTUAL, advisories].sort(),
  );
  expect(found(SAFE, '', 'advisorySupport="true" useVirtualDestSubs="false"')).toEqual([]);
  const alone =
    '<broker xmlns="http://activemq.apache.org/schema/core" advisorySupport="false" useVirtualDestSubs="true"/>';
  expect(checkDocument(parseXml(alone), { engineVersion: '5.19', authenticationStrategy: 'simple' })).toEqual([]);
});

test.each<[delay: string, said: string | undefined]>([
  ['', '0'],
  ['replayDelay="999"', '999'],
  ['replayDelay="1000"', undefined],
])('replay with %j', (delay, said) => {
  const filter = `<networkBridgeFilterFactory><conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true" ${delay}/></networkBridgeFilterFactory>`;
  const text = `<broker xmlns="http://activemq.apache.org/schema/core"><destinationPolicy><policyMap><policyEntries><policyEntry queue="&gt;">${filter}</policyEntry></policyEntries></policyMap></destinationPolicy></broker>`;
  const findings = checkDocument(parseXml(text), { engineVersion: '5.19', authenticationStrategy: 'simple' });
  expect(findings.map(({ message, remedy = [] }) => `${shown(message)}; ${shown(remedy)}`)).toEqual(
    said === undefined
      ? []
      : [
          `replayWhenNoConsumers="true" with a replayDelay of ${said} milliseconds can lose messages: one that returns too soon is taken for a duplicate; set replayDelay="1000"`,
        ],
  );
});
