import { compareText } from '../../util/compare';
import { type Phrase } from '../../util/phrase';
import { type Effect } from '../findings/effects';
import { compareFindings, type Finding } from '../findings/finding';
import { type Drift } from '../reviews/review-drift';

/** How many findings there are of each effect, in the order in which reports list them. */
export type Summary = Readonly<Record<Effect, number>>;

const SUMMARY_ORDER: readonly Effect[] = [
  'replace',
  'delete',
  'reboot',
  'pending',
  'fails',
  'no-effect',
  'exposure',
  'cut-off',
  'unknown',
  'in-place',
  'create',
];

/** What a plan does to the brokers of one stack. Nothing in it is secret. */
export interface StackReport {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly drift: readonly Drift[];
  /** What has to be known of the plan as a whole. */
  readonly notes: readonly Phrase[];
  readonly picture: Picture;
}

/** The touched brokers of a stack and what they stand on. */
export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

export interface PictureNode {
  readonly address: string;
  readonly type: string;
  /** What happens to it, the worst first; empty where the plan does not touch it. */
  readonly effects: readonly Effect[];
}

/** What plans do to brokers, in all stacks. Everything in it is in an order that the plans' own orders do not change. */
export interface Report {
  readonly stacks: readonly StackReport[];
  readonly findings: readonly JudgedFinding[];
  readonly drift: readonly Drift[];
  readonly summary: Summary;
  /** Whether a finding has an effect that is to fail the pipeline, and was not allowed. */
  readonly blocked: boolean;
}

export interface JudgedFinding extends Finding {
  /** Whether its effect is one of those that fail the pipeline. */
  readonly gated: boolean;
  /** Whether it was allowed by name. */
  readonly allowed: boolean;
}

/** By what a report is judged. */
export interface Gate {
  readonly failOn: ReadonlySet<Effect>;
  /** `ADDRESS=EFFECT` and `STACK:ADDRESS=EFFECT` of what may happen all the same. */
  readonly allowed: ReadonlySet<string>;
}

export function reportOf(stacks: readonly StackReport[], gate: Gate): Report {
  const inOrder = [...stacks].sort((a, b) => compareText(a.name, b.name));
  const findings = inOrder
    .flatMap((stack) => stack.findings)
    .sort(compareFindings)
    .map((finding) => judged(finding, gate));
  return {
    stacks: inOrder,
    findings,
    drift: inOrder.flatMap(({ drift }) => drift),
    summary: summaryOf(findings),
    blocked: findings.some(({ gated, allowed }) => gated && !allowed),
  };
}

function judged(finding: Finding, { failOn, allowed }: Gate): JudgedFinding {
  const name = `${finding.address}=${finding.effect}`;
  return {
    ...finding,
    gated: failOn.has(finding.effect),
    allowed: allowed.has(name) || allowed.has(`${finding.stack}:${name}`),
  };
}

export function summaryOf(findings: readonly Finding[]): Summary {
  const count = (effect: Effect) => findings.filter((finding) => finding.effect === effect).length;
  return Object.fromEntries(SUMMARY_ORDER.map((effect) => [effect, count(effect)])) as Summary;
}
