import { listOfLiterals, ownWords, phrase } from '../../util/phrase';
import { LDAP_AUTHORIZATION_MAP } from '../schema/service-allowances';
import { type ConfigurationSource } from '../xml/configuration-source';
import { descendants, type Element } from '../xml/element';
import { CONSOLE_GROUP, groupsOf } from './authorization-groups';
import { checkAdvisories } from './check-advisories';
import { type DocumentFinding } from './document-finding';
import { FindingList } from './finding-list';
import { type KnownUser } from './known-user';
import { knownAttribute } from './known-value';

/** Finds where a document does not fit the users of a broker; where they are not known, what can be said all the same. */
export function checkUsers(source: ConfigurationSource, users: readonly KnownUser[] | undefined): DocumentFinding[] {
  const findings = new FindingList();
  const elements = [...descendants(source.root)];
  const maps = elements.filter(({ name }) => name === 'authorizationMap');
  const hasLdapMap = elements.some(({ name }) => name === LDAP_AUTHORIZATION_MAP.name);
  checkAdvisories(source.root, maps, users, findings);
  if (users !== undefined) {
    if (maps.length === 0 && !hasLdapMap) checkWithoutMap(source.root, users, findings);
    for (const map of maps) checkMap(map, users, findings);
    for (const element of elements) if (element.name === 'networkConnector') checkConnector(element, users, findings);
  }
  return findings.placedIn(source);
}

function checkWithoutMap(root: Element, users: readonly KnownUser[], findings: FindingList): void {
  const grouped = users.filter(({ groups }) => groups.some((group) => group !== CONSOLE_GROUP));
  if (grouped.length === 0) return;
  const message = phrase`the document has no authorization map: the groups of ${namesOf(grouped)} have no effect, and every user may do everything`;
  const remedy = phrase`add ${'plugins/authorizationPlugin/map/authorizationMap'}, or remove the groups`;
  findings.add('groups-without-map', root, message, remedy);
}

function checkMap(map: Element, users: readonly KnownUser[], findings: FindingList): void {
  const groups = groupsOf(map);
  if (groups === undefined || groups.size === 0 || groups.has('*')) return;
  const locked = groups.has(CONSOLE_GROUP)
    ? []
    : users.filter((user) => user.consoleAccess && !user.groups.some((group) => groups.has(group)));
  if (locked.length > 0) {
    const message = phrase`${namesOf(locked)} may open the web console, but no entry of the authorization map grants anything to ${CONSOLE_GROUP} or to another of their groups`;
    const remedy = phrase`add ${CONSOLE_GROUP} to read, write and admin of the entries for >`;
    findings.add('console-lock-out', map, message, remedy);
  }
  const held = new Set(users.flatMap((user) => user.groups));
  for (const group of groups) {
    if (held.has(group) || group === CONSOLE_GROUP) continue;
    const message = phrase`the authorization map grants permissions to the group ${group}, but no user of the broker is in it`;
    findings.add('group-without-user', map, message, ownWords('add a user to the group, or correct its name'));
  }
}

function checkConnector(connector: Element, users: readonly KnownUser[], findings: FindingList): void {
  const attribute = knownAttribute(connector, 'userName');
  if (attribute === undefined || attribute.value.trim() === '') return;
  if (users.some(({ username }) => username === attribute.value)) return;
  const message = phrase`the network connector logs in as ${attribute.value}, but the broker has no such user, so it never connects`;
  const remedy = phrase`add the user ${attribute.value} to this broker and to the broker at the other end, or correct userName`;
  findings.addAttribute('connector-user-unknown', connector, attribute, message, remedy);
}

function namesOf(users: readonly KnownUser[]): ReturnType<typeof listOfLiterals> {
  return listOfLiterals(users.map(({ username }) => username));
}
