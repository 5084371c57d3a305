import { LIMITS } from '../../amazon-mq/limits';
import { type KnownUser } from '../../document/check/known-user';
import { UnusableError } from '../command';

const FORM = 'NAME or NAME:GROUP,GROUP';

/** Reads `name:group,group`, or a name alone. */
export function userOf(argument: string): KnownUser {
  const [username, groups, ...rest] = argument.split(':');
  if (rest.length > 0) throw new UnusableError(`--user ${argument}: more than one colon; write ${FORM}`);
  return { username, groups: groups === undefined ? [] : groups.split(','), consoleAccess: false };
}

/** Rejects users that Amazon MQ would reject, so that what works here works there. */
export function requireUsers(users: readonly KnownUser[]): void {
  if (users.length === 0) throw new UnusableError(`no users: give at least one --user ${FORM}, or --stack FILE`);
  const { usersPerBroker, groupsPerUser } = LIMITS;
  if (users.length > usersPerBroker) {
    throw new UnusableError(`${users.length} users are given; Amazon MQ allows ${usersPerBroker}`);
  }
  const names = new Set<string>();
  for (const { username, groups } of users) {
    requireName('user', username, LIMITS.username);
    for (const group of groups) requireName('group', group, LIMITS.group);
    if (names.has(username)) throw new UnusableError(`the user ${username} is given twice; remove one of them`);
    names.add(username);
    if (groups.length > groupsPerUser) {
      throw new UnusableError(`the user ${username} has ${groups.length} groups; Amazon MQ allows ${groupsPerUser}`);
    }
  }
}

function requireName(kind: 'user' | 'group', name: string, limit: typeof LIMITS.username | typeof LIMITS.group): void {
  const { min, max, pattern, allowed } = limit;
  if (name.length >= min && name.length <= max && pattern.test(name)) return;
  throw new UnusableError(`the ${kind} name "${name}" is not ${min} to ${max} ${allowed}; write --user ${FORM}`);
}
