import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { Construct } from 'constructs';
import { type Protocol } from '../amazon-mq/protocol';
import { SECURITY_GROUP_ID_FORM } from '../amazon-mq/rejections/network';
import { TAG_REJECTIONS, type Tagged } from '../amazon-mq/rejections/tags';
import { flag, type Kinds, object, required, text, textMap } from '../props/kinds';
import { ACKNOWLEDGE_KIND, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkChangesAtSynth, type WrittenFacts } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { type Rule } from '../rules/rule';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { attribute } from '../tokens/attribute';
import { asText } from '../tokens/encoded';
import { factsOf, omitUnresolved } from '../tokens/known';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { moveFrom } from '../tokens/moved';
import { literal } from '../tokens/terraform-string';
import { writtenArguments } from '../tokens/written-arguments';
import { textMapOf, textOf } from '../util/arguments';
import { Grants } from './grants';
import { type Peer } from './peer';
import { type InVpc, VPC_ID_FORM } from './vpc-id-form';

/** A security group that decides who reaches a broker. */
export interface IBrokerSecurityGroup {
  /** Id of the group, `sg-…`. */
  readonly securityGroupId: string;

  /**
   * Allows a peer to use protocols of the broker: one ingress rule for each protocol. The same grant twice is one rule.
   *
   * @throws RuleViolationError if no protocol is named or the peer is malformed
   */
  allowFrom(peer: Peer, ...protocols: Protocol[]): void;

  /**
   * Allows the broker to connect to TCP ports of a peer: 61617 of another broker, 636 of an LDAP server. One egress rule
   * for each port.
   *
   * @throws RuleViolationError if no port is named, one is not a whole number from 1 to 65535, or the peer is malformed
   */
  allowTo(peer: Peer, ...ports: number[]): void;

  /** @internal */
  readonly _grants?: Grants;
}

/** What you know of the brokers behind a security group that exists. */
export interface ExistingSecurityGroupOptions extends MetaArguments {
  /**
   * Whether the brokers behind it are public. Then grants to the whole internet get a warning, and so do security groups
   * as peers, which never match. A public broker of this app sets it for its group.
   *
   * @default false
   */
  readonly publiclyAccessible?: boolean;

  /**
   * Rule violations you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

/** Props of a `BrokerSecurityGroup`. */
export interface BrokerSecurityGroupProps extends MetaArguments {
  /** Id of the VPC it belongs to, `vpc-…`. */
  readonly vpcId: string;

  /**
   * Beginning of its name. AWS adds the rest, so that a group can be replaced before it is deleted.
   *
   * @default - a name that Terraform makes
   */
  readonly namePrefix?: string;

  /**
   * What the group is for, as the console shows it. A later change replaces the group.
   *
   * @default 'Amazon MQ broker'
   */
  readonly description?: string;

  /**
   * Whether the brokers behind it are public. Then grants to the whole internet get a warning, and so do security groups
   * as peers, which never match. A public broker of this app sets it for its group.
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
   * Rule violations you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

export const SECURITY_GROUP_KIND = object<IBrokerSecurityGroup>(
  'a security group of brokers',
  ['securityGroupId', 'allowFrom', 'allowTo'],
  'write BrokerSecurityGroup.fromSecurityGroupId(scope, id, "sg-…") for one that exists',
);

const EXISTING_KINDS: Kinds<ExistingSecurityGroupOptions> = {
  ...META_KINDS,
  publiclyAccessible: flag,
  acknowledge: ACKNOWLEDGE_KIND,
};

const KINDS: Kinds<BrokerSecurityGroupProps> = {
  ...EXISTING_KINDS,
  vpcId: required(text, 'give the id of the VPC'),
  namePrefix: text,
  description: text,
  tags: textMap,
};

const SECURITY_GROUP_RULES: readonly Rule<Tagged & InVpc>[] = [VPC_ID_FORM, ...TAG_REJECTIONS];

/**
 * A security group that allows no inbound traffic until you call `allowFrom`, and no outbound traffic until you call
 * `allowTo`. Each call adds rules with a description.
 *
 * The rules are resources of their own, named after what they allow, so their order in the code does not matter.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html
 */
export class BrokerSecurityGroup extends Construct implements IBrokerSecurityGroup {
  /**
   * A security group that exists. Grants add rules to it in the scope given here: the stack of an application can grant
   * its own members access to the broker of another stack.
   *
   * @throws RuleViolationError if the id is malformed
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

  /** The Terraform resource, for arguments that this construct does not offer. */
  readonly resource: SecurityGroup;

  /** @internal */
  readonly _grants: Grants;

  /**
   * @throws RuleViolationError if a tag or the id of the VPC is malformed
   */
  constructor(scope: Construct, id: string, props: BrokerSecurityGroupProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const facts = omitUnresolved({ tags: taken.tags, vpcId: taken.vpcId });
    checkRules(this, SECURITY_GROUP_RULES, facts, taken.acknowledge);
    checkChangesAtSynth(this, SECURITY_GROUP_RULES, facts, () => this.#written(), taken.acknowledge);
    const { vpcId, namePrefix, description = 'Amazon MQ broker', tags } = literal(taken);
    this.resource = new SecurityGroup(this, 'Default', {
      ...metaArguments(this, taken),
      vpcId,
      namePrefix,
      description,
      tags,
      lifecycle: { createBeforeDestroy: true },
    });
    this.securityGroupId = attribute(this.resource, 'id');
    this._grants = new Grants(this, this.securityGroupId, { ...taken, isComplete: true });
  }

  allowFrom(peer: Peer, ...protocols: Protocol[]): void {
    this._grants.allowFrom(peer, protocols);
  }

  allowTo(peer: Peer, ...ports: number[]): void {
    this._grants.allowTo(peer, ports);
  }

  /**
   * Writes `moved` blocks for the group and its rules, so that Terraform moves them instead of replacing them.
   *
   * @param previous id of this construct before you renamed it, or its path below the stack: `network/group`
   */
  moveFrom(previous: string): void {
    moveFrom(this, previous);
  }

  #written(): WrittenFacts<Tagged & InVpc> {
    const group = writtenArguments(this.resource);
    return { tags: textMapOf(group, 'tags'), vpcId: textOf(group, 'vpc_id') };
  }
}

class ExistingSecurityGroup extends Construct implements IBrokerSecurityGroup {
  readonly securityGroupId: string;
  readonly _grants: Grants;

  constructor(scope: Construct, id: string, securityGroupId: string, options: ExistingSecurityGroupOptions) {
    super(scope, id);
    this.securityGroupId = asText(securityGroupId);
    const taken = takeProps(this, EXISTING_KINDS, options);
    checkRules(
      this,
      [SECURITY_GROUP_ID_FORM],
      { securityGroupIds: [factsOf(this.securityGroupId)] },
      taken.acknowledge,
      (finding) => ({ ...finding, property: 'securityGroupId' }),
    );
    this._grants = new Grants(this, this.securityGroupId, taken);
  }

  allowFrom(peer: Peer, ...protocols: Protocol[]): void {
    this._grants.allowFrom(peer, protocols);
  }

  allowTo(peer: Peer, ...ports: number[]): void {
    this._grants.allowTo(peer, ports);
  }
}
