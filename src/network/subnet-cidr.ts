import { Token } from 'cdktf';
import { LIMITS } from '../amazon-mq/limits';
import { expression, quoted } from '../tokens/expression';
import { omitUnresolved } from '../tokens/known';
import { block, parseCidr } from '../util/cidr';

const { min: LARGEST_SUBNET, max: SMALLEST_SUBNET } = LIMITS.prefixLength;

/** A quarter of the VPC for each subnet, but none of a size that AWS rejects; a token if the CIDR block is one. */
export function defaultSubnetPrefixLength(cidr: string): number {
  const range = parseCidr(omitUnresolved(cidr) ?? '');
  if (range) return Math.min(Math.max(range.prefixLength + 2, LARGEST_SUBNET), SMALLEST_SUBNET);
  return Token.asNumber(expression`min((${prefixLengthOf(cidr)} + 2), ${String(SMALLEST_SUBNET)})`);
}

/** CIDR block of the subnet with this number, from 0: calculated here if possible, otherwise by Terraform. */
export function subnetCidr(cidr: string, prefixLength: number, index: number): string {
  const range = parseCidr(omitUnresolved(cidr) ?? '');
  const knownLength = omitUnresolved(prefixLength);
  if (range && knownLength !== undefined) return block(range, knownLength, index);
  return expression`cidrsubnet(${quoted(cidr)}, (${Token.asString(prefixLength)} - ${prefixLengthOf(cidr)}), ${String(index)})`;
}

function prefixLengthOf(cidr: string): string {
  return expression`tonumber(element(split("/", ${quoted(cidr)}), 1))`;
}
