import { TerraformOutput } from 'cdktf';
import { amqpFailoverUrl } from '../../src/endpoints/amqp-failover';
import { openWireFailoverUrl } from '../../src/endpoints/openwire-failover';
import { Synthesized } from '../support/synthesized';
import { Tokens } from '../support/tokens';

const OPENWIRE = ['ssl://b-1-1.mq.eu-west-1.amazonaws.com:61617', 'ssl://b-1-2.mq.eu-west-1.amazonaws.com:61617'];
const AMQP = ['amqps://b-1-1.mq.eu-west-1.amazonaws.com:5671', 'amqps://b-1-2.mq.eu-west-1.amazonaws.com:5671'];

describe.each([
  ['openWire', (options: object) => openWireFailoverUrl(OPENWIRE, options)],
  ['amqp', (options: object) => amqpFailoverUrl(AMQP, options)],
])('the numbers of a failover URL for %s', (protocol, url) => {
  test.each(['maxReconnectAttempts', 'startupMaxReconnectAttempts'])(
    '%s may be -1, for no limit, and not -2',
    (name) => {
      expect(url({ [name]: -1 })).toContain(`${name}=-1`);
      expect(() => url({ [name]: -2 })).toThrow(`${protocol}.failoverUrl: a rule is violated`);
    },
  );

  test('what is no number is named as the prop that has it', () => {
    expect(() => url({ maxReconnectAttempts: 'many' })).toThrow(
      `${protocol}.failoverUrl: a rule is violated\n  [prop-kind] maxReconnectAttempts is not a number: got "many"`,
    );
  });

  test('an option that is undefined is left out', () => {
    expect(url({ maxReconnectAttempts: undefined })).toBe(url({}));
  });

  test('a number is written as it is', () => {
    expect(url({ maxReconnectAttempts: 20 })).toMatch(/[?.]maxReconnectAttempts=20$/);
  });
});

describe('OpenWire', () => {
  test('randomize: false reproduces what Amazon MQ recommends', () => {
    expect(openWireFailoverUrl(OPENWIRE, { randomize: false })).toBe(
      `failover:(${OPENWIRE[0]},${OPENWIRE[1]})?randomize=false`,
    );
  });

  test('without options nothing is asked', () => {
    expect(openWireFailoverUrl(OPENWIRE)).toBe(`failover:(${OPENWIRE.join(',')})`);
  });

  test('a single instance has one as well', () => {
    expect(openWireFailoverUrl([OPENWIRE[0]], {})).toBe(`failover:(${OPENWIRE[0]})`);
  });

  test('a number that the client does not take is refused by name', () => {
    expect(() => openWireFailoverUrl(OPENWIRE, { nested: { soTimeout: NaN } })).toThrow(
      'openWire.failoverUrl: a rule is violated\n  [failover-option] nested.soTimeout is not a number that the client accepts: got NaN; allowed: a whole number from 0; remove it to use the default of the client',
    );
    for (const options of [{ timeout: -1 }, { warnAfterReconnectAttempts: -1 }, { reconnectDelayExponent: 1.5 }]) {
      expect(() => openWireFailoverUrl(OPENWIRE, options)).not.toThrow();
    }
  });

  test('every option has the name ActiveMQ knows', () => {
    const url = openWireFailoverUrl(['ssl://h:61617'], {
      randomize: true,
      initialReconnectDelay: 100,
      maxReconnectDelay: 5000,
      useExponentialBackOff: false,
      reconnectDelayExponent: 1.5,
      maxReconnectAttempts: 20,
      startupMaxReconnectAttempts: 3,
      timeout: 3000,
      warnAfterReconnectAttempts: 5,
      trackMessages: true,
      maxCacheSize: 65536,
      updateURIsSupported: false,
      backup: false,
      priorityBackup: false,
      nested: {
        maxInactivityDuration: 10000,
        maxInactivityDurationInitialDelay: 2000,
        connectionTimeout: 4000,
        soTimeout: 1000,
        keepAlive: true,
        verifyHostName: true,
      },
    });
    expect(url).toBe(
      'failover:(ssl://h:61617)?randomize=true&initialReconnectDelay=100&maxReconnectDelay=5000' +
        '&useExponentialBackOff=false&reconnectDelayExponent=1.5&maxReconnectAttempts=20' +
        '&startupMaxReconnectAttempts=3&timeout=3000&warnAfterReconnectAttempts=5&trackMessages=true' +
        '&maxCacheSize=65536&updateURIsSupported=false&backup=false&priorityBackup=false' +
        '&nested.wireFormat.maxInactivityDuration=10000&nested.wireFormat.maxInactivityDurationInitalDelay=2000' +
        '&nested.connectionTimeout=4000&nested.soTimeout=1000&nested.keepAlive=true&nested.socket.verifyHostName=true',
    );
  });
});

test('tokens pass as they are', () => {
  const synthesized = Synthesized.from((stack) => {
    const { text, number } = new Tokens(stack);
    const [clientID, timeout] = [text(), number()];
    new TerraformOutput(stack, 'openwire', { value: openWireFailoverUrl(['ssl://h:61617'], { timeout }) });
    new TerraformOutput(stack, 'amqp', { value: amqpFailoverUrl(['amqps://h:5671'], { jms: { clientID } }) });
  });
  expect(synthesized.output('openwire')).toBe('failover:(ssl://h:61617)?timeout=${var.v1}');
  expect(synthesized.output('amqp')).toBe('failover:(amqps://h:5671)?jms.clientID=${var.v0}');
});

describe('AMQP', () => {
  test('every option has the name Qpid JMS knows', () => {
    const url = amqpFailoverUrl(AMQP, {
      randomize: false,
      initialReconnectDelay: 100,
      reconnectDelay: 200,
      maxReconnectDelay: 5000,
      useReconnectBackOff: true,
      reconnectBackOffMultiplier: 1.5,
      maxReconnectAttempts: 20,
      startupMaxReconnectAttempts: 3,
      warnAfterReconnectAttempts: 5,
      nested: { idleTimeout: 30000, connectTimeout: 4000, verifyHost: true },
      jms: { clientID: 'shop', sendTimeout: 5000, requestTimeout: 6000 },
    });
    expect(url).toBe(
      `failover:(${AMQP.join(',')})?jms.clientID=shop&jms.sendTimeout=5000&jms.requestTimeout=6000` +
        '&failover.randomize=false&failover.initialReconnectDelay=100&failover.reconnectDelay=200' +
        '&failover.maxReconnectDelay=5000&failover.useReconnectBackOff=true&failover.reconnectBackOffMultiplier=1.5' +
        '&failover.maxReconnectAttempts=20&failover.startupMaxReconnectAttempts=3' +
        '&failover.warnAfterReconnectAttempts=5&failover.nested.amqp.idleTimeout=30000' +
        '&failover.nested.transport.connectTimeout=4000&failover.nested.transport.verifyHost=true',
    );
  });

  test('text is encoded', () => {
    expect(amqpFailoverUrl(['amqps://h:5671'], { jms: { clientID: 'shop (a&b)=é' } })).toBe(
      'failover:(amqps://h:5671)?jms.clientID=shop%20%28a%26b%29%3D%C3%A9',
    );
  });

  test('all numbers that the client does not take are told in one error', () => {
    const mistake = () =>
      amqpFailoverUrl(AMQP, { maxReconnectDelay: 0.5, jms: { sendTimeout: -2 }, nested: { idleTimeout: -1 } });
    expect(mistake).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(
          /^amqp\.failoverUrl: 3 rules are violated\n {2}\[failover-option\] maxReconnectDelay /,
        ),
      }),
    );
    expect(mistake).toThrow(
      'jms.sendTimeout is not a number that the client accepts: got -2; allowed: a whole number from -1',
    );
    expect(mistake).toThrow('nested.idleTimeout');
  });

  test('without options nothing is asked', () => {
    expect(amqpFailoverUrl(AMQP)).toBe(`failover:(${AMQP.join(',')})`);
  });
});

test.each([
  ['nested.soTimeout', () => openWireFailoverUrl(OPENWIRE, { nested: { soTimeout: '1s' as never } })],
  ['nested.idleTimeout', () => amqpFailoverUrl(AMQP, { nested: { idleTimeout: '1s' as never } })],
  ['jms.sendTimeout', () => amqpFailoverUrl(AMQP, { jms: { sendTimeout: '1s' as never } })],
])('a text for %s is rejected', (option, url) => {
  expect(url).toThrow(`[prop-kind] ${option} is not a number: got "1s"`);
});

test.each(['sendTimeout', 'requestTimeout'])('%s of JMS may be -1, for no limit, and not -2', (name) => {
  expect(amqpFailoverUrl(AMQP, { jms: { [name]: -1 } })).toContain(`jms.${name}=-1`);
  expect(() => amqpFailoverUrl(AMQP, { jms: { [name]: -2 } })).toThrow(`[failover-option] jms.${name} is not a number`);
});
