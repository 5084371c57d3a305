import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { type Fact } from '../util/fact';

/** `T` as far as it is known at synth: what only Terraform will know is `undefined`, at any depth. */
type Resolved<T> = T extends string | number | boolean | undefined
  ? T | undefined
  : T extends (infer Item)[]
    ? Resolved<Item>[] | undefined
    : { [Key in keyof T]: Resolved<T[Key]> };

/** Leaves out every value that contains a token, so that no rule judges one. */
export function omitUnresolved<T>(value: T): Resolved<T> {
  return strip(value) as Resolved<T>;
}

function strip(value: unknown): unknown {
  return isUnknown(value) ? undefined : withEachPart(value, strip);
}

/** A value with what a function makes of each item or member; it has no members whose names only Terraform will know. */
function withEachPart(value: unknown, convert: (part: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(convert);
  if (Construct.isConstruct(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isUnknown(key))
      .map(([key, item]) => [key, convert(item)]),
  );
}

/** `T` as facts: `null` for what is not set, absent for what only Terraform will know. */
export type Facts<T> = T extends string | number | boolean
  ? Fact<T>
  : T extends readonly (infer Item)[]
    ? Fact<Facts<Item>[]>
    : T extends null | undefined
      ? null
      : Fact<{ [Key in keyof T]: Facts<T[Key]> }>;

/** What is known of a value at synth, at any depth: `null` where nothing is set, absent where only Terraform will know. */
export function factsOf<T>(value: T): Facts<T> {
  return factOf(value) as Facts<T>;
}

function factOf(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  return isUnknown(value) ? undefined : withEachPart(value, factOf);
}

/**
 * Whether only Terraform will know a value; of a list, whether it will know its length. A text with `${` is known: it is
 * written so that Terraform takes it literally.
 */
export function isUnknown(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => Token.isUnresolved([item]));
  return Token.isUnresolved(value);
}
