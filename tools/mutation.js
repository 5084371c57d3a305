// Changes the sources of a folder one place at a time and sees whether a test fails: npm run mutation -- endpoints
// A score below the threshold of stryker.config.mjs fails. docs/testing.md has the scores and explains the survivors.
// A large folder takes long: --sample 10 changes one block of lines in ten, always the same ones.
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { globSync } = require('tinyglobby');
const beginTemporaryFolder = require('../test/support/begin-temporary-folder.js');
const endTemporaryFolder = require('../test/support/end-temporary-folder.js');

const root = path.join(__dirname, '..');
const [folder = '', ...options] = process.argv.slice(2);

/** Lines of a block: enough that mutants which span a statement or a short function lie within one. */
const LINES_OF_BLOCK = 12;

/** One block of lines in `every`, over all files of the folder as if they were one text, as patterns for Stryker. */
function sampledBlocks(every) {
  const patterns = [];
  let block = 0;
  for (const file of globSync(`src/${folder}/**/*.ts`, { cwd: root }).sort()) {
    const lines = readFileSync(path.join(root, file), 'utf8').split('\n').length;
    for (let first = 1; first <= lines; first += LINES_OF_BLOCK) {
      if (block++ % every === 0) patterns.push(`${file}:${first}-${first + LINES_OF_BLOCK - 1}`);
    }
  }
  return patterns;
}

if (folder === '' || !existsSync(path.join(root, 'src', folder))) {
  console.error(
    `usage: npm run mutation -- FOLDER [--sample N] [options of Stryker]; FOLDER is one of src, such as endpoints: got "${folder}"`,
  );
  process.exit(2);
}

const at = options.indexOf('--sample');
if (at >= 0) {
  const [, every] = options.splice(at, 2);
  if (!/^[1-9]\d*$/.test(every ?? '')) {
    console.error(`--sample takes a whole number of 1 or more: got "${every ?? ''}"`);
    process.exit(2);
  }
  options.push('--mutate', sampledBlocks(Number(every)).join(','));
}

beginTemporaryFolder();
const stryker = path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const { status } = spawnSync(process.execPath, [stryker, 'run', 'stryker.config.mjs', ...options], {
  cwd: root,
  env: { ...process.env, MUTATION_FOLDER: folder },
  stdio: 'inherit',
});
endTemporaryFolder();
process.exit(status ?? 1);
