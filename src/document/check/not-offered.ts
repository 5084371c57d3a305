/** What ActiveMQ has and Amazon MQ does not, by element, with what to do instead. */
const ELEMENTS: Readonly<Record<string, string>> = {
  amqPersistenceAdapter: 'Amazon MQ keeps messages in its own store; remove it',
  imageBasedJaasAuthenticationPlugin: 'declare users on the broker, or use the LDAP strategy',
  jaasAuthenticationPlugin: 'declare users on the broker, or use the LDAP strategy',
  jaasCertificateAuthenticationPlugin: 'declare users on the broker, or use the LDAP strategy',
  jaasDualAuthenticationPlugin: 'declare users on the broker, or use the LDAP strategy',
  jdbcPersistenceAdapter: 'Amazon MQ keeps messages in its own store; remove it',
  jmsBridgeConnectors: 'run the bridge outside the broker, for example with Apache Camel',
  journalPersistenceAdapter: 'Amazon MQ keeps messages in its own store; remove it',
  jmxSupport: 'read the CloudWatch metrics of the broker instead',
  levelDB: 'Amazon MQ keeps messages in its own store; remove it',
  loggingBrokerPlugin: 'switch on the general log of the broker',
  mKahaDB: 'Amazon MQ keeps messages in its own store; kahaDB takes some settings',
  managementContext: 'JMX cannot be reached; read the CloudWatch metrics of the broker, and remove it',
  memoryPersistenceAdapter: 'Amazon MQ keeps messages in its own store; remove it',
  multicastNetworkConnector: 'name the other brokers in networkConnector@uri',
  proxyConnectors: 'clients reach the broker at its own endpoints; remove it',
  replicatedLevelDB: 'use an active/standby broker',
  runtimeConfigurationPlugin: 'a new revision of the configuration takes effect at a reboot; remove it',
  shutdownHooks: 'Amazon MQ starts and stops the broker; remove it',
  simpleAuthenticationPlugin:
    'declare its users on the broker: users, groups and passwords are no part of the document',
  sslContext: 'Amazon MQ brings its own certificates; remove it',
  storeUsage: 'the storage of the instance type is the limit; remove it',
  tempUsage: 'the temporary storage of the instance type is the limit; remove it',
  tempDataStore: 'Amazon MQ keeps temporary messages in its own store; remove it',
  traceBrokerPathPlugin: 'remove it',
  transportServer: 'clients reach the broker at its own endpoints; remove it',
  jobSchedulerStore: 'switch schedulerSupport on; Amazon MQ keeps the jobs',
  destinationFactory: 'remove it',
  services: 'remove it',
  ioExceptionHandler: 'Amazon MQ restarts a broker whose store fails; remove it',
  locker: 'Amazon MQ decides which instance is active; remove it',
};

/** The same for attributes: `element@attribute`. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  'broker@brokerName': 'Amazon MQ names each instance: NAME-1 and NAME-2; remove it',
  'broker@brokerId': 'Amazon MQ sets it; remove it',
  'broker@dataDirectory': 'Amazon MQ chooses where the store lies; remove it',
  'broker@deleteAllMessages': 'remove it',
  'broker@enableStatistics': 'statistics are always kept; remove it',
  'broker@networkConnectorStartAsync': 'no schema of Amazon MQ has it, whatever its documentation lists; remove it',
  'broker@restartAllowed': 'Amazon MQ starts and stops the broker; remove it',
  'broker@shutdownOnMasterFailure': 'Amazon MQ decides which instance is active; remove it',
  'broker@startAsync': 'Amazon MQ starts and stops the broker; remove it',
  'broker@tmpDataDirectory': 'Amazon MQ chooses where the store lies; remove it',
  'broker@useJmx': 'JMX cannot be reached; read the CloudWatch metrics of the broker, and remove it',
  'broker@useLocalHostBrokerName': 'Amazon MQ names each instance: NAME-1 and NAME-2; remove it',
  'broker@useShutdownHook': 'Amazon MQ starts and stops the broker; remove it',
  'broker@waitForSlave': 'Amazon MQ decides which instance is active; remove it',
  'cachedLDAPAuthorizationMap@connectionPassword': 'it comes from the LDAP server settings of the broker; remove it',
  'cachedLDAPAuthorizationMap@connectionURL': 'it comes from the LDAP server settings of the broker; remove it',
  'cachedLDAPAuthorizationMap@connectionUsername': 'it comes from the LDAP server settings of the broker; remove it',
  'kahaDB@directory': 'Amazon MQ chooses where the store lies; remove it',
  'kahaDB@journalMaxFileLength': 'Amazon MQ sets it; remove it',
  'kahaDB@enableJournalDiskSyncs': 'write journalDiskSyncStrategy="always" (or "never") instead',
  'memoryUsage@limit': 'write percentOfJvmHeap, from 0 to 70',
  'policyEntry@durableTopicPrefetchSize': 'write durableTopicPrefetch',
  'policyEntry@queuePrefetchSize': 'write queuePrefetch',
  'policyEntry@topicPrefetchSize': 'write topicPrefetch',
  'transportConnector@discoveryUri': 'name the other brokers in networkConnector@uri',
  'transportConnector@uri': 'clients reach the broker at its own endpoints, which cannot be changed; remove it',
};

/** Names by their lower case: a name written in another case is no more part of Amazon MQ. */
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
