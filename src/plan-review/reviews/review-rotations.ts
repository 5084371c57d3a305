import { objectOf } from '../../util/json';
import { phrase } from '../../util/phrase';
import { type PlannedChange } from '../plan/planned-change';
import { type Stack } from './stack';

/** The counter of one of the two users that a rotating user is made of. */
interface Counter {
  readonly change: PlannedChange;
  /** The module and the name of the rotating user. */
  readonly pair: string;
  readonly username: string;
  readonly before: number;
  readonly after: number;
}

/** Reports a rotation that replaces the password that clients use: the number was skipped, or goes back. */
export function reviewRotations(stack: Stack): void {
  const counters = stack.ofType('terraform_data').flatMap(counterOf);
  for (const counter of counters) {
    const other = counters.find(({ pair, username }) => pair === counter.pair && username !== counter.username);
    const isUsed = other !== undefined && counter.before > other.before;
    if (!isUsed || counter.before === counter.after) continue;
    stack.findings.add(counter.change, {
      code: 'rotation-of-used-user',
      attributes: ['input'],
      message: phrase`The rotation goes from ${counter.before} to ${Math.max(counter.after, other.after)}, which replaces the password of ${counter.username}, the user that clients have: after the reboot they cannot connect until they read the secret again.`,
      remedy: phrase`Set ${'rotation'} to ${counter.before + 1}, and increase it by one each time.`,
    });
  }
}

function counterOf(change: PlannedChange): Counter[] {
  const [before, after] = [change.before.input, change.after.input].map(objectOf);
  const { username } = before;
  if (typeof username !== 'string' || username !== after.username || !/-[ab]$/.test(username)) return [];
  if (typeof before.rotation !== 'number' || typeof after.rotation !== 'number') return [];
  const pair = `${change.address.replace(/_[AB]_Rotation_[0-9A-F]{8}$/, '')} ${username.slice(0, -2)}`;
  return [{ change, pair, username, before: before.rotation, after: after.rotation }];
}
