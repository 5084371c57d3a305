const { globSync } = require('tinyglobby');
const LEVELS = require('./test/levels');

const COMMON = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: { '^cdktf-amazon-mq$': '<rootDir>/src/index.ts' },
};

/** Compiled with the types of CDK Terrain only: they run in its package. */
const IN_PACKAGE = '<rootDir>/test/cdktn/in-package/';

const unit = {
  ...COMMON,
  displayName: 'unit',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    IN_PACKAGE,
    ...Object.values(LEVELS).flatMap(({ paths }) => paths.map((name) => `<rootDir>/${name}(/|\\.test\\.ts$)`)),
  ],
};

const levels = Object.entries(LEVELS).map(([displayName, { paths, settings }]) => ({
  ...COMMON,
  displayName,
  testMatch: paths.flatMap((name) => [`<rootDir>/${name}.test.ts`, `<rootDir>/${name}/**/*.test.ts`]),
  testPathIgnorePatterns: ['/target/'],
  ...settings,
}));

/** The package for CDK Terrain has this file too, and neither all levels nor what those set up. */
const hasTests = ({ testMatch }) =>
  globSync(
    testMatch.map((pattern) => pattern.replace('<rootDir>/', '')),
    { cwd: __dirname, expandDirectories: false },
  ).length > 0;

/** @type {import('jest').Config} */
module.exports = {
  projects: [unit, ...levels.filter(hasTests)],
  globalSetup: '<rootDir>/test/support/begin-temporary-folder.js',
  globalTeardown: '<rootDir>/test/support/end-temporary-folder.js',
  reporters: ['default', '<rootDir>/test/support/unique-names-reporter.js'],
  maxWorkers: 2,
  testTimeout: 120_000,
};
