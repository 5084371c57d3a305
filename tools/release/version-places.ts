import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A file that names the version of this repository, and how. package.json is the one that you change. */
interface VersionPlace {
  readonly file: string;
  /** The versions in its text. */
  readonly pattern: RegExp;
  /** How many there are. */
  readonly count: number;
}

const VERSION = String.raw`\d+\.\d+\.\d+(?:-[\w.]+)?`;
const manifest = new RegExp(`(?<=^  "version": ")${VERSION}(?=")`, 'gm');
/** The head of a lock file, and its entry of the package itself. */
const lock = new RegExp(
  `(?<=^  "version": "|"": {\\n      "name": "[\\w-]+",\\n      "version": ")${VERSION}(?=")`,
  'gm',
);

export const VERSION_PLACES: readonly VersionPlace[] = [
  { file: 'package.json', pattern: manifest, count: 1 },
  { file: 'package-lock.json', pattern: lock, count: 2 },
  { file: 'packages/cdktn/package.json', pattern: manifest, count: 1 },
  { file: 'packages/cdktn/package-lock.json', pattern: lock, count: 2 },
  samplesOf('activemq', 3),
  samplesOf('activemq-alarms', 1),
  samplesOf('activemq-dashboard', 1),
  samplesOf('activemq-lambda', 1),
  samplesOf('activemq-log-groups', 1),
  { file: 'docs/getting-started.md', pattern: new RegExp(`(?<=cdktf-amazon-mq-)${VERSION}(?=[.]tgz)`, 'g'), count: 1 },
  { file: 'docs/pipelines.md', pattern: new RegExp(`(?<=cdktf-amazon-mq@v)${VERSION}`, 'g'), count: 1 },
  { file: 'docs/pipelines/github-actions.yml', pattern: new RegExp(`(?<=cdktf-amazon-mq@v)${VERSION}`, 'g'), count: 1 },
  {
    file: 'docs/pipelines/gitlab-ci.yml',
    pattern: new RegExp(`(?<=releases/download/v|cdktf-amazon-mq-)${VERSION}(?=/|[.]tgz)`, 'g'),
    count: 2,
  },
  { file: '.github/ISSUE_TEMPLATE/bug.yml', pattern: new RegExp(`(?<=cdktf-amazon-mq )${VERSION}`, 'g'), count: 1 },
];

/** The samples of a module, each with a pinned source. */
function samplesOf(module: string, count: number): VersionPlace {
  return { file: `modules/${module}/README.md`, pattern: new RegExp(`(?<=[?]ref=v)${VERSION}`, 'g'), count };
}

/** The version of the repository: that of package.json. */
export function versionOf(root: string): string {
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

/** What each place names, for those that do not name `version` as often as they must. */
export function otherVersions(root: string, version: string): string[] {
  return VERSION_PLACES.flatMap(({ file, pattern, count }) => {
    const found = readFileSync(path.join(root, file), 'utf8').match(pattern) ?? [];
    const isRight = found.length === count && found.every((each) => each === version);
    return isRight ? [] : [`${file} names ${found.join(', ') || 'no version'}, not ${version} (${count} times)`];
  });
}

/** Writes a version into every place. */
export function setVersion(root: string, version: string): void {
  if (!new RegExp(`^${VERSION}$`).test(version))
    throw new Error(`version is not semantic: got "${version}"; allowed: major.minor.patch, such as 1.0.0`);
  for (const { file, pattern } of VERSION_PLACES) {
    const target = path.join(root, file);
    writeFileSync(target, readFileSync(target, 'utf8').replaceAll(pattern, version));
  }
}
