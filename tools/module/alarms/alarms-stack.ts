import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import { type App, type TerraformResource, Token } from 'cdktf';
import { METRIC_NAMESPACE } from '../../../src/amazon-mq/metrics';
import { AlarmTopic } from '../../../src/monitoring/alarm-topic';
import { COMPARISON_WORDS, LATE_SECONDS } from '../../../src/monitoring/planned-alarm';
import { type Place, placeFinder } from '../addresses';
import { template } from '../expression';
import { dynamicBlock, find, INSTANCES, ModuleStack } from '../module-stack';
import { BROKER_ROWS, DEAD_LETTER_ROW, QUEUE_ROWS } from './alarm-table';

const HAS_TOPIC = 'length(var.emails) > 0 ? 1 : 0';
const HAS_KEY = 'length(var.emails) > 0 && var.kms_key == null ? 1 : 0';

const PLACES: Readonly<Record<string, Place>> = {
  Alarm: { name: 'this', forEach: 'local.alarms' },
  'Topic/Default': { name: 'this', count: HAS_TOPIC },
  'Topic/Key': { name: 'this', count: HAS_KEY },
  'Topic/Account': { name: 'current' },
  'Topic/Partition': { name: 'current' },
  'Topic/Email-*': { name: 'email', forEach: 'var.emails' },
};

/** The alarms of a broker as one table in HCL, of which the caller changes rows and adds queues. */
export class AlarmsStack extends ModuleStack {
  constructor(app: App) {
    super(app, 'activemq-alarms', placeFinder(PLACES, 'tools/module/alarms/alarms-stack.ts'));
    this.#addTable();
    this.#addTopic();
    this.#addAlarm();
    this.addCheck('topic_arns', {
      code: 'alarm-receiver',
      holds: 'length(var.topic_arns) + length(var.emails) > 0',
      shows: 'length(var.topic_arns) + length(var.emails)',
      allowed: 'one receiver or more in topic_arns or emails',
    });
    this.addOutputs({
      alarm_arns: [
        'ARNs of the alarms, for the module activemq-dashboard or a composite alarm.',
        '${[for alarm in aws_cloudwatch_metric_alarm.this : alarm.arn]}',
      ],
      alarm_names: ['Names of the alarms.', '${[for alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_name]}'],
      topic_arn: [
        'ARN of the topic that the module made for `emails`, null without any.',
        '${one(aws_sns_topic.this[*].arn)}',
      ],
    });
  }

  #addTable(): void {
    this.addLocals({
      instances: INSTANCES,
      broker_alarms: BROKER_ROWS,
      queue_alarms: QUEUE_ROWS,
      dead_letter_alarm: DEAD_LETTER_ROW,
      has_credits: '${var.instance_type == null || startswith(coalesce(var.instance_type, "mq.t"), "mq.t")}',
      planned: template(
        [
          'concat(',
          '  [for name, alarm in local.broker_alarms : {',
          '    key = alarm.name, alarm = alarm, queue = "", options = lookup(var.alarms, name, null), by_default = name != "cpu_credits" || local.has_credits',
          '  }],',
          '  flatten([for queue, options in var.queues : [for name, alarm in local.queue_alarms : {',
          '    key = "queue-${queue}-${alarm.name}", alarm = alarm, queue = queue, options = options[name], by_default = true',
          '  }]]),',
          '  [for queue in var.dead_letter_queues : {',
          '    key = "queue-${queue}-${local.dead_letter_alarm.name}", alarm = local.dead_letter_alarm, queue = queue, options = lookup(var.alarms, "dead_letters", null), by_default = true',
          '  }],',
          ')',
        ].join('\n'),
      ),
      chosen: template(
        [
          '[for planned in local.planned : merge(planned, {',
          '  threshold  = try(coalesce(planned.options.threshold), planned.alarm.threshold)',
          '  minutes    = try(coalesce(planned.options.minutes), planned.alarm.minutes)',
          '  enabled    = try(coalesce(planned.options.enabled), planned.by_default)',
          '  expression = planned.alarm.expressions[local.instances - 1]',
          '})]',
        ].join('\n'),
      ),
      alarms: template(
        [
          '{',
          '  for chosen in local.chosen : chosen.key => merge(chosen.alarm, chosen, {',
          '    result = contains(local.metric_ids[chosen.alarm.name], chosen.expression) ? chosen.expression : "combined"',
          '    queries = concat(',
          '      [for expression in [chosen.expression] : {',
          '        id         = "combined"',
          '        expression = expression',
          '        label      = coalesce(chosen.alarm.label, trimspace("${chosen.queue} ${chosen.alarm.metrics[0].name}"))',
          '        metric     = null',
          '      } if !contains(local.metric_ids[chosen.alarm.name], expression)],',
          '      [for series in flatten([for metric in chosen.alarm.metrics : [for number in range(1, local.instances + 1) : {',
          '        id         = "${metric.id}${number}"',
          '        expression = null',
          '        label      = null',
          '        metric = {',
          '          name       = metric.name',
          '          statistic  = metric.statistic',
          '          dimensions = merge({ Broker = "${var.broker_name}-${number}" }, { for queue in compact([chosen.queue]) : "Queue" => queue })',
          '        }',
          '      }]]) : series if strcontains(chosen.expression, series.id)],',
          '    )',
          '  }) if chosen.enabled && chosen.threshold != null',
          '}',
        ].join('\n'),
      ),
      metric_ids: template(
        '{ for alarm in concat(values(local.broker_alarms), values(local.queue_alarms), [local.dead_letter_alarm]) : alarm.name => [for metric in alarm.metrics : "${metric.id}1"] }',
      ),
      comparisons: COMPARISON_WORDS,
    });
  }

  #addTopic(): void {
    const topic = new AlarmTopic(this, 'Topic', {
      emails: [this.text('each.value')],
      kmsKeyArn: undefined,
      tags: Token.asStringMap('${var.tags}'),
    });
    topic.resource.addOverride(
      'kms_master_key_id',
      '${var.kms_key == null ? one(aws_kms_key.this[*].arn) : var.kms_key.arn}',
    );
    const [subscription] = topic.node.children.filter(({ node }) => node.id.startsWith('Email-'));
    (subscription as TerraformResource).addOverride('topic_arn', '${aws_sns_topic.this[0].arn}');
    (find(topic, 'Key') as TerraformResource).addOverride('tags', '${var.tags}');
  }

  #addAlarm(): void {
    const periods = 'each.value.minutes * 60 / each.value.period';
    const actions = '${concat(var.topic_arns, aws_sns_topic.this[*].arn)}';
    const alarm = new CloudwatchMetricAlarm(this, 'Alarm', {
      alarmName: this.text('PLACEHOLDER'),
      comparisonOperator: this.text('each.value.comparison'),
      evaluationPeriods: Token.asNumber(template(periods)),
    });
    const arguments_: Record<string, string> = {
      alarm_name: '${coalesce(var.name_prefix, "${var.broker_name}-")}${each.key}',
      alarm_description:
        '${each.value.subject} ${local.comparisons[each.value.comparison]} ${trimspace("${each.value.threshold} ${each.value.unit}")} for ${each.value.minutes} minutes. ${each.value.reason} Broker: ${var.broker_arn}',
      alarm_actions: actions,
      ok_actions: actions,
      threshold: '${each.value.threshold}',
      datapoints_to_alarm: `\${each.value.is_late_bad ? ${periods} : max(1, ${periods} - ceil(${LATE_SECONDS} / each.value.period))}`,
      treat_missing_data: '${each.value.fires_in_silence ? "breaching" : "notBreaching"}',
      tags: '${var.tags}',
    };
    for (const [name, value] of Object.entries(arguments_)) alarm.addOverride(name, value);
    dynamicBlock(alarm, 'metric_query', 'each.value.queries', {
      id: '${metric_query.value.id}',
      expression: '${metric_query.value.expression}',
      label: '${metric_query.value.label}',
      return_data: '${metric_query.value.id == each.value.result}',
      dynamic: {
        metric: {
          for_each: '${metric_query.value.metric[*]}',
          content: {
            namespace: METRIC_NAMESPACE,
            metric_name: '${metric.value.name}',
            dimensions: '${metric.value.dimensions}',
            stat: '${metric.value.statistic}',
            period: '${each.value.period}',
          },
        },
      },
    });
  }
}
