import { type BrokerFacts } from '../amazon-mq/broker-facts';
import { FORMS } from '../amazon-mq/forms';
import { BROKER_NAME_FORM, type NamedBroker } from '../amazon-mq/rejections/broker-name';
import { DEPLOYMENT_MODE } from '../amazon-mq/rejections/deployment';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What the rules see of a broker that exists. */
export interface ExistingBrokerFacts extends NamedBroker, Pick<BrokerFacts, 'engine' | 'deploymentMode'> {
  readonly brokerId?: string;
  /** How many of id and name are given, known or not. */
  readonly identifiers: number;
}

export const EXISTING_BROKER_RULES: readonly Rule<ExistingBrokerFacts>[] = [
  {
    code: 'broker-identified',
    severity: 'error',
    reason:
      'the provider rejects an id together with a name; with neither, it silently takes the only broker of the account',
    source: SOURCES.brokerDataSource,
    allowed: 'one of them',
    check: ({ identifiers }) =>
      identifiers === 1
        ? []
        : [
            {
              property: 'brokerId',
              problem: `and brokerName are both ${identifiers === 0 ? 'missing' : 'given'}`,
              remedy: identifiers === 0 ? 'give the id or the name of the broker' : 'remove one of the two',
            },
          ],
  },
  BROKER_NAME_FORM,
  {
    code: 'broker-id-form',
    severity: 'error',
    reason: 'Amazon MQ has no broker with such an id',
    source: SOURCES.brokerDataSource,
    allowed: 'b- and a UUID, such as b-00000000-1111-2222-3333-444444444444',
    remedy: 'give the id, or set brokerName to the name instead',
    check: ({ brokerId }) =>
      brokerId === undefined || FORMS.brokerId.test(brokerId)
        ? []
        : [
            {
              property: 'brokerId',
              problem: 'is not the id of a broker',
              got: brokerId,
            },
          ],
  },
  DEPLOYMENT_MODE,
];
