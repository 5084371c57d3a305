import { type Value, type Values } from './value';

/** Says what is wrong with a value that is known, in the provider's words; `path` is the argument as it names it. */
export type Check = (value: Value, path: string) => readonly string[];

/** What the bindings do not tell of an argument or attribute. */
export interface ArgumentFacts {
  /** Another value replaces the resource; of a block: its coming or going does. */
  readonly forceNew?: true;
  /** Where it is left out, AWS's answer stands in the state and plans nothing. */
  readonly computed?: true;
  readonly sensitive?: true;
  readonly default?: Value;
  readonly maxItems?: number;
  /** A block in the bindings that the provider declares as an attribute. */
  readonly asAttribute?: true;
  /** A block whose removal plans nothing while its arguments have their defaults. */
  readonly keptAtDefaults?: true;
  /** Another value alone plans nothing, and is not sent. */
  readonly notCompared?: true;
  readonly check?: Check;
  /** Whether another text plans nothing because the provider takes both for the same. */
  readonly same?: (prior: Value, planned: Value, state: Values) => boolean;
}

/** Facts by path: `user.password` is the argument `password` of the blocks `user`. */
export type ArgumentTable = Readonly<Record<string, ArgumentFacts>>;

export function oneOf(...allowed: string[]): Check {
  return (value, path) => (allowed.includes(String(value)) ? [] : [notOneOf(value, path, allowed)]);
}

export function oneOfIgnoringCase(...allowed: string[]): Check {
  return (value, path) =>
    allowed.some((name) => name.toUpperCase() === String(value).toUpperCase()) ? [] : [notOneOf(value, path, allowed)];
}

/** The provider names an argument of a block without its block here. */
function notOneOf(value: Value, path: string, allowed: readonly string[]): string {
  const quoted = allowed.map((name) => `"${name}"`).join(' ');
  return `expected ${path.split('.').at(-1)} to be one of [${quoted}], got ${String(value)}`;
}

export function lengthBetween(min: number, max: number): Check {
  return (value, path) => {
    const { length } = String(value);
    return length >= min && length <= max
      ? []
      : [`expected length of ${path} to be in the range (${min} - ${max}), got ${String(value)}`];
  };
}

export function matching(pattern: RegExp): Check {
  return (value, path) =>
    pattern.test(String(value))
      ? []
      : [`expected value of ${path} to match regular expression "${pattern.source}", got ${String(value)}`];
}

export function each(check: Check): Check {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => (typeof item === 'string' ? check(item, `${path}.${index}`) : []))
      : [];
}

export function all(...checks: Check[]): Check {
  return (value, path) => checks.flatMap((check) => check(value, path));
}

export const anArn: Check = (value, path) =>
  /^arn:aws[\w-]*:[\w-]+:[\w-]*:\d*:.+$/.test(String(value))
    ? []
    : [`"${path}" (${String(value)}) is an invalid ARN: arn: invalid prefix`];
