import { type Changes, foundIn, ORDERS } from './found-in';

const NETWORK: Changes = {
  ...ORDERS,
  'aws_subnet.s': { action: 'no-op', before: { id: 'subnet-1', vpc_id: 'vpc-1' } },
};
const RULE = { from_port: 61617, to_port: 61617, protocol: 'tcp', cidr_blocks: ['10.0.0.0/8'] };
const ALL = { rule_no: 200, action: 'allow', protocol: '-1', from_port: 0, to_port: 0, cidr_block: '0.0.0.0/0' };

/** Severity, code and address of what is found. */
function codes(changes: Changes): string[] {
  return foundIn({ ...NETWORK, ...changes }).map((line) => line.split(':')[0].replace(/^(\S+) \S+/, '$1'));
}

describe('what Terraform only forgets, although the plan says that it is deleted,', () => {
  it.each<[string, object, Changes]>([
    ['aws_vpc_peering_connection_accepter', { id: 'pcx-1', vpc_id: 'vpc-1', peer_vpc_id: 'vpc-2' }, {}],
    [
      'aws_default_route_table',
      { id: 'rtb-1', route: [{ cidr_block: '10.9.0.0/16', vpc_peering_connection_id: 'pcx-1' }] },
      { 'aws_vpc.v': { action: 'no-op', before: { id: 'vpc-1', main_route_table_id: 'rtb-1' } } },
    ],
    [
      'aws_default_network_acl',
      {
        id: 'acl-1',
        subnet_ids: ['subnet-1'],
        ingress: [{ ...ALL, rule_no: 100, action: 'deny', cidr_block: '10.6.0.0/16' }, ALL],
        egress: [ALL],
      },
      { 'aws_security_group.g': { action: 'no-op', before: { id: 'sg-1', ingress: [RULE] } } },
    ],
    ['aws_default_security_group', { id: 'sg-1', ingress: [RULE] }, {}],
    ['aws_default_subnet', { id: 'subnet-1', vpc_id: 'vpc-1', force_destroy: false }, {}],
    ['aws_default_vpc', { id: 'vpc-1', enable_dns_support: true }, {}],
  ])('takes nothing away: %s', (type, before, others) => {
    expect(codes({ [`${type}.x`]: { action: 'delete', before }, ...others })).toEqual([]);
  });

  it.each([
    ['aws_default_vpc', { id: 'vpc-1' }],
    ['aws_default_subnet', { id: 'subnet-1', vpc_id: 'vpc-1' }],
  ])('is deleted with force_destroy, and is in use: %s', (type, before) => {
    expect(codes({ [`${type}.x`]: { action: 'delete', before: { ...before, force_destroy: true } } })).toEqual([
      `error network-in-use ${type}.x`,
    ]);
  });
});

test('a peering of transit gateways goes with its accepter', () => {
  const gateways = { transit_gateway_id: 'tgw-1', peer_transit_gateway_id: 'tgw-2' };
  const attachment = { id: 'tgw-attach-2', transit_gateway_id: 'tgw-1', vpc_id: 'vpc-1', subnet_ids: ['subnet-1'] };
  expect(
    codes({
      'aws_ec2_transit_gateway_peering_attachment_accepter.a': { action: 'delete', before: { id: 'a', ...gateways } },
      'aws_ec2_transit_gateway_vpc_attachment.v': { action: 'no-op', before: attachment },
    }),
  ).toEqual(['warning network-path-removed aws_ec2_transit_gateway_peering_attachment_accepter.a']);
});

test('a VPC has its first main route table again without the association of another one', () => {
  const association = { vpc_id: 'vpc-1', route_table_id: 'rtb-2', original_route_table_id: 'rtb-1' };
  const route = { cidr_block: '10.9.0.0/16', vpc_peering_connection_id: 'pcx-1' };
  const changes: Changes = {
    'aws_vpc.v': { action: 'no-op', before: { id: 'vpc-1', main_route_table_id: 'rtb-2' } },
    'aws_route_table.t': { action: 'no-op', before: { id: 'rtb-2', route: [route] } },
    'aws_main_route_table_association.m': { action: 'delete', before: association },
  };
  expect(codes(changes)).toEqual(['warning route-removed aws_main_route_table_association.m']);
  const same = { 'aws_route_table.first': { action: 'no-op', before: { id: 'rtb-1', route: [route] } } } as const;
  expect(codes({ ...changes, ...same })).toEqual([]);
});

describe('a group that an update empties of a rule of a rule resource', () => {
  const group = (...after: object[]): Changes => ({
    'aws_security_group.g': {
      before: { id: 'sg-1', ingress: [RULE, { ...RULE, cidr_blocks: ['172.16.0.0/12'] }] },
      after: { ingress: after },
    },
  });
  const separate = (action: 'no-op' | 'create'): Changes => ({
    'aws_vpc_security_group_ingress_rule.r': {
      action,
      [action === 'create' ? 'after' : 'before']: {
        security_group_id: 'sg-1',
        ip_protocol: 'tcp',
        from_port: 61617,
        to_port: 61617,
        cidr_ipv4: '172.16.0.0/12',
      },
    },
  });

  it('cuts its clients off, although the rule stays in the plan as it is', () => {
    expect(foundIn({ ...ORDERS, ...group(RULE), ...separate('no-op') })).toEqual([
      'warning cut-off clients-cut-off aws_security_group.g: aws_security_group.g no longer allows 172.16.0.0/12 to reach aws_mq_broker.orders on 61617 (OpenWire).',
    ]);
  });

  it('cuts nobody off where the same apply writes the rule anew', () => {
    expect(foundIn({ ...ORDERS, ...group(RULE), ...separate('create') })).toEqual([]);
  });

  it('cuts nobody off where what it keeps is known only after the apply', () => {
    const unknown = { ...group()['aws_security_group.g'], unknown: { ingress: true } };
    expect(foundIn({ ...ORDERS, 'aws_security_group.g': unknown, ...separate('no-op') }).join()).not.toContain(
      '172.16.0.0/12',
    );
  });
});
