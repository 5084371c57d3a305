import { compareEngineVersions } from '../amazon-mq/engine-version';
import { SOURCES } from '../amazon-mq/sources';
import { type FindingDetails, type Rule } from '../rules/rule';
import { repeated } from '../util/repeated';
import { isWholeWithin } from '../util/whole-number';
import { cidrFindings } from './cidr-findings';
import { type MemberFacts } from './member-facts';
import { type NetworkEdge } from './network-edge';
import { circleIn, diameterOf, hasTwoWays } from './network-graph';

/** What the rules see of a network of brokers. */
export interface NetworkFacts {
  readonly members: readonly MemberFacts[];
  /** The edges as they were drawn, before those that lead nowhere are left out. */
  readonly drawn: readonly NetworkEdge[];
  /** Who holds connectors to whom. */
  readonly edges: readonly NetworkEdge[];
  /** Paths of stacks of which each needs the next one deployed first, in a circle. */
  readonly stackCircle?: readonly string[];
  readonly username: string;
  /** Whether the app gave a password, so that it can be the one that an existing broker has. */
  readonly hasOwnPassword: boolean;
  readonly rotation?: number;
  readonly ttl?: number;
  readonly replayDelay?: number;
  readonly expireMessagesPeriod?: number;
}

/** The oldest engine version on which networks of brokers were proven. */
const OLDEST = '5.18';

/** The characters and length of an id of a member. */
export const MEMBER_ID_FORM = /^[\w.-]{1,50}$/;

export const NETWORK_OF_BROKERS_RULES: readonly Rule<NetworkFacts>[] = [
  {
    code: 'network-member-count',
    severity: 'error',
    reason: 'a network of brokers connects two brokers or more',
    source: SOURCES.networkOfBrokers,
    check: ({ members }) =>
      members.length >= 2
        ? []
        : [
            {
              property: 'members',
              problem: `has ${members.length === 1 ? '1 entry' : 'no entry'}`,
              allowed: 'two members or more',
              remedy: 'add a member, or use the broker without a network',
            },
          ],
  },
  {
    code: 'network-member-id',
    severity: 'error',
    reason: 'connectors are named after the ids of their members, such as a-to-b-queues, and each name must be unique',
    source: SOURCES.networkOfBrokers,
    allowed: '1 to 50 letters, digits, hyphens, periods and underscores, without "-to-"',
    remedy: 'write a short name that never changes',
    check: ({ members }) =>
      members.flatMap(({ id }, index) =>
        id !== undefined && MEMBER_ID_FORM.test(id) && !id.includes('-to-')
          ? []
          : [
              {
                property: `members[${index}].id`,
                ...(id === undefined ? { problem: 'is missing' } : { problem: 'is not an id of a member', got: id }),
              },
            ],
      ),
  },
  {
    code: 'network-member-unique',
    severity: 'error',
    reason: 'two connectors of one name keep the broker from starting, and a broker does not connect to itself',
    source: SOURCES.networkOfBrokers,
    check: ({ members }) => [
      ...repeated(members.map(({ id }) => id)).map(([index, value]) => ({
        property: `members[${index}].id`,
        problem: 'is a duplicate',
        got: value,
        allowed: 'each id once',
        remedy: 'choose another id',
      })),
      ...repeated(members.map(({ broker }) => broker)).map(([index, value]) => ({
        property: `members[${index}].broker`,
        problem: 'is a member already',
        got: value,
        allowed: 'each broker once',
        remedy: 'remove one of the two members',
      })),
    ],
  },
  {
    code: 'network-member-taken',
    severity: 'error',
    reason:
      'a broker in two networks joins them into one, with a diameter and a policy that neither of the two accounts for',
    source: SOURCES.networkOfBrokers,
    check: ({ members }) =>
      members.flatMap(({ otherNetwork }, index) =>
        otherNetwork === undefined
          ? []
          : [
              {
                property: `members[${index}].broker`,
                problem: `is in the network ${otherNetwork} already`,
                allowed: 'one network for each broker',
                remedy: 'make one NetworkOfBrokers of all members',
              },
            ],
      ),
  },
  {
    code: 'network-edge',
    severity: 'error',
    reason:
      'one duplex connector passes messages in both directions; a second one between the same brokers adds nothing',
    source: SOURCES.proof,
    check: ({ members, drawn }) => {
      const ids = members.map(({ id }) => id);
      return drawn.flatMap(({ from, to }, index) => {
        const property = `shape.edges[${index}]`;
        const got = `${from} → ${to}`;
        const unknown = [from, to].find((id) => !ids.includes(id));
        if (unknown !== undefined) {
          const allowed = ids.join(', ');
          return [
            { property, problem: `names no member: ${unknown}`, got, allowed, remedy: 'name the id of a member' },
          ];
        }
        if (from === to) return [{ property, problem: 'leads back to its member', got, remedy: 'remove it' }];
        const before = drawn
          .slice(0, index)
          .some((edge) => (edge.from === from && edge.to === to) || (edge.from === to && edge.to === from));
        return before
          ? [{ property, problem: 'connects two members that are connected already', got, remedy: 'remove it' }]
          : [];
      });
    },
  },
  {
    code: 'network-circle',
    severity: 'error',
    reason:
      'each document needs the addresses of the brokers it connects to, so Terraform rejects a circle; in which direction a connector is held makes no difference to messages',
    source: SOURCES.proof,
    check: ({ edges }) => {
      const circle = circleIn(edges);
      if (circle === undefined) return [];
      const [first, second] = circle;
      return [
        {
          property: 'shape.edges',
          problem: 'form a circle',
          got: circle.join(' → '),
          allowed: 'edges that never lead back',
          remedy: `turn one of them round: from ${JSON.stringify(second)} to ${JSON.stringify(first)}`,
        },
      ];
    },
  },
  {
    code: 'network-unconnected',
    severity: 'error',
    reason: 'messages reach only members that edges lead to',
    source: SOURCES.networkOfBrokers,
    check: ({ members, edges }) => {
      const ids = idsOf(members);
      if (ids.length < 2 || diameterOf(ids, edges) !== Infinity) return [];
      const [start] = ids;
      const alone = ids.find((id) => diameterOf([start, id], edges) === Infinity)!;
      return [
        {
          property: 'shape',
          problem: `leaves members apart: no way leads from ${start} to ${alone}`,
          allowed: 'a way between any two members',
          remedy: 'add an edge between the two parts',
        },
      ];
    },
  },
  {
    code: 'network-holder',
    severity: 'error',
    reason: 'connectors are in the document of the member that holds them, and this app does not make that document',
    source: SOURCES.proof,
    check: ({ members, edges }) =>
      members.flatMap(({ id, exists }, index) => {
        const held = exists ? edges.find(({ from }) => from === id) : undefined;
        return held === undefined
          ? []
          : [
              {
                property: `members[${index}].broker`,
                problem: `exists already, so it cannot hold the connectors to ${held.to}`,
                allowed: 'edges with a broker of this app at one end at least',
                remedy: 'draw the edge from a broker of this app, or make the broker in this app',
              },
            ];
      }),
  },
  {
    code: 'network-configuration',
    severity: 'error',
    reason: 'the document of each member gets connectors and a policy of its own',
    source: SOURCES.proof,
    check: ({ members }) => [
      ...members.flatMap(({ exists, configuration }, index) =>
        exists || configuration !== undefined
          ? []
          : [
              {
                property: `members[${index}].broker`,
                problem: 'has a configuration that this app does not make',
                allowed: 'a BrokerConfiguration',
                remedy: 'give the broker a BrokerConfiguration with the document, or leave configuration out',
              },
            ],
      ),
      ...repeated(members.map(({ configuration }) => configuration)).map(([index, value]) => ({
        property: `members[${index}].broker`,
        problem: 'shares its configuration with another member',
        got: value,
        allowed: 'one configuration for each member',
        remedy: 'make a BrokerConfiguration for each; they can share a ConfigurationDocument',
      })),
    ],
  },
  {
    code: 'network-ttl',
    severity: 'error',
    reason:
      'ttl counts the hops that a message of a topic and the demand of a consumer pass: farther members get nothing',
    source: SOURCES.proof,
    check: ({ members, edges, ttl }) => {
      const diameter = diameterOf(idsOf(members), edges);
      if (ttl === undefined || diameter === Infinity || isWholeWithin(ttl, { min: diameter })) return [];
      return [
        {
          property: 'ttl',
          problem: 'is too low for the network',
          got: ttl,
          allowed: `a whole number from ${diameter}, the most hops between two members`,
          remedy: 'leave it out',
        },
      ];
    },
  },
  {
    code: 'network-topics-doubled',
    severity: 'warning',
    reason:
      'where two paths lead from one member to another, topic messages can arrive by both if ttl is higher than needed',
    source: SOURCES.networksOfActiveMq,
    check: ({ members, edges, ttl }) => {
      const ids = idsOf(members);
      const diameter = diameterOf(ids, edges);
      if (ttl === undefined || !hasTwoWays(ids, edges) || ttl <= diameter) return [];
      return [
        {
          property: 'ttl',
          problem: 'is higher than a network with two ways between members needs, so topic messages can arrive twice',
          got: ttl,
          allowed: `${diameter}, the most hops between two members`,
          remedy: 'leave it out',
        },
      ];
    },
  },
  {
    code: 'network-replay-delay',
    severity: 'error',
    reason:
      'a message that returns to a broker before the broker removed it is taken for a duplicate, and both copies are lost',
    source: SOURCES.proof,
    check: ({ replayDelay }) => outOfRange('replayDelay', replayDelay, 1000, 60_000),
  },
  {
    code: 'network-expire-messages-period',
    severity: 'error',
    reason:
      'a broker looks at delayed messages of an idle queue only when it looks for expired ones; each time it goes through all queues',
    source: SOURCES.proof,
    check: ({ expireMessagesPeriod }) => outOfRange('expireMessagesPeriod', expireMessagesPeriod, 1000, 30_000),
  },
  {
    code: 'network-user-taken',
    severity: 'error',
    reason: 'the network gives each member a user of its own, with one password for all',
    source: SOURCES.networkOfBrokers,
    check: ({ members, username }) =>
      members.flatMap(({ usernames }, index) =>
        usernames.includes(username)
          ? [
              {
                property: `members[${index}].broker`,
                problem: 'has a user of that name already',
                got: username,
                remedy: 'remove the user from the broker, or give the network another username',
              },
            ]
          : [],
      ),
  },
  {
    code: 'network-user-missing',
    severity: 'error',
    reason:
      'connectors log in at both ends with one user and one password: where the user is missing, no message passes and each sender keeps its messages',
    source: SOURCES.networkOfBrokers,
    check: ({ members, username, hasOwnPassword }) =>
      members.flatMap(({ exists }, index) =>
        exists && !hasOwnPassword
          ? [
              {
                property: `members[${index}].broker`,
                problem: `exists already, so it does not have the user ${username} with a password that this app generates`,
                allowed: 'the password of a user that the broker has',
                remedy: 'give the network the username and password: Password.fromSecret(…) of that user',
              },
            ]
          : [],
      ),
  },
  {
    code: 'network-rotation',
    severity: 'error',
    reason: 'a change of the number replaces the password that this app generates, and no other one',
    source: SOURCES.rotation,
    check: ({ rotation, hasOwnPassword }) => {
      if (rotation === undefined || (isWholeWithin(rotation, { min: 1 }) && !hasOwnPassword)) return [];
      return [
        hasOwnPassword
          ? {
              property: 'rotation',
              problem: 'does nothing for a password that exists',
              got: rotation,
              remedy: 'remove it, and change the password where it comes from',
            }
          : {
              property: 'rotation',
              problem: 'is not the number of a rotation',
              got: rotation,
              allowed: 'a whole number from 1',
              remedy: 'write 1 at first, and one more for each rotation',
            },
      ];
    },
  },
  {
    code: 'network-engine-version',
    severity: 'error',
    reason: `networks of brokers are proven with ActiveMQ ${OLDEST} and later`,
    source: SOURCES.proof,
    check: ({ members }) =>
      members.flatMap(({ engineVersion }, index) =>
        engineVersion === undefined || compareEngineVersions(engineVersion, OLDEST) >= 0
          ? []
          : [
              {
                property: `members[${index}].broker`,
                problem: 'has an engine version that is too old for a network',
                got: engineVersion,
                allowed: `${OLDEST} or later`,
                remedy: 'upgrade the broker first',
              },
            ],
      ),
  },
  {
    code: 'network-engine-mix',
    severity: 'warning',
    reason: 'networks are proven with members of one engine version; during an upgrade they differ for a while',
    source: SOURCES.proof,
    check: ({ members }) => {
      const versions = [...new Set(members.flatMap(({ engineVersion }) => engineVersion ?? []))];
      return versions.length < 2
        ? []
        : [
            {
              property: 'members',
              problem: 'have different engine versions',
              got: versions.join(', '),
              allowed: 'one engine version, except during an upgrade',
              remedy: 'upgrade the others, or acknowledge this until they are',
            },
          ];
    },
  },
  {
    code: 'network-ldap',
    severity: 'warning',
    reason: 'a broker with LDAP authenticates connectors by the directory as well, and this app does not write it',
    source: SOURCES.ldap,
    check: ({ members, username }) =>
      members.flatMap(({ hasLdap }, index) =>
        hasLdap
          ? [
              {
                property: `members[${index}].broker`,
                problem: 'authenticates users by LDAP',
                allowed: `a user ${username} in the directory too, with the same password and the permissions of docs/network-of-brokers.md`,
                remedy: 'create the user in the directory, give its password to the network, and acknowledge this',
              },
            ]
          : [],
      ),
  },
  {
    code: 'network-cidr',
    severity: 'error',
    reason:
      'across VPCs security group rules name CIDR blocks, and VPCs with overlapping addresses cannot be connected',
    source: SOURCES.vpcPeering,
    check: ({ members, edges }) => edges.flatMap((edge) => acrossVpcs(members, edge)),
  },
  {
    code: 'network-stacks',
    severity: 'error',
    reason:
      'a member needs the stack of the network, and a stack that holds connectors needs the stack of their target',
    source: SOURCES.proof,
    check: ({ stackCircle }) =>
      stackCircle === undefined
        ? []
        : [
            {
              property: 'members',
              problem: 'make their stacks depend on each other in a circle',
              got: stackCircle.join(' → '),
              allowed: 'an order in which the stacks can be deployed',
              remedy:
                'create the network in the stack that is deployed first, and draw edges from later stacks to earlier ones',
            },
          ],
  },
];

function idsOf(members: readonly MemberFacts[]): string[] {
  return members.flatMap(({ id }) => id ?? []);
}

function acrossVpcs(members: readonly MemberFacts[], { from, to }: NetworkEdge): FindingDetails[] {
  const [holder, target] = [from, to].map((name) => {
    const index = members.findIndex(({ id }) => id === name);
    return { ...members[index], name, property: `members[${index}].cidr` };
  });
  return cidrFindings(holder, target);
}

function outOfRange(property: string, value: number | undefined, min: number, max: number): FindingDetails[] {
  if (value === undefined || isWholeWithin(value, { min, max })) return [];
  const allowed = `a whole number of milliseconds from ${min} to ${max}`;
  return [{ property, problem: 'is out of range', got: value, allowed, remedy: 'leave it out' }];
}
