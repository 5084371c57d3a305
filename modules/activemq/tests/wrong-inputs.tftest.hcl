# Made by tools/generate-module.ts from tools/module. No AWS account is reached: the provider is a mock.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  broker_name = "orders"
}

run "inputs-1" {
  command = plan
  variables {
    broker_name                    = "orders & invoices"
    deployment_mode                = "CLUSTER_MULTI_AZ"
    engine_version                 = "5.18.7"
    instance_type                  = "m5.large"
    storage_type                   = "gp3"
    network                        = { vpc_id = "orders", subnet_ids = ["subnet-0123456789abcdef0"] }
    vpc_cidr                       = "10.0.0.1/24"
    availability_zones             = ["eu-west-1a", "eu-west-1a"]
    allow_from                     = { clients = { protocols = [], ipv4_cidr = "10.20.0.0/16" } }
    additional_security_group_ids  = ["default"]
    users                          = {}
    network_of_brokers             = { conectors = {} }
    passwords                      = { admin = "too:short" }
    secret_recovery_window_in_days = 3
    kms_key_arn                    = "alias/messages"
    maintenance_window             = { day_of_week = "Sunday", time_of_day = "03:00" }
    timeouts                       = { create = "45" }
    tags                           = { tag-0 = "", tag-1 = "", tag-2 = "", tag-3 = "", tag-4 = "", tag-5 = "", tag-6 = "", tag-7 = "", tag-8 = "", tag-9 = "", tag-10 = "", tag-11 = "", tag-12 = "", tag-13 = "", tag-14 = "", tag-15 = "", tag-16 = "", tag-17 = "", tag-18 = "", tag-19 = "", tag-20 = "", tag-21 = "", tag-22 = "", tag-23 = "", tag-24 = "", tag-25 = "", tag-26 = "", tag-27 = "", tag-28 = "", tag-29 = "", tag-30 = "", tag-31 = "", tag-32 = "", tag-33 = "", tag-34 = "", tag-35 = "", tag-36 = "", tag-37 = "", tag-38 = "", tag-39 = "", tag-40 = "", tag-41 = "", tag-42 = "", tag-43 = "", tag-44 = "", tag-45 = "", tag-46 = "", tag-47 = "", tag-48 = "", tag-49 = "" }
    allow_to                       = { directory = { ports = [636], ipv4_cidr = "10.30.0.0/16", port = 389 } }
    logs                           = { genral = false }
    ldap                           = { hosts = ["ldap.example.com"], role_base = "ou=groups,dc=example,dc=com", role_search_matching = "(member={0})", service_account_username = "cn=amazon-mq,dc=example,dc=com", service_account_secret = { id = "ldap/amazon-mq" }, user_base = "ou=users,dc=example,dc=com", user_search_matching = "(uid={0})", user_search_subtre = true }
    configuration                  = { id = "orders", revision = 1 }
    configuration_name             = "orders and invoices"
    security_group                 = { id = "default" }
    secret_kms_key_arn             = "alias/secrets"
    parameter_path                 = "messaging/orders"
    acknowledge                    = { broker-name-form = "we like it" }
  }
  expect_failures = [
    var.broker_name,                    # broker-name-form
    var.deployment_mode,                # deployment-mode
    var.engine_version,                 # engine-version-form
    var.instance_type,                  # instance-type-form
    var.storage_type,                   # storage-type
    var.network,                        # vpc-id-form
    var.vpc_cidr,                       # vpc-cidr-form
    var.availability_zones,             # zone-unique
    var.allow_from,                     # grant-protocols
    var.additional_security_group_ids,  # security-group-id-form
    var.users,                          # user-required
    var.network_of_brokers,             # input-key
    var.passwords,                      # password-form
    var.secret_recovery_window_in_days, # secret-recovery-window
    var.kms_key_arn,                    # encryption-key-arn
    var.maintenance_window,             # maintenance-window-day
    var.timeouts,                       # timeout-form
    var.tags,                           # tag-count
    var.allow_to,                       # input-key
    var.logs,                           # input-key
    var.ldap,                           # input-key
    var.configuration,                  # configuration-id-form
    var.configuration_name,             # configuration-name-form
    var.security_group,                 # security-group-id-form
    var.secret_kms_key_arn,             # encryption-key-arn
    var.parameter_path,                 # parameter-path-form
    var.acknowledge,                    # acknowledge-code
  ]
}

run "inputs-2" {
  command = plan
  variables {
    network            = { vpc_id = "vpc-0123456789abcdef0", subnet_ids = ["private-a", "private-b"] }
    vpc_cidr           = "10.0.0/24"
    allow_from         = { clients = { protocols = ["jms"], ipv4_cidr = "10.20.0.0/16" } }
    users              = { "orders:admin" = {} }
    network_of_brokers = { connectors = { a-to-b = ["ssl://localhost:61617"] } }
    maintenance_window = { day_of_week = "SUNDAY", time_of_day = "25:00" }
    tags               = { "aws:team" = "orders" }
    timeouts           = { craete = "45m" }
    allow_to           = { directory = { ports = [], ipv4_cidr = "10.30.0.0/16" } }
    configuration      = { id = "c-0123", revision = 0 }
    parameter_path     = "/aws/orders"
    ldap               = { hosts = [], role_base = "ou=groups,dc=example,dc=com", role_search_matching = "(member={0})", service_account_username = "cn=amazon-mq,dc=example,dc=com", service_account_secret = { id = "ldap/amazon-mq" }, user_base = "ou=users,dc=example,dc=com", user_search_matching = "(uid={0})" }
    acknowledge        = { standby-micro = " " }
  }
  expect_failures = [
    var.network,            # subnet-id-form
    var.vpc_cidr,           # vpc-cidr-form
    var.allow_from,         # protocol-name
    var.users,              # username-form
    var.network_of_brokers, # network-member-id
    var.maintenance_window, # maintenance-window-time
    var.tags,               # tag-form
    var.timeouts,           # input-key
    var.allow_to,           # grant-protocols
    var.configuration,      # configuration-revision
    var.parameter_path,     # parameter-path-form
    var.ldap,               # ldap-host-count
    var.acknowledge,        # acknowledge-reason
  ]
}

run "inputs-3" {
  command = plan
  variables {
    network            = { vpc_id = "vpc-0123456789abcdef0", subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef0"] }
    vpc_cidr           = "10.0.0.0/8"
    allow_from         = { clients = { protocols = ["openwire"] } }
    users              = { orders = { groups = ["all clients"] } }
    network_of_brokers = { ttl = 0 }
    maintenance_window = { day_of_week = "SUNDAY", time_of_day = "03:00", time_zone = "KST" }
    allow_to           = { directory = { ports = [0, 65536], ipv4_cidr = "10.30.0.0/16" } }
    ldap               = { hosts = ["ldaps://ldap.example.com:636"], role_base = "ou=groups,dc=example,dc=com", role_search_matching = "(member={0})", service_account_username = "cn=amazon-mq,dc=example,dc=com", service_account_secret = { id = "ldap/amazon-mq" }, user_base = "ou=users,dc=example,dc=com", user_search_matching = "(uid={0})" }
  }
  expect_failures = [
    var.network,            # subnet-unique
    var.vpc_cidr,           # vpc-cidr-size
    var.allow_from,         # peer-one
    var.users,              # group-form
    var.network_of_brokers, # network-ttl
    var.maintenance_window, # maintenance-window-zone
    var.allow_to,           # grant-port
    var.ldap,               # ldap-host-form
  ]
}

run "inputs-4" {
  command = plan
  variables {
    allow_from         = { clients = { protocols = ["openwire"], ipv4_cidr = "10.20.0.0/16", security_group_id = "sg-0123456789abcdef0" } }
    users              = { orders = { replication_user = true, console_access = true } }
    network_of_brokers = { replay_delay = 10 }
    maintenance_window = { day_of_week = "SUNDAY", time_of_day = "03:00", timezone = "Asia/Seoul" }
    allow_to           = { directory = { ports = [636] } }
    ldap               = { hosts = ["ldap.example.com"], role_base = "ou=groups,dc=example,dc=com", role_search_matching = "(member={0})", service_account_username = "cn=amazon-mq,dc=example,dc=com", service_account_secret = { id = "ldap/amazon-mq" }, user_base = " ", user_search_matching = "(uid={0})" }
  }
  expect_failures = [
    var.allow_from,         # peer-one
    var.users,              # replication-user-console
    var.network_of_brokers, # network-replay-delay
    var.maintenance_window, # input-key
    var.allow_to,           # peer-one
    var.ldap,               # ldap-field-blank
  ]
}

run "inputs-5" {
  command = plan
  variables {
    allow_from         = { office = { ipv4_cidr = "10.20.0.0/16", protocols = ["openwire"] }, clients = { ipv4_cidr = "10.20.0.0/16", protocols = ["openwire", "amqp"] } }
    network_of_brokers = { expire_messages_period = 60000 }
    users              = { orders = { console_acess = true } }
    allow_to           = { directory = { ports = [636], ipv4_cidr = "10.30.0.1/16" } }
  }
  expect_failures = [
    var.allow_from,         # grant-unique
    var.network_of_brokers, # network-expire-messages-period
    var.users,              # input-key
    var.allow_to,           # peer-cidr-form
  ]
}

run "inputs-6" {
  command = plan
  variables {
    allow_from         = { clients = { protocols = ["openwire"], ipv4_cidr = "10.20.1.0/16" } }
    network_of_brokers = { username = "the network" }
    users              = { orders = { secret = { id = "telemetry/devices", key = "password" } } }
  }
  expect_failures = [
    var.allow_from,         # peer-cidr-form
    var.network_of_brokers, # username-form
    var.users,              # input-key
  ]
}

run "inputs-7" {
  command = plan
  variables {
    allow_from         = { clients = { protocols = ["openwire"], ipv6_cidr = "2001:db8::1/32" } }
    network_of_brokers = { group = "all brokers" }
    users              = { orders = { secret_name = "orders & invoices" } }
  }
  expect_failures = [
    var.allow_from,         # peer-cidr-form
    var.network_of_brokers, # group-form
    var.users,              # secret-name-form
  ]
}

run "inputs-8" {
  command = plan
  variables {
    allow_from         = { clients = { protocols = ["openwire"], prefix_list_id = "offices" } }
    network_of_brokers = { secret = { id = "orders & invoices" } }
    users              = { orders = { secret = { id = "orders & invoices" } } }
  }
  expect_failures = [
    var.allow_from,         # peer-id-form
    var.network_of_brokers, # secret-id-form
    var.users,              # secret-id-form
  ]
}

run "inputs-9" {
  command = plan
  variables {
    allow_from = { clients = { protocols = ["openwire"], security_group_id = "default" } }
  }
  expect_failures = [
    var.allow_from, # peer-id-form
  ]
}

run "inputs-10" {
  command = plan
  variables {
    allow_from = { clients = { protocols = ["openwire"], ipv4_cidr = "10.20.0.0/16", cidr = "10.30.0.0/16" } }
  }
  expect_failures = [
    var.allow_from, # input-key
  ]
}

run "engine-version-supported" {
  command = plan
  variables {
    engine_version = "5.17"
  }
  expect_failures = [
    aws_mq_broker.this, # engine-version-supported
  ]
}

run "engine-version-supported-2" {
  command = plan
  variables {
    engine_version = "5.9"
  }
  expect_failures = [
    aws_mq_broker.this, # engine-version-supported
  ]
}

run "instance-type-creatable" {
  command = plan
  variables {
    instance_type = "mq.t2.micro"
  }
  expect_failures = [
    aws_vpc.this, # instance-type-creatable
  ]
}

run "instance-type-engine" {
  command = plan
  variables {
    instance_type = "mq.m7g.large"
  }
  expect_failures = [
    aws_vpc.this, # instance-type-engine
  ]
}

run "security-group-count" {
  command = plan
  variables {
    additional_security_group_ids = ["sg-1", "sg-2", "sg-3", "sg-4", "sg-5"]
  }
  expect_failures = [
    aws_mq_broker.this, # security-group-count
  ]
}

run "document-root" {
  command = plan
  variables {
    document = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<beans xmlns=\"http://activemq.apache.org/schema/core\"/>\n"
  }
  expect_failures = [
    aws_mq_configuration.this, # document-root
  ]
}

run "document-form" {
  command = plan
  variables {
    document = "<broker xmlns=\"http://activemq.apache.org/schema/core\"/>"
  }
  expect_failures = [
    aws_mq_configuration.this, # document-form
  ]
}

run "document-form-2" {
  command = plan
  variables {
    document = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<broker xmlns=\"http://activemq.apache.org/schema/core\" schedulePeriodForDestinationPurge=\"0\"/>\n"
  }
  expect_failures = [
    aws_mq_configuration.this, # document-form
  ]
}

run "placeholder" {
  command = plan
  variables {
    document = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<broker schedulePeriodForDestinationPurge=\"$${period}\" xmlns=\"http://activemq.apache.org/schema/core\"/>\n"
  }
  expect_failures = [
    aws_mq_configuration.this, # placeholder
  ]
}

run "user-count" {
  command = plan
  variables {
    users = { user-0 = {}, user-1 = {}, user-2 = {}, user-3 = {}, user-4 = {}, user-5 = {}, user-6 = {}, user-7 = {}, user-8 = {}, user-9 = {}, user-10 = {}, user-11 = {}, user-12 = {}, user-13 = {}, user-14 = {}, user-15 = {}, user-16 = {}, user-17 = {}, user-18 = {}, user-19 = {}, user-20 = {}, user-21 = {}, user-22 = {}, user-23 = {}, user-24 = {}, user-25 = {}, user-26 = {}, user-27 = {}, user-28 = {}, user-29 = {}, user-30 = {}, user-31 = {}, user-32 = {}, user-33 = {}, user-34 = {}, user-35 = {}, user-36 = {}, user-37 = {}, user-38 = {}, user-39 = {}, user-40 = {}, user-41 = {}, user-42 = {}, user-43 = {}, user-44 = {}, user-45 = {}, user-46 = {}, user-47 = {}, user-48 = {}, user-49 = {}, user-50 = {}, user-51 = {}, user-52 = {}, user-53 = {}, user-54 = {}, user-55 = {}, user-56 = {}, user-57 = {}, user-58 = {}, user-59 = {}, user-60 = {}, user-61 = {}, user-62 = {}, user-63 = {}, user-64 = {}, user-65 = {}, user-66 = {}, user-67 = {}, user-68 = {}, user-69 = {}, user-70 = {}, user-71 = {}, user-72 = {}, user-73 = {}, user-74 = {}, user-75 = {}, user-76 = {}, user-77 = {}, user-78 = {}, user-79 = {}, user-80 = {}, user-81 = {}, user-82 = {}, user-83 = {}, user-84 = {}, user-85 = {}, user-86 = {}, user-87 = {}, user-88 = {}, user-89 = {}, user-90 = {}, user-91 = {}, user-92 = {}, user-93 = {}, user-94 = {}, user-95 = {}, user-96 = {}, user-97 = {}, user-98 = {}, user-99 = {}, user-100 = {}, user-101 = {}, user-102 = {}, user-103 = {}, user-104 = {}, user-105 = {}, user-106 = {}, user-107 = {}, user-108 = {}, user-109 = {}, user-110 = {}, user-111 = {}, user-112 = {}, user-113 = {}, user-114 = {}, user-115 = {}, user-116 = {}, user-117 = {}, user-118 = {}, user-119 = {}, user-120 = {}, user-121 = {}, user-122 = {}, user-123 = {}, user-124 = {}, user-125 = {}, user-126 = {}, user-127 = {}, user-128 = {}, user-129 = {}, user-130 = {}, user-131 = {}, user-132 = {}, user-133 = {}, user-134 = {}, user-135 = {}, user-136 = {}, user-137 = {}, user-138 = {}, user-139 = {}, user-140 = {}, user-141 = {}, user-142 = {}, user-143 = {}, user-144 = {}, user-145 = {}, user-146 = {}, user-147 = {}, user-148 = {}, user-149 = {}, user-150 = {}, user-151 = {}, user-152 = {}, user-153 = {}, user-154 = {}, user-155 = {}, user-156 = {}, user-157 = {}, user-158 = {}, user-159 = {}, user-160 = {}, user-161 = {}, user-162 = {}, user-163 = {}, user-164 = {}, user-165 = {}, user-166 = {}, user-167 = {}, user-168 = {}, user-169 = {}, user-170 = {}, user-171 = {}, user-172 = {}, user-173 = {}, user-174 = {}, user-175 = {}, user-176 = {}, user-177 = {}, user-178 = {}, user-179 = {}, user-180 = {}, user-181 = {}, user-182 = {}, user-183 = {}, user-184 = {}, user-185 = {}, user-186 = {}, user-187 = {}, user-188 = {}, user-189 = {}, user-190 = {}, user-191 = {}, user-192 = {}, user-193 = {}, user-194 = {}, user-195 = {}, user-196 = {}, user-197 = {}, user-198 = {}, user-199 = {}, user-200 = {}, user-201 = {}, user-202 = {}, user-203 = {}, user-204 = {}, user-205 = {}, user-206 = {}, user-207 = {}, user-208 = {}, user-209 = {}, user-210 = {}, user-211 = {}, user-212 = {}, user-213 = {}, user-214 = {}, user-215 = {}, user-216 = {}, user-217 = {}, user-218 = {}, user-219 = {}, user-220 = {}, user-221 = {}, user-222 = {}, user-223 = {}, user-224 = {}, user-225 = {}, user-226 = {}, user-227 = {}, user-228 = {}, user-229 = {}, user-230 = {}, user-231 = {}, user-232 = {}, user-233 = {}, user-234 = {}, user-235 = {}, user-236 = {}, user-237 = {}, user-238 = {}, user-239 = {}, user-240 = {}, user-241 = {}, user-242 = {}, user-243 = {}, user-244 = {}, user-245 = {}, user-246 = {}, user-247 = {}, user-248 = {}, user-249 = {}, user-250 = {} }
  }
  expect_failures = [
    aws_mq_broker.this, # user-count
  ]
}

run "group-count" {
  command = plan
  variables {
    users = { orders = { groups = ["group-0", "group-1", "group-2", "group-3", "group-4", "group-5", "group-6", "group-7", "group-8", "group-9", "group-10", "group-11", "group-12", "group-13", "group-14", "group-15", "group-16", "group-17", "group-18", "group-19", "group-20"] } }
  }
  expect_failures = [
    aws_mq_broker.this, # group-count
  ]
}

run "network-user-taken" {
  command = plan
  variables {
    network_of_brokers = { username = "admin" }
  }
  expect_failures = [
    aws_mq_broker.this, # network-user-taken
  ]
}

run "network-configuration" {
  command = plan
  variables {
    network_of_brokers = {}
    configuration      = { id = "c-0123", revision = 1 }
  }
  expect_failures = [
    aws_mq_broker.this, # network-configuration
  ]
}

run "network-connectors" {
  command = plan
  variables {
    network_of_brokers = { connectors = { a = ["ssl://localhost:61617"] } }
    document           = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<broker xmlns=\"http://activemq.apache.org/schema/core\"><destinationPolicy><policyMap><policyEntries><policyEntry queue=\"&gt;\"><networkBridgeFilterFactory><conditionalNetworkBridgeFilterFactory replayWhenNoConsumers=\"true\"/></networkBridgeFilterFactory></policyEntry></policyEntries></policyMap></destinationPolicy><networkConnectors/></broker>\n"
  }
  expect_failures = [
    aws_mq_configuration.this, # network-connectors
  ]
}

run "network-replay" {
  command = plan
  variables {
    network_of_brokers = {}
    document           = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<broker xmlns=\"http://activemq.apache.org/schema/core\"/>\n"
  }
  expect_failures = [
    aws_mq_configuration.this, # network-replay
  ]
}

run "network-group" {
  command = plan
  variables {
    network_of_brokers = {}
    document           = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<broker xmlns=\"http://activemq.apache.org/schema/core\"><destinationPolicy><policyMap><policyEntries><policyEntry queue=\"&gt;\"><networkBridgeFilterFactory><conditionalNetworkBridgeFilterFactory replayWhenNoConsumers=\"true\"/></networkBridgeFilterFactory></policyEntry></policyEntries></policyMap></destinationPolicy><plugins><authorizationPlugin><map><authorizationMap/></map></authorizationPlugin></plugins></broker>\n"
  }
  expect_failures = [
    aws_mq_configuration.this, # network-group
  ]
}

run "auto-minor-upgrade" {
  command = plan
  variables {
    auto_minor_version_upgrade = false
  }
  expect_failures = [
    aws_mq_broker.this, # auto-minor-upgrade
  ]
}

run "parameter-user" {
  command = plan
  variables {
    parameter_path = "/messaging/orders"
    parameter_user = "nobody"
  }
  expect_failures = [
    aws_mq_broker.this, # parameter-user
  ]
}

run "subnet-count" {
  command = plan
  variables {
    network = { vpc_id = "vpc-0123456789abcdef0", subnet_ids = ["subnet-0123456789abcdef0"] }
  }
  expect_failures = [
    aws_mq_broker.this, # subnet-count
  ]
}

run "storage-deployment-mode" {
  command = plan
  variables {
    storage_type = "EBS"
  }
  expect_failures = [
    aws_mq_broker.this, # storage-deployment-mode
  ]
}

run "storage-instance-type" {
  command = plan
  variables {
    deployment_mode = "SINGLE_INSTANCE"
    storage_type    = "EBS"
    instance_type   = "mq.t3.micro"
    network         = { vpc_id = "vpc-0123456789abcdef0", subnet_ids = ["subnet-0123456789abcdef0"] }
  }
  expect_failures = [
    aws_mq_broker.this, # storage-instance-type
  ]
}

run "password-user" {
  command = plan
  variables {
    passwords = { nobody = "correct-horse-battery" }
  }
  expect_failures = [
    aws_mq_broker.this, # password-user
  ]
}

run "subnet-fit" {
  command = plan
  variables {
    vpc_cidr = "10.0.0.0/28"
  }
  expect_failures = [
    aws_vpc.this, # subnet-fit
  ]
}

run "zone-count" {
  command = plan
  variables {
    deployment_mode    = "SINGLE_INSTANCE"
    availability_zones = ["eu-west-1a", "eu-west-1b"]
  }
  expect_failures = [
    aws_subnet.first, # zone-count
  ]
}

run "unknown-element" {
  command = plan
  variables {
    document = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<broker xmlns=\"http://activemq.apache.org/schema/core\"><plugins><simpleAuthenticationPlugin/></plugins></broker>\n"
  }
  expect_failures = [
    aws_mq_configuration.this, # unknown-element
  ]
}

run "unknown-attribute" {
  command = plan
  variables {
    document = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<broker useJmx=\"true\" xmlns=\"http://activemq.apache.org/schema/core\"/>\n"
  }
  expect_failures = [
    aws_mq_configuration.this, # unknown-attribute
  ]
}

run "attribute-version" {
  command = plan
  variables {
    engine_version = "5.18"
    document       = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<broker maxUncommittedCount=\"1000\" xmlns=\"http://activemq.apache.org/schema/core\"/>\n"
  }
  expect_failures = [
    aws_mq_configuration.this, # attribute-version
  ]
}

run "standby-micro" {
  command = plan
  variables {
    instance_type = "mq.t3.micro"
  }
  expect_failures = [
    check.standby_micro, # standby-micro
  ]
}

run "public-open-to-internet" {
  command = plan
  variables {
    publicly_accessible = true
    allow_from          = { clients = { protocols = ["openwire"], ipv4_cidr = "0.0.0.0/0" } }
  }
  expect_failures = [
    check.public_open_to_internet, # public-open-to-internet
  ]
}

run "public-security-group-peer" {
  command = plan
  variables {
    publicly_accessible = true
    allow_from          = { clients = { protocols = ["openwire"], security_group_id = "sg-0123456789abcdef0" } }
  }
  expect_failures = [
    check.public_security_group_peer, # public-security-group-peer
  ]
}
