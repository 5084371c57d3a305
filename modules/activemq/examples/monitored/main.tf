# A broker with alarms by e-mail, a dashboard, and alarms of a queue of its own.

provider "aws" {
  region = var.region
}

module "orders" {
  source = "../.."

  broker_name         = "orders"
  deletion_protection = false
}

module "alarms" {
  source = "../../../activemq-alarms"

  broker_name     = module.orders.broker_name
  broker_arn      = module.orders.broker_arn
  deployment_mode = module.orders.deployment_mode
  instance_type   = module.orders.instance_type
  emails          = ["operations@example.com"]
  alarms = {
    heap_usage = { threshold = 70, minutes = 5 }
  }
  queues = {
    "orders.in" = { depth = { threshold = 10000 } }
  }
}

module "dashboard" {
  source = "../../../activemq-dashboard"

  broker_name     = module.orders.broker_name
  broker_arn      = module.orders.broker_arn
  deployment_mode = module.orders.deployment_mode
  alarm_arns      = module.alarms.alarm_arns
}
