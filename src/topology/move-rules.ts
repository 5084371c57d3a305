import { compareEngineVersions } from '../amazon-mq/engine-version';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';
import { cidrFindings, type ConnectorEnd } from './cidr-findings';
import { type MemberFacts } from './member-facts';
import { MovePhase } from './move-phase';

/** What the rules see of a move. What only Terraform knows is absent. */
export interface MoveFacts {
  readonly phase?: string;
  /** The old broker; absent if it is not given. */
  readonly from?: MovedBroker;
  readonly to: MovedBroker;
  /** Whether the move and the brokers that the app makes are in one stack. */
  readonly isOneStack: boolean;
  readonly username: string;
  /** Whether the app gave a password, so that it can be the one that an existing broker has. */
  readonly hasOwnPassword: boolean;
}

/** What the rules see of a broker that is moved from or to. */
export interface MovedBroker extends MemberFacts {
  /** Path of another move that has the broker. */
  readonly otherMove?: string;
}

const PHASES = Object.values<string>(MovePhase);

export const MOVE_RULES: readonly Rule<MoveFacts>[] = [
  {
    code: 'move-phase',
    severity: 'error',
    reason: 'each phase changes what brokers and clients do, so there is none in between',
    source: SOURCES.proof,
    allowed: PHASES.join(', '),
    remedy: 'write a MovePhase; a new move begins with "create"',
    check: ({ phase }) =>
      phase === undefined || PHASES.includes(phase)
        ? []
        : [{ property: 'phase', problem: 'is not a phase of a move', got: phase }],
  },
  {
    code: 'move-from',
    severity: 'error',
    reason: 'the old broker sends its messages until the phase is done, and then Terraform deletes it',
    source: SOURCES.proof,
    check: ({ phase, from }) => {
      const isDone = phase === MovePhase.DONE;
      if (phase === undefined || isDone === (from === undefined)) return [];
      return isDone
        ? [
            {
              property: 'from',
              problem: 'is given in the phase "done", in which the old broker goes',
              got: from!.broker,
              remedy: 'remove the broker and from in the same change, once its alarm says that it is empty',
            },
          ]
        : [
            {
              property: 'from',
              problem: `is missing in the phase ${JSON.stringify(phase)}`,
              allowed: 'the broker that clients leave, until the phase is "done"',
              remedy: 'give the construct of the old broker',
            },
          ];
    },
  },
  {
    code: 'move-same-broker',
    severity: 'error',
    reason: 'a broker that sends its messages to itself keeps them',
    source: SOURCES.proof,
    check: ({ from, to }) =>
      from?.broker === to.broker
        ? [
            {
              property: 'to',
              problem: 'is the broker that clients leave',
              got: to.broker,
              remedy: 'give the construct of the new broker, which has another brokerName',
            },
          ]
        : [],
  },
  {
    code: 'move-holder',
    severity: 'error',
    reason: 'the document of the old broker gets a connector, and this app does not make that document',
    source: SOURCES.proof,
    check: ({ from }) =>
      from?.exists === true
        ? [
            {
              property: 'from',
              problem: 'exists already, so it cannot hold the connector',
              allowed: 'a broker of this app',
              remedy: 'make the old broker in this app; docs/upgrading.md says how to import it',
            },
          ]
        : [],
  },
  {
    code: 'move-configuration',
    severity: 'error',
    reason: 'the old broker gets a connector in its document, and the new one permissions',
    source: SOURCES.proof,
    check: ({ from, to }) => [
      ...ends({ from, to }).flatMap(([property, { exists, configuration }]) =>
        exists || configuration !== undefined
          ? []
          : [
              {
                property,
                problem: 'has a configuration that this app does not make',
                allowed: 'a BrokerConfiguration',
                remedy: 'give the broker a BrokerConfiguration with the document, or leave configuration out',
              },
            ],
      ),
      ...(from?.configuration !== undefined && from.configuration === to.configuration && from.broker !== to.broker
        ? [
            {
              property: 'to',
              problem: 'shares its configuration with the old broker, so it would send its messages to itself',
              got: to.configuration,
              allowed: 'a configuration for each of the two',
              remedy: 'make a BrokerConfiguration for each; they can share a ConfigurationDocument',
            },
          ]
        : []),
    ],
  },
  {
    code: 'move-taken',
    severity: 'error',
    reason: 'a broker that is moved twice sends each message to one of two places, or on to a third broker',
    source: SOURCES.proof,
    check: ({ from, to }) =>
      ends({ from, to }).flatMap(([property, { otherMove }]) =>
        otherMove === undefined
          ? []
          : [
              {
                property,
                problem: `is in the move ${otherMove} already`,
                allowed: 'one move for each broker',
                remedy: 'finish that move first, and remove it',
              },
            ],
      ),
  },
  {
    code: 'move-network',
    severity: 'error',
    reason:
      'a member of a network of brokers that wants every queue takes the messages of all members, and a second connector between two brokers loses messages',
    source: SOURCES.proof,
    check: ({ from }) =>
      from?.otherNetwork === undefined
        ? []
        : [
            {
              property: 'from',
              problem: `is a member of the network ${from.otherNetwork}`,
              allowed: 'a broker without a network',
              remedy: 'take the broker out of the network first',
            },
          ],
  },
  {
    code: 'move-engine-version',
    severity: 'error',
    reason: 'nobody has tested that an older engine version takes everything that clients of a newer one send',
    source: SOURCES.proof,
    check: ({ from, to }) =>
      from?.engineVersion === undefined ||
      to.engineVersion === undefined ||
      compareEngineVersions(from.engineVersion, to.engineVersion) <= 0
        ? []
        : [
            {
              property: 'to',
              problem: 'has an older engine version than the broker that clients leave',
              got: to.engineVersion,
              allowed: `${from.engineVersion} or later`,
              remedy: 'give the new broker the engine version of the old one, or swap from and to',
            },
          ],
  },
  {
    code: 'move-user-taken',
    severity: 'error',
    reason: 'the move gives both brokers a user of their own, with one password',
    source: SOURCES.networkOfBrokers,
    check: ({ from, to, username }) =>
      ends({ from, to }).flatMap(([property, { usernames }]) =>
        usernames.includes(username)
          ? [
              {
                property,
                problem: 'has a user of that name already',
                got: username,
                remedy: 'remove the user from the broker, or give the move another username',
              },
            ]
          : [],
      ),
  },
  {
    code: 'move-user-missing',
    severity: 'error',
    reason:
      'the connector logs in at both ends with one user and one password: where the user is missing, no message passes',
    source: SOURCES.networkOfBrokers,
    check: ({ to: { exists }, username, hasOwnPassword }) =>
      exists && !hasOwnPassword
        ? [
            {
              property: 'to',
              problem: `exists already, so it does not have the user ${username} with a password that this app generates`,
              allowed: 'the password of a user that the broker has',
              remedy: 'give the move the username and password: Password.fromSecret(…) of that user',
            },
          ]
        : [],
  },
  {
    code: 'move-ldap',
    severity: 'warning',
    reason: 'a broker with LDAP authenticates the connector by the directory as well, and this app does not write it',
    source: SOURCES.ldap,
    check: ({ from, to, username }) =>
      ends({ from, to }).flatMap(([property, { hasLdap }]) =>
        hasLdap
          ? [
              {
                property,
                problem: 'authenticates users by LDAP',
                allowed: `a user ${username} in the directory too, with the same password and the permissions of docs/moving.md`,
                remedy: 'create the user in the directory, give its password to the move, and acknowledge this',
              },
            ]
          : [],
      ),
  },
  {
    code: 'move-cidr',
    severity: 'error',
    reason:
      'across VPCs security group rules name CIDR blocks, and VPCs with overlapping addresses cannot be connected',
    source: SOURCES.vpcPeering,
    check: ({ from, to }) =>
      from === undefined ? [] : cidrFindings(connectorEnd('from', from), connectorEnd('to', to)),
  },
  {
    code: 'move-stack',
    severity: 'error',
    reason: 'the phase is written after both brokers are changed, in an order that Terraform keeps in one stack only',
    source: SOURCES.proof,
    check: ({ isOneStack }) =>
      isOneStack
        ? []
        : [
            {
              property: 'to',
              problem: 'or from is in another stack than the move',
              allowed: 'one stack for the move and the brokers that the app makes',
              remedy:
                'create all three in one stack, or name the new broker by ActiveMqBroker.fromAttributes in the stack of the old one',
            },
          ],
  },
];

function ends({ from, to }: Pick<MoveFacts, 'from' | 'to'>): (readonly [property: string, broker: MovedBroker])[] {
  return [...(from === undefined ? [] : [['from', from] as const]), ['to', to]];
}

function connectorEnd(name: string, { vpc, cidr }: MovedBroker): ConnectorEnd {
  return { name, vpc, cidr, property: `${name}Cidr` };
}
