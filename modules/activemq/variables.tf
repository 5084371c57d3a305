# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

variable "acknowledge" {
  type        = map(string)
  description = "Rules that do not hold for you, by code, each with a reason: those that look at several inputs, those of documents, and those that AWS may drop. See “Messages”."
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for code in keys(var.acknowledge) : contains(["attribute-version", "auto-minor-upgrade", "document-form", "document-root", "engine-version-supported", "group-count", "instance-type-creatable", "instance-type-engine", "network-configuration", "network-connectors", "network-group", "network-replay", "network-user-taken", "parameter-user", "password-user", "placeholder", "public-open-to-internet", "public-security-group-peer", "security-group-count", "standby-micro", "storage-deployment-mode", "storage-instance-type", "subnet-count", "subnet-fit", "unknown-attribute", "unknown-element", "user-count", "zone-count"], code)])
    error_message = "[acknowledge-code] acknowledge: got ${join(", ", [for code in keys(var.acknowledge) : code if !(contains(["attribute-version", "auto-minor-upgrade", "document-form", "document-root", "engine-version-supported", "group-count", "instance-type-creatable", "instance-type-engine", "network-configuration", "network-connectors", "network-group", "network-replay", "network-user-taken", "parameter-user", "password-user", "placeholder", "public-open-to-internet", "public-security-group-peer", "security-group-count", "standby-micro", "storage-deployment-mode", "storage-instance-type", "subnet-count", "subnet-fit", "unknown-attribute", "unknown-element", "user-count", "zone-count"], code))])}; allowed: attribute-version, auto-minor-upgrade, document-form, document-root, engine-version-supported, group-count, instance-type-creatable, instance-type-engine, network-configuration, network-connectors, network-group, network-replay, network-user-taken, parameter-user, password-user, placeholder, public-open-to-internet, public-security-group-peer, security-group-count, standby-micro, storage-deployment-mode, storage-instance-type, subnet-count, subnet-fit, unknown-attribute, unknown-element, user-count, zone-count; correct the code, or remove the entry (an acknowledgement of a rule that does not exist acknowledges nothing, silently)"
  }

  validation {
    condition     = alltrue([for code, reason in var.acknowledge : trimspace(reason) != ""])
    error_message = "[acknowledge-reason] acknowledge: got ${join(", ", [for code, reason in var.acknowledge : code if !(trimspace(reason) != "")])}; allowed: a sentence; write why the rule does not hold here (without a reason, nobody knows when the acknowledgement can go)"
  }
}

variable "additional_security_group_ids" {
  type        = list(string)
  description = "Security groups of the broker beside the one that takes the grants, 5 in all."
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for id in var.additional_security_group_ids : can(regex("^sg-[0-9a-z]+$", id))])
    error_message = "[security-group-id-form] additional_security_group_ids: got ${join(", ", [for id in var.additional_security_group_ids : id if !(can(regex("^sg-[0-9a-z]+$", id)))])}; allowed: an id such as sg-0123456789abcdef0; give the id of the security group, not its name (AWS has no security group with another id, and a broker takes none of another account)"
  }
}

# map(object({ protocols = set(string), ipv4_cidr = optional(string), ipv6_cidr = optional(string), prefix_list_id = optional(string), security_group_id = optional(string) }))
variable "allow_from" {
  type        = any
  description = "Who may use which protocols, under names of your own, each with one of ipv4_cidr, ipv6_cidr, prefix_list_id and security_group_id. Protocols: openwire, amqp, stomp, mqtt, websocket, web_console. Nobody else reaches the broker."
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for found in try(flatten([for name, item in var.allow_from : [for key in try(keys(item), []) : "${name}.${key}" if !contains(["protocols", "ipv4_cidr", "ipv6_cidr", "prefix_list_id", "security_group_id"], key)]]), []) : false])
    error_message = "[input-key] allow_from: got ${join(", ", [for found in try(flatten([for name, item in var.allow_from : [for key in try(keys(item), []) : "${name}.${key}" if !contains(["protocols", "ipv4_cidr", "ipv6_cidr", "prefix_list_id", "security_group_id"], key)]]), []) : found if !(false)])}; allowed: protocols, ipv4_cidr, ipv6_cidr, prefix_list_id, security_group_id; correct the key, or remove it (Terraform drops a key that a type does not have, silently)"
  }

  validation {
    condition     = alltrue([for name, grant in var.allow_from : try(length(grant.protocols) > 0, true)])
    error_message = "[grant-protocols] allow_from: got ${join(", ", [for name, grant in var.allow_from : name if !(try(length(grant.protocols) > 0, true))])}; allowed: one protocol or more; name the protocols that the peer may use, such as OpenWire (a grant without a protocol opens no port)"
  }

  validation {
    condition     = alltrue([for protocol in flatten([for grant in values(var.allow_from) : try(tolist(grant.protocols), [])]) : contains(["openwire", "amqp", "stomp", "mqtt", "websocket", "web_console"], protocol)])
    error_message = "[protocol-name] allow_from: got ${join(", ", [for protocol in flatten([for grant in values(var.allow_from) : try(tolist(grant.protocols), [])]) : protocol if !(contains(["openwire", "amqp", "stomp", "mqtt", "websocket", "web_console"], protocol))])}; allowed: openwire, amqp, stomp, mqtt, websocket, web_console; write one of these names (a broker listens for these protocols only)"
  }

  validation {
    condition     = alltrue([for item in distinct(flatten([for grant in values(var.allow_from) : [for protocol in try(grant.protocols, []) : try("${protocol} from ${coalesce([lookup(grant, "ipv4_cidr", null), lookup(grant, "ipv6_cidr", null), lookup(grant, "prefix_list_id", null), lookup(grant, "security_group_id", null)]...)}", [])]])) : length([for other in flatten([for grant in values(var.allow_from) : [for protocol in try(grant.protocols, []) : try("${protocol} from ${coalesce([lookup(grant, "ipv4_cidr", null), lookup(grant, "ipv6_cidr", null), lookup(grant, "prefix_list_id", null), lookup(grant, "security_group_id", null)]...)}", [])]]) : other if other == item]) == 1])
    error_message = "[grant-unique] allow_from: got ${join(", ", [for item in distinct(flatten([for grant in values(var.allow_from) : [for protocol in try(grant.protocols, []) : try("${protocol} from ${coalesce([lookup(grant, "ipv4_cidr", null), lookup(grant, "ipv6_cidr", null), lookup(grant, "prefix_list_id", null), lookup(grant, "security_group_id", null)]...)}", [])]])) : item if !(length([for other in flatten([for grant in values(var.allow_from) : [for protocol in try(grant.protocols, []) : try("${protocol} from ${coalesce([lookup(grant, "ipv4_cidr", null), lookup(grant, "ipv6_cidr", null), lookup(grant, "prefix_list_id", null), lookup(grant, "security_group_id", null)]...)}", [])]]) : other if other == item]) == 1)])}; allowed: each protocol once for a peer; remove the protocol from one of the grants to this peer (AWS rejects a second rule of the same kind)"
  }

  validation {
    condition     = alltrue([for name, grant in var.allow_from : length([for peer in [lookup(grant, "ipv4_cidr", null), lookup(grant, "ipv6_cidr", null), lookup(grant, "prefix_list_id", null), lookup(grant, "security_group_id", null)] : true if peer != null]) == 1])
    error_message = "[peer-one] allow_from: got ${join(", ", [for name, grant in var.allow_from : name if !(length([for peer in [lookup(grant, "ipv4_cidr", null), lookup(grant, "ipv6_cidr", null), lookup(grant, "prefix_list_id", null), lookup(grant, "security_group_id", null)] : true if peer != null]) == 1)])}; allowed: one of ipv4_cidr, ipv6_cidr, prefix_list_id and security_group_id; set exactly one of them for each grant (AWS accepts one peer for a rule of a security group)"
  }

  validation {
    condition     = alltrue([for peer in [for grant in values(var.allow_from) : lookup(grant, "ipv4_cidr", null) if lookup(grant, "ipv4_cidr", null) != null] : can(cidrnetmask(peer)) && try(cidrhost(peer, 0) == cidrhost("${split("/", peer)[0]}/32", 0), false)])
    error_message = "[peer-cidr-form] allow_from: got ${join(", ", [for peer in [for grant in values(var.allow_from) : lookup(grant, "ipv4_cidr", null) if lookup(grant, "ipv4_cidr", null) != null] : peer if !(can(cidrnetmask(peer)) && try(cidrhost(peer, 0) == cidrhost("${split("/", peer)[0]}/32", 0), false))])}; allowed: an IPv4 CIDR block such as 10.20.0.0/16; write network address and prefix length (AWS rejects a CIDR block that is malformed, of the other IP version, or has host bits set)"
  }

  validation {
    condition     = alltrue([for peer in [for grant in values(var.allow_from) : lookup(grant, "ipv6_cidr", null) if lookup(grant, "ipv6_cidr", null) != null] : strcontains(peer, ":") && try(cidrhost(peer, 0) == cidrhost("${split("/", peer)[0]}/128", 0), false)])
    error_message = "[peer-cidr-form] allow_from: got ${join(", ", [for peer in [for grant in values(var.allow_from) : lookup(grant, "ipv6_cidr", null) if lookup(grant, "ipv6_cidr", null) != null] : peer if !(strcontains(peer, ":") && try(cidrhost(peer, 0) == cidrhost("${split("/", peer)[0]}/128", 0), false))])}; allowed: an IPv6 CIDR block such as 2001:db8::/32; write network address and prefix length (AWS rejects a CIDR block that is malformed, of the other IP version, or has host bits set)"
  }

  validation {
    condition     = alltrue([for peer in [for grant in values(var.allow_from) : lookup(grant, "prefix_list_id", null) if lookup(grant, "prefix_list_id", null) != null] : can(regex("^pl-[0-9a-f]+$", peer))])
    error_message = "[peer-id-form] allow_from: got ${join(", ", [for peer in [for grant in values(var.allow_from) : lookup(grant, "prefix_list_id", null) if lookup(grant, "prefix_list_id", null) != null] : peer if !(can(regex("^pl-[0-9a-f]+$", peer)))])}; allowed: an id such as pl-0123456789abcdef0; give the id, not the name (AWS rejects an id of another form)"
  }

  validation {
    condition     = alltrue([for peer in [for grant in values(var.allow_from) : lookup(grant, "security_group_id", null) if lookup(grant, "security_group_id", null) != null] : can(regex("^(\\d{12}\\/)?sg-[0-9a-z]+$", peer))])
    error_message = "[peer-id-form] allow_from: got ${join(", ", [for peer in [for grant in values(var.allow_from) : lookup(grant, "security_group_id", null) if lookup(grant, "security_group_id", null) != null] : peer if !(can(regex("^(\\d{12}\\/)?sg-[0-9a-z]+$", peer)))])}; allowed: an id such as sg-0123456789abcdef0, or 123456789012/sg-0123456789abcdef0 for a group of another account; give the id, not the name (AWS rejects an id of another form)"
  }
}

# map(object({ ports = set(number), ipv4_cidr = optional(string), ipv6_cidr = optional(string), prefix_list_id = optional(string), security_group_id = optional(string) }))
variable "allow_to" {
  type        = any
  description = "Where the broker may connect to, under names of your own: TCP ports, such as 636 of an LDAP server, of one of ipv4_cidr, ipv6_cidr, prefix_list_id and security_group_id."
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for found in try(flatten([for name, item in var.allow_to : [for key in try(keys(item), []) : "${name}.${key}" if !contains(["ports", "ipv4_cidr", "ipv6_cidr", "prefix_list_id", "security_group_id"], key)]]), []) : false])
    error_message = "[input-key] allow_to: got ${join(", ", [for found in try(flatten([for name, item in var.allow_to : [for key in try(keys(item), []) : "${name}.${key}" if !contains(["ports", "ipv4_cidr", "ipv6_cidr", "prefix_list_id", "security_group_id"], key)]]), []) : found if !(false)])}; allowed: ports, ipv4_cidr, ipv6_cidr, prefix_list_id, security_group_id; correct the key, or remove it (Terraform drops a key that a type does not have, silently)"
  }

  validation {
    condition     = alltrue([for name, grant in var.allow_to : try(length(grant.ports) > 0, true)])
    error_message = "[grant-protocols] allow_to: got ${join(", ", [for name, grant in var.allow_to : name if !(try(length(grant.ports) > 0, true))])}; allowed: one protocol or more; name the protocols that the peer may use, such as OpenWire (a grant without a protocol opens no port)"
  }

  validation {
    condition     = alltrue([for port in flatten([for grant in values(var.allow_to) : try(tolist(grant.ports), [])]) : try(port >= 1 && port <= 65535 && floor(port) == port, false)])
    error_message = "[grant-port] allow_to: got ${join(", ", [for port in flatten([for grant in values(var.allow_to) : try(tolist(grant.ports), [])]) : port if !(try(port >= 1 && port <= 65535 && floor(port) == port, false))])}; allowed: a whole number from 1 to 65535; give the port on which the peer listens, such as 636 for an LDAP server (AWS rejects a TCP rule whose port is not a number from 1 to 65535)"
  }

  validation {
    condition     = alltrue([for name, grant in var.allow_to : length([for peer in [lookup(grant, "ipv4_cidr", null), lookup(grant, "ipv6_cidr", null), lookup(grant, "prefix_list_id", null), lookup(grant, "security_group_id", null)] : true if peer != null]) == 1])
    error_message = "[peer-one] allow_to: got ${join(", ", [for name, grant in var.allow_to : name if !(length([for peer in [lookup(grant, "ipv4_cidr", null), lookup(grant, "ipv6_cidr", null), lookup(grant, "prefix_list_id", null), lookup(grant, "security_group_id", null)] : true if peer != null]) == 1)])}; allowed: one of ipv4_cidr, ipv6_cidr, prefix_list_id and security_group_id; set exactly one of them for each grant (AWS accepts one peer for a rule of a security group)"
  }

  validation {
    condition     = alltrue([for peer in [for grant in values(var.allow_to) : lookup(grant, "ipv4_cidr", null) if lookup(grant, "ipv4_cidr", null) != null] : can(cidrnetmask(peer)) && try(cidrhost(peer, 0) == cidrhost("${split("/", peer)[0]}/32", 0), false)])
    error_message = "[peer-cidr-form] allow_to: got ${join(", ", [for peer in [for grant in values(var.allow_to) : lookup(grant, "ipv4_cidr", null) if lookup(grant, "ipv4_cidr", null) != null] : peer if !(can(cidrnetmask(peer)) && try(cidrhost(peer, 0) == cidrhost("${split("/", peer)[0]}/32", 0), false))])}; allowed: an IPv4 CIDR block such as 10.20.0.0/16; write network address and prefix length (AWS rejects a CIDR block that is malformed, of the other IP version, or has host bits set)"
  }

  validation {
    condition     = alltrue([for peer in [for grant in values(var.allow_to) : lookup(grant, "ipv6_cidr", null) if lookup(grant, "ipv6_cidr", null) != null] : strcontains(peer, ":") && try(cidrhost(peer, 0) == cidrhost("${split("/", peer)[0]}/128", 0), false)])
    error_message = "[peer-cidr-form] allow_to: got ${join(", ", [for peer in [for grant in values(var.allow_to) : lookup(grant, "ipv6_cidr", null) if lookup(grant, "ipv6_cidr", null) != null] : peer if !(strcontains(peer, ":") && try(cidrhost(peer, 0) == cidrhost("${split("/", peer)[0]}/128", 0), false))])}; allowed: an IPv6 CIDR block such as 2001:db8::/32; write network address and prefix length (AWS rejects a CIDR block that is malformed, of the other IP version, or has host bits set)"
  }

  validation {
    condition     = alltrue([for peer in [for grant in values(var.allow_to) : lookup(grant, "prefix_list_id", null) if lookup(grant, "prefix_list_id", null) != null] : can(regex("^pl-[0-9a-f]+$", peer))])
    error_message = "[peer-id-form] allow_to: got ${join(", ", [for peer in [for grant in values(var.allow_to) : lookup(grant, "prefix_list_id", null) if lookup(grant, "prefix_list_id", null) != null] : peer if !(can(regex("^pl-[0-9a-f]+$", peer)))])}; allowed: an id such as pl-0123456789abcdef0; give the id, not the name (AWS rejects an id of another form)"
  }

  validation {
    condition     = alltrue([for peer in [for grant in values(var.allow_to) : lookup(grant, "security_group_id", null) if lookup(grant, "security_group_id", null) != null] : can(regex("^(\\d{12}\\/)?sg-[0-9a-z]+$", peer))])
    error_message = "[peer-id-form] allow_to: got ${join(", ", [for peer in [for grant in values(var.allow_to) : lookup(grant, "security_group_id", null) if lookup(grant, "security_group_id", null) != null] : peer if !(can(regex("^(\\d{12}\\/)?sg-[0-9a-z]+$", peer)))])}; allowed: an id such as sg-0123456789abcdef0, or 123456789012/sg-0123456789abcdef0 for a group of another account; give the id, not the name (AWS rejects an id of another form)"
  }
}

variable "apply_immediately" {
  type        = bool
  description = "Whether a change that needs a reboot reboots the broker in the apply. Otherwise it waits for the maintenance window, and every plan until then shows it again."
  default     = false
  nullable    = false
}

variable "auto_minor_version_upgrade" {
  type        = bool
  description = "Whether Amazon MQ upgrades minor versions in the maintenance window. It must be true from ActiveMQ 5.18 on."
  default     = true
  nullable    = false
}

variable "availability_zones" {
  type        = list(string)
  description = "Zones of the subnets that are made, one for each instance. Left out, the first by name that are available and offer the instance type; chosen when the subnets are created, and kept."
  default     = null

  validation {
    condition     = alltrue([for item in distinct(coalesce(var.availability_zones, [])) : length([for other in coalesce(var.availability_zones, []) : other if other == item]) == 1])
    error_message = "[zone-unique] availability_zones: got ${join(", ", [for item in distinct(coalesce(var.availability_zones, [])) : item if !(length([for other in coalesce(var.availability_zones, []) : other if other == item]) == 1)])}; allowed: each Availability Zone once; name another Availability Zone of the Region (Amazon MQ rejects an active/standby broker whose subnets are in one Availability Zone)"
  }
}

variable "broker_name" {
  type        = string
  description = "Name of the broker: 1 to 50 letters, digits, hyphens and underscores. A change replaces the broker."
  nullable    = false

  validation {
    condition     = length(var.broker_name) >= 1 && length(var.broker_name) <= 50 && can(regex("^[0-9A-Za-z_-]+$", var.broker_name))
    error_message = "[broker-name-form] broker_name: got ${var.broker_name}; allowed: 1 to 50 letters, digits, hyphens and underscores; choose a name of this form (Amazon MQ and the provider reject the name; changing it later replaces the broker)"
  }
}

variable "configuration" {
  type        = object({ id = string, revision = number })
  description = "A configuration that exists, and the revision that the broker gets, such as one that several brokers share. Left out, the module makes one of `document`."
  default     = null

  validation {
    condition     = alltrue([for id in var.configuration[*].id : can(regex("^c-[0-9a-z-]+$", id))])
    error_message = "[configuration-id-form] configuration: got ${join(", ", [for id in var.configuration[*].id : id if !(can(regex("^c-[0-9a-z-]+$", id)))])}; allowed: an id such as c-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f; give the id of the configuration, not its name (Amazon MQ has no configuration with another id, such as its name)"
  }

  validation {
    condition     = alltrue([for revision in var.configuration[*].revision : revision >= 1 && floor(revision) == revision])
    error_message = "[configuration-revision] configuration: got ${join(", ", [for revision in var.configuration[*].revision : revision if !(revision >= 1 && floor(revision) == revision)])}; allowed: a whole number from 1; give the number of the revision the broker is to have (revisions count from 1, and the provider does not send 0: the broker would get the latest)"
  }
}

variable "configuration_description" {
  type        = string
  description = "Description of the configuration that is made."
  default     = null
}

variable "configuration_name" {
  type        = string
  description = "Name of the configuration that is made. Left out, BROKER-ENGINEVERSION-SUFFIX, with a suffix that lets you destroy and apply again. A change takes effect with the next engine version, which needs another name."
  default     = null

  validation {
    condition     = alltrue([for name in var.configuration_name[*] : length(name) >= 1 && length(name) <= 150 && can(regex("^[0-9A-Za-z._~-]+$", name))])
    error_message = "[configuration-name-form] configuration_name: got ${join(", ", [for name in var.configuration_name[*] : name if !(length(name) >= 1 && length(name) <= 150 && can(regex("^[0-9A-Za-z._~-]+$", name)))])}; allowed: 1 to 150 letters, digits, hyphens, periods, underscores and tildes; choose a name of this form (Amazon MQ rejects the name at apply; the provider does not check it)"
  }
}

variable "deletion_protection" {
  type        = bool
  description = "Whether Terraform fails to destroy or replace the broker. Left out, an active/standby broker is protected and a single instance is not. See “Deletion protection”."
  default     = null
}

variable "deployment_mode" {
  type        = string
  description = "ACTIVE_STANDBY_MULTI_AZ for two instances in two zones on one store, or SINGLE_INSTANCE. A change replaces the broker."
  default     = "ACTIVE_STANDBY_MULTI_AZ"
  nullable    = false

  validation {
    condition     = contains(["SINGLE_INSTANCE", "ACTIVE_STANDBY_MULTI_AZ"], var.deployment_mode)
    error_message = "[deployment-mode] deployment_mode: got ${var.deployment_mode}; allowed: SINGLE_INSTANCE or ACTIVE_STANDBY_MULTI_AZ; write \"ACTIVE_STANDBY_MULTI_AZ\" (Amazon MQ has no other deployment mode for the engine)"
  }
}

variable "document" {
  type        = string
  description = "The ActiveMQ XML of the configuration, in the form Amazon MQ stores; `cdktf-amazon-mq format` writes it so, `cdktf-amazon-mq check` finds more mistakes than Terraform can. A change makes a new revision. Left out, every queue and topic is kept."
  default     = null
}

variable "engine_version" {
  type        = string
  description = "Version of ActiveMQ, as major.minor. A change reboots the broker, or waits for its maintenance window; Amazon MQ rejects a downgrade."
  default     = "5.19"
  nullable    = false

  validation {
    condition     = can(regex("^\\d+\\.\\d+$", var.engine_version))
    error_message = "[engine-version-form] engine_version: got ${var.engine_version}; allowed: 5.19, 5.18, or a newer major.minor; write major and minor, such as \"5.19\" (Amazon MQ accepts major and minor only and chooses the patch itself: \"Broker engine version [5.18.7] is invalid\")"
  }
}

variable "instance_type" {
  type        = string
  description = "Size of the instances. A change reboots the broker, or waits for its maintenance window."
  default     = "mq.m5.large"
  nullable    = false

  validation {
    condition     = can(regex("^mq\\.[a-z0-9-]+\\.[a-z0-9]+$", var.instance_type))
    error_message = "[instance-type-form] instance_type: got ${var.instance_type}; allowed: mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or a newer type; write \"mq.m5.large\" (Amazon MQ has no such instance type; the provider does not check it)"
  }
}

variable "kms_key_arn" {
  type        = string
  description = "ARN of the key that encrypts what the broker stores. Left out, a key that AWS owns. A change replaces the broker."
  default     = null

  validation {
    condition     = alltrue([for arn in var.kms_key_arn[*] : can(regex("^arn:[\\w-]+:kms:[\\w-]+:\\d{12}:key\\/[\\w-]+$", arn))])
    error_message = "[encryption-key-arn] kms_key_arn: got ${join(", ", [for arn in var.kms_key_arn[*] : arn if !(can(regex("^arn:[\\w-]+:kms:[\\w-]+:\\d{12}:key\\/[\\w-]+$", arn)))])}; allowed: arn:aws:kms:REGION:ACCOUNT:key/ID; give the ARN of the key, not its id or alias (the provider rejects a key id or alias: it needs the ARN of the key)"
  }
}

# object({ hosts = list(string), role_base = string, role_name = optional(string), role_search_matching = string, role_search_subtree = optional(bool, false), service_account_username = string, service_account_secret = object({ id = string, field = optional(string) }), user_base = string, user_role_name = optional(string), user_search_matching = string, user_search_subtree = optional(bool, false) })
variable "ldap" {
  type        = any
  description = "An LDAP directory that authenticates users and knows their groups: one or two hosts, where users and roles are, and the account that searches, with its password in a secret of Secrets Manager. Allow the way there with `allow_to`. To add or remove the directory replaces the broker."
  default     = null

  validation {
    condition     = alltrue([for found in concat([for key in try(keys(var.ldap), []) : key if !contains(["hosts", "role_base", "role_name", "role_search_matching", "role_search_subtree", "service_account_username", "service_account_secret", "user_base", "user_role_name", "user_search_matching", "user_search_subtree"], key)], [for key in try(keys(var.ldap.service_account_secret), []) : "service_account_secret.${key}" if !contains(["id", "field"], key)]) : false])
    error_message = "[input-key] ldap: got ${join(", ", [for found in concat([for key in try(keys(var.ldap), []) : key if !contains(["hosts", "role_base", "role_name", "role_search_matching", "role_search_subtree", "service_account_username", "service_account_secret", "user_base", "user_role_name", "user_search_matching", "user_search_subtree"], key)], [for key in try(keys(var.ldap.service_account_secret), []) : "service_account_secret.${key}" if !contains(["id", "field"], key)]) : found if !(false)])}; allowed: hosts, role_base, role_name, role_search_matching, role_search_subtree, service_account_username, service_account_secret, user_base, user_role_name, user_search_matching, user_search_subtree; in service_account_secret id, field; correct the key, or remove it (Terraform drops a key that a type does not have, silently)"
  }

  validation {
    condition     = alltrue([for hosts in var.ldap[*].hosts : length(hosts) >= 1 && length(hosts) <= 2])
    error_message = "[ldap-host-count] ldap: got ${join(", ", [for hosts in var.ldap[*].hosts : length(hosts) if !(length(hosts) >= 1 && length(hosts) <= 2)])}; allowed: 1 or 2 hosts; give the LDAP server and at most one to fail over to (Amazon MQ accepts one LDAP server and one to fail over to)"
  }

  validation {
    condition     = alltrue([for host in try(var.ldap.hosts, []) : length(host) <= 253 && can(regex("^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?[.])+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$", host))])
    error_message = "[ldap-host-form] ldap: got ${join(", ", [for host in try(var.ldap.hosts, []) : host if !(length(host) <= 253 && can(regex("^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?[.])+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$", host)))])}; allowed: a name such as ldap.example.com, without scheme and port; write the fully qualified name only, without ldaps:// and :636 (Amazon MQ accepts a fully qualified name only, and always connects by LDAPS to port 636)"
  }

  validation {
    condition     = alltrue([for name in ["role_base", "role_search_matching", "service_account_username", "user_base", "user_search_matching"] : try(trimspace(var.ldap[name]) != "", true)])
    error_message = "[ldap-field-blank] ldap: got ${join(", ", [for name in ["role_base", "role_search_matching", "service_account_username", "user_base", "user_search_matching"] : name if !(try(trimspace(var.ldap[name]) != "", true))])}; allowed: a distinguished name, or a filter such as (uid={0}); write what the directory uses (Amazon MQ requires the field: without it, no user or group is found)"
  }
}

# object({ general = optional(bool, true), audit = optional(bool, true), resource_policy = optional(bool, true) })
variable "logs" {
  type        = any
  description = "Logs to CloudWatch Logs, and the resource policy without which nothing is written. Switch the policy off where the account and region has one already: one serves all brokers, and AWS allows ten."
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for found in [for key in try(keys(var.logs), []) : key if !contains(["general", "audit", "resource_policy"], key)] : false])
    error_message = "[input-key] logs: got ${join(", ", [for found in [for key in try(keys(var.logs), []) : key if !contains(["general", "audit", "resource_policy"], key)] : found if !(false)])}; allowed: general, audit, resource_policy; correct the key, or remove it (Terraform drops a key that a type does not have, silently)"
  }
}

# object({ day_of_week = string, time_of_day = string, time_zone = optional(string, "UTC") })
variable "maintenance_window" {
  type        = any
  description = "When Amazon MQ may reboot the broker. Left out, Amazon MQ chooses."
  default     = null

  validation {
    condition     = alltrue([for found in [for key in try(keys(var.maintenance_window), []) : key if !contains(["day_of_week", "time_of_day", "time_zone"], key)] : false])
    error_message = "[input-key] maintenance_window: got ${join(", ", [for found in [for key in try(keys(var.maintenance_window), []) : key if !contains(["day_of_week", "time_of_day", "time_zone"], key)] : found if !(false)])}; allowed: day_of_week, time_of_day, time_zone; correct the key, or remove it (Terraform drops a key that a type does not have, silently)"
  }

  validation {
    condition     = alltrue([for window in var.maintenance_window[*] : contains(["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"], window.day_of_week)])
    error_message = "[maintenance-window-day] maintenance_window: got ${join(", ", [for window in var.maintenance_window[*] : window.day_of_week if !(contains(["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"], window.day_of_week))])}; allowed: MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY; write \"SUNDAY\" (Amazon MQ rejects every other spelling of the day; the provider accepts other letter cases)"
  }

  validation {
    condition     = alltrue([for window in var.maintenance_window[*] : can(regex("^([01]\\d|2[0-3]):[0-5]\\d$", window.time_of_day))])
    error_message = "[maintenance-window-time] maintenance_window: got ${join(", ", [for window in var.maintenance_window[*] : window.time_of_day if !(can(regex("^([01]\\d|2[0-3]):[0-5]\\d$", window.time_of_day)))])}; allowed: 00:00 to 23:59; write two digits for hours and minutes, as in \"03:30\" (Amazon MQ rejects the time: \"Specify time in 24-hour format\"; the provider does not check it)"
  }

  validation {
    condition     = alltrue([for zone in [for window in var.maintenance_window[*] : window.time_zone if can(window.time_zone)] : can(regex("^(UTC|[A-Z][A-Za-z_]+(\\/[A-Za-z0-9_+-]+){1,2}|[+-]([01]\\d|2[0-3]):[0-5]\\d)$", zone))])
    error_message = "[maintenance-window-zone] maintenance_window: got ${join(", ", [for zone in [for window in var.maintenance_window[*] : window.time_zone if can(window.time_zone)] : zone if !(can(regex("^(UTC|[A-Z][A-Za-z_]+(\\/[A-Za-z0-9_+-]+){1,2}|[+-]([01]\\d|2[0-3]):[0-5]\\d)$", zone)))])}; allowed: UTC, Country/City as in \"Asia/Seoul\", or an offset as in \"+09:00\"; write \"UTC\", or the city of your time zone (Amazon MQ rejects other time zones; the provider does not check them)"
  }
}

variable "network" {
  type        = object({ vpc_id = string, subnet_ids = list(string) })
  description = "VPC and subnets that exist: one subnet for a single instance, two of two zones for active/standby. Left out, a VPC is made. A change of the subnets replaces the broker."
  default     = null

  validation {
    condition     = alltrue([for id in var.network[*].vpc_id : can(regex("^vpc-[0-9a-z]+$", id))])
    error_message = "[vpc-id-form] network: got ${join(", ", [for id in var.network[*].vpc_id : id if !(can(regex("^vpc-[0-9a-z]+$", id)))])}; allowed: an id such as vpc-0123456789abcdef0; give the id of the VPC, not its name (AWS has no VPC with another id)"
  }

  validation {
    condition     = alltrue([for id in try(var.network.subnet_ids, []) : can(regex("^subnet-[0-9a-z]+$", id))])
    error_message = "[subnet-id-form] network: got ${join(", ", [for id in try(var.network.subnet_ids, []) : id if !(can(regex("^subnet-[0-9a-z]+$", id)))])}; allowed: an id such as subnet-0123456789abcdef0; give the id of the subnet, not its name (AWS has no subnet with another id, and a missing id leaves the broker in the default VPC)"
  }

  validation {
    condition     = alltrue([for item in distinct(try(var.network.subnet_ids, [])) : length([for other in try(var.network.subnet_ids, []) : other if other == item]) == 1])
    error_message = "[subnet-unique] network: got ${join(", ", [for item in distinct(try(var.network.subnet_ids, [])) : item if !(length([for other in try(var.network.subnet_ids, []) : other if other == item]) == 1)])}; allowed: each subnet once; give a subnet of another Availability Zone (subnets are a set, so Terraform drops the duplicate and one subnet is left)"
  }
}

# object({ connectors = optional(map(list(string)), {}), ttl = optional(number, 1), username = optional(string, "network"), group = optional(string, "network"), secret = optional(object({ id = string, field = optional(string) })), replay_delay = optional(number, 1000), expire_messages_period = optional(number, 1000) })
variable "network_of_brokers" {
  type        = any
  description = "Makes the broker a member of a network of brokers: a policy by which messages follow their consumers, and a user `username` in `group`, with the password in `secret` or a generated one. `connectors` has the OpenWire URLs of the members that this one connects to, by an id of each; `ttl` is the most hops between two members. See “Network of brokers”."
  default     = null

  validation {
    condition     = alltrue([for found in concat([for key in try(keys(var.network_of_brokers), []) : key if !contains(["connectors", "ttl", "username", "group", "secret", "replay_delay", "expire_messages_period"], key)], [for key in try(keys(var.network_of_brokers.secret), []) : "secret.${key}" if !contains(["id", "field"], key)]) : false])
    error_message = "[input-key] network_of_brokers: got ${join(", ", [for found in concat([for key in try(keys(var.network_of_brokers), []) : key if !contains(["connectors", "ttl", "username", "group", "secret", "replay_delay", "expire_messages_period"], key)], [for key in try(keys(var.network_of_brokers.secret), []) : "secret.${key}" if !contains(["id", "field"], key)]) : found if !(false)])}; allowed: connectors, ttl, username, group, secret, replay_delay, expire_messages_period; in secret id, field; correct the key, or remove it (Terraform drops a key that a type does not have, silently)"
  }

  validation {
    condition     = alltrue([for id in try(keys(var.network_of_brokers.connectors), []) : can(regex("^[\\w.-]{1,50}$", id)) && !strcontains(id, "-to-")])
    error_message = "[network-member-id] network_of_brokers: got ${join(", ", [for id in try(keys(var.network_of_brokers.connectors), []) : id if !(can(regex("^[\\w.-]{1,50}$", id)) && !strcontains(id, "-to-"))])}; allowed: 1 to 50 letters, digits, hyphens, periods and underscores, without \"-to-\"; write a short name that never changes (connectors are named after the ids of their members, such as a-to-b-queues, and each name must be unique)"
  }

  validation {
    condition     = alltrue([for ttl in [for member in var.network_of_brokers[*] : lookup(member, "ttl", null)] : ttl == null || try(ttl >= 1 && floor(ttl) == ttl, false)])
    error_message = "[network-ttl] network_of_brokers: got ${join(", ", [for ttl in [for member in var.network_of_brokers[*] : lookup(member, "ttl", null)] : ttl if !(ttl == null || try(ttl >= 1 && floor(ttl) == ttl, false))])}; allowed: a whole number from 1, the most hops between two members; count the hops between the two members that are farthest apart (ttl counts the hops that a message of a topic and the demand of a consumer pass: farther members get nothing)"
  }

  validation {
    condition     = alltrue([for value in [for member in var.network_of_brokers[*] : lookup(member, "replay_delay", null)] : value == null || try(value >= 1000 && value <= 60000 && floor(value) == value, false)])
    error_message = "[network-replay-delay] network_of_brokers: got ${join(", ", [for value in [for member in var.network_of_brokers[*] : lookup(member, "replay_delay", null)] : value if !(value == null || try(value >= 1000 && value <= 60000 && floor(value) == value, false))])}; allowed: a whole number of milliseconds from 1000 to 60000; leave it out (a message that returns to a broker before the broker removed it is taken for a duplicate, and both copies are lost)"
  }

  validation {
    condition     = alltrue([for value in [for member in var.network_of_brokers[*] : lookup(member, "expire_messages_period", null)] : value == null || try(value >= 1000 && value <= 30000 && floor(value) == value, false)])
    error_message = "[network-expire-messages-period] network_of_brokers: got ${join(", ", [for value in [for member in var.network_of_brokers[*] : lookup(member, "expire_messages_period", null)] : value if !(value == null || try(value >= 1000 && value <= 30000 && floor(value) == value, false))])}; allowed: a whole number of milliseconds from 1000 to 30000; leave it out (a broker looks at delayed messages of an idle queue only when it looks for expired ones; each time it goes through all queues)"
  }

  validation {
    condition     = alltrue([for name in [for member in var.network_of_brokers[*] : member.username if lookup(member, "username", null) != null] : length(name) >= 2 && length(name) <= 100 && can(regex("^[0-9A-Za-z._~-]+$", name))])
    error_message = "[username-form] network_of_brokers: got ${join(", ", [for name in [for member in var.network_of_brokers[*] : member.username if lookup(member, "username", null) != null] : name if !(length(name) >= 2 && length(name) <= 100 && can(regex("^[0-9A-Za-z._~-]+$", name)))])}; allowed: 2 to 100 letters, digits, hyphens, periods, underscores and tildes; choose a name of this form (Amazon MQ rejects the user; the provider checks the length only)"
  }

  validation {
    condition     = alltrue([for name in [for member in var.network_of_brokers[*] : member.group if lookup(member, "group", null) != null] : length(name) >= 2 && length(name) <= 100 && can(regex("^[0-9A-Za-z._~-]+$", name))])
    error_message = "[group-form] network_of_brokers: got ${join(", ", [for name in [for member in var.network_of_brokers[*] : member.group if lookup(member, "group", null) != null] : name if !(length(name) >= 2 && length(name) <= 100 && can(regex("^[0-9A-Za-z._~-]+$", name)))])}; allowed: 2 to 100 letters, digits, hyphens, periods, underscores and tildes; choose a name of this form (Amazon MQ rejects the user; the provider checks the length only)"
  }

  validation {
    condition     = alltrue([for id in [for member in var.network_of_brokers[*] : member.secret.id if try(member.secret.id, null) != null] : can(regex("^(arn:[\\w-]+:secretsmanager:[\\w-]+:\\d{12}:secret:)?[0-9A-Za-z/_+=.@-]{1,512}$", id))])
    error_message = "[secret-id-form] network_of_brokers: got ${join(", ", [for id in [for member in var.network_of_brokers[*] : member.secret.id if try(member.secret.id, null) != null] : id if !(can(regex("^(arn:[\\w-]+:secretsmanager:[\\w-]+:\\d{12}:secret:)?[0-9A-Za-z/_+=.@-]{1,512}$", id)))])}; allowed: an ARN, or 1 to 512 letters, digits and / _ + = . @ -; give the name or the ARN of the secret (Secrets Manager has no secret with such a name or ARN)"
  }
}

variable "parameter_path" {
  type        = string
  description = "Path of SSM parameters for client stacks: failover URLs, URLs by protocol and the id of the security group, such as /messaging/orders. Left out, none are made."
  default     = null

  validation {
    condition     = alltrue([for path in var.parameter_path[*] : can(regex("^(\\/[\\w.-]+)+$", path)) && !startswith(lower(path), "/aws") && !startswith(lower(path), "/ssm") && length(split("/", path)) - 1 <= 13])
    error_message = "[parameter-path-form] parameter_path: got ${join(", ", [for path in var.parameter_path[*] : path if !(can(regex("^(\\/[\\w.-]+)+$", path)) && !startswith(lower(path), "/aws") && !startswith(lower(path), "/ssm") && length(split("/", path)) - 1 <= 13)])}; allowed: 1 to 13 parts of letters, digits, hyphens, periods and underscores, each after a slash; the first not beginning with aws or ssm; write a path such as \"/messaging/orders\", without a slash at its end (Parameter Store rejects other forms, more than 15 levels, and names that begin with aws or ssm)"
  }
}

variable "parameter_user" {
  type        = string
  description = "User whose secret ARN is a parameter as well, below `parameter_path`."
  default     = null
}

variable "passwords" {
  type        = map(string)
  description = "Passwords by user name, for users whose password is neither generated nor in a secret. They are in the state, like every password that the provider sends."
  default     = {}
  nullable    = false
  sensitive   = true

  validation {
    condition     = alltrue([for name, password in var.passwords : length(password) >= 12 && length(password) <= 250 && length(distinct(split("", password))) >= 4 && !can(regex("[,:=]", password))])
    error_message = "[password-form] passwords: got ${try(nonsensitive(join(", ", [for name, password in var.passwords : "the password of ${name}" if !(length(password) >= 12 && length(password) <= 250 && length(distinct(split("", password))) >= 4 && !can(regex("[,:=]", password)))])), join(", ", [for name, password in var.passwords : "the password of ${name}" if !(length(password) >= 12 && length(password) <= 250 && length(distinct(split("", password))) >= 4 && !can(regex("[,:=]", password)))]))}; allowed: 12 to 250 characters, 4 of them different, without comma, colon or equals sign; change the password (Amazon MQ rejects the user; the provider checks length, different characters and commas only)"
  }
}

variable "publicly_accessible" {
  type        = bool
  description = "Whether the broker has public addresses. Its security group still decides who reaches it. A change replaces the broker."
  default     = false
  nullable    = false
}

variable "secret_kms_key_arn" {
  type        = string
  description = "ARN of the key that encrypts the secrets with generated passwords. Left out, the key aws/secretsmanager of your account."
  default     = null

  validation {
    condition     = alltrue([for arn in var.secret_kms_key_arn[*] : can(regex("^arn:[\\w-]+:kms:[\\w-]+:\\d{12}:key\\/[\\w-]+$", arn))])
    error_message = "[encryption-key-arn] secret_kms_key_arn: got ${join(", ", [for arn in var.secret_kms_key_arn[*] : arn if !(can(regex("^arn:[\\w-]+:kms:[\\w-]+:\\d{12}:key\\/[\\w-]+$", arn)))])}; allowed: arn:aws:kms:REGION:ACCOUNT:key/ID; give the ARN of the key, not its id or alias (the provider rejects a key id or alias: it needs the ARN of the key)"
  }
}

variable "secret_recovery_window_in_days" {
  type        = number
  description = "Days that a deleted secret with a generated password can be restored: 7 to 30, or 0 to delete it at once."
  default     = 30
  nullable    = false

  validation {
    condition     = contains(concat([0], range(7, 31)), var.secret_recovery_window_in_days)
    error_message = "[secret-recovery-window] secret_recovery_window_in_days: got ${var.secret_recovery_window_in_days}; allowed: 0, or 7 to 30 days; set it to one of these, or remove it for 30 days (Secrets Manager keeps a deleted secret for 7 to 30 days, or deletes it at once with 0; the provider rejects everything else)"
  }
}

variable "security_group" {
  type        = object({ id = string })
  description = "A security group that exists, in the VPC of the broker. It takes the rules of `allow_from` and `allow_to`. Left out, the module makes one."
  default     = null

  validation {
    condition     = alltrue([for id in var.security_group[*].id : can(regex("^sg-[0-9a-z]+$", id))])
    error_message = "[security-group-id-form] security_group: got ${join(", ", [for id in var.security_group[*].id : id if !(can(regex("^sg-[0-9a-z]+$", id)))])}; allowed: an id such as sg-0123456789abcdef0; give the id of the security group, not its name (AWS has no security group with another id, and a broker takes none of another account)"
  }
}

variable "storage_type" {
  type        = string
  description = "EFS, kept in several zones, or EBS, for throughput: on mq.m5 and a single instance only. It stays what it was when the broker was created."
  default     = "EFS"
  nullable    = false

  validation {
    condition     = contains(["EFS", "EBS"], var.storage_type)
    error_message = "[storage-type] storage_type: got ${var.storage_type}; allowed: EFS or EBS; set it to EFS (Amazon MQ has no other storage)"
  }
}

variable "tags" {
  type        = map(string)
  description = "Tags of everything that is made, beside Name."
  default     = {}
  nullable    = false

  validation {
    condition     = length(merge({ Name = "" }, var.tags)) <= 50
    error_message = "[tag-count] tags: got ${length(merge({ Name = "" }, var.tags))}; allowed: at most 50 tags on a resource; remove some; default tags of the provider and an added tag Name count as well (AWS rejects a resource with more than 50 tags)"
  }

  validation {
    condition     = alltrue([for key, value in var.tags : length(key) >= 1 && length(key) <= 128 && length(value) <= 256 && !startswith(lower(key), "aws:") && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", key)) && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", value))])
    error_message = "[tag-form] tags: got ${join(", ", [for key, value in var.tags : key if !(length(key) >= 1 && length(key) <= 128 && length(value) <= 256 && !startswith(lower(key), "aws:") && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", key)) && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", value)))])}; allowed: keys of 1 to 128 letters, digits, spaces and _ . : / = + - @, not beginning with aws:, values of at most 256 letters, digits, spaces and _ . : / = + - @; rename the tag, or shorten or change its value (AWS rejects a tag whose key or value is too long, has other characters, or uses the prefix that AWS reserves)"
  }
}

# object({ create = optional(string), update = optional(string), delete = optional(string) })
variable "timeouts" {
  type        = any
  description = "How long Terraform waits for Amazon MQ, as in 45m; 30 minutes by the provider."
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for found in [for key in try(keys(var.timeouts), []) : key if !contains(["create", "update", "delete"], key)] : false])
    error_message = "[input-key] timeouts: got ${join(", ", [for found in [for key in try(keys(var.timeouts), []) : key if !contains(["create", "update", "delete"], key)] : found if !(false)])}; allowed: create, update, delete; correct the key, or remove it (Terraform drops a key that a type does not have, silently)"
  }

  validation {
    condition     = alltrue([for timeout in [for timeout in values(var.timeouts) : timeout if timeout != null] : can(regex("^(\\d+(\\.\\d+)?(h|m|s|ms|us|µs|ns))+$", timeout))])
    error_message = "[timeout-form] timeouts: got ${join(", ", [for timeout in [for timeout in values(var.timeouts) : timeout if timeout != null] : timeout if !(can(regex("^(\\d+(\\.\\d+)?(h|m|s|ms|us|µs|ns))+$", timeout)))])}; allowed: numbers with h, m or s, as in \"45m\"; write the unit after the number, as in \"45m\" (the provider rejects a timeout that is not a duration in the notation of Go)"
  }
}

variable "use_aws_owned_key" {
  type        = bool
  description = "Whether a key that AWS owns encrypts what the broker stores. With false and without `kms_key_arn`, the key aws/mq of your account. A change replaces the broker."
  default     = true
  nullable    = false
}

# map(object({ console_access = optional(bool, false), groups = optional(set(string), []), replication_user = optional(bool, false), secret = optional(object({ id = string, field = optional(string) })), secret_name = optional(string) }))
variable "users" {
  type        = any
  description = "Users by name, 1 to 250. A password is in `passwords`, or in the Secrets Manager secret named by `secret` (whole, or in a field of its JSON), or is generated and kept in a secret of its own, named `secret_name` if given. A change reboots the broker, or waits for its maintenance window."
  default     = { admin = { console_access = true } }
  nullable    = false

  validation {
    condition     = alltrue([for found in try(flatten([for name, item in var.users : concat([for key in try(keys(item), []) : "${name}.${key}" if !contains(["console_access", "groups", "replication_user", "secret", "secret_name"], key)], [for key in try(keys(item.secret), []) : "${name}.secret.${key}" if !contains(["id", "field"], key)])]), []) : false])
    error_message = "[input-key] users: got ${join(", ", [for found in try(flatten([for name, item in var.users : concat([for key in try(keys(item), []) : "${name}.${key}" if !contains(["console_access", "groups", "replication_user", "secret", "secret_name"], key)], [for key in try(keys(item.secret), []) : "${name}.secret.${key}" if !contains(["id", "field"], key)])]), []) : found if !(false)])}; allowed: console_access, groups, replication_user, secret, secret_name; in secret id, field; correct the key, or remove it (Terraform drops a key that a type does not have, silently)"
  }

  validation {
    condition     = length(var.users) > 0
    error_message = "[user-required] users: got ${length(var.users)}; allowed: 1 to 250 users; add a user (the provider needs a user block, even with LDAP)"
  }

  validation {
    condition     = alltrue([for name in keys(var.users) : length(name) >= 2 && length(name) <= 100 && can(regex("^[0-9A-Za-z._~-]+$", name))])
    error_message = "[username-form] users: got ${join(", ", [for name in keys(var.users) : name if !(length(name) >= 2 && length(name) <= 100 && can(regex("^[0-9A-Za-z._~-]+$", name)))])}; allowed: 2 to 100 letters, digits, hyphens, periods, underscores and tildes; choose a name of this form (Amazon MQ rejects the user; the provider checks the length only)"
  }

  validation {
    condition     = alltrue([for name in flatten([for user in values(var.users) : try(tolist(user.groups), [])]) : length(name) >= 2 && length(name) <= 100 && can(regex("^[0-9A-Za-z._~-]+$", name))])
    error_message = "[group-form] users: got ${join(", ", [for name in flatten([for user in values(var.users) : try(tolist(user.groups), [])]) : name if !(length(name) >= 2 && length(name) <= 100 && can(regex("^[0-9A-Za-z._~-]+$", name)))])}; allowed: 2 to 100 letters, digits, hyphens, periods, underscores and tildes; choose a name of this form (Amazon MQ rejects the user; the provider checks the length only)"
  }

  validation {
    condition     = alltrue([for name in [for user in values(var.users) : user.secret_name if lookup(user, "secret_name", null) != null] : length(name) >= 1 && length(name) <= 512 && can(regex("^[0-9A-Za-z/_+=.@-]+$", name))])
    error_message = "[secret-name-form] users: got ${join(", ", [for name in [for user in values(var.users) : user.secret_name if lookup(user, "secret_name", null) != null] : name if !(length(name) >= 1 && length(name) <= 512 && can(regex("^[0-9A-Za-z/_+=.@-]+$", name)))])}; allowed: 1 to 512 letters, digits and / _ + = . @ -; choose a name of this form (Secrets Manager and the provider reject the name)"
  }

  validation {
    condition     = alltrue([for id in [for user in values(var.users) : user.secret.id if try(user.secret.id, null) != null] : can(regex("^(arn:[\\w-]+:secretsmanager:[\\w-]+:\\d{12}:secret:)?[0-9A-Za-z/_+=.@-]{1,512}$", id))])
    error_message = "[secret-id-form] users: got ${join(", ", [for id in [for user in values(var.users) : user.secret.id if try(user.secret.id, null) != null] : id if !(can(regex("^(arn:[\\w-]+:secretsmanager:[\\w-]+:\\d{12}:secret:)?[0-9A-Za-z/_+=.@-]{1,512}$", id)))])}; allowed: an ARN, or 1 to 512 letters, digits and / _ + = . @ -; give the name or the ARN of the secret (Secrets Manager has no secret with such a name or ARN)"
  }

  validation {
    condition     = alltrue([for name, user in var.users : !try(user.replication_user && user.console_access, false)])
    error_message = "[replication-user-console] console_access of users: got ${join(", ", [for name, user in var.users : "true for ${name}" if !(!try(user.replication_user && user.console_access, false))])}; allowed: false for a replication user; set it to false, and give the console to another user (Amazon MQ rejects it: \"Replication user couldn't have console access\")"
  }
}

variable "vpc_cidr" {
  type        = string
  description = "Range of the VPC that is made: an IPv4 network of /16 to /28. Each subnet takes a quarter of it, at least a /28."
  default     = "10.0.0.0/24"
  nullable    = false

  validation {
    condition     = can(cidrnetmask(var.vpc_cidr)) && try(cidrhost(var.vpc_cidr, 0) == cidrhost("${split("/", var.vpc_cidr)[0]}/32", 0), false)
    error_message = "[vpc-cidr-form] vpc_cidr: got ${var.vpc_cidr}; allowed: an IPv4 CIDR block such as 10.0.0.0/24; write network address and prefix length (AWS rejects a VPC whose CIDR block is not IPv4; where it has host bits, AWS keeps another block than you wrote)"
  }

  validation {
    condition     = try(tonumber(split("/", var.vpc_cidr)[1]) >= 16 && tonumber(split("/", var.vpc_cidr)[1]) <= 28, true)
    error_message = "[vpc-cidr-size] vpc_cidr: got ${var.vpc_cidr}; allowed: /16 to /28; choose another prefix length (AWS rejects a VPC larger than /16 or smaller than /28)"
  }
}
