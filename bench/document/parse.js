// The bare parser, as src/document/xml/parse-xml.ts sets it, with the same events asked for: without, it would not even
// cut the text into pieces. node parse.js ENTRIES [WARM-ROUNDS ROUNDS]
const { SaxesParser } = require('saxes');
const { measure } = require('./measure');
const { policyDocument } = require('./policy-document');

const EVENTS = ['doctype', 'attribute', 'opentag', 'closetag', 'text', 'cdata'];

const [entries, ...rounds] = process.argv.slice(2).map(Number);
const text = policyDocument(entries);
parse('<broker xmlns="http://activemq.apache.org/schema/core"/>');
measure(() => parse(text), ...rounds);

function parse(document) {
  const parser = new SaxesParser({ xmlns: true });
  for (const event of EVENTS) parser.on(event, () => {});
  parser.write(document).close();
}
