import { checkDocument } from '../../../src/document/check/check-document';
import { checkTemplate } from '../../../src/document/check/check-template';
import { parseXml } from '../../../src/document/xml/parse-xml';
import { shown } from '../../../src/util/phrase';

const SAFE = 'uri="static:(ssl://b:61617)" userName="network"';

function found(connector: string, content = '', broker = '', before = ''): string[] {
  const connectors = `<networkConnectors><networkConnector ${connector}>${content}</networkConnector></networkConnectors>`;
  const text = `<broker xmlns="http://activemq.apache.org/schema/core" ${broker}>${before}${connectors}</broker>`;
  return checkDocument(parseXml(text), { engineVersion: '5.19', authenticationStrategy: 'simple' }).map(
    ({ severity, code, message, remedy }) => `${severity} ${code}: ${shown(message)}; ${shown(remedy ?? [])}`,
  );
}

const WITHOUT_USER =
  'warning connector-without-user: <networkConnector> has no userName: Amazon MQ brokers accept no anonymous connections, so it never connects; set userName to a user that every broker of the network has, with the same password';
const withoutTls = (address: string): string =>
  `warning connector-without-tls: the connector uses "${address}": Amazon MQ brokers accept network connectors by OpenWire with TLS only, on port 61617; write ssl://HOST:61617`;
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
  ['another protocol', 'uri="static:(amqp+ssl://b:5671)" userName="n"', [withoutTls('amqp+ssl://b:5671')]],
  ...[5671, 8162, 8883, 61614, 61619].map((port): [string, string, string[]] => [
    `the port ${port} of another protocol`,
    `uri="static:(ssl://b:${port})" userName="n"`,
    [withoutTls(`ssl://b:${port}`)],
  ]),
  ['a host without a scheme', 'uri="static:(b-1.mq:61617)" userName="n"', [withoutTls('b-1.mq:61617')]],
  ['a host without a port', 'uri="static:(ssl://b)" userName="n"', [withoutTls('ssl://b')]],
  [
    'credentials as options',
    'uri="static:(ssl://b:61617?password=p)" userName="n"',
    [
      'warning connector-credentials: the URI of the connector contains credentials: ActiveMQ ignores them, and the document is not a secret; remove them from the URI, and set userName',
    ],
  ],
  [
    'credentials as options of a part',
    'uri="static:(ssl://b:61617?a=b&amp;wireFormat.x.userName=u)" userName="n"',
    [
      'warning connector-credentials: the URI of the connector contains credentials: ActiveMQ ignores them, and the document is not a secret; remove them from the URI, and set userName',
    ],
  ],
  [
    'credentials',
    'uri="static:(ssl://u:p@b:61617)" userName="n"',
    [
      'warning connector-credentials: the URI of the connector contains credentials: ActiveMQ ignores them, and the document is not a secret; remove them from the URI, and set userName',
    ],
  ],
  [
    'a password with a comma in it, of which a part would not be recognized',
    'uri="static:(tcp://u:a,p/q@b:61616)" userName="n"',
    [withoutTls('static:(tcp://(sensitive)@b:61616)')],
  ],
  ['failover without a bound', 'uri="static:(failover:(ssl://a:61617,ssl://b:61617))" userName="n"', [FAILOVER]],
  [
    'failover with a bound above zero',
    'uri="static:(failover:(ssl://a:61617)?maxReconnectAttempts=01)" userName="n"',
    [FAILOVER],
  ],
  [
    'failover with a bound of an address',
    'uri="static:(failover:(ssl://a:61617?maxReconnectAttempts=0))" userName="n"',
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
  ['an IPv6 address', 'uri="static:(nio+ssl://[::1]:61617)" userName="n"'],
  ['another port that begins with that of plain OpenWire', 'uri="static:(ssl://b:616160)" userName="n"'],
  ['a pair', 'uri="masterslave:(ssl://a:61617,ssl://b:61617)" userName="n"'],
  ['failover within a pair', 'uri="masterslave:(failover:(ssl://a:61617),ssl://b:61617)" userName="n"'],
  [
    'bounded failover',
    'uri="static:(failover:(ssl://a:61617)?randomize=false&amp;maxReconnectAttempts=0)" userName="n"',
  ],
  ['times to live above zero', `${SAFE} networkTTL="1" messageTTL="1" consumerTTL="2"`],
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

const POLICY = '<conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true" replayDelay="1000"/>';
const entry = (attributes: string, filter = POLICY): string =>
  `<policyEntry ${attributes}>${filter === '' ? '' : `<networkBridgeFilterFactory>${filter}</networkBridgeFilterFactory>`}</policyEntry>`;
const policies = (...entries: string[]): string =>
  `<destinationPolicy><policyMap><policyEntries>${entries.join('')}</policyEntries></policyMap></destinationPolicy>`;
const defaultPolicy = (ofOthers: string, ...entries: string[]): string =>
  policies(...entries)
    .replace('<policyEntries></policyEntries>', '')
    .replace('</policyMap>', `<defaultEntry>${ofOthers}</defaultEntry></policyMap>`);
const ALL_QUEUES = 'queue="&gt;"';

const SENDS_BACK =
  'warning connector-sends-back: duplex="true" makes staticallyIncludedDestinations work in both directions: messages sent at the other broker come to this one, even if their consumer is there; remove duplex, or list the queues in dynamicallyIncludedDestinations';

test.each<[what: string, connector: string, content: string, findings: string[]]>([
  ['a queue in both directions', 'duplex="true"', statically(QUEUE), [SENDS_BACK]],
  ['a queue in one direction', '', statically(QUEUE), []],
  ['a queue in one direction that is written', 'duplex="false"', statically(QUEUE), []],
  ['a topic in both directions', 'duplex="true"', statically(TOPIC), []],
  ['a queue on demand in both directions', 'duplex="true"', dynamic(QUEUE), []],
])('a connector with staticallyIncludedDestinations of %s', (_what, connector, content, findings) => {
  expect(found(`${SAFE} ${connector}`, content, '', policies(entry(ALL_QUEUES)))).toEqual(findings);
});

const STATIC_ONLY =
  'warning connector-static-only: staticBridge="true" passes no message: it passes only what staticallyIncludedDestinations lists; remove it, or list what is to pass in staticallyIncludedDestinations';

test.each<[what: string, staticBridge: string, content: string, findings: string[]]>([
  ['of a queue', 'true', statically(QUEUE), []],
  ['of a topic', 'true', statically(TOPIC), []],
  ['of nothing', 'true', '', [STATIC_ONLY]],
  ['of an empty list', 'true', statically(''), [STATIC_ONLY]],
  ['of topics on demand', 'true', dynamic(TOPIC), [STATIC_ONLY]],
  ['of nothing, but not static', 'false', '', []],
])('a static bridge %s', (_what, staticBridge, content, findings) => {
  expect(found(`${SAFE} staticBridge="${staticBridge}"`, content)).toEqual(findings);
});

const twoWays = (address: string): string =>
  `warning connector-duplicates: the connector and another one lead to "${address}", and both pass topics: each subscriber receives two copies; remove one of them, or give each its own dynamicallyIncludedDestinations`;

test.each<[what: string, uri: string, first: string, second: string, findings: string[]]>([
  ['everything', 'static:(ssl://b:61617)', '', '', [twoWays('ssl://b:61617')]],
  ['everything, one of several', 'masterslave:(ssl://c:61617,ssl://b:61617)', '', '', [twoWays('ssl://b:61617')]],
  ['queues and topics', 'static:(ssl://b:61617)', dynamic(QUEUE), dynamic(TOPIC), []],
  ['queues only', 'static:(ssl://b:61617)', dynamic(QUEUE), dynamic(QUEUE), []],
  ['everything, to another broker', 'static:(ssl://c:61617)', '', '', []],
])('two connectors to one broker for %s', (_what, uri, first, second, findings) => {
  const other = `<networkConnector name="other" userName="network" uri="${uri}">${second}</networkConnector>`;
  expect(found(SAFE, `${first}</networkConnector>${other.replace('</networkConnector>', '')}`)).toEqual(findings);
});

const NO_POLICY =
  'warning replay-missing: messages that came from another broker stay here when their consumer leaves: no policyEntry for all queues sends them on; add <policyEntry queue="&gt;">, and in it networkBridgeFilterFactory/conditionalNetworkBridgeFilterFactory with replayWhenNoConsumers="true" and replayDelay="1000"';
const NO_REPLAY =
  'warning replay-missing: <policyEntry> does not send on messages that came from another broker: they stay here when their consumer leaves; add networkBridgeFilterFactory/conditionalNetworkBridgeFilterFactory with replayWhenNoConsumers="true" and replayDelay="1000"';

test.each<[what: string, connector: string, content: string, findings: string[]]>([
  ['in both directions', 'duplex="true"', '', [NO_POLICY]],
  ['over several brokers', 'networkTTL="2"', '', [NO_POLICY]],
  ['over any number of brokers', 'messageTTL="-1"', '', [NO_POLICY]],
  ['over one broker, whatever the demand', 'networkTTL="2" messageTTL="1"', '', []],
  ['in one direction', '', '', []],
  ['of topics in both directions', 'duplex="true"', dynamic(TOPIC), []],
  ['of queues in both directions', 'duplex="true"', dynamic(QUEUE), [NO_POLICY]],
])('no policy for a connector that passes messages %s', (_what, connector, content, findings) => {
  expect(found(`${SAFE} ${connector}`, content)).toEqual(findings);
});

test.each<[what: string, policy: string, findings: string[]]>([
  ['for all queues', policies(entry(ALL_QUEUES)), []],
  ['for some queues only', policies(entry('queue="orders"')), [NO_POLICY]],
  ['for topics only', policies('<policyEntry topic="&gt;"/>'), [NO_POLICY]],
  ['that sends nothing on', policies(entry(ALL_QUEUES, '')), [NO_REPLAY]],
  [
    'that turns it off',
    policies(entry(ALL_QUEUES, '<conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="false"/>')),
    [NO_REPLAY],
  ],
  [
    'with an exception for some queues',
    policies(entry(ALL_QUEUES), entry('queue="orders.&gt;"', ''), '<policyEntry topic="news"/>'),
    [NO_REPLAY],
  ],
  ['for all other destinations', defaultPolicy(entry('')), []],
  ['that sends nothing on by default', defaultPolicy(entry('', '')), [NO_REPLAY]],
  ['for all queues and another default', defaultPolicy(entry('', ''), entry(ALL_QUEUES)), []],
  ['with a period', policies(entry(`${ALL_QUEUES} expireMessagesPeriod="30000"`)), []],
  [
    'that never looks again',
    policies(entry(`${ALL_QUEUES} expireMessagesPeriod="0"`)),
    [
      'warning replay-stalled: expireMessagesPeriod="0" keeps delayed messages in idle queues: the broker looks at them again when it looks for expired messages; set expireMessagesPeriod="1000"',
    ],
  ],
])('a duplex connector and a policy %s', (_what, policy, findings) => {
  expect(found(`${SAFE} duplex="true"`, '', '', policy)).toEqual(findings);
});

const filledIn = (name: string): string => `\${${name}}`;

test.each<[what: string, document: string]>([
  [
    'whether the connector is duplex',
    `<networkConnectors><networkConnector ${SAFE} duplex="${filledIn('duplex')}"/></networkConnectors>`,
  ],
  [
    'the policy',
    `<destinationPolicy>${filledIn('policy')}</destinationPolicy><networkConnectors><networkConnector ${SAFE} duplex="true"/></networkConnectors>`,
  ],
  [
    'the queues of an entry',
    `${policies(entry(`queue="${filledIn('queues')}"`))}<networkConnectors><networkConnector ${SAFE} duplex="true"/></networkConnectors>`,
  ],
  [
    'what an entry has',
    `${policies(`<policyEntry ${ALL_QUEUES}>${filledIn('filter')}</policyEntry>`)}<networkConnectors><networkConnector ${SAFE} duplex="true"/></networkConnectors>`,
  ],
  [
    'whether an entry sends messages on',
    `${policies(entry(ALL_QUEUES, `<conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="${filledIn('replay')}" replayDelay="1000"/>`))}<networkConnectors><networkConnector ${SAFE} duplex="true"/></networkConnectors>`,
  ],
  [
    'what a static bridge passes',
    `<networkConnectors><networkConnector ${SAFE} staticBridge="true">${filledIn('destinations')}</networkConnector></networkConnectors>`,
  ],
])('nothing is found where a template decides %s', (_what, document) => {
  const text = `<broker xmlns="http://activemq.apache.org/schema/core">${document}</broker>`;
  const findings = checkTemplate(text, { engineVersion: '5.19', authenticationStrategy: 'simple' });
  expect(findings.map(({ code }) => code)).toEqual(['template']);
});

test('what is wrong at the broker is found beside a policy of the network, too', () => {
  const text = `<broker xmlns="http://activemq.apache.org/schema/core" advisorySupport="false" useVirtualDestSubs="true">${policies(entry(ALL_QUEUES))}</broker>`;
  const findings = checkDocument(parseXml(text), { engineVersion: '5.19', authenticationStrategy: 'simple' });
  expect(findings.map(({ code }) => code)).toEqual(['network-without-advisories', 'connector-duplicates']);
});

test('what is wrong at the broker is found only beside a connector', () => {
  const advisories =
    'warning network-without-advisories: advisorySupport="FALSE" hides the consumers of this broker from other brokers: what is sent there does not reach them; remove it, unless this broker only sends messages to other brokers';
  expect(found(SAFE, '', 'advisorySupport="FALSE" useVirtualDestSubs="true"').sort()).toEqual(
    [VIRTUAL, advisories].sort(),
  );
  expect(found(SAFE, '', 'advisorySupport="true" useVirtualDestSubs="false"')).toEqual([]);
  const alone =
    '<broker xmlns="http://activemq.apache.org/schema/core" advisorySupport="false" useVirtualDestSubs="true"/>';
  expect(checkDocument(parseXml(alone), { engineVersion: '5.19', authenticationStrategy: 'simple' })).toEqual([]);
});

test('static bridges need no advisories', () => {
  const bridge = `${SAFE} staticBridge="true"`;
  const codes = (connector: string, more = ''): string[] =>
    found(connector, statically(QUEUE) + more, 'advisorySupport="false"').map((one) => one.split(' ')[1]);
  expect(codes(bridge)).toEqual([]);
  expect(codes(SAFE)).toEqual(['network-without-advisories:']);
  const another = '</networkConnector><networkConnector name="b" uri="static:(ssl://c:61617)" userName="network">';
  expect(codes(bridge, another)).toEqual(['network-without-advisories:']);
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

describe('the URI of a connector that Terraform fills in', () => {
  const codes = (uri: string): string[] => {
    const text = `<broker xmlns="http://activemq.apache.org/schema/core"><networkConnectors><networkConnector uri="${uri}" userName="n"/></networkConnectors></broker>`;
    const options = { engineVersion: '5.19', authenticationStrategy: 'simple' } as const;
    const inTemplate = checkTemplate(text, options).filter(({ code }) => code !== 'template');
    const token = checkDocument(parseXml(text.replace(/\$\{\w+\}/g, '${TfToken[TOKEN.1]}')), options);
    expect(token.map(({ message }) => shown(message))).toEqual(inTemplate.map(({ message }) => shown(message)));
    return inTemplate.map(({ code, message }) => `${code}: ${shown(message)}`);
  };
  const TLS = ': Amazon MQ brokers accept network connectors by OpenWire with TLS only, on port 61617';

  test.each<[uri: string, findings: string[]]>([
    ['static:(tcp://${a}:61616)', [`connector-without-tls: the connector uses "tcp://…:61616"${TLS}`]],
    [
      'masterslave:(ssl://${a}:61617,ssl://${b}:61616)',
      [`connector-without-tls: the connector uses "ssl://…:61616"${TLS}`],
    ],
    [
      'ssl://${a}:61617',
      [
        'attribute-unreadable: networkConnector@uri must have the scheme static or masterslave: got "ssl://…:61617"; the broker would not start',
      ],
    ],
    [
      'static:(${a}, ${b})',
      [
        'attribute-unreadable: networkConnector@uri contains white space: got "static:(…, …)"; the broker would not start',
      ],
    ],
    [
      'static:(ssl://u:${a}@b:61617)',
      [
        'connector-credentials: the URI of the connector contains credentials: ActiveMQ ignores them, and the document is not a secret',
      ],
    ],
    [
      'static:(failover:(${a},${b}))',
      [
        'connector-failover: failover: without maxReconnectAttempts=0: after a failover, a duplex connector may no longer receive messages',
      ],
    ],
  ])('%s is judged by what is certain', (uri, findings) => {
    expect(codes(uri)).toEqual(findings);
  });

  test.each([
    ...[
      '${a}',
      ' ${a} ',
      'static:(${a})',
      'static:(${a}://b:61617)',
      'static:(ssl://${a})',
      'static:(ssl://${a}:61617)',
    ],
    ...[
      'static:(ssl://${a}:${b})',
      'masterslave:(${a})',
      'static:(failover:(${a})${b})',
      'multicast://${a}',
      '${a}:(b:1)',
    ],
    'static:(failover:(${a},${b})?maxReconnectAttempts=0)',
  ])('%s may be right', (uri) => {
    expect(codes(uri)).toEqual([]);
  });
});
