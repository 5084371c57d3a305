import { ownWords, phrase } from '../../util/phrase';
import { type Element } from '../xml/element';
import { CONSOLE_GROUPS, groupsOf } from './authorization-groups';
import { checkAdvisories } from './check-advisories';
import { type CheckOptions } from './check-options';
import { type KeptElements } from './check-structure';
import { tag } from './element-words';
import { type FindingList } from './finding-list';

/** Finds authorization that allows more, or less, than it seems to. */
export function checkAuthorization(
  kept: KeptElements,
  { authenticationStrategy, users = 'unknown' }: CheckOptions,
  findings: FindingList,
): void {
  const broker = kept.get('broker')![0];
  const maps = kept.get('authorizationMap') ?? [];
  for (const map of maps) {
    const groups = groupsOf(map);
    if (groups === undefined) continue;
    if (groups.size === 0) addEmptyMap(map, findings);
    else checkConsole(map, groups, CONSOLE_GROUPS[authenticationStrategy], findings);
  }
  if (users === 'unknown') checkAdvisories(broker, maps, undefined, findings);
  for (const plugin of (kept.get('authorizationPlugin') ?? []).slice(1)) {
    const message = phrase`this is a second ${tag(plugin.name)}: a client may do only what both of them allow`;
    findings.add('authorization-twice', plugin, message, ownWords('merge the entries of both into one'));
  }
  const hasMap = maps.length > 0 || kept.has('cachedLDAPAuthorizationMap');
  if (authenticationStrategy === 'ldap' && !hasMap) {
    const message = phrase`an LDAP configuration without ${tag('cachedLDAPAuthorizationMap')} allows everything to whoever can log in`;
    const remedy = phrase`add ${'plugins/authorizationPlugin/map/cachedLDAPAuthorizationMap'}`;
    findings.add('ldap-without-map', broker, message, remedy);
  }
}

/** A map without entries for destinations does not start: that is reported elsewhere. */
function addEmptyMap(map: Element, findings: FindingList): void {
  if (!map.children.some(({ name }) => name === 'authorizationEntries')) return;
  const message = phrase`${tag(map.name)} grants nothing to any group: nobody can connect, send or receive`;
  const remedy = ownWords('set read, write and admin of the entries to groups of your users');
  findings.add('map-lets-nobody-in', map, message, remedy);
}

function checkConsole(map: Element, groups: ReadonlySet<string>, consoleGroup: string, findings: FindingList): void {
  if (groups.has(consoleGroup) || groups.has('*')) return;
  const message = phrase`no entry of the authorization map grants anything to the group ${consoleGroup}, so users of the web console see nothing`;
  const remedy = phrase`add ${consoleGroup} to read, write and admin of the entries for >`;
  findings.add('console-group', map, message, remedy);
}
