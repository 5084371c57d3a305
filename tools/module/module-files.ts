import { moduleJson } from './module-json';
import { readme } from './readme';
import { refusalTests } from './refusal-tests';
import { VARIABLES } from './variables';
import { variablesFile } from './variables-file';

/** The widest that is true: what the tests run with, and the provider in which data.aws_region has a region. */
export const VERSIONS = { terraform: '>= 1.5.7', aws: '>= 6.0' };

const HEAD = 'Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.';

/** Every file of the module that is made, by path below the module's folder. */
export function moduleFiles(): Record<string, string> {
  const { output, ...main } = moduleJson();
  const addresses = (blocks: object, prefix = '') =>
    Object.entries(blocks).flatMap(([type, named]) => Object.keys(named).map((name) => `${prefix}${type}.${name}`));
  const outputs = Object.fromEntries(
    Object.entries(output).map(([name, { description }]) => [`\`${name}\``, String(description)]),
  );
  const terraform = {
    required_version: VERSIONS.terraform,
    required_providers: { aws: { source: 'hashicorp/aws', version: VERSIONS.aws } },
  };
  return {
    'versions.tf.json': jsonFile({ terraform }),
    'variables.tf': variablesFile(HEAD, VARIABLES),
    'main.tf.json': jsonFile(main),
    'outputs.tf.json': jsonFile({ output }),
    'README.md': readme({
      versions: VERSIONS,
      resources: [...addresses(main.resource), ...addresses(main.data, 'data.')],
      outputs,
    }),
    'tests/refusals.tftest.hcl': refusalTests(),
  };
}

function jsonFile(content: object): string {
  return `${JSON.stringify({ '//': HEAD, ...content }, null, 2)}\n`;
}
