import { type Construct } from 'constructs';
import { stableId } from '../tokens/stable-id';
import { parseCidr } from '../util/cidr';
import { type Peer } from './peer';

/**
 * A part of a construct id that names a peer: equal for equal peers, however they are written and whenever they are
 * named, so that neither a second mention nor another order of grants changes a Terraform address.
 */
export function peerId(scope: Construct, peer: Peer): string {
  const cidr = parseCidr(peer._value);
  const value = cidr ? `${cidr.network}-${cidr.prefixLength}`.replaceAll(/[.:]/g, '-') : stableId(scope, peer._value);
  return `${peer._kind}-${value}`;
}
