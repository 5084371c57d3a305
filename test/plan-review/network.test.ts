import { readFileSync } from 'node:fs';
import { ATTACHMENTS, WAYS_IN } from '../../src/plan-review/plan/reachability/network-types';
import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';
import { type Changes, foundIn, ORDERS } from './found-in';
import { BROKER, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const NETWORK: Changes = {
  ...ORDERS,
  'aws_vpc.v': { action: 'no-op', before: { id: 'vpc-1', cidr_block: '10.0.0.0/16', main_route_table_id: 'rtb-main' } },
  'aws_subnet.a': { action: 'no-op', before: { id: 'subnet-1', vpc_id: 'vpc-1' } },
  'aws_security_group.g': { action: 'no-op', before: { id: 'sg-1', vpc_id: 'vpc-1', ingress: [] } },
};
const clients = (cidr: string): Changes => ({
  'aws_vpc_security_group_ingress_rule.r': {
    action: 'no-op',
    before: {
      id: 'sgr-1',
      security_group_id: 'sg-1',
      ip_protocol: 'tcp',
      from_port: 61617,
      to_port: 61617,
      cidr_ipv4: cidr,
    },
  },
});
/** A further rule of the group of the broker. */
const ingress = (name: string, port: number, source: object): Changes => ({
  [`aws_vpc_security_group_ingress_rule.${name}`]: {
    action: 'no-op',
    before: {
      id: `sgr-${name}`,
      security_group_id: 'sg-1',
      ip_protocol: 'tcp',
      from_port: port,
      to_port: port,
      ...source,
    },
  },
});
const found = (changes: Changes) => foundIn({ ...NETWORK, ...clients('10.0.0.0/16'), ...changes });

const all = (rule_no: number, action: string, cidr_block = '0.0.0.0/0') => ({
  rule_no,
  action,
  protocol: '-1',
  cidr_block,
  from_port: 0,
  to_port: 0,
});
const tcp = (rule_no: number, action: string, port: number) => ({
  ...all(rule_no, action),
  protocol: '6',
  from_port: port,
  to_port: port,
});
const OPEN_ACL = { id: 'acl-1', subnet_ids: ['subnet-1'], ingress: [all(100, 'allow')], egress: [all(100, 'allow')] };
const ACL = 'aws_network_acl.n';
const DENIES = {
  network_acl_id: 'acl-1',
  rule_number: 1,
  rule_action: 'deny',
  egress: false,
  protocol: '-1',
  cidr_block: '0.0.0.0/0',
};
const OTHER_GROUP = { action: 'no-op', before: { id: 'sg-9', vpc_id: 'vpc-1', ingress: [] } } as const;
const NO_RULE: Changes = { 'aws_vpc_security_group_ingress_rule.r': { action: 'no-op', before: { id: 'sgr-9' } } };
const BLOCKED =
  'blocks 10.0.0.0/16 in a subnet of aws_mq_broker.orders on 61617 (OpenWire), or the answers to them. No client that the security groups allow gets through.';

describe('a network ACL in front of a broker', () => {
  it.each<[string, Changes, string[]]>([
    [
      'denies everything',
      { [ACL]: { before: OPEN_ACL, after: { ingress: [all(100, 'deny')] } } },
      [`error cut-off network-acl-closed ${ACL}: ${ACL} ${BLOCKED}`],
    ],
    [
      'denies the port by a rule with a lower number',
      { [ACL]: { before: OPEN_ACL, after: { ingress: [all(100, 'allow'), tcp(90, 'deny', 61617)] } } },
      [`error cut-off network-acl-closed ${ACL}: ${ACL} ${BLOCKED}`],
    ],
    [
      'denies the answers',
      { [ACL]: { before: OPEN_ACL, after: { egress: [tcp(100, 'allow', 443)] } } },
      [`error cut-off network-acl-closed ${ACL}: ${ACL} ${BLOCKED}`],
    ],
    [
      'denies everything, where no plan has the security group',
      {
        [ACL]: { before: OPEN_ACL, after: { ingress: [all(100, 'deny')] } },
        'aws_security_group.g': OTHER_GROUP,
        ...NO_RULE,
      },
      [
        `error cut-off network-acl-closed ${ACL}: ${ACL} blocks clients in a subnet of aws_mq_broker.orders on 5671 (AMQP), 8162 (web console), 8883 (MQTT), 61614 (STOMP), 61617 (OpenWire) and 61619 (WebSocket), or the answers to them. No client that the security groups allow gets through.`,
      ],
    ],
    [
      'denies some of the clients',
      { [ACL]: { before: OPEN_ACL, after: { ingress: [all(100, 'allow'), all(50, 'deny', '10.0.7.0/24')] } } },
      [
        `warning cut-off network-acl-closed ${ACL}: ${ACL} blocks 10.0.0.0/16 in a subnet of aws_mq_broker.orders on 61617 (OpenWire), or the answers to them.`,
      ],
    ],
    [
      'loses its only rule resource',
      {
        [ACL]: { action: 'no-op', before: OPEN_ACL },
        'aws_network_acl_rule.in': {
          action: 'delete',
          before: {
            network_acl_id: 'acl-1',
            rule_number: 100,
            rule_action: 'allow',
            egress: false,
            protocol: '-1',
            cidr_block: '0.0.0.0/0',
          },
        },
      },
      [`error cut-off network-acl-closed aws_network_acl_rule.in: aws_network_acl_rule.in ${BLOCKED}`],
    ],
    [
      'takes in the subnet and has no rule for it',
      {
        [ACL]: {
          action: 'create',
          after: { subnet_ids: ['subnet-1'], ingress: [], egress: [] },
          unknown: { id: true },
        },
      },
      [`error cut-off network-acl-closed ${ACL}: ${ACL} ${BLOCKED}`],
    ],
    [
      'has rules for answers that are known only after the apply',
      { [ACL]: { before: OPEN_ACL, after: { egress: undefined }, unknown: { egress: true } } },
      [
        `warning cut-off network-acl-closed ${ACL}: What the network ACL ${ACL} allows into a subnet of aws_mq_broker.orders is known only after the apply: at worst nothing.`,
      ],
    ],
    [
      'has rules that are known only after the apply',
      { [ACL]: { before: OPEN_ACL, after: { ingress: undefined }, unknown: { ingress: true } } },
      [
        `warning cut-off network-acl-closed ${ACL}: What the network ACL ${ACL} allows into a subnet of aws_mq_broker.orders is known only after the apply: at worst nothing.`,
      ],
    ],
    [
      'is the default one of the VPC, which a plan takes over without rules',
      {
        'aws_vpc.v': {
          action: 'no-op',
          before: { id: 'vpc-1', cidr_block: '10.0.0.0/16', default_network_acl_id: 'acl-d' },
        },
        'aws_default_network_acl.d': {
          action: 'create',
          after: { default_network_acl_id: 'acl-d', ingress: [], egress: [] },
        },
      },
      [`error cut-off network-acl-closed aws_default_network_acl.d: aws_default_network_acl.d ${BLOCKED}`],
    ],
    [
      'is one of which no plan has the rules',
      {
        'aws_network_acl_association.a': {
          before: { subnet_id: 'subnet-1', network_acl_id: 'acl-1' },
          after: { network_acl_id: 'acl-2' },
        },
      },
      [
        'warning cut-off network-acl-closed aws_network_acl_association.a: What the network ACL of aws_network_acl_association.a allows into a subnet of aws_mq_broker.orders cannot be seen in these plans: at worst nothing.',
      ],
    ],
    ...(
      [
        ['gets a rule that denies', { action: 'create', after: DENIES }, 'error', BLOCKED],
        [
          'loses a rule that allows',
          { action: 'delete', before: { ...DENIES, rule_action: 'allow' } },
          'warning',
          'allows into a subnet of aws_mq_broker.orders cannot be seen in these plans: at worst nothing.',
        ],
      ] as const
    ).map(([title, change, severity, said]): [string, Changes, string[]] => [
      `is in no plan, and ${title}`,
      {
        'aws_network_acl_association.a': {
          action: 'no-op',
          before: { subnet_id: 'subnet-1', network_acl_id: 'acl-1' },
        },
        'aws_network_acl_rule.r': change,
      },
      [
        `${severity} cut-off network-acl-closed aws_network_acl_rule.r: ${severity === 'error' ? '' : 'What the network ACL of '}aws_network_acl_rule.r ${said}`,
      ],
    ]),
    [
      'no longer blocks what the security groups allow',
      {
        ...clients('0.0.0.0/0'),
        [ACL]: {
          before: { ...OPEN_ACL, ingress: [all(100, 'allow', '10.0.0.0/8')] },
          after: { ingress: [all(100, 'allow')] },
        },
      },
      [
        `error exposure network-acl-opened ${ACL}: ${ACL} no longer blocks 0.0.0.0/0, which the security groups allow, so they reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'denies addresses that no security group allows',
      { [ACL]: { before: OPEN_ACL, after: { ingress: [all(100, 'allow'), all(50, 'deny', '203.0.113.0/24')] } } },
      [],
    ],
    ['changes its tags', { [ACL]: { before: OPEN_ACL, after: { tags: { a: 'b' } } } }, []],
    [
      'is no longer that of the subnet, which is in the default one again',
      {
        [ACL]: { action: 'no-op', before: { ...OPEN_ACL, ingress: [all(100, 'deny')] } },
        'aws_network_acl_association.a': {
          action: 'delete',
          before: { subnet_id: 'subnet-1', network_acl_id: 'acl-1' },
        },
      },
      [
        'warning exposure network-acl-opened aws_network_acl_association.a: aws_network_acl_association.a no longer blocks 10.0.0.0/16, which the security groups allow, so they reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'denies a port that only one of two brokers with the same group has',
      {
        'aws_mq_broker.rabbit': {
          action: 'no-op',
          before: { ...BROKER, id: 'b-2', arn: `${BROKER.arn}-2`, engine_type: 'RabbitMQ', engine_version: '3.13' },
        },
        [ACL]: { before: OPEN_ACL, after: { ingress: [all(100, 'allow'), tcp(90, 'deny', 61617)] } },
      },
      [`error cut-off network-acl-closed ${ACL}: ${ACL} ${BLOCKED}`],
    ],
    [
      'denies some of the clients, of which others come by their group or from elsewhere',
      {
        ...ingress('s', 61617, { cidr_ipv4: '10.9.0.0/24' }),
        ...ingress('t', 61617, { referenced_security_group_id: 'sg-9' }),
        [ACL]: { before: OPEN_ACL, after: { ingress: [all(100, 'allow'), all(50, 'deny', '10.0.7.0/24')] } },
      },
      [
        `warning cut-off network-acl-closed ${ACL}: ${ACL} blocks 10.0.0.0/16 in a subnet of aws_mq_broker.orders on 61617 (OpenWire), or the answers to them.`,
      ],
    ],
    [
      'denies all clients of one port, and some of another',
      {
        ...ingress('s', 8162, { cidr_ipv4: '10.0.0.0/16' }),
        [ACL]: {
          before: OPEN_ACL,
          after: { ingress: [all(100, 'allow'), tcp(90, 'deny', 61617), all(50, 'deny', '10.0.7.0/24')] },
        },
      },
      [
        `error cut-off network-acl-closed ${ACL}: ${ACL} ${BLOCKED.replace('61617 (OpenWire)', '8162 (web console) and 61617 (OpenWire)')}`,
      ],
    ],
    [
      'lets the internet reach one port, and the company another',
      {
        ...clients('0.0.0.0/0'),
        ...ingress('s', 8162, { cidr_ipv4: '10.0.0.0/8' }),
        [ACL]: {
          before: { ...OPEN_ACL, ingress: [all(100, 'allow', '10.1.0.0/16')] },
          after: { ingress: [all(100, 'allow')] },
        },
      },
      [
        `error exposure network-acl-opened ${ACL}: ${ACL} no longer blocks 0.0.0.0/0 and 10.0.0.0/8, which the security groups allow, so they reach aws_mq_broker.orders on 8162 (web console) and 61617 (OpenWire).`,
      ],
    ],
    [
      'denies everything to a broker that has a second group, which no plan has',
      {
        'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, security_groups: ['sg-1', 'sg-7'] } },
        ...NO_RULE,
        [ACL]: { before: OPEN_ACL, after: { ingress: [tcp(90, 'deny', 8162), all(100, 'allow')] } },
      },
      [
        `error cut-off network-acl-closed ${ACL}: ${ACL} blocks clients in a subnet of aws_mq_broker.orders on 8162 (web console), or the answers to them. No client that the security groups allow gets through.`,
      ],
    ],
    [
      'is the default one of the VPC, and its rules are known only after the apply',
      {
        'aws_vpc.v': {
          action: 'no-op',
          before: { id: 'vpc-1', cidr_block: '10.0.0.0/16', default_network_acl_id: 'acl-d' },
        },
        'aws_default_network_acl.d': {
          before: {
            id: 'acl-d',
            subnet_ids: ['subnet-1'],
            default_network_acl_id: 'acl-d',
            ingress: [all(100, 'allow')],
            egress: [all(100, 'allow')],
          },
          after: { ingress: undefined },
          unknown: { ingress: true },
        },
      },
      [
        'warning cut-off network-acl-closed aws_default_network_acl.d: What the network ACL aws_default_network_acl.d allows into a subnet of aws_mq_broker.orders is known only after the apply: at worst nothing.',
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });
});

describe('the routes of a broker', () => {
  const TABLE: Changes = {
    'aws_route_table.t': { action: 'no-op', before: { id: 'rtb-1', vpc_id: 'vpc-1', route: [] } },
    'aws_route_table_association.a': {
      action: 'no-op',
      before: { id: 'rtbassoc-1', subnet_id: 'subnet-1', route_table_id: 'rtb-1' },
    },
  };
  const ROUTE = {
    id: 'r-1',
    route_table_id: 'rtb-1',
    destination_cidr_block: '172.16.0.0/12',
    vpc_peering_connection_id: 'pcx-1',
  };
  const INTERNET = {
    id: 'r-2',
    route_table_id: 'rtb-1',
    destination_cidr_block: '0.0.0.0/0',
    gateway_id: 'igw-1',
  };
  const PRIVATE_ENTRY = { cidr: '192.168.0.0/16' };
  const LIST = { id: 'pl-1', entry: [{ cidr: '172.16.0.0/12' }, PRIVATE_ENTRY] };
  const TO_LIST = { ...ROUTE, destination_cidr_block: '', destination_prefix_list_id: 'pl-1' };
  const PUBLIC: Changes = {
    'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, publicly_accessible: true } },
  };
  /** Its table is the main one by a resource, before which another one was. */
  const MAIN: Changes = {
    'aws_vpc.v': { action: 'no-op', before: { id: 'vpc-1', cidr_block: '10.0.0.0/16', main_route_table_id: 'rtb-1' } },
    'aws_route_table.t': { action: 'no-op', before: { id: 'rtb-1', vpc_id: 'vpc-1', route: [] } },
    'aws_route_table.old': { action: 'no-op', before: { id: 'rtb-main', vpc_id: 'vpc-1', route: [] } },
  };
  const OF_MAIN = { vpc_id: 'vpc-1', route_table_id: 'rtb-1', original_route_table_id: 'rtb-main' };
  const ELSEWHERE =
    'A subnet of aws_mq_broker.orders sends what is for 172.16.0.0/12 another way: unless the same clients are at its end, the answers of the broker do not arrive.';
  const LOST =
    'A subnet of aws_mq_broker.orders no longer has a route to 172.16.0.0/12: the broker reaches nothing there, and its answers do not arrive.';
  it.each<[string, Changes, string[]]>([
    [
      'lose one',
      { ...TABLE, 'aws_route.corp': { action: 'delete', before: ROUTE } },
      [`warning cut-off route-removed aws_route.corp: ${LOST}`],
    ],
    [
      'lose the one behind which all clients are',
      { ...TABLE, ...clients('172.16.0.0/16'), 'aws_route.corp': { action: 'delete', before: ROUTE } },
      [`error cut-off route-removed aws_route.corp: ${LOST} All clients that its security groups allow are there.`],
    ],
    ...(
      [
        ['taken over', { action: 'create', after: { default_route_table_id: 'rtb-main', route: [] } }, true],
        [
          'taken over, and is that of another VPC',
          { action: 'create', after: { default_route_table_id: 'rtb-9' } },
          false,
        ],
        ['there already', { action: 'no-op', before: { id: 'rtb-main', route: [] } }, false],
      ] as const
    ).map(([how, change, isLost]): [string, Changes, string[]] => [
      `are in the default table, which is ${how}`,
      { 'aws_default_route_table.d': change },
      isLost
        ? [
            'warning cut-off route-changed aws_default_route_table.d: aws_default_route_table.d takes over the route table of a subnet of aws_mq_broker.orders, and the provider removes each route in it that is not written there: unless those to the clients are, the answers of the broker do not arrive.',
          ]
        : [],
    ]),
    ...(
      [
        [
          'lead to a prefix list, which loses an entry',
          'aws_ec2_managed_prefix_list.l',
          { after: { entry: [PRIVATE_ENTRY] } },
        ],
        [
          'lead to a prefix list, which loses the resource of an entry',
          'aws_ec2_managed_prefix_list_entry.e',
          { action: 'delete', before: { prefix_list_id: 'pl-1', cidr: '172.16.0.0/12' } },
        ],
        ['to a prefix list go', 'aws_route.corp', { action: 'delete', before: TO_LIST }],
      ] as const
    ).map(([how, address, change]): [string, Changes, string[]] => [
      `${how}, and all clients are there`,
      {
        ...TABLE,
        ...clients('172.16.0.0/16'),
        'aws_route.corp': { action: 'no-op', before: TO_LIST },
        'aws_ec2_managed_prefix_list.l': { action: 'no-op', before: LIST },
        [address]: { before: LIST, ...change },
      },
      [
        `error cut-off route-removed ${address}: ${address === 'aws_route.corp' ? LOST.replace('172.16.0.0/12', '172.16.0.0/12 and 192.168.0.0/16') : LOST} All clients that its security groups allow are there.`,
      ],
    ]),
    [
      'lead to the addresses of a prefix list from now on',
      {
        ...TABLE,
        'aws_ec2_managed_prefix_list.l': { action: 'no-op', before: { ...LIST, entry: [LIST.entry[0]] } },
        'aws_route.list': { action: 'delete', before: TO_LIST },
        'aws_route.corp': { action: 'create', after: ROUTE },
      },
      [],
    ],
    [
      'lead to a prefix list with an entry that is known only after the apply',
      {
        ...TABLE,
        'aws_route.corp': { action: 'no-op', before: TO_LIST },
        'aws_ec2_managed_prefix_list.l': {
          before: LIST,
          after: { entry: [PRIVATE_ENTRY, {}] },
          unknown: { entry: [{}, { cidr: true }] },
        },
      },
      [],
    ],
    [
      'are not in the default table, which is taken over',
      { ...TABLE, 'aws_default_route_table.d': { action: 'create', after: { default_route_table_id: 'rtb-main' } } },
      [],
    ],
    ...(
      [
        ['from an instance to a NAT gateway', { network_interface_id: 'eni-1' }, { nat_gateway_id: 'nat-1' }],
        ['from a transit gateway to a NAT gateway', { transit_gateway_id: 'tgw-1' }, { nat_gateway_id: 'nat-1' }],
      ] as const
    ).map(([how, before, after]): [string, Changes, string[]] => [
      `lead ${how}, while a more specific one leads to all clients`,
      {
        ...TABLE,
        ...clients('172.16.0.0/16'),
        'aws_route.corp': { action: 'no-op', before: ROUTE },
        'aws_route.all': {
          before: { ...INTERNET, gateway_id: '', ...before },
          after: { network_interface_id: '', transit_gateway_id: '', ...after },
        },
      },
      [`warning cut-off route-removed aws_route.all: ${LOST.replace('172.16.0.0/12', '0.0.0.0/0')}`],
    ]),
    [
      'lead from a transit gateway to a NAT gateway, and all clients were behind the transit gateway',
      {
        ...TABLE,
        ...clients('172.16.0.0/16'),
        'aws_route.all': {
          before: { ...INTERNET, gateway_id: '', transit_gateway_id: 'tgw-1' },
          after: { transit_gateway_id: '', nat_gateway_id: 'nat-1' },
        },
      },
      [
        `error cut-off route-removed aws_route.all: ${LOST.replace('172.16.0.0/12', '0.0.0.0/0')} All clients that its security groups allow are there.`,
      ],
    ],
    [
      'lose a NAT gateway, while a more specific one leads to all clients',
      {
        ...TABLE,
        ...clients('172.16.0.0/16'),
        'aws_route.corp': { action: 'no-op', before: ROUTE },
        'aws_route.all': { action: 'delete', before: { ...INTERNET, gateway_id: '', nat_gateway_id: 'nat-1' } },
      },
      [`warning cut-off route-removed aws_route.all: ${LOST.replace('172.16.0.0/12', '0.0.0.0/0')}`],
    ],
    [
      'lose one whose clients come by a new and more specific one',
      {
        ...TABLE,
        ...clients('172.16.0.0/16'),
        'aws_route.corp': { action: 'create', after: ROUTE },
        'aws_route.all': { action: 'delete', before: { ...INTERNET, gateway_id: '', transit_gateway_id: 'tgw-1' } },
      },
      [`warning cut-off route-removed aws_route.all: ${LOST.replace('172.16.0.0/12', '0.0.0.0/0')}`],
    ],
    [
      'lead through the endpoint of a firewall, which passes on clients and answers',
      {
        ...TABLE,
        ...clients('172.16.0.0/16'),
        'aws_route.corp': {
          before: ROUTE,
          after: { vpc_peering_connection_id: '', vpc_endpoint_id: 'vpce-1' },
        },
      },
      [`warning cut-off route-changed aws_route.corp: ${ELSEWHERE}`],
    ],
    [
      'of a public broker get a private destination of their own, which no internet gateway had',
      {
        ...TABLE,
        ...PUBLIC,
        'aws_route.all': { action: 'no-op', before: INTERNET },
        'aws_route.corp': { action: 'create', after: ROUTE },
      },
      [],
    ],
    [
      'lose one that is written in the table',
      {
        ...TABLE,
        'aws_route_table.t': {
          before: { id: 'rtb-1', route: [{ cidr_block: '172.16.0.0/12', gateway_id: 'tgw-1' }] },
          after: { route: [] },
        },
      },
      [`warning cut-off route-removed aws_route_table.t: ${LOST}`],
    ],
    [
      'lose them with the association of the table',
      {
        ...TABLE,
        'aws_route.corp': { action: 'no-op', before: ROUTE },
        'aws_route_table_association.a': {
          action: 'delete',
          before: { id: 'rtbassoc-1', subnet_id: 'subnet-1', route_table_id: 'rtb-1' },
        },
      },
      [`warning cut-off route-removed aws_route_table_association.a: ${LOST}`],
    ],
    [
      'lose one in the main table of the VPC',
      { 'aws_route.corp': { action: 'delete', before: { ...ROUTE, route_table_id: 'rtb-main' } } },
      [`warning cut-off route-removed aws_route.corp: ${LOST}`],
    ],
    [
      'keep a wider one',
      {
        ...TABLE,
        'aws_route.corp': { action: 'delete', before: ROUTE },
        'aws_route.all': { action: 'no-op', before: { ...ROUTE, id: 'r-2', destination_cidr_block: '0.0.0.0/0' } },
      },
      [],
    ],
    [
      'move from the table to a resource',
      {
        ...TABLE,
        'aws_route_table.t': {
          before: { id: 'rtb-1', route: [{ cidr_block: '172.16.0.0/12', vpc_peering_connection_id: 'pcx-1' }] },
          after: { route: [] },
        },
        'aws_route.corp': { action: 'create', after: ROUTE },
      },
      [],
    ],
    [
      'lose one, and only what the broker asks for itself is still routed',
      {
        ...TABLE,
        'aws_route.corp': { action: 'delete', before: ROUTE },
        'aws_route.all': {
          action: 'no-op',
          before: { id: 'r-2', route_table_id: 'rtb-1', destination_cidr_block: '0.0.0.0/0', nat_gateway_id: 'nat-1' },
        },
      },
      [`warning cut-off route-removed aws_route.corp: ${LOST}`],
    ],
    [
      'lead another way',
      {
        ...TABLE,
        'aws_route.corp': { before: ROUTE, after: { vpc_peering_connection_id: '', transit_gateway_id: 'tgw-1' } },
      },
      [`warning cut-off route-changed aws_route.corp: ${ELSEWHERE}`],
    ],
    [
      'lead another way for a part',
      {
        ...TABLE,
        'aws_route.corp': { action: 'no-op', before: ROUTE },
        'aws_route.part': {
          action: 'create',
          after: { route_table_id: 'rtb-1', destination_cidr_block: '172.16.9.0/24', network_interface_id: 'eni-1' },
        },
      },
      [`warning cut-off route-changed aws_route.part: ${ELSEWHERE.replace('172.16.0.0/12', '172.16.9.0/24')}`],
    ],
    [
      'get another NAT gateway',
      {
        ...TABLE,
        'aws_route.all': {
          before: { id: 'r-2', route_table_id: 'rtb-1', destination_cidr_block: '0.0.0.0/0', nat_gateway_id: 'nat-1' },
          after: { nat_gateway_id: 'nat-2' },
        },
      },
      [],
    ],
    [
      'lead to a new peering connection',
      {
        ...TABLE,
        'aws_route.corp': {
          before: ROUTE,
          after: { vpc_peering_connection_id: undefined },
          unknown: { vpc_peering_connection_id: true },
          references: { vpc_peering_connection_id: ['aws_vpc_peering_connection.p.id'] },
        },
        'aws_vpc_peering_connection.p': { action: 'create', after: { vpc_id: 'vpc-9' }, unknown: { id: true } },
      },
      [`warning cut-off route-changed aws_route.corp: ${ELSEWHERE}`],
    ],
    [
      'lead to the same peering connection, which is replaced',
      {
        ...TABLE,
        'aws_route.corp': {
          before: ROUTE,
          after: { vpc_peering_connection_id: undefined },
          unknown: { vpc_peering_connection_id: true },
          references: { vpc_peering_connection_id: ['aws_vpc_peering_connection.p.id'] },
        },
        'aws_vpc_peering_connection.p': { action: 'replace', before: { id: 'pcx-1', vpc_id: 'vpc-9' } },
      },
      [],
    ],
    [
      'of a private broker lead to a NAT gateway instead of the internet',
      { ...TABLE, 'aws_route.all': { before: INTERNET, after: { gateway_id: '', nat_gateway_id: 'nat-1' } } },
      [],
    ],
    [
      'of a public broker lead to a NAT gateway instead of the internet',
      {
        ...TABLE,
        ...PUBLIC,
        'aws_route.all': { before: INTERNET, after: { gateway_id: '', nat_gateway_id: 'nat-1' } },
      },
      [`warning cut-off route-removed aws_route.all: ${LOST.replace('172.16.0.0/12', '0.0.0.0/0')}`],
    ],
    [
      'of a public broker lead to a NAT gateway, beside a private one that does not mind',
      {
        ...TABLE,
        ...PUBLIC,
        'aws_mq_broker.inner': { action: 'no-op', before: { ...BROKER, id: 'b-2', arn: `${BROKER.arn}-2` } },
        'aws_route.all': { before: INTERNET, after: { gateway_id: '', nat_gateway_id: 'nat-1' } },
      },
      [`warning cut-off route-removed aws_route.all: ${LOST.replace('172.16.0.0/12', '0.0.0.0/0')}`],
    ],
    [
      'lose one behind which some clients are, and lead another way to the others',
      {
        ...TABLE,
        ...clients('172.16.0.0/16'),
        ...ingress('s', 61617, { cidr_ipv4: '192.168.0.0/16' }),
        'aws_route.corp': { action: 'delete', before: ROUTE },
        'aws_route.lab': {
          before: { ...ROUTE, id: 'r-3', destination_cidr_block: '192.168.0.0/16' },
          after: { vpc_peering_connection_id: '', transit_gateway_id: 'tgw-1' },
        },
      },
      [
        `warning cut-off route-removed aws_route.corp: ${LOST}`,
        `warning cut-off route-changed aws_route.lab: ${ELSEWHERE.replace('172.16.0.0/12', '192.168.0.0/16')}`,
      ],
    ],
    [
      'lose one behind which all clients are, but for the members of a group',
      {
        ...TABLE,
        ...clients('172.16.0.0/16'),
        ...ingress('s', 61617, { referenced_security_group_id: 'sg-9' }),
        'aws_route.corp': { action: 'delete', before: ROUTE },
      },
      [`warning cut-off route-removed aws_route.corp: ${LOST}`],
    ],
    [
      'lose one with the association that made their table the main one',
      {
        ...MAIN,
        'aws_route.corp': { action: 'no-op', before: ROUTE },
        'aws_main_route_table_association.m': { action: 'delete', before: OF_MAIN },
      },
      [`warning cut-off route-removed aws_main_route_table_association.m: ${LOST}`],
    ],
    [
      'keep it where the table that is the main one again has it too',
      {
        ...MAIN,
        'aws_route.corp': { action: 'no-op', before: ROUTE },
        'aws_route.same': { action: 'no-op', before: { ...ROUTE, id: 'r-9', route_table_id: 'rtb-main' } },
        'aws_main_route_table_association.m': { action: 'delete', before: OF_MAIN },
      },
      [],
    ],
    ...(
      [
        ['stays', { action: 'no-op', before: OF_MAIN }],
        ['Terraform forgets', { action: 'forget', before: OF_MAIN }],
        ['is of another VPC', { action: 'delete', before: { ...OF_MAIN, vpc_id: 'vpc-9' } }],
      ] as const
    ).map(([what, change]): [string, Changes, string[]] => [
      `keep it while the association that made their table the main one ${what}`,
      {
        ...MAIN,
        'aws_route.corp': { action: 'no-op', before: ROUTE },
        'aws_main_route_table_association.m': change,
      },
      [],
    ]),
    [
      'lose one in a table that no plan has, beside one whose routes are unknown',
      {
        ...TABLE,
        'aws_route_table.t': {
          before: { id: 'rtb-9', vpc_id: 'vpc-1', route: [] },
          after: { route: undefined },
          unknown: { route: true },
        },
        'aws_route.corp': { action: 'delete', before: ROUTE },
      },
      [`warning cut-off route-removed aws_route.corp: ${LOST}`],
    ],
    [
      'lose one to addresses of the internet, which a public broker reaches by its gateway all the same',
      {
        ...TABLE,
        ...PUBLIC,
        'aws_route.corp': { action: 'delete', before: { ...ROUTE, destination_cidr_block: '203.0.113.0/24' } },
        'aws_route.all': { action: 'no-op', before: INTERNET },
      },
      [`warning cut-off route-changed aws_route.corp: ${ELSEWHERE.replace('172.16.0.0/12', '203.0.113.0/24')}`],
    ],
    [
      'lose one to private addresses, which no gateway to the internet leads to',
      {
        ...TABLE,
        ...PUBLIC,
        'aws_route.corp': { action: 'delete', before: ROUTE },
        'aws_route.all': { action: 'no-op', before: INTERNET },
      },
      [`warning cut-off route-removed aws_route.corp: ${LOST}`],
    ],
    [
      'lose the addresses of a prefix list',
      {
        ...TABLE,
        'aws_route.corp': {
          action: 'delete',
          before: { ...ROUTE, destination_cidr_block: '', destination_prefix_list_id: 'pl-1' },
        },
      },
      [`warning cut-off route-removed aws_route.corp: ${LOST.replace('172.16.0.0/12', 'pl-1')}`],
    ],
    [
      'lead the addresses of a prefix list another way',
      {
        ...TABLE,
        'aws_route.corp': {
          before: { ...ROUTE, destination_cidr_block: '', destination_prefix_list_id: 'pl-1' },
          after: { vpc_peering_connection_id: '', transit_gateway_id: 'tgw-1' },
        },
      },
      [`warning cut-off route-changed aws_route.corp: ${ELSEWHERE.replace('172.16.0.0/12', 'pl-1')}`],
    ],
    [
      'keep the way of a prefix list',
      {
        ...TABLE,
        'aws_route.corp': {
          before: { ...ROUTE, destination_cidr_block: '', destination_prefix_list_id: 'pl-1' },
          after: { id: 'r-9' },
        },
      },
      [],
    ],
    [
      'lose one behind which all clients of one port are, and none of another',
      {
        ...TABLE,
        ...clients('172.16.0.0/16'),
        ...ingress('s', 8162, { cidr_ipv4: '10.0.0.0/16' }),
        'aws_route.corp': { action: 'delete', before: ROUTE },
      },
      [`warning cut-off route-removed aws_route.corp: ${LOST}`],
    ],
    [
      'lose one behind which all clients of one of two brokers are',
      {
        ...TABLE,
        ...clients('172.16.0.0/16'),
        'aws_mq_broker.second': {
          action: 'no-op',
          before: { ...BROKER, id: 'b-2', arn: `${BROKER.arn}-2`, security_groups: ['sg-2'] },
        },
        'aws_security_group.second': {
          action: 'no-op',
          before: {
            id: 'sg-2',
            vpc_id: 'vpc-1',
            ingress: [{ from_port: 61617, to_port: 61617, protocol: 'tcp', cidr_blocks: ['10.0.0.0/16'] }],
          },
        },
        'aws_route.corp': { action: 'delete', before: ROUTE },
      },
      [
        `error cut-off route-removed aws_route.corp: ${LOST.replace('aws_mq_broker.orders', 'aws_mq_broker.orders and aws_mq_broker.second')} All clients that its security groups allow are there.`,
      ],
    ],
    [
      'lose the one behind which all clients are, in a VPC that no plan has',
      {
        ...TABLE,
        ...clients('172.16.0.0/16'),
        'aws_vpc.v': { action: 'no-op', before: { id: 'vpc-9' } },
        'aws_route.corp': { action: 'delete', before: ROUTE },
      },
      [`error cut-off route-removed aws_route.corp: ${LOST} All clients that its security groups allow are there.`],
    ],
    [
      'of a public broker lead from its internet gateway to a firewall',
      {
        ...TABLE,
        ...PUBLIC,
        'aws_internet_gateway.i': { action: 'no-op', before: { id: 'gateway-1', vpc_id: 'vpc-1' } },
        'aws_route.all': {
          before: { ...INTERNET, gateway_id: 'gateway-1' },
          after: { gateway_id: '', network_interface_id: 'eni-1' },
        },
      },
      [`warning cut-off route-changed aws_route.all: ${ELSEWHERE.replace('172.16.0.0/12', '0.0.0.0/0')}`],
    ],
    [
      'of a private broker lead past its internet gateway',
      {
        ...TABLE,
        'aws_internet_gateway.i': { action: 'no-op', before: { id: 'gateway-1', vpc_id: 'vpc-1' } },
        'aws_route.all': {
          before: { ...INTERNET, gateway_id: 'gateway-1' },
          after: { gateway_id: '', network_interface_id: 'eni-1' },
        },
      },
      [],
    ],
    [
      'get a target that is known only after the apply',
      {
        ...TABLE,
        'aws_route.corp': {
          before: ROUTE,
          after: { vpc_peering_connection_id: undefined },
          unknown: { vpc_peering_connection_id: true },
        },
      },
      [],
    ],
    [
      'are known only after the apply in a table that is written anew',
      {
        ...TABLE,
        'aws_route_table.t': {
          before: { id: 'rtb-1', route: [{ cidr_block: '172.16.0.0/12', gateway_id: 'tgw-1' }] },
          after: { route: undefined },
          unknown: { route: true },
        },
      },
      [
        'warning cut-off route-changed aws_route_table.t: Whether a subnet of aws_mq_broker.orders keeps its route to 172.16.0.0/12 is known only after the apply: at worst the answers of the broker do not arrive.',
      ],
    ],
    [
      'no longer come from a VPN gateway',
      {
        ...TABLE,
        'aws_vpn_gateway_route_propagation.p': {
          action: 'delete',
          before: { vpn_gateway_id: 'vgw-1', route_table_id: 'rtb-1' },
        },
      },
      [
        'warning cut-off route-removed aws_vpn_gateway_route_propagation.p: A subnet of aws_mq_broker.orders no longer has a route to vgw-1: the broker reaches nothing there, and its answers do not arrive.',
      ],
    ],
    [
      'no longer come from a VPN gateway that the table names',
      {
        ...TABLE,
        'aws_route_table.t': {
          before: { id: 'rtb-1', vpc_id: 'vpc-1', route: [], propagating_vgws: ['vgw-1'] },
          after: { propagating_vgws: [] },
        },
      },
      [
        'warning cut-off route-removed aws_route_table.t: A subnet of aws_mq_broker.orders no longer has a route to vgw-1: the broker reaches nothing there, and its answers do not arrive.',
      ],
    ],
    [
      'lead to a transit gateway that is deleted',
      {
        ...TABLE,
        'aws_route.corp': {
          action: 'no-op',
          before: { ...ROUTE, vpc_peering_connection_id: '', transit_gateway_id: 'tgw-1' },
        },
        'aws_ec2_transit_gateway.t': { action: 'delete', before: { id: 'tgw-1' } },
      },
      [
        'warning cut-off route-removed aws_ec2_transit_gateway.t: A subnet of aws_mq_broker.orders no longer has a route to 172.16.0.0/12: the broker reaches nothing there, and its answers do not arrive.',
      ],
    ],
    [
      'lead to a peering connection that is deleted',
      {
        ...TABLE,
        'aws_route.corp': { action: 'no-op', before: ROUTE },
        'aws_vpc_peering_connection.p': {
          action: 'delete',
          before: { id: 'pcx-1', vpc_id: 'vpc-9', peer_vpc_id: 'vpc-8' },
        },
      },
      [`warning cut-off route-removed aws_vpc_peering_connection.p: ${LOST}`],
    ],
  ])('%s', (_, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });
});

describe('the way into the VPC of a broker', () => {
  const PUBLIC: Changes = {
    'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, publicly_accessible: true } },
  };
  it.each<[string, Changes, string[]]>([
    [
      'an internet gateway of a public broker',
      { ...PUBLIC, 'aws_internet_gateway.i': { action: 'delete', before: { id: 'igw-1', vpc_id: 'vpc-1' } } },
      [
        'error cut-off network-path-removed aws_internet_gateway.i: aws_internet_gateway.i, an internet gateway of the network of aws_mq_broker.orders, is deleted: no client on the internet reaches the broker any more.',
      ],
    ],
    [
      'an internet gateway that goes to another VPC',
      {
        ...PUBLIC,
        'aws_internet_gateway.i': { before: { id: 'igw-1', vpc_id: 'vpc-1' }, after: { vpc_id: 'vpc-2' } },
      },
      [
        'error cut-off network-path-removed aws_internet_gateway.i: aws_internet_gateway.i, an internet gateway of the network of aws_mq_broker.orders, leaves it: no client on the internet reaches the broker any more.',
      ],
    ],
    [
      'a route of a transit gateway',
      {
        'aws_ec2_transit_gateway_vpc_attachment.t': {
          action: 'no-op',
          before: { id: 'tgw-attach-1', vpc_id: 'vpc-1', subnet_ids: ['subnet-1'] },
        },
        'aws_ec2_transit_gateway_route.r': {
          action: 'delete',
          before: { id: 'r', transit_gateway_attachment_id: 'tgw-attach-1', destination_cidr_block: '10.0.0.0/16' },
        },
      },
      [
        'warning cut-off network-path-removed aws_ec2_transit_gateway_route.r: aws_ec2_transit_gateway_route.r, a transit gateway route of the network of aws_mq_broker.orders, is deleted: clients on the other side do not reach the broker any more.',
      ],
    ],
    ...(['association', 'propagation'] as const).map((kind): [string, Changes, string[]] => {
      const address = `aws_ec2_transit_gateway_route_table_${kind}.a`;
      const noun =
        kind === 'association'
          ? 'the route table of a transit gateway attachment'
          : 'a propagated transit gateway route';
      return [
        `the ${kind} of a route table of a transit gateway`,
        {
          'aws_ec2_transit_gateway_vpc_attachment.t': {
            action: 'no-op',
            before: { id: 'tgw-attach-1', vpc_id: 'vpc-1', subnet_ids: ['subnet-8'] },
          },
          [address]: { action: 'delete', before: { id: 'a', transit_gateway_attachment_id: 'tgw-attach-1' } },
        },
        [
          `warning cut-off network-path-removed ${address}: ${address}, ${noun} of the network of aws_mq_broker.orders, is deleted: clients on the other side do not reach the broker any more.`,
        ],
      ];
    }),
    [
      'an internet gateway of a private broker',
      { 'aws_internet_gateway.i': { action: 'delete', before: { id: 'igw-1', vpc_id: 'vpc-1' } } },
      [],
    ],
    [
      'a peering connection from the other side',
      {
        'aws_vpc_peering_connection.p': {
          action: 'replace',
          before: { id: 'pcx-1', vpc_id: 'vpc-2', peer_vpc_id: 'vpc-1' },
        },
      },
      [
        'warning cut-off network-path-removed aws_vpc_peering_connection.p: aws_vpc_peering_connection.p, a peering connection of the network of aws_mq_broker.orders, is replaced: clients on the other side do not reach the broker until the new one works.',
      ],
    ],
    [
      'an attachment to a transit gateway',
      {
        'aws_ec2_transit_gateway_vpc_attachment.t': {
          action: 'delete',
          before: { id: 'tgw-attach-1', subnet_ids: ['subnet-1'] },
        },
      },
      [
        'warning cut-off network-path-removed aws_ec2_transit_gateway_vpc_attachment.t: aws_ec2_transit_gateway_vpc_attachment.t, a transit gateway attachment of the network of aws_mq_broker.orders, is deleted: clients on the other side do not reach the broker any more.',
      ],
    ],
    ...(
      [
        ['of the broker', ['subnet-ta', 'subnet-tb'], ['subnet-tb'], true],
        ['of no broker', ['subnet-ta', 'subnet-tb'], ['subnet-ta'], false],
        ['of the broker, where it has another subnet', ['subnet-ta'], ['subnet-tc'], false],
        ['of the broker perhaps, in which no plan has the other subnet', ['subnet-ta'], ['subnet-9'], false],
      ] as const
    ).map(([which, before, subnet_ids, isLost]): [string, Changes, string[]] => [
      `the subnet of an attachment to a transit gateway in the zone ${which}`,
      {
        'aws_subnet.a': {
          action: 'no-op',
          before: { id: 'subnet-1', vpc_id: 'vpc-1', availability_zone: 'eu-west-1a' },
        },
        ...Object.fromEntries(
          ['ta a', 'tb b', 'tc a'].map((text) => {
            const [name, zone] = text.split(' ');
            const subnet = { id: `subnet-${name}`, vpc_id: 'vpc-1', availability_zone: `eu-west-1${zone}` };
            return [`aws_subnet.${name}`, { action: 'no-op', before: subnet }];
          }),
        ),
        'aws_subnet.elsewhere': {
          action: 'no-op',
          before: { id: 'subnet-8', vpc_id: 'vpc-8', availability_zone: 'eu-west-1a' },
        },
        'aws_ec2_transit_gateway_vpc_attachment.t': {
          before: { id: 'tgw-attach-1', vpc_id: 'vpc-1', subnet_ids: before },
          after: { subnet_ids },
        },
      },
      isLost
        ? [
            'warning cut-off network-path-removed aws_ec2_transit_gateway_vpc_attachment.t: aws_ec2_transit_gateway_vpc_attachment.t, a transit gateway attachment of the network of aws_mq_broker.orders, leaves it: clients on the other side do not reach the broker any more.',
          ]
        : [],
    ]),
    [
      'a gateway of another VPC',
      { ...PUBLIC, 'aws_internet_gateway.i': { action: 'delete', before: { id: 'igw-1', vpc_id: 'vpc-2' } } },
      [],
    ],
    [
      'an internet gateway that is replaced',
      { ...PUBLIC, 'aws_internet_gateway.i': { action: 'replace', before: { id: 'igw-1', vpc_id: 'vpc-1' } } },
      [
        'warning cut-off network-path-removed aws_internet_gateway.i: aws_internet_gateway.i, an internet gateway of the network of aws_mq_broker.orders, is replaced: no client on the internet reaches the broker until the new one works.',
      ],
    ],
    [
      'an internet gateway that is replaced for a VPC that is known only after the apply',
      {
        ...PUBLIC,
        'aws_internet_gateway.i': {
          action: 'replace',
          before: { id: 'igw-1', vpc_id: 'vpc-1' },
          after: { vpc_id: undefined },
          unknown: { vpc_id: true },
        },
      },
      [
        'warning cut-off network-path-removed aws_internet_gateway.i: aws_internet_gateway.i, an internet gateway of the network of aws_mq_broker.orders, is replaced: no client on the internet reaches the broker until the new one works.',
      ],
    ],
    [
      'the attachment of an internet gateway',
      {
        ...PUBLIC,
        'aws_internet_gateway_attachment.i': {
          action: 'delete',
          before: { id: 'a', internet_gateway_id: 'igw-1', vpc_id: 'vpc-1' },
        },
      },
      [
        'error cut-off network-path-removed aws_internet_gateway_attachment.i: aws_internet_gateway_attachment.i, an internet gateway attachment of the network of aws_mq_broker.orders, is deleted: no client on the internet reaches the broker any more.',
      ],
    ],
    [
      'the attachment of an internet gateway of a private broker',
      {
        'aws_internet_gateway_attachment.i': {
          action: 'delete',
          before: { id: 'a', internet_gateway_id: 'igw-1', vpc_id: 'vpc-1' },
        },
      },
      [],
    ],
    ...(
      [
        ['is new', { action: 'create', after: { vpc_id: 'vpc-1' } }],
        ['Terraform forgets', { action: 'forget', before: { id: 'igw-1', vpc_id: 'vpc-1' } }],
        ['gets a tag', { before: { id: 'igw-1', vpc_id: 'vpc-1' }, after: { tags: { a: 'b' } } }],
        [
          'perhaps goes to another VPC',
          { before: { id: 'igw-1', vpc_id: 'vpc-1' }, after: { vpc_id: undefined }, unknown: { vpc_id: true } },
        ],
      ] as const
    ).map(([what, change]): [string, Changes, string[]] => [
      `no internet gateway that ${what}`,
      { ...PUBLIC, 'aws_internet_gateway.i': change },
      [],
    ]),
    ...(
      [
        ['to the addresses of its VPC', '10.0.0.0/16', {}, true],
        ['to other addresses', '10.7.0.0/16', {}, false],
        ['whose addresses are those of a prefix list', undefined, {}, false],
        [
          'to the addresses of its VPC, which is the default one',
          '10.0.0.0/16',
          {
            'aws_vpc.v': { action: 'no-op', before: { id: 'vpc-9' } },
            'aws_default_vpc.v': { action: 'no-op', before: { id: 'vpc-1', cidr_block: '10.0.0.0/16' } },
          },
          true,
        ],
      ] as const
    ).map(([title, destination_cidr_block, more, isLost]): [string, Changes, string[]] => [
      `a route ${title} of a transit gateway that no plan has`,
      {
        ...more,
        'aws_ec2_transit_gateway_route.r': {
          action: 'delete',
          before: { id: 'r', transit_gateway_attachment_id: 'tgw-attach-9', destination_cidr_block },
        },
      },
      isLost
        ? [
            'warning cut-off network-path-removed aws_ec2_transit_gateway_route.r: aws_ec2_transit_gateway_route.r, a transit gateway route of the network of aws_mq_broker.orders, is deleted: clients on the other side do not reach the broker any more.',
          ]
        : [],
    ]),
    [
      'no route of a transit gateway that changes',
      {
        'aws_ec2_transit_gateway_route.r': {
          before: { id: 'r', transit_gateway_attachment_id: 'tgw-attach-9', destination_cidr_block: '10.0.0.0/16' },
          after: { blackhole: false, id: 's' },
        },
      },
      [],
    ],
  ])('is lost with %s', (_, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });
});

describe('VPC Block Public Access', () => {
  const OPTIONS = 'aws_vpc_block_public_access_options.o';
  const EXCLUSION = 'aws_vpc_block_public_access_exclusion.e';
  const PUBLIC_BROKER = { ...BROKER, publicly_accessible: true };
  const publicBroker = (more: object = {}): Changes => ({
    'aws_mq_broker.orders': { action: 'no-op', before: { ...PUBLIC_BROKER, ...more } },
  });
  const mode = (internet_gateway_block_mode: string) => ({ id: 'eu-west-1', internet_gateway_block_mode });
  const options = (before: string, after = before): Changes => ({
    [OPTIONS]: { action: before === after ? 'no-op' : 'update', before: mode(before), after: mode(after) },
  });
  const excluded = (more: object = {}) => ({
    id: 'vpcbpa-exclude-1',
    vpc_id: 'vpc-1',
    internet_gateway_exclusion_mode: 'allow-bidirectional',
    ...more,
  });
  const blocked = (address: string, severity = 'error', when = '') =>
    `${severity} cut-off internet-blocked ${address}: ${address} makes VPC Block Public Access apply to aws_mq_broker.orders${when}: no client on the internet reaches the broker any more.`;
  const unblocked = (address: string, severity = 'error', when = '') =>
    `${severity} exposure internet-unblocked ${address}: ${address} makes VPC Block Public Access no longer apply to aws_mq_broker.orders${when}: clients on the internet reach the broker, as far as its security groups allow them.`;

  it.each<[string, Changes, string[]]>([
    [
      'is switched on',
      { ...publicBroker(), [OPTIONS]: { action: 'create', after: mode('block-ingress') } },
      [blocked(OPTIONS)],
    ],
    ['blocks what it let pass', { ...publicBroker(), ...options('off', 'block-bidirectional') }, [blocked(OPTIONS)]],
    ['blocks in another way', { ...publicBroker(), ...options('block-bidirectional', 'block-ingress') }, []],
    [
      'is known only after the apply',
      {
        ...publicBroker(),
        [OPTIONS]: {
          before: mode('off'),
          after: { internet_gateway_block_mode: undefined },
          unknown: { internet_gateway_block_mode: true },
        },
      },
      [blocked(OPTIONS, 'warning', ', if it is on')],
    ],
    [
      'is switched off with its resource',
      { ...publicBroker(), [OPTIONS]: { action: 'delete', before: mode('block-ingress') } },
      [unblocked(OPTIONS)],
    ],
    ['is only forgotten', { ...publicBroker(), [OPTIONS]: { action: 'forget', before: mode('block-ingress') } }, []],
    ['is about private brokers as well, which it changes nothing for', options('off', 'block-ingress'), []],
    [
      'is not about the public brokers of RabbitMQ, which are in a VPC of Amazon MQ',
      { ...publicBroker({ engine_type: 'RabbitMQ' }), ...options('off', 'block-ingress') },
      [],
    ],
    [
      'is switched on in another Region',
      {
        ...publicBroker(),
        [OPTIONS]: {
          before: { ...mode('off'), region: 'us-east-1' },
          after: mode('block-ingress'),
        },
      },
      [],
    ],
    [
      'is switched on, and the VPC excluded at the same time',
      {
        ...publicBroker(),
        ...options('off', 'block-ingress'),
        [EXCLUSION]: { action: 'create', after: excluded({ id: undefined }) },
      },
      [],
    ],
    [
      'excludes the VPC no longer',
      { ...publicBroker(), ...options('block-ingress'), [EXCLUSION]: { action: 'delete', before: excluded() } },
      [blocked(EXCLUSION)],
    ],
    [
      'excludes the VPC no longer, and no plan has the mode of the account',
      { ...publicBroker(), [EXCLUSION]: { action: 'delete', before: excluded() } },
      [blocked(EXCLUSION, 'warning', ', if it is on')],
    ],
    [
      'excludes only what goes out',
      {
        ...publicBroker(),
        ...options('block-bidirectional'),
        [EXCLUSION]: { before: excluded(), after: { internet_gateway_exclusion_mode: 'allow-egress' } },
      },
      [blocked(EXCLUSION)],
    ],
    [
      'excludes the VPC',
      {
        ...publicBroker(),
        ...options('block-ingress'),
        [EXCLUSION]: { action: 'create', after: excluded({ id: undefined }) },
      },
      [unblocked(EXCLUSION)],
    ],
    [
      'excludes the subnet, and no plan has the mode of the account',
      {
        ...publicBroker(),
        [EXCLUSION]: { action: 'create', after: excluded({ vpc_id: null, subnet_id: 'subnet-1' }) },
      },
      [unblocked(EXCLUSION, 'warning', ', if it is on')],
    ],
    [
      'excludes one of two subnets no longer',
      {
        ...publicBroker({ subnet_ids: ['subnet-1', 'subnet-2'] }),
        ...options('block-ingress'),
        [EXCLUSION]: { action: 'delete', before: excluded({ vpc_id: null, subnet_id: 'subnet-1' }) },
        'aws_vpc_block_public_access_exclusion.f': {
          action: 'no-op',
          before: excluded({ id: 'vpcbpa-exclude-2', vpc_id: null, subnet_id: 'subnet-2' }),
        },
      },
      [blocked(EXCLUSION)],
    ],
    [
      'excludes a subnet no longer, whose VPC is excluded as well',
      {
        ...publicBroker(),
        ...options('block-ingress'),
        [EXCLUSION]: { action: 'delete', before: excluded({ vpc_id: null, subnet_id: 'subnet-1' }) },
        'aws_vpc_block_public_access_exclusion.f': { action: 'no-op', before: excluded({ id: 'vpcbpa-exclude-2' }) },
      },
      [],
    ],
    [
      'excludes another VPC no longer',
      {
        ...publicBroker(),
        ...options('block-ingress'),
        [EXCLUSION]: { action: 'delete', before: excluded({ vpc_id: 'vpc-2' }) },
      },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });

  it.each<[string, string | undefined, string[]]>([
    ['of one Region and account', 'eu-west-1:123456789012', [blocked(OPTIONS)]],
    ['of two accounts', 'eu-west-1:999999999999', []],
    ['of two Regions', 'us-east-1:123456789012', []],
    ['of which one does not show its place', undefined, []],
  ])('is switched on in another plan of the run: plans %s', (_, place, expected) => {
    const topic: Changes =
      place === undefined
        ? {}
        : { 'aws_sns_topic.t': { action: 'no-op', before: { arn: `arn:aws:sns:${place}:alarms` } } };
    const plans = {
      messaging: { ...NETWORK, ...publicBroker() },
      account: { ...topic, ...options('off', 'block-ingress') },
    };
    const reports = reviewPlans(
      Object.entries(plans).map(([name, changes]) => ({
        name,
        plan: readPlan(Buffer.from(JSON.stringify(planByHand(changes)))),
      })),
    );
    const [, { findings }] = reports;
    expect(
      findings.map(({ severity, effect, code, address, message }) => {
        return `${severity} ${effect} ${code} ${address}: ${plainText(message).replace(' (stack messaging)', '')}`;
      }),
    ).toEqual(expected);
  });

  it('is switched on by another configuration of the provider, which may be for another account', () => {
    const written = (type: string, name: string, key: string) => ({
      address: `${type}.${name}`,
      mode: 'managed',
      type,
      name,
      provider_config_key: key,
      expressions: {},
    });
    const by = (key: string) =>
      foundIn(
        { ...publicBroker(), ...options('off', 'block-ingress') },
        {
          configuration: {
            root_module: {
              resources: [
                written('aws_mq_broker', 'orders', 'aws'),
                written('aws_vpc_block_public_access_options', 'o', key),
              ],
            },
          },
        },
      );
    expect(by('aws.network')).toEqual([]);
    expect(by('aws')).toEqual([blocked(OPTIONS)]);
  });
});

describe('the endpoint of a service', () => {
  const E = 'aws_vpc_endpoint.e';
  const endpoint = (service: string, more: object = {}) => ({
    id: 'vpce-1',
    vpc_id: 'vpc-1',
    subnet_ids: ['subnet-1'],
    private_dns_enabled: true,
    service_name: `com.amazonaws.eu-west-1.${service}`,
    ...more,
  });
  const deleted = (service: string): Changes => ({ [E]: { action: 'delete', before: endpoint(service) } });
  const MAPPING: Changes = {
    'aws_lambda_event_source_mapping.m': { action: 'no-op', before: { id: 'm-1', event_source_arn: BROKER.arn } },
  };
  const lost = (name: string, how: string, loss: string, severity = 'warning', address = E) =>
    `${severity} cut-off service-endpoint-lost ${address}: ${address}, the endpoint for ${name} in the network of aws_mq_broker.orders, ${how}: unless there is another way to ${name}, ${loss}.`;
  const NO_PASSWORD = 'clients cannot read the password of the broker';
  const NO_POLLING = 'Lambda cannot read the queues of the broker';
  const NAMELESS = 'switches off private_dns_enabled and no longer has the name of the service';

  it.each<[string, Changes, string[]]>([
    ['with passwords', deleted('secretsmanager'), [lost('Secrets Manager', 'is deleted', NO_PASSWORD)]],
    ['with parameters', deleted('ssm'), [lost('Systems Manager', 'is deleted', NO_PASSWORD)]],
    [
      'that manages brokers',
      deleted('mq'),
      [
        lost(
          'the API of Amazon MQ',
          'is deleted',
          'nothing in the VPC can manage the broker; its clients connect as before',
          'info',
        ),
      ],
    ],
    [
      'that is replaced',
      { [E]: { action: 'replace', before: endpoint('secretsmanager') } },
      [lost('Secrets Manager', 'is replaced', `${NO_PASSWORD} until the new one works`)],
    ],
    [
      'without the name of the service',
      { [E]: { before: endpoint('secretsmanager'), after: { private_dns_enabled: false } } },
      [lost('Secrets Manager', NAMELESS, NO_PASSWORD)],
    ],
    [
      'without the name of the service, by a resource of its own',
      {
        [E]: { action: 'no-op', before: endpoint('secretsmanager') },
        'aws_vpc_endpoint_private_dns.d': {
          before: { vpc_endpoint_id: 'vpce-1', private_dns_enabled: true },
          after: { private_dns_enabled: false },
        },
      },
      [lost('Secrets Manager', NAMELESS, NO_PASSWORD, 'warning', 'aws_vpc_endpoint_private_dns.d')],
    ],
    ['that Lambda calls', { ...MAPPING, ...deleted('sts') }, [lost('STS', 'is deleted', NO_POLLING)]],
    ['that Lambda would call for another broker', deleted('lambda'), []],
    [
      'that Lambda calls for another broker',
      {
        'aws_lambda_event_source_mapping.m': {
          action: 'no-op',
          before: { id: 'm-1', event_source_arn: 'arn:aws:mq:eu-west-1:123456789012:broker:other:b-9' },
        },
        ...deleted('lambda'),
      },
      [],
    ],
    ['for something else', deleted('s3'), []],
    ['without a service', { [E]: { action: 'delete', before: endpoint('', { service_name: undefined }) } }, []],
    [
      'that no plan has',
      {
        'aws_vpc_endpoint_private_dns.d': {
          before: { vpc_endpoint_id: 'vpce-1', private_dns_enabled: true },
          after: { private_dns_enabled: false },
        },
      },
      [],
    ],
    ['of somebody else', { [E]: { action: 'delete', before: endpoint('', { service_name: 'vpce-svc-1' }) } }, []],
    ['in another VPC', { [E]: { action: 'delete', before: endpoint('secretsmanager', { vpc_id: 'vpc-2' }) } }, []],
    [
      'that keeps its name when the resource of it goes',
      {
        [E]: { action: 'no-op', before: endpoint('secretsmanager') },
        'aws_vpc_endpoint_private_dns.d': {
          action: 'delete',
          before: { vpc_endpoint_id: 'vpce-1', private_dns_enabled: true },
        },
      },
      [],
    ],
    ['that only leaves a subnet', { [E]: { before: endpoint('ssm'), after: { subnet_ids: ['subnet-2'] } } }, []],
  ])('%s', (_, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });
});

it('the loss of an endpoint names its argument where only that changes, and what to do', () => {
  const before = {
    id: 'vpce-1',
    vpc_id: 'vpc-1',
    private_dns_enabled: true,
    service_name: 'com.amazonaws.eu-west-1.ssm',
  };
  const lost = (change: Changes['']) =>
    reviewOf(planByHand({ ...NETWORK, 'aws_vpc_endpoint.e': { before, ...change } })).findings.map(
      ({ attributes, remedy }) => [attributes, plainText(remedy)],
    );
  const remedy = 'Keep it, or give the subnets another way there first, such as a NAT gateway.';
  expect(lost({ action: 'delete' })).toEqual([[[], remedy]]);
  expect(lost({ after: { private_dns_enabled: false } })).toEqual([[['private_dns_enabled'], remedy]]);
});

describe('the way into the VPC of a broker that passes a gateway', () => {
  const ATTACHED: Changes = {
    'aws_ec2_transit_gateway_vpc_attachment.t': {
      action: 'no-op',
      before: { id: 'tgw-attach-1', vpc_id: 'vpc-1', subnet_ids: ['subnet-8'], transit_gateway_id: 'tgw-1' },
    },
    'aws_ec2_transit_gateway_route_table_association.a': {
      action: 'no-op',
      before: { transit_gateway_attachment_id: 'tgw-attach-1', transit_gateway_route_table_id: 'tgw-rtb-1' },
    },
    'aws_vpn_gateway.g': { action: 'no-op', before: { id: 'vgw-1', vpc_id: 'vpc-1' } },
    'aws_vpn_connection.c': { action: 'no-op', before: { id: 'vpn-1', vpn_gateway_id: 'vgw-1' } },
    'aws_ec2_client_vpn_network_association.n': {
      action: 'no-op',
      before: { subnet_id: 'subnet-1', client_vpn_endpoint_id: 'cvpn-1' },
    },
  };
  const ARN = 'arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1';
  const ARN_OF_SUBNET = 'arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-1';

  const WAYS: [type: string, noun: string, before: object][] = [
    ['aws_ec2_transit_gateway', 'a transit gateway', { id: 'tgw-1' }],
    [
      'aws_ec2_transit_gateway_peering_attachment',
      'a transit gateway peering',
      { transit_gateway_id: 'tgw-1', peer_transit_gateway_id: 'tgw-2' },
    ],
    ['aws_ec2_transit_gateway_route_table', 'a transit gateway route table', { id: 'tgw-rtb-1' }],
    [
      'aws_ec2_transit_gateway_route',
      'a transit gateway route',
      { transit_gateway_attachment_id: 'tgw-attach-2', transit_gateway_route_table_id: 'tgw-rtb-1' },
    ],
    [
      'aws_ec2_transit_gateway_route',
      'a transit gateway route',
      { transit_gateway_attachment_id: 'tgw-attach-9', destination_cidr_block: '10.0.0.0/8' },
    ],
    [
      'aws_ec2_transit_gateway_vpc_attachment_accepter',
      'a transit gateway attachment',
      { vpc_id: 'vpc-1', subnet_ids: ['subnet-8'] },
    ],
    ['aws_vpn_connection', 'a VPN connection', { vpn_gateway_id: 'vgw-1' }],
    ['aws_vpn_connection', 'a VPN connection', { vpn_gateway_id: '', transit_gateway_id: 'tgw-1' }],
    ['aws_vpn_connection_route', 'a VPN route', { vpn_connection_id: 'vpn-1' }],
    ['aws_dx_gateway_association', 'a Direct Connect gateway association', { associated_gateway_id: 'vgw-1' }],
    ['aws_dx_gateway_association', 'a Direct Connect gateway association', { associated_gateway_id: 'tgw-1' }],
    ['aws_ec2_client_vpn_endpoint', 'a client VPN endpoint', { id: 'cvpn-1', vpc_id: '' }],
    [
      'aws_ec2_client_vpn_authorization_rule',
      'an authorization rule of a client VPN',
      { client_vpn_endpoint_id: 'cvpn-1', target_network_cidr: '10.0.0.0/16' },
    ],
    ['aws_ec2_client_vpn_network_association', 'a client VPN association', { subnet_id: 'subnet-1' }],
    ['aws_ec2_client_vpn_route', 'a client VPN route', { target_vpc_subnet_id: 'subnet-1' }],
    ['aws_networkmanager_vpc_attachment', 'a Cloud WAN attachment', { vpc_arn: ARN, subnet_arns: [] }],
    [
      'aws_ec2_transit_gateway_peering_attachment',
      'a transit gateway peering',
      { transit_gateway_id: 'tgw-2', peer_transit_gateway_id: 'tgw-1' },
    ],
    [
      'aws_ec2_transit_gateway_peering_attachment_accepter',
      'a transit gateway peering',
      { transit_gateway_id: 'tgw-1', peer_transit_gateway_id: 'tgw-2' },
    ],
    [
      'aws_ec2_transit_gateway_peering_attachment_accepter',
      'a transit gateway peering',
      { transit_gateway_id: 'tgw-2', peer_transit_gateway_id: 'tgw-1' },
    ],
    [
      'aws_ec2_transit_gateway_route_table_association',
      'the route table of a transit gateway attachment',
      { transit_gateway_attachment_id: 'tgw-attach-1' },
    ],
    [
      'aws_ec2_transit_gateway_route_table_propagation',
      'a propagated transit gateway route',
      { transit_gateway_attachment_id: 'tgw-attach-1' },
    ],
    [
      'aws_ec2_transit_gateway_route_table_propagation',
      'a propagated transit gateway route',
      { transit_gateway_attachment_id: 'tgw-attach-9', transit_gateway_route_table_id: 'tgw-rtb-1' },
    ],
    ['aws_ec2_transit_gateway_vpc_attachment', 'a transit gateway attachment', { vpc_id: 'vpc-1' }],
    ['aws_ec2_transit_gateway_vpc_attachment', 'a transit gateway attachment', { subnet_ids: ['subnet-1'] }],
    ['aws_ec2_transit_gateway_vpc_attachment_accepter', 'a transit gateway attachment', { subnet_ids: ['subnet-1'] }],
    ['aws_ec2_client_vpn_endpoint', 'a client VPN endpoint', { vpc_id: 'vpc-1' }],
    ['aws_ec2_client_vpn_network_association', 'a client VPN association', { vpc_id: 'vpc-1' }],
    ['aws_networkmanager_vpc_attachment', 'a Cloud WAN attachment', { subnet_arns: [ARN_OF_SUBNET] }],
    ['aws_vpc_peering_connection', 'a peering connection', { vpc_id: 'vpc-1', peer_vpc_id: 'vpc-9' }],
    ['aws_vpc_peering_connection', 'a peering connection', { vpc_id: 'vpc-9', peer_vpc_id: 'vpc-1' }],
    ['aws_vpn_gateway', 'a VPN gateway', { vpc_id: 'vpc-1' }],
    ['aws_vpn_gateway_attachment', 'a VPN gateway attachment', { vpc_id: 'vpc-1' }],
  ];

  it.each(WAYS)('is lost with %s, %s, of %j', (type, noun, before) => {
    const vpc = NETWORK['aws_vpc.v'];
    expect(
      found({
        ...ATTACHED,
        'aws_vpc.v': { ...vpc, before: { ...vpc.before, arn: ARN } },
        'aws_subnet.a': { action: 'no-op', before: { id: 'subnet-1', vpc_id: 'vpc-1', arn: ARN_OF_SUBNET } },
        [`${type}.x`]: { action: 'delete', before },
      }),
    ).toEqual([
      `warning cut-off network-path-removed ${type}.x: ${type}.x, ${noun} of the network of aws_mq_broker.orders, is deleted: clients on the other side do not reach the broker any more.`,
    ]);
  });

  it.each([{ vpc_id: 'vpc-1' }, { peer_vpc_id: 'vpc-1' }])(
    'waits for an accepted peering connection of %j that is replaced',
    (before) => {
      const address = 'aws_vpc_peering_connection_accepter.x';
      expect(found({ [address]: { action: 'replace', before } })).toEqual([
        `warning cut-off network-path-removed ${address}: ${address}, a peering connection of the network of aws_mq_broker.orders, is replaced: clients on the other side do not reach the broker until the new one works.`,
      ]);
    },
  );

  it('has a case for each type of the table', () => {
    // Internet gateways are for public brokers, and deleting what accepts a peering connection only forgets it.
    const elsewhere = /^aws_(?:internet_gateway|vpc_peering_connection_accepter)/;
    const types = new Set(WAYS.map(([type]) => type));
    expect(Object.keys(WAYS_IN).filter((type) => !elsewhere.test(type) && !types.has(type))).toEqual([]);
  });

  it('is named by arguments that the provider has', () => {
    const named = [
      ...Object.entries(WAYS_IN).map(([type, { within }]) => [type, ...within]),
      ...Object.entries(ATTACHMENTS),
    ];
    const unknown = named.flatMap(([type, ...names]) => {
      const module = type.replace('aws_', '').replaceAll('_', '-');
      const bindings = readFileSync(require.resolve(`@cdktf/provider-aws/lib/${module}/index.js`), 'utf8');
      return names.filter((name) => !bindings.includes(`Attribute('${name}')`)).map((name) => `${type}.${name}`);
    });
    expect(unknown).toEqual([]);
  });

  it('is lost where a plan attaches things to themselves', () => {
    const itself = { id: 'peer-1', transit_gateway_id: 'peer-1', peer_transit_gateway_id: 'tgw-1' };
    expect(
      found({
        ...ATTACHED,
        'aws_vpn_gateway_attachment.g': { action: 'no-op', before: { vpn_gateway_id: 'vpc-1', vpc_id: 'vpc-1' } },
        'aws_ec2_transit_gateway_peering_attachment.p': { action: 'no-op', before: itself },
        'aws_ec2_transit_gateway_route.x': { action: 'delete', before: { transit_gateway_attachment_id: 'peer-1' } },
      }),
    ).toEqual([expect.stringMatching(/^warning cut-off network-path-removed aws_ec2_transit_gateway_route\.x: /)]);
  });

  it.each<[string, Changes]>([
    ['another transit gateway goes', { 'aws_ec2_transit_gateway.x': { action: 'delete', before: { id: 'tgw-2' } } }],
    [
      'a transit gateway route to another VPC goes',
      {
        'aws_ec2_transit_gateway_route.x': {
          action: 'delete',
          before: { transit_gateway_attachment_id: 'tgw-attach-9', destination_cidr_block: '172.16.0.0/12' },
        },
      },
    ],
    [
      'a transit gateway changes in another way',
      { 'aws_ec2_transit_gateway.x': { before: { id: 'tgw-1' }, after: { description: 'x' } } },
    ],
  ])('stays where %s', (_, changes) => {
    expect(found({ ...ATTACHED, ...changes })).toEqual([]);
  });

  const off = { before: { id: 'vpc-1', enable_dns_support: true }, after: { enable_dns_support: false } };
  const withData = (type: string, values: object) => ({
    prior_state: {
      values: { root_module: { resources: [{ address: `data.${type}.a`, mode: 'data', type, values }] } },
    },
  });
  const vpcId = (...values: string[]) => ({ ids: ['subnet-9', 'subnet-1'], filter: [{ name: 'vpc-id', values }] });

  it.each<[string, object]>([
    ['aws_subnet', { id: 'subnet-1', vpc_id: 'vpc-1' }],
    ['aws_security_group', { id: 'sg-1', vpc_id: 'vpc-1' }],
    ['aws_subnets', vpcId('vpc-1')],
    ['aws_subnet_ids', { id: 'vpc-1', ids: ['subnet-1'], vpc_id: 'vpc-1' }],
    ['aws_security_groups', { ids: ['sg-1', 'sg-2'], vpc_ids: ['vpc-1', 'vpc-1'] }],
  ])('is known by the data source %s', (type, values) => {
    expect(foundIn({ ...ORDERS, 'aws_vpc.v': off }, withData(type, values))).toEqual([
      'error cut-off dns-switched-off aws_vpc.v: aws_vpc.v, the VPC of aws_mq_broker.orders, switches off enable_dns_support: clients in the VPC can no longer resolve the names of the endpoints.',
    ]);
  });

  it.each<[string, string, object]>([
    ['no data source', 'aws_ami', { id: 'ami-1' }],
    ['one of another type', 'aws_instance', { id: 'subnet-1', vpc_id: 'vpc-1' }],
    ['subnets of two VPCs', 'aws_subnets', vpcId('vpc-1', 'vpc-2')],
    ['subnets by another filter', 'aws_subnets', { ids: ['subnet-1'], filter: [{ name: 'tag:a', values: ['vpc-1'] }] }],
    ['security groups of two VPCs', 'aws_security_groups', { ids: ['sg-1', 'sg-2'], vpc_ids: ['vpc-1', 'vpc-2'] }],
  ])('is not known by %s', (_, type, values) => {
    expect(foundIn({ ...ORDERS, 'aws_vpc.v': off }, withData(type, values))).toEqual([]);
  });
});

describe('the DNS of the VPC of a broker', () => {
  const off = {
    before: { id: 'vpc-1', enable_dns_hostnames: true, enable_dns_support: true },
    after: { enable_dns_hostnames: false },
  };
  const said =
    'aws_vpc.v, the VPC of aws_mq_broker.orders, switches off enable_dns_hostnames: clients in the VPC can no longer resolve the names of the endpoints.';

  it('is switched off under a private broker', () => {
    expect(found({ 'aws_vpc.v': off })).toEqual([`error cut-off dns-switched-off aws_vpc.v: ${said}`]);
  });

  it('is switched off under a public broker, whose names the internet still resolves', () => {
    const broker = { action: 'no-op', before: { ...BROKER, publicly_accessible: true } } as const;
    expect(found({ 'aws_vpc.v': off, 'aws_mq_broker.orders': broker })).toEqual([
      `warning cut-off dns-switched-off aws_vpc.v: ${said}`,
    ]);
  });

  it('is found by reference where no plan has the subnet', () => {
    const changes: Changes = {
      'aws_vpc.v': off,
      'aws_mq_broker.orders': { action: 'no-op', before: BROKER, references: { subnet_ids: ['aws_vpc.v.id'] } },
    };
    expect(foundIn(changes)).toEqual([`error cut-off dns-switched-off aws_vpc.v: ${said}`]);
  });

  it('is switched off under a public broker and a private one', () => {
    const broker = {
      action: 'no-op',
      before: { ...BROKER, id: 'b-2', arn: 'arn:b-2', publicly_accessible: true },
    } as const;
    expect(found({ 'aws_vpc.v': off, 'aws_mq_broker.public': broker })).toEqual([
      `error cut-off dns-switched-off aws_vpc.v: ${said.replace('aws_mq_broker.orders', 'aws_mq_broker.orders and aws_mq_broker.public')}`,
    ]);
  });

  it('is switched off in the default VPC', () => {
    const other = { action: 'no-op', before: { id: 'vpc-2' } } as const;
    expect(found({ 'aws_vpc.v': other, 'aws_default_vpc.v': off })).toEqual([
      `error cut-off dns-switched-off aws_default_vpc.v: ${said.replace('aws_vpc.v', 'aws_default_vpc.v')}`,
    ]);
  });

  it('is switched off under a broker that goes as well', () => {
    const broker = { action: 'delete', before: BROKER } as const;
    expect(found({ 'aws_vpc.v': off, 'aws_mq_broker.orders': broker }).filter((line) => line.includes('dns-'))).toEqual(
      [],
    );
  });

  const association = { id: 'a-1', vpc_id: 'vpc-1', dhcp_options_id: 'dopt-1' };
  it.each<[string, Changes[''], boolean]>([
    ['by an update', { before: association, after: { dhcp_options_id: 'dopt-2' } }, true],
    ['by a new association', { action: 'create', after: association }, true],
    ['by an association that goes', { action: 'delete', before: association }, true],
    [
      'by an association that comes from another VPC',
      { action: 'replace', before: { ...association, vpc_id: 'vpc-9' }, after: { vpc_id: 'vpc-1' } },
      true,
    ],
    [
      'by an association that goes to another VPC',
      { action: 'replace', before: association, after: { vpc_id: 'vpc-9' } },
      true,
    ],
    [
      'not by the association of another VPC',
      { before: { ...association, vpc_id: 'vpc-9' }, after: { dhcp_options_id: 'dopt-2' } },
      false,
    ],
    ['not by an association that stays', { action: 'no-op', before: association }, false],
  ])('gets other servers %s', (_, change, isChanged) => {
    const message =
      'warning cut-off dns-changed aws_vpc_dhcp_options_association.d: aws_vpc_dhcp_options_association.d changes the DHCP options of the VPC of aws_mq_broker.orders: if other DNS servers answer there, clients may no longer resolve the names of the endpoints.';
    const dhcp: Changes = { 'aws_vpc_dhcp_options_association.d': change };
    expect(found({ 'aws_vpc.w': { before: { id: 'vpc-9' }, after: { tags: { a: 'b' } } }, ...dhcp })).toEqual(
      isChanged ? [message] : [],
    );
  });
});

describe('what the network interfaces of a broker are in', () => {
  const USES_NEW: Changes = {
    'aws_mq_broker.orders': {
      before: BROKER,
      after: { security_groups: [] },
      unknown: { security_groups: true },
      references: { security_groups: ['aws_security_group.g.id'] },
    },
  };
  const replaced = (actions: string[]): Changes => ({
    'aws_security_group.g': {
      action: 'replace',
      before: { id: 'sg-1', name: 'broker', ingress: [] },
      after: { id: undefined, name: 'other' },
      unknown: { id: true },
      forcedBy: ['name'],
      more: {},
      actions,
    },
  });
  const inUse = (changes: Changes) =>
    foundIn({ ...ORDERS, ...changes }).filter((line) => !line.includes('broker-changed'));

  it('is a security group that is deleted before the new one is created', () => {
    expect(inUse({ ...USES_NEW, ...replaced(['delete', 'create']) })).toEqual([
      'error fails security-group-in-use aws_security_group.g: The apply will fail at aws_security_group.g: AWS rejects the deletion of a security group in use (DependencyViolation), and aws_mq_broker.orders has it (forced by name broker → other). Terraform deletes the rules of the group first, so clients are cut off before the apply fails.',
    ]);
  });

  it('is a security group that is created anew first, and nothing is wrong with it', () => {
    expect(inUse({ ...USES_NEW, ...replaced(['create', 'delete']) })).toEqual([]);
  });

  it('is a security group that is deleted while the broker keeps it', () => {
    expect(inUse({ 'aws_security_group.g': { action: 'delete', before: { id: 'sg-1' } } })).toEqual([
      'error fails security-group-in-use aws_security_group.g: The apply will fail at aws_security_group.g: AWS rejects the deletion of a security group in use (DependencyViolation), and aws_mq_broker.orders has it. Terraform deletes the rules of the group first, so clients are cut off before the apply fails.',
    ]);
  });

  const RULE = { id: 'sgr-1', security_group_id: 'sg-1', ip_protocol: 'tcp', from_port: 61617, to_port: 61617 };
  const NAMING: Changes = {
    'aws_security_group.g': { action: 'no-op', before: { id: 'sg-1', vpc_id: 'vpc-1', ingress: [] } },
    'aws_vpc_security_group_ingress_rule.r': {
      action: 'no-op',
      before: { ...RULE, referenced_security_group_id: 'sg-9' },
    },
  };
  const CLIENTS = { id: 'sg-9', name: 'clients', vpc_id: 'vpc-1' };
  const replacedClients = (actions: string[]): Changes => ({
    'aws_security_group.c': { action: 'replace', actions, before: CLIENTS, after: { name: 'x' }, forcedBy: ['name'] },
  });
  const inUseByRules = (changes: Changes) =>
    inUse({ ...NAMING, ...changes }).filter((line) => line.includes('security-group-in-use'));

  it('is a security group that a rule of the security group of a broker names', () => {
    const said =
      'error fails security-group-in-use aws_security_group.c: The apply will fail at aws_security_group.c: AWS rejects the deletion of a security group in use (DependencyViolation), and it is the source of aws_vpc_security_group_ingress_rule.r';
    expect(inUseByRules({ 'aws_security_group.c': { action: 'delete', before: CLIENTS } })).toEqual([`${said}.`]);
    for (const actions of [
      ['delete', 'create'],
      ['create', 'delete'],
    ]) {
      expect(inUseByRules(replacedClients(actions))).toEqual([`${said} (forced by name clients → x).`]);
    }
  });

  it('is a security group that is deleted before the rule that names it gets the new one', () => {
    const changes: Changes = {
      ...replacedClients(['delete', 'create']),
      'aws_vpc_security_group_ingress_rule.r': {
        ...NAMING['aws_vpc_security_group_ingress_rule.r'],
        action: 'update',
        after: { referenced_security_group_id: undefined },
        unknown: { referenced_security_group_id: true },
        references: { referenced_security_group_id: ['aws_security_group.c.id'] },
      },
    };
    expect(inUseByRules(changes)).toEqual([
      'error fails security-group-in-use aws_security_group.c: The apply will fail at aws_security_group.c: AWS rejects the deletion of a security group in use (DependencyViolation), and it is the source of aws_vpc_security_group_ingress_rule.r (forced by name clients → x).',
    ]);
  });

  it.each<[string, Changes]>([
    [
      'the rule is deleted as well',
      {
        'aws_security_group.c': { action: 'delete', before: CLIENTS },
        'aws_vpc_security_group_ingress_rule.r': {
          ...NAMING['aws_vpc_security_group_ingress_rule.r'],
          action: 'delete',
        },
      },
    ],
    [
      'the rule follows a group whose new one is created first',
      {
        ...replacedClients(['create', 'delete']),
        'aws_vpc_security_group_ingress_rule.r': {
          ...NAMING['aws_vpc_security_group_ingress_rule.r'],
          action: 'update',
          after: { referenced_security_group_id: undefined },
          unknown: { referenced_security_group_id: true },
          references: { referenced_security_group_id: ['aws_security_group.c.id'] },
        },
      },
    ],
    [
      'the rules name another group, and addresses',
      {
        'aws_security_group.c': { action: 'delete', before: CLIENTS },
        'aws_vpc_security_group_ingress_rule.r': {
          action: 'no-op',
          before: { ...RULE, referenced_security_group_id: 'sg-8' },
        },
        'aws_vpc_security_group_ingress_rule.s': {
          action: 'no-op',
          before: { ...RULE, id: 'sgr-2', cidr_ipv4: '10.0.0.0/16' },
        },
      },
    ],
    [
      'the group is in another VPC, and its rule is left behind',
      { 'aws_security_group.c': { action: 'delete', before: { ...CLIENTS, vpc_id: 'vpc-2' } } },
    ],
  ])('is no security group that a rule names where %s', (_, changes) => {
    expect(inUseByRules(changes)).toEqual([]);
  });

  it('is a subnet that is deleted', () => {
    expect(inUse({ 'aws_subnet.a': { action: 'delete', before: { id: 'subnet-1' } } })).toEqual([
      'error fails network-in-use aws_subnet.a: The apply will fail at aws_subnet.a: AWS rejects the deletion of a subnet in use (DependencyViolation), and aws_mq_broker.orders has it.',
    ]);
  });

  it('is a subnet that is replaced together with its broker', () => {
    const broker = {
      action: 'replace',
      before: BROKER,
      forcedBy: ['subnet_ids'],
      unknown: { subnet_ids: true },
    } as const;
    expect(
      inUse({ 'aws_mq_broker.orders': broker, 'aws_subnet.a': { action: 'replace', before: { id: 'subnet-1' } } })[1],
    ).toBe(
      'info replace changed-with-broker aws_subnet.a: aws_subnet.a, the subnet of aws_mq_broker.orders, is replaced; what that does to the broker is reported there.',
    );
  });

  it('is a subnet that is deleted together with its broker, which says it all', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': { action: 'delete', before: BROKER },
      'aws_subnet.a': { action: 'delete', before: { id: 'subnet-1' } },
    };
    expect(inUse(changes).map((line) => line.split(' ', 3).join(' '))).toEqual(['error delete broker-deleted']);
  });
});
