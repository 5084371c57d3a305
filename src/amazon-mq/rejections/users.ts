import { guidanceOfNames, nameFindings } from '../../rules/name-form';
import { type FindingDetails } from '../../rules/rule';
import { type Fact } from '../../util/fact';
import { repeated } from '../../util/repeated';
import { type BrokerFacts, type UserFacts } from '../broker-facts';
import { LIMITS } from '../limits';
import { SOURCES } from '../sources';
import { type Rejection } from './rejection';

type Users = Pick<BrokerFacts, 'users'>;

export const USER_REJECTIONS: readonly Rejection<Users>[] = [
  {
    code: 'user-required',
    engine: 'ActiveMQ',
    severity: 'error',
    reason: 'the provider needs a user block, even with LDAP',
    source: SOURCES.provider,
    allowed: `1 to ${LIMITS.usersPerBroker} users`,
    remedy: 'add a user',
    check: ({ users }) =>
      users === null || users?.length === 0
        ? [
            {
              property: 'users',
              problem: 'is empty',
            },
          ]
        : [],
  },
  {
    code: 'user-count',
    engine: 'ActiveMQ',
    severity: 'error',
    reason: `Amazon MQ keeps at most ${LIMITS.usersPerBroker} users for a broker`,
    source: SOURCES.quotas,
    allowed: `1 to ${LIMITS.usersPerBroker} users`,
    remedy: 'share users between applications',
    check: ({ users }) =>
      users && users.length > LIMITS.usersPerBroker
        ? [
            {
              property: 'users',
              problem: 'has too many entries',
              got: users.length,
              remedy: 'share users between applications, or authenticate by LDAP',
            },
          ]
        : [],
  },
  {
    code: 'user-one',
    engine: 'RabbitMQ',
    severity: 'error',
    reason: 'Amazon MQ rejects more users: "Specify exactly one user for engine type [RABBITMQ]"',
    source: SOURCES.providerIssue(41374),
    allowed: '1 user',
    remedy: 'keep one user, and create the others in RabbitMQ',
    check: ({ users }) =>
      users && users.length > 1
        ? [
            {
              property: 'users',
              problem: 'has too many entries for RabbitMQ',
              got: users.length,
            },
          ]
        : [],
  },
  {
    code: 'username-form',
    severity: 'error',
    reason: 'Amazon MQ rejects the user; the provider checks the length only',
    source: SOURCES.usersApi,
    ...guidanceOfNames(LIMITS.username),
    check: eachUser(({ username }, at) => nameFindings(`${at}.username`, username, LIMITS.username)),
  },
  {
    code: 'username-rabbitmq',
    engine: 'RabbitMQ',
    severity: 'error',
    reason: 'for RabbitMQ, Amazon MQ rejects the name "guest" and names with a tilde',
    source: SOURCES.usersApi,
    allowed: 'letters, digits, hyphens, periods and underscores, but not "guest"',
    remedy: 'choose another name',
    check: eachUser(({ username }, at) =>
      username === 'guest' || username?.includes('~')
        ? [
            {
              property: `${at}.username`,
              problem: 'cannot be used with RabbitMQ',
              got: username,
            },
          ]
        : [],
    ),
  },
  {
    code: 'username-unique',
    severity: 'error',
    reason: 'Amazon MQ identifies a user by its name and rejects the second one',
    source: SOURCES.usersApi,
    allowed: 'each name once',
    remedy: 'rename one of the two users, or merge their groups into one',
    check: ({ users }) =>
      repeated(users?.map(({ identity, username }) => identity ?? (username || undefined))).map(([index]) => {
        const { username } = users![index];
        return {
          property: `users[${index}].username`,
          problem: 'is a duplicate',
          ...(username ? { got: username } : {}),
        };
      }),
  },
  {
    code: 'group-count',
    severity: 'error',
    reason: `Amazon MQ and the provider reject a user with more than ${LIMITS.groupsPerUser} groups`,
    source: SOURCES.usersApi,
    allowed: `at most ${LIMITS.groupsPerUser} groups`,
    remedy: 'merge groups that have the same permissions',
    check: eachUser(({ groups }, at) =>
      groups && groups.length > LIMITS.groupsPerUser
        ? [
            {
              property: `${at}.groups`,
              problem: 'has too many entries',
              got: groups.length,
            },
          ]
        : [],
    ),
  },
  {
    code: 'group-form',
    severity: 'error',
    reason: 'Amazon MQ rejects the user; the provider checks the length only',
    source: SOURCES.usersApi,
    ...guidanceOfNames(LIMITS.group),
    check: eachUser(({ groups }, at) =>
      (groups ?? []).flatMap((group, index) => nameFindings(`${at}.groups[${index}]`, group, LIMITS.group)),
    ),
  },
  {
    code: 'replication-user-console',
    severity: 'error',
    reason: 'Amazon MQ rejects it: "Replication user couldn\'t have console access"',
    source: SOURCES.usersApi,
    allowed: 'false for a replication user',
    remedy: 'set it to false, and give the console to another user',
    check: eachUser(({ replicationUser, consoleAccess }, at) =>
      replicationUser === true && consoleAccess === true
        ? [
            {
              property: `${at}.consoleAccess`,
              problem: 'cannot be given to a replication user',
              got: true,
            },
          ]
        : [],
    ),
  },
  {
    code: 'password-form',
    severity: 'error',
    reason: 'Amazon MQ rejects the user; the provider checks length, different characters and commas only',
    source: SOURCES.usersApi,
    allowed: `${LIMITS.password.min} to ${LIMITS.password.max} characters, ${LIMITS.password.minDistinct} of them different, without comma, colon or equals sign`,
    remedy: 'change the password',
    check: eachUser(({ password }, at) => passwordFindings(`${at}.password`, password)),
  },
];

function eachUser<Details>(check: (user: UserFacts, at: string) => Details[]): (facts: Users) => Details[] {
  return ({ users }) => (users ?? []).flatMap((user, index) => check(user, `users[${index}]`));
}

/** A finding says what is wrong with a password, and never the password. */
function passwordFindings(property: string, text: Fact<string>): Pick<FindingDetails, 'property' | 'problem'>[] {
  return text === undefined ? [] : passwordProblems(text ?? '').map((problem) => ({ property, problem }));
}

function passwordProblems(password: string): string[] {
  if (password === '') return ['is missing'];
  const { min, max, minDistinct, forbidden } = LIMITS.password;
  const found = forbidden.filter((character) => password.includes(character));
  const distinct = new Set(password).size;
  return [
    password.length < min
      ? `is too short: it has ${password.length} ${password.length === 1 ? 'character' : 'characters'}`
      : '',
    password.length > max ? `is too long: it has ${password.length} characters` : '',
    distinct < minDistinct ? `has too few different characters: it has ${distinct}` : '',
    found.length > 0 ? `contains ${found.map((character) => `"${character}"`).join(' and ')}` : '',
  ].filter((problem) => problem !== '');
}

/** The forms of names of users and groups. */
export const USER_NAME_REJECTIONS = USER_REJECTIONS.filter(({ code }) =>
  ['username-form', 'group-form'].includes(code),
);
