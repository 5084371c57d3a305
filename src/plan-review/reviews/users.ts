import { type JsonObject, listOf, objectOf, textOf } from '../../util/json';
import { listOfLiterals, listOfPhrases, type Phrase, phrase } from '../../util/phrase';
import { canonical, isUnset } from '../plan/json';
import { type PlannedChange } from '../plan/planned-change';

/** How the users of a broker change, by name. A name is not a secret, but it is shown only where that was asked for. */
interface UserChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The users of each kind of change. */
  readonly password: readonly string[];
  /** The users whose password of today Terraform does not know, because it imported the broker. */
  readonly passwordWritten: readonly string[];
  readonly groups: readonly string[];
  readonly consoleGiven: readonly string[];
  readonly consoleTaken: readonly string[];
  /** How many users there are before as well as after the apply. */
  readonly stay: number;
  /** Whether the plan cannot know all users or what they have. */
  readonly isUnknown: boolean;
}

/**
 * Compares the users of a broker before and after the apply. The provider marks them as sensitive as a whole, for the
 * sake of their passwords.
 */
export function userChanges(change: PlannedChange): UserChanges {
  const before = usersOf(change.before.user);
  const after = usersOf(change.after.user);
  const both = [...after.keys()].filter((name) => before.has(name));
  const changed = (field: string) =>
    both.filter((name) => canonical(before.get(name)![field]) !== canonical(after.get(name)![field]));
  const isUnknown = change.isUnknown('user');
  const hasNoPassword = (name: string) => textOf(after.get(name)!.password) === undefined;
  const newPassword = isUnknown ? both.filter(hasNoPassword) : changed('password');
  const isImported = (name: string) => isUnset(before.get(name)!.password);
  return {
    added: [...after.keys()].filter((name) => !before.has(name)),
    removed: change.unknown.user === true ? [] : [...before.keys()].filter((name) => !after.has(name)),
    password: newPassword.filter((name) => !isImported(name)),
    passwordWritten: newPassword.filter(isImported),
    groups: changed('groups'),
    consoleGiven: changed('console_access').filter((name) => after.get(name)!.console_access === true),
    consoleTaken: changed('console_access').filter((name) => after.get(name)!.console_access !== true),
    stay: both.length,
    isUnknown: change.unknown.user === true || listOf(change.after.user).length > after.size,
  };
}

function usersOf(value: unknown): Map<string, JsonObject> {
  return new Map(
    listOf(value).flatMap((item) => {
      const user = objectOf(item);
      const name = textOf(user.username);
      return name === undefined ? [] : [[name, user] as const];
    }),
  );
}

/** `2 users removed, the password of 1 user changed`; with names where they are to be shown. */
export function usersText(changes: UserChanges, showNames: boolean): Phrase {
  const counted = (names: readonly string[]): Phrase => {
    const count = names.length === 1 ? phrase`1 user` : phrase`${names.length} users`;
    return showNames ? phrase`${count} (${listOfLiterals([...names].sort())})` : count;
  };
  const kinds: readonly (readonly [readonly string[], (who: Phrase) => Phrase])[] = [
    [changes.removed, (who) => phrase`${who} removed`],
    [changes.added, (who) => phrase`${who} added`],
    [changes.password, (who) => phrase`the password of ${who} changed`],
    [changes.passwordWritten, (who) => phrase`the password of ${who} written (an import reads none)`],
    [changes.groups, (who) => phrase`the groups of ${who} changed`],
    [changes.consoleGiven, (who) => phrase`console access given to ${who}`],
    [changes.consoleTaken, (who) => phrase`console access taken from ${who}`],
  ];
  const parts = kinds.flatMap(([names, say]) => (names.length === 0 ? [] : [say(counted(names))]));
  if (changes.isUnknown) parts.push(phrase`what else changes is known only after the apply`);
  return listOfPhrases(parts);
}
