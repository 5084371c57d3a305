// npm run bench [-- --write] [-- NAME…]: runs the benchmarks, or those named, prints one table, and with --write puts it
// into docs/benchmarks.md. Ends with 1 where a bound is exceeded.
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { isExceeded, tableText } = require('./row');
const { writeTable } = require('./write-table');

const ROOT = path.join(__dirname, '..');

/** Each gives its rows, from small to large in what it takes. */
const BENCHMARKS = {
  imports: () => require('./imports/benchmark'),
  document: () => require('./document/benchmark'),
  'plan-review': () => require('./plan-review-rows'),
  'whole-process': () => require('./whole-process/benchmark'),
  synth: () => require('./synth/benchmark'),
};

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const names = positionals.length > 0 ? positionals : Object.keys(BENCHMARKS);
const unknown = names.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(', ')}; there are ${Object.keys(BENCHMARKS).join(', ')}`);
  process.exit(2);
}
if (values.write && positionals.length > 0) {
  console.error('--write takes all benchmarks: the table is of one run');
  process.exit(2);
}

execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
if (!fs.existsSync(path.join(__dirname, 'node_modules'))) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: __dirname, stdio: ['ignore', 2, 2] });
}
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'amazon-mq-bench-'));
try {
  const rows = names.flatMap((name) => {
    console.error(`${name} …`);
    return BENCHMARKS[name]().benchmark(folder);
  });
  const table = tableText(rows);
  console.log(table);
  for (const { what, against, measure, result, bound } of rows.filter(isExceeded)) {
    console.error(`exceeded: ${what} against ${against}, ${measure}: ${result.toFixed(2)}, at most ${bound}`);
    process.exitCode = 1;
  }
  if (values.write) writeTable(path.join(ROOT, 'docs', 'benchmarks.md'), table);
} finally {
  fs.rmSync(folder, { recursive: true });
}
