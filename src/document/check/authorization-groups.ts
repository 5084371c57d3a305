import { type AuthenticationStrategy } from '../schema/permitted-rules';
import { descendants, type Element } from '../xml/element';
import { destinationPatterns, isDefaultEntry, matchesPattern } from './destination-entry';
import { isUnresolvedValue } from './unresolved-value';

/** The group that may use the web console: of users of the broker, who are put into it, and of users of an LDAP server. */
export const CONSOLE_GROUPS: Readonly<Record<AuthenticationStrategy, string>> = {
  simple: 'activemq-webconsole',
  ldap: 'amazonmq-console-admins',
};
export const CONSOLE_GROUP = CONSOLE_GROUPS.simple;

const PERMISSIONS = ['read', 'write', 'admin'];
const ADVISORY = 'ActiveMQ.Advisory.Connection';

/** The groups that an authorization map lets in anywhere; undefined where only Terraform will know some of them. */
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

/**
 * The groups that an authorization map lets use the advisories, by the entries for them together: a client's connection
 * makes their topics, and listens to those of temporary destinations.
 */
export function groupsWithAdvisories(map: Element): ReadonlySet<string> {
  const entries = [...descendants(map)].filter(
    (entry) =>
      entry.name === 'authorizationEntry' &&
      (isDefaultEntry(entry) ||
        destinationPatterns(entry, 'topic').some((pattern) => matchesPattern(pattern, ADVISORY))),
  );
  const groupsThatMay = (permission: string) =>
    new Set(entries.flatMap((entry) => namesIn(entry.attribute(permission) ?? '')));
  const admin = groupsThatMay('admin');
  return new Set([...groupsThatMay('read')].filter((group) => admin.has(group)));
}

function namesIn(value: string): string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
