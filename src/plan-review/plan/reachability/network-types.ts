import { EGRESS, INGRESS } from './grants';
import { NETWORK_ACL_TYPES } from './network-acls';
import { PUBLIC_ACCESS_BLOCK_TYPES } from './public-access-block';
import { ROUTE_TYPES } from './routes';
import { securityGroupTypes } from './security-groups';

/**
 * How the addresses outside a VPC reach the inside of it, and the arguments that name that VPC, parts of it, or what is
 * attached to it.
 */
export const WAYS_IN: Readonly<Record<string, { readonly noun: string; readonly within: readonly string[] }>> = {
  aws_dx_gateway_association: { noun: 'a Direct Connect gateway association', within: ['associated_gateway_id'] },
  aws_ec2_client_vpn_authorization_rule: {
    noun: 'an authorization rule of a client VPN',
    within: ['client_vpn_endpoint_id'],
  },
  aws_ec2_client_vpn_endpoint: { noun: 'a client VPN endpoint', within: ['vpc_id'] },
  aws_ec2_client_vpn_network_association: { noun: 'a client VPN association', within: ['vpc_id', 'subnet_id'] },
  aws_ec2_client_vpn_route: { noun: 'a client VPN route', within: ['target_vpc_subnet_id'] },
  aws_ec2_transit_gateway: { noun: 'a transit gateway', within: [] },
  aws_ec2_transit_gateway_peering_attachment: {
    noun: 'a transit gateway peering',
    within: ['transit_gateway_id', 'peer_transit_gateway_id'],
  },
  aws_ec2_transit_gateway_peering_attachment_accepter: {
    noun: 'a transit gateway peering',
    within: ['transit_gateway_id', 'peer_transit_gateway_id'],
  },
  aws_ec2_transit_gateway_route: {
    noun: 'a transit gateway route',
    within: ['transit_gateway_attachment_id', 'transit_gateway_route_table_id'],
  },
  aws_ec2_transit_gateway_route_table: { noun: 'a transit gateway route table', within: [] },
  aws_ec2_transit_gateway_route_table_association: {
    noun: 'the route table of a transit gateway attachment',
    within: ['transit_gateway_attachment_id'],
  },
  aws_ec2_transit_gateway_route_table_propagation: {
    noun: 'a propagated transit gateway route',
    within: ['transit_gateway_attachment_id', 'transit_gateway_route_table_id'],
  },
  aws_ec2_transit_gateway_vpc_attachment: { noun: 'a transit gateway attachment', within: ['vpc_id', 'subnet_ids'] },
  aws_ec2_transit_gateway_vpc_attachment_accepter: {
    noun: 'a transit gateway attachment',
    within: ['vpc_id', 'subnet_ids'],
  },
  aws_internet_gateway: { noun: 'an internet gateway', within: ['vpc_id'] },
  aws_internet_gateway_attachment: { noun: 'an internet gateway attachment', within: ['vpc_id'] },
  aws_networkmanager_vpc_attachment: { noun: 'a Cloud WAN attachment', within: ['vpc_arn', 'subnet_arns'] },
  aws_vpc_peering_connection: { noun: 'a peering connection', within: ['vpc_id', 'peer_vpc_id'] },
  aws_vpc_peering_connection_accepter: { noun: 'a peering connection', within: ['vpc_id', 'peer_vpc_id'] },
  aws_vpn_connection: { noun: 'a VPN connection', within: ['vpn_gateway_id', 'transit_gateway_id'] },
  aws_vpn_connection_route: { noun: 'a VPN route', within: ['vpn_connection_id'] },
  aws_vpn_gateway: { noun: 'a VPN gateway', within: ['vpc_id'] },
  aws_vpn_gateway_attachment: { noun: 'a VPN gateway attachment', within: ['vpc_id'] },
};

/** What attaches a VPC to something that does not name the VPC, by the argument that names that. */
export const ATTACHMENTS: Readonly<Record<string, string>> = {
  aws_ec2_client_vpn_network_association: 'client_vpn_endpoint_id',
  aws_ec2_transit_gateway_route_table_association: 'transit_gateway_route_table_id',
  aws_ec2_transit_gateway_vpc_attachment: 'transit_gateway_id',
  aws_vpn_gateway_attachment: 'vpn_gateway_id',
};

/** What leads to a service of AWS from the inside of a VPC. */
export const ENDPOINT_TYPES: readonly string[] = ['aws_vpc_endpoint', 'aws_vpc_endpoint_private_dns'];

/** Everything between a broker and its clients. */
export const NETWORK_TYPES: readonly string[] = [
  'aws_mq_broker',
  'aws_subnet',
  'aws_default_subnet',
  'aws_vpc',
  'aws_default_vpc',
  'aws_vpc_dhcp_options_association',
  'aws_nat_gateway',
  ...new Set([INGRESS, EGRESS].flatMap(securityGroupTypes)),
  ...NETWORK_ACL_TYPES,
  ...ROUTE_TYPES,
  ...Object.keys(WAYS_IN),
  ...ENDPOINT_TYPES,
  ...PUBLIC_ACCESS_BLOCK_TYPES,
];
