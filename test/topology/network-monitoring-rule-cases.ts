import { type WatchedFacts } from '../../src/topology/network-monitoring-rules';

const memberIds = ['seoul', 'busan'];
const all: WatchedFacts = { memberIds };

export const NETWORK_ALARMS_CASES = [
  {
    code: 'network-watched-member',
    bad: { memberIds, members: ['seoul', 'pusan'] },
    messages: [
      '[network-watched-member] members[1] is not a member of the network: got "pusan"; allowed: seoul, busan; write the id of a member, or omit members to watch all of them',
    ],
    good: { memberIds, members: ['busan'] },
    unresolved: all,
  },
];
