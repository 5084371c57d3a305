import { type JsonObject, listOf, objectOf, textOf } from '../../util/json';
import { lookup } from '../../util/lookup';
import { type JsonPart, type JsonReader } from './json-reader';
import { PlannedChange } from './planned-change';

/**
 * The data sources in the text of a plan's `prior_state`. They are the only resources that a plan holds nowhere else;
 * all others are passed over without being parsed.
 */
export function* dataSourcesIn(reader: JsonReader, priorState: JsonPart): Generator<JsonObject> {
  for (const resource of reader.objectsWith(priorState, 'mode', 'data')) yield objectOf(resource);
}

/** What a review knows by the data sources of a plan. */
export interface KnownByData {
  /** The VPCs of subnets and security groups, by their ids. */
  readonly vpcIds: Map<string, string>;
  /** Brokers that another stack has, as they are. */
  readonly brokers: PlannedChange[];
}

/** Notes what is known by some data sources, and passes them all on. */
export function* noting(dataSources: Iterable<JsonObject>, known: KnownByData): Generator<JsonObject> {
  const { vpcIds, brokers } = known;
  for (const source of dataSources) {
    if (source.type === 'aws_mq_broker') brokers.push(PlannedChange.unplanned(source));
    const values = objectOf(source.values);
    const vpc = lookup(VPC_OF, textOf(source.type))?.(values);
    if (vpc !== undefined) {
      for (const id of [values.id, ...listOf(values.ids)]) if (typeof id === 'string') vpcIds.set(id, vpc);
    }
    yield source;
  }
}

/** The VPC of what a data source is about, by its type. */
const VPC_OF: Readonly<Record<string, (values: JsonObject) => string | undefined>> = {
  aws_security_group: ({ vpc_id }) => textOf(vpc_id),
  aws_security_groups: ({ vpc_ids }) => onlyText(vpc_ids),
  aws_subnet: ({ vpc_id }) => textOf(vpc_id),
  aws_subnet_ids: ({ vpc_id }) => textOf(vpc_id),
  aws_subnets: ({ filter }) =>
    onlyText(
      listOf(filter)
        .map(objectOf)
        .find(({ name }) => name === 'vpc-id')?.values,
    ),
};

/** The one text in a list, if all are the same. */
function onlyText(values: unknown): string | undefined {
  const [text, ...others] = new Set(listOf(values).map(textOf));
  return others.length === 0 ? text : undefined;
}
