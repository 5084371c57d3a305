import { type Fact } from './fact';
import { isObject } from './json';

/**
 * Arguments of a resource by name, as the provider has them. What is known only at apply is `undefined`; what is not set
 * is `null` or absent. A block is an object, or a list of one.
 */
export type Arguments = { readonly [name: string]: unknown };

/** A text. For the provider an empty one is one that is not set. */
export function textOf(values: Arguments, name: string): Fact<string> {
  const value = read<string>(values, name, (each) => typeof each === 'string');
  return value === '' ? null : value;
}

export function numberOf(values: Arguments, name: string): Fact<number> {
  return read(values, name, (each) => typeof each === 'number');
}

/** A boolean, which some arguments take as a text. */
export function flagOf(values: Arguments, name: string): Fact<boolean> {
  const value = read<boolean | string>(values, name, (each) => ['boolean', 'string'].includes(typeof each));
  return typeof value === 'string' ? value === 'true' : value;
}

export function textsOf(values: Arguments, name: string): Fact<readonly Fact<string>[]> {
  const list = read<readonly unknown[]>(values, name, Array.isArray);
  return list?.map((value) => (typeof value === 'string' || value === null ? value : undefined));
}

/** Texts by name, such as tags. */
export function textMapOf(values: Arguments, name: string): Fact<Readonly<Record<string, Fact<string>>>> {
  const all = read<Arguments>(values, name, isObject);
  return all && Object.fromEntries(Object.keys(all).map((key) => [key, textOf(all, key)]));
}

export function blocksOf(values: Arguments, name: string): readonly Arguments[] | undefined {
  const value = name in values ? values[name] : [];
  if (value === null) return [];
  if (isObject(value)) return [value];
  return Array.isArray(value) && value.every(isObject) ? value : undefined;
}

/** The one block there can be. */
export function blockOf(values: Arguments, name: string): Fact<Arguments> {
  const all = blocksOf(values, name);
  return all === undefined ? undefined : (all[0] ?? null);
}

/** A value of a form: `null` where it is not set, `undefined` where it is not known or of another form. */
function read<T>(values: Arguments, name: string, isOne: (value: unknown) => boolean): Fact<T> {
  const value = name in values ? values[name] : null;
  return value === null || isOne(value) ? (value as Fact<T>) : undefined;
}
