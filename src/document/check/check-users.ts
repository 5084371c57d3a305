import { LDAP_AUTHORIZATION_MAP } from '../schema/service-allowances';
import { type ConfigurationSource } from '../xml/configuration-source';
import { descendants, type Element } from '../xml/element';
import { CONSOLE_GROUP, groupsOf } from './authorization-groups';
import { type DocumentFinding } from './document-finding';
import { FindingList } from './finding-list';
import { type KnownUser } from './known-user';

/** Finds where a document and the users of a broker do not fit together; users as far as they are known. */
export function checkUsers(source: ConfigurationSource, users: readonly KnownUser[]): DocumentFinding[] {
  const findings = new FindingList();
  const elements = [...descendants(source.root)];
  const maps = elements.filter(({ name }) => name === 'authorizationMap');
  const hasLdapMap = elements.some(({ name }) => name === LDAP_AUTHORIZATION_MAP.name);
  if (maps.length === 0 && !hasLdapMap) checkWithoutMap(source.root, users, findings);
  for (const map of maps) checkMap(map, users, findings);
  return findings.placedIn(source);
}

function checkWithoutMap(root: Element, users: readonly KnownUser[], findings: FindingList): void {
  const grouped = users.filter(({ groups }) => groups.some((group) => group !== CONSOLE_GROUP));
  if (grouped.length === 0) return;
  const names = grouped.map(({ username }) => `"${username}"`).join(', ');
  const message = `the document has no authorization map, so the groups of ${names} mean nothing and every user may do everything`;
  findings.add(
    'groups-without-map',
    root,
    message,
    'add plugins/authorizationPlugin/map/authorizationMap, or take the groups away',
  );
}

function checkMap(map: Element, users: readonly KnownUser[], findings: FindingList): void {
  const groups = groupsOf(map);
  if (groups === undefined || groups.has('*')) return;
  const console = users.filter(({ consoleAccess }) => consoleAccess);
  const locked = groups.has(CONSOLE_GROUP)
    ? []
    : console.filter((user) => !user.groups.some((group) => groups.has(group)));
  if (locked.length > 0) {
    const names = locked.map(({ username }) => `"${username}"`).join(', ');
    const message = `${names} may open the web console, and no entry of the authorization map lets in the group ${CONSOLE_GROUP} or another of theirs`;
    findings.add(
      'console-lock-out',
      map,
      message,
      `add ${CONSOLE_GROUP} to read, write and admin of the entries for ">"`,
    );
  }
  const held = new Set(users.flatMap((user) => [...user.groups, ...(user.consoleAccess ? [CONSOLE_GROUP] : [])]));
  const empty = [...groups].filter((group) => !held.has(group) && group !== CONSOLE_GROUP);
  for (const group of empty) {
    const message = `the authorization map lets in the group "${group}", and no user of the broker is in it`;
    findings.add('group-without-user', map, message, 'put a user into it, or correct its name');
  }
}
