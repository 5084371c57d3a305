import { plainText } from '../../src/util/phrase';
import { BROKER, type ChangeByHand, planByHand } from './plan-fixture';
import { effectsIn, reviewOf } from './review-of';

const REPLICA = { data_replication_mode: 'CRDR', data_replication_primary_broker_arn: 'arn:primary' };
const OLD = { ...BROKER, engine_version: '5.17', auto_minor_version_upgrade: false };

function refused(change: ChangeByHand): { codes: string; message: string; remedy: string } {
  const finding = reviewOf(planByHand({ 'aws_mq_broker.orders': change })).findings.find(
    ({ effect }) => effect === 'fails',
  );
  return {
    codes: finding?.code ?? '',
    message: plainText(finding?.message ?? []),
    remedy: plainText(finding?.remedy ?? []),
  };
}

/** What is refused, with the two steps or the value that will do. */
const REFUSED: readonly (readonly [code: string, change: ChangeByHand, message: string, remedy: string])[] = [
  [
    'upgrade-order',
    { before: OLD, after: { engine_version: '5.18', auto_minor_version_upgrade: true } },
    'The provider sends engine_version 5.18 before auto_minor_version_upgrade, and Amazon MQ takes 5.18 and above only where that is on already.',
    'Two applies: first auto_minor_version_upgrade = true alone, then engine_version = "5.18".',
  ],
  [
    'auto-minor-upgrade-required',
    { before: OLD, after: { engine_version: '5.19' } },
    'Amazon MQ refuses a broker of 5.19 without automatic minor version upgrades.',
    'Set auto_minor_version_upgrade = true.',
  ],
  [
    'auto-minor-upgrade-required',
    { action: 'create', after: { ...BROKER, auto_minor_version_upgrade: null } },
    'Amazon MQ refuses a broker of 5.18 without automatic minor version upgrades.',
    'Set auto_minor_version_upgrade = true.',
  ],
  [
    'engine-version-form',
    { action: 'create', after: { ...BROKER, engine_version: '5.18.7' } },
    'Amazon MQ creates brokers from major and minor version only, and this one asks for 5.18.7.',
    'Write engine_version = "5.18".',
  ],
  [
    'engine-version-not-created',
    { action: 'create', after: { ...BROKER, engine_version: '5.16' } },
    'Amazon MQ creates no broker of ActiveMQ 5.16: its support ended on 2024-11-15.',
    'Write one of 5.19 and 5.18.',
  ],
  [
    'engine-version-not-created',
    { action: 'create', after: { ...BROKER, engine_version: '5.10' } },
    'Amazon MQ creates no broker of ActiveMQ 5.10.',
    'Write one of 5.19 and 5.18.',
  ],
  [
    'engine-version-downgrade',
    { before: { ...BROKER, engine_version: '5.19' }, after: { engine_version: '5.18' } },
    'Amazon MQ never takes a broker back to an older engine version, and this goes from 5.19 to 5.18.',
    'Keep engine_version = "5.19"; for an older engine create another broker and move its clients.',
  ],
  [
    'instance-type-rabbitmq',
    { before: BROKER, after: { host_instance_type: 'mq.m7g.large' } },
    'Amazon MQ offers mq.m7g.large for RabbitMQ only.',
    'Choose one of mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge and mq.m5.4xlarge.',
  ],
  [
    'instance-type-not-created',
    { action: 'create', after: { ...BROKER, host_instance_type: 'mq.m4.large' } },
    'mq.m4.large: Amazon MQ creates no broker with it since 2025-03-17.',
    'Choose one of mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge and mq.m5.4xlarge.',
  ],
  [
    'storage-type',
    { action: 'create', after: { ...BROKER, storage_type: 'ebs', host_instance_type: 'mq.t3.micro' } },
    'EBS is for single-instance brokers on mq.m5 only.',
    'Set storage_type = "efs", or choose an instance type of mq.m5.',
  ],
  [
    'storage-type',
    { action: 'create', after: { ...BROKER, storage_type: 'ebs', host_instance_type: 'mq.m6i.large' } },
    'EBS is for single-instance brokers on mq.m5 only.',
    'Set storage_type = "efs", or choose an instance type of mq.m5.',
  ],
  [
    'subnet-count',
    { action: 'create', after: { ...BROKER, deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ' } },
    'A broker in mode ACTIVE_STANDBY_MULTI_AZ stands in 2 subnets, and this one has 1.',
    'Give subnet_ids two subnets in two zones of one VPC.',
  ],
  [
    'replication-user-console',
    {
      before: BROKER,
      after: {
        user: [{ username: 'admin', password: 'Fixture-Password-1', console_access: true, replication_user: true }],
      },
    },
    'A user cannot be both replication_user and have console_access.',
    'Take console_access from the replication user, and give the console to another one.',
  ],
  [
    'replica-update',
    { before: { ...BROKER, ...REPLICA }, after: { logs: [{ general: true, audit: 'false' }] } },
    'It is a replica, and Amazon MQ refuses a change of configuration, logs and engine_version on one ("cannot be modified in Replica broker directly").',
    'Put configuration, logs and engine_version of the replica under ignore_changes first, and change them on the primary.',
  ],
  [
    'replica-delete',
    { action: 'delete', before: { ...BROKER, ...REPLICA } },
    'It is a replica that is still paired, and Amazon MQ deletes neither broker of a pair.',
    'Three steps: apply data_replication_mode = "NONE" and keep data_replication_primary_broker_arn, reboot the primary, then delete.',
  ],
  [
    'rabbitmq-security-groups',
    { before: { ...BROKER, engine_type: 'RabbitMQ' }, after: { security_groups: ['sg-2'] } },
    'Amazon MQ does not change the security groups of a RabbitMQ broker.',
    'Keep security_groups and change the rules of the groups.',
  ],
];

describe('an apply that is refused', () => {
  it.each(REFUSED)('%s: %j', (code, change, why, remedy) => {
    expect(refused(change)).toEqual({
      codes: code,
      message: why,
      remedy,
    });
  });

  it('primary-delete: a primary with a replica in the same plan', () => {
    const report = reviewOf(
      planByHand({
        'aws_mq_broker.primary': { action: 'delete', before: BROKER },
        'aws_mq_broker.replica': {
          action: 'no-op',
          before: {
            ...BROKER,
            ...REPLICA,
            id: 'b-2',
            arn: 'arn:replica',
            data_replication_primary_broker_arn: BROKER.arn,
          },
        },
      }),
    );
    expect(effectsIn(report)['aws_mq_broker.primary']).toEqual(['delete', 'fails']);
    expect(report.findings.find(({ effect }) => effect === 'fails')?.code).toBe('primary-delete');
  });

  it.each<[string, ChangeByHand]>([
    [
      'an upgrade with automatic upgrades on before',
      { before: { ...OLD, auto_minor_version_upgrade: true }, after: { engine_version: '5.18' } },
    ],
    ['a version newer than this package', { action: 'create', after: { ...BROKER, engine_version: '5.20' } }],
    [
      'an unknown version',
      { action: 'create', after: { ...BROKER, engine_version: undefined }, unknown: { engine_version: true } },
    ],
    [
      'a replica that was unpaired',
      { before: { ...BROKER, ...REPLICA, data_replication_mode: 'NONE' }, after: { logs: [] } },
    ],
    [
      'a replica whose security groups change',
      { before: { ...BROKER, ...REPLICA }, after: { security_groups: ['sg-2'] } },
    ],
    [
      'a three-part version of a broker that is there',
      { before: { ...BROKER, engine_version: '5.18.6' }, after: { tags: { a: 'b' } } },
    ],
    [
      'RabbitMQ with its own types',
      {
        action: 'create',
        after: { ...BROKER, engine_type: 'RabbitMQ', engine_version: '3.13', host_instance_type: 'mq.m7g.large' },
      },
    ],
  ])('is not seen in %s', (_, change) => {
    expect(refused(change).codes).toBe('');
  });
});
