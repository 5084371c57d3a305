// Compiles src/ to lib/ with jsii, and bundles the review. Two reminders of jsii that are not about this package are left out:
// the age of the Node release that runs the compiler, and that peers are developed against a version above their minimum
// (constructs 10.6 suits both CDKTF and its fork). npm runs it after an install and before most commands: it does nothing
// where nothing changed.
const { execFileSync } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { makeRequiresLazy } = require('./lazy-requires');

const root = path.join(__dirname, '..');
const src = path.join(root, 'src');
const lib = path.join(root, 'lib');
const modules = path.join(root, 'node_modules');
/** What a build depends on or writes, beside src and lib. */
const BUILT_FROM = [
  '.jsii',
  'README.md',
  'node_modules/.package-lock.json',
  'package.json',
  'tools/build.js',
  'tools/bundle-review.js',
  'tools/lazy-requires.js',
  'tsconfig.json',
];
/** The hash of what the last build read and wrote. */
const stamp = path.join(modules, '.cache', 'build-hash');
/** The libraries in the tarball: those that the package names, and what they need themselves. */
const BUNDLED = [...require('../package.json').bundledDependencies, 'xmlchars'];

if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === buildHash()) process.exit(0);

process.env.JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION = '20';
process.argv.push('--silence-warnings=reserved-word', '--silence-warnings=metadata/missing-dev-dependency');
process.on('exit', (code) => {
  if (code !== 0) return;
  removeLeftovers();
  removeSourceMapsOfOthers();
  makeRequiresLazy(lib);
  execFileSync(process.execPath, [path.join(__dirname, 'bundle-review.js')], { stdio: 'inherit' });
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, buildHash());
});
require('jsii/bin/jsii');

/** The hash of sources, settings, tools, and what is built: what was changed or removed there is built again. */
function buildHash() {
  const folders = ['src', 'lib'].flatMap((folder) =>
    fs.existsSync(path.join(root, folder))
      ? fs.readdirSync(path.join(root, folder), { recursive: true }).map((name) => path.join(folder, name))
      : [],
  );
  const hash = crypto.createHash('sha256');
  for (const name of [...BUILT_FROM, ...folders.sort()]) {
    const file = path.join(root, name);
    hash.update(`${name}\0`);
    if (fs.existsSync(file) && fs.statSync(file).isFile()) hash.update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

/** What was compiled from a source that is gone would still be packed. */
function removeLeftovers() {
  for (const file of fs.readdirSync(lib, { recursive: true })) {
    const source = file.replace(/(\.d\.ts|\.js)$/, '.ts');
    if (source !== file && !fs.existsSync(path.join(src, source))) fs.rmSync(path.join(lib, file));
  }
}

/** npm packs the bundled libraries as they are installed. Their source maps lead to sources that are not in the tarball. */
function removeSourceMapsOfOthers() {
  for (const name of BUNDLED) {
    for (const file of fs.readdirSync(path.join(modules, name), { recursive: true })) {
      if (file.endsWith('.map')) fs.rmSync(path.join(modules, name, file));
    }
  }
}
