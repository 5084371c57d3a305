# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

variable "additional_security_group_ids" {
  type        = list(string)
  description = "Security groups of the broker beside the one that takes the grants, 5 in all."
  default     = []
  nullable    = false

  validation {
    condition     = length(var.additional_security_group_ids) + 1 <= 5
    error_message = "[security-group-count] additional_security_group_ids: got ${length(var.additional_security_group_ids) + 1}; allowed: at most 5 with the group that takes the grants; Amazon MQ and the provider refuse more than five security groups"
  }

  validation {
    condition     = alltrue([for id in var.additional_security_group_ids : can(regex("^sg-[0-9a-z]+$", id))])
    error_message = "[security-group-id-form] additional_security_group_ids: got ${join(", ", [for id in var.additional_security_group_ids : id if !(can(regex("^sg-[0-9a-z]+$", id)))])}; allowed: ids such as sg-0123456789abcdef0; AWS knows no security group by another id, nor one of another account"
  }
}

variable "allow_from" {
  type        = map(object({ protocols = set(string), ipv4_cidr = optional(string), ipv6_cidr = optional(string), prefix_list_id = optional(string), security_group_id = optional(string) }))
  description = "Who may use which protocols, under names of your own, each with one of ipv4_cidr, ipv6_cidr, prefix_list_id and security_group_id. Protocols: openwire, amqp, stomp, mqtt, websocket, web_console. Nobody else reaches the broker."
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name, grant in var.allow_from : length(grant.protocols) > 0])
    error_message = "[grant-protocols] allow_from: got ${join(", ", [for name, grant in var.allow_from : name if !(length(grant.protocols) > 0)])}; allowed: one protocol or more; a grant without a protocol would open nothing, or, read generously, every port"
  }

  validation {
    condition     = alltrue([for protocol in flatten([for grant in values(var.allow_from) : tolist(grant.protocols)]) : contains(["openwire", "amqp", "stomp", "mqtt", "websocket", "web_console"], protocol)])
    error_message = "[protocol-name] allow_from: got ${join(", ", [for protocol in flatten([for grant in values(var.allow_from) : tolist(grant.protocols)]) : protocol if !(contains(["openwire", "amqp", "stomp", "mqtt", "websocket", "web_console"], protocol))])}; allowed: openwire, amqp, stomp, mqtt, websocket, web_console; a broker has no port for another"
  }

  validation {
    condition     = alltrue([for name, grant in var.allow_from : length([for peer in [grant.ipv4_cidr, grant.ipv6_cidr, grant.prefix_list_id, grant.security_group_id] : true if peer != null]) == 1])
    error_message = "[peer-one] allow_from: got ${join(", ", [for name, grant in var.allow_from : name if !(length([for peer in [grant.ipv4_cidr, grant.ipv6_cidr, grant.prefix_list_id, grant.security_group_id] : true if peer != null]) == 1)])}; allowed: one of ipv4_cidr, ipv6_cidr, prefix_list_id and security_group_id; AWS takes one peer for a rule of a security group"
  }

  validation {
    condition     = alltrue([for item in distinct(flatten([for grant in values(var.allow_from) : [for protocol in grant.protocols : try("${protocol} from ${coalesce(grant.ipv4_cidr, grant.ipv6_cidr, grant.prefix_list_id, grant.security_group_id)}", [])]])) : length([for other in flatten([for grant in values(var.allow_from) : [for protocol in grant.protocols : try("${protocol} from ${coalesce(grant.ipv4_cidr, grant.ipv6_cidr, grant.prefix_list_id, grant.security_group_id)}", [])]]) : other if other == item]) == 1])
    error_message = "[grant-unique] allow_from: got ${join(", ", [for item in distinct(flatten([for grant in values(var.allow_from) : [for protocol in grant.protocols : try("${protocol} from ${coalesce(grant.ipv4_cidr, grant.ipv6_cidr, grant.prefix_list_id, grant.security_group_id)}", [])]])) : item if !(length([for other in flatten([for grant in values(var.allow_from) : [for protocol in grant.protocols : try("${protocol} from ${coalesce(grant.ipv4_cidr, grant.ipv6_cidr, grant.prefix_list_id, grant.security_group_id)}", [])]]) : other if other == item]) == 1)])}; allowed: each protocol once for a peer; AWS refuses a second rule of the same kind"
  }

  validation {
    condition     = alltrue([for peer in [for grant in values(var.allow_from) : grant.ipv4_cidr if grant.ipv4_cidr != null] : can(cidrnetmask(peer)) && try(cidrhost(peer, 0) == cidrhost("${split("/", peer)[0]}/32", 0), false)])
    error_message = "[peer-cidr-form] allow_from: got ${join(", ", [for peer in [for grant in values(var.allow_from) : grant.ipv4_cidr if grant.ipv4_cidr != null] : peer if !(can(cidrnetmask(peer)) && try(cidrhost(peer, 0) == cidrhost("${split("/", peer)[0]}/32", 0), false))])}; allowed: an IPv4 range such as 10.20.0.0/16; AWS refuses a range that is malformed, of the other version, or has bits set behind its prefix"
  }

  validation {
    condition     = alltrue([for peer in [for grant in values(var.allow_from) : grant.ipv6_cidr if grant.ipv6_cidr != null] : strcontains(peer, ":") && try(cidrhost(peer, 0) == cidrhost("${split("/", peer)[0]}/128", 0), false)])
    error_message = "[peer-cidr-form] allow_from: got ${join(", ", [for peer in [for grant in values(var.allow_from) : grant.ipv6_cidr if grant.ipv6_cidr != null] : peer if !(strcontains(peer, ":") && try(cidrhost(peer, 0) == cidrhost("${split("/", peer)[0]}/128", 0), false))])}; allowed: an IPv6 range such as 2001:db8::/32; AWS refuses a range that is malformed, of the other version, or has bits set behind its prefix"
  }

  validation {
    condition     = alltrue([for peer in [for grant in values(var.allow_from) : grant.prefix_list_id if grant.prefix_list_id != null] : can(regex("^pl-[0-9a-f]+$", peer))])
    error_message = "[peer-id-form] allow_from: got ${join(", ", [for peer in [for grant in values(var.allow_from) : grant.prefix_list_id if grant.prefix_list_id != null] : peer if !(can(regex("^pl-[0-9a-f]+$", peer)))])}; allowed: an id such as pl-0123456789abcdef0; AWS refuses an id that is none"
  }

  validation {
    condition     = alltrue([for peer in [for grant in values(var.allow_from) : grant.security_group_id if grant.security_group_id != null] : can(regex("^(\\d{12}\\/)?sg-[0-9a-z]+$", peer))])
    error_message = "[peer-id-form] allow_from: got ${join(", ", [for peer in [for grant in values(var.allow_from) : grant.security_group_id if grant.security_group_id != null] : peer if !(can(regex("^(\\d{12}\\/)?sg-[0-9a-z]+$", peer)))])}; allowed: an id such as sg-0123456789abcdef0, of another account as 123456789012/sg-0123456789abcdef0; AWS refuses an id that is none"
  }
}

variable "apply_immediately" {
  type        = bool
  description = "Whether a change that needs a reboot reboots the broker in the apply. Otherwise it waits for the maintenance window, and every plan until then shows it again."
  default     = false
  nullable    = false
}

variable "availability_zones" {
  type        = list(string)
  description = "Zones of the subnets that are made, one for each instance. Left out, the first by name that are available and offer the instance type; chosen when the subnets are created, and kept."
  default     = null

  validation {
    condition     = alltrue([for item in distinct(coalesce(var.availability_zones, [])) : length([for other in coalesce(var.availability_zones, []) : other if other == item]) == 1])
    error_message = "[zone-unique] availability_zones: got ${join(", ", [for item in distinct(coalesce(var.availability_zones, [])) : item if !(length([for other in coalesce(var.availability_zones, []) : other if other == item]) == 1)])}; allowed: each zone once; Amazon MQ refuses an active/standby broker whose subnets lie in one zone"
  }
}

variable "broker_name" {
  type        = string
  description = "Name of the broker: 1 to 50 letters, digits, hyphens and underscores. A change replaces the broker."
  nullable    = false

  validation {
    condition     = length(var.broker_name) >= 1 && length(var.broker_name) <= 50 && can(regex("^[0-9A-Za-z_-]+$", var.broker_name))
    error_message = "[broker-name-form] broker_name: got ${var.broker_name}; allowed: 1 to 50 letters, digits, hyphens and underscores; Amazon MQ and the provider refuse the name; a later change of it replaces the broker"
  }
}

variable "deletion_protection" {
  type        = bool
  description = "Whether Terraform refuses to destroy or replace the broker. Left out, an active/standby broker is protected and a single instance is not. See “Deletion protection”."
  default     = null
}

variable "deployment_mode" {
  type        = string
  description = "ACTIVE_STANDBY_MULTI_AZ for two instances in two zones on one store, or SINGLE_INSTANCE. A change replaces the broker."
  default     = "ACTIVE_STANDBY_MULTI_AZ"
  nullable    = false

  validation {
    condition     = contains(["ACTIVE_STANDBY_MULTI_AZ", "SINGLE_INSTANCE"], var.deployment_mode)
    error_message = "[deployment-mode] deployment_mode: got ${var.deployment_mode}; allowed: ACTIVE_STANDBY_MULTI_AZ or SINGLE_INSTANCE; Amazon MQ has no other mode for ActiveMQ"
  }
}

variable "document" {
  type        = string
  description = "The ActiveMQ XML of the configuration, in the form Amazon MQ stores; `cdktf-amazon-mq format` writes it so, `cdktf-amazon-mq check` finds more mistakes than Terraform can. A change makes a new revision. Left out, every queue and topic is kept."
  default     = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<broker schedulePeriodForDestinationPurge=\"0\" xmlns=\"http://activemq.apache.org/schema/core\">\n  <destinationPolicy>\n    <policyMap>\n      <policyEntries>\n        <policyEntry gcInactiveDestinations=\"false\" topic=\"&gt;\">\n          <pendingMessageLimitStrategy>\n            <constantPendingMessageLimitStrategy limit=\"1000\"/>\n          </pendingMessageLimitStrategy>\n        </policyEntry>\n        <policyEntry gcInactiveDestinations=\"false\" queue=\"&gt;\"/>\n      </policyEntries>\n    </policyMap>\n  </destinationPolicy>\n</broker>\n"
  nullable    = false

  validation {
    condition     = try(regexall("<([A-Za-z][\\w.:-]*)((?:\\s+[\\w.:-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))*)\\s*/?>", var.document)[0][0] == "broker", false)
    error_message = "[document-root] document: allowed: one broker element; Amazon MQ takes one broker element; whatever stands around it is dropped or refused"
  }

  validation {
    condition     = startswith(var.document, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>") && !strcontains(var.document, "<!--")
    error_message = "[document-form] document: allowed: the declaration <?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?> and no comments; Amazon MQ gives back another text than it got, so that every plan would change it"
  }

  validation {
    condition     = alltrue([for tag in regexall("<([A-Za-z][\\w.:-]*)((?:\\s+[\\w.:-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))*)\\s*/?>", var.document) : join(" ", [for attribute in regexall("([\\w.:-]+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')", tag[1]) : attribute[0]]) == join(" ", sort([for attribute in regexall("([\\w.:-]+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')", tag[1]) : attribute[0]]))])
    error_message = "[document-form] document: got ${join(", ", [for tag in regexall("<([A-Za-z][\\w.:-]*)((?:\\s+[\\w.:-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))*)\\s*/?>", var.document) : tag[0] if !(join(" ", [for attribute in regexall("([\\w.:-]+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')", tag[1]) : attribute[0]]) == join(" ", sort([for attribute in regexall("([\\w.:-]+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')", tag[1]) : attribute[0]])))])}; allowed: attributes sorted by name, xmlns among them; Amazon MQ gives back another text than it got, so that every plan would change it"
  }

  validation {
    condition     = alltrue([for found in regexall("[$#][{][^}]*[}]", var.document) : false])
    error_message = "[placeholder] document: got ${join(", ", [for found in regexall("[$#][{][^}]*[}]", var.document) : found if !(false)])}; allowed: values written out; values with $${…} or #{…} are dropped: Amazon MQ has no properties to fill them in with"
  }
}

variable "engine_version" {
  type        = string
  description = "Version of ActiveMQ, as major.minor. A change reboots the broker, or waits for its maintenance window; a downgrade is refused."
  default     = "5.19"
  nullable    = false

  validation {
    condition     = can(regex("^\\d+\\.\\d+$", var.engine_version))
    error_message = "[engine-version-form] engine_version: got ${var.engine_version}; allowed: 5.19, 5.18, or what is newer than this module; Amazon MQ takes major and minor only and keeps the patch to itself: \"Broker engine version [5.18.7] is invalid\""
  }

  validation {
    condition     = !contains(["5.17", "5.16", "5.15"], var.engine_version) && try(tonumber(split(".", var.engine_version)[0]) * 1000 + tonumber(split(".", var.engine_version)[1]) >= tonumber(split(".", "5.15")[0]) * 1000 + tonumber(split(".", "5.15")[1]), true)
    error_message = "[engine-version-supported] engine_version: got ${var.engine_version}; allowed: 5.19, 5.18, or what is newer than this module; Amazon MQ creates no broker of a version whose support has ended"
  }
}

variable "instance_type" {
  type        = string
  description = "Size of the instances. A change reboots the broker, or waits for its maintenance window."
  default     = "mq.m5.large"
  nullable    = false

  validation {
    condition     = can(regex("^mq\\.[a-z0-9-]+\\.[a-z0-9]+$", var.instance_type))
    error_message = "[instance-type-form] instance_type: got ${var.instance_type}; allowed: mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or what is newer than this module; Amazon MQ has no such instance type; the provider does not look at it"
  }

  validation {
    condition     = !contains(["mq.t2.micro", "mq.m4.large"], var.instance_type)
    error_message = "[instance-type-creatable] instance_type: got ${var.instance_type}; allowed: mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or what is newer than this module; Amazon MQ creates no broker of a retired instance type"
  }

  validation {
    condition     = !anytrue([for family in ["mq.m7g"] : startswith(var.instance_type, "${family}.")])
    error_message = "[instance-type-engine] instance_type: got ${var.instance_type}; allowed: mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or what is newer than this module; Amazon MQ offers the family for RabbitMQ only"
  }
}

variable "kms_key_arn" {
  type        = string
  description = "ARN of the key that encrypts what the broker stores. Left out, a key that AWS owns. A change replaces the broker."
  default     = null

  validation {
    condition     = alltrue([for arn in var.kms_key_arn[*] : can(regex("^arn:[\\w-]+:kms:[\\w-]+:\\d{12}:key\\/[\\w-]+$", arn))])
    error_message = "[encryption-key-arn] kms_key_arn: got ${join(", ", [for arn in var.kms_key_arn[*] : arn if !(can(regex("^arn:[\\w-]+:kms:[\\w-]+:\\d{12}:key\\/[\\w-]+$", arn)))])}; allowed: arn:aws:kms:REGION:ACCOUNT:key/ID; the provider refuses a key id or alias where it wants the ARN of the key"
  }
}

variable "logs" {
  type        = object({ general = optional(bool, true), audit = optional(bool, true), resource_policy = optional(bool, true) })
  description = "Logs to CloudWatch Logs, and the resource policy without which nothing is written. Switch the policy off where the account and region has one already: one serves all brokers, and AWS allows ten."
  default     = {}
  nullable    = false
}

variable "maintenance_window" {
  type        = object({ day_of_week = string, time_of_day = string, time_zone = optional(string, "UTC") })
  description = "When Amazon MQ may reboot the broker. Left out, Amazon MQ chooses."
  default     = null

  validation {
    condition     = alltrue([for window in var.maintenance_window[*] : contains(["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"], window.day_of_week)])
    error_message = "[maintenance-window-day] maintenance_window: got ${join(", ", [for window in var.maintenance_window[*] : window.day_of_week if !(contains(["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"], window.day_of_week))])}; allowed: MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY; the provider and Amazon MQ refuse another day, and AWS answers in upper case"
  }

  validation {
    condition     = alltrue([for window in var.maintenance_window[*] : can(regex("^([01]\\d|2[0-3]):[0-5]\\d$", window.time_of_day))])
    error_message = "[maintenance-window-time] maintenance_window: got ${join(", ", [for window in var.maintenance_window[*] : window.time_of_day if !(can(regex("^([01]\\d|2[0-3]):[0-5]\\d$", window.time_of_day)))])}; allowed: 00:00 to 23:59; Amazon MQ refuses it: \"Specify time in 24-hour format\"; the provider does not look at it"
  }

  validation {
    condition     = alltrue([for window in var.maintenance_window[*] : can(regex("^(UTC|[A-Z][A-Za-z_]+(\\/[A-Za-z0-9_+-]+){1,2}|[+-]([01]\\d|2[0-3]):[0-5]\\d)$", window.time_zone))])
    error_message = "[maintenance-window-zone] maintenance_window: got ${join(", ", [for window in var.maintenance_window[*] : window.time_zone if !(can(regex("^(UTC|[A-Z][A-Za-z_]+(\\/[A-Za-z0-9_+-]+){1,2}|[+-]([01]\\d|2[0-3]):[0-5]\\d)$", window.time_zone)))])}; allowed: UTC, Country/City as in Asia/Seoul, or an offset as in +09:00; Amazon MQ refuses other zones; the provider does not look at it"
  }
}

variable "network" {
  type        = object({ vpc_id = string, subnet_ids = list(string) })
  description = "VPC and subnets that exist: one subnet for a single instance, two of two zones for active/standby. Left out, a VPC is made. A change of the subnets replaces the broker."
  default     = null

  validation {
    condition     = alltrue([for item in distinct(try(var.network.subnet_ids, [])) : length([for other in try(var.network.subnet_ids, []) : other if other == item]) == 1])
    error_message = "[subnet-unique] network: got ${join(", ", [for item in distinct(try(var.network.subnet_ids, [])) : item if !(length([for other in try(var.network.subnet_ids, []) : other if other == item]) == 1)])}; allowed: each subnet once; subnets are a set, so the second mention vanishes and one subnet is left"
  }
}

variable "passwords" {
  type        = map(string)
  description = "Passwords by user name, for users whose password is neither generated nor in a secret. They stand in the state, like every password that the provider sends."
  default     = {}
  nullable    = false
  sensitive   = true

  validation {
    condition     = alltrue([for password in values(var.passwords) : length(password) >= 12 && length(password) <= 250 && length(distinct(split("", password))) >= 4 && !can(regex("[,:=]", password))])
    error_message = "[password-form] passwords: allowed: 12 to 250 characters, 4 of them different, without comma, colon or equals sign; Amazon MQ refuses the user; the provider looks at length, distinct characters and commas only"
  }
}

variable "publicly_accessible" {
  type        = bool
  description = "Whether the broker has public addresses. Its security group still decides who reaches it. A change replaces the broker."
  default     = false
  nullable    = false
}

variable "secret_recovery_window_in_days" {
  type        = number
  description = "Days that a deleted secret with a generated password can be restored: 7 to 30, or 0 to delete it at once."
  default     = 30
  nullable    = false

  validation {
    condition     = contains(concat([0], range(7, 31)), var.secret_recovery_window_in_days)
    error_message = "[secret-recovery-window] secret_recovery_window_in_days: got ${var.secret_recovery_window_in_days}; allowed: 0, or 7 to 30 days; Secrets Manager keeps a deleted secret for 7 to 30 days, or not at all with 0; the provider refuses the rest"
  }
}

variable "storage_type" {
  type        = string
  description = "EFS, kept in several zones, or EBS, for throughput: on mq.m5 and a single instance only. It stays what it was when the broker was created."
  default     = "EFS"
  nullable    = false

  validation {
    condition     = contains(["EFS", "EBS"], var.storage_type)
    error_message = "[storage-type] storage_type: got ${var.storage_type}; allowed: EFS or EBS; Amazon MQ has no other storage"
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made, beside Name."
  default     = {}
  nullable    = false

  validation {
    condition     = length(merge({ Name = "" }, var.tags)) <= 50
    error_message = "[tag-count] tags: got ${length(merge({ Name = "" }, var.tags))}; allowed: at most 50 with Name; AWS refuses a resource with more than 50 tags"
  }

  validation {
    condition     = alltrue([for key, value in var.tags : length(key) >= 1 && length(key) <= 128 && length(value) <= 256 && !startswith(lower(key), "aws:") && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", key)) && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", value))])
    error_message = "[tag-form] tags: got ${join(", ", [for key, value in var.tags : key if !(length(key) >= 1 && length(key) <= 128 && length(value) <= 256 && !startswith(lower(key), "aws:") && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", key)) && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", value)))])}; allowed: keys of 1 to 128 and values of at most 256 letters, digits, spaces and _ . : / = + - @, no key beginning with aws:; AWS refuses a tag whose key or value is too long, has other characters, or takes the prefix that AWS keeps for itself"
  }
}

variable "timeouts" {
  type        = object({ create = optional(string), update = optional(string), delete = optional(string) })
  description = "How long Terraform waits for Amazon MQ, as in 45m; 30 minutes by the provider."
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for timeout in [for timeout in values(var.timeouts) : timeout if timeout != null] : can(regex("^(\\d+(\\.\\d+)?(h|m|s|ms|us|µs|ns))+$", timeout))])
    error_message = "[timeout-form] timeouts: got ${join(", ", [for timeout in [for timeout in values(var.timeouts) : timeout if timeout != null] : timeout if !(can(regex("^(\\d+(\\.\\d+)?(h|m|s|ms|us|µs|ns))+$", timeout)))])}; allowed: numbers with h, m or s, as in 45m; the provider refuses a timeout that is not a duration as Go writes it"
  }
}

variable "users" {
  type        = map(object({ console_access = optional(bool, false), groups = optional(set(string), []), replication_user = optional(bool, false), secret = optional(object({ id = string, field = optional(string) })) }))
  description = "Users by name, 1 to 250. A password stands in `passwords`, or in the Secrets Manager secret named by `secret` (whole, or in a field of its JSON), or is generated and kept in a secret of its own. A change reboots the broker, or waits for its maintenance window."
  default     = { admin = { console_access = true } }
  nullable    = false

  validation {
    condition     = length(var.users) > 0
    error_message = "[user-required] users: allowed: 1 to 250 users; the provider demands a user block at this version, with LDAP as well"
  }

  validation {
    condition     = length(var.users) <= 250
    error_message = "[user-count] users: got ${length(var.users)}; allowed: 1 to 250 users; Amazon MQ keeps at most 250 users for a broker"
  }

  validation {
    condition     = alltrue([for name in keys(var.users) : length(name) >= 2 && length(name) <= 100 && can(regex("^[0-9A-Za-z._~-]+$", name))])
    error_message = "[username-form] users: got ${join(", ", [for name in keys(var.users) : name if !(length(name) >= 2 && length(name) <= 100 && can(regex("^[0-9A-Za-z._~-]+$", name)))])}; allowed: 2 to 100 letters, digits, hyphens, periods, underscores and tildes; Amazon MQ refuses the user; the provider looks at the length only"
  }

  validation {
    condition     = alltrue([for name, user in var.users : length(user.groups) <= 20])
    error_message = "[group-count] users: got ${join(", ", [for name, user in var.users : name if !(length(user.groups) <= 20)])}; allowed: at most 20 groups; Amazon MQ and the provider refuse a user with more than 20 groups"
  }

  validation {
    condition     = alltrue([for name in flatten([for user in values(var.users) : tolist(user.groups)]) : length(name) >= 2 && length(name) <= 100 && can(regex("^[0-9A-Za-z._~-]+$", name))])
    error_message = "[group-form] users: got ${join(", ", [for name in flatten([for user in values(var.users) : tolist(user.groups)]) : name if !(length(name) >= 2 && length(name) <= 100 && can(regex("^[0-9A-Za-z._~-]+$", name)))])}; allowed: 2 to 100 letters, digits, hyphens, periods, underscores and tildes; Amazon MQ refuses the user; the provider looks at the length only"
  }

  validation {
    condition     = alltrue([for name, user in var.users : !(user.replication_user && user.console_access)])
    error_message = "[replication-user-console] users: got ${join(", ", [for name, user in var.users : name if !(!(user.replication_user && user.console_access))])}; allowed: one of replication_user and console_access; Amazon MQ refuses it: \"Replication user couldn't have console access\""
  }
}

variable "vpc_cidr" {
  type        = string
  description = "Range of the VPC that is made: an IPv4 network of /16 to /28. Each subnet takes a quarter of it, at least a /28."
  default     = "10.0.0.0/24"
  nullable    = false

  validation {
    condition     = can(cidrnetmask(var.vpc_cidr)) && try(cidrhost(var.vpc_cidr, 0) == cidrhost("${split("/", var.vpc_cidr)[0]}/32", 0), false)
    error_message = "[vpc-cidr-form] vpc_cidr: got ${var.vpc_cidr}; allowed: an IPv4 range such as 10.0.0.0/24; AWS refuses a VPC whose range is not an IPv4 network in CIDR notation, or keeps another one than was written"
  }

  validation {
    condition     = try(tonumber(split("/", var.vpc_cidr)[1]) >= 16 && tonumber(split("/", var.vpc_cidr)[1]) <= 28, true)
    error_message = "[vpc-cidr-size] vpc_cidr: got ${var.vpc_cidr}; allowed: /16 to /28; AWS refuses a VPC larger than /16 or smaller than /28"
  }
}
