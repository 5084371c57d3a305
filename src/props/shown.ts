import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { isResolvable } from '../tokens/encoded';
import { HIDDEN, hideCredentials, isSecretName } from '../util/credentials';

/** How deep a message shows a value: an object can contain itself. */
const DEPTH = 4;

/** A value as a message shows it: what is not plain by its type, and a secret not at all. */
export function shown(value: unknown, depth = DEPTH): unknown {
  if (Token.isUnresolved(value)) return 'a token';
  if (typeof value === 'string') return hideCredentials(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'bigint') return `${value}n`;
  if (!isObject(value)) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.map((item) => shown(item, depth - 1));
  if (!isPlain(value)) return value.constructor.name;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, isSecretName(name) ? HIDDEN : shown(item, depth - 1)]),
  );
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether a value is an object with members of its own, not one of a built-in class such as `Map`, and no construct. */
export function isRecord(value: unknown): value is object {
  const isOwn = Object.prototype.toString.call(value) === '[object Object]';
  return isOwn && !isResolvable(value) && !Construct.isConstruct(value);
}

/** Whether a value is an object that was written as one. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (!isObject(value) || isResolvable(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
