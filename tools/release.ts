// Checks what a release needs, and tags it:
//
//   npm run release -- --dry-run        checks only
//   npm run release -- --set 0.3.0      writes a version into every file that names it
//   npm run release                     checks, and makes the tag v… that you push
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { RELEASE_CHECKS } from './release/release-checks';
import { setVersion, versionOf } from './release/version-places';

const root = path.join(__dirname, '..');

const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' }, set: { type: 'string' } } });

if (values.set === undefined) release(values['dry-run'] ?? false);
else setVersion(root, values.set);

function release(isDryRun: boolean): void {
  const version = versionOf(root);
  const failed = RELEASE_CHECKS.filter(({ name, problems }) => {
    const found = problems(root);
    process.stdout.write(`${found.length === 0 ? 'ok    ' : 'FAILED'} ${name}\n`);
    for (const problem of found) process.stdout.write(`         ${problem.replaceAll('\n', '\n         ')}\n`);
    return found.length > 0;
  });
  if (failed.length > 0) {
    process.stdout.write(
      `\n${version} cannot be released: ${failed.length} of ${RELEASE_CHECKS.length} checks failed\n`,
    );
    process.exitCode = 1;
  } else if (isDryRun) {
    process.stdout.write(`\n${version} can be released; nothing was changed\n`);
  } else {
    execFileSync('git', ['tag', '--annotate', `v${version}`, '--message', `Version ${version}`], { cwd: root });
    process.stdout.write(`\ntagged v${version}: git push origin v${version} publishes it\n`);
  }
}
