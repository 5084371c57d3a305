import { setFlagsFromString } from 'node:v8';

/** How much a function works before V8 optimizes it; V8's own measure is less than half of that. */
const BUDGET = 300_000;

/**
 * Has V8 optimize only what runs long. It optimizes in the background, which is a quarter of the CPU time of a command that
 * ends within a second, and most of that never pays.
 */
export function optimizeLater(): void {
  setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
