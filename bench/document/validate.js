// The same document checked by libxml2 against the schema, compiled to WebAssembly: node validate.js ENTRIES SCHEMA
const fs = require('node:fs');
const { validateXML } = require('xmllint-wasm');
const { start } = require('../usage');
const { policyDocument } = require('./policy-document');

const [entries, schema] = process.argv.slice(2);
const contents = policyDocument(Number(entries));
const schemaText = fs.readFileSync(schema, 'utf8');
start();
validateXML({
  xml: { fileName: 'document.xml', contents },
  schema: schemaText,
  initialMemoryPages: 4096,
  maxMemoryPages: 16384,
}).then(({ valid, errors }) => {
  if (!valid) throw new Error(`unexpected: ${errors[0].message}`);
});
