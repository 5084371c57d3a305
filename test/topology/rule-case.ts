/** One violation of a rule, with its messages, and what the rule lets pass. */
export interface RuleCase<Facts> {
  readonly code: string;
  readonly bad: Facts;
  readonly messages: readonly string[];
  readonly good: Facts;
  readonly unresolved: Facts;
}

/** What is wrong, the message, and what is right, if that is not the usual. */
export type CaseRow<Facts> = readonly [bad: Facts, message: string, good?: Facts];

/** The cases of a rule. */
export function casesOf<Facts>(
  code: string,
  rows: readonly CaseRow<Facts>[],
  usual: { readonly good: Facts; readonly unresolved: Facts },
): RuleCase<Facts>[] {
  return rows.map(([bad, message, good = usual.good]) => ({
    code,
    bad,
    messages: message.split('\n').map((line) => `[${code}] ${line}`),
    good,
    unresolved: usual.unresolved,
  }));
}
