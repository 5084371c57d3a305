import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { LocalBackend, TerraformOutput, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import {
  ActiveMqBroker,
  type ActiveMqBrokerProps,
  ActiveStandbyBroker,
  type BrokerAttributes,
  BrokerConfiguration,
  BrokerEncryption,
  BrokerNetwork,
  BrokerSecurityGroup,
  BrokerVpc,
  ConfigurationDocument,
  DayOfWeek,
  EngineVersion,
  type IBrokerSecurityGroup,
  InstanceType,
  type LdapServer,
  LogResourcePolicy,
  NetworkOfBrokers,
  Password,
  Peer,
  Protocol,
  SingleInstanceBroker,
  ZoneCount,
} from 'cdktf-amazon-mq';
import { Construct } from 'constructs';
import { codeOf, reported } from '../rules/reported';
import { Synthesized } from '../support/synthesized';
import { Tokens } from '../support/tokens';

const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555';

const LDAP: LdapServer = {
  hosts: ['ldap.example.com'],
  roleBase: 'ou=groups,dc=example,dc=com',
  roleName: 'cn',
  roleSearchMatching: '(member={0})',
  roleSearchSubtree: true,
  serviceAccountUsername: 'cn=broker,dc=example,dc=com',
  serviceAccountPassword: Password.unsafePlainText('correct horse battery'),
  userBase: 'ou=users,dc=example,dc=com',
  userRoleName: 'memberOf',
  userSearchMatching: '(uid={0})',
  userSearchSubtree: false,
};

type Props = Partial<ActiveMqBrokerProps>;

const brokerWith = (props: Props | ((stack: TerraformStack) => Props)) =>
  Synthesized.from((stack) => {
    const given = typeof props === 'function' ? props(stack) : props;
    new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', ...given });
  });

const existingConfiguration = (stack: TerraformStack) =>
  BrokerConfiguration.fromAttributes(stack, 'configuration', { configurationId: 'c-1', revision: 7 });

const existingNetwork = (stack: TerraformStack) =>
  BrokerNetwork.fromSubnetIds(stack, 'network', { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'] });
const existingSubnet = (stack: TerraformStack) =>
  BrokerNetwork.fromSubnetIds(stack, 'subnet', { vpcId: 'vpc-1', subnetIds: ['subnet-1'] });

test.each<[string, Props | ((stack: TerraformStack) => Props), Record<string, unknown>]>([
  ['engineVersion', { engineVersion: EngineVersion.V5_18 }, { engine_version: '5.18' }],
  ['a newer engineVersion', { engineVersion: EngineVersion.of('6.2') }, { engine_version: '6.2' }],
  ['instanceType', { instanceType: InstanceType.M5_4XLARGE }, { host_instance_type: 'mq.m5.4xlarge' }],
  ['a newer instanceType', { instanceType: InstanceType.of('mq.m8i.large') }, { host_instance_type: 'mq.m8i.large' }],
  ['publiclyAccessible', { publiclyAccessible: true }, { publicly_accessible: true }],
  [
    'encryption by the key aws/mq',
    () => ({ encryption: BrokerEncryption.awsManagedKey() }),
    { encryption_options: { use_aws_owned_key: false } },
  ],
  [
    'encryption by a key of one’s own',
    () => ({ encryption: BrokerEncryption.customerManagedKey(KEY) }),
    { encryption_options: { use_aws_owned_key: false, kms_key_id: KEY } },
  ],
  ['logs', { logs: { general: false, audit: false } }, { logs: { general: false, audit: 'false' } }],
  [
    'maintenanceWindow in UTC',
    { maintenanceWindow: { dayOfWeek: DayOfWeek.MONDAY, timeOfDay: '04:30' } },
    { maintenance_window_start_time: { day_of_week: 'MONDAY', time_of_day: '04:30', time_zone: 'UTC' } },
  ],
  [
    'maintenanceWindow elsewhere',
    { maintenanceWindow: { dayOfWeek: DayOfWeek.SUNDAY, timeOfDay: '04:30', timeZone: 'Asia/Seoul' } },
    { maintenance_window_start_time: { day_of_week: 'SUNDAY', time_of_day: '04:30', time_zone: 'Asia/Seoul' } },
  ],
  ['applyImmediately', { applyImmediately: true }, { apply_immediately: true }],
  ['timeouts', { timeouts: { create: '45m', delete: '1h' } }, { timeouts: { create: '45m', delete: '1h' } }],
  ['tags', { tags: { team: 'shop', Name: 'Orders' } }, { tags: { team: 'shop', Name: 'Orders' } }],
  [
    'additionalSecurityGroupIds',
    (stack) => ({ network: existingNetwork(stack), additionalSecurityGroupIds: ['sg-0a', 'sg-0b'] }),
    { security_groups: [expect.stringMatching(/^\$\{aws_security_group\./), 'sg-0a', 'sg-0b'] },
  ],
  [
    'configuration',
    (stack) => ({ configuration: existingConfiguration(stack) }),
    { configuration: { id: 'c-1', revision: 7 } },
  ],
  ['network', (stack) => ({ network: existingNetwork(stack) }), { subnet_ids: ['subnet-1', 'subnet-2'] }],
  [
    'users',
    {
      users: [
        { username: 'shop', groups: ['buyers'], password: Password.unsafePlainText('correct horse battery') },
        { username: 'mirror', replicationUser: true, password: Password.unsafePlainText('staple correct horse') },
      ],
      acknowledge: [{ code: 'groups-without-map', reason: 'groups are looked at elsewhere' }],
    },
    {
      user: [
        { username: 'shop', groups: ['buyers'], password: 'correct horse battery' },
        { username: 'mirror', replication_user: true, password: 'staple correct horse' },
      ],
    },
  ],
  [
    'ldap',
    (stack) => ({ ldap: LDAP, configuration: existingConfiguration(stack) }),
    {
      authentication_strategy: 'ldap',
      ldap_server_metadata: {
        hosts: ['ldap.example.com'],
        role_base: 'ou=groups,dc=example,dc=com',
        role_name: 'cn',
        role_search_matching: '(member={0})',
        role_search_subtree: true,
        service_account_username: 'cn=broker,dc=example,dc=com',
        service_account_password: 'correct horse battery',
        user_base: 'ou=users,dc=example,dc=com',
        user_role_name: 'memberOf',
        user_search_matching: '(uid={0})',
        user_search_subtree: false,
      },
    },
  ],
])('%s reaches the broker', (_, props, expected) => {
  expect(brokerWith(props).resource('aws_mq_broker')).toMatchObject(expected);
});

test('what exists is not made again', () => {
  const { json } = Synthesized.from((stack) => {
    new ActiveStandbyBroker(stack, 'orders', {
      brokerName: 'orders',
      network: existingNetwork(stack),
      securityGroup: BrokerSecurityGroup.fromSecurityGroupId(stack, 'group', 'sg-0123'),
      configuration: existingConfiguration(stack),
      users: [{ username: 'admin', password: Password.fromSecret('orders-admin') }],
      logs: { resourcePolicy: false },
    });
  });
  expect(Object.keys(json.resource)).toEqual(['aws_mq_broker']);
});

test('brokers of one stack share the log policy, and a broker without logs asks for none', () => {
  const two = Synthesized.from((stack) => {
    new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    new SingleInstanceBroker(stack, 'billing', { brokerName: 'billing' });
  });
  expect(two.resource('aws_cloudwatch_log_resource_policy').policy_name).toBe(
    'amazon-mq-logs-messaging-${substr(uuid(), 0, 8)}',
  );
  const policiesWith = (logs: Props['logs']) =>
    Object.keys(brokerWith({ logs }).resources('aws_cloudwatch_log_resource_policy'));
  for (const logs of [{ general: false }, { audit: false }]) expect(policiesWith(logs)).toHaveLength(1);
  for (const logs of [{ general: false, audit: false }, { resourcePolicy: false }]) {
    expect(policiesWith(logs)).toEqual([]);
  }
});

test('the name of the log policy ends in a suffix that is made once, so that no stack overwrites the policy of another (F3)', () => {
  const { policy_name: name, lifecycle } = Synthesized.from((stack) => {
    new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' });
  }).resource('aws_cloudwatch_log_resource_policy');
  expect(name).toMatch(/-\$\{substr\(uuid\(\), 0, 8\)\}$/);
  expect(lifecycle).toEqual({ ignore_changes: ['policy_name'] });
});

test('the log policy lets Amazon MQ write for brokers of this account and region only', () => {
  const synthesized = Synthesized.from((stack) => {
    expect(LogResourcePolicy.of(stack)).toBe(LogResourcePolicy.of(stack));
  });
  const text = String(synthesized.resource('aws_cloudwatch_log_resource_policy').policy_document).replaceAll(
    /\$\{data\.aws_(\w+?)\.[^}]*\}/g,
    '<$1>',
  );
  expect(JSON.parse(text)).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AmazonMqWritesBrokerLogs',
        Effect: 'Allow',
        Principal: { Service: 'mq.amazonaws.com' },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: 'arn:<partition>:logs:<region>:<caller_identity>:log-group:/aws/amazonmq/*',
        Condition: {
          StringEquals: { 'aws:SourceAccount': '<caller_identity>' },
          ArnLike: { 'aws:SourceArn': 'arn:<partition>:mq:<region>:<caller_identity>:broker:*' },
        },
      },
    ],
  });
});

test('a public broker of its own network waits for the way to the internet', () => {
  const synthesized = brokerWith({ publiclyAccessible: true });
  const [route] = Object.keys(synthesized.resources('aws_route'));
  expect(synthesized.resource('aws_mq_broker').depends_on).toContain(`aws_route.${route}`);
  expect(synthesized.resource('aws_internet_gateway').vpc_id).toMatch(/^\$\{aws_vpc\./);
});

test('a broker in the network of another stack depends on nothing that stands there', () => {
  const synthesized = Synthesized.from((stack) => {
    const foundation = new TerraformStack(stack.node.root, 'foundation');
    for (const each of [foundation, stack]) new LocalBackend(each, {});
    const network = new BrokerVpc(foundation, 'network', { internetFacing: true });
    new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', network, publiclyAccessible: true });
    foundation.prepareStack();
    stack.prepareStack();
    expect(stack.dependencies).toEqual([foundation]);
  });
  const { depends_on, subnet_ids } = synthesized.resource('aws_mq_broker');
  expect(depends_on).toEqual([expect.stringMatching(/^aws_cloudwatch_log_resource_policy\.\w+$/)]);
  expect(subnet_ids).toEqual([1, 2].map(() => expect.stringMatching(/^\$\{data\.terraform_remote_state\./)));
});

test('a public broker warns of grants to the whole internet and to security groups', () => {
  const synthesized = Synthesized.from((stack) => {
    const broker = new SingleInstanceBroker(stack, 'try', { brokerName: 'try', publiclyAccessible: true });
    broker.allowFrom(Peer.anyIpv4(), Protocol.OPENWIRE);
    broker.allowFrom(Peer.securityGroupId('sg-0123'), Protocol.OPENWIRE);
    broker.allowFrom(Peer.ipv4('203.0.113.0/24'), Protocol.OPENWIRE);
  });
  expect(synthesized.annotations('warn').map((text) => text.split(' ')[0])).toEqual([
    '[public-open-to-internet]',
    '[public-security-group-peer]',
  ]);
});

test.each<[string, (stack: TerraformStack) => IBrokerSecurityGroup]>([
  ['a private group', (stack) => new BrokerSecurityGroup(stack, 'group', { vpcId: 'vpc-1' })],
  ['a public group', (stack) => new BrokerSecurityGroup(stack, 'group', { vpcId: 'vpc-1', publiclyAccessible: true })],
  ['a group that exists', (stack) => BrokerSecurityGroup.fromSecurityGroupId(stack, 'group', 'sg-0123')],
  ['that of another', (stack) => new SingleInstanceBroker(stack, 'other', { brokerName: 'other' }).securityGroup],
])('a public broker behind %s warns once, and its acknowledgements hold', (_, groupOf) => {
  const synthesized = Synthesized.from((stack) => {
    const broker = new SingleInstanceBroker(stack, 'try', {
      brokerName: 'try',
      publiclyAccessible: true,
      network: existingSubnet(stack),
      securityGroup: groupOf(stack),
      acknowledge: [{ code: 'public-security-group-peer', reason: 'clients stand beside it' }],
    });
    for (const protocol of [Protocol.OPENWIRE, Protocol.OPENWIRE, Protocol.AMQP]) {
      broker.allowFrom(Peer.anyIpv4(), protocol);
      broker.allowTo(Peer.securityGroupId('sg-0123'), 636);
    }
  });
  expect(synthesized.annotations('warn')).toEqual([expect.stringMatching(/^\[public-open-to-internet\]/)]);
  expect(synthesized.annotations('info')).toEqual([
    expect.stringMatching(/^\[public-security-group-peer\].*\(acknowledged: clients stand beside it\)$/),
  ]);
});

test('all violations are told in one error with the path of the construct', () => {
  const mistake = () =>
    brokerWith({
      engineVersion: EngineVersion.of('5.18.6'),
      instanceType: InstanceType.of('mq.m7g.large'),
      users: [],
    });
  expect(mistake).toThrow(
    expect.objectContaining({
      name: 'RuleViolationError',
      constructPath: 'messaging/orders',
      codes: ['engine-version-form', 'instance-type-engine', 'user-required'],
      message: expect.stringMatching(/^messaging\/orders: 3 rules are violated\n {2}\[engine-version-form\] /),
    }),
  );
});

test('two brokers of a stack have two names, those that only Terraform knows aside', () => {
  const named = (...nameOf: ((stack: TerraformStack) => string)[]) =>
    Synthesized.from((stack) =>
      nameOf.forEach((name, index) => new SingleInstanceBroker(stack, `broker-${index}`, { brokerName: name(stack) })),
    );
  expect(() => named(...['orders', 'billing', 'orders'].map((name) => () => name))).toThrow(
    'messaging/broker-2: a rule is violated\n  [broker-name-unique] brokerName is already used by "messaging/broker-0": got "orders"',
  );
  const unknown = (stack: TerraformStack) => new Tokens(new Construct(stack, `v${stack.node.children.length}`)).text();
  expect(() => named(unknown, unknown)).not.toThrow();
});

test('an acknowledgement names a rule or a finding of the document check, and has a reason', () => {
  const acknowledging = (code: string, reason = 'a test') => brokerWith({ acknowledge: [{ code, reason }] });
  for (const code of ['standby-micro', 'groups-without-map']) expect(() => acknowledging(code)).not.toThrow();
  expect(() => acknowledging('standby-mirco')).toThrow(
    '[acknowledge-code] acknowledge[0].code is not the code of a rule: got "standby-mirco"; allowed: the codes in docs/rules.md and docs/document.md; write "standby-micro"',
  );
  expect(() => acknowledging('standby-micro', '')).toThrow('[acknowledge-reason] acknowledge[0].reason is blank');
});

test('an acknowledged rule is told as information, with the reason', () => {
  const synthesized = brokerWith({
    instanceType: InstanceType.of('mq.m7g.large'),
    acknowledge: [{ code: 'instance-type-engine', reason: 'AWS offers it for ActiveMQ since May' }],
  });
  expect(synthesized.resource('aws_mq_broker').host_instance_type).toBe('mq.m7g.large');
  expect(synthesized.annotations('info')).toEqual([
    expect.stringMatching(/^\[instance-type-engine\] .* \(acknowledged: AWS offers it for ActiveMQ since May\)$/),
  ]);
});

test('a public broker in a network without a gateway is refused', () => {
  const network = { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'], internetFacing: false };
  const mistake = () =>
    brokerWith((stack) => ({
      network: BrokerNetwork.fromSubnetIds(stack, 'network', network),
      publiclyAccessible: true,
    }));
  expect(mistake).toThrow('[public-network]');
});

test('a configuration of another engine version is refused', () => {
  const attributes = { configurationId: 'c-1', revision: 1, engineVersion: EngineVersion.V5_18 };
  const mistake = () =>
    brokerWith((stack) => ({ configuration: BrokerConfiguration.fromAttributes(stack, 'existing', attributes) }));
  expect(mistake).toThrow('[configuration-engine-version]');
});

test('a broker waits for what its network is said to depend on', () => {
  const synthesized = Synthesized.from((stack) => {
    const gateway = new InternetGateway(stack, 'gateway', { vpcId: 'vpc-1' });
    const network = BrokerNetwork.fromSubnetIds(stack, 'network', {
      vpcId: 'vpc-1',
      subnetIds: ['subnet-1', 'subnet-2'],
      dependencies: [gateway],
    });
    new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', network, publiclyAccessible: true });
  });
  expect(synthesized.resource('aws_mq_broker').depends_on).toContain('aws_internet_gateway.gateway');
});

test('two users of one name that only Terraform knows are told by the rule', () => {
  const mistake = () =>
    Synthesized.from((stack) => {
      const variable = new TerraformVariable(stack, 'user', { type: 'string' });
      const users = [1, 2].map(() => ({ username: variable.stringValue }));
      new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', users });
    });
  expect(mistake).toThrow(
    'messaging/orders: a rule is violated\n  [username-unique] users[1].username is a duplicate;',
  );
});

test('two generated passwords in a secret of one name are refused', () => {
  const users = ['shop', 'till'].map((username) => ({
    username,
    password: Password.generated({ secretName: 'orders' }),
  }));
  expect(() => brokerWith({ users })).toThrow('[secret-name-unique] users[1].password.secretName is a duplicate');
  const inTwoBrokers = () =>
    Synthesized.from((stack) => {
      for (const [index, user] of users.entries()) {
        new SingleInstanceBroker(stack, `broker-${index}`, { brokerName: `broker-${index}`, users: [user] });
      }
    });
  expect(inTwoBrokers).toThrow(
    '[secret-name-unique] users[0].password.secretName is already used by "messaging/broker-0"',
  );
});

test('50 tags are one too many with the Name that is added, and not with one that is given', () => {
  const tags = Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`key-${index}`, 'x']));
  expect(() => brokerWith({ tags: { ...tags, Name: 'own' } })).not.toThrow();
  expect(() => brokerWith({ tags: { ...tags, other: 'x' } })).toThrow('[tag-count] tags has too many entries: got 51');
});

test.each<[Partial<ActiveMqBrokerProps>, string]>([
  [
    { network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'], availabilityZones: ['z'] } },
    '[subnet-zone-count]',
  ],
  [{ ldap: { ...LDAP, userBase: '' } }, '[ldap-field-blank] ldap.userBase'],
])('%j is refused by %s', (props, code) => {
  expect(() => brokerWith(props)).toThrow(code);
});

test('security groups are counted once each, with the one that takes the grants', () => {
  const groups = (count: number) => Array.from({ length: count }, (_, index) => `sg-${index}`);
  const withGroups = (additionalSecurityGroupIds: string[], own = 'sg-0') =>
    Synthesized.from((stack) => {
      const securityGroup = BrokerSecurityGroup.fromSecurityGroupId(stack, 'group', own);
      const network = existingNetwork(stack);
      const groups = { securityGroup, additionalSecurityGroupIds };
      new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', network, ...groups });
    });
  expect(() => withGroups([...groups(5), ...groups(5)])).not.toThrow();
  expect(() => withGroups(groups(6))).toThrow('[security-group-count]');
  expect(() => withGroups(groups(5), 'sg-9')).toThrow('got 6');
  expect(() => withGroups(['sg-0', 'default'])).toThrow('[security-group-id-form] additionalSecurityGroupIds[1]');
});

test('a security group that exists is not for a VPC of the same apply, and may be for one of another stack', () => {
  const codesOf = (networkIn: (stack: TerraformStack) => TerraformStack) =>
    reported((stack) => {
      const network = new BrokerVpc(networkIn(stack), 'network');
      const additionalSecurityGroupIds = ['sg-0a1b2c3d'];
      new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', network, additionalSecurityGroupIds });
    }).map(codeOf);
  expect(codesOf((stack) => stack)).toEqual(['security-group-vpc']);
  expect(codesOf((stack) => new TerraformStack(stack.node.root, 'foundation'))).toEqual([]);
});

test('a user is found by name, and one who is not there is told with those who are', () => {
  Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', {
      brokerName: 'orders',
      users: [{ username: 'shop' }, { username: 'till', password: Password.unsafePlainText('correct horse battery') }],
    });
    expect(broker.user('shop').secretArn).toBeDefined();
    expect(broker.user('till').secretArn).toBeUndefined();
    expect(() => broker.user('admin')).toThrow('messaging/orders: no user is named "admin"; the users are: shop, till');
  });
});

test('a broker that exists has the same endpoints', () => {
  const synthesized = Synthesized.from((stack) => {
    const broker = ActiveMqBroker.fromAttributes(stack, 'existing', { brokerName: 'orders' });
    new TerraformOutput(stack, 'url', { value: broker.endpoints.openWire.failoverUrl({ randomize: false }) });
    new TerraformOutput(stack, 'arn', { value: broker.brokerArn });
  });
  expect(synthesized.data('aws_mq_broker').broker_name).toBe('orders');
  const url = (index: number) =>
    `\${regex("(?m)^ssl://.*$", join("\\n", data.aws_mq_broker.existing.instances[${index}].endpoints))}`;
  expect(synthesized.output('url')).toBe(`failover:(${url(0)},${url(1)})?randomize=false`);
  expect(synthesized.output('arn')).toBe('${data.aws_mq_broker.existing.arn}');
});

test.each<[BrokerAttributes, string]>([
  [{}, '[broker-identified]'],
  [{ brokerId: 'b-00000000-1111-2222-3333-444444444444', brokerName: 'orders' }, '[broker-identified]'],
  [{ brokerName: ' ' }, '[broker-name-form]'],
  [{ brokerId: 'orders' }, '[broker-id-form]'],
])('a broker that exists is not found by %j', (attributes, code) => {
  const mistake = () => Synthesized.from((stack) => void ActiveMqBroker.fromAttributes(stack, 'existing', attributes));
  expect(mistake).toThrow(`messaging/existing: a rule is violated\n  ${code}`);
});

test('the raw resource takes what the construct does not offer', () => {
  const synthesized = Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    broker.resource.addOverride('data_replication_mode', 'CRDR');
  });
  expect(synthesized.resource('aws_mq_broker').data_replication_mode).toBe('CRDR');
});

test('the security group of a broker says whose it is', () => {
  const group = brokerWith({ network: undefined }).resource('aws_security_group');
  expect(group.name_prefix).toBe('amazon-mq-orders-');
  expect(group.description).toBe('Amazon MQ broker orders');
});

test('the users of a broker include both of each pair that rotates', () => {
  const synthesized = brokerWith({
    rotatingUsers: [{ username: 'shop', groups: ['shops'], rotation: 1, secretRotation: 1 }],
    users: [{ username: 'admin', password: Password.generated(), consoleAccess: true }],
  });
  const users = synthesized.resource('aws_mq_broker').user as { username: string }[];
  expect(users).toHaveLength(3);
});

test.each([
  [0, 'rotatingUsers[0]'],
  [1, 'rotatingUsers[1]'],
])('a mistake in rotating user %i beside ten users is told of its prop', (wrong, place) => {
  const users = Array.from({ length: 10 }, (_, index) => ({ username: `user-${index}` }));
  const rotatingUsers = ['shop', 'till'].map((username, index) => ({
    username,
    rotation: 1,
    recoveryWindowInDays: index === wrong ? 3 : 7,
  }));
  expect(() => brokerWith({ users, rotatingUsers, applyImmediately: true })).toThrow(
    `messaging/orders: a rule is violated\n  [secret-recovery-window] ${place}.recoveryWindowInDays`,
  );
});

test('a mistake in the last of eleven users is told of its prop', () => {
  const users = Array.from({ length: 11 }, (_, index) => ({ username: index === 10 ? 'a b' : `user-${index}` }));
  expect(() => brokerWith({ users })).toThrow('[username-form] users[10].username');
});

test('too few subnets are told of the prop that has them', () => {
  expect(() => brokerWith((stack) => ({ network: existingSubnet(stack) }))).toThrow('[subnet-count] network.subnetIds');
});

test('a network without its subnets, as JavaScript can give it, has too few', () => {
  const network = { vpcId: 'vpc-1', subnetIds: undefined as unknown as string[] };
  const mistake = () =>
    Synthesized.from((stack) => void new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders', network }));
  expect(mistake).toThrow('[subnet-count] network.subnetIds');
});

test('the user of a network comes after those that are given and before those that rotate', () => {
  const synthesized = Synthesized.from((stack) => {
    const network = new BrokerVpc(stack, 'vpc', { zones: ZoneCount.ONE });
    const [first, second] = ['first', 'second'].map((id) => ({
      id,
      broker: new SingleInstanceBroker(stack, id, {
        brokerName: id,
        network,
        users: [{ username: 'admin' }],
        rotatingUsers: id === 'first' ? [{ username: 'shop', rotation: 1 }] : [],
        applyImmediately: true,
      }),
    }));
    new NetworkOfBrokers(stack, 'network', { members: [first, second] });
    expect(first.broker.users.map(({ username }) => username)).toEqual(['admin', 'network', 'shop']);
  });
  const [{ user }] = Object.values(synthesized.resources('aws_mq_broker')) as { user: { username: string }[] }[];
  expect(user.map(({ username }) => username)).toEqual(['admin', 'network', 'shop-a', 'shop-b']);
});

test.each<[string, Props, string[]]>([
  ['only its own group', {}, ['broker-unreachable']],
  ['another group of another VPC', { additionalSecurityGroupIds: ['sg-0a1b2c3d'] }, ['security-group-vpc']],
  [
    'another group as well',
    {
      network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'] },
      additionalSecurityGroupIds: ['sg-0a1b2c3d'],
    },
    [],
  ],
  [
    'other groups that only Terraform knows',
    { additionalSecurityGroupIds: new TerraformVariable(new TerraformStack(Testing.app(), 's'), 'v', {}).listValue },
    [],
  ],
])('that nobody reaches a broker in %s is said if the app knows it', (_, props, codes) => {
  const told = reported((stack) => void new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', ...props }));
  expect(told.map(codeOf)).toEqual(codes);
});

test('a user without consoleAccess is no user of the web console', () => {
  const document = ConfigurationDocument.fromXml(`<broker xmlns="http://activemq.apache.org/schema/core"><plugins>
    <authorizationPlugin><map><authorizationMap><authorizationEntries>
      <authorizationEntry queue="&gt;" admin="admins" read="admins" write="admins"/>
      <authorizationEntry topic="&gt;" admin="admins" read="admins" write="admins"/>
    </authorizationEntries></authorizationMap></map></authorizationPlugin></plugins></broker>`);
  const told = (consoleAccess?: boolean) =>
    reported((stack) => {
      const configuration = new BrokerConfiguration(stack, 'configuration', { name: 'orders', document });
      const users = [{ username: 'shop', password: Password.generated(), consoleAccess }];
      new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', configuration, users });
    });
  expect(told()).toEqual(told(false));
  expect(told()).not.toEqual(told(true));
});

test('what a document says of users is told once, also if the broker gets a user of a network', () => {
  const document = ConfigurationDocument.fromXml(`<broker xmlns="http://activemq.apache.org/schema/core"><plugins>
    <authorizationPlugin><map><authorizationMap><authorizationEntries>
      <authorizationEntry queue="&gt;" admin="admins" read="admins,shops" write="admins"/>
      <authorizationEntry topic="&gt;" admin="admins" read="admins" write="admins"/>
    </authorizationEntries></authorizationMap></map></authorizationPlugin></plugins></broker>`);
  const told = reported((stack) => {
    const network = new BrokerVpc(stack, 'vpc', { zones: ZoneCount.ONE });
    const configuration = new BrokerConfiguration(stack, 'configuration', { document });
    const members = ['first', 'second'].map((id) => ({
      id,
      broker: new SingleInstanceBroker(stack, id, {
        brokerName: id,
        network,
        users: [{ username: 'admin', groups: ['admins'] }],
        ...(id === 'first' ? { configuration } : {}),
        acknowledge: id === 'first' ? [] : [{ code: 'groups-without-map', reason: 'a test' }],
      }),
    }));
    new NetworkOfBrokers(stack, 'network', { members });
  });
  expect(told.map(codeOf).filter((code) => code === 'group-without-user')).toHaveLength(1);
});

describe('groups of users without an authorization map', () => {
  const NO_MAP = ConfigurationDocument.fromXml('<broker xmlns="http://activemq.apache.org/schema/core"/>');
  const shop = { username: 'shop', groups: ['buyers'], password: Password.generated() };
  const told = (propsOf: (tokens: Tokens) => Props) =>
    reported((stack) => {
      const configuration = new BrokerConfiguration(stack, 'configuration', { name: 'orders', document: NO_MAP });
      const props = propsOf(new Tokens(new Construct(stack, 'variables')));
      new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', configuration, ...props });
    }).filter((message) => codeOf(message) === 'groups-without-map');

  test('are told if the users are known', () => {
    expect(told(() => ({ users: [shop] }))).toEqual([
      '[groups-without-map] line 1, column 1, /broker: the document has no authorization map: the groups of shop have no effect, and every user may do everything; add plugins/authorizationPlugin/map/authorizationMap, or remove the groups',
    ]);
  });

  test.each<[string, (tokens: Tokens) => Props]>([
    ['whose name', ({ text }) => ({ users: [shop, { ...shop, username: text() }] })],
    ['whose groups', ({ list }) => ({ users: [shop, { ...shop, username: 'mail', groups: list() }] })],
    ['one of whose groups', ({ text }) => ({ users: [shop, { ...shop, username: 'mail', groups: [text()] }] })],
  ])('are not judged beside a user %s only Terraform knows', (_, propsOf) => {
    expect(told(propsOf)).toEqual([]);
  });
});
