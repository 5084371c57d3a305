# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

# Alarms
#
# The alarms of alarms.tf, as the caller changes them. An alarm that has no threshold of its own is made if the caller
# gives one.

locals {
  instances   = var.deployment_mode == "ACTIVE_STANDBY_MULTI_AZ" ? 2 : 1
  has_credits = var.instance_type == null || startswith(coalesce(var.instance_type, "mq.t"), "mq.t")
  planned = concat(
    [for name, alarm in local.broker_alarms : {
      key = alarm.name, alarm = alarm, queue = "", options = lookup(module.inputs.alarms, name, null), by_default = name != "cpu_credits" || local.has_credits
    }],
    flatten([for queue, options in module.inputs.queues : [for name, alarm in local.queue_alarms : {
      key = "queue-${queue}-${alarm.name}", alarm = alarm, queue = queue, options = options[name], by_default = true
    }]]),
    [for queue in var.dead_letter_queues : {
      key = "queue-${queue}-${local.dead_letter_alarm.name}", alarm = local.dead_letter_alarm, queue = queue, options = lookup(module.inputs.alarms, "dead_letters", null), by_default = true
    }],
  )
  chosen = [for planned in local.planned : merge(planned, {
    threshold  = try(coalesce(planned.options.threshold), planned.alarm.threshold)
    minutes    = try(coalesce(planned.options.minutes), planned.alarm.minutes)
    enabled    = try(coalesce(planned.options.enabled), planned.by_default)
    expression = planned.alarm.expressions[local.instances - 1]
  })]
  metric_ids = { for alarm in concat(values(local.broker_alarms), values(local.queue_alarms), [local.dead_letter_alarm]) : alarm.name => [for metric in alarm.metrics : "${metric.id}1"] }
  alarms = {
    for chosen in local.chosen : chosen.key => merge(chosen.alarm, chosen, {
      result = contains(local.metric_ids[chosen.alarm.name], chosen.expression) ? chosen.expression : "combined"
      queries = concat(
        [for expression in [chosen.expression] : {
          id         = "combined"
          expression = expression
          label      = coalesce(chosen.alarm.label, trimspace("${chosen.queue} ${chosen.alarm.metrics[0].name}"))
          metric     = null
        } if !contains(local.metric_ids[chosen.alarm.name], expression)],
        [for series in flatten([for metric in chosen.alarm.metrics : [for number in range(1, local.instances + 1) : {
          id         = "${metric.id}${number}"
          expression = null
          label      = null
          metric = {
            name       = metric.name
            statistic  = metric.statistic
            dimensions = merge({ Broker = "${var.broker_name}-${number}" }, { for queue in compact([chosen.queue]) : "Queue" => queue })
          }
        }]]) : series if strcontains(chosen.expression, series.id)],
      )
    }) if chosen.enabled && chosen.threshold != null
  }
  comparisons = {
    GreaterThanThreshold       = "above"
    LessThanOrEqualToThreshold = "at or below"
    LessThanThreshold          = "below"
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_actions       = concat(var.topic_arns, aws_sns_topic.this[*].arn)
  alarm_description   = "${each.value.subject} ${local.comparisons[each.value.comparison]} ${trimspace("${each.value.threshold} ${each.value.unit}")} for ${each.value.minutes} minutes. ${each.value.reason} Broker: ${var.broker_arn}"
  alarm_name          = "${coalesce(var.name_prefix, "${var.broker_name}-")}${each.key}"
  comparison_operator = each.value.comparison
  datapoints_to_alarm = each.value.is_late_bad ? each.value.minutes * 60 / each.value.period : max(1, each.value.minutes * 60 / each.value.period - ceil(120 / each.value.period))
  evaluation_periods  = each.value.minutes * 60 / each.value.period
  ok_actions          = concat(var.topic_arns, aws_sns_topic.this[*].arn)
  tags                = var.tags
  threshold           = each.value.threshold
  treat_missing_data  = each.value.fires_in_silence ? "breaching" : "notBreaching"

  dynamic "metric_query" {
    for_each = each.value.queries

    content {
      expression  = metric_query.value.expression
      id          = metric_query.value.id
      label       = metric_query.value.label
      return_data = metric_query.value.id == each.value.result

      dynamic "metric" {
        for_each = metric_query.value.metric[*]

        content {
          dimensions  = metric.value.dimensions
          metric_name = metric.value.name
          namespace   = "AWS/AmazonMQ"
          period      = each.value.period
          stat        = metric.value.statistic
        }
      }
    }
  }
}

# Topic
#
# For emails: CloudWatch cannot publish to a topic that the AWS managed key encrypts, so the topic has a key of its own,
# or yours.

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

resource "aws_kms_key" "this" {
  count = length(var.emails) > 0 && var.kms_key == null ? 1 : 0

  description         = "Alarms of Amazon MQ brokers"
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "AccountAdministersKey"
        Effect = "Allow"
        Principal = {
          AWS = "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root"
        }
        Action   = "kms:*"
        Resource = "*"
      },
      {
        Sid    = "CloudWatchPublishesAlarms"
        Effect = "Allow"
        Principal = {
          Service = "cloudwatch.amazonaws.com"
        }
        Action   = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource = "*"
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
        }
      },
    ]
  })
  tags = var.tags
}

resource "aws_sns_topic" "this" {
  count = length(var.emails) > 0 ? 1 : 0

  kms_master_key_id = var.kms_key == null ? one(aws_kms_key.this[*].arn) : var.kms_key.arn
  tags              = var.tags
}

resource "aws_sns_topic_subscription" "email" {
  for_each = var.emails

  endpoint  = each.value
  protocol  = "email"
  topic_arn = aws_sns_topic.this[0].arn
}

# Inputs
#
# Terraform drops a key that the type of an input does not have, silently. So inputs with keys that can be left out are
# of type any: variables.tf looks at their keys, and this module gives them their types.

module "inputs" {
  source = "./inputs"
  alarms = var.alarms
  queues = var.queues
}

# Warnings
#
# Checks warn and stop nothing.

check "alarm_receiver" {
  assert {
    condition     = contains(keys(var.acknowledge), "alarm-receiver") || (length(var.topic_arns) + length(var.emails) > 0)
    error_message = "[alarm-receiver] topic_arns: got ${length(var.topic_arns) + length(var.emails)}; allowed: one receiver or more in topic_arns or emails; give the ARN of an SNS topic, or e-mail addresses (an alarm without an action changes its state and notifies nobody)"
  }
}
