import { checkFailoverOptions, failoverUrl, renamed } from './failover-url';

/**
 * Options of ActiveMQ's failover transport. What is left out keeps ActiveMQ's default.
 *
 * @see https://activemq.apache.org/components/classic/documentation/failover-transport-reference
 */
export interface OpenWireFailoverOptions {
  /**
   * Whether the client begins with a random endpoint of the list. With `false` it tries them in their order: the usual
   * choice for active/standby, of which one instance answers.
   *
   * @default - true, by ActiveMQ
   */
  readonly randomize?: boolean;

  /**
   * Milliseconds before the first try to connect again.
   *
   * @default - 10, by ActiveMQ
   */
  readonly initialReconnectDelay?: number;

  /**
   * Milliseconds between two tries at most.
   *
   * @default - 30000, by ActiveMQ
   */
  readonly maxReconnectDelay?: number;

  /**
   * Whether the delay grows from try to try.
   *
   * @default - true, by ActiveMQ
   */
  readonly useExponentialBackOff?: boolean;

  /**
   * Factor by which the delay grows.
   *
   * @default - 2, by ActiveMQ
   */
  readonly reconnectDelayExponent?: number;

  /**
   * Tries to connect again before an error reaches the client; -1 for ever, 0 none.
   *
   * @default - -1, by ActiveMQ
   */
  readonly maxReconnectAttempts?: number;

  /**
   * Tries of the first connection before an error reaches the client; -1 as `maxReconnectAttempts`.
   *
   * @default - -1, by ActiveMQ
   */
  readonly startupMaxReconnectAttempts?: number;

  /**
   * Milliseconds that a send waits for a connection before it fails; -1 for ever.
   *
   * @default - -1, by ActiveMQ
   */
  readonly timeout?: number;

  /**
   * Tries after which, and after each further such number, a warning is logged; -1 for none.
   *
   * @default - 10, by ActiveMQ
   */
  readonly warnAfterReconnectAttempts?: number;

  /**
   * Whether messages in flight are kept and sent again after a fail-over.
   *
   * @default - false, by ActiveMQ
   */
  readonly trackMessages?: boolean;

  /**
   * Bytes of messages kept for `trackMessages`.
   *
   * @default - 131072, by ActiveMQ
   */
  readonly maxCacheSize?: number;

  /**
   * Whether the client takes lists of endpoints that brokers of a network send it.
   *
   * @default - true, by ActiveMQ
   */
  readonly updateURIsSupported?: boolean;

  /**
   * Whether a second connection is held ready. On active/standby only one instance accepts connections, so it helps in
   * a network of brokers only.
   *
   * @default - false, by ActiveMQ
   */
  readonly backup?: boolean;

  /**
   * Whether the client goes back to the first endpoint of the list when it answers again.
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
 * Options of the TCP and TLS connection to each endpoint, which ActiveMQ's failover transport passes on by the prefix
 * `nested.`.
 *
 * @see https://activemq.apache.org/components/classic/documentation/tcp-transport-reference
 */
export interface OpenWireNestedOptions {
  /**
   * Milliseconds without traffic after which a connection counts as broken; 0 for never.
   *
   * @default - 30000, by ActiveMQ
   */
  readonly maxInactivityDuration?: number;

  /**
   * Milliseconds of grace before the first such check.
   *
   * @default - 10000, by ActiveMQ
   */
  readonly maxInactivityDurationInitialDelay?: number;

  /**
   * Milliseconds to wait for a connection; 0 for ever.
   *
   * @default - 30000, by ActiveMQ
   */
  readonly connectionTimeout?: number;

  /**
   * Milliseconds to wait for data on the socket; 0 for ever.
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
   * Whether the host name is held against the certificate. Amazon MQ's certificates fit.
   *
   * @default - true, by ActiveMQ
   */
  readonly verifyHostName?: boolean;
}

/** Where the transport expects each nested option; one name is misspelt in ActiveMQ itself. */
const NESTED_NAMES: Record<keyof OpenWireNestedOptions, string> = {
  maxInactivityDuration: 'wireFormat.maxInactivityDuration',
  maxInactivityDurationInitialDelay: 'wireFormat.maxInactivityDurationInitalDelay',
  connectionTimeout: 'connectionTimeout',
  soTimeout: 'soTimeout',
  keepAlive: 'keepAlive',
  verifyHostName: 'socket.verifyHostName',
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
  const { nested = {}, ...failover } = options;
  checkFailoverOptions('openWire.failoverUrl', { ...failover, ...renamed(nested, (name) => `nested.${name}`) }, LEAST);
  return failoverUrl(urls, { ...failover, ...renamed(nested, (name) => `nested.${NESTED_NAMES[name]}`) });
}
