import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RELEASE_CHECKS, UNPUBLISHED } from '../../tools/release/release-checks';
import { otherVersions, setVersion, VERSION_PLACES, versionOf } from '../../tools/release/version-places';

const ROOT = path.join(__dirname, '..', '..');

/** What the checks read, besides the files that name the version. */
const READ = ['CHANGELOG.md', 'THIRD_PARTY_LICENSES', 'LICENSE', 'docs/upgrading.md', 'bin/cdktf-amazon-mq'];
/** What a build makes. */
const BUILT = ['lib/index.js', 'lib/index.d.ts', '.jsii'];

let root: string;

/** A repository that can be released: the files of this one, with a dated changelog. */
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'release-'));
  for (const file of [...VERSION_PLACES.map((place) => place.file), ...READ]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    cpSync(path.join(ROOT, file), path.join(root, file));
  }
  for (const file of BUILT) write(file, '');
  write('CHANGELOG.md', read('CHANGELOG.md').replace(/^## .*$/m, `## ${versionOf(ROOT)} (2026-12-01)`));
  write('.gitignore', 'lib\n.jsii\n');
  for (const { file } of VERSION_PLACES) if (file.endsWith('.md')) write(file, published(read(file)));
  git('init', '--quiet', '--initial-branch', 'main');
  commit();
});
afterEach(() => rmSync(root, { recursive: true }));

/** A page as it is after the first release. */
function published(text: string): string {
  return text.replaceAll(new RegExp(UNPUBLISHED, 'g'), 'published');
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function edit(file: string, from: string | RegExp, to: string): void {
  const changed = read(file).replace(from, to);
  expect(changed).not.toBe(read(file));
  write(file, changed);
}

function git(...options: string[]): void {
  const author = ['-c', 'user.name=Releaser', '-c', 'user.email=releaser@example.com'];
  execFileSync('git', [...author, ...options], { cwd: root });
}

function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', 'Change');
}

function problems(...names: string[]): string[] {
  const checks = RELEASE_CHECKS.filter(({ name }) => names.length === 0 || names.includes(name));
  return checks.flatMap((check) => check.problems(root));
}

test('this repository names one version everywhere', () => {
  expect(otherVersions(ROOT, versionOf(ROOT))).toEqual([]);
});

test('a repository that has everything can be released', () => {
  expect(problems()).toEqual([]);
});

test('the README of each module is among the places of the version', () => {
  const readmes = readdirSync(path.join(ROOT, 'modules')).map((module) => `modules/${module}/README.md`);
  expect(VERSION_PLACES.map(({ file }) => file)).toEqual(expect.arrayContaining(readmes));
});

test('no other file names the version of something to download', () => {
  const tracked = execFileSync(
    'git',
    ['ls-files', '-z', ...['README.md', 'docs', 'modules', 'examples', '.github', 'action.yml', 'tools']],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  const places = VERSION_PLACES.map(({ file }) => file);
  const address = new RegExp(
    `(?:cdktf-amazon-mq|cdktn-amazon-mq|[?]ref=v|download/v)\\S{0,2}${versionOf(ROOT).replaceAll('.', '[.]')}`,
  );
  const naming = tracked
    .split('\0')
    .filter((file) => file !== '' && address.test(readFileSync(path.join(ROOT, file), 'utf8')));
  expect(naming.length).toBeGreaterThan(8);
  expect(naming.filter((file) => !places.includes(file))).toEqual([]);
});

const version = versionOf(ROOT);

test.each<[name: string, check: string, break_: () => void, problem: string]>([
  [
    'another version in the twin',
    'one version everywhere',
    () => edit('packages/cdktn/package.json', /"version": ".*"/, '"version": "9.9.9"'),
    `packages/cdktn/package.json names 9.9.9, not ${version} (1 times): run npm run release -- --set ${version}`,
  ],
  [
    'a sample that is not pinned',
    'one version everywhere',
    () => edit('modules/activemq/README.md', /\?ref=v[\d.]+/, ''),
    `modules/activemq/README.md names ${version}, ${version}, not ${version} (3 times): run npm run release -- --set ${version}`,
  ],
  [
    'a changelog without a date',
    'a dated changelog',
    () => edit('CHANGELOG.md', '2026-12-01', 'unreleased'),
    `CHANGELOG.md dates ${version} "unreleased": write the day of the release, such as 2026-12-01`,
  ],
  [
    'a changelog of another version',
    'a dated changelog',
    () => edit('CHANGELOG.md', `## ${version}`, '## 9.9.9'),
    `CHANGELOG.md begins with "9.9.9 (2026-12-01)", not with ${version}: add a section for the version`,
  ],
  [
    'a changelog that says nothing',
    'a dated changelog',
    () => write('CHANGELOG.md', `# Changelog\n\n## ${version} (2026-12-01)\n`),
    `CHANGELOG.md says nothing about ${version}: list what changed for users`,
  ],
  [
    'no upgrade guide',
    'an upgrade guide',
    () => write('docs/upgrading.md', '# Upgrading\n'),
    `docs/upgrading.md has no heading "From … to ${version.slice(0, version.lastIndexOf('.'))}": say what to change, or that nothing is`,
  ],
  [
    'a page that says that nothing is published',
    'pages that are true once it is published',
    () => write('README.md', 'The packages are **not published** on npm yet.\n'),
    'README.md says that nothing is published: say how to install the release',
  ],
  [
    'a branch',
    'a clean work tree of main, and a new tag',
    () => git('switch', '--quiet', '--create', 'feature'),
    'this is the branch "feature": release from main',
  ],
  [
    'a lock file with an address',
    'lock files without addresses',
    () => edit('package-lock.json', '"lockfileVersion"', '"resolved": "somewhere",\n  "lockfileVersion"'),
    'package-lock.json names download addresses: run npm install with the .npmrc of this repository',
  ],
  [
    'a library without its license',
    'licenses of the bundled libraries',
    () => edit('THIRD_PARTY_LICENSES', /^yaml /m, 'other '),
    'THIRD_PARTY_LICENSES does not name yaml, which the tarball has: add its license',
  ],
  [
    'a missing build',
    'a complete tarball',
    () => rmSync(path.join(root, '.jsii')),
    'the tarball has no .jsii: run npm run build',
  ],
  [
    'a tag that exists',
    'a clean work tree of main, and a new tag',
    () => git('tag', `v${version}`),
    `the tag v${version} exists: set the next version`,
  ],
])('is not released with %s', (_, check, break_, problem) => {
  break_();
  commit();
  expect(problems(check)).toEqual([problem]);
});

test('is not released with changes that are not committed', () => {
  write('new.txt', '');
  expect(problems('a clean work tree of main, and a new tag')).toEqual([
    'the work tree has changes: commit them\n?? new.txt',
  ]);
});

test('the check of pages knows each way in which this repository says that nothing is published', () => {
  const saying = [
    'README.md',
    ...['cdk-terrain', 'getting-started', 'languages', 'pipelines', 'python'].map((name) => `docs/${name}.md`),
  ];
  expect(saying.filter((file) => !UNPUBLISHED.test(readFileSync(path.join(ROOT, file), 'utf8')))).toEqual([]);
});

test('a new version is written into every place, and nowhere else', () => {
  setVersion(root, '9.8.7');
  expect(otherVersions(root, '9.8.7')).toEqual([]);
  expect(JSON.parse(read('package-lock.json')).packages['node_modules/get-package-type'].version).toBe('0.1.0');
});

test.each(['1.0', 'v1.0.0', 'latest', ''])('"%s" is no version', (wrong) => {
  expect(() => setVersion(root, wrong)).toThrow(
    `version is not semantic: got "${wrong}"; allowed: major.minor.patch, such as 1.0.0`,
  );
});

test('the command ends with 1 where a check fails, and names the checks', () => {
  const ended = spawnSync(
    process.execPath,
    ['-r', path.join(ROOT, 'tools', 'register-typescript.js'), path.join(ROOT, 'tools', 'release.ts'), '--dry-run'],
    { encoding: 'utf8' },
  );
  for (const { name } of RELEASE_CHECKS) expect(ended.stdout).toMatch(new RegExp(`^(ok    |FAILED) ${name}$`, 'm'));
  expect(ended.status).toBe(ended.stdout.includes('FAILED') ? 1 : 0);
}, 60_000);
