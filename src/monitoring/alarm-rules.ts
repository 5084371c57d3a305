import { TAG_REJECTIONS, type Tagged } from '../amazon-mq/rejections/tags';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';
import { repeated } from '../util/repeated';

/** What the rules see of a topic for alarms: who is subscribed, its key, and its tags. */
interface AlarmTopicFacts extends Tagged {
  readonly emails?: (string | undefined)[];
  readonly kmsKeyArn?: string;
}

/** What the rules see of alarms. */
export interface AlarmsFacts extends AlarmTopicFacts {
  readonly alarms: readonly {
    /** The options as the user writes them: `heapUsage`, `queues[0].depth`. */
    readonly property: string;
    readonly threshold?: number;
    readonly range: readonly [min: number, max: number];
    readonly minutes?: number;
    readonly periodInMinutes: number;
  }[];
  /** The queues with alarms, as the user writes them. */
  readonly queues: readonly { readonly property: string; readonly queueName?: string }[];
  /** The alarms whose name an alarm of another construct has too. */
  readonly namesakes?: readonly { readonly alarmName: string; readonly construct: string }[];
  readonly topicArns?: (string | undefined)[];
  /** Whether somebody is notified, by known means or not. */
  readonly hasReceivers: boolean;
}

export const TOPIC_ARN = /^arn:[\w-]+:sns:[\w-]+:\d{12}:[\w-]{1,256}(\.fifo)?$/;
export const EMAIL = /^[^\s@,;<>"]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;
/** A key as SNS takes it: its ARN or id, or an alias. */
export const KEY = /^(arn:[\w-]+:kms:[\w-]+:\d{12}:(key|alias)\/|alias\/)?[\w/-]+$/;
export const AWS_MANAGED_KEY = /(^|:)alias\/aws\//;
/** Most minutes of an alarm. */
export const MINUTES_PER_DAY = 1440;

export const ALARM_TOPIC_FORM: Rule<Pick<AlarmsFacts, 'topicArns'>> = {
  code: 'alarm-topic-form',
  severity: 'error',
  reason: 'CloudWatch rejects an action that is not the ARN of an SNS topic',
  source: SOURCES.alarms,
  allowed: 'an ARN such as arn:aws:sns:eu-west-1:123456789012:operations',
  remedy: 'give the ARN, not the name',
  check: ({ topicArns = [] }) =>
    topicArns.flatMap((arn, index) =>
      arn === undefined || TOPIC_ARN.test(arn)
        ? []
        : [{ property: `topicArns[${index}]`, problem: 'is not the ARN of an SNS topic', got: arn }],
    ),
};

export const ALARM_TOPIC_RULES: readonly Rule<AlarmTopicFacts>[] = [
  {
    code: 'alarm-email-form',
    severity: 'error',
    reason: 'SNS rejects the subscription',
    source: SOURCES.emailSubscription,
    allowed: 'one address such as operations@example.com',
    remedy: 'write the address alone, without a name; several addresses are several entries',
    check: ({ emails = [] }) =>
      emails.flatMap((email, index) =>
        email === undefined || EMAIL.test(email)
          ? []
          : [{ property: `emails[${index}]`, problem: 'is not an e-mail address', got: email }],
      ),
  },
  {
    code: 'alarm-key',
    severity: 'error',
    reason:
      'CloudWatch cannot publish to a topic that an AWS managed key such as alias/aws/sns encrypts, and SNS rejects what is not a key',
    source: SOURCES.topicEncryption,
    allowed: 'a key such as arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444',
    remedy: 'give the ARN of a customer managed key that CloudWatch may use',
    check: ({ kmsKeyArn }) =>
      kmsKeyArn === undefined || (KEY.test(kmsKeyArn) && !AWS_MANAGED_KEY.test(kmsKeyArn))
        ? []
        : [{ property: 'kmsKeyArn', problem: 'is not a customer managed key', got: kmsKeyArn }],
  },
  ...TAG_REJECTIONS,
];

export const ALARM_RULES: readonly Rule<AlarmsFacts>[] = [
  {
    code: 'alarm-threshold',
    severity: 'error',
    reason: 'the metric never crosses the threshold or always does, so the alarm says nothing',
    source: SOURCES.metrics,
    check: ({ alarms }) =>
      alarms.flatMap(({ property, threshold, range: [min, max] }) =>
        threshold === undefined || (threshold >= min && threshold <= max && Number.isFinite(threshold))
          ? []
          : [
              {
                property: `${property}.threshold`,
                problem: 'is out of range',
                got: threshold,
                allowed: max === Infinity ? `${min} or more` : min === max ? String(min) : `${min} to ${max}`,
                remedy: 'omit it for the default in docs/monitoring.md, or set enabled to false',
              },
            ],
      ),
  },
  {
    code: 'alarm-minutes',
    severity: 'error',
    reason: 'CloudWatch counts whole periods and looks back one day at most',
    source: SOURCES.alarms,
    check: ({ alarms }) =>
      alarms.flatMap(({ property, minutes, periodInMinutes }) =>
        minutes === undefined || (minutes > 0 && minutes % periodInMinutes === 0 && minutes <= MINUTES_PER_DAY)
          ? []
          : [
              {
                property: `${property}.minutes`,
                problem: 'is not a number of whole periods',
                got: minutes,
                allowed: `multiples of ${periodInMinutes}, at most ${MINUTES_PER_DAY}`,
                remedy: 'omit it for the default in docs/monitoring.md',
              },
            ],
      ),
  },
  {
    code: 'alarm-queue-unique',
    severity: 'error',
    reason: 'two alarms of one name overwrite each other',
    source: SOURCES.alarms,
    check: ({ queues }) =>
      repeated(queues.map(({ queueName }) => queueName)).map(([index, queueName]) => ({
        property: queues[index].property,
        problem: 'is there twice',
        got: queueName,
        allowed: 'each queue once, in queues or in deadLetterQueues',
        remedy: 'merge the two entries',
      })),
  },
  {
    code: 'alarm-name-unique',
    severity: 'error',
    reason:
      'alarm names are unique in an account and Region: CloudWatch replaces the first alarm by the second one, and each apply replaces it again',
    source: SOURCES.alarms,
    allowed: 'names that no other alarm of the account and Region has',
    remedy: 'set another namePrefix',
    check: ({ namesakes = [] }) =>
      namesakes.slice(0, 1).map(({ alarmName, construct }) => ({
        property: 'namePrefix',
        problem: `gives an alarm the name of one in ${JSON.stringify(construct)}`,
        got: alarmName,
      })),
  },
  ALARM_TOPIC_FORM,
  ...ALARM_TOPIC_RULES,
  {
    code: 'alarm-receiver',
    severity: 'warning',
    reason: 'an alarm without an action changes its state and notifies nobody',
    source: SOURCES.alarms,
    remedy: 'give the ARN of an SNS topic, or e-mail addresses',
    check: ({ hasReceivers }) =>
      hasReceivers
        ? []
        : [{ property: 'topicArns', problem: 'and emails are both missing, so the alarms notify nobody' }],
  },
];
