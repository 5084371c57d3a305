import { plainText } from '../../src/util/phrase';
import { type Changes, foundIn, ORDERS } from './found-in';
import { BROKER, planByHand, resourceChange } from './plan-fixture';
import { reviewOf } from './review-of';

/** Every form in which a plan writes who reaches a broker, and by which way. */

const NETWORK: Changes = {
  ...ORDERS,
  'aws_vpc.v': { action: 'no-op', before: { id: 'vpc-1', cidr_block: '10.0.0.0/16', main_route_table_id: 'rtb-main' } },
  'aws_subnet.a': { action: 'no-op', before: { id: 'subnet-1', vpc_id: 'vpc-1' } },
  'aws_security_group.g': { action: 'no-op', before: { id: 'sg-1', vpc_id: 'vpc-1', ingress: [] } },
};
const PORT = { from_port: 61617, to_port: 61617 };
const RULE = { security_group_id: 'sg-1', ip_protocol: 'tcp', ...PORT };
const OLD = { type: 'ingress', security_group_id: 'sg-1', protocol: 'tcp', ...PORT };
const CLIENTS: Changes = {
  'aws_vpc_security_group_ingress_rule.r': {
    action: 'no-op',
    before: { id: 'sgr-1', ...RULE, cidr_ipv4: '10.0.0.0/16' },
  },
};
const LIST: Changes = {
  'aws_ec2_managed_prefix_list.l': { action: 'no-op', before: { id: 'pl-1', entry: [{ cidr: '10.1.0.0/16' }] } },
};
const OTHER: Changes = { 'aws_security_group.c': { action: 'no-op', before: { id: 'sg-c', vpc_id: 'vpc-1' } } };

/** Who is newly allowed, or no longer, with the arguments that say so. */
function sources(changes: Changes, effect: 'exposure' | 'cut-off'): string[] {
  const { findings } = reviewOf(planByHand({ ...NETWORK, ...changes }));
  return findings
    .filter((finding) => finding.effect === effect)
    .map(({ severity, attributes, message }) => {
      const [, who, ports] =
        / (?:allows?|allow) (.*?) (?:to reach aws_mq_broker\.orders )?on (\d.*?)[.:]/.exec(plainText(message)) ?? [];
      return `${severity} ${attributes.join()}: ${who} on ${ports?.replace(/ \(.*/, '')}`;
    });
}

describe('the source of a rule that is new', () => {
  const created = (
    type: string,
    after: object,
    unknown: object = {},
    references: Record<string, string[]> = {},
  ): Changes => ({
    [`${type}.r`]: { action: 'create', after, unknown, references },
  });
  const old = (after: object, unknown?: object, references?: Record<string, string[]>) =>
    created('aws_security_group_rule', { ...OLD, ...after }, unknown, references);
  const own = (after: object, unknown?: object, references?: Record<string, string[]>) =>
    created('aws_vpc_security_group_ingress_rule', { ...RULE, ...after }, unknown, references);
  const inGroup = (rule: object, unknown: unknown = [{}], references: Record<string, string[]> = {}): Changes => ({
    'aws_security_group.g': {
      before: { id: 'sg-1', vpc_id: 'vpc-1', ingress: [] },
      after: { ingress: [{ protocol: 'tcp', ...PORT, ...rule }] },
      unknown: { ingress: unknown },
      references,
    },
  });
  const UNKNOWN = 'addresses that are known only after the apply (at worst everyone)';

  it.each<[string, Changes, string[]]>([
    ['cidr_blocks', old({ cidr_blocks: ['10.2.0.0/16'] }), ['warning cidr_blocks: 10.2.0.0/16 on 61617']],
    [
      'a list with an address that is known only after the apply',
      old({ cidr_blocks: ['10.2.0.0/16'] }, { cidr_blocks: [false, true] }),
      [`error cidr_blocks: ${UNKNOWN} and 10.2.0.0/16 on 61617`],
    ],
    [
      'a list with only an address that is known only after the apply',
      old({ cidr_blocks: [] }, { cidr_blocks: [true] }),
      [`error cidr_blocks: ${UNKNOWN} on 61617`],
    ],
    [
      'a list of which all is known',
      old({ cidr_blocks: ['10.2.0.0/16'] }, { cidr_blocks: [false] }),
      ['warning cidr_blocks: 10.2.0.0/16 on 61617'],
    ],
    ['ipv6_cidr_blocks', old({ ipv6_cidr_blocks: ['fd00::/8'] }), ['warning ipv6_cidr_blocks: fd00::/8 on 61617']],
    ['prefix_list_ids', old({ prefix_list_ids: ['pl-9'] }), ['warning prefix_list_ids: prefix list pl-9 on 61617']],
    [
      'prefix_list_ids with a list of the same plan',
      { ...LIST, ...old({ prefix_list_ids: ['pl-1'] }) },
      ['warning prefix_list_ids: 10.1.0.0/16 on 61617'],
    ],
    [
      'source_security_group_id',
      old({ source_security_group_id: 'sg-9' }),
      ['info source_security_group_id: security group sg-9 on 61617'],
    ],
    ['self', old({ self: true }), ['info self: security group aws_security_group.g on 61617']],
    [
      'protocol all',
      old({ protocol: 'ALL', from_port: 0, to_port: 0, cidr_blocks: ['10.2.0.0/16'] }),
      ['warning cidr_blocks: 10.2.0.0/16 on 5671'],
    ],
    [
      'protocol -1',
      own({ ip_protocol: '-1', from_port: -1, to_port: -1, cidr_ipv4: '10.2.0.0/16' }),
      ['warning cidr_ipv4: 10.2.0.0/16 on 5671'],
    ],
    ['protocol 6', old({ protocol: '6', cidr_blocks: ['10.2.0.0/16'] }), ['warning cidr_blocks: 10.2.0.0/16 on 61617']],
    ['cidr_ipv4', own({ cidr_ipv4: '10.2.0.0/16' }), ['warning cidr_ipv4: 10.2.0.0/16 on 61617']],
    ['cidr_ipv6', own({ cidr_ipv6: 'fd00::/8' }), ['warning cidr_ipv6: fd00::/8 on 61617']],
    ['prefix_list_id', own({ prefix_list_id: 'pl-9' }), ['warning prefix_list_id: prefix list pl-9 on 61617']],
    [
      'referenced_security_group_id',
      own({ referenced_security_group_id: 'sg-9' }),
      ['info referenced_security_group_id: security group sg-9 on 61617'],
    ],
    [
      'a group inside the group',
      inGroup({ security_groups: ['sg-9'] }),
      ['info ingress: security group sg-9 on 61617'],
    ],
    [
      'a prefix list inside the group',
      inGroup({ prefix_list_ids: ['pl-9'] }),
      ['warning ingress: prefix list pl-9 on 61617'],
    ],
    ['the group itself', inGroup({ self: true }), ['info ingress: security group aws_security_group.g on 61617']],
    [
      'a group by reference',
      {
        ...OTHER,
        ...own(
          {},
          { referenced_security_group_id: true },
          { referenced_security_group_id: ['aws_security_group.c.id'] },
        ),
      },
      ['info referenced_security_group_id: security group aws_security_group.c on 61617'],
    ],
    [
      'a group inside the group by reference',
      {
        ...OTHER,
        ...inGroup({}, [{ security_groups: true }], { ingress: ['aws_security_group.c.id', 'aws_subnet.a.id'] }),
      },
      ['info ingress: security group aws_security_group.c on 61617'],
    ],
    [
      'two groups of the same plan',
      {
        ...OTHER,
        'aws_security_group.e': { action: 'no-op', before: { id: 'sg-e', vpc_id: 'vpc-1' } },
        ...inGroup({ security_groups: ['sg-c', 'sg-e'] }),
      },
      ['info ingress: security group aws_security_group.c and security group aws_security_group.e on 61617'],
    ],
    [
      'the one of several groups that has the key of the rule',
      {
        'aws_security_group.c["x"]': { action: 'no-op', before: { id: 'sg-x', vpc_id: 'vpc-1' } },
        'aws_security_group.c["y"]': { action: 'no-op', before: { id: 'sg-y', vpc_id: 'vpc-1' } },
        'aws_vpc_security_group_ingress_rule.r["y"]': {
          action: 'create',
          after: RULE,
          unknown: { referenced_security_group_id: true },
          references: { referenced_security_group_id: ['aws_security_group.c', 'each.key'] },
        },
      },
      ['info referenced_security_group_id: security group aws_security_group.c["y"] on 61617'],
    ],
    [
      'a rule that moves to the group from another one',
      {
        ...OTHER,
        'aws_vpc_security_group_ingress_rule.r': {
          before: { id: 'sgr-1', ...RULE, security_group_id: 'sg-c', cidr_ipv4: '10.2.0.0/16' },
          after: { security_group_id: undefined },
          unknown: { security_group_id: true },
          references: { security_group_id: ['aws_security_group.g.id'] },
        },
      },
      ['warning cidr_ipv4: 10.2.0.0/16 on 61617'],
    ],
    [
      'an address that a rule changes to one that is known only after the apply',
      {
        'aws_vpc_security_group_ingress_rule.r': {
          before: { id: 'sgr-1', ...RULE, cidr_ipv4: '10.2.0.0/16' },
          after: { cidr_ipv4: undefined },
          unknown: { cidr_ipv4: true },
        },
      },
      [`error cidr_ipv4: ${UNKNOWN} on 61617`],
    ],
    [
      'a group of which one is known and one is found by reference',
      {
        ...OTHER,
        ...inGroup({ security_groups: ['sg-9'] }, [{ security_groups: [false, true] }], {
          ingress: ['aws_security_group.c.id'],
        }),
      },
      ['info ingress: security group sg-9 and security group aws_security_group.c on 61617'],
    ],
    [
      'a group that no reference leads to',
      own({}, { referenced_security_group_id: true }, { referenced_security_group_id: ['aws_subnet.a.id'] }),
      [`error referenced_security_group_id: ${UNKNOWN} on 61617`],
    ],
    [
      'a prefix list by reference',
      { ...LIST, ...own({}, { prefix_list_id: true }, { prefix_list_id: ['aws_ec2_managed_prefix_list.l.id'] }) },
      ['warning prefix_list_id: 10.1.0.0/16 on 61617'],
    ],
    [
      'rules that are known only after the apply',
      inGroup({}, true, { ingress: ['aws_subnet.a.id'] }),
      [`error ingress: ${UNKNOWN} on 5671`],
    ],
    [
      'a protocol that is known only after the apply',
      old({ protocol: undefined, cidr_blocks: ['10.2.0.0/16'] }, { protocol: true }),
      ['warning cidr_blocks: 10.2.0.0/16 on 5671'],
    ],
    [
      'an ip_protocol that is known only after the apply',
      own({ ip_protocol: undefined, cidr_ipv4: '10.2.0.0/16' }, { ip_protocol: true }),
      ['warning cidr_ipv4: 10.2.0.0/16 on 5671'],
    ],
    [
      'ports that are known only after the apply',
      own({ from_port: undefined, to_port: undefined, cidr_ipv4: '10.2.0.0/16' }, { from_port: true, to_port: true }),
      ['warning cidr_ipv4: 10.2.0.0/16 on 5671'],
    ],
    [
      'a first port that is known only after the apply',
      own({ from_port: undefined, to_port: 8000, cidr_ipv4: '10.2.0.0/16' }, { from_port: true }),
      ['warning cidr_ipv4: 10.2.0.0/16 on 5671'],
    ],
    [
      'a last port that is known only after the apply',
      own({ from_port: 61618, to_port: undefined, cidr_ipv4: '10.2.0.0/16' }, { to_port: true }),
      ['warning cidr_ipv4: 10.2.0.0/16 on 61619'],
    ],
  ])('is read from %s', (_, changes, expected) => {
    expect(sources(changes, 'exposure')).toEqual(expected);
  });

  it.each([
    ['aws_vpc', 'cidr_block'],
    ['aws_default_vpc', 'ipv6_cidr_block'],
    ['aws_subnet', 'ipv6_cidr_block'],
    ['aws_default_subnet', 'cidr_block'],
    ['aws_vpc_ipv4_cidr_block_association', 'cidr_block'],
    ['aws_vpc_ipv6_cidr_block_association', 'ipv6_cidr_block'],
    ['aws_instance', 'ipv6_addresses'],
    ['aws_nat_gateway', 'private_ip'],
    ['aws_network_interface', 'private_ips'],
  ])('is within the network where it is the %s.%s of something new', (type, attribute) => {
    const changes = {
      [`${type}.x`]: { action: 'create', after: {}, unknown: { [attribute]: true } } as const,
      ...own({}, { cidr_ipv4: true }, { cidr_ipv4: [`${type}.x.${attribute}`] }),
    };
    expect(sources(changes, 'exposure')).toEqual([
      `warning cidr_ipv4: the addresses of ${type}.x (known only after the apply) on 61617`,
    ]);
    const byId = own({}, { cidr_ipv4: true }, { cidr_ipv4: [`${type}.x.${attribute}`, `${type}.x.tags`] });
    expect(sources({ ...changes, ...byId }, 'exposure')).toEqual([`error cidr_ipv4: ${UNKNOWN} on 61617`]);
  });

  it('is nothing where the group is read back and its rules are not written there', () => {
    const readBack: Changes = {
      'aws_security_group.g': {
        before: { id: 'sg-1', ingress: [] },
        after: { ingress: undefined },
        unknown: { ingress: true },
      },
    };
    expect(sources(readBack, 'exposure')).toEqual([]);
  });
});

/** What is found if an old object is left at an address of the plan by an apply that failed. */
function foundWithDeposed(changes: Changes, address: string, before: object): string[] {
  const plan = planByHand({ ...NETWORK, ...changes });
  plan.resource_changes.push(resourceChange(address, { action: 'delete', before, more: { deposed: '1a2b3c4d' } }));
  return reviewOf(plan).findings.map(({ code, address: at, message }) => `${code} ${at}: ${plainText(message)}`);
}

describe('an old object that an apply left behind', () => {
  it('is not what a reference leads to', () => {
    const rule: Changes = {
      ...OTHER,
      'aws_vpc_security_group_ingress_rule.r': {
        action: 'create',
        after: RULE,
        unknown: { referenced_security_group_id: true },
        references: { referenced_security_group_id: ['aws_security_group.c.id'] },
      },
    };
    expect(foundWithDeposed(rule, 'aws_security_group.c', { id: 'sg-old', vpc_id: 'vpc-1' })).toEqual([
      'port-opened aws_vpc_security_group_ingress_rule.r: aws_vpc_security_group_ingress_rule.r allows security group aws_security_group.c to reach aws_mq_broker.orders on 61617 (OpenWire).',
    ]);
  });

  it('is no route table of a subnet, which has the one of the new association', () => {
    const tables: Changes = {
      'aws_route_table.old': {
        action: 'no-op',
        before: { id: 'rtb-0', route: [{ cidr_block: '172.16.0.0/12', transit_gateway_id: 'tgw-1' }] },
      },
      'aws_route_table.t': { action: 'no-op', before: { id: 'rtb-1', route: [] } },
      'aws_route_table_association.z': {
        action: 'no-op',
        before: { id: 'a-2', subnet_id: 'subnet-1', route_table_id: 'rtb-1' },
      },
    };
    const old = { id: 'a-1', subnet_id: 'subnet-1', route_table_id: 'rtb-0' };
    expect(foundWithDeposed(tables, 'aws_route_table_association.z', old)).toEqual([]);
  });
});

describe('what takes a source away', () => {
  it.each<[string, Changes, string[]]>([
    [
      'is an entry of a prefix list',
      {
        'aws_vpc_security_group_ingress_rule.r': { action: 'no-op', before: { ...RULE, prefix_list_id: 'pl-1' } },
        'aws_ec2_managed_prefix_list.l': {
          before: { id: 'pl-1', entry: [{ cidr: '10.1.0.0/16' }] },
          after: { entry: [] },
        },
      },
      ['error entry: 10.1.0.0/16 on 61617'],
    ],
    [
      'is the list of the only rules of a group',
      {
        ...CLIENTS,
        'aws_vpc_security_group_rules_exclusive.x': {
          action: 'create',
          after: { security_group_id: 'sg-1', ingress_rule_ids: [] },
        },
      },
      ['error ingress_rule_ids: 10.0.0.0/16 on 61617'],
    ],
    [
      'is the group that a broker gives up',
      {
        'aws_mq_broker.orders': { before: BROKER, after: { security_groups: ['sg-c'] } },
        ...CLIENTS,
        'aws_security_group.c': { action: 'no-op', before: { id: 'sg-c', ingress: [] } },
      },
      ['error security_groups: 10.0.0.0/16 on 61617'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(sources(changes, 'cut-off')).toEqual(expected);
  });

  it('is no rule that Terraform forgets, which stays', () => {
    const forgotten = { ...CLIENTS['aws_vpc_security_group_ingress_rule.r'], action: 'forget' } as const;
    expect(sources({ 'aws_vpc_security_group_ingress_rule.r': forgotten }, 'cut-off')).toEqual([]);
  });

  it('is told once of brokers with the same groups in another order', () => {
    const groups = (...security_groups: string[]) =>
      ({ action: 'no-op', before: { ...BROKER, security_groups } }) as const;
    const changes: Changes = {
      ...OTHER,
      'aws_mq_broker.orders': groups('sg-1', 'sg-c'),
      'aws_mq_broker.payments': groups('sg-c', 'sg-1'),
      'aws_vpc_security_group_ingress_rule.r': {
        ...CLIENTS['aws_vpc_security_group_ingress_rule.r'],
        action: 'delete',
      },
    };
    expect(foundIn({ ...NETWORK, ...changes }).map((line) => line.split(':')[0])).toEqual([
      'error cut-off clients-cut-off aws_vpc_security_group_ingress_rule.r',
    ]);
  });

  it('is no list of the only rules of a group that stays as it is', () => {
    const changes: Changes = {
      ...CLIENTS,
      'aws_vpc_security_group_ingress_rule.other': { action: 'delete', before: { ...RULE, cidr_ipv4: '10.9.0.0/16' } },
      'aws_vpc_security_group_rules_exclusive.x': {
        action: 'no-op',
        before: { security_group_id: 'sg-1', ingress_rule_ids: [] },
      },
    };
    expect(sources(changes, 'cut-off')).toEqual(['warning cidr_ipv4: 10.9.0.0/16 on 61617']);
  });

  it('is no group that a local value hides, of which the broker may keep the old ones', () => {
    const changes: Changes = {
      ...CLIENTS,
      'aws_mq_broker.orders': {
        before: BROKER,
        after: { security_groups: undefined },
        unknown: { security_groups: true },
        references: { security_groups: ['local.groups'] },
      },
    };
    expect(sources(changes, 'cut-off')).toEqual([]);
  });

  it('is no group that a local value hides from a broker that is replaced', () => {
    const changes: Changes = {
      ...CLIENTS,
      'aws_mq_broker.orders': {
        action: 'replace',
        before: BROKER,
        after: { security_groups: undefined },
        unknown: { security_groups: true },
        references: { security_groups: ['local.groups'] },
        forcedBy: ['subnet_ids'],
      },
    };
    expect(sources(changes, 'cut-off')).toEqual([]);
    const seen: Changes = {
      ...changes,
      ...OTHER,
      'aws_mq_broker.orders': {
        ...changes['aws_mq_broker.orders'],
        references: { security_groups: ['aws_security_group.c.id'] },
      },
    };
    expect(sources(seen, 'cut-off')).toEqual(['error security_groups: 10.0.0.0/16 on 61617']);
  });

  it('is no list of groups that is left out of a broker, which keeps its groups', () => {
    const changes: Changes = {
      ...CLIENTS,
      'aws_mq_broker.orders': { before: BROKER, after: { security_groups: null } },
    };
    expect(sources(changes, 'cut-off')).toEqual([]);
  });
});

it('an empty text in the list of groups is no group', () => {
  const changes: Changes = {
    ...CLIENTS,
    'aws_mq_broker.orders': { before: BROKER, after: { security_groups: ['sg-1', ''] } },
  };
  expect(sources(changes, 'exposure')).toEqual([]);
});

it('a broker that stays without security groups does not get a default group', () => {
  const changes: Changes = {
    'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, security_groups: [] } },
    'aws_default_security_group.d': {
      before: { id: 'sg-d', vpc_id: 'vpc-1', ingress: [] },
      after: { ingress: [{ protocol: 'tcp', ...PORT, cidr_blocks: ['10.2.0.0/16'] }] },
    },
  };
  expect(sources(changes, 'exposure')).toEqual([]);
});

describe('a new broker without security groups', () => {
  const created: Changes = {
    'aws_mq_broker.orders': {
      action: 'create',
      after: { ...BROKER, id: undefined, arn: undefined, security_groups: null },
    },
  };
  const group = (vpc_id: string): Changes => ({
    'aws_default_security_group.d': {
      action: 'no-op',
      before: { id: 'sg-d', vpc_id, ingress: [{ protocol: 'tcp', ...PORT, cidr_blocks: ['0.0.0.0/0'] }] },
    },
  });
  const opened = (changes: Changes) =>
    foundIn({ ...NETWORK, ...created, ...changes }).filter((line) => line.includes('open-group'));

  it('gets the default group of its VPC', () => {
    expect(opened(group('vpc-1'))).toEqual([
      'error exposure open-group-attached aws_mq_broker.orders: aws_mq_broker.orders has security groups that allow everyone (0.0.0.0/0) on 61617 (OpenWire): aws_default_security_group.d.',
    ]);
    expect(opened(group('vpc-2'))).toEqual([]);
  });

  it('gets none for RabbitMQ', () => {
    const rabbit: Changes = {
      'aws_mq_broker.orders': {
        ...created['aws_mq_broker.orders'],
        after: { ...created['aws_mq_broker.orders'].after, engine_type: 'RABBITMQ' },
      },
    };
    const open = { ...group('vpc-1') };
    open['aws_default_security_group.d'] = {
      action: 'no-op',
      before: {
        id: 'sg-d',
        vpc_id: 'vpc-1',
        ingress: [{ protocol: 'tcp', from_port: 5671, to_port: 5671, cidr_blocks: ['0.0.0.0/0'] }],
      },
    };
    expect(opened({ ...open, ...rabbit })).toEqual([]);
  });
});

describe('a rule for ports that only ActiveMQ has, of a group without a broker', () => {
  it.each([
    [61614, 61619, true],
    [61617, 61617, true],
    [61613, 61619, false],
    [61614, 61620, false],
    [5671, 61617, false],
  ])('from %i to %i: %s', (from_port, to_port, isTold) => {
    const changes: Changes = {
      'aws_vpc_security_group_ingress_rule.x': {
        action: 'create',
        after: { ...RULE, security_group_id: 'sg-x', from_port, to_port, cidr_ipv4: '0.0.0.0/0' },
      },
    };
    expect(foundIn({ ...NETWORK, ...changes }).length > 0).toBe(isTold);
  });
});

describe('a network ACL as it is written', () => {
  const ALLOW = { action: 'allow', protocol: '-1', from_port: 0, to_port: 0, cidr_block: '0.0.0.0/0' };
  const acl = (more: object) => ({
    id: 'acl-1',
    subnet_ids: ['subnet-1'],
    ingress: [{ rule_no: 100, ...ALLOW }],
    egress: [{ rule_no: 100, ...ALLOW }],
    ...more,
  });
  const rule = (more: object) => ({
    network_acl_id: 'acl-1',
    rule_number: 50,
    rule_action: 'deny',
    egress: false,
    protocol: 'tcp',
    ...PORT,
    cidr_block: '0.0.0.0/0',
    ...more,
  });
  const closed = (changes: Changes) =>
    foundIn({ ...NETWORK, ...CLIENTS, ...changes })
      .filter((line) => line.includes('network-acl'))
      .map((line) => line.split(':')[0]);
  const withAcl = (change: Changes[string], more: object = {}): Changes => ({
    'aws_network_acl.n': { action: 'no-op', before: acl(more) },
    'aws_network_acl_rule.d': change,
  });
  const DENIED = ['error cut-off network-acl-closed aws_network_acl_rule.d'];
  const DENIED_TO_SOME = ['warning cut-off network-acl-closed aws_network_acl_rule.d'];

  it.each<[string, Changes, string[]]>([
    ['by its name of the protocol', withAcl({ action: 'create', after: rule({}) }), DENIED],
    ['by the number of the protocol', withAcl({ action: 'create', after: rule({ protocol: '6' }) }), DENIED],
    [
      'for all protocols',
      withAcl({ action: 'create', after: rule({ protocol: '-1', from_port: null, to_port: null }) }),
      DENIED,
    ],
    [
      'for all protocols by name',
      withAcl({ action: 'create', after: rule({ protocol: 'ALL', from_port: null, to_port: null }) }),
      DENIED,
    ],
    ['for UDP', withAcl({ action: 'create', after: rule({ protocol: 'udp' }) }), []],
    [
      'for a range that ends before the port',
      withAcl({ action: 'create', after: rule({ from_port: 61000, to_port: 61616 }) }),
      [],
    ],
    [
      'for a range that begins after the port',
      withAcl({ action: 'create', after: rule({ from_port: 61618, to_port: 62000 }) }),
      [],
    ],
    ['for a range that ends with the port', withAcl({ action: 'create', after: rule({ from_port: 61000 }) }), DENIED],
    ['behind the rule that allows it', withAcl({ action: 'create', after: rule({ rule_number: 200 }) }), []],
    ['for IPv6 alone', withAcl({ action: 'create', after: rule({ cidr_block: null, ipv6_cidr_block: '::/0' }) }), []],
    [
      'of answers to the ports of clients',
      withAcl({ action: 'create', after: rule({ egress: true, from_port: 1024, to_port: 65535 }) }),
      DENIED,
    ],
    ...(
      [
        ['of clients on Windows', 49_152, 65_535, DENIED_TO_SOME],
        ['behind the first port of clients on Windows', 49_153, 65_535, []],
        ['before that one, of clients on Linux', 1024, 49_151, DENIED_TO_SOME],
        ['to the first port of clients on Windows alone', 49_152, 49_152, DENIED_TO_SOME],
        ['to the first port of clients on Linux alone', 32_768, 32_768, DENIED_TO_SOME],
        ['between the first ones of both', 32_769, 49_151, []],
        ['before the first port of clients on Linux', 1024, 32_767, []],
        ['of all clients', 32_768, 65_535, DENIED],
      ] as const
    ).map(([which, from_port, to_port, expected]): [string, Changes, string[]] => [
      `of answers to ports ${which}`,
      withAcl({ action: 'create', after: rule({ egress: true, from_port, to_port }) }),
      [...expected],
    ]),
    [
      'of answers to other ports',
      withAcl({ action: 'create', after: rule({ egress: true, from_port: 1, to_port: 1023 }) }),
      [],
    ],
    ['that stays', withAcl({ action: 'no-op', before: rule({}) }), []],
    [
      'nothing any more when it goes',
      withAcl({ action: 'delete', before: rule({}) }),
      ['warning exposure network-acl-opened aws_network_acl_rule.d'],
    ],
    [
      'that takes the number of a rule in the network ACL',
      withAcl({
        before: rule({ rule_number: 100, rule_action: 'allow', protocol: '-1' }),
        after: { rule_action: 'deny' },
      }),
      DENIED,
    ],
    [
      'of a network ACL that no plan has',
      {
        'aws_network_acl_association.s': {
          action: 'no-op',
          before: { subnet_id: 'subnet-1', network_acl_id: 'acl-9' },
        },
        'aws_network_acl_rule.d': { action: 'create', after: rule({ network_acl_id: 'acl-9' }) },
      },
      DENIED,
    ],
    [
      'that is new beside one that allows, in a network ACL that no plan has',
      {
        'aws_network_acl_association.s': {
          action: 'no-op',
          before: { subnet_id: 'subnet-1', network_acl_id: 'acl-9' },
        },
        'aws_network_acl_rule.d': { action: 'create', after: rule({ network_acl_id: 'acl-9' }) },
        'aws_network_acl_rule.k': {
          action: 'no-op',
          before: rule({ network_acl_id: 'acl-9', rule_number: 90, rule_action: 'allow' }),
        },
      },
      DENIED,
    ],
    [
      'nothing any more when it goes, in a network ACL that no plan has',
      {
        'aws_network_acl_association.s': {
          action: 'no-op',
          before: { subnet_id: 'subnet-1', network_acl_id: 'acl-9' },
        },
        'aws_network_acl_rule.d': { action: 'delete', before: rule({ network_acl_id: 'acl-9' }) },
      },
      ['warning exposure network-acl-opened aws_network_acl_rule.d'],
    ],
    [
      'of some addresses of IPv6, in a network ACL that no plan has',
      {
        'aws_network_acl_association.s': {
          action: 'no-op',
          before: { subnet_id: 'subnet-1', network_acl_id: 'acl-9' },
        },
        'aws_vpc_security_group_ingress_rule.r': { action: 'no-op', before: { ...RULE, cidr_ipv6: 'fd00::/16' } },
        'aws_network_acl_rule.d': {
          action: 'create',
          after: rule({ network_acl_id: 'acl-9', cidr_block: null, ipv6_cidr_block: 'fd01::/16' }),
        },
      },
      [],
    ],
    [
      'of some addresses, in a network ACL that no plan has',
      {
        'aws_network_acl_association.s': {
          action: 'no-op',
          before: { subnet_id: 'subnet-1', network_acl_id: 'acl-9' },
        },
        'aws_network_acl_rule.d': {
          action: 'create',
          after: rule({ network_acl_id: 'acl-9', cidr_block: '172.16.0.0/12' }),
        },
        'aws_network_acl_rule.e': {
          action: 'create',
          after: rule({ network_acl_id: 'acl-9', egress: true, cidr_block: '172.16.0.0/12' }),
        },
      },
      [],
    ],
    [
      'of answers, in a network ACL that no plan has',
      {
        'aws_network_acl_association.s': {
          action: 'no-op',
          before: { subnet_id: 'subnet-1', network_acl_id: 'acl-9' },
        },
        'aws_network_acl_rule.d': {
          action: 'create',
          after: rule({ network_acl_id: 'acl-9', egress: true, protocol: '-1', from_port: null, to_port: null }),
        },
      },
      DENIED,
    ],
    [
      'of a network ACL of another subnet',
      {
        'aws_network_acl.n': { action: 'no-op', before: acl({ subnet_ids: ['subnet-9'] }) },
        'aws_network_acl_rule.d': { action: 'create', after: rule({}) },
      },
      [],
    ],
  ])('denies %s', (_, changes, expected) => {
    expect(closed(changes)).toEqual(expected);
  });

  const SHUT = acl({ id: 'acl-2', subnet_ids: [], ingress: [], egress: [] });
  it.each<[string, Changes, string[]]>([
    [
      'by an association that changes',
      {
        'aws_network_acl.shut': { action: 'no-op', before: SHUT },
        'aws_network_acl_association.s': {
          before: { subnet_id: 'subnet-1', network_acl_id: 'acl-1' },
          after: { network_acl_id: 'acl-2' },
        },
      },
      ['error cut-off network-acl-closed aws_network_acl_association.s'],
    ],
    [
      'by its own list of subnets, which the other one still shows as read back',
      { 'aws_network_acl.shut': { before: SHUT, after: { subnet_ids: ['subnet-1'] } } },
      ['error cut-off network-acl-closed aws_network_acl.shut'],
    ],
    [
      'by its own list of subnets, whatever its name is',
      { 'aws_network_acl.a': { before: SHUT, after: { subnet_ids: ['subnet-1'] } } },
      ['error cut-off network-acl-closed aws_network_acl.a'],
    ],
    [
      'by an association of another subnet',
      {
        'aws_network_acl.shut': { action: 'no-op', before: SHUT },
        'aws_network_acl_association.s': {
          action: 'create',
          after: { subnet_id: 'subnet-9', network_acl_id: 'acl-2' },
        },
      },
      [],
    ],
  ])('takes in a subnet %s', (_, changes, expected) => {
    expect(closed({ 'aws_network_acl.n': { action: 'no-op', before: acl({}) }, ...changes })).toEqual(expected);
  });

  it('gives a subnet back to the default one, with the association that goes', () => {
    const changes: Changes = {
      'aws_network_acl.shut': { action: 'no-op', before: SHUT },
      'aws_network_acl_association.s': { action: 'delete', before: { subnet_id: 'subnet-1', network_acl_id: 'acl-2' } },
    };
    expect(closed(changes)).toEqual(['warning exposure network-acl-opened aws_network_acl_association.s']);
  });
});

describe('the default network ACL of a VPC that a plan takes over', () => {
  const adopts: Changes = {
    'aws_default_network_acl.d': {
      action: 'create',
      after: { default_network_acl_id: 'acl-d', ingress: [], egress: [] },
    },
  };
  const inVpc: Changes = {
    'aws_vpc.v': { action: 'no-op', before: { id: 'vpc-1', default_network_acl_id: 'acl-d' } },
  };
  const closed = (changes: Changes) =>
    foundIn({ ...NETWORK, ...CLIENTS, ...changes })
      .filter((line) => line.includes('network-acl-closed'))
      .map((line) => line.split(':')[0]);

  it.each<[string, Changes, boolean]>([
    ['a subnet of the VPC', { ...inVpc, ...adopts }, true],
    [
      'a default subnet of the VPC',
      {
        ...inVpc,
        ...adopts,
        'aws_subnet.a': {},
        'aws_default_subnet.a': { action: 'no-op', before: { id: 'subnet-1', vpc_id: 'vpc-1' } },
      },
      true,
    ],
    [
      'a subnet of a VPC that no plan has',
      { ...adopts, 'aws_subnet.a': { action: 'no-op', before: { id: 'subnet-1', vpc_id: 'vpc-9' } } },
      false,
    ],
    [
      'a subnet of a VPC with another one',
      { ...adopts, 'aws_vpc.v': { action: 'no-op', before: { id: 'vpc-1', default_network_acl_id: 'acl-e' } } },
      false,
    ],
    [
      'a subnet that is in another network ACL',
      {
        ...inVpc,
        ...adopts,
        'aws_network_acl_association.s': {
          action: 'no-op',
          before: { subnet_id: 'subnet-1', network_acl_id: 'acl-9' },
        },
      },
      false,
    ],
    [
      'a subnet that is not in it, and the plan took it over before',
      {
        ...inVpc,
        'aws_default_network_acl.d': {
          before: {
            id: 'acl-d',
            default_network_acl_id: 'acl-d',
            subnet_ids: [],
            ingress: [{ rule_no: 100, action: 'allow', protocol: '-1', cidr_block: '0.0.0.0/0' }],
          },
          after: { ingress: [] },
        },
      },
      false,
    ],
  ])('closes only what is in it: %s', (_, changes, isClosed) => {
    expect(closed(changes)).toEqual(isClosed ? ['error cut-off network-acl-closed aws_default_network_acl.d'] : []);
  });
});

test('a gateway that goes together with its attachment is reported once', () => {
  const lines = foundIn({
    ...NETWORK,
    ...CLIENTS,
    'aws_ec2_transit_gateway.t': { action: 'delete', before: { id: 'tgw-1' } },
    'aws_ec2_transit_gateway_vpc_attachment.a': {
      action: 'delete',
      before: { id: 'tgw-attach-1', transit_gateway_id: 'tgw-1', vpc_id: 'vpc-1', subnet_ids: [] },
    },
  });
  expect(lines.map((line) => line.split(':')[0])).toEqual([
    'warning cut-off network-path-removed aws_ec2_transit_gateway_vpc_attachment.a',
  ]);
});

describe('a route as it is written', () => {
  const table = (type = 'aws_route_table', routes: object[] = []): Changes => ({
    [`${type}.t`]: { action: 'no-op', before: { id: 'rtb-1', route: routes } },
    'aws_route_table_association.a': { action: 'no-op', before: { subnet_id: 'subnet-1', route_table_id: 'rtb-1' } },
  });
  const ROUTE = {
    route_table_id: 'rtb-1',
    destination_cidr_block: '172.16.0.0/12',
    vpc_peering_connection_id: 'pcx-1',
  };
  const lost = (changes: Changes) =>
    foundIn({ ...NETWORK, ...CLIENTS, ...changes })
      .filter((line) => /route-(?:removed|changed)/.test(line))
      .map((line) => /^\S+ \S+ (\S+) (\S+): .*?(?:route to|what is for) ([^\s]+?):? /.exec(line)!.slice(1).join(' '));

  it.each([
    ['carrier_gateway_id', {}],
    ['core_network_arn', {}],
    ['gateway_id', {}],
    ['local_gateway_id', {}],
    ['network_interface_id', {}],
    ['transit_gateway_id', {}],
    ['vpc_endpoint_id', {}],
    ['vpc_peering_connection_id', {}],
  ])('leads another way by %s', (target) => {
    const before = { ...ROUTE, vpc_peering_connection_id: '', [target]: 'to-1' };
    expect(lost({ ...table(), 'aws_route.r': { before, after: { [target]: 'to-2' } } })).toEqual([
      'route-changed aws_route.r 172.16.0.0/12',
    ]);
    expect(lost({ ...table(), 'aws_route.r': { before, after: { tags: {} } } })).toEqual([]);
  });

  it.each(['egress_only_gateway_id', 'nat_gateway_id'])('carries by %s only what a broker asks for', (target) => {
    const before = { ...ROUTE, vpc_peering_connection_id: '', [target]: 'to-1' };
    expect(lost({ ...table(), 'aws_route.r': { before, after: { [target]: 'to-2' } } })).toEqual([]);
    expect(lost({ ...table(), 'aws_route.r': { action: 'delete', before } })).toEqual([
      'route-removed aws_route.r 172.16.0.0/12',
    ]);
  });

  it.each([
    ['destination_cidr_block', '172.16.0.0/12'],
    ['destination_ipv6_cidr_block', 'fd00::/8'],
    ['destination_prefix_list_id', 'pl-1'],
  ])('is for a %s', (argument, destination) => {
    const before = { ...ROUTE, destination_cidr_block: '', [argument]: destination };
    expect(lost({ ...table(), 'aws_route.r': { action: 'delete', before } })).toEqual([
      `route-removed aws_route.r ${destination}`,
    ]);
    expect(lost({ ...table(), 'aws_route.r': { before, after: { vpc_peering_connection_id: 'pcx-2' } } })).toEqual([
      `route-changed aws_route.r ${destination}`,
    ]);
    expect(
      lost({
        ...table(),
        'aws_route.r': {
          before,
          after: { vpc_peering_connection_id: undefined },
          unknown: { vpc_peering_connection_id: true },
        },
      }),
    ).toEqual([]);
  });

  it.each([
    ['aws_route_table', 'cidr_block', '172.16.0.0/12'],
    ['aws_route_table', 'ipv6_cidr_block', 'fd00::/8'],
    ['aws_default_route_table', 'cidr_block', '172.16.0.0/12'],
    ['aws_route_table', 'destination_prefix_list_id', 'pl-1'],
  ])('is written in an %s for a %s', (type, argument, destination) => {
    const route = { [argument]: destination, transit_gateway_id: 'tgw-1' };
    const changes: Changes = {
      ...table(type),
      [`${type}.t`]: { before: { id: 'rtb-1', route: [route] }, after: { route: [] } },
    };
    expect(lost(changes)).toEqual([`route-removed ${type}.t ${destination}`]);
  });

  it('is shown by the table as well, where a resource writes it', () => {
    const shown = table('aws_route_table', [{ cidr_block: '172.16.0.0/12', vpc_peering_connection_id: 'pcx-1' }]);
    expect(lost({ ...shown, 'aws_route.r': { action: 'delete', before: ROUTE } })).toEqual([
      'route-removed aws_route.r 172.16.0.0/12',
    ]);
    expect(lost({ ...shown, 'aws_route.r': { before: ROUTE, after: { vpc_peering_connection_id: 'pcx-2' } } })).toEqual(
      ['route-changed aws_route.r 172.16.0.0/12'],
    );
    expect(
      lost({
        ...shown,
        'aws_route.r': { action: 'no-op', before: ROUTE },
        'aws_route.other': { action: 'create', after: { ...ROUTE, destination_cidr_block: '192.168.0.0/16' } },
      }),
    ).toEqual([]);
  });

  it('goes with the association of the main table, or of the subnet', () => {
    const main: Changes = {
      'aws_route_table.t': {
        action: 'no-op',
        before: { id: 'rtb-1', route: [{ cidr_block: '172.16.0.0/12', transit_gateway_id: 'tgw-1' }] },
      },
      'aws_route_table.main': { action: 'no-op', before: { id: 'rtb-main', route: [] } },
    };
    const ofVpc = { vpc_id: 'vpc-1', route_table_id: 'rtb-1' };
    expect(lost({ ...main, 'aws_main_route_table_association.m': { action: 'delete', before: ofVpc } })).toEqual([
      'route-removed aws_main_route_table_association.m 172.16.0.0/12',
    ]);
    expect(
      lost({ ...main, 'aws_main_route_table_association.m': { before: ofVpc, after: { route_table_id: 'rtb-main' } } }),
    ).toEqual(['route-removed aws_main_route_table_association.m 172.16.0.0/12']);
    expect(
      lost({
        ...main,
        'aws_main_route_table_association.m': { action: 'delete', before: { ...ofVpc, vpc_id: 'vpc-2' } },
      }),
    ).toEqual([]);
    const ofSubnet = { subnet_id: 'subnet-1', route_table_id: 'rtb-1' };
    expect(
      lost({ ...main, 'aws_route_table_association.a': { before: ofSubnet, after: { route_table_id: 'rtb-main' } } }),
    ).toEqual(['route-removed aws_route_table_association.a 172.16.0.0/12']);
  });
});
