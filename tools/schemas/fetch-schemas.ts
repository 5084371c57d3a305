import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { schemaFile, schemaFileName, type SchemaList, sha256 } from './schema-folder';

/** Gets what is behind an address. */
export type Download = (address: string) => Promise<Uint8Array>;

/** What became of a schema. */
interface FetchedSchema {
  readonly version: string;
  readonly sha256: string;
  readonly source: 'folder' | 'download';
}

/** Puts AWS's schemas into a folder, each checked against its checksum; what is there already is only checked. */
export async function fetchSchemas(list: SchemaList, folder: string, download: Download): Promise<FetchedSchema[]> {
  mkdirSync(folder, { recursive: true });
  const fetched: FetchedSchema[] = [];
  for (const [version, expected] of Object.entries(list.sha256)) {
    const file = schemaFile(version, folder);
    const isThere = existsSync(file);
    const schema = isThere ? readFileSync(file) : await downloadSchema(list, version, download);
    const actual = sha256(schema);
    if (actual !== expected) throw new Error(wrongChecksum(list, version, isThere ? file : undefined, actual));
    if (!isThere) writeFileSync(file, schema);
    fetched.push({ version, sha256: actual, source: isThere ? 'folder' : 'download' });
  }
  return fetched;
}

/** Downloads the schema of a version that is not in the list yet; the list with its checksum. */
export async function addSchema(
  list: SchemaList,
  version: string,
  folder: string,
  download: Download,
): Promise<SchemaList> {
  if (!/^\d+\.\d+\.\d+$/.test(version))
    throw new Error(
      `the version ${JSON.stringify(version)} has another form: AWS names schemas by major.minor.patch, such as 5.19.1; see ${list.page}`,
    );
  if (version in list.sha256)
    throw new Error(`the schema ${version} is in the list already: run npm run fetch:schemas`);
  const schema = await downloadSchema(list, version, download);
  mkdirSync(folder, { recursive: true });
  writeFileSync(schemaFile(version, folder), schema);
  const checksums = Object.entries({ ...list.sha256, [version]: sha256(schema) });
  checksums.sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  return { ...list, sha256: Object.fromEntries(checksums) };
}

async function downloadSchema(list: SchemaList, version: string, download: Download): Promise<Uint8Array> {
  const name = schemaFileName(version);
  const address = `${list.downloads}/${name}.zip`;
  const schema = unzipSync(await download(address), { filter: (file) => file.name === name })[name];
  if (schema === undefined) throw new Error(`${address} contains no ${name}; see ${list.page}`);
  return schema;
}

function wrongChecksum(list: SchemaList, version: string, file: string | undefined, actual: string): string {
  return [
    `${file ?? `the downloaded schema ${version}`} has another checksum: got ${actual}; expected ${list.sha256[version]}`,
    file === undefined
      ? `AWS changed the schema: compare it with what ${list.page} says, then change tools/schemas/aws-schemas.json`
      : 'delete the file and run npm run fetch:schemas again',
  ].join('; ');
}
