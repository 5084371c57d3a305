import { type BrokerPluginsChoice } from './broker-definition';

/** Where a directory contains who may do what. */
export interface LdapAuthorizationOptions {
  /**
   * Distinguished name of the entry below which the directory contains permissions, in `ou=Queue`, `ou=Topic` and `ou=Temp`.
   */
  readonly searchBase: string;

  /**
   * Milliseconds after which the broker reads the permissions again.
   *
   * @default 300000 - five minutes
   */
  readonly refreshInterval?: number;

  /**
   * Whether every member of a permission counts as a group of the name in its `cn`. If not, the broker looks up whether the
   * member is a group (`groupOfNames`) or a user (`person`).
   *
   * @default false
   */
  readonly legacyGroupMapping?: boolean;
}

const FIVE_MINUTES = 300_000;

/**
 * Permissions that a directory contains, for `plugins` of a configuration with the authentication strategy LDAP. Amazon MQ
 * reads them as the service account of the broker. docs/ldap.md shows the entries.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-authentication-authorization.html
 */
export class LdapAuthorization {
  /** Allows what the directory allows, and nothing else. */
  static plugin(options: LdapAuthorizationOptions): BrokerPluginsChoice {
    const { searchBase, refreshInterval = FIVE_MINUTES, legacyGroupMapping = false } = options;
    return {
      authorizationPlugin: {
        map: {
          cachedLdapAuthorizationMap: {
            queueSearchBase: `ou=Queue,${searchBase}`,
            topicSearchBase: `ou=Topic,${searchBase}`,
            tempSearchBase: `ou=Temp,${searchBase}`,
            refreshInterval,
            legacyGroupMapping,
          },
        },
      },
    };
  }

  private constructor() {}
}
