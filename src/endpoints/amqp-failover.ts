import { flag, type Kinds, number, struct, text } from '../props/kinds';
import { checkFailoverOptions, failoverUrl, renamed, takeOptions } from './failover-url';

/**
 * Failover options of Qpid JMS, the usual Java client for AMQP 1.0. An option that you omit keeps Qpid's default.
 *
 * @see https://qpid.apache.org/releases/qpid-jms-1.13.0/docs/index.html#failover-configuration-options
 */
export interface AmqpFailoverOptions {
  /**
   * Whether the client shuffles the endpoints before each attempt.
   *
   * @default - false, by Qpid JMS
   */
  readonly randomize?: boolean;

  /**
   * Milliseconds before the first reconnect attempt.
   *
   * @default - 0, by Qpid JMS
   */
  readonly initialReconnectDelay?: number;

  /**
   * Milliseconds between two further attempts.
   *
   * @default - 10, by Qpid JMS
   */
  readonly reconnectDelay?: number;

  /**
   * Most milliseconds between two attempts.
   *
   * @default - 30000, by Qpid JMS
   */
  readonly maxReconnectDelay?: number;

  /**
   * Whether the delay grows with each attempt.
   *
   * @default - true, by Qpid JMS
   */
  readonly useReconnectBackOff?: boolean;

  /**
   * Factor by which the delay grows with each attempt.
   *
   * @default - 2, by Qpid JMS
   */
  readonly reconnectBackOffMultiplier?: number;

  /**
   * Reconnect attempts before the connection fails; -1 for no limit, 0 for none.
   *
   * @default - -1, by Qpid JMS
   */
  readonly maxReconnectAttempts?: number;

  /**
   * Attempts of the first connection before it fails; -1 to use `maxReconnectAttempts`.
   *
   * @default - -1, by Qpid JMS
   */
  readonly startupMaxReconnectAttempts?: number;

  /**
   * Number of attempts after which the client logs a warning, again and again.
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
   * Options of the JMS connection, beside those of the failover.
   *
   * @default - none
   */
  readonly jms?: JmsOptions;
}

/** Options of the connection to each endpoint. Qpid JMS passes them on by the prefix `failover.nested.`. */
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
   * Whether the client checks the host name against the certificate. Amazon MQ's certificates pass.
   *
   * @default - true, by Qpid JMS
   */
  readonly verifyHost?: boolean;
}

/** Options of Qpid's JMS connection. */
export interface JmsOptions {
  /**
   * Name of the client, for durable subscriptions. It is URL-encoded, unless it contains a token.
   *
   * @default - a random one, by Qpid JMS
   */
  readonly clientID?: string;

  /**
   * Milliseconds that a send waits before it fails; -1 for no limit.
   *
   * @default - -1, by Qpid JMS
   */
  readonly sendTimeout?: number;

  /**
   * Milliseconds that a request, such as creating a consumer, waits before it fails; -1 for no limit.
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

const NESTED_KINDS: Kinds<AmqpNestedOptions> = { idleTimeout: number, connectTimeout: number, verifyHost: flag };

const JMS_KINDS: Kinds<JmsOptions> = { clientID: text, sendTimeout: number, requestTimeout: number };

const KINDS: Kinds<AmqpFailoverOptions> = {
  randomize: flag,
  initialReconnectDelay: number,
  reconnectDelay: number,
  maxReconnectDelay: number,
  useReconnectBackOff: flag,
  reconnectBackOffMultiplier: number,
  maxReconnectAttempts: number,
  startupMaxReconnectAttempts: number,
  warnAfterReconnectAttempts: number,
  nested: struct(NESTED_KINDS),
  jms: struct(JMS_KINDS),
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
  const { nested = {}, jms = {}, ...failover } = takeOptions('amqp.failoverUrl', KINDS, options);
  const nestedByPath = renamed(nested, (name) => `nested.${name}`);
  const jmsByPath = renamed(jms, (name) => `jms.${name}`);
  checkFailoverOptions('amqp.failoverUrl', { ...failover, ...nestedByPath, ...jmsByPath }, LEAST);
  return failoverUrl(urls, {
    ...jmsByPath,
    ...renamed(failover, (name) => `failover.${name}`),
    ...renamed(nested, (name) => `failover.nested.${NESTED_NAMES[name]}`),
  });
}
