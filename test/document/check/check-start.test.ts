import { checkDocument } from '../../../src/document/check/check-document';
import {
  READABLE_ATTRIBUTES,
  SEARCH_BASE,
  UNUSABLE_ATTRIBUTES,
  UNUSABLE_COLLECTIONS,
} from '../../../src/document/check/start-demands';
import { parseXml } from '../../../src/document/xml/parse-xml';
import { shown } from '../../../src/util/phrase';
import { ElementDocuments } from '../../activemq/element-documents';
import { READABLE_SAMPLES } from '../../activemq/readable-samples';

const broker = (body: string, attributes = ''): string =>
  `<broker xmlns="http://activemq.apache.org/schema/core"${attributes}>${body}</broker>`;
const connectors = (attributes: string, body = ''): string =>
  `<networkConnectors><networkConnector ${attributes}>${body}</networkConnector></networkConnectors>`;
const connector = (attributes: string, body = ''): string => broker(connectors(attributes, body));
const authorization = (map: string): string =>
  broker(`<plugins><authorizationPlugin>${map}</authorizationPlugin></plugins>`);
const virtual = (destinations: string): string =>
  `<destinationInterceptors><virtualDestinationInterceptor><virtualDestinations>${destinations}</virtualDestinations></virtualDestinationInterceptor></destinationInterceptors>`;

const check = (text: string, engineVersion = '5.18'): string[] =>
  checkDocument(parseXml(text), { engineVersion, authenticationStrategy: 'simple' })
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ severity, code, path, message, remedy = [] }) =>
        `${severity} ${code} ${path}: ${shown(message)}; ${shown(remedy)}`,
    );

const URI = 'uri="static:(ssl://b:61617)"';
const CONNECTOR = '/broker/networkConnectors/networkConnector';
const VIRTUAL = '/broker/destinationInterceptors/virtualDestinationInterceptor/virtualDestinations';
const PLUGIN = '/broker/plugins/authorizationPlugin';

test.each<[what: string, text: string, findings: string[]]>([
  [
    'a value that ActiveMQ cannot read',
    broker('', ' persistent="yes"'),
    [
      'error attribute-unreadable /broker/@persistent: broker@persistent must be "true" or "false": got "yes"; the broker would not start; write it as in "true"',
    ],
  ],
  [
    'a connector to an address',
    connector('uri="ssl://b:61617"'),
    [
      `error attribute-unreadable ${CONNECTOR}/@uri: networkConnector@uri must have the scheme static or masterslave: got "ssl://b:61617"; the broker would not start; write static:(ssl://HOST:61617) for one broker, masterslave:(ssl://HOST-1:61617,ssl://HOST-2:61617) for an active/standby pair`,
    ],
  ],
  [
    'an attribute for an object',
    connector(`${URI} bridgeFactory="x"`),
    [
      `error attribute-unusable ${CONNECTOR}/@bridgeFactory: networkConnector@bridgeFactory takes a Java object and cannot be set in XML; the broker would not start; remove it`,
    ],
  ],
  [
    'a secret in a selector that cannot be read',
    broker(
      virtual(
        '<compositeQueue name="a"><forwardTo><filteredDestination queue="b" selector="password == \'p\'"/></forwardTo></compositeQueue>',
      ),
    ),
    [
      `error attribute-unreadable ${VIRTUAL}/compositeQueue/forwardTo/filteredDestination/@selector: filteredDestination@selector must be a JMS selector: got "password == (sensitive)"; the broker would not start; at "password == (sensitive)", write "=" once`,
    ],
  ],
  [
    'an element where only an address fits',
    connector(URI, '<uri><queue physicalName="a"/></uri>'),
    [
      `error element-unusable ${CONNECTOR}/uri: <uri> of <networkConnector> takes nothing that Amazon MQ permits; the broker would not start; remove it, and use the attribute uri`,
    ],
  ],
  [
    'an element of another kind than is taken',
    connector(URI, '<excludedDestinations><filteredDestination queue="a"/></excludedDestinations>'),
    [
      `error element-unusable ${CONNECTOR}/excludedDestinations/filteredDestination: <filteredDestination> in <excludedDestinations> must be a queue or topic; the broker would not start; write a queue or topic instead`,
    ],
  ],
  [
    'what a composite queue needs',
    broker(
      virtual(
        '<compositeQueue/><compositeTopic name="b"><forwardTo><filteredDestination/></forwardTo></compositeTopic>',
      ),
    ),
    [
      `error attribute-missing ${VIRTUAL}/compositeQueue: <compositeQueue> has no name; the broker would not start; add name="…"`,
      `error element-missing ${VIRTUAL}/compositeQueue: <compositeQueue> has no <forwardTo>; the broker would not start; add <forwardTo>`,
      `error attribute-missing ${VIRTUAL}/compositeTopic/forwardTo/filteredDestination: <filteredDestination> has no queue and no topic; the broker would not start; add queue="…"`,
    ],
  ],
  [
    'an authorization plugin without a map',
    authorization('<map/>'),
    [
      `error element-missing ${PLUGIN}/map: <map> of <authorizationPlugin> is empty; the broker would not start; add one of authorizationMap`,
    ],
  ],
  [
    'an authorization map of a default entry alone',
    authorization(
      '<map><authorizationMap><defaultEntry><authorizationEntry admin="*" read="*" write="*"/></defaultEntry></authorizationMap></map>',
    ),
    [
      `error element-missing ${PLUGIN}/map/authorizationMap: <authorizationMap> has no <authorizationEntries>; the broker would not start; add <authorizationEntries>`,
    ],
  ],
  [
    'an authorization map that grants nothing, and has no entries for destinations either',
    authorization('<map><authorizationMap><defaultEntry><authorizationEntry/></defaultEntry></authorizationMap></map>'),
    [
      `error element-missing ${PLUGIN}/map/authorizationMap: <authorizationMap> has no <authorizationEntries>; the broker would not start; add <authorizationEntries>`,
    ],
  ],
  [
    'one name for two elements, whatever they are',
    broker(
      `<networkConnectors><networkConnector name="a, b" ${URI}/></networkConnectors>${virtual('<virtualTopic name="b"/>')}`,
    ),
    [
      `error name-twice ${VIRTUAL}/virtualTopic/@name: the name "b" is also the name of <networkConnector>; the broker would not start; give each element its own name`,
    ],
  ],
  [
    'a name of the broker’s own bean',
    connector(`${URI} name="broker"`),
    [
      `error name-twice ${CONNECTOR}/@name: the name "broker" is also the name of the broker; the broker would not start; give each element its own name`,
    ],
  ],
])('%s', (_what, text, findings) => {
  expect(check(text)).toEqual(findings);
});

const redelivery = (policy: string): string =>
  broker(
    `<plugins><redeliveryPlugin><redeliveryPolicyMap><redeliveryPolicyMap>${policy}</redeliveryPolicyMap></redeliveryPolicyMap></redeliveryPlugin></plugins>`,
    ' schedulerSupport="true"',
  );
const entries = (destination: string): string =>
  `<redeliveryPolicyEntries><redeliveryPolicy redeliveryDelay="500" ${destination}/></redeliveryPolicyEntries>`;
const defaultEntry = (destination: string): string =>
  `<defaultEntry><redeliveryPolicy redeliveryDelay="500" ${destination}/></defaultEntry>`;

test.each([
  ['tempQueue="true"', entries, false],
  ['queue="a" tempQueue="true"', entries, false],
  ['tempTopic="true" topic="a"', entries, true],
  ['queue="a"', entries, true],
  ['', defaultEntry, true],
  ['tempQueue="true"', defaultEntry, true],
])('a delay of half a second for %j, %p: whether it is too short, %p', (destination, entry, isFound) => {
  const found = check(redelivery(entry(destination))).filter((line) => line.includes('@redeliveryDelay'));
  expect(found).toHaveLength(isFound ? 1 : 0);
});

test.each([
  ['physicalName="#a"', '<destinations><queue VALUE/></destinations>', 'write "##a" for a text that begins with #'],
  [
    'physicalName="#/a"',
    '<destinations><topic VALUE/></destinations>',
    'write > for the wildcard: # is the wildcard of MQTT',
  ],
  ['name="#"', virtual('<virtualTopic VALUE/>'), 'write > for the wildcard: # is the wildcard of MQTT'],
  ['name="#"', connectors(`VALUE ${URI}`), 'write "##" for a text that begins with #'],
  ['userName="#n"', connectors(`VALUE ${URI}`), 'remove the #'],
  ['uri="#static:(ssl://b:61617)"', connectors('VALUE'), 'remove the #'],
  ['bridgeFactory="#b"', connectors(`VALUE ${URI}`), 'remove it'],
  [
    'dropOnly="#a"',
    '<plugins><discardingDLQBrokerPlugin VALUE/></plugins>',
    'write "##a" for a text that begins with #',
  ],
])('the remedy of a reference to a bean: %s in %s', (attribute, body, remedy) => {
  const found = check(broker(body.replace('VALUE', attribute)));
  expect(found).toEqual([expect.stringMatching(/^error bean-reference /)]);
  expect(found[0]).toMatch(new RegExp(`; ${remedy}$`));
});

test('a value that its type rejects is no reference to a bean besides', () => {
  const kahaDb = broker('<persistenceAdapter><kahaDB journalDiskSyncStrategy="#always"/></persistenceAdapter>');
  expect(check(kahaDb)).toEqual([expect.stringMatching(/^error attribute-choice /)]);
});

test('names that tokens stand for, values that tokens stand for, and placeholders are passed over', () => {
  const token = '${TfToken[TOKEN.7]}';
  const connectors = `<networkConnector name="${token}" uri="${token}"/>`.repeat(2);
  expect(check(broker(`<networkConnectors>${connectors}</networkConnectors>`, ` persistent="${token}"`))).toEqual([]);
  expect(check(broker('', ' persistent="${x}"'))).toEqual([expect.stringMatching(/^error placeholder /)]);
});

test('elements without a name, and two names in one', () => {
  const queues = virtual('<mirroredQueue/>'.repeat(2));
  expect(check(connector(URI))).toEqual([]);
  expect(check(connector(`${URI} name="a a"`))).toEqual([]);
  expect(check(broker(queues)).filter((one) => one.includes('name-twice'))).toEqual([]);
});

test.each<[what: string, names: string[], unnamed: number[]]>([
  ['none of them has a name', ['', '', ''], [2, 3]],
  ['one of them has no name', ['name="a"', '', 'name="b"'], []],
  ['one of them has the name of those without', ['', 'name="NC"'], [1]],
])('of network connectors of which %s, each but one without a name is reported', (_what, names, unnamed) => {
  const each = names.map((name) => `<networkConnector ${name} ${URI}/>`).join('');
  expect(check(broker(`<networkConnectors>${each}</networkConnectors>`))).toEqual(
    unnamed.map(
      (place) =>
        `error name-twice ${CONNECTOR}[${place}]: <networkConnector> has no name, so ActiveMQ calls it NC, like another one; the broker would not start; give each network connector its own name`,
    ),
  );
});

test.each<[attributes: string, fault: string | undefined]>([
  ['offlineDurableSubscriberTaskSchedule="0"', undefined],
  ['offlineDurableSubscriberTaskSchedule="0" offlineDurableSubscriberTimeout="-1"', undefined],
  ['offlineDurableSubscriberTaskSchedule="-1" offlineDurableSubscriberTimeout="1000"', undefined],
  ['offlineDurableSubscriberTaskSchedule="1" offlineDurableSubscriberTimeout="1000"', undefined],
  [
    'offlineDurableSubscriberTaskSchedule="0" offlineDurableSubscriberTimeout="1000"',
    'offlineDurableSubscriberTaskSchedule must be at least 1 millisecond, or -1 for never: got "0"',
  ],
  [
    'offlineDurableSubscriberTaskSchedule="-2" offlineDurableSubscriberTimeout="0"',
    'offlineDurableSubscriberTaskSchedule must be at least 1 millisecond, or -1 for never: got "-2"',
  ],
  [
    'offlineDurableSubscriberTaskSchedule="9223372036854775807" offlineDurableSubscriberTimeout="1"',
    'offlineDurableSubscriberTaskSchedule must be at least 1 millisecond, or -1 for never: got "9223372036854775807"',
  ],
  ['timeBeforePurgeTempDestinations="0"', undefined],
  ['timeBeforePurgeTempDestinations="1" cacheTempDestinations="true"', undefined],
  [
    'timeBeforePurgeTempDestinations="-1" cacheTempDestinations="true"',
    'timeBeforePurgeTempDestinations must be at least 1 millisecond: got "-1"',
  ],
])('a timer of %s', (attributes, fault) => {
  const said =
    fault === undefined ? [] : [expect.stringContaining(`broker@${fault}; the broker would not start; write it`)];
  expect(check(broker('', ` ${attributes}`))).toEqual(said);
});

test.each(['a=b', 'type=b,*'])('a JMX name needs a domain: %s', (name) => {
  expect(check(connector(`${URI} objectName="${name}"`))).toEqual([
    expect.stringContaining(`networkConnector@objectName must be a JMX name: got "${name}"`),
  ]);
});

test.each(Object.entries({ ...UNUSABLE_ATTRIBUTES, ...UNUSABLE_COLLECTIONS }))(
  'the remedy for %s says what to do',
  (_place, remedy) => expect(remedy).toMatch(/^(?:choose|remove|set|use) \w/),
);

test.each<[base: string, isTaken: boolean]>([
  ['ou=Queue,ou=Destination,dc=example', true],
  [' ou = Queue ; dc = example', true],
  ['ou=Queue\\, Topic,dc=example', true],
  ['Queue', false],
  ['ou=Queue,Destination', false],
  ['!ou=Queue', false],
  ['ou!=Queue', false],
  ['=Queue', false],
])('a search base of %j can be read: %p', (base, isTaken) => {
  expect(SEARCH_BASE.fault(base) === undefined).toBe(isTaken);
});

test('a pattern that Java rejects: the finding names it, what is wrong, and how to write any name', () => {
  expect(check(broker('<plugins><discardingDLQBrokerPlugin dropOnly="orders.* *.bills"/></plugins>'))).toEqual([
    expect.stringMatching(
      /must be regular expressions of Java, separated by spaces: got "orders\.\* \*\.bills"; .*correct "\*\.bills": a quantifier follows nothing; in a regular expression, "any name" is \.\*$/,
    ),
  ]);
});

describe('values', () => {
  test('each attribute with a form of its own has samples', () => {
    const names = READABLE_ATTRIBUTES.map(({ element, attribute }) => `${element}@${attribute}`);
    expect(Object.keys(READABLE_SAMPLES).sort()).toEqual(names.sort());
  });

  test.each(READABLE_ATTRIBUTES)('$element@$attribute', ({ element, attribute, fault, example }) => {
    const isReadable = (value: string) => fault(value) === undefined;
    const { taken, refused, misread = [] } = READABLE_SAMPLES[`${element}@${attribute}`];
    expect(taken.filter((value) => !isReadable(value))).toEqual([]);
    expect([...refused, ...misread].filter(isReadable)).toEqual([]);
    expect(refused.filter((value) => fault(value)?.effect !== undefined)).toEqual([]);
    expect(misread.filter((value) => fault(value)?.effect === undefined)).toEqual([]);
    expect(isReadable(example)).toBe(true);
  });
});

// What the tests on a real ActiveMQ start with these documents, or see refused, is what the check lets through or finds.
describe.each(['5.18', '5.19'])('of the documents that are run on a real ActiveMQ for %s', (engineVersion) => {
  const documents = new ElementDocuments(engineVersion);
  const errorsIn = (text: string) => check(text, engineVersion).filter((line) => line.startsWith('error'));

  test('each that starts is let through', () => {
    const found = Object.entries({
      ...documents.taken(),
      ...documents.readable(),
      ...documents.escapedReferences(),
    }).map(([name, text]) => [name, errorsIn(text)]);
    expect(found.filter(([, errors]) => errors.length > 0)).toEqual([]);
  });

  test.each(['refused', 'references', 'unreadable', 'clashing', 'managed', 'incomplete', 'empty'] as const)(
    'each that is %s is found',
    (kind) => {
      const found = Object.entries(documents[kind]()).map(([name, text]) => [name, errorsIn(text)]);
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter(([, errors]) => errors.length === 0)).toEqual([]);
    },
  );
});
