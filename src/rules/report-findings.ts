import { Annotations } from 'cdktf';
import { type IConstruct } from 'constructs';
import { recordUse } from './acknowledgement-use';
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
  acknowledge?: readonly RuleAcknowledgement[],
): void {
  const errors = annotateFindings(construct, findings, acknowledge);
  if (errors.length > 0) throw ruleViolationError(construct.node.path, errors);
}

/** Annotates what is not an error or is acknowledged, and returns the errors. */
export function annotateFindings(
  construct: IConstruct,
  findings: readonly FindingMessage[],
  acknowledge?: readonly RuleAcknowledgement[],
): FindingMessage[] {
  return findings.filter(({ code, severity, message }) => {
    const acknowledged = acknowledge?.find((each) => each.code === code);
    if (acknowledged) {
      recordUse(construct, acknowledged);
      annotate(construct, 'info', `${message} (acknowledged: ${acknowledged.reason})`);
    } else if (severity !== 'error') {
      annotate(construct, severity, message);
    }
    return !acknowledged && severity === 'error';
  });
}

const ADD = { info: 'addInfo', warning: 'addWarning' } as const;

/**
 * Annotates a construct with a message, once. What a construct above it says already is not said again: it made this one
 * from the prop that the message is about.
 */
export function annotate(construct: IConstruct, level: keyof typeof ADD, message: string): void {
  if (construct.node.scopes.some(({ node }) => node.metadata.some(({ data }) => data === message))) return;
  Annotations.of(construct)[ADD[level]](message);
}
