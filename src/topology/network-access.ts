import { Protocol } from '../amazon-mq/protocol';
import { BrokerSecurityGroup } from '../network/broker-security-group';
import { Peer } from '../network/peer';
import { constructOf, stackOf } from './construct-of';
import { cidrOf } from './member-facts';
import { type NetworkMember } from './network-member';

/**
 * Allows a member to connect to another one: by security group in one VPC, by CIDR block across.
 *
 * A rule that names the group of the holder is in the stack of the holder, which needs the stack of the target anyway; in
 * the stack of the target, each stack would need the other one.
 */
export function allowConnector(holder: NetworkMember, target: NetworkMember): void {
  const { port } = Protocol.OPENWIRE;
  const [holderGroup, targetGroup] = [holder.broker.securityGroup, target.broker.securityGroup];
  if (isAcross(holder, target)) {
    holder.broker.allowTo(Peer.ipv4(cidrOf(target)!), port);
    target.broker.allowFrom(Peer.ipv4(cidrOf(holder)!), Protocol.OPENWIRE);
    return;
  }
  const peer = Peer.securityGroupId(holderGroup.securityGroupId);
  holder.broker.allowTo(Peer.securityGroupId(targetGroup.securityGroupId), port);
  if (stackOf(holder.broker) === stackOf(target.broker)) target.broker.allowFrom(peer, Protocol.OPENWIRE);
  else groupIn(holder, target).allowFrom(peer, Protocol.OPENWIRE);
}

/** An existing broker is in the VPC of the others, unless its addresses are given. */
function isAcross(holder: NetworkMember, target: NetworkMember): boolean {
  const [vpc, otherVpc] = [holder, target].map(({ broker }) => broker._made?.network.vpcId);
  if (vpc === undefined || otherVpc === undefined) return holder.cidr !== undefined && target.cidr !== undefined;
  return vpc !== otherVpc;
}

function groupIn({ broker }: NetworkMember, target: NetworkMember) {
  const scope = constructOf(broker);
  const { provider } = broker._made!.settings;
  const id = target.broker.securityGroup.securityGroupId;
  return BrokerSecurityGroup.fromSecurityGroupId(scope as never, `NetworkTarget-${target.id}`, id, { provider });
}
