import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import {
  ActiveMqBroker,
  BrokerConfiguration,
  BrokerMove,
  type BrokerMoveProps,
  BrokerNetwork,
  EngineVersion,
  type IActiveMqBroker,
  MovePhase,
  NetworkOfBrokers,
  Password,
  Peer,
  Protocol,
  SingleInstanceBroker,
  type SingleInstanceBrokerProps,
} from 'cdktf-amazon-mq';
import { type Build } from '../rules/reported';
import { LDAP } from '../support/directory';

type Stack = Parameters<Build>[0];
type BrokerProps = Partial<SingleInstanceBrokerProps>;

/** A mistake, the end of the message about it, and the mistake with what that says done. */
type Row = readonly [code: string, title: string, remedy: string, wrong: Build, right: Build];

const UNSUPPORTED = { code: 'engine-version-upstream', reason: 'the move ends it' };

/** A broker in a VPC that all of them share, which its clients reach. */
function broker(stack: Stack, id: string, props: BrokerProps = {}, vpcId = 'vpc-0a'): ActiveMqBroker {
  const network = BrokerNetwork.fromSubnetIds(stack, `${id}-network`, { vpcId, subnetIds: ['subnet-0a'] });
  const made = new SingleInstanceBroker(stack, id, {
    brokerName: id,
    users: [{ username: 'shop' }],
    network,
    ...props,
    ...(props.engineVersion === EngineVersion.V5_18 ? { acknowledge: [UNSUPPORTED] } : {}),
  });
  made.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
  return made;
}

/** A move of two brokers, each with props of its own. */
const move =
  (props: Partial<BrokerMoveProps>, old: BrokerProps = {}, next: BrokerProps = {}): Build =>
  (stack) =>
    void new BrokerMove(stack, 'move', {
      from: broker(stack, 'old', old),
      to: broker(stack, 'new', next),
      phase: MovePhase.DRAIN,
      ...props,
    });

const GOOD = move({});

/** A move in which brokers exist. */
const ofExisting =
  (which: 'from' | 'to', password?: Password): Build =>
  (stack) => {
    const existing = ActiveMqBroker.fromAttributes(stack, 'existing', { brokerName: 'existing' });
    const made = broker(stack, 'made');
    const ends = which === 'from' ? { from: existing, to: made } : { from: made, to: existing };
    new BrokerMove(stack, 'move', { ...ends, phase: MovePhase.DRAIN, password });
  };

const PASSWORD = Password.fromSecret('move', { field: 'password' });

const sharing =
  (isShared: boolean): Build =>
  (stack) => {
    const configuration = new BrokerConfiguration(stack, 'configuration');
    const other = isShared ? configuration : new BrokerConfiguration(stack, 'other');
    move({}, { configuration }, { configuration: other })(stack);
  };

const twice =
  (isTwice: boolean): Build =>
  (stack) => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => broker(stack, id));
    new BrokerMove(stack, 'move', { from: a, to: b, phase: MovePhase.DRAIN });
    if (isTwice) new BrokerMove(stack, 'second', { from: b, to: c, phase: MovePhase.DRAIN, username: 'second' });
  };

const ofMember =
  (isMember: boolean): Build =>
  (stack) => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => broker(stack, id));
    const network = (id: string, brokers: IActiveMqBroker[]) =>
      new NetworkOfBrokers(stack, id, { members: brokers.map((each, index) => ({ id: `m${index}`, broker: each })) });
    network('network', isMember ? [a, b] : [b, c]);
    new BrokerMove(stack, 'move', { from: a, to: d, phase: MovePhase.DRAIN });
  };

const withLdap =
  (props: Partial<BrokerMoveProps>): Build =>
  (stack) => {
    const acknowledge = [{ code: 'ldap-without-map', reason: 'the map is another test' }];
    const from = broker(stack, 'old', { ldap: LDAP, acknowledge });
    from.allowTo(Peer.ipv4('10.30.0.0/16'), 636);
    new BrokerMove(stack, 'move', { from, to: broker(stack, 'new'), phase: MovePhase.DRAIN, ...props });
  };

const inTwoVpcs =
  (toCidr: string | undefined): Build =>
  (stack) => {
    const [from, to] = [broker(stack, 'old'), broker(stack, 'new', {}, 'vpc-0b')];
    new BrokerMove(stack, 'move', { from, to, phase: MovePhase.DRAIN, fromCidr: '10.1.0.0/24', toCidr });
  };

const inTwoStacks =
  (isOne: boolean): Build =>
  (stack) => {
    const second = new TerraformStack(stack.node.root as never, 'second');
    new AwsProvider(second, 'aws', { region: 'eu-west-1' });
    const from = broker(stack, 'old');
    new BrokerMove(stack, 'move', { from, to: broker(isOne ? stack : second, 'new'), phase: MovePhase.DRAIN });
  };

export const MOVE_REMEDIES: readonly Row[] = [
  [
    'move-phase',
    'a phase that does not exist',
    'write a MovePhase; a new move begins with "create"',
    move({ phase: 'start' as MovePhase }),
    move({ phase: MovePhase.CREATE }),
  ],
  [
    'move-from',
    'no old broker before the end',
    'give the construct of the old broker',
    (stack) => void new BrokerMove(stack, 'move', { to: broker(stack, 'new'), phase: MovePhase.SWITCHED }),
    move({ phase: MovePhase.SWITCHED }),
  ],
  [
    'move-from',
    'an old broker at the end',
    'remove the broker and from in the same change, once its alarm says that it is empty',
    move({ phase: MovePhase.DONE }),
    (stack) => void new BrokerMove(stack, 'move', { to: broker(stack, 'new'), phase: MovePhase.DONE }),
  ],
  [
    'move-same-broker',
    'one broker as both',
    'give the construct of the new broker, which has another brokerName',
    (stack) => {
      const from = broker(stack, 'old');
      new BrokerMove(stack, 'move', { from, to: from, phase: MovePhase.CREATE });
    },
    move({ phase: MovePhase.CREATE }),
  ],
  [
    'move-holder',
    'an old broker that exists',
    'make the old broker in this app; docs/upgrading.md says how to import it',
    ofExisting('from'),
    GOOD,
  ],
  [
    'move-configuration',
    'one configuration for both',
    'make a BrokerConfiguration for each; they can share a ConfigurationDocument',
    sharing(true),
    sharing(false),
  ],
  ['move-taken', 'a chain of moves', 'finish that move first, and remove it', twice(true), twice(false)],
  [
    'move-network',
    'a member of a network as the old broker',
    'take the broker out of the network first',
    ofMember(true),
    ofMember(false),
  ],
  [
    'move-engine-version',
    'a new broker with an older engine',
    'give the new broker the engine version of the old one, or swap from and to',
    move({}, {}, { engineVersion: EngineVersion.V5_18 }),
    move({}, { engineVersion: EngineVersion.V5_18 }),
  ],
  [
    'move-user-taken',
    'a user that the new broker has',
    'remove the user from the broker, or give the move another username',
    move({}, {}, { users: [{ username: 'move' }] }),
    move({ username: 'drain' }, {}, { users: [{ username: 'move' }] }),
  ],
  [
    'move-user-missing',
    'a generated password for a new broker that exists',
    'give the move the username and password: Password.fromSecret(…) of that user',
    ofExisting('to'),
    ofExisting('to', PASSWORD),
  ],
  [
    'move-ldap',
    'an old broker with a directory',
    'create the user in the directory, give its password to the move, and acknowledge this',
    withLdap({}),
    withLdap({ password: PASSWORD, acknowledge: [{ code: 'move-ldap', reason: 'the directory has the user' }] }),
  ],
  [
    'move-cidr',
    'two VPCs, of which one is not known',
    'give the block in which the other VPC sees the broker, or give both brokers one network',
    inTwoVpcs(undefined),
    inTwoVpcs('10.2.0.0/24'),
  ],
  [
    'move-stack',
    'a new broker in another stack',
    'create all three in one stack, or name the new broker by ActiveMqBroker.fromAttributes in the stack of the old one',
    inTwoStacks(false),
    inTwoStacks(true),
  ],
];
