import { type ITerraformDependable } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { flag, type Kinds, list, object, required, text, texts } from '../props/kinds';
import { takeProps } from '../props/take-props';
import { checkRules } from '../rules/check-rules';
import { omitUnresolved } from '../tokens/known';
import { VPC_ID_FORM } from './vpc-id-form';

/** The VPC and subnets of a broker. */
export interface IBrokerNetwork {
  /** Id of the VPC, `vpc-…`. */
  readonly vpcId: string;

  /** Ids of the subnets: one for a single instance, two in different Availability Zones for active/standby. */
  readonly subnetIds: string[];

  /** Availability Zones of the subnets, in their order, if known. */
  readonly availabilityZones?: string[];

  /** Whether the VPC has an internet gateway, as a public broker needs, if known. */
  readonly internetFacing?: boolean;

  /** Whether the subnets reach Lambda, Secrets Manager and STS, as a Lambda trigger needs, if known. */
  readonly reachesServices?: boolean;

  /** The endpoints by which the subnets reach these services. */
  readonly serviceEndpoints?: ITerraformDependable[];

  /** What has to exist before a broker is created: the internet gateway and the routes to it. */
  readonly dependencies?: ITerraformDependable[];

  /** @internal */
  readonly _madeVpc?: MadeVpc;
}

/** The VPC of a network that the app makes, its addresses, and what its Availability Zones were chosen for unless they were named. */
export interface MadeVpc {
  readonly vpc: IConstruct;
  readonly cidr: string;
  readonly instanceType?: string;
  readonly storageType?: string;
}

/** A network that exists. */
export interface BrokerNetworkAttributes {
  /** Id of the VPC, `vpc-…`. */
  readonly vpcId: string;

  /** Ids of the subnets: one for a single instance, two in different Availability Zones for active/standby. */
  readonly subnetIds: string[];

  /**
   * Availability Zones of the subnets, in their order. If given, two subnets in one zone are found at synth instead of at
   * apply.
   *
   * @default - not known
   */
  readonly availabilityZones?: string[];

  /**
   * Whether the VPC has an internet gateway, as a public broker needs. If given, a missing gateway is found at synth
   * instead of at apply.
   *
   * @default - not known
   */
  readonly internetFacing?: boolean;

  /**
   * Whether the subnets reach Lambda, Secrets Manager and STS, by a NAT gateway or by interface endpoints, as a
   * `LambdaTrigger` needs. If given, a network without a way is found at synth.
   *
   * @default - not known
   */
  readonly reachesServices?: boolean;

  /**
   * What has to exist before a broker is created, such as the internet gateway and the routes to it if the same stack
   * makes them.
   *
   * @default - only what the ids refer to
   */
  readonly dependencies?: ITerraformDependable[];
}

const KINDS: Kinds<BrokerNetworkAttributes> = {
  vpcId: required(text, 'give the id of the VPC'),
  subnetIds: required(texts, 'give the ids of the subnets'),
  availabilityZones: texts,
  internetFacing: flag,
  reachesServices: flag,
  dependencies: list(
    object<ITerraformDependable>('a Terraform resource', ['fqn'], 'give the resource itself, as in [gateway, route]'),
  ),
};

/**
 * Networks that exist: how to use a VPC and subnets that this app does not make.
 *
 * @example
 * BrokerNetwork.fromSubnetIds(stack, 'network', { vpcId: 'vpc-0a1b2c3d', subnetIds: ['subnet-0a1b2c3d'] });
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-creating-configuring-broker.html
 */
export class BrokerNetwork {
  /**
   * A VPC and subnets that exist, by their ids. The broker checks the number of subnets and their Availability Zones.
   *
   * @throws RuleViolationError if an attribute has another type, or the id of the VPC is malformed
   */
  static fromSubnetIds(scope: Construct, id: string, attributes: BrokerNetworkAttributes): IBrokerNetwork {
    return new ExistingNetwork(scope, id, attributes);
  }

  private constructor() {}
}

class ExistingNetwork extends Construct implements IBrokerNetwork {
  readonly vpcId: string;
  readonly subnetIds: string[];
  readonly availabilityZones?: string[];
  readonly internetFacing?: boolean;
  readonly reachesServices?: boolean;
  readonly dependencies?: ITerraformDependable[];

  constructor(scope: Construct, id: string, attributes: BrokerNetworkAttributes) {
    super(scope, id);
    const taken = takeProps(this, KINDS, attributes);
    checkRules(this, [VPC_ID_FORM], omitUnresolved({ vpcId: taken.vpcId }));
    this.vpcId = taken.vpcId;
    this.subnetIds = taken.subnetIds;
    this.availabilityZones = taken.availabilityZones;
    this.internetFacing = taken.internetFacing;
    this.reachesServices = taken.reachesServices;
    this.dependencies = taken.dependencies;
  }
}
