import { isDeepStrictEqual } from 'node:util';
import { type IConstruct } from 'constructs';
import { UNUSED_ACKNOWLEDGEMENT } from './acknowledgement-rules';
import { isUsed } from './acknowledgement-use';
import { annotate, annotateFindings } from './report-findings';
import { type Finding, type FindingMessage, judge, messageOf, type Rule } from './rule';
import { type RuleAcknowledgement } from './rule-acknowledgement';

/** What a construct is checked for at synth, after Aspects and overrides. */
interface SynthChecks {
  readonly again: (() => string[])[];
  readonly acknowledge: RuleAcknowledgement[];
}

const CHECKS = new WeakMap<IConstruct, SynthChecks>();

/**
 * Checks facts again at synth, after Aspects and overrides. What was reported when the construct was made is not reported
 * again.
 */
export function checkAgainAtSynth<Facts>(
  construct: IConstruct,
  rules: readonly Rule<Facts>[],
  facts: () => Facts,
  acknowledge?: readonly RuleAcknowledgement[],
  inProps: (finding: Finding) => Finding = (finding) => finding,
): void {
  checkFindingsAtSynth(construct, () => inMessages(judge(rules, facts()).map(inProps)), acknowledge);
}

/** Facts as a resource has them at synth: null where an argument is not set, which means absent for a prop. */
export type WrittenFacts<Facts> = { readonly [Name in keyof Facts]?: Facts[Name] | null };

/**
 * Checks the facts of a construct again at synth if Aspects or overrides changed one that a resource has. `written` reads
 * these facts from the resource.
 */
export function checkChangesAtSynth<Facts extends object>(
  construct: IConstruct,
  rules: readonly Rule<Facts>[],
  facts: NoInfer<Facts>,
  written: () => WrittenFacts<NoInfer<Facts>>,
  acknowledge?: readonly RuleAcknowledgement[],
  inProps: (finding: Finding) => Finding = (finding) => finding,
): void {
  const before = new Map<string, unknown>(Object.entries(facts));
  checkFindingsAtSynth(
    construct,
    () => {
      const now = Object.fromEntries(Object.entries(written()).map(([name, value]) => [name, value ?? undefined]));
      const isUnchanged = Object.entries(now).every(([name, value]) => isDeepStrictEqual(value, before.get(name)));
      return inMessages((isUnchanged ? [] : judge(rules, { ...facts, ...now })).map(inProps));
    },
    acknowledge,
  );
}

function inMessages(findings: readonly Finding[]): FindingMessage[] {
  return findings.map((finding) => ({ ...finding, message: messageOf(finding) }));
}

/** Reports at synth what is found then. */
export function checkFindingsAtSynth(
  construct: IConstruct,
  find: () => readonly FindingMessage[],
  acknowledge?: readonly RuleAcknowledgement[],
): void {
  checksOf(construct).again.push(() => annotateFindings(construct, find(), acknowledge).map(({ message }) => message));
}

/** Reports at synth the acknowledgements of a construct that acknowledged nothing in the app. */
export function checkUseAtSynth(construct: IConstruct, acknowledge: readonly RuleAcknowledgement[]): void {
  checksOf(construct).acknowledge.push(...acknowledge);
}

function checksOf(construct: IConstruct): SynthChecks {
  let checks = CHECKS.get(construct);
  if (checks === undefined) {
    CHECKS.set(construct, (checks = { again: [], acknowledge: [] }));
    construct.node.addValidation({ validate: () => runChecks(construct) });
  }
  return checks;
}

function runChecks(construct: IConstruct): string[] {
  const { again, acknowledge } = CHECKS.get(construct)!;
  // Resources that a construct made with one value share its mistake.
  const errors = [...new Set(again.flatMap((check) => check()))];
  if (acknowledge.length === 0) return errors;
  // An outer construct hands its acknowledgements on to those it makes. It is checked first, and reports them itself.
  const unused = judge([UNUSED_ACKNOWLEDGEMENT], unusedOf(construct, acknowledge));
  for (const finding of unused) annotate(construct, 'warning', messageOf(finding));
  return errors;
}

/** The acknowledgements that neither the construct nor one that it made needs. */
function unusedOf(construct: IConstruct, acknowledge: readonly RuleAcknowledgement[]): RuleAcknowledgement[] {
  const unusedYet = () => acknowledge.filter((each) => !isUsed(construct, each));
  if (unusedYet().length === 0) return [];
  // The constructs that it made are checked after it: their checks run here too, so that their uses count.
  for (const made of construct.node.findAll()) CHECKS.get(made)?.again.forEach((check) => check());
  return unusedYet();
}
