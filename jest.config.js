/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // levels that need more than this package: npm run test:activemq, test:local, test:cdktn, test:clients, test:languages, test:provider,
  // test:python
  testPathIgnorePatterns: [
    '/node_modules/',
    '/test/cdktn/(built|in-package)/',
    '/test/(activemq|aws|provider)/',
    '/test/(clients|getting-started|languages|python)/',
  ],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: { '^cdktf-amazon-mq$': '<rootDir>/src/index.ts' },
  reporters: ['default', '<rootDir>/test/support/unique-names-reporter.js'],
  maxWorkers: 2,
  testTimeout: 120_000,
};
