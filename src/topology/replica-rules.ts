import { DeploymentMode } from '../amazon-mq/deployment-mode';
import { isReplicated, REPLICATION_REGIONS } from '../amazon-mq/replication';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What the rules see of a replica and its primary; absent is not known. */
export interface ReplicaFacts {
  readonly primaryRegion?: string;
  readonly replicaRegion?: string;
  readonly deploymentMode?: string;
  readonly instanceType?: string;
  readonly hasReplicationUser?: boolean;
  readonly isInSameStack?: boolean;
  readonly mirrorsQueues?: boolean;
}

export const REPLICA_RULES: readonly Rule<ReplicaFacts>[] = [
  {
    code: 'replica-region',
    severity: 'error',
    reason: 'Amazon MQ replicates between two different Regions of the United States only',
    source: SOURCES.replication,
    check: ({ primaryRegion, replicaRegion }) => [
      ...(['primary', 'provider'] as const).flatMap((property) => {
        const region = property === 'primary' ? primaryRegion : replicaRegion;
        return region === undefined || REPLICATION_REGIONS.includes(region)
          ? []
          : [
              {
                property,
                problem: 'is in a Region without replication',
                got: region,
                allowed: REPLICATION_REGIONS.join(', '),
                remedy: 'use a provider of one of these Regions',
              },
            ];
      }),
      ...(primaryRegion !== undefined && primaryRegion === replicaRegion
        ? [
            {
              property: 'provider',
              problem: 'is of the Region of the primary',
              got: replicaRegion,
              allowed: REPLICATION_REGIONS.filter((region) => region !== primaryRegion).join(', '),
              remedy: 'give the AwsProvider of another Region',
            },
          ]
        : []),
    ],
  },
  {
    code: 'replica-deployment',
    severity: 'error',
    reason: 'Amazon MQ replicates active/standby brokers only',
    source: SOURCES.replication,
    check: ({ deploymentMode }) =>
      deploymentMode === undefined || deploymentMode === DeploymentMode.ACTIVE_STANDBY_MULTI_AZ
        ? []
        : [
            {
              property: 'primary',
              problem: 'is not an active/standby broker',
              got: deploymentMode,
              allowed: DeploymentMode.ACTIVE_STANDBY_MULTI_AZ,
              remedy: 'use an ActiveStandbyBroker, or a StrictBroker',
            },
          ],
  },
  {
    code: 'replica-instance-type',
    severity: 'error',
    reason: 'Amazon MQ replicates brokers of mq.m5.large and larger',
    source: SOURCES.replication,
    check: ({ instanceType }) =>
      instanceType === undefined || isReplicated(instanceType)
        ? []
        : [
            {
              property: 'primary',
              problem: 'has an instance type without replication',
              got: instanceType,
              allowed: 'mq.m5.large or larger',
              remedy: 'use InstanceType.M5_LARGE for the primary',
            },
          ],
  },
  {
    code: 'replica-user',
    severity: 'error',
    reason: 'both brokers need a replication user of the same name and password',
    source: SOURCES.replication,
    check: ({ hasReplicationUser }) =>
      hasReplicationUser === false
        ? [
            {
              property: 'primary',
              problem: 'has no replication user',
              allowed: 'a user with replicationUser: true',
              remedy: 'add { username: "replication", replicationUser: true } to the users of the primary',
            },
          ]
        : [],
  },
  {
    code: 'replica-stack',
    severity: 'error',
    reason: 'the password of the replication user would be an output of the stack of the primary, in plain text',
    source: SOURCES.security,
    check: ({ isInSameStack }) =>
      isInSameStack === false
        ? [
            {
              property: 'primary',
              problem: 'is in another stack',
              allowed: 'a broker of the same stack, with another provider',
              remedy: 'create both brokers in one stack',
            },
          ]
        : [],
  },
  {
    code: 'replica-mirrored-queues',
    severity: 'error',
    reason: 'Amazon MQ does not replicate mirrored queues',
    source: SOURCES.replication,
    check: ({ mirrorsQueues }) =>
      mirrorsQueues === true
        ? [
            {
              property: 'primary',
              problem: 'mirrors its queues',
              allowed: 'a document without useMirroredQueues',
              remedy: 'remove useMirroredQueues from the document of the primary',
            },
          ]
        : [],
  },
];
