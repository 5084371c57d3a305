import { createHash } from 'node:crypto';
import { type Finding } from '../findings/finding';

/** The same for the same finding in each run, whatever its message: by stack, address and code. */
export function fingerprintOf({ stack, address, code }: Finding): string {
  return createHash('sha256')
    .update(JSON.stringify([stack, address, code]))
    .digest('hex')
    .slice(0, 32);
}
