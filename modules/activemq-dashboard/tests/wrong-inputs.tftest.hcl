# Made by tools/generate-module.ts from tools/module. No AWS account is reached: the provider is a mock.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  broker_name = "orders"
  broker_arn  = "arn:aws:mq:eu-west-1:123456789012:broker:orders:b-00000000-1111-2222-3333-444444444444"
}

run "inputs-1" {
  command = plan
  variables {
    broker_name     = "orders & invoices"
    deployment_mode = "CLUSTER_MULTI_AZ"
    dashboard_name  = "orders of today"
    queues          = ["orders.*"]
  }
  expect_failures = [
    var.broker_name,     # broker-name-form
    var.deployment_mode, # deployment-mode
    var.dashboard_name,  # dashboard-name-form
    var.queues,          # metric-destination-name
  ]
}

run "dashboard-queue-count" {
  command = plan
  variables {
    queues = ["queue-0", "queue-1", "queue-2", "queue-3", "queue-4", "queue-5", "queue-6", "queue-7", "queue-8", "queue-9", "queue-10", "queue-11", "queue-12", "queue-13", "queue-14", "queue-15", "queue-16", "queue-17", "queue-18", "queue-19", "queue-20", "queue-21", "queue-22", "queue-23", "queue-24", "queue-25", "queue-26", "queue-27", "queue-28", "queue-29", "queue-30", "queue-31", "queue-32", "queue-33", "queue-34", "queue-35", "queue-36", "queue-37", "queue-38", "queue-39", "queue-40", "queue-41", "queue-42", "queue-43", "queue-44", "queue-45", "queue-46", "queue-47", "queue-48", "queue-49", "queue-50", "queue-51", "queue-52", "queue-53", "queue-54", "queue-55", "queue-56", "queue-57", "queue-58", "queue-59", "queue-60", "queue-61", "queue-62", "queue-63", "queue-64", "queue-65", "queue-66", "queue-67", "queue-68", "queue-69", "queue-70", "queue-71", "queue-72", "queue-73", "queue-74", "queue-75", "queue-76", "queue-77", "queue-78", "queue-79", "queue-80", "queue-81", "queue-82", "queue-83", "queue-84", "queue-85", "queue-86", "queue-87", "queue-88", "queue-89", "queue-90", "queue-91", "queue-92", "queue-93", "queue-94", "queue-95", "queue-96", "queue-97", "queue-98", "queue-99", "queue-100", "queue-101", "queue-102", "queue-103", "queue-104", "queue-105", "queue-106", "queue-107", "queue-108", "queue-109", "queue-110", "queue-111", "queue-112", "queue-113", "queue-114", "queue-115", "queue-116", "queue-117", "queue-118", "queue-119", "queue-120", "queue-121", "queue-122", "queue-123", "queue-124", "queue-125", "queue-126", "queue-127", "queue-128", "queue-129", "queue-130", "queue-131", "queue-132", "queue-133", "queue-134", "queue-135", "queue-136", "queue-137", "queue-138", "queue-139", "queue-140", "queue-141", "queue-142", "queue-143", "queue-144", "queue-145", "queue-146", "queue-147", "queue-148", "queue-149", "queue-150", "queue-151", "queue-152", "queue-153", "queue-154", "queue-155", "queue-156", "queue-157", "queue-158", "queue-159", "queue-160", "queue-161", "queue-162", "queue-163", "queue-164", "queue-165", "queue-166"]
  }
  expect_failures = [
    aws_cloudwatch_dashboard.this, # dashboard-queue-count
  ]
}
