const STORE = 'Amazon MQ keeps messages in its own store; remove it';
const BRIDGE = 'run the bridge outside the broker, for example with Apache Camel';

/** What ActiveMQ has and Amazon MQ does not, by element, with what to do instead. */
const ELEMENTS: Readonly<Record<string, string>> = {
  amqPersistenceAdapter: STORE,
  imageBasedJaasAuthenticationPlugin: 'declare users on the broker, or use the LDAP strategy',
  jaasAuthenticationPlugin: 'declare users on the broker, or use the LDAP strategy',
  jaasCertificateAuthenticationPlugin: 'declare users on the broker, or use the LDAP strategy',
  jaasDualAuthenticationPlugin: 'declare users on the broker, or use the LDAP strategy',
  jdbcPersistenceAdapter: STORE,
  jmsBridgeConnectors: BRIDGE,
  journalPersistenceAdapter: STORE,
  jmxSupport: 'read the CloudWatch metrics of the broker instead',
  levelDB: STORE,
  loggingBrokerPlugin: 'turn on the general log of the broker',
  mKahaDB: 'Amazon MQ keeps messages in its own store; kahaDB takes some settings',
  managementContext: 'Amazon MQ gives no access to JMX; read the CloudWatch metrics of the broker, and remove it',
  memoryPersistenceAdapter: STORE,
  multicastNetworkConnector: 'write the addresses of the other brokers in networkConnector@uri',
  proxyConnectors: 'clients reach the broker at its own endpoints; remove it',
  replicatedLevelDB: 'use an active/standby broker',
  runtimeConfigurationPlugin: 'a new revision of the configuration takes effect at a reboot; remove it',
  shutdownHooks: 'Amazon MQ starts and stops the broker; remove it',
  simpleAuthenticationPlugin:
    'declare its users on the broker: users, groups and passwords are not part of the document',
  sslContext: 'Amazon MQ has its own certificates; remove it',
  storeUsage: 'the storage of the instance type is the limit; remove it',
  tempUsage: 'the temporary storage of the instance type is the limit; remove it',
  tempDataStore: 'Amazon MQ keeps temporary messages in its own store; remove it',
  traceBrokerPathPlugin: 'remove it',
  transportServer: 'clients reach the broker at its own endpoints; remove it',
  jobSchedulerStore: 'set schedulerSupport on the broker; Amazon MQ keeps the jobs',
  destinationFactory: 'remove it',
  services: 'remove it',
  authenticationUser: 'declare users on the broker: users, groups and passwords are not part of the document',
  brokerService: 'write <broker>',
  chainMessageInterceptorStrategy: 'Amazon MQ runs no code of yours in the broker; change messages in the clients',
  connectionDotFilePlugin: 'Amazon MQ gives no access to files; read the CloudWatch metrics of the broker',
  connectionFactory: 'clients create connection factories, in their own configuration',
  'database-locker': STORE,
  defaultIOExceptionHandler: 'Amazon MQ restarts a broker whose store fails; remove it',
  destinationDotFilePlugin: 'Amazon MQ gives no access to files; read the CloudWatch metrics of the broker',
  destinationPathSeparatorPlugin: 'name destinations with periods: orders.new',
  destinationsPlugin: 'list the destinations in <destinations>',
  filteredKahaDB: 'Amazon MQ has one store for all destinations; set what you need on kahaDB',
  headerMessageInterceptorStrategy: 'Amazon MQ runs no code of yours in the broker; change messages in the clients',
  inboundQueueBridge: BRIDGE,
  inboundTopicBridge: BRIDGE,
  jDBCIOExceptionHandler: STORE,
  jmsQueueConnector: BRIDGE,
  jmsTopicConnector: BRIDGE,
  jobSchedulerUsage: 'the storage of the instance type is the limit; remove it',
  journalPersistenceAdapterFactory: STORE,
  journaledJDBC: STORE,
  lDAPAuthorizationMap: 'use cachedLDAPAuthorizationMap in a configuration with the authentication strategy LDAP',
  ldapNetworkConnector: 'write the addresses of the other brokers in networkConnector@uri',
  'lease-database-locker': STORE,
  leaseLockerIOExceptionHandler: STORE,
  messageAuthorizationPolicy: 'Amazon MQ runs no code of yours in the broker; use authorizationPlugin',
  messageInterceptorStrategy: 'Amazon MQ runs no code of yours in the broker; change messages in the clients',
  multicastTraceBrokerPlugin: 'read the CloudWatch metrics and the general log of the broker; remove it',
  outboundQueueBridge: BRIDGE,
  outboundTopicBridge: BRIDGE,
  pListStoreImpl: 'Amazon MQ keeps temporary messages in its own store; remove it',
  partitionBrokerPlugin: 'use a network of brokers, and give each client its own broker',
  persistenceFactory: STORE,
  pooledConnectionFactory: 'clients create connection factories, in their own configuration',
  prefetchPolicy: 'set queuePrefetch and topicPrefetch of a policyEntry, or the prefetch of the client',
  proxyConnector: 'clients reach the broker at its own endpoints; remove it',
  publishedAddressPolicy: 'clients reach the broker at its own endpoints, which cannot be changed; remove it',
  reconnectionPolicy: BRIDGE,
  'shared-file-locker': 'Amazon MQ decides which instance is active; remove it',
  simpleAuthorizationMap: 'use authorizationMap',
  simpleJmsMessageConvertor: BRIDGE,
  statements: STORE,
  taskRunnerFactory: 'Amazon MQ sets it; remove it',
  udpTraceBrokerPlugin: 'read the CloudWatch metrics and the general log of the broker; remove it',
  virtualSelectorCacheBrokerPlugin:
    'Amazon MQ does not keep the selectors of offline consumers; use a filteredDestination with a selector',
  xaConnectionFactory: 'clients create connection factories, in their own configuration',
  ...Object.fromEntries(
    [
      'adapter',
      'axionJDBCAdapter',
      'blobJDBCAdapter',
      'bytesJDBCAdapter',
      'db2JDBCAdapter',
      'defaultJDBCAdapter',
      'hsqldb-jdbc-adapter',
      'imageBasedJDBCAdaptor',
      'informixJDBCAdapter',
      'maxdb-jdbc-adapter',
      'mysql-jdbc-adapter',
      'oracleBlobJDBCAdapter',
      'oracleJDBCAdapter',
      'postgresql-jdbc-adapter',
      'sqlServerJDBCAdapter',
      'streamJDBCAdapter',
      'sybase-jdbc-adapter',
      'transact-database-locker',
      'transact-jdbc-adapter',
    ].map((name) => [name, STORE]),
  ),
  ioExceptionHandler: 'Amazon MQ restarts a broker whose store fails; remove it',
  locker: 'Amazon MQ decides which instance is active; remove it',
};

/** The same for attributes: `element@attribute`. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  'broker@brokerName': 'Amazon MQ names each instance: NAME-1 and NAME-2; remove it',
  'broker@brokerId': 'Amazon MQ sets it; remove it',
  'broker@dataDirectory': 'Amazon MQ chooses where the store is; remove it',
  'broker@deleteAllMessages': 'remove it',
  'broker@enableStatistics': 'statistics are always kept; remove it',
  'broker@networkConnectorStartAsync': 'no schema of Amazon MQ has it, although its documentation lists it; remove it',
  'broker@restartAllowed': 'Amazon MQ starts and stops the broker; remove it',
  'broker@shutdownOnMasterFailure': 'Amazon MQ decides which instance is active; remove it',
  'broker@startAsync': 'Amazon MQ starts and stops the broker; remove it',
  'broker@tmpDataDirectory': 'Amazon MQ chooses where the store is; remove it',
  'broker@useJmx': 'Amazon MQ gives no access to JMX; read the CloudWatch metrics of the broker, and remove it',
  'broker@useLocalHostBrokerName': 'Amazon MQ names each instance: NAME-1 and NAME-2; remove it',
  'broker@useShutdownHook': 'Amazon MQ starts and stops the broker; remove it',
  'broker@waitForSlave': 'Amazon MQ decides which instance is active; remove it',
  'cachedLDAPAuthorizationMap@connectionPassword':
    'the value comes from the LDAP server settings of the broker; remove it',
  'cachedLDAPAuthorizationMap@connectionURL': 'the value comes from the LDAP server settings of the broker; remove it',
  'cachedLDAPAuthorizationMap@connectionUsername':
    'the value comes from the LDAP server settings of the broker; remove it',
  'kahaDB@directory': 'Amazon MQ chooses where the store is; remove it',
  'kahaDB@journalMaxFileLength': 'Amazon MQ sets it; remove it',
  'kahaDB@enableJournalDiskSyncs': 'write journalDiskSyncStrategy="always" (or "never") instead',
  'memoryUsage@limit': 'write percentOfJvmHeap, from 0 to 70',
  'policyEntry@durableTopicPrefetchSize': 'write durableTopicPrefetch',
  'policyEntry@queuePrefetchSize': 'write queuePrefetch',
  'policyEntry@topicPrefetchSize': 'write topicPrefetch',
  'transportConnector@discoveryUri': 'write the addresses of the other brokers in networkConnector@uri',
  'transportConnector@uri': 'clients reach the broker at its own endpoints, which cannot be changed; remove it',
};

/** Names in lower case: Amazon MQ offers a name in another case no more than in its own. */
const byLowerCase = (table: Readonly<Record<string, string>>) =>
  new Map(Object.entries(table).map(([name, instead]) => [name.toLowerCase(), instead]));
const ELEMENTS_BY_LOWER_CASE = byLowerCase(ELEMENTS);
const ATTRIBUTES_BY_LOWER_CASE = byLowerCase(ATTRIBUTES);

/** What to do instead of an element that only ActiveMQ has. */
export function insteadOfElement(name: string): string | undefined {
  return ELEMENTS_BY_LOWER_CASE.get(name.toLowerCase());
}

/** What to do instead of an attribute that only ActiveMQ has. */
export function insteadOfAttribute(element: string, attribute: string): string | undefined {
  return ATTRIBUTES_BY_LOWER_CASE.get(`${element}@${attribute}`.toLowerCase());
}
