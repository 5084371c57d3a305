// Compiles src/ to lib/ with jsii, without two reminders that are not about this package: the age of the Node release
// that runs the compiler, and that peers are developed against a version above their minimum (constructs 10.6 suits
// both CDKTF and its fork).
const path = require('node:path');
const { makeRequiresLazy } = require('./lazy-requires');

process.env.JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION = '20';
process.argv.push('--silence-warnings=reserved-word', '--silence-warnings=metadata/missing-dev-dependency');
process.on('exit', (code) => {
  if (code === 0) makeRequiresLazy(path.join(__dirname, '..', 'lib'));
});
require('jsii/bin/jsii');
