# Made by tools/generate-module.ts from tools/module. No AWS account is reached: the provider is a mock.

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

run "inputs-1" {
  command = plan
  variables {
    security_group_id                  = "default"
    queue_name                         = "orders.>"
    kms_key_arn                        = "alias/secrets"
    batch_size                         = 10001
    maximum_batching_window_in_seconds = 0.5
    tags                               = { tag-0 = "", tag-1 = "", tag-2 = "", tag-3 = "", tag-4 = "", tag-5 = "", tag-6 = "", tag-7 = "", tag-8 = "", tag-9 = "", tag-10 = "", tag-11 = "", tag-12 = "", tag-13 = "", tag-14 = "", tag-15 = "", tag-16 = "", tag-17 = "", tag-18 = "", tag-19 = "", tag-20 = "", tag-21 = "", tag-22 = "", tag-23 = "", tag-24 = "", tag-25 = "", tag-26 = "", tag-27 = "", tag-28 = "", tag-29 = "", tag-30 = "", tag-31 = "", tag-32 = "", tag-33 = "", tag-34 = "", tag-35 = "", tag-36 = "", tag-37 = "", tag-38 = "", tag-39 = "", tag-40 = "", tag-41 = "", tag-42 = "", tag-43 = "", tag-44 = "", tag-45 = "", tag-46 = "", tag-47 = "", tag-48 = "", tag-49 = "", tag-50 = "" }
  }
  expect_failures = [
    var.security_group_id,                  # security-group-id-form
    var.queue_name,                         # lambda-queue-name
    var.kms_key_arn,                        # lambda-key-arn
    var.batch_size,                         # lambda-batch
    var.maximum_batching_window_in_seconds, # lambda-batch
    var.tags,                               # tag-count
  ]
}

run "inputs-2" {
  command = plan
  variables {
    queue_name = "topic:orders"
    tags       = { "aws:team" = "orders" }
  }
  expect_failures = [
    var.queue_name, # lambda-queue-name
    var.tags,       # tag-form
  ]
}
