import { type Fact } from './fact';

/** Values that are in the list before, with their place; what is not known is equal to nothing. */
export function repeated<T>(values: Fact<readonly Fact<T>[]>): [number, T][] {
  if (!values) return [];
  return values.flatMap((value, index) =>
    value !== undefined && value !== null && values.indexOf(value) < index ? [[index, value] as [number, T]] : [],
  );
}
