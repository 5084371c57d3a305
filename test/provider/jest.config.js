/** The level `npm run test:provider`: HashiCorp's own AWS provider against a stand-in for AWS. */
module.exports = {
  ...require('../../jest.config.js'),
  rootDir: '../..',
  testMatch: ['<rootDir>/test/{aws,provider}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/provider/global-setup.ts',
  testTimeout: 900_000,
};
