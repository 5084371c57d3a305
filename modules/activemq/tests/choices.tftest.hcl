# What exists and is used, and what can be chosen beside the defaults. No AWS account is reached.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  broker_name         = "orders"
  deletion_protection = false
}

run "existing-configuration" {
  command = plan
  variables {
    configuration = { id = "c-0a1b2c3d", revision = 7 }
  }

  assert {
    condition     = length(aws_mq_configuration.this) == 0 && aws_mq_broker.this.configuration[0].id == "c-0a1b2c3d" && aws_mq_broker.this.configuration[0].revision == 7
    error_message = "another configuration or revision"
  }
  assert {
    condition     = output.configuration_id == "c-0a1b2c3d" && output.configuration_revision == 7 && output.configuration_arn == null
    error_message = "outputs of another configuration"
  }
}

run "named-configuration" {
  command = plan
  variables {
    configuration_name        = "orders-durable"
    configuration_description = "Keeps every queue"
  }

  assert {
    condition     = aws_mq_configuration.this[0].name == "orders-durable" && aws_mq_configuration.this[0].description == "Keeps every queue"
    error_message = "another name or description"
  }
}

run "existing-security-group" {
  command = plan
  variables {
    security_group = { id = "sg-0123456789abcdef0" }
    allow_from     = { office = { protocols = ["openwire"], ipv4_cidr = "10.20.0.0/16" } }
  }

  assert {
    condition     = length(aws_security_group.this) == 0 && aws_mq_broker.this.security_groups == toset(["sg-0123456789abcdef0"])
    error_message = "a group was made, or the broker is in another"
  }
  assert {
    condition     = aws_vpc_security_group_ingress_rule.openwire["office"].security_group_id == "sg-0123456789abcdef0" && output.security_group_arn == null
    error_message = "the grant went to another group"
  }
}

run "egress" {
  command = plan
  variables {
    allow_to = {
      directory = { ports = [636], ipv4_cidr = "10.30.0.0/16" }
      brokers   = { ports = [61617, 8162], security_group_id = "sg-0123456789abcdef0" }
    }
  }

  assert {
    condition     = toset(keys(aws_vpc_security_group_egress_rule.this)) == toset(["directory-636", "brokers-61617", "brokers-8162"])
    error_message = "not one rule for each port"
  }
  assert {
    condition     = aws_vpc_security_group_egress_rule.this["directory-636"].cidr_ipv4 == "10.30.0.0/16" && aws_vpc_security_group_egress_rule.this["directory-636"].from_port == 636 && aws_vpc_security_group_egress_rule.this["directory-636"].to_port == 636
    error_message = "another range or port"
  }
  assert {
    condition     = aws_vpc_security_group_egress_rule.this["brokers-61617"].referenced_security_group_id == "sg-0123456789abcdef0" && aws_vpc_security_group_egress_rule.this["brokers-61617"].description == "TCP 61617 to brokers"
    error_message = "another peer or description"
  }
}

run "managed-key" {
  command = plan
  variables {
    use_aws_owned_key = false
  }

  assert {
    condition     = !aws_mq_broker.this.encryption_options[0].use_aws_owned_key
    error_message = "not the key aws/mq"
  }
}

run "secrets" {
  command = plan
  variables {
    users              = { shop = { secret_name = "shop/broker" }, devices = {} }
    secret_kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef"
  }

  assert {
    condition     = aws_secretsmanager_secret.user["shop"].name == "shop/broker" && aws_secretsmanager_secret.user["devices"].name_prefix == "amazon-mq/orders/devices-"
    error_message = "another name"
  }
  assert {
    condition     = alltrue([for secret in aws_secretsmanager_secret.user : secret.kms_key_id == var.secret_kms_key_arn])
    error_message = "another key"
  }
}

run "parameters" {
  variables {
    parameter_path = "/messaging/orders"
    parameter_user = "admin"
  }

  assert {
    condition = output.parameter_names == [
      "/messaging/orders/openwire/failover-url",
      "/messaging/orders/amqp/failover-url",
      "/messaging/orders/stomp/urls",
      "/messaging/orders/mqtt/urls",
      "/messaging/orders/websocket/urls",
      "/messaging/orders/web-console/urls",
      "/messaging/orders/security-group-id",
      "/messaging/orders/secret-arn",
    ]
    error_message = "other parameters"
  }
  assert {
    condition     = aws_ssm_parameter.openwire_failover_url[0].value == output.openwire_failover_url && aws_ssm_parameter.stomp_urls[0].value == join(",", output.stomp_urls) && aws_ssm_parameter.stomp_urls[0].type == "StringList"
    error_message = "a parameter has another value"
  }
  assert {
    condition     = aws_ssm_parameter.secret_arn[0].value == output.secret_arns["admin"] && aws_ssm_parameter.security_group_id[0].value == output.security_group_id
    error_message = "another secret or security group"
  }
}

run "ldap" {
  command = plan
  variables {
    ldap = {
      hosts                    = ["ldap.example.com"]
      role_base                = "ou=groups,dc=example,dc=com"
      role_search_matching     = "(member={0})"
      service_account_username = "cn=amazon-mq,dc=example,dc=com"
      service_account_secret   = { id = "ldap/amazon-mq", field = "password" }
      user_base                = "ou=users,dc=example,dc=com"
      user_search_matching     = "(uid={0})"
      user_search_subtree      = true
    }
    allow_to = { directory = { ports = [636], ipv4_cidr = "10.30.0.0/16" } }
  }

  assert {
    condition     = aws_mq_broker.this.authentication_strategy == "ldap" && aws_mq_configuration.this[0].authentication_strategy == "ldap"
    error_message = "broker and configuration authenticate in another way"
  }
  assert {
    condition     = aws_mq_broker.this.ldap_server_metadata[0].hosts == tolist(["ldap.example.com"]) && aws_mq_broker.this.ldap_server_metadata[0].user_search_subtree && !aws_mq_broker.this.ldap_server_metadata[0].role_search_subtree
    error_message = "another directory, or other defaults"
  }
  assert {
    condition     = length(data.aws_secretsmanager_secret_version.ldap) == 1
    error_message = "the password of the account was not read"
  }
}

run "acknowledged" {
  command = plan
  variables {
    instance_type  = "mq.m7g.large"
    engine_version = "5.19"
    acknowledge = {
      instance-type-engine = "AWS offers it for ActiveMQ since this version of the module"
    }
    availability_zones = ["eu-west-1a", "eu-west-1b"]
  }

  assert {
    condition     = aws_mq_broker.this.host_instance_type == "mq.m7g.large"
    error_message = "another instance type"
  }
}

run "acknowledged-warning" {
  command = plan
  variables {
    instance_type = "mq.t3.micro"
    acknowledge   = { standby-micro = "a test environment" }
  }

  assert {
    condition     = aws_mq_broker.this.host_instance_type == "mq.t3.micro"
    error_message = "another instance type"
  }
}

run "member-of-a-network" {
  command = plan
  variables {
    network_of_brokers = {}
  }

  assert {
    condition     = strcontains(aws_mq_configuration.this[0].data, "replayDelay=\"1000\" replayWhenNoConsumers=\"true\"") && strcontains(aws_mq_configuration.this[0].data, "expireMessagesPeriod=\"1000\"")
    error_message = "messages do not follow their consumers"
  }
  assert {
    condition     = !strcontains(aws_mq_configuration.this[0].data, "networkConnector ")
    error_message = "connectors that nobody wants"
  }
  assert {
    condition     = toset(keys(aws_secretsmanager_secret.user)) == toset(["admin", "network"]) && [for user in aws_mq_broker.this.user : user.groups if user.username == "network"] == [toset(["network"])]
    error_message = "no user of the network, or in another group"
  }
}

run "connected-member" {
  command = plan
  variables {
    network_of_brokers = {
      connectors = {
        a = ["ssl://a-1:61617", "ssl://a-2:61617"]
        b = ["ssl://b-1:61617"]
      }
      ttl      = 2
      username = "bridge"
      secret   = { id = "network", field = "password" }
    }
  }

  assert {
    condition     = length(regexall("<networkConnector ", aws_mq_configuration.this[0].data)) == 4 && length(regexall("</broker>", aws_mq_configuration.this[0].data)) == 1
    error_message = "not two connectors for each member"
  }
  assert {
    condition     = strcontains(aws_mq_configuration.this[0].data, "name=\"orders-to-a-queues\" uri=\"static:(failover:(ssl://a-1:61617,ssl://a-2:61617)?randomize=false&amp;maxReconnectAttempts=0)\" userName=\"bridge\"")
    error_message = "another connector to the active/standby member"
  }
  assert {
    condition     = strcontains(aws_mq_configuration.this[0].data, "name=\"orders-to-b-topics\" networkTTL=\"2\" uri=\"static:(ssl://b-1:61617)\" userName=\"bridge\"")
    error_message = "another connector to the single instance"
  }
  assert {
    condition     = toset(keys(data.aws_secretsmanager_secret_version.user)) == toset(["bridge"])
    error_message = "another password"
  }
}
