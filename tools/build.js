// Compiles src/ to lib/ with jsii, without two reminders that are not about this package: the age of the Node release
// that runs the compiler, and that peers are developed against a version above their minimum (constructs 10.6 suits
// both CDKTF and its fork).
const fs = require('node:fs');
const path = require('node:path');
const { makeRequiresLazy } = require('./lazy-requires');

const src = path.join(__dirname, '..', 'src');
const lib = path.join(__dirname, '..', 'lib');
const modules = path.join(__dirname, '..', 'node_modules');
/** The libraries in the tarball: those that the package names, and what they need themselves. */
const BUNDLED = [...require('../package.json').bundledDependencies, 'xmlchars'];

process.env.JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION = '20';
process.argv.push('--silence-warnings=reserved-word', '--silence-warnings=metadata/missing-dev-dependency');
process.on('exit', (code) => {
  if (code !== 0) return;
  removeLeftovers();
  removeSourceMapsOfOthers();
  makeRequiresLazy(lib);
});
require('jsii/bin/jsii');

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
