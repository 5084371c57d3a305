import { type Rule } from '../rules/rule';

/** What the rules see of a broker that is to pass an audit. */
export interface StrictFacts {
  /** Keys of the tags; absent if only Terraform knows them. */
  readonly tagKeys?: string[];
}

export const STRICT_RULES: readonly Rule<StrictFacts>[] = [
  {
    code: 'strict-tags',
    severity: 'error',
    reason: 'Security Hub control MQ.4 asks for tags that you define; Name alone does not say who owns the broker',
    source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html',
    check: ({ tagKeys }) =>
      tagKeys === undefined || tagKeys.some((key) => key !== 'Name')
        ? []
        : [
            {
              property: 'tags',
              problem: 'has no key besides Name',
              allowed: 'one or more keys of your own',
              remedy: 'write the keys that your control requires, such as owner and cost-center',
            },
          ],
  },
];
