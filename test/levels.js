/**
 * The levels of tests (docs/testing.md) with their files and folders, without ".test.ts". What is in none of them needs
 * Node.js only, and is the level `unit`. `npx jest PATH` runs tests of any level.
 */
module.exports = {
  terraform: {
    paths: [
      'test/checkov',
      'test/module/apply',
      'test/module/examples',
      'test/module/freshness',
      'test/module/monitoring',
      'test/module/samples',
      'test/module/wrong-inputs',
      'test/pipelines/plan-stacks',
      'test/plan-review/real-plans',
      'test/plan-review/reviewed-plan',
      'test/props/text',
      'test/terraform',
    ],
  },
  document: { paths: ['test/document/check/differential', 'test/document/schema'] },
  properties: {
    paths: ['test/plan-review/bounded-work', 'test/plan-review/properties', 'test/props/props', 'test/security/fuzz'],
  },
  repository: {
    paths: [
      'test/architecture',
      'test/bench',
      'test/cdktn/committed',
      'test/cdktn/rewrite',
      'test/docs',
      'test/lint',
      'test/tools',
    ],
  },
  package: { paths: ['test/package', 'test/pipelines/action', 'test/pipelines/gitlab'] },
  provider: {
    paths: ['test/aws', 'test/provider'],
    settings: {
      globalSetup: '<rootDir>/test/provider/global-setup.ts',
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
    },
  },
  local: { paths: ['test/activemq'], settings: { setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'] } },
  cdktn: { paths: ['test/cdktn/built'] },
  python: { paths: ['test/python'] },
  languages: { paths: ['test/languages'] },
  clients: { paths: ['test/clients'] },
  'getting-started': { paths: ['test/getting-started'] },
};
