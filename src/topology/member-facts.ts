import { Construct } from 'constructs';
import { asText } from '../tokens/encoded';
import { factsOf, omitUnresolved } from '../tokens/known';
import { type Fact } from '../util/fact';
import { constructOf } from './construct-of';
import { type NetworkMember } from './network-member';

/** What the rules see of a member of a network of brokers. What only Terraform knows is absent. */
export interface MemberFacts {
  readonly id?: string;
  /** The broker, by its path in the app. */
  readonly broker: string;
  readonly exists: boolean;
  /** Path of another network that has the broker. */
  readonly otherNetwork?: string;
  readonly engineVersion?: string;
  readonly hasLdap: boolean;
  /** Names of the users that the app gives it. */
  readonly usernames: readonly (string | undefined)[];
  /** The configuration, by its path in the app; absent if the app does not make it. */
  readonly configuration?: string;
  /** Id of its VPC as the app writes it; absent if it is not known. */
  readonly vpc?: string;
  readonly cidr?: Fact<string>;
}

/** The facts of a member. */
export function memberFacts({ id, broker, cidr }: NetworkMember, otherNetwork: string | undefined): MemberFacts {
  const { _made: made } = broker;
  return {
    id,
    broker: constructOf(broker).node.path,
    exists: made === undefined,
    otherNetwork,
    engineVersion: omitUnresolved(asText(made?.settings.engineVersion.version)),
    hasLdap: made?.settings.ldap !== undefined,
    usernames: made?.settings.users.map(({ username }) => omitUnresolved(username)) ?? [],
    configuration: configurationPath(made?.configuration),
    vpc: made?.network.vpcId,
    cidr: factsOf(cidrOf({ id, broker, cidr })) as Fact<string>,
  };
}

/** The addresses of a member as other VPCs see them, if they are known. */
export function cidrOf({ broker, cidr }: NetworkMember): string | undefined {
  return cidr ?? broker._made?.network._madeVpc?.cidr;
}

function configurationPath(configuration: object | undefined): string | undefined {
  const isMade = configuration !== undefined && '_change' in configuration;
  return isMade && Construct.isConstruct(configuration) ? configuration.node.path : undefined;
}
