import { COMMON_TABLE, type DataSourceType, type ResourceType } from './resource';
import { ACCOUNT_DATA_SOURCES } from './resources/account-data';
import { mqBroker } from './resources/mq-broker';
import { mqConfiguration } from './resources/mq-configuration';
import { NETWORK_RESOURCES } from './resources/network';
import { OPERATIONS_DATA_SOURCES, OPERATIONS_RESOURCES } from './resources/operations';
import { SECRET_DATA_SOURCES, SECRET_RESOURCES } from './resources/secrets';
import { type Block } from './schema';
import { schemaFromBindings } from './schema-from-bindings';

/** All resource types that the simulated provider has. */
const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  aws_mq_broker: mqBroker,
  aws_mq_configuration: mqConfiguration,
  ...NETWORK_RESOURCES,
  ...OPERATIONS_RESOURCES,
  ...SECRET_RESOURCES,
};

const DATA_SOURCE_TYPES: Readonly<Record<string, DataSourceType>> = {
  ...ACCOUNT_DATA_SOURCES,
  ...OPERATIONS_DATA_SOURCES,
  ...SECRET_DATA_SOURCES,
};

export type WithSchema<T> = T & { readonly schema: Block };

export function resourceTypes(): Map<string, WithSchema<ResourceType>> {
  return withSchemas(RESOURCE_TYPES);
}

export function dataSourceTypes(): Map<string, WithSchema<DataSourceType>> {
  return withSchemas(DATA_SOURCE_TYPES);
}

function withSchemas<T extends ResourceType | DataSourceType>(
  types: Readonly<Record<string, T>>,
): Map<string, WithSchema<T>> {
  return new Map(
    Object.entries(types).map(([name, type]) => {
      const table = { ...COMMON_TABLE, ...type.table };
      return [name, { ...type, table, schema: schemaFromBindings(type.bindings, table) }];
    }),
  );
}
