import { type JsonPart, type JsonReader } from './json-reader';

const BEFORE = '"change":{"actions":["no-op"],"before":';
const AFTER = ',"after":';

/**
 * Parses an item of `resource_changes`. Of a resource that stays as it is, which most are, Terraform writes all values
 * twice; the second time they are left out.
 */
export function parseResource(reader: JsonReader, part: JsonPart): unknown {
  const text = reader.text(part.start, part.end);
  const before = text.indexOf(BEFORE) + BEFORE.length;
  const after = before < BEFORE.length ? -1 : text.indexOf(AFTER, before);
  const again = after + AFTER.length;
  const end = again + after - before;
  if (after === -1 || text.slice(before, after) !== text.slice(again, end)) return JSON.parse(text);
  try {
    return JSON.parse(text.slice(0, after) + text.slice(end));
  } catch {
    // What stood there twice was a part of a value: without it the brackets do not match.
    return JSON.parse(text);
  }
}
