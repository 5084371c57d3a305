import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';
import { foundIn } from './found-in';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

type Changes = Record<string, ChangeByHand>;

const ORDERS: Changes = { 'aws_mq_broker.orders': { action: 'no-op', before: BROKER } };
const GROUP: Changes = { 'aws_security_group.g': { action: 'no-op', before: { id: 'sg-1', ingress: [] } } };
const RULE = { id: 'sgr-1', security_group_id: 'sg-1', ip_protocol: 'tcp', from_port: 61617, to_port: 61617 };
const CLIENTS = { ...RULE, cidr_ipv4: '10.0.0.0/16' };
const OTHERS = { ...CLIENTS, id: 'sgr-2', cidr_ipv4: '10.9.0.0/16' };
const rule = (change: ChangeByHand, name = 'r'): Changes => ({
  [`aws_vpc_security_group_ingress_rule.${name}`]: change,
});
const inline = (port: number, more: object) => ({ protocol: 'tcp', from_port: port, to_port: port, ...more });
const RABBIT = { ...BROKER, engine_type: 'RabbitMQ', engine_version: '3.13', deployment_mode: 'CLUSTER_MULTI_AZ' };

const OLD_RULE = { type: 'ingress', security_group_id: 'sg-1', protocol: 'tcp', from_port: 61617, to_port: 61617 };
const CLIENT_SUBNET: Changes = { 'aws_subnet.clients': { action: 'create', after: {}, unknown: { cidr_block: true } } };

/** What is found, but for the change of the broker itself. */
function found(changes: Changes, only?: RegExp): string[] {
  return reviewOf(planByHand({ ...ORDERS, ...GROUP, ...changes }))
    .findings.filter(({ effect }) => only === undefined || only.test(effect))
    .map(
      ({ severity, effect, code, address, message }) =>
        `${severity} ${effect} ${code} ${address}: ${plainText(message)}`,
    );
}

const R = 'aws_vpc_security_group_ingress_rule.r';
const ALL_PORTS = '5671 (AMQP), 8162 (web console), 8883 (MQTT), 61614 (STOMP), 61617 (OpenWire) and 61619 (WebSocket)';

describe('who can newly reach a broker through its security groups', () => {
  it.each<[string, Changes, string[]]>([
    [
      'whoever a group allows of which no plan has a rule',
      { 'aws_mq_broker.orders': { before: BROKER, after: { security_groups: ['sg-1', 'sg-9'] } } },
      [
        'warning exposure open-group-attached aws_mq_broker.orders: aws_mq_broker.orders takes on sg-9, of which these plans have no rule: whom such a group allows cannot be seen.',
      ],
    ],
    [
      'everyone, by a rule that is widened',
      rule({ before: CLIENTS, after: { cidr_ipv4: '0.0.0.0/0' } }),
      [
        `error exposure port-opened ${R}: ${R} allows everyone (0.0.0.0/0) to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'clients of two ports, each in a sentence of its own',
      {
        'aws_security_group.g': {
          before: { id: 'sg-1', ingress: [] },
          after: {
            ingress: [
              inline(61617, { cidr_blocks: ['10.1.0.0/16', '10.2.0.0/16'] }),
              inline(8883, { cidr_blocks: ['10.3.0.0/16'] }),
            ],
          },
        },
      },
      [
        'warning exposure port-opened aws_security_group.g: aws_security_group.g allows 10.3.0.0/16 to reach aws_mq_broker.orders on 8883 (MQTT). aws_security_group.g allows 10.1.0.0/16 and 10.2.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'clients of a private range and of a group, by one change, as a private range',
      {
        'aws_security_group.g': {
          before: { id: 'sg-1', ingress: [] },
          after: { ingress: [inline(61617, { cidr_blocks: ['10.0.0.0/16'], security_groups: ['sg-clients'] })] },
        },
      },
      [
        'warning exposure port-opened aws_security_group.g: aws_security_group.g allows 10.0.0.0/16 and security group sg-clients to reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'clients of two brokers that have different groups, each in a sentence of its own',
      {
        'aws_mq_broker.second': {
          action: 'no-op',
          before: { ...BROKER, id: 'b-2', arn: 'arn:b-2', security_groups: ['sg-1', 'sg-2'] },
        },
        'aws_security_group.h': { action: 'no-op', before: { id: 'sg-2', ingress: [] } },
        ...rule({ action: 'no-op', before: { ...CLIENTS, id: 'sgr-2', security_group_id: 'sg-2' } }, 'second'),
        ...rule({ action: 'create', after: { ...RULE, cidr_ipv4: '10.9.0.0/16' } }),
      },
      [
        `warning exposure port-opened ${R}: ${R} allows 10.9.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire). ${R} allows 10.9.0.0/16 to reach aws_mq_broker.second on 61617 (OpenWire).`,
      ],
    ],
    [
      'everyone by IPv6 on all ports, by the older kind of rule',
      {
        'aws_security_group_rule.r': {
          action: 'create',
          after: {
            type: 'ingress',
            security_group_id: 'sg-1',
            protocol: '-1',
            from_port: 0,
            to_port: 0,
            ipv6_cidr_blocks: ['::/0'],
          },
        },
      },
      [
        `error exposure port-opened aws_security_group_rule.r: aws_security_group_rule.r allows everyone (::/0) to reach aws_mq_broker.orders on ${ALL_PORTS}.`,
      ],
    ],
    [
      'everyone, by ranges that together are the internet',
      {
        'aws_security_group.g': {
          before: { id: 'sg-1', ingress: [] },
          after: { ingress: [inline(8162, { cidr_blocks: ['0.0.0.0/1', '128.0.0.0/1'] })] },
        },
      },
      [
        'error exposure port-opened aws_security_group.g: aws_security_group.g allows everyone (0.0.0.0/1 and 128.0.0.0/1) to reach aws_mq_broker.orders on 8162 (web console).',
      ],
    ],
    [
      'one address of the internet',
      rule({ action: 'create', after: { ...RULE, cidr_ipv4: '203.0.113.7/32' } }),
      [
        `error exposure port-opened ${R}: ${R} allows 203.0.113.7/32 to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'a wider private range, in a rule inside the group',
      {
        'aws_security_group.g': {
          before: { id: 'sg-1', ingress: [inline(8162, { cidr_blocks: ['10.0.0.0/16'] })] },
          after: { ingress: [inline(8162, { cidr_blocks: ['10.0.0.0/8'] })] },
        },
      },
      [
        'warning exposure port-opened aws_security_group.g: aws_security_group.g allows 10.0.0.0/8 to reach aws_mq_broker.orders on 8162 (web console).',
      ],
    ],
    [
      'the shared address space of carriers, which the internet does not route',
      rule({ action: 'create', after: { ...RULE, cidr_ipv4: '100.64.0.0/10' } }),
      [
        `warning exposure port-opened ${R}: ${R} allows 100.64.0.0/10 to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'addresses that are not known yet',
      rule({ action: 'create', after: RULE, unknown: { cidr_ipv4: true } }),
      [
        `error exposure port-opened ${R}: ${R} allows addresses that are known only after the apply (at worst everyone) to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'addresses that are not known yet, of two rules',
      {
        ...rule({ action: 'create', after: RULE, unknown: { cidr_ipv4: true } }),
        ...rule({ action: 'create', after: RULE, unknown: { cidr_ipv4: true } }, 's'),
      },
      [R, R.replace('.r', '.s')].map(
        (address) =>
          `error exposure port-opened ${address}: ${address} allows addresses that are known only after the apply (at worst everyone) to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ),
    ],
    [
      'the addresses of a subnet, which are known only after the apply but are never those of everyone',
      {
        ...CLIENT_SUBNET,
        ...rule({
          action: 'create',
          after: RULE,
          unknown: { cidr_ipv4: true },
          references: { cidr_ipv4: ['aws_subnet.clients.cidr_block'] },
        }),
      },
      [
        `warning exposure port-opened ${R}: ${R} allows the addresses of aws_subnet.clients (known only after the apply) to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'a known range of a rule, although another range is that of a subnet that is created',
      {
        ...CLIENT_SUBNET,
        'aws_security_group_rule.r': {
          action: 'create',
          after: { ...OLD_RULE, cidr_blocks: ['0.0.0.0/0'] },
          unknown: { cidr_blocks: [false, true] },
          references: { cidr_blocks: ['aws_subnet.clients.cidr_block'] },
        },
      },
      [
        'error exposure port-opened aws_security_group_rule.r: aws_security_group_rule.r allows everyone (0.0.0.0/0) and the addresses of aws_subnet.clients (known only after the apply) to reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'the ranges of a VPC and of a machine, which are known only after the apply',
      {
        ...CLIENT_SUBNET,
        'aws_instance.one': { action: 'create', after: {}, unknown: { private_ip: true } },
        'aws_security_group.g': {
          before: { id: 'sg-1', ingress: [] },
          after: { ingress: [inline(61617, {})] },
          unknown: { ingress: [{ cidr_blocks: true }] },
          references: {
            ingress: ['aws_subnet.clients.cidr_block', 'aws_instance.one.private_ip', 'aws_security_group.g.id'],
          },
        },
      },
      [
        'warning exposure port-opened aws_security_group.g: aws_security_group.g allows the addresses of aws_instance.one and aws_subnet.clients (known only after the apply) to reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'a public address that is known only after the apply',
      {
        'aws_eip.nat': { action: 'create', after: {}, unknown: { public_ip: true } },
        ...rule({
          action: 'create',
          after: RULE,
          unknown: { cidr_ipv4: true },
          references: { cidr_ipv4: ['aws_eip.nat.public_ip'] },
        }),
      },
      [
        `error exposure port-opened ${R}: ${R} allows addresses that are known only after the apply (at worst everyone) to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'addresses behind a local value, which may be any',
      {
        ...CLIENT_SUBNET,
        ...rule({
          action: 'create',
          after: RULE,
          unknown: { cidr_ipv4: true },
          references: { cidr_ipv4: ['local.clients', 'aws_subnet.clients.cidr_block'] },
        }),
      },
      [
        `error exposure port-opened ${R}: ${R} allows addresses that are known only after the apply (at worst everyone) to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'the IPv6 range of a VPC of the run, which the internet routes',
      {
        'aws_vpc.v': { action: 'no-op', before: { id: 'vpc-9', ipv6_cidr_block: '2600:1f18:1::/56' } },
        ...rule({ action: 'create', after: { ...RULE, cidr_ipv6: '2600:1f18:1:1::/64' } }),
      },
      [
        `warning exposure port-opened ${R}: ${R} allows 2600:1f18:1:1::/64 to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'the members of another group',
      rule({ action: 'create', after: { ...RULE, referenced_security_group_id: '123456789012/sg-9' } }),
      [
        `info exposure port-opened ${R}: ${R} allows security group sg-9 to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'the members of the group itself',
      {
        'aws_security_group.g': {
          before: { id: 'sg-1', ingress: [] },
          after: { ingress: [inline(61617, { self: true })] },
        },
      },
      [
        'info exposure port-opened aws_security_group.g: aws_security_group.g allows security group aws_security_group.g to reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'a prefix list whose entries no plan shows',
      rule({ action: 'create', after: { ...RULE, prefix_list_id: 'pl-1' } }),
      [
        `warning exposure port-opened ${R}: ${R} allows prefix list pl-1 to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'a new entry of a prefix list that a rule names',
      {
        ...rule({ action: 'no-op', before: { ...RULE, prefix_list_id: 'pl-1' } }),
        'aws_ec2_managed_prefix_list.l': { action: 'no-op', before: { id: 'pl-1', entry: [{ cidr: '10.1.0.0/16' }] } },
        'aws_ec2_managed_prefix_list_entry.e': {
          action: 'create',
          after: { prefix_list_id: 'pl-1', cidr: '198.51.100.0/24' },
        },
      },
      [
        'error exposure port-opened aws_ec2_managed_prefix_list_entry.e: aws_ec2_managed_prefix_list_entry.e allows 198.51.100.0/24 to reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'everyone, by a new entry of a prefix list that no plan has',
      {
        ...rule({ action: 'no-op', before: { ...RULE, prefix_list_id: 'pl-1' } }),
        'aws_ec2_managed_prefix_list_entry.e': {
          action: 'create',
          after: { prefix_list_id: 'pl-1', cidr: '0.0.0.0/0' },
        },
      },
      [
        'error exposure port-opened aws_ec2_managed_prefix_list_entry.e: aws_ec2_managed_prefix_list_entry.e allows everyone (0.0.0.0/0) to reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'everyone, because the broker takes on an open group',
      {
        'aws_mq_broker.orders': { before: BROKER, after: { security_groups: ['sg-1', 'sg-2'] } },
        ...rule({ action: 'no-op', before: { ...RULE, security_group_id: 'sg-2', cidr_ipv4: '0.0.0.0/0' } }),
      },
      [
        `error exposure open-group-attached aws_mq_broker.orders: aws_mq_broker.orders has security groups that allow everyone (0.0.0.0/0) on 61617 (OpenWire): ${R}.`,
      ],
    ],
    [
      'RabbitMQ, on the ports on which it listens',
      {
        'aws_mq_broker.orders': { action: 'no-op', before: RABBIT },
        ...rule({ action: 'create', after: { ...RULE, from_port: 0, to_port: 65535, cidr_ipv4: '10.0.0.0/8' } }),
      },
      [
        `warning exposure port-opened ${R}: ${R} allows 10.0.0.0/8 to reach aws_mq_broker.orders on 443 (web console), 5671 (AMQP) and 15671 (management API).`,
      ],
    ],
    ...(
      [
        ['of a cluster', { engine_version: '4.2' }, 16001, 16001, ['16001 (Prometheus)']],
        [
          'of each node of a cluster',
          { engine_version: '4.3' },
          15691,
          16003,
          ['16001 (Prometheus)', '16002 (Prometheus)', '16003 (Prometheus)'],
        ],
        [
          'of a single instance',
          { engine_version: '4.2', deployment_mode: 'SINGLE_INSTANCE' },
          15691,
          16003,
          ['16001 (Prometheus)'],
        ],
        ["which are not at RabbitMQ's own ports", { engine_version: '4.2' }, 15691, 15692, []],
        ['which an older version does not have', {}, 15691, 16003, []],
      ] as const
    ).map(([title, version, from_port, to_port, ports]): [string, Changes, string[]] => [
      `RabbitMQ, on the metrics ${title}`,
      {
        'aws_mq_broker.orders': { action: 'no-op', before: { ...RABBIT, ...version } },
        ...rule({ action: 'create', after: { ...RULE, from_port, to_port, cidr_ipv4: '10.0.0.0/8' } }),
      },
      ports.length === 0
        ? []
        : [
            `warning exposure port-opened ${R}: ${R} allows 10.0.0.0/8 to reach aws_mq_broker.orders on ${ports.join(', ').replace(/, ([^,]*)$/, ' and $1')}.`,
          ],
    ]),
    [
      'ActiveMQ perhaps, by a rule of a group that no broker of the run has',
      rule({ action: 'create', after: { ...RULE, security_group_id: 'sg-9', cidr_ipv4: '0.0.0.0/0' } }),
      [
        `info exposure port-opened-unlinked ${R}: ${R} allows everyone (0.0.0.0/0) on 61617 (OpenWire). No broker in these plans has the security group; if another broker has it, everyone can reach that broker.`,
      ],
    ],
    ...(
      [
        ['had another port', { from_port: 22, to_port: 22, cidr_ipv4: '0.0.0.0/0' }],
        ['had fewer addresses', { cidr_ipv4: '10.0.0.0/8' }],
      ] as const
    ).map(([what, before]): [string, Changes, string[]] => [
      `ActiveMQ perhaps, by a rule of a group that no broker of the run has, which ${what}`,
      rule({
        before: { ...RULE, security_group_id: 'sg-9', ...before },
        after: { from_port: 61617, to_port: 61617, cidr_ipv4: '0.0.0.0/0' },
      }),
      [
        `info exposure port-opened-unlinked ${R}: ${R} allows everyone (0.0.0.0/0) on 61617 (OpenWire). No broker in these plans has the security group; if another broker has it, everyone can reach that broker.`,
      ],
    ]),
    [
      'ActiveMQ perhaps, by a rule inside a group that no broker of the run has',
      {
        'aws_security_group.other': {
          action: 'create',
          after: { ingress: [inline(61617, { cidr_blocks: ['0.0.0.0/0'] })] },
        },
      },
      [
        'info exposure port-opened-unlinked aws_security_group.other: aws_security_group.other allows everyone (0.0.0.0/0) on 61617 (OpenWire). No broker in these plans has the security group; if another broker has it, everyone can reach that broker.',
      ],
    ],
  ])('reports %s', (_, changes, expected) => {
    expect(found(changes, /exposure/)).toEqual(expected);
  });

  it.each<[string, Changes]>([
    [
      'a rule of a group that no broker of the run has, which is replaced and stays the same',
      rule({ action: 'replace', before: { ...RULE, security_group_id: 'sg-9', cidr_ipv4: '0.0.0.0/0' } }),
    ],
    [
      'a rule of a group that no broker of the run has, which stays beside another one',
      {
        ...rule({ action: 'no-op', before: { ...RULE, security_group_id: 'sg-9', cidr_ipv4: '0.0.0.0/0' } }),
        ...rule({ action: 'create', after: { ...CLIENTS, security_group_id: 'sg-9' } }, 'private'),
      },
    ],
    [
      'a rule that replaces an equal one',
      {
        ...rule({ action: 'create', after: CLIENTS }),
        'aws_security_group_rule.old': {
          action: 'delete',
          before: { ...OLD_RULE, cidr_blocks: ['10.0.0.0/16'] },
        },
      },
    ],
    [
      'another port',
      rule({ action: 'create', after: { ...RULE, from_port: 443, to_port: 443, cidr_ipv4: '0.0.0.0/0' } }),
    ],
    [
      'a port of ActiveMQ on RabbitMQ',
      {
        'aws_mq_broker.orders': { action: 'no-op', before: RABBIT },
        ...rule({ action: 'create', after: { ...RULE, from_port: 8162, to_port: 8162, cidr_ipv4: '0.0.0.0/0' } }),
      },
    ],
    [
      'egress',
      {
        'aws_security_group_rule.r': {
          action: 'create',
          after: { type: 'egress', security_group_id: 'sg-1', protocol: '-1', cidr_blocks: ['0.0.0.0/0'] },
        },
      },
    ],
    ['UDP', rule({ action: 'create', after: { ...RULE, ip_protocol: 'udp', cidr_ipv4: '0.0.0.0/0' } })],
    [
      'a new broker for private clients',
      {
        'aws_mq_broker.orders': { action: 'create', after: BROKER },
        ...rule({ action: 'create', after: { ...RULE, cidr_ipv4: '10.0.0.0/8' } }),
      },
    ],
    [
      'all ports of a group of no broker',
      rule({
        action: 'create',
        after: { ...RULE, security_group_id: 'sg-9', from_port: 0, to_port: 65535, cidr_ipv4: '0.0.0.0/0' },
      }),
    ],
    [
      'a private range in a group of no broker',
      rule({ action: 'create', after: { ...RULE, security_group_id: 'sg-9', cidr_ipv4: '10.0.0.0/8' } }),
    ],
    [
      'the last rule that a group without a broker loses',
      rule({ action: 'delete', before: { ...CLIENTS, security_group_id: 'sg-9' } }),
    ],
  ])('says nothing of %s', (_, changes) => {
    expect(found(changes, /exposure|cut-off/)).toEqual([]);
  });
});

describe('brokers of one plan', () => {
  const open = rule({ action: 'create', after: { ...CLIENTS, id: undefined } });

  it('are judged each by itself where one of two with a group is new', () => {
    const created = { ...BROKER, id: undefined, arn: undefined, broker_name: 'new' };
    const changes: Changes = { 'aws_mq_broker.new': { action: 'create', after: created }, ...open };
    expect(found(changes, /exposure/)).toEqual([
      `warning exposure port-opened ${R}: ${R} allows 10.0.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire).`,
    ]);
  });

  it('are judged each by itself where they have other groups', () => {
    const other = { ...BROKER, id: 'b-2', arn: 'arn:b-2', broker_name: 'other', security_groups: ['sg-2'] };
    expect(found({ 'aws_mq_broker.other': { action: 'no-op', before: other }, ...open }, /exposure/)).toEqual([
      `warning exposure port-opened ${R}: ${R} allows 10.0.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire).`,
    ]);
  });
});

describe('who can no longer reach a broker through its security groups', () => {
  const NOBODY = 'No rule in these plans allows any client to reach aws_mq_broker.orders: all clients are cut off.';
  const LOST = `${R} no longer allows 10.0.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire).`;
  it.each<[string, Changes, string[]]>([
    [
      'everyone, when the only rule is deleted',
      rule({ action: 'delete', before: CLIENTS }),
      [`error cut-off clients-cut-off ${R}: ${LOST} ${NOBODY}`],
    ],
    [
      'everyone, although the group shows the deleted rule as read back',
      {
        'aws_security_group.g': {
          action: 'no-op',
          before: { id: 'sg-1', ingress: [inline(61617, { cidr_blocks: ['10.0.0.0/16'] })] },
        },
        ...rule({ action: 'delete', before: CLIENTS }),
      },
      [`error cut-off clients-cut-off ${R}: ${LOST} ${NOBODY}`],
    ],
    [
      'the clients of one port, when another port keeps its rule',
      {
        ...rule({ action: 'delete', before: CLIENTS }),
        ...rule({ action: 'no-op', before: { ...CLIENTS, id: 'sgr-2', from_port: 8162, to_port: 8162 } }, 'console'),
      },
      [
        `error cut-off clients-cut-off ${R}: ${LOST} No rule in these plans is left for 61617 (OpenWire) of aws_mq_broker.orders.`,
      ],
    ],
    [
      'a part of a range, when the rule is narrowed',
      rule({ before: CLIENTS, after: { cidr_ipv4: '10.0.1.0/24' } }),
      [`warning cut-off clients-cut-off ${R}: ${LOST}`],
    ],
    [
      'a group of clients, while a range stays',
      {
        ...rule({ action: 'delete', before: { ...RULE, referenced_security_group_id: 'sg-2' } }),
        ...rule({ action: 'no-op', before: { ...CLIENTS, id: 'sgr-2' } }, 'other'),
      },
      [
        `warning cut-off clients-cut-off ${R}: ${R} no longer allows security group sg-2 to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'the clients of a rule inside the group',
      {
        'aws_security_group.g': {
          before: { id: 'sg-1', ingress: [inline(61617, { cidr_blocks: ['10.0.0.0/16'] })] },
          after: { ingress: [] },
        },
      },
      [
        `error cut-off clients-cut-off aws_security_group.g: aws_security_group.g no longer allows 10.0.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire). ${NOBODY}`,
      ],
    ],
    [
      'the last clients of two brokers, each on another port',
      {
        'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, security_groups: ['sg-1', 'sg-3'] } },
        'aws_mq_broker.second': {
          action: 'no-op',
          before: { ...BROKER, id: 'b-2', arn: 'arn:b-2', security_groups: ['sg-1', 'sg-2'] },
        },
        'aws_security_group.h': { action: 'no-op', before: { id: 'sg-2', ingress: [] } },
        'aws_security_group.i': { action: 'no-op', before: { id: 'sg-3', ingress: [] } },
        ...rule({ action: 'delete', before: { ...CLIENTS, from_port: 61614 } }),
        ...rule(
          { action: 'no-op', before: { ...OTHERS, security_group_id: 'sg-3', from_port: 61614, to_port: 61614 } },
          'stomp',
        ),
        ...rule({ action: 'no-op', before: { ...OTHERS, security_group_id: 'sg-2' } }, 'openwire'),
      },
      [
        `error cut-off clients-cut-off ${R}: ${R} no longer allows 10.0.0.0/16 to reach aws_mq_broker.orders on 61614 (STOMP) and 61617 (OpenWire). ${R} no longer allows 10.0.0.0/16 to reach aws_mq_broker.second on 61614 (STOMP) and 61617 (OpenWire). No rule in these plans is left for 61614 (STOMP) and 61617 (OpenWire) of aws_mq_broker.orders and aws_mq_broker.second.`,
      ],
    ],
    [
      'the clients of two brokers that take on the same group without rules, each by itself',
      {
        'aws_security_group.h': { action: 'no-op', before: { id: 'sg-2', ingress: [] } },
        ...rule({ action: 'no-op', before: CLIENTS }),
        'aws_mq_broker.orders': { before: BROKER, after: { security_groups: ['sg-2'] } },
        'aws_mq_broker.second': {
          before: { ...BROKER, id: 'b-2', arn: 'arn:b-2' },
          after: { security_groups: ['sg-2'] },
        },
      },
      ['aws_mq_broker.orders', 'aws_mq_broker.second'].map(
        (address) =>
          `error cut-off clients-cut-off ${address}: ${address} takes on security groups that no longer allow 10.0.0.0/16 on 61617 (OpenWire). No rule in these plans allows any client to reach ${address}: all clients are cut off.`,
      ),
    ],
    [
      'the last clients of one of the ports of a rule',
      {
        ...rule({ action: 'delete', before: { ...CLIENTS, from_port: 61614 } }),
        ...rule({ action: 'no-op', before: { ...CLIENTS, id: 'sgr-2', cidr_ipv4: '10.9.0.0/16' } }, 'other'),
      },
      [
        `error cut-off clients-cut-off ${R}: ${R} no longer allows 10.0.0.0/16 to reach aws_mq_broker.orders on 61614 (STOMP) and 61617 (OpenWire). No rule in these plans is left for 61614 (STOMP) of aws_mq_broker.orders.`,
      ],
    ],
    [
      'whoever a group allows of which no plan has a rule, when the broker gives it up for another one',
      { 'aws_mq_broker.orders': { before: BROKER, after: { security_groups: ['sg-9'] } }, 'aws_security_group.g': {} },
      [
        'warning cut-off clients-cut-off aws_mq_broker.orders: aws_mq_broker.orders gives up sg-1, of which these plans have no rule: clients that only such a group allows are cut off.',
      ],
    ],
    [
      'nobody, when a rule resource becomes a rule that is written in the group',
      {
        'aws_security_group.g': {
          before: { id: 'sg-1', ingress: [inline(61617, { cidr_blocks: ['10.0.0.0/16'] })] },
          after: { ingress: [inline(61617, { cidr_blocks: ['10.0.0.0/16'], description: 'clients' })] },
          references: { ingress: [] },
        },
        ...rule({ action: 'delete', before: CLIENTS }),
      },
      [],
    ],
    [
      'everyone, when a rule resource goes that the group was only read back with',
      {
        'aws_security_group.g': {
          action: 'no-op',
          before: { id: 'sg-1', ingress: [inline(61617, { cidr_blocks: ['10.0.0.0/16'] })] },
        },
        ...rule({ action: 'delete', before: CLIENTS }),
      },
      [
        `error cut-off clients-cut-off ${R}: ${R} no longer allows 10.0.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire). ${NOBODY}`,
      ],
    ],
    [
      'everyone, when the broker takes on a group without rules',
      {
        'aws_mq_broker.orders': { before: BROKER, after: { security_groups: ['sg-2'] } },
        'aws_security_group.empty': { action: 'no-op', before: { id: 'sg-2', ingress: [] } },
        ...rule({ action: 'no-op', before: CLIENTS }),
      },
      [
        `error cut-off clients-cut-off aws_mq_broker.orders: aws_mq_broker.orders takes on security groups that no longer allow 10.0.0.0/16 on 61617 (OpenWire). ${NOBODY}`,
      ],
    ],
    [
      'an entry of a prefix list',
      {
        ...rule({ action: 'no-op', before: { ...RULE, prefix_list_id: 'pl-1' } }),
        'aws_ec2_managed_prefix_list.l': {
          before: { id: 'pl-1', entry: [{ cidr: '10.1.0.0/16' }, { cidr: '10.2.0.0/16' }] },
          after: { entry: [{ cidr: '10.1.0.0/16' }] },
        },
      },
      [
        'warning cut-off clients-cut-off aws_ec2_managed_prefix_list.l: aws_ec2_managed_prefix_list.l no longer allows 10.2.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'an entry of a prefix list that no plan has',
      {
        ...rule({ action: 'no-op', before: { ...RULE, prefix_list_id: 'pl-1' } }),
        'aws_ec2_managed_prefix_list_entry.e': {
          action: 'delete',
          before: { prefix_list_id: 'pl-1', cidr: '10.2.0.0/16' },
        },
      },
      [
        'warning cut-off clients-cut-off aws_ec2_managed_prefix_list_entry.e: aws_ec2_managed_prefix_list_entry.e no longer allows 10.2.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'an entry of a prefix list, although the list shows it as read back',
      {
        ...rule({ action: 'no-op', before: { ...RULE, prefix_list_id: 'pl-1' } }),
        'aws_ec2_managed_prefix_list.l': {
          action: 'no-op',
          before: { id: 'pl-1', entry: [{ cidr: '10.1.0.0/16' }, { cidr: '10.2.0.0/16' }] },
        },
        'aws_ec2_managed_prefix_list_entry.e': {
          action: 'delete',
          before: { prefix_list_id: 'pl-1', cidr: '10.2.0.0/16' },
        },
      },
      [
        'warning cut-off clients-cut-off aws_ec2_managed_prefix_list_entry.e: aws_ec2_managed_prefix_list_entry.e no longer allows 10.2.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'everyone, by a rule that an update takes out of the group, although a resource of its own has it too',
      {
        'aws_security_group.g': {
          before: { id: 'sg-1', ingress: [inline(61617, { cidr_blocks: ['10.0.0.0/16'] })] },
          after: { ingress: [] },
        },
        ...rule({ action: 'no-op', before: CLIENTS }),
      },
      [
        `error cut-off clients-cut-off aws_security_group.g: aws_security_group.g no longer allows 10.0.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire). ${NOBODY}`,
      ],
    ],
    [
      'some, by the one of two rules that an update takes out of the group',
      {
        'aws_security_group.g': {
          before: { id: 'sg-1', ingress: [inline(61617, { cidr_blocks: ['10.0.0.0/16', '10.9.0.0/16'] })] },
          after: { ingress: [inline(61617, { cidr_blocks: ['10.0.0.0/16'] })] },
        },
        ...rule({ action: 'no-op', before: CLIENTS }),
        ...rule({ action: 'no-op', before: { ...CLIENTS, id: 'sgr-2', cidr_ipv4: '10.9.0.0/16' } }, 'other'),
      },
      [
        'warning cut-off clients-cut-off aws_security_group.g: aws_security_group.g no longer allows 10.9.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'what a list of the only rules of a group leaves out, whose rules are known by reference',
      {
        ...rule({ action: 'create', after: CLIENTS, unknown: { id: true } }),
        ...rule({ action: 'no-op', before: { ...CLIENTS, id: 'sgr-2', cidr_ipv4: '10.9.0.0/16' } }, 'other'),
        'aws_vpc_security_group_rules_exclusive.x': {
          action: 'create',
          after: { security_group_id: 'sg-1' },
          unknown: { ingress_rule_ids: true },
          references: { ingress_rule_ids: [`${R}.id`] },
        },
      },
      [
        'warning cut-off clients-cut-off aws_vpc_security_group_rules_exclusive.x: aws_vpc_security_group_rules_exclusive.x no longer allows 10.9.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'what a list of the only rules of a group leaves out',
      {
        ...rule({ action: 'no-op', before: CLIENTS }),
        ...rule({ action: 'no-op', before: { ...CLIENTS, id: 'sgr-2', cidr_ipv4: '10.9.0.0/16' } }, 'other'),
        'aws_vpc_security_group_rules_exclusive.x': {
          action: 'create',
          after: { security_group_id: 'sg-1', ingress_rule_ids: ['sgr-1'] },
        },
      },
      [
        'warning cut-off clients-cut-off aws_vpc_security_group_rules_exclusive.x: aws_vpc_security_group_rules_exclusive.x no longer allows 10.9.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'everyone, when a list of the only rules of a group is emptied',
      {
        'aws_security_group.g': {
          action: 'no-op',
          before: { id: 'sg-1', ingress: [inline(61617, { cidr_blocks: ['10.0.0.0/16'] })] },
        },
        'aws_vpc_security_group_rules_exclusive.x': {
          before: { security_group_id: 'sg-1', ingress_rule_ids: ['sgr-1'] },
          after: { ingress_rule_ids: [] },
        },
      },
      [
        `error cut-off clients-cut-off aws_vpc_security_group_rules_exclusive.x: aws_vpc_security_group_rules_exclusive.x no longer allows 10.0.0.0/16 to reach aws_mq_broker.orders on 61617 (OpenWire). ${NOBODY}`,
      ],
    ],
    [
      'the members of a group that is deleted',
      {
        ...rule({ action: 'no-op', before: { ...RULE, referenced_security_group_id: 'sg-9' } }),
        'aws_security_group.clients': { action: 'delete', before: { id: 'sg-9' } },
      },
      [
        'error cut-off clients-cut-off aws_security_group.clients: aws_security_group.clients is deleted, whose members may reach aws_mq_broker.orders on 61617 (OpenWire). No rule in these plans allows any client to reach aws_mq_broker.orders: all clients are cut off.',
      ],
    ],
    [
      'the members of a default group, when a plan adopts it',
      {
        'aws_vpc.v': { action: 'no-op', before: { id: 'vpc-1', default_security_group_id: 'sg-1' } },
        'aws_security_group.g': { action: 'no-op', before: { id: 'sg-7', ingress: [] } },
        'aws_default_security_group.d': {
          action: 'create',
          after: { vpc_id: 'vpc-1', ingress: [] },
          unknown: { id: true },
        },
      },
      [
        `error cut-off clients-cut-off aws_default_security_group.d: aws_default_security_group.d no longer allows security group aws_default_security_group.d to reach aws_mq_broker.orders on ${ALL_PORTS}. ${NOBODY}`,
      ],
    ],
    [
      'the clients of RabbitMQ',
      {
        'aws_mq_broker.orders': { action: 'no-op', before: RABBIT },
        ...rule({ action: 'delete', before: { ...CLIENTS, from_port: 5671, to_port: 5671 } }),
      },
      [
        `error cut-off clients-cut-off ${R}: ${R} no longer allows 10.0.0.0/16 to reach aws_mq_broker.orders on 5671 (AMQP). ${NOBODY}`,
      ],
    ],
  ])('reports %s', (_, changes, expected) => {
    expect(found(changes, /cut-off/)).toEqual(expected);
  });

  it.each<[string, Changes]>([
    [
      'a rule that moves to another resource',
      { ...rule({ action: 'delete', before: CLIENTS }), ...rule({ action: 'create', after: CLIENTS }, 'new') },
    ],
    [
      'a rule inside a wider one',
      {
        ...rule({ action: 'delete', before: CLIENTS }),
        ...rule({ action: 'no-op', before: { ...CLIENTS, id: 'sgr-2', cidr_ipv4: '10.0.0.0/8' } }, 'wide'),
      },
    ],
    [
      'a group that is replaced with its rules before the old one is deleted',
      {
        'aws_mq_broker.orders': {
          before: BROKER,
          after: { security_groups: [] },
          unknown: { security_groups: true },
          references: { security_groups: ['aws_security_group.g.id'] },
        },
        'aws_security_group.g': {
          action: 'replace',
          before: { id: 'sg-1', ingress: [] },
          after: { id: undefined },
          unknown: { id: true, ingress: true },
          more: {},
        },
        ...rule({
          action: 'replace',
          before: CLIENTS,
          after: { security_group_id: undefined },
          unknown: { security_group_id: true },
          references: { security_group_id: ['aws_security_group.g.id'] },
        }),
      },
    ],
    [
      'a list of the only rules of a group that names each of them by reference',
      {
        ...rule({ action: 'create', after: CLIENTS, unknown: { id: true } }),
        'aws_security_group.g': {
          action: 'no-op',
          before: { id: 'sg-1', ingress: [inline(61617, { cidr_blocks: ['10.0.0.0/16'] })] },
        },
        'aws_vpc_security_group_rules_exclusive.x': {
          action: 'create',
          after: { security_group_id: 'sg-1' },
          unknown: { ingress_rule_ids: true },
          references: { ingress_rule_ids: [`${R}.id`] },
        },
      },
    ],
    [
      'a list of the only rules of a group that is known only after the apply, that goes, or that is forgotten',
      {
        ...rule({ action: 'no-op', before: CLIENTS }),
        'aws_vpc_security_group_rules_exclusive.x': {
          action: 'create',
          after: { security_group_id: 'sg-1' },
          unknown: { ingress_rule_ids: true },
        },
        'aws_vpc_security_group_rules_exclusive.y': {
          action: 'delete',
          before: { security_group_id: 'sg-1', ingress_rule_ids: [] },
        },
        'aws_vpc_security_group_rules_exclusive.z': {
          action: 'forget',
          before: { security_group_id: 'sg-1', ingress_rule_ids: [] },
        },
      },
    ],
    [
      'an entry of a prefix list that moves from a resource into the list',
      {
        ...rule({ action: 'no-op', before: { ...RULE, prefix_list_id: 'pl-1' } }),
        'aws_ec2_managed_prefix_list.l': {
          before: { id: 'pl-1', entry: [] },
          after: { entry: [{ cidr: '10.2.0.0/16' }] },
        },
        'aws_ec2_managed_prefix_list_entry.e': {
          action: 'delete',
          before: { prefix_list_id: 'pl-1', cidr: '10.2.0.0/16' },
        },
      },
    ],
    [
      'a default group that Terraform only stops managing',
      {
        'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, security_groups: ['sg-d'] } },
        'aws_default_security_group.d': {
          action: 'delete',
          before: { id: 'sg-d', ingress: [inline(61617, { self: true })] },
        },
      },
    ],
    [
      'a broker that is deleted',
      { 'aws_mq_broker.orders': { action: 'delete', before: BROKER }, ...rule({ action: 'delete', before: CLIENTS }) },
    ],
  ])('says nothing of %s', (_, changes) => {
    expect(found(changes, /cut-off/)).toEqual([]);
  });

  it('says that nobody can reach a new broker whose groups have rules for other ports only', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': { action: 'create', after: BROKER },
      ...rule({ action: 'create', after: { ...CLIENTS, from_port: 5672, to_port: 5672 } }),
    };
    const said = found(changes, /create/).filter((line) => !line.includes('logs-without-policy'));
    expect(said).toEqual(
      [
        'info create broker-created aws_mq_broker.orders: aws_mq_broker.orders is created.',
        'warning create broker-without-clients aws_mq_broker.orders: No rule in these plans allows any client to reach aws_mq_broker.orders on one of its ports.',
      ].reverse(),
    );
  });
});

describe('that nobody can reach a new broker is not said', () => {
  const created = (security_groups: string[]): Changes => ({
    'aws_mq_broker.orders': { action: 'create', after: { ...BROKER, security_groups } },
    ...GROUP,
  });
  const isSaid = (changes: Changes) => found(changes, /create/).some((line) => line.includes('broker-without-clients'));

  it.each([
    ['of one without groups', []],
    ['where no plan has the group', ['sg-of-another-team']],
    ['where no plan has one of its groups', ['sg-1', 'sg-of-another-team']],
  ])('%s', (_, groups) => {
    expect(isSaid(created(groups))).toBe(false);
    expect(isSaid(created(['sg-1']))).toBe(true);
  });
});

describe('a run of several plans', () => {
  const reviewed = (plans: Record<string, Changes>) =>
    reviewPlans(
      Object.entries(plans).map(([name, changes]) => ({
        name,
        plan: readPlan(Buffer.from(JSON.stringify(planByHand(changes)))),
      })),
    ).flatMap(({ findings }) => findings.map(({ stack, code, message }) => `${stack} ${code}: ${plainText(message)}`));

  it('links a rule in one plan to a broker in another one by the id of the group', () => {
    const network = {
      ...GROUP,
      ...rule({
        action: 'create',
        after: { ...RULE, ip_protocol: '-1', from_port: null, to_port: null, cidr_ipv4: '0.0.0.0/0' },
      }),
    };
    expect(reviewed({ network, messaging: ORDERS })).toEqual([
      `network port-opened: ${R} allows everyone (0.0.0.0/0) to reach aws_mq_broker.orders (stack messaging) on ${ALL_PORTS}.`,
    ]);
  });

  it('knows a rule that one plan takes over from another one', () => {
    const network = { ...GROUP, ...rule({ action: 'delete', before: CLIENTS }) };
    const clients = rule({ action: 'create', after: CLIENTS }, 'mine');
    expect(reviewed({ network, clients, messaging: ORDERS })).toEqual([]);
  });

  it('reports what one plan takes from the subnets and the VPC of a broker in another one', () => {
    const network: Changes = {
      'aws_vpc.v': { before: { id: 'vpc-1', enable_dns_support: true }, after: { enable_dns_support: false } },
      'aws_subnet.a': { action: 'no-op', before: { id: 'subnet-1', vpc_id: 'vpc-1' } },
    };
    expect(reviewed({ network, messaging: ORDERS })).toEqual([
      'network dns-switched-off: aws_vpc.v, the VPC of aws_mq_broker.orders (stack messaging), switches off enable_dns_support: clients in the VPC can no longer resolve the names of the endpoints.',
    ]);
  });
});

describe('a list of all rules that a security group has', () => {
  const list = (ids: readonly string[]): Changes => ({
    'aws_vpc_security_group_rules_exclusive.x': {
      action: 'create',
      after: { security_group_id: 'sg-1', ingress_rule_ids: ids },
    },
  });

  it('hides no rule that the same plan opens and it does not have', () => {
    const opened = rule({ action: 'create', after: { ...RULE, id: undefined, cidr_ipv4: '0.0.0.0/0' } });
    expect(found({ ...list([]), ...opened }, /exposure/)).toHaveLength(1);
  });

  it('has a rule of the older kind by the id that AWS gives it', () => {
    const ids = { id: 'sgrule-1', security_group_rule_id: 'sgr-3' };
    const older = { ...OLD_RULE, ...ids, cidr_blocks: ['10.0.0.0/16'] };
    const changes: Changes = { ...list(['sgr-3']), 'aws_security_group_rule.old': { action: 'no-op', before: older } };
    expect(found(changes, /cut-off/)).toEqual([]);
  });
});

describe('security groups of the provider of the Cloud Control API', () => {
  const GROUP = 'awscc_ec2_security_group.g';
  const RULE_OF_GROUP = 'awscc_ec2_security_group_ingress.r';
  const openwire = (more: object) => ({ ip_protocol: 'tcp', from_port: 61617, to_port: 61617, ...more });
  const group = (change: Omit<ChangeByHand, 'before' | 'after'>, before: object[], after = before): Changes => ({
    [GROUP]: {
      ...change,
      before: { id: 'sg-1', group_id: 'sg-1', vpc_id: 'vpc-1', security_group_ingress: before },
      after: { security_group_ingress: after },
    },
  });
  const EVERYONE = openwire({ cidr_ip: '0.0.0.0/0' });
  const UNSET = {
    cidr_ipv_6: true,
    description: true,
    source_prefix_list_id: true,
    source_security_group_id: true,
  };

  it.each<[string, Changes, string[]]>([
    [
      'open a port by a rule in the group',
      group({}, [], [EVERYONE]),
      [
        `error exposure port-opened ${GROUP}: ${GROUP} allows everyone (0.0.0.0/0) to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'open a port by a rule in the group, of which the plan marks what is not set as unknown',
      group({ unknown: { security_group_ingress: [UNSET] } }, [], [EVERYONE]),
      [
        `error exposure port-opened ${GROUP}: ${GROUP} allows everyone (0.0.0.0/0) to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'open a port to the addresses of a subnet, which alone are written',
      {
        ...group({ action: 'no-op' }, []),
        'aws_subnet.clients': { action: 'create', after: {}, unknown: { cidr_block: true } },
        [RULE_OF_GROUP]: {
          action: 'create',
          after: { ...openwire({}), group_id: 'sg-1' },
          unknown: { id: true, cidr_ip: true, ...UNSET },
          references: { cidr_ip: ['aws_subnet.clients.cidr_block'] },
        },
      },
      [
        `warning exposure port-opened ${RULE_OF_GROUP}: ${RULE_OF_GROUP} allows the addresses of aws_subnet.clients (known only after the apply) to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'close a port by a rule in the group',
      group({}, [openwire({ cidr_ip: '10.0.0.0/8' })], []),
      [
        `error cut-off clients-cut-off ${GROUP}: ${GROUP} no longer allows 10.0.0.0/8 to reach aws_mq_broker.orders on 61617 (OpenWire). No rule in these plans allows any client to reach aws_mq_broker.orders: all clients are cut off.`,
      ],
    ],
    [
      'open a port by a rule of its own, of which the plan marks what is not set as unknown',
      {
        ...group({ action: 'no-op' }, []),
        [RULE_OF_GROUP]: {
          action: 'create',
          after: { ...EVERYONE, group_id: 'sg-1' },
          unknown: { id: true, ...UNSET },
        },
      },
      [
        `error exposure port-opened ${RULE_OF_GROUP}: ${RULE_OF_GROUP} allows everyone (0.0.0.0/0) to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'open a port to addresses that are known only after the apply',
      {
        ...group({ action: 'no-op' }, []),
        [RULE_OF_GROUP]: {
          action: 'create',
          after: { ...openwire({}), group_id: 'sg-1' },
          unknown: { id: true, cidr_ip: true, ...UNSET },
          references: { cidr_ip: ['aws_eip.e.public_ip'] },
        },
      },
      [
        `error exposure port-opened ${RULE_OF_GROUP}: ${RULE_OF_GROUP} allows addresses that are known only after the apply (at worst everyone) to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'open a port to a group',
      {
        ...group({ action: 'no-op' }, []),
        [RULE_OF_GROUP]: {
          action: 'create',
          after: { ...openwire({ source_security_group_id: 'sg-9' }), group_id: 'sg-1' },
        },
      },
      [
        `info exposure port-opened ${RULE_OF_GROUP}: ${RULE_OF_GROUP} allows security group sg-9 to reach aws_mq_broker.orders on 61617 (OpenWire).`,
      ],
    ],
    [
      'close a port with the rule of its own',
      {
        ...group({ action: 'no-op' }, []),
        [RULE_OF_GROUP]: { action: 'delete', before: { ...EVERYONE, id: 'sgr-1', group_id: 'sg-1' } },
      },
      [
        `error cut-off clients-cut-off ${RULE_OF_GROUP}: ${RULE_OF_GROUP} no longer allows everyone (0.0.0.0/0) to reach aws_mq_broker.orders on 61617 (OpenWire). No rule in these plans allows any client to reach aws_mq_broker.orders: all clients are cut off.`,
      ],
    ],
    [
      'fail where they are deleted in use',
      { [GROUP]: { action: 'delete', before: { id: 'sg-1', vpc_id: 'vpc-1', security_group_ingress: [] } } },
      [
        `error fails security-group-in-use ${GROUP}: The apply will fail at ${GROUP}: AWS rejects the deletion of a security group in use (DependencyViolation), and aws_mq_broker.orders has it. Terraform deletes the rules of the group first, so clients are cut off before the apply fails.`,
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(foundIn({ ...ORDERS, ...changes })).toEqual(expected);
  });
});

it('a group of which no plan has a rule is reported at the argument, with what to do', () => {
  const change: ChangeByHand = { before: BROKER, after: { security_groups: ['sg-9'] } };
  const { findings } = reviewOf(planByHand({ 'aws_mq_broker.orders': change }));
  const ofGroups = findings.filter(({ code }) => ['clients-cut-off', 'open-group-attached'].includes(code));
  expect(ofGroups.map(({ code, attributes, remedy }) => [code, attributes, plainText(remedy)])).toEqual(
    ['clients-cut-off', 'open-group-attached'].map((code) => [
      code,
      ['security_groups'],
      'Review it together with the plan that has the rules.',
    ]),
  );
});
