import { defaultVpc } from '../default-vpc';
import { type ResourceType, type Scope, stored } from '../resource';
import { holdsUnknown, text } from '../value';

const NEW = { forceNew: true } as const;
const ANSWER = { computed: true } as const;
const NEW_OR_ANSWER = { forceNew: true, computed: true } as const;

/** The rules of a group that stand in its own blocks, declared as attributes by the provider. */
const GROUP_RULES = { asAttribute: true, computed: true } as const;

const vpc = stored({
  bindings: 'vpc',
  kind: 'vpc',
  id: 'vpc-',
  table: {
    assign_generated_ipv6_cidr_block: { default: false },
    cidr_block: NEW_OR_ANSWER,
    enable_dns_hostnames: ANSWER,
    enable_dns_support: { default: true },
    enable_network_address_usage_metrics: ANSWER,
    instance_tenancy: { default: 'default' },
    ipv6_cidr_block: ANSWER,
    ipv6_cidr_block_network_border_group: ANSWER,
  },
  answers: (values, { account, region }) => ({
    arn: account.arn('ec2', region, `vpc/${text(values.id)}`),
    default_network_acl_id: `acl-of-${text(values.id)}`,
    default_route_table_id: `rtb-of-${text(values.id)}`,
    default_security_group_id: `sg-of-${text(values.id)}`,
    dhcp_options_id: 'dopt-00000000000000001',
    enable_dns_hostnames: values.enable_dns_hostnames === true,
    enable_network_address_usage_metrics: values.enable_network_address_usage_metrics === true,
    ipv6_association_id: '',
    ipv6_cidr_block: '',
    ipv6_cidr_block_network_border_group: '',
    ipv6_netmask_length: 0,
    main_route_table_id: `rtb-of-${text(values.id)}`,
    owner_id: account.accountId,
  }),
  created: ({ id, default_security_group_id }, { account }) =>
    account
      .objects('security-group')
      .set(text(default_security_group_id), { id: default_security_group_id, vpc_id: id, name: 'default' }),
});

const subnet = stored({
  bindings: 'subnet',
  kind: 'subnet',
  id: 'subnet-',
  table: {
    assign_ipv6_address_on_creation: { default: false },
    availability_zone: NEW_OR_ANSWER,
    availability_zone_id: NEW_OR_ANSWER,
    cidr_block: NEW,
    enable_dns64: { default: false },
    enable_resource_name_dns_a_record_on_launch: { default: false },
    enable_resource_name_dns_aaaa_record_on_launch: { default: false },
    ipv6_native: { forceNew: true, default: false },
    map_public_ip_on_launch: { default: false },
    private_dns_hostname_type_on_launch: ANSWER,
    vpc_id: NEW,
  },
  answers(values, scope) {
    const zone = text(values.availability_zone) || zones(scope)[0];
    return {
      arn: scope.account.arn('ec2', scope.region, `subnet/${text(values.id)}`),
      availability_zone: zone,
      availability_zone_id: zoneId(zone, scope),
      enable_lni_at_device_index: 0,
      ipv6_cidr_block_association_id: '',
      map_customer_owned_ip_on_launch: false,
      owner_id: scope.account.accountId,
      private_dns_hostname_type_on_launch: text(values.private_dns_hostname_type_on_launch) || 'ip-name',
    };
  },
});

const internetGateway = stored({
  bindings: 'internet-gateway',
  kind: 'internet-gateway',
  id: 'igw-',
  table: { vpc_id: ANSWER },
  answers: ({ id }, { account, region }) => ({
    arn: account.arn('ec2', region, `internet-gateway/${text(id)}`),
    owner_id: account.accountId,
  }),
});

const routeTable = stored({
  bindings: 'route-table',
  kind: 'route-table',
  id: 'rtb-',
  table: { propagating_vgws: ANSWER, route: GROUP_RULES, vpc_id: NEW },
  answers: (values, { account, region }) => ({
    arn: account.arn('ec2', region, `route-table/${text(values.id)}`),
    owner_id: account.accountId,
    propagating_vgws: [],
    route: holdsUnknown(values.route) ? [] : values.route,
  }),
});

const route = stored({
  bindings: 'route',
  kind: 'route',
  id: ({ route_table_id, destination_cidr_block, destination_ipv6_cidr_block }) =>
    `r-${text(route_table_id)}-${text(destination_cidr_block)}${text(destination_ipv6_cidr_block)}`,
  table: {
    destination_cidr_block: NEW,
    destination_ipv6_cidr_block: NEW,
    destination_prefix_list_id: NEW,
    instance_id: ANSWER,
    network_interface_id: ANSWER,
    route_table_id: NEW,
  },
  answers: () => ({
    instance_id: '',
    instance_owner_id: '',
    network_interface_id: '',
    origin: 'CreateRoute',
    state: 'active',
  }),
});

const routeTableAssociation = stored({
  bindings: 'route-table-association',
  kind: 'route-table-association',
  id: 'rtbassoc-',
  table: { gateway_id: NEW, subnet_id: NEW },
});

const securityGroup = stored({
  bindings: 'security-group',
  kind: 'security-group',
  id: 'sg-',
  table: {
    description: { forceNew: true, default: 'Managed by Terraform' },
    egress: GROUP_RULES,
    ingress: GROUP_RULES,
    name: NEW_OR_ANSWER,
    name_prefix: NEW_OR_ANSWER,
    revoke_rules_on_delete: { default: false },
    vpc_id: NEW_OR_ANSWER,
  },
  answers: (values, scope) => ({
    arn: scope.account.arn('ec2', scope.region, `security-group/${text(values.id)}`),
    egress: holdsUnknown(values.egress) ? [] : values.egress,
    ingress: holdsUnknown(values.ingress) ? [] : values.ingress,
    name: text(values.name) || `${text(values.name_prefix) || 'terraform-'}${text(values.id).replace('sg-', '')}`,
    name_prefix: text(values.name_prefix),
    owner_id: scope.account.accountId,
    vpc_id: text(values.vpc_id) || text(defaultVpc(scope).id),
  }),
});

/** Terraform takes over the group that came with the VPC, empties it, and leaves it behind. */
const defaultSecurityGroup: ResourceType = {
  ...stored({
    bindings: 'default-security-group',
    kind: 'default-security-group',
    id: ({ vpc_id }, { account }) => text(account.objects('vpc').get(text(vpc_id))?.default_security_group_id),
    table: {
      egress: { asAttribute: true },
      ingress: { asAttribute: true },
      revoke_rules_on_delete: { default: false },
      vpc_id: NEW_OR_ANSWER,
    },
    answers: ({ id }, { account, region }) => ({
      arn: account.arn('ec2', region, `security-group/${text(id)}`),
      description: 'default VPC security group',
      name: 'default',
      name_prefix: '',
      owner_id: account.accountId,
    }),
  }),
  delete() {},
};

function securityGroupRule(direction: 'ingress' | 'egress'): ResourceType {
  return stored({
    bindings: `vpc-security-group-${direction}-rule`,
    kind: `security-group-${direction}-rule`,
    id: 'sgr-',
    table: { security_group_id: NEW },
    answers: ({ id }, { account, region }) => ({
      arn: account.arn('ec2', region, `security-group-rule/${text(id)}`),
      security_group_rule_id: id,
    }),
  });
}

export const NETWORK_RESOURCES: Readonly<Record<string, ResourceType>> = {
  aws_default_security_group: defaultSecurityGroup,
  aws_internet_gateway: internetGateway,
  aws_route: route,
  aws_route_table: routeTable,
  aws_route_table_association: routeTableAssociation,
  aws_security_group: securityGroup,
  aws_subnet: subnet,
  aws_vpc: vpc,
  aws_vpc_security_group_egress_rule: securityGroupRule('egress'),
  aws_vpc_security_group_ingress_rule: securityGroupRule('ingress'),
};

/** The zones of the region, in order. */
export function zones({ account, region }: Scope): string[] {
  return account.options.zoneLetters.map((letter) => region + letter);
}

/** Those of them in which Amazon MQ offers its instance types. */
export function zonesWithBrokers(scope: Scope): string[] {
  const { zonesWithoutBrokers } = scope.account.options;
  return zones(scope).filter((zone) => !zonesWithoutBrokers.includes(zone.slice(scope.region.length)));
}

/** A zone's id is the same in every account, where its name is not. */
export function zoneId(zone: string, { account, region }: Scope): string {
  const [continent, direction, number] = region.split('-');
  return `${continent}${direction[0]}${number}-az${account.options.zoneLetters.indexOf(zone.slice(region.length)) + 1}`;
}
