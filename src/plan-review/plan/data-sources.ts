import { type JsonObject, objectOf } from './json';
import { type JsonPart, type JsonReader } from './json-reader';

/** What makes a resource a data source, as Terraform writes it and as programs lay it out that make JSON readable. */
const MODE = ['"mode":"data"', '"mode": "data"'];

/**
 * The data sources in the text of a plan's `prior_state`. They are the only resources that a plan holds nowhere else;
 * all others are passed over without being parsed.
 */
export function* dataSourcesIn(reader: JsonReader, priorState: JsonPart): Generator<JsonObject> {
  for (const resource of reader.objectsWith(priorState, ...MODE)) yield objectOf(resource);
}
