/**
 * A line of the table.
 *
 * @typedef {object} Row
 * @property {string} what what was measured
 * @property {string} against what it is compared with
 * @property {string} measure of what, such as user CPU
 * @property {string} ours the absolute figure of what was measured
 * @property {string} theirs that of what it is compared with
 * @property {number} result what the bound is about, most often the ratio
 * @property {number} [bound] what the result may be at most; absent where it is only told
 * @property {string} [unit] of result and bound; absent for a ratio
 */

/** A row whose result is a ratio. */
exports.ratioRow = (what, against, measure, { ours, theirs, ratio }, bound) => ({
  what,
  against,
  measure,
  ours: milliseconds(ours),
  theirs: milliseconds(theirs),
  result: ratio,
  bound,
});

exports.isExceeded = ({ result, bound }) => bound !== undefined && result > bound;

/** Rows as a Markdown table with columns of even width, for the terminal and for docs/benchmarks.md. */
exports.tableText = (rows) => {
  const lines = [
    ['what', 'against', 'measure', 'ours', 'theirs', 'result', 'at most'],
    ...rows.map((row) => [
      row.what,
      row.against,
      row.measure,
      row.ours,
      row.theirs,
      amount(row.result, row.unit),
      row.bound === undefined ? '' : amount(row.bound, row.unit),
    ]),
  ];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  lines.splice(
    1,
    0,
    widths.map((width) => '-'.repeat(width)),
  );
  return lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |\n`).join('');
};

exports.amount = amount;

function amount(number, unit) {
  return unit ? `${number.toFixed(1)} ${unit}` : number.toFixed(2);
}

function milliseconds(number) {
  return `${number < 10 ? number.toFixed(2) : number.toFixed(0)} ms`;
}

exports.milliseconds = milliseconds;
