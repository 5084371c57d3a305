/** The tests with clients written in JavaScript; `run.ts` runs those in Java. @type {import('jest').Config} */
module.exports = {
  ...require('../../jest.config'),
  rootDir: '../..',
  roots: ['<rootDir>/test/activemq'],
  testPathIgnorePatterns: ['/node_modules/', '/target/'],
  testTimeout: 300_000,
};
