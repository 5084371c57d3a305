import { type Rule } from './rule';
import { SOURCES } from './sources';

/** What the rules see of a broker that exists. */
export interface ExistingBrokerSubject {
  readonly brokerId?: string;
  /** Whether an id or a name is given, known or not. */
  readonly identified: boolean;
}

export const EXISTING_BROKER_RULES: readonly Rule<ExistingBrokerSubject>[] = [
  {
    code: 'broker-identified',
    severity: 'error',
    reason: 'the provider refuses to look for a broker without id and name',
    source: SOURCES.brokerDataSource,
    violations: ({ identified }) =>
      identified
        ? []
        : [
            {
              property: 'brokerId',
              problem: 'and brokerName are both missing',
              allowed: 'one of them',
              remedy: 'give the id or the name of the broker',
            },
          ],
  },
  {
    code: 'broker-id-form',
    severity: 'error',
    reason: 'no broker has an id of another form',
    source: SOURCES.brokerDataSource,
    violations: ({ brokerId }) =>
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
