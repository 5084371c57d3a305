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
    condition     = output.security_group_id == aws_security_group.this.id && output.vpc_id == aws_vpc.this[0].id
    error_message = "another security group or VPC"
  }
  assert {
    condition     = output.subnet_ids == tolist([aws_subnet.first[0].id, aws_subnet.second[0].id])
    error_message = "other subnets"
  }
  assert {
    condition     = output.configuration_id == aws_mq_configuration.this.id && output.configuration_revision == aws_mq_configuration.this.latest_revision
    error_message = "another configuration or revision"
  }
}

run "single-instance" {
  variables {
    deployment_mode = "SINGLE_INSTANCE"
    users           = { devices = { secret = { id = "telemetry/devices", field = "password" } } }
  }

  override_resource {
    target = aws_mq_broker.this
    values = {
      instances = [{
        console_url = "https://b-0-1.mq.eu-west-1.amazonaws.com:8162"
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
}
