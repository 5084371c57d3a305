import { Fn, Op, Token } from 'cdktf';
import { known } from '../tokens/known';
import { block, parseCidr } from '../util/cidr';

const SMALLEST_SUBNET = 28;

/** A quarter of the VPC for each subnet, but none smaller than AWS allows; a token where the range is one. */
export function defaultSubnetPrefixLength(cidr: string): number {
  const range = parseCidr(known(cidr) ?? '');
  if (range) return Math.min(range.prefixLength + 2, SMALLEST_SUBNET);
  return known(cidr) === undefined
    ? Token.asNumber(Fn.min([Op.add(prefixLengthOf(cidr), 2), SMALLEST_SUBNET]))
    : SMALLEST_SUBNET;
}

/** Range of the subnet with this number, from 0: worked out here where it can be, else by Terraform. */
export function subnetCidr(cidr: string, prefixLength: number, index: number): string {
  const range = parseCidr(known(cidr) ?? '');
  if (range && known(prefixLength) !== undefined) return block(range, prefixLength, index);
  return Fn.cidrsubnet(cidr, Token.asNumber(Op.sub(prefixLength, prefixLengthOf(cidr))), index);
}

function prefixLengthOf(cidr: string) {
  return Fn.tonumber(Fn.element(Fn.split('/', cidr), 1));
}
