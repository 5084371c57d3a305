import { LDAP_RULES, type LdapFacts } from '../access/ldap-rules';
import { PASSWORD_RULES } from '../access/password-rules';
import { USER_RULES, type UsersFacts } from '../access/user-rules';
import { BROKER_NAME_RULES, type NamedBrokerFacts } from '../amazon-mq/broker-name-rules';
import { ENGINE_VERSION_RULES, type VersionedFacts } from '../amazon-mq/engine-version-rules';
import { AUTO_MINOR_UPGRADE_REQUIRED_FROM, compareEngineVersions } from '../amazon-mq/engine-versions';
import { DAYS, FORMS } from '../amazon-mq/forms';
import { INSTANCE_TYPE_RULES, INSTANCE_TYPES_ALLOWED, type InstanceTypeFacts } from '../amazon-mq/instance-type-rules';
import { INSTANCE_TYPES, RABBITMQ_ONLY_FAMILIES, storageTypesOf } from '../amazon-mq/instance-types';
import { LIMITS } from '../amazon-mq/limits';
import { SOURCES } from '../amazon-mq/sources';
import { TAG_RULES, type TaggedFacts } from '../amazon-mq/tag-rules';
import { SECURITY_GROUP_RULES, type SecurityGroupsFacts } from '../network/security-group-rules';
import { type Rule } from '../rules/rule';
import { repeated } from '../util/repeated';

/** What the rules see of a broker. */
export interface BrokerFacts
  extends NamedBrokerFacts, VersionedFacts, InstanceTypeFacts, UsersFacts, LdapFacts, SecurityGroupsFacts, TaggedFacts {
  /** Path of another broker of the stack that has the name. */
  readonly namesake?: string;
  readonly deploymentMode: 'SINGLE_INSTANCE' | 'ACTIVE_STANDBY_MULTI_AZ';
  readonly storageType?: 'EFS' | 'EBS';
  readonly autoMinorVersionUpgrade?: boolean;
  readonly publiclyAccessible?: boolean;
  /** Subnets the broker stands in; absent where the list is known to Terraform only. */
  readonly subnetIds?: (string | undefined)[];
  readonly availabilityZones?: (string | undefined)[];
  /** Whether the network has a way to the internet; absent where that is not known. */
  readonly internetFacing?: boolean;
  /** How many security groups it has in all; absent where the list is known to Terraform only. */
  readonly securityGroupCount?: number;
  readonly kmsKeyArn?: string;
  readonly authenticationStrategy?: string;
  readonly configuration?: {
    readonly engineVersion?: string;
    readonly authenticationStrategy?: string;
    readonly id?: string;
    readonly revision?: number;
  };
  readonly maintenanceWindow?: { readonly dayOfWeek?: string; readonly timeOfDay?: string; readonly timeZone?: string };
  readonly timeouts?: { readonly create?: string; readonly update?: string; readonly delete?: string };
}

const INSTANCES = { SINGLE_INSTANCE: 1, ACTIVE_STANDBY_MULTI_AZ: 2 };

export const BROKER_RULES: readonly Rule<BrokerFacts>[] = [
  ...BROKER_NAME_RULES,
  {
    code: 'broker-name-unique',
    severity: 'error',
    reason: 'Amazon MQ has one broker of a name in an account and region, so the second one is refused at apply',
    source: SOURCES.brokersApi,
    check: ({ brokerName, namesake }) =>
      namesake === undefined
        ? []
        : [
            {
              property: 'brokerName',
              problem: `is that of ${namesake} as well`,
              got: brokerName,
              allowed: 'each name once in an account and region',
              remedy: 'choose another name',
            },
          ],
  },
  ...ENGINE_VERSION_RULES,
  {
    code: 'auto-minor-upgrade',
    severity: 'error',
    reason: 'Amazon MQ refuses it: "must have [autoMinorVersionUpgrade] set to [true]"',
    source: SOURCES.brokersApi,
    check: ({ autoMinorVersionUpgrade, engineVersion }) =>
      autoMinorVersionUpgrade === false &&
      engineVersion !== undefined &&
      compareEngineVersions(engineVersion, AUTO_MINOR_UPGRADE_REQUIRED_FROM) >= 0
        ? [
            {
              property: 'autoMinorVersionUpgrade',
              problem: `cannot be switched off for ActiveMQ ${engineVersion}`,
              got: false,
              allowed: `true, from ${AUTO_MINOR_UPGRADE_REQUIRED_FROM} on`,
              remedy: 'leave it out and set a maintenance window that suits',
            },
          ]
        : [],
  },
  ...INSTANCE_TYPE_RULES,
  {
    code: 'instance-type-creatable',
    severity: 'error',
    reason: 'Amazon MQ creates no broker of a retired instance type',
    source: SOURCES.instanceTypes,
    check: ({ instanceType }) => {
      const { notCreatable } = INSTANCE_TYPES.find(({ name }) => name === instanceType) ?? {};
      if (notCreatable === undefined) return [];
      return [
        {
          property: 'instanceType',
          problem: `is retired: ${notCreatable}`,
          got: instanceType,
          allowed: INSTANCE_TYPES_ALLOWED,
          remedy: 'take mq.m5.large, or mq.t3.micro to evaluate',
        },
      ];
    },
  },
  {
    code: 'instance-type-engine',
    severity: 'error',
    reason: 'Amazon MQ offers the family for RabbitMQ only',
    source: SOURCES.instanceTypes,
    check: ({ instanceType = '' }) =>
      RABBITMQ_ONLY_FAMILIES.some((family) => instanceType.startsWith(`${family}.`))
        ? [
            {
              property: 'instanceType',
              problem: 'is for RabbitMQ',
              got: instanceType,
              allowed: INSTANCE_TYPES_ALLOWED,
              remedy: 'take an mq.m5 of the same size',
            },
          ]
        : [],
  },
  {
    code: 'storage-instance-type',
    severity: 'error',
    reason: 'Amazon MQ refuses EBS on anything but mq.m5',
    source: SOURCES.storage,
    check: ({ instanceType, storageType }) => {
      if (instanceType === undefined || storageType === undefined || !FORMS.instanceType.test(instanceType)) return [];
      const storageTypes = storageTypesOf(instanceType);
      if (storageTypes.length === 0 || storageTypes.includes(storageType)) return [];
      return [
        {
          property: 'storageType',
          problem: `cannot be had with ${instanceType}`,
          got: storageType,
          allowed: storageTypes.join(' or '),
          remedy: `take ${storageTypes[0]}, or an mq.m5 instance`,
        },
      ];
    },
  },
  {
    code: 'storage-deployment-mode',
    severity: 'error',
    reason: 'an active/standby broker shares its store between two zones, which EBS cannot',
    source: SOURCES.storage,
    check: ({ deploymentMode, storageType }) =>
      deploymentMode === 'ACTIVE_STANDBY_MULTI_AZ' && storageType === 'EBS'
        ? [
            {
              property: 'storageType',
              problem: 'cannot be shared by two instances',
              got: storageType,
              allowed: 'EFS',
              remedy: 'take EFS, or a SingleInstanceBroker',
            },
          ]
        : [],
  },
  {
    code: 'standby-micro',
    severity: 'warning',
    reason: 'AWS recommends mq.t3.micro for evaluation only',
    source: SOURCES.instanceTypes,
    check: ({ deploymentMode, instanceType }) =>
      deploymentMode === 'ACTIVE_STANDBY_MULTI_AZ' && instanceType === 'mq.t3.micro'
        ? [
            {
              property: 'instanceType',
              problem: 'is for evaluation, an active/standby broker for production',
              got: instanceType,
              remedy: 'take mq.m5.large or larger',
            },
          ]
        : [],
  },
  {
    code: 'subnet-count',
    severity: 'error',
    reason: 'Amazon MQ refuses another number of subnets than the broker has instances',
    source: SOURCES.brokersApi,
    check: ({ subnetIds, deploymentMode }) => {
      const instances = INSTANCES[deploymentMode];
      if (subnetIds === undefined || subnetIds.length === instances) return [];
      return [
        {
          property: 'network.subnetIds',
          problem: 'are too few or too many',
          got: subnetIds.length,
          allowed: `${instances} for ${deploymentMode}`,
          remedy: {
            SINGLE_INSTANCE: 'give the one subnet, or make the BrokerVpc with zones: ZoneCount.ONE',
            ACTIVE_STANDBY_MULTI_AZ: 'give two subnets of two zones',
          }[deploymentMode],
        },
      ];
    },
  },
  {
    code: 'subnet-unique',
    severity: 'error',
    reason: 'subnets are a set, so the second mention vanishes and one subnet is left',
    source: SOURCES.brokersApi,
    check: ({ subnetIds = [] }) =>
      repeated(subnetIds).map(([index, subnet]) => ({
        property: `network.subnetIds[${index}]`,
        problem: 'is there twice',
        got: subnet,
        allowed: 'each subnet once',
        remedy: 'give a subnet of another zone',
      })),
  },
  {
    code: 'subnet-zone-count',
    severity: 'error',
    reason: 'zones are those of the subnets in their order: where some are missing, two in one zone could not be found',
    source: SOURCES.deployment,
    check: ({ availabilityZones, subnetIds }) =>
      availabilityZones === undefined || subnetIds === undefined || availabilityZones.length === subnetIds.length
        ? []
        : [
            {
              property: 'network.availabilityZones',
              problem: 'are too few or too many',
              got: availabilityZones.length,
              allowed: `${subnetIds.length}, one for each subnet`,
              remedy: 'name the zone of each subnet, or leave them out',
            },
          ],
  },
  {
    code: 'subnet-zone-unique',
    severity: 'error',
    reason: 'Amazon MQ refuses an active/standby broker whose subnets lie in one zone',
    source: SOURCES.deployment,
    check: ({ availabilityZones = [] }) =>
      repeated(availabilityZones).map(([index, zone]) => ({
        property: `network.availabilityZones[${index}]`,
        problem: 'is there twice',
        got: zone,
        allowed: 'each zone once',
        remedy: 'give a subnet of another zone',
      })),
  },
  {
    code: 'public-network',
    severity: 'error',
    reason: 'Amazon MQ refuses a public broker in a VPC without an attached internet gateway',
    source: SOURCES.publicAccess,
    check: ({ publiclyAccessible, internetFacing }) =>
      publiclyAccessible && internetFacing === false
        ? [
            {
              property: 'publiclyAccessible',
              problem: 'is asked for in a network without a way to the internet',
              got: true,
              remedy: 'make the BrokerVpc with internetFacing: true, or the broker private',
            },
          ]
        : [],
  },
  {
    code: 'security-group-count',
    severity: 'error',
    reason: 'Amazon MQ and the provider refuse more than five security groups',
    source: SOURCES.quotas,
    check: ({ securityGroupCount = 0 }) =>
      securityGroupCount > LIMITS.securityGroupsPerBroker
        ? [
            {
              property: 'additionalSecurityGroupIds',
              problem: 'make too many security groups, with the group that takes the grants',
              got: securityGroupCount,
              allowed: `at most ${LIMITS.securityGroupsPerBroker} in all`,
              remedy: 'put the rules of several groups into one',
            },
          ]
        : [],
  },
  ...SECURITY_GROUP_RULES,
  {
    code: 'encryption-key-arn',
    severity: 'error',
    reason: 'the provider refuses a key id or alias where it wants the ARN of the key',
    source: SOURCES.provider,
    check: ({ kmsKeyArn }) =>
      kmsKeyArn === undefined || FORMS.kmsKeyArn.test(kmsKeyArn)
        ? []
        : [
            {
              property: 'encryption',
              problem: 'does not name a key by its ARN',
              got: kmsKeyArn,
              allowed: 'arn:aws:kms:REGION:ACCOUNT:key/ID',
              remedy: 'give the ARN of the key, not its id or alias',
            },
          ],
  },
  {
    code: 'configuration-engine-version',
    severity: 'error',
    reason: 'Amazon MQ refuses a configuration made for another engine version than the broker runs',
    source: SOURCES.configurationsApi,
    check: ({ engineVersion, configuration }) =>
      engineVersion !== undefined &&
      configuration?.engineVersion !== undefined &&
      configuration.engineVersion !== engineVersion
        ? [
            {
              property: 'configuration',
              problem: `is for ActiveMQ ${configuration.engineVersion}, the broker runs ${engineVersion}`,
              got: configuration.engineVersion,
              allowed: engineVersion,
              remedy: 'make both of one engine version',
            },
          ]
        : [],
  },
  {
    code: 'configuration-authentication-strategy',
    severity: 'error',
    reason: 'Amazon MQ refuses a configuration made for another authentication strategy than the broker has',
    source: SOURCES.configurationsApi,
    check: ({ authenticationStrategy, configuration }) =>
      authenticationStrategy !== undefined &&
      configuration?.authenticationStrategy !== undefined &&
      configuration.authenticationStrategy !== authenticationStrategy
        ? [
            {
              property: 'configuration',
              problem: `authenticates by ${configuration.authenticationStrategy}, the broker by ${authenticationStrategy}`,
              got: configuration.authenticationStrategy,
              allowed: authenticationStrategy,
              remedy: 'give the configuration the authentication strategy of the broker',
            },
          ]
        : [],
  },
  {
    code: 'configuration-id-form',
    severity: 'error',
    reason: 'Amazon MQ knows no configuration by another id, such as its name',
    source: SOURCES.configurationsApi,
    check: ({ configuration }) => {
      const id = configuration?.id;
      if (id === undefined || FORMS.configurationId.test(id)) return [];
      return [
        {
          property: 'configuration.configurationId',
          problem: 'is not the id of a configuration',
          got: id,
          allowed: 'an id such as c-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f',
          remedy: 'give the id, not the name',
        },
      ];
    },
  },
  {
    code: 'configuration-revision',
    severity: 'error',
    reason: 'revisions count from 1, and the provider does not send 0: the broker would get the latest',
    source: SOURCES.configurationsApi,
    check: ({ configuration }) => {
      const revision = configuration?.revision;
      if (revision === undefined || (Number.isInteger(revision) && revision >= 1)) return [];
      return [
        {
          property: 'configuration.revision',
          problem: 'is not the number of a revision',
          got: revision,
          allowed: 'a whole number from 1',
          remedy: 'give the revision the broker shall have',
        },
      ];
    },
  },
  {
    code: 'maintenance-window-day',
    severity: 'error',
    reason: 'the provider and Amazon MQ refuse another day, and AWS answers in upper case',
    source: SOURCES.brokersApi,
    check: ({ maintenanceWindow }) => {
      const day = maintenanceWindow?.dayOfWeek;
      if (day === undefined || DAYS.includes(day)) return [];
      return [
        {
          property: 'maintenanceWindow.dayOfWeek',
          problem: 'is not a day of the week',
          got: day,
          allowed: DAYS.join(', '),
          remedy: 'use DayOfWeek',
        },
      ];
    },
  },
  {
    code: 'maintenance-window-time',
    severity: 'error',
    reason: 'Amazon MQ refuses it: "Specify time in 24-hour format"; the provider does not look at it',
    source: SOURCES.brokersApi,
    check: ({ maintenanceWindow }) => {
      const time = maintenanceWindow?.timeOfDay;
      if (time === undefined || FORMS.timeOfDay.test(time)) return [];
      return [
        {
          property: 'maintenanceWindow.timeOfDay',
          problem: 'is not a time of 24 hours',
          got: time,
          allowed: '00:00 to 23:59',
          remedy: 'write hours and minutes with two digits each, as in "03:30"',
        },
      ];
    },
  },
  {
    code: 'maintenance-window-zone',
    severity: 'error',
    reason: 'Amazon MQ refuses other zones; the provider does not look at it',
    source: SOURCES.brokersApi,
    check: ({ maintenanceWindow }) => {
      const zone = maintenanceWindow?.timeZone;
      if (zone === undefined || FORMS.timeZone.test(zone)) return [];
      return [
        {
          property: 'maintenanceWindow.timeZone',
          problem: 'is not a time zone Amazon MQ takes',
          got: zone,
          allowed: 'UTC, Country/City as in "Asia/Seoul", or an offset as in "+09:00"',
          remedy: 'leave it out for UTC',
        },
      ];
    },
  },
  {
    code: 'timeout-form',
    severity: 'error',
    reason: 'the provider refuses a timeout that is not a duration as Go writes it',
    source: SOURCES.provider,
    check: ({ timeouts = {} }) =>
      Object.entries(timeouts).flatMap(([operation, timeout]) =>
        timeout === undefined || FORMS.goDuration.test(timeout)
          ? []
          : [
              {
                property: `timeouts.${operation}`,
                problem: 'is not a duration',
                got: timeout,
                allowed: 'numbers with h, m or s, as in "45m"',
                remedy: 'write the unit behind the number',
              },
            ],
      ),
  },
  ...USER_RULES,
  ...PASSWORD_RULES,
  ...LDAP_RULES,
  ...TAG_RULES,
];
