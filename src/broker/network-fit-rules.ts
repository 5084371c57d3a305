import { type BrokerFacts } from '../amazon-mq/broker-facts';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What the rules see of a broker and of a VPC that the app makes for it. */
export interface NetworkFitFacts extends Pick<BrokerFacts, 'instanceType' | 'storageType' | 'securityGroupIds'> {
  /** Absent where the VPC exists already. */
  readonly newVpc?: {
    /** Whether the VPC is made by the apply that makes the broker. */
    readonly isInSameApply: boolean;
    /** What its Availability Zones were chosen for; absent where they were named. */
    readonly instanceType?: string;
    readonly storageType?: string;
  };
}

export const NETWORK_FIT_RULES: readonly Rule<NetworkFitFacts>[] = [
  {
    code: 'security-group-vpc',
    severity: 'error',
    reason:
      'a security group belongs to one VPC, and one that exists already cannot be in a VPC that is made with the broker',
    source: SOURCES.securityGroupRules,
    check: ({ securityGroupIds, newVpc }) =>
      newVpc?.isInSameApply
        ? (securityGroupIds ?? []).flatMap((id, index) =>
            typeof id === 'string'
              ? [
                  {
                    property: `securityGroupIds[${index}]`,
                    problem: 'is a security group of another VPC than the one that is made for the broker',
                    got: id,
                    allowed: 'a group that this app makes in the VPC of the broker',
                    remedy:
                      'give the VPC of the group as network (BrokerNetwork.fromSubnetIds), or make the group in the new VPC (BrokerSecurityGroup)',
                  },
                ]
              : [],
          )
        : [],
  },
  {
    code: 'vpc-offer',
    severity: 'error',
    reason:
      'a BrokerVpc takes the Availability Zones that offer one instance type with one storage type: Amazon MQ may reject another one there',
    source: SOURCES.instanceTypes,
    check: ({ newVpc, ...broker }) =>
      (['instanceType', 'storageType'] as const).flatMap((fact) => {
        const [chosen, needed] = [newVpc?.[fact], broker[fact]];
        if (chosen === undefined || needed === undefined || needed === null || chosen === needed) return [];
        return [
          {
            property: `network.${fact}`,
            problem: 'is not that of the broker',
            got: chosen,
            allowed: needed,
            remedy: `create the BrokerVpc with the ${fact} of the broker, or name its availabilityZones`,
          },
        ];
      }),
  },
];
