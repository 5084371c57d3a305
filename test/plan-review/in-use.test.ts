import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';
import { type Changes, foundIn, ORDERS } from './found-in';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const GROUP = { id: 'sg-1', name: 'mq', vpc_id: 'vpc-1' };
const BILLING = { ...BROKER, id: 'b-2', arn: BROKER.arn.replace('b-1', 'b-2'), broker_name: 'billing' };
const failsAt = (address: string, noun: string, has: string) =>
  `error fails network-in-use ${address}: The apply will fail at ${address}: AWS rejects the deletion of a ${noun} in use (DependencyViolation), and ${has} it.`;
const inUse = (changes: Changes) => foundIn(changes).filter((line) => /-in-use|with-broker/.test(line));

describe('what the brokers of a plan still have is not deleted', () => {
  it('by name, where two of them have it', () => {
    const changes: Changes = {
      ...ORDERS,
      'aws_mq_broker.billing': { action: 'no-op', before: BILLING },
      'aws_subnet.a': { action: 'delete', before: { id: 'subnet-1' } },
    };
    expect(inUse(changes)).toEqual([
      failsAt('aws_subnet.a', 'subnet', 'aws_mq_broker.billing and aws_mq_broker.orders have'),
    ]);
  });

  it('where a broker has several groups, of which one is deleted', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, security_groups: ['sg-1', 'sg-2'] } },
      'aws_security_group.g': { action: 'delete', before: GROUP },
    };
    expect(inUse(changes)).toHaveLength(1);
    expect(inUse(changes)[0]).toContain('aws_mq_broker.orders has it.');
  });

  it.each<[string, Changes['']]>([
    ['deleted', { action: 'delete', before: GROUP }],
    ['replaced', { action: 'replace', before: GROUP, forcedBy: ['name'] }],
    ['replaced after its successor is there', { actions: ['create', 'delete'], before: GROUP, forcedBy: ['name'] }],
  ])('nor by a broker that Terraform forgets for a new one: %s', (_, group) => {
    const forgotten: Changes[''] = {
      actions: ['create', 'forget'],
      before: BROKER,
      after: { broker_name: 'billing', security_groups: ['sg-2'] },
      forcedBy: ['broker_name'],
    };
    const broker: Changes = { 'aws_mq_broker.orders': forgotten };
    const { findings } = reviewOf(planByHand({ ...broker, 'aws_security_group.g': group }));
    const [found] = findings.filter(({ address }) => address === 'aws_security_group.g');
    expect(found).toMatchObject({ code: 'security-group-in-use', severity: 'error' });
    expect(plainText(found.message)).toContain('and aws_mq_broker.orders has it');
    expect(plainText(found.remedy)).toBe(
      'Keep this security group, or let Terraform forget it together with the old broker.',
    );
    const plans: Changes[] = [broker, { 'aws_security_group.g': group }];
    const [, { findings: elsewhere }] = reviewPlans(
      plans.map((changes, index) => ({
        name: `s${index}`,
        plan: readPlan(Buffer.from(JSON.stringify(planByHand(changes)))),
      })),
    );
    expect(elsewhere.map(({ code }) => code)).toEqual(['security-group-in-use']);
  });

  it('but a group is that the broker gives up in the same apply', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': { before: BROKER, after: { security_groups: ['sg-2'] } },
      'aws_security_group.g': { action: 'delete', before: GROUP },
    };
    expect(inUse(changes)).toEqual([]);
  });

  it('but a VPC is in which no broker is', () => {
    const changes: Changes = {
      ...ORDERS,
      'aws_subnet.a': { action: 'no-op', before: { id: 'subnet-1', vpc_id: 'vpc-1' } },
      'aws_vpc.v': { action: 'delete', before: { id: 'vpc-1' } },
    };
    expect(inUse(changes)).toEqual([failsAt('aws_vpc.v', 'VPC', 'aws_mq_broker.orders has')]);
    expect(inUse({ ...changes, 'aws_vpc.v': { action: 'delete', before: { id: 'vpc-2' } } })).toEqual([]);
  });

  it('but a group is whose own rule names it', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': { before: BROKER, after: { security_groups: ['sg-2'] } },
      'aws_security_group.g': { action: 'delete', before: GROUP },
      'aws_vpc_security_group_ingress_rule.r': {
        action: 'no-op',
        before: {
          id: 'sgr-1',
          security_group_id: 'sg-1',
          referenced_security_group_id: 'sg-1',
          ip_protocol: 'tcp',
          from_port: 61617,
          to_port: 61617,
        },
      },
    };
    expect(inUse(changes)).toEqual([]);
  });
});

it('what is replaced while a broker has it can be created first', () => {
  const remedy = (address: string, change: ChangeByHand) =>
    reviewOf(planByHand({ ...ORDERS, [address]: { action: 'replace', ...change } }))
      .findings.filter(({ effect }) => effect === 'fails')
      .map((finding) => plainText(finding.remedy));
  expect(remedy('aws_security_group.g', { before: GROUP, after: { name: 'x' }, forcedBy: ['name'] })).toEqual([
    'Set create_before_destroy = true in its lifecycle block and give it name_prefix instead of name, or leave the argument as it is.',
  ]);
  expect(remedy('aws_subnet.a', { before: { id: 'subnet-1' }, forcedBy: ['cidr_block'] })).toEqual([
    'Set create_before_destroy = true in its lifecycle block, or leave the argument as it is.',
  ]);
});

it('what is deleted with the brokers that are replaced is reported with them', () => {
  const moved = (before: object): ChangeByHand => ({
    action: 'replace',
    before,
    after: { subnet_ids: ['subnet-2'] },
    forcedBy: ['subnet_ids'],
  });
  const old: Changes = { 'aws_subnet.a': { action: 'delete', before: { id: 'subnet-1' } } };
  expect(inUse({ 'aws_mq_broker.orders': moved(BROKER), ...old })).toEqual([
    'info delete changed-with-broker aws_subnet.a: aws_subnet.a, the subnet of aws_mq_broker.orders, is deleted; what that does to the broker is reported there.',
  ]);
  expect(inUse({ 'aws_mq_broker.orders': moved(BROKER), 'aws_mq_broker.billing': moved(BILLING), ...old })).toEqual([
    'info delete changed-with-broker aws_subnet.a: aws_subnet.a, the subnet of aws_mq_broker.billing and aws_mq_broker.orders, is deleted; what that does to the brokers is reported there.',
  ]);
});

describe('a range of a VPC', () => {
  const IPV4 = 'aws_vpc_ipv4_cidr_block_association.a';
  const IPV6 = 'aws_vpc_ipv6_cidr_block_association.a';
  const keeps = (address: string) =>
    `error fails network-in-use ${address}: The apply will fail at ${address}: AWS keeps a range of a VPC in which there are subnets, and a subnet of aws_mq_broker.orders is in it.`;
  const subnet = { id: 'subnet-1', vpc_id: 'vpc-1', cidr_block: '100.64.1.0/24', ipv6_cidr_block: '' };
  const inRange = (changes: Changes) =>
    foundIn({
      'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, subnet_ids: ['subnet-1', 'subnet-9'] } },
      'aws_subnet.s': { action: 'no-op', before: subnet },
      ...changes,
    });
  const deleted = (values: object): ChangeByHand => ({ action: 'delete', before: { vpc_id: 'vpc-1', ...values } });

  it('stays while one of the subnets of a broker is in it, so that the apply fails', () => {
    const changes: Changes = { [IPV4]: deleted({ cidr_block: '100.64.0.0/16' }) };
    expect(inRange(changes)).toEqual([keeps(IPV4)]);
    const [{ attributes, remedy }] = reviewOf(
      planByHand({ ...ORDERS, 'aws_subnet.s': { action: 'no-op', before: subnet }, ...changes }),
    ).findings;
    expect([attributes, plainText(remedy)]).toEqual([
      ['cidr_block'],
      'Keep the range while the broker is there: it cannot move to another subnet.',
    ]);
  });

  it('stays while a subnet of a broker is in its addresses of IPv6', () => {
    const [own, other] = ['2001:db8:1::/56', '2001:db8:2::/56'];
    const changes = (ipv6_cidr_block: string): Changes => ({
      'aws_subnet.s': { action: 'no-op', before: { ...subnet, ipv6_cidr_block: '2001:db8:1:0::/64' } },
      [IPV6]: deleted({ ipv6_cidr_block }),
    });
    expect(inRange(changes(own))).toEqual([keeps(IPV6)]);
    expect(inRange(changes(other))).toEqual([]);
  });

  it('goes where no subnet of a broker is in it', () => {
    expect(inRange({ [IPV4]: deleted({ cidr_block: '100.65.0.0/16' }) })).toEqual([]);
    expect(inRange({ [IPV4]: deleted({ vpc_id: 'vpc-2', cidr_block: '100.64.0.0/16' }) })).toEqual([]);
  });

  it('that is new takes nothing away', () => {
    const created: ChangeByHand = { action: 'create', after: { vpc_id: 'vpc-1', cidr_block: '100.64.0.0/16' } };
    expect(inRange({ [IPV4]: created })).toEqual([]);
    const kept: ChangeByHand = { action: 'forget', before: { vpc_id: 'vpc-1', cidr_block: '100.64.0.0/16' } };
    expect(inRange({ [IPV4]: kept })).toEqual([]);
  });
});
