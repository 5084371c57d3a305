import { type FindingDetails } from '../rules/rule';
import { overlap, parseCidr } from '../util/cidr';
import { type Fact } from '../util/fact';

/** One end of a connector, as messages name it. */
export interface ConnectorEnd {
  readonly name: string;
  /** Id of its VPC as the app writes it; absent if it is not known. */
  readonly vpc?: string;
  readonly cidr?: Fact<string>;
  /** The prop with its CIDR block. */
  readonly property: string;
}

/** What keeps two brokers in different VPCs from allowing each other by CIDR block. */
export function cidrFindings(holder: ConnectorEnd, target: ConnectorEnd): FindingDetails[] {
  if (holder.vpc === undefined || target.vpc === undefined || holder.vpc === target.vpc) return [];
  const missing = [holder, target].filter(({ cidr }) => cidr === null);
  if (missing.length > 0) {
    return missing.map(({ property }) => ({
      property,
      problem: `is missing: ${holder.name} and ${target.name} are in different VPCs`,
      allowed: 'an IPv4 CIDR block',
      remedy: 'give the block in which the other VPC sees the broker, or give both brokers one network',
    }));
  }
  const [a, b] = [holder, target].map(({ cidr }) => parseCidr(cidr ?? ''));
  if (a === undefined || b === undefined || !overlap(a, b)) return [];
  return [
    {
      property: target.property,
      problem: `overlaps with the addresses of ${holder.name}, which is in another VPC`,
      got: target.cidr,
      allowed: 'addresses of its own',
      remedy: 'give both brokers one network, or give the BrokerVpc of one of them another cidr',
    },
  ];
}
