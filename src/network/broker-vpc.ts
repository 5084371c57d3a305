import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { Route } from '@cdktf/provider-aws/lib/route';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { combinedList, combinedMap } from '../tokens/combined';
import { expression } from '../tokens/expression';
import { isUnknown, known } from '../tokens/known';
import { type IBrokerNetwork } from './broker-network';
import { OfferedZones } from './offered-zones';
import { defaultSubnetPrefixLength, subnetCidr } from './subnet-cidr';
import { VPC_RULES } from './vpc-rules';

/** What a VPC for brokers is made from. */
export interface BrokerVpcProps {
  /**
   * Range of the VPC: an IPv4 network of /16 to /28.
   *
   * @default '10.0.0.0/24'
   */
  readonly cidr?: string;

  /**
   * Size of each subnet as a prefix length of 16 to 28. An instance takes one address of its subnet, AWS five.
   *
   * @default - a quarter of the VPC, at least /28
   */
  readonly subnetPrefixLength?: number;

  /**
   * How many subnets are made: two for brokers in two zones, or one.
   *
   * @default 2
   */
  readonly zones?: ZoneCount;

  /**
   * Names of the zones of the subnets: one for each. Of a list that only Terraform knows, such as one of a data source,
   * the first are taken.
   *
   * @default - the first zones by name that are available and offer the instance type with the storage type. They are
   * chosen when the subnets are created and stay, whatever AWS offers later: a moved subnet would replace the broker.
   */
  readonly availabilityZones?: string[];

  /**
   * Instance type that the zones must offer.
   *
   * @default 'mq.m5.large'
   */
  readonly instanceType?: string;

  /**
   * Storage type that the zones must offer: `EFS` or `EBS`.
   *
   * @default 'EFS'
   */
  readonly storageType?: string;

  /**
   * Whether the VPC has an internet gateway and the subnets a default route to it, as a public broker needs.
   *
   * @default false
   */
  readonly internetFacing?: boolean;

  /**
   * Name of the VPC and beginning of the names of what is in it, as a tag.
   *
   * @default - the path of the construct
   */
  readonly name?: string;

  /**
   * Tags of everything in it.
   *
   * @default - a name only
   */
  readonly tags?: Record<string, string>;

  /**
   * Rules that are meant to be violated.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

/** How many zones a network spans. */
export enum ZoneCount {
  /** One zone: a single instance. */
  ONE = 1,
  /** Two zones: an active/standby broker. */
  TWO = 2,
}

/**
 * A VPC for brokers: DNS on, so that their private endpoints resolve; one subnet a zone; a default security group that
 * lets nothing through; for public brokers an internet gateway and the route to it.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-creating-configuring-broker.html
 */
export class BrokerVpc extends Construct implements IBrokerNetwork {
  readonly vpcId: string;
  readonly subnetIds: string[];
  readonly availabilityZones?: string[];
  readonly internetFacing?: boolean;
  readonly dependencies?: ITerraformDependable[];

  /** The VPC as Terraform resource. */
  readonly vpc: Vpc;

  /** The subnets as Terraform resources, in the order of their zones. */
  readonly subnets: Subnet[];

  /**
   * @throws RuleViolationError where a range is malformed or too small, or zones do not fit
   */
  constructor(scope: Construct, id: string, props: BrokerVpcProps = {}) {
    super(scope, id);
    const { cidr = '10.0.0.0/24', internetFacing = false, name = this.node.path.replaceAll('/', '-') } = props;
    const zones = props.zones ?? ZoneCount.TWO;
    const subnetPrefixLength = props.subnetPrefixLength ?? defaultSubnetPrefixLength(cidr);
    const { availabilityZones, instanceType = 'mq.m5.large', storageType = 'EFS' } = props;
    const tagsOf = (part?: string) => combinedMap({ Name: part ? `${name}-${part}` : name, ...props.tags });

    checkRules(
      this,
      VPC_RULES,
      {
        ...known({ cidr, subnetPrefixLength, availabilityZones, instanceType, storageType, tags: tagsOf() }),
        ownName: props.tags?.Name !== undefined,
        subnetCount: zones,
      },
      props.acknowledge,
    );

    this.vpc = new Vpc(this, 'Default', {
      cidrBlock: cidr,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: tagsOf(),
    });
    this.vpcId = this.vpc.id;
    new DefaultSecurityGroup(this, 'DefaultSecurityGroup', { vpcId: this.vpcId, tags: tagsOf('default-closed') });
    const routes = new RouteTable(this, 'RouteTable', { vpcId: this.vpcId, tags: tagsOf() });

    const chosen = availabilityZones
      ? { zones: namedZones(availabilityZones, zones), lifecycle: undefined }
      : new OfferedZones(this, 'Zones', { count: zones, instanceType, storageType });
    this.subnets = Array.from(
      { length: zones },
      (_, index) =>
        new Subnet(this, `Subnet${index + 1}`, {
          vpcId: this.vpcId,
          cidrBlock: subnetCidr(cidr, subnetPrefixLength, index),
          availabilityZone: chosen.zones[index],
          lifecycle: chosen.lifecycle,
          tags: tagsOf(`${index + 1}`),
        }),
    );
    this.subnetIds = this.subnets.map(({ id }) => id);
    const routeTableId = routes.id;
    const associations = this.subnetIds.map(
      (subnetId, index) =>
        new RouteTableAssociation(this, `RouteTableAssociation${index + 1}`, { subnetId, routeTableId }),
    );

    this.availabilityZones = availabilityZones;
    this.internetFacing = internetFacing;
    this.dependencies = internetFacing
      ? [this.#routeToInternet(routeTableId, tagsOf()), ...associations]
      : associations;
  }

  #routeToInternet(routeTableId: string, tags: Record<string, string>): Route {
    const gateway = new InternetGateway(this, 'InternetGateway', { vpcId: this.vpcId, tags });
    return new Route(this, 'DefaultRoute', {
      routeTableId,
      destinationCidrBlock: '0.0.0.0/0',
      gatewayId: gateway.id,
    });
  }
}

/** One zone for each subnet; of a list that only Terraform knows the first. */
function namedZones(zones: string[], count: number): string[] {
  if (!isUnknown(zones)) return zones;
  const list = combinedList(zones);
  return Array.from({ length: count }, (_, index) => expression`${list}[${String(index)}]`);
}
