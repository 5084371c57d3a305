// Puts the command into one file: it loads more than a hundred modules to review a plan, and to find them takes Node.js as
// long as a tenth of the review.
const path = require('node:path');
const { buildSync } = require('esbuild');

/** Bundles the compiled command, without the libraries, which are in the package as they were published. */
exports.bundleCommand = (lib) =>
  buildSync({
    entryPoints: [path.join(lib, 'cli', 'main.js')],
    outfile: path.join(lib, 'cli.js'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
