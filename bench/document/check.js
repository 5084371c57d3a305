// A document read and checked, as the command does, or with --canonical also written in the form Amazon MQ stores, as a
// construct does: node check.js ENTRIES [WARM-ROUNDS ROUNDS] [--canonical]
const { canonicalXml } = require('../../lib/document/xml/canonical-xml');
const { checkDocument } = require('../../lib/document/check/check-document');
const { parseXml } = require('../../lib/document/xml/parse-xml');
const { measure } = require('./measure');
const { policyDocument } = require('./policy-document');

const isCanonical = process.argv.at(-1) === '--canonical';
const [entries, ...rounds] = process.argv.slice(2, isCanonical ? -1 : undefined).map(Number);
const text = policyDocument(entries);
// What is loaded once, with the first document, is not what a document costs.
check('<broker xmlns="http://activemq.apache.org/schema/core"/>');
measure(() => check(text), ...rounds);

function check(document) {
  const source = parseXml(document);
  const findings = checkDocument(source, { engineVersion: '5.19', authenticationStrategy: 'simple' });
  if (isCanonical) canonicalXml(source.root);
  if (findings.length > 0) throw new Error(`unexpected: ${findings[0].message}`);
}
