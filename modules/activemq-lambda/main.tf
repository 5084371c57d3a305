# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

# Trigger
#
# The mapping depends on policy and rules, so a destroy deletes it first: Lambda needs both to remove its network
# interfaces.

resource "aws_lambda_event_source_mapping" "this" {
  batch_size                         = var.batch_size
  enabled                            = var.enabled
  event_source_arn                   = var.broker_arn
  function_name                      = var.function_name
  maximum_batching_window_in_seconds = var.maximum_batching_window_in_seconds
  queues                             = [var.queue_name]
  tags                               = var.tags

  source_access_configuration {
    type = "BASIC_AUTH"
    uri  = var.secret_arn
  }

  depends_on = [
    aws_iam_role_policy.this,
    aws_vpc_security_group_ingress_rule.itself,
    aws_vpc_security_group_egress_rule.itself,
    aws_vpc_security_group_egress_rule.services,
  ]
}

# Permissions
#
# What the role of the function needs so that Lambda can poll: the broker, the secret, the subnets, and logs.

locals {
  statements = [
    {
      Sid      = "DescribeBroker"
      Effect   = "Allow"
      Action   = ["mq:DescribeBroker"]
      Resource = var.broker_arn
    },
    {
      Sid      = "ReadSecret"
      Effect   = "Allow"
      Action   = "secretsmanager:GetSecretValue"
      Resource = var.secret_arn
    },
    {
      Sid      = "DecryptSecret"
      Effect   = "Allow"
      Action   = "kms:Decrypt"
      Resource = var.kms_key_arn
      Condition = {
        StringEquals = {
          "kms:EncryptionContext:SecretARN" = var.secret_arn
        }
      }
    },
    {
      Sid    = "PollFromSubnets"
      Effect = "Allow"
      Action = [
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
      ]
      Resource = "*"
    },
    {
      Sid      = "WriteLogs"
      Effect   = "Allow"
      Action   = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "arn:${data.aws_partition.current.partition}:logs:${data.aws_region.current.id}:${data.aws_caller_identity.current.account_id}:log-group:/aws/lambda/*"
    },
  ]
}

resource "aws_iam_role_policy" "this" {
  name_prefix = "amazon-mq-"
  policy      = jsonencode({ Version = "2012-10-17", Statement = [for statement in local.statements : statement if var.kms_key_arn != null || statement.Sid != "DecryptSecret"] })
  role        = var.role_name
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

# Network
#
# Lambda polls from the subnets of the broker with its security group.

resource "aws_vpc_security_group_ingress_rule" "itself" {
  count = var.open_network ? 1 : 0

  description                  = "OpenWire from ${var.security_group_id}"
  from_port                    = 61617
  ip_protocol                  = "tcp"
  referenced_security_group_id = var.security_group_id
  security_group_id            = var.security_group_id
  tags                         = var.tags
  to_port                      = 61617
}

resource "aws_vpc_security_group_egress_rule" "itself" {
  count = var.open_network ? 1 : 0

  description                  = "TCP 61617 to ${var.security_group_id}"
  from_port                    = 61617
  ip_protocol                  = "tcp"
  referenced_security_group_id = var.security_group_id
  security_group_id            = var.security_group_id
  tags                         = var.tags
  to_port                      = 61617
}

resource "aws_vpc_security_group_egress_rule" "services" {
  count = var.open_network ? 1 : 0

  cidr_ipv4         = "0.0.0.0/0"
  description       = "TCP 443 to 0.0.0.0/0"
  from_port         = 443
  ip_protocol       = "tcp"
  security_group_id = var.security_group_id
  tags              = var.tags
  to_port           = 443
}
