import { moduleIn } from '../../src/plan-review/plan/address';
import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';
import { type Changes, foundIn } from './found-in';
import { BROKER, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/k-1';
const RULE = { security_group_id: 'sg-1', type: 'ingress', protocol: 'tcp', from_port: 61617, to_port: 61617 };
const SUBNET = { id: 'subnet-1', vpc_id: 'vpc-1' };
const INSTANCES = [{ endpoints: ['ssl://b-1-1.mq.eu-west-1.amazonaws.com:61617'] }];
const RECORD = { zone_id: 'Z', name: 'mq', records: ['b-1-1.mq.eu-west-1.amazonaws.com'] };

/** The state before a plan, by address. */
function priorState(resources: Readonly<Record<string, object>>) {
  const items = Object.entries(resources).map(([address, values]) => {
    const steps = address.replace(/^module\.[^.]+\./, '').split('.');
    const [type, name] = steps[0] === 'data' ? steps.slice(1) : steps;
    return { address, mode: steps[0] === 'data' ? 'data' : 'managed', type, name, values, sensitive_values: {} };
  });
  return { prior_state: { values: { root_module: { resources: items } } } };
}

/** What is found in a plan made with `-target`, in whose state there is more than it lists. */
function foundBeside(changes: Changes, state: Readonly<Record<string, object>>): string[] {
  return foundIn(changes, { complete: false, ...priorState(state) });
}

describe('a broker that a plan leaves out stays, and', () => {
  const left = { 'aws_mq_broker.orders': { ...BROKER, instances: INSTANCES } };

  it.each<[string, Changes, Readonly<Record<string, object>>, string]>([
    [
      'loses its clients with a rule',
      { 'aws_security_group_rule.r': { action: 'delete', before: { ...RULE, cidr_blocks: ['10.0.0.0/8'] } } },
      left,
      'error cut-off clients-cut-off aws_security_group_rule.r: aws_security_group_rule.r no longer allows 10.0.0.0/8 to reach aws_mq_broker.orders on 61617 (OpenWire). No rule in these plans allows any client to reach aws_mq_broker.orders: all clients are cut off.',
    ],
    [
      'is opened by a rule',
      { 'aws_security_group_rule.r': { action: 'create', after: { ...RULE, cidr_blocks: ['0.0.0.0/0'] } } },
      left,
      'error exposure port-opened aws_security_group_rule.r: aws_security_group_rule.r allows everyone (0.0.0.0/0) to reach aws_mq_broker.orders on 61617 (OpenWire).',
    ],
    [
      'loses its key',
      { 'aws_kms_key.k': { before: { id: 'k-1', arn: KEY, is_enabled: true }, after: { is_enabled: false } } },
      { 'module.mq.aws_mq_broker.orders': { ...BROKER, encryption_options: [{ kms_key_id: KEY }] } },
      'error cut-off encryption-key-disabled aws_kms_key.k: aws_kms_key.k, an encryption key, is switched off. Without it Amazon MQ cannot read the storage of module.mq.aws_mq_broker.orders, and the broker stops working (INVALID_KMS_KEY).',
    ],
    [
      'loses its names in a VPC whose subnet is left out as well',
      { 'aws_vpc.v': { before: { id: 'vpc-1', enable_dns_support: true }, after: { enable_dns_support: false } } },
      { ...left, 'aws_subnet.s': SUBNET },
      'error cut-off dns-switched-off aws_vpc.v: aws_vpc.v, the VPC of aws_mq_broker.orders, switches off enable_dns_support: clients in the VPC can no longer resolve the names of the endpoints.',
    ],
    [
      'loses what leads to it',
      { 'aws_route53_record.r': { action: 'delete', before: RECORD } },
      left,
      'warning cut-off follower-removed aws_route53_record.r: aws_route53_record.r, a DNS record that leads to aws_mq_broker.orders, is deleted, and the broker stays: whoever uses it loses the broker.',
    ],
    [
      'keeps a subnet in use that the apply wants to replace, in whatever order',
      {
        'aws_subnet.s': {
          action: 'replace',
          actions: ['create', 'delete'],
          before: { ...SUBNET, cidr_block: '10.0.1.0/24' },
          after: { cidr_block: '10.0.2.0/24' },
          forcedBy: ['cidr_block'],
        },
      },
      left,
      'error fails network-in-use aws_subnet.s: The apply will fail at aws_subnet.s: AWS rejects the deletion of a subnet in use (DependencyViolation), and aws_mq_broker.orders has it (forced by cidr_block).',
    ],
  ])('%s', (_name, changes, state, line) => {
    expect(foundBeside(changes, state)).toContain(line);
  });

  it('has the password that a secret gives up', () => {
    const version = { secret_id: 's-1', secret_string: 'Fixture-Password-1' };
    const changes: Changes = {
      'aws_secretsmanager_secret_version.v': { before: version, after: { secret_string: 'Fixture-Password-2' } },
    };
    expect(foundBeside(changes, left).map((line) => line.split(':')[0])).toEqual([
      'error cut-off password-out-of-step aws_mq_broker.orders',
    ]);
  });

  it('is not said to keep a revision, which the next whole plan shows', () => {
    const found = foundBeside(
      {
        'aws_mq_configuration.c': {
          before: { id: 'c-1', data: '<broker/>' },
          after: { data: '<broker start="false"/>' },
        },
      },
      left,
    );
    expect(found.join()).not.toContain('keeps its revision');
  });

  it('is looked for under the address that it had before a move', () => {
    const moved: Changes = {
      'aws_mq_broker.new': { action: 'no-op', before: BROKER, more: { previous_address: 'aws_mq_broker.orders' } },
      'aws_security_group_rule.r': { action: 'delete', before: { ...RULE, cidr_blocks: ['10.0.0.0/8'] } },
    };
    expect(foundBeside(moved, left).join()).not.toContain('aws_mq_broker.new and aws_mq_broker.orders');
  });

  it('is Amazon MQ in the plan', () => {
    const more = { complete: false, ...priorState(left) };
    const { stacks } = reviewOf(planByHand({ 'aws_s3_bucket.b': { action: 'create' } }, more));
    expect(stacks.flatMap(({ notes }) => notes.map(plainText)).join()).not.toContain('no Amazon MQ');
  });
});

describe('a broker that is a data source', () => {
  const data = priorState({ 'data.aws_mq_broker.orders': { ...BROKER, instances: INSTANCES } });
  const gone: Changes = {
    'aws_security_group_rule.r': { action: 'delete', before: { ...RULE, cidr_blocks: ['10.5.0.0/16'] } },
  };

  it.each<[string, Changes, string]>([
    [
      'loses clients of this stack; whom others allow is not known',
      gone,
      'warning cut-off clients-cut-off aws_security_group_rule.r: aws_security_group_rule.r no longer allows 10.5.0.0/16 to reach data.aws_mq_broker.orders on 61617 (OpenWire).',
    ],
    [
      'is opened to everyone',
      { 'aws_security_group_rule.r': { action: 'create', after: { ...RULE, cidr_blocks: ['0.0.0.0/0'] } } },
      'error exposure port-opened aws_security_group_rule.r: aws_security_group_rule.r allows everyone (0.0.0.0/0) to reach data.aws_mq_broker.orders on 61617 (OpenWire).',
    ],
    [
      'is opened to a private range',
      { 'aws_security_group_rule.r': { action: 'create', after: { ...RULE, cidr_blocks: ['10.5.0.0/16'] } } },
      'warning exposure port-opened aws_security_group_rule.r: aws_security_group_rule.r allows 10.5.0.0/16 to reach data.aws_mq_broker.orders on 61617 (OpenWire).',
    ],
    [
      'loses what leads to it',
      { 'aws_route53_record.r': { action: 'delete', before: RECORD } },
      'warning cut-off follower-removed aws_route53_record.r: aws_route53_record.r, a DNS record that leads to data.aws_mq_broker.orders, is deleted, and the broker stays: whoever uses it loses the broker.',
    ],
  ])('%s', (_name, changes, line) => {
    expect(foundIn(changes, data)).toEqual([line]);
  });

  it('is nothing to report by itself', () => {
    expect(foundIn({ 'aws_s3_bucket.b': { action: 'create' } }, data)).toEqual([]);
  });

  it.each<[string, Changes, object]>([
    ['another plan manages', { 'aws_mq_broker.orders': { action: 'no-op', before: BROKER } }, {}],
    ['another plan has as a data source as well', {}, data],
  ])('is one broker with one that %s', (_name, changes, more) => {
    const plan = (of: Changes, parts: object) => readPlan(Buffer.from(JSON.stringify(planByHand(of, parts))));
    const reports = reviewPlans([
      { name: 'app', plan: plan(gone, data) },
      { name: 'a', plan: plan(changes, more) },
    ]);
    const found = reports.flatMap(({ findings }) =>
      findings.map(({ code, message }) => `${code}: ${plainText(message)}`),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/reach (?:data\.)?aws_mq_broker\.orders \(stack a\) on 61617 \(OpenWire\)\./);
  });
});

it.each([
  ['aws_mq_broker.orders', ''],
  ['data.aws_mq_broker.orders[0]', ''],
  ['module.mq.aws_mq_broker.orders["module.x.y"]', 'module.mq'],
  ['module.a["x.\\"y]"].module.b[10].data.aws_mq_broker.orders', 'module.a["x.\\"y]"].module.b[10]'],
])('%s is in the module "%s"', (address, module) => {
  expect(moduleIn(address)).toBe(module);
});
