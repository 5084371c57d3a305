import { Token } from 'cdktf';

/** `T` as far as it is known at synth: what only Terraform will know is `undefined`, at any depth. */
export type Known<T> = T extends string | number | boolean | undefined
  ? T | undefined
  : T extends (infer Item)[]
    ? Known<Item>[] | undefined
    : { [Key in keyof T]: Known<T[Key]> };

/** Takes away every value that holds a token or a Terraform expression, so that no rule ever judges one. */
export function known<T>(value: T): Known<T> {
  return strip(value) as Known<T>;
}

function strip(value: unknown): unknown {
  if (isUnknown(value)) return undefined;
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !isUnknown(key))
        .map(([key, item]) => [key, strip(item)]),
    );
  }
  return value;
}

/** Whether a value will be known to Terraform only; of a list, whether its length will. */
export function isUnknown(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => Token.isUnresolved([item]));
  return Token.isUnresolved(value) || (typeof value === 'string' && value.includes('${'));
}
