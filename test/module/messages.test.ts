import { RULES } from '../../src/rule-table';
import { guidanceOf, type Rule } from '../../src/rules/rule';
import {
  BROKER_PRECONDITIONS,
  CHECKS,
  CONFIGURATION_PRECONDITIONS,
  NETWORK_PRECONDITIONS,
} from '../../tools/module/module-rules';
import { MODULES } from '../../tools/module/modules';
import { message, type RuleInHcl, textsOf } from '../../tools/module/rule-in-hcl';

/** Some stand on several resources. */
const PRECONDITIONS = new Set([
  ...BROKER_PRECONDITIONS,
  ...CONFIGURATION_PRECONDITIONS,
  ...Object.values(NETWORK_PRECONDITIONS).flat(),
]);

const RULES_IN_HCL: readonly (readonly [subject: string, rule: RuleInHcl])[] = [
  ...MODULES.flatMap(({ folder, variables }) =>
    Object.entries(variables).flatMap(([name, { rules = [] }]) =>
      rules.map((rule): [string, RuleInHcl] => [folder === 'activemq' ? name : `${name} of ${folder}`, rule]),
    ),
  ),
  ...[...PRECONDITIONS].map((rule) => [rule.subject ?? 'input', rule] as const),
  ...CHECKS,
];
/** Rules of which the package says what to do whatever is wrong, so that the module says the same. */
const ofPackage = RULES_IN_HCL.filter(([, { code }]) =>
  RULES.some((rule) => rule.code === code && (rule as Rule<object>).remedy !== undefined),
);
const title = ([subject, rule]: (typeof RULES_IN_HCL)[number]) =>
  `${rule.code} of ${subject}, ${textsOf(rule).allowed},`;
const cases = (rules: typeof RULES_IN_HCL) => rules.map((each) => [title(each), each] as const);

/** Rules of which the module allows something else than the constructs. */
const OF_ITS_OWN: Readonly<Record<string, string>> = {
  'acknowledge-code': 'the module can acknowledge fewer rules than the constructs',
};

test.each(cases(ofPackage.filter(([, { code }]) => !(code in OF_ITS_OWN))))(
  '%s says what the rule of the package says',
  (_, [, rule]) => {
    const row = RULES.find(({ code }) => code === rule.code) as unknown as Rule<object>;
    const { allowed, remedy } = guidanceOf(row, { engine: 'ActiveMQ', ...rule.facts });
    const inInputs = (text?: string) =>
      text?.replace('{deploymentMode}', 'deployment_mode').replace('{maintenanceWindow}', 'maintenance_window');
    expect(textsOf(rule)).toEqual({ allowed: inInputs(allowed), remedy: inInputs(remedy), reason: row.reason });
    expect(rule).not.toHaveProperty('allowed');
    expect(rule).not.toHaveProperty('remedy');
  },
);

test.each(cases(RULES_IN_HCL))('%s says what was got, what is allowed, what to do, and why', (_, [subject, rule]) => {
  const { allowed, remedy, reason } = textsOf(rule);
  const text = message(subject, rule);
  expect(text).toMatch(/^"\[[a-z-]+\] [a-z_ -]+: got \$\{[^]+\}; allowed: [^]+; [^]+ \([^]+\)"$/);
  for (const part of [allowed, remedy, reason]) expect(part).toMatch(/^\S[^]*[^.\s]$/);
});

test('a rule that has no text stops the tool', () => {
  expect(() => textsOf({ code: 'unheard-of', holds: 'true', shows: 'var.x', allowed: 'y' })).toThrow(
    'the rule unheard-of lacks what is allowed, what to do, or why',
  );
});
