import { type PermittedAttribute, type ValueType } from '../schema/permitted-element';
import { trimXmlSpace } from '../xml/xml-space';

/**
 * A way in which a value departs from what its attribute allows. A whole number of more than 32 bits is one that XML
 * Schema allows, and ActiveMQ cannot read.
 */
export type ValueFault = 'type' | 'range' | 'choice' | 'size';

/** What the values of each type look like, after the white space around them is taken away; strings are what they are. */
const FORMS: Readonly<Record<Exclude<ValueType, 'string'>, RegExp>> = {
  boolean: /^(?:true|false|1|0)$/,
  double: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/,
  integer: /^[+-]?\d+$/,
  long: /^[+-]?\d+$/,
  short: /^[+-]?\d+$/,
};

/** The least and greatest value of the types that have one. */
const RANGES: Partial<Record<ValueType, { readonly min: bigint; readonly max: bigint }>> = {
  long: { min: -(2n ** 63n), max: 2n ** 63n - 1n },
  short: { min: -(2n ** 15n), max: 2n ** 15n - 1n },
};

/** What ActiveMQ reads an integer into. */
const INT = { min: -(2n ** 31n), max: 2n ** 31n - 1n };

/** What is wrong with a value, if anything. */
export function valueFault(value: string, { type, values, min, max }: PermittedAttribute): ValueFault | undefined {
  if (type === 'string') return values !== undefined && !values.includes(value) ? 'choice' : undefined;
  const word = trimXmlSpace(value);
  if (!FORMS[type].test(word)) return 'type';
  const range = RANGES[type];
  if (range !== undefined && !isWithin(word, range.min, range.max)) return 'type';
  if (min !== undefined && max !== undefined && !isWithin(word, BigInt(min), BigInt(max))) return 'range';
  if (type === 'integer' && word.length >= 10 && !isWithin(word, INT.min, INT.max)) return 'size';
  return undefined;
}

/** The values that an attribute allows, in words. */
export function allowedValues({ type, values, min, max }: PermittedAttribute): string {
  if (values !== undefined) return values.map((value) => `"${value}"`).join(', ');
  if (min !== undefined) return `a whole number from ${min} to ${max}`;
  switch (type) {
    case 'boolean':
      return '"true" or "false"';
    case 'double':
      return 'a number, such as 1.5';
    case 'long':
      return 'a whole number of at most 64 bits';
    case 'short':
      return 'a whole number from -32768 to 32767';
    default:
      return 'a whole number';
  }
}

function isWithin(integer: string, min: bigint, max: bigint): boolean {
  if (integer.length <= 15 && min <= -(10n ** 15n) && max >= 10n ** 15n) return true;
  const [, sign, digits = '0'] = /^([+-]?)0*([1-9]\d*)?$/.exec(integer)!;
  if (digits.length > 20) return false;
  const value = BigInt(digits) * (sign === '-' ? -1n : 1n);
  return value >= min && value <= max;
}
