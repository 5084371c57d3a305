/** Any object of a JSON text. */
export type JsonObject = { readonly [key: string]: unknown };

const EMPTY: JsonObject = {};
const NONE: readonly unknown[] = [];

/** The value where it is an object, else an empty one: plans are read as they come, whatever they contain. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : EMPTY;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value where it is a list, else an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NONE;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The strings anywhere in a value. */
export function* stringsIn(value: unknown): Generator<string> {
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') yield next;
    else if (typeof next === 'object' && next !== null) for (const member of Object.values(next)) open.push(member);
  }
}

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
