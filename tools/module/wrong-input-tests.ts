import { hcl } from './expression';
import { WRONG_INPUTS } from './wrong-inputs';

/** The wrong inputs as tests that `terraform test` runs: whoever has the module can see that each rule works. */
export function wrongInputTests(): string {
  const runs = new Map<string, number>();
  const tests = WRONG_INPUTS.map(({ code, inputs, reportedBy }) => {
    const number = (runs.get(code) ?? 0) + 1;
    runs.set(code, number);
    const name = `${code}${number > 1 ? `-${number}` : ''}`;
    const width = Math.max(...Object.keys(inputs).map((input) => input.length));
    const assignments = Object.entries(inputs).map(([input, value]) => `    ${input.padEnd(width)} = ${hcl(value)}`);
    return [
      `run "${name}" {`,
      '  command = plan',
      '  variables {',
      ...assignments,
      '  }',
      `  expect_failures = [${reportedBy}]`,
      '}',
    ].join('\n');
  });
  const parts = [
    '# Made by tools/generate-module.ts from tools/module/wrong-inputs.ts. No AWS account is reached: the provider is a mock.',
    'mock_provider "aws" {\n  source = "./tests/mocks"\n}',
    'variables {\n  broker_name = "orders"\n}',
    ...tests,
  ];
  return `${parts.join('\n\n')}\n`;
}
