import { type Rule } from './rule';
import { type RuleAcknowledgement } from './rule-acknowledgement';

const SOURCE = 'https://github.com/cdktf-amazon-mq/cdktf-amazon-mq/blob/main/docs/rules.md';

/** What acknowledges rules. */
export interface AcknowledgementFacts {
  readonly acknowledgements: {
    readonly code?: string;
    readonly reason?: string;
    /** Whether a rule or a finding of the document check has the code. */
    readonly exists: boolean;
    /** The code that was probably meant. */
    readonly nearest?: string;
  }[];
}

/** What is reported about acknowledgements that acknowledged nothing in the whole app. */
export const UNUSED_ACKNOWLEDGEMENT: Rule<readonly RuleAcknowledgement[]> = {
  code: 'acknowledge-unused',
  severity: 'warning',
  reason: 'an acknowledgement that nothing needs any more hides the next finding of its rule',
  source: SOURCE,
  check: (unused) =>
    unused.map(({ code }) => ({
      property: 'acknowledge',
      problem: 'has an entry that acknowledges nothing',
      got: code,
      remedy: 'remove the entry',
    })),
};

export const ACKNOWLEDGEMENT_RULES: readonly Rule<AcknowledgementFacts>[] = [
  {
    code: 'acknowledge-code',
    severity: 'error',
    reason: 'an acknowledgement of a rule that does not exist acknowledges nothing, silently',
    source: SOURCE,
    allowed: 'the codes in docs/rules.md and docs/document.md',
    remedy: 'correct the code, or remove the entry',
    check: ({ acknowledgements }) =>
      acknowledgements.flatMap(({ code, exists, nearest }, index) =>
        code === undefined || exists
          ? []
          : [
              {
                property: `acknowledge[${index}].code`,
                problem: 'is not the code of a rule',
                got: code,
                ...(nearest === undefined ? {} : { remedy: `write ${JSON.stringify(nearest)}` }),
              },
            ],
      ),
  },
  {
    code: 'acknowledge-reason',
    severity: 'error',
    reason: 'without a reason, nobody knows when the acknowledgement can go',
    source: SOURCE,
    allowed: 'a sentence',
    remedy: 'write why the rule does not hold here',
    check: ({ acknowledgements }) =>
      acknowledgements.flatMap(({ reason }, index) =>
        reason === undefined || reason.trim() !== ''
          ? []
          : [
              {
                property: `acknowledge[${index}].reason`,
                problem: 'is blank',
                got: reason,
              },
            ],
      ),
  },
];
