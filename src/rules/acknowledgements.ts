import { omitUnresolved } from '../tokens/known';
import { nearestName } from '../util/nearest-name';
import { type AcknowledgementFacts } from './acknowledgement-rules';
import { type RuleAcknowledgement } from './rule-acknowledgement';
import { RULE_CODES } from './rule-codes';

/** What the rules see of acknowledgements. */
export function acknowledgementFacts(acknowledge: RuleAcknowledgement[]): AcknowledgementFacts {
  return {
    acknowledgements: acknowledge.map(({ code, reason }) => {
      const exists = RULE_CODES.includes(code);
      return {
        ...omitUnresolved({ code, reason }),
        exists,
        nearest: exists ? undefined : nearestName(code, RULE_CODES),
      };
    }),
  };
}
