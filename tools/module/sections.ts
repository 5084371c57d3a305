import { PROTOCOLS } from '../../src/amazon-mq/protocol';
import { PARAMETERS } from './addresses';
import { type Section } from './terraform-module';
import { protocolName } from './variables';

/** Everything in main.tf. What is in no part stops the tool. */
export const SECTIONS: readonly Section[] = [
  {
    title: 'Broker',
    explanation:
      'The broker of either deployment mode. Its preconditions stop a plan that Amazon MQ would reject at apply, after everything else exists.',
    locals: ['instances'],
    addresses: ['aws_mq_broker.this'],
  },
  {
    title: 'Configuration',
    explanation:
      'The ActiveMQ document. Amazon MQ drops what it does not permit without an error, so the preconditions look for it.',
    locals: ['own_document', 'document', 'configuration_id', 'configuration_revision', 'authentication_strategy'],
    addresses: ['aws_mq_configuration.this'],
  },
  {
    title: 'Network of brokers',
    explanation:
      'Two connectors to each member that this one connects to, for queues and for topics, with the settings of NetworkOfBrokers of the package. Only the active instance of a member answers.',
    locals: ['connector_uris'],
  },
  {
    title: 'Deletion protection',
    explanation:
      'lifecycle.prevent_destroy takes no variable. This guard has it instead, and a plan that replaces or destroys the broker has to replace or destroy the guard.',
    locals: ['deletion_protection'],
    addresses: ['terraform_data.deletion_protection'],
  },
  {
    title: 'Users',
    explanation:
      'A secret with a generated password for each user that has none. uuid() makes it once: the lifecycle ignores later changes. It is not random_password, so that the module needs one provider only.',
    locals: ['users', 'secret_arns'],
    addresses: [
      'aws_secretsmanager_secret.user',
      'aws_secretsmanager_secret_version.user',
      'data.aws_secretsmanager_secret_version.user',
    ],
  },
  {
    title: 'LDAP',
    explanation: 'The password of the account with which the broker searches the directory, if there is one.',
    addresses: ['data.aws_secretsmanager_secret_version.ldap'],
  },
  {
    title: 'Clients',
    explanation:
      'A security group that admits nothing, and one rule for each entry of allow_from and each of its protocols.',
    locals: ['security_group_id', 'egress'],
    addresses: [
      'aws_security_group.this',
      ...PROTOCOLS.map((protocol) => `aws_vpc_security_group_ingress_rule.${protocolName(protocol)}`),
      'aws_vpc_security_group_egress_rule.this',
    ],
  },
  {
    title: 'Connection parameters',
    explanation: 'SSM parameters for the stacks of clients, which need no access to the state of this one.',
    addresses: PARAMETERS.map((name) => `aws_ssm_parameter.${name}`),
  },
  {
    title: 'Network',
    explanation:
      'A VPC of its own, unless var.network names one. The subnets keep their Availability Zones: a subnet that moves replaces the broker.',
    locals: ['vpc_id', 'subnet_ids', 'zones', 'offered_zones'],
    addresses: [
      'data.aws_availability_zones.available',
      'data.aws_mq_broker_instance_type_offerings.this',
      'aws_vpc.this',
      'aws_default_security_group.this',
      'aws_subnet.first',
      'aws_subnet.second',
      'aws_route_table.this',
      'aws_route_table_association.first',
      'aws_route_table_association.second',
      'aws_internet_gateway.this',
      'aws_route.internet',
    ],
  },
  {
    title: 'Logs',
    explanation:
      'Amazon MQ writes to CloudWatch Logs only if a resource policy of the account and Region allows it, and reports nothing otherwise.',
    addresses: [
      'data.aws_caller_identity.current',
      'data.aws_partition.current',
      'data.aws_region.current',
      'aws_cloudwatch_log_resource_policy.this',
    ],
  },
];

/** The local values of outputs.tf. */
export const ENDPOINTS_SECTION: Section = {
  title: 'Endpoints',
  explanation:
    'Amazon MQ lists the endpoints of an instance in no promised order, so each is found by its scheme. local.instances is known in a plan, so the length of each list is.',
  locals: ['endpoints', 'openwire_failover_url', 'amqp_failover_url'],
};

/** The local values of document.tf. */
export const DOCUMENT_SECTION: Section = {
  title: 'Document',
  explanation:
    'What the preconditions of aws_mq_configuration.this know about documents: the tags and attributes of local.own_document, and the elements and attributes that AWS’s schemas permit.',
  locals: [
    'document_head',
    'document_root',
    'document_has_comments',
    'document_placeholders',
    'document_tags',
    'document_attributes',
    'permitted_since',
    'permitted_attributes',
  ],
};
