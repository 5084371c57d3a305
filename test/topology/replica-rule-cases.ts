const REGIONS = 'us-east-1, us-east-2, us-west-1, us-west-2';

export const REPLICA_CASES = [
  {
    code: 'replica-region',
    bad: { primaryRegion: 'eu-west-1', replicaRegion: 'us-east-3' },
    messages: [
      `[replica-region] primary is in a Region without replication: got "eu-west-1"; allowed: ${REGIONS}; use a provider of one of these Regions`,
      `[replica-region] provider is in a Region without replication: got "us-east-3"; allowed: ${REGIONS}; use a provider of one of these Regions`,
    ],
    good: { primaryRegion: 'us-east-1', replicaRegion: 'us-west-2' },
    unresolved: { primaryRegion: undefined, replicaRegion: 'us-west-2' },
  },
  {
    code: 'replica-region',
    bad: { primaryRegion: 'us-east-1', replicaRegion: 'us-east-1' },
    messages: [
      '[replica-region] provider is of the Region of the primary: got "us-east-1"; allowed: us-east-2, us-west-1, us-west-2; give the AwsProvider of another Region',
    ],
    good: { primaryRegion: 'us-east-2', replicaRegion: 'us-east-1' },
    unresolved: {},
  },
  {
    code: 'replica-deployment',
    bad: { deploymentMode: 'SINGLE_INSTANCE' },
    messages: [
      '[replica-deployment] primary is not an active/standby broker: got "SINGLE_INSTANCE"; allowed: ACTIVE_STANDBY_MULTI_AZ; use an ActiveStandbyBroker, or a StrictBroker',
    ],
    good: { deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ' },
    unresolved: {},
  },
  {
    code: 'replica-instance-type',
    bad: { instanceType: 'mq.t3.micro' },
    messages: [
      '[replica-instance-type] primary has an instance type without replication: got "mq.t3.micro"; allowed: mq.m5.large or larger; use InstanceType.M5_LARGE for the primary',
    ],
    good: { instanceType: 'mq.m5.large' },
    unresolved: {},
  },
  {
    code: 'replica-user',
    bad: { hasReplicationUser: false },
    messages: [
      '[replica-user] primary has no replication user; allowed: a user with replicationUser: true; add { username: "replication", replicationUser: true } to the users of the primary',
    ],
    good: { hasReplicationUser: true },
    unresolved: {},
  },
  {
    code: 'replica-stack',
    bad: { isInSameStack: false },
    messages: [
      '[replica-stack] primary is in another stack; allowed: a broker of the same stack, with another provider; create both brokers in one stack',
    ],
    good: { isInSameStack: true },
    unresolved: {},
  },
  {
    code: 'replica-mirrored-queues',
    bad: { mirrorsQueues: true },
    messages: [
      '[replica-mirrored-queues] primary mirrors its queues; allowed: a document without useMirroredQueues; remove useMirroredQueues from the document of the primary',
    ],
    good: { mirrorsQueues: false },
    unresolved: {},
  },
];
