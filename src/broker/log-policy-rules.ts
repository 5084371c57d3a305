import { LOG_POLICIES_PER_REGION } from '../amazon-mq/limits';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What the rules see of the log resource policy of a stack. */
export interface LogPolicyFacts {
  /** Which one it is of those that the app makes in one Region and account, as far as the providers say. */
  readonly number: number;
}

const MOST = LOG_POLICIES_PER_REGION;

export const LOG_POLICY_RULES: readonly Rule<LogPolicyFacts>[] = [
  {
    code: 'log-policy-count',
    severity: 'info',
    reason: `AWS rejects more than ${MOST} resource policies of CloudWatch Logs per Region of an account, and one serves all brokers; versions of the provider from before October 2025 retry until they time out`,
    source: SOURCES.logQuotas,
    allowed: `${MOST} per Region of an account`,
    remedy: 'set logs.resourcePolicy to false for the brokers of this stack, unless it has an account of its own',
    check: ({ number }) =>
      number > MOST
        ? [{ property: 'logs.resourcePolicy', problem: 'makes one policy more than AWS allows', got: number }]
        : [],
  },
];
