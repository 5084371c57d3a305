/** Whether tests run in CI, where a level that lacks its input fails. */
export const isCi = !['', '0', 'false'].includes(process.env.CI ?? '');

/**
 * A `describe` for a level of tests that needs more than Node.js and this package. Where its input is missing, it says
 * what is missing and how to get it: the tests count as skipped, and in CI they fail.
 */
export function describeLevel(name: string, missing: string | undefined, tests: () => void): void {
  if (missing === undefined) {
    describe(name, tests);
  } else if (isCi) {
    it(`${name}: its input is there`, () => Promise.reject(new Error(missing)));
  } else {
    process.stderr.write(`\nSKIPPED, "${name}": ${missing}\n\n`);
    describe.skip(name, tests);
  }
}
