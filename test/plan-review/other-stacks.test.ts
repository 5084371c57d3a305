import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';
import { type Changes } from './found-in';
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
