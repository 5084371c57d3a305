// Compiles src/ to lib/ with jsii, without two reminders that are not about this package: the age of the Node release
// that runs the compiler, and that peers are developed against a version above their minimum (constructs 10.6 suits
// both CDKTF and its fork).
process.env.JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION = '20';
process.argv.push('--silence-warnings=reserved-word', '--silence-warnings=metadata/missing-dev-dependency');
require('jsii/bin/jsii');
