import { type CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Construct } from 'constructs';
import { ALARM_OPTIONS_KINDS, type AlarmOptions } from '../monitoring/alarm-options';
import { alarmReceivers, receiverFacts } from '../monitoring/alarm-receivers';
import { ALARM_RULES, type AlarmsFacts } from '../monitoring/alarm-rules';
import { type AlarmTopic } from '../monitoring/alarm-topic';
import { alarmFacts, isEnabled, metricAlarm, type PlannedAlarm, writtenAlarmFacts } from '../monitoring/planned-alarm';
import { type Kinds, knownAtSynth, list, required, struct, text, textMap, texts } from '../props/kinds';
import { ACKNOWLEDGE_KIND, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkChangesAtSynth } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { type Rule } from '../rules/rule';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { omitUnresolved } from '../tokens/known';
import { type MetaArguments } from '../tokens/meta-arguments';
import { stableId } from '../tokens/stable-id';
import { CONNECTOR_ALARM, WAITING_ALARM } from './network-alarm-definitions';
import { NETWORK_ALARMS_RULES, type WatchedFacts } from './network-monitoring-rules';
import { type NetworkOfBrokers } from './network-of-brokers';
import { NETWORK_KIND, watchedMembers } from './watched-members';

/** Props of the alarms of a network of brokers. */
export interface NetworkAlarmsProps extends MetaArguments {
  /** The network to watch. */
  readonly network: NetworkOfBrokers;

  /**
   * Ids of the members to watch. CloudWatch keeps the metrics of a broker in its Region: for members in several Regions,
   * make one `NetworkAlarms` for each, with its provider.
   *
   * @default - all members
   */
  readonly members?: string[];

  /**
   * Names of the queues to watch at each member, without wildcards.
   *
   * @default - none: there are no alarms about waiting messages
   */
  readonly queues?: string[];

  /**
   * ARNs of the SNS topics that are notified of every change of an alarm.
   *
   * @default - none
   */
  readonly topicArns?: string[];

  /**
   * E-mail addresses that are notified. They are subscribed to a topic that is created for them.
   *
   * @default - none
   */
  readonly emails?: string[];

  /**
   * ARN of the KMS key that encrypts the topic for `emails`. Its policy must allow `cloudwatch.amazonaws.com` to use it.
   *
   * @default - a customer managed key of the topic
   */
  readonly kmsKeyArn?: string;

  /**
   * Beginning of the names of the alarms. Alarm names are unique in an account and Region.
   *
   * @default - the id of the network construct and a hyphen
   */
  readonly namePrefix?: string;

  /**
   * Alarm on the number of connected members, for each member that holds connectors. A threshold applies to each alarm.
   *
   * @default - fewer than the members that it connects to, for 15 minutes
   */
  readonly connectors?: AlarmOptions;

  /**
   * Alarm on messages that wait in a queue at a member where neither a consumer nor a connector takes them.
   *
   * @default - more than 0 for 10 minutes
   */
  readonly waitingMessages?: AlarmOptions;

  /**
   * Tags of the alarms.
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

const KINDS: Kinds<NetworkAlarmsProps> = {
  ...META_KINDS,
  network: required(NETWORK_KIND, 'give the NetworkOfBrokers construct'),
  members: list(knownAtSynth(text, 'write the value in the app: it decides which alarms are made')),
  queues: list(text),
  topicArns: texts,
  emails: list(text),
  kmsKeyArn: text,
  namePrefix: text,
  connectors: struct(ALARM_OPTIONS_KINDS),
  waitingMessages: struct(ALARM_OPTIONS_KINDS),
  tags: textMap,
  acknowledge: ACKNOWLEDGE_KIND,
};

/**
 * CloudWatch alarms of a network of brokers: whether the connectors are up, and whether messages wait at a member where
 * nobody takes them. `BrokerAlarms` watches each member by itself.
 *
 * @example
 * new NetworkAlarms(stack, 'network-alarms', { network, queues: ['orders'], emails: ['operations@example.com'] });
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-logging-monitoring.html
 */
export class NetworkAlarms extends Construct {
  /** The alarms as Terraform resources. */
  readonly alarms: CloudwatchMetricAlarm[];

  /** The topic that is made for `emails`. */
  readonly topic?: AlarmTopic;

  /** ARNs of the alarms, for a dashboard or a composite alarm. */
  readonly alarmArns: string[];

  /**
   * @throws RuleViolationError if a member is unknown, a threshold, a time, an address, an ARN or a tag is wrong, or a name is taken
   */
  constructor(scope: Construct, id: string, props: NetworkAlarmsProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { acknowledge } = taken;
    const planned = plannedAlarms(this, taken).filter(isEnabled);
    const rules: readonly Rule<AlarmsFacts & WatchedFacts>[] = [...ALARM_RULES, ...NETWORK_ALARMS_RULES];
    const facts = {
      ...receiverFacts(taken),
      ...alarmFacts(this, planned, taken.provider),
      queues: (taken.queues ?? []).map((queueName, index) => ({
        property: `queues[${index}]`,
        queueName: omitUnresolved(queueName),
      })),
      memberIds: taken.network.members.map((member) => member.id),
      members: taken.members,
    };
    checkRules(this, rules, facts, acknowledge);
    const { topic, actions } = alarmReceivers(this, taken);
    this.topic = topic;
    this.alarms = planned.map((alarm) => metricAlarm(this, alarm, { ...taken, actions }));
    this.alarmArns = this.alarms.map(({ arn }) => arn);
    checkChangesAtSynth(this, rules, facts, () => writtenAlarmFacts(this.alarms, facts), acknowledge);
  }
}

function plannedAlarms(scope: Construct, props: NetworkAlarmsProps): PlannedAlarm[] {
  const { network, queues = [], connectors = {}, waitingMessages = {}, namePrefix = `${network.node.id}-` } = props;
  return watchedMembers(network, props.members).flatMap(({ id, broker }) => {
    const links = network.links.filter(({ from }) => from === id);
    const ofConnectors = {
      id: `Connectors-${stableId(scope, id)}`,
      property: 'connectors',
      name: `${namePrefix}${id}-${CONNECTOR_ALARM.name}`,
      broker,
      definition: { ...CONNECTOR_ALARM, threshold: links.length },
      options: connectors,
      metric: CONNECTOR_ALARM.metric(broker),
    };
    const ofQueues = queues.map((queueName) => ({
      id: `Queue-${stableId(scope, id)}-${stableId(scope, queueName)}`,
      property: 'waitingMessages',
      name: `${namePrefix}${id}-queue-${queueName}-${WAITING_ALARM.name}`,
      broker,
      definition: WAITING_ALARM,
      options: waitingMessages,
      metric: WAITING_ALARM.metric(broker, queueName),
    }));
    // Each edge has one holder: a member that holds no connector is watched by those that connect to it.
    return links.length > 0 ? [ofConnectors, ...ofQueues] : ofQueues;
  });
}
