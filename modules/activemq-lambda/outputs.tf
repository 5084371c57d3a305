# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

output "event_source_mapping_arn" {
  description = "ARN of the event source mapping."
  value       = aws_lambda_event_source_mapping.this.arn
}

output "event_source_mapping_uuid" {
  description = "UUID of the event source mapping, with which `aws lambda get-event-source-mapping` says why nothing arrives."
  value       = aws_lambda_event_source_mapping.this.uuid
}

output "role_policy_name" {
  description = "Name of the inline policy of the role."
  value       = aws_iam_role_policy.this.name
}
