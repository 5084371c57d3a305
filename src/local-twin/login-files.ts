import { CONSOLE_GROUP } from '../document/check/authorization-groups';
import { type KnownUser } from '../document/check/known-user';
import { append } from '../util/append';

/** A user of the local broker, with a password made for it. */
export interface LocalUser extends KnownUser {
  readonly password: string;
}

/** How ActiveMQ asks Java who a client is: by the two files beside this one. */
export const LOGIN_CONFIG = `activemq {
  org.apache.activemq.jaas.PropertiesLoginModule required
    org.apache.activemq.jaas.properties.user="users.properties"
    org.apache.activemq.jaas.properties.group="groups.properties";
};
`;

/** `name=password`, one a line. Amazon MQ allows no character in a name that has a meaning in such a file. */
export function usersFile(users: readonly LocalUser[]): string {
  return users.map(({ username, password }) => `${username}=${password}\n`).join('');
}

/** `group=name,name`, one a line. */
export function groupsFile(users: readonly LocalUser[]): string {
  const groups = new Map<string, string[]>();
  for (const user of users) {
    for (const group of groupsOf(user)) append(groups, group, user.username);
  }
  return [...groups].map(([group, names]) => `${group}=${names.join(',')}\n`).join('');
}

/** The groups of a user; one with access to the web console is in the group of the console, too. */
export function groupsOf({ groups, consoleAccess }: KnownUser): string[] {
  return [...new Set(consoleAccess ? [...groups, CONSOLE_GROUP] : groups)];
}
