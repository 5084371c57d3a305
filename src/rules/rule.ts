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

/** What a rule found about one place, with what the rule always says. */
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
export type Rule<Facts> = RuleText<Facts> & (GuidingRule<Facts> | DetailedRule<Facts>);

interface RuleText<Facts> {
  readonly code: string;
  readonly severity: Severity;
  /** What Amazon MQ, AWS or the provider does. */
  readonly reason: string;
  /** Where that is written. */
  readonly source: string;
  /** What would be right, unless a finding says it more exactly. */
  readonly allowed?: Words<Facts>;
}

/** A rule whose remedy does not depend on what exactly is wrong, so that the module can give it too. */
interface GuidingRule<Facts> {
  /** What to do, as an imperative, unless a finding says it more exactly. */
  readonly remedy: Words<Facts>;
  readonly check: (facts: Facts) => (Omit<FindingDetails, 'remedy'> & Partial<FindingDetails>)[];
}

/** A rule of which each finding has a remedy of its own. */
interface DetailedRule<Facts> {
  readonly remedy?: undefined;
  readonly check: (facts: Facts) => FindingDetails[];
}

/** A text, or one that depends on what is judged, such as on the engine. */
export type Words<Facts> = string | ((facts: Facts) => string);

/** Runs a table of rules over facts. */
export function judge<Facts>(rules: readonly Rule<Facts>[], facts: Facts): Finding[] {
  return rules.flatMap((rule) => {
    const details = rule.check(facts);
    if (details.length === 0) return [];
    const { code, severity } = rule;
    const { allowed, remedy = '' } = guidanceOf(rule, facts);
    return details.map((each) => ({ code, severity, ...(allowed === undefined ? {} : { allowed }), remedy, ...each }));
  });
}

/** What a rule says of facts whatever is wrong with them: what is allowed, and what to do. */
export function guidanceOf<Facts>(
  { allowed, remedy }: Pick<Rule<Facts>, 'allowed' | 'remedy'>,
  facts: Facts,
): { allowed?: string; remedy?: string } {
  const inWords = (words: Words<Facts> | undefined) => (typeof words === 'function' ? words(facts) : words);
  return { allowed: inWords(allowed), remedy: inWords(remedy) };
}

/** A finding with every fact named by `rename`, which takes the path of a fact. */
export function inTermsOf(finding: Finding, rename: (path: string) => string): Finding {
  const { property, problem, allowed, remedy } = finding;
  return {
    ...finding,
    property: rename(property),
    problem: renameFacts(problem, rename),
    ...(allowed === undefined ? {} : { allowed: renameFacts(allowed, rename) }),
    remedy: renameFacts(remedy, rename),
  };
}

/** A text with the facts in braces named by `rename`. */
export function renameFacts(text: string, rename: (path: string) => string): string {
  return text.replace(/\{([A-Za-z][\w.]*)\}/g, (_, path: string) => rename(path));
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
