import { guidanceOfNames, nameFindings } from '../../rules/name-form';
import { type Fact } from '../../util/fact';
import { LIMITS } from '../limits';
import { SOURCES } from '../sources';
import { type Rejection } from './rejection';

/** The facts that the rules about the name of a broker need. */
export interface NamedBroker {
  readonly brokerName?: Fact<string>;
  readonly namesake?: string;
}

export const BROKER_NAME_FORM: Rejection<NamedBroker> = {
  code: 'broker-name-form',
  severity: 'error',
  reason: 'Amazon MQ and the provider reject the name; changing it later replaces the broker',
  source: SOURCES.brokersApi,
  ...guidanceOfNames(LIMITS.brokerName),
  check: ({ brokerName }) => nameFindings('brokerName', brokerName, LIMITS.brokerName),
};

export const BROKER_NAME_REJECTIONS: readonly Rejection<NamedBroker>[] = [
  BROKER_NAME_FORM,
  {
    code: 'broker-name-unique',
    severity: 'error',
    reason: 'broker names are unique in an account and region: Amazon MQ rejects the second broker at apply',
    source: SOURCES.brokersApi,
    allowed: 'a name that no other broker of the account and region has',
    remedy: 'choose another name',
    check: ({ brokerName, namesake }) =>
      namesake === undefined
        ? []
        : [
            {
              property: 'brokerName',
              problem: `is already used by ${JSON.stringify(namesake)}`,
              got: brokerName,
            },
          ],
  },
];
