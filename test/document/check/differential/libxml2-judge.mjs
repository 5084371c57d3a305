// Judges documents by AWS's schemas with libxml2. Arguments: version=file. Input, for each document, a line of JSON
// [version, document]; output, for each, a line of JSON: "ok", or what is wrong.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

const validators = new Map(
  process.argv.slice(2).map((argument) => {
    const [version, file] = argument.split('=');
    return [version, XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(file)))];
  }),
);

for await (const line of createInterface({ input: process.stdin })) {
  const [version, text] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(verdict(validators.get(version), text))}\n`);
}

function verdict(validator, text) {
  let document;
  try {
    document = XmlDocument.fromString(text);
    validator.validate(document);
    return 'ok';
  } catch (error) {
    return error.message;
  } finally {
    document?.dispose();
  }
}
