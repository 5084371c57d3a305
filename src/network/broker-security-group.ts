import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { Construct } from 'constructs';
import { type Protocol } from '../amazon-mq/protocol';
import { TAG_RULES } from '../amazon-mq/tag-rules';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { known } from '../tokens/known';
import { Grants } from './grants';
import { type Peer } from './peer';
import { SECURITY_GROUP_RULES } from './security-group-rules';

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
   * @throws RuleViolationError where no port is named, one is not a whole number of 1 to 65535, or the peer is malformed
   */
  allowTo(peer: Peer, ...ports: number[]): void;
}

/** What is known of the brokers behind a security group that exists. */
export interface ExistingSecurityGroupOptions {
  /**
   * Whether the brokers behind it are public. Then a warning tells of grants that admit the whole internet, and of
   * security groups as peers, which never match. A public broker tells its group itself.
   *
   * @default false
   */
  readonly publiclyAccessible?: boolean;

  /**
   * Rules that are meant to be violated.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
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
   *
   * @throws RuleViolationError where the id is malformed
   */
  static fromSecurityGroupId(
    scope: Construct,
    id: string,
    securityGroupId: string,
    options: ExistingSecurityGroupOptions = {},
  ): IBrokerSecurityGroup {
    return new ExistingSecurityGroup(scope, id, securityGroupId, options);
  }

  readonly securityGroupId: string;

  /** The Terraform resource, for what this construct does not offer. */
  readonly resource: SecurityGroup;

  /** @internal */
  readonly _grants: Grants;

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
    this._grants = new Grants(this, this.securityGroupId, props);
  }

  allowFrom(peer: Peer, ...protocols: Protocol[]): void {
    this._grants.allowFrom(peer, ...protocols);
  }

  allowTo(peer: Peer, ...ports: number[]): void {
    this._grants.allowTo(peer, ...ports);
  }
}

class ExistingSecurityGroup extends Construct implements IBrokerSecurityGroup {
  readonly _grants: Grants;

  constructor(
    scope: Construct,
    id: string,
    readonly securityGroupId: string,
    options: ExistingSecurityGroupOptions,
  ) {
    super(scope, id);
    checkRules(this, SECURITY_GROUP_RULES, known({ securityGroupIds: { securityGroupId } }), options.acknowledge);
    this._grants = new Grants(this, securityGroupId, options);
  }

  allowFrom(peer: Peer, ...protocols: Protocol[]): void {
    this._grants.allowFrom(peer, ...protocols);
  }

  allowTo(peer: Peer, ...ports: number[]): void {
    this._grants.allowTo(peer, ...ports);
  }
}
