import { type ITerraformDependable } from 'cdktf';

/** Where a broker stands: a VPC and one subnet for each of its instances. */
export interface IBrokerNetwork {
  /** Id of the VPC. */
  readonly vpcId: string;

  /** Ids of the subnets: one for a single instance, two of two zones for active/standby. */
  readonly subnetIds: string[];

  /** Zones of the subnets in their order, where they are known. */
  readonly availabilityZones?: string[];

  /** Whether the VPC has an internet gateway, as a public broker needs; absent where that is not known. */
  readonly internetFacing?: boolean;

  /** What has to be there before a broker is created: the gateway and the routes to it. */
  readonly dependencies?: ITerraformDependable[];
}

/** A network that exists. */
export interface BrokerNetworkAttributes {
  /** Id of the VPC. */
  readonly vpcId: string;

  /** Ids of the subnets: one for a single instance, two of two zones for active/standby. */
  readonly subnetIds: string[];

  /**
   * Zones of the subnets in their order. Where they are given, two subnets of one zone are found at synth; otherwise
   * Amazon MQ finds them at apply.
   *
   * @default - not known
   */
  readonly availabilityZones?: string[];

  /**
   * Whether the VPC has an internet gateway, as a public broker needs. Where it is given, a missing one is found at
   * synth; otherwise Amazon MQ finds it at apply.
   *
   * @default - not known
   */
  readonly internetFacing?: boolean;

  /**
   * What has to be there before a broker is created, such as the internet gateway and the routes to it where they are made
   * in the same stack.
   *
   * @default - nothing but what the ids refer to
   */
  readonly dependencies?: ITerraformDependable[];
}

/** Networks that exist already. */
export class BrokerNetwork {
  /** A VPC and subnets by their ids. The rules on their number and zones are the broker's. */
  static fromSubnetIds(attributes: BrokerNetworkAttributes): IBrokerNetwork {
    return { ...attributes };
  }

  private constructor() {}
}
