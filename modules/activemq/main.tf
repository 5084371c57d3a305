# Made by tools/generate-module.ts from the constructs: change those, then npm run generate:module.

# Broker
#
# The broker of either deployment mode. Its preconditions stop a plan that Amazon MQ would reject at apply, after
# everything else exists.

locals {
  instances = var.deployment_mode == "ACTIVE_STANDBY_MULTI_AZ" ? 2 : 1
}

resource "aws_mq_broker" "this" {
  apply_immediately          = var.apply_immediately
  authentication_strategy    = local.authentication_strategy
  auto_minor_version_upgrade = var.auto_minor_version_upgrade
  broker_name                = var.broker_name
  deployment_mode            = var.deployment_mode
  engine_type                = "ActiveMQ"
  engine_version             = var.engine_version
  host_instance_type         = var.instance_type
  publicly_accessible        = var.publicly_accessible
  security_groups            = concat([local.security_group_id], var.additional_security_group_ids)
  storage_type               = lower(var.storage_type)
  subnet_ids                 = local.subnet_ids
  tags                       = merge({ Name = var.broker_name }, var.tags)

  configuration {
    id       = local.configuration_id
    revision = local.configuration_revision
  }

  dynamic "ldap_server_metadata" {
    for_each = module.inputs.ldap[*]

    content {
      hosts                    = ldap_server_metadata.value.hosts
      role_base                = ldap_server_metadata.value.role_base
      role_name                = ldap_server_metadata.value.role_name
      role_search_matching     = ldap_server_metadata.value.role_search_matching
      role_search_subtree      = ldap_server_metadata.value.role_search_subtree
      service_account_password = ldap_server_metadata.value.service_account_secret.field == null ? data.aws_secretsmanager_secret_version.ldap[0].secret_string : jsondecode(data.aws_secretsmanager_secret_version.ldap[0].secret_string)[ldap_server_metadata.value.service_account_secret.field]
      service_account_username = ldap_server_metadata.value.service_account_username
      user_base                = ldap_server_metadata.value.user_base
      user_role_name           = ldap_server_metadata.value.user_role_name
      user_search_matching     = ldap_server_metadata.value.user_search_matching
      user_search_subtree      = ldap_server_metadata.value.user_search_subtree
    }
  }

  dynamic "maintenance_window_start_time" {
    for_each = module.inputs.maintenance_window[*]

    content {
      day_of_week = maintenance_window_start_time.value.day_of_week
      time_of_day = maintenance_window_start_time.value.time_of_day
      time_zone   = maintenance_window_start_time.value.time_zone
    }
  }

  dynamic "user" {
    for_each = local.users

    content {
      console_access = user.value.console_access
      groups         = user.value.groups
      password = (
        contains(keys(var.passwords), user.key) ? var.passwords[user.key] :
        user.value.secret == null ? jsondecode(aws_secretsmanager_secret_version.user[user.key].secret_string).password :
        user.value.secret.field == null ? data.aws_secretsmanager_secret_version.user[user.key].secret_string :
        jsondecode(data.aws_secretsmanager_secret_version.user[user.key].secret_string)[user.value.secret.field]
      )
      replication_user = user.value.replication_user
      username         = user.key
    }
  }

  encryption_options {
    kms_key_id        = var.kms_key_arn
    use_aws_owned_key = var.kms_key_arn == null && var.use_aws_owned_key
  }

  logs {
    audit   = module.inputs.logs.audit
    general = module.inputs.logs.general
  }

  timeouts {
    create = module.inputs.timeouts.create
    delete = module.inputs.timeouts.delete
    update = module.inputs.timeouts.update
  }

  depends_on = [
    aws_route.internet,
    aws_route_table_association.first,
    aws_route_table_association.second,
    aws_cloudwatch_log_resource_policy.this,
  ]

  lifecycle {
    precondition {
      condition     = contains(keys(var.acknowledge), "engine-version-supported") || (!contains(["5.17", "5.16", "5.15"], var.engine_version) && try(tonumber(split(".", var.engine_version)[0]) * 1000 + tonumber(split(".", var.engine_version)[1]) >= tonumber(split(".", "5.15")[0]) * 1000 + tonumber(split(".", "5.15")[1]), true))
      error_message = "[engine-version-supported] engine_version: got ${var.engine_version}; allowed: 5.19, 5.18, or a newer major.minor; write \"5.19\" (Amazon MQ creates no broker of a version whose support has ended)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "instance-type-creatable") || (!contains(["mq.t2.micro", "mq.m4.large"], var.instance_type))
      error_message = "[instance-type-creatable] instance_type: got ${var.instance_type}; allowed: mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or a newer type; write \"mq.m5.large\" (Amazon MQ creates no broker of a retired instance type)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "instance-type-engine") || (!anytrue([for family in ["mq.m7g"] : startswith(var.instance_type, "${family}.")]))
      error_message = "[instance-type-engine] instance_type: got ${var.instance_type}; allowed: mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or a newer type; write \"mq.m5.large\" (Amazon MQ offers the instance family for RabbitMQ only)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "user-count") || (length(local.users) <= 250)
      error_message = "[user-count] users: got ${length(local.users)}; allowed: 1 to 250 users; share users between applications (Amazon MQ keeps at most 250 users for a broker)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "group-count") || (alltrue([for name, user in module.inputs.users : length(user.groups) <= 20]))
      error_message = "[group-count] groups of users: got ${join(", ", [for name, user in module.inputs.users : "${length(user.groups)} groups of ${name}" if !(length(user.groups) <= 20)])}; allowed: at most 20 groups; merge groups that have the same permissions (Amazon MQ and the provider reject a user with more than 20 groups)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "security-group-count") || (length(var.additional_security_group_ids) + 1 <= 5)
      error_message = "[security-group-count] additional_security_group_ids: got ${length(var.additional_security_group_ids) + 1}; allowed: at most 5 for a broker, the one that takes the grants included; merge the rules of several groups into one (Amazon MQ and the provider reject more than five security groups)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "auto-minor-upgrade") || (var.auto_minor_version_upgrade || try(tonumber(split(".", var.engine_version)[0]) * 1000 + tonumber(split(".", var.engine_version)[1]) < tonumber(split(".", "5.18")[0]) * 1000 + tonumber(split(".", "5.18")[1]), false))
      error_message = "[auto-minor-upgrade] auto_minor_version_upgrade: got ${var.auto_minor_version_upgrade}; allowed: true, from 5.18 on; set it to true, and set maintenance_window to a time that suits you (Amazon MQ rejects the broker: \"must have [autoMinorVersionUpgrade] set to [true]\"; the provider sends false where nothing is set)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "parameter-user") || (alltrue([for name in var.parameter_user[*] : contains(keys(local.users), name) && !contains(nonsensitive(keys(var.passwords)), name)]))
      error_message = "[parameter-user] parameter_user: got ${join(", ", [for name in var.parameter_user[*] : name if !(contains(keys(local.users), name) && !contains(nonsensitive(keys(var.passwords)), name))])}; allowed: a key of users whose password is in a secret; write the name of such a user (there is no secret whose ARN could be a parameter)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "network-user-taken") || (alltrue([for member in module.inputs.network_of_brokers[*] : !contains(keys(module.inputs.users), member.username)]))
      error_message = "[network-user-taken] username of network_of_brokers: got ${join(", ", [for member in module.inputs.network_of_brokers[*] : member.username if !(!contains(keys(module.inputs.users), member.username))])}; allowed: a name that is not a key of users; remove the user from users, or give the network another username (the network gives each member a user of its own, with one password for all)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "network-configuration") || (var.configuration == null || module.inputs.network_of_brokers == null)
      error_message = "[network-configuration] configuration: got ${try(var.configuration.id, "")}; allowed: a configuration that the module makes; give the document in document, or leave network_of_brokers out (the document of each member gets connectors and a policy of its own)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "subnet-count") || (length(local.subnet_ids) == local.instances)
      error_message = "[subnet-count] subnet_ids of network: got ${length(local.subnet_ids)}; allowed: 1 for SINGLE_INSTANCE, 2 for ACTIVE_STANDBY_MULTI_AZ; give one subnet for each instance, of one VPC and in different Availability Zones (a broker needs one subnet for each of its instances; without any, Amazon MQ takes the default VPC or fails)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "storage-deployment-mode") || (var.storage_type == "EFS" || local.instances == 1)
      error_message = "[storage-deployment-mode] storage_type: got ${var.storage_type}; allowed: EFS; set it to EFS, or set deployment_mode to SINGLE_INSTANCE (an active/standby broker shares its store between two Availability Zones, which EBS cannot)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "storage-instance-type") || (var.storage_type == "EFS" || startswith(var.instance_type, "mq.m5."))
      error_message = "[storage-instance-type] storage_type: got ${"${var.storage_type} with ${var.instance_type}"}; allowed: EFS; for a new broker set it to EFS, or take an instance type of mq.m5 (Amazon MQ rejects EBS on every instance family but mq.m5)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "password-user") || (alltrue([for name in nonsensitive(keys(var.passwords)) : contains(keys(module.inputs.users), name)]))
      error_message = "[password-user] passwords: got ${join(", ", [for name in nonsensitive(keys(var.passwords)) : name if !(contains(keys(module.inputs.users), name))])}; allowed: names that are keys of users; add the user to users, or remove its password (a password without a user has no effect)"
    }
  }
}

# Configuration
#
# The ActiveMQ document. Amazon MQ drops what it does not permit without an error, so the preconditions look for it.

locals {
  own_document = var.document != null ? var.document : module.inputs.network_of_brokers == null ? file("${path.module}/documents/durable.xml") : templatefile("${path.module}/documents/member.xml.tftpl", module.inputs.network_of_brokers)
  document = length(local.connector_uris) == 0 ? local.own_document : replace(local.own_document, "</broker>", templatefile("${path.module}/documents/connectors.xml.tftpl", {
    broker_name = var.broker_name
    username    = module.inputs.network_of_brokers.username
    ttl         = module.inputs.network_of_brokers.ttl
    uris        = local.connector_uris
  }))
  configuration_id        = var.configuration == null ? one(aws_mq_configuration.this[*].id) : var.configuration.id
  configuration_revision  = var.configuration == null ? one(aws_mq_configuration.this[*].latest_revision) : var.configuration.revision
  authentication_strategy = module.inputs.ldap == null ? "simple" : "ldap"
}

resource "aws_mq_configuration" "this" {
  count = var.configuration == null ? 1 : 0

  authentication_strategy = local.authentication_strategy
  data                    = local.document
  description             = var.configuration_description
  engine_type             = "ActiveMQ"
  engine_version          = var.engine_version
  name                    = coalesce(var.configuration_name, "${var.broker_name}-${var.engine_version}-${substr(uuid(), 0, 8)}")
  tags                    = merge({ Name = var.broker_name }, var.tags)

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [name]

    precondition {
      condition     = contains(keys(var.acknowledge), "document-root") || (local.document_root == "broker")
      error_message = "[document-root] document: got ${local.document_root}; allowed: one broker element; remove what is around the broker element (Amazon MQ takes one broker element; it drops or rejects what is around it)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "document-form") || (startswith(local.document_head, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>") && !local.document_has_comments)
      error_message = "[document-form] document: got ${local.document_has_comments ? "a comment" : local.document_head}; allowed: the declaration <?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?> and no comments; write the file with `cdktf-amazon-mq format FILE --write` (Amazon MQ returns a different text from the one it got, so every plan would show a change)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "document-form") || (alltrue([for tag in local.document_tags : join(" ", [for attribute in regexall("([\\w.:-]+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')", tag[1]) : attribute[0]]) == join(" ", sort([for attribute in regexall("([\\w.:-]+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')", tag[1]) : attribute[0]]))]))
      error_message = "[document-form] document: got ${join(", ", [for tag in local.document_tags : tag[0] if !(join(" ", [for attribute in regexall("([\\w.:-]+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')", tag[1]) : attribute[0]]) == join(" ", sort([for attribute in regexall("([\\w.:-]+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')", tag[1]) : attribute[0]])))])}; allowed: attributes sorted by name, xmlns among them; write the file with `cdktf-amazon-mq format FILE --write` (Amazon MQ returns a different text from the one it got, so every plan would show a change)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "network-connectors") || (length(local.connector_uris) == 0 || !strcontains(local.own_document, "networkConnectors"))
      error_message = "[network-connectors] document: got ${"networkConnectors"}; allowed: a document without networkConnectors, if network_of_brokers has connectors; remove them from the document, or from network_of_brokers (a document has one element networkConnectors, and Amazon MQ drops or rejects another one)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "network-replay") || (module.inputs.network_of_brokers == null || length(regexall("<policyEntry[^>]* queue=", local.own_document)) == length(regexall("replayWhenNoConsumers=\"true\"", local.own_document)) && length(regexall("<policyEntry[^>]* queue=\"&gt;\"", local.own_document)) > 0)
      error_message = "[network-replay] document: got ${"replayWhenNoConsumers in ${length(regexall("replayWhenNoConsumers=\"true\"", local.own_document))} of ${length(regexall("<policyEntry[^>]* queue=", local.own_document))} policy entries of queues"}; allowed: a policy entry for the queue >, and a conditionalNetworkBridgeFilterFactory with replayWhenNoConsumers=\"true\" in each policy entry of queues; leave document out, or add the filter as documents/member.xml.tftpl of the module has it (messages do not return from a member that lost its consumers)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "network-group") || (module.inputs.network_of_brokers == null || !strcontains(local.own_document, "<authorizationMap") || can(regex("=\"([^\"]*,)? *${module.inputs.network_of_brokers.group} *(,[^\"]*)?\"", local.own_document)))
      error_message = "[network-group] document: got ${"an authorizationMap without the group ${try(module.inputs.network_of_brokers.group, "")}"}; allowed: read, write and admin on the queue > and on the topic > for the group of network_of_brokers; add the group to the authorizationMap (connectors pass what their user may read and write, and nothing else)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "placeholder") || (alltrue([for found in local.document_placeholders : false]))
      error_message = "[placeholder] document: got ${join(", ", [for found in local.document_placeholders : found if !(false)])}; allowed: values written out; write the value in its place, as templatefile() of Terraform does (Amazon MQ has no properties to fill in, so it drops values with $${…} or #{…})"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "unknown-element") || (alltrue([for tag in local.document_tags : tag[0] == local.document_root || contains(keys(local.permitted_attributes), tag[0])]))
      error_message = "[unknown-element] document: got ${join(", ", [for tag in local.document_tags : tag[0] if !(tag[0] == local.document_root || contains(keys(local.permitted_attributes), tag[0]))])}; allowed: the elements that Amazon MQ permits; remove it; `cdktf-amazon-mq check FILE` names the one that was probably meant (Amazon MQ drops the element with everything in it)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "unknown-attribute") || (alltrue([for used in local.document_attributes : used.name == "xmlns" || strcontains(used.name, ":") || contains(lookup(local.permitted_attributes, used.element, [used.name]), used.name)]))
      error_message = "[unknown-attribute] document: got ${join(", ", [for used in local.document_attributes : used.path if !(used.name == "xmlns" || strcontains(used.name, ":") || contains(lookup(local.permitted_attributes, used.element, [used.name]), used.name))])}; allowed: the attributes that Amazon MQ permits; remove it; `cdktf-amazon-mq check FILE` names the one that was probably meant (Amazon MQ drops the attribute)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "attribute-version") || (alltrue([for used in local.document_attributes : try(tonumber(split(".", var.engine_version)[1]) >= tonumber(split(".", local.permitted_since[used.path])[1]), true)]))
      error_message = "[attribute-version] document: got ${join(", ", [for used in local.document_attributes : used.path if !(try(tonumber(split(".", var.engine_version)[1]) >= tonumber(split(".", local.permitted_since[used.path])[1]), true))])}; allowed: the attributes that the engine version has; remove the attribute, or set engine_version to one that has it (the attribute is permitted in other engine versions; in this one, Amazon MQ drops it)"
    }
  }
}

# Network of brokers
#
# Two connectors to each member that this one connects to, for queues and for topics, with the settings of
# NetworkOfBrokers of the package. Only the active instance of a member answers.

locals {
  connector_uris = { for id, urls in try(module.inputs.network_of_brokers.connectors, {}) : id => length(urls) == 1 ? "static:(${urls[0]})" : "static:(failover:(${join(",", urls)})?randomize=false&amp;maxReconnectAttempts=0)" }
}

# Deletion protection
#
# lifecycle.prevent_destroy takes no variable. This guard has it instead, and a plan that replaces or destroys the
# broker has to replace or destroy the guard.

locals {
  deletion_protection = coalesce(var.deletion_protection, local.instances == 2)
}

resource "terraform_data" "deletion_protection" {
  count = local.deletion_protection ? 1 : 0

  triggers_replace = aws_mq_broker.this.id

  lifecycle {
    prevent_destroy = true
  }
}

# Users
#
# A secret with a generated password for each user that has none. uuid() makes it once: the lifecycle ignores later
# changes. It is not random_password, so that the module needs one provider only.

locals {
  users = merge(module.inputs.users, { for member in module.inputs.network_of_brokers[*] : member.username => {
    console_access   = false
    groups           = toset([member.group])
    replication_user = false
    secret           = member.secret
    secret_name      = null
  } })
  secret_arns = merge({ for name, version in aws_secretsmanager_secret_version.user : name => version.arn }, { for name, secret in data.aws_secretsmanager_secret_version.user : name => secret.arn })
}

resource "aws_secretsmanager_secret" "user" {
  for_each = { for name, user in local.users : name => user if user.secret == null && !contains(nonsensitive(keys(var.passwords)), name) }

  description             = "user ${each.key} of the Amazon MQ broker ${var.broker_name}"
  kms_key_id              = var.secret_kms_key_arn
  name                    = each.value.secret_name
  name_prefix             = each.value.secret_name == null ? "amazon-mq/${var.broker_name}/${replace(each.key, "~", "-")}-" : null
  recovery_window_in_days = var.secret_recovery_window_in_days
  tags                    = merge({ Name = var.broker_name }, var.tags)
}

resource "aws_secretsmanager_secret_version" "user" {
  for_each = { for name, user in local.users : name => user if user.secret == null && !contains(nonsensitive(keys(var.passwords)), name) }

  secret_id     = aws_secretsmanager_secret.user[each.key].id
  secret_string = sensitive(jsonencode({ "username" = each.key, "password" = uuid() }))

  lifecycle {
    ignore_changes = [secret_string]
  }
}

data "aws_secretsmanager_secret_version" "user" {
  for_each = { for name, user in local.users : name => user if user.secret != null && !contains(nonsensitive(keys(var.passwords)), name) }

  secret_id = each.value.secret.id
}

# LDAP
#
# The password of the account with which the broker searches the directory, if there is one.

data "aws_secretsmanager_secret_version" "ldap" {
  count = module.inputs.ldap == null ? 0 : 1

  secret_id = module.inputs.ldap.service_account_secret.id
}

# Clients
#
# A security group that admits nothing, and one rule for each entry of allow_from and each of its protocols.

locals {
  security_group_id = var.security_group == null ? one(aws_security_group.this[*].id) : var.security_group.id
  egress            = merge({}, [for name, grant in module.inputs.allow_to : { for port in grant.ports : "${name}-${port}" => merge(grant, { name = name, port = port }) }]...)
}

resource "aws_security_group" "this" {
  count = var.security_group == null ? 1 : 0

  description = "Amazon MQ broker ${var.broker_name}"
  name_prefix = "amazon-mq-${var.broker_name}-"
  tags        = merge({ Name = var.broker_name }, var.tags)
  vpc_id      = local.vpc_id

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "openwire" {
  for_each = { for name, grant in module.inputs.allow_from : name => grant if contains(grant.protocols, "openwire") }

  cidr_ipv4                    = each.value.ipv4_cidr
  cidr_ipv6                    = each.value.ipv6_cidr
  description                  = "OpenWire from ${each.key}"
  from_port                    = 61617
  ip_protocol                  = "tcp"
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.security_group_id
  security_group_id            = local.security_group_id
  tags                         = merge({ Name = var.broker_name }, var.tags)
  to_port                      = 61617
}

resource "aws_vpc_security_group_ingress_rule" "amqp" {
  for_each = { for name, grant in module.inputs.allow_from : name => grant if contains(grant.protocols, "amqp") }

  cidr_ipv4                    = each.value.ipv4_cidr
  cidr_ipv6                    = each.value.ipv6_cidr
  description                  = "AMQP from ${each.key}"
  from_port                    = 5671
  ip_protocol                  = "tcp"
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.security_group_id
  security_group_id            = local.security_group_id
  tags                         = merge({ Name = var.broker_name }, var.tags)
  to_port                      = 5671
}

resource "aws_vpc_security_group_ingress_rule" "stomp" {
  for_each = { for name, grant in module.inputs.allow_from : name => grant if contains(grant.protocols, "stomp") }

  cidr_ipv4                    = each.value.ipv4_cidr
  cidr_ipv6                    = each.value.ipv6_cidr
  description                  = "STOMP from ${each.key}"
  from_port                    = 61614
  ip_protocol                  = "tcp"
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.security_group_id
  security_group_id            = local.security_group_id
  tags                         = merge({ Name = var.broker_name }, var.tags)
  to_port                      = 61614
}

resource "aws_vpc_security_group_ingress_rule" "mqtt" {
  for_each = { for name, grant in module.inputs.allow_from : name => grant if contains(grant.protocols, "mqtt") }

  cidr_ipv4                    = each.value.ipv4_cidr
  cidr_ipv6                    = each.value.ipv6_cidr
  description                  = "MQTT from ${each.key}"
  from_port                    = 8883
  ip_protocol                  = "tcp"
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.security_group_id
  security_group_id            = local.security_group_id
  tags                         = merge({ Name = var.broker_name }, var.tags)
  to_port                      = 8883
}

resource "aws_vpc_security_group_ingress_rule" "websocket" {
  for_each = { for name, grant in module.inputs.allow_from : name => grant if contains(grant.protocols, "websocket") }

  cidr_ipv4                    = each.value.ipv4_cidr
  cidr_ipv6                    = each.value.ipv6_cidr
  description                  = "WebSocket from ${each.key}"
  from_port                    = 61619
  ip_protocol                  = "tcp"
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.security_group_id
  security_group_id            = local.security_group_id
  tags                         = merge({ Name = var.broker_name }, var.tags)
  to_port                      = 61619
}

resource "aws_vpc_security_group_ingress_rule" "web_console" {
  for_each = { for name, grant in module.inputs.allow_from : name => grant if contains(grant.protocols, "web_console") }

  cidr_ipv4                    = each.value.ipv4_cidr
  cidr_ipv6                    = each.value.ipv6_cidr
  description                  = "web console from ${each.key}"
  from_port                    = 8162
  ip_protocol                  = "tcp"
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.security_group_id
  security_group_id            = local.security_group_id
  tags                         = merge({ Name = var.broker_name }, var.tags)
  to_port                      = 8162
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each = local.egress

  cidr_ipv4                    = each.value.ipv4_cidr
  cidr_ipv6                    = each.value.ipv6_cidr
  description                  = "TCP ${each.value.port} to ${each.value.name}"
  from_port                    = each.value.port
  ip_protocol                  = "tcp"
  prefix_list_id               = each.value.prefix_list_id
  referenced_security_group_id = each.value.security_group_id
  security_group_id            = local.security_group_id
  tags                         = merge({ Name = var.broker_name }, var.tags)
  to_port                      = each.value.port
}

# Connection parameters
#
# SSM parameters for the stacks of clients, which need no access to the state of this one.

resource "aws_ssm_parameter" "openwire_failover_url" {
  count = var.parameter_path == null ? 0 : 1

  description = "openwire/failover-url of the Amazon MQ broker ${var.broker_name}"
  name        = "${var.parameter_path}/openwire/failover-url"
  tags        = var.tags
  type        = "String"
  value       = local.openwire_failover_url
}

resource "aws_ssm_parameter" "amqp_failover_url" {
  count = var.parameter_path == null ? 0 : 1

  description = "amqp/failover-url of the Amazon MQ broker ${var.broker_name}"
  name        = "${var.parameter_path}/amqp/failover-url"
  tags        = var.tags
  type        = "String"
  value       = local.amqp_failover_url
}

resource "aws_ssm_parameter" "stomp_urls" {
  count = var.parameter_path == null ? 0 : 1

  description = "stomp/urls of the Amazon MQ broker ${var.broker_name}"
  name        = "${var.parameter_path}/stomp/urls"
  tags        = var.tags
  type        = "StringList"
  value       = join(",", local.endpoints.stomp)
}

resource "aws_ssm_parameter" "mqtt_urls" {
  count = var.parameter_path == null ? 0 : 1

  description = "mqtt/urls of the Amazon MQ broker ${var.broker_name}"
  name        = "${var.parameter_path}/mqtt/urls"
  tags        = var.tags
  type        = "StringList"
  value       = join(",", local.endpoints.mqtt)
}

resource "aws_ssm_parameter" "websocket_urls" {
  count = var.parameter_path == null ? 0 : 1

  description = "websocket/urls of the Amazon MQ broker ${var.broker_name}"
  name        = "${var.parameter_path}/websocket/urls"
  tags        = var.tags
  type        = "StringList"
  value       = join(",", local.endpoints.websocket)
}

resource "aws_ssm_parameter" "web_console_urls" {
  count = var.parameter_path == null ? 0 : 1

  description = "web-console/urls of the Amazon MQ broker ${var.broker_name}"
  name        = "${var.parameter_path}/web-console/urls"
  tags        = var.tags
  type        = "StringList"
  value       = join(",", local.endpoints.web_console)
}

resource "aws_ssm_parameter" "security_group_id" {
  count = var.parameter_path == null ? 0 : 1

  description = "security-group-id of the Amazon MQ broker ${var.broker_name}"
  name        = "${var.parameter_path}/security-group-id"
  tags        = var.tags
  type        = "String"
  value       = local.security_group_id
}

resource "aws_ssm_parameter" "secret_arn" {
  count = var.parameter_path == null || var.parameter_user == null ? 0 : 1

  description = "secret-arn of the Amazon MQ broker ${var.broker_name}"
  name        = "${var.parameter_path}/secret-arn"
  tags        = var.tags
  type        = "String"
  value       = lookup(local.secret_arns, var.parameter_user, "")
}

# Network
#
# A VPC of its own, unless var.network names one. The subnets keep their Availability Zones: a subnet that moves
# replaces the broker.

locals {
  vpc_id        = var.network == null ? one(aws_vpc.this[*].id) : var.network.vpc_id
  subnet_ids    = var.network == null ? tolist(concat(aws_subnet.first[*].id, aws_subnet.second[*].id)) : var.network.subnet_ids
  zones         = coalesce(var.availability_zones, local.offered_zones)
  offered_zones = var.network == null ? sort(tolist(setintersection(data.aws_availability_zones.available[0].names, flatten(data.aws_mq_broker_instance_type_offerings.this[0].broker_instance_options[*].availability_zones[*].name)))) : []
}

data "aws_availability_zones" "available" {
  count = var.network == null ? 1 : 0

  state = "available"

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

data "aws_mq_broker_instance_type_offerings" "this" {
  count = var.network == null ? 1 : 0

  engine_type        = "ACTIVEMQ"
  host_instance_type = var.instance_type
  storage_type       = var.storage_type
}

resource "aws_vpc" "this" {
  count = var.network == null ? 1 : 0

  cidr_block           = var.vpc_cidr
  enable_dns_hostnames = true
  enable_dns_support   = true
  tags                 = merge({ Name = var.broker_name }, var.tags)

  lifecycle {
    precondition {
      condition     = contains(keys(var.acknowledge), "instance-type-creatable") || (!contains(["mq.t2.micro", "mq.m4.large"], var.instance_type))
      error_message = "[instance-type-creatable] instance_type: got ${var.instance_type}; allowed: mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or a newer type; write \"mq.m5.large\" (Amazon MQ creates no broker of a retired instance type)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "instance-type-engine") || (!anytrue([for family in ["mq.m7g"] : startswith(var.instance_type, "${family}.")]))
      error_message = "[instance-type-engine] instance_type: got ${var.instance_type}; allowed: mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or a newer type; write \"mq.m5.large\" (Amazon MQ offers the instance family for RabbitMQ only)"
    }

    precondition {
      condition     = contains(keys(var.acknowledge), "subnet-fit") || (local.instances == 1 || tonumber(split("/", var.vpc_cidr)[1]) <= 27)
      error_message = "[subnet-fit] vpc_cidr: got ${var.vpc_cidr}; allowed: /27 or larger, for 2 subnets of /28; take a larger CIDR block for the VPC, or smaller subnets (AWS rejects a subnet outside the CIDR block of its VPC)"
    }
  }
}

resource "aws_default_security_group" "this" {
  count = var.network == null ? 1 : 0

  tags   = merge({ Name = "${var.broker_name}-default-closed" }, var.tags)
  vpc_id = aws_vpc.this[0].id
}

resource "aws_subnet" "first" {
  count = var.network == null ? 1 : 0

  availability_zone = element(local.zones, 0)
  cidr_block        = cidrsubnet(var.vpc_cidr, (min((tonumber(element(split("/", var.vpc_cidr), 1)) + 2), 28) - tonumber(element(split("/", var.vpc_cidr), 1))), 0)
  tags              = merge({ Name = "${var.broker_name}-1" }, var.tags)
  vpc_id            = aws_vpc.this[0].id

  lifecycle {
    ignore_changes = [availability_zone]

    precondition {
      condition     = contains(keys(var.acknowledge), "zone-count") || (var.availability_zones == null ? length(local.zones) >= local.instances : length(local.zones) == local.instances)
      error_message = "[zone-count] availability_zones: got ${"${length(local.zones)} for ${var.instance_type} with ${var.storage_type}"}; allowed: one Availability Zone for each instance; name one for each instance, or remove the list to have them chosen (an active/standby broker has its instances in two Availability Zones, a single instance in one)"
    }
  }
}

resource "aws_subnet" "second" {
  count = var.network == null && local.instances == 2 ? 1 : 0

  availability_zone = element(local.zones, 1)
  cidr_block        = cidrsubnet(var.vpc_cidr, (min((tonumber(element(split("/", var.vpc_cidr), 1)) + 2), 28) - tonumber(element(split("/", var.vpc_cidr), 1))), 1)
  tags              = merge({ Name = "${var.broker_name}-2" }, var.tags)
  vpc_id            = aws_vpc.this[0].id

  lifecycle {
    ignore_changes = [availability_zone]

    precondition {
      condition     = contains(keys(var.acknowledge), "zone-count") || (var.availability_zones == null ? length(local.zones) >= local.instances : length(local.zones) == local.instances)
      error_message = "[zone-count] availability_zones: got ${"${length(local.zones)} for ${var.instance_type} with ${var.storage_type}"}; allowed: one Availability Zone for each instance; name one for each instance, or remove the list to have them chosen (an active/standby broker has its instances in two Availability Zones, a single instance in one)"
    }
  }
}

resource "aws_route_table" "this" {
  count = var.network == null ? 1 : 0

  tags   = merge({ Name = var.broker_name }, var.tags)
  vpc_id = aws_vpc.this[0].id
}

resource "aws_route_table_association" "first" {
  count = var.network == null ? 1 : 0

  route_table_id = aws_route_table.this[0].id
  subnet_id      = aws_subnet.first[0].id
}

resource "aws_route_table_association" "second" {
  count = var.network == null && local.instances == 2 ? 1 : 0

  route_table_id = aws_route_table.this[0].id
  subnet_id      = aws_subnet.second[0].id
}

resource "aws_internet_gateway" "this" {
  count = var.network == null && var.publicly_accessible ? 1 : 0

  tags   = merge({ Name = var.broker_name }, var.tags)
  vpc_id = aws_vpc.this[0].id
}

resource "aws_route" "internet" {
  count = var.network == null && var.publicly_accessible ? 1 : 0

  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this[0].id
  route_table_id         = aws_route_table.this[0].id
}

# Logs
#
# Amazon MQ writes to CloudWatch Logs only if a resource policy of the account and Region allows it, and reports nothing
# otherwise.

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

resource "aws_cloudwatch_log_resource_policy" "this" {
  count = module.inputs.logs.resource_policy && (module.inputs.logs.general || module.inputs.logs.audit) ? 1 : 0

  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "AmazonMqWritesBrokerLogs"
        Effect = "Allow"
        Principal = {
          Service = "mq.amazonaws.com"
        }
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "arn:${data.aws_partition.current.partition}:logs:${data.aws_region.current.id}:${data.aws_caller_identity.current.account_id}:log-group:/aws/amazonmq/*"
        Condition = {
          StringEquals = {
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
          ArnLike = {
            "aws:SourceArn" = "arn:${data.aws_partition.current.partition}:mq:${data.aws_region.current.id}:${data.aws_caller_identity.current.account_id}:broker:*"
          }
        }
      },
    ]
  })
  policy_name = "amazon-mq-logs-${var.broker_name}-${substr(uuid(), 0, 8)}"

  lifecycle {
    ignore_changes = [policy_name]
  }
}

# Inputs
#
# Terraform drops a key that the type of an input does not have, silently. So inputs with keys that can be left out are
# of type any: variables.tf looks at their keys, and this module gives them their types.

module "inputs" {
  source             = "./inputs"
  allow_from         = var.allow_from
  allow_to           = var.allow_to
  ldap               = var.ldap
  logs               = var.logs
  maintenance_window = var.maintenance_window
  network_of_brokers = var.network_of_brokers
  timeouts           = var.timeouts
  users              = var.users
}

# Warnings
#
# Checks warn and stop nothing.

check "public_open_to_internet" {
  assert {
    condition     = contains(keys(var.acknowledge), "public-open-to-internet") || (alltrue([for name, grant in module.inputs.allow_from : !var.publicly_accessible || !(try(endswith(grant.ipv4_cidr, "/0"), false) || try(endswith(grant.ipv6_cidr, "/0"), false))]))
    error_message = "[public-open-to-internet] allow_from: got ${join(", ", [for name, grant in module.inputs.allow_from : name if !(!var.publicly_accessible || !(try(endswith(grant.ipv4_cidr, "/0"), false) || try(endswith(grant.ipv6_cidr, "/0"), false)))])}; allowed: the CIDR blocks of your clients; grant access to these CIDR blocks only (anyone on the internet can reach the port and try passwords)"
  }
}

check "public_security_group_peer" {
  assert {
    condition     = contains(keys(var.acknowledge), "public-security-group-peer") || (alltrue([for name, grant in module.inputs.allow_from : !var.publicly_accessible || grant.security_group_id == null]))
    error_message = "[public-security-group-peer] allow_from: got ${join(", ", [for name, grant in module.inputs.allow_from : name if !(!var.publicly_accessible || grant.security_group_id == null)])}; allowed: CIDR blocks and prefix lists; name the public CIDR blocks of your clients, or make the broker private (clients reach a public broker at its public addresses, and AWS matches no security group as the source there)"
  }
}

check "standby_micro" {
  assert {
    condition     = contains(keys(var.acknowledge), "standby-micro") || (!(var.instance_type == "mq.t3.micro" && local.instances == 2))
    error_message = "[standby-micro] instance_type: got ${var.instance_type}; allowed: mq.m5.large or larger; write \"mq.m5.large\" (AWS recommends mq.t3.micro for evaluation only)"
  }
}

# Moved
#
# What had another address in an earlier version: Terraform keeps it.

moved {
  from = aws_mq_configuration.this
  to   = aws_mq_configuration.this[0]
}

moved {
  from = aws_security_group.this
  to   = aws_security_group.this[0]
}
