import { CREATABLE_VERSIONS } from '../support/engine-versions';

/** What a plan says of each wrong input of tools/module: whole, by module and by the name of its test. */
export const WRONG_INPUT_MESSAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  activemq: {
    'broker-name-form':
      'error: [broker-name-form] broker_name: got orders & invoices; allowed: 1 to 50 letters, digits, hyphens and underscores; choose a name of this form (Amazon MQ and the provider reject the name; changing it later replaces the broker)',
    'deployment-mode':
      'error: [deployment-mode] deployment_mode: got CLUSTER_MULTI_AZ; allowed: SINGLE_INSTANCE or ACTIVE_STANDBY_MULTI_AZ; write "ACTIVE_STANDBY_MULTI_AZ" (Amazon MQ has no other deployment mode for the engine)',
    'engine-version-form': `error: [engine-version-form] engine_version: got 5.18.7; allowed: ${CREATABLE_VERSIONS}; write major and minor, such as "5.19" (Amazon MQ accepts major and minor only and chooses the patch itself: "Broker engine version [5.18.7] is invalid")`,
    'engine-version-supported': `error: [engine-version-supported] engine_version: got 5.17; allowed: ${CREATABLE_VERSIONS}; write "5.19" (Amazon MQ creates no broker of a version whose support has ended)`,
    'engine-version-supported-2': `error: [engine-version-supported] engine_version: got 5.9; allowed: ${CREATABLE_VERSIONS}; write "5.19" (Amazon MQ creates no broker of a version whose support has ended)`,
    'instance-type-form':
      'error: [instance-type-form] instance_type: got m5.large; allowed: mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or a newer type; write "mq.m5.large" (Amazon MQ has no such instance type; the provider does not check it)',
    'instance-type-creatable':
      'error: [instance-type-creatable] instance_type: got mq.t2.micro; allowed: mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or a newer type; write "mq.m5.large" (Amazon MQ creates no broker of a retired instance type)',
    'instance-type-engine':
      'error: [instance-type-engine] instance_type: got mq.m7g.large; allowed: mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or a newer type; write "mq.m5.large" (Amazon MQ offers the instance family for RabbitMQ only)',
    'storage-type':
      'error: [storage-type] storage_type: got gp3; allowed: EFS or EBS; set it to EFS (Amazon MQ has no other storage)',
    'vpc-id-form':
      'error: [vpc-id-form] network: got orders; allowed: an id such as vpc-0123456789abcdef0; give the id of the VPC, not its name (AWS has no VPC with another id)',
    'subnet-id-form':
      'error: [subnet-id-form] network: got private-a, private-b; allowed: an id such as subnet-0123456789abcdef0; give the id of the subnet, not its name (AWS has no subnet with another id, and a missing id leaves the broker in the default VPC)',
    'subnet-unique':
      'error: [subnet-unique] network: got subnet-0123456789abcdef0; allowed: each subnet once; give a subnet of another Availability Zone (subnets are a set, so Terraform drops the duplicate and one subnet is left)',
    'vpc-cidr-form':
      'error: [vpc-cidr-form] vpc_cidr: got 10.0.0.1/24; allowed: an IPv4 CIDR block such as 10.0.0.0/24; write network address and prefix length (AWS rejects a VPC whose CIDR block is not IPv4; where it has host bits, AWS keeps another block than you wrote)',
    'vpc-cidr-form-2':
      'error: [vpc-cidr-form] vpc_cidr: got 10.0.0/24; allowed: an IPv4 CIDR block such as 10.0.0.0/24; write network address and prefix length (AWS rejects a VPC whose CIDR block is not IPv4; where it has host bits, AWS keeps another block than you wrote)',
    'vpc-cidr-size':
      'error: [vpc-cidr-size] vpc_cidr: got 10.0.0.0/8; allowed: /16 to /28; choose another prefix length (AWS rejects a VPC larger than /16 or smaller than /28)',
    'zone-unique':
      'error: [zone-unique] availability_zones: got eu-west-1a; allowed: each Availability Zone once; name another Availability Zone of the Region (Amazon MQ rejects an active/standby broker whose subnets are in one Availability Zone)',
    'grant-protocols':
      'error: [grant-protocols] allow_from: got clients; allowed: one protocol or more; name the protocols that the peer may use, such as OpenWire (a grant without a protocol opens no port)',
    'protocol-name':
      'error: [protocol-name] allow_from: got jms; allowed: openwire, amqp, stomp, mqtt, websocket, web_console; write one of these names (a broker listens for these protocols only)',
    'peer-one':
      'error: [peer-one] allow_from: got clients; allowed: one of ipv4_cidr, ipv6_cidr, prefix_list_id and security_group_id; set exactly one of them for each grant (AWS accepts one peer for a rule of a security group)',
    'peer-one-2':
      'error: [peer-one] allow_from: got clients; allowed: one of ipv4_cidr, ipv6_cidr, prefix_list_id and security_group_id; set exactly one of them for each grant (AWS accepts one peer for a rule of a security group)',
    'grant-unique':
      'error: [grant-unique] allow_from: got openwire from 10.20.0.0/16; allowed: each protocol once for a peer; remove the protocol from one of the grants to this peer (AWS rejects a second rule of the same kind)',
    'peer-cidr-form':
      'error: [peer-cidr-form] allow_from: got 10.20.1.0/16; allowed: an IPv4 CIDR block such as 10.20.0.0/16; write network address and prefix length (AWS rejects a CIDR block that is malformed, of the other IP version, or has host bits set)',
    'peer-cidr-form-2':
      'error: [peer-cidr-form] allow_from: got 2001:db8::1/32; allowed: an IPv6 CIDR block such as 2001:db8::/32; write network address and prefix length (AWS rejects a CIDR block that is malformed, of the other IP version, or has host bits set)',
    'peer-id-form':
      'error: [peer-id-form] allow_from: got offices; allowed: an id such as pl-0123456789abcdef0; give the id, not the name (AWS rejects an id of another form)',
    'peer-id-form-2':
      'error: [peer-id-form] allow_from: got default; allowed: an id such as sg-0123456789abcdef0, or 123456789012/sg-0123456789abcdef0 for a group of another account; give the id, not the name (AWS rejects an id of another form)',
    'security-group-count':
      'error: [security-group-count] additional_security_group_ids: got 6; allowed: at most 5 for a broker, the one that takes the grants included; merge the rules of several groups into one (Amazon MQ and the provider reject more than five security groups)',
    'security-group-id-form':
      'error: [security-group-id-form] additional_security_group_ids: got default; allowed: an id such as sg-0123456789abcdef0; give the id of the security group, not its name (AWS has no security group with another id, and a broker takes none of another account)',
    'document-root':
      'error: [document-root] document: got beans; allowed: one broker element; remove what is around the broker element (Amazon MQ takes one broker element; it drops or rejects what is around it)',
    'document-form':
      'error: [document-form] document: got <broker xmlns="http://activemq.apache.org/schema/core"/>; allowed: the declaration <?xml version="1.0" encoding="UTF-8" standalone="yes"?> and no comments; write the file with `cdktf-amazon-mq format FILE --write` (Amazon MQ returns a different text from the one it got, so every plan would show a change)',
    'document-form-2':
      'error: [document-form] document: got broker; allowed: attributes sorted by name, xmlns among them; write the file with `cdktf-amazon-mq format FILE --write` (Amazon MQ returns a different text from the one it got, so every plan would show a change)',
    placeholder:
      'error: [placeholder] document: got ${period}; allowed: values written out; write the value in its place, as templatefile() of Terraform does (Amazon MQ has no properties to fill in, so it drops values with ${…} or #{…})',
    'user-required':
      'error: [user-required] users: got 0; allowed: 1 to 250 users; add a user (the provider needs a user block, even with LDAP)',
    'user-count':
      'error: [user-count] users: got 251; allowed: 1 to 250 users; share users between applications (Amazon MQ keeps at most 250 users for a broker)',
    'username-form':
      'error: [username-form] users: got orders:admin; allowed: 2 to 100 letters, digits, hyphens, periods, underscores and tildes; choose a name of this form (Amazon MQ rejects the user; the provider checks the length only)',
    'group-count':
      'error: [group-count] groups of users: got 21 groups of orders; allowed: at most 20 groups; merge groups that have the same permissions (Amazon MQ and the provider reject a user with more than 20 groups)',
    'group-form':
      'error: [group-form] users: got all clients; allowed: 2 to 100 letters, digits, hyphens, periods, underscores and tildes; choose a name of this form (Amazon MQ rejects the user; the provider checks the length only)',
    'replication-user-console':
      'error: [replication-user-console] console_access of users: got true for orders; allowed: false for a replication user; set it to false, and give the console to another user (Amazon MQ rejects it: "Replication user couldn\'t have console access")',
    'input-key':
      'error: [input-key] network_of_brokers: got conectors; allowed: connectors, ttl, username, group, secret, replay_delay, expire_messages_period; in secret id, field; correct the key, or remove it (Terraform drops a key that a type does not have, silently)',
    'network-member-id':
      'error: [network-member-id] network_of_brokers: got a-to-b; allowed: 1 to 50 letters, digits, hyphens, periods and underscores, without "-to-"; write a short name that never changes (connectors are named after the ids of their members, such as a-to-b-queues, and each name must be unique)',
    'network-ttl':
      'error: [network-ttl] network_of_brokers: got 0; allowed: a whole number from 1, the most hops between two members; count the hops between the two members that are farthest apart (ttl counts the hops that a message of a topic and the demand of a consumer pass: farther members get nothing)',
    'network-replay-delay':
      'error: [network-replay-delay] network_of_brokers: got 10; allowed: a whole number of milliseconds from 1000 to 60000; leave it out (a message that returns to a broker before the broker removed it is taken for a duplicate, and both copies are lost)',
    'network-expire-messages-period':
      'error: [network-expire-messages-period] network_of_brokers: got 60000; allowed: a whole number of milliseconds from 1000 to 30000; leave it out (a broker looks at delayed messages of an idle queue only when it looks for expired ones; each time it goes through all queues)',
    'username-form-2':
      'error: [username-form] network_of_brokers: got the network; allowed: 2 to 100 letters, digits, hyphens, periods, underscores and tildes; choose a name of this form (Amazon MQ rejects the user; the provider checks the length only)',
    'group-form-2':
      'error: [group-form] network_of_brokers: got all brokers; allowed: 2 to 100 letters, digits, hyphens, periods, underscores and tildes; choose a name of this form (Amazon MQ rejects the user; the provider checks the length only)',
    'secret-id-form':
      'error: [secret-id-form] network_of_brokers: got orders & invoices; allowed: an ARN, or 1 to 512 letters, digits and / _ + = . @ -; give the name or the ARN of the secret (Secrets Manager has no secret with such a name or ARN)',
    'network-user-taken':
      'error: [network-user-taken] username of network_of_brokers: got admin; allowed: a name that is not a key of users; remove the user from users, or give the network another username (the network gives each member a user of its own, with one password for all)',
    'network-configuration':
      'error: [network-configuration] configuration: got c-0123; allowed: a configuration that the module makes; give the document in document, or leave network_of_brokers out (the document of each member gets connectors and a policy of its own)',
    'network-connectors':
      'error: [network-connectors] document: got networkConnectors; allowed: a document without networkConnectors, if network_of_brokers has connectors; remove them from the document, or from network_of_brokers (a document has one element networkConnectors, and Amazon MQ drops or rejects another one)',
    'network-replay':
      'error: [network-replay] document: got replayWhenNoConsumers in 0 of 0 policy entries of queues; allowed: a policy entry for the queue >, and a conditionalNetworkBridgeFilterFactory with replayWhenNoConsumers="true" in each policy entry of queues; leave document out, or add the filter as documents/member.xml.tftpl of the module has it (messages do not return from a member that lost its consumers)',
    'network-group':
      'error: [network-group] document: got an authorizationMap without the group network; allowed: read, write and admin on the queue > and on the topic > for the group of network_of_brokers; add the group to the authorizationMap (connectors pass what their user may read and write, and nothing else)',
    'password-form':
      'error: [password-form] passwords: got the password of admin; allowed: 12 to 250 characters, 4 of them different, without comma, colon or equals sign; change the password (Amazon MQ rejects the user; the provider checks length, different characters and commas only)',
    'secret-recovery-window':
      'error: [secret-recovery-window] secret_recovery_window_in_days: got 3; allowed: 0, or 7 to 30 days; set it to one of these, or remove it for 30 days (Secrets Manager keeps a deleted secret for 7 to 30 days, or deletes it at once with 0; the provider rejects everything else)',
    'encryption-key-arn':
      'error: [encryption-key-arn] kms_key_arn: got alias/messages; allowed: arn:aws:kms:REGION:ACCOUNT:key/ID; give the ARN of the key, not its id or alias (the provider rejects a key id or alias: it needs the ARN of the key)',
    'maintenance-window-day':
      'error: [maintenance-window-day] maintenance_window: got Sunday; allowed: MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY; write "SUNDAY" (Amazon MQ rejects every other spelling of the day; the provider accepts other letter cases)',
    'maintenance-window-time':
      'error: [maintenance-window-time] maintenance_window: got 25:00; allowed: 00:00 to 23:59; write two digits for hours and minutes, as in "03:30" (Amazon MQ rejects the time: "Specify time in 24-hour format"; the provider does not check it)',
    'maintenance-window-zone':
      'error: [maintenance-window-zone] maintenance_window: got KST; allowed: UTC, Country/City as in "Asia/Seoul", or an offset as in "+09:00"; write "UTC", or the city of your time zone (Amazon MQ rejects other time zones; the provider does not check them)',
    'timeout-form':
      'error: [timeout-form] timeouts: got 45; allowed: numbers with h, m or s, as in "45m"; write the unit after the number, as in "45m" (the provider rejects a timeout that is not a duration in the notation of Go)',
    'tag-count':
      'error: [tag-count] tags: got 51; allowed: at most 50 tags on a resource; remove some; default tags of the provider and an added tag Name count as well (AWS rejects a resource with more than 50 tags)',
    'tag-form':
      'error: [tag-form] tags: got aws:team; allowed: keys of 1 to 128 letters, digits, spaces and _ . : / = + - @, not beginning with aws:, values of at most 256 letters, digits, spaces and _ . : / = + - @; rename the tag, or shorten or change its value (AWS rejects a tag whose key or value is too long, has other characters, or uses the prefix that AWS reserves)',
    'input-key-2':
      'error: [input-key] users: got orders.console_acess; allowed: console_access, groups, replication_user, secret, secret_name; in secret id, field; correct the key, or remove it (Terraform drops a key that a type does not have, silently)',
    'input-key-3':
      'error: [input-key] users: got orders.secret.key; allowed: console_access, groups, replication_user, secret, secret_name; in secret id, field; correct the key, or remove it (Terraform drops a key that a type does not have, silently)',
    'input-key-4':
      'error: [input-key] allow_from: got clients.cidr; allowed: protocols, ipv4_cidr, ipv6_cidr, prefix_list_id, security_group_id; correct the key, or remove it (Terraform drops a key that a type does not have, silently)',
    'input-key-5':
      'error: [input-key] allow_to: got directory.port; allowed: ports, ipv4_cidr, ipv6_cidr, prefix_list_id, security_group_id; correct the key, or remove it (Terraform drops a key that a type does not have, silently)',
    'input-key-6':
      'error: [input-key] logs: got genral; allowed: general, audit, resource_policy; correct the key, or remove it (Terraform drops a key that a type does not have, silently)',
    'input-key-7':
      'error: [input-key] maintenance_window: got timezone; allowed: day_of_week, time_of_day, time_zone; correct the key, or remove it (Terraform drops a key that a type does not have, silently)',
    'input-key-8':
      'error: [input-key] timeouts: got craete; allowed: create, update, delete; correct the key, or remove it (Terraform drops a key that a type does not have, silently)',
    'input-key-9':
      'error: [input-key] ldap: got user_search_subtre; allowed: hosts, role_base, role_name, role_search_matching, role_search_subtree, service_account_username, service_account_secret, user_base, user_role_name, user_search_matching, user_search_subtree; in service_account_secret id, field; correct the key, or remove it (Terraform drops a key that a type does not have, silently)',
    'grant-protocols-2':
      'error: [grant-protocols] allow_to: got directory; allowed: one protocol or more; name the protocols that the peer may use, such as OpenWire (a grant without a protocol opens no port)',
    'grant-port':
      'error: [grant-port] allow_to: got 0, 65536; allowed: a whole number from 1 to 65535; give the port on which the peer listens, such as 636 for an LDAP server (AWS rejects a TCP rule whose port is not a number from 1 to 65535)',
    'peer-one-3':
      'error: [peer-one] allow_to: got directory; allowed: one of ipv4_cidr, ipv6_cidr, prefix_list_id and security_group_id; set exactly one of them for each grant (AWS accepts one peer for a rule of a security group)',
    'peer-cidr-form-3':
      'error: [peer-cidr-form] allow_to: got 10.30.0.1/16; allowed: an IPv4 CIDR block such as 10.20.0.0/16; write network address and prefix length (AWS rejects a CIDR block that is malformed, of the other IP version, or has host bits set)',
    'configuration-id-form':
      'error: [configuration-id-form] configuration: got orders; allowed: an id such as c-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f; give the id of the configuration, not its name (Amazon MQ has no configuration with another id, such as its name)',
    'configuration-revision':
      'error: [configuration-revision] configuration: got 0; allowed: a whole number from 1; give the number of the revision the broker is to have (revisions count from 1, and the provider does not send 0: the broker would get the latest)',
    'configuration-name-form':
      'error: [configuration-name-form] configuration_name: got orders and invoices; allowed: 1 to 150 letters, digits, hyphens, periods, underscores and tildes; choose a name of this form (Amazon MQ rejects the name at apply; the provider does not check it)',
    'security-group-id-form-2':
      'error: [security-group-id-form] security_group: got default; allowed: an id such as sg-0123456789abcdef0; give the id of the security group, not its name (AWS has no security group with another id, and a broker takes none of another account)',
    'encryption-key-arn-2':
      'error: [encryption-key-arn] secret_kms_key_arn: got alias/secrets; allowed: arn:aws:kms:REGION:ACCOUNT:key/ID; give the ARN of the key, not its id or alias (the provider rejects a key id or alias: it needs the ARN of the key)',
    'secret-name-form':
      'error: [secret-name-form] users: got orders & invoices; allowed: 1 to 512 letters, digits and / _ + = . @ -; choose a name of this form (Secrets Manager and the provider reject the name)',
    'secret-id-form-2':
      'error: [secret-id-form] users: got orders & invoices; allowed: an ARN, or 1 to 512 letters, digits and / _ + = . @ -; give the name or the ARN of the secret (Secrets Manager has no secret with such a name or ARN)',
    'parameter-path-form':
      'error: [parameter-path-form] parameter_path: got messaging/orders; allowed: 1 to 13 parts of letters, digits, hyphens, periods and underscores, each after a slash; the first not beginning with aws or ssm; write a path such as "/messaging/orders", without a slash at its end (Parameter Store rejects other forms, more than 15 levels, and names that begin with aws or ssm)',
    'parameter-path-form-2':
      'error: [parameter-path-form] parameter_path: got /aws/orders; allowed: 1 to 13 parts of letters, digits, hyphens, periods and underscores, each after a slash; the first not beginning with aws or ssm; write a path such as "/messaging/orders", without a slash at its end (Parameter Store rejects other forms, more than 15 levels, and names that begin with aws or ssm)',
    'ldap-host-count':
      'error: [ldap-host-count] ldap: got 0; allowed: 1 or 2 hosts; give the LDAP server and at most one to fail over to (Amazon MQ accepts one LDAP server and one to fail over to)',
    'ldap-host-form':
      'error: [ldap-host-form] ldap: got ldaps://ldap.example.com:636; allowed: a name such as ldap.example.com, without scheme and port; write the fully qualified name only, without ldaps:// and :636 (Amazon MQ accepts a fully qualified name only, and always connects by LDAPS to port 636)',
    'ldap-field-blank':
      'error: [ldap-field-blank] ldap: got user_base; allowed: a distinguished name, or a filter such as (uid={0}); write what the directory uses (Amazon MQ requires the field: without it, no user or group is found)',
    'acknowledge-code':
      'error: [acknowledge-code] acknowledge: got broker-name-form; allowed: attribute-version, auto-minor-upgrade, document-form, document-root, engine-version-supported, group-count, instance-type-creatable, instance-type-engine, network-configuration, network-connectors, network-group, network-replay, network-user-taken, parameter-user, password-user, placeholder, public-open-to-internet, public-security-group-peer, security-group-count, standby-micro, storage-deployment-mode, storage-instance-type, subnet-count, subnet-fit, unknown-attribute, unknown-element, user-count, zone-count; correct the code, or remove the entry (an acknowledgement of a rule that does not exist acknowledges nothing, silently)',
    'acknowledge-reason':
      'error: [acknowledge-reason] acknowledge: got standby-micro; allowed: a sentence; write why the rule does not hold here (without a reason, nobody knows when the acknowledgement can go)',
    'auto-minor-upgrade':
      'error: [auto-minor-upgrade] auto_minor_version_upgrade: got false; allowed: true, from 5.18 on; set it to true, and set maintenance_window to a time that suits you (Amazon MQ rejects the broker: "must have [autoMinorVersionUpgrade] set to [true]"; the provider sends false where nothing is set)',
    'parameter-user':
      'error: [parameter-user] parameter_user: got nobody; allowed: a key of users whose password is in a secret; write the name of such a user (there is no secret whose ARN could be a parameter)',
    'subnet-count':
      'error: [subnet-count] subnet_ids of network: got 1; allowed: 1 for SINGLE_INSTANCE, 2 for ACTIVE_STANDBY_MULTI_AZ; give one subnet for each instance, of one VPC and in different Availability Zones (a broker needs one subnet for each of its instances; without any, Amazon MQ takes the default VPC or fails)',
    'storage-deployment-mode':
      'error: [storage-deployment-mode] storage_type: got EBS; allowed: EFS; set it to EFS, or set deployment_mode to SINGLE_INSTANCE (an active/standby broker shares its store between two Availability Zones, which EBS cannot)',
    'storage-instance-type':
      'error: [storage-instance-type] storage_type: got EBS with mq.t3.micro; allowed: EFS; for a new broker set it to EFS, or take an instance type of mq.m5 (Amazon MQ rejects EBS on every instance family but mq.m5)',
    'password-user':
      'error: [password-user] passwords: got nobody; allowed: names that are keys of users; add the user to users, or remove its password (a password without a user has no effect)',
    'subnet-fit':
      'error: [subnet-fit] vpc_cidr: got 10.0.0.0/28; allowed: /27 or larger, for 2 subnets of /28; take a larger CIDR block for the VPC, or smaller subnets (AWS rejects a subnet outside the CIDR block of its VPC)',
    'unknown-element':
      'error: [unknown-element] document: got simpleAuthenticationPlugin; allowed: the elements that Amazon MQ permits; remove it; `cdktf-amazon-mq check FILE` names the one that was probably meant (Amazon MQ drops the element with everything in it)',
    'unknown-attribute':
      'error: [unknown-attribute] document: got broker@useJmx; allowed: the attributes that Amazon MQ permits; remove it; `cdktf-amazon-mq check FILE` names the one that was probably meant (Amazon MQ drops the attribute)',
    'attribute-version':
      'error: [attribute-version] document: got broker@maxUncommittedCount; allowed: the attributes that the engine version has; remove the attribute, or set engine_version to one that has it (the attribute is permitted in other engine versions; in this one, Amazon MQ drops it)',
    'standby-micro':
      'warning: [standby-micro] instance_type: got mq.t3.micro; allowed: mq.m5.large or larger; write "mq.m5.large" (AWS recommends mq.t3.micro for evaluation only)',
    'public-open-to-internet':
      'warning: [public-open-to-internet] allow_from: got clients; allowed: the CIDR blocks of your clients; grant access to these CIDR blocks only (anyone on the internet can reach the port and try passwords)',
    'public-security-group-peer':
      'warning: [public-security-group-peer] allow_from: got clients; allowed: CIDR blocks and prefix lists; name the public CIDR blocks of your clients, or make the broker private (clients reach a public broker at its public addresses, and AWS matches no security group as the source there)',
    'zone-count':
      'error: [zone-count] availability_zones: got 2 for mq.m5.large with EFS; allowed: one Availability Zone for each instance; name one for each instance, or remove the list to have them chosen (an active/standby broker has its instances in two Availability Zones, a single instance in one)',
  },
  'activemq-alarms': {
    'broker-name-form':
      'error: [broker-name-form] broker_name: got orders & invoices; allowed: 1 to 50 letters, digits, hyphens and underscores; choose a name of this form (Amazon MQ and the provider reject the name; changing it later replaces the broker)',
    'deployment-mode':
      'error: [deployment-mode] deployment_mode: got CLUSTER_MULTI_AZ; allowed: SINGLE_INSTANCE or ACTIVE_STANDBY_MULTI_AZ; write "ACTIVE_STANDBY_MULTI_AZ" (Amazon MQ has no other deployment mode for the engine)',
    'alarm-topic-form':
      'error: [alarm-topic-form] topic_arns: got operations; allowed: an ARN such as arn:aws:sns:eu-west-1:123456789012:operations; give the ARN, not the name (CloudWatch rejects an action that is not the ARN of an SNS topic)',
    'alarm-email-form':
      'error: [alarm-email-form] emails: got Operations <operations@example.com>; allowed: one address such as operations@example.com; write the address alone, without a name; several addresses are several entries (SNS rejects the subscription)',
    'alarm-key':
      'error: [alarm-key] kms_key: got alias/aws/sns; allowed: a key such as arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444; give the ARN of a customer managed key that CloudWatch may use (CloudWatch cannot publish to a topic that an AWS managed key such as alias/aws/sns encrypts, and SNS rejects what is not a key)',
    'alarm-name':
      'error: [alarm-name] alarms: got heap; allowed: store_usage, temp_usage, heap_usage, cpu_utilization, cpu_credits, connections, open_transactions, journal_files, unconsumed_messages, network_connectors, silence, dead_letters; write one of these names; alarms of a queue are in queues (the module has no other alarms)',
    'alarm-threshold':
      'error: [alarm-threshold] alarms: got 101 for heap_usage; allowed: 0 to 100 for store_usage, temp_usage, heap_usage, cpu_utilization, connections; 0 to 576 for cpu_credits; 0 or more for open_transactions, journal_files, unconsumed_messages, dead_letters; 1 or more for network_connectors; 0 for silence; omit it for the default, or set enabled to false (the metric never crosses the threshold or always does, so the alarm says nothing)',
    'alarm-threshold-2':
      'error: [alarm-threshold] alarms: got 1 for silence; allowed: 0 to 100 for store_usage, temp_usage, heap_usage, cpu_utilization, connections; 0 to 576 for cpu_credits; 0 or more for open_transactions, journal_files, unconsumed_messages, dead_letters; 1 or more for network_connectors; 0 for silence; omit it for the default, or set enabled to false (the metric never crosses the threshold or always does, so the alarm says nothing)',
    'alarm-minutes':
      'error: [alarm-minutes] alarms: got 7 for journal_files; allowed: at most 1440, in multiples of 1 for store_usage, temp_usage, heap_usage, cpu_utilization, connections, network_connectors, silence, dead_letters; multiples of 5 for cpu_credits, open_transactions, journal_files, unconsumed_messages; omit it for the default (CloudWatch counts whole periods and looks back one day at most)',
    'input-key':
      'error: [input-key] alarms: got heap_usage.treshold; allowed: enabled, threshold, minutes; correct the key, or remove it (Terraform drops a key that a type does not have, silently)',
    'metric-destination-name':
      'error: [metric-destination-name] queues: got orders.>; allowed: 1 to 1024 printable ASCII characters without white space, quotes, comma, question mark, * and >; write the name of one queue (CloudWatch matches dimensions exactly: a pattern or a list of destinations matches nothing)',
    'alarm-threshold-3':
      'error: [alarm-threshold] queues: got -1 for depth of orders; allowed: 0 or more for depth, wait_minutes; 1 or more for no_consumers; omit it for the default, or set enabled to false (the metric never crosses the threshold or always does, so the alarm says nothing)',
    'alarm-minutes-2':
      'error: [alarm-minutes] queues: got 1441 for wait_minutes of orders; allowed: at most 1440, in multiples of 1 for depth, wait_minutes, no_consumers; omit it for the default (CloudWatch counts whole periods and looks back one day at most)',
    'input-key-2':
      'error: [input-key] queues: got orders.depth.treshold; allowed: depth, wait_minutes, no_consumers; in depth enabled, threshold, minutes; in wait_minutes enabled, threshold, minutes; in no_consumers enabled, threshold, minutes; correct the key, or remove it (Terraform drops a key that a type does not have, silently)',
    'metric-destination-name-2':
      'error: [metric-destination-name] dead_letter_queues: got DLQ.*; allowed: 1 to 1024 printable ASCII characters without white space, quotes, comma, question mark, * and >; write the name of one queue (CloudWatch matches dimensions exactly: a pattern or a list of destinations matches nothing)',
    'tag-count':
      'error: [tag-count] tags: got 51; allowed: at most 50 tags on a resource; remove some; default tags of the provider and an added tag Name count as well (AWS rejects a resource with more than 50 tags)',
    'tag-form':
      'error: [tag-form] tags: got aws:team; allowed: keys of 1 to 128 letters, digits, spaces and _ . : / = + - @, not beginning with aws:, values of at most 256 letters, digits, spaces and _ . : / = + - @; rename the tag, or shorten or change its value (AWS rejects a tag whose key or value is too long, has other characters, or uses the prefix that AWS reserves)',
    'acknowledge-code':
      'error: [acknowledge-code] acknowledge: got alarm-threshold; allowed: alarm-receiver; correct the code, or remove the entry (an acknowledgement of a rule that does not exist acknowledges nothing, silently)',
    'acknowledge-reason':
      'error: [acknowledge-reason] acknowledge: got alarm-receiver; allowed: a sentence; write why the rule does not hold here (without a reason, nobody knows when the acknowledgement can go)',
    'alarm-receiver':
      'warning: [alarm-receiver] topic_arns: got 0; allowed: one receiver or more in topic_arns or emails; give the ARN of an SNS topic, or e-mail addresses (an alarm without an action changes its state and notifies nobody)',
  },
  'activemq-dashboard': {
    'broker-name-form':
      'error: [broker-name-form] broker_name: got orders & invoices; allowed: 1 to 50 letters, digits, hyphens and underscores; choose a name of this form (Amazon MQ and the provider reject the name; changing it later replaces the broker)',
    'deployment-mode':
      'error: [deployment-mode] deployment_mode: got CLUSTER_MULTI_AZ; allowed: SINGLE_INSTANCE or ACTIVE_STANDBY_MULTI_AZ; write "ACTIVE_STANDBY_MULTI_AZ" (Amazon MQ has no other deployment mode for the engine)',
    'dashboard-name-form':
      'error: [dashboard-name-form] dashboard_name: got orders of today; allowed: 1 to 255 letters, digits, hyphens and underscores; choose a name of this form (CloudWatch rejects the name)',
    'metric-destination-name':
      'error: [metric-destination-name] queues: got orders.*; allowed: 1 to 1024 printable ASCII characters without white space, quotes, comma, question mark, * and >; write the name of one queue (CloudWatch matches dimensions exactly: a pattern or a list of destinations matches nothing)',
    'dashboard-queue-count':
      'error: [dashboard-queue-count] queues: got 167; allowed: at most 500 for SINGLE_INSTANCE, 166 for ACTIVE_STANDBY_MULTI_AZ; omit queues to find them by SEARCH, or make several dashboards (CloudWatch shows at most 500 metrics in a graph: one for each instance and queue, and one for both)',
  },
  'activemq-lambda': {
    'security-group-id-form':
      'error: [security-group-id-form] security_group_id: got default; allowed: an id such as sg-0123456789abcdef0; give the id of the security group, not its name (AWS has no security group with another id, and a broker takes none of another account)',
    'lambda-queue-name':
      'error: [lambda-queue-name] queue_name: got orders.>; allowed: 1 to 1024 printable ASCII characters without white space, quotes, comma, question mark, * and >; make one trigger for each queue; for a topic, name the queue of a virtual topic such as Consumer.shop.VirtualTopic.Orders (a trigger consumes exactly one queue, no topic and no pattern)',
    'lambda-queue-name-2':
      'error: [lambda-queue-name] queue_name: got topic:orders; allowed: 1 to 1024 printable ASCII characters without white space, quotes, comma, question mark, * and >; make one trigger for each queue; for a topic, name the queue of a virtual topic such as Consumer.shop.VirtualTopic.Orders (a trigger consumes exactly one queue, no topic and no pattern)',
    'lambda-key-arn':
      'error: [lambda-key-arn] kms_key_arn: got alias/secrets; allowed: arn:aws:kms:REGION:ACCOUNT:key/ID; give the ARN of the key, not its id or alias (IAM rejects a policy whose resource is not an ARN, and an alias in a policy is not the key)',
    'lambda-batch':
      'error: [lambda-batch] batch_size: got 10001; allowed: a whole number from 1 to 10000; omit it for the default of Lambda (Lambda rejects the event source mapping)',
    'lambda-batch-2':
      'error: [lambda-batch] maximum_batching_window_in_seconds: got 0.5; allowed: a whole number from 0 to 300; omit it for the default of Lambda (Lambda rejects the event source mapping)',
    'tag-count':
      'error: [tag-count] tags: got 51; allowed: at most 50 tags on a resource; remove some; default tags of the provider and an added tag Name count as well (AWS rejects a resource with more than 50 tags)',
    'tag-form':
      'error: [tag-form] tags: got aws:team; allowed: keys of 1 to 128 letters, digits, spaces and _ . : / = + - @, not beginning with aws:, values of at most 256 letters, digits, spaces and _ . : / = + - @; rename the tag, or shorten or change its value (AWS rejects a tag whose key or value is too long, has other characters, or uses the prefix that AWS reserves)',
  },
  'activemq-log-groups': {
    'log-group-broker-id':
      'error: [log-group-broker-id] broker_id: got orders; allowed: an id such as b-00000000-1111-2222-3333-444444444444; apply the broker first, then write its id here (Terraform 1.5 imports by a literal id only; a later version fails as soon as a plan replaces the broker, because the id is not known then)',
    'log-retention':
      'error: [log-retention] retention_in_days: got 100; allowed: 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653; write the next higher of these numbers (CloudWatch Logs and the provider reject other retention times)',
    'log-group-key-arn':
      'error: [log-group-key-arn] kms_key_arn: got alias/logs; allowed: an ARN such as arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444; give the ARN of the key, not of an alias (CloudWatch Logs takes a key by its ARN only)',
    'tag-count':
      'error: [tag-count] tags: got 51; allowed: at most 50 tags on a resource; remove some; default tags of the provider and an added tag Name count as well (AWS rejects a resource with more than 50 tags)',
    'tag-form':
      'error: [tag-form] tags: got aws:team; allowed: keys of 1 to 128 letters, digits, spaces and _ . : / = + - @, not beginning with aws:, values of at most 256 letters, digits, spaces and _ . : / = + - @; rename the tag, or shorten or change its value (AWS rejects a tag whose key or value is too long, has other characters, or uses the prefix that AWS reserves)',
  },
};
