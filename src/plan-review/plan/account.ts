import { textOf } from './json';
import { type PlannedChange } from './planned-change';

/** `eu-west-1 123456789012`: where an ARN belongs. */
export function placeOfArn(value: unknown): string | undefined {
  const [, region, account] = /^arn:[\w-]+:[\w-]+:([\w-]+):(\d{12}):/.exec(textOf(value) ?? '') ?? [];
  return region === undefined ? undefined : `${region} ${account}`;
}

/** Where the resources of a plan are, if those that have an ARN with a region are all in one place. */
export function placeOfPlan(changes: Iterable<PlannedChange>): string | undefined {
  const places = new Set<string>();
  for (const { before } of changes) {
    const place = placeOfArn(before.arn);
    if (place !== undefined) places.add(place);
    if (places.size > 1) return undefined;
  }
  return [...places][0];
}

/** Since version 6 of the provider, a resource has a region of its own. */
export function areInTwoRegions(a: PlannedChange, b: PlannedChange): boolean {
  const [one, other] = [a, b].map(
    ({ before, after }) => textOf(after.region) ?? textOf(before.region) ?? placeOfArn(before.arn)?.split(' ')[0],
  );
  return one !== undefined && other !== undefined && one !== other;
}
