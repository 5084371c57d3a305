import {
  EngineVersion,
  Peer,
  Protocol,
  SingleInstanceBroker,
  StrictBroker,
  type StrictBrokerProps,
} from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';

const strict = (props: Partial<StrictBrokerProps> = {}) =>
  Synthesized.from(
    (stack) => new StrictBroker(stack, 'orders', { brokerName: 'orders', tags: { owner: 'shop' }, ...props }),
  );

test('the broker is private, logged, upgraded, tagged and protected', () => {
  expect(strict().resource('aws_mq_broker')).toMatchObject({
    publicly_accessible: false,
    deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ',
    auto_minor_version_upgrade: true,
    logs: { general: true, audit: 'true' },
    tags: { Name: 'orders', owner: 'shop' },
    lifecycle: { prevent_destroy: true },
  });
});

test('one rotated customer managed key encrypts messages, secrets and flow logs, and is never destroyed', () => {
  const synthesized = strict();
  const key = expect.stringMatching(/^\$\{aws_kms_key\.orders_Key_.*\.arn\}$/);
  expect(synthesized.resource('aws_kms_key')).toMatchObject({
    enable_key_rotation: true,
    lifecycle: { prevent_destroy: true },
  });
  expect(synthesized.resource('aws_mq_broker').encryption_options).toEqual({
    use_aws_owned_key: false,
    kms_key_id: key,
  });
  expect(synthesized.resource('aws_secretsmanager_secret').kms_key_id).toEqual(key);
  expect(synthesized.resource('aws_cloudwatch_log_group')).toMatchObject({ kms_key_id: key, retention_in_days: 365 });
});

test('the key may be used by the services that encrypt with it, each for what is its own', () => {
  const { Statement } = JSON.parse(String(strict().resource('aws_kms_key').policy));
  expect(Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual([
    'AccountAdministersKey',
    'CloudWatchPublishesAlarms',
    'CloudWatchLogsEncryptsLogs',
  ]);
  for (const { Condition } of Statement.slice(1)) expect(Condition).toBeDefined();
});

test('a VPC of its own has flow logs', () => {
  expect(strict().resource('aws_flow_log')).toMatchObject({ traffic_type: 'ALL' });
});

test('a key of your own is used for everything, and no other is made', () => {
  const kmsKeyArn = 'arn:aws:kms:eu-west-1:123456789012:key/00000000-1111-2222-3333-444444444444';
  const synthesized = strict({ kmsKeyArn });
  expect(synthesized.resources('aws_kms_key')).toEqual({});
  expect(synthesized.resource('aws_mq_broker').encryption_options).toMatchObject({ kms_key_id: kmsKeyArn });
});

test('users have generated passwords under the key', () => {
  const users = [
    { username: 'shop', groups: ['shops'] },
    { username: 'operator', consoleAccess: true },
  ];
  const secrets = Object.values(strict({ users }).resources('aws_secretsmanager_secret'));
  expect(secrets.map(({ kms_key_id }) => String(kms_key_id))).toEqual(
    Array(2).fill(expect.stringContaining('aws_kms_key')),
  );
});

test('tags without an owner are rejected', () => {
  expect(() => strict({ tags: { Name: 'orders' } })).toThrow('[strict-tags]');
});

test('ActiveMQ 5.18 is an information, not a warning', () => {
  const synthesized = strict({ engineVersion: EngineVersion.V5_18 });
  expect(synthesized.annotations('warn')).toEqual([]);
  expect(synthesized.annotations('info')).toContainEqual(expect.stringContaining('[engine-version-upstream]'));
  expect(strict().annotations('info')).toEqual([]);
});

test('the web console of a public broker is not opened to the internet, by accident or by IPv6', () => {
  const open = (peer: Peer) =>
    Synthesized.from((stack) => {
      const broker = new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders', publiclyAccessible: true });
      broker.allowFrom(peer, Protocol.OPENWIRE, Protocol.WEB_CONSOLE);
    });
  for (const peer of [Peer.anyIpv4(), Peer.anyIpv6()]) expect(() => open(peer)).toThrow('[console-open-to-internet]');
  expect(() => open(Peer.ipv4('203.0.113.0/24'))).not.toThrow();
});
