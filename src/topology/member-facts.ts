import { Construct } from 'constructs';
import { asText } from '../tokens/encoded';
import { factsOf, known } from '../tokens/known';
import { type Fact } from '../util/fact';
import { constructOf } from './construct-of';
import { type NetworkMember } from './network-member';
import { type MemberFacts } from './network-rules';

/** What the rules see of a member. */
export function memberFacts({ id, broker, cidr }: NetworkMember, otherNetwork: string | undefined): MemberFacts {
  const { _made: made } = broker;
  return {
    id,
    broker: constructOf(broker).node.path,
    exists: made === undefined,
    otherNetwork,
    engineVersion: known(asText(made?.settings.engineVersion.version)),
    hasLdap: made?.settings.ldap !== undefined,
    usernames: made?.settings.users.map(({ username }) => known(username)) ?? [],
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
