import { type JsonObject, objectOf } from './json';
import { type JsonPart, type JsonReader } from './json-reader';

/**
 * The data sources in the text of a plan's `prior_state`. They are the only resources that a plan holds nowhere else;
 * all others are passed over without being parsed.
 */
export function* dataSourcesIn(reader: JsonReader, priorState: JsonPart): Generator<JsonObject> {
  for (const resource of reader.objectsWith(priorState, 'mode', 'data')) yield objectOf(resource);
}
