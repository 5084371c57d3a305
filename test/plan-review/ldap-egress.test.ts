import { type Changes, foundIn } from './found-in';
import { BROKER } from './plan-fixture';

const LDAP = { ...BROKER, authentication_strategy: 'ldap' };
const ORDERS: Changes = { 'aws_mq_broker.orders': { action: 'no-op', before: LDAP } };
const GROUP: Changes = { 'aws_security_group.g': { action: 'no-op', before: { id: 'sg-1', egress: [] } } };
const OTHER_GROUP: Changes = { 'aws_security_group.h': { action: 'no-op', before: { id: 'sg-2', egress: [] } } };
const DIRECTORY = {
  id: 'sgr-1',
  security_group_id: 'sg-1',
  ip_protocol: 'tcp',
  from_port: 636,
  to_port: 636,
  cidr_ipv4: '10.8.0.0/24',
};
const RULE = 'aws_vpc_security_group_egress_rule.directory';
const inline = (more: object) => ({
  protocol: 'tcp',
  from_port: 636,
  to_port: 636,
  cidr_blocks: ['10.8.0.0/24'],
  ...more,
});
const EVERYTHING = { protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'] };

const found = (changes: Changes) =>
  foundIn({ ...ORDERS, ...GROUP, ...changes }).filter((text) => text.includes('ldap-egress-removed'));
const isBroker = (address: string) => address.startsWith('aws_mq_broker.');
const lastOf = (address: string) =>
  `error cut-off ldap-egress-removed ${address}: ${address} ${isBroker(address) ? 'takes on security groups without any rule' : 'takes from aws_mq_broker.orders the last rule'} for port 636 (LDAPS), so nobody can log in any more.`;
const partOf = (address: string) =>
  `warning cut-off ldap-egress-removed ${address}: ${address} ${isBroker(address) ? 'takes on security groups with a narrower rule, or none in these plans,' : 'takes from aws_mq_broker.orders a rule'} for port 636 (LDAPS): if its LDAP server is there, nobody can log in any more.`;

describe('the last way of a broker to its LDAP server', () => {
  it.each<[string, string, Changes]>([
    ['a rule that is deleted', RULE, { [RULE]: { action: 'delete', before: DIRECTORY } }],
    [
      'a rule that moves to another port',
      RULE,
      { [RULE]: { before: DIRECTORY, after: { from_port: 389, to_port: 389 } } },
    ],
    [
      'a rule of the older kind',
      'aws_security_group_rule.directory',
      {
        'aws_security_group_rule.directory': {
          action: 'delete',
          before: { ...inline({}), id: 'sgr-1', type: 'egress', security_group_id: 'sg-1' },
        },
      },
    ],
    [
      'a rule of Cloud Control',
      'awscc_ec2_security_group_egress.directory',
      {
        'awscc_ec2_security_group_egress.directory': {
          action: 'delete',
          before: { ...DIRECTORY, group_id: 'sg-1', cidr_ip: '10.8.0.0/24', cidr_ipv4: null },
        },
      },
    ],
    [
      'a rule in the group, which allowed everything',
      'aws_security_group.g',
      { 'aws_security_group.g': { before: { id: 'sg-1', egress: [EVERYTHING] }, after: { egress: [] } } },
    ],
    [
      'a rule for the group of the directory',
      RULE,
      {
        [RULE]: {
          action: 'delete',
          before: { ...DIRECTORY, cidr_ipv4: null, referenced_security_group_id: 'sg-directory' },
        },
      },
    ],
    [
      'another group that the broker takes on',
      'aws_mq_broker.orders',
      {
        ...OTHER_GROUP,
        [RULE]: { action: 'no-op', before: DIRECTORY },
        'aws_mq_broker.orders': {
          before: { ...LDAP, security_groups: ['sg-1'] },
          after: { security_groups: ['sg-2'] },
        },
      },
    ],
    [
      'a list of the only rules of the group',
      'aws_vpc_security_group_rules_exclusive.g',
      {
        [RULE]: { action: 'no-op', before: { ...DIRECTORY, security_group_rule_id: 'sgr-1' } },
        'aws_vpc_security_group_rules_exclusive.g': {
          action: 'create',
          after: { security_group_id: 'sg-1', ingress_rule_ids: [], egress_rule_ids: [] },
        },
      },
    ],
    [
      'the default group, which a plan adopts without a rule',
      'aws_default_security_group.d',
      {
        'aws_mq_broker.orders': { action: 'no-op', before: { ...LDAP, security_groups: ['sg-d'] } },
        'aws_vpc.v': { action: 'no-op', before: { id: 'vpc-1', default_security_group_id: 'sg-d' } },
        'aws_default_security_group.d': { action: 'create', after: { vpc_id: 'vpc-1', egress: [], ingress: [] } },
      },
    ],
  ])('goes with %s', (_, address, changes) => {
    expect(found(changes)).toEqual([lastOf(address)]);
  });

  it('goes for several brokers by one rule', () => {
    const second = {
      'aws_mq_broker.second': { action: 'no-op', before: { ...LDAP, id: 'b-2', arn: 'arn:b-2' } },
    } as const;
    expect(found({ ...second, [RULE]: { action: 'delete', before: DIRECTORY } })).toEqual([
      `error cut-off ldap-egress-removed ${RULE}: ${RULE} takes from aws_mq_broker.orders and aws_mq_broker.second the last rule for port 636 (LDAPS), so nobody can log in any more.`,
    ]);
  });

  it.each<[string, string, Changes]>([
    [
      'by a rule that is narrowed',
      'aws_security_group.g',
      { 'aws_security_group.g': { before: { id: 'sg-1', egress: [EVERYTHING] }, after: { egress: [inline({})] } } },
    ],
    [
      'by one of two rules',
      RULE,
      {
        [RULE]: { action: 'delete', before: DIRECTORY },
        [`${RULE}2`]: { action: 'no-op', before: { ...DIRECTORY, id: 'sgr-2', cidr_ipv4: '10.9.0.0/24' } },
      },
    ],
    [
      'by a group that is made by Cloud Control, and allows what CloudFormation leaves it',
      'aws_mq_broker.orders',
      {
        [RULE]: { action: 'no-op', before: DIRECTORY },
        'awscc_ec2_security_group.new': {
          action: 'create',
          after: {},
          unknown: { id: true, security_group_egress: true },
        },
        'aws_mq_broker.orders': {
          before: LDAP,
          after: { security_groups: null },
          unknown: { security_groups: true },
          references: { security_groups: ['awscc_ec2_security_group.new.id'] },
        },
      },
    ],
    [
      'by a group whose rules no plan has',
      'aws_mq_broker.orders',
      {
        [RULE]: { action: 'no-op', before: DIRECTORY },
        'aws_mq_broker.orders': {
          before: { ...LDAP, security_groups: ['sg-1'] },
          after: { security_groups: ['sg-9'] },
        },
      },
    ],
  ])('may go %s', (_, address, changes) => {
    expect(found(changes)).toEqual([partOf(address)]);
  });

  it.each<[string, Changes]>([
    [
      'a rule that another one replaces',
      {
        [RULE]: { action: 'delete', before: DIRECTORY },
        [`${RULE}2`]: { action: 'create', after: { ...DIRECTORY, id: undefined, cidr_ipv4: '10.8.0.0/16' } },
      },
    ],
    [
      'a rule for another port',
      { [RULE]: { action: 'delete', before: { ...DIRECTORY, from_port: 443, to_port: 443 } } },
    ],
    [
      'a rule for those who come in',
      { 'aws_vpc_security_group_ingress_rule.r': { action: 'delete', before: DIRECTORY } },
    ],
    [
      'a broker that has its own users',
      { 'aws_mq_broker.orders': { action: 'no-op', before: BROKER }, [RULE]: { action: 'delete', before: DIRECTORY } },
    ],
    [
      'a broker that goes as well',
      { 'aws_mq_broker.orders': { action: 'delete', before: LDAP }, [RULE]: { action: 'delete', before: DIRECTORY } },
    ],
  ])('stays without %s', (_, changes) => {
    expect(found(changes)).toEqual([]);
  });
});
