import { ACTIVEMQ_VERSIONS } from '../activemq-versions';
import { type SchemaList } from '../schemas/schema-folder';

/** One thing to do after a version was added. */
export interface Step {
  readonly done: boolean;
  readonly what: string;
  /** The command that does it or proves it. */
  readonly command?: string;
}

/** What is left to do for an engine version, in the order in which to do it. */
export function remainingSteps(
  version: string,
  schemas: SchemaList,
  schemaOfVersion: Readonly<Record<string, string>>,
  releases: Readonly<Record<string, string>> = ACTIVEMQ_VERSIONS,
): Step[] {
  const schema = Object.keys(schemas.sha256).find((known) => known.startsWith(`${version}.`));
  return [
    {
      done: schema !== undefined,
      what: `AWS's schema of ${version} is in tools/schemas/aws-schemas.json; its version is on ${schemas.page}`,
      command: `npm run fetch:schemas -- --add ${version}.N`,
    },
    {
      done: version in schemaOfVersion,
      what: 'the table of permitted elements and the typed definition are made from it',
      command: 'npm run generate:schema && npm run generate:definition',
    },
    {
      done: version in releases,
      what: `src/local-twin/activemq-release.ts names the release of ActiveMQ that stands for ${version}`,
      command: 'npm run generate:defaults && npm run generate:definition && npm run test:activemq',
    },
    {
      done: false,
      what: 'test/aws/amazon-mq/offerings.ts has it: what Amazon MQ offers, apart from src, so that a mistake there is noticed',
    },
    {
      done: false,
      what: 'what Amazon MQ says about it that differs (limits, instance types, required settings) is in src/amazon-mq',
    },
    {
      done: false,
      what: 'DEFAULT_ENGINE_VERSION is decided: another default upgrades each broker that names no version',
    },
    {
      done: false,
      what: 'generated pages and the module have it',
      command: 'npm run docs:rules && npm run generate:module && npm run docs:api',
    },
    {
      done: false,
      what: 'the error in README.md and the snapshots of messages list it, and CHANGELOG.md names it',
      command: 'npx jest -u test/plan-review/every-code.test.ts test/plan-review/every-word.test.ts',
    },
    {
      done: false,
      what: 'all tests pass; those of the pages say which pages name the versions',
      command: 'npm run lint && npm run typecheck && npm test && npm run test:repository',
    },
  ];
}

/** The steps as a list to read, one a line, with its command. */
export function describeSteps(steps: readonly Step[]): string {
  return steps
    .map(({ done, what, command }) => `[${done ? 'x' : ' '}] ${what}${command === undefined ? '' : `\n    ${command}`}`)
    .join('\n');
}
