import { type Severity } from '../../rules/rule';

/**
 * What Amazon MQ does with a setting that a rule finds: it rejects the document, drops the setting silently, or keeps
 * it, whatever the broker then does.
 */
type SettingOutcome = 'rejected' | 'dropped' | 'kept';

/** One thing that the check of a configuration document looks for. */
export interface DocumentRule {
  readonly severity: Severity;
  readonly outcome: SettingOutcome;
  /** What Amazon MQ or ActiveMQ does with it. */
  readonly reason: string;
  /** Where that is documented, or how it was seen. */
  readonly source: string;
}

const SCHEMAS = 'AWS: schemas of the permitted configuration';
const GUIDE = 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/';
const PARAMETERS = `${GUIDE}amazon-mq-broker-configuration-parameters.html`;
const SANITIZATION = 'https://docs.aws.amazon.com/amazon-mq/latest/api-reference/configurations-configuration-id.html';
const NETWORK = `${GUIDE}network-of-brokers.html`;
const PURGE = 'https://activemq.apache.org/components/classic/documentation/delete-inactive-destinations';
const POLICIES = 'https://activemq.apache.org/components/classic/documentation/per-destination-policies';
const SECURITY = 'https://activemq.apache.org/components/classic/documentation/security';
const USERS = `${GUIDE}amazon-mq-listing-managing-users.html`;
const LDAP = `${GUIDE}security-authentication-authorization.html`;

/** Seen with a document that has it, and one that has not. */
const START = 'ActiveMQ 5.18.6 and 5.19.1, started with it';
const RUN = 'ActiveMQ 5.18.6 and 5.19.1, messages sent';
const RUN_NETWORK = 'ActiveMQ 5.18.6 and 5.19.1, messages sent through a network of brokers';

/** Everything that the check of a configuration document can find, by code. */
export const DOCUMENT_RULES = {
  'document-root': {
    severity: 'error',
    outcome: 'dropped',
    reason: 'Amazon MQ takes one broker element; it drops or rejects what is around it',
    source: PARAMETERS,
  },
  'foreign-namespace': {
    severity: 'error',
    outcome: 'dropped',
    reason: 'Amazon MQ drops elements and attributes of other namespaces, with everything in them',
    source: SANITIZATION,
  },
  'schema-location': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'Amazon MQ does not use hints for validating parsers; it may drop them, and then every plan shows a change',
    source: SANITIZATION,
  },
  'unknown-element': {
    severity: 'error',
    outcome: 'dropped',
    reason: 'Amazon MQ drops the element with everything in it',
    source: SANITIZATION,
  },
  'misplaced-element': {
    severity: 'error',
    outcome: 'dropped',
    reason: 'the element is permitted elsewhere; here, Amazon MQ drops it with everything in it',
    source: SANITIZATION,
  },
  'element-version': {
    severity: 'error',
    outcome: 'dropped',
    reason: 'the element is permitted in other engine versions; in this one, Amazon MQ drops it',
    source: SCHEMAS,
  },
  'not-offered': {
    severity: 'error',
    outcome: 'dropped',
    reason: 'ActiveMQ has it and Amazon MQ does not: Amazon MQ drops it, and offers something else',
    source: PARAMETERS,
  },
  'unknown-attribute': {
    severity: 'error',
    outcome: 'dropped',
    reason: 'Amazon MQ drops the attribute',
    source: SANITIZATION,
  },
  'attribute-version': {
    severity: 'error',
    outcome: 'dropped',
    reason: 'the attribute is permitted in other engine versions; in this one, Amazon MQ drops it',
    source: SCHEMAS,
  },
  'connector-password': {
    severity: 'error',
    outcome: 'dropped',
    reason: 'Amazon MQ drops the attribute and uses the password of the broker’s own user of that name',
    source: `${GUIDE}amazon-mq-creating-configuring-network-of-brokers.html`,
  },
  'attribute-type': {
    severity: 'error',
    outcome: 'rejected',
    reason: 'Amazon MQ rejects the update: the value has the wrong type',
    source: SCHEMAS,
  },
  'attribute-range': {
    severity: 'error',
    outcome: 'rejected',
    reason: 'Amazon MQ rejects the update: the number is out of range',
    source: SCHEMAS,
  },
  'attribute-choice': {
    severity: 'error',
    outcome: 'rejected',
    reason: 'Amazon MQ rejects the update: the value is none of those it allows',
    source: SCHEMAS,
  },
  placeholder: {
    severity: 'error',
    outcome: 'dropped',
    reason: 'Amazon MQ has no properties to fill in, so it drops values with ${…} or #{…}',
    source: SANITIZATION,
  },
  character: {
    severity: 'error',
    outcome: 'rejected',
    reason: 'Amazon MQ rejects the update: XML 1.0 does not have the character',
    source: 'https://www.w3.org/TR/xml/#charsets',
  },
  'too-few-children': {
    severity: 'error',
    outcome: 'rejected',
    reason: 'Amazon MQ rejects the update: the element needs a child',
    source: SCHEMAS,
  },
  'too-many-children': {
    severity: 'error',
    outcome: 'rejected',
    reason: 'Amazon MQ rejects the update: the element takes fewer children',
    source: SCHEMAS,
  },
  text: {
    severity: 'error',
    outcome: 'rejected',
    reason: 'Amazon MQ rejects the update: no element takes text',
    source: SCHEMAS,
  },
  'white-space': {
    severity: 'error',
    outcome: 'rejected',
    reason: 'Amazon MQ rejects the update: the schemas declare the element empty, and white space is content',
    source: SCHEMAS,
  },
  'duplicate-value': {
    severity: 'error',
    outcome: 'rejected',
    reason: 'Amazon MQ rejects the update: the schemas allow one entry per queue and one per topic',
    source: SCHEMAS,
  },
  'connector-name': {
    severity: 'error',
    outcome: 'rejected',
    reason: 'Amazon MQ rejects the update: each transport connector needs a name',
    source: SCHEMAS,
  },
  'attribute-unreadable': {
    severity: 'error',
    outcome: 'kept',
    reason: 'Amazon MQ stores the value, but ActiveMQ cannot read it: the broker would not start, or would not deliver',
    source: START,
  },
  'attribute-unusable': {
    severity: 'error',
    outcome: 'kept',
    reason: 'the attribute takes a Java object, which no document can contain: the broker would not start',
    source: START,
  },
  'attribute-missing': {
    severity: 'error',
    outcome: 'kept',
    reason:
      'the schemas make the attribute optional, but ActiveMQ or Amazon MQ needs it: the broker would not start, or LDAP would not authorize',
    source: START,
  },
  'bean-reference': {
    severity: 'error',
    outcome: 'kept',
    reason:
      'a value that begins with one # refers to a Java bean, and no document can contain one: the broker would not start',
    source: START,
  },
  'element-unusable': {
    severity: 'error',
    outcome: 'kept',
    reason: 'the schemas permit the element where ActiveMQ takes something else: the broker would not start',
    source: START,
  },
  'element-missing': {
    severity: 'error',
    outcome: 'kept',
    reason: 'the schemas make the element optional, but ActiveMQ needs it: the broker would not start',
    source: START,
  },
  'name-twice': {
    severity: 'error',
    outcome: 'kept',
    reason:
      'elements of a document share one set of names, and each network connector needs its own: the broker would not start',
    source: START,
  },
  'connector-multicast': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'Amazon MQ has no multicast: the connector never finds a broker',
    source: NETWORK,
  },
  'connector-without-user': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'Amazon MQ brokers accept no anonymous connections: the connector never connects',
    source: NETWORK,
  },
  'connector-user-unknown': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'the connector logs in as a user of both brokers; without one, it never connects',
    source: NETWORK,
  },
  'connector-without-tls': {
    severity: 'warning',
    outcome: 'kept',
    reason:
      'Amazon MQ brokers accept network connectors by OpenWire with TLS only: the connector never connects to one',
    source: NETWORK,
  },
  'connector-credentials': {
    severity: 'warning',
    outcome: 'kept',
    reason:
      'ActiveMQ does not use credentials in the URI of a connector, and everyone who may read the document sees them',
    source: NETWORK,
  },
  'connector-failover': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'failover: reconnects below a duplex connector, which then never receives messages again',
    source: RUN_NETWORK,
  },
  'connector-ttl': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'a time to live of 0 brokers lets no message pass',
    source: RUN_NETWORK,
  },
  'connector-duplicates': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'a message reaches another broker by several subscriptions, and each copy is delivered',
    source: RUN_NETWORK,
  },
  'connector-without-replies': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'replies to temporary queues stay at the broker that they were sent to',
    source: RUN_NETWORK,
  },
  'connector-sends-back': {
    severity: 'warning',
    outcome: 'kept',
    reason:
      'a duplex connector applies staticallyIncludedDestinations in both directions: each broker takes the messages that were sent at the other one',
    source: RUN_NETWORK,
  },
  'connector-static-only': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'a static bridge does not ask for what consumers need: only listed destinations pass, and none is listed',
    source: RUN_NETWORK,
  },
  'network-without-advisories': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'other brokers learn of consumers by advisories: without them, no message of another broker reaches them',
    source: RUN_NETWORK,
  },
  'replay-missing': {
    severity: 'warning',
    outcome: 'kept',
    reason:
      'a message does not return to the broker that it came from: where its consumer leaves, it waits there for another one',
    source: RUN_NETWORK,
  },
  'replay-stalled': {
    severity: 'warning',
    outcome: 'kept',
    reason:
      'the broker looks at delayed messages of an idle queue only when it looks for expired ones, which 0 turns off',
    source: RUN_NETWORK,
  },
  'replay-without-delay': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'a message that returns before its acknowledgement is dropped as a duplicate: messages are lost',
    source: RUN_NETWORK,
  },
  'ldap-map-without-ldap': {
    severity: 'error',
    outcome: 'dropped',
    reason: 'without the authentication strategy LDAP, Amazon MQ drops the map, and everybody may do everything',
    source: LDAP,
  },
  'ldap-without-map': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'LDAP only authenticates: without the map, whoever can log in may do everything',
    source: LDAP,
  },
  'map-lets-nobody-in': {
    severity: 'error',
    outcome: 'kept',
    reason: 'an authorization map allows only what it grants: this one locks everybody out',
    source: SECURITY,
  },
  'console-group': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'an authorization map allows only what it grants: users of the web console see nothing',
    source: USERS,
  },
  'advisories-denied': {
    severity: 'warning',
    outcome: 'kept',
    reason:
      'a client creates advisory topics when it connects, and an OpenWire client reads them: without rights on these topics, ActiveMQ rejects it',
    source: SECURITY,
  },
  'authorization-twice': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'each authorization plugin rejects what its own map does not allow, whatever the other allows',
    source: SECURITY,
  },
  'console-lock-out': {
    severity: 'error',
    outcome: 'kept',
    reason: 'the user has console access, but the authorization map allows nothing there',
    source: USERS,
  },
  'group-without-user': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'a group exists only while it has a member, so these permissions apply to nobody',
    source: USERS,
  },
  'groups-without-map': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'without an authorization map, groups have no effect: every user may do everything',
    source: SECURITY,
  },
  'destination-purge': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'ActiveMQ deletes queues and topics that stay empty and unused',
    source: PURGE,
  },
  'purge-without-entry': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'the broker looks for destinations to delete, but no entry allows it to delete any',
    source: PURGE,
  },
  'entry-without-purge': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'an entry allows the broker to delete destinations, but the broker never looks for any',
    source: PURGE,
  },
  'timeout-twice': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'both spellings set the same timeout, and ActiveMQ uses the misspelled one',
    source: PURGE,
  },
  'entry-without-destination': {
    severity: 'error',
    outcome: 'kept',
    reason: 'ActiveMQ rejects an entry without a destination: the broker would not start',
    source: POLICIES,
  },
  'entry-with-destinations': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'an entry has one destination: ActiveMQ ignores the others',
    source: POLICIES,
  },
  'temporary-false': {
    severity: 'warning',
    outcome: 'kept',
    reason:
      'ActiveMQ only asks whether the attribute is set: with false, too, the entry applies to temporary destinations',
    source: 'ActiveMQ: org.apache.activemq.filter.DestinationMapEntry',
  },
  'destination-pattern': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'the wildcards are * and >, for whole parts of a name between periods: anything else is part of a name',
    source: 'https://activemq.apache.org/components/classic/documentation/wildcards',
  },
  'entry-covered': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'ActiveMQ applies only the most specific entry, so this entry is never used or duplicates another one',
    source: POLICIES,
  },
  'redelivery-without-scheduler': {
    severity: 'error',
    outcome: 'kept',
    reason: 'the redelivery plugin needs the scheduler: without it, the broker would not start',
    source: 'https://activemq.apache.org/components/classic/documentation/message-redelivery-and-dlq-handling',
  },
  'not-persistent': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'messages are in memory only: a failover or reboot loses them',
    source: 'https://activemq.apache.org/components/classic/documentation/persistence',
  },
  'messages-deleted': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'every start of the broker deletes all messages, and so does every failover and reboot',
    source: 'https://activemq.apache.org/components/classic/documentation/xml-configuration',
  },
  'disk-sync-never': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'a message is acknowledged before it is on disk: a crash may lose it',
    source: 'https://activemq.apache.org/components/classic/documentation/kahadb',
  },
  'messages-expire': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'messages without a time to live get one: what is not consumed in time is a dead letter',
    source: 'https://activemq.apache.org/components/classic/documentation/timestampplugin',
  },
  'dead-letters-dropped': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'messages that expire or fail too often are deleted instead of kept in a dead-letter queue',
    source: 'https://activemq.apache.org/components/classic/documentation/message-redelivery-and-dlq-handling',
  },
  'never-delivered': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'ActiveMQ starts with this setting, but delivers no messages or rejects clients',
    source: RUN,
  },
  'unmatched-lost': {
    severity: 'warning',
    outcome: 'kept',
    reason:
      'a composite destination, and a virtual topic with selectorAware, forwards by selectors only: a message that matches none of them is in no queue afterwards',
    source: RUN,
  },
  'virtual-topics-lost': {
    severity: 'warning',
    outcome: 'kept',
    reason:
      'ActiveMQ makes VirtualTopic.> virtual, and mirrors queues by a switch, only while a document declares no interceptor: consumers of these queues receive nothing',
    source: 'https://activemq.apache.org/components/classic/documentation/virtual-destinations',
  },
  'forwards-in-a-circle': {
    severity: 'warning',
    outcome: 'kept',
    reason: 'the broker forwards a message to itself until its stack is full: every send fails',
    source: RUN,
  },
  template: {
    severity: 'info',
    outcome: 'kept',
    reason:
      'Terraform or another tool fills in the file before Amazon MQ sees it: only what does not depend on that is checked',
    source: 'https://developer.hashicorp.com/terraform/language/functions/templatefile',
  },
} as const satisfies Readonly<Record<string, DocumentRule>>;

export type DocumentRuleCode = keyof typeof DOCUMENT_RULES;
