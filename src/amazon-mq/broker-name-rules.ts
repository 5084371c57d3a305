import { nameFindings } from '../rules/name-form';
import { type Rule } from '../rules/rule';
import { LIMITS } from './limits';
import { SOURCES } from './sources';

/** What is a broker of some name. */
export interface NamedBrokerFacts {
  readonly brokerName?: string;
}

export const BROKER_NAME_RULES: readonly Rule<NamedBrokerFacts>[] = [
  {
    code: 'broker-name-form',
    severity: 'error',
    reason: 'Amazon MQ and the provider refuse the name; a later change of it replaces the broker',
    source: SOURCES.brokersApi,
    check: ({ brokerName }) => nameFindings('brokerName', brokerName, LIMITS.brokerName),
  },
];
