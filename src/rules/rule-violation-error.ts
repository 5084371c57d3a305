import { type FindingMessage } from './rule';

/** What is thrown where inputs violate rules: everything that one construct or call violates, in one error. */
export interface RuleViolationError {
  /** Path of the construct in the construct tree, or the call where there is no construct. */
  readonly constructPath: string;

  /** Codes of the violated rules, in the order of the message. */
  readonly codes: string[];

  /** What each rule found, one line per finding. */
  readonly message: string;
}

/** Marks the errors of every copy of this package, where `instanceof` knows those of its own copy only. */
const MARK = Symbol.for('cdktf-amazon-mq.RuleViolationError');

/** Recognizes the errors of this package. */
export class Errors {
  /**
   * Whether a value is a `RuleViolationError`, thrown by this or another copy of the package.
   *
   * @param error what was caught
   */
  static isRuleViolationError(error: unknown): error is RuleViolationError {
    return typeof error === 'object' && error !== null && MARK in error;
  }

  private constructor() {}
}

/** The error to throw for the findings of a construct or call. */
export function ruleViolationError(
  constructPath: string,
  findings: readonly Pick<FindingMessage, 'code' | 'message'>[],
): Error & RuleViolationError {
  const count = findings.length === 1 ? 'a rule is' : `${findings.length} rules are`;
  const lines = findings.map(({ message }) => `  ${message}`);
  const error = new Error(`${constructPath}: ${count} violated\n${lines.join('\n')}`);
  error.name = 'RuleViolationError';
  return Object.assign(error, { constructPath, codes: findings.map(({ code }) => code), [MARK]: true });
}
