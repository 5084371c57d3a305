import { type Fact } from '../../util/fact';
import { repeated } from '../../util/repeated';
import { type BrokerFacts } from '../broker-facts';
import { INSTANCE_COUNTS } from '../deployment-mode';
import { FORMS } from '../forms';
import { LIMITS } from '../limits';
import { SOURCES } from '../sources';
import { type Rejection } from './rejection';

/** The facts that the rules about security groups need. */
interface Grouped {
  readonly securityGroupIds?: Fact<readonly Fact<string>[]>;
}

export const SECURITY_GROUP_ID_FORM: Rejection<Grouped> = {
  code: 'security-group-id-form',
  severity: 'error',
  reason: 'AWS has no security group with another id, and a broker takes none of another account',
  source: SOURCES.securityGroupRules,
  allowed: 'an id such as sg-0123456789abcdef0',
  remedy: 'give the id of the security group, not its name',
  check: ({ securityGroupIds }) =>
    (securityGroupIds ?? []).flatMap((id, index) =>
      id === undefined || FORMS.securityGroupId.test(id ?? '')
        ? []
        : [
            {
              property: `securityGroupIds[${index}]`,
              ...(id ? { problem: 'is not the id of a security group', got: id } : { problem: 'is missing' }),
            },
          ],
    ),
};

export const NETWORK_REJECTIONS: readonly Rejection<BrokerFacts>[] = [
  {
    code: 'subnet-count',
    severity: 'error',
    reason:
      'a broker needs one subnet for each of its instances; without any, Amazon MQ takes the default VPC or fails',
    source: SOURCES.brokersApi,
    allowed: Object.entries(INSTANCE_COUNTS)
      .map(([mode, count]) => `${count} for ${mode}`)
      .join(', '),
    remedy: 'give one subnet for each instance, of one VPC and in different Availability Zones',
    check: ({ subnetIds, deploymentMode }) => {
      const mode = deploymentMode ?? 'SINGLE_INSTANCE';
      const needed = (INSTANCE_COUNTS as Readonly<Record<string, number | undefined>>)[mode];
      if (!subnetIds || needed === undefined || deploymentMode === undefined || subnetIds.length === needed) return [];
      return [
        {
          property: 'subnetIds',
          problem: `has ${subnetIds.length} ${subnetIds.length === 1 ? 'entry' : 'entries'}`,
          got: subnetIds.length,
          allowed: `${needed} for ${mode}`,
          remedy:
            needed === 1 ? 'give one subnet' : `give ${needed} subnets of one VPC in different Availability Zones`,
        },
      ];
    },
  },
  {
    code: 'subnet-id-form',
    severity: 'error',
    reason: 'AWS has no subnet with another id, and a missing id leaves the broker in the default VPC',
    source: SOURCES.brokersApi,
    allowed: 'an id such as subnet-0123456789abcdef0',
    remedy: 'give the id of the subnet, not its name',
    check: ({ subnetIds }) =>
      (subnetIds ?? []).flatMap((id, index) =>
        id === undefined || FORMS.subnetId.test(id ?? '')
          ? []
          : [
              {
                property: `subnetIds[${index}]`,
                ...(id ? { problem: 'is not the id of a subnet', got: id } : { problem: 'is missing' }),
              },
            ],
      ),
  },
  {
    code: 'subnet-unique',
    severity: 'error',
    reason: 'subnets are a set, so Terraform drops the duplicate and one subnet is left',
    source: SOURCES.brokersApi,
    allowed: 'each subnet once',
    remedy: 'give a subnet of another Availability Zone',
    check: ({ subnetIds }) =>
      repeated(subnetIds)
        .filter(([, subnet]) => FORMS.subnetId.test(subnet))
        .map(([index, subnet]) => ({
          property: `subnetIds[${index}]`,
          problem: 'is a duplicate',
          got: subnet,
        })),
  },
  {
    code: 'subnet-zone-count',
    severity: 'error',
    reason: 'the zones are those of the subnets in their order: if some are missing, two in one zone cannot be found',
    source: SOURCES.deployment,
    remedy: 'name the Availability Zone of each subnet, or remove the list',
    check: ({ availabilityZones, subnetIds }) =>
      !availabilityZones || !subnetIds || availabilityZones.length === subnetIds.length
        ? []
        : [
            {
              property: 'availabilityZones',
              problem: `has ${availabilityZones.length} of ${subnetIds.length} zones`,
              got: availabilityZones.length,
              allowed: `${subnetIds.length}, one for each subnet`,
            },
          ],
  },
  {
    code: 'subnet-zone-unique',
    severity: 'error',
    reason: 'Amazon MQ rejects a broker whose subnets are in one Availability Zone',
    source: SOURCES.deployment,
    allowed: 'each Availability Zone once',
    remedy: 'give a subnet of another Availability Zone',
    check: ({ availabilityZones }) =>
      repeated(availabilityZones).map(([index, zone]) => ({
        property: `availabilityZones[${index}]`,
        problem: 'is a duplicate Availability Zone',
        got: zone,
      })),
  },
  {
    code: 'public-network',
    severity: 'error',
    reason: 'Amazon MQ rejects a public broker in a VPC without an attached internet gateway',
    source: SOURCES.publicAccess,
    allowed: 'true in a VPC with an internet gateway',
    remedy: 'set it to false, or attach an internet gateway to the VPC and route to it',
    check: ({ publiclyAccessible, internetFacing }) =>
      publiclyAccessible === true && internetFacing === false
        ? [
            {
              property: 'publiclyAccessible',
              problem: 'needs an internet gateway, and the VPC has none',
              got: true,
            },
          ]
        : [],
  },
  {
    code: 'public-security-groups',
    engine: 'RabbitMQ',
    severity: 'error',
    reason:
      'Amazon MQ rejects the broker: "Broker with [publiclyAccessible] set to true does not support specifying [securityGroups]"',
    source: SOURCES.providerIssue(25985),
    allowed: 'none',
    remedy: 'remove {securityGroupIds}, or set {publiclyAccessible} to false',
    check: ({ publiclyAccessible, securityGroupIds }) =>
      publiclyAccessible === true && securityGroupIds && securityGroupIds.length > 0
        ? [
            {
              property: 'securityGroupIds',
              problem: 'cannot be set for a public RabbitMQ broker',
              got: securityGroupIds.length,
            },
          ]
        : [],
  },
  {
    code: 'security-group-count',
    severity: 'error',
    reason: 'Amazon MQ and the provider reject more than five security groups',
    source: SOURCES.quotas,
    allowed: `at most ${LIMITS.securityGroupsPerBroker} for a broker, the one that takes the grants included`,
    remedy: 'merge the rules of several groups into one',
    check: ({ securityGroupIds }) => {
      const count = new Set(securityGroupIds?.map((id, index) => id ?? index)).size;
      return count <= LIMITS.securityGroupsPerBroker
        ? []
        : [
            {
              property: 'securityGroupIds',
              problem: 'has too many security groups',
              got: count,
            },
          ];
    },
  },
  SECURITY_GROUP_ID_FORM,
];
