import { type Arguments } from '../../util/arguments';
import { type PlannedChange } from './planned-change';

/** The arguments of a resource as it is today. */
export function argumentsBefore({ before }: PlannedChange): Arguments {
  return before;
}

/** The arguments of a resource after the apply: what is known only then is `undefined`. */
export function argumentsAfter({ after, unknown }: PlannedChange): Arguments {
  return withUnknown(after, unknown) as Arguments;
}

/** A planned value with `undefined` for each part that the plan marks as unknown. */
function withUnknown(value: unknown, unknown: unknown): unknown {
  if (unknown === true) return undefined;
  if (typeof unknown !== 'object' || unknown === null) return value;
  if (Array.isArray(unknown)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [];
    return Array.from({ length: Math.max(values.length, unknown.length) }, (_, index) =>
      withUnknown(values[index], unknown[index]),
    );
  }
  const values = (value ?? {}) as Arguments;
  const marks = unknown as Arguments;
  const names = new Set([...Object.keys(values), ...Object.keys(marks)]);
  return Object.fromEntries([...names].map((name) => [name, withUnknown(values[name] ?? null, marks[name])]));
}
