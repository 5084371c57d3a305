# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

output "alarm_arns" {
  description = "ARNs of the alarms, for the module activemq-dashboard or a composite alarm."
  value       = [for alarm in aws_cloudwatch_metric_alarm.this : alarm.arn]
}

output "alarm_names" {
  description = "Names of the alarms."
  value       = [for alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_name]
}

output "topic_arn" {
  description = "ARN of the topic that the module made for `emails`, null without any."
  value       = one(aws_sns_topic.this[*].arn)
}
