import { readPlan } from '../../src/plan-review/plan/read-plan';
import { reviewPlans } from '../../src/plan-review/review-plan';
import { plainText } from '../../src/util/phrase';
import { type Changes, foundIn, ORDERS } from './found-in';
import { BROKER, planByHand } from './plan-fixture';
import { reviewOf } from './review-of';

const HOST = 'b-1-1.mq.eu-west-1.amazonaws.com';
const REACHED: Changes = {
  'aws_mq_broker.orders': {
    action: 'no-op',
    before: { ...BROKER, instances: [{ endpoints: [`ssl://${HOST}:61617`], ip_address: '10.0.1.5' }] },
  },
};
const SERVICE_NAME = 'com.amazonaws.vpce.eu-west-1.vpce-svc-1';

/** A load balancer before the broker, and an endpoint service for it. */
const SERVICE: Changes = {
  'aws_lb_target_group_attachment.a': {
    action: 'no-op',
    before: { target_group_arn: 'arn:tg', target_id: '10.0.1.5', port: 61617 },
  },
  'aws_lb_listener.l': {
    action: 'no-op',
    before: { load_balancer_arn: 'arn:lb', port: 61617, default_action: [{ target_group_arn: 'arn:tg' }] },
  },
  'aws_lb.n': { action: 'no-op', before: { arn: 'arn:lb', dns_name: 'n.elb.amazonaws.com' } },
  'aws_vpc_endpoint_service.s': {
    action: 'no-op',
    before: { id: 'vpce-svc-1', service_name: SERVICE_NAME, network_load_balancer_arns: ['arn:lb'] },
  },
};
const ENDPOINT = {
  id: 'vpce-1',
  vpc_id: 'vpc-9',
  service_name: SERVICE_NAME,
  dns_entry: [{ dns_name: 'vpce-1.vpce-svc-1.eu-west-1.vpce.amazonaws.com', hosted_zone_id: 'Z38GZ743OKFT7T' }],
};
const ALIAS = { name: 'vpce-1.vpce-svc-1.eu-west-1.vpce.amazonaws.com', zone_id: 'Z38GZ743OKFT7T' };
const ofFollower = (address: string, noun: string, how = 'is deleted') =>
  `warning cut-off follower-removed ${address}: ${address}, ${noun} that leads to aws_mq_broker.orders, ${how}, and the broker stays: whoever uses it loses the broker.`;

describe('what leads to a broker through a load balancer', () => {
  it.each<[string, object, string]>([
    ['aws_vpc_endpoint.e', ENDPOINT, 'a VPC endpoint'],
    [
      'aws_vpc_endpoint_service_allowed_principal.p',
      { vpc_endpoint_service_id: 'vpce-svc-1', principal_arn: 'arn:aws:iam::999999999999:root' },
      'a principal that may use an endpoint service',
    ],
    [
      'aws_vpc_endpoint_connection_accepter.a',
      { vpc_endpoint_service_id: 'vpce-svc-1', vpc_endpoint_id: 'vpce-1' },
      'an accepted VPC endpoint',
    ],
  ])('is %s', (address, before, noun) => {
    expect(foundIn({ ...REACHED, ...SERVICE, [address]: { action: 'delete', before } })).toEqual([
      ofFollower(address, noun),
    ]);
    const elsewhere = { ...before, service_name: 'com.amazonaws.x', vpc_endpoint_service_id: 'vpce-svc-2' };
    expect(foundIn({ ...REACHED, ...SERVICE, [address]: { action: 'delete', before: elsewhere } })).toEqual([]);
  });

  it('is a name for an endpoint of it, but no other name in the hosted zone of AWS', () => {
    const endpoint: Changes = { 'aws_vpc_endpoint.e': { action: 'no-op', before: ENDPOINT } };
    const record = (alias: object): Changes => ({
      'aws_route53_record.r': { action: 'delete', before: { zone_id: 'Z1', name: 'mq', alias: [alias] } },
    });
    expect(foundIn({ ...REACHED, ...SERVICE, ...endpoint, ...record(ALIAS) })).toEqual([
      ofFollower('aws_route53_record.r', 'a DNS record'),
    ]);
    expect(foundIn({ ...REACHED, ...SERVICE, ...endpoint, ...record({ ...ALIAS, name: 'other' }) })).toEqual([]);
  });
});

describe('a DNS zone with a record of a broker', () => {
  const record: Changes = {
    'aws_route53_record.r': { action: 'no-op', before: { zone_id: 'Z1', name: 'mq', records: [HOST] } },
  };

  it.each([
    ['aws_route53_zone.z', { id: 'Z1', zone_id: 'Z1', name: 'example.org' }, 'a DNS zone'],
    ['aws_route53_zone_association.a', { zone_id: 'Z1', vpc_id: 'vpc-9' }, 'the association of a VPC with a DNS zone'],
  ])('goes with %s', (address, before, noun) => {
    expect(foundIn({ ...REACHED, ...record, [address]: { action: 'delete', before } })).toEqual([
      ofFollower(address, noun),
    ]);
    const other = { ...before, zone_id: 'Z2' };
    expect(foundIn({ ...REACHED, ...record, [address]: { action: 'delete', before: other } })).toEqual([]);
  });

  it('is associated anew under another address', () => {
    const association = { zone_id: 'Z1', vpc_id: 'vpc-9' };
    const changes: Changes = {
      'aws_route53_zone_association.old': { action: 'delete', before: association },
      'aws_route53_zone_association.new': { action: 'create', after: association },
    };
    expect(foundIn({ ...REACHED, ...record, ...changes })).toEqual([]);
  });

  it('has aliases to names in it that lead elsewhere', () => {
    const alias = { zone_id: 'Z1', name: 'www', alias: [{ zone_id: 'Z1', name: 'web.example.org' }] };
    expect(foundIn({ ...REACHED, ...record, 'aws_route53_record.w': { action: 'delete', before: alias } })).toEqual([]);
  });
});

it.each([
  [
    'aws_appconfig_hosted_configuration_version.c',
    { content: `{"url":"ssl://${HOST}:61617"}` },
    'a configuration of AppConfig',
  ],
  ['cloudflare_record.r', { zone_id: 'z', name: 'mq', value: HOST }, 'a DNS record'],
  ['cloudflare_dns_record.r', { zone_id: 'z', name: 'mq', content: HOST }, 'a DNS record'],
  ['google_dns_record_set.r', { managed_zone: 'z', name: 'mq', rrdatas: [`${HOST}.`] }, 'a DNS record'],
  ['kubernetes_config_map.c', { data: { url: `ssl://${HOST}:61617` } }, 'a config map'],
  ['kubernetes_config_map_v1.c', { data: { url: `ssl://${HOST}:61617` } }, 'a config map'],
  ['kubernetes_secret.s', { data: { url: `ssl://${HOST}:61617` } }, 'a Kubernetes secret'],
  ['kubernetes_secret_v1.s', { data: { url: `ssl://${HOST}:61617` } }, 'a Kubernetes secret'],
  ['kubernetes_service.s', { spec: [{ type: 'ExternalName', external_name: HOST }] }, 'a Kubernetes service'],
  ['kubernetes_service_v1.s', { spec: [{ type: 'ExternalName', external_name: HOST }] }, 'a Kubernetes service'],
  ['vault_generic_secret.s', { data_json: `{"host":"${HOST}"}` }, 'a secret of Vault'],
  ['vault_kv_secret_v2.s', { data_json: `{"host":"${HOST}"}` }, 'a secret of Vault'],
])('%s leads to a broker', (address, before, noun) => {
  expect(foundIn({ ...REACHED, [address]: { action: 'delete', before } })).toEqual([ofFollower(address, noun)]);
});

describe('a password that is kept outside of AWS', () => {
  const rotated: Changes = {
    'aws_mq_broker.orders': {
      before: BROKER,
      after: { user: [{ ...BROKER.user[0], password: 'Fixture-Password-2' }] },
    },
  };
  const holders: [string, (password: string) => object][] = [
    ['azurerm_key_vault_secret', (value) => ({ value })],
    ['github_actions_secret', (plaintext_value) => ({ plaintext_value })],
    ['gitlab_project_variable', (value) => ({ value })],
    ['google_secret_manager_secret_version', (secret_data) => ({ secret_data })],
    ['kubernetes_secret', (password) => ({ data: { password } })],
    ['kubernetes_secret_v1', (password) => ({ data: { password } })],
    ['tfe_variable', (value) => ({ value })],
    ['vault_generic_secret', (password) => ({ data_json: JSON.stringify({ password }) })],
    ['vault_kv_secret_v2', (password) => ({ data_json: JSON.stringify({ password }) })],
  ];
  const outOfStep = (changes: Changes) => foundIn(changes).filter((line) => line.includes('password-out-of-step'));

  it.each(holders)('is out of step with the broker for a time: %s', (type, values) => {
    const change = { before: values('Fixture-Password-1'), after: values('Fixture-Password-2') };
    expect(outOfStep({ ...rotated, [`${type}.s`]: change })).toEqual([
      `warning cut-off password-out-of-step aws_mq_broker.orders: The secret ${type}.s has the new password at once, and aws_mq_broker.orders takes it at its next reboot: until then, clients that read the secret are rejected.`,
    ]);
  });

  it.each(holders)('is left behind, or taken away: %s', (type, values) => {
    const before = values('Fixture-Password-1');
    expect(outOfStep({ ...rotated, [`${type}.s`]: { action: 'no-op', before } })).toEqual([
      `warning cut-off password-out-of-step aws_mq_broker.orders: ${type}.s keeps a password that aws_mq_broker.orders gives up: clients that read it there are rejected after the next reboot.`,
    ]);
    expect(foundIn({ ...ORDERS, [`${type}.s`]: { action: 'delete', before } })).toEqual([
      `warning cut-off secret-deleted ${type}.s: ${type}.s has the password of a broker and is deleted, and the broker stays: clients that read it no longer find it.`,
    ]);
  });
});

describe('a parameter with the password of a broker', () => {
  const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/k-1';
  const parameter = { name: '/mq', type: 'SecureString', value: 'Fixture-Password-1', key_id: KEY };
  const changed = (after: object, before: object = parameter, unknown: object = {}) =>
    foundIn({ ...ORDERS, 'aws_ssm_parameter.p': { before, after, unknown } });

  it.each<[object, string]>([
    [
      { key_id: 'alias/aws/ssm' },
      'warning exposure secret-key-removed aws_ssm_parameter.p: The parameter aws_ssm_parameter.p is no longer encrypted with your own key, but with the one that every user of the account may use.',
    ],
    [
      { type: 'String', key_id: '' },
      'error exposure secret-in-clear aws_ssm_parameter.p: aws_ssm_parameter.p has the password of a broker and is no longer encrypted: whoever may read parameters reads it, and plans and states contain it in plain text.',
    ],
  ])('gets %j', (after, line) => {
    expect(changed(after)).toEqual([line]);
  });

  it.each<[object, attribute: string, remedy: string]>([
    [{ key_id: 'alias/aws/ssm' }, 'key_id', 'Keep key_id.'],
    [{ type: 'String', key_id: '' }, 'type', 'Keep type = "SecureString".'],
  ])('that gets %j keeps its %s by what is said', (after, attribute, remedy) => {
    const changes = { ...ORDERS, 'aws_ssm_parameter.p': { before: parameter, after } };
    const [finding] = reviewOf(planByHand(changes)).findings;
    expect([finding.attributes, plainText(finding.remedy)]).toEqual([[attribute], remedy]);
  });

  it.each<[string, object, object, object]>([
    ['another key of its own', { key_id: `${KEY}2` }, parameter, {}],
    ['a key that is not known yet', { key_id: undefined }, parameter, { key_id: true }],
    ['a type that is not known yet', { type: undefined }, parameter, { type: true }],
    ['the key that it has', { key_id: '' }, { ...parameter, key_id: 'alias/aws/ssm' }, {}],
    ['a description, and was in clear', { description: 'x' }, { ...parameter, type: 'String' }, {}],
  ])('gets %s, which weakens nothing', (_name, after, before, unknown) => {
    expect(changed(after, before, unknown)).toEqual([]);
  });
});

describe('a secret with replicas in other regions', () => {
  const secret = { id: 's-1', replica: [{ region: 'eu-central-1' }, { region: 'us-east-1' }] };
  const changed = (after: object, unknown: object = {}) =>
    foundIn({
      'aws_mq_broker.orders': {
        ...ORDERS['aws_mq_broker.orders'],
        references: { user: ['aws_secretsmanager_secret.s.id'] },
      },
      'aws_secretsmanager_secret.s': { before: secret, after, unknown },
    });

  it('loses one', () => {
    expect(changed({ replica: [{ region: 'us-east-1' }] })).toEqual([
      'warning cut-off secret-deleted aws_secretsmanager_secret.s: aws_secretsmanager_secret.s has the password of a broker, and its replica in eu-central-1 is deleted: clients that read it there no longer find it.',
    ]);
  });

  it('should keep one until no client reads it', () => {
    const changes: Changes = {
      'aws_mq_broker.orders': {
        ...ORDERS['aws_mq_broker.orders'],
        references: { user: ['aws_secretsmanager_secret.s.id'] },
      },
      'aws_secretsmanager_secret.s': { before: secret, after: { replica: [] } },
    };
    const [{ attributes, remedy }] = reviewOf(planByHand(changes)).findings;
    expect([attributes, plainText(remedy)]).toEqual([
      ['replica'],
      'Keep the replica until no client reads the password from it.',
    ]);
  });

  it('keeps them, or may do so', () => {
    expect(changed({ replica: [...secret.replica].reverse() })).toEqual([]);
    expect(changed({ replica: undefined }, { replica: true })).toEqual([]);
  });
});

describe('the audit log of a broker', () => {
  const group = (change: object, log = 'audit'): Changes => ({
    'aws_cloudwatch_log_group.g': {
      before: { name: `/aws/amazonmq/broker/b-1/${log}`, retention_in_days: 365 },
      ...change,
    },
  });

  it.each<[object, string]>([
    [
      { action: 'delete' },
      'warning exposure audit-log-deleted aws_cloudwatch_log_group.g: aws_cloudwatch_log_group.g, the audit log of a broker, is deleted with all its records.',
    ],
    [
      { after: { retention_in_days: 7 } },
      'warning exposure audit-log-deleted aws_cloudwatch_log_group.g: aws_cloudwatch_log_group.g, the audit log of a broker, keeps its records for 7 days: CloudWatch Logs deletes the older ones.',
    ],
  ])('loses records: %j', (change, line) => {
    expect(foundIn(group(change))).toEqual([line]);
  });

  it.each<[object, string]>([
    [{ after: { retention_in_days: 0 } }, 'audit'],
    [{ after: { retention_in_days: 400 } }, 'audit'],
    [{ after: { retention_in_days: undefined }, unknown: { retention_in_days: true } }, 'audit'],
    [{ action: 'forget' }, 'audit'],
    [{ action: 'delete', before: { name: '/aws/amazonmq/broker/b-1/audit', skip_destroy: true } }, 'audit'],
    [{ action: 'delete' }, 'general'],
    [{ action: 'delete' }, 'audit-archive'],
    [{ action: 'delete', before: { name: '/archive/aws/amazonmq/broker/b-1/audit' } }, 'audit'],
    [{ after: { tags: { a: 'b' } } }, 'audit'],
  ])('keeps its records: %j %s', (change, log) => {
    expect(foundIn(group(change, log))).toEqual([]);
  });

  it.each<[string, object, string[], string]>([
    [
      'kept for fewer days',
      { after: { retention_in_days: 7 } },
      ['retention_in_days'],
      'Export the older records first, if somebody may ask for them.',
    ],
    [
      'lost with a group that is replaced, however long the new one keeps them',
      { action: 'replace', after: { name: '/x', retention_in_days: 7 }, forcedBy: ['name'] },
      ['name'],
      'Export the records first, or let Terraform forget the group with a removed block.',
    ],
  ])('has records to export first: %s', (_, change, attributes, remedy) => {
    const [finding, ...more] = reviewOf(planByHand(group(change))).findings;
    expect([finding.attributes, plainText(finding.remedy), more]).toEqual([attributes, remedy, []]);
  });
});

it('a primary is not deleted while a broker of another plan is its replica', () => {
  const plan = (of: Changes) => readPlan(Buffer.from(JSON.stringify(planByHand(of))));
  const replica = (mode: string): Changes => ({
    'aws_mq_broker.replica': {
      action: 'no-op',
      before: {
        ...BROKER,
        id: 'b-2',
        arn: 'arn:aws:mq:us-east-1:123456789012:broker:orders:b-2',
        data_replication_mode: mode,
        data_replication_primary_broker_arn: BROKER.arn,
      },
    },
  });
  const found = (mode: string) =>
    reviewPlans([
      { name: 'primary', plan: plan({ 'aws_mq_broker.orders': { action: 'delete', before: BROKER } }) },
      { name: 'replica', plan: plan(replica(mode)) },
    ])[0].findings.map(({ code, message }) => `${code}: ${plainText(message)}`);
  expect(found('CRDR')).toContain(
    'primary-delete: It is the primary of aws_mq_broker.replica (stack replica), and Amazon MQ deletes neither broker of a pair.',
  );
  expect(found('NONE').join()).not.toContain('primary-delete');
});
