/** The processor time of some work, in milliseconds. */
async function costOf(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** So much more twice the size of linear work costs at most. */
export const MOST_GROWTH = 2.3;
const [FEWEST_RUNS, MOST_RUNS] = [3, 40];

/**
 * How much more twice the size costs, by the least of several runs of each, by turns: a pause of the machine does not
 * count, and runs go on while what is measured may be one.
 */
export async function growth(half: () => unknown, whole: () => unknown): Promise<number> {
  let [leastHalf, leastWhole] = [Infinity, Infinity];
  for (let run = 0; run < MOST_RUNS; run++) {
    leastHalf = Math.min(leastHalf, await costOf(half));
    leastWhole = Math.min(leastWhole, await costOf(whole));
    if (run >= FEWEST_RUNS && leastWhole / leastHalf < MOST_GROWTH) break;
  }
  return leastWhole / leastHalf;
}
