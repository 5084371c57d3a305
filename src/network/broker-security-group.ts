import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Construct } from 'constructs';
import { checkRules } from '../rules/check-rules';
import { GRANT_RULES } from '../rules/grant-rules';
import { known } from '../tokens/known';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { TAG_RULES } from '../rules/tag-rules';
import { type Peer } from './peer';
import { peerId } from './peer-id';
import { type Protocol } from './protocol';

/** A security group that decides who reaches a broker. */
export interface IBrokerSecurityGroup {
  /** Id of the group, `sg-…`. */
  readonly securityGroupId: string;

  /**
   * Lets a peer use protocols of the broker. A grant given twice is one rule.
   *
   * @throws RuleViolationError where no protocol is named or the peer is malformed
   */
  allowFrom(peer: Peer, ...protocols: Protocol[]): void;

  /**
   * Lets the broker connect to TCP ports of a peer: 61617 of another broker, 636 of an LDAP server.
   *
   * @throws RuleViolationError where no port is named or the peer is malformed
   */
  allowTo(peer: Peer, ...ports: number[]): void;
}

/** What a security group of brokers is made from. */
export interface BrokerSecurityGroupProps {
  /** The VPC it belongs to. */
  readonly vpcId: string;

  /**
   * Beginning of its name; AWS adds the rest, so that a group can be replaced before it is deleted.
   *
   * @default - a name made by Terraform
   */
  readonly namePrefix?: string;

  /**
   * What it is for, shown in the console. A later change replaces the group.
   *
   * @default 'Amazon MQ broker'
   */
  readonly description?: string;

  /**
   * Whether the brokers behind it are public. Then a warning tells of grants that admit the whole internet, and of
   * security groups as peers, which never match.
   *
   * @default false
   */
  readonly publiclyAccessible?: boolean;

  /**
   * Tags of the group and its rules.
   *
   * @default - no tags
   */
  readonly tags?: Record<string, string>;

  /**
   * Rules that are meant to be violated.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

/**
 * A security group for brokers: closed in both directions but for what is granted, one described rule a grant.
 *
 * The rules are resources of their own, named after what they allow: their order in the code means nothing.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html
 */
export class BrokerSecurityGroup extends Construct implements IBrokerSecurityGroup {
  /**
   * A security group that exists. Grants become rules of it, in the scope given here: an application's stack can so
   * open the way to a broker of another stack.
   */
  static fromSecurityGroupId(scope: Construct, id: string, securityGroupId: string): IBrokerSecurityGroup {
    return new ExistingSecurityGroup(scope, id, securityGroupId);
  }

  readonly securityGroupId: string;

  /** The Terraform resource, for what this construct does not offer. */
  readonly resource: SecurityGroup;

  readonly #grants: Grants;

  constructor(scope: Construct, id: string, props: BrokerSecurityGroupProps) {
    super(scope, id);
    checkRules(this, TAG_RULES, known({ tags: props.tags }), props.acknowledge);
    this.resource = new SecurityGroup(this, 'Default', {
      vpcId: props.vpcId,
      namePrefix: props.namePrefix,
      description: props.description ?? 'Amazon MQ broker',
      tags: props.tags,
      lifecycle: { createBeforeDestroy: true },
    });
    this.securityGroupId = this.resource.id;
    this.#grants = new Grants(this, this.securityGroupId, props);
  }

  allowFrom(peer: Peer, ...protocols: Protocol[]): void {
    this.#grants.allowFrom(peer, protocols);
  }

  allowTo(peer: Peer, ...ports: number[]): void {
    this.#grants.allowTo(peer, ports);
  }
}

class ExistingSecurityGroup extends Construct implements IBrokerSecurityGroup {
  readonly #grants: Grants;

  constructor(
    scope: Construct,
    id: string,
    readonly securityGroupId: string,
  ) {
    super(scope, id);
    this.#grants = new Grants(this, securityGroupId, {});
  }

  allowFrom(peer: Peer, ...protocols: Protocol[]): void {
    this.#grants.allowFrom(peer, protocols);
  }

  allowTo(peer: Peer, ...ports: number[]): void {
    this.#grants.allowTo(peer, ports);
  }
}

/** The rules of one security group, each a child of its construct with an id made from what the rule allows. */
class Grants {
  constructor(
    private readonly scope: Construct,
    private readonly securityGroupId: string,
    private readonly options: Pick<BrokerSecurityGroupProps, 'publiclyAccessible' | 'tags' | 'acknowledge'>,
  ) {}

  allowFrom(peer: Peer, protocols: Protocol[]): void {
    this.check(peer, protocols.length);
    for (const { id, displayName, port } of protocols) {
      this.once(`${id}-from-${peerId(this.scope, peer)}`, (ruleId) => {
        new VpcSecurityGroupIngressRule(this.scope, ruleId, {
          ...this.rule(peer, port),
          description: `${displayName} from ${peer._value}`,
        });
      });
    }
  }

  allowTo(peer: Peer, ports: number[]): void {
    this.check(peer, ports.length);
    for (const port of ports) {
      this.once(`${port}-to-${peerId(this.scope, peer)}`, (ruleId) => {
        new VpcSecurityGroupEgressRule(this.scope, ruleId, {
          ...this.rule(peer, port),
          description: `TCP ${port} to ${peer._value}`,
        });
      });
    }
  }

  private check(peer: Peer, protocols: number): void {
    const { publiclyAccessible, acknowledge } = this.options;
    const subject = { peer: { kind: peer._kind, value: known(peer._value) }, protocols, publiclyAccessible };
    checkRules(this.scope, GRANT_RULES, subject, acknowledge);
  }

  private once(ruleId: string, make: (ruleId: string) => void): void {
    if (this.scope.node.tryFindChild(ruleId) === undefined) make(ruleId);
  }

  private rule(peer: Peer, port: number) {
    const source = {
      ipv4: { cidrIpv4: peer._value },
      ipv6: { cidrIpv6: peer._value },
      'prefix-list': { prefixListId: peer._value },
      'security-group': { referencedSecurityGroupId: peer._value },
    }[peer._kind];
    return {
      securityGroupId: this.securityGroupId,
      ...source,
      ipProtocol: 'tcp',
      fromPort: port,
      toPort: port,
      tags: this.options.tags,
    };
  }
}
