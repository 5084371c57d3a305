import { createHash } from 'node:crypto';
import { type Finding } from '../findings/finding';

/**
 * The same for the same finding in each run, whatever its message: by stack, address and code. Two addresses look alike
 * where their keys are hidden, so each further finding that does has a number: a reader of findings drops what comes twice.
 */
export function fingerprintsOf(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ stack, address, code }) => {
    const name = JSON.stringify([stack, address, code]);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return createHash('sha256')
      .update(count === 0 ? name : `${name} ${count}`)
      .digest('hex')
      .slice(0, 32);
  });
}
