import { type RuleInHcl } from './rule-in-hcl';

/** Whether `name` is one queue, as CloudWatch and Lambda take it: Terraform's regular expressions have no lookahead. */
export const IS_ONE_QUEUE = 'length(name) <= 1024 && can(regex("^[!-~]+$", name)) && !can(regex("[*>,\\"\'?]", name))';

/** That each queue whose metrics are used is one queue. */
export function watchedQueueRule(names: string): RuleInHcl {
  return {
    code: 'metric-destination-name',
    each: `name in ${names}`,
    holds: IS_ONE_QUEUE,
    shows: 'name',
    remedy: 'write the name of one queue',
  };
}
