# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

# Log groups
#
# Amazon MQ makes them when it creates the broker, without retention. The root module imports them: Terraform allows
# import blocks nowhere else.

resource "aws_cloudwatch_log_group" "general" {
  count = var.general ? 1 : 0

  kms_key_id        = var.kms_key_arn
  name              = "/aws/amazonmq/broker/${var.broker_id}/general"
  retention_in_days = var.retention_in_days
  skip_destroy      = !var.delete_on_destroy
  tags              = var.tags
}

resource "aws_cloudwatch_log_group" "audit" {
  count = var.audit ? 1 : 0

  kms_key_id        = var.kms_key_arn
  name              = "/aws/amazonmq/broker/${var.broker_id}/audit"
  retention_in_days = var.retention_in_days
  skip_destroy      = !var.delete_on_destroy
  tags              = var.tags
}
