import { hcl, literal } from './expression';
import { condition, message } from './said-rule';
import { type Variable } from './variables';

/**
 * The inputs in HCL: `cdktf get` reads no types out of JSON, nor the type of a map that is written on several lines.
 */
export function variablesFile(head: string, variables: Readonly<Record<string, Variable>>): string {
  return [`# ${head}`, ...Object.entries(variables).sort().map(variableBlock)].join('\n\n') + '\n';
}

function variableBlock([name, variable]: [string, Variable]): string {
  const { type, description, sensitive, rules = [] } = variable;
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
  return [`variable "${name}" {`, ...lines, ...validations, '}'].join('\n');
}

/** Aligned as `terraform fmt` does it. */
function argumentLines(indent: string, values: Record<string, string>): string[] {
  const width = Math.max(...Object.keys(values).map((name) => name.length));
  return Object.entries(values).map(([name, value]) => `${indent}${name.padEnd(width)} = ${value}`);
}
