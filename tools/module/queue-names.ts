import { ONE_DESTINATION } from '../../src/amazon-mq/destination-name';
import { type RuleInHcl } from './rule-in-hcl';

/** That each name is one queue, as CloudWatch and Lambda take it: Terraform's regular expressions have no lookahead. */
export function queueNameRule(code: string, each: string): RuleInHcl {
  return {
    code,
    each: `name in ${each}`,
    holds: 'length(name) <= 1024 && can(regex("^[!-~]+$", name)) && !can(regex("[*>,\\"\'?]", name))',
    shows: 'name',
    allowed: ONE_DESTINATION,
    remedy: 'write the name of one queue',
  };
}
