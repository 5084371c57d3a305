import { plainText } from '../../src/util/phrase';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const GROUP: ChangeByHand = { action: 'no-op', before: { id: 'sg-1', ingress: [] } };
const RULE = { id: 'sgr-1', security_group_id: 'sg-1', ip_protocol: 'tcp', from_port: 61617, to_port: 61617 };

function exposures(changes: Record<string, ChangeByHand>): string[] {
  return reviewOf(planByHand({ 'aws_mq_broker.orders': { action: 'no-op', before: BROKER }, ...changes }))
    .findings.filter(({ effect }) => effect === 'exposure')
    .map(({ severity, code, address, message }) => `${severity} ${code} ${address}: ${plainText(message)}`);
}

describe('what a security group newly lets in', () => {
  it.each<[string, Record<string, ChangeByHand>, string[]]>([
    [
      'everyone, by a rule that is widened',
      {
        'aws_vpc_security_group_ingress_rule.r': {
          before: { ...RULE, cidr_ipv4: '10.0.0.0/16' },
          after: { cidr_ipv4: '0.0.0.0/0' },
        },
      },
      [
        'error port-opened aws_vpc_security_group_ingress_rule.r: aws_vpc_security_group_ingress_rule.r lets everyone (0.0.0.0/0) reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'everyone by IPv6, on all ports, by the older kind of rule',
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
        'error port-opened aws_security_group_rule.r: aws_security_group_rule.r lets everyone (::/0) reach aws_mq_broker.orders on 5671 (AMQP), 8162 (web console), 8883 (MQTT), 61614 (STOMP), 61617 (OpenWire) and 61619 (WebSocket).',
      ],
    ],
    [
      'a wider private range, in a rule inside the group',
      {
        'aws_security_group.g': {
          before: {
            id: 'sg-1',
            ingress: [{ protocol: 'tcp', from_port: 8162, to_port: 8162, cidr_blocks: ['10.0.0.0/16'] }],
          },
          after: { ingress: [{ protocol: 'tcp', from_port: 8162, to_port: 8162, cidr_blocks: ['10.0.0.0/8'] }] },
        },
      },
      [
        'warning port-opened aws_security_group.g: aws_security_group.g lets 10.0.0.0/8 reach aws_mq_broker.orders on 8162 (web console).',
      ],
    ],
    [
      'addresses that are not known yet',
      { 'aws_vpc_security_group_ingress_rule.r': { action: 'create', after: RULE, unknown: { cidr_ipv4: true } } },
      [
        'error port-opened aws_vpc_security_group_ingress_rule.r: aws_vpc_security_group_ingress_rule.r lets addresses that are known only after the apply (at worst everyone) reach aws_mq_broker.orders on 61617 (OpenWire).',
      ],
    ],
    [
      'everyone, because the broker takes on an open group',
      {
        'aws_mq_broker.orders': { before: BROKER, after: { security_groups: ['sg-1', 'sg-2'] } },
        'aws_vpc_security_group_ingress_rule.r': {
          action: 'no-op',
          before: { ...RULE, security_group_id: 'sg-2', cidr_ipv4: '0.0.0.0/0' },
        },
      },
      [
        'error open-group-attached aws_mq_broker.orders: aws_mq_broker.orders takes on a group that lets in everyone (0.0.0.0/0) on 61617 (OpenWire): aws_vpc_security_group_ingress_rule.r.',
      ],
    ],
    [
      'everyone, in a group of no broker of this plan',
      {
        'aws_vpc_security_group_ingress_rule.r': {
          action: 'create',
          after: { ...RULE, security_group_id: 'sg-9', cidr_ipv4: '0.0.0.0/0' },
        },
      },
      [
        'error port-opened aws_vpc_security_group_ingress_rule.r: aws_vpc_security_group_ingress_rule.r opens 61617 (OpenWire) to everyone (0.0.0.0/0) in a group of no broker in this plan; a broker of another stack that has the group is reached by it.',
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(exposures({ 'aws_security_group.g': GROUP, ...changes })).toEqual(expected);
  });

  it.each<[string, Record<string, ChangeByHand>]>([
    [
      'a narrower range',
      {
        'aws_vpc_security_group_ingress_rule.r': {
          before: { ...RULE, cidr_ipv4: '10.0.0.0/8' },
          after: { cidr_ipv4: '10.1.0.0/16' },
        },
      },
    ],
    [
      'a rule that replaces an equal one',
      {
        'aws_vpc_security_group_ingress_rule.r': { action: 'create', after: { ...RULE, cidr_ipv4: '10.0.0.0/16' } },
        'aws_security_group_rule.old': {
          action: 'delete',
          before: {
            type: 'ingress',
            security_group_id: 'sg-1',
            protocol: 'tcp',
            from_port: 61617,
            to_port: 61617,
            cidr_blocks: ['10.0.0.0/16'],
          },
        },
      },
    ],
    [
      'another port',
      {
        'aws_vpc_security_group_ingress_rule.r': {
          action: 'create',
          after: { ...RULE, from_port: 443, to_port: 443, cidr_ipv4: '0.0.0.0/0' },
        },
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
    [
      'UDP',
      {
        'aws_vpc_security_group_ingress_rule.r': {
          action: 'create',
          after: { ...RULE, ip_protocol: 'udp', cidr_ipv4: '0.0.0.0/0' },
        },
      },
    ],
    [
      'a security group as source',
      {
        'aws_vpc_security_group_ingress_rule.r': {
          action: 'create',
          after: { ...RULE, referenced_security_group_id: 'sg-3' },
        },
      },
    ],
    [
      'a new broker open to private addresses',
      {
        'aws_mq_broker.orders': { action: 'create', after: BROKER },
        'aws_vpc_security_group_ingress_rule.r': { action: 'create', after: { ...RULE, cidr_ipv4: '10.0.0.0/8' } },
      },
    ],
    [
      'all ports of a group of no broker',
      {
        'aws_vpc_security_group_ingress_rule.r': {
          action: 'create',
          after: { ...RULE, security_group_id: 'sg-9', from_port: 0, to_port: 65535, cidr_ipv4: '0.0.0.0/0' },
        },
      },
    ],
  ])('is not %s', (_, changes) => {
    expect(exposures({ 'aws_security_group.g': GROUP, ...changes })).toEqual([]);
  });
});

describe('what makes a broker less safe', () => {
  it.each<[string, object, object, string]>([
    [
      'public-access',
      { publicly_accessible: true },
      {},
      'error public-access aws_mq_broker.orders: aws_mq_broker.orders becomes public: its endpoints get public addresses, and only its security groups keep the internet out.',
    ],
    [
      'public-access, unknown',
      { publicly_accessible: undefined },
      { publicly_accessible: true },
      'error public-access aws_mq_broker.orders: Whether aws_mq_broker.orders is public is known only after the apply: at worst its endpoints can be reached from the internet.',
    ],
    [
      'audit-log-off',
      { logs: [{ general: true, audit: 'false' }] },
      {},
      'warning audit-log-off aws_mq_broker.orders: The audit log of aws_mq_broker.orders is switched off: who managed the broker is recorded no more.',
    ],
    [
      'audit-log-off, unknown',
      { logs: [{ general: true }] },
      { logs: [{ audit: true }] },
      'warning audit-log-off aws_mq_broker.orders: Whether aws_mq_broker.orders keeps its audit log is known only after the apply: at worst it is switched off.',
    ],
    [
      'encryption-key-removed',
      { encryption_options: [{ use_aws_owned_key: true }] },
      {},
      'warning encryption-key-removed aws_mq_broker.orders: aws_mq_broker.orders is no longer encrypted with your own key, but with one of AWS: you can neither revoke it nor see its use.',
    ],
  ])('%s', (_, after, unknown, expected) => {
    const before = { ...BROKER, encryption_options: [{ kms_key_id: 'arn:key', use_aws_owned_key: false }] };
    expect(exposures({ 'aws_mq_broker.orders': { action: 'replace', before, after, unknown } })).toEqual([expected]);
  });
});

describe('what makes a secret of a broker less safe', () => {
  const policy = (principal: string, more: object = {}) =>
    JSON.stringify({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: principal },
          Action: 'secretsmanager:GetSecretValue',
          Resource: '*',
          ...more,
        },
      ],
    });
  const withSecret = (change: ChangeByHand, type = 'aws_secretsmanager_secret_policy') => ({
    'aws_mq_broker.orders': {
      action: 'no-op',
      before: BROKER,
      references: { user: ['aws_secretsmanager_secret_version.v.secret_string'] },
    } as ChangeByHand,
    'aws_secretsmanager_secret_version.v': {
      action: 'no-op',
      references: { secret_id: ['aws_secretsmanager_secret.s.id'] },
    } as ChangeByHand,
    'aws_secretsmanager_secret.s': { action: 'no-op' } as ChangeByHand,
    [`${type}.${type === 'aws_secretsmanager_secret' ? 's' : 'p'}`]: {
      references: { secret_arn: ['aws_secretsmanager_secret.s.arn'] },
      ...change,
    },
  });

  it.each<[string, ChangeByHand, string | undefined, string[]]>([
    [
      'another reader',
      { before: { policy: policy('arn:aws:iam::1:role/a') }, after: { policy: policy('arn:aws:iam::2:role/b') } },
      undefined,
      [
        'warning secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p lets more read the secret: arn:aws:iam::2:role/b.',
      ],
    ],
    [
      'everyone',
      { before: { policy: policy('arn:aws:iam::1:role/a') }, after: { policy: policy('*') } },
      undefined,
      [
        'error secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p lets more read the secret: *.',
      ],
    ],
    [
      'a condition dropped',
      {
        before: { policy: policy('arn:r', { Condition: { Bool: { x: 'true' } } }) },
        after: { policy: policy('arn:r') },
      },
      undefined,
      [
        'warning secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p lets more read the secret: arn:r.',
      ],
    ],
    [
      'a denial dropped',
      {
        action: 'delete',
        before: {
          policy: JSON.stringify({ Statement: { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' } }),
        },
      },
      undefined,
      [
        'warning secret-policy-widened aws_secretsmanager_secret_policy.p: aws_secretsmanager_secret_policy.p lets more read the secret: a statement that denied access is gone.',
      ],
    ],
    [
      'not known yet',
      { before: { policy: policy('arn:r') }, after: { policy: undefined }, unknown: { policy: true } },
      undefined,
      [
        'error secret-policy-widened aws_secretsmanager_secret_policy.p: Who may read the secret of aws_secretsmanager_secret_policy.p is known only after the apply: at worst everyone.',
      ],
    ],
    [
      'the key removed',
      { before: { kms_key_id: 'arn:key' }, after: { kms_key_id: null } },
      'aws_secretsmanager_secret',
      [
        'warning secret-key-removed aws_secretsmanager_secret.s: The secret aws_secretsmanager_secret.s is no longer encrypted with your own key, but with the one every user of the account may use.',
      ],
    ],
    ['fewer readers', { before: { policy: policy('*') }, after: { policy: policy('arn:r') } }, undefined, []],
  ])('%s', (_, change, type, expected) => {
    expect(exposures(withSecret(change, type))).toEqual(expected);
  });

  it('leaves the secrets of others out', () => {
    const changes = withSecret({
      before: { policy: '' },
      after: { policy: policy('*') },
      references: { secret_arn: ['aws_secretsmanager_secret.other.arn'] },
    });
    expect(exposures({ ...changes, 'aws_secretsmanager_secret.other': { action: 'no-op' } })).toEqual([]);
  });

  it('tells that brokers stop logging without the policy that lets them', () => {
    const before = { policy_document: '{"Principal":{"Service":"mq.amazonaws.com"}}' };
    expect(exposures({ 'aws_cloudwatch_log_resource_policy.p': { action: 'delete', before } })).toEqual([
      'warning log-policy-removed aws_cloudwatch_log_resource_policy.p: aws_cloudwatch_log_resource_policy.p no longer lets mq.amazonaws.com write logs: every broker of the account and region, those of other stacks as well, stops logging, its audit log too, unless another policy lets it.',
    ]);
  });
});
