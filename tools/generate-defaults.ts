// Makes tools/definition/activemq-defaults.ts, the defaults that the typed definition documents, from the newest
// ActiveMQ: npm run generate:defaults [-- --check]
import path from 'node:path';
import * as prettier from 'prettier';
import { ACTIVEMQ_VERSIONS } from './activemq-versions';
import { type Defaults, readDefaults } from './definition/read-defaults';
import { writeGenerated } from './generated-file';
import { missingTool } from './maven';

const target = path.join(__dirname, 'definition/activemq-defaults.ts');

async function source(version: string, defaults: Defaults): Promise<string> {
  const text = `/**
 * What ActiveMQ ${version} does where an attribute is left out, read from fresh instances of its own classes. Amazon MQ may
 * set other values for some. Made by npm run generate:defaults: change the reader, not this file.
 */
export const ACTIVEMQ_DEFAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(defaults)};
`;
  return prettier.format(text, { ...(await prettier.resolveConfig(target)), filepath: target });
}

async function main(): Promise<void> {
  const missing = missingTool();
  if (missing !== undefined) throw new Error(`reading ActiveMQ's defaults needs ${missing}`);
  const version = Object.values(ACTIVEMQ_VERSIONS).at(-1)!;
  writeGenerated(target, await source(version, await readDefaults(version)), process.argv.includes('--check'));
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
