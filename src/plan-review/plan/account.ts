import { textOf } from '../../util/json';
import { type PlannedChange } from './planned-change';

/** What AWS keeps apart: a name is taken once in a region of an account. */
export interface Place {
  readonly region: string;
  readonly account: string;
}

/** Where an ARN belongs. */
export function placeOfArn(value: unknown): Place | undefined {
  const [, region, account] = /^arn:[\w-]+:[\w-]+:([\w-]+):(\d{12}):/.exec(textOf(value) ?? '') ?? [];
  return region === undefined ? undefined : { region, account };
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.region === b.region && a.account === b.account;
}

/** Where the resources of a plan are, if those that have an ARN with a region are all in one place. */
export function placeOfPlan(changes: Iterable<PlannedChange>): Place | undefined {
  let found: Place | undefined;
  for (const { before } of changes) {
    const place = placeOfArn(before.arn);
    if (place === undefined) continue;
    found ??= place;
    if (!isSamePlace(found, place)) return undefined;
  }
  return found;
}

/** Since version 6 of the provider, a resource has a region of its own. */
export function areInTwoRegions(a: PlannedChange, b: PlannedChange): boolean {
  const [one, other] = [a, b].map(
    ({ before, after }) => textOf(after.region) ?? textOf(before.region) ?? placeOfArn(before.arn)?.region,
  );
  return one !== undefined && other !== undefined && one !== other;
}
