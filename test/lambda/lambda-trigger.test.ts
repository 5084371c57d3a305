import { type TerraformStack } from 'cdktf';
import {
  ActiveStandbyBroker,
  type ActiveStandbyBrokerProps,
  BrokerNetwork,
  BrokerVpc,
  LambdaTrigger,
  type LambdaTriggerProps,
  Password,
  Peer,
  SingleInstanceBroker,
} from 'cdktf-amazon-mq';
import { LDAP } from '../support/directory';
import { Synthesized } from '../support/synthesized';

const TRIGGER = { queueName: 'in', username: 'admin', functionName: 'shop', roleName: 'shop-role' };

const networkIn = (stack: TerraformStack) =>
  BrokerNetwork.fromSubnetIds(stack, 'network', { vpcId: 'vpc-0a', subnetIds: ['subnet-0a', 'subnet-0b'] });

const triggered = (props: Partial<LambdaTriggerProps> = {}, ofBroker: Partial<ActiveStandbyBrokerProps> = {}) =>
  Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', {
      brokerName: 'orders',
      network: networkIn(stack),
      ...ofBroker,
    });
    new LambdaTrigger(stack, 'trigger', { broker, ...TRIGGER, ...props });
  });

const statements = (synthesized: Synthesized) =>
  JSON.parse(String(synthesized.resource('aws_iam_role_policy').policy)).Statement as Record<string, unknown>[];

test('one queue is polled as a user, by the secret of that user', () => {
  const mapping = triggered({ batchSize: 10 }).resource('aws_lambda_event_source_mapping');
  expect(mapping).toMatchObject({
    event_source_arn: '${aws_mq_broker.orders.arn}',
    function_name: 'shop',
    queues: ['in'],
    batch_size: 10,
    source_access_configuration: [
      {
        type: 'BASIC_AUTH',
        uri: expect.stringMatching(/^\$\{aws_secretsmanager_secret\.orders_Users_admin_.*\.arn\}$/),
      },
    ],
  });
});

test('the role may describe this broker, read this secret, poll and log, and nothing else', () => {
  const [describe, read, poll, log, ...more] = statements(triggered());
  expect(describe).toMatchObject({ Action: ['mq:DescribeBroker'], Resource: '${aws_mq_broker.orders.arn}' });
  expect(read).toMatchObject({ Action: 'secretsmanager:GetSecretValue' });
  expect(poll).toMatchObject({ Resource: '*' });
  expect(log).toMatchObject({ Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'] });
  expect(more).toEqual([]);
});

test('a customer managed key is decrypted for this secret only', () => {
  const kmsKeyArn = 'arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444';
  expect(statements(triggered({ kmsKeyArn }))[2]).toMatchObject({
    Action: 'kms:Decrypt',
    Resource: kmsKeyArn,
    Condition: {
      StringEquals: { 'kms:EncryptionContext:SecretARN': expect.stringContaining('aws_secretsmanager_secret') },
    },
  });
});

test('the group admits itself on 61617 and reaches itself and HTTPS', () => {
  const synthesized = triggered();
  expect(Object.values(synthesized.resources('aws_vpc_security_group_ingress_rule'))).toMatchObject([
    { from_port: 61617, referenced_security_group_id: expect.stringContaining('SecurityGroup') },
  ]);
  const egress = Object.values(synthesized.resources('aws_vpc_security_group_egress_rule'));
  expect(egress.map(({ from_port }) => from_port).sort()).toEqual([443, 61617]);
});

test('the mapping is destroyed before the policy, the group and its rules', () => {
  const { depends_on } = triggered().resource('aws_lambda_event_source_mapping');
  expect((depends_on as string[]).map((address) => address.split('.')[0]).sort()).toEqual([
    'aws_iam_role_policy',
    'aws_security_group',
    'aws_vpc_security_group_egress_rule',
    'aws_vpc_security_group_egress_rule',
    'aws_vpc_security_group_ingress_rule',
  ]);
});

test('a public broker needs no rules for Lambda', () => {
  const synthesized = triggered({}, { publiclyAccessible: true, network: undefined });
  expect(synthesized.resources('aws_vpc_security_group_egress_rule')).toEqual({});
  expect(synthesized.annotations('warn')).toEqual([]);
});

test('two triggers of a broker share the rules of the group', () => {
  const synthesized = Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', network: networkIn(stack) });
    for (const queueName of ['in', 'out']) new LambdaTrigger(stack, queueName, { broker, ...TRIGGER, queueName });
  });
  expect(Object.keys(synthesized.resources('aws_vpc_security_group_egress_rule'))).toHaveLength(2);
  expect(Object.keys(synthesized.resources('aws_lambda_event_source_mapping'))).toHaveLength(2);
});

test.each([
  [true, []],
  [undefined, []],
  [false, [expect.stringContaining('[lambda-network]')]],
])('an existing network of which you say that it reaches the services: %s', (reachesServices, warnings) => {
  const synthesized = Synthesized.from((stack) => {
    const network = BrokerNetwork.fromSubnetIds(stack, 'existing', {
      vpcId: 'vpc-0a1b2c3d',
      subnetIds: ['subnet-0a1b2c3d'],
      reachesServices,
    });
    const broker = new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders', network });
    new LambdaTrigger(stack, 'trigger', { broker, ...TRIGGER });
  });
  expect(synthesized.annotations('warn')).toEqual(warnings);
});

test('a private VPC of its own without endpoints is warned of, one with endpoints is not', () => {
  expect(triggered({}, { network: undefined }).annotations('warn')).toEqual([
    expect.stringContaining('[lambda-network]'),
  ]);
  const synthesized = Synthesized.from((stack) => {
    const vpc = new BrokerVpc(stack, 'vpc', { lambdaEndpoints: true });
    const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', network: vpc });
    new LambdaTrigger(stack, 'trigger', { broker, ...TRIGGER });
  });
  expect(synthesized.annotations('warn')).toEqual([]);
  expect(Object.values(synthesized.resources('aws_vpc_endpoint'))).toMatchObject(
    ['lambda', 'secretsmanager', 'sts'].map(() => ({ vpc_endpoint_type: 'Interface', private_dns_enabled: true })),
  );
  const { depends_on } = synthesized.resource('aws_lambda_event_source_mapping');
  expect((depends_on as string[]).filter((address) => address.startsWith('aws_vpc_endpoint.'))).toHaveLength(3);
});

test('a single instance in the first zone of a VPC knows its endpoints', () => {
  const synthesized = Synthesized.from((stack) => {
    const vpc = new BrokerVpc(stack, 'vpc', { lambdaEndpoints: true });
    const broker = new SingleInstanceBroker(stack, 'dev', { brokerName: 'dev', network: vpc.inFirstZone() });
    new LambdaTrigger(stack, 'trigger', { broker, ...TRIGGER });
  });
  expect(synthesized.annotations('warn')).toEqual([]);
});

const plain = [{ username: 'shop', password: Password.fromSecret('shop') }];
const unknownForm = [{ username: 'shop', password: Password.fromSecret('shop', { field: 'password' }) }];

test.each<[string, Partial<LambdaTriggerProps>, Partial<ActiveStandbyBrokerProps>, string]>([
  ['a pattern of queues', { queueName: 'orders.>' }, {}, 'lambda-queue-name'],
  ['a batch of none', { batchSize: 0 }, {}, 'lambda-batch'],
  ['the alias of a key', { kmsKeyArn: 'alias/secrets' }, {}, 'lambda-key-arn'],
  ['a secret that is the password alone', { username: 'shop' }, { users: plain }, 'lambda-secret'],
  [
    'a user without secret',
    { username: 'shop' },
    { users: [{ username: 'shop', password: Password.unsafePlainText('correct horse battery') }] },
    'lambda-secret',
  ],
])('%s is rejected', (_, props, ofBroker, code) => {
  expect(() => triggered(props, ofBroker)).toThrow(`[${code}]`);
});

test('a field of a secret may be one of user name and password', () => {
  expect(() => triggered({ username: 'shop' }, { users: unknownForm })).not.toThrow();
});

test('a broker with LDAP cannot trigger a function', () => {
  expect(() => triggered({}, { ldap: LDAP })).toThrow('[lambda-authentication]');
});

test('a group of the broker admits others as before', () => {
  const synthesized = Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders', network: networkIn(stack) });
    broker.allowTo(Peer.ipv4('10.0.0.0/8'), 636);
    new LambdaTrigger(stack, 'trigger', { broker, ...TRIGGER });
  });
  expect(Object.keys(synthesized.resources('aws_vpc_security_group_egress_rule'))).toHaveLength(3);
});
