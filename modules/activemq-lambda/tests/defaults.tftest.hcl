# What a trigger is made of. No AWS account is reached.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  broker_arn        = "arn:aws:mq:eu-west-1:123456789012:broker:orders:b-00000000-1111-2222-3333-444444444444"
  security_group_id = "sg-0123456789abcdef0"
  secret_arn        = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf"
  queue_name        = "orders.in"
  function_name     = "orders"
  role_name         = "orders"
}

run "defaults" {
  command = plan

  assert {
    condition     = aws_lambda_event_source_mapping.this.queues == tolist(["orders.in"]) && aws_lambda_event_source_mapping.this.event_source_arn == var.broker_arn
    error_message = "another queue or broker"
  }
  assert {
    condition     = [for access in aws_lambda_event_source_mapping.this.source_access_configuration : access.uri] == [var.secret_arn]
    error_message = "another secret"
  }
  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.this.policy).Statement : statement.Sid] == ["DescribeBroker", "ReadSecret", "PollFromSubnets", "WriteLogs"]
    error_message = "other permissions"
  }
  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.itself) + length(aws_vpc_security_group_egress_rule.itself) + length(aws_vpc_security_group_egress_rule.services) == 3
    error_message = "other rules"
  }
}

run "choices" {
  command = plan
  variables {
    kms_key_arn                        = "arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444"
    open_network                       = false
    batch_size                         = 10
    maximum_batching_window_in_seconds = 5
    enabled                            = false
    tags                               = { team = "orders" }
  }

  assert {
    condition     = contains([for statement in jsondecode(aws_iam_role_policy.this.policy).Statement : statement.Resource], var.kms_key_arn)
    error_message = "the role may not use the key"
  }
  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.itself) + length(aws_vpc_security_group_egress_rule.itself) + length(aws_vpc_security_group_egress_rule.services) == 0
    error_message = "rules that nobody wants"
  }
  assert {
    condition     = aws_lambda_event_source_mapping.this.batch_size == 10 && aws_lambda_event_source_mapping.this.maximum_batching_window_in_seconds == 5 && !aws_lambda_event_source_mapping.this.enabled
    error_message = "another batch, or enabled"
  }
}

run "outputs" {
  assert {
    condition     = output.event_source_mapping_arn == "arn:aws:lambda:eu-west-1:123456789012:event-source-mapping:00000000-1111-2222-3333-444444444444" && output.event_source_mapping_uuid == "00000000-1111-2222-3333-444444444444"
    error_message = "not those of the mapping"
  }
  assert {
    condition     = output.role_policy_name == "amazon-mq-0123456789"
    error_message = "not the name of the policy"
  }
}
