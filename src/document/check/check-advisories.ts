import { listOfLiterals, ownWords, type Phrase, phrase, wordsOfFact } from '../../util/phrase';
import { descendants, type Element } from '../xml/element';
import { advisoryGroups, CONSOLE_GROUP, groupsOf } from './authorization-groups';
import { type FindingList } from './finding-list';
import { type KnownUser } from './known-user';
import { attributeReading, hasUnknownValue } from './known-value';

const TOPICS = 'ActiveMQ.Advisory.>';

/**
 * Finds clients that ActiveMQ rejects because they have no rights on the advisories. Where the users are known, each is
 * judged by all of its groups; where they are not, groups are judged as if a user were in no other.
 */
export function checkAdvisories(
  broker: Element,
  maps: readonly Element[],
  users: readonly KnownUser[] | undefined,
  findings: FindingList,
): void {
  if (attributeReading(broker, 'advisorySupport', 'false') !== undefined) return;
  for (const map of maps) {
    const groups = groupsOf(map);
    if (groups === undefined || groups.size === 0 || someTopicIsUnknown(map)) continue;
    const candidates: readonly Candidate[] =
      users?.map((user) => ({ name: user.username, groups: groupsOfUser(user) })) ??
      [...groups].map((group) => ({ name: group, groups: [group] }));
    checkMap(map, candidates, users === undefined ? 'groups' : 'users', findings);
  }
}

/** A user, or a user who would be in one group only. */
interface Candidate {
  readonly name: string;
  readonly groups: readonly string[];
}

function checkMap(
  map: Element,
  candidates: readonly Candidate[],
  kind: 'groups' | 'users',
  findings: FindingList,
): void {
  const { admin, read } = advisoryGroups(map);
  const isIn = (allowed: ReadonlySet<string>, { groups }: Candidate): boolean =>
    allowed.has('*') || groups.some((group) => allowed.has(group));
  const withoutAdmin = candidates.filter((candidate) => !isIn(admin, candidate));
  const withoutRead = candidates.filter(
    (candidate) => isIn(admin, candidate) && !read.every((allowed) => isIn(allowed, candidate)),
  );
  if (withoutAdmin.length > 0) {
    const message = phrase`ActiveMQ rejects ${who(withoutAdmin, kind)}, whatever the protocol: no entry grants admin on the topics ${TOPICS}, which a client creates when it connects`;
    findings.add('advisories-denied', map, message, grant(withoutAdmin));
  }
  if (withoutRead.length > 0) {
    const message = phrase`ActiveMQ rejects OpenWire clients of ${who(withoutRead, kind)}: no entry grants read on the topics ${TOPICS}; AMQP and MQTT clients need admin only`;
    findings.add('advisories-denied', map, message, grant(withoutRead));
  }
}

function who(candidates: readonly Candidate[], kind: 'groups' | 'users'): Phrase {
  const names = listOfLiterals(candidates.map(({ name }) => name));
  const isOne = candidates.length === 1;
  if (kind === 'users') return phrase`${ownWords(isOne ? 'the user' : 'the users')} ${names}`;
  return phrase`a user who is in none but ${ownWords(isOne ? 'the group' : 'the groups')} ${names}`;
}

function grant(candidates: readonly Candidate[]): Phrase {
  const groups = [...new Set(candidates.flatMap((candidate) => candidate.groups.slice(0, 1)))].join(',');
  const alone = candidates.filter((candidate) => candidate.groups.length === 0).map(({ name }) => name);
  if (groups === '') return ownWords('put the user into a group that has these rights');
  // In parts: what is to be copied must not be cut where it is shown.
  const entry = phrase`add <authorizationEntry topic="${wordsOfFact(TOPICS)}" read="${groups}" write="${groups}" admin="${groups}"/>`;
  return alone.length === 0 ? entry : phrase`${entry}, and put ${listOfLiterals(alone)} into one of its groups`;
}

function groupsOfUser({ groups, consoleAccess }: KnownUser): string[] {
  return consoleAccess ? [...groups, CONSOLE_GROUP] : [...groups];
}

function someTopicIsUnknown(map: Element): boolean {
  for (const entry of descendants(map)) if (hasUnknownValue(entry, 'topic')) return true;
  return false;
}
