import { plainText } from '../../src/util/phrase';
import { type Changes, foundIn, ORDERS } from './found-in';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const REACHED: Changes = {
  'aws_mq_broker.orders': {
    action: 'no-op',
    before: { ...BROKER, instances: [{ ip_address: '10.0.1.5' }] },
  },
};
const LB = { arn: 'arn:lb', internal: false, load_balancer_type: 'network', security_groups: [] };
const LISTENER = { load_balancer_arn: 'arn:lb', port: 61617, default_action: [{ target_group_arn: 'arn:tg' }] };
const TARGET = { target_group_arn: 'arn:tg', target_id: '10.0.1.5', port: 61617 };

/** A load balancer that leads to the broker today, with one change of it. */
function balanced(changes: Readonly<Record<string, ChangeByHand>>): Changes {
  return {
    ...REACHED,
    'aws_lb.n': { action: 'no-op', before: LB },
    'aws_lb_target_group.t': { action: 'no-op', before: { arn: 'arn:tg' } },
    'aws_lb_listener.l': { action: 'no-op', before: LISTENER },
    'aws_lb_target_group_attachment.a': { action: 'no-op', before: TARGET },
    ...changes,
  };
}

/** What is opened, without what it takes away. */
const opened = (changes: Changes) => foundIn(changes).filter((line) => line.includes('load-balancer-public'));
const EVERYONE = 'everyone can reach the broker by its address.';
const IS_PUBLIC = `error exposure load-balancer-public aws_lb.n: aws_lb.n is a load balancer on the internet that leads to aws_mq_broker.orders: ${EVERYONE}`;
const PERHAPS =
  'warning exposure load-balancer-public aws_lb.n: aws_lb.n is a load balancer on the internet that leads to aws_mq_broker.orders; whom its security groups keep out cannot be seen in these plans.';
const through = (address: string) =>
  `error exposure load-balancer-public ${address}: Through ${address}, the load balancer aws_lb.n leads from the internet to aws_mq_broker.orders: ${EVERYONE}`;
const becomesPublic = (after: object): ChangeByHand => ({
  action: 'replace',
  before: { ...LB, internal: true },
  after: { ...LB, ...after },
  forcedBy: ['internal'],
});
const create = (after: object): ChangeByHand => ({ action: 'create', after });

describe('a private broker is open to the internet', () => {
  it('through a new load balancer whose parts are known by reference only', () => {
    const changes: Changes = {
      ...REACHED,
      'aws_lb.n': { action: 'create', after: { internal: false }, unknown: { arn: true } },
      'aws_lb_target_group.t': { action: 'create', after: { port: 61617 }, unknown: { arn: true } },
      'aws_lb_listener.l': {
        action: 'create',
        after: { port: 61617, default_action: [{ type: 'forward' }] },
        unknown: { load_balancer_arn: true, default_action: [{ target_group_arn: true }] },
        references: { load_balancer_arn: ['aws_lb.n.arn'], default_action: ['aws_lb_target_group.t.arn'] },
      },
      'aws_lb_target_group_attachment.a': {
        action: 'create',
        unknown: { target_id: true, target_group_arn: true },
        references: {
          target_id: ['aws_mq_broker.orders.instances[0].ip_address'],
          target_group_arn: ['aws_lb_target_group.t.arn'],
        },
      },
    };
    expect(foundIn(changes)).toEqual([IS_PUBLIC]);
  });

  it.each<[string, Changes, string]>([
    ['a load balancer that was internal', { 'aws_lb.n': becomesPublic({}) }, IS_PUBLIC],
    ['a new listener', { 'aws_lb_listener.l': create(LISTENER) }, through('aws_lb_listener.l')],
    [
      'a new target',
      { 'aws_lb_target_group_attachment.a': create(TARGET) },
      through('aws_lb_target_group_attachment.a'),
    ],
    [
      'an accelerator before an internal load balancer',
      {
        'aws_lb.n': { action: 'no-op', before: { ...LB, internal: true } },
        'aws_globalaccelerator_endpoint_group.g': create({ endpoint_configuration: [{ endpoint_id: 'arn:lb' }] }),
      },
      through('aws_globalaccelerator_endpoint_group.g'),
    ],
    [
      'a load balancer whose group allows everyone',
      {
        'aws_lb.n': becomesPublic({ security_groups: ['sg-lb'] }),
        'aws_security_group.lb': {
          action: 'no-op',
          before: {
            id: 'sg-lb',
            ingress: [{ from_port: 61617, to_port: 61617, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] }],
          },
        },
      },
      IS_PUBLIC,
    ],
    [
      'a load balancer whose groups no plan has, perhaps',
      { 'aws_lb.n': becomesPublic({ security_groups: ['sg-lb'] }) },
      PERHAPS,
    ],
    [
      'a load balancer of which a rule allows everyone on all ports',
      {
        'aws_lb.n': becomesPublic({ security_groups: ['sg-lb', 'sg-other'] }),
        'aws_security_group.lb': {
          action: 'no-op',
          before: {
            id: 'sg-lb',
            ingress: [{ from_port: 0, to_port: 65535, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] }],
          },
        },
      },
      IS_PUBLIC,
    ],
    [
      'a load balancer of whose groups no plan has one, perhaps',
      {
        'aws_lb.n': becomesPublic({ security_groups: ['sg-lb', 'sg-other'] }),
        'aws_security_group.lb': { action: 'no-op', before: { id: 'sg-lb', ingress: [] } },
      },
      PERHAPS,
    ],
    [
      'a load balancer whose groups are known only after the apply, perhaps',
      { 'aws_lb.n': { ...becomesPublic({ security_groups: undefined }), unknown: { security_groups: true } } },
      PERHAPS,
    ],
    [
      'a new listener whose port is known only after the apply',
      {
        'aws_lb.n': { action: 'no-op', before: { ...LB, security_groups: ['sg-lb'] } },
        'aws_security_group.lb': {
          action: 'no-op',
          before: {
            id: 'sg-lb',
            ingress: [{ from_port: 443, to_port: 443, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] }],
          },
        },
        'aws_lb_listener.l': {
          action: 'create',
          after: { ...LISTENER, port: undefined },
          unknown: { port: true },
        },
      },
      through('aws_lb_listener.l'),
    ],
    [
      'a target group that no plan has',
      { 'aws_lb_target_group.t': { action: 'no-op', before: { arn: 'arn:x' } }, 'aws_lb.n': becomesPublic({}) },
      IS_PUBLIC,
    ],
    [
      'a load balancer to a broker that Terraform forgets',
      {
        'aws_mq_broker.orders': { ...REACHED['aws_mq_broker.orders'], action: 'forget' },
        'aws_lb.n': becomesPublic({}),
      },
      IS_PUBLIC,
    ],
  ])('through %s', (_name, changes, line) => {
    expect(opened(balanced(changes))).toEqual([line]);
  });
});

it('a private broker is open to the internet through resources of the older names as well', () => {
  const older = (changes: Changes): Changes =>
    Object.fromEntries(
      Object.entries(changes).map(([address, change]) => [address.replace(/^aws_lb/, 'aws_alb'), change]),
    );
  const named = (line: string) => line.replaceAll('aws_lb', 'aws_alb');
  expect(opened(older(balanced({ 'aws_lb.n': becomesPublic({}) })))).toEqual([named(IS_PUBLIC)]);
  const target = 'aws_lb_target_group_attachment.a';
  expect(opened(older(balanced({ [target]: create(TARGET) })))).toEqual([named(through(target))]);
});

it('what opens a broker is mended by an internal load balancer or by its groups', () => {
  const { findings } = reviewOf(planByHand(balanced({ 'aws_lb.n': becomesPublic({}) })));
  const [finding] = findings.filter(({ code }) => code === 'load-balancer-public');
  expect(plainText(finding.remedy)).toBe(
    'Set internal = true, or give it security groups that allow only the addresses of the clients.',
  );
});

describe('nothing is opened', () => {
  it.each<[string, Changes]>([
    ['where the load balancer was public already', { 'aws_lb.n': { before: LB, after: { idle_timeout: 30 } } }],
    ['where another listener of it led there', { 'aws_lb_listener.second': create({ ...LISTENER, port: 5671 }) }],
    ['by an internal load balancer', { 'aws_lb.n': becomesPublic({ internal: true, name: 'x' }) }],
    ['to anything but a broker', { 'aws_lb_target_group_attachment.a': create({ ...TARGET, target_id: '10.0.9.9' }) }],
    [
      'where no plan has the load balancer',
      { 'aws_lb_listener.l': create({ ...LISTENER, load_balancer_arn: 'arn:x' }) },
    ],
    [
      'where its group allows private addresses only',
      {
        'aws_lb.n': becomesPublic({ security_groups: ['sg-lb'] }),
        'aws_security_group.lb': {
          action: 'no-op',
          before: {
            id: 'sg-lb',
            ingress: [
              { from_port: 61617, to_port: 61617, protocol: 'tcp', cidr_blocks: ['10.0.0.0/8'] },
              { from_port: 443, to_port: 443, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] },
            ],
          },
        },
      },
    ],
    ...(['no-op', 'forget'] as const).map((action): [string, Changes] => [
      `of a broker that is public itself (${action})`,
      {
        'aws_mq_broker.orders': {
          action,
          before: { ...BROKER, publicly_accessible: true, instances: [{ ip_address: '10.0.1.5' }] },
        },
        'aws_lb.n': becomesPublic({}),
      },
    ]),
    [
      'of a broker that is deleted',
      {
        'aws_mq_broker.orders': { ...REACHED['aws_mq_broker.orders'], action: 'delete' },
        'aws_lb.n': becomesPublic({}),
      },
    ],
    [
      'where an internal load balancer is deleted',
      { 'aws_lb.n': { action: 'delete', before: { ...LB, internal: true } } },
    ],
    [
      'by a target that is another load balancer',
      {
        'aws_lb.inner': { action: 'no-op', before: { arn: 'arn:inner', internal: true } },
        'aws_lb_target_group_attachment.a': create({ ...TARGET, target_id: 'arn:inner' }),
      },
    ],
    [
      'where the port of the listener is outside of what its group allows everyone',
      {
        'aws_lb.n': becomesPublic({ security_groups: ['sg-lb'] }),
        'aws_security_group.lb': {
          action: 'no-op',
          before: {
            id: 'sg-lb',
            ingress: [
              { from_port: 61618, to_port: 65535, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] },
              { from_port: 0, to_port: 61616, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] },
            ],
          },
        },
      },
    ],
  ])('%s', (_name, changes) => {
    expect(opened(balanced(changes))).toEqual([]);
  });

  it('without a change', () => {
    expect(foundIn(balanced({}))).toEqual([]);
  });

  it('without a broker', () => {
    const all = Object.entries(balanced({ 'aws_lb.n': becomesPublic({}) }));
    const others = Object.fromEntries(all.filter(([address]) => address !== 'aws_mq_broker.orders'));
    expect(foundIn(others)).toEqual([]);
    expect(foundIn({ ...ORDERS, ...others })).toEqual([]);
  });
});

describe('a load balancer lets nobody in any more', () => {
  const PORT = { protocol: 'tcp', from_port: 61617, to_port: 61617 };
  const CLIENTS = { ...PORT, cidr_blocks: ['10.0.0.0/8'] };
  const group = (id: string, ...ingress: object[]) => ({ id, ingress });
  const LOST =
    'Because of aws_security_group.lb, the load balancer aws_lb.n, which leads to aws_mq_broker.orders, lets nobody in on port 61617 any more.';
  const empties: ChangeByHand = { before: group('sg-lb', CLIENTS), after: { ingress: [] } };
  const cut = (changes: Changes, internal = true) =>
    foundIn(
      balanced({
        'aws_lb.n': { action: 'no-op', before: { ...LB, internal, security_groups: ['sg-lb'] } },
        'aws_security_group.g': { action: 'no-op', before: group('sg-1', { ...PORT, security_groups: ['sg-lb'] }) },
        ...changes,
      }),
    ).filter((line) => line.includes('clients-cut-off'));
  const error = (subject: string, message: string) => `error cut-off clients-cut-off ${subject}: ${message}`;

  it.each<[string, Changes, string[]]>([
    ['with the last rule in its group', { 'aws_security_group.lb': empties }, [error('aws_security_group.lb', LOST)]],
    [
      'with the last rule of its group',
      {
        'aws_security_group.lb': { action: 'no-op', before: group('sg-lb') },
        'aws_vpc_security_group_ingress_rule.r': {
          action: 'delete',
          before: {
            security_group_id: 'sg-lb',
            ip_protocol: 'tcp',
            from_port: 61617,
            to_port: 61617,
            cidr_ipv4: '10.0.0.0/8',
          },
        },
      },
      [
        error(
          'aws_vpc_security_group_ingress_rule.r',
          LOST.replace('aws_security_group.lb', 'aws_vpc_security_group_ingress_rule.r'),
        ),
      ],
    ],
    [
      'with another group',
      {
        'aws_security_group.lb': { action: 'no-op', before: group('sg-lb', CLIENTS) },
        'aws_security_group.closed': { action: 'no-op', before: group('sg-2') },
        'aws_lb.n': { before: { ...LB, security_groups: ['sg-lb'] }, after: { security_groups: ['sg-2'] } },
      },
      [error('aws_lb.n', LOST.replace('aws_security_group.lb', 'aws_lb.n'))],
    ],
    [
      'while the broker has other clients',
      {
        'aws_security_group.lb': empties,
        'aws_security_group.g': {
          action: 'no-op',
          before: group('sg-1', CLIENTS, { ...PORT, security_groups: ['sg-lb'] }),
        },
      },
      [`warning cut-off clients-cut-off aws_security_group.lb: ${LOST}`],
    ],
    [
      'perhaps to a broker whose groups no plan has',
      { 'aws_security_group.lb': empties, 'aws_security_group.g': { action: 'no-op', before: group('sg-9') } },
      [`warning cut-off clients-cut-off aws_security_group.lb: ${LOST}`],
    ],
    [
      'but some still',
      { 'aws_security_group.lb': { ...empties, after: { ingress: [{ ...PORT, cidr_blocks: ['10.0.0.0/16'] }] } } },
      [],
    ],
    [
      'on another port',
      {
        'aws_security_group.lb': {
          before: group('sg-lb', { ...CLIENTS, from_port: 8883, to_port: 8883 }),
          after: { ingress: [] },
        },
      },
      [],
    ],
    [
      'of a group that no plan has, perhaps',
      {
        'aws_lb.n': { action: 'no-op', before: { ...LB, security_groups: ['sg-lb', 'sg-9'] } },
        'aws_security_group.lb': empties,
      },
      [],
    ],
    [
      'and goes with the broker',
      {
        'aws_mq_broker.orders': { action: 'delete', before: REACHED['aws_mq_broker.orders'].before },
        'aws_security_group.lb': empties,
      },
      [],
    ],
    [
      'and goes itself',
      {
        'aws_lb.n': { action: 'delete', before: { ...LB, security_groups: ['sg-lb'] } },
        'aws_security_group.lb': empties,
      },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(cut(changes)).toEqual(expected);
  });

  it('whether it is on the internet or not', () => {
    expect(cut({ 'aws_security_group.lb': empties }, false)).toEqual(cut({ 'aws_security_group.lb': empties }));
  });
});
