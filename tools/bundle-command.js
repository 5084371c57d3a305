// Puts the modules that only the command has into one file, lib/cli.js: they are a hundred, and to find them takes Node.js as
// long as a tenth of the review of a large plan. What the constructs use too is loaded from where they load it.
const path = require('node:path');
const { build } = require('esbuild');

const lib = path.join(__dirname, '..', 'lib');
const { files } = require('../package.json');
/** The folders that package.json leaves out of the tarball, because they are in the bundle. */
const [, folders] = /!lib\/\{(.+)\}\//.exec(files.find((pattern) => pattern.startsWith('!lib/{')));

/** Leaves alone what is in no folder of the command. */
const onlyOfCommand = {
  name: 'only-of-command',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path: request, resolveDir }) => {
      const module = path.relative(lib, path.resolve(resolveDir, request)).replaceAll(path.sep, '/');
      const isBundled = module.startsWith('../') || folders.split(',').includes(module.split('/')[0]);
      return isBundled ? undefined : { path: `./${module}`, external: true };
    });
  },
};

build({
  entryPoints: [path.join(lib, 'cli', 'main.js')],
  outfile: path.join(lib, 'cli.js'),
  bundle: true,
  packages: 'external',
  plugins: [onlyOfCommand],
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});
