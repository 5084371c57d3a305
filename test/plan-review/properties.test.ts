import fc from 'fast-check';
import { BROKER_ARGUMENTS } from '../../src/amazon-mq/arguments';
import { UnreadablePlanError } from '../../src/plan-review/plan/unreadable-plan-error';
import { renderJson } from '../../src/plan-review/report/render-json';
import { renderMarkdown } from '../../src/plan-review/report/render-markdown';
import { renderText } from '../../src/plan-review/report/render-text';
import { type Report } from '../../src/plan-review/report/report';
import { listOf, objectOf } from '../../src/util/json';
import { BROKER, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const TYPES = [
  'aws_mq_broker',
  'aws_mq_configuration',
  'aws_subnet',
  'aws_vpc',
  'aws_security_group',
  'aws_security_group_rule',
  'aws_vpc_security_group_ingress_rule',
  'aws_kms_key',
  'aws_secretsmanager_secret',
  'aws_secretsmanager_secret_policy',
  'aws_secretsmanager_secret_version',
  'aws_cloudwatch_log_resource_policy',
];
const ARGUMENTS = [
  ...new Set(Object.keys(BROKER_ARGUMENTS).map((name) => name.split('.')[0])),
  ...[
    'id',
    'arn',
    'data',
    'name',
    'vpc_id',
    'policy',
    'kms_key_id',
    'ingress',
    'security_group_id',
    'cidr_ipv4',
    'cidr_blocks',
    'from_port',
    'to_port',
    'protocol',
    'ip_protocol',
    'type',
    'policy_document',
  ],
];

const leaf = fc.oneof(
  fc.constantFrom(
    '5.17',
    '5.19',
    'sg-1',
    'subnet-1',
    'true',
    'tcp',
    'ingress',
    '0.0.0.0/0',
    '10.0.0.0/8',
    '::/0',
    'ACTIVEMQ',
    'RabbitMQ',
  ),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(
    '<broker/>',
    '<broker xmlns="http://activemq.apache.org/schema/core"><x a="b"/></broker>',
    '<',
    '{"Statement":[{"Effect":"Allow","Principal":"*"}]}',
  ),
);
const value = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }),
  fc.array(fc.dictionary(fc.constantFrom(...ARGUMENTS, 'revision', 'audit', 'username', 'password'), leaf), {
    maxLength: 3,
  }),
  fc.anything(),
);
const values = fc.oneof(
  fc.constant(null),
  fc.dictionary(fc.constantFrom(...ARGUMENTS), value, { maxKeys: 12 }),
  fc.anything(),
);
const marks = fc.oneof(
  fc.constant({}),
  fc.boolean(),
  fc.dictionary(
    fc.constantFrom(...ARGUMENTS),
    fc.oneof(
      fc.boolean(),
      fc.array(fc.dictionary(fc.constantFrom('id', 'revision', 'audit'), fc.boolean())),
      fc.anything(),
    ),
  ),
);
const actions = fc.oneof(
  fc.constantFrom(
    ['create'],
    ['update'],
    ['delete'],
    ['delete', 'create'],
    ['create', 'delete'],
    ['no-op'],
    ['read'],
    ['forget'],
    ['later'],
  ),
  fc.anything(),
);
const references = fc.array(
  fc.oneof(
    fc.constantFrom(
      'aws_subnet.a.id',
      'aws_mq_configuration.a["x"].id',
      'var.x',
      'local.x',
      'each.key',
      'module.m.x',
      'data.aws_vpc.a.id',
      'aws_mq_broker.a',
    ),
    fc.string(),
  ),
  { maxLength: 4 },
);

const resource = fc.record(
  {
    address: fc.oneof(
      fc.constantFrom('aws_mq_broker.a', 'aws_subnet.a', 'module.m["x"].aws_mq_broker.a[0]'),
      fc.string(),
      fc.anything(),
    ),
    module_address: fc.oneof(fc.constantFrom('module.m["x"]', 'module.m'), fc.anything()),
    mode: fc.constantFrom('managed', 'data', 7),
    type: fc.oneof(fc.constantFrom(...TYPES), fc.anything()),
    name: fc.oneof(fc.constantFrom('a', 'b'), fc.anything()),
    index: fc.oneof(fc.constantFrom('x', 0), fc.anything()),
    deposed: fc.oneof(fc.constant(undefined), fc.string()),
    previous_address: fc.anything(),
    action_reason: fc.anything(),
    change: fc.oneof(
      fc.record(
        {
          actions,
          before: values,
          after: values,
          after_unknown: marks,
          before_sensitive: marks,
          after_sensitive: marks,
          replace_paths: fc.oneof(fc.array(fc.array(fc.constantFrom(...ARGUMENTS, 0))), fc.anything()),
          importing: fc.anything(),
        },
        { requiredKeys: [] },
      ),
      fc.anything(),
    ),
  },
  { requiredKeys: [] },
);
const written = fc.record(
  {
    address: fc.oneof(fc.constantFrom('aws_mq_broker.a', 'aws_subnet.a', 'data.aws_vpc.a'), fc.anything()),
    type: fc.constantFrom(...TYPES),
    expressions: fc.oneof(
      fc.dictionary(
        fc.constantFrom(...ARGUMENTS),
        fc.oneof(fc.record({ references }), fc.array(fc.record({ id: fc.record({ references }) })), fc.anything()),
      ),
      fc.anything(),
    ),
  },
  { requiredKeys: [] },
);
const writtenModule = fc.record(
  {
    resources: fc.oneof(fc.array(written), fc.anything()),
    variables: fc.anything(),
    outputs: fc.oneof(
      fc.dictionary(fc.constantFrom('x', 'y'), fc.record({ expression: fc.record({ references }) })),
      fc.anything(),
    ),
  },
  { requiredKeys: [] },
);
const anyPlan = fc.record(
  {
    resource_changes: fc.array(resource, { maxLength: 8 }),
    resource_drift: fc.array(resource, { maxLength: 3 }),
    configuration: fc.oneof(
      writtenModule.chain((root) =>
        fc.record({
          root_module: fc.record({ call: writtenModule }).map(({ call }) => ({
            ...root,
            module_calls: {
              m: { module: call, expressions: { x: { references: ['local.x', 'var.x', 'module.m.x'] } } },
            },
          })),
        }),
      ),
      fc.constant({}),
    ),
    prior_state: fc.oneof(
      fc.record({
        values: fc.record({
          root_module: fc.record({
            resources: fc.array(fc.record({ type: fc.constantFrom(...TYPES), address: fc.string(), values })),
          }),
        }),
      }),
      fc.anything(),
    ),
    variables: fc.dictionary(fc.string(), fc.anything()),
    complete: fc.boolean(),
    errored: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** A resource as it came, but for the types without which a plan is not read at all. */
function withShape(resource: unknown): object {
  const { address, type, change } = objectOf(resource);
  const { actions, before, after } = objectOf(change);
  const hasActions = Array.isArray(actions) && actions.every((action) => typeof action === 'string');
  return {
    ...objectOf(resource),
    address: String(address),
    type: String(type),
    change: {
      ...objectOf(change),
      actions: hasActions ? actions : ['update'],
      before: objectOf(before),
      after: objectOf(after),
    },
  };
}

/** Plans come as JSON: what JSON cannot hold, such as a cycle or a bigint, is no case. */
function asJson(plan: unknown): object | undefined {
  try {
    const json = JSON.parse(JSON.stringify({ ...(plan as object), format_version: '1.2', planned_values: {} }));
    for (const list of ['resource_changes', 'resource_drift']) json[list] = listOf(json[list]).map(withShape);
    return json as object;
  } catch {
    return undefined;
  }
}

/** The report in every format; none for what is no plan. */
function everyOutput(plan: object): string[] {
  let report: Report;
  try {
    report = reviewOf(plan);
  } catch (error) {
    if (error instanceof UnreadablePlanError) return [];
    throw error;
  }
  return [renderJson(report), renderMarkdown(report), renderText(report, { color: true, columns: 80 })];
}

describe('a plan of any content', () => {
  it('is reviewed without a crash, to the same bytes each time, in any order of its resources', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const json = asJson(plan);
        if (json === undefined) return;
        const output = everyOutput(json);
        expect(everyOutput(json)).toEqual(output);
        if (output.length === 0) return;
        expect(JSON.parse(output[0])).toMatchObject({ formatVersion: '2' });
        expect(output[1].length).toBeLessThanOrEqual(65_536);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same in any order of its resources', () => {
    const changes = {
      'aws_vpc.v': { action: 'replace', before: { id: 'vpc-1' }, forcedBy: ['cidr_block'] },
      'aws_subnet.a': {
        action: 'replace',
        before: { id: 'subnet-1' },
        unknown: { id: true, vpc_id: true },
        forcedBy: ['vpc_id'],
        references: { vpc_id: ['aws_vpc.v.id'] },
      },
      'aws_subnet.b': {
        action: 'replace',
        before: { id: 'subnet-2' },
        unknown: { id: true, vpc_id: true },
        forcedBy: ['vpc_id'],
        references: { vpc_id: ['aws_vpc.v.id'] },
      },
      'aws_mq_broker.x': {
        action: 'replace',
        before: { ...BROKER, subnet_ids: ['subnet-1', 'subnet-2'] },
        unknown: { subnet_ids: true },
        forcedBy: ['subnet_ids'],
        references: { subnet_ids: ['aws_subnet.b.id', 'aws_subnet.a.id'] },
      },
      'aws_mq_broker.y': {
        before: { ...BROKER, id: 'b-2', subnet_ids: [] },
        after: { engine_version: '5.19', security_groups: ['sg-2'] },
      },
      'aws_vpc_security_group_ingress_rule.r': {
        action: 'create',
        after: { security_group_id: 'sg-2', ip_protocol: '-1', cidr_ipv4: '0.0.0.0/0' },
      },
    } as const;
    const expected = everyOutput(planByHand(changes));
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.entries(changes), { minLength: 6 }), (entries) => {
        expect(everyOutput(planByHand(Object.fromEntries(entries)))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
