# Made by tools/generate-module.ts from tools/module. No AWS account is reached: the provider is a mock.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  broker_name = "orders"
  broker_arn  = "arn:aws:mq:eu-west-1:123456789012:broker:orders:b-00000000-1111-2222-3333-444444444444"
  topic_arns  = ["arn:aws:sns:eu-west-1:123456789012:operations"]
}

run "broker-name-form" {
  command = plan
  variables {
    broker_name = "orders & invoices"
  }
  expect_failures = [var.broker_name]
}

run "deployment-mode" {
  command = plan
  variables {
    deployment_mode = "CLUSTER_MULTI_AZ"
  }
  expect_failures = [var.deployment_mode]
}

run "alarm-topic-form" {
  command = plan
  variables {
    topic_arns = ["operations"]
  }
  expect_failures = [var.topic_arns]
}

run "alarm-email-form" {
  command = plan
  variables {
    emails = ["Operations <operations@example.com>"]
  }
  expect_failures = [var.emails]
}

run "alarm-name" {
  command = plan
  variables {
    alarms = { heap = { threshold = 70 } }
  }
  expect_failures = [var.alarms]
}

run "alarm-threshold" {
  command = plan
  variables {
    alarms = { heap_usage = { threshold = 101 } }
  }
  expect_failures = [var.alarms]
}

run "alarm-threshold-2" {
  command = plan
  variables {
    alarms = { silence = { threshold = 1 } }
  }
  expect_failures = [var.alarms]
}

run "alarm-minutes" {
  command = plan
  variables {
    alarms = { journal_files = { minutes = 7 } }
  }
  expect_failures = [var.alarms]
}

run "input-key" {
  command = plan
  variables {
    alarms = { heap_usage = { treshold = 70 } }
  }
  expect_failures = [var.alarms]
}

run "metric-destination-name" {
  command = plan
  variables {
    queues = { "orders.>" = {} }
  }
  expect_failures = [var.queues]
}

run "alarm-threshold-3" {
  command = plan
  variables {
    queues = { orders = { depth = { threshold = -1 } } }
  }
  expect_failures = [var.queues]
}

run "alarm-minutes-2" {
  command = plan
  variables {
    queues = { orders = { wait_minutes = { minutes = 1441 } } }
  }
  expect_failures = [var.queues]
}

run "input-key-2" {
  command = plan
  variables {
    queues = { orders = { depth = { treshold = 10 } } }
  }
  expect_failures = [var.queues]
}

run "metric-destination-name-2" {
  command = plan
  variables {
    dead_letter_queues = ["DLQ.*"]
  }
  expect_failures = [var.dead_letter_queues]
}

run "tag-count" {
  command = plan
  variables {
    tags = { tag-0 = "", tag-1 = "", tag-2 = "", tag-3 = "", tag-4 = "", tag-5 = "", tag-6 = "", tag-7 = "", tag-8 = "", tag-9 = "", tag-10 = "", tag-11 = "", tag-12 = "", tag-13 = "", tag-14 = "", tag-15 = "", tag-16 = "", tag-17 = "", tag-18 = "", tag-19 = "", tag-20 = "", tag-21 = "", tag-22 = "", tag-23 = "", tag-24 = "", tag-25 = "", tag-26 = "", tag-27 = "", tag-28 = "", tag-29 = "", tag-30 = "", tag-31 = "", tag-32 = "", tag-33 = "", tag-34 = "", tag-35 = "", tag-36 = "", tag-37 = "", tag-38 = "", tag-39 = "", tag-40 = "", tag-41 = "", tag-42 = "", tag-43 = "", tag-44 = "", tag-45 = "", tag-46 = "", tag-47 = "", tag-48 = "", tag-49 = "", tag-50 = "" }
  }
  expect_failures = [var.tags]
}

run "tag-form" {
  command = plan
  variables {
    tags = { "aws:team" = "orders" }
  }
  expect_failures = [var.tags]
}

run "acknowledge-code" {
  command = plan
  variables {
    acknowledge = { alarm-threshold = "we like it" }
  }
  expect_failures = [var.acknowledge]
}

run "acknowledge-reason" {
  command = plan
  variables {
    acknowledge = { alarm-receiver = " " }
  }
  expect_failures = [var.acknowledge]
}

run "alarm-receiver" {
  command = plan
  variables {
    topic_arns = []
  }
  expect_failures = [check.alarm_receiver]
}
