import { Annotations } from 'cdktf';
import { type IConstruct } from 'constructs';
import { ACKNOWLEDGEMENT_RULES } from './acknowledgement-rules';
import { acknowledgementsSubject } from './acknowledgements';
import { brokenRules, type Complaint, describeBrokenRule, type Rule } from './rule';
import { type RuleAcknowledgement } from './rule-acknowledgement';
import { RuleViolationError } from './rule-violation-error';

/**
 * Holds a subject against a table of rules, and what is acknowledged against all codes: warnings become annotations, all
 * errors together one `RuleViolationError`.
 *
 * It runs while the construct is made, not at synth: the stack trace leads to the line with the mistake, and a failed
 * app has not written anything yet.
 */
export function checkRules<Subject>(
  construct: IConstruct,
  rules: readonly Rule<Subject>[],
  subject: Subject,
  acknowledge: RuleAcknowledgement[] = [],
): void {
  const broken = brokenRules(rules, subject);
  if (acknowledge.length > 0) broken.push(...brokenRules(ACKNOWLEDGEMENT_RULES, acknowledgementsSubject(acknowledge)));
  report(
    construct,
    broken.map((rule) => ({ ...rule, message: describeBrokenRule(rule) })),
    acknowledge,
  );
}

/** Tells complaints: acknowledged ones as information, warnings as warnings, each once, and all errors in one. */
export function report(
  construct: IConstruct,
  complaints: readonly Complaint[],
  acknowledge: RuleAcknowledgement[] = [],
): void {
  const errors: Complaint[] = [];
  const once = (message: string, tell: (annotations: Annotations) => void) => {
    if (!construct.node.metadata.some(({ data }) => data === message)) tell(Annotations.of(construct));
  };
  for (const complaint of complaints) {
    const { message } = complaint;
    const acknowledged = acknowledge.find(({ code }) => code === complaint.code);
    if (acknowledged) {
      const info = `${message} (acknowledged: ${acknowledged.reason})`;
      once(info, (annotations) => annotations.addInfo(info));
    } else if (complaint.severity === 'warning') {
      once(message, (annotations) => annotations.addWarning(message));
    } else {
      errors.push(complaint);
    }
  }
  if (errors.length > 0) throw new RuleViolationError(construct.node.path, errors);
}
