import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { Route } from '@cdktf/provider-aws/lib/route';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { DEFAULT_INSTANCE_TYPE, type InstanceType } from '../amazon-mq/instance-type';
import { StorageType } from '../amazon-mq/storage-type';
import { choice, flag, type Kinds, number, text, textMap, texts } from '../props/kinds';
import { ACKNOWLEDGE_KIND, decidesResources, INSTANCE_TYPE_KIND, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkChangesAtSynth, type WrittenFacts } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { namesakeAnywhere, registerName } from '../rules/namesake';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { attribute } from '../tokens/attribute';
import { combinedList, combinedMap } from '../tokens/combined';
import { asText } from '../tokens/encoded';
import { expression } from '../tokens/expression';
import { isUnknown, omitUnresolved } from '../tokens/known';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { moveFrom } from '../tokens/moved';
import { literal } from '../tokens/terraform-string';
import { writtenArguments } from '../tokens/written-arguments';
import { textMapOf, textOf } from '../util/arguments';
import { type IBrokerNetwork, type MadeVpc } from './broker-network';
import { OfferedZones } from './offered-zones';
import { serviceEndpoints } from './service-endpoints';
import { defaultSubnetPrefixLength, subnetCidr } from './subnet-cidr';
import { VPC_RULES, type VpcFacts } from './vpc-rules';

/** Props of a `BrokerVpc`. */
export interface BrokerVpcProps extends MetaArguments {
  /**
   * CIDR block of the VPC: an IPv4 network from /16 to /28.
   *
   * @default '10.0.0.0/24'
   */
  readonly cidr?: string;

  /**
   * Size of each subnet, as a prefix length from 16 to 28. An instance takes one address of its subnet, AWS five.
   *
   * @default - a quarter of the VPC, at least /28
   */
  readonly subnetPrefixLength?: number;

  /**
   * Number of subnets, each in another Availability Zone: two for active/standby brokers, one for single instances.
   *
   * @default ZoneCount.TWO
   */
  readonly zones?: ZoneCount;

  /**
   * Names of the Availability Zones of the subnets, one for each. If only Terraform knows the list, as of a data source,
   * the subnets take its first zones.
   *
   * @default - the first zones by name that are available and offer the instance type with the storage type. They are
   * chosen when the subnets are created and never change, because a moved subnet would replace the broker.
   */
  readonly availabilityZones?: string[];

  /**
   * Instance type that the Availability Zones must offer. Give the one of the broker.
   *
   * @default InstanceType.M5_LARGE
   */
  readonly instanceType?: InstanceType;

  /**
   * Storage type that the Availability Zones must offer. Give the one of the broker.
   *
   * @default StorageType.EFS
   */
  readonly storageType?: StorageType;

  /**
   * Whether the VPC gets an internet gateway and the subnets a default route to it, as a public broker needs.
   *
   * @default false
   */
  readonly internetFacing?: boolean;

  /**
   * Whether the VPC has interface endpoints for Lambda, Secrets Manager and STS: a `LambdaTrigger` of a private broker
   * needs them. Each costs money by the hour and zone.
   *
   * @default false
   */
  readonly lambdaEndpoints?: boolean;

  /**
   * Name of the VPC, as a tag. The names of its subnets begin with it.
   *
   * @default - the path of the construct
   */
  readonly name?: string;

  /**
   * Tags of all resources in it.
   *
   * @default - a name only
   */
  readonly tags?: Record<string, string>;

  /**
   * Rule violations you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

/** Number of Availability Zones of a network. */
export enum ZoneCount {
  /** One zone, for a single instance. */
  ONE = 1,
  /** Two zones, for an active/standby broker. */
  TWO = 2,
}

const KINDS: Kinds<BrokerVpcProps> = {
  ...META_KINDS,
  cidr: text,
  subnetPrefixLength: number,
  zones: decidesResources(number),
  availabilityZones: texts,
  instanceType: INSTANCE_TYPE_KIND,
  storageType: choice<StorageType>(),
  internetFacing: decidesResources(flag),
  lambdaEndpoints: decidesResources(flag),
  name: text,
  tags: textMap,
  acknowledge: ACKNOWLEDGE_KIND,
};

/**
 * A VPC for brokers, with one subnet in each Availability Zone. DNS is on, so that private endpoints resolve. The default
 * security group admits nothing. For public brokers it has an internet gateway and a route to it.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-creating-configuring-broker.html
 */
export class BrokerVpc extends Construct implements IBrokerNetwork {
  readonly vpcId: string;
  readonly subnetIds: string[];
  readonly availabilityZones?: string[];
  readonly internetFacing?: boolean;
  readonly dependencies?: ITerraformDependable[];
  readonly reachesServices?: boolean;
  readonly serviceEndpoints?: ITerraformDependable[];

  /** @internal */
  readonly _madeVpc: MadeVpc;

  /** The VPC as a Terraform resource. */
  readonly vpc: Vpc;

  /** The subnets as Terraform resources, in the order of their zones. */
  readonly subnets: Subnet[];

  /**
   * @throws RuleViolationError if a CIDR block is malformed or too small, or the zones do not fit
   */
  constructor(scope: Construct, id: string, props: BrokerVpcProps = {}) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { cidr = '10.0.0.0/24', internetFacing = false, name = this.node.path.replaceAll('/', '-') } = taken;
    const { zones = ZoneCount.TWO, availabilityZones, storageType = StorageType.EFS } = taken;
    const subnetPrefixLength = taken.subnetPrefixLength ?? defaultSubnetPrefixLength(cidr);
    const instanceType = asText((taken.instanceType ?? DEFAULT_INSTANCE_TYPE).name);
    const tagsOf = (part?: string) => combinedMap({ Name: part ? `${name}-${part}` : name, ...taken.tags });

    const facts = {
      engine: 'ActiveMQ',
      ...omitUnresolved({ cidr, subnetPrefixLength, availabilityZones, instanceType, storageType, tags: tagsOf() }),
      subnetCount: zones,
      namesake: namesakeAnywhere('VPC', omitUnresolved(cidr), this),
    } as const;
    checkRules(this, VPC_RULES, facts, taken.acknowledge);
    checkChangesAtSynth(this, VPC_RULES, facts, () => this.#written(availabilityZones), taken.acknowledge);
    registerName('VPC', omitUnresolved(cidr), { construct: this, provider: taken.provider });

    const meta = metaArguments(this, taken);
    const common = (part?: string) => ({ ...meta, tags: literal(tagsOf(part)) });
    this.vpc = new Vpc(this, 'Default', {
      ...common(),
      cidrBlock: literal(cidr),
      enableDnsSupport: true,
      enableDnsHostnames: true,
    });
    this.vpcId = attribute(this.vpc, 'id');
    new DefaultSecurityGroup(this, 'DefaultSecurityGroup', { ...common('default-closed'), vpcId: this.vpcId });
    const routeTableId = attribute(new RouteTable(this, 'RouteTable', { ...common(), vpcId: this.vpcId }), 'id');

    const chosen = availabilityZones
      ? { zones: namedZones(availabilityZones, zones), lifecycle: undefined }
      : new OfferedZones(this, 'Zones', { ...taken, ...literal({ count: zones, instanceType, storageType }) });
    this.subnets = Array.from(
      { length: zones },
      (_, index) =>
        new Subnet(this, `Subnet${index + 1}`, {
          ...common(`${index + 1}`),
          vpcId: this.vpcId,
          cidrBlock: subnetCidr(cidr, subnetPrefixLength, index),
          availabilityZone: chosen.zones[index],
          lifecycle: chosen.lifecycle,
        }),
    );
    this.subnetIds = this.subnets.map((subnet) => attribute(subnet, 'id'));
    const associations = this.subnetIds.map(
      (subnetId, index) =>
        new RouteTableAssociation(this, `RouteTableAssociation${index + 1}`, { ...meta, subnetId, routeTableId }),
    );

    this._madeVpc = { vpc: this, cidr, ...(availabilityZones ? {} : omitUnresolved({ instanceType, storageType })) };
    this.availabilityZones = availabilityZones;
    this.internetFacing = internetFacing;
    this.reachesServices = taken.lambdaEndpoints ?? false;
    this.serviceEndpoints = this.reachesServices
      ? serviceEndpoints(this, {
          ...taken,
          vpc: this.vpc,
          subnetIds: this.subnetIds,
          tags: literal(tagsOf('services')),
        })
      : [];
    this.dependencies = internetFacing
      ? [this.#routeToInternet(routeTableId, meta, literal(tagsOf())), ...associations]
      : associations;
  }

  /**
   * This network with its first subnet only: for a single instance in the VPC of an active/standby broker.
   *
   * @example
   * new SingleInstanceBroker(stack, 'dev', { brokerName: 'dev', network: vpc.inFirstZone() });
   */
  inFirstZone(): IBrokerNetwork {
    const { vpcId, availabilityZones, internetFacing, reachesServices, dependencies, _madeVpc } = this;
    return {
      vpcId,
      subnetIds: this.subnetIds.slice(0, 1),
      availabilityZones: isUnknown(availabilityZones) ? undefined : availabilityZones?.slice(0, 1),
      internetFacing,
      reachesServices,
      serviceEndpoints: this.serviceEndpoints,
      dependencies,
      _madeVpc,
    };
  }

  /**
   * Writes `moved` blocks for all its resources, so that Terraform moves them instead of replacing them.
   *
   * @param previous id of this construct before you renamed it, or its path below the stack: `shop/network`
   */
  moveFrom(previous: string): void {
    moveFrom(this, previous);
  }

  /** The facts that the VPC and its subnets hold. */
  #written(availabilityZones: string[] | undefined): WrittenFacts<VpcFacts> {
    const vpc = writtenArguments(this.vpc);
    const zonesOfSubnets = () =>
      this.subnets.map((subnet) => textOf(writtenArguments(subnet), 'availability_zone') ?? undefined);
    const cidr = textOf(vpc, 'cidr_block') ?? undefined;
    return {
      cidr,
      ...(cidr === this._madeVpc.cidr ? {} : { namesake: namesakeAnywhere('VPC', cidr, this) }),
      tags: textMapOf(vpc, 'tags'),
      ...(omitUnresolved(availabilityZones) ? { availabilityZones: zonesOfSubnets() } : {}),
    };
  }

  #routeToInternet(routeTableId: string, meta: MetaArguments, tags: Record<string, string>): Route {
    const gateway = new InternetGateway(this, 'InternetGateway', { ...meta, tags, vpcId: this.vpcId });
    return new Route(this, 'DefaultRoute', {
      ...meta,
      routeTableId,
      destinationCidrBlock: '0.0.0.0/0',
      gatewayId: gateway.id,
    });
  }
}

/** One zone for each subnet: the first ones of a list that only Terraform knows. */
function namedZones(zones: string[], count: number): string[] {
  if (!isUnknown(zones)) return literal(zones);
  const all = combinedList(zones);
  return Array.from({ length: count }, (_, index) => expression`${all}[${String(index)}]`);
}
