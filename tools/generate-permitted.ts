// Makes src/configuration/permitted/permitted-table.ts from AWS's schemas, amazon-mq-active-mq-*.xsd:
// node -r ./tools/register-typescript tools/generate-permitted.ts [--check] [their folder]
// They are linked from https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-configuration-parameters.html
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeGenerated } from './generated-file';
import { permittedTable, permittedTableSource } from './permitted/permitted-table-source';

const root = path.join(__dirname, '..');
const target = path.join(root, 'src/configuration/permitted/permitted-table.ts');

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { check: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const table = permittedTable(positionals[0] ?? path.join(root, '../shared/xsd'));
  writeGenerated(target, await permittedTableSource(table, target), values.check);
}

void main();
