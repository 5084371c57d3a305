// The default document read, checked and written, over and over.
const { canonicalXml } = require('../../lib/configuration/canonical-xml');
const { checkDocument } = require('../../lib/configuration/check-document');
const { parseXml } = require('../../lib/configuration/parse-xml');
const { DURABLE_DOCUMENT } = require('../durable-document');
const { start } = require('../usage');
const { ROUNDS } = require('./warm-rounds');

const options = { engineVersion: '5.19', authenticationStrategy: 'simple' };

function once() {
  const source = parseXml(DURABLE_DOCUMENT);
  checkDocument(source, options);
  return canonicalXml(source.root);
}

for (let round = 0; round < ROUNDS; round++) once();
start();
for (let round = 0; round < ROUNDS; round++) once();
