import { type Fact } from '../../util/fact';
import { type BrokerFacts } from '../broker-facts';
import { DEPLOYMENT_MODES } from '../deployment-mode';
import { AUTO_MINOR_UPGRADE_REQUIRED_FROM, compareEngineVersions, isEngineVersion } from '../engine-version';
import { EBS_FAMILY, familyOf, isInstanceType } from '../instance-type';
import { replicates } from '../replication';
import { SOURCES } from '../sources';
import { STORAGE_TYPES, StorageType } from '../storage-type';
import { type Rejection } from './rejection';

/** The facts that the rules about storage need. */
export interface Stored {
  readonly storageType?: Fact<string>;
}

export const STORAGE_TYPE: Rejection<Stored> = {
  code: 'storage-type',
  severity: 'error',
  reason: 'Amazon MQ has no other storage',
  source: SOURCES.storage,
  allowed: STORAGE_TYPES.join(' or '),
  remedy: 'set it to EFS',
  check: ({ storageType }) =>
    !storageType || STORAGE_TYPES.includes(storageType)
      ? []
      : [
          {
            property: 'storageType',
            problem: 'is not a storage type of brokers',
            got: storageType,
          },
        ],
};

export const DEPLOYMENT_MODE: Rejection<Pick<BrokerFacts, 'engine' | 'deploymentMode'>> = {
  code: 'deployment-mode',
  severity: 'error',
  reason: 'Amazon MQ has no other deployment mode for the engine',
  source: SOURCES.deployment,
  allowed: ({ engine }) => DEPLOYMENT_MODES[engine].join(' or '),
  remedy: ({ engine }) => `write ${JSON.stringify(DEPLOYMENT_MODES[engine].at(-1))}`,
  check: ({ engine, deploymentMode }) =>
    !deploymentMode || DEPLOYMENT_MODES[engine].includes(deploymentMode)
      ? []
      : [
          {
            property: 'deploymentMode',
            problem: `is not a deployment mode of ${engine}`,
            got: deploymentMode,
          },
        ],
};

export const DEPLOYMENT_REJECTIONS: readonly Rejection<BrokerFacts>[] = [
  DEPLOYMENT_MODE,
  {
    code: 'auto-minor-upgrade',
    severity: 'error',
    reason:
      'Amazon MQ rejects the broker: "must have [autoMinorVersionUpgrade] set to [true]"; the provider sends false where nothing is set',
    source: SOURCES.brokersApi,
    allowed: ({ engine }) => `true, from ${AUTO_MINOR_UPGRADE_REQUIRED_FROM[engine]} on`,
    remedy: 'set it to true, and set {maintenanceWindow} to a time that suits you',
    check: ({ engine, autoMinorVersionUpgrade, engineVersion }) => {
      const from = AUTO_MINOR_UPGRADE_REQUIRED_FROM[engine];
      if (autoMinorVersionUpgrade === undefined || autoMinorVersionUpgrade === true) return [];
      if (!isEngineVersion(engineVersion) || compareEngineVersions(engineVersion, from) < 0) return [];
      return [
        {
          property: 'autoMinorVersionUpgrade',
          problem: `cannot be off for ${engine} ${engineVersion}`,
          got: autoMinorVersionUpgrade ?? false,
        },
      ];
    },
  },
  STORAGE_TYPE,
  {
    code: 'storage-engine',
    engine: 'RabbitMQ',
    severity: 'error',
    reason: 'RabbitMQ brokers store on EBS only',
    source: SOURCES.storage,
    allowed: StorageType.EBS,
    remedy: 'set it to EBS, or remove it',
    check: ({ storageType }) =>
      storageType === StorageType.EFS
        ? [
            {
              property: 'storageType',
              problem: 'is not a storage type of RabbitMQ',
              got: storageType,
            },
          ]
        : [],
  },
  {
    code: 'storage-instance-type',
    engine: 'ActiveMQ',
    severity: 'error',
    reason: `Amazon MQ rejects EBS on every instance family but ${EBS_FAMILY}`,
    source: SOURCES.storage,
    allowed: StorageType.EFS,
    remedy: `for a new broker set it to ${StorageType.EFS}, or take an instance type of ${EBS_FAMILY}`,
    check: ({ instanceType, storageType }) => {
      if (!isInstanceType(instanceType) || storageType !== StorageType.EBS) return [];
      if (familyOf(instanceType) === EBS_FAMILY) return [];
      return [
        {
          property: 'storageType',
          problem: `is not available with ${instanceType}`,
          got: storageType,
        },
      ];
    },
  },
  {
    code: 'storage-deployment-mode',
    engine: 'ActiveMQ',
    severity: 'error',
    reason: 'an active/standby broker shares its store between two Availability Zones, which EBS cannot',
    source: SOURCES.storage,
    allowed: StorageType.EFS,
    remedy: 'set it to EFS, or set {deploymentMode} to SINGLE_INSTANCE',
    check: ({ deploymentMode, storageType }) =>
      deploymentMode === 'ACTIVE_STANDBY_MULTI_AZ' && storageType === StorageType.EBS
        ? [
            {
              property: 'storageType',
              problem: 'cannot be shared by two instances',
              got: storageType,
            },
          ]
        : [],
  },
  {
    code: 'standby-micro',
    engine: 'ActiveMQ',
    severity: 'warning',
    reason: 'AWS recommends mq.t3.micro for evaluation only',
    source: SOURCES.instanceTypes,
    allowed: 'mq.m5.large or larger',
    remedy: 'write "mq.m5.large"',
    check: (facts) =>
      // For a replica it is an error.
      facts.deploymentMode === 'ACTIVE_STANDBY_MULTI_AZ' && facts.instanceType === 'mq.t3.micro' && !replicates(facts)
        ? [
            {
              property: 'instanceType',
              problem: 'is meant for evaluation, an active/standby broker for production',
              got: facts.instanceType,
            },
          ]
        : [],
  },
];
