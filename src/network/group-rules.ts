import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What the rules see of a security group after all grants: its rules, as AWS counts them. */
export interface GroupFacts {
  readonly counts: readonly RuleCount[];
}

/** Rules of one direction for one version of IP. */
export interface RuleCount {
  readonly direction: 'inbound' | 'outbound';
  readonly version: 4 | 6;
  readonly rules: number;
}

/** AWS counts each direction and each version of IP by itself. */
const RULE_QUOTA = 60;

export const GROUP_RULES: readonly Rule<GroupFacts>[] = [
  {
    code: 'security-group-rule-count',
    severity: 'warning',
    reason: `AWS rejects more than ${RULE_QUOTA} inbound or outbound rules of a security group, unless it has raised the quota of the account`,
    source: SOURCES.vpcQuotas,
    allowed: `at most ${RULE_QUOTA}, unless AWS has raised your quota`,
    remedy: 'grant to larger ranges, to a prefix list or to a security group',
    check: ({ counts }) =>
      counts
        .filter(({ rules }) => rules > RULE_QUOTA)
        .map(({ direction, version, rules }) => ({
          property: 'securityGroup',
          problem: `has too many ${direction} rules for IPv${version}`,
          got: rules,
        })),
  },
];
