import { type FindingKind } from './finding-kind';

/** The kinds of finding for what Amazon MQ or the provider rejects: each makes the apply fail. */
export const REJECTION_KINDS = {
  'auto-minor-upgrade-required': {
    effects: ['fails'],
    severity: 'error',
    reason: 'from 5.18 on, Amazon MQ rejects a broker without automatic minor version upgrades',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html',
  },
  'engine-version-downgrade': {
    effects: ['fails'],
    severity: 'error',
    reason: 'Amazon MQ never takes a broker back to an older engine version',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html',
  },
  'engine-version-form': {
    effects: ['fails'],
    severity: 'error',
    reason: 'Amazon MQ creates brokers from the major and minor version only',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html',
  },
  'engine-version-not-created': {
    effects: ['fails'],
    severity: 'error',
    reason: 'Amazon MQ no longer creates brokers of versions whose support has ended',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html',
  },
  'instance-type-not-created': {
    effects: ['fails'],
    severity: 'error',
    reason: 'Amazon MQ creates no broker with this instance type since 2025-03-17',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/broker-instance-types.html',
  },
  'instance-type-rabbitmq': {
    effects: ['fails'],
    severity: 'error',
    reason: 'Amazon MQ offers mq.m7g for RabbitMQ only',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/broker-instance-types.html',
  },
  'primary-delete': {
    effects: ['fails'],
    severity: 'error',
    reason: 'you must part a pair of brokers before you delete either',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/crdr-for-active-mq.html',
  },
  'rabbitmq-security-groups': {
    effects: ['fails'],
    severity: 'error',
    reason: 'only ActiveMQ brokers can change their security groups',
    source: 'https://github.com/hashicorp/terraform-provider-aws/pull/10442',
  },
  'replica-delete': {
    effects: ['fails'],
    severity: 'error',
    reason: 'you must part a pair of brokers before you delete either',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/crdr-for-active-mq.html',
  },
  'replica-update': {
    effects: ['fails'],
    severity: 'error',
    reason: 'Amazon MQ changes these arguments on the primary only',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/38241',
  },
  'replication-user-console': {
    effects: ['fails'],
    severity: 'error',
    reason: 'a replication user cannot have console access',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/32446',
  },
  'storage-type': {
    effects: ['fails'],
    severity: 'error',
    reason: 'EBS works only for single-instance brokers on mq.m5',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/broker-storage.html',
  },
  'subnet-count': {
    effects: ['fails'],
    severity: 'error',
    reason: 'a single-instance broker needs one subnet, an active/standby broker two',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html',
  },
  'upgrade-order': {
    effects: ['fails'],
    severity: 'error',
    reason: 'the provider sends the version first, and from 5.18 on automatic upgrades must already be on',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/40806',
  },
} as const satisfies Readonly<Record<string, FindingKind>>;
