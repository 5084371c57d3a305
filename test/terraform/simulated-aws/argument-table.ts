import { type Value, type Values } from './value';

/** Says what is wrong with a value that is known, or nothing. */
export type Check = (value: Value) => string | undefined;

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
  readonly check?: Check;
  /** Whether another text plans nothing because the provider takes both for the same. */
  readonly same?: (prior: Value, planned: Value, state: Values) => boolean;
}

/** Facts by path: `user.password` is the argument `password` of the blocks `user`. */
export type ArgumentTable = Readonly<Record<string, ArgumentFacts>>;

export function oneOf(...allowed: string[]): Check {
  return (value) =>
    allowed.includes(String(value)) ? undefined : `expected one of [${allowed.join(' ')}], got ${String(value)}`;
}

export function oneOfIgnoringCase(...allowed: string[]): Check {
  return (value) =>
    allowed.some((name) => name.toUpperCase() === String(value).toUpperCase())
      ? undefined
      : `expected one of [${allowed.join(' ')}], got ${String(value)}`;
}

export function lengthBetween(min: number, max: number): Check {
  return (value) => {
    const { length } = String(value);
    return length >= min && length <= max
      ? undefined
      : `expected length to be in the range (${min} - ${max}), got ${value}`;
  };
}

export function matching(pattern: RegExp): Check {
  return (value) =>
    pattern.test(String(value)) ? undefined : `invalid value ${value}: it must match ${pattern.source}`;
}

export function each(check: Check): Check {
  return (value) =>
    Array.isArray(value)
      ? value.map((item) => (typeof item === 'string' ? check(item) : undefined)).find((found) => found !== undefined)
      : undefined;
}

export function all(...checks: Check[]): Check {
  return (value) => checks.map((check) => check(value)).find((found) => found !== undefined);
}

export const anArn: Check = (value) =>
  /^arn:aws[\w-]*:[\w-]+:[\w-]*:\d*:.+$/.test(String(value))
    ? undefined
    : `(${value}) is an invalid ARN: arn: invalid prefix`;
