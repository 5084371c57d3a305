import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import {
  ActiveMqBroker,
  BrokerConfiguration,
  BrokerNetwork,
  EngineVersion,
  type IActiveMqBroker,
  NetworkAlarms,
  NetworkOfBrokers,
  type NetworkOfBrokersProps,
  NetworkShape,
  Password,
  Peer,
  Protocol,
  SingleInstanceBroker,
  type SingleInstanceBrokerProps,
} from 'cdktf-amazon-mq';
import { type Build } from '../rules/reported';
import { LDAP } from '../support/directory';

type Stack = Parameters<Build>[0];

/** A mistake, the end of the message about it, and the mistake with what that says done. */
type Row = readonly [code: string, title: string, remedy: string, wrong: Build, right: Build];

const EDGES = (drawn: string) =>
  NetworkShape.edges(
    ...drawn.split(' ').map((edge) => {
      const [from, to] = edge.split('>');
      return { from, to };
    }),
  );

/** A broker in a VPC that all of them share, which its clients reach. */
function member(
  stack: Stack,
  id: string,
  props: Partial<SingleInstanceBrokerProps> = {},
  vpcId = 'vpc-0a',
): IActiveMqBroker {
  const network = BrokerNetwork.fromSubnetIds(stack, `${id}-network`, { vpcId, subnetIds: ['subnet-0a'] });
  const broker = new SingleInstanceBroker(stack, id, {
    brokerName: id,
    users: [{ username: 'shop' }],
    network,
    ...props,
  });
  broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
  return broker;
}

/** A network of brokers with these ids; a mesh unless the props say another shape. */
const network =
  (ids: readonly string[], props: Partial<NetworkOfBrokersProps> = {}): Build =>
  (stack) =>
    void new NetworkOfBrokers(stack, 'network', {
      members: ids.map((id) => ({ id, broker: member(stack, id) })),
      ...props,
    });

const TWO = network(['a', 'b']);

/** A network of two, of which the first broker has props of its own. */
const first =
  (props: Partial<SingleInstanceBrokerProps>): Build =>
  (stack) =>
    void new NetworkOfBrokers(stack, 'network', {
      members: [
        { id: 'a', broker: member(stack, 'a', props) },
        { id: 'b', broker: member(stack, 'b') },
      ],
    });

/** A network of a broker of the app and one that exists. */
const withExisting =
  (shape: NetworkShape | undefined, password?: Password): Build =>
  (stack) =>
    void new NetworkOfBrokers(stack, 'network', {
      members: [
        { id: 'a', broker: member(stack, 'a') },
        { id: 'old', broker: ActiveMqBroker.fromAttributes(stack, 'old', { brokerName: 'old' }) },
      ],
      shape,
      password,
    });

const NETWORK_PASSWORD = Password.fromSecret('network', { field: 'password' });

/** A network whose members have these engine versions, of which the brokers themselves report nothing. */
const versions =
  (...given: readonly string[]): Build =>
  (stack) => {
    const acknowledge = ['engine-version-supported', 'engine-version-upstream'].map((code) => ({
      code,
      reason: 'a test',
    }));
    const broker = (version: string, index: number) =>
      member(stack, 'ab'[index], {
        engineVersion: EngineVersion.of(version),
        ...(version === '5.19' ? {} : { acknowledge: acknowledge.slice(Number(version === '5.18')) }),
      });
    const members = given.map((version, index) => ({ id: 'ab'[index], broker: broker(version, index) }));
    new NetworkOfBrokers(stack, 'network', { members });
  };

const withLdap =
  (props: Partial<NetworkOfBrokersProps>): Build =>
  (stack) => {
    const acknowledge = [{ code: 'ldap-without-map', reason: 'the map is another test' }];
    const a = member(stack, 'a', { ldap: LDAP, acknowledge });
    a.allowTo(Peer.ipv4('10.30.0.0/16'), 636);
    const members = [
      { id: 'a', broker: a },
      { id: 'b', broker: member(stack, 'b') },
    ];
    new NetworkOfBrokers(stack, 'network', { members, ...props });
  };

const inTwoVpcs =
  (cidr: string | undefined): Build =>
  (stack) =>
    void new NetworkOfBrokers(stack, 'network', {
      members: [
        { id: 'a', broker: member(stack, 'a'), cidr: '10.1.0.0/24' },
        { id: 'b', broker: member(stack, 'b', {}, 'vpc-0b'), cidr },
      ],
    });

const inTwoStacks =
  (edge: string): Build =>
  (stack) => {
    const second = new TerraformStack(stack.node.root as never, 'second');
    new AwsProvider(second, 'aws', { region: 'eu-west-1' });
    const members = [
      { id: 'a', broker: member(stack, 'a') },
      { id: 'b', broker: member(second, 'b') },
    ];
    new NetworkOfBrokers(stack, 'network', { members, shape: EDGES(edge) });
  };

const sharing =
  (isShared: boolean): Build =>
  (stack) => {
    const configuration = new BrokerConfiguration(stack, 'configuration');
    const members = ['a', 'b'].map((id) => {
      const own = isShared || id === 'a' ? configuration : new BrokerConfiguration(stack, 'other');
      return { id, broker: member(stack, id, { configuration: own }) };
    });
    new NetworkOfBrokers(stack, 'network', { members });
  };

const inOtherNetwork =
  (isTwice: boolean): Build =>
  (stack) => {
    const members = ['a', 'b', 'c'].map((id) => ({ id, broker: member(stack, id) }));
    new NetworkOfBrokers(stack, 'network', { members: isTwice ? members.slice(0, 2) : members });
    if (isTwice) new NetworkOfBrokers(stack, 'other', { members: members.slice(1), username: 'other' });
  };

const watching =
  (members: string[] | undefined): Build =>
  (stack) => {
    const brokers = ['a', 'b'].map((id) => ({ id, broker: member(stack, id) }));
    const watched = new NetworkOfBrokers(stack, 'network', { members: brokers });
    new NetworkAlarms(stack, 'alarms', { network: watched, members, emails: ['team@example.com'] });
  };

export const NETWORK_REMEDIES: readonly Row[] = [
  ['network-member-count', 'one member', 'add a member, or use the broker without a network', network(['a']), TWO],
  ['network-member-id', 'an id with -to-', 'write a short name that never changes', network(['a-to-b', 'b']), TWO],
  [
    'network-member-unique',
    'one id twice',
    'choose another id',
    (stack) =>
      void new NetworkOfBrokers(stack, 'network', {
        members: ['a', 'b'].map((id) => ({ id: 'a', broker: member(stack, id) })),
      }),
    TWO,
  ],
  [
    'network-member-taken',
    'a broker in two networks',
    'make one NetworkOfBrokers of all members',
    inOtherNetwork(true),
    inOtherNetwork(false),
  ],
  [
    'network-edge',
    'an edge to itself',
    'remove it',
    network(['a', 'b'], { shape: EDGES('a>b b>b') }),
    network(['a', 'b'], { shape: EDGES('a>b') }),
  ],
  [
    'network-circle',
    'edges in a circle',
    'turn one of them round: from "b" to "a"',
    network(['a', 'b', 'c'], { shape: EDGES('a>b b>c c>a') }),
    network(['a', 'b', 'c'], { shape: EDGES('b>a b>c c>a') }),
  ],
  [
    'network-unconnected',
    'two parts without an edge between them',
    'add an edge between the two parts',
    network(['a', 'b', 'c', 'd'], { shape: EDGES('a>b c>d') }),
    network(['a', 'b', 'c', 'd'], { shape: EDGES('a>b c>d c>b') }),
  ],
  [
    'network-holder',
    'an edge from a broker that exists',
    'draw the edge from a broker of this app, or make the broker in this app',
    withExisting(EDGES('old>a'), NETWORK_PASSWORD),
    withExisting(EDGES('a>old'), NETWORK_PASSWORD),
  ],
  [
    'network-configuration',
    'one configuration for two members',
    'make a BrokerConfiguration for each; they can share a ConfigurationDocument',
    sharing(true),
    sharing(false),
  ],
  [
    'network-ttl',
    'one hop for a line of three',
    'leave it out',
    network(['a', 'b', 'c'], { shape: NetworkShape.line(), ttl: 1 }),
    network(['a', 'b', 'c'], { shape: NetworkShape.line() }),
  ],
  [
    'network-topics-doubled',
    'two hops in a mesh',
    'leave it out',
    network(['a', 'b', 'c'], { ttl: 2 }),
    network(['a', 'b', 'c']),
  ],
  ['network-replay-delay', 'no delay', 'leave it out', network(['a', 'b'], { replayDelay: 0 }), TWO],
  [
    'network-expire-messages-period',
    'no look at idle queues',
    'leave it out',
    network(['a', 'b'], { expireMessagesPeriod: 0 }),
    TWO,
  ],
  [
    'network-user-taken',
    'a user that a member has',
    'remove the user from the broker, or give the network another username',
    first({ users: [{ username: 'network' }] }),
    first({ users: [{ username: 'shop' }] }),
  ],
  [
    'network-user-missing',
    'a generated password for a broker that exists',
    'give the network the username and password: Password.fromSecret(…) of that user',
    withExisting(undefined),
    withExisting(undefined, NETWORK_PASSWORD),
  ],
  [
    'network-rotation',
    'a rotation of a password that exists',
    'remove it, and change the password where it comes from',
    network(['a', 'b'], { rotation: 1, password: NETWORK_PASSWORD }),
    network(['a', 'b'], { password: NETWORK_PASSWORD }),
  ],
  [
    'network-rotation',
    'a rotation 0',
    'write 1 at first, and one more for each rotation',
    network(['a', 'b'], { rotation: 0 }),
    network(['a', 'b'], { rotation: 1 }),
  ],
  [
    'network-engine-version',
    'ActiveMQ 5.17',
    'upgrade the broker first',
    versions('5.17', '5.18'),
    versions('5.18', '5.18'),
  ],
  [
    'network-engine-mix',
    'two engine versions',
    'upgrade the others, or acknowledge this until they are',
    versions('5.18', '5.19'),
    versions('5.19', '5.19'),
  ],
  [
    'network-ldap',
    'a member with a directory',
    'create the user in the directory, give its password to the network, and acknowledge this',
    withLdap({}),
    withLdap({
      password: NETWORK_PASSWORD,
      acknowledge: [{ code: 'network-ldap', reason: 'the directory has the user' }],
    }),
  ],
  [
    'network-cidr',
    'two VPCs',
    'give the block in which the other VPC sees the broker, or give both brokers one network',
    inTwoVpcs(undefined),
    inTwoVpcs('10.2.0.0/24'),
  ],
  [
    'network-stacks',
    'an edge to a later stack',
    'create the network in the stack that is deployed first, and draw edges from later stacks to earlier ones',
    inTwoStacks('a>b'),
    inTwoStacks('b>a'),
  ],
  [
    'network-watched-member',
    'an id that no member has',
    'write the id of a member, or omit members to watch all of them',
    watching(['c']),
    watching(undefined),
  ],
];
