// Makes src/configuration/definition/broker-definition.ts, the typed definition, from the table of permitted elements:
// node -r ./tools/register-typescript tools/generate-definition.ts
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { definitionSource } from './definition/definition-source';

const target = path.join(__dirname, '../src/configuration/definition/broker-definition.ts');

async function main(): Promise<void> {
  writeFileSync(target, await definitionSource(target));
}

void main();
