const path = require('node:path');

/** A jest reporter that fails the run where two tests of a file have the same full name: then a failure names neither. */
module.exports = class UniqueNamesReporter {
  #duplicates = [];

  onTestResult(test, { testResults }) {
    const names = testResults.map(({ fullName }) => fullName);
    const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    const file = path.relative(process.cwd(), test.path);
    for (const name of repeated) this.#duplicates.push(`${file}: ${name}`);
  }

  onRunComplete() {
    const error = this.getLastError();
    if (error !== undefined) process.stderr.write(`\n${error.message}\n`);
  }

  getLastError() {
    if (this.#duplicates.length === 0) return undefined;
    return new Error(`these tests share their name with another of their file:\n  ${this.#duplicates.join('\n  ')}`);
  }
};
