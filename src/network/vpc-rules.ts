import { LIMITS } from '../amazon-mq/limits';
import { STORAGE_TYPE, type Stored } from '../amazon-mq/rejections/deployment';
import { INSTANCE_TYPE_FORM, type Sized } from '../amazon-mq/rejections/instance-type';
import { TAG_REJECTIONS, type Tagged } from '../amazon-mq/rejections/tags';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';
import { capacity, correctedCidr, parseCidr } from '../util/cidr';
import { repeated } from '../util/repeated';
import { isWholeWithin } from '../util/whole-number';

/** What the rules see of a VPC made for brokers. */
export interface VpcFacts extends Sized, Stored, Tagged {
  readonly cidr?: string;
  readonly subnetPrefixLength?: number;
  /** Subnets that the brokers need: one for each instance. */
  readonly subnetCount: number;
  readonly availabilityZones?: (string | undefined)[];
  /** Path of another VPC of the app that has the range. */
  readonly namesake?: string;
}

const PREFIX_LENGTH = LIMITS.prefixLength;

export const VPC_RULES: readonly Rule<VpcFacts>[] = [
  {
    code: 'vpc-cidr-form',
    severity: 'error',
    reason:
      'AWS rejects a VPC whose CIDR block is not IPv4; where it has host bits, AWS keeps another block than you wrote',
    source: SOURCES.vpc,
    allowed: 'an IPv4 CIDR block such as 10.0.0.0/24',
    remedy: 'write network address and prefix length',
    check: ({ cidr }) => {
      if (cidr === undefined) return [];
      const corrected = correctedCidr(cidr);
      if (parseCidr(cidr)?.version === 4 && !corrected) return [];
      return [
        {
          property: 'cidr',
          problem: corrected ? 'has host bits set' : 'is not an IPv4 CIDR block',
          got: cidr,
          ...(corrected ? { remedy: `write ${JSON.stringify(corrected)}` } : {}),
        },
      ];
    },
  },
  {
    code: 'vpc-cidr-size',
    severity: 'error',
    reason: `AWS rejects a VPC larger than /${PREFIX_LENGTH.min} or smaller than /${PREFIX_LENGTH.max}`,
    source: SOURCES.vpc,
    allowed: `/${PREFIX_LENGTH.min} to /${PREFIX_LENGTH.max}`,
    remedy: 'choose another prefix length',
    check: ({ cidr = '' }) => {
      const range = parseCidr(cidr);
      if (range?.version !== 4 || isWholeWithin(range.prefixLength, PREFIX_LENGTH)) return [];
      return [
        {
          property: 'cidr',
          problem: `is ${range.prefixLength < PREFIX_LENGTH.min ? 'larger' : 'smaller'} than AWS allows`,
          got: cidr,
        },
      ];
    },
  },
  {
    code: 'vpc-cidr-shared',
    severity: 'info',
    reason: 'AWS cannot connect two VPCs with the same CIDR block, by peering or by a transit gateway',
    source: SOURCES.vpcPeering,
    remedy: 'if you will connect the two, give each broker a BrokerVpc with a different cidr as network',
    check: ({ cidr, namesake }) =>
      namesake === undefined
        ? []
        : [
            {
              property: 'cidr',
              problem: `is also the CIDR block of ${JSON.stringify(namesake)}`,
              got: cidr,
            },
          ],
  },
  {
    code: 'subnet-size',
    severity: 'error',
    reason: `AWS rejects a subnet larger than /${PREFIX_LENGTH.min} or smaller than /${PREFIX_LENGTH.max}`,
    source: SOURCES.subnet,
    allowed: `a whole number from ${PREFIX_LENGTH.min} to ${PREFIX_LENGTH.max}`,
    remedy: 'choose another prefix length',
    check: ({ subnetPrefixLength: length }) =>
      length === undefined || isWholeWithin(length, PREFIX_LENGTH)
        ? []
        : [
            {
              property: 'subnetPrefixLength',
              problem: 'is not a size AWS allows',
              got: length,
            },
          ],
  },
  {
    code: 'subnet-fit',
    severity: 'error',
    reason: 'AWS rejects a subnet outside the CIDR block of its VPC',
    source: SOURCES.subnet,
    remedy: 'take a larger CIDR block for the VPC, or smaller subnets',
    allowed: ({ subnetCount, subnetPrefixLength = PREFIX_LENGTH.max }) =>
      `/${subnetPrefixLength - Math.ceil(Math.log2(subnetCount))} or larger, for ${subnetCount} subnets of /${subnetPrefixLength}`,
    check: ({ cidr = '', subnetPrefixLength, subnetCount }) => {
      const range = parseCidr(cidr);
      if (range?.version !== 4 || subnetPrefixLength === undefined) return [];
      const room = capacity(range, subnetPrefixLength);
      if (room >= subnetCount) return [];
      return [
        {
          property: 'cidr',
          problem: `has room for ${room} of ${subnetCount} subnets of /${subnetPrefixLength}`,
          got: cidr,
        },
      ];
    },
  },
  {
    code: 'zone-count',
    severity: 'error',
    reason: 'an active/standby broker has its instances in two Availability Zones, a single instance in one',
    source: SOURCES.deployment,
    allowed: 'one Availability Zone for each instance',
    remedy: 'name one for each instance, or remove the list to have them chosen',
    check: ({ availabilityZones, subnetCount }) =>
      availabilityZones === undefined || availabilityZones.length === subnetCount
        ? []
        : [
            {
              property: 'availabilityZones',
              problem: `has ${availabilityZones.length} of ${subnetCount} Availability Zones`,
              got: availabilityZones.length,
            },
          ],
  },
  {
    code: 'zone-unique',
    severity: 'error',
    reason: 'Amazon MQ rejects an active/standby broker whose subnets are in one Availability Zone',
    source: SOURCES.deployment,
    allowed: 'each Availability Zone once',
    remedy: 'name another Availability Zone of the Region',
    check: ({ availabilityZones }) =>
      repeated(availabilityZones).map(([index, zone]) => ({
        property: `availabilityZones[${index}]`,
        problem: 'is a duplicate',
        got: zone,
      })),
  },
  INSTANCE_TYPE_FORM,
  STORAGE_TYPE,
  ...TAG_REJECTIONS,
];
