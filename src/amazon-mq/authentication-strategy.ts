import { type Engine } from './engine';

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

/**
 * The authentication strategies of an engine by name.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-broker-auth-ref.html
 */
export const AUTHENTICATION_STRATEGIES: Readonly<Record<Engine, readonly string[]>> = {
  ActiveMQ: Object.values(AuthenticationStrategy),
  RabbitMQ: [AuthenticationStrategy.SIMPLE, 'config_managed'],
};
