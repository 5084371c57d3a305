// Puts the review into one file, lib/plan-review.js, which Node.js loads instead of the folder of this name: it is more than a
// hundred modules, and to find them took as long as a tenth of the review of a large plan. What others use too stays outside.
const path = require('node:path');
const { build } = require('esbuild');

const lib = path.join(__dirname, '..', 'lib');
const folder = path.join(lib, 'plan-review');

const onlyOfFolder = {
  name: 'only-of-folder',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path: request, resolveDir }) => {
      const module = path.resolve(resolveDir, request);
      if (module.startsWith(`${folder}${path.sep}`)) return undefined;
      return { path: `./${path.relative(lib, module).replaceAll(path.sep, '/')}`, external: true };
    });
  },
};

build({
  entryPoints: [path.join(folder, 'index.js')],
  outfile: `${folder}.js`,
  bundle: true,
  packages: 'external',
  plugins: [onlyOfFolder],
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});
