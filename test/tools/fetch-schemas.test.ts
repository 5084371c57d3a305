import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { PERMITTED } from '../../src/document/schema/permitted-table';
import { addSchema, type Download, fetchSchemas } from '../../tools/schemas/fetch-schemas';
import { missingSchemas, readSchemaList, type SchemaList, sha256 } from '../../tools/schemas/schema-folder';

const TEXT = '<schema/>';
const list: SchemaList = {
  page: 'https://example.com/page',
  downloads: 'https://example.com/samples',
  sha256: { '5.18.4': sha256(TEXT) },
};

/** A site that has only the schemas it is given, each zipped under its own name. */
const site =
  (schemas: Readonly<Record<string, string>>): Download =>
  (address) => {
    const name = path.basename(address, '.zip');
    expect(address).toBe(`${list.downloads}/${name}.zip`);
    return Promise.resolve(zipSync({ [name]: strToU8(schemas[name]) }));
  };
const noSite: Download = () => Promise.reject(new Error('a download'));

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'schemas-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const file = (version: string): string => path.join(folder, `amazon-mq-active-mq-${version}.xsd`);

test('a schema that is missing is downloaded and unpacked', async () => {
  const fetched = await fetchSchemas(list, folder, site({ 'amazon-mq-active-mq-5.18.4.xsd': TEXT }));
  expect(fetched).toEqual([{ version: '5.18.4', sha256: sha256(TEXT), source: 'download' }]);
  expect(readFileSync(file('5.18.4'), 'utf8')).toBe(TEXT);
});

test('a schema that is there is checked and not downloaded again', async () => {
  writeFileSync(file('5.18.4'), TEXT);
  expect(await fetchSchemas(list, folder, noSite)).toEqual([expect.objectContaining({ source: 'folder' })]);
});

test('a schema that was changed on disk fails with both checksums and the remedy', async () => {
  writeFileSync(file('5.18.4'), '<other/>');
  await expect(fetchSchemas(list, folder, noSite)).rejects.toThrow(
    `${file('5.18.4')} has another checksum: got ${sha256('<other/>')}; expected ${sha256(TEXT)}; ` +
      'delete the file and run npm run fetch:schemas again',
  );
});

test('a schema that AWS changed fails and is not kept', async () => {
  await expect(fetchSchemas(list, folder, site({ 'amazon-mq-active-mq-5.18.4.xsd': '<new/>' }))).rejects.toThrow(
    'the downloaded schema 5.18.4 has another checksum',
  );
  expect(readdirSync(folder)).toEqual([]);
});

test('an archive without the schema is named', async () => {
  const other: Download = () => Promise.resolve(zipSync({ 'readme.txt': strToU8('') }));
  await expect(fetchSchemas(list, folder, other)).rejects.toThrow(
    'https://example.com/samples/amazon-mq-active-mq-5.18.4.xsd.zip contains no amazon-mq-active-mq-5.18.4.xsd',
  );
});

test('a schema of a new version is kept and listed in the order of versions', async () => {
  const listed = { ...list, sha256: { '5.9.1': 'b', '5.18.4': 'a' } };
  const extended = await addSchema(listed, '5.10.0', folder, site({ 'amazon-mq-active-mq-5.10.0.xsd': TEXT }));
  expect(Object.entries(extended.sha256)).toEqual([
    ['5.9.1', 'b'],
    ['5.10.0', sha256(TEXT)],
    ['5.18.4', 'a'],
  ]);
  expect(readFileSync(file('5.10.0'), 'utf8')).toBe(TEXT);
});

test.each([
  ['5.20', 'the version "5.20" has another form: AWS names schemas by major.minor.patch'],
  ['5.18.4', 'the schema 5.18.4 is in the list already'],
])('adding the schema %s fails: %s', async (version, message) => {
  await expect(addSchema(list, version, folder, noSite)).rejects.toThrow(message);
});

test('missing schemas are named with the command that gets them', () => {
  const all = Object.keys(readSchemaList().sha256).join(', ');
  const where = path.relative(path.join(__dirname, '../..'), folder);
  expect(missingSchemas(folder)).toBe(`AWS's schemas ${all} are not in ${where}: run npm run fetch:schemas`);
});

test('the list has the schemas of which the table of permitted elements was made', () => {
  expect(Object.keys(readSchemaList().sha256)).toEqual(Object.values(PERMITTED.schemas));
});
