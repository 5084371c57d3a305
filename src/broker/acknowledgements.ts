import { DOCUMENT_RULES } from '../configuration/document-rules';
import { nearestName } from '../configuration/nearest-name';
import { type AcknowledgingSubject } from '../rules/acknowledgement-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { RULES } from '../rules/rule-table';
import { known } from '../tokens/known';

/** What the rules see of acknowledgements. */
export function acknowledgementsSubject(
  acknowledge: RuleAcknowledgement[] = [],
): AcknowledgingSubject['acknowledgements'] {
  return acknowledge.map(({ code, reason }) => {
    const codes = [...RULES.map((rule) => rule.code), ...Object.keys(DOCUMENT_RULES)];
    const exists = codes.includes(code);
    return { ...known({ code, reason }), exists, nearest: exists ? undefined : nearestName(code, codes) };
  });
}
