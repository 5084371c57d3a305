import { type IConstruct } from 'constructs';
import { ACKNOWLEDGEMENT_RULES } from './acknowledgement-rules';
import { acknowledgementFacts } from './acknowledgements';
import { checkUseAtSynth } from './check-at-synth';
import { reportFindings } from './report-findings';
import { type Finding, judge, messageOf, type Rule } from './rule';
import { type RuleAcknowledgement } from './rule-acknowledgement';

/**
 * Checks facts by a table of rules, and acknowledgements by the list of codes. Infos and warnings become annotations; all
 * errors become one `RuleViolationError`.
 *
 * Call it while the construct is made: the stack trace then leads to the line with the mistake, and a failed app has not
 * written anything yet.
 *
 * @param inProps says a finding in terms of the construct's own props
 */
export function checkRules<Facts>(
  construct: IConstruct,
  rules: readonly Rule<Facts>[],
  facts: Facts,
  acknowledge: RuleAcknowledgement[] = [],
  inProps: (finding: Finding) => Finding = (finding) => finding,
): void {
  const findings = judge(rules, facts).map(inProps);
  if (acknowledge.length > 0) {
    findings.push(...judge(ACKNOWLEDGEMENT_RULES, acknowledgementFacts(acknowledge)));
    checkUseAtSynth(construct, acknowledge);
  }
  reportFindings(
    construct,
    findings.map((finding) => ({ ...finding, message: messageOf(finding) })),
    acknowledge,
  );
}
