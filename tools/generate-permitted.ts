// Makes src/configuration/permitted/permitted-table.ts from AWS's schemas:
// node -r ./tools/register-typescript tools/generate-permitted.ts [folder with amazon-mq-active-mq-*.xsd]
// They are linked from https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-configuration-parameters.html
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { permittedTable, permittedTableSource } from './permitted/permitted-table-source';

const root = path.join(__dirname, '..');
const target = path.join(root, 'src/configuration/permitted/permitted-table.ts');

async function main(): Promise<void> {
  const table = permittedTable(process.argv[2] ?? path.join(root, '../shared/xsd'));
  writeFileSync(target, await permittedTableSource(table, target));
}

void main();
