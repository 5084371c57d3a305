// Makes src/document/schema/permitted-table.ts from AWS's schemas, which npm run fetch:schemas fetches:
// npm run generate:schema [-- --check] [-- folder of other schemas]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeGenerated } from './generated-file';
import { permittedTable, permittedTableSource } from './permitted/permitted-table-source';
import { SCHEMA_FOLDER } from './schemas/schema-folder';

const root = path.join(__dirname, '..');
const target = path.join(root, 'src/document/schema/permitted-table.ts');

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { check: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const table = permittedTable(positionals[0] ?? SCHEMA_FOLDER);
  writeGenerated(target, await permittedTableSource(table, target), values.check);
}

void main();
