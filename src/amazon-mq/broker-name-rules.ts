import { nameViolations } from '../rules/name-form';
import { type Rule } from '../rules/rule';
import { LIMITS } from './limits';
import { SOURCES } from './sources';

/** What is a broker of some name. */
export interface NamedBrokerSubject {
  readonly brokerName?: string;
}

export const BROKER_NAME_RULES: readonly Rule<NamedBrokerSubject>[] = [
  {
    code: 'broker-name-form',
    severity: 'error',
    reason: 'Amazon MQ and the provider refuse the name; a later change of it replaces the broker',
    source: SOURCES.brokersApi,
    violations: ({ brokerName }) => nameViolations('brokerName', brokerName, LIMITS.brokerName),
  },
];
