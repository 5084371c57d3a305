import { keyRule } from './input-keys';
import { table } from './readme-tables';
import { isOfPackage, type RuleInHcl, textsOf } from './rule-in-hcl';
import { type Variable } from './variable';

/** A rule with the input that it is about. */
export type RuleOfInput = readonly [input: string, rule: RuleInHcl];

/** All rules about the inputs of a module. */
export function rulesOfInputs(variables: Readonly<Record<string, Variable>>): RuleOfInput[] {
  return Object.entries(variables).flatMap(([name, { keys, rules = [] }]) =>
    [...(keys ? [keyRule('any', keys)] : []), ...rules].map((rule): RuleOfInput => [name, rule]),
  );
}

/** Those whose codes only the module has, one of each code. */
export function withOwnCodes(rules: readonly RuleOfInput[]): RuleOfInput[] {
  return rules.filter(
    ([, { code }], index) => !isOfPackage(code) && rules.findIndex(([, rule]) => rule.code === code) === index,
  );
}

/** The table of a README about such rules. */
export function ownCodesTable(rules: readonly RuleOfInput[]): string {
  const rows = rules.map(([about, rule]) => [`\`${rule.code}\``, about, textsOf(rule).reason]);
  return table(['Code', 'About', 'Reason'], rows);
}
