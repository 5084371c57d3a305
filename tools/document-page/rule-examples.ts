import { type DocumentRuleCode } from '../../src/document/check/document-rules';

/** A document that breaks a rule, and the same without the mistake. */
export interface RuleExample {
  /** Content of a broker element, or a whole document where it has a root. */
  readonly wrong: string;
  readonly right: string;
  /** What is checked; the default is the newest engine version, without LDAP. */
  readonly engineVersion?: string;
  readonly ldap?: boolean;
  /** Groups by user of the broker, where the rule is about users; `console:` before those who may use the console. */
  readonly users?: Readonly<Record<string, readonly string[]>>;
  /** Why no document can be written that shows it. */
  readonly typedOnly?: string;
}

const XMLNS = 'xmlns="http://activemq.apache.org/schema/core"';
const broker = (attributes: string, content = ''): string =>
  content === '' ? `<broker ${XMLNS} ${attributes}/>` : `<broker ${XMLNS} ${attributes}>\n${content}\n</broker>`;
const ALL = 'read="shop,activemq-webconsole" write="shop,activemq-webconsole" admin="shop,activemq-webconsole"';
const ENTRIES = `<authorizationEntry queue="&gt;" ${ALL}/>\n<authorizationEntry topic="&gt;" ${ALL}/>`;
const CONNECTOR = 'userName="bridge" uri="static:(ssl://HOST:61617)"';
/** A member of a network of brokers with one policy entry, which sends messages on that came from another broker. */
const memberWith = (queue: string): string => `<destinationPolicy>
  <policyMap>
    <policyEntries>
      <policyEntry ${queue}>
        <networkBridgeFilterFactory>
          <conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true" replayDelay="1000"/>
        </networkBridgeFilterFactory>
      </policyEntry>
    </policyEntries>
  </policyMap>
</destinationPolicy>
<networkConnectors>
  <networkConnector duplex="true" ${CONNECTOR}/>
</networkConnectors>`;
const BASES = 'queueSearchBase="ou=Queue" topicSearchBase="ou=Topic" tempSearchBase="ou=Temp"';
const VIRTUAL = '<virtualTopic name="VirtualTopic.&gt;" prefix="Consumer.*."/>';
const LDAP_MAP = `<authorizationPlugin>\n  <map>\n    <cachedLDAPAuthorizationMap ${BASES}/>\n  </map>\n</authorizationPlugin>`;

/** One for each rule. They are shown in docs/document.md, and the tests check both of each. */
export const RULE_EXAMPLES: Readonly<Record<DocumentRuleCode, RuleExample>> = {
  'document-root': {
    wrong: `<beans>\n  <broker ${XMLNS}/>\n</beans>`,
    right: `<broker ${XMLNS}/>`,
  },
  'foreign-namespace': {
    wrong: '<bean xmlns="http://www.springframework.org/schema/beans" id="filter"/>',
    right: '',
  },
  'schema-location': {
    wrong: broker(
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\n        xsi:schemaLocation="http://activemq.apache.org/schema/core activemq.xsd"',
    ),
    right: `<broker ${XMLNS}/>`,
  },
  'unknown-element': {
    wrong: '<policyEntry queue="&gt;">\n  <expireMessagesPeriod>1000</expireMessagesPeriod>\n</policyEntry>',
    right: '<policyEntry queue="&gt;" expireMessagesPeriod="1000"/>',
  },
  'misplaced-element': {
    wrong: '<deadLetterStrategy/>',
    right:
      '<policyEntry queue="&gt;">\n  <deadLetterStrategy>\n    <individualDeadLetterStrategy/>\n  </deadLetterStrategy>\n</policyEntry>',
  },
  'element-version': {
    wrong: `<networkConnector ${CONNECTOR}>\n  <localUri/>\n</networkConnector>`,
    right: `<networkConnector ${CONNECTOR}/>`,
    engineVersion: '5.16',
  },
  'not-offered': { wrong: '<managementContext createConnector="true"/>', right: '' },
  'unknown-attribute': {
    wrong: '<policyEntry queue="&gt;" queuePrefech="10"/>',
    right: '<policyEntry queue="&gt;" queuePrefetch="10"/>',
  },
  'attribute-version': {
    wrong: broker('maxUncommittedCount="100"'),
    right: `<broker ${XMLNS}/>`,
    engineVersion: '5.18',
  },
  'connector-password': {
    wrong: `<networkConnector ${CONNECTOR} password="…"/>`,
    right: `<networkConnector ${CONNECTOR}/>`,
  },
  'attribute-type': {
    wrong: '<policyEntry queue="&gt;" producerFlowControl="yes"/>',
    right: '<policyEntry queue="&gt;" producerFlowControl="true"/>',
  },
  'attribute-range': {
    wrong: '<persistenceAdapter>\n  <kahaDB checkpointInterval="100"/>\n</persistenceAdapter>',
    right: '<persistenceAdapter>\n  <kahaDB checkpointInterval="5000"/>\n</persistenceAdapter>',
  },
  'attribute-choice': {
    wrong: '<persistenceAdapter>\n  <kahaDB journalDiskSyncStrategy="sometimes"/>\n</persistenceAdapter>',
    right: '<persistenceAdapter>\n  <kahaDB journalDiskSyncStrategy="periodic"/>\n</persistenceAdapter>',
  },
  placeholder: {
    wrong: '<policyEntry queue="&gt;" memoryLimit="${limit}"/>',
    right: '<policyEntry queue="&gt;" memoryLimit="64mb"/>',
  },
  character: {
    wrong: '',
    right: '',
    typedOnly: 'a text with such a character is not well-formed: only a typed definition can contain one',
  },
  'too-few-children': {
    wrong: '<policyEntry queue="&gt;">\n  <deadLetterStrategy/>\n</policyEntry>',
    right: '<policyEntry queue="&gt;"/>',
  },
  'too-many-children': {
    wrong: '<systemUsage>\n  <systemUsage/>\n  <systemUsage/>\n</systemUsage>',
    right: '<systemUsage>\n  <systemUsage/>\n</systemUsage>',
  },
  text: {
    wrong: '<destinations>orders</destinations>',
    right: '<destinations>\n  <queue physicalName="orders"/>\n</destinations>',
  },
  'white-space': {
    wrong: '<destinations>\n  <queue physicalName="orders"> </queue>\n</destinations>',
    right: '<destinations>\n  <queue physicalName="orders"/>\n</destinations>',
  },
  'duplicate-value': {
    wrong: '<policyEntry queue="&gt;"/>\n<policyEntry queue="&gt;" queuePrefetch="1"/>',
    right: '<policyEntry queue="&gt;" queuePrefetch="1"/>',
  },
  'connector-name': {
    wrong: '<transportConnectors>\n  <transportConnector/>\n</transportConnectors>',
    right: '<transportConnectors>\n  <transportConnector name="openwire"/>\n</transportConnectors>',
  },
  'attribute-unreadable': {
    wrong:
      '<compositeQueue name="orders">\n  <forwardTo>\n    <filteredDestination queue="large" selector="size == 10"/>\n  </forwardTo>\n</compositeQueue>',
    right:
      '<compositeQueue name="orders">\n  <forwardTo>\n    <filteredDestination queue="large" selector="size = 10"/>\n  </forwardTo>\n</compositeQueue>',
  },
  'attribute-unusable': {
    wrong: `<networkConnector ${CONNECTOR} bridgeFactory="mine"/>`,
    right: `<networkConnector ${CONNECTOR}/>`,
  },
  'attribute-missing': {
    wrong: '<destinations>\n  <queue/>\n</destinations>',
    right: '<destinations>\n  <queue physicalName="orders"/>\n</destinations>',
  },
  'bean-reference': { wrong: '<policyEntry topic="#"/>', right: '<policyEntry topic="&gt;"/>' },
  'element-unusable': {
    wrong: `<networkConnector ${CONNECTOR}>\n  <excludedDestinations>\n    <filteredDestination queue="local"/>\n  </excludedDestinations>\n</networkConnector>`,
    right: `<networkConnector ${CONNECTOR}>\n  <excludedDestinations>\n    <queue physicalName="local"/>\n  </excludedDestinations>\n</networkConnector>`,
  },
  'element-missing': {
    wrong: '<compositeQueue name="orders"/>',
    right:
      '<compositeQueue name="orders">\n  <forwardTo>\n    <queue physicalName="orders.copy"/>\n  </forwardTo>\n</compositeQueue>',
  },
  'name-twice': {
    wrong: `<networkConnector name="openwire" ${CONNECTOR}/>`,
    right: `<networkConnector name="to-north" ${CONNECTOR}/>`,
  },
  'connector-multicast': {
    wrong: '<networkConnector userName="bridge" uri="multicast://default"/>',
    right: `<networkConnector ${CONNECTOR}/>`,
  },
  'connector-without-user': {
    wrong: '<networkConnector uri="static:(ssl://HOST:61617)"/>',
    right: `<networkConnector ${CONNECTOR}/>`,
  },
  'connector-user-unknown': {
    wrong: `<networkConnector ${CONNECTOR}/>`,
    right: '<networkConnector userName="ann" uri="static:(ssl://HOST:61617)"/>',
    users: { ann: [] },
  },
  'connector-without-tls': {
    wrong: '<networkConnector userName="bridge" uri="static:(tcp://HOST:61616)"/>',
    right: `<networkConnector ${CONNECTOR}/>`,
  },
  'connector-credentials': {
    wrong: '<networkConnector userName="bridge" uri="static:(ssl://bridge:…@HOST:61617)"/>',
    right: `<networkConnector ${CONNECTOR}/>`,
  },
  'connector-failover': {
    wrong: '<networkConnector userName="bridge" uri="static:(failover:(ssl://HOST-1:61617,ssl://HOST-2:61617))"/>',
    right:
      '<networkConnector userName="bridge" uri="static:(failover:(ssl://HOST-1:61617,ssl://HOST-2:61617)?maxReconnectAttempts=0)"/>',
  },
  'connector-ttl': {
    wrong: `<networkConnector networkTTL="0" ${CONNECTOR}/>`,
    right: `<networkConnector networkTTL="1" ${CONNECTOR}/>`,
  },
  'connector-duplicates': {
    wrong: `<networkConnector conduitSubscriptions="false" ${CONNECTOR}/>`,
    right: `<networkConnector conduitSubscriptions="false" ${CONNECTOR}>\n  <dynamicallyIncludedDestinations>\n    <queue physicalName="&gt;"/>\n  </dynamicallyIncludedDestinations>\n</networkConnector>`,
  },
  'connector-without-replies': {
    wrong: `<networkConnector bridgeTempDestinations="false" ${CONNECTOR}/>`,
    right: `<networkConnector ${CONNECTOR}/>`,
  },
  'connector-sends-back': {
    wrong: `<networkConnector duplex="true" ${CONNECTOR}>\n  <staticallyIncludedDestinations>\n    <queue physicalName="&gt;"/>\n  </staticallyIncludedDestinations>\n</networkConnector>`,
    right: `<networkConnector ${CONNECTOR}>\n  <staticallyIncludedDestinations>\n    <queue physicalName="&gt;"/>\n  </staticallyIncludedDestinations>\n</networkConnector>`,
  },
  'connector-static-only': {
    wrong: `<networkConnector staticBridge="true" ${CONNECTOR}/>`,
    right: `<networkConnector staticBridge="true" ${CONNECTOR}>\n  <staticallyIncludedDestinations>\n    <queue physicalName="orders"/>\n  </staticallyIncludedDestinations>\n</networkConnector>`,
  },
  'network-without-advisories': {
    wrong: broker(
      'advisorySupport="false"',
      `<networkConnectors>\n  <networkConnector ${CONNECTOR}/>\n</networkConnectors>`,
    ),
    right: `<networkConnector ${CONNECTOR}/>`,
  },
  'replay-missing': {
    wrong: `<networkConnector duplex="true" ${CONNECTOR}/>`,
    right: memberWith('queue="&gt;"'),
  },
  'replay-stalled': {
    wrong: memberWith('queue="&gt;" expireMessagesPeriod="0"'),
    right: memberWith('queue="&gt;" expireMessagesPeriod="1000"'),
  },
  'replay-without-delay': {
    wrong:
      '<policyEntry queue="&gt;">\n  <networkBridgeFilterFactory>\n    <conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true"/>\n  </networkBridgeFilterFactory>\n</policyEntry>',
    right:
      '<policyEntry queue="&gt;">\n  <networkBridgeFilterFactory>\n    <conditionalNetworkBridgeFilterFactory replayWhenNoConsumers="true" replayDelay="1000"/>\n  </networkBridgeFilterFactory>\n</policyEntry>',
  },
  'ldap-map-without-ldap': { wrong: LDAP_MAP, right: ENTRIES },
  'ldap-without-map': { wrong: `<broker ${XMLNS}/>`, right: LDAP_MAP, ldap: true },
  'map-lets-nobody-in': { wrong: '<authorizationEntry queue="&gt;"/>', right: ENTRIES },
  'console-group': {
    wrong:
      '<authorizationEntry queue="&gt;" read="shop" write="shop" admin="shop"/>\n<authorizationEntry topic="&gt;" read="shop" write="shop" admin="shop"/>',
    right: ENTRIES,
  },
  'advisories-denied': {
    wrong: `<authorizationEntry queue="&gt;" ${ALL}/>`,
    right: ENTRIES,
  },
  'authorization-twice': {
    wrong: `<authorizationPlugin>\n  <map>\n    <authorizationMap>\n      <authorizationEntries>\n        ${ENTRIES.replaceAll('\n', '\n        ')}\n      </authorizationEntries>\n    </authorizationMap>\n  </map>\n</authorizationPlugin>\n<authorizationPlugin>\n  <map>\n    <authorizationMap>\n      <authorizationEntries>\n        ${ENTRIES.replaceAll('\n', '\n        ')}\n      </authorizationEntries>\n    </authorizationMap>\n  </map>\n</authorizationPlugin>`,
    right: ENTRIES,
  },
  'console-lock-out': {
    wrong:
      '<authorizationEntry queue="&gt;" read="shop" write="shop" admin="shop"/>\n<authorizationEntry topic="&gt;" read="*" admin="shop"/>'.replace(
        'read="*"',
        'read="shop"',
      ),
    right: ENTRIES,
    users: { 'console:root': [], ann: ['shop'] },
  },
  'group-without-user': {
    wrong: ENTRIES,
    right: ENTRIES.replaceAll('shop', 'crew'),
    users: { ann: ['crew'] },
  },
  'groups-without-map': { wrong: `<broker ${XMLNS}/>`, right: ENTRIES, users: { ann: ['shop'] } },
  'destination-purge': {
    wrong: broker(
      'schedulePeriodForDestinationPurge="10000"',
      '<destinationPolicy>\n  <policyMap>\n    <policyEntries>\n      <policyEntry queue="&gt;" gcInactiveDestinations="true"/>\n    </policyEntries>\n  </policyMap>\n</destinationPolicy>',
    ),
    right: '<policyEntry queue="&gt;" gcInactiveDestinations="false"/>',
  },
  'purge-without-entry': {
    wrong: broker('schedulePeriodForDestinationPurge="10000"'),
    right: `<broker ${XMLNS}/>`,
  },
  'entry-without-purge': {
    wrong: '<policyEntry queue="&gt;" gcInactiveDestinations="true"/>',
    right: '<policyEntry queue="&gt;"/>',
  },
  'timeout-twice': {
    wrong: '<policyEntry queue="&gt;" inactiveTimoutBeforeGC="600000" inactiveTimeoutBeforeGC="60000"/>',
    right: '<policyEntry queue="&gt;" inactiveTimoutBeforeGC="600000"/>',
  },
  'entry-without-destination': {
    wrong: '<policyEntry queuePrefetch="10"/>',
    right: '<policyEntry queue="&gt;" queuePrefetch="10"/>',
  },
  'entry-with-destinations': {
    wrong: '<policyEntry queue="&gt;" topic="&gt;"/>',
    right: '<policyEntry queue="&gt;"/>\n<policyEntry topic="&gt;"/>',
  },
  'temporary-false': {
    wrong: '<policyEntry tempQueue="false"/>',
    right: '<policyEntry queue="&gt;"/>',
  },
  'destination-pattern': {
    wrong: '<policyEntry queue="orders*"/>',
    right: '<policyEntry queue="orders.&gt;"/>',
  },
  'entry-covered': {
    wrong: '<policyEntry queue="&gt;"/>\n<policyEntry queue="*.&gt;" queuePrefetch="1"/>',
    right: '<policyEntry queue="&gt;" queuePrefetch="1"/>',
  },
  'redelivery-without-scheduler': {
    wrong: '<redeliveryPlugin/>',
    right: broker('schedulerSupport="true"', '<plugins>\n  <redeliveryPlugin/>\n</plugins>'),
  },
  'not-persistent': {
    wrong: '<forcePersistencyModeBrokerPlugin/>',
    right: '<forcePersistencyModeBrokerPlugin persistenceFlag="true"/>',
  },
  'messages-deleted': { wrong: broker('deleteAllMessagesOnStartup="true"'), right: `<broker ${XMLNS}/>` },
  'disk-sync-never': {
    wrong: '<persistenceAdapter>\n  <kahaDB journalDiskSyncStrategy="never"/>\n</persistenceAdapter>',
    right: '<persistenceAdapter>\n  <kahaDB/>\n</persistenceAdapter>',
  },
  'messages-expire': {
    wrong: '<timeStampingBrokerPlugin ttlCeiling="86400000" zeroExpirationOverride="86400000"/>',
    right: '<timeStampingBrokerPlugin ttlCeiling="86400000"/>',
  },
  'dead-letters-dropped': {
    wrong: '<discardingDLQBrokerPlugin/>',
    right:
      '<policyEntry queue="&gt;">\n  <deadLetterStrategy>\n    <individualDeadLetterStrategy/>\n  </deadLetterStrategy>\n</policyEntry>',
  },
  'never-delivered': {
    wrong: '<policyEntry queue="&gt;" maxPageSize="0"/>',
    right: '<policyEntry queue="&gt;" maxPageSize="200"/>',
  },
  'unmatched-lost': {
    wrong: `${VIRTUAL}\n<compositeQueue name="orders">\n  <forwardTo>\n    <filteredDestination queue="orders.new" selector="state = 'new'"/>\n  </forwardTo>\n</compositeQueue>`,
    right: `${VIRTUAL}\n<compositeQueue name="orders" sendWhenNotMatched="true">\n  <forwardTo>\n    <filteredDestination queue="orders.new" selector="state = 'new'"/>\n  </forwardTo>\n</compositeQueue>`,
  },
  'virtual-topics-lost': {
    wrong:
      '<compositeQueue name="orders">\n  <forwardTo>\n    <queue physicalName="orders.copy"/>\n  </forwardTo>\n</compositeQueue>',
    right: `${VIRTUAL}\n<compositeQueue name="orders">\n  <forwardTo>\n    <queue physicalName="orders.copy"/>\n  </forwardTo>\n</compositeQueue>`,
  },
  'forwards-in-a-circle': {
    wrong: `${VIRTUAL}\n<compositeQueue name="orders" forwardOnly="false">\n  <forwardTo>\n    <queue physicalName="orders"/>\n  </forwardTo>\n</compositeQueue>`,
    right: `${VIRTUAL}\n<compositeQueue name="orders" forwardOnly="false">\n  <forwardTo>\n    <queue physicalName="orders.copy"/>\n  </forwardTo>\n</compositeQueue>`,
  },
  template: {
    wrong:
      '<destinations>\n  %{ for name in queues ~}\n  <queue physicalName="${name}"/>\n  %{ endfor ~}\n</destinations>',
    right: '<destinations>\n  <queue physicalName="orders"/>\n</destinations>',
  },
};

/** Where elements are that an example shows without what is around them. */
const AROUND: Readonly<Record<string, readonly string[]>> = {
  policyEntry: ['destinationPolicy', 'policyMap', 'policyEntries'],
  authorizationEntry: ['plugins', 'authorizationPlugin', 'map', 'authorizationMap', 'authorizationEntries'],
  networkConnector: ['networkConnectors'],
  compositeQueue: ['destinationInterceptors', 'virtualDestinationInterceptor', 'virtualDestinations'],
  virtualTopic: ['destinationInterceptors', 'virtualDestinationInterceptor', 'virtualDestinations'],
  authorizationPlugin: ['plugins'],
  redeliveryPlugin: ['plugins'],
  forcePersistencyModeBrokerPlugin: ['plugins'],
  timeStampingBrokerPlugin: ['plugins'],
  discardingDLQBrokerPlugin: ['plugins'],
};

/** The whole document of an example. */
export function exampleDocument(content: string): string {
  if (/^<(?:broker|beans)\b/.test(content)) return content;
  const first = /^<(\w+)/.exec(content)?.[1] ?? '';
  const around = AROUND[first] ?? [];
  const open = around.map((name) => `<${name}>`).join('');
  const close = [...around]
    .reverse()
    .map((name) => `</${name}>`)
    .join('');
  return `<broker ${XMLNS}>${open}${content}${close}</broker>`;
}
