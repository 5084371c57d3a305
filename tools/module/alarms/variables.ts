import { DeploymentMode } from '../../../src/amazon-mq/deployment-mode';
import { AWS_MANAGED_KEY, EMAIL, KEY, MINUTES_PER_DAY, TOPIC_ARN } from '../../../src/monitoring/alarm-rules';
import { literals, matches } from '../expression';
import { watchedQueueRule } from '../queue-names';
import { type RuleInHcl } from '../rule-in-hcl';
import { type Variable } from '../variable';
import { TAGS, VARIABLES } from '../variables';
import { ALARM_LIMITS, type AlarmLimits, QUEUE_ALARM_LIMITS } from './alarm-table';

const OPTIONS = 'object({ enabled = optional(bool), threshold = optional(number), minutes = optional(number) })';
const OPTION_KEYS = ['enabled', 'threshold', 'minutes'];

type Limits = Readonly<Record<string, AlarmLimits>>;

/** Names that have something in common, as `a, b: this; c: that`. */
function grouped(limits: Limits, inWords: (limits: AlarmLimits) => string): string {
  const groups = new Map<string, string[]>();
  for (const [name, each] of Object.entries(limits))
    groups.set(inWords(each), [...(groups.get(inWords(each)) ?? []), name]);
  return [...groups].map(([words, names]) => `${words} for ${names.join(', ')}`).join('; ');
}

function rangeInWords({ range: [min, max] }: AlarmLimits): string {
  if (max === Infinity) return `${min} or more`;
  return min === max ? String(min) : `${min} to ${max}`;
}

function hclMap(limits: Limits, valueOf: (limits: AlarmLimits) => number): string {
  const entries = Object.entries(limits);
  return `{ ${entries.map(([name, each]) => `${name} = ${valueOf(each)}`).join(', ')} }`;
}

/** How a rule writes the name of an alarm and its options, in a `for` expression. */
interface OptionsIn {
  readonly each: string;
  readonly name: string;
  readonly options: string;
  /** The alarm, as a message shows it. */
  readonly shown: string;
}

/** What can be wrong with the options of alarms. */
function optionRules(limits: Limits, { each, name, options, shown }: OptionsIn): RuleInHcl[] {
  const minimum = `${hclMap(limits, ({ range }) => range[0])}[${name}]`;
  const bounded = Object.fromEntries(Object.entries(limits).filter(([, { range }]) => range[1] !== Infinity));
  const maximum = `lookup(${hclMap(bounded, ({ range }) => range[1])}, ${name}, ${options}.threshold)`;
  const isBelow = Object.keys(bounded).length > 0 ? ` && ${options}.threshold <= ${maximum}` : '';
  const period = `${hclMap(limits, ({ periodInMinutes }) => periodInMinutes)}[${name}]`;
  return [
    {
      code: 'alarm-threshold',
      each,
      holds: `try(${options}.threshold >= ${minimum}${isBelow}, true)`,
      shows: `"\${${options}.threshold} for ${shown}"`,
      allowed: grouped(limits, rangeInWords),
      remedy: 'omit it for the default, or set enabled to false',
    },
    {
      code: 'alarm-minutes',
      each,
      holds: `try(${options}.minutes > 0 && ${options}.minutes <= ${MINUTES_PER_DAY} && ${options}.minutes % ${period} == 0, true)`,
      shows: `"\${${options}.minutes} for ${shown}"`,
      allowed: `at most ${MINUTES_PER_DAY}, in ${grouped(limits, ({ periodInMinutes }) => `multiples of ${periodInMinutes}`)}`,
      remedy: 'omit it for the default',
    },
  ];
}

const ALARM_OF_QUEUE =
  'alarm in try(flatten([for queue, alarms in var.queues : [for name, options in alarms : { queue = queue, name = name, options = options } if options != null]]), [])';

/** The broker that is watched, as every module beside activemq takes it. */
export const WATCHED_BROKER = {
  broker_name: {
    type: 'string',
    description: 'Name of the broker: the output `broker_name` of the module activemq.',
    rules: VARIABLES.broker_name.rules,
  },
  broker_arn: { type: 'string', description: 'ARN of the broker: the output `broker_arn` of the module activemq.' },
  deployment_mode: {
    type: 'string',
    description:
      'Deployment mode of the broker: the output `deployment_mode`. It decides how many instances are watched.',
    default: DeploymentMode.ACTIVE_STANDBY_MULTI_AZ,
    rules: VARIABLES.deployment_mode.rules,
  },
} satisfies Readonly<Record<string, Variable>>;

export const ALARM_VARIABLES: Readonly<Record<string, Variable>> = {
  ...WATCHED_BROKER,
  instance_type: {
    type: 'string',
    description:
      'Instance type of the broker: the output `instance_type`. Only burstable instances (mq.t…) have an alarm on CPU credits; left out, there is one.',
    default: null,
  },
  topic_arns: {
    type: 'list(string)',
    description: 'ARNs of the SNS topics that are notified of every change of an alarm.',
    default: [],
    rules: [
      {
        code: 'alarm-topic-form',
        each: 'arn in var.topic_arns',
        holds: matches('arn', TOPIC_ARN),
        shows: 'arn',
      },
    ],
  },
  emails: {
    type: 'set(string)',
    description:
      'E-mail addresses that are notified, through an encrypted topic that is made for them. AWS asks each address to confirm.',
    default: [],
    rules: [
      {
        code: 'alarm-email-form',
        each: 'email in var.emails',
        holds: matches('lower(email)', EMAIL),
        shows: 'email',
      },
    ],
  },
  kms_key: {
    type: 'object({ arn = string })',
    description:
      'A KMS key that exists, which encrypts the topic for `emails`. Its policy must allow cloudwatch.amazonaws.com to use it. Left out, a key is made.',
    default: null,
    rules: [
      {
        code: 'alarm-key',
        each: 'key in var.kms_key[*]',
        holds: `${matches('key.arn', KEY)} && !${matches('key.arn', AWS_MANAGED_KEY)}`,
        shows: 'key.arn',
      },
    ],
  },
  name_prefix: {
    type: 'string',
    description: 'Beginning of the names of the alarms. Left out, the name of the broker and a hyphen.',
    default: null,
  },
  alarms: {
    type: `map(${OPTIONS})`,
    description: `How alarms differ from their defaults, by alarm: ${Object.keys(ALARM_LIMITS).join(', ')}. network_connectors needs a threshold: the number of brokers that are connected when all is well.`,
    default: {},
    keys: { of: 'map', names: OPTION_KEYS },
    rules: [
      {
        code: 'alarm-name',
        each: 'name in keys(var.alarms)',
        holds: `contains(${literals(Object.keys(ALARM_LIMITS))}, name)`,
        shows: 'name',
        allowed: Object.keys(ALARM_LIMITS).join(', '),
        remedy: 'write one of these names; alarms of a queue are in queues',
        reason: 'the module has no other alarms',
      },
      ...optionRules(ALARM_LIMITS, {
        each: 'name, options in var.alarms',
        name: 'name',
        options: 'options',
        shown: '${name}',
      }),
    ],
  },
  queues: {
    type: `map(object({ ${Object.keys(QUEUE_ALARM_LIMITS)
      .map((name) => `${name} = optional(${OPTIONS})`)
      .join(', ')} }))`,
    description:
      'Queues with alarms of their own, by queue: depth, which needs a threshold, wait_minutes, the estimated wait of a new message, and no_consumers.',
    default: {},
    keys: {
      of: 'map',
      names: Object.keys(QUEUE_ALARM_LIMITS),
      within: Object.fromEntries(Object.keys(QUEUE_ALARM_LIMITS).map((name) => [name, OPTION_KEYS])),
    },
    rules: [
      watchedQueueRule('keys(var.queues)'),
      ...optionRules(QUEUE_ALARM_LIMITS, {
        each: ALARM_OF_QUEUE,
        name: 'alarm.name',
        options: 'alarm.options',
        shown: '${alarm.name} of ${alarm.queue}',
      }),
    ],
  },
  dead_letter_queues: {
    type: 'set(string)',
    description: 'Names of dead-letter queues that must be empty.',
    default: ['ActiveMQ.DLQ'],
    rules: [watchedQueueRule('var.dead_letter_queues')],
  },
  tags: TAGS,
  acknowledge: {
    type: 'map(string)',
    description: 'Rules that do not hold for you, by code, each with a reason: alarm-receiver.',
    default: {},
    rules: [
      {
        code: 'acknowledge-code',
        each: 'code in keys(var.acknowledge)',
        holds: 'contains(["alarm-receiver"], code)',
        shows: 'code',
        allowed: 'alarm-receiver',
      },
      {
        code: 'acknowledge-reason',
        each: 'code, reason in var.acknowledge',
        holds: 'trimspace(reason) != ""',
        shows: 'code',
      },
    ],
  },
};
