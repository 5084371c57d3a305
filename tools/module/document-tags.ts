import { literal } from './expression';

const START_TAG = `<([A-Za-z][\\w.:-]*)((?:\\s+[\\w.:-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*/?>`;
const ATTRIBUTE = `([\\w.:-]+)\\s*=\\s*(?:"[^"]*"|'[^']*')`;

/** Start tags of a document: each a list of name and attributes. */
export function startTags(document: string): string {
  return `regexall(${literal(START_TAG)}, ${document})`;
}

/** Names of the attributes in the text of a start tag. */
export function attributeNames(attributes: string): string {
  return `[for attribute in regexall(${literal(ATTRIBUTE)}, ${attributes}) : attribute[0]]`;
}
