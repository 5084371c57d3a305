# What the mock of the provider answers where the module looks into the answer.

mock_data "aws_availability_zones" {
  defaults = {
    names = ["eu-west-1c", "eu-west-1a", "eu-west-1b"]
  }
}

mock_data "aws_mq_broker_instance_type_offerings" {
  defaults = {
    broker_instance_options = [
      {
        availability_zones         = [{ name = "eu-west-1b" }, { name = "eu-west-1a" }]
        engine_type                = "ACTIVEMQ"
        host_instance_type         = "mq.m5.large"
        storage_type               = "efs"
        supported_deployment_modes = ["ACTIVE_STANDBY_MULTI_AZ", "SINGLE_INSTANCE"]
        supported_engine_versions  = ["5.19", "5.18"]
      },
    ]
  }
}

mock_data "aws_secretsmanager_secret_version" {
  defaults = {
    arn           = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:existing-AbCdEf"
    secret_string = "{\"password\":\"a-password-of-somebody\"}"
  }
}

mock_resource "aws_secretsmanager_secret" {
  defaults = {
    arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:generated-AbCdEf"
  }
}

mock_resource "aws_secretsmanager_secret_version" {
  defaults = {
    arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:generated-AbCdEf"
  }
}

mock_resource "aws_mq_broker" {
  defaults = {
    id  = "b-00000000-1111-2222-3333-444444444444"
    arn = "arn:aws:mq:eu-west-1:123456789012:broker:orders:b-00000000-1111-2222-3333-444444444444"
    instances = [
      {
        console_url = "https://b-0-1.mq.eu-west-1.amazonaws.com:8162"
        ip_address  = "10.0.0.10"
        endpoints = [
          "wss://b-0-1.mq.eu-west-1.amazonaws.com:61619",
          "ssl://b-0-1.mq.eu-west-1.amazonaws.com:61617",
          "amqp+ssl://b-0-1.mq.eu-west-1.amazonaws.com:5671",
          "stomp+ssl://b-0-1.mq.eu-west-1.amazonaws.com:61614",
          "mqtt+ssl://b-0-1.mq.eu-west-1.amazonaws.com:8883",
        ]
      },
      {
        console_url = "https://b-0-2.mq.eu-west-1.amazonaws.com:8162"
        ip_address  = "10.0.0.70"
        endpoints = [
          "wss://b-0-2.mq.eu-west-1.amazonaws.com:61619",
          "ssl://b-0-2.mq.eu-west-1.amazonaws.com:61617",
          "amqp+ssl://b-0-2.mq.eu-west-1.amazonaws.com:5671",
          "stomp+ssl://b-0-2.mq.eu-west-1.amazonaws.com:61614",
          "mqtt+ssl://b-0-2.mq.eu-west-1.amazonaws.com:8883",
        ]
      },
    ]
  }
}
