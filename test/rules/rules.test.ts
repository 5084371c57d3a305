import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LDAP_RULES, type ServiceAccount } from '../../src/access/ldap-rules';
import { PASSWORD_RULES, type PasswordFacts, type PasswordSources } from '../../src/access/password-rules';
import { ROTATION_RULES } from '../../src/access/rotation-rules';
import { SECRET_READER_RULES } from '../../src/access/secret-reader-rules';
import { BROKER_REJECTIONS } from '../../src/amazon-mq/rejections/broker-rejections';
import { CONFIGURATION_REJECTIONS } from '../../src/amazon-mq/rejections/configuration-rejections';
import {
  CONNECTION_PARAMETERS_RULES,
  type ConnectionParametersFacts,
} from '../../src/broker/connection-parameters-rules';
import { ENGINE_VERSION_ADVICE } from '../../src/broker/engine-version-advice';
import { EXISTING_BROKER_RULES, type ExistingBrokerFacts } from '../../src/broker/existing-broker-rules';
import { LOG_POLICY_RULES, type LogPolicyFacts } from '../../src/broker/log-policy-rules';
import { NETWORK_FIT_RULES, type NetworkFitFacts } from '../../src/broker/network-fit-rules';
import { REACH_RULES, type ReachFacts } from '../../src/broker/reach-rules';
import { FAILOVER_RULES, type FailoverFacts } from '../../src/endpoints/failover-rules';
import { LAMBDA_RULES } from '../../src/lambda/lambda-rules';
import { METRIC_RULES } from '../../src/metrics/metric-rules';
import { ALARM_RULES } from '../../src/monitoring/alarm-rules';
import { DASHBOARD_RULES } from '../../src/monitoring/dashboard-rules';
import { LOG_GROUP_RULES } from '../../src/monitoring/log-group-rules';
import { GRANT_RULES, type GrantFacts } from '../../src/network/grant-rules';
import { GROUP_RULES, type GroupFacts } from '../../src/network/group-rules';
import { type InVpc, VPC_ID_FORM } from '../../src/network/vpc-id-form';
import { VPC_RULES, type VpcFacts } from '../../src/network/vpc-rules';
import { ADDRESS_RULES, type AddressFacts } from '../../src/props/address-rules';
import { PROP_RULES, type PropFacts } from '../../src/props/prop-rules';
import { RULES } from '../../src/rule-table';
import {
  ACKNOWLEDGEMENT_RULES,
  type AcknowledgementFacts,
  UNUSED_ACKNOWLEDGEMENT,
} from '../../src/rules/acknowledgement-rules';
import { judge, messageOf, type Rule } from '../../src/rules/rule';
import { type RuleAcknowledgement } from '../../src/rules/rule-acknowledgement';
import { STRICT_RULES, type StrictFacts } from '../../src/strict/strict-rules';
import { MOVE_RULES } from '../../src/topology/move-rules';
import { NETWORK_ALARMS_RULES } from '../../src/topology/network-monitoring-rules';
import { NETWORK_OF_BROKERS_RULES } from '../../src/topology/network-rules';
import { REPLICA_RULES } from '../../src/topology/replica-rules';
import { rulesDocument } from '../../tools/rules-document';
import { ROTATION_CASES } from '../access/rotation-rule-cases';
import { SECRET_READER_CASES } from '../access/secret-reader-rule-cases';
import { LAMBDA_CASES } from '../lambda/lambda-rule-cases';
import { METRIC_CASES } from '../metrics/metric-rule-cases';
import { ALARM_CASES } from '../monitoring/alarm-rule-cases';
import { DASHBOARD_CASES } from '../monitoring/dashboard-rule-cases';
import { LOG_GROUP_CASES } from '../monitoring/log-group-rule-cases';
import { MOVE_CASES } from '../topology/move-rule-cases';
import { NETWORK_ALARMS_CASES } from '../topology/network-monitoring-rule-cases';
import { NETWORK_OF_BROKERS_CASES } from '../topology/network-rule-cases';
import { REPLICA_CASES } from '../topology/replica-rule-cases';

/** Facts that break one rule, its messages, and the same facts where the value is not known yet. */
interface Case<Facts> {
  readonly code: string;
  readonly bad: Facts;
  readonly messages: string[];
  readonly good: Facts;
  readonly unresolved: Facts;
}

const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value);

const ACKNOWLEDGEMENT_CASES: Case<AcknowledgementFacts>[] = [
  ...[
    ['broker-name-froms', 'broker-name-form', 'write "broker-name-form"'],
    ['anything', undefined, 'correct the code, or remove the entry'],
  ].map(([code, nearest, remedy]) => ({
    code: 'acknowledge-code',
    bad: { acknowledgements: [{ code, reason: 'why not', exists: false, nearest }] },
    messages: [
      `[acknowledge-code] acknowledge[0].code is not the code of a rule: got "${code}"; allowed: the codes in docs/rules.md and docs/document.md; ${remedy}`,
    ],
    good: { acknowledgements: [{ code: 'tag-form', reason: 'why not', exists: true }] },
    unresolved: { acknowledgements: [{ reason: 'why not', exists: false }] },
  })),
  {
    code: 'acknowledge-reason',
    bad: { acknowledgements: [{ code: 'tag-form', reason: ' ', exists: true }] },
    messages: [
      '[acknowledge-reason] acknowledge[0].reason is blank: got " "; allowed: a sentence; write why the rule does not hold here',
    ],
    good: { acknowledgements: [{ code: 'tag-form', reason: 'why not', exists: true }] },
    unresolved: { acknowledgements: [{ code: 'tag-form', exists: true }] },
  },
];

const userOf = (password: PasswordFacts) => ({ userPasswords: [password] });
const PASSWORD_CASES: Case<PasswordSources>[] = [
  {
    code: 'password-plain-text',
    bad: userOf({ plainText: 'correct horse battery' }),
    messages: [
      '[password-plain-text] users[0].password is plain text in the synthesized JSON; use Password.generated, Password.fromSecret or Password.fromVariable',
    ],
    good: userOf({ generated: true }),
    unresolved: userOf({ plainText: undefined }),
  },
  {
    code: 'password-plain-text',
    bad: { userPasswords: [], servicePassword: { plainText: 'correct horse battery' } },
    messages: [
      '[password-plain-text] ldap.serviceAccountPassword is plain text in the synthesized JSON; use Password.generated, Password.fromSecret or Password.fromVariable',
    ],
    good: { userPasswords: [], servicePassword: {} },
    unresolved: { userPasswords: [] },
  },
  {
    code: 'password-variable-sensitive',
    bad: userOf({ variableSensitive: false }),
    messages: [
      '[password-variable-sensitive] users[0].password comes from a variable that is not sensitive; create the TerraformVariable with sensitive: true',
    ],
    good: userOf({ variableSensitive: true }),
    unresolved: userOf({}),
  },
  {
    code: 'secret-id-form',
    bad: userOf({ secretId: 'my secret' }),
    messages: [
      '[secret-id-form] users[0].password.secretId is not the name or ARN of a secret: got "my secret"; allowed: an ARN, or 1 to 512 letters, digits and / _ + = . @ -; give the name or the ARN of the secret',
    ],
    good: userOf({ secretId: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/admin-AbCdEf' }),
    unresolved: userOf({ secretId: undefined }),
  },
  ...(
    [
      [null, 'missing'],
      ['', 'empty'],
    ] as const
  ).map(([secretId, problem]) => ({
    code: 'secret-id-form',
    bad: userOf({ secretId }),
    messages: [
      `[secret-id-form] users[0].password.secretId is ${problem}; allowed: an ARN, or 1 to 512 letters, digits and / _ + = . @ -; give the name or the ARN of the secret`,
    ],
    good: userOf({ secretId: 'orders/admin' }),
    unresolved: userOf({}),
  })),
  {
    code: 'secret-name-form',
    bad: userOf({ secretName: 'orders~admin' }),
    messages: [
      '[secret-name-form] users[0].password.secretName has characters that are not allowed: got "orders~admin"; allowed: 1 to 512 letters, digits and / _ + = . @ -; remove "~"',
    ],
    good: userOf({ secretName: 'messaging/orders_1+2=3.@-' }),
    unresolved: userOf({ secretName: undefined }),
  },
  {
    code: 'secret-name-form',
    bad: userOf({ secretName: '' }),
    messages: [
      '[secret-name-form] users[0].password.secretName is empty: got ""; allowed: 1 to 512 letters, digits and / _ + = . @ -; set it',
    ],
    good: userOf({ secretName: 's'.repeat(512) }),
    unresolved: userOf({}),
  },
  {
    code: 'secret-name-unique',
    bad: { userPasswords: [{ secretName: 'orders' }, { secretName: 'orders' }] },
    messages: [
      '[secret-name-unique] users[1].password.secretName is a duplicate: got "orders"; allowed: each name once; name the secrets after broker and user, or remove the name',
    ],
    good: { userPasswords: [{ secretName: 'one' }, { secretName: 'two' }] },
    unresolved: { userPasswords: [{}, {}] },
  },
  {
    code: 'secret-name-unique',
    bad: userOf({ secretName: 'orders', secretNamesake: 'messaging/first' }),
    messages: [
      '[secret-name-unique] users[0].password.secretName is already used by "messaging/first": got "orders"; allowed: each name once; name the secrets after broker and user, or remove the name',
    ],
    good: userOf({ secretName: 'orders' }),
    unresolved: userOf({}),
  },
  {
    code: 'secret-recovery-window',
    bad: userOf({ recoveryWindowInDays: 3 }),
    messages: [
      '[secret-recovery-window] users[0].password.recoveryWindowInDays is not a recovery window of Secrets Manager: got 3; allowed: 0, or 7 to 30 days; set it to one of these, or remove it for 30 days',
    ],
    good: userOf({ recoveryWindowInDays: 0 }),
    unresolved: userOf({ recoveryWindowInDays: undefined }),
  },
  {
    code: 'secret-replica-region',
    bad: userOf({ replicaRegions: ['Ireland', 'us-east-2', 'us-east-2'] }),
    messages: [
      '[secret-replica-region] users[0].password.replicaRegions[0] is not a Region: got "Ireland"; allowed: codes of Regions, each once; write the code of the Region, such as eu-central-1',
      '[secret-replica-region] users[0].password.replicaRegions[2] is a duplicate: got "us-east-2"; allowed: codes of Regions, each once; remove it',
    ],
    good: userOf({ replicaRegions: ['us-gov-west-1', 'ap-southeast-2'] }),
    unresolved: userOf({ replicaRegions: [undefined, undefined] }),
  },
];

const LDAP_CASES: Case<ServiceAccount>[] = [
  {
    code: 'ldap-password-existing',
    bad: { servicePassword: { generated: true } },
    messages: [
      '[ldap-password-existing] ldap.serviceAccountPassword is generated; allowed: the password of the account in the directory; use Password.fromSecret or Password.fromVariable',
    ],
    good: { servicePassword: {} },
    unresolved: {},
  },
];

const vpc: VpcFacts = { engine: 'ActiveMQ', subnetCount: 2 };
const VPC_CASES: Case<VpcFacts>[] = [
  {
    code: 'vpc-cidr-form',
    bad: { ...vpc, cidr: '10.0.0.1/24' },
    messages: [
      '[vpc-cidr-form] cidr has host bits set: got "10.0.0.1/24"; allowed: an IPv4 CIDR block such as 10.0.0.0/24; write "10.0.0.0/24"',
    ],
    good: { ...vpc, cidr: '10.0.0.0/24' },
    unresolved: vpc,
  },
  ...['10.0.0.0', '10.0/16', 'ten', '', '2001:db8::/32', '10.0.0.0/33', '010.0.0.0/24'].map((cidr) => ({
    code: 'vpc-cidr-form',
    bad: { ...vpc, cidr },
    messages: [
      `[vpc-cidr-form] cidr is not an IPv4 CIDR block: got "${cidr}"; allowed: an IPv4 CIDR block such as 10.0.0.0/24; write network address and prefix length`,
    ],
    good: { ...vpc, cidr: '172.16.0.0/16' },
    unresolved: vpc,
  })),
  {
    code: 'vpc-cidr-shared',
    bad: { ...vpc, cidr: '10.0.0.0/24', namesake: 'messaging/orders/Vpc' },
    messages: [
      '[vpc-cidr-shared] cidr is also the CIDR block of "messaging/orders/Vpc": got "10.0.0.0/24"; if you will connect the two, give each broker a BrokerVpc with a different cidr as network',
    ],
    good: { ...vpc, cidr: '10.0.0.0/24' },
    unresolved: vpc,
  },
  {
    code: 'vpc-cidr-size',
    bad: { ...vpc, cidr: '10.0.0.0/8' },
    messages: [
      '[vpc-cidr-size] cidr is larger than AWS allows: got "10.0.0.0/8"; allowed: /16 to /28; choose another prefix length',
    ],
    good: { ...vpc, cidr: '10.0.0.0/16' },
    unresolved: vpc,
  },
  {
    code: 'vpc-cidr-size',
    bad: { ...vpc, cidr: '10.0.0.0/29' },
    messages: [
      '[vpc-cidr-size] cidr is smaller than AWS allows: got "10.0.0.0/29"; allowed: /16 to /28; choose another prefix length',
    ],
    good: { ...vpc, cidr: '10.0.0.0/28' },
    unresolved: vpc,
  },
  {
    code: 'instance-type-form',
    bad: { ...vpc, instanceType: 't3.micro' },
    messages: [
      '[instance-type-form] instanceType is not a broker instance type: got "t3.micro"; allowed: mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or a newer type; write "mq.t3.micro"',
    ],
    good: { ...vpc, instanceType: 'mq.m5.large' },
    unresolved: vpc,
  },
  ...['efs', 'gp3'].map((storageType) => ({
    code: 'storage-type',
    bad: { ...vpc, storageType },
    messages: [
      `[storage-type] storageType is not a storage type of brokers: got "${storageType}"; allowed: EFS or EBS; set it to EFS`,
    ],
    good: { ...vpc, storageType: 'EBS' },
    unresolved: vpc,
  })),
  {
    code: 'subnet-size',
    bad: { ...vpc, subnetPrefixLength: 29 },
    messages: [
      '[subnet-size] subnetPrefixLength is not a size AWS allows: got 29; allowed: a whole number from 16 to 28; choose another prefix length',
    ],
    good: { ...vpc, subnetPrefixLength: 28 },
    unresolved: vpc,
  },
  {
    code: 'subnet-fit',
    bad: { ...vpc, cidr: '10.0.0.0/28', subnetPrefixLength: 28 },
    messages: [
      '[subnet-fit] cidr has room for 1 of 2 subnets of /28: got "10.0.0.0/28"; allowed: /27 or larger, for 2 subnets of /28; take a larger CIDR block for the VPC, or smaller subnets',
    ],
    good: { ...vpc, cidr: '10.0.0.0/27', subnetPrefixLength: 28 },
    unresolved: { ...vpc, subnetPrefixLength: 16 },
  },
  {
    code: 'zone-count',
    bad: { ...vpc, availabilityZones: ['eu-west-1a'] },
    messages: [
      '[zone-count] availabilityZones has 1 of 2 Availability Zones: got 1; allowed: one Availability Zone for each instance; name one for each instance, or remove the list to have them chosen',
    ],
    good: { ...vpc, availabilityZones: ['eu-west-1a', 'eu-west-1b'] },
    unresolved: vpc,
  },
  {
    code: 'zone-unique',
    bad: { ...vpc, availabilityZones: ['eu-west-1a', 'eu-west-1a'] },
    messages: [
      '[zone-unique] availabilityZones[1] is a duplicate: got "eu-west-1a"; allowed: each Availability Zone once; name another Availability Zone of the Region',
    ],
    good: { ...vpc, availabilityZones: ['eu-west-1a', 'eu-west-1b'] },
    unresolved: { ...vpc, availabilityZones: times(2, undefined) },
  },
];

const grant = (kind: GrantFacts['peer']['kind'], value?: string, rest: Partial<GrantFacts> = {}): GrantFacts => ({
  peer: { kind, value },
  protocols: 1,
  ...rest,
});
const GRANT_CASES: Case<GrantFacts>[] = [
  ...(
    [
      ['ipv4', '0.0.0.0/0', []],
      ['ipv6', '::/0', []],
      ['ipv6', '2000::/3', []],
      ['ipv4', '0.0.0.0/1', ['128.0.0.0/1']],
    ] as const
  ).map(([kind, cidr, before]) => ({
    code: 'console-open-to-internet',
    // Of the other port it is a warning.
    bad: grant(kind, cidr, {
      publiclyAccessible: true,
      protocolPorts: [61617, 8162],
      granted: [['0.0.0.0/0', '::/0'], before],
    }),
    messages: [
      `[console-open-to-internet] peer admits the whole internet to the web console of a public broker${before.length > 0 ? ', together with the CIDR blocks granted before' : ''}: got "${cidr}"; allowed: the CIDR blocks of your administrators; grant access to these CIDR blocks only, or leave WEB_CONSOLE out`,
    ],
    good: grant(kind, cidr, {
      publiclyAccessible: true,
      protocolPorts: [61617, 8162],
      granted: [before, ['0.0.0.0/0', '::/0']],
    }),
    unresolved: grant(kind, undefined, { publiclyAccessible: true, protocolPorts: [8162], granted: [before] }),
  })),
  {
    code: 'grant-protocols',
    bad: grant('ipv4', '10.0.0.0/8', { protocols: 0 }),
    messages: [
      '[grant-protocols] protocols is empty; allowed: one protocol or more; name the protocols that the peer may use, such as OpenWire',
    ],
    good: grant('ipv4', '10.0.0.0/8'),
    unresolved: grant('ipv4'),
  },
  ...[0, 70000, -1, 1.5, NaN].map((port) => ({
    code: 'grant-port',
    bad: grant('ipv4', '10.0.0.0/8', { ports: [636, port] }),
    messages: [
      `[grant-port] ports[1] is not a TCP port: got ${port}; allowed: a whole number from 1 to 65535; give the port on which the peer listens, such as 636 for an LDAP server`,
    ],
    good: grant('ipv4', '10.0.0.0/8', { ports: [1, 65535] }),
    unresolved: grant('ipv4', '10.0.0.0/8', { ports: [undefined] }),
  })),
  {
    code: 'peer-cidr-form',
    bad: grant('ipv4', '2001:db8::/32'),
    messages: [
      '[peer-cidr-form] peer is not an IPv4 CIDR block: got "2001:db8::/32"; allowed: an IPv4 CIDR block such as 10.20.0.0/16; write network address and prefix length',
    ],
    good: grant('ipv6', '2001:db8::/32'),
    unresolved: grant('ipv4'),
  },
  {
    code: 'peer-cidr-form',
    bad: grant('ipv6', '2001:db8::1/32'),
    messages: [
      '[peer-cidr-form] peer has host bits set: got "2001:db8::1/32"; allowed: an IPv6 CIDR block such as 2001:db8::/32; write "2001:db8::/32"',
    ],
    good: grant('ipv4', '203.0.113.7/32'),
    unresolved: grant('ipv6'),
  },
  ...(
    [
      ['ipv4', '10.0.0.5', 'write "10.0.0.5/32"'],
      ['ipv6', 'fe80::1', 'write "fe80::1/128"'],
      ['ipv6', '10.0.0.5', 'write network address and prefix length'],
      ['ipv4', 'fe80::1', 'write network address and prefix length'],
      ['ipv6', 'fe80::1%eth0/64', 'write network address and prefix length'],
      ['ipv6', 'fe80::1%eth0', 'write network address and prefix length'],
      ['ipv4', '10.0.0.256', 'write network address and prefix length'],
      ['ipv4', '10.1', 'write network address and prefix length'],
    ] as const
  ).map(([kind, value, remedy]) => ({
    code: 'peer-cidr-form',
    bad: grant(kind, value),
    messages: [
      `[peer-cidr-form] peer is not an IPv${kind === 'ipv4' ? 4 : 6} CIDR block: got "${value}"; allowed: an IPv${kind === 'ipv4' ? 4 : 6} CIDR block such as ${kind === 'ipv4' ? '10.20.0.0/16' : '2001:db8::/32'}; ${remedy}`,
    ],
    good: grant(kind, kind === 'ipv4' ? '10.0.0.5/32' : 'fe80::1/128'),
    unresolved: grant(kind),
  })),
  {
    code: 'peer-id-form',
    bad: grant('security-group', 'web servers'),
    messages: [
      '[peer-id-form] peer is not the id of a security group: got "web servers"; allowed: an id such as sg-0123456789abcdef0, or 123456789012/sg-0123456789abcdef0 for a group of another account; give the id, not the name',
    ],
    good: grant('security-group', 'sg-0123456789abcdef0'),
    unresolved: grant('security-group'),
  },
  {
    code: 'peer-id-form',
    bad: grant('security-group', '1234/sg-0123456789abcdef0'),
    messages: [
      '[peer-id-form] peer is not the id of a security group: got "1234/sg-0123456789abcdef0"; allowed: an id such as sg-0123456789abcdef0, or 123456789012/sg-0123456789abcdef0 for a group of another account; give the id, not the name',
    ],
    good: grant('security-group', '123456789012/sg-0123456789abcdef0'),
    unresolved: grant('security-group'),
  },
  {
    code: 'peer-id-form',
    bad: grant('prefix-list', 'sg-0123456789abcdef0'),
    messages: [
      '[peer-id-form] peer is not the id of a prefix list: got "sg-0123456789abcdef0"; allowed: an id such as pl-0123456789abcdef0; give the id, not the name',
    ],
    good: grant('prefix-list', 'pl-0123456789abcdef0'),
    unresolved: grant('prefix-list'),
  },
  ...(
    [
      ['ipv4', '0.0.0.0/0', []],
      ['ipv6', '::/0', []],
      ['ipv6', '2000::/3', []],
      ['ipv4', '128.0.0.0/1', ['0.0.0.0/1']],
      ['ipv6', '3000::/4', ['10.0.0.0/8', '2000::/4']],
    ] as const
  ).map(([kind, cidr, before]) => ({
    code: 'public-open-to-internet',
    bad: grant(kind, cidr, { publiclyAccessible: true, granted: [[], before] }),
    messages: [
      `[public-open-to-internet] peer admits the whole internet to a public broker${before.length > 0 ? ', together with the CIDR blocks granted before' : ''}: got "${cidr}"; allowed: the CIDR blocks of your clients; grant access to these CIDR blocks only`,
    ],
    good: grant(kind, cidr, { granted: [before] }),
    unresolved: grant(kind, undefined, { publiclyAccessible: true, granted: [before] }),
  })),
  {
    code: 'public-open-to-internet',
    bad: grant('ipv4', '64.0.0.0/2', { publiclyAccessible: true, granted: [['128.0.0.0/1', '0.0.0.0/2'], []] }),
    messages: [
      '[public-open-to-internet] peer admits the whole internet to a public broker, together with the CIDR blocks granted before: got "64.0.0.0/2"; allowed: the CIDR blocks of your clients; grant access to these CIDR blocks only',
    ],
    good: grant('ipv4', '0.0.0.0/1', { publiclyAccessible: true, granted: [['10.0.0.0/8']] }),
    unresolved: grant('ipv4', '0.0.0.0/0', { publiclyAccessible: true, granted: [['0.0.0.0/0']] }),
  },
  {
    code: 'public-security-group-peer',
    bad: grant('security-group', undefined, { publiclyAccessible: true }),
    messages: [
      '[public-security-group-peer] peer is a security group, which never matches on a public broker; allowed: CIDR blocks and prefix lists; name the public CIDR blocks of your clients, or make the broker private',
    ],
    good: grant('prefix-list', 'pl-0123456789abcdef0', { publiclyAccessible: true }),
    unresolved: grant('security-group', undefined, { publiclyAccessible: undefined }),
  },
  {
    code: 'public-security-group-peer',
    bad: grant('security-group', 'sg-0123456789abcdef0', { publiclyAccessible: true }),
    messages: [
      '[public-security-group-peer] peer is a security group, which never matches on a public broker: got "sg-0123456789abcdef0"; allowed: CIDR blocks and prefix lists; name the public CIDR blocks of your clients, or make the broker private',
    ],
    good: grant('security-group', 'sg-0123456789abcdef0', { publiclyAccessible: false }),
    unresolved: grant('security-group', 'sg-0123456789abcdef0'),
  },
];

const EXISTING_BROKER_CASES: Case<ExistingBrokerFacts>[] = [
  {
    code: 'broker-identified',
    bad: { engine: 'ActiveMQ', identifiers: 0 },
    messages: [
      '[broker-identified] brokerId and brokerName are both missing; allowed: one of them; give the id or the name of the broker',
    ],
    good: { engine: 'ActiveMQ', identifiers: 1, brokerName: 'orders' },
    unresolved: { engine: 'ActiveMQ', identifiers: 1 },
  },
  {
    code: 'broker-identified',
    bad: { engine: 'ActiveMQ', identifiers: 2, brokerName: 'orders' },
    messages: [
      '[broker-identified] brokerId and brokerName are both given; allowed: one of them; remove one of the two',
    ],
    good: { engine: 'ActiveMQ', identifiers: 1, brokerName: 'orders' },
    unresolved: { engine: 'ActiveMQ', identifiers: 1 },
  },
  {
    code: 'broker-name-form',
    bad: { engine: 'ActiveMQ', identifiers: 1, brokerName: '' },
    messages: [
      '[broker-name-form] brokerName is empty: got ""; allowed: 1 to 50 letters, digits, hyphens and underscores; set it',
    ],
    good: { engine: 'ActiveMQ', identifiers: 1, brokerName: 'orders' },
    unresolved: { engine: 'ActiveMQ', identifiers: 1 },
  },
  {
    code: 'broker-id-form',
    bad: { engine: 'ActiveMQ', identifiers: 1, brokerId: 'orders' },
    messages: [
      '[broker-id-form] brokerId is not the id of a broker: got "orders"; allowed: b- and a UUID, such as b-00000000-1111-2222-3333-444444444444; give the id, or set brokerName to the name instead',
    ],
    good: { engine: 'ActiveMQ', identifiers: 1, brokerId: 'b-00000000-1111-2222-3333-444444444444' },
    unresolved: { engine: 'ActiveMQ', identifiers: 1 },
  },
  {
    code: 'deployment-mode',
    bad: { engine: 'ActiveMQ', identifiers: 1, deploymentMode: 'single' },
    messages: [
      '[deployment-mode] deploymentMode is not a deployment mode of ActiveMQ: got "single"; allowed: SINGLE_INSTANCE or ACTIVE_STANDBY_MULTI_AZ; write "ACTIVE_STANDBY_MULTI_AZ"',
    ],
    good: { engine: 'ActiveMQ', identifiers: 1, deploymentMode: 'SINGLE_INSTANCE' },
    unresolved: { engine: 'ActiveMQ', identifiers: 1 },
  },
];

const UNUSED_CASES: Case<readonly RuleAcknowledgement[]>[] = [
  {
    code: 'acknowledge-unused',
    bad: [{ code: 'tag-form', reason: 'why not' }],
    messages: [
      '[acknowledge-unused] acknowledge has an entry that acknowledges nothing: got "tag-form"; remove the entry',
    ],
    good: [],
    unresolved: [],
  },
];

const CONNECTION_PARAMETERS_CASES: Case<ConnectionParametersFacts>[] = [
  {
    code: 'parameter-path-unique',
    bad: { path: '/messaging/orders', namesake: 'messaging/first' },
    messages: [
      '[parameter-path-unique] path is already used by "messaging/first": got "/messaging/orders"; allowed: each path once; choose another path',
    ],
    good: { path: '/messaging/orders' },
    unresolved: {},
  },
  ...['messaging', 'messaging/orders', '/messaging/', '/aws/messaging', '/a/b/c/d/e/f/g/h/i/j/k/l/m/n'].map(
    (pathOf) => ({
      code: 'parameter-path-form',
      bad: { path: pathOf },
      messages: [
        `[parameter-path-form] path is not a path of Parameter Store: got "${pathOf}"; allowed: 1 to 13 parts of letters, digits, hyphens, periods and underscores, each after a slash; the first not beginning with aws or ssm; write a path such as "/messaging/orders", without a slash at its end`,
      ],
      good: { path: '/shop/aws/c/d/e/f/g/h/i/j/k/l/m' },
      unresolved: {},
    }),
  ),
];

const least = { maxReconnectAttempts: -1, 'nested.soTimeout': 0 };
const FAILOVER_CASES: Case<FailoverFacts>[] = [
  ...(
    [
      ['maxReconnectAttempts', -2, 'a whole number from -1'],
      ['maxReconnectAttempts', 1.5, 'a whole number from -1'],
      ['maxReconnectAttempts', 1e21, 'a whole number from -1'],
      ['nested.soTimeout', -1, 'a whole number from 0'],
      ['nested.soTimeout', NaN, 'a whole number from 0'],
      ['factor', 0, 'a number above 0'],
      ['factor', Infinity, 'a number above 0'],
    ] as const
  ).map(([option, value, allowed]) => ({
    code: 'failover-option',
    bad: { least, options: { randomize: false, [option]: value } },
    messages: [
      `[failover-option] ${option} is not a number that the client accepts: got ${value}; allowed: ${allowed}; remove it to use the default of the client`,
    ],
    good: { least, options: { maxReconnectAttempts: -1, 'nested.soTimeout': 0, factor: 1.5, name: 'x', flag: true } },
    unresolved: { least, options: { [option]: undefined } },
  })),
];

const nothingFound: PropFacts = { wrongKind: [], unknownAtSynth: [], templates: [], misspelled: [] };
const ADDRESS_CASES: Case<AddressFacts>[] = [
  {
    code: 'construct-id-unique',
    bad: { id: 'orders.eu', namesake: 'messaging/orderseu' },
    messages: [
      '[construct-id-unique] id has the same Terraform address as "messaging/orderseu": got "orders.eu"; allowed: ids that differ in letters, digits, hyphens and underscores; choose another id for the one that is not deployed yet',
    ],
    good: { id: 'orders.eu' },
    unresolved: { id: 'orders.eu' },
  },
  {
    code: 'construct-id-form',
    bad: { id: '1orders', isName: false },
    messages: [
      '[construct-id-form] id makes an address that Terraform rejects: got "1orders"; allowed: ids that begin with a letter from a to z, or an underscore; choose another id',
    ],
    good: { id: '_1orders', isName: true },
    unresolved: { id: '1orders' },
  },
];

const PROP_CASES: Case<PropFacts>[] = [
  {
    code: 'prop-kind',
    bad: {
      ...nothingFound,
      wrongKind: [
        { property: 'tags', problem: 'is not texts by name', got: 1, allowed: 'texts by name', remedy: 'write { … }' },
      ],
    },
    messages: ['[prop-kind] tags is not texts by name: got 1; allowed: texts by name; write { … }'],
    good: nothingFound,
    unresolved: nothingFound,
  },
  {
    code: 'prop-known',
    bad: {
      ...nothingFound,
      unknownAtSynth: [
        { property: 'zones', problem: 'is known to Terraform only', remedy: 'write the value in the app' },
      ],
    },
    messages: ['[prop-known] zones is known to Terraform only; write the value in the app'],
    good: nothingFound,
    unresolved: nothingFound,
  },
  {
    code: 'prop-name',
    bad: {
      ...nothingFound,
      misspelled: [{ property: 'logs.auditt', problem: 'is not a prop and is ignored', remedy: 'write logs.audit' }],
    },
    messages: ['[prop-name] logs.auditt is not a prop and is ignored; write logs.audit'],
    good: nothingFound,
    unresolved: nothingFound,
  },
  {
    code: 'prop-template',
    bad: {
      ...nothingFound,
      templates: [{ property: 'name', problem: 'contains "${"', got: '${x}', remedy: 'leave it if it is text' }],
    },
    messages: ['[prop-template] name contains "${": got "${x}"; leave it if it is text'],
    good: nothingFound,
    unresolved: nothingFound,
  },
];

const ADVICE_CASES = [
  {
    code: 'engine-version-upstream',
    bad: { engineVersion: '5.18' },
    messages: [
      '[engine-version-upstream] engineVersion has had no fixes from Apache ActiveMQ since 2025-03: got "5.18"; plan the upgrade to 5.19',
    ],
    good: { engineVersion: '5.19' },
    unresolved: {},
  },
];

const STRICT_CASES: Case<StrictFacts>[] = [
  {
    code: 'strict-tags',
    bad: { tagKeys: ['Name'] },
    messages: [
      '[strict-tags] tags has no key besides Name; allowed: one or more keys of your own; write the keys that your control requires, such as owner and cost-center',
    ],
    good: { tagKeys: ['Name', 'owner'] },
    unresolved: {},
  },
];

const VPC_ID_CASES: Case<InVpc>[] = [
  {
    code: 'vpc-id-form',
    bad: { vpcId: 'orders' },
    messages: [
      '[vpc-id-form] vpcId is not the id of a VPC: got "orders"; allowed: an id such as vpc-0123456789abcdef0; give the id of the VPC, not its name',
    ],
    good: { vpcId: 'vpc-0123456789abcdef0' },
    unresolved: {},
  },
];

const inNewVpc = { newVpc: { isInSameApply: true } };
const madeFor = { newVpc: { isInSameApply: true, instanceType: 'mq.m5.large', storageType: 'EFS' } };
const NETWORK_FIT_CASES: Case<NetworkFitFacts>[] = [
  {
    code: 'security-group-vpc',
    bad: { ...inNewVpc, securityGroupIds: [undefined, 'sg-0a'] },
    messages: [
      '[security-group-vpc] securityGroupIds[1] is a security group of another VPC than the one that is made for the broker: got "sg-0a"; allowed: a group that this app makes in the VPC of the broker; give the VPC of the group as network (BrokerNetwork.fromSubnetIds), or make the group in the new VPC (BrokerSecurityGroup)',
    ],
    good: { securityGroupIds: ['sg-0a'], newVpc: { isInSameApply: false } },
    unresolved: { ...inNewVpc, securityGroupIds: [undefined] },
  },
  {
    code: 'security-group-vpc',
    bad: { ...inNewVpc, securityGroupIds: ['sg-0b'] },
    messages: [
      '[security-group-vpc] securityGroupIds[0] is a security group of another VPC than the one that is made for the broker: got "sg-0b"; allowed: a group that this app makes in the VPC of the broker; give the VPC of the group as network (BrokerNetwork.fromSubnetIds), or make the group in the new VPC (BrokerSecurityGroup)',
    ],
    good: { securityGroupIds: ['sg-0b'] },
    unresolved: inNewVpc,
  },
  {
    code: 'vpc-offer',
    bad: { ...madeFor, instanceType: 'mq.m5.xlarge', storageType: 'EBS' },
    messages: [
      '[vpc-offer] network.instanceType is not that of the broker: got "mq.m5.large"; allowed: mq.m5.xlarge; create the BrokerVpc with the instanceType of the broker, or name its availabilityZones',
      '[vpc-offer] network.storageType is not that of the broker: got "EFS"; allowed: EBS; create the BrokerVpc with the storageType of the broker, or name its availabilityZones',
    ],
    good: { ...madeFor, instanceType: 'mq.m5.large', storageType: 'EFS' },
    unresolved: madeFor,
  },
];

const REACH_CASES: Case<ReachFacts>[] = [
  {
    code: 'broker-unreachable',
    bad: { hasLdap: false, grants: { inbound: 0, outboundPorts: [] } },
    messages: [
      '[broker-unreachable] securityGroup allows nobody to reach the broker; call allowFrom for its clients, or acknowledge this if its rules are defined elsewhere',
    ],
    good: { hasLdap: false, grants: { inbound: 1, outboundPorts: [] } },
    unresolved: { hasLdap: false },
  },
  {
    code: 'ldap-egress',
    bad: { hasLdap: true, grants: { inbound: 1, outboundPorts: [61617] } },
    messages: [
      '[ldap-egress] ldap needs egress to TCP port 636, and the security group of the broker allows none; call allowTo with the addresses of the directory and port 636',
    ],
    good: { hasLdap: true, grants: { inbound: 1, outboundPorts: [61617, 636] } },
    unresolved: { hasLdap: true, grants: { inbound: 1, outboundPorts: [undefined] } },
  },
];

const LOG_POLICY_CASES: Case<LogPolicyFacts>[] = [
  {
    code: 'log-policy-count',
    bad: { number: 11 },
    messages: [
      '[log-policy-count] logs.resourcePolicy makes one policy more than AWS allows: got 11; allowed: 10 per Region of an account; set logs.resourcePolicy to false for the brokers of this stack, unless it has an account of its own',
    ],
    good: { number: 10 },
    unresolved: { number: 1 },
  },
];

const GROUP_CASES: Case<GroupFacts>[] = (['inbound', 'outbound'] as const).map((direction) => ({
  code: 'security-group-rule-count',
  bad: { counts: [{ direction, version: 4, rules: 61 }] },
  messages: [
    `[security-group-rule-count] securityGroup has too many ${direction} rules for IPv4: got 61; allowed: at most 60, unless AWS has raised your quota; grant to larger ranges, to a prefix list or to a security group`,
  ],
  good: { counts: [{ direction, version: 4, rules: 60 }] },
  unresolved: { counts: [] },
}));

const TABLES = [
  [[VPC_ID_FORM], VPC_ID_CASES],
  [NETWORK_FIT_RULES, NETWORK_FIT_CASES],
  [REACH_RULES, REACH_CASES],
  [GROUP_RULES, GROUP_CASES],
  [PASSWORD_RULES, PASSWORD_CASES],
  [LDAP_RULES, LDAP_CASES],
  [VPC_RULES, VPC_CASES],
  [ROTATION_RULES, ROTATION_CASES],
  [SECRET_READER_RULES, SECRET_READER_CASES],
  [LAMBDA_RULES, LAMBDA_CASES],
  [ENGINE_VERSION_ADVICE, ADVICE_CASES],
  [STRICT_RULES, STRICT_CASES],
  [NETWORK_OF_BROKERS_RULES, NETWORK_OF_BROKERS_CASES],
  [NETWORK_ALARMS_RULES, NETWORK_ALARMS_CASES],
  [MOVE_RULES, MOVE_CASES],
  [REPLICA_RULES, REPLICA_CASES],
  [METRIC_RULES, METRIC_CASES],
  [ALARM_RULES, ALARM_CASES],
  [DASHBOARD_RULES, DASHBOARD_CASES],
  [LOG_GROUP_RULES, LOG_GROUP_CASES],
  [LOG_POLICY_RULES, LOG_POLICY_CASES],
  [GRANT_RULES, GRANT_CASES],
  [EXISTING_BROKER_RULES, EXISTING_BROKER_CASES],
  [CONNECTION_PARAMETERS_RULES, CONNECTION_PARAMETERS_CASES],
  [FAILOVER_RULES, FAILOVER_CASES],
  [ADDRESS_RULES, ADDRESS_CASES],
  [PROP_RULES, PROP_CASES],
  [ACKNOWLEDGEMENT_RULES, ACKNOWLEDGEMENT_CASES],
  [[UNUSED_ACKNOWLEDGEMENT], UNUSED_CASES],
] as unknown as [readonly Rule<unknown>[], Case<unknown>[]][];

const CASES = TABLES.flatMap(([rules, cases]) => cases.map((each) => ({ ...each, rules })));

const messagesOf = (rules: readonly Rule<unknown>[], code: string, facts: unknown) =>
  judge(
    rules.filter((rule) => rule.code === code),
    facts,
  ).map(messageOf);

/** The code and what is wrong: a rule has a case for each way to break it. */
const nameOf = ({ code, messages: [message] }: Case<unknown>) =>
  `${code}: ${message.replace(`[${code}] `, '').split('; allowed: ')[0]}`;

describe.each(CASES.map((each) => ({ ...each, name: nameOf(each) })))('$name', (each) => {
  const { rules, code, bad, messages, good, unresolved } = each;

  test('fires and says what is wrong and what to do', () => {
    expect(messagesOf(rules, code, bad)).toEqual(messages);
  });

  test('is silent on a good value', () => {
    expect(messagesOf(rules, code, good)).toEqual([]);
  });

  test('is silent on a value that is not known yet', () => {
    expect(messagesOf(rules, code, unresolved)).toEqual([]);
  });
});

test('every rule is tested, here or in test/amazon-mq/rejections', () => {
  const rejections = new Set([...BROKER_REJECTIONS, ...CONFIGURATION_REJECTIONS].map(({ code }) => code));
  const others = RULES.map(({ code }) => code).filter((code) => !rejections.has(code));
  const tested = new Set(CASES.map(({ code }) => code).filter((code) => !rejections.has(code)));
  expect([...tested].sort()).toEqual(others.sort());
});

test('every rule has a code of its own, a reason and a source', () => {
  expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
  for (const { code, reason, source } of RULES) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(reason).toMatch(/^[^.]+.*[^.]$/);
    expect(source).toMatch(/^https:\/\//);
  }
});

test('docs/rules.md lists every rule as the code has it; npm run docs:rules writes it anew', () => {
  expect(readFileSync(path.join(__dirname, '../../docs/rules.md'), 'utf8')).toBe(rulesDocument());
});
