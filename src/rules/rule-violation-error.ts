/** Every rule that one construct or call violates, in one error. */
export class RuleViolationError extends Error {
  /** Path of the construct in the construct tree, or the call where there is no construct. */
  readonly constructPath: string;

  /** Codes of the violated rules, in the order of the message. */
  readonly codes: string[];

  /** @internal */
  constructor(constructPath: string, broken: { code: string; message: string }[]) {
    const count = broken.length === 1 ? 'a rule is' : `${broken.length} rules are`;
    super(`${constructPath}: ${count} violated\n${broken.map(({ message }) => `  ${message}`).join('\n')}`);
    this.name = 'RuleViolationError';
    this.constructPath = constructPath;
    this.codes = broken.map(({ code }) => code);
  }
}
