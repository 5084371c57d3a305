import { TerraformOutput } from 'cdktf';
import { ActiveStandbyBroker, type IBrokerEndpoints, Protocol, SingleInstanceBroker } from 'cdktf-amazon-mq';
import { Synthesized } from '../support/synthesized';

const found = (scheme: string, index: number) =>
  `\${regex("(?m)^${scheme}://.*$", join("\\n", aws_mq_broker.orders.instances[${index}].endpoints))}`;
const host = (scheme: string, index: number) =>
  `\${element(regex("//([^:/]+)", ${found(scheme, index).slice(2, -1)}), 0)}`;

const valueOf = (value: (endpoints: IBrokerEndpoints) => string | string[]) =>
  Synthesized.from((stack) => {
    const { endpoints } = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
    new TerraformOutput(stack, 'value', { value: value(endpoints) });
  }).output('value') as string | string[];

test.each<[string, (endpoints: IBrokerEndpoints) => string[], string]>([
  ['OpenWire', ({ openWire }) => openWire.urls, 'ssl'],
  ['AMQP', ({ amqp }) => amqp.urls, 'amqp[+]ssl'],
  ['STOMP', ({ stomp }) => stomp.urls, 'stomp[+]ssl'],
  ['MQTT', ({ mqtt }) => mqtt.urls, 'mqtt[+]ssl'],
  ['WebSocket', ({ webSocket }) => webSocket.urls, 'wss'],
])('%s is found by its scheme on both instances', (_, urls, scheme) => {
  expect(valueOf(urls)).toEqual([found(scheme, 0), found(scheme, 1)]);
});

test('the web console has a URL of its own on each instance', () => {
  expect(valueOf(({ webConsole }) => webConsole.urls)).toEqual([
    '${aws_mq_broker.orders.instances[0].console_url}',
    '${aws_mq_broker.orders.instances[1].console_url}',
  ]);
});

test('hosts and host:port are taken from the URLs', () => {
  expect(valueOf(({ stomp }) => stomp.hosts)).toEqual([host('stomp[+]ssl', 0), host('stomp[+]ssl', 1)]);
  expect(valueOf(({ stomp }) => stomp.hostPorts)).toEqual([
    `${host('stomp[+]ssl', 0)}:61614`,
    `${host('stomp[+]ssl', 1)}:61614`,
  ]);
});

test('clients that do not know Amazon MQ’s schemes have their own', () => {
  expect(valueOf(({ mqtt }) => mqtt.sslUrls)[0]).toBe(`ssl://${host('mqtt[+]ssl', 0)}:8883`);
  expect(valueOf(({ mqtt }) => mqtt.mqttsUrls)[1]).toBe(`mqtts://${host('mqtt[+]ssl', 1)}:8883`);
  expect(valueOf(({ amqp }) => amqp.amqpsUrls)[0]).toBe(`amqps://${host('amqp[+]ssl', 0)}:5671`);
});

test('failover URLs name both instances', () => {
  expect(valueOf(({ openWire }) => openWire.failoverUrl({ randomize: false }))).toBe(
    `failover:(${found('ssl', 0)},${found('ssl', 1)})?randomize=false`,
  );
  expect(valueOf(({ amqp }) => amqp.failoverUrl({ maxReconnectAttempts: 20 }))).toBe(
    `failover:(amqps://${host('amqp[+]ssl', 0)}:5671,amqps://${host('amqp[+]ssl', 1)}:5671)?failover.maxReconnectAttempts=20`,
  );
});

test('a single instance has one endpoint a protocol, and a failover URL', () => {
  const synthesized = Synthesized.from((stack) => {
    const { endpoints } = new SingleInstanceBroker(stack, 'orders', { brokerName: 'orders' });
    new TerraformOutput(stack, 'url', { value: endpoints.openWire.failoverUrl() });
    expect(endpoints.mqtt.urls).toHaveLength(1);
    expect(endpoints.mqtt.port).toBe(8883);
  });
  expect(synthesized.output('url')).toBe(`failover:(${found('ssl', 0)})`);
});

test('each instance has its endpoint as one value with URL, host and port', () => {
  const parts = valueOf(({ stomp }) => {
    const { url, host: name, port, hostPort, protocol } = stomp.instances[1];
    return [url, name, String(port), hostPort, protocol.id];
  });
  expect(parts).toEqual([
    found('stomp[+]ssl', 1),
    host('stomp[+]ssl', 1),
    '61614',
    `${host('stomp[+]ssl', 1)}:61614`,
    'stomp',
  ]);
  expect(valueOf(({ webConsole }) => webConsole.instances[0].url)).toBe(
    '${aws_mq_broker.orders.instances[0].console_url}',
  );
});

test('an instance has its IP address, its console URL and an endpoint for each protocol', () => {
  const synthesized = Synthesized.from((stack) => {
    const [first, second] = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' }).instances;
    new TerraformOutput(stack, 'ip', { value: first.ipAddress });
    new TerraformOutput(stack, 'console', { value: second.consoleUrl });
    new TerraformOutput(stack, 'endpoint', { value: second.endpoint(Protocol.AMQP).url });
  });
  expect(synthesized.output('ip')).toBe('${aws_mq_broker.orders.instances[0].ip_address}');
  expect(synthesized.output('console')).toBe('${aws_mq_broker.orders.instances[1].console_url}');
  expect(synthesized.output('endpoint')).toBe(found('amqp[+]ssl', 1));
});
