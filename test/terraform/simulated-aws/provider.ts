import { Account } from './account';
import { type ArgumentTable } from './argument-table';
import { plan, replacements, type Step, violations } from './plan';
import { type DataSourceType, type ResourceType, type Scope } from './resource';
import { dataSourceTypes, resourceTypes, type WithSchema } from './resource-types';
import { type Block, conform, schemaMessage } from './schema';
import { schemaFromBindings } from './schema-from-bindings';
import {
  blocks,
  fromMsgpack,
  holdsUnknown,
  isUnknown,
  isValues,
  isZero,
  sameValue,
  text,
  toMsgpack,
  Unknown,
  type Value,
  type Values,
} from './value';

interface DynamicValue {
  readonly msgpack: Uint8Array;
  readonly json: Uint8Array;
}

type Request = Record<string, DynamicValue & string>;
type Response = Record<string, unknown>;

/** How one provider block of a stack is configured. */
interface Configuration {
  readonly region: string;
  readonly defaultTags: Values;
}

const UNCONFIGURED: Configuration = { region: 'us-east-1', defaultTags: {} };

/**
 * The simulated provider: answers the calls of the plugin protocol from the schemas and types, against one simulated
 * account. A connection is one provider block of a stack, so each has its own region.
 */
export class SimulatedProvider {
  account = new Account();
  readonly #resources = resourceTypes();
  readonly #dataSources = dataSourceTypes();
  readonly #schema = schemaFromBindings('provider', PROVIDER_TABLE);
  readonly #configurations = new Map<string, Configuration>();

  GetSchema(): Response {
    const schemas = (types: Map<string, WithSchema<ResourceType | DataSourceType>>) =>
      Object.fromEntries([...types].map(([name, { schema }]) => [name, schemaMessage(schema)]));
    return {
      provider: schemaMessage(this.#schema),
      resource_schemas: schemas(this.#resources),
      data_source_schemas: schemas(this.#dataSources),
    };
  }

  PrepareProviderConfig({ config }: Request): Response {
    return { prepared_config: config };
  }

  Configure({ config }: Request, connection: string): Response {
    const values = decode(config) as Values;
    const tags = blocks(values.default_tags)[0]?.tags;
    this.#configurations.set(connection, {
      region: text(values.region) || UNCONFIGURED.region,
      defaultTags: isValues(tags) ? tags : {},
    });
    return {};
  }

  ValidateResourceTypeConfig({ type_name, config }: Request): Response {
    return validation(this.#resource(type_name), config);
  }

  ValidateDataSourceConfig({ type_name, config }: Request): Response {
    return validation(this.#dataSource(type_name), config);
  }

  UpgradeResourceState({ type_name, raw_state }: Request): Response {
    const state = JSON.parse(Buffer.from(raw_state.json).toString()) as Values;
    return { upgraded_state: encode(this.#resource(type_name).schema, state) };
  }

  async ReadResource({ type_name, current_state, private: keep }: Request, connection: string): Promise<Response> {
    const type = this.#resource(type_name);
    const state = decode(current_state) as Values;
    const read = await type.read(state, this.#scope(state, connection));
    return { new_state: encode(type.schema, read && { ...state, ...read }), private: keep };
  }

  PlanResourceChange(request: Request, connection: string): Response {
    const { type_name, prior_state, proposed_new_state, config, prior_private } = request;
    const type = this.#resource(type_name);
    const prior = decode(prior_state);
    const answer = { planned_private: prior_private, legacy_type_system: true };
    if (decode(proposed_new_state) === null) return { ...answer, planned_state: proposed_new_state };
    const general = this.#planGeneral(
      type,
      prior,
      plan(type.schema, type.table ?? {}, prior, decode(config) as Values),
      connection,
    );
    const planned = type.customizePlan?.(prior, general) ?? general;
    return {
      ...answer,
      planned_state: encode(type.schema, planned),
      requires_replace: prior ? replacements(type.schema, type.table ?? {}, prior, planned).map(attributePath) : [],
    };
  }

  async ApplyResourceChange(request: Request, connection: string): Promise<Response> {
    const { type_name, prior_state, planned_state, planned_private } = request;
    const type = this.#resource(type_name);
    const prior = decode(prior_state);
    const planned = decode(planned_state);
    const scope = this.#scope(planned ?? prior ?? {}, connection);
    const answer = { private: planned_private, legacy_type_system: true };
    try {
      const state = await (prior && planned
        ? type.update(prior, planned, scope)
        : planned && type.create(known(planned), scope));
      if (prior && !planned) await type.delete(prior, scope);
      return { ...answer, new_state: encode(type.schema, state && known(state)) };
    } catch (error) {
      return { ...answer, new_state: prior_state, diagnostics: [diagnostic(error)] };
    }
  }

  async ImportResourceState({ type_name, id }: Request, connection: string): Promise<Response> {
    const type = this.#resource(type_name);
    const state = await type.read({ id }, this.#scope({}, connection));
    if (!state) throw new Error(`there is no ${type_name} with the id ${id}`);
    return { imported_resources: [{ type_name, state: encode(type.schema, { id, ...state }) }] };
  }

  async ReadDataSource({ type_name, config }: Request, connection: string): Promise<Response> {
    const type = this.#dataSource(type_name);
    const values = decode(config) as Values;
    const scope = this.#scope(values, connection);
    const state = await type.read(values, scope);
    return {
      state: encode(type.schema, {
        region: scope.region,
        ...state,
        ...(isZero(state.region) && { region: scope.region }),
      }),
    };
  }

  Stop(): Response {
    return {};
  }

  #resource(name: string): WithSchema<ResourceType> {
    return typeNamed(this.#resources, name);
  }

  #dataSource(name: string): WithSchema<DataSourceType> {
    return typeNamed(this.#dataSources, name);
  }

  #configuration(connection: string): Configuration {
    return this.#configurations.get(connection) ?? UNCONFIGURED;
  }

  #scope(values: Values, connection: string): Scope {
    return { account: this.account, region: text(values.region) || this.#configuration(connection).region };
  }

  /** What the provider plans for every resource: the region, and the tags with those that all resources get. */
  #planGeneral(
    { schema }: WithSchema<ResourceType>,
    prior: Values | null,
    planned: Values,
    connection: string,
  ): Values {
    const { region, defaultTags } = this.#configuration(connection);
    const has = (name: string) => schema.attributes.some((attribute) => attribute.name === name);
    return {
      ...planned,
      ...(has('region') && isUnknown(planned.region) && { region }),
      ...(has('tags_all') && { tags_all: allTags(defaultTags, planned.tags, prior) }),
    };
  }
}

const PROVIDER_TABLE: ArgumentTable = {
  access_key: { sensitive: true },
  secret_key: { sensitive: true },
};

function allTags(defaults: Values, tags: Value, prior: Values | null): Value {
  if (holdsUnknown(tags)) return Unknown.VALUE;
  const all = { ...defaults, ...(isValues(tags) ? tags : {}) };
  if (prior) return sameValue(prior.tags_all, all) ? prior.tags_all : all;
  return Object.keys(all).length === 0 ? Unknown.VALUE : all;
}

/** What is left unknown once it is applied was not answered. */
function known(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, knownValue(value)]));
}

function knownValue(value: Value): Value {
  if (isUnknown(value)) return null;
  if (Array.isArray(value)) return value.map(knownValue);
  return isValues(value) ? known(value) : value;
}

function typeNamed<T>(types: Map<string, T>, name: string): T {
  const type = types.get(name);
  if (!type)
    throw new Error(`the simulated provider has no ${name}: add it to test/terraform/simulated-aws/resource-types.ts`);
  return type;
}

function validation({ schema, table }: WithSchema<ResourceType | DataSourceType>, config: DynamicValue): Response {
  return {
    diagnostics: violations(schema, table ?? {}, decode(config) as Values).map(({ steps, summary, detail }) => ({
      severity: 'ERROR',
      summary,
      detail,
      attribute: attributePath(steps),
    })),
  };
}

/** An error as Terraform shows it. */
export function diagnostic(error: unknown): Response {
  return { severity: 'ERROR', summary: error instanceof Error ? error.message : String(error) };
}

function attributePath(steps: readonly Step[]): Response {
  return {
    steps: steps.map((step) => (typeof step === 'number' ? { element_key_int: step } : { attribute_name: step })),
  };
}

function decode({ msgpack }: DynamicValue): Values | null {
  return fromMsgpack(msgpack) as Values | null;
}

function encode(schema: Block, values: Values | null): { msgpack: Buffer } {
  return { msgpack: toMsgpack(values && conform(schema, values)) };
}
