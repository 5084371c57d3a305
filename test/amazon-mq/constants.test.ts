import { compareEngineVersions, EngineVersion } from '../../src/amazon-mq/engine-version';
import { InstanceType } from '../../src/amazon-mq/instance-type';
import { Protocol, PROTOCOLS } from '../../src/amazon-mq/protocol';

test.each(Object.entries(InstanceType))('InstanceType.%s has the name that it is called by', (constant, { name }) => {
  expect(name).toBe(`mq.${constant.toLowerCase().replace('_', '.')}`);
});

test.each(Object.entries(EngineVersion))(
  'EngineVersion.%s is the version that it is called by',
  (constant, { version }) => {
    expect(`V${version.replace('.', '_')}`).toBe(constant);
  },
);

test('a version or an instance type that is newer than the package is taken as it is given', () => {
  expect(EngineVersion.of('5.20').version).toBe('5.20');
  expect(InstanceType.of('mq.m8g.large').name).toBe('mq.m8g.large');
});

test('versions are in the order of their numbers, and a patch comes after its minor', () => {
  const ordered = ['4.3', '5.9', '5.18', '5.18.6', '5.19', '6.0'];
  expect([...ordered].reverse().sort(compareEngineVersions)).toEqual(ordered);
  expect(compareEngineVersions('5.18', '5.18.0')).toBe(0);
});

/** Endpoints in the order and the form in which Amazon MQ returns them, and its console. */
test('protocols have the schemes and ports of the endpoints of Amazon MQ', () => {
  expect(PROTOCOLS.map(({ scheme, port }) => `${scheme}://b-1.mq.eu-west-1.amazonaws.com:${port}`)).toEqual([
    'ssl://b-1.mq.eu-west-1.amazonaws.com:61617',
    'amqp+ssl://b-1.mq.eu-west-1.amazonaws.com:5671',
    'stomp+ssl://b-1.mq.eu-west-1.amazonaws.com:61614',
    'mqtt+ssl://b-1.mq.eu-west-1.amazonaws.com:8883',
    'wss://b-1.mq.eu-west-1.amazonaws.com:61619',
    'https://b-1.mq.eu-west-1.amazonaws.com:8162',
  ]);
});

test.each([
  ['OpenWire', 'openwire', Protocol.OPENWIRE],
  ['AMQP', 'amqp', Protocol.AMQP],
  ['STOMP', 'stomp', Protocol.STOMP],
  ['MQTT', 'mqtt', Protocol.MQTT],
  ['WebSocket', 'websocket', Protocol.WEBSOCKET],
  ['web console', 'web-console', Protocol.WEB_CONSOLE],
])('descriptions of rules name %s, and addresses %s', (displayName, id, protocol) => {
  expect(protocol).toMatchObject({ displayName, id });
});
