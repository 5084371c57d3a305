# What the groups are like. No AWS account is reached.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  broker_id = "b-00000000-1111-2222-3333-444444444444"
}

run "defaults" {
  command = plan

  assert {
    condition     = aws_cloudwatch_log_group.general[0].name == "/aws/amazonmq/broker/b-00000000-1111-2222-3333-444444444444/general" && aws_cloudwatch_log_group.audit[0].name == "/aws/amazonmq/broker/b-00000000-1111-2222-3333-444444444444/audit"
    error_message = "other names"
  }
  assert {
    condition     = aws_cloudwatch_log_group.general[0].retention_in_days == 365 && aws_cloudwatch_log_group.general[0].skip_destroy
    error_message = "another retention, or a destroy deletes the logs"
  }
}

run "choices" {
  command = plan
  variables {
    audit             = false
    retention_in_days = 90
    delete_on_destroy = true
    kms_key_arn       = "arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444"
    tags              = { team = "orders" }
  }

  assert {
    condition     = length(aws_cloudwatch_log_group.audit) == 0 && output.audit_log_group_arn == null
    error_message = "a group of a log that is off"
  }
  assert {
    condition     = aws_cloudwatch_log_group.general[0].retention_in_days == 90 && !aws_cloudwatch_log_group.general[0].skip_destroy && aws_cloudwatch_log_group.general[0].kms_key_id == var.kms_key_arn
    error_message = "other retention, key or destroy"
  }
}

run "outputs" {
  variables {
    audit = false
  }

  assert {
    condition     = output.general_log_group_arn == "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/amazonmq/broker/b-00000000-1111-2222-3333-444444444444/general"
    error_message = "another ARN"
  }
}
