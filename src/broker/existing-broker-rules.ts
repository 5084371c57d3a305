import { BROKER_NAME_FORM, type NamedBroker } from '../amazon-mq/rejections/broker-name';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What the rules see of a broker that exists. */
export interface ExistingBrokerFacts extends NamedBroker {
  readonly brokerId?: string;
  /** How many of id and name are given, known or not. */
  readonly identifiers: number;
}

export const EXISTING_BROKER_RULES: readonly Rule<ExistingBrokerFacts>[] = [
  {
    code: 'broker-identified',
    severity: 'error',
    reason: 'the provider rejects id and name together; without both it silently takes the only broker of the account',
    source: SOURCES.brokerDataSource,
    check: ({ identifiers }) =>
      identifiers === 1
        ? []
        : [
            {
              property: 'brokerId',
              problem: `and brokerName are both ${identifiers === 0 ? 'missing' : 'given'}`,
              allowed: 'one of them',
              remedy: identifiers === 0 ? 'give the id or the name of the broker' : 'leave out the name',
            },
          ],
  },
  BROKER_NAME_FORM,
  {
    code: 'broker-id-form',
    severity: 'error',
    reason: 'no broker has an id of another form',
    source: SOURCES.brokerDataSource,
    check: ({ brokerId }) =>
      brokerId === undefined || /^b-[0-9a-f-]{36}$/.test(brokerId)
        ? []
        : [
            {
              property: 'brokerId',
              problem: 'is not the id of a broker',
              got: brokerId,
              allowed: 'b- and a UUID, such as b-00000000-1111-2222-3333-444444444444',
              remedy: 'give the id, or the name as brokerName',
            },
          ],
  },
];
