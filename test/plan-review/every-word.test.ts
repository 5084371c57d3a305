import { type Finding } from '../../src/plan-review/findings/finding';
import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';
import { type Changes, ORDERS } from './found-in';
import { BROKER, planByHand, resourceChange } from './plan-fixture';
import { realPlan, realPlanNames } from './real-plan';
import { reviewOf } from './review-of';

/** All that a finding says, line by line. */
const wordsOf = ({ attributes, causedBy, code, details, effect, address, message, remedy, severity }: Finding) => [
  `${severity} ${effect} ${code} at ${address}${attributes.length === 0 ? '' : `: ${attributes.join(', ')}`}`,
  ...[message, ...(remedy.length === 0 ? [] : [remedy]), ...details].map((text) => `  ${plainText(text)}`),
  ...causedBy.map((cause) => `  because of ${cause}`),
];

describe('a plan of the real provider is reported in the words of the snapshot', () => {
  it.each(realPlanNames().filter((name) => name !== 'nothing-changes'))('%s', (name) => {
    expect(reviewOf(realPlan(name)).findings.flatMap(wordsOf).join('\n')).toMatchSnapshot();
  });
});

const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/6e4a1f1c-0000-4000-8000-000000000001';
const ENCRYPTED = { ...BROKER, encryption_options: [{ kms_key_id: KEY }] };
const SECRET = { id: 'arn:s', name: 'mq/orders', recovery_window_in_days: 30 };
const PASSWORD_OF: Changes = {
  'aws_mq_broker.orders': {
    ...ORDERS['aws_mq_broker.orders'],
    references: { user: ['aws_secretsmanager_secret.s.id'] },
  },
};
const VPC = { id: 'vpc-1', enable_dns_hostnames: true };
const NETWORK: Changes = {
  ...ORDERS,
  'aws_vpc.v': { action: 'no-op', before: VPC },
  'aws_subnet.a': { action: 'no-op', before: { id: 'subnet-1', vpc_id: 'vpc-1' } },
};
const RULE = {
  id: 'sgr-1',
  security_group_id: 'sg-1',
  ip_protocol: 'tcp',
  from_port: 61617,
  to_port: 61617,
  cidr_ipv4: '203.0.113.0/24',
};
const GROUP: Changes = {
  'aws_security_group.g': { action: 'no-op', before: { id: 'sg-1', vpc_id: 'vpc-1', ingress: [] } },
  'aws_vpc_security_group_ingress_rule.r': { action: 'no-op', before: RULE },
};
const aclRule = (action: string) => ({
  rule_no: 1,
  action,
  protocol: '-1',
  cidr_block: '0.0.0.0/0',
  from_port: 0,
  to_port: 0,
});
const ACL = { id: 'acl-1', subnet_ids: ['subnet-1'], ingress: [aclRule('deny')], egress: [aclRule('allow')] };
const LEFT_OUT = {
  complete: false,
  prior_state: {
    values: {
      root_module: {
        resources: [{ address: 'aws_mq_broker.orders', mode: 'managed', type: 'aws_mq_broker', values: ENCRYPTED }],
      },
    },
  },
};
const allow = (...principals: string[]) =>
  JSON.stringify({
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: principals },
      Action: 'secretsmanager:GetSecretValue',
      Resource: '*',
    },
  });
const LOG_POLICY = {
  policy_name: 'mq',
  policy_document: JSON.stringify({
    Statement: { Effect: 'Allow', Principal: { Service: 'mq.amazonaws.com' }, Action: 'logs:*', Resource: '*' },
  }),
};
const ROTATION = (user: string, before: number, after: number): Changes => ({
  [`terraform_data.orders_Users_shop_${user.toUpperCase()}_Rotation_0A1B2C3D`]: {
    before: { input: { username: `shop-${user}`, rotation: before } },
    after: { input: { username: `shop-${user}`, rotation: after } },
  },
});
const ALARM = { alarm_name: 'orders-heap', namespace: 'AWS/AmazonMQ', metric_name: 'HeapUsage' };
const PRIMARY = { 'aws_mq_broker.orders': { action: 'delete', before: BROKER } } as const;
const REPLICA = {
  ...BROKER,
  id: 'b-2',
  arn: `${BROKER.arn}-2`,
  broker_name: 'replica',
  data_replication_mode: 'CRDR',
  data_replication_primary_broker_arn: BROKER.arn,
};
const PHASE = (phase: string) => ({
  insecure_value: JSON.stringify({ from_broker_name: 'orders', phase_name: phase, to_broker_name: 'orders-2' }),
});

const PUBLIC: Changes = {
  'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, publicly_accessible: true } },
};
const NETWORK_OF_PUBLIC: Changes = { 'aws_vpc.v': NETWORK['aws_vpc.v'], 'aws_subnet.a': NETWORK['aws_subnet.a'] };
const BLOCK = (before: string, after: string) => ({
  before: { id: 'eu-west-1', internet_gateway_block_mode: before },
  after: { internet_gateway_block_mode: after },
});

/** What no plan of the real provider shows. */
const BY_HAND: Readonly<Record<string, readonly [changes: Changes, more?: object]>> = {
  'alarm-name-shared': [
    {
      'aws_cloudwatch_metric_alarm.a': { action: 'create', after: ALARM },
      'aws_cloudwatch_metric_alarm.b': { action: 'create', after: ALARM },
    },
  ],
  'broker-argument-never-sent': [
    {
      'aws_mq_broker.orders': {
        before: { ...BROKER, ldap_server_metadata: [{ service_account_password: 'Fixture-Password-8' }] },
        after: { ldap_server_metadata: [{ service_account_password: 'Fixture-Password-9' }] },
      },
    },
  ],
  'broker-deposed-deleted': [
    { 'aws_mq_broker.orders': { action: 'delete', before: BROKER, more: { deposed: '0a1b2c3d' } } },
  ],
  'broker-imported': [
    {
      'aws_mq_broker.orders': {
        more: { change: { actions: ['no-op'], before: BROKER, after: BROKER, importing: { id: 'b-1' } } },
      },
    },
  ],
  'broker-pending-next': [
    { 'aws_mq_configuration.c': { before: { id: 'c-1' }, unknown: { latest_revision: true } } },
    LEFT_OUT,
  ],
  'broker-replaced-next': [{ 'aws_kms_key.k': { action: 'replace', before: { id: KEY, arn: KEY } } }, LEFT_OUT],
  'change-deferred': [
    {},
    {
      deferred_changes: [
        { reason: 'x', resource_change: resourceChange('aws_mq_broker.orders', { action: 'replace', before: BROKER }) },
      ],
      complete: false,
    },
  ],
  'configuration-argument-ignored': [
    {
      'aws_mq_configuration.c': {
        before: { id: 'c-1', authentication_strategy: 'simple' },
        after: { authentication_strategy: 'ldap' },
      },
    },
  ],
  'configuration-argument-recorded': [{ 'aws_mq_configuration.c': { before: {}, after: { skip_destroy: true } } }],
  'configuration-changed-in-place': [{ 'aws_mq_configuration.c': { before: {}, after: { tags: { a: 'b' } } } }],
  'dashboard-name-shared': [
    {
      'aws_cloudwatch_dashboard.a': {
        action: 'create',
        after: { dashboard_name: 'mq', dashboard_body: 'AWS/AmazonMQ' },
      },
      'aws_cloudwatch_dashboard.b': { action: 'create', after: { dashboard_name: 'mq', dashboard_body: '' } },
    },
  ],
  'dns-changed': [
    {
      ...NETWORK,
      'aws_vpc_dhcp_options_association.d': {
        before: { vpc_id: 'vpc-1', dhcp_options_id: 'dopt-1' },
        after: { dhcp_options_id: 'dopt-2' },
      },
    },
  ],
  'document-unknown': [
    {
      'aws_mq_configuration.c': { before: { data: '<broker/>' }, after: { data: undefined }, unknown: { data: true } },
    },
  ],
  'encryption-key-deleted': [
    {
      'aws_mq_broker.orders': { action: 'no-op', before: ENCRYPTED },
      'aws_kms_key.k': { action: 'delete', before: { id: KEY, arn: KEY } },
    },
  ],
  'encryption-key-expires': [
    {
      'aws_mq_broker.orders': { action: 'no-op', before: ENCRYPTED },
      'aws_kms_external_key.k': {
        before: { id: KEY, arn: KEY, valid_to: '2030-01-01T00:00:00Z' },
        after: { valid_to: '2027-01-01T00:00:00Z' },
      },
    },
  ],
  'encryption-key-grant-removed': [
    {
      'aws_mq_broker.orders': { action: 'no-op', before: ENCRYPTED },
      'aws_kms_grant.g': { action: 'delete', before: { key_id: KEY, grantee_principal: 'mq.amazonaws.com' } },
    },
  ],
  'internet-blocked': [
    { ...PUBLIC, ...NETWORK_OF_PUBLIC, 'aws_vpc_block_public_access_options.o': BLOCK('off', 'block-ingress') },
  ],
  'internet-unblocked': [
    { ...PUBLIC, ...NETWORK_OF_PUBLIC, 'aws_vpc_block_public_access_options.o': BLOCK('block-ingress', 'off') },
  ],
  'log-policy-count': [
    Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [
        `aws_cloudwatch_log_resource_policy.p${index}`,
        { action: 'create', after: { ...LOG_POLICY, policy_name: `mq-${index}` } },
      ]),
    ),
  ],
  'log-policy-name-shared': [
    {
      'aws_cloudwatch_log_resource_policy.a': { action: 'no-op', before: LOG_POLICY },
      'aws_cloudwatch_log_resource_policy.b': { action: 'create', after: LOG_POLICY },
    },
  ],
  'move-broken-off': [
    {
      ...PRIMARY,
      'aws_ssm_parameter.phase': { action: 'no-op', before: PHASE('drain') },
    },
  ],
  'ldap-egress-removed': [
    {
      ...GROUP,
      'aws_mq_broker.orders': { action: 'no-op', before: { ...BROKER, authentication_strategy: 'ldap' } },
      'aws_vpc_security_group_egress_rule.directory': {
        action: 'delete',
        before: { ...RULE, from_port: 636, to_port: 636, cidr_ipv4: '10.8.0.0/24' },
      },
    },
  ],
  'network-acl-opened': [
    {
      ...NETWORK,
      ...GROUP,
      'aws_network_acl.n': { before: ACL, after: { ingress: [aclRule('allow')] } },
    },
  ],
  'network-in-use': [{ ...ORDERS, 'aws_subnet.a': { action: 'delete', before: { id: 'subnet-1' } } }],
  'network-path-removed': [
    { ...NETWORK, 'aws_vpn_gateway.g': { action: 'delete', before: { id: 'vgw-1', vpc_id: 'vpc-1' } } },
  ],
  'open-group-attached': [
    {
      ...GROUP,
      'aws_mq_broker.orders': {
        before: { ...BROKER, security_groups: ['sg-2'] },
        after: { security_groups: ['sg-1', 'sg-2'] },
      },
      'aws_security_group.h': { action: 'no-op', before: { id: 'sg-2', vpc_id: 'vpc-1', ingress: [] } },
    },
  ],
  'plan-errored': [{}, { errored: true, complete: false }],
  'primary-delete': [{ ...PRIMARY, 'aws_mq_broker.replica': { action: 'no-op', before: REPLICA } }],
  'rotation-of-used-user': [{ ...ROTATION('a', 3, 5), ...ROTATION('b', 2, 2) }],
  'route-changed': [
    {
      ...NETWORK,
      'aws_route_table_association.a': {
        action: 'no-op',
        before: { subnet_id: 'subnet-1', route_table_id: 'rtb-1' },
      },
      'aws_route.office': {
        before: { route_table_id: 'rtb-1', destination_cidr_block: '192.0.2.0/24', transit_gateway_id: 'tgw-1' },
        after: { transit_gateway_id: 'tgw-2' },
      },
    },
  ],
  'secret-key-removed': [
    {
      ...PASSWORD_OF,
      'aws_secretsmanager_secret.s': { before: { ...SECRET, kms_key_id: KEY }, after: { kms_key_id: null } },
    },
  ],
  'secret-name-taken': [{ ...PASSWORD_OF, 'aws_secretsmanager_secret.s': { action: 'replace', before: SECRET } }],
  'secret-policy-narrowed': [
    {
      ...PASSWORD_OF,
      'aws_secretsmanager_secret.s': {
        before: { ...SECRET, policy: allow('arn:aws:iam::123456789012:role/a', 'arn:aws:iam::123456789012:role/b') },
        after: { policy: allow('arn:aws:iam::123456789012:role/a') },
      },
    },
  ],
  'unknown-action': [{ 'aws_mq_broker.orders': { actions: ['evict'], before: BROKER } }],
  'unknown-argument': [{ 'aws_mq_broker.orders': { before: BROKER, after: { patch_policy: 'auto' } } }],
  'unknown-plan-part': [ORDERS, { action_invocations: [{}] }],
  'unknown-type': [{ 'aws_mq_promotion.p': { action: 'delete' } }],
};

it('a finding about an output or a plan as a whole is about no type of resource', () => {
  const { findings } = reviewOf(realPlan('broker-forgotten'));
  expect(findings.find(({ address }) => address === 'output.broker_id')?.resourceType).toBe('');
  const [errored] = reviewOf(planByHand({}, { errored: true, complete: false })).findings;
  expect([errored.address, errored.resourceType]).toEqual(['(plan)', '']);
});

describe('a plan by hand is reported in the words of the snapshot', () => {
  it.each(Object.entries(BY_HAND))('%s', (code, [changes, more]) => {
    const { findings } = reviewOf(planByHand(changes, more));
    const words = findings.filter((finding) => finding.code === code).flatMap(wordsOf);
    expect(words).not.toEqual([]);
    expect(words.join('\n')).toMatchSnapshot();
  });

  const OTHER_BROKER = { ...BROKER, id: 'b-2', arn: `${BROKER.arn}-2` };
  const CONFIGURATION = { id: 'c-1', arn: 'arn:c', name: 'orders' };
  it.each<[string, Changes, Changes]>([
    ['broker-managed-twice', ORDERS, ORDERS],
    [
      'broker-name-taken',
      ORDERS,
      { 'aws_mq_broker.b': { action: 'create', after: { ...OTHER_BROKER, id: undefined } } },
    ],
    [
      'configuration-name-taken',
      { 'aws_mq_configuration.a': { action: 'no-op', before: CONFIGURATION } },
      { 'aws_mq_configuration.b': { action: 'create', after: { name: 'orders' } } },
    ],
  ])('%s, of two plans', (code, ...plans) => {
    const stacks = plans.map((changes, index) => ({
      name: `stack-${index}`,
      plan: readPlan(Buffer.from(JSON.stringify(planByHand(changes)))),
    }));
    const words = reviewPlans(stacks)
      .flatMap(({ findings }) => findings)
      .filter((finding) => finding.code === code)
      .flatMap(wordsOf);
    expect(words).not.toEqual([]);
    expect(words.join('\n')).toMatchSnapshot();
  });
});
