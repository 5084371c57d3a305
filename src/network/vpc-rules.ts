import { LIMITS } from '../amazon-mq/limits';
import { STORAGE_TYPE, type Stored } from '../amazon-mq/rejections/deployment';
import { INSTANCE_TYPE_FORM, type Sized } from '../amazon-mq/rejections/instance-type';
import { TAG_REJECTIONS, type Tagged } from '../amazon-mq/rejections/tags';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';
import { capacity, correctedCidr, parseCidr } from '../util/cidr';
import { repeated } from '../util/repeated';

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

const SIZES = LIMITS.prefixLength;

export const VPC_RULES: readonly Rule<VpcFacts>[] = [
  {
    code: 'vpc-cidr-form',
    severity: 'error',
    reason:
      'AWS refuses a VPC whose range is not an IPv4 network in CIDR notation, or keeps another one than was written',
    source: SOURCES.vpc,
    check: ({ cidr }) => {
      if (cidr === undefined) return [];
      const corrected = correctedCidr(cidr);
      if (parseCidr(cidr)?.version === 4 && !corrected) return [];
      return [
        {
          property: 'cidr',
          problem: corrected ? 'has bits set behind its prefix' : 'is not an IPv4 range',
          got: cidr,
          allowed: 'an IPv4 range such as 10.0.0.0/24',
          remedy: corrected ? `write ${JSON.stringify(corrected)}` : 'write network address and prefix length',
        },
      ];
    },
  },
  {
    code: 'vpc-cidr-size',
    severity: 'error',
    reason: 'AWS refuses a VPC larger than /16 or smaller than /28',
    source: SOURCES.vpc,
    check: ({ cidr = '' }) => {
      const range = parseCidr(cidr);
      if (range?.version !== 4 || (range.prefixLength >= SIZES.min && range.prefixLength <= SIZES.max)) return [];
      return [
        {
          property: 'cidr',
          problem: `is ${range.prefixLength < SIZES.min ? 'larger' : 'smaller'} than AWS allows`,
          got: cidr,
          allowed: `/${SIZES.min} to /${SIZES.max}`,
          remedy: 'choose another prefix length',
        },
      ];
    },
  },
  {
    code: 'vpc-cidr-shared',
    severity: 'info',
    reason: 'AWS connects no two VPCs with one range, neither by peering nor by a transit gateway',
    source: SOURCES.vpcPeering,
    check: ({ cidr, namesake }) =>
      namesake === undefined
        ? []
        : [
            {
              property: 'cidr',
              problem: `is also the range of ${JSON.stringify(namesake)}`,
              got: cidr,
              remedy: 'if the two will be connected, give each broker a BrokerVpc with a cidr of its own as network',
            },
          ],
  },
  {
    code: 'subnet-size',
    severity: 'error',
    reason: 'AWS refuses a subnet larger than /16 or smaller than /28',
    source: SOURCES.subnet,
    check: ({ subnetPrefixLength: length }) =>
      length === undefined || (Number.isInteger(length) && length >= SIZES.min && length <= SIZES.max)
        ? []
        : [
            {
              property: 'subnetPrefixLength',
              problem: 'is not a size AWS allows',
              got: length,
              allowed: `a whole number from ${SIZES.min} to ${SIZES.max}`,
              remedy: 'choose another prefix length',
            },
          ],
  },
  {
    code: 'subnet-fit',
    severity: 'error',
    reason: 'AWS refuses a subnet that does not lie in the range of its VPC',
    source: SOURCES.subnet,
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
          allowed: `a range that holds ${subnetCount}`,
          remedy: 'take a larger range or smaller subnets (subnetPrefixLength, at most 28)',
        },
      ];
    },
  },
  {
    code: 'zone-count',
    severity: 'error',
    reason: 'an active/standby broker has its instances in two zones, a single instance in one',
    source: SOURCES.deployment,
    check: ({ availabilityZones, subnetCount }) =>
      availabilityZones === undefined || availabilityZones.length === subnetCount
        ? []
        : [
            {
              property: 'availabilityZones',
              problem: 'are too few or too many',
              got: availabilityZones.length,
              allowed: `${subnetCount}`,
              remedy: 'name one zone for each instance, or leave them out to have them chosen',
            },
          ],
  },
  {
    code: 'zone-unique',
    severity: 'error',
    reason: 'Amazon MQ refuses an active/standby broker whose subnets lie in one zone',
    source: SOURCES.deployment,
    check: ({ availabilityZones = [] }) =>
      repeated(availabilityZones).map(([index, zone]) => ({
        property: `availabilityZones[${index}]`,
        problem: 'is there twice',
        got: zone,
        allowed: 'each zone once',
        remedy: 'name another zone of the region',
      })),
  },
  INSTANCE_TYPE_FORM,
  STORAGE_TYPE,
  ...TAG_REJECTIONS,
];
