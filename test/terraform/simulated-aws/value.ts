import { decode, encode, ExtData, ExtensionCodec } from '@msgpack/msgpack';

/** What Terraform does not know before the apply. */
export class Unknown {
  static readonly VALUE = new Unknown();
  readonly #isUnknown = true;
  private constructor() {}

  static is(value: unknown): value is Unknown {
    return typeof value === 'object' && value !== null && #isUnknown in value;
  }
}

/** A value as Terraform has it; a set is an array whose order means nothing. */
export type Value = string | number | boolean | null | Unknown | Value[] | { [name: string]: Value };

/** An object or block: its arguments and attributes by Terraform's names. */
export type Values = Record<string, Value>;

/** Terraform's msgpack writes an unknown value as extension 0, one with refinements as extension 12. */
const UNKNOWN_EXTENSIONS = [0, 12];
const extensionCodec = new ExtensionCodec();
for (const type of UNKNOWN_EXTENSIONS) {
  extensionCodec.register({
    type,
    encode: (value) => (type === 0 && Unknown.is(value) ? new Uint8Array(1) : null),
    decode: () => Unknown.VALUE,
  });
}

export function toMsgpack(value: Value): Buffer {
  return Buffer.from(encode(value, { extensionCodec }));
}

export function fromMsgpack(bytes: Uint8Array): Value {
  const value = decode(bytes, { extensionCodec });
  if (value instanceof ExtData) throw new Error(`msgpack extension ${value.type} is none of Terraform's`);
  return value as Value;
}

export function isUnknown(value: Value | undefined): value is Unknown {
  return Unknown.is(value);
}

export function isValues(value: Value | undefined): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnknown(value);
}

export function holdsUnknown(value: Value | undefined): boolean {
  if (isUnknown(value)) return true;
  if (Array.isArray(value)) return value.some(holdsUnknown);
  return isValues(value) && Object.values(value).some(holdsUnknown);
}

/** Whether the provider's SDK takes the value for one that was not given: null, "", 0, false or nothing in it. */
export function isZero(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isValues(value) && Object.values(value).every(isZero);
}

/** Equality as the provider's SDK has it: a value that was not given equals its zero value. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (isZero(a) && isZero(b)) return true;
  if (isUnknown(a) || isUnknown(b)) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  if (isValues(a) && isValues(b))
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => sameValue(a[name], b[name]));
  return a === b;
}

/** As `sameValue`, for sets. */
export function sameSet(a: Value[], b: Value[]): boolean {
  return a.length === b.length && a.every((item) => b.some((other) => sameValue(item, other)));
}

export function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function texts(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** The blocks of one kind, whether Terraform has a list of them, one or none. */
export function blocks(value: Value | undefined): Values[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is Values => isValues(item));
}
