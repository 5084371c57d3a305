// Sums what test runners reported: node count.js STATUS REPORT...  A report is jest's JSON or surefire's XML. A run that
// failed although no test did, or that reported nothing, counts as one failure.
const { readFileSync } = require('node:fs');

const [status, ...reports] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const report of reports.filter((name) => /\.(json|xml)$/.test(name))) {
  const text = readFileSync(report, 'utf8');
  if (report.endsWith('.json')) {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(text);
    passed += numPassedTests;
    failed += numFailedTests + numRuntimeErrorTestSuites;
  } else {
    const [, suite] = /<testsuite\b([^>]*)>/.exec(text);
    const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
    const wrong = count('errors') + count('failures');
    passed += count('tests') - wrong - count('skipped');
    failed += wrong;
  }
}
if (failed === 0 && (status !== '0' || passed === 0)) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
