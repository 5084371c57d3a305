import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkDocument } from '../../../src/document/check/check-document';
import { type CheckOptions } from '../../../src/document/check/check-options';
import { checkUsers } from '../../../src/document/check/check-users';
import { type DocumentFinding } from '../../../src/document/check/document-finding';
import { type KnownUser } from '../../../src/document/check/known-user';
import { ConfigurationDocument } from '../../../src/document/configuration-document';
import { parseXml } from '../../../src/document/xml/parse-xml';
import { phrase, shown } from '../../../src/util/phrase';

const NAMESPACE = 'http://activemq.apache.org/schema/core';
const SIMPLE: CheckOptions = { engineVersion: '5.19', authenticationStrategy: 'simple' };
const LDAP: CheckOptions = { engineVersion: '5.19', authenticationStrategy: 'ldap' };

const broker = (body: string, attributes = ''): string => `<broker xmlns="${NAMESPACE}"${attributes}>${body}</broker>`;
const entries = (body: string): string =>
  `<destinationPolicy><policyMap><policyEntries>${body}</policyEntries></policyMap></destinationPolicy>`;
const authorization = (body: string): string =>
  `<plugins><authorizationPlugin><map><authorizationMap><authorizationEntries>${body}</authorizationEntries></authorizationMap></map></authorizationPlugin></plugins>`;

const advisories = (groups: string): string =>
  `<authorizationEntry topic="ActiveMQ.Advisory.&gt;" read="${groups}" write="${groups}" admin="${groups}"/>`;

function words({ severity, code, path: where, message, remedy }: DocumentFinding): string {
  return `${severity} ${code} ${where}: ${shown(message)}${remedy === undefined ? '' : `; ${shown(remedy)}`}`;
}
const check = (text: string, options: CheckOptions = SIMPLE): string[] =>
  checkDocument(parseXml(text), options).map(words);
const users = (text: string, those: KnownUser[]): string[] => checkUsers(parseXml(text), those).map(words);

const ENTRY = '/broker/destinationPolicy/policyMap/policyEntries/policyEntry';
const MAP = '/broker/plugins/authorizationPlugin/map';

describe('structure', () => {
  test.each<[what: string, text: string, findings: string[], options?: CheckOptions]>([
    [
      'a root that is no broker',
      '<beans><bean/></beans>',
      [
        'error document-root /beans: the document is <beans>: Amazon MQ takes one broker element; make the broker element the whole document',
      ],
    ],
    [
      'a broker without its namespace',
      '<broker/>',
      [
        `error foreign-namespace /broker: <broker> is in no namespace: Amazon MQ drops what is not in "${NAMESPACE}"; write xmlns="${NAMESPACE}" on the broker element`,
      ],
    ],
    [
      'elements and attributes of other namespaces',
      broker('<b:bean/>', ' xmlns:b="urn:b" b:c="1"'),
      [
        'error foreign-namespace /broker/@c: attribute b:c is in the namespace "urn:b", so Amazon MQ drops it; remove it',
        `error foreign-namespace /broker/bean: <b:bean> is in the namespace "urn:b": Amazon MQ drops what is not in "${NAMESPACE}"; remove it: Amazon MQ loads no beans or classes of yours`,
      ],
    ],
    [
      'a collection without the prefix of the broker',
      `<a:broker xmlns:a="${NAMESPACE}"><plugins/></a:broker>`,
      [
        `error foreign-namespace /broker/plugins: <plugins> is in no namespace: Amazon MQ drops what is not in "${NAMESPACE}"; write xmlns="${NAMESPACE}" on the broker element`,
      ],
    ],
    [
      'hints for parsers',
      broker('', ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"'),
      [
        'warning schema-location /broker/@schemaLocation: xsi:schemaLocation is a hint for parsers, which Amazon MQ does not use; remove it',
      ],
    ],
    [
      'hints that are no addresses',
      broker('', ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a 9b:c"'),
      [
        'error attribute-type /broker/@schemaLocation: xsi:schemaLocation must be addresses: got "urn:a 9b:c"; remove it',
      ],
    ],
    [
      'an element nobody knows',
      broker('<plugin/>'),
      [
        'error unknown-element /broker/plugin: <plugin> is unknown to Amazon MQ, which drops it; allowed: destinationInterceptors, destinationPolicy, destinations, networkConnec…; write <plugins>',
      ],
    ],
    [
      'an element nobody knows in one that has no children',
      broker('<destinations><queue physicalName="a"><x/></queue></destinations>'),
      [
        'error unknown-element /broker/destinations/queue/x: <x> is unknown to Amazon MQ, which drops it; <queue> has no children; remove it',
      ],
    ],
    [
      'an element that belongs elsewhere',
      broker('<policyEntry queue="&gt;"/>'),
      [
        'error misplaced-element /broker/policyEntry: <policyEntry> is not permitted in <broker>, so Amazon MQ drops it; move it to policyMap/defaultEntry, policyMap/policyEntries',
      ],
    ],
    [
      'an element that is an attribute there, and an element elsewhere',
      broker(
        '<destinationPolicy><policyMap><policyEntries><policyEntry topic="a"><queue>b</queue></policyEntry></policyEntries></policyMap></destinationPolicy>',
      ),
      [
        'error misplaced-element /broker/destinationPolicy/policyMap/policyEntries/policyEntry/queue: <queue> is not permitted in <policyEntry>, so Amazon MQ drops it; queue is an attribute: write <policyEntry queue="…">',
      ],
    ],
    [
      'an attribute that is an element',
      broker(
        '<destinationPolicy><policyMap><policyEntries><policyEntry queue="a" deadLetterStrategy="discarding"/></policyEntries></policyMap></destinationPolicy>',
      ),
      [
        'error unknown-attribute /broker/destinationPolicy/policyMap/policyEntries/policyEntry/@deadLetterStrategy: <policyEntry> has no attribute "deadLetterStrategy", so Amazon MQ drops it; <policyEntry> has 56 other attributes; deadLetterStrategy is an element: write <deadLetterStrategy> in <policyEntry>',
      ],
    ],
    [
      'an element of a newer version',
      broker(
        '<networkConnectors><networkConnector userName="b" uri="static:(ssl://b:61617)"><localUri/></networkConnector></networkConnectors>',
      ),
      [
        'error element-version /broker/networkConnectors/networkConnector/localUri: <localUri> in <networkConnector> is permitted from engine version 5.17, not in 5.16; remove it, or use that engine version',
      ],
      { ...SIMPLE, engineVersion: '5.16' },
    ],
    [
      'an attribute of a newer version',
      broker('', ' maxUncommittedCount="5"'),
      [
        'error attribute-version /broker/@maxUncommittedCount: broker@maxUncommittedCount is permitted from engine version 5.19, not in 5.18; remove it, or use that engine version',
        expect.stringMatching(/^warning never-delivered /) as string,
      ],
      { ...SIMPLE, engineVersion: '5.18' },
    ],
    [
      'what Amazon MQ does not offer',
      broker('<managementContext/><plugins><simpleAuthenticationPlugin/></plugins>', ' brokerName="b"'),
      [
        'error not-offered /broker/@brokerName: broker@brokerName is not offered by Amazon MQ, which drops it: got "b"; Amazon MQ names each instance: NAME-1 and NAME-2; remove it',
        'error not-offered /broker/managementContext: <managementContext> is not offered by Amazon MQ, which drops it; Amazon MQ gives no access to JMX; read the CloudWatch metrics of the broker, and remove it',
        'error not-offered /broker/plugins/simpleAuthenticationPlugin: <simpleAuthenticationPlugin> is not offered by Amazon MQ, which drops it; declare its users on the broker: users, groups and passwords are not part of the document',
      ],
    ],
    [
      'what takes code of Java, whatever attribute has its name',
      broker('<bridgeFactory/><query/>'),
      [
        'error not-offered /broker/bridgeFactory: <bridgeFactory> is not offered by Amazon MQ, which drops it; Amazon MQ runs no code of yours in the broker; set what you need on networkConnector',
        expect.stringMatching(/^error unknown-element [/]broker[/]query: [^;]*; allowed: [^;]*; remove it$/) as string,
      ],
    ],
    [
      'what another tool fills in',
      broker('{{range gets "/queues"}}<plugins/>{{end}}'),
      [
        'error text /broker: <broker> contains the text "{{range gets "/queues"}}": no element takes text; this is a template of Go, confd or Jinja; check the XML that it renders',
        'error text /broker: <broker> contains the text "{{end}}": no element takes text; this is a template of Go, confd or Jinja; check the XML that it renders',
      ],
    ],
    [
      'what other tools fill in, and Terraform',
      broker(`{% if x %}\${network}${entries('<policyEntry queue="{{ a }}" memoryLimit="{{ b }}mb"/>')}`),
      [
        'error text /broker: <broker> contains the text "{% if x %}${network}": no element takes text; check what Terraform renders, or the template with --template',
        `info template ${ENTRY}/@queue: policyEntry@queue is "{{ a }}": another tool fills in this file, and what it produces is not checked; this is a template of Go, confd or Jinja; check the XML that it renders`,
        expect.stringMatching(/^error attribute-unreadable .*@memoryLimit/) as string,
      ],
    ],
    [
      'text of Jinja',
      broker('{% if x %}'),
      [
        'error text /broker: <broker> contains the text "{% if x %}": no element takes text; this is a template of Go, confd or Jinja; check the XML that it renders',
      ],
    ],
    [
      'attributes nobody knows, or that belong elsewhere',
      broker(
        '<destinations><queue physicalName="a" name="a"/><topic physicalName="b" selector="b"/></destinations>',
        ' persistant="true"',
      ),
      [
        'error unknown-attribute /broker/@persistant: <broker> has no attribute "persistant", so Amazon MQ drops it; <broker> has 34 other attributes; write persistent',
        'error unknown-attribute /broker/destinations/queue/@name: <queue> has no attribute "name", so Amazon MQ drops it; allowed: DLQ, physicalName; write physicalName',
        'error unknown-attribute /broker/destinations/topic/@selector: <topic> has no attribute "selector", so Amazon MQ drops it; allowed: DLQ, physicalName; it is an attribute of filteredDestination',
      ],
    ],
    [
      'a password',
      broker(
        '<networkConnectors><networkConnector userName="b" uri="static:(ssl://b:61617)" password="p"/></networkConnectors>',
      ),
      [
        'error connector-password /broker/networkConnectors/networkConnector/@password: networkConnector@password is dropped: a document contains no passwords; set userName only; Amazon MQ uses the password of the broker’s user of that name',
      ],
    ],
    [
      'values of another type',
      broker(
        entries(
          '<policyEntry queue="a" useCache="True" queuePrefetch="1.5" expireMessagesPeriod="9223372036854775808"/>',
        ),
      ),
      [
        `error attribute-type ${ENTRY}/@useCache: policyEntry@useCache must be "true" or "false": got "True"; write "true"`,
        `error attribute-type ${ENTRY}/@queuePrefetch: policyEntry@queuePrefetch must be a whole number: got "1.5"`,
        `error attribute-type ${ENTRY}/@expireMessagesPeriod: policyEntry@expireMessagesPeriod must be a whole number of at most 64 bits: got "9223372036854775808"`,
        `warning never-delivered ${ENTRY}/@expireMessagesPeriod: expireMessagesPeriod="9223372036854775808" rejects every client of these destinations: Java has no timer for so long a period; write 0 for never, or remove it for the default of 30000`,
      ],
    ],
    [
      'a value out of its range',
      broker('<persistenceAdapter><kahaDB checkpointInterval="4999"/></persistenceAdapter>'),
      [
        'error attribute-range /broker/persistenceAdapter/kahaDB/@checkpointInterval: kahaDB@checkpointInterval must be a whole number from 5000 to 25000: got "4999"',
      ],
    ],
    [
      'a value that is no choice',
      broker('<persistenceAdapter><kahaDB journalDiskSyncStrategy="allways"/></persistenceAdapter>'),
      [
        'error attribute-choice /broker/persistenceAdapter/kahaDB/@journalDiskSyncStrategy: kahaDB@journalDiskSyncStrategy must be "always", "periodic", "never": got "allways"; write "always"',
      ],
    ],
    [
      'placeholders',
      broker(entries('<policyEntry queue="${a}" memoryLimit="#{b}"/>')),
      [
        `error placeholder ${ENTRY}/@queue: policyEntry@queue is "\${a}": Amazon MQ drops values with \${…} or #{…}; write the value itself, or pass a token; check a file for templatefile() with --template, or what Terraform renders`,
        `error placeholder ${ENTRY}/@memoryLimit: policyEntry@memoryLimit is "#{b}": Amazon MQ drops values with \${…} or #{…}; write the value itself, or pass a token; check a file for templatefile() with --template, or what Terraform renders`,
      ],
    ],
    [
      'too few children, since 5.19',
      broker(entries('<policyEntry queue="a"><deadLetterStrategy/></policyEntry>')),
      [
        `error too-few-children ${ENTRY}/deadLetterStrategy: <deadLetterStrategy> is empty: engine version 5.19 needs at least 1 of discarding, individualDeadLetterStrategy, sharedDeadLetterStrategy; add one, or remove <deadLetterStrategy>`,
      ],
    ],
    [
      'of which the schema of 5.18 says nothing',
      broker(entries('<policyEntry queue="a"><deadLetterStrategy/></policyEntry>')),
      [
        `error element-missing ${ENTRY}/deadLetterStrategy: <deadLetterStrategy> of <policyEntry> is empty; the broker would not start; add one of discarding, individualDeadLetterStrategy, sharedDeadLetterStrategy, or remove <deadLetterStrategy>`,
      ],
      { ...SIMPLE, engineVersion: '5.18' },
    ],
    [
      'too many children',
      broker('<systemUsage><systemUsage><memoryUsage/><memoryUsage/></systemUsage></systemUsage>'),
      [
        'error too-many-children /broker/systemUsage/systemUsage/memoryUsage[2]: <systemUsage> takes at most 1 of memoryUsage: this is number 2; keep one of them',
      ],
    ],
    [
      'text, and white space where nothing may be',
      broker('<plugins>on</plugins><destinations><queue physicalName="a"> </queue></destinations>'),
      [
        'error text /broker/plugins: <plugins> contains the text "on": no element takes text; remove the text',
        'error white-space /broker/destinations/queue: <queue> contains white space: it must be empty; write <queue …/>, or run cdktf-amazon-mq format',
      ],
    ],
    [
      'the same queue twice, the default entry included',
      broker(
        `<destinationPolicy><policyMap><defaultEntry><policyEntry queue="a"/></defaultEntry><policyEntries><policyEntry queue="a"/></policyEntries></policyMap></destinationPolicy>`,
      ),
      [`error duplicate-value ${ENTRY}/@queue: queue "a" occurs twice in one <policyMap>; merge the two entries`],
    ],
    [
      'transport connectors without a name, or with the same',
      broker(
        '<transportConnectors><transportConnector name="openwire"/><transportConnector name="openwire"/><transportConnector/></transportConnectors>',
      ),
      [
        'error duplicate-value /broker/transportConnectors/transportConnector[2]/@name: name "openwire" occurs twice in one <transportConnectors>; merge the two entries',
        'error connector-name /broker/transportConnectors/transportConnector[3]: <transportConnector> has no name: each in <transportConnectors> needs its own; add name="openwire"',
      ],
    ],
  ])('%s', (...[, text, findings, options]) => {
    expect(check(text, options)).toEqual(findings);
  });

  test('the two allowances of the service: broker@start, and the LDAP map in an LDAP configuration', () => {
    const map =
      '<plugins><authorizationPlugin><map><cachedLDAPAuthorizationMap queueSearchBase="ou=a" topicSearchBase="ou=b" tempSearchBase="ou=c" legacyGroupMapping="true"/></map></authorizationPlugin></plugins>';
    expect(check(broker('', ' start="false"'))).toEqual([]);
    expect(check(broker(map), LDAP)).toEqual([]);
    expect(check(broker(map))).toEqual([
      `error element-missing ${MAP}: <map> of <authorizationPlugin> is empty after Amazon MQ has dropped what it does not permit; the broker would not start; add one of authorizationMap`,
      expect.stringMatching(/^error ldap-map-without-ldap /),
    ]);
    expect(check(broker(map.replace('ou=a', 'a')), LDAP)).toEqual([
      `error attribute-unreadable ${MAP}/cachedLDAPAuthorizationMap/@queueSearchBase: cachedLDAPAuthorizationMap@queueSearchBase must be a distinguished name: got "a"; the broker would not start; write it as in "ou=Queue,ou=Destination,dc=example,dc=com"`,
    ]);
    expect(check(broker(map.replace('ou=a', '#a')), LDAP)).toEqual([
      expect.stringMatching(/^error bean-reference .*[/]@queueSearchBase: .*; remove the #$/),
    ]);
    expect(check(broker(map.replace('queueSearchBase="ou=a"', 'connectionURL="ldap://a"')), LDAP)).toEqual([
      expect.stringMatching(/^error attribute-missing .* has no queueSearchBase: Amazon MQ requires/),
      `error not-offered ${MAP}/cachedLDAPAuthorizationMap/@connectionURL: cachedLDAPAuthorizationMap@connectionURL is not offered by Amazon MQ, which drops it: got "ldap://a"; the value comes from the LDAP server settings of the broker; remove it`,
    ]);
  });

  test('a secret is not shown', () => {
    const map =
      '<cachedLDAPAuthorizationMap queueSearchBase="ou=a" topicSearchBase="ou=b" tempSearchBase="ou=c" connectionPassword="hunter2"/>';
    const plugin = `<plugins><authorizationPlugin><map>${map}</map></authorizationPlugin></plugins>`;
    expect(check(broker(plugin), LDAP)).toEqual([
      `error not-offered ${MAP}/cachedLDAPAuthorizationMap/@connectionPassword: cachedLDAPAuthorizationMap@connectionPassword is not offered by Amazon MQ, which drops it: got (sensitive); the value comes from the LDAP server settings of the broker; remove it`,
    ]);
  });

  test('names in another case are known as well', () => {
    const connector =
      '<networkConnectors><networkConnector userName="b" uri="static:(ssl://b:1)" Password="p"/></networkConnectors>';
    expect(check(broker(connector, ' USEJMX="false"'))).toEqual([
      expect.stringMatching(/^error not-offered \/broker\/@USEJMX: /),
      expect.stringMatching(/^error connector-password /),
    ]);
  });

  test('a placeholder beside a token is found, and a token beside a wrong word is not', () => {
    expect(check(broker(entries('<policyEntry queue="${TfToken[TOKEN.0]}.${a}"/>')))).toEqual([
      expect.stringMatching(/^error placeholder /),
    ]);
    expect(check(broker('', ' useJmx="${TfToken[TOKEN.0]}" start="x${TfToken[TOKEN.0]}"'))).toEqual([
      expect.stringMatching(/^error not-offered /),
    ]);
  });

  test('a whole number of more than 32 bits', () => {
    expect(check(broker('', ' schedulePeriodForDestinationPurge="-2147483649"'))).toEqual([
      'error attribute-unreadable /broker/@schedulePeriodForDestinationPurge: broker@schedulePeriodForDestinationPurge has more than 32 bits, so the broker would not start: got "-2147483649"; write a number from -2147483648 to 2147483647',
    ]);
    expect(check(broker('', ' schedulePeriodForDestinationPurge="-2147483648"'))).toEqual([]);
  });

  test('of a typed definition, what is no character of XML', () => {
    const document = ConfigurationDocument.define({
      destinations: [{ queue: { physicalName: 'a\u0001' } }, { topic: { physicalName: 'b\ud800' } }],
    });
    expect(document._check(SIMPLE).map(words)).toEqual([
      'error character /broker/destinations/queue/@physicalName: queue@physicalName contains U+0001, which XML 1.0 does not allow: got "a\\u{1}"; remove the character',
      'error character /broker/destinations/topic/@physicalName: topic@physicalName contains U+D800, which XML 1.0 does not allow: got "b\\u{d800}"; remove the character',
    ]);
    expect(
      ConfigurationDocument.define({ destinations: [{ queue: { physicalName: 'a\t😀\uFFFD' } }] })._check(SIMPLE),
    ).toEqual([]);
  });

  test('of a typed definition, an element has a path and no line', () => {
    const document = ConfigurationDocument.define({
      networkConnectors: [{ uri: 'static:(ssl://b:61617)' }],
    });
    const [finding, ...others] = document._check(SIMPLE);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'connector-without-user',
      path: '/broker/networkConnectors/networkConnector',
    });
    expect(finding).not.toHaveProperty('line');
  });

  describe('a broker under a wrong namespace, or deeper, is looked into all the same', () => {
    const inside = ' useJmx="true"';
    test.each([
      ['in none', `<broker${inside}/>`, ['foreign-namespace', 'not-offered']],
      [
        'in an older one',
        `<broker xmlns="http://activemq.org/config/1.0"${inside}><plugins><x/></plugins></broker>`,
        ['foreign-namespace', 'not-offered', 'unknown-element'],
      ],
      [
        'in an older one, with content in the right one',
        `<broker xmlns="http://activemq.org/config/1.0"><plugins xmlns="${NAMESPACE}"><x/></plugins></broker>`,
        ['foreign-namespace', 'unknown-element'],
      ],
      ['in beans, in none', `<beans><broker${inside}/></beans>`, ['document-root', 'foreign-namespace', 'not-offered']],
      [
        'in beans in beans',
        `<beans><beans>${broker('', inside)}</beans><bean/></beans>`,
        ['document-root', 'not-offered', 'document-root'],
      ],
      [
        'twice',
        `<beans>${broker('', inside).repeat(2)}</beans>`,
        ['document-root', 'not-offered', 'document-root', 'not-offered'],
      ],
    ])('%s', (_where, text, codes) => {
      expect(checkDocument(parseXml(text), SIMPLE).map(({ code }) => code)).toEqual(codes);
    });

    test('and one that is written large is named', () => {
      expect(check('<Broker/>')).toEqual([
        'error document-root /Broker: the document is <Broker>: Amazon MQ takes one broker element; write <broker>',
      ]);
    });
  });

  test('tokens are passed over, whatever their attribute', () => {
    const token = '${TfToken[TOKEN.3]}';
    const text = broker(
      entries(
        `<policyEntry queue="${token}" useCache="${token}" queuePrefetch="-8.109562212591379e+298"/><policyEntry queue="${token}"/>`,
      ) +
        `<persistenceAdapter><kahaDB checkpointInterval="${token}" journalDiskSyncStrategy="a${token}"/></persistenceAdapter>` +
        `<transportConnectors><transportConnector name="${token}"/></transportConnectors>` +
        authorization(`<authorizationEntry queue="&gt;" read="${token}" write="a" admin="a"/>`),
      ` persistent="${token}" schedulePeriodForDestinationPurge="${token}"`,
    );
    expect(check(text)).toEqual([]);
  });

  test('names that JavaScript objects have of their own are as unknown as others', () => {
    const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];
    const text = broker(
      names.map((name) => `<${name} ${name}="1"/>`).join(''),
      names.map((name) => ` ${name}="1"`).join(''),
    );
    expect(checkDocument(parseXml(text), SIMPLE).map(({ code }) => code)).toEqual([
      ...names.map(() => 'unknown-attribute'),
      ...names.map(() => 'unknown-element'),
    ]);
  });
});

describe('meaning', () => {
  test.each<[what: string, text: string, findings: string[], options?: CheckOptions]>([
    [
      'destinations that will be deleted',
      broker(
        entries(
          '<policyEntry queue="&gt;" gcInactiveDestinations="true" inactiveTimoutBeforeGC="600000"/><policyEntry topic="a" gcInactiveDestinations="1"/><policyEntry tempQueue="true" gcInactiveDestinations="true" inactiveTimeoutBeforeGC="0"/>',
        ),
        ' schedulePeriodForDestinationPurge="10000"',
      ),
      [
        `warning destination-purge ${ENTRY}[1]/@gcInactiveDestinations: queues matching ">" that stay empty and unused for 10 minutes are deleted: the broker looks for them every 10 seconds; set gcInactiveDestinations="false" to keep them`,
        `warning destination-purge ${ENTRY}[2]/@gcInactiveDestinations: topics matching "a" that stay empty and unused for 1 minute are deleted: the broker looks for them every 10 seconds; set gcInactiveDestinations="false" to keep them`,
      ],
    ],
    ...(
      [
        ['queues and topics that an entry does not name', '<policyEntry VALUE/>', 'destinations'],
        ['temporary queues', '<policyEntry tempQueue="true" VALUE/>', 'temporary queues'],
        ['temporary topics', '<policyEntry tempTopic="true" VALUE/>', 'temporary topics'],
        [
          'destinations of the default entry',
          '<defaultEntry><policyEntry VALUE/></defaultEntry>',
          'destinations without an entry of their own',
        ],
      ] as const
    ).map(([what, entry, those]): [string, string, unknown[]] => [
      `${what} that will be deleted`,
      broker(
        (entry.startsWith('<defaultEntry>')
          ? `<destinationPolicy><policyMap>${entry}</policyMap></destinationPolicy>`
          : entries(entry)
        ).replace('VALUE', 'gcInactiveDestinations="true"'),
        ' schedulePeriodForDestinationPurge="10000"',
      ),
      [
        ...(those === 'destinations' ? [expect.stringMatching(/^error entry-without-destination /)] : []),
        expect.stringContaining(
          `@gcInactiveDestinations: ${those} that stay empty and unused for 1 minute are deleted`,
        ),
      ],
    ]),
    [
      'a sweep that finds nothing to delete',
      broker(entries('<policyEntry queue="&gt;"/>'), ' schedulePeriodForDestinationPurge="60000"'),
      [
        'warning purge-without-entry /broker/@schedulePeriodForDestinationPurge: the broker looks for idle destinations every 1 minute, but no policyEntry allows it to delete any; remove schedulePeriodForDestinationPurge, or set gcInactiveDestinations on an entry',
      ],
    ],
    [
      'something to delete, and no sweep',
      broker(entries('<policyEntry queue="&gt;" gcInactiveDestinations="true"/>')),
      [
        `warning entry-without-purge ${ENTRY}/@gcInactiveDestinations: gcInactiveDestinations has no effect, because the broker never looks for idle destinations; set schedulePeriodForDestinationPurge on the broker, or remove gcInactiveDestinations`,
      ],
    ],
    [
      'both spellings of the timeout',
      broker(entries('<policyEntry queue="&gt;" inactiveTimoutBeforeGC="1" inactiveTimeoutBeforeGC="2"/>')),
      [
        `warning timeout-twice ${ENTRY}/@inactiveTimoutBeforeGC: inactiveTimoutBeforeGC="1" and inactiveTimeoutBeforeGC="2" set the same timeout: ActiveMQ uses the misspelled one; keep one of them`,
      ],
    ],
    ...(
      [
        ['0', '600000', []],
        [
          '600000',
          '0',
          [
            `warning destination-purge ${ENTRY}/@gcInactiveDestinations: queues matching ">" that stay empty and unused for 10 minutes are deleted: the broker looks for them every 10 seconds; set gcInactiveDestinations="false" to keep them`,
          ],
        ],
      ] as const
    ).map(([misspelled, spelled, purge]): [string, string, string[]] => [
      `a misspelled timeout of ${misspelled}, which lasts, beside one of ${spelled}`,
      broker(
        entries(
          `<policyEntry queue="&gt;" gcInactiveDestinations="true" inactiveTimoutBeforeGC="${misspelled}" inactiveTimeoutBeforeGC="${spelled}"/>`,
        ),
        ' schedulePeriodForDestinationPurge="10000"',
      ),
      [...purge, expect.stringMatching(/^warning timeout-twice /)],
    ]),
    [
      'an entry for nothing, and one for too much',
      broker(
        entries(
          '<policyEntry/><policyEntry queue="a" topic="b"/><policyEntry><destination><queue physicalName="c"/></destination></policyEntry><policyEntry queue=" "/><policyEntry tempQueue="false"/>',
        ),
      ),
      [
        `error entry-without-destination ${ENTRY}[1]: <policyEntry> has no queue and no topic; the broker would not start; add queue="…" or topic="…"`,
        `warning entry-with-destinations ${ENTRY}[2]: <policyEntry> has queue and topic: ActiveMQ uses only one of them; write one entry for each`,
        `error entry-without-destination ${ENTRY}[4]/@queue: <policyEntry> has an empty queue; the broker would not start; write a name, or > for all`,
        `warning temporary-false ${ENTRY}[5]/@tempQueue: tempQueue="false" applies the <policyEntry> to temporary destinations: ActiveMQ ignores the value; remove tempQueue`,
      ],
    ],
    [
      'a connector that looks for brokers by multicast',
      broker('<networkConnectors><networkConnector userName="b" uri="multicast://default"/></networkConnectors>'),
      [
        'warning connector-multicast /broker/networkConnectors/networkConnector/@uri: the connector looks for brokers by multicast, which Amazon MQ does not have; write the addresses: static:(URL) or masterslave:(URL,URL)',
      ],
    ],
    [
      'entries that another covers',
      broker(
        entries(
          '<policyEntry queue="&gt;"/><policyEntry queue="&gt;.&gt;"/><policyEntry topic="&gt;"/><policyEntry queue="a, b"/><policyEntry queue="b"/>',
        ).replace('<policyEntries>', '<defaultEntry><policyEntry/></defaultEntry><policyEntries>'),
      ),
      [
        'warning entry-covered /broker/destinationPolicy/policyMap/defaultEntry/policyEntry: the entries for queue ">" and topic ">" match everything but temporary destinations, so the default entry applies to nothing else; move these settings to the entries for >',
        `warning entry-covered ${ENTRY}[2]: <policyEntry> for queue ">.>" and the one for queue ">" match the same destinations: ActiveMQ uses only one of them; merge the two entries`,
      ],
    ],
    [
      'two redelivery policies for one queue, which no schema compares',
      broker(
        '<plugins><redeliveryPlugin><redeliveryPolicyMap><redeliveryPolicyMap><redeliveryPolicyEntries><redeliveryPolicy queue="a"/><redeliveryPolicy queue="a"/></redeliveryPolicyEntries></redeliveryPolicyMap></redeliveryPolicyMap></redeliveryPlugin></plugins>',
        ' schedulerSupport="true"',
      ),
      [expect.stringMatching(/^warning entry-covered .*<redeliveryPolicy> for queue "a" and the one for queue "a"/)],
    ],
    [
      'an entry for several of which each has an entry of its own',
      broker(
        entries(
          '<policyEntry queue="a, b"/><policyEntry queue="b"/><policyEntry queue="a"/><policyEntry queue="b,c"/>',
        ),
      ),
      [
        `warning entry-covered ${ENTRY}[1]: <policyEntry> for queue "a, b" is never used: the entries for queue "a" and queue "b" match the same destinations; remove this entry, or the others`,
      ],
    ],
    [
      'patterns that match nothing they seem to',
      broker(
        entries(
          '<policyEntry queue="orders*"/><policyEntry topic="a.&gt;.b"/><policyEntry queue="queue://a"/><policyEntry queue="a.*.b,c.&gt;.&gt;"/>',
        ),
      ),
      [
        `warning destination-pattern ${ENTRY}[1]/@queue: queue "orders*" does not match what it seems to: * stands for a whole part of a name between periods, and > for all parts at the end; write the names, or a pattern such as orders.>`,
        `warning destination-pattern ${ENTRY}[2]/@topic: topic "a.>.b" does not match what it seems to: * stands for a whole part of a name between periods, and > for all parts at the end; write the names, or a pattern such as orders.>`,
        `warning destination-pattern ${ENTRY}[3]/@queue: queue "queue://a" does not match what it seems to: a name has no queue:// or topic:// in front; write the names, or a pattern such as orders.>`,
      ],
    ],
    [
      'wildcards of MQTT',
      broker(
        `${entries('<policyEntry topic="sensors/+/#"/>')}${authorization('<authorizationEntry queue="a.#.b" read="*"/>')}`,
      ),
      [
        `warning destination-pattern ${ENTRY}/@topic: topic "sensors/+/#" does not match what it seems to: # and + are wildcards of MQTT; those of ActiveMQ are > and *, with periods between the parts; write "sensors.*.>"`,
        expect.stringMatching(/^warning advisories-denied /),
        `warning destination-pattern ${MAP}/authorizationMap/authorizationEntries/authorizationEntry/@queue: queue "a.#.b" does not match what it seems to: # and + are wildcards of MQTT; those of ActiveMQ are > and *, with periods between the parts; write the names, or a pattern such as orders.>`,
      ],
    ],
    [
      'patterns of connectors and virtual destinations',
      broker(
        `<destinations><queue physicalName="a*"/></destinations><destinationInterceptors><virtualDestinationInterceptor><virtualDestinations><virtualTopic name="events/#"/><compositeQueue name="b*"><forwardTo><queue physicalName="c*"/></forwardTo></compositeQueue><compositeTopic name="+"><forwardTo><queue physicalName="c"/></forwardTo></compositeTopic></virtualDestinations></virtualDestinationInterceptor></destinationInterceptors><networkConnectors><networkConnector userName="n" uri="static:(ssl://b:61617)"><excludedDestinations><queue physicalName="d.+"/><topic physicalName="e.&gt;"/></excludedDestinations></networkConnector></networkConnectors>`,
      ),
      [
        expect.stringMatching(
          /^warning destination-pattern .*virtualTopic\/@name: name "events\/#" .*; write "events\.>"$/,
        ),
        expect.stringMatching(/^warning destination-pattern .*compositeQueue\/@name: name "b\*" /),
        expect.stringMatching(/^warning destination-pattern .*compositeTopic\/@name: name "\+" .*; write "\*"$/),
        expect.stringMatching(
          /^warning destination-pattern .*excludedDestinations\/queue\/@physicalName: physicalName "d\.\+" /,
        ),
      ],
    ],
    [
      'durability given away',
      broker(
        '<persistenceAdapter><kahaDB journalDiskSyncStrategy="never"/></persistenceAdapter><plugins><forcePersistencyModeBrokerPlugin persistenceFlag="false"/></plugins>',
        ' persistent="false" deleteAllMessagesOnStartup="TRUE"',
      ),
      [
        'warning not-persistent /broker/@persistent: persistent="false" keeps all messages in memory: a failover or reboot loses them; remove it, unless the messages may be lost',
        'warning messages-deleted /broker/@deleteAllMessagesOnStartup: deleteAllMessagesOnStartup="TRUE" deletes all messages at every failover and reboot; remove it, unless the messages may be lost',
        'warning disk-sync-never /broker/persistenceAdapter/kahaDB/@journalDiskSyncStrategy: journalDiskSyncStrategy="never" acknowledges messages before they are on disk: a crash may lose them; remove it',
        'warning not-persistent /broker/plugins/forcePersistencyModeBrokerPlugin/@persistenceFlag: <forcePersistencyModeBrokerPlugin> makes every message non-persistent: a failover or reboot loses them (persistenceFlag="false"); set persistenceFlag="true", or remove the plugin',
      ],
    ],
    [
      'redelivery without the scheduler',
      broker('<plugins><redeliveryPlugin/></plugins>'),
      [
        'error redelivery-without-scheduler /broker/plugins/redeliveryPlugin: redeliveryPlugin needs schedulerSupport="true" on the broker; without it, the broker would not start; set schedulerSupport="true" on the broker',
      ],
    ],
    ['redelivery with it', broker('<plugins><redeliveryPlugin/></plugins>', ' schedulerSupport="true"'), []],
    [
      'an authorization map that the console’s users are not in',
      broker(authorization(`<authorizationEntry queue="&gt;" read="a" write="a" admin="a"/>${advisories('a')}`)),
      [
        `warning console-group ${MAP}/authorizationMap: no entry of the authorization map grants anything to the group activemq-webconsole, so users of the web console see nothing; add activemq-webconsole to read, write and admin of the entries for >`,
      ],
    ],
    [
      'one that they are in',
      broker(
        authorization(
          `<authorizationEntry queue="&gt;" read="a" write="a, activemq-webconsole"/>${advisories('a, activemq-webconsole')}`,
        ),
      ),
      [],
    ],
    [
      'one with an entry for temporary destinations among the others, and a pattern in it',
      broker(authorization(`${advisories('activemq-webconsole')}<tempDestinationAuthorizationEntry queue="orders*"/>`)),
      [
        expect.stringMatching(/^error element-unusable .*tempDestinationAuthorizationEntry/),
        expect.stringMatching(/^warning destination-pattern .*tempDestinationAuthorizationEntry\/@queue/),
      ],
    ],
    [
      'one that lets in nobody at all',
      broker(authorization('<authorizationEntry queue="&gt;"/>')),
      [
        `error map-lets-nobody-in ${MAP}/authorizationMap: <authorizationMap> grants nothing to any group: nobody can connect, send or receive; set read, write and admin of the entries to groups of your users`,
      ],
    ],
    [
      'one that lets in nobody to temporary destinations either',
      broker(
        authorization('<authorizationEntry queue="&gt;"/>').replace(
          '</authorizationMap>',
          '<tempDestinationAuthorizationEntry><tempDestinationAuthorizationEntry/></tempDestinationAuthorizationEntry></authorizationMap>',
        ),
      ),
      [expect.stringMatching(/^error map-lets-nobody-in /)],
    ],
    ...['read', 'write', 'admin'].map((permission): [string, string, unknown[]] => [
      `one that lets in a group by ${permission} alone`,
      broker(
        authorization(`<authorizationEntry queue="&gt;" ${permission}="activemq-webconsole"/>`),
        ' advisorySupport="false"',
      ),
      [],
    ]),
    [
      'one that keeps groups from the advisories',
      broker(
        authorization(
          '<authorizationEntry queue="a" read="a,b,activemq-webconsole"/><authorizationEntry topic="ActiveMQ.&gt;" read="b,activemq-webconsole" admin="activemq-webconsole"/><authorizationEntry topic="ActiveMQ.*.*,x" admin="b"/>',
        ),
      ),
      [
        `warning advisories-denied ${MAP}/authorizationMap: ActiveMQ rejects a user who is in none but the group a, whatever the protocol: no entry grants admin on the topics ActiveMQ.Advisory.>, which a client creates when it connects; add <authorizationEntry topic="ActiveMQ.Advisory.>" read="a" write="a" admin="a"/>`,
      ],
    ],
    [
      'one that lets a group read the advisories and not make their topics',
      broker(
        authorization('<authorizationEntry topic="&gt;" read="a,activemq-webconsole" admin="activemq-webconsole"/>'),
      ),
      [
        expect.stringMatching(
          /^warning advisories-denied .*ActiveMQ rejects a user who is in none but the group a, whatever the protocol/,
        ),
      ],
    ],
    [
      'the same where nobody is told of them',
      broker(authorization('<authorizationEntry queue="a" read="*"/>'), ' advisorySupport="false"'),
      [],
    ],
    [
      'two authorization plugins',
      broker(authorization(advisories('*')).repeat(2).replace('</plugins><plugins>', '')),
      [
        'warning authorization-twice /broker/plugins/authorizationPlugin[2]: this is a second <authorizationPlugin>: a client may do only what both of them allow; merge the entries of both into one',
      ],
    ],
    [
      'an authorization map beside an LDAP server',
      broker(authorization(advisories('amazonmq-console-admins'))),
      [],
      LDAP,
    ],
    [
      'LDAP without its map',
      broker(''),
      [
        'warning ldap-without-map /broker: an LDAP configuration without <cachedLDAPAuthorizationMap> allows everything to whoever can log in; add plugins/authorizationPlugin/map/cachedLDAPAuthorizationMap',
      ],
      LDAP,
    ],
  ])('%s', (...[, text, findings, options]) => {
    expect(check(text, options)).toEqual(findings);
  });
});

describe('users', () => {
  const user = (username: string, groups: string[] = [], consoleAccess = false): KnownUser => ({
    username,
    groups,
    consoleAccess,
  });
  const entry = '<authorizationEntry queue="&gt;" read="readers" write="writers" admin="writers"/>';
  const map = broker(authorization(entry + advisories('readers,writers,activemq-webconsole')));
  const bare = broker(authorization(entry));

  test('with groups that mean nothing', () => {
    expect(
      users(broker(''), [user('ann', ['readers']), user('bob'), user('cyd', ['activemq-webconsole'], true)]),
    ).toEqual([
      'warning groups-without-map /broker: the document has no authorization map: the groups of ann have no effect, and every user may do everything; add plugins/authorizationPlugin/map/authorizationMap, or remove the groups',
    ]);
    expect(users(broker(''), [user('bob', [], true)])).toEqual([]);
  });

  test('with console access that the map takes away, and groups without users', () => {
    const locked = broker(authorization(entry + advisories('readers,writers')));
    expect(users(locked, [user('ann', ['readers'], true), user('root', [], true)])).toEqual([
      expect.stringMatching(/^warning advisories-denied .*rejects the user root, whatever the protocol/),
      `error console-lock-out ${MAP}/authorizationMap: root may open the web console, but no entry of the authorization map grants anything to activemq-webconsole or to another of their groups; add activemq-webconsole to read, write and admin of the entries for >`,
      `warning group-without-user ${MAP}/authorizationMap: the authorization map grants permissions to the group writers, but no user of the broker is in it; add a user to the group, or correct its name`,
    ]);
  });

  test('that fit', () => {
    expect(users(map, [user('ann', ['readers']), user('bob', ['writers'])])).toEqual([]);
    expect(users(map.replaceAll('writers', '*'), [user('root', [], true)])).toEqual([]);
    expect(users(map.replaceAll('writers', '${TfToken[TOKEN.1]}'), [user('root', [], true)])).toEqual([]);
  });

  test('in a group without rights on the advisories, and in another that has them', () => {
    const crew = entry.replaceAll('writers', 'crew').replaceAll('readers', 'crew');
    const shared = broker(authorization(crew + advisories('everyone')));
    expect(users(shared, [user('ann', ['crew', 'everyone'])])).toEqual([]);
    expect(users(shared, [user('ann', ['crew', 'everyone']), user('bob', ['crew'])])).toEqual([
      expect.stringMatching(/^warning advisories-denied .*rejects the user bob, whatever the protocol/),
    ]);
  });

  test('that may create the advisory topics and not read them', () => {
    const admin = '<authorizationEntry topic="&gt;" admin="readers"/>';
    expect(users(broker(authorization(entry + admin)), [user('ann', ['readers']), user('bob', ['writers'])])).toEqual([
      expect.stringMatching(/rejects the user bob, whatever the protocol/),
      expect.stringMatching(/rejects OpenWire clients of the user ann: .*AMQP and MQTT clients need admin only/),
    ]);
  });

  test('that may create the advisory topics and read only some of those that a client reads', () => {
    const onlyCreated = '<authorizationEntry topic="ActiveMQ.Advisory.Connection" read="a" write="a" admin="a"/>';
    const [queues, topics] = ['Queue', 'Topic'].map(
      (kind) => `<authorizationEntry topic="ActiveMQ.Advisory.Temp${kind}" read="${kind}"/>`,
    );
    const mapOf = (...more: string[]) => broker(authorization(entry + onlyCreated + more.join('')));
    const rejected = [expect.stringMatching(/^warning advisories-denied .*rejects OpenWire clients of the user ann:/)];
    const others = [user('rea', ['readers', 'a', 'Queue', 'Topic']), user('wri', ['writers', 'a', 'Queue', 'Topic'])];
    expect(users(mapOf(), [user('ann', ['a'])]).filter((text) => text.includes('advisories'))).toEqual(rejected);
    expect(users(mapOf(queues, topics), [...others, user('ann', ['a', 'Queue'])])).toEqual(rejected);
    expect(users(mapOf(queues, topics), others)).toEqual([]);
  });

  test('whom an entry for everybody lets see the advisories', () => {
    const open = broker(authorization(`${entry}${advisories('*')}`));
    expect(users(open, [user('ann', ['readers']), user('bob', ['writers'])])).toEqual([]);
  });

  test('without groups, beside others, are put into a group of the entry', () => {
    expect(users(bare, [user('ann', ['readers']), user('bob', ['writers']), user('cyd')])).toEqual([
      expect.stringContaining(
        'read="readers,writers" write="readers,writers" admin="readers,writers"/>, and put cyd into one of its groups',
      ),
    ]);
  });

  test('that are not known are judged by their groups', () => {
    expect(checkUsers(parseXml(bare), undefined).map(words)).toEqual([
      expect.stringMatching(/rejects a user who is in none but the groups readers and writers/),
    ]);
    expect(check(bare, { ...SIMPLE, users: 'checked-later' })).toEqual([
      expect.stringMatching(/^warning console-group /),
    ]);
  });

  test('of whom none is the user of a network connector', () => {
    const connector =
      '<networkConnectors><networkConnector uri="static:(ssl://b:61617)" userName="bridge"/></networkConnectors>';
    expect(users(broker(connector), [user('ann')])).toEqual([
      'warning connector-user-unknown /broker/networkConnectors/networkConnector/@userName: the network connector logs in as bridge, but the broker has no such user, so it never connects; add the user bridge to this broker and to the broker at the other end, or correct userName',
    ]);
    expect(users(broker(connector), [user('bridge')])).toEqual([]);
  });
});

test('a self-managed broker’s file gives the whole list of what Amazon MQ will not take, in order', () => {
  const text = readFileSync(path.join(__dirname, 'self-managed-activemq.xml'), 'utf8');
  const lines = checkDocument(parseXml(text), SIMPLE).map(
    (finding) => `${finding.line}:${finding.column} ${words(finding)}`,
  );
  expect(lines).toMatchSnapshot();
});

test('ten thousand mistakes are all found', () => {
  const text = broker(entries('<policyEntry queue="a" qeue="b"/>\n'.repeat(10_000)));
  const findings = checkDocument(parseXml(text), SIMPLE);
  expect(findings).toHaveLength(19_999);
  expect(findings.at(-1)).toMatchObject({
    line: 10_000,
    path: `${ENTRY}[10000]/@qeue`,
    remedy: phrase`write ${'queue'}`,
  });
});
