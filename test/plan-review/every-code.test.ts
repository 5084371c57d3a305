import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FINDING_CODES } from '../../src/plan-review/findings/finding-kinds';
import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';
import { argumentsOfFacts } from '../amazon-mq/rejections/arguments-of-facts';
import { BROKER_CASES } from '../amazon-mq/rejections/broker-cases';
import { type Changes, foundIn } from './found-in';
import { BROKER, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const CONFIGURATION = {
  id: 'c-1',
  arn: 'arn:aws:mq:eu-west-1:123456789012:configuration:c-1',
  name: 'orders',
  engine_type: 'ActiveMQ',
  engine_version: '5.18',
  authentication_strategy: 'simple',
};
const ADDRESS = 'aws_mq_configuration.c';

/** The state of a stack whose plan was made with `-target`. */
const LEFT_OUT = {
  complete: false,
  prior_state: {
    values: {
      root_module: {
        resources: [{ address: 'aws_mq_broker.orders', mode: 'managed', type: 'aws_mq_broker', values: BROKER }],
      },
    },
  },
};

describe('a plan is reported', () => {
  it.each<[code: string, Changes, more: object, expected: string]>([
    [
      'broker-pending-next',
      { [ADDRESS]: { before: CONFIGURATION, after: { description: 'x' }, unknown: { latest_revision: true } } },
      LEFT_OUT,
      `warning pending broker-pending-next aws_mq_broker.orders: aws_mq_broker.orders is not in this plan, but uses ${ADDRESS}, which changes: if it follows the latest revision, the next whole plan changes it, which takes a reboot.`,
    ],
    [
      'configuration-argument-ignored',
      { [ADDRESS]: { before: CONFIGURATION, after: { authentication_strategy: 'ldap' } } },
      {},
      `warning no-effect configuration-argument-ignored ${ADDRESS}: ${ADDRESS} is planned to change authentication_strategy simple → ldap, but the provider sends that only when it creates a configuration: nothing happens, and every plan shows it again.`,
    ],
    [
      'configuration-changed-in-place',
      { [ADDRESS]: { before: CONFIGURATION, after: { tags: { a: 'b' } } } },
      {},
      `info in-place configuration-changed-in-place ${ADDRESS}: ${ADDRESS} takes tags in place.`,
    ],
    [
      'configuration-revised',
      { [ADDRESS]: { before: CONFIGURATION, after: { description: 'x', tags: { a: 'b' } } } },
      {},
      `info in-place configuration-revised ${ADDRESS}: ${ADDRESS} gets a new revision: description and tags changes. No broker of this plan uses it; one of another stack takes it when its own revision is set.`,
    ],
    [
      'document-unknown',
      {
        [ADDRESS]: {
          before: { ...CONFIGURATION, data: '<broker/>' },
          after: { data: undefined },
          unknown: { data: true },
        },
      },
      {},
      `warning in-place document-unknown ${ADDRESS}: The document of ${ADDRESS} is known only after the apply: at worst every setting changes.`,
    ],
    [
      'plan-errored',
      {},
      { errored: true, complete: false },
      'error fails plan-errored (plan): Terraform met an error while it planned: this plan cannot be applied, and what it shows is not all.',
    ],
  ])('as %s, and in these words', (_, changes, more, expected) => {
    expect(foundIn(changes, more)).toContain(expected);
  });

  it.each([
    ['configuration-deleted', 'delete'],
    ['configuration-forgotten', 'forget'],
  ] as const)('as %s, and in the words of the snapshot', (code, action) => {
    const found = foundIn({ [ADDRESS]: { action, before: CONFIGURATION } });
    expect(found.filter((line) => line.includes(code))).toMatchSnapshot();
  });

  it('not as document-unknown, where the configuration is new', () => {
    const created: Changes = { [ADDRESS]: { action: 'create', after: { ...CONFIGURATION }, unknown: { data: true } } };
    expect(foundIn(created)).toEqual([`info create configuration-created ${ADDRESS}: ${ADDRESS} is created.`]);
  });

  it('as configuration-name-taken, where another plan of the run has the name', () => {
    const plan = (changes: Changes) => readPlan(Buffer.from(JSON.stringify(planByHand(changes))));
    const [, later] = reviewPlans([
      { name: 'a', plan: plan({ [ADDRESS]: { action: 'no-op', before: CONFIGURATION } }) },
      { name: 'b', plan: plan({ [ADDRESS]: { action: 'create', after: { ...CONFIGURATION, id: undefined } } }) },
    ]);
    const found = later.findings.filter(({ code }) => code === 'configuration-name-taken');
    expect(found.map(({ severity, message }) => `${severity}: ${plainText(message)}`)).toEqual([
      `warning: The name orders is taken when ${ADDRESS} is created: ${ADDRESS} of stack a has it. Amazon MQ still has the configuration with this name and answers with 409: before April 2026 the provider never deletes one, and a later one cannot delete it while a broker uses it.`,
    ]);
  });
});

describe('what Amazon MQ rejects about a new broker is reported', () => {
  it.each(BROKER_CASES.filter(({ plan }) => typeof plan !== 'string'))(
    'as $code, and in the words of the snapshot: $title',
    ({ code, base, facts }) => {
      const after = argumentsOfFacts({ ...base, ...facts });
      const { findings } = reviewOf(planByHand({ 'aws_mq_broker.orders': { action: 'create', after } }));
      const found = findings.filter((finding) => finding.code === code);
      expect(
        found.map(({ message, remedy, severity }) => [severity, plainText(message), plainText(remedy)]),
      ).toMatchSnapshot();
      expect(found).toHaveLength(1);
    },
  );
});

/** What no plan shows, as the cases of the rejections say. */
const NOT_IN_A_PLAN: ReadonlySet<string> = new Set(
  BROKER_CASES.filter(({ plan }) => typeof plan === 'string').map(({ code }) => code),
);

test('every code has a test of the review, unless no plan shows what it is about', () => {
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.test.ts'));
  const tests = files.map((name) => readFileSync(path.join(__dirname, name), 'utf8')).join('\n');
  const written = new Set(tests.match(/[a-z]+(?:-[a-z]+)+/g));
  const rejected = new Set(BROKER_CASES.map(({ code }) => code));
  const isTested = (code: string) => written.has(code) || (rejected.has(code) && !NOT_IN_A_PLAN.has(code));
  expect(FINDING_CODES.filter((code) => !isTested(code) && !NOT_IN_A_PLAN.has(code))).toEqual([]);
  expect(isTested(['a', 'code', 'without', 'one'].join('-'))).toBe(false);
});
