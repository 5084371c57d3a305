# Which alarms there are, and what each choice changes. No AWS account is reached.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  broker_name = "orders"
  broker_arn  = "arn:aws:mq:eu-west-1:123456789012:broker:orders:b-00000000-1111-2222-3333-444444444444"
  topic_arns  = ["arn:aws:sns:eu-west-1:123456789012:operations"]
}

run "defaults" {
  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.this)) == toset(["connections", "cpu-credits", "cpu-utilization", "heap-usage", "journal-files", "open-transactions", "queue-ActiveMQ.DLQ-dead-letters", "silence", "store-usage", "temp-usage", "unconsumed-messages"])
    error_message = "other alarms"
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["heap-usage"].alarm_name == "orders-heap-usage" && aws_cloudwatch_metric_alarm.this["heap-usage"].alarm_actions == toset(var.topic_arns)
    error_message = "another name, or another receiver"
  }
  assert {
    condition     = toset([for query in aws_cloudwatch_metric_alarm.this["heap-usage"].metric_query : query.id]) == toset(["combined", "heapUsage1", "heapUsage2"])
    error_message = "not both instances"
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["heap-usage"].evaluation_periods == 10 && aws_cloudwatch_metric_alarm.this["heap-usage"].datapoints_to_alarm == 8
    error_message = "other periods"
  }
  assert {
    condition     = [for name, alarm in aws_cloudwatch_metric_alarm.this : name if alarm.treat_missing_data == "breaching"] == ["silence"]
    error_message = "another alarm fires in silence"
  }
  assert {
    condition     = length(aws_sns_topic.this) + length(aws_kms_key.this) == 0 && output.topic_arn == null
    error_message = "a topic was made without e-mail addresses"
  }
  assert {
    condition     = length(output.alarm_arns) == 11 && contains(output.alarm_names, "orders-silence")
    error_message = "other outputs"
  }
}

run "single-instance" {
  command = plan
  variables {
    deployment_mode = "SINGLE_INSTANCE"
    instance_type   = "mq.m5.large"
  }

  assert {
    condition     = [for query in aws_cloudwatch_metric_alarm.this["heap-usage"].metric_query : [query.id, query.return_data]] == [["heapUsage1", true]]
    error_message = "more than one instance"
  }
  assert {
    condition     = !contains(keys(aws_cloudwatch_metric_alarm.this), "cpu-credits")
    error_message = "an instance that is not burstable has an alarm on credits"
  }
}

run "choices" {
  command = plan
  variables {
    alarms = {
      heap_usage         = { threshold = 70, minutes = 5 }
      journal_files      = { enabled = false }
      network_connectors = { threshold = 2 }
      dead_letters       = { threshold = 5 }
    }
    queues             = { orders = { depth = { threshold = 10 }, no_consumers = { enabled = false } } }
    dead_letter_queues = ["DLQ.orders"]
    name_prefix        = "prod-"
    emails             = ["operations@example.com"]
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["heap-usage"].threshold == 70 && aws_cloudwatch_metric_alarm.this["heap-usage"].evaluation_periods == 5
    error_message = "another threshold or other periods"
  }
  assert {
    condition     = !contains(keys(aws_cloudwatch_metric_alarm.this), "journal-files") && aws_cloudwatch_metric_alarm.this["network-connectors"].threshold == 2
    error_message = "an alarm that is off is there, or one with a threshold is not"
  }
  assert {
    condition     = [for name, alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_name if startswith(name, "queue-")] == ["prod-queue-DLQ.orders-dead-letters", "prod-queue-orders-depth", "prod-queue-orders-wait"]
    error_message = "other alarms of queues"
  }
  assert {
    condition     = keys(aws_sns_topic_subscription.email) == ["operations@example.com"] && length(aws_kms_key.this) == 1
    error_message = "no subscription, or no key"
  }
}
