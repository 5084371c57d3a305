import { Errors } from 'cdktf-amazon-mq';

/** The codes of the rules that some work violates; none if it does its work. */
export function violatedCodes(work: () => void): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (Errors.isRuleViolationError(error)) return error.codes;
    throw error;
  }
}
