import { descendants, type Element } from '../xml/element';
import { CONSOLE_GROUPS, groupsOf, groupsWithAdvisories } from './authorization-groups';
import { type CheckOptions } from './check-options';
import { type KeptElements } from './check-structure';
import { type FindingList } from './finding-list';
import { attributeReading, isUnknown } from './known-value';

/** Finds authorization that lets in others, or fewer, than it seems to. */
export function checkAuthorization(
  kept: KeptElements,
  { authenticationStrategy }: CheckOptions,
  findings: FindingList,
): void {
  const broker = kept.get('broker')![0];
  const maps = kept.get('authorizationMap') ?? [];
  const hasAdvisories = attributeReading(broker, 'advisorySupport', 'false') === undefined;
  for (const map of maps) {
    const groups = groupsOf(map);
    if (groups === undefined) continue;
    checkConsole(map, groups, CONSOLE_GROUPS[authenticationStrategy], findings);
    if (hasAdvisories) checkAdvisories(map, groups, findings);
  }
  for (const plugin of (kept.get('authorizationPlugin') ?? []).slice(1)) {
    const message = 'this is a second authorizationPlugin: a client may do only what both of them let it do';
    findings.add('authorization-twice', plugin, message, 'put the entries of both into one');
  }
  const hasMap = maps.length > 0 || kept.has('cachedLDAPAuthorizationMap');
  if (authenticationStrategy === 'ldap' && !hasMap) {
    const message = 'an LDAP configuration without cachedLDAPAuthorizationMap lets whoever can log in do everything';
    findings.add('ldap-without-map', broker, message, 'add plugins/authorizationPlugin/map/cachedLDAPAuthorizationMap');
  }
}

function checkConsole(map: Element, groups: ReadonlySet<string>, consoleGroup: string, findings: FindingList): void {
  if (groups.has(consoleGroup) || groups.has('*')) return;
  const message = `no entry of the authorization map lets in the group ${consoleGroup}, so users of the web console see nothing`;
  findings.add('console-group', map, message, `add ${consoleGroup} to read, write and admin of the entries for ">"`);
}

function checkAdvisories(map: Element, groups: ReadonlySet<string>, findings: FindingList): void {
  if (someTopicIsUnknown(map)) return;
  const able = groupsWithAdvisories(map);
  const unable = [...groups].filter((group) => !able.has(group));
  if (able.has('*') || unable.length === 0) return;
  const names = unable.join(',');
  const message = `clients of the groups ${names} cannot connect: no entry gives these read and admin of the topics ActiveMQ.Advisory.>`;
  const entry = `<authorizationEntry topic="ActiveMQ.Advisory.>" read="${names}" write="${names}" admin="${names}"/>`;
  findings.add('advisories-denied', map, message, `add ${entry}`);
}

function someTopicIsUnknown(map: Element): boolean {
  for (const entry of descendants(map)) if (isUnknown(entry, 'topic')) return true;
  return false;
}
