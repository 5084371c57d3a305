import { existsSync } from 'node:fs';
import path from 'node:path';

const folder = process.env.MUTATION_FOLDER;

/** The folder of tests named as a folder of the sources, or the nearest one above it. */
const testsOf = (name) => (existsSync(path.join('test', name)) ? name : testsOf(path.dirname(name)));

/** Folders of tests that prove a folder of the sources, where it is not the folder of the same name alone. */
const TESTS = {
  'amazon-mq': ['amazon-mq', 'rules'],
  access: ['access', 'amazon-mq', 'rules'],
  broker: ['broker', 'rules'],
  endpoints: ['endpoints', 'rules'],
  network: ['network', 'rules', 'util'],
  rules: ['rules', 'amazon-mq'],
};

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [
    `src/${folder}/**/*.ts`,
    '!src/document/schema/permitted-table.ts',
    '!src/document/definition/broker-definition.ts',
  ],
  testRunner: 'jest',
  jest: {
    config: {
      testMatch: (TESTS[folder] ?? [testsOf(folder)]).map((name) => `<rootDir>/test/${name}/**/*.test.ts`),
      testPathIgnorePatterns: ['/differential\\.test\\.ts$'],
      reporters: [],
    },
    // Tests import the package by its name, which jest's search for related tests does not follow.
    enableFindRelatedTests: false,
  },
  // It writes a comment into each file, and tests compare generated files.
  disableTypeChecks: false,
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 30_000,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `reports/mutation/${folder}.json` },
  htmlReporter: { fileName: `reports/mutation/${folder}.html` },
  ignorePatterns: [
    '/lib',
    '/dist',
    '/packages',
    '/docs/api',
    '/bench',
    '/modules',
    '/reports',
    '/.schemas',
    '**/cdktf.out',
    '**/target',
  ],
  tempDirName: '.stryker-tmp',
};
