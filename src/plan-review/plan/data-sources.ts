import { type JsonObject, objectOf, textOf } from './json';
import { type JsonPart, type JsonReader } from './json-reader';

/**
 * The data sources in the text of a plan's `prior_state`. They are the only resources that a plan holds nowhere else;
 * all others are passed over without being parsed.
 */
export function* dataSourcesIn(reader: JsonReader, priorState: JsonPart): Generator<JsonObject> {
  for (const resource of reader.objectsWith(priorState, 'mode', 'data')) yield objectOf(resource);
}

/** Notes the VPC of each subnet and security group among some data sources, by its id, and passes them all on. */
export function* notingVpcs(dataSources: Iterable<JsonObject>, vpcIds: Map<string, string>): Generator<JsonObject> {
  for (const source of dataSources) {
    const { id, vpc_id } = objectOf(source.values);
    if (IN_A_VPC.has(textOf(source.type) ?? '') && typeof id === 'string' && typeof vpc_id === 'string') {
      vpcIds.set(id, vpc_id);
    }
    yield source;
  }
}

const IN_A_VPC: ReadonlySet<string> = new Set(['aws_security_group', 'aws_subnet']);
