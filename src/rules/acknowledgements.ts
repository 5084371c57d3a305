import { type AcknowledgingSubject } from './acknowledgement-rules';
import { DOCUMENT_RULES } from './document-rules';
import { nearestName } from './nearest-name';
import { type RuleAcknowledgement } from './rule-acknowledgement';
import { RULES } from './rule-table';
import { known } from '../tokens/known';

/** What the rules see of acknowledgements. */
export function acknowledgementsSubject(acknowledge: RuleAcknowledgement[]): AcknowledgingSubject {
  const codes = [...RULES.map(({ code }) => code), ...Object.keys(DOCUMENT_RULES)];
  return {
    acknowledgements: acknowledge.map(({ code, reason }) => {
      const exists = codes.includes(code);
      return { ...known({ code, reason }), exists, nearest: exists ? undefined : nearestName(code, codes) };
    }),
  };
}
