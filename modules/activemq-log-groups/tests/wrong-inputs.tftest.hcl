# Made by tools/generate-module.ts from tools/module. No AWS account is reached: the provider is a mock.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  broker_id = "b-00000000-1111-2222-3333-444444444444"
}

run "inputs-1" {
  command = plan
  variables {
    broker_id         = "orders"
    retention_in_days = 100
    kms_key_arn       = "alias/logs"
    tags              = { tag-0 = "", tag-1 = "", tag-2 = "", tag-3 = "", tag-4 = "", tag-5 = "", tag-6 = "", tag-7 = "", tag-8 = "", tag-9 = "", tag-10 = "", tag-11 = "", tag-12 = "", tag-13 = "", tag-14 = "", tag-15 = "", tag-16 = "", tag-17 = "", tag-18 = "", tag-19 = "", tag-20 = "", tag-21 = "", tag-22 = "", tag-23 = "", tag-24 = "", tag-25 = "", tag-26 = "", tag-27 = "", tag-28 = "", tag-29 = "", tag-30 = "", tag-31 = "", tag-32 = "", tag-33 = "", tag-34 = "", tag-35 = "", tag-36 = "", tag-37 = "", tag-38 = "", tag-39 = "", tag-40 = "", tag-41 = "", tag-42 = "", tag-43 = "", tag-44 = "", tag-45 = "", tag-46 = "", tag-47 = "", tag-48 = "", tag-49 = "", tag-50 = "" }
  }
  expect_failures = [
    var.broker_id,         # log-group-broker-id
    var.retention_in_days, # log-retention
    var.kms_key_arn,       # log-group-key-arn
    var.tags,              # tag-count
  ]
}

run "inputs-2" {
  command = plan
  variables {
    tags = { "aws:team" = "orders" }
  }
  expect_failures = [
    var.tags, # tag-form
  ]
}
