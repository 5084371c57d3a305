import { NETWORK_ACL_TYPES } from './network-acls';
import { ROUTE_TYPES } from './routes';
import { SECURITY_GROUP_TYPES } from './security-groups';

/** How the addresses outside a VPC reach the inside of it, and the arguments that name that VPC or parts of it. */
export const WAYS_IN: Readonly<Record<string, { readonly noun: string; readonly within: readonly string[] }>> = {
  aws_ec2_transit_gateway_route: { noun: 'a transit gateway route', within: ['transit_gateway_attachment_id'] },
  aws_ec2_transit_gateway_route_table_association: {
    noun: 'the route table of a transit gateway attachment',
    within: ['transit_gateway_attachment_id'],
  },
  aws_ec2_transit_gateway_route_table_propagation: {
    noun: 'a propagated transit gateway route',
    within: ['transit_gateway_attachment_id'],
  },
  aws_ec2_transit_gateway_vpc_attachment: { noun: 'a transit gateway attachment', within: ['vpc_id', 'subnet_ids'] },
  aws_internet_gateway: { noun: 'an internet gateway', within: ['vpc_id'] },
  aws_internet_gateway_attachment: { noun: 'an internet gateway attachment', within: ['vpc_id'] },
  aws_vpc_endpoint: { noun: 'a VPC endpoint', within: ['vpc_id', 'subnet_ids'] },
  aws_vpc_peering_connection: { noun: 'a peering connection', within: ['vpc_id', 'peer_vpc_id'] },
  aws_vpc_peering_connection_accepter: { noun: 'a peering connection', within: ['vpc_id', 'peer_vpc_id'] },
  aws_vpn_gateway: { noun: 'a VPN gateway', within: ['vpc_id'] },
  aws_vpn_gateway_attachment: { noun: 'a VPN gateway attachment', within: ['vpc_id'] },
};

/** Everything between a broker and its clients. */
export const NETWORK_TYPES: readonly string[] = [
  'aws_mq_broker',
  'aws_subnet',
  'aws_default_subnet',
  'aws_vpc',
  'aws_default_vpc',
  'aws_vpc_dhcp_options_association',
  'aws_ec2_transit_gateway',
  'aws_nat_gateway',
  'aws_vpn_gateway_route_propagation',
  ...SECURITY_GROUP_TYPES,
  ...NETWORK_ACL_TYPES,
  ...ROUTE_TYPES,
  ...Object.keys(WAYS_IN),
];
