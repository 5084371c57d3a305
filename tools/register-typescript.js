// Lets node run the TypeScript of examples, tools and test servers as it stands: `node -r ./tools/register-typescript file.ts`.
// The package's own name leads to the sources, or with AMAZON_MQ_PACKAGE=lib to what was built.
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');

const root = path.join(__dirname, '..');
const self = {
  'cdktf-amazon-mq': path.join(root, process.env.AMAZON_MQ_PACKAGE === 'lib' ? 'lib/index.js' : 'src/index.ts'),
};

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return resolveFilename.call(this, self[request] ?? request, ...rest);
};

Module._extensions['.ts'] = function (module, filename) {
  const { code } = transformSync(fs.readFileSync(filename, 'utf8'), {
    filename,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  });
  module._compile(code, filename);
};
