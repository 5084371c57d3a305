import { hcl } from './expression';
import { type TerraformModule } from './terraform-module';
import { namedWrongInputs } from './wrong-input';

/** The wrong inputs as tests that `terraform test` runs: whoever has the module can see that each rule works. */
export function wrongInputTests({ wrongInputs, rightInputs }: TerraformModule): string {
  const tests = namedWrongInputs(wrongInputs).map(([name, { inputs, reportedBy }]) => {
    return [
      `run "${name}" {`,
      '  command = plan',
      '  variables {',
      ...assignments('    ', inputs),
      '  }',
      `  expect_failures = [${reportedBy}]`,
      '}',
    ].join('\n');
  });
  const parts = [
    '# Made by tools/generate-module.ts from tools/module. No AWS account is reached: the provider is a mock.',
    'mock_provider "aws" {\n  source = "./tests/mocks"\n}',
    ['variables {', ...assignments('  ', rightInputs), '}'].join('\n'),
    ...tests,
  ];
  return `${parts.join('\n\n')}\n`;
}

function assignments(indent: string, inputs: Readonly<Record<string, unknown>>): string[] {
  const width = Math.max(...Object.keys(inputs).map((input) => input.length));
  return Object.entries(inputs).map(([input, value]) => `${indent}${input.padEnd(width)} = ${hcl(value)}`);
}
