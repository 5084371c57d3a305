// The default document read, checked and written, over and over.
const { canonicalXml } = require('../../lib/configuration/canonical-xml');
const { checkDocument } = require('../../lib/configuration/check-document');
const { parseXml } = require('../../lib/configuration/parse-xml');
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
