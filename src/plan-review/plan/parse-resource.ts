import { type JsonPart, type JsonReader } from './json-reader';

const BEFORE = Buffer.from('"change":{"actions":["no-op"],"before":');
const AFTER = Buffer.from(',"after":');

/**
 * Parses an item of `resource_changes`. Of a resource that stays as it is, which most are, Terraform writes all values
 * twice; the second time they are left out.
 */
export function parseResource(reader: JsonReader, part: JsonPart): unknown {
  const bytes = reader.bytes.subarray(part.start, part.end);
  const before = bytes.indexOf(BEFORE) + BEFORE.length;
  const after = before < BEFORE.length ? -1 : bytes.indexOf(AFTER, before);
  const again = after + AFTER.length;
  const end = again + after - before;
  if (after === -1 || bytes.compare(bytes, again, Math.min(end, bytes.length), before, after) !== 0) {
    return reader.parse(part);
  }
  try {
    return JSON.parse(reader.text(part.start, part.start + after) + reader.text(part.start + end, part.end));
  } catch {
    // What stood there twice was a part of a value: without it the brackets do not match.
    return reader.parse(part);
  }
}
