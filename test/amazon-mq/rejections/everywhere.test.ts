import { type TerraformStack } from 'cdktf';
import {
  ActiveStandbyBroker,
  type ActiveStandbyBrokerProps,
  Errors,
  SingleInstanceBroker,
  type SingleInstanceBrokerProps,
} from 'cdktf-amazon-mq';
import { type BrokerFacts } from '../../../src/amazon-mq/broker-facts';
import { BROKER_REJECTIONS } from '../../../src/amazon-mq/rejections/broker-rejections';
import { type Severity } from '../../../src/rules/rule';
import { WRONG_INPUTS } from '../../../tools/module/wrong-inputs';
import { planByHand } from '../../plan-review/plan-fixture';
import { reviewOf } from '../../plan-review/review-of';
import { Synthesized } from '../../support/synthesized';
import { argumentsOfFacts } from './arguments-of-facts';
import { BROKER_CASES, type BrokerCase, GOOD } from './broker-cases';

const REJECTION_CODES = new Set(BROKER_REJECTIONS.map(({ code }) => code));
const severityOf = (code: string): Severity => BROKER_REJECTIONS.find((rejection) => rejection.code === code)!.severity;

/** The codes of rejections that a construct reports, as errors, warnings or information. */
function codesOfConstruct(props: BrokerCase['props'] & object): string[] {
  const { activeStandby, ...rest } = { brokerName: 'orders', ...props } as Record<string, unknown>;
  const build = (stack: TerraformStack) =>
    activeStandby
      ? new ActiveStandbyBroker(stack, 'broker', rest as unknown as ActiveStandbyBrokerProps)
      : new SingleInstanceBroker(stack, 'broker', rest as unknown as SingleInstanceBrokerProps);
  try {
    const stack = Synthesized.from(build);
    const texts = [...stack.annotations('warn'), ...stack.annotations('info')];
    return distinct(texts.map((text) => /^\[([a-z-]+)\]/.exec(text)?.[1] ?? ''));
  } catch (error) {
    if (Errors.isRuleViolationError(error)) return distinct(error.codes);
    throw error;
  }
}

/** The codes of rejections that the review reports for a plan. */
function codesOfReview(before: BrokerFacts | undefined, after: BrokerFacts): string[] {
  const change =
    before === undefined
      ? { action: 'create' as const, after: argumentsOfFacts(after) }
      : { before: argumentsOfFacts(before), after: argumentsOfFacts(after) };
  const { findings } = reviewOf(planByHand({ 'aws_mq_broker.orders': change }));
  return distinct(findings.map(({ code }) => code));
}

function distinct(codes: readonly string[]): string[] {
  return [...new Set(codes)].filter((code) => REJECTION_CODES.has(code)).sort();
}

const expressible = <T>(where: (each: BrokerCase) => string | T | undefined) =>
  BROKER_CASES.filter((each) => typeof where(each) !== 'string');

describe('a construct reports', () => {
  test.each(expressible(({ props }) => props))('$code: $title', ({ code, props }) => {
    expect(codesOfConstruct(props as Readonly<Record<string, unknown>>)).toEqual([code]);
  });

  test('nothing about a good broker', () => expect(codesOfConstruct({})).toEqual([]));
});

describe('the review of a new broker reports', () => {
  test.each(expressible(({ plan }) => plan))('$code: $title', ({ code, base, facts }) => {
    expect(codesOfReview(undefined, { ...base, ...facts })).toEqual([code]);
  });

  test('nothing about a good broker', () => expect(codesOfReview(undefined, GOOD)).toEqual([]));
});

describe('the review of an update reports', () => {
  test.each(expressible(({ plan }) => plan))('$code: $title', ({ code, base, facts }) => {
    expect(codesOfReview(base, { ...base, ...facts })).toContain(code);
  });

  test.each(expressible(({ plan }) => plan))(
    'nothing about what was there before: $code: $title',
    ({ base, facts }) => {
      const running = { ...base, ...facts };
      expect(
        codesOfReview(running, {
          ...running,
          publiclyAccessible: running.publiclyAccessible,
          timeouts: { ...running.timeouts, delete: '1h' },
        }),
      ).toEqual([]);
    },
  );
});

test('the module reports every rejection of a broker that its inputs can express', () => {
  const inModule = new Set(WRONG_INPUTS.map(({ code }) => code));
  const expected = new Set(expressible((each) => each.module).map(({ code }) => code));
  expect([...expected].filter((code) => !inModule.has(code))).toEqual([]);
});

test.each([
  ['a construct', ({ props }: BrokerCase) => props],
  ['a plan', ({ plan }: BrokerCase) => plan],
  ['the module', ({ module }: BrokerCase) => module],
] as const)('what %s cannot express has a reason', (_, where) => {
  const reasons = BROKER_CASES.map(where).filter((reason) => typeof reason === 'string');
  for (const reason of reasons) expect(reason).toMatch(/^\S.{10,}[^.]$/);
});

test.each(['error', 'warning', 'info'] as const)('a rejection with severity %s is among the cases', (severity) => {
  expect(BROKER_CASES.some(({ code }) => severityOf(code) === severity)).toBe(true);
});
