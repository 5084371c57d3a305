// Prints the test files that took at least SECONDS, slowest first: node slow-files.js SECONDS REPORT...  A report is jest's
// JSON.
const { readFileSync } = require('node:fs');
const path = require('node:path');

const [least, ...reports] = process.argv.slice(2);
const files = reports.flatMap((report) => JSON.parse(readFileSync(report, 'utf8')).testResults);
for (const { seconds, name } of files
  .map(({ name, startTime, endTime }) => ({ name: path.relative('.', name), seconds: (endTime - startTime) / 1000 }))
  .filter(({ seconds }) => seconds >= Number(least))
  .sort((a, b) => b.seconds - a.seconds))
  console.log(`${Math.round(seconds)} ${name}`);
