import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import { type PermittedTable } from '../../src/document/schema/permitted-element';
import { mergeSchemas, type NamedSchema } from './merge-schemas';
import { readSchema } from './read-schema';

const SCHEMA_FILE = /^amazon-mq-active-mq-(\d+\.\d+\.\d+)\.xsd$/;

/** Reads the schemas in a folder, named as AWS names them. */
function readSchemas(folder: string): NamedSchema[] {
  const files = readdirSync(folder).filter((file) => SCHEMA_FILE.test(file));
  if (files.length === 0) throw new Error(`no amazon-mq-active-mq-<version>.xsd in ${folder}`);
  return files.map((file) => ({
    version: SCHEMA_FILE.exec(file)![1],
    schema: readSchema(readFileSync(path.join(folder, file), 'utf8')),
  }));
}

/** The table of the schemas in a folder. */
export function permittedTable(folder: string): PermittedTable {
  return mergeSchemas(readSchemas(folder));
}

/** The TypeScript that holds a table, formatted as the rest of the package. */
export async function permittedTableSource(table: PermittedTable, file: string): Promise<string> {
  const source = `import { type PermittedTable } from './permitted-element';

/**
 * What Amazon MQ permits in a configuration document. Made by tools/generate-permitted.ts from AWS's schemas: change
 * the schemas, not this file.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-configuration-parameters.html
 */
export const PERMITTED: PermittedTable = ${JSON.stringify(table)};
`;
  return prettier.format(source, { ...(await prettier.resolveConfig(file)), filepath: file });
}
