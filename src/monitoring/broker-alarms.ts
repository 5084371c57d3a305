import { type CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { Construct } from 'constructs';
import { BROKER_KIND, type IActiveMqBroker } from '../broker/existing-broker';
import { type Kinds, list, required, struct, text, textMap, texts } from '../props/kinds';
import { ACKNOWLEDGE_KIND, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkChangesAtSynth } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { omitUnresolved } from '../tokens/known';
import { type MetaArguments } from '../tokens/meta-arguments';
import { stableId } from '../tokens/stable-id';
import { BROKER_ALARMS, DEAD_LETTER_ALARM, QUEUE_ALARMS } from './alarm-definitions';
import { ALARM_OPTIONS_KINDS, type AlarmOptions } from './alarm-options';
import { alarmReceivers, receiverFacts } from './alarm-receivers';
import { ALARM_RULES, type AlarmsFacts } from './alarm-rules';
import { type AlarmTopic } from './alarm-topic';
import { MONITORED_QUEUE_KINDS, type MonitoredQueue } from './monitored-queue';
import { alarmFacts, isEnabled, metricAlarm, type PlannedAlarm, writtenAlarmFacts } from './planned-alarm';

/** Props of the alarms of a broker. */
export interface BrokerAlarmsProps extends MetaArguments {
  /** The broker to watch: one of this stack, of another stack, or one that exists. */
  readonly broker: IActiveMqBroker;

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
   * @default - the name of the broker and a hyphen
   */
  readonly namePrefix?: string;

  /**
   * Alarm on the used part of the message store, in percent.
   *
   * @default - above 75 % for 10 minutes
   */
  readonly storeUsage?: AlarmOptions;

  /**
   * Alarm on the used part of the temporary storage, in percent.
   *
   * @default - above 75 % for 10 minutes
   */
  readonly tempUsage?: AlarmOptions;

  /**
   * Alarm on the used part of the Java heap, in percent.
   *
   * @default - above 80 % for 10 minutes
   */
  readonly heapUsage?: AlarmOptions;

  /**
   * Alarm on CPU utilization, in percent.
   *
   * @default - above 80 % for 10 minutes
   */
  readonly cpuUtilization?: AlarmOptions;

  /**
   * Alarm on the CPU credits that a burstable instance has left.
   *
   * @default - below 30 credits for 15 minutes; no alarm if the instance type is known not to be burstable
   */
  readonly cpuCredits?: AlarmOptions;

  /**
   * Alarm on the used part of the connection quota, in percent.
   *
   * @default - above 80 % for 5 minutes
   */
  readonly connections?: AlarmOptions;

  /**
   * Alarm on the number of open transactions.
   *
   * @default - more than 100 for 15 minutes
   */
  readonly openTransactions?: AlarmOptions;

  /**
   * Alarm on the number of journal files for fast recovery.
   *
   * @default - more than 1 for 60 minutes
   */
  readonly journalFiles?: AlarmOptions;

  /**
   * Alarm on a growing number of messages while the broker has no consumer.
   *
   * @default - for 20 minutes
   */
  readonly unconsumedMessages?: AlarmOptions;

  /**
   * Alarm on the number of brokers that are connected in a network of brokers. It needs a threshold: the number of
   * connected brokers when all is well.
   *
   * @default - no alarm
   */
  readonly networkConnectors?: AlarmOptions;

  /**
   * Alarm when no instance of the broker reports metrics.
   *
   * @default - for 10 minutes
   */
  readonly silence?: AlarmOptions;

  /**
   * Queues with alarms of their own.
   *
   * @default - none
   */
  readonly queues?: MonitoredQueue[];

  /**
   * Names of dead-letter queues to watch with `deadLetters`.
   *
   * @default - `ActiveMQ.DLQ`
   */
  readonly deadLetterQueues?: string[];

  /**
   * Alarm on messages in a dead-letter queue. In a network of brokers, use a threshold above 0: after a crash, a copy of
   * a message that was delivered can be in the dead-letter queue.
   *
   * @default - more than 0 for 5 minutes
   */
  readonly deadLetters?: AlarmOptions;

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

const OPTIONS = struct(ALARM_OPTIONS_KINDS);

const KINDS: Kinds<BrokerAlarmsProps> = {
  ...META_KINDS,
  broker: required(BROKER_KIND, 'give the broker construct'),
  topicArns: texts,
  emails: list(text),
  kmsKeyArn: text,
  namePrefix: text,
  storeUsage: OPTIONS,
  tempUsage: OPTIONS,
  heapUsage: OPTIONS,
  cpuUtilization: OPTIONS,
  cpuCredits: OPTIONS,
  connections: OPTIONS,
  openTransactions: OPTIONS,
  journalFiles: OPTIONS,
  unconsumedMessages: OPTIONS,
  networkConnectors: OPTIONS,
  silence: OPTIONS,
  queues: list(struct(MONITORED_QUEUE_KINDS)),
  deadLetterQueues: list(text),
  deadLetters: OPTIONS,
  tags: textMap,
  acknowledge: ACKNOWLEDGE_KIND,
};

/**
 * CloudWatch alarms of a broker that stay correct during a failover, and whatever the standby instance publishes.
 * docs/monitoring.md lists them with their thresholds and reasons.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export class BrokerAlarms extends Construct {
  /** The alarms as Terraform resources. */
  readonly alarms: CloudwatchMetricAlarm[];

  /** The topic that is made for `emails`. */
  readonly topic?: AlarmTopic;

  /** ARNs of the alarms, for a dashboard or a composite alarm. */
  readonly alarmArns: string[];

  /**
   * @throws RuleViolationError if a threshold, a time, an address, an ARN or a tag is wrong, or a name is taken
   */
  constructor(scope: Construct, id: string, props: BrokerAlarmsProps) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const planned = plannedAlarms(this, taken).filter(isEnabled);
    const { acknowledge } = taken;
    const facts: AlarmsFacts = {
      ...receiverFacts(taken),
      queues: namedQueues(taken),
      ...alarmFacts(this, planned, taken.provider),
    };
    checkRules(this, ALARM_RULES, facts, acknowledge);
    const { topic, actions } = alarmReceivers(this, taken);
    this.topic = topic;
    this.alarms = planned.map((alarm) => metricAlarm(this, alarm, { ...taken, actions }));
    this.alarmArns = this.alarms.map(({ arn }) => arn);
    const written = () => writtenAlarmFacts(this.alarms, facts);
    checkChangesAtSynth(this, ALARM_RULES, facts, written, acknowledge);
  }
}

function namedQueues(props: BrokerAlarmsProps): AlarmsFacts['queues'] {
  const { queues = [] } = props;
  return [
    ...queues.map(({ queueName }, index) => ({
      property: `queues[${index}].queueName`,
      queueName: omitUnresolved(queueName),
    })),
    ...deadLetterQueues(props).map((queueName, index) => ({
      property: `deadLetterQueues[${index}]`,
      queueName: omitUnresolved(queueName),
    })),
  ];
}

function deadLetterQueues({ deadLetterQueues: names = ['ActiveMQ.DLQ'] }: BrokerAlarmsProps): string[] {
  return names;
}

function plannedAlarms(scope: Construct, props: BrokerAlarmsProps): PlannedAlarm[] {
  const { broker, queues = [], deadLetters = {}, namePrefix = `${broker.brokerName}-` } = props;
  const ofBroker = entries(BROKER_ALARMS).map(([property, definition]) => ({
    id: capitalized(property),
    property,
    name: `${namePrefix}${definition.name}`,
    broker,
    definition,
    options: property === 'cpuCredits' ? cpuCreditOptions(props) : (props[property] ?? {}),
    metric: definition.metric(broker),
  }));
  const ofQueues = queues.flatMap((queue, index) =>
    entries(QUEUE_ALARMS).map(([property, definition]) => ({
      id: `Queue-${stableId(scope, queue.queueName)}-${capitalized(property)}`,
      property: `queues[${index}].${property}`,
      name: `${namePrefix}queue-${queue.queueName}-${definition.name}`,
      broker,
      definition,
      options: queue[property] ?? {},
      metric: definition.metric(broker, queue.queueName),
    })),
  );
  const ofDeadLetters = deadLetterQueues(props).map((queueName) => ({
    id: `DeadLetters-${stableId(scope, queueName)}`,
    property: 'deadLetters',
    name: `${namePrefix}queue-${queueName}-${DEAD_LETTER_ALARM.name}`,
    broker,
    definition: DEAD_LETTER_ALARM,
    options: deadLetters,
    metric: DEAD_LETTER_ALARM.metric(broker, queueName),
  }));
  return [...ofBroker, ...ofQueues, ...ofDeadLetters];
}

/** Only burstable instances have credits; of a broker that exists the type is not known. */
function cpuCreditOptions({ broker, cpuCredits = {} }: BrokerAlarmsProps): AlarmOptions {
  const { _instanceType: instanceType } = broker;
  const enabled = omitUnresolved(instanceType) === undefined || instanceType?.startsWith('mq.t');
  return { enabled, ...cpuCredits };
}

function entries<T extends object>(table: T): [keyof T & string, T[keyof T & string]][] {
  return Object.entries(table) as [keyof T & string, T[keyof T & string]][];
}

function capitalized(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
