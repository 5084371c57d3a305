import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** Where AWS's schemas are kept. Git ignores the folder: the schemas are AWS's text, not ours. */
export const SCHEMA_FOLDER = path.join(ROOT, '.schemas');

/** The list of AWS's schemas: where AWS offers them, and the checksum of each. */
export const SCHEMA_LIST = path.join(__dirname, 'aws-schemas.json');

/** What `aws-schemas.json` holds: the checksums by the version that AWS gives the schema, such as `5.19.1`. */
export interface SchemaList {
  readonly page: string;
  readonly downloads: string;
  readonly sha256: Readonly<Record<string, string>>;
}

export function readSchemaList(file = SCHEMA_LIST): SchemaList {
  return JSON.parse(readFileSync(file, 'utf8')) as SchemaList;
}

/** The name that AWS gives the schema of a version. */
export function schemaFileName(version: string): string {
  return `amazon-mq-active-mq-${version}.xsd`;
}

/** The path of a schema, whether or not it was fetched. */
export function schemaFile(version: string, folder = SCHEMA_FOLDER): string {
  return path.join(folder, schemaFileName(version));
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What is missing for a comparison with AWS's schemas, and how to get it; undefined where all schemas are there. */
export function missingSchemas(folder = SCHEMA_FOLDER): string | undefined {
  const missing = Object.keys(readSchemaList().sha256).filter((version) => !existsSync(schemaFile(version, folder)));
  if (missing.length === 0) return undefined;
  return `AWS's schemas ${missing.join(', ')} are not in ${path.relative(ROOT, folder)}: run npm run fetch:schemas`;
}
