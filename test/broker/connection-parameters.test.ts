import { ActiveStandbyBroker, ConnectionParameters } from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';

const PROTOCOLS = [
  'openwire/failover-url',
  'amqp/failover-url',
  'stomp/urls',
  'mqtt/urls',
  'websocket/urls',
  'web-console/urls',
];

test('one parameter a protocol below the path, lists as lists', () => {
  const synthesized = Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    const { parameterNames } = new ConnectionParameters(stack, 'parameters', { broker, path: '/messaging/orders' });
    expect(parameterNames).toEqual(PROTOCOLS.map((name) => `/messaging/orders/${name}`));
  });
  const parameters = Object.values(synthesized.resources('aws_ssm_parameter'));
  expect(Object.fromEntries(parameters.map(({ name, type }) => [name, type]))).toEqual({
    '/messaging/orders/openwire/failover-url': 'String',
    '/messaging/orders/amqp/failover-url': 'String',
    '/messaging/orders/stomp/urls': 'StringList',
    '/messaging/orders/mqtt/urls': 'StringList',
    '/messaging/orders/websocket/urls': 'StringList',
    '/messaging/orders/web-console/urls': 'StringList',
  });
  const parameter = (name: string) => parameters.find((each) => each.name === `/messaging/orders/${name}`);
  expect(parameter('openwire/failover-url')).toMatchObject({
    value: expect.stringMatching(/^failover:\(\$\{.*\},\$\{.*\}\)\?randomize=false$/),
    description: 'openwire/failover-url of the Amazon MQ broker orders',
  });
  expect(parameter('stomp/urls')?.value).toMatch(/^\$\{[^,]*stomp.*\},\$\{[^,]*stomp.*\}$/);
});

test('secret and security group are named where they are given', () => {
  const synthesized = Synthesized.from((stack) => {
    const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    new ConnectionParameters(stack, 'parameters', {
      broker,
      path: '/messaging/orders',
      secretArn: broker.user('admin').secretArn,
      securityGroupId: broker.securityGroup.securityGroupId,
    });
  });
  const values = Object.fromEntries(
    Object.values(synthesized.resources('aws_ssm_parameter')).map(({ name, value }) => [name, value]),
  );
  expect(values['/messaging/orders/secret-arn']).toMatch(/^\$\{aws_secretsmanager_secret\.\w+\.arn\}$/);
  expect(values['/messaging/orders/security-group-id']).toMatch(/^\$\{aws_security_group\.\w+\.id\}$/);
});

test('a path that Parameter Store refuses is refused here', () => {
  const mistake = () =>
    Synthesized.from((stack) => {
      const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
      new ConnectionParameters(stack, 'parameters', { broker, path: 'messaging/' });
    });
  expect(mistake).toThrow('messaging/parameters: a rule is violated\n  [parameter-path-form] path');
});

test('an acknowledgement of what is no rule is refused', () => {
  const mistake = () =>
    Synthesized.from((stack) => {
      const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
      const acknowledge = [{ code: 'parameter-path', reason: 'a test' }];
      new ConnectionParameters(stack, 'parameters', { broker, path: '/messaging', acknowledge });
    });
  expect(mistake).toThrow('messaging/parameters: a rule is violated\n  [acknowledge-code] acknowledge[0].code');
});
