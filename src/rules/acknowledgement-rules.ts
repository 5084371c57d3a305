import { type Rule } from './rule';

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

export const ACKNOWLEDGEMENT_RULES: readonly Rule<AcknowledgementFacts>[] = [
  {
    code: 'acknowledge-code',
    severity: 'error',
    reason: 'an acknowledgement of what does not exist acknowledges nothing, and nobody notices',
    source: SOURCE,
    check: ({ acknowledgements }) =>
      acknowledgements.flatMap(({ code, exists, nearest }, index) =>
        code === undefined || exists
          ? []
          : [
              {
                property: `acknowledge[${index}].code`,
                problem: 'is not the code of a rule',
                got: code,
                allowed: 'the codes in docs/rules.md and docs/document.md',
                remedy: nearest === undefined ? 'leave it out' : `write ${JSON.stringify(nearest)}`,
              },
            ],
      ),
  },
  {
    code: 'acknowledge-reason',
    severity: 'error',
    reason: 'an acknowledgement without a reason tells nobody when it can go',
    source: SOURCE,
    check: ({ acknowledgements }) =>
      acknowledgements.flatMap(({ reason }, index) =>
        reason === undefined || reason.trim() !== ''
          ? []
          : [
              {
                property: `acknowledge[${index}].reason`,
                problem: 'is blank',
                got: reason,
                allowed: 'a sentence',
                remedy: 'write why the rule does not hold here',
              },
            ],
      ),
  },
];
