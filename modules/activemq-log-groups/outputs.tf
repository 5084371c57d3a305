# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

output "audit_log_group_arn" {
  description = "ARN of the group of the audit log, null if the broker has none."
  value       = one(aws_cloudwatch_log_group.audit[*].arn)
}

output "general_log_group_arn" {
  description = "ARN of the group of the general log, null if the broker has none."
  value       = one(aws_cloudwatch_log_group.general[*].arn)
}
