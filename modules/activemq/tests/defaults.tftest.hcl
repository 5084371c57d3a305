# What the module makes where only a name is given, and what each choice changes. No AWS account is reached.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  broker_name = "orders"
}

run "defaults" {
  command = plan

  assert {
    condition     = aws_mq_broker.this.deployment_mode == "ACTIVE_STANDBY_MULTI_AZ" && aws_mq_broker.this.storage_type == "efs"
    error_message = "not an active/standby broker on EFS"
  }
  assert {
    condition     = aws_mq_broker.this.engine_version == "5.19" && aws_mq_broker.this.host_instance_type == "mq.m5.large"
    error_message = "another engine version or instance type"
  }
  assert {
    condition     = aws_mq_broker.this.auto_minor_version_upgrade && !aws_mq_broker.this.apply_immediately && !aws_mq_broker.this.publicly_accessible
    error_message = "upgrades are off, reboots are immediate, or the broker is public"
  }
  assert {
    condition     = [for user in aws_mq_broker.this.user : user.username if user.console_access] == ["admin"]
    error_message = "not one user, admin with the console"
  }
  assert {
    condition     = aws_mq_broker.this.logs[0].general && aws_mq_broker.this.logs[0].audit == "true"
    error_message = "a log is off"
  }
  assert {
    condition     = length(aws_cloudwatch_log_resource_policy.this) == 1
    error_message = "nobody may write the logs"
  }
  assert {
    condition     = aws_subnet.first[0].cidr_block == "10.0.0.0/26" && aws_subnet.second[0].cidr_block == "10.0.0.64/26"
    error_message = "other ranges"
  }
  assert {
    condition     = aws_subnet.first[0].availability_zone == "eu-west-1a" && aws_subnet.second[0].availability_zone == "eu-west-1b"
    error_message = "not the first zones by name that offer the instance type"
  }
  assert {
    condition     = length(aws_internet_gateway.this) + length(aws_route.internet) == 0
    error_message = "a private network has a way to the internet"
  }
  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.openwire) + length(aws_vpc_security_group_ingress_rule.web_console) == 0
    error_message = "somebody was let in"
  }
  assert {
    condition     = length(terraform_data.deletion_protection) == 1
    error_message = "an active/standby broker is not protected"
  }
  assert {
    condition     = strcontains(aws_mq_configuration.this[0].data, "gcInactiveDestinations=\"false\" queue=\"&gt;\"")
    error_message = "idle queues are deleted"
  }
}

run "single-instance" {
  command = plan
  variables {
    deployment_mode = "SINGLE_INSTANCE"
    storage_type    = "EBS"
  }

  assert {
    condition     = length(aws_subnet.first) == 1 && length(aws_subnet.second) == 0 && length(aws_route_table_association.second) == 0
    error_message = "not one subnet"
  }
  assert {
    condition     = aws_mq_broker.this.storage_type == "ebs"
    error_message = "not on EBS"
  }
  assert {
    condition     = length(terraform_data.deletion_protection) == 0
    error_message = "a single instance is protected without being asked for it"
  }
}

run "existing-network" {
  command = plan
  variables {
    network = { vpc_id = "vpc-0123456789abcdef0", subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"] }
  }

  assert {
    condition     = length(aws_vpc.this) + length(aws_subnet.first) + length(aws_subnet.second) + length(data.aws_availability_zones.available) == 0
    error_message = "a network was made, or zones were looked up"
  }
  assert {
    condition     = aws_security_group.this[0].vpc_id == "vpc-0123456789abcdef0"
    error_message = "the group stands in another VPC"
  }
  assert {
    condition     = aws_mq_broker.this.subnet_ids == toset(["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"])
    error_message = "the broker stands in other subnets"
  }
}

run "public" {
  command = plan
  variables {
    publicly_accessible = true
    vpc_cidr            = "10.50.0.0/20"
    availability_zones  = ["eu-west-1c", "eu-west-1b"]
  }

  assert {
    condition     = length(aws_internet_gateway.this) == 1 && aws_route.internet[0].destination_cidr_block == "0.0.0.0/0"
    error_message = "no way to the internet"
  }
  assert {
    condition     = aws_subnet.second[0].cidr_block == "10.50.4.0/22" && aws_subnet.second[0].availability_zone == "eu-west-1b"
    error_message = "another range or zone"
  }
}

run "grants" {
  command = plan
  variables {
    allow_from = {
      office = { protocols = ["openwire", "web_console"], ipv4_cidr = "10.20.0.0/16" }
      home   = { protocols = ["amqp"], ipv6_cidr = "2001:db8::/32" }
      shop   = { protocols = ["openwire"], security_group_id = "sg-0123456789abcdef0" }
      agents = { protocols = ["stomp", "mqtt", "websocket"], prefix_list_id = "pl-0123456789abcdef0" }
    }
    additional_security_group_ids = ["sg-0123456789abcdef1"]
  }

  assert {
    condition     = toset(keys(aws_vpc_security_group_ingress_rule.openwire)) == toset(["office", "shop"])
    error_message = "others than office and shop may use OpenWire"
  }
  assert {
    condition = alltrue([
      for rule, port in {
        openwire  = [aws_vpc_security_group_ingress_rule.openwire["office"].from_port, 61617]
        console   = [aws_vpc_security_group_ingress_rule.web_console["office"].to_port, 8162]
        amqp      = [aws_vpc_security_group_ingress_rule.amqp["home"].from_port, 5671]
        stomp     = [aws_vpc_security_group_ingress_rule.stomp["agents"].from_port, 61614]
        mqtt      = [aws_vpc_security_group_ingress_rule.mqtt["agents"].from_port, 8883]
        websocket = [aws_vpc_security_group_ingress_rule.websocket["agents"].from_port, 61619]
      } : port[0] == port[1]
    ])
    error_message = "a protocol has another port"
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.openwire["office"].cidr_ipv4 == "10.20.0.0/16" && aws_vpc_security_group_ingress_rule.openwire["office"].referenced_security_group_id == null
    error_message = "not from the range of the office"
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.amqp["home"].cidr_ipv6 == "2001:db8::/32" && aws_vpc_security_group_ingress_rule.openwire["shop"].referenced_security_group_id == "sg-0123456789abcdef0" && aws_vpc_security_group_ingress_rule.mqtt["agents"].prefix_list_id == "pl-0123456789abcdef0"
    error_message = "not from the IPv6 range, the security group or the prefix list"
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.openwire["shop"].description == "OpenWire from shop"
    error_message = "the rule does not say whom it lets in"
  }
}

run "users" {
  command = plan
  variables {
    users = {
      operator   = { console_access = true, groups = ["admins"] }
      devices    = { secret = { id = "telemetry/devices", field = "password" } }
      "old~user" = {}
    }
    passwords                      = { operator = "a-password-of-the-caller" }
    secret_recovery_window_in_days = 7
  }

  assert {
    condition     = toset(keys(aws_secretsmanager_secret.user)) == toset(["old~user"]) && toset(keys(data.aws_secretsmanager_secret_version.user)) == toset(["devices"])
    error_message = "a secret is made for a user whose password is given, or none for one whose is not"
  }
  assert {
    condition     = aws_secretsmanager_secret.user["old~user"].name_prefix == "amazon-mq/orders/old-user-" && aws_secretsmanager_secret.user["old~user"].recovery_window_in_days == 7
    error_message = "another name or recovery window"
  }
  assert {
    condition     = toset([for user in aws_mq_broker.this.user : user.username]) == toset(["operator", "devices", "old~user"])
    error_message = "other users"
  }
}

run "choices" {
  command = plan
  variables {
    kms_key_arn         = "arn:aws:kms:eu-west-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef"
    logs                = { audit = false, resource_policy = false }
    maintenance_window  = { day_of_week = "SUNDAY", time_of_day = "03:00" }
    timeouts            = { create = "45m" }
    tags                = { team = "messaging", Name = "the orders broker" }
    deletion_protection = false
  }

  assert {
    condition     = aws_mq_broker.this.encryption_options[0].kms_key_id == var.kms_key_arn && !aws_mq_broker.this.encryption_options[0].use_aws_owned_key
    error_message = "another key"
  }
  assert {
    condition     = aws_mq_broker.this.logs[0].general && aws_mq_broker.this.logs[0].audit == "false" && length(aws_cloudwatch_log_resource_policy.this) == 0
    error_message = "other logs"
  }
  assert {
    condition     = aws_mq_broker.this.maintenance_window_start_time[0].time_zone == "UTC" && aws_mq_broker.this.maintenance_window_start_time[0].day_of_week == "SUNDAY"
    error_message = "another maintenance window"
  }
  assert {
    condition     = aws_mq_broker.this.tags == tomap({ team = "messaging", Name = "the orders broker" }) && aws_vpc.this[0].tags == aws_mq_broker.this.tags
    error_message = "other tags"
  }
  assert {
    condition     = length(terraform_data.deletion_protection) == 0
    error_message = "protected all the same"
  }
}
