import { descendants, type Element } from './element';
import { isUnresolvedValue } from './unresolved-value';

/** The group that Amazon MQ puts users with console access into. */
export const CONSOLE_GROUP = 'activemq-webconsole';

const PERMISSIONS = ['read', 'write', 'admin'];

/** The groups that an authorization map lets in anywhere; undefined where only Terraform will know some of them. */
export function groupsOf(map: Element): ReadonlySet<string> | undefined {
  const groups = new Set<string>();
  for (const entry of descendants(map)) {
    for (const { name, value } of entry.attributes) {
      if (!PERMISSIONS.includes(name)) continue;
      if (isUnresolvedValue(value)) return undefined;
      for (const group of value.split(',')) if (group.trim() !== '') groups.add(group.trim());
    }
  }
  return groups;
}
