# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

variable "acknowledge" {
  type        = map(string)
  description = "Rules that do not hold for you, by code, each with a reason: alarm-receiver."
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for code in keys(var.acknowledge) : contains(["alarm-receiver"], code)])
    error_message = "[acknowledge-code] acknowledge: got ${join(", ", [for code in keys(var.acknowledge) : code if !(contains(["alarm-receiver"], code))])}; allowed: alarm-receiver; correct the code, or remove the entry (an acknowledgement of a rule that does not exist acknowledges nothing, silently)"
  }

  validation {
    condition     = alltrue([for code, reason in var.acknowledge : trimspace(reason) != ""])
    error_message = "[acknowledge-reason] acknowledge: got ${join(", ", [for code, reason in var.acknowledge : code if !(trimspace(reason) != "")])}; allowed: a sentence; write why the rule does not hold here (without a reason, nobody knows when the acknowledgement can go)"
  }
}

# map(object({ enabled = optional(bool), threshold = optional(number), minutes = optional(number) }))
variable "alarms" {
  type        = any
  description = "How alarms differ from their defaults, by alarm: store_usage, temp_usage, heap_usage, cpu_utilization, cpu_credits, connections, open_transactions, journal_files, unconsumed_messages, network_connectors, silence, dead_letters. network_connectors needs a threshold: the number of brokers that are connected when all is well."
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for found in try(flatten([for name, item in var.alarms : [for key in try(keys(item), []) : "${name}.${key}" if !contains(["enabled", "threshold", "minutes"], key)]]), []) : false])
    error_message = "[input-key] alarms: got ${join(", ", [for found in try(flatten([for name, item in var.alarms : [for key in try(keys(item), []) : "${name}.${key}" if !contains(["enabled", "threshold", "minutes"], key)]]), []) : found if !(false)])}; allowed: enabled, threshold, minutes; correct the key, or remove it (Terraform drops a key that a type does not have, silently)"
  }

  validation {
    condition     = alltrue([for name in keys(var.alarms) : contains(["store_usage", "temp_usage", "heap_usage", "cpu_utilization", "cpu_credits", "connections", "open_transactions", "journal_files", "unconsumed_messages", "network_connectors", "silence", "dead_letters"], name)])
    error_message = "[alarm-name] alarms: got ${join(", ", [for name in keys(var.alarms) : name if !(contains(["store_usage", "temp_usage", "heap_usage", "cpu_utilization", "cpu_credits", "connections", "open_transactions", "journal_files", "unconsumed_messages", "network_connectors", "silence", "dead_letters"], name))])}; allowed: store_usage, temp_usage, heap_usage, cpu_utilization, cpu_credits, connections, open_transactions, journal_files, unconsumed_messages, network_connectors, silence, dead_letters; write one of these names; alarms of a queue are in queues (the module has no other alarms)"
  }

  validation {
    condition     = alltrue([for name, options in var.alarms : try(options.threshold >= { store_usage = 0, temp_usage = 0, heap_usage = 0, cpu_utilization = 0, cpu_credits = 0, connections = 0, open_transactions = 0, journal_files = 0, unconsumed_messages = 0, network_connectors = 1, silence = 0, dead_letters = 0 }[name] && options.threshold <= lookup({ store_usage = 100, temp_usage = 100, heap_usage = 100, cpu_utilization = 100, cpu_credits = 576, connections = 100, silence = 0 }, name, options.threshold), true)])
    error_message = "[alarm-threshold] alarms: got ${join(", ", [for name, options in var.alarms : "${options.threshold} for ${name}" if !(try(options.threshold >= { store_usage = 0, temp_usage = 0, heap_usage = 0, cpu_utilization = 0, cpu_credits = 0, connections = 0, open_transactions = 0, journal_files = 0, unconsumed_messages = 0, network_connectors = 1, silence = 0, dead_letters = 0 }[name] && options.threshold <= lookup({ store_usage = 100, temp_usage = 100, heap_usage = 100, cpu_utilization = 100, cpu_credits = 576, connections = 100, silence = 0 }, name, options.threshold), true))])}; allowed: 0 to 100 for store_usage, temp_usage, heap_usage, cpu_utilization, connections; 0 to 576 for cpu_credits; 0 or more for open_transactions, journal_files, unconsumed_messages, dead_letters; 1 or more for network_connectors; 0 for silence; omit it for the default, or set enabled to false (the metric never crosses the threshold or always does, so the alarm says nothing)"
  }

  validation {
    condition     = alltrue([for name, options in var.alarms : try(options.minutes > 0 && options.minutes <= 1440 && options.minutes % { store_usage = 1, temp_usage = 1, heap_usage = 1, cpu_utilization = 1, cpu_credits = 5, connections = 1, open_transactions = 5, journal_files = 5, unconsumed_messages = 5, network_connectors = 1, silence = 1, dead_letters = 1 }[name] == 0, true)])
    error_message = "[alarm-minutes] alarms: got ${join(", ", [for name, options in var.alarms : "${options.minutes} for ${name}" if !(try(options.minutes > 0 && options.minutes <= 1440 && options.minutes % { store_usage = 1, temp_usage = 1, heap_usage = 1, cpu_utilization = 1, cpu_credits = 5, connections = 1, open_transactions = 5, journal_files = 5, unconsumed_messages = 5, network_connectors = 1, silence = 1, dead_letters = 1 }[name] == 0, true))])}; allowed: at most 1440, in multiples of 1 for store_usage, temp_usage, heap_usage, cpu_utilization, connections, network_connectors, silence, dead_letters; multiples of 5 for cpu_credits, open_transactions, journal_files, unconsumed_messages; omit it for the default (CloudWatch counts whole periods and looks back one day at most)"
  }
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

variable "dead_letter_queues" {
  type        = set(string)
  description = "Names of dead-letter queues that must be empty."
  default     = ["ActiveMQ.DLQ"]
  nullable    = false

  validation {
    condition     = alltrue([for name in var.dead_letter_queues : length(name) <= 1024 && can(regex("^[!-~]+$", name)) && !can(regex("[*>,\"'?]", name))])
    error_message = "[metric-destination-name] dead_letter_queues: got ${join(", ", [for name in var.dead_letter_queues : name if !(length(name) <= 1024 && can(regex("^[!-~]+$", name)) && !can(regex("[*>,\"'?]", name)))])}; allowed: 1 to 1024 printable ASCII characters without white space, quotes, comma, question mark, * and >; write the name of one queue (CloudWatch matches dimensions exactly: a pattern or a list of destinations matches nothing)"
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

variable "emails" {
  type        = set(string)
  description = "E-mail addresses that are notified, through an encrypted topic that is made for them. AWS asks each address to confirm."
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for email in var.emails : can(regex("^[^\\s@,;<>\"]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", lower(email)))])
    error_message = "[alarm-email-form] emails: got ${join(", ", [for email in var.emails : email if !(can(regex("^[^\\s@,;<>\"]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", lower(email))))])}; allowed: one address such as operations@example.com; write the address alone, without a name; several addresses are several entries (SNS rejects the subscription)"
  }
}

variable "instance_type" {
  type        = string
  description = "Instance type of the broker: the output `instance_type`. Only burstable instances (mq.t…) have an alarm on CPU credits; left out, there is one."
  default     = null
}

variable "kms_key" {
  type        = object({ arn = string })
  description = "A KMS key that exists, which encrypts the topic for `emails`. Its policy must allow cloudwatch.amazonaws.com to use it. Left out, a key is made."
  default     = null

  validation {
    condition     = alltrue([for key in var.kms_key[*] : can(regex("^(arn:[\\w-]+:kms:[\\w-]+:\\d{12}:(key|alias)\\/|alias\\/)?[\\w/-]+$", key.arn)) && !can(regex("(^|:)alias\\/aws\\/", key.arn))])
    error_message = "[alarm-key] kms_key: got ${join(", ", [for key in var.kms_key[*] : key.arn if !(can(regex("^(arn:[\\w-]+:kms:[\\w-]+:\\d{12}:(key|alias)\\/|alias\\/)?[\\w/-]+$", key.arn)) && !can(regex("(^|:)alias\\/aws\\/", key.arn)))])}; allowed: a key such as arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444; give the ARN of a customer managed key that CloudWatch may use (CloudWatch cannot publish to a topic that an AWS managed key such as alias/aws/sns encrypts, and SNS rejects what is not a key)"
  }
}

variable "name_prefix" {
  type        = string
  description = "Beginning of the names of the alarms. Left out, the name of the broker and a hyphen."
  default     = null
}

# map(object({ depth = optional(object({ enabled = optional(bool), threshold = optional(number), minutes = optional(number) })), wait_minutes = optional(object({ enabled = optional(bool), threshold = optional(number), minutes = optional(number) })), no_consumers = optional(object({ enabled = optional(bool), threshold = optional(number), minutes = optional(number) })) }))
variable "queues" {
  type        = any
  description = "Queues with alarms of their own, by queue: depth, which needs a threshold, wait_minutes, the estimated wait of a new message, and no_consumers."
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for found in try(flatten([for name, item in var.queues : concat([for key in try(keys(item), []) : "${name}.${key}" if !contains(["depth", "wait_minutes", "no_consumers"], key)], [for key in try(keys(item.depth), []) : "${name}.depth.${key}" if !contains(["enabled", "threshold", "minutes"], key)], [for key in try(keys(item.wait_minutes), []) : "${name}.wait_minutes.${key}" if !contains(["enabled", "threshold", "minutes"], key)], [for key in try(keys(item.no_consumers), []) : "${name}.no_consumers.${key}" if !contains(["enabled", "threshold", "minutes"], key)])]), []) : false])
    error_message = "[input-key] queues: got ${join(", ", [for found in try(flatten([for name, item in var.queues : concat([for key in try(keys(item), []) : "${name}.${key}" if !contains(["depth", "wait_minutes", "no_consumers"], key)], [for key in try(keys(item.depth), []) : "${name}.depth.${key}" if !contains(["enabled", "threshold", "minutes"], key)], [for key in try(keys(item.wait_minutes), []) : "${name}.wait_minutes.${key}" if !contains(["enabled", "threshold", "minutes"], key)], [for key in try(keys(item.no_consumers), []) : "${name}.no_consumers.${key}" if !contains(["enabled", "threshold", "minutes"], key)])]), []) : found if !(false)])}; allowed: depth, wait_minutes, no_consumers; in depth enabled, threshold, minutes; in wait_minutes enabled, threshold, minutes; in no_consumers enabled, threshold, minutes; correct the key, or remove it (Terraform drops a key that a type does not have, silently)"
  }

  validation {
    condition     = alltrue([for name in keys(var.queues) : length(name) <= 1024 && can(regex("^[!-~]+$", name)) && !can(regex("[*>,\"'?]", name))])
    error_message = "[metric-destination-name] queues: got ${join(", ", [for name in keys(var.queues) : name if !(length(name) <= 1024 && can(regex("^[!-~]+$", name)) && !can(regex("[*>,\"'?]", name)))])}; allowed: 1 to 1024 printable ASCII characters without white space, quotes, comma, question mark, * and >; write the name of one queue (CloudWatch matches dimensions exactly: a pattern or a list of destinations matches nothing)"
  }

  validation {
    condition     = alltrue([for alarm in try(flatten([for queue, alarms in var.queues : [for name, options in alarms : { queue = queue, name = name, options = options } if options != null]]), []) : try(alarm.options.threshold >= { depth = 0, wait_minutes = 0, no_consumers = 1 }[alarm.name], true)])
    error_message = "[alarm-threshold] queues: got ${join(", ", [for alarm in try(flatten([for queue, alarms in var.queues : [for name, options in alarms : { queue = queue, name = name, options = options } if options != null]]), []) : "${alarm.options.threshold} for ${alarm.name} of ${alarm.queue}" if !(try(alarm.options.threshold >= { depth = 0, wait_minutes = 0, no_consumers = 1 }[alarm.name], true))])}; allowed: 0 or more for depth, wait_minutes; 1 or more for no_consumers; omit it for the default, or set enabled to false (the metric never crosses the threshold or always does, so the alarm says nothing)"
  }

  validation {
    condition     = alltrue([for alarm in try(flatten([for queue, alarms in var.queues : [for name, options in alarms : { queue = queue, name = name, options = options } if options != null]]), []) : try(alarm.options.minutes > 0 && alarm.options.minutes <= 1440 && alarm.options.minutes % { depth = 1, wait_minutes = 1, no_consumers = 1 }[alarm.name] == 0, true)])
    error_message = "[alarm-minutes] queues: got ${join(", ", [for alarm in try(flatten([for queue, alarms in var.queues : [for name, options in alarms : { queue = queue, name = name, options = options } if options != null]]), []) : "${alarm.options.minutes} for ${alarm.name} of ${alarm.queue}" if !(try(alarm.options.minutes > 0 && alarm.options.minutes <= 1440 && alarm.options.minutes % { depth = 1, wait_minutes = 1, no_consumers = 1 }[alarm.name] == 0, true))])}; allowed: at most 1440, in multiples of 1 for depth, wait_minutes, no_consumers; omit it for the default (CloudWatch counts whole periods and looks back one day at most)"
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made."
  default     = {}
  nullable    = false

  validation {
    condition     = length(var.tags) <= 50
    error_message = "[tag-count] tags: got ${length(var.tags)}; allowed: at most 50 tags on a resource; remove some; default tags of the provider and an added tag Name count as well (AWS rejects a resource with more than 50 tags)"
  }

  validation {
    condition     = alltrue([for key, value in var.tags : length(key) >= 1 && length(key) <= 128 && length(value) <= 256 && !startswith(lower(key), "aws:") && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", key)) && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", value))])
    error_message = "[tag-form] tags: got ${join(", ", [for key, value in var.tags : key if !(length(key) >= 1 && length(key) <= 128 && length(value) <= 256 && !startswith(lower(key), "aws:") && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", key)) && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", value)))])}; allowed: keys of 1 to 128 letters, digits, spaces and _ . : / = + - @, not beginning with aws:, values of at most 256 letters, digits, spaces and _ . : / = + - @; rename the tag, or shorten or change its value (AWS rejects a tag whose key or value is too long, has other characters, or uses the prefix that AWS reserves)"
  }
}

variable "topic_arns" {
  type        = list(string)
  description = "ARNs of the SNS topics that are notified of every change of an alarm."
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.topic_arns : can(regex("^arn:[\\w-]+:sns:[\\w-]+:\\d{12}:[\\w-]{1,256}(\\.fifo)?$", arn))])
    error_message = "[alarm-topic-form] topic_arns: got ${join(", ", [for arn in var.topic_arns : arn if !(can(regex("^arn:[\\w-]+:sns:[\\w-]+:\\d{12}:[\\w-]{1,256}(\\.fifo)?$", arn)))])}; allowed: an ARN such as arn:aws:sns:eu-west-1:123456789012:operations; give the ARN, not the name (CloudWatch rejects an action that is not the ARN of an SNS topic)"
  }
}
