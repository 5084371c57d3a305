/** Values that are in the list before, with their place; what is not known is equal to nothing. */
export function repeated<T>(values: readonly (T | null | undefined)[]): [number, T][] {
  return values.flatMap((value, index) =>
    value !== undefined && value !== null && values.indexOf(value) < index ? [[index, value] as [number, T]] : [],
  );
}
