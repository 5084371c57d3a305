/** Says that a violated rule is meant: for the day AWS changes its mind before this package does. */
export interface RuleAcknowledgement {
  /** Code of the rule, as its message shows it in brackets; all stand in docs/rules.md. */
  readonly code: string;
  /** Why the rule does not hold here; it is kept with the stack's annotations. */
  readonly reason: string;
}
