// The default document read, checked and written, over and over.
const { canonicalXml } = require('../../lib/document/xml/canonical-xml');
const { checkDocument } = require('../../lib/document/check/check-document');
const { parseXml } = require('../../lib/document/xml/parse-xml');
const { DURABLE_DOCUMENT } = require('../durable-document');
const { measure } = require('./measure');

const options = { engineVersion: '5.19', authenticationStrategy: 'simple' };

const ROUNDS = 1000;
measure(
  () => {
    const source = parseXml(DURABLE_DOCUMENT);
    checkDocument(source, options);
    return canonicalXml(source.root);
  },
  ROUNDS,
  ROUNDS,
);
