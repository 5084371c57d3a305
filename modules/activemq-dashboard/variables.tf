# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

variable "alarm_arns" {
  type        = list(string)
  description = "ARNs of alarms whose state is shown at the top: the output `alarm_arns` of the module activemq-alarms."
  default     = []
  nullable    = false
}

variable "broker_arn" {
  type        = string
  description = "ARN of the broker: the output `broker_arn` of the module activemq."
  nullable    = false
}

variable "broker_name" {
  type        = string
  description = "Name of the broker: the output `broker_name` of the module activemq."
  nullable    = false

  validation {
    condition     = length(var.broker_name) >= 1 && length(var.broker_name) <= 50 && can(regex("^[0-9A-Za-z_-]+$", var.broker_name))
    error_message = "[broker-name-form] broker_name: got ${var.broker_name}; allowed: 1 to 50 letters, digits, hyphens and underscores; choose a name of this form (Amazon MQ and the provider reject the name; changing it later replaces the broker)"
  }
}

variable "dashboard_name" {
  type        = string
  description = "Name of the dashboard: 1 to 255 letters, digits, hyphens and underscores. Left out, amazon-mq-BROKER."
  default     = null

  validation {
    condition     = alltrue([for name in var.dashboard_name[*] : length(name) >= 1 && length(name) <= 255 && can(regex("^[0-9A-Za-z_-]+$", name))])
    error_message = "[dashboard-name-form] dashboard_name: got ${join(", ", [for name in var.dashboard_name[*] : name if !(length(name) >= 1 && length(name) <= 255 && can(regex("^[0-9A-Za-z_-]+$", name)))])}; allowed: 1 to 255 letters, digits, hyphens and underscores; choose a name of this form (CloudWatch rejects the name)"
  }
}

variable "deployment_mode" {
  type        = string
  description = "Deployment mode of the broker: the output `deployment_mode`. It decides how many instances are watched."
  default     = "ACTIVE_STANDBY_MULTI_AZ"
  nullable    = false

  validation {
    condition     = contains(["SINGLE_INSTANCE", "ACTIVE_STANDBY_MULTI_AZ"], var.deployment_mode)
    error_message = "[deployment-mode] deployment_mode: got ${var.deployment_mode}; allowed: SINGLE_INSTANCE or ACTIVE_STANDBY_MULTI_AZ; write \"ACTIVE_STANDBY_MULTI_AZ\" (Amazon MQ has no other deployment mode for the engine)"
  }
}

variable "queues" {
  type        = list(string)
  description = "Names of the queues to show. Left out, all queues that CloudWatch finds, new ones as well."
  default     = null

  validation {
    condition     = alltrue([for name in coalesce(var.queues, []) : length(name) <= 1024 && can(regex("^[!-~]+$", name)) && !can(regex("[*>,\"'?]", name))])
    error_message = "[metric-destination-name] queues: got ${join(", ", [for name in coalesce(var.queues, []) : name if !(length(name) <= 1024 && can(regex("^[!-~]+$", name)) && !can(regex("[*>,\"'?]", name)))])}; allowed: 1 to 1024 printable ASCII characters without white space, quotes, comma, question mark, * and >; write the name of one queue (CloudWatch matches dimensions exactly: a pattern or a list of destinations matches nothing)"
  }
}

variable "region" {
  type        = string
  description = "Region of the broker. Left out, the Region of the provider."
  default     = null
}
