import { HIDDEN } from '../../util/credentials';
import { matchesGlob } from '../../util/glob';
import { type Effect, isEffect } from '../findings/effects';
import { type Finding } from '../findings/finding';
import { type FindingSeverity, SEVERITIES } from '../findings/finding-kind';
import { type FindingCode } from '../findings/finding-kinds';

/** By what a report is judged. */
export interface Gate {
  readonly failOn: FailOn;
  readonly allowances: readonly Allowance[];
  /** The day on which allowances are judged, as `2026-12-31`. */
  readonly today: string;
}

/** Which findings fail the pipeline, unless they are allowed. */
export interface FailOn {
  /** Findings of this severity and worse; `undefined` for none by their severity. */
  readonly severity: FindingSeverity | undefined;
  readonly effects: ReadonlySet<Effect>;
  readonly codes: ReadonlySet<FindingCode>;
}

/** Something that may happen all the same. */
export interface Allowance {
  /** Where: an address in which `*` and `?` may be used. */
  readonly address: string;
  /** The only stack it is for; without one, the address may start with `STACK:`. */
  readonly stack?: string;
  readonly what: FindingCode | Effect;
  readonly reason?: string;
  /** The last day on which it allows, as `2026-12-31`. */
  readonly expires?: string;
  /** Where it was given: `--allow` or a line of a file. */
  readonly origin: string;
}

/**
 * What became of an allowance. `ambiguous` is one by effect at an address that has several findings with that effect:
 * it allows none of them, because nobody said which was looked at.
 */
type AllowanceState = 'used' | 'unused' | 'expired' | 'ambiguous';

export interface JudgedAllowance extends Allowance {
  readonly state: AllowanceState;
}

export interface JudgedFinding extends Finding {
  /** Whether it is one of those that fail the pipeline unless they are allowed. */
  readonly gated: boolean;
  readonly allowedBy: Allowance | undefined;
  /** Whether it fails the pipeline. */
  readonly blocks: boolean;
}

/** The findings with what the gate makes of each, and the allowances with what became of them. */
interface Judgement {
  readonly findings: readonly JudgedFinding[];
  readonly allowances: readonly JudgedAllowance[];
}

export function judge(findings: readonly Finding[], { failOn, allowances, today }: Gate): Judgement {
  const allowedBy = new Map<Finding, Allowance>();
  const judged = allowances.map((allowance): JudgedAllowance => {
    const matching = findings.filter((finding) => matches(allowance, finding));
    if (matching.length === 0) return { ...allowance, state: 'unused' };
    if (allowance.expires !== undefined && allowance.expires < today) return { ...allowance, state: 'expired' };
    const allowed = isEffect(allowance.what) ? withoutAmbiguous(matching) : matching;
    for (const finding of allowed) allowedBy.set(finding, allowedBy.get(finding) ?? allowance);
    return { ...allowance, state: allowed.length === 0 ? 'ambiguous' : 'used' };
  });
  allowWhatComesWith(findings, allowedBy);
  return {
    findings: findings.map((finding) => {
      const gated = isGated(finding, failOn);
      const allowance = allowedBy.get(finding);
      return { ...finding, gated, allowedBy: allowance, blocks: gated && allowance === undefined };
    }),
    allowances: judged,
  };
}

function isGated({ severity, effect, code }: Finding, failOn: FailOn): boolean {
  if (failOn.effects.has(effect) || failOn.codes.has(code)) return true;
  return failOn.severity !== undefined && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn.severity);
}

const DEPOSED = ' (deposed ';

function matches({ what, address, stack }: Allowance, finding: Finding): boolean {
  if (what !== finding.code && what !== finding.effect) return false;
  // Two hidden keys look alike, so an address with one does not say what it allows.
  if (finding.address.includes(HIDDEN)) return false;
  if (finding.address.includes(DEPOSED) && !address.includes(DEPOSED)) return false;
  if (stack !== undefined) return matchesGlob(stack, finding.stack) && matchesGlob(address, finding.address);
  return matchesGlob(address, finding.address) || matchesGlob(address, `${finding.stack}:${finding.address}`);
}

function withoutAmbiguous(findings: readonly Finding[]): Finding[] {
  const count = new Map<string, number>();
  for (const finding of findings) count.set(placeOf(finding), (count.get(placeOf(finding)) ?? 0) + 1);
  return findings.filter((finding) => count.get(placeOf(finding)) === 1);
}

/** Allowing a replacement covers what it follows from and what follows from it, where that is not an error of its own. */
function allowWhatComesWith(findings: readonly Finding[], allowedBy: Map<Finding, Allowance>): void {
  const causes = new Map<string, Allowance>();
  const replaced = new Map<string, Allowance>();
  for (const [finding, allowance] of allowedBy) {
    if (finding.effect !== 'replace' && finding.effect !== 'delete') continue;
    replaced.set(placeOf(finding), allowance);
    for (const address of finding.causedBy) causes.set(placeOf({ stack: finding.stack, address }), allowance);
  }
  for (const finding of findings) {
    if (finding.severity === 'error' || allowedBy.has(finding)) continue;
    const { stack, causedBy } = finding;
    const allowance =
      causes.get(placeOf(finding)) ??
      causedBy.map((address) => replaced.get(placeOf({ stack, address }))).find((found) => found !== undefined);
    if (allowance !== undefined) allowedBy.set(finding, allowance);
  }
}

function placeOf({ stack, address }: Pick<Finding, 'stack' | 'address'>): string {
  return JSON.stringify([stack, address]);
}
