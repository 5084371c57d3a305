/** Whether what was found stops the synthesis or is only said. */
export type Severity = 'error' | 'warning';

/** What is wrong with one value of a subject. */
export interface Violation {
  /** The property that holds the value, as the user writes it: `users[0].groups`. */
  readonly property: string;
  /** What is wrong with it, as a sentence without its subject: `is not a name Amazon MQ takes`. */
  readonly problem: string;
  /** The value, where it may be shown: a password never is. */
  readonly got?: unknown;
  /** What would be right. */
  readonly allowed?: string;
  /** What to do. */
  readonly remedy: string;
}

/**
 * One thing that Amazon MQ or the AWS provider rejects, drops or ignores.
 *
 * A rule looks at a subject of known values: what Terraform alone will know is absent from it (see `known`), so a rule
 * is silent on what is not known without asking.
 */
export interface Rule<Subject> {
  readonly code: string;
  readonly severity: Severity;
  /** What Amazon MQ, AWS or the provider would do. */
  readonly reason: string;
  /** Where that is written. */
  readonly source: string;
  readonly violations: (subject: Subject) => Violation[];
}

/** A violation together with the rule it breaks. */
export interface BrokenRule {
  readonly code: string;
  readonly severity: Severity;
  readonly violation: Violation;
}

/** Runs a table of rules over a subject. */
export function brokenRules<Subject>(rules: readonly Rule<Subject>[], subject: Subject): BrokenRule[] {
  return rules.flatMap(({ code, severity, violations }) =>
    violations(subject).map((violation) => ({ code, severity, violation })),
  );
}

/** One line a person can act on: code, what is wrong, the value got, what is allowed, what to do. */
export function describeBrokenRule({ code, violation }: BrokenRule): string {
  const { property, problem, allowed, remedy } = violation;
  const got = 'got' in violation ? `: got ${show(violation.got)}` : '';
  return `[${code}] ${property} ${problem}${got}${allowed ? `; allowed: ${allowed}` : ''}; ${remedy}`;
}

function show(value: unknown): string {
  return typeof value === 'string' || typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A rule broken or a finding of the document check, ready to be told. */
export interface Complaint {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}
