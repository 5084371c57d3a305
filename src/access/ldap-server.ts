import { type MqBrokerLdapServerMetadata } from '@cdktf/provider-aws/lib/mq-broker';
import { type Construct } from 'constructs';
import { known } from '../tokens/known';
import { type LdapFacts } from './ldap-rules';
import { type Password } from './password';

/**
 * The directory by which a broker authenticates and authorizes its users. Amazon MQ connects by ldaps on port 636 and
 * takes no certificate of a private authority.
 *
 * Adding or removing it replaces the broker. A change inside it is planned by the provider, never sent, and planned
 * again: it takes effect in a new broker only.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-authentication-authorization.html
 */
export interface LdapServer {
  /** Fully qualified name of the server and at most one to fail over to, without scheme and port. */
  readonly hosts: string[];

  /** Distinguished name under which groups are searched. */
  readonly roleBase: string;

  /**
   * Attribute with the name of a group.
   *
   * @default - the directory's naming attribute, as ActiveMQ takes it
   */
  readonly roleName?: string;

  /** Filter that finds the groups of a user; `{0}` is the user's distinguished name, `{1}` the user name. */
  readonly roleSearchMatching: string;

  /**
   * Whether groups are searched in the whole tree under `roleBase`.
   *
   * @default false
   */
  readonly roleSearchSubtree?: boolean;

  /** Distinguished name of the account that searches. */
  readonly serviceAccountUsername: string;

  /** Password of the account that searches: from a secret or a variable. */
  readonly serviceAccountPassword: Password;

  /** Distinguished name under which users are searched. */
  readonly userBase: string;

  /**
   * Attribute of a user with the names of its groups.
   *
   * @default - none: groups are found by `roleSearchMatching`
   */
  readonly userRoleName?: string;

  /** Filter that finds a user; `{0}` is the user name. */
  readonly userSearchMatching: string;

  /**
   * Whether users are searched in the whole tree under `userBase`.
   *
   * @default false
   */
  readonly userSearchSubtree?: boolean;
}

/** The provider's block for a directory. */
export function ldapBlock(scope: Construct, ldap: LdapServer, brokerName: string): MqBrokerLdapServerMetadata {
  const { value } = ldap.serviceAccountPassword._bind(scope, {
    brokerName,
    username: ldap.serviceAccountUsername,
    deletionProtection: false,
  });
  return { ...ldap, serviceAccountPassword: value };
}

/** What the rules see of a directory. */
export function ldapFacts(ldap: LdapServer | undefined): LdapFacts['ldap'] {
  if (ldap === undefined) return undefined;
  const { hosts, serviceAccountUsername, roleBase, roleSearchMatching, userBase, userSearchMatching } = ldap;
  return {
    ...known({
      hosts,
      required: { serviceAccountUsername, roleBase, roleSearchMatching, userBase, userSearchMatching },
    }),
    servicePassword: ldap.serviceAccountPassword._facts,
  };
}
