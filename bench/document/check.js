// A document read, checked and written in the form Amazon MQ stores: node check.js ENTRIES [WARM-ROUNDS]
const { canonicalXml } = require('../../lib/configuration/canonical-xml');
const { checkDocument } = require('../../lib/configuration/check-document');
const { parseXml } = require('../../lib/configuration/parse-xml');
const { start } = require('../usage');
const { policyDocument } = require('./policy-document');

const [entries, warmRounds = 0] = process.argv.slice(2).map(Number);
const text = policyDocument(entries);
// What is loaded once, with the first document, is not what a document costs.
check('<broker xmlns="http://activemq.apache.org/schema/core"/>');
for (let round = 0; round < warmRounds; round++) check(text);
start();
check(text);

function check(document) {
  const source = parseXml(document);
  const findings = checkDocument(source, { engineVersion: '5.19', authenticationStrategy: 'simple' });
  canonicalXml(source.root);
  if (findings.length > 0) throw new Error(`unexpected: ${findings[0].message}`);
}
