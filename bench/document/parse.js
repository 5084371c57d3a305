// The bare parser, as src/configuration/parse-xml.ts sets it: node parse.js ENTRIES
const { SaxesParser } = require('saxes');
const { start } = require('../usage');
const { policyDocument } = require('./policy-document');

const text = policyDocument(Number(process.argv[2]));
start();
new SaxesParser({ xmlns: true }).write(text).close();
