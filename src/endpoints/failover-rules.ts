import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What the rules see of the options of a failover URL. */
export interface FailoverFacts {
  /** The options by their path in the props. */
  readonly options: Record<string, unknown>;
  /** The least value of each option that is a whole number; other numbers are factors. */
  readonly least: Readonly<Record<string, number>>;
}

export const FAILOVER_RULES: readonly Rule<FailoverFacts>[] = [
  {
    code: 'failover-option',
    severity: 'error',
    reason: 'the client library rejects the URL when it connects, or waits and retries in another way than you meant',
    source: SOURCES.failover,
    check: ({ options, least }) =>
      Object.entries(options).flatMap(([option, value]) => {
        const isWhole = option in least;
        const fits = isWhole ? Number.isSafeInteger(value) && Number(value) >= least[option] : Number(value) > 0;
        if (typeof value !== 'number' || (Number.isFinite(value) && fits)) return [];
        return [
          {
            property: option,
            problem: 'is not a number that the client accepts',
            got: value,
            allowed: isWhole ? `a whole number from ${least[option]}` : 'a number above 0',
            remedy: 'remove it to use the default of the client',
          },
        ];
      }),
  },
];
