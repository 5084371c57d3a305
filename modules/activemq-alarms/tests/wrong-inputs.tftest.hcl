# Made by tools/generate-module.ts from tools/module. No AWS account is reached: the provider is a mock.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  broker_name = "orders"
  broker_arn  = "arn:aws:mq:eu-west-1:123456789012:broker:orders:b-00000000-1111-2222-3333-444444444444"
  topic_arns  = ["arn:aws:sns:eu-west-1:123456789012:operations"]
}

run "inputs-1" {
  command = plan
  variables {
    broker_name        = "orders & invoices"
    deployment_mode    = "CLUSTER_MULTI_AZ"
    topic_arns         = ["operations"]
    emails             = ["Operations <operations@example.com>"]
    kms_key            = { arn = "alias/aws/sns" }
    alarms             = { heap = { threshold = 70 } }
    queues             = { "orders.>" = {} }
    dead_letter_queues = ["DLQ.*"]
    tags               = { tag-0 = "", tag-1 = "", tag-2 = "", tag-3 = "", tag-4 = "", tag-5 = "", tag-6 = "", tag-7 = "", tag-8 = "", tag-9 = "", tag-10 = "", tag-11 = "", tag-12 = "", tag-13 = "", tag-14 = "", tag-15 = "", tag-16 = "", tag-17 = "", tag-18 = "", tag-19 = "", tag-20 = "", tag-21 = "", tag-22 = "", tag-23 = "", tag-24 = "", tag-25 = "", tag-26 = "", tag-27 = "", tag-28 = "", tag-29 = "", tag-30 = "", tag-31 = "", tag-32 = "", tag-33 = "", tag-34 = "", tag-35 = "", tag-36 = "", tag-37 = "", tag-38 = "", tag-39 = "", tag-40 = "", tag-41 = "", tag-42 = "", tag-43 = "", tag-44 = "", tag-45 = "", tag-46 = "", tag-47 = "", tag-48 = "", tag-49 = "", tag-50 = "" }
    acknowledge        = { alarm-threshold = "we like it" }
  }
  expect_failures = [
    var.broker_name,        # broker-name-form
    var.deployment_mode,    # deployment-mode
    var.topic_arns,         # alarm-topic-form
    var.emails,             # alarm-email-form
    var.kms_key,            # alarm-key
    var.alarms,             # alarm-name
    var.queues,             # metric-destination-name
    var.dead_letter_queues, # metric-destination-name
    var.tags,               # tag-count
    var.acknowledge,        # acknowledge-code
  ]
}

run "inputs-2" {
  command = plan
  variables {
    alarms      = { heap_usage = { threshold = 101 } }
    queues      = { orders = { depth = { threshold = -1 } } }
    tags        = { "aws:team" = "orders" }
    acknowledge = { alarm-receiver = " " }
  }
  expect_failures = [
    var.alarms,      # alarm-threshold
    var.queues,      # alarm-threshold
    var.tags,        # tag-form
    var.acknowledge, # acknowledge-reason
  ]
}

run "inputs-3" {
  command = plan
  variables {
    alarms = { silence = { threshold = 1 } }
    queues = { orders = { wait_minutes = { minutes = 1441 } } }
  }
  expect_failures = [
    var.alarms, # alarm-threshold
    var.queues, # alarm-minutes
  ]
}

run "inputs-4" {
  command = plan
  variables {
    alarms = { journal_files = { minutes = 7 } }
    queues = { orders = { depth = { treshold = 10 } } }
  }
  expect_failures = [
    var.alarms, # alarm-minutes
    var.queues, # input-key
  ]
}

run "inputs-5" {
  command = plan
  variables {
    alarms = { heap_usage = { treshold = 70 } }
  }
  expect_failures = [
    var.alarms, # input-key
  ]
}

run "alarm-receiver" {
  command = plan
  variables {
    topic_arns = []
  }
  expect_failures = [
    check.alarm_receiver, # alarm-receiver
  ]
}
