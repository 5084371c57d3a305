import { type JsonObject } from '../../util/json';

/** Whether a value is one that Terraform's older providers do not distinguish from an absent one. */
export function isUnset(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false || value === 0) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Whether two values mean the same: order counts in neither lists (Terraform's sets) nor objects, and unset is unset. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || (isUnset(a) && isUnset(b))) return true;
  return typeof a === 'object' && typeof b === 'object' && canonical(a) === canonical(b);
}

/** A text that is equal for values that mean the same. */
export function canonical(value: unknown): string {
  if (isUnset(value)) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value as JsonObject).filter(([, member]) => !isUnset(member));
  return `{${members
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
    .sort()
    .join(',')}}`;
}
