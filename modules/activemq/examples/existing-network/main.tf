# A broker in a network that exists, behind a security group that exists, encrypted with a key of the account.

provider "aws" {
  region = var.region
}

resource "aws_vpc" "this" {
  cidr_block = "10.9.0.0/16"
}

resource "aws_subnet" "this" {
  for_each = { "${var.region}a" = "10.9.0.0/24", "${var.region}b" = "10.9.1.0/24" }

  vpc_id            = aws_vpc.this.id
  cidr_block        = each.value
  availability_zone = each.key
}

resource "aws_security_group" "brokers" {
  name        = "brokers"
  description = "Amazon MQ brokers"
  vpc_id      = aws_vpc.this.id
}

resource "aws_security_group" "shop" {
  name        = "shop"
  description = "Clients of the brokers"
  vpc_id      = aws_vpc.this.id
}

module "orders" {
  source = "../.."

  broker_name = "orders"
  network = {
    vpc_id     = aws_vpc.this.id
    subnet_ids = [for subnet in aws_subnet.this : subnet.id]
  }
  security_group = { id = aws_security_group.brokers.id }
  allow_from = {
    shop = { protocols = ["openwire", "amqp"], security_group_id = aws_security_group.shop.id }
  }
  users = {
    operator = { console_access = true }
    shop     = { groups = ["clients"], secret_name = "shop/broker" }
  }
  use_aws_owned_key   = false
  deletion_protection = false
}
