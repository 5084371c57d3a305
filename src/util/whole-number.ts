/** Limits of a number, both included. */
interface Limits {
  readonly min: number;
  readonly max?: number;
}

/** Whether a number is whole and within limits. */
export function isWholeWithin(value: number, { min, max = Infinity }: Limits): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
