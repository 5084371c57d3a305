import { hcl, literal } from './expression';
import { keyRule } from './input-keys';
import { condition, message } from './rule-in-hcl';
import { type Variable } from './variable';

/**
 * The inputs in HCL: `cdktf get` reads no types out of JSON, nor the type of a map that is written on several lines.
 */
export function variablesFile(head: string, variables: Readonly<Record<string, Variable>>): string {
  return [`# ${head}`, ...Object.entries(variables).sort().map(variableBlock)].join('\n\n') + '\n';
}

function variableBlock([name, variable]: [string, Variable]): string {
  const { keys, description, sensitive } = variable;
  const type = keys ? 'any' : variable.type;
  const rules = [...(keys ? [keyRule(name, keys)] : []), ...(variable.rules ?? [])];
  const isOptional = 'default' in variable;
  const isNullable = isOptional && variable.default === null;
  const lines = argumentLines('  ', {
    type,
    description: literal(description),
    ...(isOptional && { default: hcl(variable.default) }),
    ...(!isNullable && { nullable: 'false' }),
    ...(sensitive && { sensitive: 'true' }),
  });
  const validations = rules.flatMap((rule) => [
    '',
    '  validation {',
    ...argumentLines('    ', { condition: condition(rule), error_message: message(name, rule) }),
    '  }',
  ]);
  const comment = keys ? [`# ${variable.type}`] : [];
  return [...comment, `variable "${name}" {`, ...lines, ...validations, '}'].join('\n');
}

/** Aligned as `terraform fmt` does it. */
function argumentLines(indent: string, values: Record<string, string>): string[] {
  const width = Math.max(...Object.keys(values).map((name) => name.length));
  return Object.entries(values).map(([name, value]) => `${indent}${name.padEnd(width)} = ${value}`);
}

/** The module that gives inputs their types and the defaults of their keys. */
export function typedInputFiles(head: string, variables: Readonly<Record<string, Variable>>): Record<string, string> {
  const typed = Object.entries(variables)
    .filter(([, { keys }]) => keys)
    .sort();
  const versions = 'terraform {\n  required_version = ">= 1.5.7"\n}';
  const file = (...blocks: string[]) => `${[`# ${head}`, ...blocks].join('\n\n')}\n`;
  return {
    'inputs/versions.tf': file(versions),
    'inputs/variables.tf': file(
      ...typed.map(([name, { type, default: value }]) =>
        [
          `variable "${name}" {`,
          ...argumentLines('  ', {
            type,
            description: literal(`The input ${name} of the module.`),
            ...(value !== null && { nullable: 'false' }),
          }),
          '}',
        ].join('\n'),
      ),
    ),
    'inputs/main.tf': file(
      '# Terraform drops a key that the type of an input does not have. The inputs of the module are of type any, so that it\n# finds a misspelled key; here they get their types, and the defaults of keys that are left out.',
    ),
    'inputs/outputs.tf': file(
      ...typed.map(([name]) =>
        [
          `output "${name}" {`,
          ...argumentLines('  ', { description: literal(`The input ${name}, with every key.`), value: `var.${name}` }),
          '}',
        ].join('\n'),
      ),
    ),
  };
}
