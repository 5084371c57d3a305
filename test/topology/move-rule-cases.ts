import { type PasswordSources } from '../../src/access/password-rules';
import { type MovedBroker, type MoveFacts } from '../../src/topology/move-rules';
import { type CaseRow, casesOf, type RuleCase } from './rule-case';

type Facts = MoveFacts & PasswordSources;

function broker(id: string, facts: Partial<MovedBroker> = {}): MovedBroker {
  const own = { broker: `messaging/${id}`, configuration: `messaging/${id}/Configuration` };
  return { id, ...own, exists: false, engineVersion: '5.19', hasLdap: false, usernames: ['shop'], ...facts };
}

function move(from: Partial<MovedBroker>, to: Partial<MovedBroker> = {}, facts: Partial<Facts> = {}): Facts {
  return {
    phase: 'drain',
    from: broker('old', from),
    to: broker('new', to),
    isOneStack: true,
    username: 'move',
    hasOwnPassword: false,
    userPasswords: [],
    ...facts,
  };
}

const GOOD = move({});

function rule(code: string, ...rows: readonly CaseRow<Facts>[]): RuleCase<Facts>[] {
  return casesOf(code, rows, { good: GOOD, unresolved: { ...GOOD, phase: undefined } });
}

const IN_ONE_VPC = move({ vpc: 'vpc-1', cidr: null }, { vpc: 'vpc-1', cidr: null });

export const MOVE_CASES: readonly RuleCase<Facts>[] = [
  ...rule('move-phase', [
    move({}, {}, { phase: 'drained' }),
    'phase is not a phase of a move: got "drained"; allowed: create, drain, switched, done; write a MovePhase; a new move begins with "create"',
  ]),
  ...rule(
    'move-from',
    [
      move({}, {}, { from: undefined }),
      'from is missing in the phase "drain"; allowed: the broker that clients leave, until the phase is "done"; give the construct of the old broker',
    ],
    [
      move({}, {}, { phase: 'done' }),
      'from is given in the phase "done", in which the old broker goes: got "messaging/old"; remove the broker and from in the same change, once its alarm says that it is empty',
      move({}, {}, { phase: 'done', from: undefined }),
    ],
  ),
  ...rule('move-same-broker', [
    move({}, { broker: 'messaging/old' }),
    'to is the broker that clients leave: got "messaging/old"; give the construct of the new broker, which has another brokerName',
  ]),
  ...rule('move-holder', [
    move({ exists: true, configuration: undefined }),
    'from exists already, so it cannot hold the connector; allowed: a broker of this app; make the old broker in this app; docs/upgrading.md says how to import it',
    move({}, { exists: true, configuration: undefined }),
  ]),
  ...rule(
    'move-configuration',
    [
      move({ configuration: undefined }),
      'from has a configuration that this app does not make; allowed: a BrokerConfiguration; give the broker a BrokerConfiguration with the document, or leave configuration out',
    ],
    [
      move({}, { configuration: 'messaging/old/Configuration' }),
      'to shares its configuration with the old broker, so it would send its messages to itself: got "messaging/old/Configuration"; allowed: a configuration for each of the two; make a BrokerConfiguration for each; they can share a ConfigurationDocument',
      move({ exists: true, configuration: undefined }, { exists: true, configuration: undefined }),
    ],
  ),
  ...rule('move-taken', [
    move({ otherMove: 'messaging/first' }, { otherMove: 'messaging/second' }),
    [
      'from is in the move messaging/first already; allowed: one move for each broker; finish that move first, and remove it',
      'to is in the move messaging/second already; allowed: one move for each broker; finish that move first, and remove it',
    ].join('\n'),
  ]),
  ...rule('move-network', [
    move({ otherNetwork: 'messaging/mesh' }),
    'from is a member of the network messaging/mesh; allowed: a broker without a network; take the broker out of the network first',
    move({}, { otherNetwork: 'messaging/mesh' }),
  ]),
  ...rule('move-engine-version', [
    move({}, { engineVersion: '5.18' }),
    'to has an older engine version than the broker that clients leave: got "5.18"; allowed: 5.19 or later; give the new broker the engine version of the old one, or swap from and to',
    move({ engineVersion: '5.18' }),
  ]),
  ...rule('move-user-taken', [
    move({ usernames: ['move'] }, { usernames: ['shop', 'move'] }),
    ['from', 'to']
      .map(
        (end) =>
          `${end} has a user of that name already: got "move"; remove the user from the broker, or give the move another username`,
      )
      .join('\n'),
    move({ usernames: [undefined] }),
  ]),
  ...rule('move-user-missing', [
    move({}, { exists: true }),
    'to exists already, so it does not have the user move with a password that this app generates; allowed: the password of a user that the broker has; give the move the username and password: Password.fromSecret(…) of that user',
    move({}, { exists: true }, { hasOwnPassword: true }),
  ]),
  ...rule('move-ldap', [
    move({ hasLdap: true }),
    'from authenticates users by LDAP; allowed: a user move in the directory too, with the same password and the permissions of docs/moving.md; create the user in the directory, give its password to the move, and acknowledge this',
  ]),
  ...rule(
    'move-cidr',
    [
      move({ vpc: 'vpc-1', cidr: null }, { vpc: 'vpc-2', cidr: null }),
      ['from', 'to']
        .map(
          (end) =>
            `${end}Cidr is missing: from and to are in different VPCs; allowed: an IPv4 CIDR block; give the block in which the other VPC sees the broker, or give both brokers one network`,
        )
        .join('\n'),
      IN_ONE_VPC,
    ],
    [
      move({ vpc: 'vpc-1', cidr: '10.0.0.0/16' }, { vpc: 'vpc-2', cidr: '10.0.7.0/24' }),
      'toCidr overlaps with the addresses of from, which is in another VPC: got "10.0.7.0/24"; allowed: addresses of its own; give both brokers one network, or give the BrokerVpc of one of them another cidr',
      move({ vpc: 'vpc-1', cidr: '10.0.0.0/24' }, { vpc: 'vpc-2', cidr: '10.0.7.0/24' }),
    ],
  ),
  ...rule('move-stack', [
    move({}, {}, { isOneStack: false }),
    'to or from is in another stack than the move; allowed: one stack for the move and the brokers that the app makes; create all three in one stack, or name the new broker by ActiveMqBroker.fromAttributes in the stack of the old one',
  ]),
];
