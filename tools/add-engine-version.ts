// Adds an engine version that Amazon MQ offers now, and prints what is left to do: npm run add:engine-version -- 5.20
// Run it again to see what is still missing. --since 2026-11-20 says from which day Amazon MQ has it; else today.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PERMITTED } from '../src/document/schema/permitted-table';
import { checkNewVersion, ENGINE_VERSION_FILE, withEngineVersion } from './engine-version/add-engine-version';
import { describeSteps, remainingSteps } from './engine-version/remaining-steps';
import { readSchemaList } from './schemas/schema-folder';

const root = path.join(__dirname, '..');
const file = path.join(root, ENGINE_VERSION_FILE);

function main(): void {
  const { values, positionals } = parseArgs({ options: { since: { type: 'string' } }, allowPositionals: true });
  const [version = ''] = positionals;
  checkNewVersion(version);
  const before = readFileSync(file, 'utf8');
  const after = withEngineVersion(before, version, values.since ?? new Date().toISOString().slice(0, 10));
  writeFileSync(file, after);
  console.log(`[x] ${ENGINE_VERSION_FILE} has ${version}${after === before ? '' : ' (added)'}`);
  console.log(describeSteps(remainingSteps(version, readSchemaList(), PERMITTED.schemas)));
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
