import fs from 'node:fs';
import path from 'node:path';
import type { ArgumentTable } from './simulated-aws/argument-table';
import { dataSourceTypes, resourceTypes } from './simulated-aws/resource-types';
import { MQ_BROKER_TABLE } from './simulated-aws/resources/mq-broker';
import { MQ_CONFIGURATION_TABLE } from './simulated-aws/resources/mq-configuration';

interface Facts {
  readonly arguments: Record<string, ArgumentFacts>;
}

interface ArgumentFacts {
  readonly computed: boolean;
  readonly forceNew: boolean;
  readonly sensitive?: boolean;
  readonly default?: unknown;
  readonly validate?: string;
  readonly diffSuppress?: string;
}

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

  const facts = path.join(__dirname, '..', '..', '..', 'shared', 'facts', 'provider.json');
  const isThere = fs.existsSync(facts);
  if (!isThere)
    process.stderr.write(
      '\nSKIPPED: comparing the simulated provider with the gathered facts (not beside this repository)\n\n',
    );

  (isThere ? it : it.skip).each([
    ['aws_mq_broker', MQ_BROKER_TABLE],
    ['aws_mq_configuration', MQ_CONFIGURATION_TABLE],
  ])('say of %s what was gathered about the provider', (type, table: ArgumentTable) => {
    const gathered = (JSON.parse(fs.readFileSync(facts, 'utf8')) as Record<string, Facts>)[type].arguments;
    const common = ['region', 'tags', 'tags_all'];
    const names = Object.keys(gathered).filter((name) => !common.includes(name) && !name.startsWith('timeouts.'));
    const said = (name: string) => {
      const { computed = false, forceNew = false, sensitive = false, check, same, keptWhenRemoved } = table[name] ?? {};
      const isSuppressed = same !== undefined || keptWhenRemoved === true;
      return {
        computed,
        forceNew,
        sensitive,
        isChecked: check !== undefined,
        isSuppressed,
        default: table[name]?.default,
      };
    };
    const known = ({ computed, forceNew, sensitive = false, validate, diffSuppress, ...rest }: ArgumentFacts) => ({
      computed,
      forceNew,
      sensitive,
      isChecked: validate !== undefined,
      isSuppressed: diffSuppress !== undefined,
      default: rest.default,
    });
    expect(Object.fromEntries(names.map((name) => [name, said(name)]))).toEqual(
      Object.fromEntries(names.map((name) => [name, known(gathered[name])])),
    );
  });
});
