import { insteadOfAttribute, insteadOfElement } from '../../../src/document/check/not-offered';
import { PERMITTED } from '../../../src/document/schema/permitted-table';

/** The elements and attributes of ActiveMQ that Amazon MQ does not offer. */
const NOT_OFFERED = `
   adapter adminView amqPersistenceAdapter authenticationUser axionJDBCAdapter blobJDBCAdapter bridgeFactory
   brokerContext brokerService bytesJDBCAdapter camelRoutesBrokerPlugin chainMessageInterceptorStrategy
   commandAgent compositeDemandForwardingBridge connectionDotFilePlugin connectionFactory consumerSystemUsage
   database-locker db2JDBCAdapter defaultIOExceptionHandler defaultJDBCAdapter demandForwardingBridge
   destinationDotFilePlugin destinationFactory destinationPathSeparatorPlugin destinationsPlugin discoveryAgent
   discoveryURI executor filteredKahaDB forcePersistencyModeBroker forwardingBridge
   headerMessageInterceptorStrategy hsqldb-jdbc-adapter imageBasedJaasAuthenticationPlugin
   imageBasedJDBCAdaptor inboundQueueBridge inboundTopicBridge informixJDBCAdapter ioExceptionHandler
   jaasAuthenticationPlugin jaasCertificateAuthenticationPlugin jaasDualAuthenticationPlugin
   jDBCIOExceptionHandler jdbcPersistenceAdapter jmsBridgeConnectors jmsQueueConnector jmsTopicConnector
   jmxSupport jobSchedulerStore jobSchedulerUsage journaledJDBC journalPersistenceAdapter
   journalPersistenceAdapterFactory kahaPersistenceAdapter lDAPAuthorizationMap ldapNetworkConnector
   lease-database-locker leaseLockerIOExceptionHandler levelDB locker loggingBrokerPlugin managementContext
   maxdb-jdbc-adapter memoryPersistenceAdapter messageAuthorizationPolicy messageInterceptorStrategy mKahaDB
   multicastNetworkConnector multicastTraceBrokerPlugin mysql-jdbc-adapter networkConnectorURIs
   oracleBlobJDBCAdapter oracleJDBCAdapter outboundQueueBridge outboundTopicBridge partitionBrokerPlugin
   persistenceFactory persistenceTaskRunnerFactory pListStoreImpl pooledConnectionFactory
   postgresql-jdbc-adapter prefetchPolicy producerSystemUsage proxyConnector proxyConnectors
   publishedAddressPolicy reconnectionPolicy regionBroker rejectedTaskHandler replicatedLevelDB
   runtimeConfigurationPlugin scheduledThreadPoolExecutor services shared-file-locker shutdownHooks
   simpleAuthenticationPlugin simpleAuthorizationMap simpleJmsMessageConvertor sqlServerJDBCAdapter sslContext
   statements storeUsage streamJDBCAdapter sybase-jdbc-adapter taskRunnerFactory tempDataStore tempUsage
   traceBrokerPathPlugin transact-database-locker transact-jdbc-adapter transportConnectorURIs transportServer
   udpTraceBrokerPlugin usageManager userGroups userPasswords users virtualSelectorCacheBrokerPlugin
   vmConnectorURI xaConnectionFactory
   broker@brokerId broker@brokerName broker@dataDirectory broker@deleteAllMessages broker@enableStatistics
   broker@name broker@networkConnectorStartAsync broker@restartAllowed broker@shutdownOnMasterFailure
   broker@startAsync broker@tmpDataDirectory broker@useJmx broker@useLocalHostBrokerName broker@useShutdownHook
   broker@waitForSlave cachedLDAPAuthorizationMap@connectionPassword cachedLDAPAuthorizationMap@connectionURL
   cachedLDAPAuthorizationMap@connectionUsername kahaDB@concurrentStoreAndDispatchTopics kahaDB@directory
   kahaDB@enableJournalDiskSyncs kahaDB@journalMaxFileLength kahaDB@journalMaxWriteBatchSize
   kahaDB@preallocationScope memoryUsage@limit networkConnector@remoteUserName
   policyEntry@durableTopicPrefetchSize policyEntry@queuePrefetchSize policyEntry@topicPrefetchSize
   transportConnector@discoveryUri transportConnector@updateClusterFilter transportConnector@uri
`
  .trim()
  .split(/\s+/);

test.each([
  ['ldapNetworkConnector', 'networkConnector@uri'],
  ['LDAPAuthorizationMap', 'use cachedLDAPAuthorizationMap'],
  ['jobSchedulerUsage', 'the storage of the instance type is the limit; remove it'],
  ['headerMessageInterceptorStrategy', 'Amazon MQ runs no code of yours in the broker'],
  ['mysql-jdbc-adapter', 'remove it'],
])('the remedy for <%s> says: %s', (name, words) => expect(insteadOfElement(name)).toContain(words));

test.each([
  ['broker', 'brokerId', 'Amazon MQ sets it; remove it'],
  ['broker', 'deleteAllMessages', 'remove it'],
  ['broker', 'ENABLESTATISTICS', 'statistics are always kept; remove it'],
  ['broker', 'name', 'NAME-1 and NAME-2'],
  ['broker', 'networkConnectorStartAsync', 'no schema of Amazon MQ has it'],
  ['policyEntry', 'queuePrefetchSize', 'write queuePrefetch'],
])('the remedy for %s@%s says: %s', (element, attribute, words) =>
  expect(insteadOfAttribute(element, attribute)).toContain(words),
);

const ADVICE = /\b(?:clients|declare|kahaDB|list|name|names|read|remove|run|set|turn on|use|write)\b/;
const ELEMENTS = new Set(
  Object.entries(PERMITTED.elements).flatMap(([name, { collections }]) => [name, ...Object.keys(collections ?? {})]),
);

test.each(NOT_OFFERED)('the remedy for %s says what to do, with elements that Amazon MQ has', (name) => {
  const [element, attribute] = name.split('@');
  const remedy = attribute === undefined ? insteadOfElement(element) : insteadOfAttribute(element, attribute);
  expect(remedy).toMatch(ADVICE);
  expect([...remedy!.matchAll(/<(\w+)>/g)].map(([, other]) => other).filter((other) => !ELEMENTS.has(other))).toEqual(
    [],
  );
});

test('what Amazon MQ offers has no such remedy', () => {
  expect(insteadOfElement('policyEntry')).toBeUndefined();
  expect(insteadOfAttribute('policyEntry', 'queue')).toBeUndefined();
});
