# One instance with block storage for throughput, a document of its own, and a maintenance window at night.

provider "aws" {
  region = var.region
}

module "telemetry" {
  source = "../.."

  broker_name        = "telemetry"
  deployment_mode    = "SINGLE_INSTANCE"
  storage_type       = "EBS"
  document           = file("${path.module}/activemq.xml")
  maintenance_window = { day_of_week = "SUNDAY", time_of_day = "03:00", time_zone = "Asia/Seoul" }
  allow_from = {
    devices = { protocols = ["mqtt"], ipv4_cidr = "10.20.0.0/16" }
  }
  logs = { audit = false }
  tags = { team = "telemetry" }
}
