import { UnusableError } from './command';

/** The value of an option, if it is one of those allowed. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new UnusableError(`${option} cannot be "${value}"; allowed: ${allowed.join(', ')}`);
}
