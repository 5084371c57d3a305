# What the module puts out for both deployment modes. No AWS account is reached.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  broker_name         = "orders"
  deletion_protection = false
}

run "active-standby" {
  assert {
    condition     = output.broker_id == "b-00000000-1111-2222-3333-444444444444" && endswith(output.broker_arn, output.broker_id)
    error_message = "another id or ARN"
  }
  assert {
    condition     = output.deployment_mode == "ACTIVE_STANDBY_MULTI_AZ" && output.instance_type == "mq.m5.large"
    error_message = "another deployment mode or instance type"
  }
  assert {
    condition     = output.openwire_failover_url == "failover:(ssl://b-0-1.mq.eu-west-1.amazonaws.com:61617,ssl://b-0-2.mq.eu-west-1.amazonaws.com:61617)?randomize=false"
    error_message = "another URL for the clients of ActiveMQ"
  }
  assert {
    condition     = output.amqp_failover_url == "failover:(amqps://b-0-1.mq.eu-west-1.amazonaws.com:5671,amqps://b-0-2.mq.eu-west-1.amazonaws.com:5671)"
    error_message = "another URL for Qpid JMS"
  }
  assert {
    condition     = output.endpoints.stomp == tolist(["stomp+ssl://b-0-1.mq.eu-west-1.amazonaws.com:61614", "stomp+ssl://b-0-2.mq.eu-west-1.amazonaws.com:61614"])
    error_message = "other endpoints for STOMP"
  }
  assert {
    condition     = [for protocol in ["openwire", "amqp", "mqtt", "websocket", "web_console"] : split("://", output.endpoints[protocol][0])[0]] == ["ssl", "amqp+ssl", "mqtt+ssl", "wss", "https"]
    error_message = "a protocol has endpoints of another"
  }
  assert {
    condition     = output.secret_arns == { admin = aws_secretsmanager_secret.user["admin"].arn }
    error_message = "another secret"
  }
  assert {
    condition     = output.security_group_id == aws_security_group.this[0].id && output.vpc_id == aws_vpc.this[0].id
    error_message = "another security group or VPC"
  }
  assert {
    condition     = output.subnet_ids == tolist([aws_subnet.first[0].id, aws_subnet.second[0].id])
    error_message = "other subnets"
  }
  assert {
    condition     = [output.openwire_urls, output.amqp_urls, output.stomp_urls, output.mqtt_urls, output.websocket_urls, output.web_console_urls] == [for protocol in ["openwire", "amqp", "stomp", "mqtt", "websocket", "web_console"] : output.endpoints[protocol]]
    error_message = "the URLs of a protocol are not those among the endpoints"
  }
  assert {
    condition     = output.amqps_urls == tolist(["amqps://b-0-1.mq.eu-west-1.amazonaws.com:5671", "amqps://b-0-2.mq.eu-west-1.amazonaws.com:5671"]) && output.mqtts_urls[1] == "mqtts://b-0-2.mq.eu-west-1.amazonaws.com:8883" && output.mqtt_ssl_urls[0] == "ssl://b-0-1.mq.eu-west-1.amazonaws.com:8883"
    error_message = "other URLs for clients that do not know the schemes of Amazon MQ"
  }
  assert {
    condition     = output.hosts == tolist(["b-0-1.mq.eu-west-1.amazonaws.com", "b-0-2.mq.eu-west-1.amazonaws.com"]) && output.ip_addresses == tolist(["10.0.0.10", "10.0.0.70"])
    error_message = "other host names or addresses"
  }
  assert {
    condition     = alltrue([for protocol, port in output.ports : protocol == "web_console" || endswith(output.endpoints[protocol][0], ":${port}")])
    error_message = "a port is not the one in the URLs"
  }
  assert {
    condition     = output.metric_dimensions == [{ Broker = "orders-1" }, { Broker = "orders-2" }]
    error_message = "other dimensions"
  }
  assert {
    condition     = output.log_group_names.general == "/aws/amazonmq/broker/${output.broker_id}/general" && output.log_group_names.audit == "/aws/amazonmq/broker/${output.broker_id}/audit"
    error_message = "other log groups"
  }
  assert {
    condition     = output.secret_names == { admin = aws_secretsmanager_secret.user["admin"].name } && output.broker_name == "orders"
    error_message = "another name of the secret or the broker"
  }
  assert {
    condition     = output.security_group_arn == aws_security_group.this[0].arn && output.security_group_ids == toset([aws_security_group.this[0].id]) && output.configuration_arn == aws_mq_configuration.this[0].arn
    error_message = "another ARN or other security groups"
  }
  assert {
    condition     = output.availability_zones == tolist(["eu-west-1a", "eu-west-1b"]) && output.vpc_arn == aws_vpc.this[0].arn && output.route_table_id == aws_route_table.this[0].id
    error_message = "other zones, VPC or route table"
  }
  assert {
    condition     = output.configuration_id == aws_mq_configuration.this[0].id && output.configuration_revision == aws_mq_configuration.this[0].latest_revision
    error_message = "another configuration or revision"
  }
}

run "single-instance" {
  variables {
    deployment_mode = "SINGLE_INSTANCE"
    users           = { devices = { secret = { id = "telemetry/devices", field = "password" } } }
    logs            = { audit = false }
    network         = { vpc_id = "vpc-0123456789abcdef0", subnet_ids = ["subnet-0123456789abcdef0"] }
  }

  override_resource {
    target = aws_mq_broker.this
    values = {
      instances = [{
        console_url = "https://b-0-1.mq.eu-west-1.amazonaws.com:8162"
        ip_address  = "10.0.0.10"
        endpoints   = ["ssl://b-0-1.mq.eu-west-1.amazonaws.com:61617", "amqp+ssl://b-0-1.mq.eu-west-1.amazonaws.com:5671", "stomp+ssl://b-0-1.mq.eu-west-1.amazonaws.com:61614", "mqtt+ssl://b-0-1.mq.eu-west-1.amazonaws.com:8883", "wss://b-0-1.mq.eu-west-1.amazonaws.com:61619"]
      }]
    }
  }

  assert {
    condition     = output.openwire_failover_url == "failover:(ssl://b-0-1.mq.eu-west-1.amazonaws.com:61617)?randomize=false"
    error_message = "another URL for the clients of ActiveMQ"
  }
  assert {
    condition     = output.endpoints.web_console == tolist(["https://b-0-1.mq.eu-west-1.amazonaws.com:8162"])
    error_message = "other addresses of the console"
  }
  assert {
    condition     = output.secret_arns == { devices = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:existing-AbCdEf" }
    error_message = "another secret"
  }
  assert {
    condition     = output.metric_dimensions == [{ Broker = "orders-1" }] && output.hosts == tolist(["b-0-1.mq.eu-west-1.amazonaws.com"])
    error_message = "not one instance"
  }
  assert {
    condition     = output.log_group_names.audit == null && output.log_group_names.general != null
    error_message = "a log group of a log that is off, or none of one that is on"
  }
  assert {
    condition     = output.vpc_id == "vpc-0123456789abcdef0" && output.vpc_arn == null && output.route_table_id == null && output.availability_zones == null
    error_message = "something of a network that the module did not make"
  }
  assert {
    condition     = output.secret_names == {}
    error_message = "a secret that the module did not make"
  }
}
