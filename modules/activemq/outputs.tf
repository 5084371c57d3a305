# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

output "amqp_failover_url" {
  description = "URL for Qpid JMS that follows the active instance."
  value       = local.instances == 2 ? "failover:(amqps://${element(regex("//([^:/]+)", regex("(?m)^amqp[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[0].endpoints))), 0)}:5671,amqps://${element(regex("//([^:/]+)", regex("(?m)^amqp[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[1].endpoints))), 0)}:5671)" : "failover:(amqps://${element(regex("//([^:/]+)", regex("(?m)^amqp[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[0].endpoints))), 0)}:5671)"
}

output "broker_arn" {
  description = "ARN of the broker."
  value       = aws_mq_broker.this.arn
}

output "broker_id" {
  description = "Id of the broker, b-…."
  value       = aws_mq_broker.this.id
}

output "configuration_id" {
  description = "Id of the configuration, c-…."
  value       = aws_mq_configuration.this.id
}

output "configuration_revision" {
  description = "Revision of the configuration that the broker gets."
  value       = aws_mq_configuration.this.latest_revision
}

output "endpoints" {
  description = "URLs by protocol, one of each instance: of an active/standby broker only those of the active one answer."
  value = {
    amqp        = local.instances == 2 ? [regex("(?m)^amqp[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[0].endpoints)), regex("(?m)^amqp[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[1].endpoints))] : [regex("(?m)^amqp[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[0].endpoints))]
    mqtt        = local.instances == 2 ? [regex("(?m)^mqtt[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[0].endpoints)), regex("(?m)^mqtt[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[1].endpoints))] : [regex("(?m)^mqtt[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[0].endpoints))]
    openwire    = local.instances == 2 ? [regex("(?m)^ssl://.*$", join("\n", aws_mq_broker.this.instances[0].endpoints)), regex("(?m)^ssl://.*$", join("\n", aws_mq_broker.this.instances[1].endpoints))] : [regex("(?m)^ssl://.*$", join("\n", aws_mq_broker.this.instances[0].endpoints))]
    stomp       = local.instances == 2 ? [regex("(?m)^stomp[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[0].endpoints)), regex("(?m)^stomp[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[1].endpoints))] : [regex("(?m)^stomp[+]ssl://.*$", join("\n", aws_mq_broker.this.instances[0].endpoints))]
    web_console = local.instances == 2 ? [aws_mq_broker.this.instances[0].console_url, aws_mq_broker.this.instances[1].console_url] : [aws_mq_broker.this.instances[0].console_url]
    websocket   = local.instances == 2 ? [regex("(?m)^wss://.*$", join("\n", aws_mq_broker.this.instances[0].endpoints)), regex("(?m)^wss://.*$", join("\n", aws_mq_broker.this.instances[1].endpoints))] : [regex("(?m)^wss://.*$", join("\n", aws_mq_broker.this.instances[0].endpoints))]
  }
}

output "openwire_failover_url" {
  description = "URL for the clients of ActiveMQ that follows the active instance."
  value       = local.instances == 2 ? "failover:(${regex("(?m)^ssl://.*$", join("\n", aws_mq_broker.this.instances[0].endpoints))},${regex("(?m)^ssl://.*$", join("\n", aws_mq_broker.this.instances[1].endpoints))})?randomize=false" : "failover:(${regex("(?m)^ssl://.*$", join("\n", aws_mq_broker.this.instances[0].endpoints))})?randomize=false"
}

output "secret_arns" {
  description = "ARNs by user of the secrets with their passwords, but for those in `passwords`."
  value       = merge({ for name, secret in aws_secretsmanager_secret.user : name => secret.arn }, { for name, secret in data.aws_secretsmanager_secret_version.user : name => secret.arn })
}

output "security_group_id" {
  description = "Id of the security group that takes the grants."
  value       = aws_security_group.this.id
}

output "subnet_ids" {
  description = "Ids of the subnets of the broker."
  value       = local.subnet_ids
}

output "vpc_id" {
  description = "Id of the VPC of the broker."
  value       = local.vpc_id
}
