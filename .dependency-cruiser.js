/**
 * The floors of src/, from the ground up. A file imports from its own floor and the floors below, never from above:
 * what a rule or a construct needs lies under it.
 */
const FLOORS = [
  'util',
  'tokens',
  'rules',
  'amazon-mq',
  'document',
  'props',
  'network',
  'access',
  'endpoints',
  'configuration',
  'metrics',
  'broker',
  'lambda',
  'monitoring',
  'strict',
  'topology',
  'plan-review',
  'permissions',
  'local-twin',
  'cli',
];

/** Folders that are themselves built in floors. */
const INNER_FLOORS = {
  'src/document': ['xml', 'schema', 'check', 'definition'],
  'src/plan-review': ['plan', 'findings', 'reviews', 'report'],
};

function upward(folder, floors) {
  return floors.slice(0, -1).map((floor, index) => ({
    name: `no-upward-import-from-${folder.replace('src/', '')}-${floor}`.replace('-src', ''),
    comment: `${folder}/${floor} lies below ${floors.slice(index + 1).join(', ')}`,
    severity: 'error',
    from: { path: `^${folder}/${floor}/` },
    to: { path: `^${folder}/(${floors.slice(index + 1).join('|')})/` },
  }));
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'two files that import each other are one file, or a third is missing below both',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unknown-floor',
      comment: 'a folder of src/ has a place among the floors',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: `^src/(${FLOORS.join('|')})/` },
    },
    {
      name: 'no-import-of-index',
      comment: 'src/index.ts is for users of the package',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'no-cdktf-in-the-command',
      comment: 'the command starts in milliseconds and reads any plan, so nothing below it loads Terraform CDK',
      severity: 'error',
      from: { path: '^src/(plan-review|permissions|local-twin|cli|util|amazon-mq|document/(xml|schema|check))/' },
      to: { path: '(^|/)node_modules/(cdktf|constructs|@cdktf)/', reachable: true },
    },
    ...upward('src', FLOORS),
    ...Object.entries(INNER_FLOORS).flatMap(([folder, floors]) => upward(folder, floors)),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.dev.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default'] },
  },
};
