/** Values that stand in the list before, with their place; what is not known is equal to nothing. */
export function repeated<T>(values: (T | undefined)[]): [number, T][] {
  return values.flatMap((value, index) =>
    value !== undefined && values.indexOf(value) < index ? [[index, value] as [number, T]] : [],
  );
}
