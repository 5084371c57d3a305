// Puts the review into one file, lib/plan-review.js, which Node.js loads instead of the folder of this name: it is more than a
// hundred modules, and to find them took as long as a tenth of the review of a large plan. What others use too stays outside.
const { writeFileSync } = require('node:fs');
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

/** Node.js reads a file of ASCII alone faster, and keeps half as much of it. esbuild leaves templates and patterns as they are. */
function inAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

build({
  entryPoints: [path.join(folder, 'index.js')],
  write: false,
  bundle: true,
  packages: 'external',
  plugins: [onlyOfFolder],
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
}).then(({ outputFiles: [{ text }] }) => writeFileSync(`${folder}.js`, inAscii(text)));
