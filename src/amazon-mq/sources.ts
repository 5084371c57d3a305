/** Where the reasons of the rules are written. */
const guide = (page: string) => `https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/${page}.html`;
const api = (page: string) => `https://docs.aws.amazon.com/amazon-mq/latest/api-reference/${page}.html`;

export const SOURCES = {
  brokersApi: api('brokers'),
  configurationsApi: api('configurations'),
  usersApi: api('brokers-broker-id-users-username'),
  engineVersions: guide('activemq-version-management'),
  instanceTypes: guide('broker-instance-types'),
  storage: guide('broker-storage'),
  deployment: guide('amazon-mq-broker-architecture'),
  quotas: guide('amazon-mq-limits'),
  security: guide('using-amazon-mq-securely'),
  ldap: guide('security-authentication-authorization'),
  publicAccess: guide('amazon-mq-creating-configuring-broker'),
  metrics: guide('activemq-logging-monitoring'),
  metricMath: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html',
  alarms: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
  dashboards:
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html',
  logRetention: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
  logEncryption: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  lambda: 'https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html',
  iamPrincipal: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  emailSubscription: 'https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html',
  provider: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker',
  brokerDataSource: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/mq_broker',
  tags: 'https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html',
  vpc: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  subnet: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
  securityGroupRules: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  secrets: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html',
  secretName: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html',
  parameters: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html',
  failover: 'https://activemq.apache.org/components/classic/documentation/failover-transport-reference',
} as const;
