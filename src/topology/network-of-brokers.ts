import { Construct } from 'constructs';
import { type Password, PASSWORD_KIND } from '../access/password';
import { TAG_REJECTIONS } from '../amazon-mq/rejections/tags';
import { type NetworkConnectorDefinition } from '../document/definition/broker-definition';
import { type OpenWireFailoverOptions } from '../endpoints/openwire-failover';
import { flag, type Kinds, knownAtSynth, list, number, struct, text, textMap } from '../props/kinds';
import { ACKNOWLEDGE_KIND, decidesResources, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { omitUnresolved } from '../tokens/known';
import { type MetaArguments } from '../tokens/meta-arguments';
import { connectorPair } from './connector-pair';
import { connectorUri } from './connector-uri';
import { FailoverUrl } from './failover-url';
import { memberFacts } from './member-facts';
import { NETWORKS } from './memberships';
import { allowConnector } from './network-access';
import { addConnectors, addNetworkPolicy } from './network-document';
import { type NetworkEdge } from './network-edge';
import { diameterOf } from './network-graph';
import { NetworkLink } from './network-link';
import { MEMBER_KINDS, type NetworkMember } from './network-member';
import { networkPlan } from './network-plan';
import { NETWORK_OF_BROKERS_RULES } from './network-rules';
import { NetworkShape, SHAPE_KIND } from './network-shape';
import { NETWORK_USER_RULES, NetworkUser, withoutUserIndex } from './network-user';

/** Props of a `NetworkOfBrokers`. */
export interface NetworkOfBrokersProps extends MetaArguments {
  /**
   * The members, two or more. Add a new one at the end: in a full mesh, and as a spoke, it holds its connectors, and no
   * other member reboots.
   */
  readonly members: NetworkMember[];

  /**
   * Which members are connected.
   *
   * @default NetworkShape.fullMesh()
   */
  readonly shape?: NetworkShape;

  /**
   * Name of the user as which connectors log in. Each member that the app makes gets it: 2 to 100 letters, digits, hyphens,
   * periods, underscores and tildes.
   *
   * @default 'network'
   */
  readonly username?: string;

  /**
   * Group of the user, for authorization maps, of the same form.
   *
   * @default 'network'
   */
  readonly group?: string;

  /**
   * Password of the user, the same on every member.
   *
   * @default Password.generated(), in the stack of the network; members in other stacks read the secret
   */
  readonly password?: Password;

  /**
   * Number of the rotation of a generated password, from 1: each later change makes a new password, which the members take
   * with their next reboot. With it, `deletionProtection` of the members protects the secret, but not the password in it.
   *
   * @default - the password never changes
   */
  readonly rotation?: number;

  /**
   * Hops that a message of a topic and the demand of a consumer may pass, from 1. A higher number than the network needs
   * lets it grow without a reboot of the members that it has.
   *
   * @default - the diameter of the network: the most hops between two members
   */
  readonly ttl?: number;

  /**
   * Milliseconds that a message waits before it returns to a broker that it came from: 1000 to 60000. An entry of a
   * document with a `replayDelay` of its own keeps it.
   *
   * @default 1000
   */
  readonly replayDelay?: number;

  /**
   * Milliseconds after which a broker looks at the messages of an idle queue again: 1000 to 30000. Until then, a message
   * whose consumer moved can wait. An entry of a document with an `expireMessagesPeriod` of its own keeps it.
   *
   * @default 1000
   */
  readonly expireMessagesPeriod?: number;

  /**
   * Whether members send ActiveMQ clients the addresses of all members, and spread clients again when a member comes or
   * goes. Try it first: if the addresses that brokers announce do not resolve for a client, it loses its good ones.
   *
   * @default false: clients use the members in their failover URL
   */
  readonly updateClusterClients?: boolean;

  /**
   * Name of the network. The name of the secret with the password of its user begins with `amazon-mq/NAME/`.
   *
   * @default - the id of the construct
   */
  readonly networkName?: string;

  /**
   * Tags of the secret.
   *
   * @default - no tags
   */
  readonly tags?: Record<string, string>;

  /**
   * Rule violations you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

const KINDS: Kinds<NetworkOfBrokersProps> = {
  ...META_KINDS,
  members: list(struct(MEMBER_KINDS)),
  shape: SHAPE_KIND,
  username: decidesResources(text),
  group: decidesResources(text),
  password: PASSWORD_KIND,
  rotation: knownAtSynth(number, 'write the number in the app: it decides whether the password is replaced'),
  ttl: decidesResources(number),
  replayDelay: number,
  expireMessagesPeriod: number,
  updateClusterClients: decidesResources(flag),
  networkName: text,
  tags: textMap,
  acknowledge: ACKNOWLEDGE_KIND,
};

/**
 * A network of brokers: clients use any member, and messages go to the member that has a consumer. Queues keep working
 * when consumers move from member to member, and each message of a topic arrives once.
 *
 * It writes two duplex connectors for each edge into the configuration of one of its members, the policy that returns
 * messages into every configuration, a user into every broker, and security group rules for port 61617. Terraform creates
 * everything in one apply.
 *
 * @example
 * const network = new NetworkOfBrokers(stack, 'orders', {
 *   members: [
 *     { id: 'a', broker: a },
 *     { id: 'b', broker: b },
 *     { id: 'c', broker: c },
 *   ],
 * });
 * new TerraformOutput(stack, 'url', { value: network.failoverUrl() });
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/network-of-brokers.html
 */
export class NetworkOfBrokers extends Construct {
  /** The connected members, with the names of their connectors: for metrics of connectors. */
  readonly links: NetworkLink[];

  /** The members, in the order in which you gave them. */
  readonly members: NetworkMember[];

  /** Hops that messages of topics and the demand of consumers may pass. */
  readonly ttl: number;

  /** Name of the user as which connectors log in. */
  readonly username: string;

  /** ARN of the secret with user name and password; absent if you gave a password that exists. */
  readonly secretArn?: string;

  /**
   * @throws RuleViolationError with everything that would keep members apart, lose or double messages, or that Terraform
   * would reject
   */
  constructor(scope: Construct, id: string, props: NetworkOfBrokersProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { members = [], shape = NetworkShape.fullMesh(), username = 'network', acknowledge } = taken;
    const { group = 'network', replayDelay = 1000, expireMessagesPeriod = 1000 } = taken;
    const plan = networkPlan(this, members, shape);
    const user = new NetworkUser(this, 'User', {
      ...taken,
      username,
      group,
      ownerKind: 'network of brokers',
      ownerName: taken.networkName ?? id,
    });
    checkRules(
      this,
      [...NETWORK_OF_BROKERS_RULES, ...NETWORK_USER_RULES, ...TAG_REJECTIONS],
      {
        ...plan,
        ...user.facts,
        members: members.map((member) => memberFacts(member, NETWORKS.get(member.broker)?.node.path)),
        username,
        hasOwnPassword: !user.isGenerated,
        rotation: taken.rotation,
        ...omitUnresolved({ ttl: taken.ttl, replayDelay, expireMessagesPeriod, tags: taken.tags }),
      },
      acknowledge,
      withoutUserIndex,
    );

    const { edges } = plan;
    const policy = {
      group,
      replayDelay,
      expireMessagesPeriod,
      updateClusterClients: taken.updateClusterClients ?? false,
    };
    this.members = members;
    this.username = username;
    this.secretArn = user.make(members.map(({ broker }) => broker));
    this.ttl = taken.ttl ?? diameterOf(plan.ids, edges);
    for (const member of members) {
      const { broker } = member;
      const held = edges.filter(({ from }) => from === member.id);
      NETWORKS.set(broker, this);
      broker._made?.configuration._change?.((document) => {
        addNetworkPolicy(document, policy);
        addConnectors(
          document,
          held.flatMap((edge) => this.#connectors(edge)),
        );
      });
      broker._made?.addUser({ username, groups: [group], password: user.passwordFor(broker) });
      for (const { to } of held) allowConnector(member, this.#member(to));
    }
    this.links = edges.map(NetworkLink._of);
  }

  /**
   * The failover URL over all members, for ActiveMQ clients that may use any of them: producers, consumers of queues,
   * consumers of virtual topics and subscribers that are not durable. A client starts at a random member.
   *
   * A durable subscriber must use `memberUrl`.
   *
   * @throws RuleViolationError if the client does not accept a number
   */
  failoverUrl(options: OpenWireFailoverOptions = {}): string {
    return FailoverUrl.over(
      this.members.map(({ broker }) => broker),
      { randomize: true, ...options },
    );
  }

  /**
   * The failover URL of one member, for clients that must always use the same one: durable subscribers, whose messages
   * wait where they subscribed, and consumers that stay with one member.
   *
   * @throws Error if no member has the id
   */
  memberUrl(memberId: string, options: OpenWireFailoverOptions = {}): string {
    return FailoverUrl.over([this.#member(memberId).broker], { randomize: false, ...options });
  }

  #connectors(edge: NetworkEdge): NetworkConnectorDefinition[] {
    const uri = connectorUri(this.#member(edge.to).broker);
    return connectorPair(NetworkLink._of(edge), { uri, username: this.username, ttl: this.ttl });
  }

  #member(memberId: string): NetworkMember {
    const member = this.members.find((candidate) => candidate.id === memberId);
    if (member) return member;
    const ids = this.members.map((candidate) => candidate.id).join(', ');
    throw new Error(`${this.node.path}: no member has the id ${JSON.stringify(memberId)}; the ids are: ${ids}`);
  }
}
