import { type AmqpFailoverOptions } from '../../src/endpoints/amqp-failover';
import { type OpenWireFailoverOptions } from '../../src/endpoints/openwire-failover';

/** Every option, so that none can be written that a client does not know: it refuses the connection. */
type Every<Options> = { [Name in keyof Options]-?: Every<Options[Name]> };

export const EVERY_OPENWIRE_OPTION: Every<OpenWireFailoverOptions> = {
  randomize: false,
  initialReconnectDelay: 20,
  maxReconnectDelay: 2000,
  useExponentialBackOff: true,
  reconnectDelayExponent: 1.5,
  maxReconnectAttempts: 10,
  startupMaxReconnectAttempts: 10,
  timeout: 30_000,
  warnAfterReconnectAttempts: 5,
  trackMessages: true,
  maxCacheSize: 262_144,
  updateURIsSupported: false,
  backup: true,
  priorityBackup: true,
  nested: {
    maxInactivityDuration: 40_000,
    maxInactivityDurationInitialDelay: 20_000,
    connectionTimeout: 10_000,
    soTimeout: 60_000,
    keepAlive: true,
    verifyHostName: true,
  },
};

export const EVERY_AMQP_OPTION: Every<AmqpFailoverOptions> = {
  randomize: false,
  initialReconnectDelay: 20,
  reconnectDelay: 20,
  maxReconnectDelay: 2000,
  useReconnectBackOff: true,
  reconnectBackOffMultiplier: 1.5,
  maxReconnectAttempts: 10,
  startupMaxReconnectAttempts: 10,
  warnAfterReconnectAttempts: 5,
  nested: { idleTimeout: 40_000, connectTimeout: 10_000, verifyHost: true },
  jms: { clientID: 'orders', sendTimeout: 30_000, requestTimeout: 30_000 },
};
