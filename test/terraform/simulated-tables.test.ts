import { PROVIDER_ARGUMENTS, type ProviderArgument } from '../facts/provider-arguments';
import { type ArgumentTable } from './simulated-aws/argument-table';
import { dataSourceTypes, resourceTypes } from './simulated-aws/resource-types';
import { MQ_BROKER_TABLE } from './simulated-aws/resources/mq-broker';
import { MQ_CONFIGURATION_TABLE } from './simulated-aws/resources/mq-configuration';

describe('the tables of the simulated provider', () => {
  it('name only arguments that the bindings have', () => {
    const unknown = [...resourceTypes(), ...dataSourceTypes()].flatMap(([name, { schema, table }]) => {
      const has = ([first, ...rest]: string[], block = schema): boolean => {
        const nested = block.blocks.find((candidate) => candidate.name === first);
        if (rest.length > 0) return nested !== undefined && has(rest, nested.block);
        return nested !== undefined || block.attributes.some((attribute) => attribute.name === first);
      };
      const common = ['region', 'tags_all'];
      const paths = Object.keys(table ?? {}).filter((argument) => !common.includes(argument));
      return paths.filter((argument) => !has(argument.split('.'))).map((argument) => `${name}.${argument}`);
    });
    expect(unknown).toEqual([]);
  });

  it.each([
    ['aws_mq_broker', MQ_BROKER_TABLE],
    ['aws_mq_configuration', MQ_CONFIGURATION_TABLE],
  ] as const)('say of %s what the provider does', (type, table: ArgumentTable) => {
    const gathered = PROVIDER_ARGUMENTS[type];
    const common = ['region', 'tags', 'tags_all'];
    const names = Object.keys(gathered).filter((name) => !common.includes(name) && !name.startsWith('timeouts.'));
    const said = (name: string) => {
      const { computed = false, forceNew = false, sensitive = false, check, same, keptAtDefaults } = table[name] ?? {};
      return {
        computed,
        forceNew,
        sensitive,
        validated: check !== undefined,
        suppressesDifferences: same !== undefined || keptAtDefaults === true,
        default: table[name]?.default,
      };
    };
    const known = (argument: ProviderArgument) => ({
      computed: false,
      forceNew: false,
      sensitive: false,
      validated: false,
      suppressesDifferences: false,
      default: undefined,
      ...argument,
      effect: undefined,
      planned: undefined,
      ofTerraform: undefined,
      note: undefined,
    });
    expect(Object.fromEntries(names.map((name) => [name, said(name)]))).toEqual(
      Object.fromEntries(names.map((name) => [name, known(gathered[name])])),
    );
  });
});
