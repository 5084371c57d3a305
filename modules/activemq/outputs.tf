# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

# Endpoints
#
# Amazon MQ lists the endpoints of an instance in no promised order, so each is found by its scheme. local.instances is
# known in a plan, so the length of each list is.

locals {
  endpoints = {
    amqp        = tolist([for index in range(local.instances) : regex("(?m)^amqp[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[index].endpoints))])
    mqtt        = tolist([for index in range(local.instances) : regex("(?m)^mqtt[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[index].endpoints))])
    openwire    = tolist([for index in range(local.instances) : regex("(?m)^ssl://.*$", join("\n", aws_mq_broker.this.instances[index].endpoints))])
    stomp       = tolist([for index in range(local.instances) : regex("(?m)^stomp[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[index].endpoints))])
    web_console = tolist([for index in range(local.instances) : aws_mq_broker.this.instances[index].console_url])
    websocket   = tolist([for index in range(local.instances) : regex("(?m)^wss://.*$", join("\n", aws_mq_broker.this.instances[index].endpoints))])
  }
  openwire_failover_url = "failover:(${join(",", [for index in range(local.instances) : regex("(?m)^ssl://.*$", join("\n", aws_mq_broker.this.instances[index].endpoints))])})?randomize=false"
  amqp_failover_url     = "failover:(${join(",", [for index in range(local.instances) : "amqps://${element(regex("//([^:/]+)", regex("(?m)^amqp[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[index].endpoints))), 0)}:5671"])})"
}

output "amqp_failover_url" {
  description = "URL for Qpid JMS that follows the active instance."
  value       = local.amqp_failover_url
}

output "amqp_urls" {
  description = "URLs for AMQP, one for each instance."
  value       = local.endpoints.amqp
}

output "amqps_urls" {
  description = "URLs for AMQP clients that know the scheme amqps only, one for each instance."
  value       = tolist([for index in range(local.instances) : "amqps://${element(regex("//([^:/]+)", regex("(?m)^amqp[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[index].endpoints))), 0)}:5671"])
}

output "availability_zones" {
  description = "Availability Zones of the subnets that the module made, null in a network that exists."
  value       = var.network == null ? tolist(concat(aws_subnet.first[*].availability_zone, aws_subnet.second[*].availability_zone)) : null
}

output "broker_arn" {
  description = "ARN of the broker."
  value       = aws_mq_broker.this.arn
}

output "broker_id" {
  description = "Id of the broker, b-…."
  value       = aws_mq_broker.this.id
}

output "broker_name" {
  description = "Name of the broker."
  value       = aws_mq_broker.this.broker_name
}

output "configuration_arn" {
  description = "ARN of the configuration that the module made, null for one that exists."
  value       = one(aws_mq_configuration.this[*].arn)
}

output "configuration_id" {
  description = "Id of the configuration, c-…."
  value       = local.configuration_id
}

output "configuration_revision" {
  description = "Revision of the configuration that the broker gets."
  value       = local.configuration_revision
}

output "deployment_mode" {
  description = "Deployment mode of the broker, for the modules activemq-alarms and activemq-dashboard."
  value       = aws_mq_broker.this.deployment_mode
}

output "endpoints" {
  description = "URLs by protocol, one for each instance. Only those of the active instance answer."
  value       = local.endpoints
}

output "hosts" {
  description = "Host names of the instances."
  value       = tolist([for index in range(local.instances) : element(regex("//([^:/]+)", aws_mq_broker.this.instances[index].console_url), 0)])
}

output "instance_type" {
  description = "Instance type of the broker, for the module activemq-alarms."
  value       = aws_mq_broker.this.host_instance_type
}

output "ip_addresses" {
  description = "IP addresses of the instances in the VPC. They change when Amazon MQ replaces an instance: use host names."
  value       = tolist([for index in range(local.instances) : aws_mq_broker.this.instances[index].ip_address])
}

output "log_group_names" {
  description = "Names of the log groups by kind of log, null for a log that is off. Amazon MQ makes the groups."
  value = {
    audit   = module.inputs.logs.audit ? "/aws/amazonmq/broker/${aws_mq_broker.this.id}/audit" : null
    general = module.inputs.logs.general ? "/aws/amazonmq/broker/${aws_mq_broker.this.id}/general" : null
  }
}

output "metric_dimensions" {
  description = "Dimensions of the metrics in AWS/AmazonMQ, one map for each instance. Metrics of destinations have Queue or Topic as well."
  value       = [for index in range(local.instances) : { Broker = "${var.broker_name}-${index + 1}" }]
}

output "mqtt_ssl_urls" {
  description = "URLs for the MQTT clients of Eclipse Paho for Java and C, one for each instance."
  value       = tolist([for index in range(local.instances) : "ssl://${element(regex("//([^:/]+)", regex("(?m)^mqtt[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[index].endpoints))), 0)}:8883"])
}

output "mqtt_urls" {
  description = "URLs for MQTT, one for each instance."
  value       = local.endpoints.mqtt
}

output "mqtts_urls" {
  description = "URLs for MQTT clients that know the scheme mqtts only, one for each instance."
  value       = tolist([for index in range(local.instances) : "mqtts://${element(regex("//([^:/]+)", regex("(?m)^mqtt[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[index].endpoints))), 0)}:8883"])
}

output "openwire_failover_url" {
  description = "URL for the clients of ActiveMQ that follows the active instance."
  value       = local.openwire_failover_url
}

output "openwire_urls" {
  description = "URLs for OpenWire, one for each instance."
  value       = local.endpoints.openwire
}

output "parameter_names" {
  description = "Names of the SSM parameters with what clients need, none without parameter_path."
  value       = [for parameter in concat(aws_ssm_parameter.openwire_failover_url[*], aws_ssm_parameter.amqp_failover_url[*], aws_ssm_parameter.stomp_urls[*], aws_ssm_parameter.mqtt_urls[*], aws_ssm_parameter.websocket_urls[*], aws_ssm_parameter.web_console_urls[*], aws_ssm_parameter.security_group_id[*], aws_ssm_parameter.secret_arn[*]) : parameter.name]
}

output "ports" {
  description = "TCP ports by protocol."
  value = {
    amqp        = 5671
    mqtt        = 8883
    openwire    = 61617
    stomp       = 61614
    web_console = 8162
    websocket   = 61619
  }
}

output "route_table_id" {
  description = "Id of the route table that the module made, null in a network that exists."
  value       = one(aws_route_table.this[*].id)
}

output "secret_arns" {
  description = "ARNs by user of the secrets with their passwords, except for users in `passwords`."
  value       = local.secret_arns
}

output "secret_names" {
  description = "Names by user of the secrets that the module made."
  value       = { for name, secret in aws_secretsmanager_secret.user : name => secret.name }
}

output "security_group_arn" {
  description = "ARN of the security group that the module made, null for one that exists."
  value       = one(aws_security_group.this[*].arn)
}

output "security_group_id" {
  description = "Id of the security group that takes the grants."
  value       = local.security_group_id
}

output "security_group_ids" {
  description = "Ids of all security groups of the broker."
  value       = aws_mq_broker.this.security_groups
}

output "stomp_urls" {
  description = "URLs for STOMP, one for each instance."
  value       = local.endpoints.stomp
}

output "subnet_ids" {
  description = "Ids of the subnets of the broker."
  value       = local.subnet_ids
}

output "vpc_arn" {
  description = "ARN of the VPC that the module made, null in a network that exists."
  value       = one(aws_vpc.this[*].arn)
}

output "vpc_id" {
  description = "Id of the VPC of the broker."
  value       = local.vpc_id
}

output "web_console_urls" {
  description = "URLs of the web consoles, one for each instance."
  value       = local.endpoints.web_console
}

output "websocket_urls" {
  description = "URLs for WebSocket, one for each instance."
  value       = local.endpoints.websocket
}
