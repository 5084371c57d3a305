import { hcl } from './expression';
import { type TerraformModule } from './terraform-module';
import { namedWrongInputs, type WrongInput } from './wrong-input';

/** A run of `terraform test`: one plan. */
interface Run {
  readonly name: string;
  readonly wrongInputs: readonly WrongInput[];
}

/** The wrong inputs as tests that `terraform test` runs: whoever has the module can see that each rule works. */
export function wrongInputTests({ wrongInputs, rightInputs }: TerraformModule): string {
  const isOfInput = ({ reportedBy }: WrongInput) => reportedBy.startsWith('var.');
  const runs = [
    ...inputRuns(wrongInputs.filter(isOfInput)),
    ...namedWrongInputs(wrongInputs)
      .filter(([, wrongInput]) => !isOfInput(wrongInput))
      .map(([name, wrongInput]): Run => ({ name, wrongInputs: [wrongInput] })),
  ];
  const parts = [
    '# Made by tools/generate-module.ts from tools/module. No AWS account is reached: the provider is a mock.',
    'mock_provider "aws" {\n  source = "./tests/mocks"\n}',
    ['variables {', ...assignments('  ', rightInputs), '}'].join('\n'),
    ...runs.map(block),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A plan reports all inputs that are wrong, so that a run has one wrong value for each. */
function inputRuns(wrongInputs: readonly WrongInput[]): Run[] {
  const left = [...wrongInputs];
  const runs: Run[] = [];
  while (left.length > 0) {
    const first = left.filter(
      (each, index) => left.findIndex((other) => other.reportedBy === each.reportedBy) === index,
    );
    first.forEach((each) => left.splice(left.indexOf(each), 1));
    runs.push({ name: `inputs-${runs.length + 1}`, wrongInputs: first });
  }
  return runs;
}

function block({ name, wrongInputs }: Run): string {
  const width = Math.max(...wrongInputs.map(({ reportedBy }) => reportedBy.length));
  return [
    `run "${name}" {`,
    '  command = plan',
    '  variables {',
    ...assignments('    ', Object.assign({}, ...wrongInputs.map(({ inputs }) => inputs)) as WrongInput['inputs']),
    '  }',
    '  expect_failures = [',
    ...wrongInputs.map(({ code, reportedBy }) => `    ${`${reportedBy},`.padEnd(width + 1)} # ${code}`),
    '  ]',
    '}',
  ].join('\n');
}

function assignments(indent: string, inputs: Readonly<Record<string, unknown>>): string[] {
  const width = Math.max(...Object.keys(inputs).map((input) => input.length));
  return Object.entries(inputs).map(([input, value]) => `${indent}${input.padEnd(width)} = ${hcl(value)}`);
}
