/**
 * How serious a finding is: an `error` cannot work or is rejected, a `warning` works and does something you may not
 * want, an `info` is worth knowing.
 */
export type Severity = 'error' | 'warning' | 'info';

/** What a rule found, without the rule's own part. */
export interface FindingDetails {
  /** The fact that is wrong, as a path: `users[0].groups`. */
  readonly property: string;
  /** What is wrong with it, as a sentence without its subject: `is not a time of day`. */
  readonly problem: string;
  /** The value, where it may be shown: a password never is. */
  readonly got?: unknown;
  /** What would be right. */
  readonly allowed?: string;
  /** What to do, as an imperative. */
  readonly remedy: string;
}

/** What a rule found about one place. */
export interface Finding extends FindingDetails {
  readonly code: string;
  readonly severity: Severity;
}

/**
 * Something that Amazon MQ, AWS or the provider does that makes an input wrong.
 *
 * A rule looks at facts. `null` is a fact that is not set, and is judged like any value; an absent fact is known to
 * Terraform only at apply, and a rule is silent about it (see `Fact`).
 *
 * In texts a rule names a fact in braces, as in `set {storageType} to EFS`: constructs, review and module each write
 * their own name for it (see `inTermsOf`).
 */
export interface Rule<Facts> {
  readonly code: string;
  readonly severity: Severity;
  /** What Amazon MQ, AWS or the provider does. */
  readonly reason: string;
  /** Where that is written. */
  readonly source: string;
  readonly check: (facts: Facts) => FindingDetails[];
}

/** Runs a table of rules over facts. */
export function judge<Facts>(rules: readonly Rule<Facts>[], facts: Facts): Finding[] {
  return rules.flatMap(({ code, severity, check }) => check(facts).map((details) => ({ code, severity, ...details })));
}

/** A finding with every fact named by `rename`, which takes the path of a fact. */
export function inTermsOf(finding: Finding, rename: (path: string) => string): Finding {
  const renamed = (text: string) => text.replace(/\{([A-Za-z][\w.]*)\}/g, (_, path: string) => rename(path));
  const { property, problem, allowed, remedy } = finding;
  return {
    ...finding,
    property: rename(property),
    problem: renamed(problem),
    ...(allowed === undefined ? {} : { allowed: renamed(allowed) }),
    remedy: renamed(remedy),
  };
}

/** One line a person can act on: code, what is wrong, the value, what is allowed, what to do. */
export function messageOf(finding: Finding): string {
  const { code, property, problem, allowed, remedy } = finding;
  const got = 'got' in finding ? `: got ${show(finding.got)}` : '';
  return `[${code}] ${property} ${problem}${got}${allowed ? `; allowed: ${allowed}` : ''}; ${remedy}`;
}

function show(value: unknown): string {
  return typeof value === 'string' || typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A finding of a rule or of the document check, ready to be reported. */
export interface FindingMessage {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}
