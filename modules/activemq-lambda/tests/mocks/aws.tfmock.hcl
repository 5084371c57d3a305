# What the mock of the provider answers where the module looks into the answer.

mock_data "aws_caller_identity" {
  defaults = {
    account_id = "123456789012"
  }
}

mock_data "aws_partition" {
  defaults = {
    partition = "aws"
  }
}

mock_data "aws_region" {
  defaults = {
    id = "eu-west-1"
  }
}

mock_resource "aws_lambda_event_source_mapping" {
  defaults = {
    arn  = "arn:aws:lambda:eu-west-1:123456789012:event-source-mapping:00000000-1111-2222-3333-444444444444"
    uuid = "00000000-1111-2222-3333-444444444444"
  }
}

mock_resource "aws_iam_role_policy" {
  defaults = {
    name = "amazon-mq-0123456789"
  }
}
