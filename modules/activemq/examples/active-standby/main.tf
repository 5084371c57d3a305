# A broker for production with everything by default: two instances in two Availability Zones of a VPC of their own.

provider "aws" {
  region = var.region
}

module "orders" {
  source = "../.."

  broker_name = "orders"
  allow_from = {
    office = { protocols = ["openwire", "web_console"], ipv4_cidr = "10.20.0.0/16" }
  }
  parameter_path = "/messaging/orders"
  parameter_user = "admin"
}
