// Puts AWS's schemas of the ActiveMQ configuration into .schemas/ and checks their checksums: npm run fetch:schemas
// Adds a schema that AWS has published since, with its checksum: npm run fetch:schemas -- --add 5.20.1
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { addSchema, fetchSchemas } from './schemas/fetch-schemas';
import { readSchemaList, SCHEMA_FOLDER, SCHEMA_LIST } from './schemas/schema-folder';

async function download(address: string): Promise<Uint8Array> {
  const response = await fetch(address).catch((error: Error) => {
    throw new Error(`${address} cannot be reached: ${String(error.cause ?? error)}`);
  });
  if (!response.ok) throw new Error(`${address} answers ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { add: { type: 'string' } } });
  const list = readSchemaList();
  if (values.add !== undefined) {
    const extended = await addSchema(list, values.add, SCHEMA_FOLDER, download);
    writeFileSync(SCHEMA_LIST, `${JSON.stringify(extended, undefined, 2)}\n`);
    console.log(`${values.add}: added to tools/schemas/aws-schemas.json; next: npm run generate:schema`);
    return;
  }
  for (const { version, source } of await fetchSchemas(list, SCHEMA_FOLDER, download)) {
    console.log(`${version}: ${source === 'folder' ? 'already there' : 'downloaded'}, checksum correct`);
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
