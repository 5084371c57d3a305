const { spawnSync } = require('node:child_process');
const path = require('node:path');

/** Runs a script in a fresh process and gives what it used: `wallMs`, `userMs`, `peakMb`. */
function run(script, ...args) {
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ['-r', path.join(__dirname, 'usage.js'), path.join(__dirname, script), ...args.map(String)],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 26 },
  );
  if (status !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return JSON.parse(output[3]);
}

/**
 * Measures two things by turns, so that what else the machine does hits both, each in as many turns as are asked for.
 *
 * @returns a function that gives of a figure the median of each and the median of the ratios of neighbors in time
 */
function compare(turns, ours, theirs) {
  const measured = Array.from({ length: turns }, (_, turn) => {
    if (turn % 2 === 0) return { ours: ours(), theirs: theirs() };
    const late = theirs();
    return { ours: ours(), theirs: late };
  });
  return (figure) => ({
    ours: median(measured.map((turn) => turn.ours[figure])),
    theirs: median(measured.map((turn) => turn.theirs[figure])),
    ratio: median(measured.map((turn) => turn.ours[figure] / turn.theirs[figure])),
  });
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

module.exports = { run, compare, median };
