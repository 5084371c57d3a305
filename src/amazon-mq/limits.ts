/** The characters that most names of Amazon MQ allow: those that a URI takes without encoding. */
const UNRESERVED = {
  pattern: /^[0-9A-Za-z._~-]+$/,
  allowed: 'letters, digits, hyphens, periods, underscores and tildes',
};

/**
 * Forms and counts that AWS allows.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-limits.html
 * @see https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html
 */
export const LIMITS = {
  brokerName: { min: 1, max: 50, pattern: /^[0-9A-Za-z_-]+$/, allowed: 'letters, digits, hyphens and underscores' },
  configurationName: { min: 1, max: 150, ...UNRESERVED },
  username: { min: 2, max: 100, ...UNRESERVED },
  group: { min: 2, max: 100, ...UNRESERVED },
  password: { min: 12, max: 250, minDistinct: 4, forbidden: [',', ':', '='] },
  secretName: { min: 1, max: 512, pattern: /^[0-9A-Za-z/_+=.@-]+$/, allowed: 'letters, digits and / _ + = . @ -' },
  usersPerBroker: 250,
  groupsPerUser: 20,
  securityGroupsPerBroker: 5,
  tagsPerResource: 50,
  tagKey: { min: 1, max: 128 },
  tagValue: { max: 256 },
  ldapHosts: 2,
  /** Days that Secrets Manager keeps a deleted secret; 0 deletes it at once. */
  secretRecoveryDays: { min: 7, max: 30 },
  /** Prefix length of a VPC or a subnet. */
  prefixLength: { min: 16, max: 28 },
  /** Port of a grant. */
  port: { min: 1, max: 65535 },
} as const;

/** Resource policies of CloudWatch Logs in a Region of an account. AWS does not raise it. */
export const LOG_POLICIES_PER_REGION = 10;
