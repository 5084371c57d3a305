import { existsSync } from 'node:fs';
import path from 'node:path';
import jestConfig from './jest.config.js';

const folder = process.env.MUTATION_FOLDER;

/** The folder of tests named as a folder of the sources, or the nearest one above it. */
const testsOf = (name) => (existsSync(path.join('test', name)) ? name : testsOf(path.dirname(name)));

/** Files in test/plan-review. A mutant loads every file of its folder, so each folder has only those that judge it. */
const ofReview = (...names) => names.map((name) => `plan-review/${name}`);

/** Tests of rules and facts alone: they make no stack, so hundreds of mutants take minutes. */
const FACTS = [
  'amazon-mq/argument-of-fact',
  'amazon-mq/constants',
  'amazon-mq/facts-of-arguments',
  'amazon-mq/limits',
  'amazon-mq/rejections/broker-rejections',
  'amazon-mq/rejections/changes',
  'amazon-mq/rejections/configuration-rejections',
  'amazon-mq/rejections/ldap-host-names',
  'rules/rules',
];

/** Folders and files of tests that prove a folder of the sources, where it is not the folder of the same name alone. */
const TESTS = {
  'amazon-mq': [...FACTS, 'metrics', ...ofReview('argument-effects', 'documentation')],
  access: [
    'access',
    ...FACTS,
    'broker/active-mq-broker',
    'lambda/lambda-trigger',
    'props/javascript',
    'rules/changes-at-synth',
    'topology/network-of-brokers',
    'topology/replica-broker',
  ],
  broker: [
    'access',
    'broker',
    'props/javascript',
    'rules',
    'tokens/moved',
    'topology/broker-move',
    'topology/network-of-brokers',
    'topology/replica-broker',
  ],
  endpoints: ['endpoints', ...FACTS],
  network: ['network', 'util', 'props/javascript', 'rules/changes-at-synth', 'tokens/moved', ...FACTS],
  'plan-review/findings': ofReview('documentation', 'every-code', 'findings', 'gate', 'review-plan'),
  'plan-review/plan': [
    'security/fails-closed',
    'security/secrets',
    ...ofReview(
      'boundaries',
      'broker-secrets',
      'document-form',
      'drift',
      'exposure',
      'followers',
      'json',
      'json-reader',
      'keys',
      'load-balancers',
      'log-policies',
      'move-phases',
      'moves',
      'names',
      'network',
      'only-forgotten',
      'other-stacks',
      'plan-shape',
      'planned-change',
      'policy',
      'rarer-resources',
      'references',
      'rejections',
      'review-plan',
      'rotations',
      'secrets',
      'unknown',
      'unplanned',
      'users',
    ),
  ],
  'plan-review/plan/reachability': ofReview(
    'boundaries',
    'every-code',
    'exposure',
    'in-use',
    'load-balancers',
    'network',
    'other-stacks',
    'plans',
    'rarer-resources',
    'reachability',
    'reachability-forms',
    'review-plan',
  ),
  'plan-review/report': [
    ...ofReview(
      'allow-file',
      'every-code',
      'every-word',
      'formats',
      'gate',
      'picture',
      'render-markdown',
      'review-plan',
      'reviewed-plan',
      'whole-report',
    ),
    'security/comment',
    'security/fails-closed',
  ],
  'plan-review/reviews': ofReview(
    'boundaries',
    'broker-secrets',
    'causes',
    'document-form',
    'documents',
    'drift',
    'every-code',
    'every-word',
    'exposure',
    'followers',
    'in-use',
    'keys',
    'load-balancers',
    'log-policies',
    'move-phases',
    'moves',
    'names',
    'network',
    'only-forgotten',
    'other-stacks',
    'planned-change',
    'plans',
    'rarer-resources',
    'reachability',
    'reachability-forms',
    'real-codes',
    'rejections',
    'review-plan',
    'rotations',
    'unknown',
    'unplanned',
    'users',
  ),
  rules: ['rules', 'amazon-mq'],
};

const patternOf = (name) =>
  existsSync(path.join('test', `${name}.test.ts`))
    ? `<rootDir>/test/${name}.test.ts`
    : `<rootDir>/test/${name}/**/*.test.ts`;

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
      ...jestConfig.projects[0],
      projects: [],
      testMatch: (TESTS[folder] ?? [testsOf(folder)]).map(patternOf),
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
