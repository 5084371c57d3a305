import { compareText } from '../../util/compare';
import { type Phrase } from '../../util/phrase';
import { type Effect, EFFECTS } from '../findings/effects';
import { compareFindings, type Finding } from '../findings/finding';
import { type Drift } from '../reviews/review-drift';
import { type Gate, judge, type JudgedAllowance, type JudgedFinding } from './gate';

/** How many findings there are of each effect, the worst effect first. */
type Summary = Readonly<Record<Effect, number>>;

/** What a plan does to the brokers of one stack. Nothing in it is secret. */
export interface StackReport {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly drift: readonly Drift[];
  /** What has to be known of the plan as a whole. */
  readonly notes: readonly Phrase[];
  readonly picture: Picture;
}

/** What changes at and around the brokers of a stack, and how one leads to the other. */
export interface Picture {
  readonly nodes: readonly PictureNode[];
  /** From the cause to what follows from it. */
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
  /** What keeps this report apart from others on the same pull request, such as an environment. */
  readonly title: string | undefined;
  readonly stacks: readonly StackReport[];
  readonly findings: readonly JudgedFinding[];
  readonly drift: readonly Drift[];
  readonly summary: Summary;
  readonly allowances: readonly JudgedAllowance[];
  /** Whether a finding fails the pipeline. */
  readonly blocked: boolean;
}

export function reportOf(stacks: readonly StackReport[], gate: Gate, title?: string): Report {
  const inOrder = [...stacks].sort((a, b) => compareText(a.name, b.name));
  const sorted = inOrder.flatMap((stack) => stack.findings).sort(compareFindings);
  const { findings, allowances } = judge(sorted, gate);
  return {
    title,
    stacks: inOrder,
    findings,
    drift: inOrder.flatMap(({ drift }) => drift),
    summary: summaryOf(findings),
    allowances,
    blocked: findings.some(({ blocks }) => blocks),
  };
}

export function summaryOf(findings: readonly Finding[]): Summary {
  const count = (effect: Effect) => findings.filter((finding) => finding.effect === effect).length;
  return Object.fromEntries(EFFECTS.map((effect) => [effect, count(effect)])) as Summary;
}
