// Makes src/document/definition/broker-definition.ts, the typed definition, from the table of permitted elements:
// node -r ./tools/register-typescript tools/generate-definition.ts [--check]
import path from 'node:path';
import { definitionSource } from './definition/definition-source';
import { writeGenerated } from './generated-file';

const target = path.join(__dirname, '../src/document/definition/broker-definition.ts');

async function main(): Promise<void> {
  writeGenerated(target, await definitionSource(target), process.argv.includes('--check'));
}

void main();
