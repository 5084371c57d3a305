import { compareEngineVersions } from '../../src/amazon-mq/engine-version';

/** The file with the class, a constant for each version, and the table of all versions. */
export const ENGINE_VERSION_FILE = 'src/amazon-mq/engine-version.ts';

const TABLE = /^ {2}ActiveMQ: \[\n([^]*?)^ {2}\],/m;
const ROW = /^ {4}\{ version: '(\d+\.\d+)'/gm;
const CONSTANT = /^ {2}static readonly V(\d+)_(\d+) = /gm;

/** Throws if a text is not an engine version that can be added. */
export function checkNewVersion(version: string): void {
  if (!/^\d+\.\d+$/.test(version))
    throw new Error(`the version is not of the form major.minor: got ${JSON.stringify(version)}; write it as in 5.20`);
}

/** The file with a version that Amazon MQ offers now; what has it already stays as it is. */
export function withEngineVersion(text: string, version: string, since: string): string {
  return withConstant(withRow(text, version), version, since);
}

/** The table is sorted with the newest version first. */
function withRow(text: string, version: string): string {
  const table = TABLE.exec(text);
  const rows = [...(table?.[1].matchAll(ROW) ?? [])];
  if (table === null || rows.length === 0)
    throw new Error(`${ENGINE_VERSION_FILE} has no row { version: … } of ActiveMQ: add it by hand`);
  if (rows.some(([, known]) => known === version)) return text;
  const older = rows.find(([, known]) => compareEngineVersions(known, version) < 0);
  const start = table.index + '  ActiveMQ: [\n'.length;
  const at = start + (older?.index ?? table[1].length);
  return `${text.slice(0, at)}    { version: '${version}' },\n${text.slice(at)}`;
}

/** The constants are sorted with the oldest version first. */
function withConstant(text: string, version: string, since: string): string {
  const name = `V${version.replace('.', '_')}`;
  const constants = [...text.matchAll(CONSTANT)];
  if (constants.length === 0)
    throw new Error(`${ENGINE_VERSION_FILE} has no constant V<major>_<minor>: add it by hand`);
  if (constants.some(([row]) => row.includes(`${name} =`))) return text;
  const older = constants.filter(([, major, minor]) => compareEngineVersions(`${major}.${minor}`, version) < 0).at(-1);
  const previous = older ?? constants[0];
  const end = text.indexOf('\n', previous.index) + 1;
  const added = `
  /** ActiveMQ ${version}, on Amazon MQ since ${since}; no end of support announced. */
  static readonly ${name} = new EngineVersion('${version}');
`;
  return text.slice(0, end) + added + text.slice(end);
}
