const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { amount } = require('./row');

const LINE = /^(.+) against (.+), (\w+): (\S+) (\w+) against (\S+) \w+, ratio (\S+) \(limit (\S+): \w+\)$/gm;
const MEASURES = { wall: 'time', cpu: 'CPU', memory: 'peak memory' };

/** What bench/plan-review.js says, as rows. */
exports.benchmark = () => {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(__dirname, 'plan-review.js')], {
    encoding: 'utf8',
  });
  const lines = [...stdout.matchAll(LINE)];
  if (lines.length === 0) throw new Error(`bench/plan-review.js says nothing to go by:\n${stdout}${stderr}`);
  return lines.map(([, what, against, figure, ours, unit, theirs, ratio, bound]) => ({
    what,
    against,
    measure: MEASURES[figure] ?? figure,
    ours: amount(Number(ours), unit),
    theirs: amount(Number(theirs), unit),
    result: Number(ratio),
    bound: Number(bound),
  }));
};
