import { type PasswordSources } from '../../src/access/password-rules';
import { type MemberFacts } from '../../src/topology/member-facts';
import { type NetworkFacts } from '../../src/topology/network-rules';
import { type CaseRow, casesOf, type RuleCase } from './rule-case';

type Facts = NetworkFacts & PasswordSources;

function member(id: string, facts: Partial<MemberFacts> = {}): MemberFacts {
  const own = { broker: `messaging/${id}`, configuration: `messaging/${id}/Configuration` };
  return { id, ...own, exists: false, engineVersion: '5.19', hasLdap: false, usernames: ['shop'], ...facts };
}

/** A network with these edges, such as `b>a c>b`. */
function network(edges: string, facts: Partial<Facts> = {}): Facts {
  const drawn = edges.split(' ').map((edge) => {
    const [from, to] = edge.split('>');
    return { from, to };
  });
  const ids = [...new Set(drawn.flatMap(({ from, to }) => [from, to]))].sort();
  return {
    members: ids.map((id) => member(id)),
    drawn,
    edges: drawn,
    username: 'network',
    hasOwnPassword: false,
    userPasswords: [],
    ...facts,
  };
}

const GOOD = network('b>a');

function rule(code: string, rows: readonly CaseRow<Facts>[]): RuleCase<Facts>[] {
  return casesOf(code, rows, { good: GOOD, unresolved: GOOD });
}

const two = (first: Partial<MemberFacts>, second: Partial<MemberFacts> = {}, facts: Partial<Facts> = {}) =>
  network('b>a', { members: [member('a', first), member('b', second)], ...facts });

const PERIOD = 'allowed: a whole number of milliseconds from 1000 to';

export const NETWORK_OF_BROKERS_CASES: readonly RuleCase<Facts>[] = [
  ...rule('network-member-count', [
    [
      { ...GOOD, members: [member('a')] },
      'members has 1 entry; allowed: two members or more; add a member, or use the broker without a network',
    ],
    [
      { ...GOOD, members: [] },
      'members has no entry; allowed: two members or more; add a member, or use the broker without a network',
    ],
  ]),
  ...rule(
    'network-member-id',
    ['', 'two words', 'a-to-b', 'x'.repeat(51)].map((id) => [
      two({ id }),
      `members[0].id is not an id of a member: got "${id}"; allowed: 1 to 50 letters, digits, hyphens, periods and underscores, without "-to-"; write a short name that never changes`,
      two({ id: 'to-b.1_x' }),
    ]),
  ),
  ...rule('network-member-id', [
    [
      two({ id: undefined }),
      'members[0].id is missing; allowed: 1 to 50 letters, digits, hyphens, periods and underscores, without "-to-"; write a short name that never changes',
    ],
  ]),
  ...rule('network-member-unique', [
    [two({}, { id: 'a' }), 'members[1].id is a duplicate: got "a"; allowed: each id once; choose another id'],
    [
      two({}, { broker: 'messaging/a' }),
      'members[1].broker is a member already: got "messaging/a"; allowed: each broker once; remove one of the two members',
    ],
  ]),
  ...rule('network-member-taken', [
    [
      two({ otherNetwork: 'messaging/other' }),
      'members[0].broker is in the network messaging/other already; allowed: one network for each broker; make one NetworkOfBrokers of all members',
    ],
  ]),
  ...rule('network-edge', [
    [
      { ...GOOD, drawn: [{ from: 'a', to: 'x' }] },
      'shape.edges[0] names no member: x: got "a → x"; allowed: a, b; name the id of a member',
    ],
    [{ ...GOOD, drawn: [{ from: 'a', to: 'a' }] }, 'shape.edges[0] leads back to its member: got "a → a"; remove it'],
    [network('b>a a>b'), 'shape.edges[1] connects two members that are connected already: got "a → b"; remove it'],
    [network('b>a b>a'), 'shape.edges[1] connects two members that are connected already: got "b → a"; remove it'],
  ]),
  ...rule('network-circle', [
    [
      network('a>b b>c c>a'),
      'shape.edges form a circle: got "a → b → c → a"; allowed: edges that never lead back; turn one of them round: from "b" to "a"',
      network('b>a b>c c>a'),
    ],
  ]),
  ...rule('network-unconnected', [
    [
      network('a>b c>d'),
      'shape leaves members apart: no way leads from a to c; allowed: a way between any two members; add an edge between the two parts',
      network('a>b c>d c>b'),
    ],
  ]),
  ...rule('network-holder', [
    [
      two({}, { exists: true, configuration: undefined }),
      'members[1].broker exists already, so it cannot hold the connectors to a; allowed: edges with a broker of this app at one end at least; draw the edge from a broker of this app, or make the broker in this app',
      two({ exists: true, configuration: undefined }),
    ],
  ]),
  ...rule('network-configuration', [
    [
      two({ configuration: undefined }),
      'members[0].broker has a configuration that this app does not make; allowed: a BrokerConfiguration; give the broker a BrokerConfiguration with the document, or leave configuration out',
      two({ exists: true, configuration: undefined }),
    ],
    [
      two({}, { configuration: 'messaging/a/Configuration' }),
      'members[1].broker shares its configuration with another member: got "messaging/a/Configuration"; allowed: one configuration for each member; make a BrokerConfiguration for each; they can share a ConfigurationDocument',
    ],
  ]),
  ...rule(
    'network-ttl',
    [0, 2, 2.5].map((ttl) => [
      network('b>a b>c d>c', { ttl }),
      `ttl is too low for the network: got ${ttl}; allowed: a whole number from 3, the most hops between two members; leave it out`,
      network('b>a b>c d>c', { ttl: 3 }),
    ]),
  ),
  ...rule('network-topics-doubled', [
    [
      network('b>a c>a c>b', { ttl: 2 }),
      'ttl is higher than a network with two ways between members needs, so topic messages can arrive twice: got 2; allowed: 1, the most hops between two members; leave it out',
      network('b>a c>a c>b', { ttl: 1 }),
    ],
    [
      network('a>b c>b c>d a>d', { ttl: 3 }),
      'ttl is higher than a network with two ways between members needs, so topic messages can arrive twice: got 3; allowed: 2, the most hops between two members; leave it out',
      network('a>b c>b c>d', { ttl: 9 }),
    ],
  ]),
  ...rule(
    'network-replay-delay',
    [0, 999, 1000.5, 60_001].map((replayDelay) => [
      { ...GOOD, replayDelay },
      `replayDelay is out of range: got ${replayDelay}; ${PERIOD} 60000; leave it out`,
      { ...GOOD, replayDelay: 1000 },
    ]),
  ),
  ...rule(
    'network-expire-messages-period',
    [0, 999, 30_001].map((expireMessagesPeriod) => [
      { ...GOOD, expireMessagesPeriod },
      `expireMessagesPeriod is out of range: got ${expireMessagesPeriod}; ${PERIOD} 30000; leave it out`,
      { ...GOOD, expireMessagesPeriod: 5000 },
    ]),
  ),
  ...rule('network-user-taken', [
    [
      two({ usernames: ['shop', 'network'] }),
      'members[0].broker has a user of that name already: got "network"; remove the user from the broker, or give the network another username',
    ],
  ]),
  ...rule('network-user-missing', [
    [
      two({ exists: true }),
      'members[0].broker exists already, so it does not have the user network with a password that this app generates; allowed: the password of a user that the broker has; give the network the username and password: Password.fromSecret(…) of that user',
      two({ exists: true }, {}, { hasOwnPassword: true }),
    ],
  ]),
  ...rule('network-rotation', [
    ...[0, 1.5, NaN].map((rotation): CaseRow<Facts> => [
      { ...GOOD, rotation },
      `rotation is not the number of a rotation: got ${rotation}; allowed: a whole number from 1; write 1 at first, and one more for each rotation`,
      { ...GOOD, rotation: 1 },
    ]),
    [
      { ...GOOD, rotation: 1, hasOwnPassword: true },
      'rotation does nothing for a password that exists: got 1; remove it, and change the password where it comes from',
      { ...GOOD, hasOwnPassword: true },
    ],
  ]),
  ...rule('network-engine-version', [
    [
      two({ engineVersion: '5.17' }),
      'members[0].broker has an engine version that is too old for a network: got "5.17"; allowed: 5.18 or later; upgrade the broker first',
      two({ engineVersion: '5.18' }),
    ],
  ]),
  ...rule('network-engine-mix', [
    [
      two({ engineVersion: '5.18' }),
      'members have different engine versions: got "5.18, 5.19"; allowed: one engine version, except during an upgrade; upgrade the others, or acknowledge this until they are',
    ],
  ]),
  ...rule('network-ldap', [
    [
      two({ hasLdap: true }),
      'members[0].broker authenticates users by LDAP; allowed: a user network in the directory too, with the same password and the permissions of docs/network-of-brokers.md; create the user in the directory, give its password to the network, and acknowledge this',
    ],
  ]),
  ...rule('network-cidr', [
    [
      two({ vpc: 'vpc-1', cidr: null }, { vpc: 'vpc-2', cidr: null }),
      [1, 0]
        .map(
          (index) =>
            `members[${index}].cidr is missing: b and a are in different VPCs; allowed: an IPv4 CIDR block; give the block in which the other VPC sees the broker, or give both brokers one network`,
        )
        .join('\n'),
      two({ vpc: 'vpc-1', cidr: null }, { vpc: 'vpc-1', cidr: null }),
    ],
    [
      two({ vpc: 'vpc-1', cidr: '10.0.0.0/16' }, { vpc: 'vpc-2', cidr: '10.0.7.0/24' }),
      'members[0].cidr overlaps with the addresses of b, which is in another VPC: got "10.0.0.0/16"; allowed: addresses of its own; give both brokers one network, or give the BrokerVpc of one of them another cidr',
      two({ vpc: 'vpc-1', cidr: '10.0.0.0/24' }, { vpc: 'vpc-2', cidr: '10.0.7.0/24' }),
    ],
  ]),
  ...rule('network-stacks', [
    [
      { ...GOOD, stackCircle: ['first', 'second', 'first'] },
      'members make their stacks depend on each other in a circle: got "first → second → first"; allowed: an order in which the stacks can be deployed; create the network in the stack that is deployed first, and draw edges from later stacks to earlier ones',
    ],
  ]),
];
