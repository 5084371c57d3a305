import { LIMITS } from '../amazon-mq/limits';
import { SOURCES } from '../amazon-mq/sources';
import { nameFindings } from '../rules/name-form';
import { type FindingDetails, type Rule } from '../rules/rule';
import { repeated } from '../util/repeated';
import { type PasswordFacts } from './password-rules';

/** What the rules see of a user of a broker. */
export interface UserFacts {
  readonly username?: string;
  /** What is equal where names are, also of names that only Terraform knows. */
  readonly identity?: string;
  readonly groups?: (string | undefined)[];
  readonly consoleAccess?: boolean;
  readonly replicationUser?: boolean;
  readonly password?: PasswordFacts;
}

/** What has users. */
export interface UsersFacts {
  readonly users?: UserFacts[];
}

export const USER_RULES: readonly Rule<UsersFacts>[] = [
  {
    code: 'user-required',
    severity: 'error',
    reason: 'the provider demands a user block at this version, with LDAP as well',
    source: SOURCES.provider,
    check: ({ users }) =>
      users?.length === 0
        ? [
            {
              property: 'users',
              problem: 'are none',
              allowed: `1 to ${LIMITS.usersPerBroker}`,
              remedy: 'leave users out for an administrator with a generated password, or name one',
            },
          ]
        : [],
  },
  {
    code: 'user-count',
    severity: 'error',
    reason: 'Amazon MQ keeps at most 250 users for a broker',
    source: SOURCES.quotas,
    check: ({ users = [] }) =>
      users.length > LIMITS.usersPerBroker
        ? [
            {
              property: 'users',
              problem: 'are too many',
              got: users.length,
              allowed: `1 to ${LIMITS.usersPerBroker}`,
              remedy: 'share users between applications, or authenticate by LDAP',
            },
          ]
        : [],
  },
  {
    code: 'username-form',
    severity: 'error',
    reason: 'Amazon MQ refuses the user; the provider looks at the length only',
    source: SOURCES.usersApi,
    check: eachUser(({ username }, at) => nameFindings(`${at}.username`, username, LIMITS.username)),
  },
  {
    code: 'username-unique',
    severity: 'error',
    reason: 'Amazon MQ knows a user by its name, so the second one is refused',
    source: SOURCES.usersApi,
    check: ({ users = [] }) =>
      repeated(users.map(({ identity, username }) => identity ?? username)).map(([index]) => ({
        property: `users[${index}].username`,
        problem: 'is there twice',
        ...(users[index].username === undefined ? {} : { got: users[index].username }),
        allowed: 'each name once',
        remedy: 'rename one of the two, or merge their groups',
      })),
  },
  {
    code: 'group-count',
    severity: 'error',
    reason: 'Amazon MQ and the provider refuse a user with more than 20 groups',
    source: SOURCES.usersApi,
    check: eachUser(({ groups = [] }, at) =>
      groups.length > LIMITS.groupsPerUser
        ? [
            {
              property: `${at}.groups`,
              problem: 'are too many',
              got: groups.length,
              allowed: `at most ${LIMITS.groupsPerUser}`,
              remedy: 'put what the groups may do together into fewer groups',
            },
          ]
        : [],
    ),
  },
  {
    code: 'group-form',
    severity: 'error',
    reason: 'Amazon MQ refuses the user; the provider looks at the length only',
    source: SOURCES.usersApi,
    check: eachUser(({ groups = [] }, at) =>
      groups.flatMap((group, index) => nameFindings(`${at}.groups[${index}]`, group, LIMITS.group)),
    ),
  },
  {
    code: 'replication-user-console',
    severity: 'error',
    reason: 'Amazon MQ refuses it: "Replication user couldn\'t have console access"',
    source: SOURCES.usersApi,
    check: eachUser(({ replicationUser, consoleAccess }, at) =>
      replicationUser && consoleAccess
        ? [
            {
              property: `${at}.consoleAccess`,
              problem: 'is given to a replication user',
              got: true,
              allowed: 'one of replicationUser and consoleAccess',
              remedy: 'make a user of its own for the replication',
            },
          ]
        : [],
    ),
  },
];

function eachUser(check: (user: UserFacts, at: string) => FindingDetails[]): (facts: UsersFacts) => FindingDetails[] {
  return ({ users = [] }) => users.flatMap((user, index) => check(user, `users[${index}]`));
}
