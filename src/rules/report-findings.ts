import { Annotations } from 'cdktf';
import { type IConstruct } from 'constructs';
import { type FindingMessage } from './rule';
import { type RuleAcknowledgement } from './rule-acknowledgement';
import { ruleViolationError } from './rule-violation-error';

/**
 * Reports findings of a construct: infos and acknowledged findings as information, warnings as warnings, each once, and
 * all errors in one `RuleViolationError`.
 */
export function reportFindings(
  construct: IConstruct,
  findings: readonly FindingMessage[],
  acknowledge: readonly RuleAcknowledgement[] = [],
): void {
  const errors: FindingMessage[] = [];
  for (const finding of findings) {
    const { code, severity, message } = finding;
    const acknowledged = acknowledge.find((each) => each.code === code);
    if (acknowledged) annotate(construct, 'info', `${message} (acknowledged: ${acknowledged.reason})`);
    else if (severity === 'error') errors.push(finding);
    else annotate(construct, severity, message);
  }
  if (errors.length > 0) throw ruleViolationError(construct.node.path, errors);
}

/** A finding is reported once, even if the same rule finds it again. */
function annotate(construct: IConstruct, level: 'info' | 'warning', message: string): void {
  if (construct.node.metadata.some(({ data }) => data === message)) return;
  const annotations = Annotations.of(construct);
  if (level === 'info') annotations.addInfo(message);
  else annotations.addWarning(message);
}
