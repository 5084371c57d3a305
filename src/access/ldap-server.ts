import { type MqBrokerLdapServerMetadata } from '@cdktf/provider-aws/lib/mq-broker';
import { type Construct } from 'constructs';
import { type LdapFacts } from '../amazon-mq/broker-facts';
import { flag, type Kinds, required, text, texts } from '../props/kinds';
import { combinedList } from '../tokens/combined';
import { factsOf } from '../tokens/known';
import { literal } from '../tokens/terraform-string';
import { type Fact } from '../util/fact';
import { type Password, PASSWORD_KIND } from './password';
import { type PasswordOwner } from './user-secret';

/**
 * An LDAP directory that authenticates and authorizes the users of a broker. Amazon MQ connects by ldaps on port 636 and
 * accepts no certificate of a private certificate authority.
 *
 * Adding or removing it replaces the broker. The provider never sends a change inside it, so such a change takes effect in
 * a new broker only, and every plan shows it again (`serviceAccountPassword` only once).
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-authentication-authorization.html
 */
export interface LdapServer {
  /** Fully qualified names of the server and at most one more for failover, without scheme and port. */
  readonly hosts: string[];

  /** Distinguished name under which ActiveMQ searches groups, such as `ou=groups,dc=example,dc=com`. */
  readonly roleBase: string;

  /**
   * Attribute with the name of a group, such as `cn`. Set it: without it, ActiveMQ does not search groups at all.
   *
   * @default - none: no user is in a group that `roleSearchMatching` would find
   */
  readonly roleName?: string;

  /**
   * Filter that finds the groups of a user, such as `(member={0})`: `{0}` is the user's distinguished name, `{1}` the user
   * name.
   */
  readonly roleSearchMatching: string;

  /**
   * Whether ActiveMQ searches groups in the whole tree under `roleBase`.
   *
   * @default false
   */
  readonly roleSearchSubtree?: boolean;

  /** Distinguished name of the service account that searches. */
  readonly serviceAccountUsername: string;

  /** Password of the service account: from a secret or a variable. */
  readonly serviceAccountPassword: Password;

  /** Distinguished name under which ActiveMQ searches users, such as `ou=users,dc=example,dc=com`. */
  readonly userBase: string;

  /**
   * Attribute of a user that contains the names of its groups, such as `memberOf`.
   *
   * @default - none: `roleSearchMatching` finds the groups
   */
  readonly userRoleName?: string;

  /** Filter that finds a user, such as `(uid={0})`: `{0}` is the user name. */
  readonly userSearchMatching: string;

  /**
   * Whether ActiveMQ searches users in the whole tree under `userBase`.
   *
   * @default false
   */
  readonly userSearchSubtree?: boolean;
}

export const LDAP_KINDS: Kinds<LdapServer> = {
  hosts: texts,
  roleBase: text,
  roleName: text,
  roleSearchMatching: text,
  roleSearchSubtree: flag,
  serviceAccountUsername: text,
  serviceAccountPassword: required(PASSWORD_KIND, 'use Password.fromSecret("NAME")'),
  userBase: text,
  userRoleName: text,
  userSearchMatching: text,
  userSearchSubtree: flag,
};

/** The provider's block for a directory. */
export function ldapBlock(
  scope: Construct,
  { serviceAccountPassword, ...ldap }: LdapServer,
  owner: Omit<PasswordOwner, 'username'>,
): MqBrokerLdapServerMetadata {
  const { value } = serviceAccountPassword._bind(scope, { ...owner, username: ldap.serviceAccountUsername });
  return { ...literal(ldap), hosts: literal(combinedList(ldap.hosts)), serviceAccountPassword: value };
}

/** What the rules see of a directory. */
export function ldapFacts(ldap: LdapServer): Fact<LdapFacts> {
  const { hosts, serviceAccountUsername, roleBase, roleSearchMatching, userBase, userSearchMatching } = ldap;
  return factsOf({ hosts, serviceAccountUsername, roleBase, roleSearchMatching, userBase, userSearchMatching });
}
