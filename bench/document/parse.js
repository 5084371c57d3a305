// The bare parser, as src/configuration/parse-xml.ts sets it, with the same events asked for: without, it would not even
// cut the text into pieces. node parse.js ENTRIES [WARM-ROUNDS]
const { SaxesParser } = require('saxes');
const { start } = require('../usage');
const { policyDocument } = require('./policy-document');

const EVENTS = ['error', 'doctype', 'opentag', 'closetag', 'text', 'cdata'];

const [entries, warmRounds = 0] = process.argv.slice(2).map(Number);
const text = policyDocument(entries);
parse('<broker xmlns="http://activemq.apache.org/schema/core"/>');
for (let round = 0; round < warmRounds; round++) parse(text);
start();
parse(text);

function parse(document) {
  const parser = new SaxesParser({ xmlns: true });
  for (const event of EVENTS) parser.on(event, () => {});
  parser.write(document).close();
}
