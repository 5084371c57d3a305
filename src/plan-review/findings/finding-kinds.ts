import { SOURCES } from '../../amazon-mq/sources';
import { type FindingKind } from './finding-kind';
import { REJECTION_KINDS, type RejectionCode } from './rejection-kinds';

const KMS_KEY =
  'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/troubleshooting-action-required-codes-invalid-kms-key.html';

/** Every kind of finding that the review makes itself, by code. docs/plan-review.md is generated from it. */
const REVIEW_KINDS = {
  'alarm-name-shared': {
    effects: ['no-effect'],
    severity: 'warning',
    reason: 'CloudWatch has only one alarm of a name, which every plan replaces or deletes for all',
    source: SOURCES.alarms,
  },
  'audit-log-deleted': {
    effects: ['exposure'],
    severity: 'warning',
    reason: 'the records of who managed a broker go with the log group, or when its retention time is over',
    source: SOURCES.logRetention,
  },
  'audit-log-off': {
    effects: ['exposure'],
    severity: 'warning',
    reason: 'without the audit log, nothing records who managed the broker',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html',
  },
  'broker-argument-ignored': {
    effects: ['no-effect'],
    severity: 'warning',
    reason: 'the provider sends this argument only when it creates a broker',
    source: SOURCES.provider,
  },
  'broker-argument-never-sent': {
    effects: ['no-effect'],
    severity: 'error',
    reason:
      'the provider records the argument in the state once and never sends it, so the state is wrong from then on',
    source: SOURCES.provider,
  },
  'broker-argument-recorded': {
    effects: ['in-place'],
    severity: 'info',
    reason: 'the argument belongs to Terraform and is not part of the API',
    source: SOURCES.provider,
  },
  'broker-change-pending': {
    effects: ['pending'],
    severity: 'warning',
    reason: 'without `apply_immediately` the provider does not reboot the broker, and reads back the current values',
    source: SOURCES.provider,
    details: 'Users',
  },
  'broker-changed-in-place': {
    effects: ['in-place'],
    severity: 'info',
    reason: 'Amazon MQ makes the change without a reboot',
    source: SOURCES.provider,
  },
  'broker-created': {
    effects: ['create'],
    severity: 'info',
    reason: 'the plan creates a broker',
    source: SOURCES.brokersApi,
  },
  'broker-deleted': {
    effects: ['delete'],
    severity: 'error',
    reason: 'Amazon MQ deletes the storage together with the broker',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-deleting-broker.html',
  },
  'broker-deposed-deleted': {
    effects: ['delete'],
    severity: 'error',
    reason: 'the old object of a failed replacement is a broker of its own',
    source: SOURCES.planFormat,
  },
  'broker-forgotten': {
    effects: ['in-place'],
    severity: 'warning',
    reason: 'a `removed` block without destroy leaves the broker in the account, unmanaged',
    source: SOURCES.removedBlock,
  },
  'broker-imported': {
    effects: ['in-place'],
    severity: 'info',
    reason: 'an `import` block takes an existing broker into the state',
    source: 'https://developer.hashicorp.com/terraform/language/block/import',
  },
  'broker-managed-twice': {
    effects: ['unknown'],
    severity: 'warning',
    reason: 'one of two plans with one broker is out of date, or each undoes what the other one does',
    source: 'https://developer.hashicorp.com/terraform/language/state',
  },
  'broker-moved': {
    effects: ['in-place'],
    severity: 'info',
    reason: 'a `moved` block changes the address and nothing else',
    source: 'https://developer.hashicorp.com/terraform/language/block/moved',
  },
  'broker-name-taken': {
    effects: ['fails'],
    severity: 'error',
    reason: 'a broker name is unique in a region of an account',
    source: SOURCES.brokersApi,
  },
  'broker-pending-next': {
    effects: ['pending'],
    severity: 'warning',
    reason: 'a plan that leaves the broker out changes its configuration',
    source: SOURCES.provider,
  },
  'broker-rebooted': {
    effects: ['reboot'],
    severity: 'warning',
    reason: 'with `apply_immediately` the provider reboots the broker after the update',
    source: SOURCES.provider,
    details: 'Users',
  },
  'broker-replaced': {
    effects: ['replace'],
    severity: 'error',
    reason: 'Amazon MQ cannot change the argument on an existing broker',
    source: SOURCES.provider,
  },
  'broker-replaced-next': {
    effects: ['replace'],
    severity: 'error',
    reason: 'a plan that leaves the broker out replaces a resource that the broker depends on',
    source: SOURCES.provider,
  },
  'broker-without-clients': {
    effects: ['create'],
    severity: 'warning',
    reason: 'no rule of its security groups allows anyone on a port of the broker',
    source: SOURCES.securityGroupRules,
  },
  'change-deferred': {
    effects: ['unknown'],
    severity: 'warning',
    reason: 'Terraform decides in a later plan what it does',
    source: SOURCES.planFormat,
  },
  'changed-with-broker': {
    effects: ['replace', 'delete'],
    severity: 'info',
    reason: 'a subnet, VPC or security group goes together with the broker in it',
    source: SOURCES.deployment,
  },
  'clients-cut-off': {
    effects: ['cut-off'],
    severity: 'error',
    reason: 'clients can no longer connect when their security group rule is taken away',
    source: SOURCES.securityGroupRules,
  },
  'configuration-argument-ignored': {
    effects: ['no-effect'],
    severity: 'warning',
    reason: 'the provider sends this argument only when it creates a configuration',
    source: SOURCES.provider,
  },
  'configuration-argument-recorded': {
    effects: ['in-place'],
    severity: 'info',
    reason: 'the argument belongs to Terraform and is not part of the API',
    source: SOURCES.provider,
  },
  'configuration-changed-in-place': {
    effects: ['in-place'],
    severity: 'info',
    reason: 'the change makes no new revision',
    source: SOURCES.provider,
  },
  'configuration-created': {
    effects: ['create'],
    severity: 'info',
    reason: 'the plan creates a configuration',
    source: SOURCES.configurationsApi,
  },
  'configuration-deleted': {
    effects: ['delete'],
    severity: 'warning',
    reason: 'before April 2026 the provider only removed the configuration from the state',
    source: 'https://github.com/hashicorp/terraform-provider-aws/pull/47273',
  },
  'configuration-forgotten': {
    effects: ['in-place'],
    severity: 'info',
    reason: 'a `removed` block without destroy leaves the configuration in the account',
    source: SOURCES.removedBlock,
  },
  'configuration-name-taken': {
    effects: ['fails'],
    severity: 'error',
    reason: 'Amazon MQ keeps configurations, and rejects a second one with the same name',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/47193',
  },
  'configuration-replaced': {
    effects: ['replace'],
    severity: 'warning',
    reason: 'Amazon MQ cannot change the name, engine or version of a configuration; it contains no messages',
    source: SOURCES.provider,
    details: 'Settings',
  },
  'configuration-revised': {
    effects: ['in-place'],
    severity: 'info',
    reason: 'a changed document or description makes a new revision',
    source: SOURCES.provider,
    details: 'Settings',
  },
  'dashboard-name-shared': {
    effects: ['no-effect'],
    severity: 'warning',
    reason: 'CloudWatch has one dashboard of a name in an account, and replaces or deletes it for all',
    source: SOURCES.dashboardNames,
  },
  'default-security-group': {
    effects: ['no-effect'],
    severity: 'warning',
    reason: 'without `security_groups` every plan removes the default group again (perpetual diff)',
    source: SOURCES.provider,
  },
  'dns-changed': {
    effects: ['cut-off'],
    severity: 'warning',
    reason: 'other DNS servers answer in the VPC, and they may not know the endpoints',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html',
  },
  'dns-switched-off': {
    effects: ['cut-off'],
    severity: 'error',
    reason: 'without DNS in the VPC, clients cannot resolve the endpoints of a private broker',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html',
  },
  'document-doubtful': {
    effects: ['in-place', 'create', 'replace'],
    severity: 'warning',
    reason: 'the check of the document reports settings that work differently than they look',
    source: 'document.md',
    details: 'Settings',
  },
  'document-dropped': {
    effects: ['no-effect'],
    severity: 'warning',
    reason: 'Amazon MQ drops what its schema does not permit, and the provider reports nothing',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/api-reference/configurations-configuration-id.html',
    details: 'Dropped settings',
  },
  'document-form': {
    effects: ['no-effect'],
    severity: 'warning',
    reason: 'the provider compares declaration, comments and the order of attributes',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/21619',
  },
  'document-rejected': {
    effects: ['fails'],
    severity: 'error',
    reason: "the document contains values that Amazon MQ's schema does not allow",
    source: 'document.md',
    details: 'Rejected settings',
  },
  'document-syntax': {
    effects: ['fails'],
    severity: 'error',
    reason: 'the document is not well-formed XML, or has a DOCTYPE',
    source: 'document.md',
  },
  'document-unknown': {
    effects: ['in-place'],
    severity: 'warning',
    reason: 'the document is known only after the apply',
    source: SOURCES.planFormat,
  },
  'encryption-key-deleted': {
    effects: ['cut-off', 'exposure'],
    severity: 'error',
    reason: 'nobody can read the storage of a broker, or a secret, whose key is scheduled for deletion',
    source: KMS_KEY,
  },
  'encryption-key-disabled': {
    effects: ['cut-off', 'exposure'],
    severity: 'error',
    reason: 'nobody can read the storage of a broker, or a secret, whose key is disabled',
    source: KMS_KEY,
  },
  'encryption-key-expires': {
    effects: ['cut-off', 'exposure'],
    severity: 'warning',
    reason: 'AWS KMS deletes imported key material when it expires, and the key cannot be used without it',
    source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ImportKeyMaterial.html',
  },
  'encryption-key-grant-removed': {
    effects: ['cut-off', 'exposure'],
    severity: 'error',
    reason: 'Amazon MQ uses a customer managed key through grants',
    source: KMS_KEY,
  },
  'encryption-key-policy-narrowed': {
    effects: ['cut-off', 'exposure'],
    severity: 'error',
    reason: 'Amazon MQ, or whoever reads a secret, can no longer use a key whose policy does not allow it',
    source: KMS_KEY,
  },
  'encryption-key-removed': {
    effects: ['exposure'],
    severity: 'warning',
    reason: 'you can neither revoke an AWS owned key nor see its use',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html',
  },
  'first-instance-only': {
    effects: ['cut-off'],
    severity: 'warning',
    reason: 'after a failover only the other instance accepts connections',
    source: SOURCES.deployment,
  },
  'follower-removed': {
    effects: ['cut-off'],
    severity: 'warning',
    reason: 'clients find the broker through what the plan takes away',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-connecting-application.html',
  },
  'internet-blocked': {
    effects: ['cut-off'],
    severity: 'error',
    reason: 'VPC Block Public Access keeps clients on the internet from all VPCs of a Region that it does not exclude',
    source: SOURCES.blockPublicAccess,
  },
  'internet-unblocked': {
    effects: ['exposure'],
    severity: 'error',
    reason: 'what VPC Block Public Access no longer blocks, the internet gateway lets through',
    source: SOURCES.blockPublicAccess,
  },
  'ldap-egress-removed': {
    effects: ['cut-off'],
    severity: 'error',
    reason: 'the broker itself connects to its LDAP server to authenticate a user',
    source: SOURCES.ldap,
  },
  'load-balancer-public': {
    effects: ['exposure'],
    severity: 'error',
    reason: 'a load balancer forwards traffic from the internet to a private broker',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html',
  },
  'log-group-taken': {
    effects: ['fails'],
    severity: 'error',
    reason: 'Amazon MQ creates the log groups of a broker itself',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/27124',
  },
  'log-policy-count': {
    effects: ['fails'],
    severity: 'error',
    reason: 'an account has at most ten resource policies of CloudWatch Logs in a Region, and one serves all brokers',
    source: SOURCES.logQuotas,
  },
  'log-policy-name-shared': {
    effects: ['no-effect'],
    severity: 'warning',
    reason: 'CloudWatch Logs has one resource policy of a name, and replaces or deletes it for all',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html',
  },
  'log-policy-removed': {
    effects: ['exposure'],
    severity: 'warning',
    reason: 'without a resource policy no broker of the account and region writes logs',
    source: SOURCES.logPermissions,
  },
  'logs-without-policy': {
    effects: ['in-place', 'create'],
    severity: 'info',
    reason: 'without a resource policy Amazon MQ writes no logs and reports nothing',
    source: SOURCES.logPermissions,
  },
  'move-back': {
    effects: ['in-place'],
    severity: 'warning',
    reason: 'messages flow from the old broker to the new one only',
    source: SOURCES.proof,
  },
  'move-broken-off': {
    effects: ['delete', 'replace'],
    severity: 'error',
    reason: 'until the phase `done` both brokers of a move can hold messages that the other one does not have',
    source: SOURCES.proof,
  },
  'move-phase': {
    effects: ['in-place', 'create'],
    severity: 'info',
    reason: 'a parameter has the phase that a `BrokerMove` reached',
    source: SOURCES.proof,
  },
  'move-removed': {
    effects: ['in-place'],
    severity: 'warning',
    reason: 'without its move, the old broker keeps the messages that it has',
    source: SOURCES.proof,
  },
  'network-acl-closed': {
    effects: ['cut-off'],
    severity: 'error',
    reason: 'a network ACL applies to a whole subnet, before any security group, and to answers as well',
    source: SOURCES.networkAcls,
  },
  'network-acl-opened': {
    effects: ['exposure'],
    severity: 'error',
    reason: 'a network ACL no longer blocks addresses that a security group allows',
    source: SOURCES.networkAcls,
  },
  'network-in-use': {
    effects: ['fails'],
    severity: 'error',
    reason: 'AWS rejects the deletion of a subnet or VPC that contains the network interfaces of a broker',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/connecting-to-amazon-mq.html',
  },
  'network-path-removed': {
    effects: ['cut-off'],
    severity: 'warning',
    reason: 'clients outside the VPC reach the broker through gateways, peering connections and attachments',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/extend-intro.html',
  },
  'only-password-changed': {
    effects: ['cut-off'],
    severity: 'warning',
    reason: 'clients without the new password are locked out, and no user keeps its password',
    source: SOURCES.usersApi,
  },
  'open-group-attached': {
    effects: ['exposure'],
    severity: 'error',
    reason: 'the rules of a security group apply to every broker that has it',
    source: SOURCES.securityGroupRules,
  },
  'password-never-taken': {
    effects: ['no-effect'],
    severity: 'error',
    reason: 'the provider ignores changes of the user of a RabbitMQ broker after its creation',
    source: SOURCES.provider,
  },
  'password-out-of-step': {
    effects: ['cut-off'],
    severity: 'warning',
    reason: 'a secret changes at once, the password of a broker at its next reboot',
    source: SOURCES.usersApi,
  },
  'plan-errored': {
    effects: ['fails'],
    severity: 'error',
    reason: 'Terraform cannot apply a plan that met an error; an info where no plan of the run has Amazon MQ',
    source: SOURCES.planFormat,
  },
  'port-opened': {
    effects: ['exposure'],
    severity: 'error',
    reason: 'addresses can reach a broker port that they could not reach before',
    source: SOURCES.security,
  },
  'port-opened-unlinked': {
    effects: ['exposure'],
    severity: 'info',
    reason: 'the rule is for ports that only ActiveMQ has, but no broker in these plans has the security group',
    source: SOURCES.securityGroupRules,
  },
  'primary-delete': {
    effects: ['fails'],
    severity: 'error',
    reason: 'Amazon MQ deletes neither broker of a pair while they are paired',
    source: SOURCES.replication,
  },
  'public-access': {
    effects: ['exposure'],
    severity: 'error',
    reason: 'the endpoints of a public broker have public addresses',
    source: SOURCES.security,
  },
  'route-changed': {
    effects: ['cut-off'],
    severity: 'warning',
    reason: 'answers of the broker go another way, which may not lead to the client',
    source: SOURCES.routeTables,
  },
  'route-removed': {
    effects: ['cut-off'],
    severity: 'warning',
    reason: 'without a route, answers of the broker do not reach the client',
    source: SOURCES.routeTables,
  },
  'rotation-of-used-user': {
    effects: ['cut-off'],
    severity: 'error',
    reason: 'a rotation gives the idle one of two users a new password: each number must be one more than the last',
    source: SOURCES.rotation,
  },
  'secret-deleted': {
    effects: ['cut-off'],
    severity: 'warning',
    reason: 'clients read the password of the broker from it',
    source: SOURCES.secrets,
  },
  'secret-in-clear': {
    effects: ['exposure'],
    severity: 'error',
    reason: 'a parameter that is no SecureString is not encrypted',
    source: SOURCES.parameters,
  },
  'secret-key-removed': {
    effects: ['exposure'],
    severity: 'warning',
    reason: 'every user of the account may use the AWS managed key',
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
  },
  'secret-name-taken': {
    effects: ['fails'],
    severity: 'error',
    reason: 'Secrets Manager keeps the name of a deleted secret during its recovery window',
    source: SOURCES.secrets,
  },
  'secret-policy-narrowed': {
    effects: ['cut-off'],
    severity: 'warning',
    reason: 'clients read the password of the broker from the secret',
    source: SOURCES.secretPolicies,
  },
  'secret-policy-widened': {
    effects: ['exposure'],
    severity: 'error',
    reason: 'whoever reads the secret has the password',
    source: SOURCES.secretPolicies,
  },
  'secret-rotation-scheduled': {
    effects: ['cut-off'],
    severity: 'warning',
    reason: 'Secrets Manager changes the secret alone, and the broker keeps its password',
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html',
  },
  'security-group-in-use': {
    effects: ['fails'],
    severity: 'error',
    reason: 'AWS rejects the deletion of a security group that a broker, or a rule of its groups, has',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/27476',
  },
  'service-endpoint-lost': {
    effects: ['cut-off'],
    severity: 'warning',
    reason: 'clients call Secrets Manager, Systems Manager and STS through endpoints; brokers are not behind them',
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/connect-to-amazonmq.html',
  },
  'unknown-action': {
    effects: ['unknown'],
    severity: 'error',
    reason: 'a newer Terraform plans an action that this version does not know',
    source: SOURCES.planFormat,
  },
  'unknown-argument': {
    effects: ['unknown'],
    severity: 'warning',
    reason: 'a newer provider has an argument that this version does not know',
    source: SOURCES.provider,
  },
  'unknown-plan-part': {
    effects: ['unknown'],
    severity: 'warning',
    reason: 'a newer Terraform writes a part of a plan that this version does not know',
    source: SOURCES.planFormat,
  },
  'unknown-type': {
    effects: ['unknown'],
    severity: 'warning',
    reason: 'a newer provider has a type of Amazon MQ that this version does not know',
    source: SOURCES.provider,
  },
  'unread-type': {
    effects: ['unknown'],
    severity: 'warning',
    reason: 'the review reads few types of the provider of the Cloud Control API',
    source: 'https://registry.terraform.io/providers/hashicorp/awscc/latest/docs',
  },
  'user-removed': {
    effects: ['cut-off'],
    severity: 'warning',
    reason: 'clients that connect as a removed user are rejected after the next reboot',
    source: SOURCES.usersApi,
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

export type FindingCode = keyof typeof REVIEW_KINDS | RejectionCode;

const KINDS: Readonly<Record<FindingCode, FindingKind>> = { ...REVIEW_KINDS, ...REJECTION_KINDS };

/** Every kind of finding, by code. */
export const FINDING_KINDS: Readonly<Record<FindingCode, FindingKind>> = KINDS;

/** The codes in alphabetical order. */
export const FINDING_CODES = (Object.keys(KINDS) as FindingCode[]).sort();

export function isFindingCode(text: string): text is FindingCode {
  return Object.hasOwn(KINDS, text);
}
