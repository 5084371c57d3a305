import { type BrokerFacts } from '../broker-facts';
import { DeploymentMode } from '../deployment-mode';
import { isReplicated, replicates, REPLICATION_REGIONS } from '../replication';
import { SOURCES } from '../sources';
import { type Rejection } from './rejection';

/** Requirements of a broker that replicates another one. Its primary has the same requirements. */
export const REPLICATION_REJECTIONS: readonly Rejection<BrokerFacts>[] = [
  {
    code: 'replication-engine',
    engine: 'RabbitMQ',
    severity: 'error',
    reason: 'Amazon MQ replicates brokers of ActiveMQ only to another Region',
    source: SOURCES.replication,
    allowed: 'NONE',
    remedy:
      'remove {dataReplicationMode} and {dataReplicationPrimaryBrokerArn}, and replicate by federation or shovels',
    check: (facts) =>
      replicates(facts) ? [{ property: 'dataReplicationMode', problem: 'cannot be used with RabbitMQ' }] : [],
  },
  {
    code: 'replication-deployment-mode',
    engine: 'ActiveMQ',
    severity: 'error',
    reason: 'Amazon MQ replicates between active/standby brokers only',
    source: SOURCES.replication,
    allowed: DeploymentMode.ACTIVE_STANDBY_MULTI_AZ,
    remedy: `set it to ${DeploymentMode.ACTIVE_STANDBY_MULTI_AZ} on both brokers`,
    check: (facts) => {
      const { deploymentMode } = facts;
      if (!replicates(facts) || deploymentMode === undefined) return [];
      if (deploymentMode === DeploymentMode.ACTIVE_STANDBY_MULTI_AZ) return [];
      return [
        {
          property: 'deploymentMode',
          problem: 'is not replicated',
          got: deploymentMode ?? DeploymentMode.SINGLE_INSTANCE,
        },
      ];
    },
  },
  {
    code: 'replication-instance-type',
    engine: 'ActiveMQ',
    severity: 'error',
    reason: 'Amazon MQ replicates brokers of mq.m5.large and larger',
    source: SOURCES.replication,
    allowed: 'mq.m5.large or larger',
    remedy: 'write "mq.m5.large" for both brokers',
    check: (facts) =>
      !replicates(facts) || !facts.instanceType || isReplicated(facts.instanceType)
        ? []
        : [{ property: 'instanceType', problem: 'is not replicated', got: facts.instanceType }],
  },
  {
    code: 'replication-primary',
    engine: 'ActiveMQ',
    severity: 'error',
    reason: 'Amazon MQ replicates a broker that exists, between Regions of the United States only',
    source: SOURCES.replication,
    allowed: `the ARN of a broker in ${REPLICATION_REGIONS.join(', ')}`,
    remedy: 'give the ARN of the primary, in another Region than this broker',
    check: (facts) => {
      const { dataReplicationPrimaryBrokerArn: arn } = facts;
      if (!replicates(facts) || arn === undefined) return [];
      if (arn === null) return [{ property: 'dataReplicationPrimaryBrokerArn', problem: 'is missing' }];
      const region = /^arn:[\w-]+:mq:([a-z\d-]+):/.exec(arn)?.[1];
      return region === undefined || REPLICATION_REGIONS.includes(region)
        ? []
        : [
            {
              property: 'dataReplicationPrimaryBrokerArn',
              problem: 'is of a broker in a Region without replication',
              got: region,
            },
          ];
    },
  },
  {
    code: 'replication-user',
    engine: 'ActiveMQ',
    severity: 'error',
    reason: 'both brokers need a replication user of the same name and password',
    source: SOURCES.replication,
    allowed: 'a user for the replication',
    remedy: 'add a user with replicationUser to both brokers, with the same name and password',
    check: (facts) => {
      const { users } = facts;
      // Without any user it has another mistake.
      if (!replicates(facts) || !users || users.length === 0) return [];
      const mayReplicate = users.some(
        ({ replicationUser }) => replicationUser === true || replicationUser === undefined,
      );
      return mayReplicate ? [] : [{ property: 'users', problem: 'has no replication user' }];
    },
  },
];
