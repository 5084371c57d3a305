import { type Fact } from './fact';

/** Limits of a number, both included. */
interface Limits {
  readonly min: number;
  readonly max?: number;
}

/** Whether a number is there, whole and within limits. */
export function isWholeWithin(value: Fact<number>, { min, max = Infinity }: Limits): boolean {
  return Number.isInteger(value) && value! >= min && value! <= max;
}
