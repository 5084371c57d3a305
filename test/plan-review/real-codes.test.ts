import { FINDING_CODES } from '../../src/plan-review/findings/finding-kinds';
import { realPlan, realPlanNames } from './real-plan';
import { reviewOf } from './review-of';

/** The codes to which no plan of test/plan-review/plans leads, by the reason. Tests of this folder have them by hand. */
const WITHOUT_REAL_PLAN: Readonly<Record<string, readonly string[]>> = {
  'the provider rejects the argument, so there is no plan (test/provider/provider-checks)': [
    'audit-logs-engine',
    'broker-name-form',
    'encryption-key-arn',
    'group-count',
    'security-group-count',
    'storage-type',
    'timeout-form',
    'user-required',
  ],
  'the argument is a set, so the provider never plans the second of two equal values': ['subnet-unique'],
  'Amazon MQ no longer makes the broker that such a plan changes': ['engine-version-step'],
  'no released version of Terraform and the provider writes it into the plan of a stack': [
    'change-deferred',
    'unknown-action',
    'unknown-argument',
    'unknown-plan-part',
    'unknown-type',
  ],
  'it takes -target, an error, or a replacement that failed on its way': [
    'broker-deposed-deleted',
    'broker-pending-next',
    'broker-replaced-next',
    'plan-errored',
  ],
  'it takes plans of two stacks': [
    'broker-managed-twice',
    'broker-name-taken',
    'configuration-name-taken',
    'secret-name-taken',
  ],
  'it takes a resource that does not change, which the files leave out': [
    'log-policy-name-shared',
    'open-group-attached',
    'public-network',
    'subnet-zone-count',
  ],
  'test/provider/argument-effects plans the argument with the real provider': [
    'broker-argument-never-sent',
    'configuration-argument-ignored',
    'configuration-argument-recorded',
    'configuration-changed-in-place',
  ],
  'an example has the resources that it is about (test/provider/move, replication and rotation)': [
    'move-back',
    'move-broken-off',
    'move-phase',
    'move-removed',
    'primary-delete',
    'replica-delete',
    'replica-update',
    'rotation-of-used-user',
  ],
  'the estates have no such resource or no such state of it': [
    'alarm-name-shared',
    'audit-log-deleted',
    'authentication-strategy',
    'broker-imported',
    'configuration-authentication-strategy',
    'dashboard-name-shared',
    'dns-changed',
    'document-unknown',
    'encryption-key-deleted',
    'encryption-key-expires',
    'encryption-key-grant-removed',
    'internet-blocked',
    'internet-unblocked',
    'ldap-egress-removed',
    'ldap-engine',
    'load-balancer-public',
    'log-policy-count',
    'network-acl-opened',
    'network-in-use',
    'network-path-removed',
    'replication-deployment-mode',
    'replication-engine',
    'replication-instance-type',
    'replication-primary',
    'replication-user',
    'route-changed',
    'secret-in-clear',
    'secret-key-removed',
    'secret-policy-narrowed',
    'service-endpoint-lost',
    'unread-type',
    'upgrade-order',
    'user-count',
  ],
};

test('every code is in the review of a plan of the real provider, or is in none for a reason', () => {
  const plans = realPlanNames().map(realPlan);
  const found = new Set<string>(plans.flatMap((plan) => reviewOf(plan).findings.map(({ code }) => code)));
  const excused = Object.values(WITHOUT_REAL_PLAN).flat();
  expect(FINDING_CODES.filter((code) => !found.has(code)).sort()).toEqual(excused.sort());
});
