import { flag, type Kinds, number, struct } from '../props/kinds';
import { checkFailoverOptions, failoverUrl, renamed, takeOptions } from './failover-url';

/**
 * Options of ActiveMQ's failover transport. An option that you omit keeps ActiveMQ's default.
 *
 * @see https://activemq.apache.org/components/classic/documentation/failover-transport-reference
 */
export interface OpenWireFailoverOptions {
  /**
   * Whether the client starts with a random endpoint of the list. With `false` it tries them in their order, which is the
   * usual choice for an active/standby broker, because only one instance answers.
   *
   * @default - true, by ActiveMQ
   */
  readonly randomize?: boolean;

  /**
   * Milliseconds before the first reconnect attempt.
   *
   * @default - 10, by ActiveMQ
   */
  readonly initialReconnectDelay?: number;

  /**
   * Most milliseconds between two attempts.
   *
   * @default - 30000, by ActiveMQ
   */
  readonly maxReconnectDelay?: number;

  /**
   * Whether the delay grows with each attempt.
   *
   * @default - true, by ActiveMQ
   */
  readonly useExponentialBackOff?: boolean;

  /**
   * Factor by which the delay grows with each attempt.
   *
   * @default - 2, by ActiveMQ
   */
  readonly reconnectDelayExponent?: number;

  /**
   * Reconnect attempts before an error reaches the client; -1 for no limit, 0 for none.
   *
   * @default - -1, by ActiveMQ
   */
  readonly maxReconnectAttempts?: number;

  /**
   * Attempts of the first connection before an error reaches the client; -1 to use `maxReconnectAttempts`.
   *
   * @default - -1, by ActiveMQ
   */
  readonly startupMaxReconnectAttempts?: number;

  /**
   * Milliseconds that a send waits for a connection before it fails; -1 for no limit.
   *
   * @default - -1, by ActiveMQ
   */
  readonly timeout?: number;

  /**
   * Number of attempts after which the client logs a warning, again and again; -1 for no warnings.
   *
   * @default - 10, by ActiveMQ
   */
  readonly warnAfterReconnectAttempts?: number;

  /**
   * Whether the client keeps messages in flight and sends them again after a failover.
   *
   * @default - false, by ActiveMQ
   */
  readonly trackMessages?: boolean;

  /**
   * Bytes of messages that the client keeps for `trackMessages`.
   *
   * @default - 131072, by ActiveMQ
   */
  readonly maxCacheSize?: number;

  /**
   * Whether the client accepts lists of endpoints from the brokers of a network of brokers.
   *
   * @default - true, by ActiveMQ
   */
  readonly updateURIsSupported?: boolean;

  /**
   * Whether the client keeps a second connection ready. It helps in a network of brokers only, because of an
   * active/standby broker only one instance accepts connections.
   *
   * @default - false, by ActiveMQ
   */
  readonly backup?: boolean;

  /**
   * Whether the client returns to the first endpoint of the list when that answers again.
   *
   * @default - false, by ActiveMQ
   */
  readonly priorityBackup?: boolean;

  /**
   * Options of the connection to each endpoint.
   *
   * @default - none
   */
  readonly nested?: OpenWireNestedOptions;
}

/**
 * Options of the TCP and TLS connection to each endpoint. ActiveMQ's failover transport passes them on by the prefix
 * `nested.`.
 *
 * @see https://activemq.apache.org/components/classic/documentation/tcp-transport-reference
 */
export interface OpenWireNestedOptions {
  /**
   * Milliseconds without traffic after which a connection counts as broken; 0 for no limit.
   *
   * @default - 30000, by ActiveMQ
   */
  readonly maxInactivityDuration?: number;

  /**
   * Milliseconds before the first check for traffic.
   *
   * @default - 10000, by ActiveMQ
   */
  readonly maxInactivityDurationInitialDelay?: number;

  /**
   * Milliseconds to wait for a connection; 0 for no limit.
   *
   * @default - 30000, by ActiveMQ
   */
  readonly connectionTimeout?: number;

  /**
   * Milliseconds to wait for data on the socket; 0 for no limit.
   *
   * @default - 0, by ActiveMQ
   */
  readonly soTimeout?: number;

  /**
   * Whether the operating system keeps idle connections alive.
   *
   * @default - false, by ActiveMQ
   */
  readonly keepAlive?: boolean;

  /**
   * Whether the client checks the host name against the certificate. Amazon MQ's certificates pass.
   *
   * @default - true, by ActiveMQ
   */
  readonly verifyHostName?: boolean;
}

/** Where the transport expects each nested option; ActiveMQ itself misspells one name. */
const NESTED_NAMES: Record<keyof OpenWireNestedOptions, string> = {
  maxInactivityDuration: 'wireFormat.maxInactivityDuration',
  maxInactivityDurationInitialDelay: 'wireFormat.maxInactivityDurationInitalDelay',
  connectionTimeout: 'connectionTimeout',
  soTimeout: 'soTimeout',
  keepAlive: 'keepAlive',
  verifyHostName: 'socket.verifyHostName',
};

const NESTED_KINDS: Kinds<OpenWireNestedOptions> = {
  maxInactivityDuration: number,
  maxInactivityDurationInitialDelay: number,
  connectionTimeout: number,
  soTimeout: number,
  keepAlive: flag,
  verifyHostName: flag,
};

const KINDS: Kinds<OpenWireFailoverOptions> = {
  randomize: flag,
  initialReconnectDelay: number,
  maxReconnectDelay: number,
  useExponentialBackOff: flag,
  reconnectDelayExponent: number,
  maxReconnectAttempts: number,
  startupMaxReconnectAttempts: number,
  timeout: number,
  warnAfterReconnectAttempts: number,
  trackMessages: flag,
  maxCacheSize: number,
  updateURIsSupported: flag,
  backup: flag,
  priorityBackup: flag,
  nested: struct(NESTED_KINDS),
};

/** Least values of milliseconds, counts and bytes. */
const LEAST = {
  initialReconnectDelay: 0,
  maxReconnectDelay: 0,
  maxReconnectAttempts: -1,
  startupMaxReconnectAttempts: -1,
  timeout: -1,
  warnAfterReconnectAttempts: -1,
  maxCacheSize: 0,
  'nested.maxInactivityDuration': 0,
  'nested.maxInactivityDurationInitialDelay': 0,
  'nested.connectionTimeout': 0,
  'nested.soTimeout': 0,
};

/** ActiveMQ's failover URL over endpoints that begin with `ssl://`. */
export function openWireFailoverUrl(urls: readonly string[], options: OpenWireFailoverOptions = {}): string {
  const { nested = {}, ...failover } = takeOptions('openWire.failoverUrl', KINDS, options);
  checkFailoverOptions('openWire.failoverUrl', { ...failover, ...renamed(nested, (name) => `nested.${name}`) }, LEAST);
  return failoverUrl(urls, { ...failover, ...renamed(nested, (name) => `nested.${NESTED_NAMES[name]}`) });
}
