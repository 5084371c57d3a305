import { type Need, type Needs } from './need';

const EC2 = 'ec2:{region}:{account}:*';
const SECRET = 'secretsmanager:{region}:{account}:secret:{name|name_prefix}-??????';
const LOG_GROUP = 'logs:{region}:{account}:log-group:{name|name_prefix}';
const CREATED_TAGS: Need = { actions: ['ec2:CreateTags', 'ec2:DeleteTags'], with: 'tags' };

/** A network resource: IAM knows each of its actions by several resources, so they are bound to account and Region. */
function network(read: readonly string[], apply: readonly string[], destroy: readonly string[]): Needs {
  return {
    arn: EC2,
    plan: [{ actions: read, on: '*' }],
    apply: [{ actions: apply }, CREATED_TAGS],
    destroy: [{ actions: destroy }],
  };
}

/** Adds what the provider needs to delete a resource that has network interfaces: it waits until none is left. */
function withInterfaces(needs: Needs): Needs {
  return { ...needs, destroy: [...needs.destroy, { actions: ['ec2:DescribeNetworkInterfaces'], on: '*' }] };
}

/** A data source: it is read, by every plan too. */
function data(...plan: readonly Need[]): Needs {
  return { arn: '*', plan, apply: [], destroy: [] };
}

const NOTHING: Needs = { arn: '*', plan: [], apply: [], destroy: [] };

/** The use of a customer managed key by a service, on behalf of the caller. */
function key(of: string, ...actions: readonly string[]): Need {
  return { actions: actions.map((action) => `kms:${action}`), of, caller: 'service' };
}

/**
 * The actions of IAM that the AWS provider calls for each resource type and data source of the constructs, and those that a
 * service checks for the caller. The tests with the real provider compare them with the calls that it makes.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const RESOURCE_NEEDS: Readonly<Record<string, Needs>> = {
  // only the provider of CDK Terrain has it, so the calls are those of AWS's API reference
  aws_cloudwatch_alarm_mute_rule: {
    arn: 'cloudwatch:{region}:{account}:alarm-mute-rule:{name}',
    plan: [{ actions: ['cloudwatch:GetAlarmMuteRule', 'cloudwatch:ListTagsForResource'] }],
    apply: [
      { actions: ['cloudwatch:PutAlarmMuteRule'] },
      { actions: ['cloudwatch:PutAlarmMuteRule'], on: 'cloudwatch:{region}:{account}:alarm:*' },
      { actions: ['cloudwatch:TagResource', 'cloudwatch:UntagResource'], with: 'tags' },
    ],
    destroy: [{ actions: ['cloudwatch:DeleteAlarmMuteRule'] }],
  },
  aws_cloudwatch_dashboard: {
    arn: 'cloudwatch::{account}:dashboard/{dashboard_name}',
    plan: [{ actions: ['cloudwatch:GetDashboard'] }],
    apply: [{ actions: ['cloudwatch:PutDashboard'] }],
    destroy: [{ actions: ['cloudwatch:DeleteDashboards'] }],
  },
  aws_cloudwatch_log_group: {
    arn: `${LOG_GROUP}:*`,
    plan: [
      { actions: ['logs:DescribeLogGroups'], on: '*' },
      { actions: ['logs:ListTagsForResource'], on: LOG_GROUP },
    ],
    apply: [
      { actions: ['logs:CreateLogGroup'] },
      { actions: ['logs:DeleteRetentionPolicy', 'logs:PutRetentionPolicy'], with: 'retention_in_days' },
      { actions: ['logs:AssociateKmsKey', 'logs:DisassociateKmsKey'], with: 'kms_key_id' },
      { actions: ['logs:TagResource', 'logs:UntagResource'], on: LOG_GROUP, with: 'tags' },
    ],
    destroy: [{ actions: ['logs:DeleteLogGroup'] }],
  },
  aws_cloudwatch_log_resource_policy: {
    arn: '*',
    plan: [{ actions: ['logs:DescribeResourcePolicies'] }],
    apply: [{ actions: ['logs:PutResourcePolicy'] }],
    destroy: [{ actions: ['logs:DeleteResourcePolicy'] }],
  },
  aws_cloudwatch_metric_alarm: {
    arn: 'cloudwatch:{region}:{account}:alarm:{alarm_name}',
    plan: [{ actions: ['cloudwatch:DescribeAlarms', 'cloudwatch:ListTagsForResource'] }],
    apply: [
      { actions: ['cloudwatch:PutMetricAlarm'] },
      { actions: ['cloudwatch:TagResource', 'cloudwatch:UntagResource'], with: 'tags' },
    ],
    destroy: [{ actions: ['cloudwatch:DeleteAlarms'] }],
  },
  aws_default_security_group: network(
    ['ec2:DescribeSecurityGroups'],
    [
      'ec2:AuthorizeSecurityGroupEgress',
      'ec2:AuthorizeSecurityGroupIngress',
      'ec2:RevokeSecurityGroupEgress',
      'ec2:RevokeSecurityGroupIngress',
    ],
    [],
  ),
  aws_flow_log: {
    arn: EC2,
    plan: [{ actions: ['ec2:DescribeFlowLogs'], on: '*' }],
    apply: [
      { actions: ['ec2:CreateFlowLogs'] },
      {
        actions: ['iam:PassRole'],
        of: 'iam_role_arn',
        condition: { StringEquals: { 'iam:PassedToService': 'vpc-flow-logs.amazonaws.com' } },
        caller: 'service',
      },
      CREATED_TAGS,
    ],
    destroy: [{ actions: ['ec2:DeleteFlowLogs'] }],
  },
  aws_iam_role: {
    arn: 'iam::{account}:role/{name|name_prefix}',
    plan: [{ actions: ['iam:GetRole', 'iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'] }],
    apply: [
      { actions: ['iam:CreateRole', 'iam:UpdateAssumeRolePolicy'] },
      { actions: ['iam:TagRole', 'iam:UntagRole'], with: 'tags' },
    ],
    destroy: [{ actions: ['iam:DeleteRole', 'iam:ListInstanceProfilesForRole'] }],
  },
  aws_iam_role_policy: {
    arn: 'iam::{account}:role/*',
    plan: [{ actions: ['iam:GetRolePolicy'], of: 'role' }],
    apply: [{ actions: ['iam:PutRolePolicy'], of: 'role' }],
    destroy: [{ actions: ['iam:DeleteRolePolicy'], of: 'role' }],
  },
  aws_internet_gateway: network(
    ['ec2:DescribeInternetGateways'],
    ['ec2:AttachInternetGateway', 'ec2:CreateInternetGateway'],
    ['ec2:DeleteInternetGateway', 'ec2:DetachInternetGateway'],
  ),
  aws_kms_key: {
    arn: 'kms:{region}:{account}:key/*',
    plan: [{ actions: ['kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:GetKeyRotationStatus', 'kms:ListResourceTags'] }],
    apply: [
      { actions: ['kms:CreateKey'], on: '*' },
      { actions: ['kms:EnableKeyRotation', 'kms:PutKeyPolicy', 'kms:UpdateKeyDescription'] },
      { actions: ['kms:TagResource', 'kms:UntagResource'], with: 'tags' },
    ],
    destroy: [{ actions: ['kms:ScheduleKeyDeletion'] }],
  },
  aws_lambda_event_source_mapping: {
    arn: 'lambda:{region}:{account}:event-source-mapping:*',
    plan: [{ actions: ['lambda:GetEventSourceMapping', 'lambda:ListTags'] }],
    apply: [
      { actions: ['lambda:CreateEventSourceMapping'], on: '*' },
      { actions: ['lambda:UpdateEventSourceMapping'] },
      { actions: ['lambda:TagResource', 'lambda:UntagResource'], with: 'tags' },
    ],
    destroy: [{ actions: ['lambda:DeleteEventSourceMapping'] }],
  },
  aws_mq_broker: {
    arn: 'mq:{region}:{account}:broker:{broker_name}:*',
    plan: [{ actions: ['mq:DescribeBroker', 'mq:DescribeUser'] }],
    apply: [
      { actions: ['mq:CreateBroker'], on: '*' },
      { actions: ['mq:CreateUser', 'mq:DeleteUser', 'mq:RebootBroker', 'mq:UpdateBroker', 'mq:UpdateUser'] },
      { actions: ['mq:CreateTags', 'mq:DeleteTags', 'mq:ListTags'], with: 'tags' },
      {
        actions: [
          'ec2:CreateNetworkInterface',
          'ec2:DeleteNetworkInterface',
          'ec2:DescribeInternetGateways',
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeRouteTables',
          'ec2:DescribeSecurityGroups',
          'ec2:DescribeSubnets',
          'ec2:DescribeVpcs',
          'ec2:DetachNetworkInterface',
        ],
        on: '*',
        caller: 'service',
      },
      {
        actions: [
          'ec2:CreateNetworkInterfacePermission',
          'ec2:DeleteNetworkInterfacePermission',
          'ec2:DescribeNetworkInterfacePermissions',
        ],
        on: '*',
        condition: { StringEquals: { 'ec2:AuthorizedService': 'mq.amazonaws.com' } },
        caller: 'service',
      },
      {
        actions: ['iam:CreateServiceLinkedRole'],
        on: 'iam::{account}:role/aws-service-role/mq.amazonaws.com/*',
        condition: { StringEquals: { 'iam:AWSServiceName': 'mq.amazonaws.com' } },
        caller: 'service',
      },
      {
        actions: ['logs:CreateLogGroup'],
        on: 'logs:{region}:{account}:log-group:/aws/amazonmq/*',
        with: 'logs',
        caller: 'service',
      },
      key('encryption_options.kms_key_id', 'CreateGrant', 'Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey'),
    ],
    destroy: [
      { actions: ['mq:DeleteBroker'] },
      {
        actions: ['ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DetachNetworkInterface'],
        on: '*',
        caller: 'service',
      },
    ],
  },
  aws_mq_configuration: {
    arn: 'mq:{region}:{account}:configuration:*',
    plan: [{ actions: ['mq:DescribeConfiguration', 'mq:DescribeConfigurationRevision'] }],
    apply: [
      { actions: ['mq:CreateConfiguration'], on: '*' },
      { actions: ['mq:UpdateConfiguration'] },
      { actions: ['mq:CreateTags', 'mq:DeleteTags', 'mq:ListTags'], with: 'tags' },
    ],
    // Versions of the provider before April 2026 leave the configuration in the account.
    destroy: [{ actions: ['mq:DeleteConfiguration'] }],
  },
  aws_route: network(['ec2:DescribeRouteTables'], ['ec2:CreateRoute', 'ec2:ReplaceRoute'], ['ec2:DeleteRoute']),
  aws_route_table: network(
    ['ec2:DescribeRouteTables'],
    ['ec2:CreateRouteTable'],
    ['ec2:DeleteRouteTable', 'ec2:DisassociateRouteTable'],
  ),
  aws_route_table_association: network(
    ['ec2:DescribeRouteTables'],
    ['ec2:AssociateRouteTable', 'ec2:ReplaceRouteTableAssociation'],
    ['ec2:DisassociateRouteTable'],
  ),
  aws_secretsmanager_secret: {
    arn: SECRET,
    plan: [
      { actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetResourcePolicy'] },
      key('kms_key_id', 'Decrypt'),
    ],
    apply: [
      { actions: ['secretsmanager:CreateSecret', 'secretsmanager:UpdateSecret'] },
      {
        actions: ['secretsmanager:RemoveRegionsFromReplication', 'secretsmanager:ReplicateSecretToRegions'],
        with: 'replica',
      },
      { actions: ['secretsmanager:TagResource', 'secretsmanager:UntagResource'], with: 'tags' },
      key('kms_key_id', 'Decrypt', 'GenerateDataKey'),
    ],
    destroy: [
      { actions: ['secretsmanager:DeleteSecret'] },
      { actions: ['secretsmanager:RemoveRegionsFromReplication'], with: 'replica' },
    ],
  },
  aws_secretsmanager_secret_policy: {
    arn: 'secretsmanager:{region}:{account}:secret:*',
    plan: [{ actions: ['secretsmanager:GetResourcePolicy'], of: 'secret_arn' }],
    apply: [{ actions: ['secretsmanager:PutResourcePolicy'], of: 'secret_arn' }],
    destroy: [{ actions: ['secretsmanager:DeleteResourcePolicy'], of: 'secret_arn' }],
  },
  aws_secretsmanager_secret_version: {
    arn: 'secretsmanager:{region}:{account}:secret:*',
    plan: [{ actions: ['secretsmanager:GetSecretValue'], of: 'secret_id' }],
    apply: [{ actions: ['secretsmanager:PutSecretValue'], of: 'secret_id' }],
    destroy: [{ actions: ['secretsmanager:UpdateSecretVersionStage'], of: 'secret_id' }],
  },
  aws_security_group: withInterfaces(
    network(
      ['ec2:DescribeSecurityGroups'],
      ['ec2:CreateSecurityGroup', 'ec2:RevokeSecurityGroupEgress'],
      ['ec2:DeleteSecurityGroup'],
    ),
  ),
  aws_sns_topic: {
    arn: 'sns:{region}:{account}:{name|name_prefix}',
    plan: [{ actions: ['sns:GetTopicAttributes', 'sns:ListTagsForResource'] }],
    apply: [
      { actions: ['sns:CreateTopic', 'sns:SetTopicAttributes'] },
      { actions: ['sns:TagResource', 'sns:UntagResource'], with: 'tags' },
    ],
    destroy: [{ actions: ['sns:DeleteTopic'] }],
  },
  aws_sns_topic_subscription: {
    arn: 'sns:{region}:{account}:*',
    plan: [{ actions: ['sns:GetSubscriptionAttributes'], on: '*' }],
    apply: [{ actions: ['sns:Subscribe'], of: 'topic_arn' }],
    destroy: [{ actions: ['sns:Unsubscribe'], on: '*' }],
  },
  aws_ssm_parameter: {
    arn: 'ssm:{region}:{account}:parameter/{name}',
    plan: [
      { actions: ['ssm:DescribeParameters'], on: '*' },
      { actions: ['ssm:GetParameter', 'ssm:ListTagsForResource'] },
    ],
    apply: [
      { actions: ['ssm:PutParameter'] },
      { actions: ['ssm:AddTagsToResource', 'ssm:RemoveTagsFromResource'], with: 'tags' },
    ],
    destroy: [{ actions: ['ssm:DeleteParameter'] }],
  },
  aws_subnet: withInterfaces(network(['ec2:DescribeSubnets'], ['ec2:CreateSubnet'], ['ec2:DeleteSubnet'])),
  aws_vpc: network(
    [
      'ec2:DescribeNetworkAcls',
      'ec2:DescribeRouteTables',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeVpcAttribute',
      'ec2:DescribeVpcs',
    ],
    ['ec2:CreateVpc', 'ec2:ModifyVpcAttribute'],
    ['ec2:DeleteVpc'],
  ),
  aws_vpc_endpoint: network(
    ['ec2:DescribeNetworkInterfaces', 'ec2:DescribePrefixLists', 'ec2:DescribeVpcEndpoints'],
    ['ec2:CreateVpcEndpoint', 'ec2:ModifyVpcEndpoint'],
    ['ec2:DeleteVpcEndpoints'],
  ),
  aws_vpc_security_group_egress_rule: network(
    ['ec2:DescribeSecurityGroupRules'],
    ['ec2:AuthorizeSecurityGroupEgress', 'ec2:ModifySecurityGroupRules'],
    ['ec2:RevokeSecurityGroupEgress'],
  ),
  aws_vpc_security_group_ingress_rule: network(
    ['ec2:DescribeSecurityGroupRules'],
    ['ec2:AuthorizeSecurityGroupIngress', 'ec2:ModifySecurityGroupRules'],
    ['ec2:RevokeSecurityGroupIngress'],
  ),
};

export const DATA_SOURCE_NEEDS: Readonly<Record<string, Needs>> = {
  aws_availability_zones: data({ actions: ['ec2:DescribeAvailabilityZones'], on: '*' }),
  aws_caller_identity: NOTHING,
  aws_mq_broker: data(
    { actions: ['mq:ListBrokers'], on: '*', with: 'broker_name' },
    { actions: ['mq:DescribeBroker', 'mq:DescribeUser'], on: 'mq:{region}:{account}:broker:{broker_name}:*' },
  ),
  aws_mq_broker_instance_type_offerings: data({ actions: ['mq:DescribeBrokerInstanceOptions'], on: '*' }),
  aws_partition: NOTHING,
  aws_region: NOTHING,
  aws_secretsmanager_secret_version: data({
    actions: ['secretsmanager:GetSecretValue'],
    on: 'secretsmanager:{region}:{account}:secret:{secret_id}-??????',
  }),
  aws_ssm_parameters_by_path: data({
    actions: ['ssm:GetParametersByPath'],
    on: 'ssm:{region}:{account}:parameter/{path}*',
  }),
  aws_vpc_endpoint_service: data({ actions: ['ec2:DescribeVpcEndpointServices'], on: '*' }),
};
