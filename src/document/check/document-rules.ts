import { type Severity } from '../../rules/rule';

/** One thing that a check of a configuration document looks for. */
export interface DocumentRule {
  readonly severity: Severity;
  /** What Amazon MQ or ActiveMQ does with it. */
  readonly reason: string;
  /** Where that is written. */
  readonly source: string;
}

const SCHEMAS = 'AWS: schemas of the permitted configuration';
const GUIDE = 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/';
const PARAMETERS = `${GUIDE}amazon-mq-broker-configuration-parameters.html`;
const SANITIZATION = 'https://docs.aws.amazon.com/amazon-mq/latest/api-reference/configurations-configuration-id.html';
const PURGE = 'https://activemq.apache.org/components/classic/documentation/delete-inactive-destinations';
const POLICIES = 'https://activemq.apache.org/components/classic/documentation/per-destination-policies';
const SECURITY = 'https://activemq.apache.org/components/classic/documentation/security';
const USERS = `${GUIDE}amazon-mq-listing-managing-users.html`;
const LDAP = `${GUIDE}security-authentication-authorization.html`;

const START = 'ActiveMQ 5.18.6 and 5.19.1, run with it';

/** Everything that a check of a configuration document can find, by code. */
export const DOCUMENT_RULES = {
  'document-root': {
    severity: 'error',
    reason: 'Amazon MQ takes one broker element; whatever stands around it is dropped or refused',
    source: PARAMETERS,
  },
  'foreign-namespace': {
    severity: 'error',
    reason: 'elements and attributes of other namespaces are dropped with all they hold',
    source: SANITIZATION,
  },
  'schema-location': {
    severity: 'warning',
    reason: 'hints for a validating parser are nothing to Amazon MQ; it may drop them, and the plan would never settle',
    source: SANITIZATION,
  },
  'unknown-element': { severity: 'error', reason: 'dropped with all it holds', source: SANITIZATION },
  'misplaced-element': {
    severity: 'error',
    reason: 'permitted elsewhere; here it is dropped with all it holds',
    source: SANITIZATION,
  },
  'element-version': {
    severity: 'error',
    reason: 'permitted in another engine version only; in this one it is dropped with all it holds',
    source: SCHEMAS,
  },
  'not-offered': {
    severity: 'error',
    reason: 'ActiveMQ has it, Amazon MQ does not: dropped; something else takes its place',
    source: PARAMETERS,
  },
  'unknown-attribute': { severity: 'error', reason: 'dropped', source: SANITIZATION },
  'attribute-version': {
    severity: 'error',
    reason: 'permitted in another engine version only; in this one it is dropped',
    source: SCHEMAS,
  },
  'connector-password': {
    severity: 'error',
    reason: 'dropped: Amazon MQ takes the password of the broker’s own user of that name',
    source: `${GUIDE}amazon-mq-creating-configuring-network-of-brokers.html`,
  },
  'attribute-type': { severity: 'error', reason: 'the update is refused', source: SCHEMAS },
  'attribute-range': { severity: 'error', reason: 'the update is refused', source: SCHEMAS },
  'attribute-choice': { severity: 'error', reason: 'the update is refused', source: SCHEMAS },
  placeholder: {
    severity: 'error',
    reason: 'values with ${…} or #{…} are dropped: Amazon MQ has no properties to fill them in with',
    source: SANITIZATION,
  },
  character: {
    severity: 'error',
    reason: 'XML 1.0 has no such character: the update is refused',
    source: 'https://www.w3.org/TR/xml/#charsets',
  },
  'too-few-children': { severity: 'error', reason: 'the update is refused', source: SCHEMAS },
  'too-many-children': { severity: 'error', reason: 'the update is refused', source: SCHEMAS },
  text: { severity: 'error', reason: 'no element holds text: the update is refused', source: SCHEMAS },
  'white-space': {
    severity: 'error',
    reason: 'the schemas declare the element empty, and white space is not nothing: the update is refused',
    source: SCHEMAS,
  },
  'duplicate-value': {
    severity: 'error',
    reason: 'the schemas allow one entry a queue and one a topic: the update is refused',
    source: SCHEMAS,
  },
  'connector-name': {
    severity: 'error',
    reason: 'the schemas ask each transport connector for its name: the update is refused',
    source: SCHEMAS,
  },
  'attribute-unreadable': {
    severity: 'error',
    reason: 'Amazon MQ takes the value, and ActiveMQ cannot read it: the broker would not start',
    source: START,
  },
  'attribute-unusable': {
    severity: 'error',
    reason: 'the attribute is for an object of Java, which no document can give: the broker would not start',
    source: START,
  },
  'attribute-missing': {
    severity: 'error',
    reason: 'the schemas let it be left out, and ActiveMQ needs it: the broker would not start',
    source: START,
  },
  'element-unusable': {
    severity: 'error',
    reason: 'the schemas permit it in a place where ActiveMQ takes something else: the broker would not start',
    source: START,
  },
  'element-missing': {
    severity: 'error',
    reason: 'the schemas let it be left out, and ActiveMQ needs it: the broker would not start',
    source: START,
  },
  'name-twice': {
    severity: 'error',
    reason: 'elements of a document share one set of names, whatever they are: the broker would not start',
    source: START,
  },
  'connector-multicast': {
    severity: 'warning',
    reason: 'Amazon MQ has no multicast: the connector never finds a broker',
    source: `${GUIDE}network-of-brokers.html`,
  },
  'ldap-map-without-ldap': {
    severity: 'error',
    reason: 'dropped where the authentication strategy is not LDAP, so that everybody may do everything',
    source: LDAP,
  },
  'ldap-without-map': {
    severity: 'warning',
    reason: 'LDAP then only authenticates: whoever can log in may do everything',
    source: LDAP,
  },
  'console-group': {
    severity: 'warning',
    reason: 'an authorization map lets in only the groups it names: users of the web console would see nothing',
    source: USERS,
  },
  'advisories-denied': {
    severity: 'warning',
    reason: 'a client needs the advisories as it connects: without rights on their topics it is refused',
    source: SECURITY,
  },
  'authorization-twice': {
    severity: 'warning',
    reason: 'each authorization plugin refuses what its own map does not let in, whatever the other lets in',
    source: SECURITY,
  },
  'console-lock-out': {
    severity: 'error',
    reason: 'a user was given console access, and the authorization map takes it away',
    source: USERS,
  },
  'group-without-user': {
    severity: 'warning',
    reason: 'a group exists as long as a user is in it: what it is allowed, nobody may',
    source: USERS,
  },
  'groups-without-map': {
    severity: 'warning',
    reason: 'without an authorization map groups mean nothing: every user may do everything',
    source: SECURITY,
  },
  'destination-purge': {
    severity: 'warning',
    reason: 'queues and topics that stay empty and unused are deleted',
    source: PURGE,
  },
  'purge-without-entry': {
    severity: 'warning',
    reason: 'the broker looks for destinations to delete, and no entry lets it delete any',
    source: PURGE,
  },
  'entry-without-purge': {
    severity: 'warning',
    reason: 'an entry lets the broker delete destinations, and it never looks for any',
    source: PURGE,
  },
  'timeout-twice': {
    severity: 'warning',
    reason: 'both spellings set the same timeout: the misspelt one lasts',
    source: PURGE,
  },
  'entry-without-destination': {
    severity: 'error',
    reason: 'ActiveMQ refuses an entry that names no destination: the broker would not start',
    source: POLICIES,
  },
  'entry-with-destinations': {
    severity: 'warning',
    reason: 'an entry has one destination: all but one of those it names are ignored',
    source: POLICIES,
  },
  'temporary-false': {
    severity: 'warning',
    reason:
      'ActiveMQ looks at whether the attribute is there: with false, too, the entry is for temporary destinations',
    source: 'ActiveMQ: org.apache.activemq.filter.DestinationMapEntry',
  },
  'destination-pattern': {
    severity: 'warning',
    reason: 'a wildcard stands for whole parts of a name: beside other characters it is a character like these',
    source: 'https://activemq.apache.org/components/classic/documentation/wildcards',
  },
  'entry-covered': {
    severity: 'warning',
    reason:
      'one entry applies to a destination, one for its very name first: this one is never asked, or its twin is not',
    source: POLICIES,
  },
  'redelivery-without-scheduler': {
    severity: 'error',
    reason: 'the redelivery plugin asks for the scheduler: without it the broker does not start',
    source: 'https://activemq.apache.org/components/classic/documentation/message-redelivery-and-dlq-handling',
  },
  'not-persistent': {
    severity: 'error',
    reason: 'messages are kept in memory only: a failover or reboot loses them',
    source: 'https://activemq.apache.org/components/classic/documentation/persistence',
  },
  'messages-deleted': {
    severity: 'error',
    reason: 'every start of the broker, so every failover and reboot, deletes all messages',
    source: 'https://activemq.apache.org/components/classic/documentation/xml-configuration',
  },
  'disk-sync-never': {
    severity: 'warning',
    reason: 'a message is acknowledged before it is on disk: a crash may lose it',
    source: 'https://activemq.apache.org/components/classic/documentation/kahadb',
  },
} as const satisfies Readonly<Record<string, DocumentRule>>;

export type DocumentRuleCode = keyof typeof DOCUMENT_RULES;
