import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reportOf } from '../../src/plan-review/report/report';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { DEFAULT_GATE } from './review-of';

const ERRORED = { errored: true, complete: false };
const BUCKET = { 'aws_s3_bucket.files': { action: 'create' } } as const;
const NETWORK = { 'aws_subnet.a': { action: 'create' } } as const;
const ORDERS = { 'aws_mq_broker.orders': { action: 'no-op', before: BROKER } } as const;
const NOTHING_PLANNED = { resource_changes: [] };
const IN_A_MODULE = {
  configuration: {
    root_module: {
      resources: [{ address: 'aws_s3_bucket.files', type: 'aws_s3_bucket', name: 'files' }],
      module_calls: {
        mq: { module: { resources: [{ address: 'aws_mq_broker.orders', type: 'aws_mq_broker', name: 'orders' }] } },
      },
    },
  },
};

type PlanByHand = readonly [changes: Readonly<Record<string, ChangeByHand>>, more?: object];

/** What is said of errors in the plans of one run, and whether the report fails a pipeline. */
function reviewed(plans: readonly PlanByHand[]) {
  const read = plans.map(([changes, more], index) => ({
    name: `stack-${index}`,
    plan: readPlan(Buffer.from(JSON.stringify(planByHand(changes, more)))),
  }));
  const { findings, blocked } = reportOf(reviewPlans(read), DEFAULT_GATE);
  return {
    errors: findings
      .filter(({ code }) => code === 'plan-errored')
      .map(({ stack, severity }) => `${severity} in ${stack}`),
    blocked,
  };
}

describe('a plan that met an error', () => {
  it.each<[string, plans: readonly PlanByHand[]]>([
    ['with a broker that stays', [[ORDERS, ERRORED]]],
    ['whose configuration has a broker, and nothing is planned', [[ORDERS, { ...ERRORED, ...NOTHING_PLANNED }]]],
    ['whose configuration has a broker in a module', [[BUCKET, { ...ERRORED, ...IN_A_MODULE }]]],
    ['that shows no configuration', [[BUCKET, { ...ERRORED, configuration: {} }]]],
    ['of the Cloud Control API', [[{ 'awscc_amazonmq_broker.orders': { action: 'create' } }, ERRORED]]],
    ['beside a plan with a broker', [[NETWORK, ERRORED], [ORDERS]]],
  ])('fails the pipeline: one %s', (_, plans) => {
    expect(reviewed(plans)).toEqual({ errors: ['error in stack-0'], blocked: true });
  });

  it.each<[string, plans: readonly PlanByHand[]]>([
    ['alone', [[BUCKET, ERRORED]]],
    ['beside another one', [[BUCKET, ERRORED], [NETWORK]]],
  ])('is only mentioned where nothing of the run has Amazon MQ: %s', (_, plans) => {
    expect(reviewed(plans)).toEqual({ errors: ['info in stack-0'], blocked: false });
  });
});
