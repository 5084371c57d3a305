import { BrokerEncryption, DayOfWeek, EngineVersion, InstanceType, Password } from 'cdktf-amazon-mq';
import { type BrokerFacts } from '../../../src/amazon-mq/broker-facts';
import { CREATABLE_VERSIONS } from '../../support/engine-versions';

/** A network as any construct may give one. */
const networkOf = (network: object) => ({ vpcId: 'vpc-1', ...network });

const SUBNETS = ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'];
const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/mrk-1234';
const CONFIGURATION = 'c-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f';

/** A broker that nothing is wrong with, all of it known. */
export const GOOD: BrokerFacts = {
  engine: 'ActiveMQ',
  brokerName: 'orders',
  engineVersion: '5.19',
  instanceType: 'mq.m5.large',
  deploymentMode: 'SINGLE_INSTANCE',
  storageType: 'EFS',
  autoMinorVersionUpgrade: true,
  publiclyAccessible: false,
  subnetIds: [SUBNETS[0]],
  availabilityZones: ['eu-west-1a'],
  internetFacing: false,
  securityGroupIds: ['sg-0123456789abcdef0'],
  kmsKeyArn: null,
  authenticationStrategy: 'simple',
  configuration: { id: CONFIGURATION, revision: 1, engineVersion: '5.19', authenticationStrategy: 'simple' },
  maintenanceWindow: null,
  logs: { general: true, audit: true },
  timeouts: null,
  users: [{ username: 'admin', groups: [], consoleAccess: true, replicationUser: false, password: 'Correct-Horse-1' }],
  ldap: null,
  dataReplicationMode: null,
  dataReplicationPrimaryBrokerArn: null,
  tags: { Name: 'orders' },
};

const STANDBY: BrokerFacts = {
  ...GOOD,
  deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ',
  subnetIds: SUBNETS,
  availabilityZones: ['eu-west-1a', 'eu-west-1b'],
};

export const RABBIT: BrokerFacts = {
  ...GOOD,
  engine: 'RabbitMQ',
  engineVersion: '4.2',
  instanceType: 'mq.m7g.large',
  storageType: 'EBS',
  logs: { general: true, audit: false },
  configuration: { id: CONFIGURATION, revision: 1, engineVersion: '4.2', authenticationStrategy: 'simple' },
};

/** Where a broker cannot be written with the mistake, and why. */
type Reason = string;

/** A broker with one mistake. */
export interface BrokerCase {
  readonly code: string;
  readonly title: string;
  readonly base: BrokerFacts;
  /** The mistake. */
  readonly facts: Partial<BrokerFacts>;
  readonly messages: readonly string[];
  /** What the remedy says, done. */
  readonly remedied: Partial<BrokerFacts>;
  /** The same mistake as props of a construct, as untyped as JavaScript has them. */
  readonly props: Readonly<Record<string, unknown>> | Reason;
  /** Why no plan shows it; absent where one does. */
  readonly plan?: Reason;
  /** Why the module does not report it; absent where it does. */
  readonly module?: Reason;
}

type Rest = Pick<BrokerCase, 'facts' | 'messages' | 'remedied' | 'props'> &
  Partial<Pick<BrokerCase, 'base' | 'plan' | 'module'>>;

const CASES: BrokerCase[] = [];

function wrong(code: string, title: string, { base = GOOD, ...rest }: Rest): void {
  const remedied = { ...rest.facts, ...rest.remedied };
  CASES.push({ code, title, base, ...rest, messages: rest.messages.map((text) => `[${code}] ${text}`), remedied });
}

const [ADMIN] = GOOD.users!;
const usersOf = (...users: object[]) => users.map((user) => ({ ...ADMIN, ...user }));
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

const TYPES = 'mq.t3.micro, mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, or a newer type';
const NAME = '1 to 50 letters, digits, hyphens and underscores';
const USERNAME = '2 to 100 letters, digits, hyphens, periods, underscores and tildes';
const PASSWORD = '12 to 250 characters, 4 of them different, without comma, colon or equals sign';
const DAYS = 'MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY';
const TAG = 'letters, digits, spaces and _ . : / = + - @';

const RABBITMQ_ONLY = 'the constructs make brokers of ActiveMQ only';
const MODULE_RABBITMQ = 'the module makes brokers of ActiveMQ only';
const NOT_OFFERED = 'the module has no such input';
const TYPED = 'the type of the input has no room for it';

for (const [title, brokerName, problem, remedy] of [
  [
    'with characters that are not allowed',
    'orders!?!',
    'has characters that are not allowed: got "orders!?!"',
    'remove "!" "?"',
  ],
  [
    'of 51 characters',
    'o'.repeat(51),
    `is too long: got "${'o'.repeat(51)}"`,
    'choose a shorter name: it has 51 characters',
  ],
  ['that is empty', '', 'is empty: got ""', 'set it'],
  ['that is not there', null, 'is missing', 'set it'],
] as const) {
  wrong('broker-name-form', `a name ${title}`, {
    facts: { brokerName, tags: { Name: brokerName } },
    messages: [`brokerName ${problem}; allowed: ${NAME}; ${remedy}`],
    remedied: { brokerName: 'orders', tags: { Name: 'orders' } },
    props: { brokerName: brokerName ?? undefined },
  });
}

wrong('broker-name-unique', 'the name of another broker', {
  facts: { namesake: 'messaging/first' },
  messages: [
    'brokerName is already used by "messaging/first": got "orders"; allowed: a name that no other broker of the account and region has; choose another name',
  ],
  remedied: { brokerName: 'invoices', namesake: undefined },
  props: 'needs a second broker: test/rules/names.test.ts',
  plan: 'needs a second broker: test/plan-review/rejections.test.ts',
  module: 'a module sees no resource beside its own',
});

for (const [engineVersion, problem, remedy] of [
  ['5.18.6', 'is not of the form major.minor: got "5.18.6"', '5.18'],
  ['5.15.16', 'is not of the form major.minor: got "5.15.16"', '5.19'],
  ['latest', 'is not of the form major.minor: got "latest"', '5.19'],
  ['', 'is missing', '5.19'],
] as const) {
  wrong('engine-version-form', `version ${JSON.stringify(engineVersion)}`, {
    facts: { engineVersion },
    messages: [`engineVersion ${problem}; allowed: ${CREATABLE_VERSIONS}; write "${remedy}"`],
    remedied: { engineVersion: remedy, configuration: { ...GOOD.configuration, engineVersion: remedy } },
    props: { engineVersion: EngineVersion.of(engineVersion) },
  });
}

for (const [engineVersion, problem] of [
  ['5.17', 'is not supported since 2025-06-16'],
  ['5.9', 'is older than every version that Amazon MQ supports'],
] as const) {
  wrong('engine-version-supported', `version ${engineVersion}`, {
    facts: { engineVersion, configuration: { ...GOOD.configuration, engineVersion } },
    messages: [`engineVersion ${problem}: got "${engineVersion}"; allowed: ${CREATABLE_VERSIONS}; write "5.19"`],
    remedied: { engineVersion: '5.19', configuration: GOOD.configuration },
    props: { engineVersion: EngineVersion.of(engineVersion) },
  });
}

wrong('engine-version-unknown', 'version 5.91', {
  facts: { engineVersion: '5.91', configuration: { ...GOOD.configuration, engineVersion: '5.91' } },
  messages: [
    `engineVersion is a version that this package does not know: got "5.91"; allowed: ${CREATABLE_VERSIONS}; check that it is spelled as you mean it, and that Amazon MQ offers it`,
  ],
  remedied: { engineVersion: '5.19', configuration: GOOD.configuration },
  props: { engineVersion: EngineVersion.of('5.91') },
  module: 'a check of Terraform is a warning, and this is for information',
});

wrong('instance-type-form', 'type m5.large', {
  facts: { instanceType: 'm5.large' },
  messages: [`instanceType is not a broker instance type: got "m5.large"; allowed: ${TYPES}; write "mq.m5.large"`],
  remedied: { instanceType: 'mq.m5.large' },
  props: { instanceType: InstanceType.of('m5.large') },
});
wrong('instance-type-creatable', 'type mq.t2.micro', {
  facts: { instanceType: 'mq.t2.micro' },
  messages: [
    `instanceType is retired (Amazon MQ creates no broker with it since 2025-03-17): got "mq.t2.micro"; allowed: ${TYPES}; write "mq.t3.micro"`,
  ],
  remedied: { instanceType: 'mq.t3.micro' },
  props: { instanceType: InstanceType.of('mq.t2.micro') },
});
for (const [instanceType, remedy] of [
  ['mq.m7g.large', 'mq.m5.large'],
  ['mq.m7g.16xlarge', 'mq.m5.large'],
] as const) {
  wrong('instance-type-engine', `type ${instanceType}`, {
    facts: { instanceType },
    messages: [
      `instanceType is an instance type of RabbitMQ: got "${instanceType}"; allowed: ${TYPES}; write "${remedy}"`,
    ],
    remedied: { instanceType: remedy },
    props: { instanceType: InstanceType.of(instanceType) },
  });
}
wrong('instance-type-unknown', 'type mq.m5.8xlage', {
  facts: { instanceType: 'mq.m5.8xlage' },
  messages: [
    `instanceType is an instance type that this package does not know: got "mq.m5.8xlage"; allowed: ${TYPES}; check that it is spelled as you mean it, and that Amazon MQ offers it`,
  ],
  remedied: { instanceType: 'mq.m5.4xlarge' },
  props: { instanceType: InstanceType.of('mq.m5.8xlage') },
  module: 'a check of Terraform is a warning, and this is for information',
});

wrong('deployment-mode', 'a cluster of ActiveMQ', {
  facts: { deploymentMode: 'CLUSTER_MULTI_AZ' },
  messages: [
    'deploymentMode is not a deployment mode of ActiveMQ: got "CLUSTER_MULTI_AZ"; allowed: SINGLE_INSTANCE or ACTIVE_STANDBY_MULTI_AZ; write "ACTIVE_STANDBY_MULTI_AZ"',
  ],
  remedied: {
    deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ',
    subnetIds: STANDBY.subnetIds,
    availabilityZones: STANDBY.availabilityZones,
  },
  props: 'each mode has a construct of its own',
});
wrong('deployment-mode', 'an active/standby broker of RabbitMQ', {
  base: RABBIT,
  facts: { deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ', subnetIds: SUBNETS, availabilityZones: undefined },
  messages: [
    'deploymentMode is not a deployment mode of RabbitMQ: got "ACTIVE_STANDBY_MULTI_AZ"; allowed: SINGLE_INSTANCE or CLUSTER_MULTI_AZ; write "CLUSTER_MULTI_AZ"',
  ],
  remedied: { deploymentMode: 'CLUSTER_MULTI_AZ' },
  props: RABBITMQ_ONLY,
  module: MODULE_RABBITMQ,
});
for (const [title, autoMinorVersionUpgrade] of [
  ['switched off', false],
  ['not set', null],
] as const) {
  wrong('auto-minor-upgrade', `automatic upgrades ${title}`, {
    facts: { autoMinorVersionUpgrade },
    messages: [
      'autoMinorVersionUpgrade cannot be off for ActiveMQ 5.19: got false; allowed: true, from 5.18 on; set it to true, and set {maintenanceWindow} to a time that suits you',
    ],
    remedied: {
      autoMinorVersionUpgrade: true,
      maintenanceWindow: { dayOfWeek: 'SUNDAY', timeOfDay: '03:30', timeZone: 'UTC' },
    },
    props: autoMinorVersionUpgrade === null ? 'the construct sets it to true' : { autoMinorVersionUpgrade },
    module: 'the module sets it to true',
  });
}
wrong('auto-minor-upgrade', 'automatic upgrades of RabbitMQ switched off', {
  base: RABBIT,
  facts: { autoMinorVersionUpgrade: false },
  messages: [
    'autoMinorVersionUpgrade cannot be off for RabbitMQ 4.2: got false; allowed: true, from 3.13 on; set it to true, and set {maintenanceWindow} to a time that suits you',
  ],
  remedied: { autoMinorVersionUpgrade: true },
  props: RABBITMQ_ONLY,
  module: MODULE_RABBITMQ,
});

wrong('storage-type', 'storage gp3', {
  facts: { storageType: 'GP3' },
  messages: ['storageType is not a storage type of brokers: got "GP3"; allowed: EFS or EBS; set it to EFS'],
  remedied: { storageType: 'EFS' },
  props: { storageType: 'GP3' },
});
wrong('storage-engine', 'RabbitMQ on EFS', {
  base: RABBIT,
  facts: { storageType: 'EFS' },
  messages: ['storageType is not a storage type of RabbitMQ: got "EFS"; allowed: EBS; set it to EBS, or remove it'],
  remedied: { storageType: 'EBS' },
  props: RABBITMQ_ONLY,
  module: MODULE_RABBITMQ,
});
for (const instanceType of ['mq.t3.micro']) {
  wrong('storage-instance-type', `EBS on ${instanceType}`, {
    facts: { storageType: 'EBS', instanceType },
    messages: [
      `storageType is not available with ${instanceType}: got "EBS"; allowed: EFS; for a new broker set it to EFS, or take an instance type of mq.m5`,
    ],
    remedied: { storageType: 'EFS' },
    props: { storageType: 'EBS', instanceType: InstanceType.of(instanceType) },
  });
}
wrong('storage-deployment-mode', 'EBS in two zones', {
  base: STANDBY,
  facts: { storageType: 'EBS' },
  messages: [
    'storageType cannot be shared by two instances: got "EBS"; allowed: EFS; set it to EFS, or set {deploymentMode} to SINGLE_INSTANCE',
  ],
  remedied: { storageType: 'EFS' },
  props: 'an ActiveStandbyBroker takes no storage type',
});
wrong('standby-micro', 'an active/standby broker of mq.t3.micro', {
  base: STANDBY,
  facts: { instanceType: 'mq.t3.micro' },
  messages: [
    'instanceType is meant for evaluation, an active/standby broker for production: got "mq.t3.micro"; allowed: mq.m5.large or larger; write "mq.m5.large"',
  ],
  remedied: { instanceType: 'mq.m5.large' },
  props: { activeStandby: true, instanceType: InstanceType.T3_MICRO },
});

wrong('subnet-count', 'one subnet of an active/standby broker', {
  base: STANDBY,
  facts: { subnetIds: [SUBNETS[0]], availabilityZones: ['eu-west-1a'] },
  messages: [
    'subnetIds has 1 entry: got 1; allowed: 2 for ACTIVE_STANDBY_MULTI_AZ; give 2 subnets of one VPC in different Availability Zones',
  ],
  remedied: { subnetIds: SUBNETS, availabilityZones: ['eu-west-1a', 'eu-west-1b'] },
  props: { activeStandby: true, network: networkOf({ subnetIds: [SUBNETS[0]] }) },
});
for (const subnetIds of [[], SUBNETS]) {
  wrong('subnet-count', `${subnetIds.length} subnets of a single instance`, {
    facts: { subnetIds, availabilityZones: undefined },
    messages: [
      `subnetIds has ${subnetIds.length} entries: got ${subnetIds.length}; allowed: 1 for SINGLE_INSTANCE; give one subnet`,
    ],
    remedied: { subnetIds: [SUBNETS[0]] },
    props: { network: networkOf({ subnetIds }) },
    ...(subnetIds.length === 0
      ? { plan: 'a broker without subnets takes the default VPC, which a plan does not show' }
      : {}),
  });
}
for (const [title, id, problem] of [
  ['by name', 'private-a', 'is not the id of a subnet: got "private-a"'],
  ['that is empty', '', 'is missing'],
  ['that is not there', null, 'is missing'],
] as const) {
  wrong('subnet-id-form', `a subnet ${title}`, {
    facts: { subnetIds: [id] },
    messages: [
      `subnetIds[0] ${problem}; allowed: an id such as subnet-0123456789abcdef0; give the id of the subnet, not its name`,
    ],
    remedied: { subnetIds: [SUBNETS[0]] },
    props: { network: networkOf({ subnetIds: [id as string] }) },
  });
}
wrong('subnet-unique', 'one subnet twice', {
  base: STANDBY,
  facts: { subnetIds: [SUBNETS[0], SUBNETS[0]] },
  messages: [
    `subnetIds[1] is a duplicate: got "${SUBNETS[0]}"; allowed: each subnet once; give a subnet of another Availability Zone`,
  ],
  remedied: { subnetIds: SUBNETS },
  props: {
    activeStandby: true,
    network: networkOf({ subnetIds: [SUBNETS[0], SUBNETS[0]] }),
  },
});
wrong('subnet-zone-count', 'the zone of one of two subnets', {
  base: STANDBY,
  facts: { availabilityZones: ['eu-west-1a'] },
  messages: [
    'availabilityZones has 1 of 2 zones: got 1; allowed: 2, one for each subnet; name the Availability Zone of each subnet, or remove the list',
  ],
  remedied: { availabilityZones: ['eu-west-1a', 'eu-west-1b'] },
  props: {
    activeStandby: true,
    network: networkOf({ subnetIds: SUBNETS, availabilityZones: ['eu-west-1a'] }),
  },
  plan: 'the zones of a plan are those of its subnets',
  module: 'an existing network is given without zones',
});
wrong('subnet-zone-unique', 'two subnets in one zone', {
  base: STANDBY,
  facts: { availabilityZones: ['eu-west-1a', 'eu-west-1a'] },
  messages: [
    'availabilityZones[1] is a duplicate Availability Zone: got "eu-west-1a"; allowed: each Availability Zone once; give a subnet of another Availability Zone',
  ],
  remedied: { availabilityZones: ['eu-west-1a', 'eu-west-1b'] },
  props: {
    activeStandby: true,
    network: networkOf({
      subnetIds: SUBNETS,
      availabilityZones: ['eu-west-1a', 'eu-west-1a'],
    }),
  },
  plan: 'needs the subnets in the plan: test/plan-review/rejections.test.ts',
  module: 'an existing network is given without zones',
});
wrong('public-network', 'a public broker without a way to the internet', {
  facts: { publiclyAccessible: true, internetFacing: false },
  messages: [
    'publiclyAccessible needs an internet gateway, and the VPC has none: got true; allowed: true in a VPC with an internet gateway; set it to false, or attach an internet gateway to the VPC and route to it',
  ],
  remedied: { publiclyAccessible: false },
  props: {
    publiclyAccessible: true,
    network: networkOf({ subnetIds: [SUBNETS[0]], internetFacing: false }),
  },
  plan: 'a plan does not show the gateways of a VPC that exists',
  module: 'the VPC that the module makes has a gateway; of another it knows nothing',
});
wrong('public-security-groups', 'security groups of a public RabbitMQ broker', {
  base: RABBIT,
  facts: { publiclyAccessible: true, internetFacing: true },
  messages: [
    'securityGroupIds cannot be set for a public RabbitMQ broker: got 1; allowed: none; remove {securityGroupIds}, or set {publiclyAccessible} to false',
  ],
  remedied: { securityGroupIds: [] },
  props: RABBITMQ_ONLY,
  module: MODULE_RABBITMQ,
});
const groups = many(6, (index) => `sg-${index}`);
wrong('security-group-count', 'six security groups', {
  facts: { securityGroupIds: groups },
  messages: [
    'securityGroupIds has too many security groups: got 6; allowed: at most 5 for a broker, the one that takes the grants included; merge the rules of several groups into one',
  ],
  remedied: { securityGroupIds: groups.slice(1) },
  props: {
    network: networkOf({ subnetIds: [SUBNETS[0]] }),
    additionalSecurityGroupIds: groups.slice(1),
  },
});
wrong('security-group-id-form', 'a group of another account', {
  facts: { securityGroupIds: ['sg-1', '123456789012/sg-0123'] },
  messages: [
    'securityGroupIds[1] is not the id of a security group: got "123456789012/sg-0123"; allowed: an id such as sg-0123456789abcdef0; give the id of the security group, not its name',
  ],
  remedied: { securityGroupIds: ['sg-1', 'sg-0123'] },
  props: {
    network: networkOf({ subnetIds: [SUBNETS[0]] }),
    additionalSecurityGroupIds: ['123456789012/sg-0123'],
  },
});

wrong('encryption-key-arn', 'the alias of a key', {
  facts: { kmsKeyArn: 'alias/messages' },
  messages: [
    'kmsKeyArn is not the ARN of a KMS key: got "alias/messages"; allowed: arn:aws:kms:REGION:ACCOUNT:key/ID; give the ARN of the key, not its id or alias',
  ],
  remedied: { kmsKeyArn: KEY },
  props: { encryption: BrokerEncryption.customerManagedKey('alias/messages') },
});
const existing = (rest: object) => ({ configuration: { configurationId: CONFIGURATION, revision: 1, ...rest } });
wrong('configuration-engine-version', 'a configuration of another version', {
  facts: { configuration: { ...GOOD.configuration, engineVersion: '5.18' } },
  messages: [
    'configuration is a configuration of ActiveMQ 5.18, and the broker runs 5.19: got "5.18"; allowed: 5.19; give the broker a configuration of 5.19',
  ],
  remedied: { configuration: GOOD.configuration },
  props: existing({ engineVersion: EngineVersion.V5_18 }),
  plan: 'needs the configuration in the plan: test/plan-review/rejections.test.ts',
  module: 'the module makes the configuration with the version of the broker',
});
wrong('configuration-authentication-strategy', 'a configuration for a directory', {
  facts: { configuration: { ...GOOD.configuration, authenticationStrategy: 'ldap' } },
  messages: [
    'configuration authenticates by "ldap", and the broker by "simple": got "ldap"; allowed: "simple"; give the broker a configuration whose authentication strategy is "simple"',
  ],
  remedied: { configuration: GOOD.configuration },
  props: existing({ authenticationStrategy: 'ldap' }),
  plan: 'needs the configuration in the plan: test/plan-review/rejections.test.ts',
  module: 'the module authenticates by Amazon MQ alone',
});
wrong('configuration-id-form', 'a configuration by its name', {
  facts: { configuration: { ...GOOD.configuration, id: 'orders' } },
  messages: [
    `configuration.id is not the id of a configuration: got "orders"; allowed: an id such as ${CONFIGURATION}; give the id of the configuration, not its name`,
  ],
  remedied: { configuration: GOOD.configuration },
  props: existing({ configurationId: 'orders' }),
  module: 'the module makes the configuration',
});
wrong('configuration-revision', 'revision 0', {
  facts: { configuration: { ...GOOD.configuration, revision: 0 } },
  messages: [
    'configuration.revision is not the number of a revision: got 0; allowed: a whole number from 1; give the number of the revision the broker is to have',
  ],
  remedied: { configuration: GOOD.configuration },
  props: existing({ revision: 0 }),
  module: 'the module makes the configuration',
});

const WINDOW = { dayOfWeek: DayOfWeek.SUNDAY, timeOfDay: '03:30', timeZone: 'UTC' };
const windowOf = (change: object) => ({ maintenanceWindow: { ...WINDOW, ...change } });
for (const [dayOfWeek, remedy] of [
  ['Tuesday', 'TUESDAY'],
  ['someday', 'SUNDAY'],
] as const) {
  wrong('maintenance-window-day', `day ${dayOfWeek}`, {
    facts: windowOf({ dayOfWeek }),
    messages: [
      `maintenanceWindow.dayOfWeek is not a day of the week: got "${dayOfWeek}"; allowed: ${DAYS}; write "${remedy}"`,
    ],
    remedied: windowOf({ dayOfWeek: remedy }),
    props: windowOf({ dayOfWeek }),
  });
}
wrong('maintenance-window-time', 'time 25:00', {
  facts: windowOf({ timeOfDay: '25:00' }),
  messages: [
    'maintenanceWindow.timeOfDay is not a time of day: got "25:00"; allowed: 00:00 to 23:59; write two digits for hours and minutes, as in "03:30"',
  ],
  remedied: windowOf({ timeOfDay: '03:30' }),
  props: windowOf({ timeOfDay: '25:00' }),
});
wrong('maintenance-window-zone', 'zone KST', {
  facts: windowOf({ timeZone: 'KST' }),
  messages: [
    'maintenanceWindow.timeZone is not a time zone of Amazon MQ: got "KST"; allowed: UTC, Country/City as in "Asia/Seoul", or an offset as in "+09:00"; write "UTC", or the city of your time zone',
  ],
  remedied: windowOf({ timeZone: 'Asia/Seoul' }),
  props: windowOf({ timeZone: 'KST' }),
});
wrong('timeout-form', 'a timeout in words', {
  facts: { timeouts: { create: '45 minutes' } },
  messages: [
    'timeouts.create is not a duration: got "45 minutes"; allowed: numbers with h, m or s, as in "45m"; write the unit after the number, as in "45m"',
  ],
  remedied: { timeouts: { create: '45m' } },
  props: { timeouts: { create: '45 minutes' } },
});
wrong('audit-logs-engine', 'audit logs of RabbitMQ', {
  base: RABBIT,
  facts: { logs: { general: true, audit: true } },
  messages: ['logs.audit cannot be on for RabbitMQ: got true; allowed: false; remove it'],
  remedied: { logs: { general: true } },
  props: RABBITMQ_ONLY,
  module: MODULE_RABBITMQ,
});

wrong('user-required', 'no users', {
  facts: { users: [] },
  messages: ['users is empty; allowed: 1 to 250 users; add a user'],
  remedied: { users: GOOD.users },
  props: { users: [] },
});
const crowd = many(251, (index) => ({ username: `user-${index}` }));
wrong('user-count', '251 users', {
  facts: { users: usersOf(...crowd) },
  messages: [
    'users has too many entries: got 251; allowed: 1 to 250 users; share users between applications, or authenticate by LDAP',
  ],
  remedied: { users: usersOf(...crowd.slice(1)) },
  props: { users: crowd },
});
wrong('user-one', 'two users of RabbitMQ', {
  base: RABBIT,
  facts: { users: usersOf({}, { username: 'orders' }) },
  messages: [
    'users has too many entries for RabbitMQ: got 2; allowed: 1 user; keep one user, and create the others in RabbitMQ',
  ],
  remedied: { users: usersOf({}) },
  props: RABBITMQ_ONLY,
  module: MODULE_RABBITMQ,
});
for (const username of ['guest', 'shop~1']) {
  wrong('username-rabbitmq', `${username} of RabbitMQ`, {
    base: RABBIT,
    facts: { users: [{ ...RABBIT.users![0], username }] },
    messages: [
      `users[0].username cannot be used with RabbitMQ: got "${username}"; allowed: letters, digits, hyphens, periods and underscores, but not "guest"; choose another name`,
    ],
    remedied: { users: RABBIT.users },
    props: RABBITMQ_ONLY,
    module: MODULE_RABBITMQ,
  });
}
for (const [title, username, problem, remedy] of [
  ['of one character', 'a', 'is too short: got "a"', 'choose a longer name: it has 1 character'],
  ['with a colon', 'op:erator', 'has characters that are not allowed: got "op:erator"', 'remove ":"'],
  ['that is not there', null, 'is missing', 'set it'],
] as const) {
  wrong('username-form', `a user name ${title}`, {
    facts: { users: usersOf({ username }) },
    messages: [`users[0].username ${problem}; allowed: ${USERNAME}; ${remedy}`],
    remedied: { users: usersOf({ username: 'operator' }) },
    props: { users: [{ username: username ?? undefined }] },
  });
}
wrong('username-unique', 'one user twice', {
  facts: { users: usersOf({}, { username: 'shop' }, {}) },
  messages: [
    'users[2].username is a duplicate: got "admin"; allowed: each name once; rename one of the two users, or merge their groups into one',
  ],
  remedied: { users: usersOf({}, { username: 'shop' }) },
  props: { users: [{ username: 'admin' }, { username: 'shop' }, { username: 'admin' }] },
  module: TYPED,
});
const groupNames = many(21, (index) => `group-${index}`);
wrong('group-count', '21 groups of a user', {
  facts: { users: usersOf({ groups: groupNames }) },
  messages: [
    'users[0].groups has too many entries: got 21; allowed: at most 20 groups; merge groups that have the same permissions',
  ],
  remedied: { users: usersOf({ groups: groupNames.slice(1) }) },
  props: { users: [{ username: 'admin', groups: groupNames }] },
});
wrong('group-form', 'a group with a space', {
  facts: { users: usersOf({ groups: ['shop', 'all users'] }) },
  messages: [
    `users[0].groups[1] has characters that are not allowed: got "all users"; allowed: ${USERNAME}; remove " "`,
  ],
  remedied: { users: usersOf({ groups: ['shop', 'allusers'] }) },
  props: { users: [{ username: 'admin', groups: ['shop', 'all users'] }] },
});
wrong('replication-user-console', 'a replication user with the console', {
  facts: { users: usersOf({ replicationUser: true, consoleAccess: true }) },
  messages: [
    'users[0].consoleAccess cannot be given to a replication user: got true; allowed: false for a replication user; set it to false, and give the console to another user',
  ],
  remedied: { users: usersOf({ replicationUser: true, consoleAccess: false }) },
  props: { users: [{ username: 'admin', replicationUser: true, consoleAccess: true }] },
});
for (const [title, password, ...problems] of [
  [
    'that is short, with a comma and a colon',
    'aa,b:b',
    'is too short: it has 6 characters',
    'has too few different characters',
    'contains "," and ":"',
  ],
  ['that is the whole JSON of a secret', '{"username":"admin"}', 'contains ":"'],
  [
    'of three characters',
    'abc'.repeat(84),
    'is too long: it has 252 characters',
    'has too few different characters: it has 3',
  ],
  ['that is empty', '', 'is missing'],
] as const) {
  const told = problems.filter((problem) => problem !== 'has too few different characters');
  wrong('password-form', `a password ${title}`, {
    facts: { users: usersOf({ password }) },
    messages: told.map((problem) => `users[0].password ${problem}; allowed: ${PASSWORD}; change the password`),
    remedied: { users: usersOf({ password: 'correct horse battery' }) },
    props: { users: [{ username: 'admin', password: Password.unsafePlainText(password) }] },
  });
}

export const DIRECTORY = {
  hosts: ['ldap.example.com'],
  roleBase: 'ou=groups,dc=example,dc=com',
  roleSearchMatching: '(member={0})',
  serviceAccountUsername: 'cn=service,dc=example,dc=com',
  userBase: 'ou=users,dc=example,dc=com',
  userSearchMatching: '(uid={0})',
};
const directory = (change: object) => ({ ldap: { ...DIRECTORY, ...change } });
const directoryProps = (change: object) => ({
  ldap: { ...DIRECTORY, serviceAccountPassword: Password.fromSecret('directory'), ...change },
});
const ldapCase = (code: string, title: string, change: object, message: string, remedied: object) =>
  wrong(code, title, {
    facts: directory(change),
    messages: [message],
    remedied: directory(remedied),
    props: directoryProps(change),
    module: NOT_OFFERED,
  });
ldapCase(
  'ldap-host-count',
  'no host of a directory',
  { hosts: [] },
  'ldap.hosts is empty: got 0; allowed: 1 or 2 hosts; give the LDAP server and at most one to fail over to',
  { hosts: ['ldap.example.com'] },
);
ldapCase(
  'ldap-host-form',
  'the URL of a directory',
  { hosts: ['ldaps://ldap.example.com:636'] },
  'ldap.hosts[0] is not a fully qualified host name: got "ldaps://ldap.example.com:636"; allowed: a name such as ldap.example.com, without scheme and port; write the fully qualified name only, without ldaps:// and :636',
  { hosts: ['ldap.example.com'] },
);
ldapCase(
  'ldap-field-blank',
  'a blank base of a directory',
  { roleBase: ' ' },
  'ldap.roleBase is blank: got " "; allowed: a distinguished name, or a filter such as (uid={0}); write what the directory uses',
  { roleBase: 'ou=groups' },
);

for (const [title, base, facts, message, props] of [
  [
    'LDAP of RabbitMQ',
    RABBIT,
    { authenticationStrategy: 'ldap', configuration: null },
    'RabbitMQ: got "ldap"; allowed: simple or config_managed; remove it, and write the LDAP servers into the configuration of the broker',
    RABBITMQ_ONLY,
  ],
  [
    'a strategy of RabbitMQ',
    GOOD,
    { authenticationStrategy: 'config_managed', configuration: null },
    'ActiveMQ: got "config_managed"; allowed: simple or ldap; remove it, or set it to ldap',
    'a construct takes the strategy from the prop ldap',
  ],
] as const) {
  wrong('authentication-strategy', title, {
    base,
    facts,
    messages: [`authenticationStrategy is not an authentication strategy of ${message}`],
    remedied: { authenticationStrategy: null },
    props,
    module: NOT_OFFERED,
  });
}
wrong('ldap-engine', 'a directory of RabbitMQ', {
  base: RABBIT,
  facts: directory({}),
  messages: [
    'ldap cannot be used with RabbitMQ; allowed: none; remove it, and write the LDAP servers into the configuration of the broker',
  ],
  remedied: { ldap: null },
  props: RABBITMQ_ONLY,
  module: MODULE_RABBITMQ,
});

const arnIn = (region: string) => `arn:aws:mq:${region}:123456789012:broker:orders:b-1`;
export const REPLICA: BrokerFacts = {
  ...STANDBY,
  users: usersOf({}, { username: 'replication', consoleAccess: false, replicationUser: true }),
  dataReplicationMode: 'CRDR',
  dataReplicationPrimaryBrokerArn: arnIn('us-east-1'),
};
const OF_REPLICA = 'a ReplicaBroker takes it from its primary, which has rules of its own';
const MODULE_REPLICA = 'the module makes no replica';
const replicaCase = (code: string, title: string, facts: Partial<BrokerFacts>, message: string, remedied: object) =>
  wrong(code, title, {
    base: REPLICA,
    facts,
    messages: [message],
    remedied,
    props: OF_REPLICA,
    module: MODULE_REPLICA,
  });
wrong('replication-engine', 'a replica with RabbitMQ', {
  base: RABBIT,
  facts: { dataReplicationMode: 'CRDR', dataReplicationPrimaryBrokerArn: arnIn('us-east-1') },
  messages: [
    'dataReplicationMode cannot be used with RabbitMQ; allowed: NONE; remove {dataReplicationMode} and {dataReplicationPrimaryBrokerArn}, and replicate by federation or shovels',
  ],
  remedied: { dataReplicationMode: null, dataReplicationPrimaryBrokerArn: null },
  props: RABBITMQ_ONLY,
  module: MODULE_RABBITMQ,
});
for (const deploymentMode of ['SINGLE_INSTANCE', null]) {
  replicaCase(
    'replication-deployment-mode',
    `a replica with ${deploymentMode === null ? 'the default mode' : 'one instance'}`,
    { deploymentMode, subnetIds: undefined, availabilityZones: undefined },
    'deploymentMode is not replicated: got "SINGLE_INSTANCE"; allowed: ACTIVE_STANDBY_MULTI_AZ; set it to ACTIVE_STANDBY_MULTI_AZ on both brokers',
    { deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ' },
  );
}
replicaCase(
  'replication-instance-type',
  'a replica of an evaluation type',
  { instanceType: 'mq.t3.micro' },
  'instanceType is not replicated: got "mq.t3.micro"; allowed: mq.m5.large or larger; write "mq.m5.large" for both brokers',
  { instanceType: 'mq.m5.large' },
);
const PRIMARIES =
  'allowed: the ARN of a broker in us-east-1, us-east-2, us-west-1, us-west-2; give the ARN of the primary, in another Region than this broker';
replicaCase(
  'replication-primary',
  'a replica without a primary',
  { dataReplicationPrimaryBrokerArn: null },
  `dataReplicationPrimaryBrokerArn is missing; ${PRIMARIES}`,
  { dataReplicationPrimaryBrokerArn: arnIn('us-west-2') },
);
replicaCase(
  'replication-primary',
  'a replica of a broker in Europe',
  { dataReplicationPrimaryBrokerArn: arnIn('eu-west-1') },
  `dataReplicationPrimaryBrokerArn is of a broker in a Region without replication: got "eu-west-1"; ${PRIMARIES}`,
  { dataReplicationPrimaryBrokerArn: arnIn('us-west-2') },
);
replicaCase(
  'replication-user',
  'a replica without a replication user',
  { users: usersOf({}) },
  'users has no replication user; allowed: a user for the replication; add a user with replicationUser to both brokers, with the same name and password',
  { users: usersOf({}, { username: 'replication', consoleAccess: false, replicationUser: true }) },
);

const crowdOfTags = (count: number) => Object.fromEntries(many(count, (index) => [`key-${index}`, 'x']));
wrong('tag-count', '51 tags', {
  facts: { tags: crowdOfTags(51) },
  messages: [
    'tags has too many entries: got 51; allowed: at most 50 tags on a resource; remove some; default tags of the provider and an added tag Name count as well',
  ],
  remedied: { tags: crowdOfTags(50) },
  props: { tags: crowdOfTags(51) },
});
wrong('tag-form', 'a reserved key and a value with a bar', {
  facts: { tags: { 'aws:owner': 'me', team: 'a|b' } },
  messages: [
    `tags has a key that AWS rejects: got "aws:owner"; allowed: 1 to 128 ${TAG}, not beginning with aws:; rename the tag`,
    `tags["team"] has a value that AWS rejects: got "a|b"; allowed: at most 256 ${TAG}; shorten or change the value`,
  ],
  remedied: { tags: { owner: 'me', team: 'a b' } },
  props: { tags: { 'aws:owner': 'me', team: 'a|b' } },
});

wrong('instance-type-engine-version', 'RabbitMQ 4.2 on mq.m5', {
  base: RABBIT,
  facts: { instanceType: 'mq.m5.large' },
  messages: [
    'instanceType cannot run RabbitMQ 4.2: got "mq.m5.large"; allowed: mq.m7g for 4.2; every other family runs 3.13 at most; change {instanceType} to the same size of mq.m7g in an apply of its own, then {engineVersion}',
  ],
  remedied: { instanceType: 'mq.m7g.large' },
  props: RABBITMQ_ONLY,
  module: MODULE_RABBITMQ,
});
wrong('instance-type-creatable', 'RabbitMQ on mq.t3.micro', {
  base: { ...RABBIT, engineVersion: '3.13', configuration: null },
  facts: { instanceType: 'mq.t3.micro' },
  messages: [
    'instanceType is retired (Amazon MQ supports it for RabbitMQ no longer since 2026-10-01): got "mq.t3.micro"; allowed: mq.m5.large, mq.m5.xlarge, mq.m5.2xlarge, mq.m5.4xlarge, mq.m7g.medium, mq.m7g.large, mq.m7g.xlarge, mq.m7g.2xlarge, mq.m7g.4xlarge, mq.m7g.8xlarge, mq.m7g.12xlarge, mq.m7g.16xlarge, or a newer type; write "mq.m7g.medium"',
  ],
  remedied: { instanceType: 'mq.m7g.medium' },
  props: RABBITMQ_ONLY,
  module: MODULE_RABBITMQ,
});
wrong('engine-version-form', 'RabbitMQ 3.13.7', {
  base: { ...RABBIT, configuration: null },
  facts: { engineVersion: '3.13.7' },
  messages: [
    'engineVersion is not of the form major.minor: got "3.13.7"; allowed: 4.3, 4.2, 3.13, or a newer major.minor; write "3.13"',
  ],
  remedied: { engineVersion: '3.13' },
  props: RABBITMQ_ONLY,
  module: MODULE_RABBITMQ,
});
wrong('engine-version-form', 'RabbitMQ latest', {
  base: { ...RABBIT, configuration: null },
  facts: { engineVersion: 'latest' },
  messages: [
    'engineVersion is not of the form major.minor: got "latest"; allowed: 4.3, 4.2, 3.13, or a newer major.minor; write "4.3"',
  ],
  remedied: { engineVersion: '4.3' },
  props: RABBITMQ_ONLY,
  module: MODULE_RABBITMQ,
});

export const BROKER_CASES: readonly BrokerCase[] = CASES;
