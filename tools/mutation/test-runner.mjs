// A test runner for Stryker that loads the tests once and runs them in its own process, with the assertions of jest. A mutant
// takes milliseconds, where jest starts anew for each one.
import { createRequire } from 'node:module';
import path from 'node:path';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { globSync } from 'tinyglobby';

/** Where instrumented code looks for the mutant to be, and notes which ones a test came by. */
const context = (globalThis.__stryker__ ??= {});

class TestRunner {
  static inject = tokens(commonTokens.options);
  #files;
  #suite;
  /** Whether a mutant left something behind that makes a test fail without it. */
  #isSpoiled = false;

  constructor({ tests }) {
    this.#files = globSync(tests, { ignore: ['**/differential.test.ts'] }).sort();
  }

  init() {
    process.env.NODE_ENV = 'test';
    const require = createRequire(path.resolve('package.json'));
    require('./tools/register-typescript.js');
    this.#suite = require('./tools/mutation/suite.js');
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async dryRun() {
    const tests = [];
    for (const test of this.#tests()) tests.push(await this.#run(test, true));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: context.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, disableBail }) {
    // Stryker starts a runner that rejects again, and gives it the mutant once more.
    if (this.#isSpoiled) throw new Error('a mutant before this one left something behind');
    const isStatic = mutantActivation === 'static';
    if (!isStatic) for (const file of this.#files) this.#suite.testsOf(file);
    Object.assign(context, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 });
    const results = [];
    let failed;
    for (const test of this.#tests(testFilter)) {
      const result = await this.#run(test);
      results.push(result);
      if (result.status === TestStatus.Failed) failed = test;
      if (failed !== undefined && !disableBail) break;
    }
    const timeout = determineHitLimitReached(context.hitCount, hitLimit);
    Object.assign(context, { activeMutant: undefined, hitLimit: undefined, hitCount: undefined });
    if (!isStatic && failed !== undefined) this.#isSpoiled = (await this.#run(failed)).status === TestStatus.Failed;
    return timeout ?? toMutantRunResult({ status: DryRunStatus.Complete, tests: results }, disableBail);
  }

  /** The tests with some ids, or all of them, file by file: a static mutant is noticed before the last file is loaded. */
  *#tests(testFilter) {
    const ids = testFilter && new Set(testFilter);
    for (const file of this.#files) {
      if (testFilter?.some((id) => id.startsWith(`${file} > `)) === false) continue;
      yield* this.#suite.testsOf(file).filter(({ id }) => ids?.has(id) !== false);
    }
  }

  async #run(test, notesCoverage = false) {
    const start = performance.now();
    const failureMessage = await this.#suite.run(test, (id) => {
      if (notesCoverage) context.currentTestId = id;
    });
    const { id, name, file } = test;
    const status = failureMessage === undefined ? TestStatus.Success : TestStatus.Failed;
    return { id, name, fileName: file.name, status, failureMessage, timeSpentMs: performance.now() - start };
  }
}

/** Stryker's own `testFiles` would run no test for what is changed as the files are loaded. */
export const strykerValidationSchema = { properties: { tests: { type: 'array', items: { type: 'string' } } } };
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'one-process', TestRunner)];
