import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SECRET_READER_RULES } from '../../src/access/secret-reader-rules';
import { BROKER_RULES, type BrokerFacts } from '../../src/broker/broker-rules';
import {
  CONNECTION_PARAMETERS_RULES,
  type ConnectionParametersFacts,
} from '../../src/broker/connection-parameters-rules';
import { EXISTING_BROKER_RULES, type ExistingBrokerFacts } from '../../src/broker/existing-broker-rules';
import { CONFIGURATION_RULES, type ConfigurationFacts } from '../../src/configuration/configuration-rules';
import { FAILOVER_RULES, type FailoverFacts } from '../../src/endpoints/failover-rules';
import { LAMBDA_RULES } from '../../src/lambda/lambda-rules';
import { METRIC_RULES } from '../../src/metrics/metric-rules';
import { ALARM_RULES } from '../../src/monitoring/alarm-rules';
import { DASHBOARD_RULES } from '../../src/monitoring/dashboard-rules';
import { LOG_GROUP_RULES } from '../../src/monitoring/log-group-rules';
import { GRANT_RULES, type GrantFacts } from '../../src/network/grant-rules';
import { VPC_RULES, type VpcFacts } from '../../src/network/vpc-rules';
import { PROP_RULES, type PropFacts } from '../../src/props/prop-rules';
import { RULES } from '../../src/rule-table';
import { ACKNOWLEDGEMENT_RULES, type AcknowledgementFacts } from '../../src/rules/acknowledgement-rules';
import { judge, messageOf, type Rule } from '../../src/rules/rule';
import { rulesDocument } from '../../tools/rules-document';
import { SECRET_READER_CASES } from '../access/secret-reader-rule-cases';
import { LAMBDA_CASES } from '../lambda/lambda-rule-cases';
import { METRIC_CASES } from '../metrics/metric-rule-cases';
import { ALARM_CASES } from '../monitoring/alarm-rule-cases';
import { DASHBOARD_CASES } from '../monitoring/dashboard-rule-cases';
import { LOG_GROUP_CASES } from '../monitoring/log-group-rule-cases';

/** Facts that break one rule, its messages, and the same facts where the value is not known yet. */
interface Case<Facts> {
  readonly code: string;
  readonly bad: Facts;
  readonly messages: string[];
  readonly good: Facts;
  readonly unresolved: Facts;
}

const names = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, i) => make(i));
const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value);

const standby: BrokerFacts = { deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ' };
const single: BrokerFacts = { deploymentMode: 'SINGLE_INSTANCE' };
const admin = { username: 'admin' };
const versions = '5.19, 5.18, or what is newer than this package by EngineVersion.of';
const instanceTypes =
  'mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or what is newer than this package by InstanceType.of';
const passwordAllowed = '12 to 250 characters, 4 of them different, without comma, colon or equals sign';
const passwordRemedy = 'use Password.generated, which fits';
const userOf = (user: object) => ({ ...standby, users: [user] });

const ACKNOWLEDGEMENT_CASES: Case<AcknowledgementFacts>[] = [
  ...[
    ['broker-name-froms', 'broker-name-form', 'write "broker-name-form"'],
    ['anything', undefined, 'leave it out'],
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

const BROKER_CASES: Case<BrokerFacts>[] = [
  {
    code: 'broker-name-form',
    bad: { ...standby, brokerName: 'orders!?!' },
    messages: [
      '[broker-name-form] brokerName has characters that are not allowed: got "orders!?!"; allowed: 1 to 50 letters, digits, hyphens and underscores; leave out "!" "?"',
    ],
    good: { ...standby, brokerName: 'Orders_2-b' },
    unresolved: { ...standby, brokerName: undefined },
  },
  {
    code: 'broker-name-form',
    bad: { ...standby, brokerName: 'o'.repeat(51) },
    messages: [
      `[broker-name-form] brokerName is too long: got "${'o'.repeat(51)}"; allowed: 1 to 50 letters, digits, hyphens and underscores; it has 51 characters, choose another name`,
    ],
    good: { ...standby, brokerName: 'o'.repeat(50) },
    unresolved: standby,
  },
  {
    code: 'broker-name-unique',
    bad: { ...standby, brokerName: 'orders', namesake: 'messaging/first' },
    messages: [
      '[broker-name-unique] brokerName is that of messaging/first as well: got "orders"; allowed: each name once in an account and region; choose another name',
    ],
    good: { ...standby, brokerName: 'orders' },
    unresolved: { ...standby, brokerName: undefined },
  },
  {
    code: 'engine-version-form',
    bad: { ...standby, engineVersion: '5.18.6' },
    messages: [
      `[engine-version-form] engineVersion is not of the form major.minor: got "5.18.6"; allowed: ${versions}; write "5.18"`,
    ],
    good: { ...standby, engineVersion: '5.20' },
    unresolved: standby,
  },
  {
    code: 'engine-version-form',
    bad: { ...standby, engineVersion: 'latest' },
    messages: [
      `[engine-version-form] engineVersion is not of the form major.minor: got "latest"; allowed: ${versions}; write major and minor, as in "5.19"`,
    ],
    good: { ...standby, engineVersion: '5.18' },
    unresolved: standby,
  },
  {
    code: 'engine-version-supported',
    bad: { ...standby, engineVersion: '5.17' },
    messages: [
      `[engine-version-supported] engineVersion is no longer supported since 2025-06-16: got "5.17"; allowed: ${versions}; take 5.19, which Amazon MQ recommends`,
    ],
    good: { ...standby, engineVersion: '5.18' },
    unresolved: standby,
  },
  {
    code: 'engine-version-supported',
    bad: { ...standby, engineVersion: '5.9' },
    messages: [
      `[engine-version-supported] engineVersion is older than any that Amazon MQ supports: got "5.9"; allowed: ${versions}; take 5.19, which Amazon MQ recommends`,
    ],
    good: { ...standby, engineVersion: '6.0' },
    unresolved: standby,
  },
  {
    code: 'auto-minor-upgrade',
    bad: { ...standby, engineVersion: '5.19', autoMinorVersionUpgrade: false },
    messages: [
      '[auto-minor-upgrade] autoMinorVersionUpgrade cannot be switched off for ActiveMQ 5.19: got false; allowed: true, from 5.18 on; leave it out and set a maintenance window that suits',
    ],
    good: { ...standby, engineVersion: '5.19', autoMinorVersionUpgrade: true },
    unresolved: { ...standby, autoMinorVersionUpgrade: false },
  },
  {
    code: 'instance-type-form',
    bad: { ...standby, instanceType: 'm5.large' },
    messages: [
      `[instance-type-form] instanceType is not a broker instance type: got "m5.large"; allowed: ${instanceTypes}; write family and size behind mq., as in "mq.m5.large"`,
    ],
    good: { ...standby, instanceType: 'mq.m6i.large' },
    unresolved: standby,
  },
  {
    code: 'instance-type-creatable',
    bad: { ...single, instanceType: 'mq.t2.micro' },
    messages: [
      `[instance-type-creatable] instanceType is retired: Amazon MQ creates no broker with it since 2025-03-17: got "mq.t2.micro"; allowed: ${instanceTypes}; take mq.m5.large, or mq.t3.micro to evaluate`,
    ],
    good: { ...single, instanceType: 'mq.t3.micro' },
    unresolved: single,
  },
  {
    code: 'instance-type-engine',
    bad: { ...single, instanceType: 'mq.m7g.large' },
    messages: [
      `[instance-type-engine] instanceType is for RabbitMQ: got "mq.m7g.large"; allowed: ${instanceTypes}; take an mq.m5 of the same size`,
    ],
    good: { ...single, instanceType: 'mq.m5.large' },
    unresolved: single,
  },
  {
    code: 'storage-instance-type',
    bad: { ...single, instanceType: 'mq.t3.micro', storageType: 'EBS' },
    messages: [
      '[storage-instance-type] storageType cannot be had with mq.t3.micro: got "EBS"; allowed: EFS; take EFS, or an mq.m5 instance',
    ],
    good: { ...single, instanceType: 'mq.m5.large', storageType: 'EBS' },
    unresolved: { ...single, storageType: 'EBS' },
  },
  ...['mq.t3.small', 'mq.m6i.large'].map((instanceType) => ({
    code: 'storage-instance-type',
    bad: { ...single, instanceType, storageType: 'EBS' as const },
    messages: [
      `[storage-instance-type] storageType cannot be had with ${instanceType}: got "EBS"; allowed: EFS; take EFS, or an mq.m5 instance`,
    ],
    good: { ...single, instanceType: 'mq.m5.8xlarge', storageType: 'EBS' as const },
    unresolved: { ...single, instanceType },
  })),
  {
    code: 'storage-deployment-mode',
    bad: { ...standby, storageType: 'EBS' },
    messages: [
      '[storage-deployment-mode] storageType cannot be shared by two instances: got "EBS"; allowed: EFS; take EFS, or a SingleInstanceBroker',
    ],
    good: { ...standby, storageType: 'EFS' },
    unresolved: standby,
  },
  {
    code: 'standby-micro',
    bad: { ...standby, instanceType: 'mq.t3.micro' },
    messages: [
      '[standby-micro] instanceType is for evaluation, an active/standby broker for production: got "mq.t3.micro"; take mq.m5.large or larger',
    ],
    good: { ...single, instanceType: 'mq.t3.micro' },
    unresolved: standby,
  },
  {
    code: 'subnet-count',
    bad: { ...standby, subnetIds: ['subnet-1'] },
    messages: [
      '[subnet-count] network.subnetIds are too few or too many: got 1; allowed: 2 for ACTIVE_STANDBY_MULTI_AZ; give two subnets of two zones',
    ],
    good: { ...standby, subnetIds: ['subnet-1', 'subnet-2'] },
    unresolved: standby,
  },
  {
    code: 'subnet-count',
    bad: { ...single, subnetIds: ['subnet-1', 'subnet-2'] },
    messages: [
      '[subnet-count] network.subnetIds are too few or too many: got 2; allowed: 1 for SINGLE_INSTANCE; give the one subnet, or make the BrokerVpc with zones: ZoneCount.ONE',
    ],
    good: { ...single, subnetIds: [undefined] },
    unresolved: single,
  },
  {
    code: 'subnet-unique',
    bad: { ...standby, subnetIds: ['subnet-1', 'subnet-1'] },
    messages: [
      '[subnet-unique] network.subnetIds[1] is there twice: got "subnet-1"; allowed: each subnet once; give a subnet of another zone',
    ],
    good: { ...standby, subnetIds: ['subnet-1', 'subnet-2'] },
    unresolved: { ...standby, subnetIds: [undefined, undefined] },
  },
  {
    code: 'subnet-zone-count',
    bad: { ...standby, subnetIds: ['subnet-1', 'subnet-2'], availabilityZones: ['eu-west-1a'] },
    messages: [
      '[subnet-zone-count] network.availabilityZones are too few or too many: got 1; allowed: 2, one for each subnet; name the zone of each subnet, or leave them out',
    ],
    good: { ...standby, subnetIds: [undefined, undefined], availabilityZones: ['eu-west-1a', 'eu-west-1b'] },
    unresolved: { ...standby, subnetIds: ['subnet-1', 'subnet-2'] },
  },
  {
    code: 'subnet-zone-unique',
    bad: { ...standby, availabilityZones: ['eu-west-1a', 'eu-west-1a'] },
    messages: [
      '[subnet-zone-unique] network.availabilityZones[1] is there twice: got "eu-west-1a"; allowed: each zone once; give a subnet of another zone',
    ],
    good: { ...standby, availabilityZones: ['eu-west-1a', 'eu-west-1b'] },
    unresolved: { ...standby, availabilityZones: [undefined, undefined] },
  },
  {
    code: 'public-network',
    bad: { ...single, publiclyAccessible: true, internetFacing: false },
    messages: [
      '[public-network] publiclyAccessible is asked for in a network without a way to the internet: got true; make the BrokerVpc with internetFacing: true, or the broker private',
    ],
    good: { ...single, publiclyAccessible: true, internetFacing: true },
    unresolved: { ...single, publiclyAccessible: true },
  },
  {
    code: 'security-group-count',
    bad: { ...single, securityGroupCount: 6 },
    messages: [
      '[security-group-count] additionalSecurityGroupIds make too many security groups, with the group that takes the grants: got 6; allowed: at most 5 in all; put the rules of several groups into one',
    ],
    good: { ...single, securityGroupCount: 5 },
    unresolved: single,
  },
  ...['additionalSecurityGroupIds[1]', 'securityGroupId'].map((property) => ({
    code: 'security-group-id-form',
    bad: { ...single, securityGroupIds: { [property]: '123456789012/sg-0123' } },
    messages: [
      `[security-group-id-form] ${property} is not the id of a security group: got "123456789012/sg-0123"; allowed: an id such as sg-0123456789abcdef0; give the id, not the name`,
    ],
    good: { ...single, securityGroupIds: { [property]: 'sg-0123456789abcdef0' } },
    unresolved: { ...single, securityGroupIds: { [property]: undefined } },
  })),
  {
    code: 'encryption-key-arn',
    bad: { ...single, kmsKeyArn: 'alias/messages' },
    messages: [
      '[encryption-key-arn] encryption does not name a key by its ARN: got "alias/messages"; allowed: arn:aws:kms:REGION:ACCOUNT:key/ID; give the ARN of the key, not its id or alias',
    ],
    good: { ...single, kmsKeyArn: 'arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/mrk-1234' },
    unresolved: single,
  },
  {
    code: 'configuration-engine-version',
    bad: { ...standby, engineVersion: '5.19', configuration: { engineVersion: '5.18' } },
    messages: [
      '[configuration-engine-version] configuration is for ActiveMQ 5.18, the broker runs 5.19: got "5.18"; allowed: 5.19; make both of one engine version',
    ],
    good: { ...standby, engineVersion: '5.19', configuration: { engineVersion: '5.19' } },
    unresolved: { ...standby, engineVersion: '5.19', configuration: {} },
  },
  {
    code: 'configuration-authentication-strategy',
    bad: { ...standby, authenticationStrategy: 'simple', configuration: { authenticationStrategy: 'ldap' } },
    messages: [
      '[configuration-authentication-strategy] configuration authenticates by ldap, the broker by simple: got "ldap"; allowed: simple; give the configuration the authentication strategy of the broker',
    ],
    good: { ...standby, authenticationStrategy: 'ldap', configuration: { authenticationStrategy: 'ldap' } },
    unresolved: { ...standby, authenticationStrategy: 'ldap', configuration: {} },
  },
  {
    code: 'configuration-id-form',
    bad: { ...standby, configuration: { id: 'orders' } },
    messages: [
      '[configuration-id-form] configuration.configurationId is not the id of a configuration: got "orders"; allowed: an id such as c-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f; give the id, not the name',
    ],
    good: { ...standby, configuration: { id: 'c-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f' } },
    unresolved: { ...standby, configuration: {} },
  },
  {
    code: 'configuration-revision',
    bad: { ...standby, configuration: { revision: 0 } },
    messages: [
      '[configuration-revision] configuration.revision is not the number of a revision: got 0; allowed: a whole number from 1; give the revision the broker shall have',
    ],
    good: { ...standby, configuration: { revision: 1 } },
    unresolved: { ...standby, configuration: {} },
  },
  {
    code: 'maintenance-window-day',
    bad: { ...standby, maintenanceWindow: { dayOfWeek: 'Sunday' } },
    messages: [
      '[maintenance-window-day] maintenanceWindow.dayOfWeek is not a day of the week: got "Sunday"; allowed: MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY; use DayOfWeek',
    ],
    good: { ...standby, maintenanceWindow: { dayOfWeek: 'SUNDAY' } },
    unresolved: { ...standby, maintenanceWindow: {} },
  },
  {
    code: 'maintenance-window-time',
    bad: { ...standby, maintenanceWindow: { timeOfDay: '25:00' } },
    messages: [
      '[maintenance-window-time] maintenanceWindow.timeOfDay is not a time of 24 hours: got "25:00"; allowed: 00:00 to 23:59; write hours and minutes with two digits each, as in "03:30"',
    ],
    good: { ...standby, maintenanceWindow: { timeOfDay: '23:59' } },
    unresolved: { ...standby, maintenanceWindow: {} },
  },
  {
    code: 'maintenance-window-zone',
    bad: { ...standby, maintenanceWindow: { timeZone: 'KST' } },
    messages: [
      '[maintenance-window-zone] maintenanceWindow.timeZone is not a time zone Amazon MQ takes: got "KST"; allowed: UTC, Country/City as in "Asia/Seoul", or an offset as in "+09:00"; leave it out for UTC',
    ],
    good: { ...standby, maintenanceWindow: { timeZone: 'America/Argentina/Buenos_Aires' } },
    unresolved: { ...standby, maintenanceWindow: {} },
  },
  {
    code: 'timeout-form',
    bad: { ...standby, timeouts: { create: '45 minutes' } },
    messages: [
      '[timeout-form] timeouts.create is not a duration: got "45 minutes"; allowed: numbers with h, m or s, as in "45m"; write the unit behind the number',
    ],
    good: { ...standby, timeouts: { create: '1h30m', update: '90s' } },
    unresolved: { ...standby, timeouts: { create: undefined } },
  },
  {
    code: 'user-required',
    bad: { ...standby, users: [] },
    messages: [
      '[user-required] users are none; allowed: 1 to 250; leave users out for an administrator with a generated password, or name one',
    ],
    good: { ...standby, users: [admin] },
    unresolved: standby,
  },
  {
    code: 'user-count',
    bad: { ...standby, users: names(251, (i) => `user-${i}`).map((username) => ({ username })) },
    messages: [
      '[user-count] users are too many: got 251; allowed: 1 to 250; share users between applications, or authenticate by LDAP',
    ],
    good: { ...standby, users: names(250, (i) => `user-${i}`).map((username) => ({ username })) },
    unresolved: standby,
  },
  {
    code: 'username-form',
    bad: userOf({ username: 'a' }),
    messages: [
      '[username-form] users[0].username is too short: got "a"; allowed: 2 to 100 letters, digits, hyphens, periods, underscores and tildes; it has 1 characters, choose another name',
    ],
    good: userOf({ username: 'a.b~c_d-1' }),
    unresolved: userOf({}),
  },
  {
    code: 'username-unique',
    bad: { ...standby, users: [admin, { username: 'shop' }, admin] },
    messages: [
      '[username-unique] users[2].username is there twice: got "admin"; allowed: each name once; rename one of the two, or merge their groups',
    ],
    good: { ...standby, users: [admin, { username: 'shop' }] },
    unresolved: { ...standby, users: [{}, {}] },
  },
  {
    code: 'username-unique',
    bad: { ...standby, users: [{ identity: '0a1b2c3d' }, { identity: '0a1b2c3d' }] },
    messages: [
      '[username-unique] users[1].username is there twice; allowed: each name once; rename one of the two, or merge their groups',
    ],
    good: { ...standby, users: [{ identity: '0a1b2c3d' }, { identity: '4e5f6071' }] },
    unresolved: { ...standby, users: [{}, {}] },
  },
  {
    code: 'password-form',
    bad: userOf({ ...admin, password: { plainText: 'aa,b:b' } }),
    messages: [
      `[password-form] users[0].password is too short: it has 6 characters; allowed: ${passwordAllowed}; ${passwordRemedy}`,
      `[password-form] users[0].password holds "," and ":"; allowed: ${passwordAllowed}; ${passwordRemedy}`,
    ],
    good: userOf({ ...admin, password: { plainText: 'correct horse battery' } }),
    unresolved: userOf({ ...admin, password: {} }),
  },
  {
    code: 'password-form',
    bad: userOf({ ...admin, password: { plainText: 'abc'.repeat(84) } }),
    messages: [
      `[password-form] users[0].password is too long: it has 252 characters; allowed: ${passwordAllowed}; ${passwordRemedy}`,
      `[password-form] users[0].password has too few different characters: it has 3; allowed: ${passwordAllowed}; ${passwordRemedy}`,
    ],
    good: userOf({ ...admin, password: { plainText: 'abcd'.repeat(62) } }),
    unresolved: userOf(admin),
  },
  {
    code: 'password-plain-text',
    bad: userOf({ ...admin, password: { plainText: 'correct horse battery' } }),
    messages: [
      '[password-plain-text] users[0].password stands readable in the synthesized JSON; use Password.generated, Password.fromSecret or Password.fromVariable',
    ],
    good: userOf({ ...admin, password: { generated: true } }),
    unresolved: userOf({ ...admin, password: { plainText: undefined } }),
  },
  {
    code: 'password-plain-text',
    bad: { ...standby, ldap: { servicePassword: { plainText: 'correct horse battery' } } },
    messages: [
      '[password-plain-text] ldap.serviceAccountPassword stands readable in the synthesized JSON; use Password.generated, Password.fromSecret or Password.fromVariable',
    ],
    good: { ...standby, ldap: { servicePassword: {} } },
    unresolved: standby,
  },
  {
    code: 'password-variable-sensitive',
    bad: userOf({ ...admin, password: { variableSensitive: false } }),
    messages: [
      '[password-variable-sensitive] users[0].password comes from a variable that is not sensitive; make the TerraformVariable with sensitive: true',
    ],
    good: userOf({ ...admin, password: { variableSensitive: true } }),
    unresolved: userOf({ ...admin, password: {} }),
  },
  {
    code: 'secret-name-form',
    bad: userOf({ ...admin, password: { secretName: 'orders~admin' } }),
    messages: [
      '[secret-name-form] users[0].password.secretName has characters that are not allowed: got "orders~admin"; allowed: 1 to 512 letters, digits and / _ + = . @ -; leave out "~"',
    ],
    good: userOf({ ...admin, password: { secretName: 'messaging/orders_1+2=3.@-' } }),
    unresolved: userOf({ ...admin, password: { secretName: undefined } }),
  },
  {
    code: 'secret-name-form',
    bad: userOf({ ...admin, password: { secretName: '' } }),
    messages: [
      '[secret-name-form] users[0].password.secretName is too short: got ""; allowed: 1 to 512 letters, digits and / _ + = . @ -; it has 0 characters, choose another name',
    ],
    good: userOf({ ...admin, password: { secretName: 's'.repeat(512) } }),
    unresolved: userOf(admin),
  },
  {
    code: 'secret-name-unique',
    bad: { ...standby, users: ['one', 'two'].map((username) => ({ username, password: { secretName: 'orders' } })) },
    messages: [
      '[secret-name-unique] users[1].password.secretName is there twice: got "orders"; allowed: each name once; name the secrets after broker and user, or leave the name out',
    ],
    good: { ...standby, users: ['one', 'two'].map((username) => ({ username, password: { secretName: username } })) },
    unresolved: { ...standby, users: ['one', 'two'].map((username) => ({ username, password: {} })) },
  },
  {
    code: 'secret-name-unique',
    bad: userOf({ ...admin, password: { secretName: 'orders', secretNamesake: 'messaging/first' } }),
    messages: [
      '[secret-name-unique] users[0].password.secretName is that of messaging/first as well: got "orders"; allowed: each name once; name the secrets after broker and user, or leave the name out',
    ],
    good: userOf({ ...admin, password: { secretName: 'orders' } }),
    unresolved: userOf({ ...admin, password: {} }),
  },
  {
    code: 'secret-recovery-window',
    bad: userOf({ ...admin, password: { recoveryWindowInDays: 3 } }),
    messages: [
      '[secret-recovery-window] users[0].password.recoveryWindowInDays is not a time Secrets Manager takes: got 3; allowed: 0, or 7 to 30 days; leave it out for 30 days',
    ],
    good: userOf({ ...admin, password: { recoveryWindowInDays: 0 } }),
    unresolved: userOf({ ...admin, password: { recoveryWindowInDays: undefined } }),
  },
  {
    code: 'secret-replica-region',
    bad: userOf({ ...admin, password: { replicaRegions: ['Ireland', 'us-east-2', 'us-east-2'] } }),
    messages: [
      '[secret-replica-region] users[0].password.replicaRegions[0] is not a Region: got "Ireland"; allowed: each Region once, such as eu-central-1; write the code of the Region',
      '[secret-replica-region] users[0].password.replicaRegions[2] is there twice: got "us-east-2"; allowed: each Region once, such as eu-central-1; leave it out',
    ],
    good: userOf({ ...admin, password: { replicaRegions: ['us-gov-west-1', 'ap-southeast-2'] } }),
    unresolved: userOf({ ...admin, password: { replicaRegions: [undefined, undefined] } }),
  },
  {
    code: 'group-count',
    bad: userOf({ ...admin, groups: names(21, (i) => `group-${i}`) }),
    messages: [
      '[group-count] users[0].groups are too many: got 21; allowed: at most 20; put what the groups may do together into fewer groups',
    ],
    good: userOf({ ...admin, groups: names(20, (i) => `group-${i}`) }),
    unresolved: userOf({ ...admin, groups: undefined }),
  },
  {
    code: 'group-form',
    bad: userOf({ ...admin, groups: ['shop', 'all users'] }),
    messages: [
      '[group-form] users[0].groups[1] has characters that are not allowed: got "all users"; allowed: 2 to 100 letters, digits, hyphens, periods, underscores and tildes; leave out " "',
    ],
    good: userOf({ ...admin, groups: ['shop', 'all-users'] }),
    unresolved: userOf({ ...admin, groups: [undefined] }),
  },
  {
    code: 'replication-user-console',
    bad: userOf({ ...admin, replicationUser: true, consoleAccess: true }),
    messages: [
      '[replication-user-console] users[0].consoleAccess is given to a replication user: got true; allowed: one of replicationUser and consoleAccess; make a user of its own for the replication',
    ],
    good: userOf({ ...admin, replicationUser: true }),
    unresolved: userOf({ ...admin, replicationUser: undefined, consoleAccess: true }),
  },
  {
    code: 'ldap-host-count',
    bad: { ...standby, ldap: { hosts: [] } },
    messages: [
      '[ldap-host-count] ldap.hosts are too few or too many: got 0; allowed: 1 or 2; name the server and at most one to fail over to',
    ],
    good: { ...standby, ldap: { hosts: ['ldap.example.com'] } },
    unresolved: { ...standby, ldap: { hosts: undefined } },
  },
  {
    code: 'ldap-host-form',
    bad: { ...standby, ldap: { hosts: ['ldaps://ldap.example.com:636'] } },
    messages: [
      '[ldap-host-form] ldap.hosts[0] is not a fully qualified host name: got "ldaps://ldap.example.com:636"; allowed: a name such as ldap.example.com, without scheme and port; leave out ldaps:// and :636',
    ],
    good: { ...standby, ldap: { hosts: ['ldap-1.example.com', 'ldap-2.example.com'] } },
    unresolved: { ...standby, ldap: { hosts: [undefined] } },
  },
  {
    code: 'ldap-field-blank',
    bad: { ...standby, ldap: { required: { roleBase: ' ', userBase: 'ou=users,dc=example,dc=com' } } },
    messages: [
      '[ldap-field-blank] ldap.roleBase is blank: got " "; allowed: a distinguished name, or a filter such as (uid={0}); write what the directory has',
    ],
    good: { ...standby, ldap: { required: { roleBase: 'ou=groups,dc=example,dc=com' } } },
    unresolved: { ...standby, ldap: { required: { roleBase: undefined } } },
  },
  {
    code: 'ldap-password-existing',
    bad: { ...standby, ldap: { servicePassword: { generated: true } } },
    messages: [
      '[ldap-password-existing] ldap.serviceAccountPassword is generated; allowed: the password of the account in the directory; use Password.fromSecret or Password.fromVariable',
    ],
    good: { ...standby, ldap: { servicePassword: {} } },
    unresolved: { ...standby, ldap: {} },
  },
  {
    code: 'tag-count',
    bad: { ...standby, tags: Object.fromEntries(names(51, (i) => `key-${i}`).map((key) => [key, 'x'])) },
    messages: [
      '[tag-count] tags are too many: got 51; allowed: at most 50 on a resource; leave some out, and count the default tags of the provider as well',
    ],
    good: { ...standby, tags: Object.fromEntries(names(50, (i) => `key-${i}`).map((key) => [key, 'x'])) },
    unresolved: standby,
  },
  {
    code: 'tag-count',
    bad: { ...standby, ownName: false, tags: Object.fromEntries(names(51, (i) => [`key-${i}`, 'x'])) },
    messages: [
      '[tag-count] tags are too many, with Name that the construct adds: got 51; allowed: at most 50 on a resource; leave some out, and count the default tags of the provider as well',
    ],
    good: { ...standby, ownName: true, tags: Object.fromEntries(names(50, (i) => [`key-${i}`, 'x'])) },
    unresolved: { ...standby, ownName: false },
  },
  {
    code: 'tag-form',
    bad: { ...standby, tags: { 'aws:owner': 'me', team: 'a|b' } },
    messages: [
      '[tag-form] tags have a key that AWS refuses: got "aws:owner"; allowed: 1 to 128 letters, digits, spaces and _ . : / = + - @, not beginning with aws:; rename the tag',
      '[tag-form] tags["team"] has a value that AWS refuses: got "a|b"; allowed: at most 256 letters, digits, spaces and _ . : / = + - @; shorten or change the value',
    ],
    good: { ...standby, tags: { 'kosten/stelle': 'größe 1+2=3 @home' } },
    unresolved: { ...standby, tags: { team: undefined } },
  },
];

const CONFIGURATION_CASES: Case<ConfigurationFacts>[] = [
  {
    code: 'configuration-name-form',
    bad: { name: 'durable 5.19' },
    messages: [
      '[configuration-name-form] name has characters that are not allowed: got "durable 5.19"; allowed: 1 to 150 letters, digits, hyphens, periods, underscores and tildes; leave out " "',
    ],
    good: { name: 'durable-5.19~a_b' },
    unresolved: {},
  },
  {
    code: 'configuration-name-form',
    bad: { namePrefix: 'o'.repeat(143) },
    messages: [
      `[configuration-name-form] namePrefix is too long: got "${'o'.repeat(143)}"; allowed: 1 to 142 letters, digits, hyphens, periods, underscores and tildes; it has 143 characters, choose another name`,
    ],
    good: { namePrefix: 'o'.repeat(142) },
    unresolved: {},
  },
];

const vpc: VpcFacts = { subnetCount: 2 };
const VPC_CASES: Case<VpcFacts>[] = [
  {
    code: 'vpc-cidr-form',
    bad: { ...vpc, cidr: '10.0.0.1/24' },
    messages: [
      '[vpc-cidr-form] cidr has bits set behind its prefix: got "10.0.0.1/24"; allowed: an IPv4 range such as 10.0.0.0/24; write "10.0.0.0/24"',
    ],
    good: { ...vpc, cidr: '10.0.0.0/24' },
    unresolved: vpc,
  },
  ...['10.0.0.0', '10.0/16', 'ten', '', '2001:db8::/32', '10.0.0.0/33', '010.0.0.0/24'].map((cidr) => ({
    code: 'vpc-cidr-form',
    bad: { ...vpc, cidr },
    messages: [
      `[vpc-cidr-form] cidr is not an IPv4 range: got "${cidr}"; allowed: an IPv4 range such as 10.0.0.0/24; write network address and prefix length`,
    ],
    good: { ...vpc, cidr: '172.16.0.0/16' },
    unresolved: vpc,
  })),
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
      `[instance-type-form] instanceType is not a broker instance type: got "t3.micro"; allowed: ${instanceTypes}; write family and size behind mq., as in "mq.m5.large"`,
    ],
    good: { ...vpc, instanceType: 'mq.m5.large' },
    unresolved: vpc,
  },
  ...[
    ['efs', 'write it in upper case'],
    ['gp3', 'leave it out for EFS'],
  ].map(([storageType, remedy]) => ({
    code: 'storage-type',
    bad: { ...vpc, storageType },
    messages: [
      `[storage-type] storageType is not a storage type of brokers: got "${storageType}"; allowed: EFS or EBS; ${remedy}`,
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
      '[subnet-fit] cidr has room for 1 of 2 subnets of /28: got "10.0.0.0/28"; allowed: a range that holds 2; take a larger range or smaller subnets (subnetPrefixLength, at most 28)',
    ],
    good: { ...vpc, cidr: '10.0.0.0/27', subnetPrefixLength: 28 },
    unresolved: { ...vpc, subnetPrefixLength: 16 },
  },
  {
    code: 'zone-count',
    bad: { ...vpc, availabilityZones: ['eu-west-1a'] },
    messages: [
      '[zone-count] availabilityZones are too few or too many: got 1; allowed: 2; name one zone for each instance, or leave them out to have them chosen',
    ],
    good: { ...vpc, availabilityZones: ['eu-west-1a', 'eu-west-1b'] },
    unresolved: vpc,
  },
  {
    code: 'zone-unique',
    bad: { ...vpc, availabilityZones: ['eu-west-1a', 'eu-west-1a'] },
    messages: [
      '[zone-unique] availabilityZones[1] is there twice: got "eu-west-1a"; allowed: each zone once; name another zone of the region',
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
  {
    code: 'grant-protocols',
    bad: grant('ipv4', '10.0.0.0/8', { protocols: 0 }),
    messages: [
      '[grant-protocols] protocols are none; allowed: one or more; name what the peer may use, as in allowFrom(peer, Protocol.OPENWIRE)',
    ],
    good: grant('ipv4', '10.0.0.0/8'),
    unresolved: grant('ipv4'),
  },
  ...[0, 70000, -1, 1.5, NaN].map((port) => ({
    code: 'grant-port',
    bad: grant('ipv4', '10.0.0.0/8', { ports: [636, port] }),
    messages: [
      `[grant-port] ports[1] is not a TCP port: got ${port}; allowed: a whole number from 1 to 65535; name the port on which the peer listens, such as 636 of an LDAP server`,
    ],
    good: grant('ipv4', '10.0.0.0/8', { ports: [1, 65535] }),
    unresolved: grant('ipv4', '10.0.0.0/8', { ports: [undefined] }),
  })),
  {
    code: 'peer-cidr-form',
    bad: grant('ipv4', '2001:db8::/32'),
    messages: [
      '[peer-cidr-form] peer is not an IPv4 range: got "2001:db8::/32"; allowed: an IPv4 range such as 10.20.0.0/16; write network address and prefix length',
    ],
    good: grant('ipv6', '2001:db8::/32'),
    unresolved: grant('ipv4'),
  },
  {
    code: 'peer-cidr-form',
    bad: grant('ipv6', '2001:db8::1/32'),
    messages: [
      '[peer-cidr-form] peer has bits set behind its prefix: got "2001:db8::1/32"; allowed: an IPv6 range such as 2001:db8::/32; write "2001:db8::/32"',
    ],
    good: grant('ipv4', '203.0.113.7/32'),
    unresolved: grant('ipv6'),
  },
  {
    code: 'peer-id-form',
    bad: grant('security-group', 'web servers'),
    messages: [
      '[peer-id-form] peer is not the id of a security group: got "web servers"; allowed: an id such as sg-0123456789abcdef0, of another account behind its number: 123456789012/sg-…; give the id, not the name',
    ],
    good: grant('security-group', 'sg-0123456789abcdef0'),
    unresolved: grant('security-group'),
  },
  {
    code: 'peer-id-form',
    bad: grant('security-group', '1234/sg-0123456789abcdef0'),
    messages: [
      '[peer-id-form] peer is not the id of a security group: got "1234/sg-0123456789abcdef0"; allowed: an id such as sg-0123456789abcdef0, of another account behind its number: 123456789012/sg-…; give the id, not the name',
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
  ...(['0.0.0.0/0', '::/0'] as const).map((everybody) => ({
    code: 'public-open-to-internet',
    bad: grant(everybody === '::/0' ? 'ipv6' : 'ipv4', everybody, { publiclyAccessible: true }),
    messages: [
      `[public-open-to-internet] peer admits the whole internet to a public broker: got "${everybody}"; name the ranges of your clients`,
    ],
    good: grant(everybody === '::/0' ? 'ipv6' : 'ipv4', everybody),
    unresolved: grant('ipv4', undefined, { publiclyAccessible: true }),
  })),
  {
    code: 'public-security-group-peer',
    bad: grant('security-group', undefined, { publiclyAccessible: true }),
    messages: [
      '[public-security-group-peer] peer is a security group, which never matches on a public broker; allowed: ranges and prefix lists; name the public ranges of your clients, or make the broker private',
    ],
    good: grant('prefix-list', 'pl-0123456789abcdef0', { publiclyAccessible: true }),
    unresolved: grant('security-group', undefined, { publiclyAccessible: undefined }),
  },
];

const EXISTING_BROKER_CASES: Case<ExistingBrokerFacts>[] = [
  {
    code: 'broker-identified',
    bad: { identifiers: 0 },
    messages: [
      '[broker-identified] brokerId and brokerName are both missing; allowed: one of them; give the id or the name of the broker',
    ],
    good: { identifiers: 1, brokerName: 'orders' },
    unresolved: { identifiers: 1 },
  },
  {
    code: 'broker-identified',
    bad: { identifiers: 2, brokerName: 'orders' },
    messages: ['[broker-identified] brokerId and brokerName are both given; allowed: one of them; leave out the name'],
    good: { identifiers: 1, brokerName: 'orders' },
    unresolved: { identifiers: 1 },
  },
  {
    code: 'broker-name-form',
    bad: { identifiers: 1, brokerName: '' },
    messages: [
      '[broker-name-form] brokerName is too short: got ""; allowed: 1 to 50 letters, digits, hyphens and underscores; it has 0 characters, choose another name',
    ],
    good: { identifiers: 1, brokerName: 'orders' },
    unresolved: { identifiers: 1 },
  },
  {
    code: 'broker-id-form',
    bad: { identifiers: 1, brokerId: 'orders' },
    messages: [
      '[broker-id-form] brokerId is not the id of a broker: got "orders"; allowed: b- and a UUID, such as b-00000000-1111-2222-3333-444444444444; give the id, or the name as brokerName',
    ],
    good: { identifiers: 1, brokerId: 'b-00000000-1111-2222-3333-444444444444' },
    unresolved: { identifiers: 1 },
  },
];

const CONNECTION_PARAMETERS_CASES: Case<ConnectionParametersFacts>[] = [
  ...['messaging', '/messaging/', '/aws/messaging', '/a/b/c/d/e/f/g/h/i/j/k/l/m/n'].map((pathOf) => ({
    code: 'parameter-path-form',
    bad: { path: pathOf },
    messages: [
      `[parameter-path-form] path is not a path Parameter Store takes: got "${pathOf}"; allowed: 1 to 13 parts of letters, digits, hyphens, periods and underscores, each behind a slash, not beginning with aws or ssm; write a path such as "/messaging/orders", without a slash at its end`,
    ],
    good: { path: '/messaging/orders' },
    unresolved: {},
  })),
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
      `[failover-option] ${option} is not a number that the client takes: got ${value}; allowed: ${allowed}; leave it out for the default of the client`,
    ],
    good: { least, options: { maxReconnectAttempts: -1, 'nested.soTimeout': 0, factor: 1.5, name: 'x', flag: true } },
    unresolved: { least, options: { [option]: undefined } },
  })),
];

const nothingFound: PropFacts = { wrongKind: [], unknownAtSynth: [], templates: [] };
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

const TABLES = [
  [BROKER_RULES, BROKER_CASES],
  [CONFIGURATION_RULES, CONFIGURATION_CASES],
  [VPC_RULES, VPC_CASES],
  [SECRET_READER_RULES, SECRET_READER_CASES],
  [LAMBDA_RULES, LAMBDA_CASES],
  [METRIC_RULES, METRIC_CASES],
  [ALARM_RULES, ALARM_CASES],
  [DASHBOARD_RULES, DASHBOARD_CASES],
  [LOG_GROUP_RULES, LOG_GROUP_CASES],
  [GRANT_RULES, GRANT_CASES],
  [EXISTING_BROKER_RULES, EXISTING_BROKER_CASES],
  [CONNECTION_PARAMETERS_RULES, CONNECTION_PARAMETERS_CASES],
  [FAILOVER_RULES, FAILOVER_CASES],
  [PROP_RULES, PROP_CASES],
  [ACKNOWLEDGEMENT_RULES, ACKNOWLEDGEMENT_CASES],
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

test('every rule is tested', () => {
  expect([...new Set(CASES.map(({ code }) => code))].sort()).toEqual(RULES.map(({ code }) => code).sort());
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
