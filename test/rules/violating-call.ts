import { checkFailoverOptions } from '../../src/endpoints/failover-url';

/** The error of a call that violates a rule. */
export function failoverUrlError(): unknown {
  try {
    checkFailoverOptions('openWire.failoverUrl', { maxReconnectAttempts: -2 }, { maxReconnectAttempts: -1 });
  } catch (error) {
    return error;
  }
  throw new Error('the call violates no rule');
}
