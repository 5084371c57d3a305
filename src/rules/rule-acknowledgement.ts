/** Accepts the violation of a rule on purpose, for example because AWS changed after this package did. */
export interface RuleAcknowledgement {
  /** Code of the rule, as its message shows it in brackets; docs/rules.md lists all of them. */
  readonly code: string;
  /** Why the rule does not hold here; it is kept with the stack's annotations. */
  readonly reason: string;
}
