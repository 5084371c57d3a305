import { type CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { type Password, PASSWORD_KIND } from '../access/password';
import { CONNECTION_PARAMETERS_RULES } from '../broker/connection-parameters-rules';
import { type IActiveMqBroker } from '../broker/existing-broker';
import { type NetworkConnectorDefinition } from '../document/definition/broker-definition';
import { type OpenWireFailoverOptions } from '../endpoints/openwire-failover';
import { ALARM_TOPIC_FORM } from '../monitoring/alarm-rules';
import { choice, type Kinds, required, text, textMap, texts } from '../props/kinds';
import { ACKNOWLEDGE_KIND, decidesResources, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkAgainAtSynth } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { namesakeOf, registerName } from '../rules/namesake';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { omitUnresolved } from '../tokens/known';
import { type MetaArguments } from '../tokens/meta-arguments';
import { connectorUri } from './connector-uri';
import { constructOf, stackOf } from './construct-of';
import { FailoverUrl } from './failover-url';
import { memberFacts } from './member-facts';
import { MOVES, NETWORKS } from './memberships';
import { isDraining, isSwitched, MovePhase } from './move-phase';
import { MOVE_RULES, type MovedBroker, type MoveFacts } from './move-rules';
import { allowConnector } from './network-access';
import { addConnectors, allowEverything } from './network-document';
import { CONNECTED_BROKER_KIND, type NetworkMember } from './network-member';
import { NETWORK_USER_RULES, NetworkUser, withoutUserIndex } from './network-user';
import { PhaseRecord } from './phase-record';
import { removalAlarm } from './removal-alarm';

/** Props of a `BrokerMove`. */
export interface BrokerMoveProps extends MetaArguments {
  /**
   * The broker that clients leave, made in this app. It is required until the phase is `MovePhase.DONE`, and then removed
   * from the app together with this prop.
   *
   * @default - none, in the phase `MovePhase.DONE`
   */
  readonly from?: IActiveMqBroker;

  /**
   * The broker that clients move to, made in this stack, or named by `ActiveMqBroker.fromAttributes`. Its engine version is
   * that of the old broker or a later one.
   */
  readonly to: IActiveMqBroker;

  /**
   * How far the move is. Apply one phase after the other: a plan that skips one fails. You can go back one phase at a time,
   * until `MovePhase.DONE`.
   */
  readonly phase: MovePhase;

  /**
   * Name of the user as which the old broker logs in at the new one. Both get it: 2 to 100 letters, digits, hyphens,
   * periods, underscores and tildes.
   *
   * @default 'move'
   */
  readonly username?: string;

  /**
   * Group of the user, for authorization maps, of the same form.
   *
   * @default 'move'
   */
  readonly group?: string;

  /**
   * Password of the user, the same on both brokers.
   *
   * @default Password.generated()
   */
  readonly password?: Password;

  /**
   * IPv4 CIDR block in which the VPC of the new broker sees the old one. Brokers in one VPC do not need it: their rules name
   * security groups.
   *
   * @default - the CIDR block of its `BrokerVpc`
   */
  readonly fromCidr?: string;

  /**
   * IPv4 CIDR block in which the VPC of the old broker sees the new one.
   *
   * @default - the CIDR block of its `BrokerVpc`
   */
  readonly toCidr?: string;

  /**
   * ARNs of the SNS topics that are notified when the old broker can be removed.
   *
   * @default - none: look at the alarm
   */
  readonly topicArns?: string[];

  /**
   * Path of the parameter in Parameter Store that has the phase that the last apply reached: up to 13 parts, the first not
   * beginning with aws or ssm.
   *
   * @default - /amazon-mq/moves/ and the name of the new broker
   */
  readonly path?: string;

  /**
   * Tags of the secret, the parameter and the alarm.
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

const KINDS: Kinds<BrokerMoveProps> = {
  ...META_KINDS,
  from: CONNECTED_BROKER_KIND,
  to: required(CONNECTED_BROKER_KIND, 'give the construct of the new broker'),
  phase: required(decidesResources(choice<MovePhase>()), 'write a MovePhase; a new move begins with MovePhase.CREATE'),
  username: decidesResources(text),
  group: decidesResources(text),
  password: PASSWORD_KIND,
  fromCidr: text,
  toCidr: text,
  topicArns: texts,
  path: text,
  tags: textMap,
  acknowledge: ACKNOWLEDGE_KIND,
};

/**
 * A move of clients and messages from one broker to another, without losing messages: for everything that Amazon MQ
 * changes only by replacing a broker, and for a change of the engine version with a way back.
 *
 * The old broker sends every message of its queues to the new one, by one connector in its document. You apply four phases
 * one after the other, and `clientUrl` changes between them. docs/moving.md says what each plan shows, and what does not
 * move: scheduled messages, durable subscriptions, prepared transactions.
 *
 * @example
 * const move = new BrokerMove(stack, 'move', { from: old, to: next, phase: MovePhase.DRAIN });
 * new ConnectionParameters(stack, 'parameters', { broker: move.clientBroker, path: '/messaging/orders' });
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/network-of-brokers.html
 */
export class BrokerMove extends Construct {
  /** The broker that clients leave; absent in the phase `MovePhase.DONE`. */
  readonly from?: IActiveMqBroker;

  /** The broker that clients move to. */
  readonly to: IActiveMqBroker;

  /** How far the move is. */
  readonly phase: MovePhase;

  /** The broker that clients use in this phase: the old one until `MovePhase.SWITCHED`, the new one from then on. */
  readonly clientBroker: IActiveMqBroker;

  /** Name of the connector in the document of the old broker, also the dimension `NetworkConnector` of its metrics. */
  readonly connectorName: string;

  /** Name of the user as which the old broker logs in. */
  readonly username: string;

  /** ARN of the secret with user name and password; absent if you gave a password that exists. */
  readonly secretArn?: string;

  /** Name of the parameter with the phase that the last apply reached. */
  readonly phaseParameterName: string;

  /** The alarm that fires when the old broker can be removed; only in the phase `MovePhase.SWITCHED`. */
  readonly safeToRemoveAlarm?: CloudwatchMetricAlarm;

  /**
   * @throws RuleViolationError with everything that would lose messages or keep them on the old broker, or that Terraform
   * would reject
   */
  constructor(scope: Construct, id: string, props: BrokerMoveProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { from, to, phase, username = 'move', group = 'move', topicArns = [], tags } = taken;
    const { provider, dependsOn, path = `/amazon-mq/moves/${to.brokerName}` } = taken;
    const user = new NetworkUser(this, 'User', { ...taken, username, group, ownerKind: 'move', ownerName: id });
    this.#check({ ...taken, username, path }, user);

    this.from = from;
    this.to = to;
    this.phase = phase;
    this.clientBroker = from === undefined || isSwitched(phase) ? to : from;
    this.connectorName = 'drain';
    this.username = username;
    const brokers = from === undefined ? [to] : [from, to];
    for (const broker of brokers) MOVES.set(broker, this);
    this.secretArn = user.make(brokers);
    this.#admit(to, user, group, []);
    if (from !== undefined && isDraining(phase)) {
      this.#admit(from, user, group, [this.#connector()]);
      allowConnector(...ends(from, taken));
    }
    if (from?._made) {
      const { resource } = from._made;
      resource.lifecycle = { ...resource.lifecycle, preventDestroy: true };
    }
    const common = { provider, dependsOn, tags };
    if (from !== undefined && phase === MovePhase.SWITCHED) {
      this.safeToRemoveAlarm = removalAlarm(this, 'SafeToRemove', { ...common, topicArns, broker: from });
    }
    const record = new PhaseRecord(this, 'Phase', {
      ...common,
      phase,
      path,
      fromName: from?.brokerName,
      toName: to.brokerName,
      after: [
        ...brokers.flatMap(({ _made }) => _made?.resource ?? []),
        ...(this.safeToRemoveAlarm ? [this.safeToRemoveAlarm] : []),
      ],
    });
    this.phaseParameterName = record.parameterName;
  }

  /**
   * The failover URL of the broker that ActiveMQ clients use in this phase. It changes with `MovePhase.SWITCHED`.
   *
   * @throws RuleViolationError if the client does not accept a number
   */
  clientUrl(options: OpenWireFailoverOptions = {}): string {
    return FailoverUrl.over([this.clientBroker], { randomize: false, ...options });
  }

  /**
   * ARN of the secret of a user of the broker that clients use in this phase.
   *
   * @throws Error if this app does not make the broker, the broker has no such user, or no secret has the password
   */
  clientSecretArn(username: string): string {
    const { _made: made } = this.clientBroker;
    const arn = made?.user(username).secretArn;
    if (arn !== undefined) return arn;
    const reason = made ? 'the password is in no secret' : 'this app does not make the broker';
    const broker = constructOf(this.clientBroker).node.path;
    throw new Error(
      `${this.node.path}: no secret of the user ${JSON.stringify(username)} of ${broker} is known: ${reason}`,
    );
  }

  #check(props: BrokerMoveProps & { readonly username: string; readonly path: string }, user: NetworkUser): void {
    const { from, username, path, topicArns, tags, provider, acknowledge } = props;
    const named = { construct: this, provider };
    const facts = moveFacts(this, props, username, user);
    checkRules(
      this,
      [...MOVE_RULES, ...NETWORK_USER_RULES, ...CONNECTION_PARAMETERS_RULES, ALARM_TOPIC_FORM],
      {
        ...facts,
        ...user.facts,
        ...omitUnresolved({ path, tags, topicArns }),
        namesake: namesakeOf('parameters', omitUnresolved(path), named),
      },
      acknowledge,
      withoutUserIndex,
    );
    registerName('parameters', omitUnresolved(path), named);
    // A network that is made later is seen then.
    checkAgainAtSynth(
      this,
      MOVE_RULES,
      () => ({ ...facts, from: facts.from && inNetworkNow(facts.from, from!) }),
      acknowledge,
    );
  }

  /** Gives a broker of this app the user of the move with its permissions, and connectors. */
  #admit(broker: IActiveMqBroker, user: NetworkUser, group: string, connectors: NetworkConnectorDefinition[]): void {
    const { _made: made } = broker;
    made?.configuration._change?.((document) => {
      allowEverything(document, group);
      addConnectors(document, connectors);
    });
    made?.addUser({ username: this.username, groups: [group], password: user.passwordFor(broker) });
  }

  /** It asks for every queue, also for those without consumers. */
  #connector(): NetworkConnectorDefinition {
    return {
      name: this.connectorName,
      uri: connectorUri(this.to),
      userName: this.username,
      decreaseNetworkConsumerPriority: true,
      staticallyIncludedDestinations: [{ queue: { physicalName: '>' } }],
    };
  }
}

function ends(from: IActiveMqBroker, { to, fromCidr, toCidr }: BrokerMoveProps): [NetworkMember, NetworkMember] {
  return [
    { id: 'from', broker: from, cidr: fromCidr },
    { id: 'to', broker: to, cidr: toCidr },
  ];
}

function moveFacts(scope: Construct, props: BrokerMoveProps, username: string, user: NetworkUser): MoveFacts {
  const { from, to, phase, fromCidr, toCidr } = props;
  const home = TerraformStack.of(scope);
  const made = [from, to].filter((broker) => broker?._made !== undefined);
  return {
    phase,
    from: from && movedBroker({ id: 'from', broker: from, cidr: fromCidr }),
    to: movedBroker({ id: 'to', broker: to, cidr: toCidr }),
    isOneStack: made.every((broker) => stackOf(broker!) === home),
    username,
    hasOwnPassword: !user.isGenerated,
  };
}

function movedBroker(member: NetworkMember): MovedBroker {
  const otherNetwork = NETWORKS.get(member.broker)?.node.path;
  return { ...memberFacts(member, otherNetwork), otherMove: MOVES.get(member.broker)?.node.path };
}

function inNetworkNow(facts: MovedBroker, broker: IActiveMqBroker): MovedBroker {
  return { ...facts, otherNetwork: NETWORKS.get(broker)?.node.path };
}
