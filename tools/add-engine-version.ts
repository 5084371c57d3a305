// Adds an engine version that Amazon MQ offers now, and prints what is left to do: npm run add:engine-version -- 5.20
// Run it again to see what is still missing. --since 2026-11-20 says from which day Amazon MQ has it; else today.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PERMITTED } from '../src/document/schema/permitted-table';
import { checkNewVersion, withEngineVersion } from './engine-version/add-engine-version';
import { describeSteps, remainingSteps } from './engine-version/remaining-steps';
import { readSchemaList } from './schemas/schema-folder';

const root = path.join(__dirname, '..');
const FILES = { table: 'src/amazon-mq/engine-versions.ts', constants: 'src/amazon-mq/engine-version.ts' };

function main(): void {
  const { values, positionals } = parseArgs({ options: { since: { type: 'string' } }, allowPositionals: true });
  const [version = ''] = positionals;
  checkNewVersion(version);
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  const before = { table: read(FILES.table), constants: read(FILES.constants) };
  const after = withEngineVersion(before, version, values.since ?? new Date().toISOString().slice(0, 10));
  for (const name of ['table', 'constants'] as const) {
    writeFileSync(path.join(root, FILES[name]), after[name]);
    console.log(`[x] ${FILES[name]} has ${version}${after[name] === before[name] ? '' : ' (added)'}`);
  }
  console.log(describeSteps(remainingSteps(version, readSchemaList(), PERMITTED.schemas)));
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
