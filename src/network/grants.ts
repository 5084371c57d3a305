import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { type Construct } from 'constructs';
import { type Protocol } from '../amazon-mq/protocol';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { known } from '../tokens/known';
import { stableId } from '../tokens/stable-id';
import { usualCidr } from '../util/cidr';
import { GRANT_RULES, type GrantFacts } from './grant-rules';
import { type Peer } from './peer';
import { peerId } from './peer-id';

/** What is known of the brokers behind a group, and how their rules are tagged. */
interface GrantOptions {
  readonly publiclyAccessible?: boolean;
  readonly acknowledge?: RuleAcknowledgement[];
  readonly tags?: Record<string, string>;
}

/** What a security group of brokers does, whoever made it. */
export interface Granting {
  allowFrom(peer: Peer, ...protocols: Protocol[]): void;
  allowTo(peer: Peer, ...ports: number[]): void;
}

/**
 * The grants of a group as a broker makes them. The group may not know that the broker is public, nor what is
 * acknowledged for it.
 */
export function grantsOf(group: Granting & { readonly _grants?: Grants }, broker: GrantOptions): Granting {
  return group._grants?.of(broker) ?? group;
}

/** The rules of one security group, each a child of its construct with an id made from what the rule allows. */
export class Grants implements Granting {
  readonly #scope: Construct;
  readonly #securityGroupId: string;
  readonly #options: GrantOptions;

  constructor(scope: Construct, securityGroupId: string, options: GrantOptions) {
    this.#scope = scope;
    this.#securityGroupId = securityGroupId;
    this.#options = options;
  }

  of({ publiclyAccessible, acknowledge = [] }: GrantOptions): Grants {
    return new Grants(this.#scope, this.#securityGroupId, {
      ...this.#options,
      publiclyAccessible: publiclyAccessible || this.#options.publiclyAccessible,
      acknowledge: [...acknowledge, ...(this.#options.acknowledge ?? [])],
    });
  }

  allowFrom(peer: Peer, ...protocols: Protocol[]): void {
    this.#check(peer, { protocols: protocols.length });
    for (const { id, displayName, port } of protocols) {
      this.#once(`${id}-from-${peerId(this.#scope, peer)}`, (ruleId) => {
        new VpcSecurityGroupIngressRule(this.#scope, ruleId, {
          ...this.#rule(peer, port),
          description: `${displayName} from ${usualCidr(peer._value)}`,
        });
      });
    }
  }

  allowTo(peer: Peer, ...ports: number[]): void {
    this.#check(peer, { protocols: ports.length, ports: ports.map(known) });
    for (const port of ports) {
      this.#once(`${stableId(this.#scope, port)}-to-${peerId(this.#scope, peer)}`, (ruleId) => {
        new VpcSecurityGroupEgressRule(this.#scope, ruleId, {
          ...this.#rule(peer, port),
          description: `TCP ${port} to ${usualCidr(peer._value)}`,
        });
      });
    }
  }

  #check(peer: Peer, asked: Pick<GrantFacts, 'protocols' | 'ports'>): void {
    const { publiclyAccessible, acknowledge } = this.#options;
    const facts = { ...asked, peer: { kind: peer._kind, value: known(peer._value) }, publiclyAccessible };
    checkRules(this.#scope, GRANT_RULES, facts, acknowledge);
  }

  #once(ruleId: string, make: (ruleId: string) => void): void {
    if (this.#scope.node.tryFindChild(ruleId) === undefined) make(ruleId);
  }

  #rule(peer: Peer, port: number) {
    const source = {
      ipv4: { cidrIpv4: usualCidr(peer._value) },
      ipv6: { cidrIpv6: usualCidr(peer._value) },
      'prefix-list': { prefixListId: peer._value },
      'security-group': { referencedSecurityGroupId: peer._value },
    }[peer._kind];
    return {
      securityGroupId: this.#securityGroupId,
      ...source,
      ipProtocol: 'tcp',
      fromPort: port,
      toPort: port,
      tags: this.#options.tags,
    };
  }
}
