import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';
import { type Changes, ORDERS } from './found-in';
import { BROKER, planByHand } from './plan-fixture';

const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/k-1';
const BROKER_OF_STACK: Changes = {
  'aws_mq_broker.orders': {
    action: 'no-op',
    before: { ...BROKER, encryption_options: [{ kms_key_id: KEY, use_aws_owned_key: false }] },
  },
};
const STOPS =
  'Without it Amazon MQ cannot read the storage of aws_mq_broker.orders (stack messaging), and the broker stops working (INVALID_KMS_KEY).';
const GROUP = { id: 'sg-1', name: 'mq', vpc_id: 'vpc-1' };

/** What is found in the plan of another stack, beside the one that has the broker. */
function foundBeside(changes: Changes, messaging: Changes = BROKER_OF_STACK): string[] {
  const plan = (of: Changes) => readPlan(Buffer.from(JSON.stringify(planByHand(of))));
  const reports = reviewPlans([
    { name: 'messaging', plan: plan(messaging) },
    { name: 'foundation', plan: plan(changes) },
  ]);
  return reports[1].findings.map(({ severity, code, message }) => `${severity} ${code}: ${plainText(message)}`);
}

describe('what another stack of the run does to a broker', () => {
  it.each<[string, Changes, string]>([
    [
      'deletes its key',
      { 'aws_kms_key.k': { action: 'delete', before: { id: 'k-1', arn: KEY } } },
      `error encryption-key-deleted: aws_kms_key.k, an encryption key, is deleted. ${STOPS}`,
    ],
    [
      'switches its key off',
      { 'aws_kms_key.k': { before: { id: 'k-1', arn: KEY, is_enabled: true }, after: { is_enabled: false } } },
      `error encryption-key-disabled: aws_kms_key.k, an encryption key, is switched off. ${STOPS}`,
    ],
    [
      'deletes a grant on its key',
      {
        'aws_kms_grant.g': {
          action: 'delete',
          before: { id: 'g', key_id: 'k-1', grantee_principal: 'mq.amazonaws.com' },
        },
      },
      `error encryption-key-grant-removed: aws_kms_grant.g, a grant on an encryption key, is deleted. If Amazon MQ uses the key through this grant, it loses it. ${STOPS}`,
    ],
    [
      'deletes its security group',
      { 'aws_security_group.g': { action: 'delete', before: GROUP } },
      'error security-group-in-use: The apply will fail at aws_security_group.g: AWS rejects the deletion of a security group in use (DependencyViolation), and aws_mq_broker.orders (stack messaging) has it. Terraform deletes the rules of the group first, so clients are cut off before the apply fails.',
    ],
    [
      'replaces its security group, even with create_before_destroy',
      {
        'aws_security_group.g': {
          action: 'replace',
          actions: ['create', 'delete'],
          before: GROUP,
          after: { name: 'x' },
          forcedBy: ['name'],
        },
      },
      'error security-group-in-use: The apply will fail at aws_security_group.g: AWS rejects the deletion of a security group in use (DependencyViolation), and aws_mq_broker.orders (stack messaging) has it (forced by name mq → x). Terraform deletes the rules of the group first, so clients are cut off before the apply fails.',
    ],
    [
      'deletes its subnet',
      { 'aws_subnet.s': { action: 'delete', before: { id: 'subnet-1', vpc_id: 'vpc-1' } } },
      'error network-in-use: The apply will fail at aws_subnet.s: AWS rejects the deletion of a subnet in use (DependencyViolation), and aws_mq_broker.orders (stack messaging) has it.',
    ],
  ])('is found where it %s', (_, changes, expected) => {
    expect(foundBeside(changes)).toEqual([expected]);
  });

  it('is nothing where the broker is deleted in the same run', () => {
    const gone: Changes = { 'aws_mq_broker.orders': { ...BROKER_OF_STACK['aws_mq_broker.orders'], action: 'delete' } };
    expect(foundBeside({ 'aws_kms_key.k': { action: 'delete', before: { id: 'k-1', arn: KEY } } }, gone)).toEqual([]);
    expect(foundBeside({ 'aws_security_group.g': { action: 'delete', before: GROUP } }, gone)).toEqual([]);
  });

  it('is nothing where it is about another group, subnet or key', () => {
    const others: Changes = {
      'aws_security_group.g': { action: 'delete', before: { ...GROUP, id: 'sg-2' } },
      'aws_subnet.s': { action: 'delete', before: { id: 'subnet-2', vpc_id: 'vpc-1' } },
      'aws_kms_key.k': { action: 'delete', before: { id: 'k-2', arn: KEY.replace('k-1', 'k-2') } },
    };
    expect(foundBeside(others)).toEqual([]);
  });
});

describe('the password of a broker in a secret of another stack', () => {
  const [OLD, NEW] = [BROKER.user[0].password, 'Fixture-Password-2'];
  const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders';
  const json = (password: string) => JSON.stringify({ username: 'admin', password });
  const version = (change: object): Changes => ({
    'aws_secretsmanager_secret_version.v': {
      before: { secret_id: SECRET, secret_string: json(OLD) },
      forcedBy: ['secret_string'],
      ...change,
    },
  });
  const rotated = version({ action: 'replace', after: { secret_string: json(NEW) } });
  const kept = version({ action: 'no-op' });
  const follows = (more: object = {}): Changes => ({
    'aws_mq_broker.orders': { before: BROKER, after: { user: [{ ...BROKER.user[0], password: NEW }], ...more } },
  });

  /** What is found in all plans of the run, but for the update of the broker itself. */
  function found(foundation: Changes, messaging: Changes = ORDERS): string[] {
    const plan = (changes: Changes) => readPlan(Buffer.from(JSON.stringify(planByHand(changes))));
    return reviewPlans([
      { name: 'messaging', plan: plan(messaging) },
      { name: 'foundation', plan: plan(foundation) },
    ])
      .flatMap(({ findings }) => findings)
      .filter(({ code }) => !/^(?:broker-|only-)/.test(code))
      .map(({ stack, severity, code, message }) => `${stack} ${severity} ${code}: ${plainText(message)}`);
  }

  it('is no cause by its address, which this plan does not have', () => {
    const plan = (changes: Changes) => readPlan(Buffer.from(JSON.stringify(planByHand(changes))));
    const causes = (messaging: Changes, foundation: Changes) =>
      reviewPlans([
        { name: 'messaging', plan: plan(messaging) },
        { name: 'foundation', plan: plan(foundation) },
      ])
        .flatMap(({ findings }) => findings)
        .filter(({ code }) => code === 'password-out-of-step')
        .map(({ causedBy }) => causedBy);
    expect(causes(follows(), rotated)).toEqual([[]]);
    expect(causes({ ...follows(), ...rotated }, {})).toEqual([['aws_secretsmanager_secret_version.v']]);
  });

  it.each<[string, Changes, Changes, string[]]>([
    [
      'is rotated, and the broker keeps the old one',
      rotated,
      ORDERS,
      [
        'messaging error password-out-of-step: aws_secretsmanager_secret_version.v (stack foundation) gets another password in this apply, and the users of aws_mq_broker.orders do not change: clients that read it are rejected.',
      ],
    ],
    [
      'is rotated, and the broker takes it later',
      rotated,
      follows(),
      [
        'messaging warning password-out-of-step: The secret aws_secretsmanager_secret_version.v (stack foundation) has the new password at once, and aws_mq_broker.orders takes it at its next reboot: until then, clients that read the secret are rejected.',
      ],
    ],
    ['is rotated, and the broker reboots in its apply', rotated, follows({ apply_immediately: true }), []],
    [
      'is rotated for RabbitMQ, which never takes it',
      rotated,
      { 'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, engine_type: 'RabbitMQ' } } },
      [
        'foundation error password-never-taken: aws_secretsmanager_secret_version.v gets a new password, but aws_mq_broker.orders (stack messaging) keeps the old one: the provider ignores changes of the user of a RabbitMQ broker after its creation, so the two never match again.',
      ],
    ],
    [
      'is deleted with its secret',
      { ...kept, 'aws_secretsmanager_secret.s': { action: 'delete', before: { id: SECRET } } },
      ORDERS,
      [
        'foundation warning secret-deleted: aws_secretsmanager_secret.s has the password of a broker and is deleted, and the broker stays: clients that read it no longer find it.',
      ],
    ],
    [
      'may newly be read by everyone',
      {
        ...kept,
        'aws_secretsmanager_secret_policy.p': {
          action: 'create',
          after: {
            secret_arn: SECRET,
            policy: JSON.stringify({ Statement: { Effect: 'Allow', Principal: '*', Action: '*' } }),
          },
        },
      },
      ORDERS,
      [
        'foundation error secret-policy-widened: aws_secretsmanager_secret_policy.p newly allows everyone (*) to use the secret.',
      ],
    ],
    [
      'is another one',
      version({ action: 'replace', before: { secret_string: json('Another-One-1') }, after: { secret_string: NEW } }),
      ORDERS,
      [],
    ],
  ])('%s', (_, foundation, messaging, expected) => {
    expect(found(foundation, messaging)).toEqual(expected);
  });

  it('stands beside log groups and names of the broker in that stack', () => {
    const HOST = 'b-1-1.mq.eu-west-1.amazonaws.com';
    const broker = { ...BROKER, instances: [{ endpoints: [`ssl://${HOST}:61617`] }] };
    const record: Changes = { 'aws_route53_record.mq': { action: 'delete', before: { records: [HOST] } } };
    const group: Changes = {
      'aws_cloudwatch_log_group.g': { action: 'create', after: { name: '/aws/amazonmq/broker/b-1/general' } },
    };
    expect(found({ ...record, ...group }, { 'aws_mq_broker.orders': { action: 'no-op', before: broker } })).toEqual([
      'foundation warning follower-removed: aws_route53_record.mq, a DNS record that leads to aws_mq_broker.orders (stack messaging), is deleted, and the broker stays: whoever uses it loses the broker.',
      'foundation error log-group-taken: aws_cloudwatch_log_group.g is named by aws_mq_broker.orders (stack messaging), whose logs are on: Amazon MQ creates the log group together with the broker, so it exists already (ResourceAlreadyExistsException).',
    ]);
  });
});

test('a replaced broker lists what another stack leaves at its old endpoints', () => {
  const HOST = 'b-1-1.mq.eu-west-1.amazonaws.com';
  const plan = (changes: Changes) => readPlan(Buffer.from(JSON.stringify(planByHand(changes))));
  const before = { ...BROKER, instances: [{ endpoints: [`ssl://${HOST}:61617`] }] };
  const [{ findings }] = reviewPlans([
    { name: 'messaging', plan: plan({ 'aws_mq_broker.orders': { action: 'replace', before } }) },
    {
      name: 'names',
      plan: plan({
        'aws_route53_record.mq': { action: 'no-op', before: { records: [HOST] } },
        'aws_route53_record.gone': { action: 'delete', before: { records: [HOST] } },
        'aws_route53_record.new': { action: 'replace', before: { records: [HOST] }, forcedBy: ['name'] },
      }),
    },
  ]);
  const replaced = findings.find(({ code }) => code === 'broker-replaced')!;
  expect(replaced.details.map(plainText)).toEqual([
    'keeps the old endpoints: aws_route53_record.mq (stack names)',
    'keeps the old endpoints: aws_route53_record.new (stack names)',
  ]);
  expect(plainText(replaced.message)).toBe(
    'aws_mq_broker.orders is replaced: it gets a new id and new endpoints, and the messages of the old one are lost.',
  );
});

describe('a broker that two plans of a run have', () => {
  const plan = (name: string, of: Changes) => ({ name, plan: readPlan(Buffer.from(JSON.stringify(planByHand(of)))) });
  const twice = (a: Changes, b: Changes) => {
    const plans = [plan('a', a), plan('b', b)];
    const [found, inOtherOrder] = [plans, [...plans].reverse()].map((ordered) =>
      reviewPlans(ordered)
        .flatMap(({ findings }) => findings)
        .filter(({ code }) => code === 'broker-managed-twice')
        .map(({ stack, severity, message }) => `${severity} in ${stack}: ${plainText(message)}`),
    );
    expect(inOtherOrder).toEqual(found);
    return found;
  };

  it('is reported, and in the same words if the plans are given in another order', () => {
    const same =
      'warning in b: aws_mq_broker.orders is the same broker as aws_mq_broker.orders (stack a): these are two plans of one stack, or two stacks that manage one broker.';
    expect(twice(ORDERS, ORDERS)).toEqual([same]);
    const byId: Changes = { 'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, arn: undefined } } };
    expect(twice(byId, byId)).toEqual([same]);
  });

  it('is none of two brokers that are created', () => {
    const created: Changes = { 'aws_mq_broker.orders': { action: 'create', after: { broker_name: 'orders' } } };
    expect(twice(created, created)).toEqual([]);
  });

  it.each<[string, Changes]>([
    [
      'another broker',
      { 'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, id: 'b-2', arn: 'arn:b-2' } } },
    ],
    ['a new one', { 'aws_mq_broker.billing': { action: 'create', after: { broker_name: 'billing' } } }],
    [
      'one that it takes over',
      {
        'aws_mq_broker.orders': {
          more: { change: { actions: ['no-op'], before: BROKER, after: BROKER, importing: { id: 'b-1' } } },
        },
      },
    ],
    [
      'an old object of it that a failed apply left behind',
      { 'aws_mq_broker.orders': { action: 'delete', before: BROKER, more: { deposed: 'abcd1234' } } },
    ],
    ['one that it gives away', { 'aws_mq_broker.orders': { action: 'forget', before: BROKER } }],
  ])('is not %s', (_, changes) => {
    expect(twice(changes, ORDERS)).toEqual([]);
  });
});
