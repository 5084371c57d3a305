import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What the rules see of what watches a network. */
export interface WatchedFacts {
  /** Ids of the members of the network. */
  readonly memberIds: readonly string[];
  /** Ids of those to watch; absent: all. */
  readonly members?: readonly string[];
}

export const NETWORK_ALARMS_RULES: readonly Rule<WatchedFacts>[] = [
  {
    code: 'network-watched-member',
    severity: 'error',
    reason: 'nobody would notice that a member is not watched',
    source: SOURCES.metrics,
    check: ({ memberIds, members = memberIds }) =>
      members.flatMap((id, index) =>
        memberIds.includes(id)
          ? []
          : [
              {
                property: `members[${index}]`,
                problem: 'is not a member of the network',
                got: id,
                allowed: memberIds.join(', '),
                remedy: 'write the id of a member, or omit members to watch all of them',
              },
            ],
      ),
  },
];
