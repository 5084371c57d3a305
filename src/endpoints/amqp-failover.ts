import { checkFailoverOptions, failoverUrl, renamed } from './failover-url';

/**
 * Options of the failover of Qpid JMS, the usual Java client for AMQP 1.0. What is left out keeps Qpid's default.
 *
 * @see https://qpid.apache.org/releases/qpid-jms-1.13.0/docs/index.html#failover-configuration-options
 */
export interface AmqpFailoverOptions {
  /**
   * Whether the client shuffles the endpoints before each try.
   *
   * @default - false, by Qpid JMS
   */
  readonly randomize?: boolean;

  /**
   * Milliseconds before the first try to connect again.
   *
   * @default - 0, by Qpid JMS
   */
  readonly initialReconnectDelay?: number;

  /**
   * Milliseconds between two further tries.
   *
   * @default - 10, by Qpid JMS
   */
  readonly reconnectDelay?: number;

  /**
   * Milliseconds between two tries at most.
   *
   * @default - 30000, by Qpid JMS
   */
  readonly maxReconnectDelay?: number;

  /**
   * Whether the delay grows from try to try.
   *
   * @default - true, by Qpid JMS
   */
  readonly useReconnectBackOff?: boolean;

  /**
   * Factor by which the delay grows.
   *
   * @default - 2, by Qpid JMS
   */
  readonly reconnectBackOffMultiplier?: number;

  /**
   * Tries to connect again before the connection fails; -1 for ever, 0 none.
   *
   * @default - -1, by Qpid JMS
   */
  readonly maxReconnectAttempts?: number;

  /**
   * Tries of the first connection before it fails; -1 as `maxReconnectAttempts`.
   *
   * @default - -1, by Qpid JMS
   */
  readonly startupMaxReconnectAttempts?: number;

  /**
   * Tries after which, and after each further such number, a warning is logged.
   *
   * @default - 10, by Qpid JMS
   */
  readonly warnAfterReconnectAttempts?: number;

  /**
   * Options of the connection to each endpoint.
   *
   * @default - none
   */
  readonly nested?: AmqpNestedOptions;

  /**
   * Options of the JMS connection, which stand beside those of the failover.
   *
   * @default - none
   */
  readonly jms?: JmsOptions;
}

/** Options of the connection to each endpoint, which Qpid JMS passes on by the prefix `failover.nested.`. */
export interface AmqpNestedOptions {
  /**
   * Milliseconds without traffic after which the broker may close the connection.
   *
   * @default - 60000, by Qpid JMS
   */
  readonly idleTimeout?: number;

  /**
   * Milliseconds to wait for a connection.
   *
   * @default - 60000, by Qpid JMS
   */
  readonly connectTimeout?: number;

  /**
   * Whether the host name is held against the certificate. Amazon MQ's certificates fit.
   *
   * @default - true, by Qpid JMS
   */
  readonly verifyHost?: boolean;
}

/** Options of Qpid's JMS connection. */
export interface JmsOptions {
  /**
   * Name of the client, for durable subscriptions. It is URL-encoded, but for what only Terraform knows.
   *
   * @default - a random one, by Qpid JMS
   */
  readonly clientID?: string;

  /**
   * Milliseconds that a send waits before it fails; -1 for ever.
   *
   * @default - -1, by Qpid JMS
   */
  readonly sendTimeout?: number;

  /**
   * Milliseconds that a request, such as the making of a consumer, waits before it fails; -1 for ever.
   *
   * @default - -1, by Qpid JMS
   */
  readonly requestTimeout?: number;
}

/** Where Qpid JMS expects each nested option. */
const NESTED_NAMES: Record<keyof AmqpNestedOptions, string> = {
  idleTimeout: 'amqp.idleTimeout',
  connectTimeout: 'transport.connectTimeout',
  verifyHost: 'transport.verifyHost',
};

/** Least values of milliseconds and counts. */
const LEAST = {
  initialReconnectDelay: 0,
  reconnectDelay: 0,
  maxReconnectDelay: 0,
  maxReconnectAttempts: -1,
  startupMaxReconnectAttempts: -1,
  warnAfterReconnectAttempts: 0,
  'nested.idleTimeout': 0,
  'nested.connectTimeout': 0,
  'jms.sendTimeout': -1,
  'jms.requestTimeout': -1,
};

/** Qpid JMS's failover URL over endpoints that begin with `amqps://`. */
export function amqpFailoverUrl(urls: readonly string[], options: AmqpFailoverOptions = {}): string {
  const { nested = {}, jms = {}, ...failover } = options;
  const nestedByPath = renamed(nested, (name) => `nested.${name}`);
  const jmsByPath = renamed(jms, (name) => `jms.${name}`);
  checkFailoverOptions('amqp.failoverUrl', { ...failover, ...nestedByPath, ...jmsByPath }, LEAST);
  return failoverUrl(urls, {
    ...jmsByPath,
    ...renamed(failover, (name) => `failover.${name}`),
    ...renamed(nested, (name) => `failover.nested.${NESTED_NAMES[name]}`),
  });
}
