import { type AuthenticationStrategy } from '../schema/permitted-rules';
import { descendants, type Element } from '../xml/element';
import { destinationPatterns, isDefaultEntry, patternsOverlap } from './destination-entry';
import { isUnresolvedValue } from './unresolved-value';

/** The group whose users may use the web console: Amazon MQ puts users of the broker into it. */
export const CONSOLE_GROUPS: Readonly<Record<AuthenticationStrategy, string>> = {
  simple: 'activemq-webconsole',
  ldap: 'amazonmq-console-admins',
};
export const CONSOLE_GROUP = CONSOLE_GROUPS.simple;

const PERMISSIONS = ['read', 'write', 'admin'];

/** The advisory topic that every client creates when it connects, and those that an OpenWire client then reads. */
const CREATED_TOPIC = 'ActiveMQ.Advisory.Connection';
const READ_TOPICS = ['ActiveMQ.Advisory.TempQueue', 'ActiveMQ.Advisory.TempTopic'];

/** The groups that an authorization map grants anything; undefined where only Terraform knows some of them. */
export function groupsOf(map: Element): ReadonlySet<string> | undefined {
  const groups = new Set<string>();
  for (const entry of descendants(map)) {
    for (const { name, value } of entry.attributes) {
      if (!PERMISSIONS.includes(name)) continue;
      if (isUnresolvedValue(value)) return undefined;
      for (const group of namesIn(value)) groups.add(group);
    }
  }
  return groups;
}

/** The groups that may do something with the advisory topics, which clients use when they connect. */
interface AdvisoryGroups {
  /** Those that may create the topics: every client does so when it connects. */
  readonly admin: ReadonlySet<string>;
  /** Those that may read each of them that an OpenWire client reads, to learn of temporary destinations. */
  readonly read: readonly ReadonlySet<string>[];
}

/** The groups with rights on the advisories, by all entries for them together. */
export function advisoryGroups(map: Element): AdvisoryGroups {
  const groupsWith = (permission: string, topic: string): ReadonlySet<string> =>
    new Set(entriesFor(map, topic).flatMap((entry) => namesIn(entry.attribute(permission) ?? '')));
  return { admin: groupsWith('admin', CREATED_TOPIC), read: READ_TOPICS.map((topic) => groupsWith('read', topic)) };
}

/** The entries that apply to a topic. */
function entriesFor(map: Element, topic: string): Element[] {
  return [...descendants(map)].filter(
    (entry) =>
      entry.name === 'authorizationEntry' &&
      (isDefaultEntry(entry) || destinationPatterns(entry, 'topic').some((pattern) => patternsOverlap(pattern, topic))),
  );
}

function namesIn(value: string): string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
