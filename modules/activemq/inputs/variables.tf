# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

variable "allow_from" {
  type        = map(object({ protocols = set(string), ipv4_cidr = optional(string), ipv6_cidr = optional(string), prefix_list_id = optional(string), security_group_id = optional(string) }))
  description = "The input allow_from of the module."
  nullable    = false
}

variable "allow_to" {
  type        = map(object({ ports = set(number), ipv4_cidr = optional(string), ipv6_cidr = optional(string), prefix_list_id = optional(string), security_group_id = optional(string) }))
  description = "The input allow_to of the module."
  nullable    = false
}

variable "ldap" {
  type        = object({ hosts = list(string), role_base = string, role_name = optional(string), role_search_matching = string, role_search_subtree = optional(bool, false), service_account_username = string, service_account_secret = object({ id = string, field = optional(string) }), user_base = string, user_role_name = optional(string), user_search_matching = string, user_search_subtree = optional(bool, false) })
  description = "The input ldap of the module."
}

variable "logs" {
  type        = object({ general = optional(bool, true), audit = optional(bool, true), resource_policy = optional(bool, true) })
  description = "The input logs of the module."
  nullable    = false
}

variable "maintenance_window" {
  type        = object({ day_of_week = string, time_of_day = string, time_zone = optional(string, "UTC") })
  description = "The input maintenance_window of the module."
}

variable "network_of_brokers" {
  type        = object({ connectors = optional(map(list(string)), {}), ttl = optional(number, 1), username = optional(string, "network"), group = optional(string, "network"), secret = optional(object({ id = string, field = optional(string) })), replay_delay = optional(number, 1000), expire_messages_period = optional(number, 1000) })
  description = "The input network_of_brokers of the module."
}

variable "timeouts" {
  type        = object({ create = optional(string), update = optional(string), delete = optional(string) })
  description = "The input timeouts of the module."
  nullable    = false
}

variable "users" {
  type        = map(object({ console_access = optional(bool, false), groups = optional(set(string), []), replication_user = optional(bool, false), secret = optional(object({ id = string, field = optional(string) })), secret_name = optional(string) }))
  description = "The input users of the module."
  nullable    = false
}
