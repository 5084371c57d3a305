import { type IConstruct } from 'constructs';
import { UNUSED_ACKNOWLEDGEMENT } from './acknowledgement-rules';
import { isUsed } from './acknowledgement-use';
import { annotate, annotateFindings } from './report-findings';
import { type Finding, judge, messageOf, type Rule } from './rule';
import { type RuleAcknowledgement } from './rule-acknowledgement';

/** What a construct is checked for at synth, after Aspects and overrides. */
interface SynthChecks {
  readonly again: (() => string[])[];
  readonly acknowledge: Map<string, RuleAcknowledgement>;
}

const CHECKS = new WeakMap<IConstruct, SynthChecks>();

/**
 * Holds facts against rules once more at synth, after Aspects and overrides. What was reported when the construct was
 * made is not reported again.
 */
export function checkAgainAtSynth<Facts>(
  construct: IConstruct,
  rules: readonly Rule<Facts>[],
  facts: () => Facts,
  acknowledge: readonly RuleAcknowledgement[] = [],
  inProps: (finding: Finding) => Finding = (finding) => finding,
): void {
  checksOf(construct).again.push(() => {
    const findings = judge(rules, facts()).map(inProps);
    const messages = findings.map((finding) => ({ ...finding, message: messageOf(finding) }));
    return annotateFindings(construct, messages, acknowledge).map(({ message }) => message);
  });
}

/** Reports at synth the acknowledgements of a construct that acknowledged nothing in the app. */
export function checkUseAtSynth(construct: IConstruct, acknowledge: readonly RuleAcknowledgement[]): void {
  for (const each of acknowledge) checksOf(construct).acknowledge.set(each.code, each);
}

function checksOf(construct: IConstruct): SynthChecks {
  let checks = CHECKS.get(construct);
  if (checks === undefined) {
    CHECKS.set(construct, (checks = { again: [], acknowledge: new Map() }));
    construct.node.addValidation({ validate: () => runChecks(construct) });
  }
  return checks;
}

function runChecks(construct: IConstruct): string[] {
  const { again, acknowledge } = CHECKS.get(construct)!;
  const errors = again.flatMap((check) => check());
  if (acknowledge.size === 0) return errors;
  // An outer construct hands its acknowledgements on to those it makes, and reports them itself.
  const outer = construct.node.scopes.slice(0, -1).map((scope) => CHECKS.get(scope)?.acknowledge);
  const unused = [...acknowledge.values()].filter(
    (each) => !isUsed(construct, each) && !outer.some((handedOn) => handedOn?.has(each.code)),
  );
  for (const finding of judge([UNUSED_ACKNOWLEDGEMENT], unused)) annotate(construct, 'warning', messageOf(finding));
  return errors;
}
