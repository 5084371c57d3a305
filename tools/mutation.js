// Changes the sources of a folder one place at a time and sees whether a test fails: npm run mutation -- endpoints
// A score below the threshold of stryker.config.mjs fails. docs/testing.md has the scores and explains the survivors.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const [folder = '', ...options] = process.argv.slice(2);

if (folder === '' || !existsSync(path.join(root, 'src', folder))) {
  console.error(
    `usage: npm run mutation -- FOLDER [options of Stryker]; FOLDER is one of src, such as endpoints: got "${folder}"`,
  );
  process.exit(2);
}

const stryker = path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const { status } = spawnSync(process.execPath, [stryker, 'run', 'stryker.config.mjs', ...options], {
  cwd: root,
  env: { ...process.env, MUTATION_FOLDER: folder },
  stdio: 'inherit',
});
process.exit(status ?? 1);
