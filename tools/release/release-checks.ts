import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { otherVersions, versionOf } from './version-places';

/** Something that a release needs. */
interface ReleaseCheck {
  readonly name: string;
  /** What is wrong, each with what to do; nothing if the release can go on. */
  readonly problems: (root: string) => string[];
}

interface PackedFile {
  readonly path: string;
}

/** What a user of the tarball cannot do without. */
const NEEDED_FILES = [
  'lib/index.js',
  'lib/index.d.ts',
  '.jsii',
  'bin/cdktf-amazon-mq',
  'THIRD_PARTY_LICENSES',
  'LICENSE',
];

/** How a page says that packages and module cannot be had from a registry or by their address. */
export const UNPUBLISHED = /\bnot (?:\*\*)?published\b/;

export const RELEASE_CHECKS: readonly ReleaseCheck[] = [
  {
    name: 'one version everywhere',
    problems: (root) =>
      otherVersions(root, versionOf(root)).map(
        (problem) => `${problem}: run npm run release -- --set ${versionOf(root)}`,
      ),
  },
  { name: 'a dated changelog', problems: changelogProblems },
  {
    name: 'an upgrade guide',
    problems: (root) => {
      const [major, minor] = versionOf(root).split('.');
      const heading = new RegExp(`^#+ .*\\bto ${major}\\.${minor}\\b`, 'm');
      return heading.test(read(root, 'docs/upgrading.md'))
        ? []
        : [`docs/upgrading.md has no heading "From … to ${major}.${minor}": say what to change, or that nothing is`];
    },
  },
  {
    name: 'pages that are true once it is published',
    problems: (root) =>
      run(root, 'git', 'ls-files', 'README.md', 'docs/*.md', 'modules/*.md', 'packages/*.md')
        .trimEnd()
        .split('\n')
        .filter((page) => UNPUBLISHED.test(read(root, page)))
        .map((page) => `${page} says that nothing is published: say how to install the release`),
  },
  {
    name: 'lock files without addresses',
    problems: (root) =>
      ['package-lock.json', 'packages/cdktn/package-lock.json']
        .filter((file) => read(root, file).includes('"resolved":'))
        .map((file) => `${file} names download addresses: run npm install with the .npmrc of this repository`),
  },
  { name: 'licenses of the bundled libraries', problems: licenseProblems },
  { name: 'a complete tarball', problems: tarballProblems },
  { name: 'a clean work tree of main, and a new tag', problems: gitProblems },
];

function changelogProblems(root: string): string[] {
  const version = versionOf(root);
  const [, heading, body] = /^## (.*)\n([^]*?)(?=^## |$(?![^]))/m.exec(read(root, 'CHANGELOG.md')) ?? [];
  const date = /^(\S+) \((.+)\)$/.exec(heading ?? '');
  if (date?.[1] !== version)
    return [`CHANGELOG.md begins with "${heading}", not with ${version}: add a section for the version`];
  const problems = /^\d{4}-\d{2}-\d{2}$/.test(date[2])
    ? []
    : [`CHANGELOG.md dates ${version} "${date[2]}": write the day of the release, such as 2026-12-01`];
  if (!/^- /m.test(body)) problems.push(`CHANGELOG.md says nothing about ${version}: list what changed for users`);
  return problems;
}

function licenseProblems(root: string): string[] {
  const { bundledDependencies } = JSON.parse(read(root, 'package.json')) as { bundledDependencies: string[] };
  const notice = read(root, 'THIRD_PARTY_LICENSES');
  return bundledDependencies
    .filter((name) => !notice.split('\n').some((line) => line.startsWith(`${name} `)))
    .map((name) => `THIRD_PARTY_LICENSES does not name ${name}, which the tarball has: add its license`);
}

function tarballProblems(root: string): string[] {
  const [{ files }] = JSON.parse(run(root, 'npm', 'pack', '--dry-run', '--ignore-scripts', '--json')) as [
    { files: PackedFile[] },
  ];
  const packed = files.map((file) => file.path);
  return NEEDED_FILES.filter((file) => !packed.includes(file)).map(
    (file) => `the tarball has no ${file}: run npm run build`,
  );
}

function gitProblems(root: string): string[] {
  const tag = `v${versionOf(root)}`;
  const changed = run(root, 'git', 'status', '--porcelain').trimEnd();
  const branch = run(root, 'git', 'branch', '--show-current').trim();
  return [
    ...(branch === 'main' ? [] : [`this is the branch ${JSON.stringify(branch)}: release from main`]),
    ...(changed === '' ? [] : [`the work tree has changes: commit them\n${changed}`]),
    ...(run(root, 'git', 'tag', '--list', tag).trim() === '' ? [] : [`the tag ${tag} exists: set the next version`]),
  ];
}

function read(root: string, file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function run(root: string, command: string, ...options: string[]): string {
  return execFileSync(command, options, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
