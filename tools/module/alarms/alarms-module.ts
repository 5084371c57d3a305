import { sourceOf } from '../source';
import { submoduleReadme } from '../submodule-readme';
import { type TerraformModule } from '../terraform-module';
import { combination, input, WRONG_TAGS } from '../wrong-input';
import { AlarmsStack } from './alarms-stack';
import { ALARM_VARIABLES } from './variables';

/** modules/activemq-alarms: the alarms of `BrokerAlarms`. */
export const ALARMS_MODULE: TerraformModule = {
  folder: 'activemq-alarms',
  stack: (app) => new AlarmsStack(app),
  variables: ALARM_VARIABLES,
  sections: [
    {
      title: 'Alarms',
      explanation:
        'The alarms of alarms.tf, as the caller changes them. An alarm that has no threshold of its own is made if the caller gives one.',
      locals: ['instances', 'has_credits', 'planned', 'chosen', 'metric_ids', 'alarms', 'comparisons'],
      addresses: ['aws_cloudwatch_metric_alarm.this'],
    },
    {
      title: 'Topic',
      explanation:
        'For emails: CloudWatch cannot publish to a topic that the AWS managed key encrypts, so the topic has a key of its own, or yours.',
      addresses: [
        'data.aws_caller_identity.current',
        'data.aws_partition.current',
        'aws_kms_key.this',
        'aws_sns_topic.this',
        'aws_sns_topic_subscription.email',
      ],
    },
  ],
  files: {
    'alarms.tf': {
      title: 'What each alarm looks at',
      explanation:
        'Each alarm looks at both instances: at the highest value, because only the active one works, or at the lowest value of an instance that works. expressions has the metric math for a broker with one instance and with two.',
      locals: ['broker_alarms', 'queue_alarms', 'dead_letter_alarm'],
    },
  },
  readme: submoduleReadme('activemq-alarms', {
    title: 'CloudWatch alarms for Amazon MQ for ActiveMQ',
    about:
      'Alarms for a broker that stay correct during a failover, and whatever the standby instance publishes. For a broker of the\nmodule [activemq](../activemq/README.md), and for any other by its name. Made from `BrokerAlarms` of `cdktf-amazon-mq`;\n[docs/monitoring.md](../../docs/monitoring.md) lists the alarms with their thresholds and reasons.',
    usage: `
module "alarms" {
  source = "${sourceOf('activemq-alarms')}"

  broker_name     = module.orders.broker_name
  broker_arn      = module.orders.broker_arn
  deployment_mode = module.orders.deployment_mode
  instance_type   = module.orders.instance_type
  topic_arns      = [aws_sns_topic.operations.arn]
  alarms = {
    heap_usage    = { threshold = 70, minutes = 5 }
    journal_files = { enabled = false }
  }
  queues = {
    "orders.in" = { depth = { threshold = 10000 } }
  }
}
`,
    leftOut: [
      [
        'metrics beside those of the alarms',
        'an alarm of your own needs its own metric math',
        '`metric_dimensions` of the module activemq, and [docs/metrics.md](../../docs/metrics.md)',
      ],
      [
        'composite alarms',
        'which alarms belong together is yours to say',
        '`aws_cloudwatch_composite_alarm` with `alarm_arns`',
      ],
    ],
    variables: ALARM_VARIABLES,
  }),
  rightInputs: {
    broker_name: 'orders',
    broker_arn: 'arn:aws:mq:eu-west-1:123456789012:broker:orders:b-00000000-1111-2222-3333-444444444444',
    topic_arns: ['arn:aws:sns:eu-west-1:123456789012:operations'],
  },
  wrongInputs: [
    input('broker-name-form', 'broker_name', 'orders & invoices'),
    input('deployment-mode', 'deployment_mode', 'CLUSTER_MULTI_AZ'),
    input('alarm-topic-form', 'topic_arns', ['operations']),
    input('alarm-email-form', 'emails', ['Operations <operations@example.com>']),
    input('alarm-key', 'kms_key', { arn: 'alias/aws/sns' }),
    input('alarm-name', 'alarms', { heap: { threshold: 70 } }),
    input('alarm-threshold', 'alarms', { heap_usage: { threshold: 101 } }),
    input('alarm-threshold', 'alarms', { silence: { threshold: 1 } }),
    input('alarm-minutes', 'alarms', { journal_files: { minutes: 7 } }),
    input('input-key', 'alarms', { heap_usage: { treshold: 70 } }),
    input('metric-destination-name', 'queues', { 'orders.>': {} }),
    input('alarm-threshold', 'queues', { orders: { depth: { threshold: -1 } } }),
    input('alarm-minutes', 'queues', { orders: { wait_minutes: { minutes: 1441 } } }),
    input('input-key', 'queues', { orders: { depth: { treshold: 10 } } }),
    input('metric-destination-name', 'dead_letter_queues', ['DLQ.*']),
    ...WRONG_TAGS,
    input('acknowledge-code', 'acknowledge', { 'alarm-threshold': 'we like it' }),
    input('acknowledge-reason', 'acknowledge', { 'alarm-receiver': ' ' }),
    combination('alarm-receiver', 'check.alarm_receiver', { topic_arns: [] }),
  ],
};
