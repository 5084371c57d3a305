import { TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { checkRules } from '../../src/rules/check-rules';
import { type Rule, type Severity } from '../../src/rules/rule';
import { type RuleAcknowledgement } from '../../src/rules/rule-acknowledgement';
import { Errors, ruleViolationError } from '../../src/rules/rule-violation-error';

/** A rule that always finds something about the size. */
const ruleOf = (severity: Severity, code = 'tag-count'): Rule<{ readonly size: number }> => ({
  code,
  severity,
  reason: 'a test',
  source: 'https://example.com',
  check: ({ size }) => [{ property: 'size', problem: 'is wrong', got: size, allowed: 'none', remedy: 'remove it' }],
});

/** The annotations that a check leaves on a construct, by level, and the error that it throws. */
function check(rules: readonly Rule<{ readonly size: number }>[], acknowledge?: RuleAcknowledgement[], times = 1) {
  const construct = new Construct(new TerraformStack(Testing.app(), 'stack'), 'thing');
  let error: unknown;
  try {
    for (let time = 0; time < times; time++) checkRules(construct, rules, { size: 3 }, acknowledge);
  } catch (caught) {
    error = caught;
  }
  const annotations = construct.node.metadata.map(({ type, data }) => `${type.split('/').at(-1)} ${data}`);
  return { annotations, error: error as Error | undefined };
}

const MESSAGE = '[tag-count] size is wrong: got 3; allowed: none; remove it';

test.each([
  ['info', `info ${MESSAGE}`],
  ['warning', `warn ${MESSAGE}`],
] as const)('a finding of severity %s is an annotation, and no error', (severity, annotation) => {
  expect(check([ruleOf(severity)])).toEqual({ annotations: [annotation], error: undefined });
});

test('a finding that is reported again is one annotation', () => {
  expect(check([ruleOf('warning')], undefined, 2).annotations).toHaveLength(1);
});

test('two findings are two annotations', () => {
  expect(check([ruleOf('warning'), ruleOf('warning', 'tag-form')]).annotations).toHaveLength(2);
});

test('all errors are in one error, with the path of the construct and the codes', () => {
  const { annotations, error } = check([ruleOf('error'), ruleOf('warning'), ruleOf('error', 'tag-form')]);
  expect(error).toMatchObject({
    name: 'RuleViolationError',
    constructPath: 'stack/thing',
    codes: ['tag-count', 'tag-form'],
  });
  expect(error!.message).toBe(
    `stack/thing: 2 rules are violated\n  ${MESSAGE}\n  [tag-form] size is wrong: got 3; allowed: none; remove it`,
  );
  expect(annotations).toEqual([`warn ${MESSAGE}`]);
});

test('one error is counted as one rule', () => {
  expect(check([ruleOf('error')]).error!.message).toBe(`stack/thing: a rule is violated\n  ${MESSAGE}`);
});

test('an acknowledged error is information, with the reason', () => {
  expect(check([ruleOf('error')], [{ code: 'tag-count', reason: 'as agreed' }])).toEqual({
    annotations: [`info ${MESSAGE} (acknowledged: as agreed)`],
    error: undefined,
  });
});

test('an acknowledgement of another code changes nothing', () => {
  expect(check([ruleOf('error')], [{ code: 'tag-form', reason: 'as agreed' }]).error!.message).toContain(MESSAGE);
});

test('an acknowledgement of a code that no rule has is an error that names the nearest one', () => {
  const { error } = check([], [{ code: 'tag-cuont', reason: 'as agreed' }]);
  expect(error).toMatchObject({ codes: ['acknowledge-code'] });
  expect(error!.message).toContain('write "tag-count"');
});

test('an error of this package is known from others by its mark', () => {
  expect(Errors.isRuleViolationError(ruleViolationError('path', []))).toBe(true);
  for (const other of [new Error('path'), undefined, null, 'text', {}])
    expect(Errors.isRuleViolationError(other)).toBe(false);
});
