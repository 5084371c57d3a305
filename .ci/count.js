// Sums what test runners reported: node count.js STATUS REPORT...  A report is jest's JSON, or a log whose last line of the
// form "N passed, N failed" counts. A run that failed although no test did, or that reported nothing, counts as one
// failure.
const { readFileSync } = require('node:fs');

const [status, ...reports] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const report of reports) {
  const text = readFileSync(report, 'utf8');
  if (report.endsWith('.json')) {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(text);
    passed += numPassedTests;
    failed += numFailedTests + numRuntimeErrorTestSuites;
  } else {
    const [, good, bad] = [...text.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1) ?? [0, 0, 0];
    passed += Number(good);
    failed += Number(bad);
  }
}
if (failed === 0 && (status !== '0' || passed === 0)) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
