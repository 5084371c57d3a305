import { realPlan, realPlanNames } from './real-plan';
import { everyOutput, reviewOf } from './review-of';

/** What the review reports of the plans that HashiCorp's own provider made: test/provider/plans/scenarios.ts has their changes. */
const FINDINGS: Readonly<Record<string, readonly string[]>> = {
  'audit-log-off': [
    'warning exposure: audit-log-off at aws_mq_broker.orders',
    'warning pending: broker-change-pending at aws_mq_broker.orders',
  ],
  'broker-address-renamed': [
    'error delete: broker-deleted at aws_mq_broker.orders',
    'error fails: broker-name-unique at aws_mq_broker.purchases',
    'warning cut-off: first-instance-only at aws_mq_broker.purchases',
    'info create: broker-created at aws_mq_broker.purchases',
    'info create: logs-without-policy at aws_mq_broker.purchases',
  ],
  'broker-destroyed-with-all': ['error delete: broker-deleted at aws_mq_broker.orders'],
  'broker-public': [
    'error replace: broker-replaced at aws_mq_broker.orders',
    'error exposure: public-access at aws_mq_broker.orders',
    'warning cut-off: first-instance-only at aws_mq_broker.orders',
  ],
  'broker-renamed': [
    'error replace: broker-replaced at aws_mq_broker.orders',
    'warning cut-off: first-instance-only at aws_mq_broker.orders',
  ],
  'dns-hostnames-off': ['error cut-off: dns-switched-off at aws_vpc.main'],
  'document-changed-with-reboot': [
    'warning reboot: broker-rebooted at aws_mq_broker.orders',
    'info in-place: broker-argument-recorded at aws_mq_broker.orders',
    'info in-place: configuration-revised at aws_mq_configuration.orders',
  ],
  'document-changed': [
    'warning pending: broker-change-pending at aws_mq_broker.orders',
    'info in-place: configuration-revised at aws_mq_configuration.orders',
  ],
  'engine-upgraded-under-the-same-name': [
    'error fails: configuration-name-unique at aws_mq_configuration.orders',
    'warning replace: configuration-replaced at aws_mq_configuration.orders',
    'warning replace: document-doubtful at aws_mq_configuration.orders',
    'warning pending: broker-change-pending at aws_mq_broker.orders',
  ],
  'engine-upgraded': [
    'warning replace: configuration-replaced at aws_mq_configuration.orders',
    'warning replace: document-doubtful at aws_mq_configuration.orders',
    'warning pending: broker-change-pending at aws_mq_broker.orders',
  ],
  'ingress-rule-to-everyone': ['error exposure: port-opened at aws_vpc_security_group_ingress_rule.openwire'],
  'instance-type-changed': ['warning pending: broker-change-pending at aws_mq_broker.orders'],
  'key-disabled': ['error cut-off: encryption-key-disabled at aws_kms_key.mq'],
  'key-policy-without-amazon-mq': ['warning cut-off: encryption-key-policy-narrowed at aws_kms_key.mq'],
  'last-ingress-rule-removed': ['error cut-off: clients-cut-off at aws_vpc_security_group_ingress_rule.openwire'],
  'load-balancer-target-removed': ['warning cut-off: follower-removed at aws_lb_target_group_attachment.mq'],
  'log-group-declared': ['error fails: log-group-taken at aws_cloudwatch_log_group.general'],
  'log-policy-removed': ['warning exposure: log-policy-removed at aws_cloudwatch_log_resource_policy.mq'],
  'logs-removed': [
    'warning exposure: audit-log-off at aws_mq_broker.orders',
    'warning pending: broker-change-pending at aws_mq_broker.orders',
  ],
  'network-acl-denies': ['error cut-off: network-acl-closed at aws_network_acl.mq'],
  'nothing-changes': [],
  'one-instance': ['error replace: broker-replaced at aws_mq_broker.orders'],
  'rabbitmq-downgraded': [
    'error fails: configuration-engine-version at aws_mq_broker.rabbit',
    'error fails: engine-version-downgrade at aws_mq_broker.rabbit',
    'error fails: engine-version-supported at aws_mq_broker.rabbit',
    'warning pending: broker-change-pending at aws_mq_broker.rabbit',
  ],
  'rabbitmq-instance-type-without-offer': [
    'error fails: instance-type-creatable at aws_mq_broker.rabbit',
    'warning pending: broker-change-pending at aws_mq_broker.rabbit',
  ],
  'rabbitmq-password-changed': ['error no-effect: password-never-taken at aws_secretsmanager_secret_version.rabbit'],
  'rabbitmq-security-groups-changed': ['error fails: security-groups-fixed at aws_mq_broker.rabbit'],
  'rabbitmq-upgraded-on-m5': [
    'error fails: configuration-engine-version at aws_mq_broker.rabbit',
    'error fails: instance-type-engine-version at aws_mq_broker.rabbit',
    'warning pending: broker-change-pending at aws_mq_broker.rabbit',
  ],
  'route-removed': ['warning cut-off: route-removed at aws_route.office'],
  'secret-rotated': [
    'warning cut-off: password-out-of-step at aws_mq_broker.orders',
    'warning pending: broker-change-pending at aws_mq_broker.orders',
  ],
  'security-group-replaced-before-destroy': ['info in-place: broker-changed-in-place at aws_mq_broker.orders'],
  'security-group-replaced': [
    'error fails: security-group-in-use at aws_security_group.mq',
    'info in-place: broker-changed-in-place at aws_mq_broker.orders',
  ],
  'security-groups-left-out': ['warning no-effect: default-security-group at aws_mq_broker.orders'],
  'storage-type-changed': [
    'warning no-effect: broker-argument-ignored at aws_mq_broker.orders',
    'warning no-effect: storage-deployment-mode at aws_mq_broker.orders',
  ],
  'subnet-replaced': [
    'error replace: broker-replaced at aws_mq_broker.orders',
    'warning cut-off: first-instance-only at aws_mq_broker.orders',
    'info replace: changed-with-broker at aws_subnet.a',
  ],
  'user-becomes-replication-user': [],
  'user-groups-changed': ['warning pending: broker-change-pending at aws_mq_broker.orders'],
  'user-removed': [
    'warning cut-off: user-removed at aws_mq_broker.orders',
    'warning pending: broker-change-pending at aws_mq_broker.orders',
  ],
  'window-and-instance-type-changed': [
    'warning pending: broker-change-pending at aws_mq_broker.orders',
    'info in-place: broker-changed-in-place at aws_mq_broker.orders',
  ],
  'broker-forgotten': [
    'warning cut-off: follower-removed at aws_lb_target_group_attachment.mq',
    'warning cut-off: follower-removed at aws_route53_record.mq',
    'warning cut-off: follower-removed at aws_ssm_parameter.endpoint',
    'warning cut-off: follower-removed at output.broker_id',
    'warning in-place: broker-forgotten at aws_mq_broker.orders',
    'info in-place: configuration-forgotten at aws_mq_configuration.orders',
  ],
  'broker-moved': ['info in-place: broker-moved at aws_mq_broker.purchases'],
  'brokers-in-doubt': [
    'error fails: instance-type-form at aws_mq_broker.bare',
    'error fails: security-group-id-form at aws_mq_broker.bare',
    'error fails: subnet-id-form at aws_mq_broker.bare',
    'error fails: group-form at aws_mq_broker.blanks',
    'error fails: password-form at aws_mq_broker.blanks',
    'error fails: username-form at aws_mq_broker.blanks',
    'error fails: deployment-mode at aws_mq_broker.cluster',
    'error fails: maintenance-window-day at aws_mq_broker.day',
    'error fails: instance-type-engine at aws_mq_broker.graviton',
    'error fails: public-security-groups at aws_mq_broker.hare',
    'error fails: storage-engine at aws_mq_broker.hare',
    'error fails: maintenance-window-time at aws_mq_broker.hour',
    'error fails: maintenance-window-zone at aws_mq_broker.hour',
    'error fails: ldap-field-blank at aws_mq_broker.ldap',
    'error fails: ldap-host-count at aws_mq_broker.ldap',
    'error fails: ldap-host-form at aws_mq_broker.ldap',
    'error fails: auto-minor-upgrade at aws_mq_broker.manual',
    'error fails: storage-instance-type at aws_mq_broker.micro',
    'error fails: engine-version-form at aws_mq_broker.patch',
    'error fails: user-one at aws_mq_broker.rabbits',
    'error fails: username-rabbitmq at aws_mq_broker.rabbits',
    'error fails: replication-user-console at aws_mq_broker.replica',
    'error fails: configuration-id-form at aws_mq_broker.revision',
    'error fails: configuration-revision at aws_mq_broker.revision',
    'error fails: tag-count at aws_mq_broker.tags',
    'error fails: tag-form at aws_mq_broker.tags',
    'error fails: subnet-count at aws_mq_broker.three',
    'error fails: subnet-zone-unique at aws_mq_broker.together',
    'error fails: username-unique at aws_mq_broker.twins',
    'error exposure: public-access at aws_mq_broker.hare',
    'warning create: broker-without-clients at aws_mq_broker.hare',
    'warning create: standby-micro at aws_mq_broker.micros',
    'warning create: broker-without-clients at aws_mq_broker.rabbits',
    'info create: broker-created at aws_mq_broker.bare',
    'info create: broker-created at aws_mq_broker.blanks',
    'info create: broker-created at aws_mq_broker.cluster',
    'info create: broker-created at aws_mq_broker.day',
    'info create: broker-created at aws_mq_broker.graviton',
    'info create: broker-created at aws_mq_broker.hare',
    'info create: broker-created at aws_mq_broker.hour',
    'info create: broker-created at aws_mq_broker.ldap',
    'info create: broker-created at aws_mq_broker.manual',
    'info create: broker-created at aws_mq_broker.micro',
    'info create: broker-created at aws_mq_broker.micros',
    'info create: broker-created at aws_mq_broker.newer',
    'info create: engine-version-unknown at aws_mq_broker.newer',
    'info create: instance-type-unknown at aws_mq_broker.newer',
    'info create: broker-created at aws_mq_broker.patch',
    'info create: broker-created at aws_mq_broker.rabbits',
    'info create: broker-created at aws_mq_broker.replica',
    'info create: broker-created at aws_mq_broker.revision',
    'info create: broker-created at aws_mq_broker.tags',
    'info create: broker-created at aws_mq_broker.three',
    'info create: broker-created at aws_mq_broker.together',
    'info create: broker-created at aws_mq_broker.twins',
  ],
  'configuration-and-secret-deleted': [
    'warning delete: configuration-deleted at aws_mq_configuration.orders',
    'warning cut-off: only-password-changed at aws_mq_broker.orders',
    'warning cut-off: user-removed at aws_mq_broker.orders',
    'warning cut-off: secret-deleted at aws_secretsmanager_secret.mq',
    'warning pending: broker-change-pending at aws_mq_broker.orders',
  ],
  'key-given-up': [
    'error replace: broker-replaced at aws_mq_broker.orders',
    'warning cut-off: first-instance-only at aws_mq_broker.orders',
    'warning exposure: encryption-key-removed at aws_mq_broker.orders',
  ],
  'resources-beside-the-broker': [
    'error fails: document-syntax at aws_mq_configuration.broken',
    'error fails: configuration-name-form at aws_mq_configuration.no_purge',
    'error fails: document-rejected at aws_mq_configuration.no_purge',
    'error exposure: secret-policy-widened at aws_secretsmanager_secret_policy.mq',
    'error exposure: port-opened at aws_security_group.open',
    'warning cut-off: secret-rotation-scheduled at aws_secretsmanager_secret_rotation.mq',
    'warning no-effect: document-dropped at aws_mq_configuration.dropped',
    'warning no-effect: document-form at aws_mq_configuration.dropped',
    'warning no-effect: document-form at aws_mq_configuration.unformed',
    'warning create: broker-without-clients at aws_mq_broker.idle',
    'info exposure: port-opened-unlinked at aws_security_group.other',
    'info in-place: broker-changed-in-place at aws_mq_broker.orders',
    'info create: broker-created at aws_mq_broker.idle',
    'info create: configuration-created at aws_mq_configuration.broken',
    'info create: configuration-created at aws_mq_configuration.dropped',
    'info create: configuration-created at aws_mq_configuration.no_purge',
    'info create: configuration-created at aws_mq_configuration.unformed',
  ],
};

describe('a plan of the real provider', () => {
  it.each(Object.entries(FINDINGS))('is reviewed: %s', (name, expected) => {
    const { findings } = reviewOf(realPlan(name));
    expect(
      findings.map(({ severity, effect, code, address }) => `${severity} ${effect}: ${code} at ${address}`),
    ).toEqual(expected);
  });

  it.each(Object.keys(FINDINGS))('shows no password of it: %s', (name) => {
    expect(JSON.stringify(realPlan(name))).toContain('Fixture-Password-');
    expect(everyOutput(realPlan(name))).not.toContain('Fixture-Password-');
  });

  it('has a row in this table', () => {
    expect(realPlanNames()).toEqual(Object.keys(FINDINGS).sort());
  });
});
