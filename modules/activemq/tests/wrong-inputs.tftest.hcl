# Made by tools/generate-module.ts from tools/module/wrong-inputs.ts. No AWS account is reached: the provider is a mock.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  broker_name = "orders"
}

run "broker-name-form" {
  command = plan
  variables {
    broker_name = "orders & invoices"
  }
  expect_failures = [var.broker_name]
}

run "deployment-mode" {
  command = plan
  variables {
    deployment_mode = "CLUSTER_MULTI_AZ"
  }
  expect_failures = [var.deployment_mode]
}

run "engine-version-form" {
  command = plan
  variables {
    engine_version = "5.18.7"
  }
  expect_failures = [var.engine_version]
}

run "engine-version-supported" {
  command = plan
  variables {
    engine_version = "5.17"
  }
  expect_failures = [aws_mq_broker.this]
}

run "engine-version-supported-2" {
  command = plan
  variables {
    engine_version = "5.9"
  }
  expect_failures = [aws_mq_broker.this]
}

run "instance-type-form" {
  command = plan
  variables {
    instance_type = "m5.large"
  }
  expect_failures = [var.instance_type]
}

run "instance-type-creatable" {
  command = plan
  variables {
    instance_type = "mq.t2.micro"
  }
  expect_failures = [aws_vpc.this]
}

run "instance-type-engine" {
  command = plan
  variables {
    instance_type = "mq.m7g.large"
  }
  expect_failures = [aws_vpc.this]
}

run "storage-type" {
  command = plan
  variables {
    storage_type = "gp3"
  }
  expect_failures = [var.storage_type]
}

run "vpc-id-form" {
  command = plan
  variables {
    network = { vpc_id = "orders", subnet_ids = ["subnet-0123456789abcdef0"] }
  }
  expect_failures = [var.network]
}

run "subnet-id-form" {
  command = plan
  variables {
    network = { vpc_id = "vpc-0123456789abcdef0", subnet_ids = ["private-a", "private-b"] }
  }
  expect_failures = [var.network]
}

run "subnet-unique" {
  command = plan
  variables {
    network = { vpc_id = "vpc-0123456789abcdef0", subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef0"] }
  }
  expect_failures = [var.network]
}

run "vpc-cidr-form" {
  command = plan
  variables {
    vpc_cidr = "10.0.0.1/24"
  }
  expect_failures = [var.vpc_cidr]
}

run "vpc-cidr-form-2" {
  command = plan
  variables {
    vpc_cidr = "10.0.0/24"
  }
  expect_failures = [var.vpc_cidr]
}

run "vpc-cidr-size" {
  command = plan
  variables {
    vpc_cidr = "10.0.0.0/8"
  }
  expect_failures = [var.vpc_cidr]
}

run "zone-unique" {
  command = plan
  variables {
    availability_zones = ["eu-west-1a", "eu-west-1a"]
  }
  expect_failures = [var.availability_zones]
}

run "grant-protocols" {
  command = plan
  variables {
    allow_from = { clients = { protocols = [], ipv4_cidr = "10.20.0.0/16" } }
  }
  expect_failures = [var.allow_from]
}

run "protocol-name" {
  command = plan
  variables {
    allow_from = { clients = { protocols = ["jms"], ipv4_cidr = "10.20.0.0/16" } }
  }
  expect_failures = [var.allow_from]
}

run "peer-one" {
  command = plan
  variables {
    allow_from = { clients = { protocols = ["openwire"] } }
  }
  expect_failures = [var.allow_from]
}

run "peer-one-2" {
  command = plan
  variables {
    allow_from = { clients = { protocols = ["openwire"], ipv4_cidr = "10.20.0.0/16", security_group_id = "sg-0123456789abcdef0" } }
  }
  expect_failures = [var.allow_from]
}

run "grant-unique" {
  command = plan
  variables {
    allow_from = { office = { ipv4_cidr = "10.20.0.0/16", protocols = ["openwire"] }, clients = { ipv4_cidr = "10.20.0.0/16", protocols = ["openwire", "amqp"] } }
  }
  expect_failures = [var.allow_from]
}

run "peer-cidr-form" {
  command = plan
  variables {
    allow_from = { clients = { protocols = ["openwire"], ipv4_cidr = "10.20.1.0/16" } }
  }
  expect_failures = [var.allow_from]
}

run "peer-cidr-form-2" {
  command = plan
  variables {
    allow_from = { clients = { protocols = ["openwire"], ipv6_cidr = "2001:db8::1/32" } }
  }
  expect_failures = [var.allow_from]
}

run "peer-id-form" {
  command = plan
  variables {
    allow_from = { clients = { protocols = ["openwire"], prefix_list_id = "offices" } }
  }
  expect_failures = [var.allow_from]
}

run "peer-id-form-2" {
  command = plan
  variables {
    allow_from = { clients = { protocols = ["openwire"], security_group_id = "default" } }
  }
  expect_failures = [var.allow_from]
}

run "security-group-count" {
  command = plan
  variables {
    additional_security_group_ids = ["sg-1", "sg-2", "sg-3", "sg-4", "sg-5"]
  }
  expect_failures = [aws_mq_broker.this]
}

run "security-group-id-form" {
  command = plan
  variables {
    additional_security_group_ids = ["default"]
  }
  expect_failures = [var.additional_security_group_ids]
}

run "document-root" {
  command = plan
  variables {
    document = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<beans xmlns=\"http://activemq.apache.org/schema/core\"/>\n"
  }
  expect_failures = [aws_mq_configuration.this]
}

run "document-form" {
  command = plan
  variables {
    document = "<broker xmlns=\"http://activemq.apache.org/schema/core\"/>"
  }
  expect_failures = [aws_mq_configuration.this]
}

run "document-form-2" {
  command = plan
  variables {
    document = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<broker xmlns=\"http://activemq.apache.org/schema/core\" schedulePeriodForDestinationPurge=\"0\"/>\n"
  }
  expect_failures = [aws_mq_configuration.this]
}

run "placeholder" {
  command = plan
  variables {
    document = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<broker schedulePeriodForDestinationPurge=\"$${period}\" xmlns=\"http://activemq.apache.org/schema/core\"/>\n"
  }
  expect_failures = [aws_mq_configuration.this]
}

run "user-required" {
  command = plan
  variables {
    users = {}
  }
  expect_failures = [var.users]
}

run "user-count" {
  command = plan
  variables {
    users = { for number in range(251) : "user-${number}" => {} }
  }
  expect_failures = [aws_mq_broker.this]
}

run "username-form" {
  command = plan
  variables {
    users = { "orders:admin" = {} }
  }
  expect_failures = [var.users]
}

run "group-count" {
  command = plan
  variables {
    users = { orders = { groups = ["group-0", "group-1", "group-2", "group-3", "group-4", "group-5", "group-6", "group-7", "group-8", "group-9", "group-10", "group-11", "group-12", "group-13", "group-14", "group-15", "group-16", "group-17", "group-18", "group-19", "group-20"] } }
  }
  expect_failures = [aws_mq_broker.this]
}

run "group-form" {
  command = plan
  variables {
    users = { orders = { groups = ["all clients"] } }
  }
  expect_failures = [var.users]
}

run "replication-user-console" {
  command = plan
  variables {
    users = { orders = { replication_user = true, console_access = true } }
  }
  expect_failures = [var.users]
}

run "password-form" {
  command = plan
  variables {
    passwords = { admin = "too:short" }
  }
  expect_failures = [var.passwords]
}

run "secret-recovery-window" {
  command = plan
  variables {
    secret_recovery_window_in_days = 3
  }
  expect_failures = [var.secret_recovery_window_in_days]
}

run "encryption-key-arn" {
  command = plan
  variables {
    kms_key_arn = "alias/messages"
  }
  expect_failures = [var.kms_key_arn]
}

run "maintenance-window-day" {
  command = plan
  variables {
    maintenance_window = { day_of_week = "Sunday", time_of_day = "03:00" }
  }
  expect_failures = [var.maintenance_window]
}

run "maintenance-window-time" {
  command = plan
  variables {
    maintenance_window = { day_of_week = "SUNDAY", time_of_day = "25:00" }
  }
  expect_failures = [var.maintenance_window]
}

run "maintenance-window-zone" {
  command = plan
  variables {
    maintenance_window = { day_of_week = "SUNDAY", time_of_day = "03:00", time_zone = "KST" }
  }
  expect_failures = [var.maintenance_window]
}

run "timeout-form" {
  command = plan
  variables {
    timeouts = { create = "45" }
  }
  expect_failures = [var.timeouts]
}

run "tag-count" {
  command = plan
  variables {
    tags = { for number in range(50) : "tag-${number}" => "" }
  }
  expect_failures = [var.tags]
}

run "tag-form" {
  command = plan
  variables {
    tags = { "aws:team" = "orders" }
  }
  expect_failures = [var.tags]
}

run "input-key" {
  command = plan
  variables {
    users = { orders = { console_acess = true } }
  }
  expect_failures = [var.users]
}

run "input-key-2" {
  command = plan
  variables {
    users = { orders = { secret = { id = "telemetry/devices", key = "password" } } }
  }
  expect_failures = [var.users]
}

run "input-key-3" {
  command = plan
  variables {
    allow_from = { clients = { protocols = ["openwire"], ipv4_cidr = "10.20.0.0/16", cidr = "10.30.0.0/16" } }
  }
  expect_failures = [var.allow_from]
}

run "input-key-4" {
  command = plan
  variables {
    allow_to = { directory = { ports = [636], ipv4_cidr = "10.30.0.0/16", port = 389 } }
  }
  expect_failures = [var.allow_to]
}

run "input-key-5" {
  command = plan
  variables {
    logs = { genral = false }
  }
  expect_failures = [var.logs]
}

run "input-key-6" {
  command = plan
  variables {
    maintenance_window = { day_of_week = "SUNDAY", time_of_day = "03:00", timezone = "Asia/Seoul" }
  }
  expect_failures = [var.maintenance_window]
}

run "input-key-7" {
  command = plan
  variables {
    timeouts = { craete = "45m" }
  }
  expect_failures = [var.timeouts]
}

run "input-key-8" {
  command = plan
  variables {
    ldap = { hosts = ["ldap.example.com"], role_base = "ou=groups,dc=example,dc=com", role_search_matching = "(member={0})", service_account_username = "cn=amazon-mq,dc=example,dc=com", service_account_secret = { id = "ldap/amazon-mq" }, user_base = "ou=users,dc=example,dc=com", user_search_matching = "(uid={0})", user_search_subtre = true }
  }
  expect_failures = [var.ldap]
}

run "grant-protocols-2" {
  command = plan
  variables {
    allow_to = { directory = { ports = [], ipv4_cidr = "10.30.0.0/16" } }
  }
  expect_failures = [var.allow_to]
}

run "grant-port" {
  command = plan
  variables {
    allow_to = { directory = { ports = [0, 65536], ipv4_cidr = "10.30.0.0/16" } }
  }
  expect_failures = [var.allow_to]
}

run "peer-one-3" {
  command = plan
  variables {
    allow_to = { directory = { ports = [636] } }
  }
  expect_failures = [var.allow_to]
}

run "peer-cidr-form-3" {
  command = plan
  variables {
    allow_to = { directory = { ports = [636], ipv4_cidr = "10.30.0.1/16" } }
  }
  expect_failures = [var.allow_to]
}

run "configuration-id-form" {
  command = plan
  variables {
    configuration = { id = "orders", revision = 1 }
  }
  expect_failures = [var.configuration]
}

run "configuration-revision" {
  command = plan
  variables {
    configuration = { id = "c-0123", revision = 0 }
  }
  expect_failures = [var.configuration]
}

run "configuration-name-form" {
  command = plan
  variables {
    configuration_name = "orders and invoices"
  }
  expect_failures = [var.configuration_name]
}

run "security-group-id-form-2" {
  command = plan
  variables {
    security_group = { id = "default" }
  }
  expect_failures = [var.security_group]
}

run "encryption-key-arn-2" {
  command = plan
  variables {
    secret_kms_key_arn = "alias/secrets"
  }
  expect_failures = [var.secret_kms_key_arn]
}

run "secret-name-form" {
  command = plan
  variables {
    users = { orders = { secret_name = "orders & invoices" } }
  }
  expect_failures = [var.users]
}

run "secret-id-form" {
  command = plan
  variables {
    users = { orders = { secret = { id = "orders & invoices" } } }
  }
  expect_failures = [var.users]
}

run "parameter-path-form" {
  command = plan
  variables {
    parameter_path = "messaging/orders"
  }
  expect_failures = [var.parameter_path]
}

run "parameter-path-form-2" {
  command = plan
  variables {
    parameter_path = "/aws/orders"
  }
  expect_failures = [var.parameter_path]
}

run "ldap-host-count" {
  command = plan
  variables {
    ldap = { hosts = [], role_base = "ou=groups,dc=example,dc=com", role_search_matching = "(member={0})", service_account_username = "cn=amazon-mq,dc=example,dc=com", service_account_secret = { id = "ldap/amazon-mq" }, user_base = "ou=users,dc=example,dc=com", user_search_matching = "(uid={0})" }
  }
  expect_failures = [var.ldap]
}

run "ldap-host-form" {
  command = plan
  variables {
    ldap = { hosts = ["ldaps://ldap.example.com:636"], role_base = "ou=groups,dc=example,dc=com", role_search_matching = "(member={0})", service_account_username = "cn=amazon-mq,dc=example,dc=com", service_account_secret = { id = "ldap/amazon-mq" }, user_base = "ou=users,dc=example,dc=com", user_search_matching = "(uid={0})" }
  }
  expect_failures = [var.ldap]
}

run "ldap-field-blank" {
  command = plan
  variables {
    ldap = { hosts = ["ldap.example.com"], role_base = "ou=groups,dc=example,dc=com", role_search_matching = "(member={0})", service_account_username = "cn=amazon-mq,dc=example,dc=com", service_account_secret = { id = "ldap/amazon-mq" }, user_base = " ", user_search_matching = "(uid={0})" }
  }
  expect_failures = [var.ldap]
}

run "acknowledge-code" {
  command = plan
  variables {
    acknowledge = { broker-name-form = "we like it" }
  }
  expect_failures = [var.acknowledge]
}

run "acknowledge-reason" {
  command = plan
  variables {
    acknowledge = { standby-micro = " " }
  }
  expect_failures = [var.acknowledge]
}

run "auto-minor-upgrade" {
  command = plan
  variables {
    auto_minor_version_upgrade = false
  }
  expect_failures = [aws_mq_broker.this]
}

run "parameter-user" {
  command = plan
  variables {
    parameter_path = "/messaging/orders"
    parameter_user = "nobody"
  }
  expect_failures = [aws_mq_broker.this]
}

run "subnet-count" {
  command = plan
  variables {
    network = { vpc_id = "vpc-0123456789abcdef0", subnet_ids = ["subnet-0123456789abcdef0"] }
  }
  expect_failures = [aws_mq_broker.this]
}

run "storage-deployment-mode" {
  command = plan
  variables {
    storage_type = "EBS"
  }
  expect_failures = [aws_mq_broker.this]
}

run "storage-instance-type" {
  command = plan
  variables {
    deployment_mode = "SINGLE_INSTANCE"
    storage_type    = "EBS"
    instance_type   = "mq.t3.micro"
    network         = { vpc_id = "vpc-0123456789abcdef0", subnet_ids = ["subnet-0123456789abcdef0"] }
  }
  expect_failures = [aws_mq_broker.this]
}

run "password-user" {
  command = plan
  variables {
    passwords = { nobody = "correct-horse-battery" }
  }
  expect_failures = [aws_mq_broker.this]
}

run "subnet-fit" {
  command = plan
  variables {
    vpc_cidr = "10.0.0.0/28"
  }
  expect_failures = [aws_vpc.this]
}

run "zone-count" {
  command = plan
  variables {
    deployment_mode    = "SINGLE_INSTANCE"
    availability_zones = ["eu-west-1a", "eu-west-1b"]
  }
  expect_failures = [aws_subnet.first]
}

run "unknown-element" {
  command = plan
  variables {
    document = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<broker xmlns=\"http://activemq.apache.org/schema/core\"><plugins><simpleAuthenticationPlugin/></plugins></broker>\n"
  }
  expect_failures = [aws_mq_configuration.this]
}

run "unknown-attribute" {
  command = plan
  variables {
    document = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<broker useJmx=\"true\" xmlns=\"http://activemq.apache.org/schema/core\"/>\n"
  }
  expect_failures = [aws_mq_configuration.this]
}

run "attribute-version" {
  command = plan
  variables {
    engine_version = "5.18"
    document       = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<broker maxUncommittedCount=\"1000\" xmlns=\"http://activemq.apache.org/schema/core\"/>\n"
  }
  expect_failures = [aws_mq_configuration.this]
}

run "standby-micro" {
  command = plan
  variables {
    instance_type = "mq.t3.micro"
  }
  expect_failures = [check.standby_micro]
}

run "public-open-to-internet" {
  command = plan
  variables {
    publicly_accessible = true
    allow_from          = { clients = { protocols = ["openwire"], ipv4_cidr = "0.0.0.0/0" } }
  }
  expect_failures = [check.public_open_to_internet]
}

run "public-security-group-peer" {
  command = plan
  variables {
    publicly_accessible = true
    allow_from          = { clients = { protocols = ["openwire"], security_group_id = "sg-0123456789abcdef0" } }
  }
  expect_failures = [check.public_security_group_peer]
}
