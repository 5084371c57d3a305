/**
 * How a broker authenticates its users.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-authentication-authorization.html
 */
export enum AuthenticationStrategy {
  /** By the users Amazon MQ keeps for the broker. */
  SIMPLE = 'simple',
  /** By a directory. */
  LDAP = 'ldap',
}
