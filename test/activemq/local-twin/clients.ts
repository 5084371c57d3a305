import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import mqtt from 'mqtt';
import rhea from 'rhea';
import stompit from 'stompit';
import WebSocket from 'ws';

/** What the tests use of stomp.js, whose own types are those of a module. */
interface StompOverWebSocket {
  activate(): void;
  deactivate(): Promise<void>;
  watchForReceipt(id: string, callback: () => void): void;
  publish(message: { destination: string; body: string; headers: Record<string, string> }): void;
  subscribe(destination: string, callback: (message: { body: string }) => void, headers: Record<string, string>): void;
}
interface StompJs {
  readonly Client: new (options: {
    readonly webSocketFactory: () => WebSocket;
    readonly connectHeaders: Record<string, string>;
    readonly reconnectDelay: number;
    readonly onConnect: () => void;
    readonly onStompError: (frame: { headers: Record<string, string> }) => void;
    readonly onWebSocketClose: () => void;
    readonly onWebSocketError: (error: unknown) => void;
  }) => StompOverWebSocket;
}
const stompjs = require('@stomp/stompjs') as StompJs;

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** One of the libraries that applications use. What the broker rejects is an error; what takes too long is one as well. */
export interface TwinClient {
  readonly send: (as: Credentials, destination: string, text: string) => Promise<void>;
  /** The next message, once `subscribed` was called. */
  readonly receive: (as: Credentials, destination: string, subscribed: () => void) => Promise<string>;
  /** Ends what it runs beside its connections. */
  readonly close?: () => void;
}

const PATIENCE_MS = 60_000;

/** The clients of a twin, by what they are. */
export function twinClients(folder: string, ports: readonly number[]): Readonly<Record<string, TwinClient>> {
  const [openWire, amqp, stomp, mqtts, webSocket] = ports;
  const ca = fs.readFileSync(path.join(folder, 'conf', 'broker.pem'));
  return {
    'OpenWire (ActiveMQ client)': openWireClient(folder, openWire),
    'AMQP 1.0 (rhea)': amqpClient(ca, amqp),
    'STOMP (stompit)': stompClient(ca, stomp),
    'MQTT (MQTT.js)': mqttClient(ca, `mqtts://localhost:${mqtts}`),
    'STOMP over WebSocket (stomp.js and ws)': stompOverWebSocketClient(ca, webSocket),
    'MQTT over WebSocket (MQTT.js)': mqttClient(ca, `wss://localhost:${webSocket}`),
  };
}

/** Settles once, whatever comes first, and then closes. */
function settle<T>(
  start: (resolve: (value: T) => void, reject: (reason: unknown) => void) => () => unknown,
): Promise<T> {
  let close: () => unknown = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  return new Promise<T>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
    close = start(resolve, (reason) => reject(asError(reason)));
  }).finally(() => {
    clearTimeout(timer);
    close();
  });
}

function asError(reason: unknown): Error {
  if (reason instanceof Error) return reason;
  const { condition, description, message } = (reason ?? {}) as Record<string, unknown>;
  return new Error(String(description ?? message ?? condition ?? reason));
}

/** One Java program for all of its clients: each start of Java takes seconds. */
function openWireClient(folder: string, port: number): TwinClient {
  const { JAVA_HOME } = process.env;
  const program = spawn(
    JAVA_HOME ? path.join(JAVA_HOME, 'bin', 'java') : 'java',
    [
      `-Djavax.net.ssl.trustStore=${path.join(folder, 'conf', 'trust.p12')}`,
      '-Djavax.net.ssl.trustStorePassword=changeit',
      '-Dorg.slf4j.simpleLogger.defaultLogLevel=off',
      '-cp',
      path.join(folder, 'lib', '*'),
      path.join(__dirname, 'OpenWireClient.java'),
      `ssl://localhost:${port}`,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = readline.createInterface(program.stdout);
  let last = 0;
  const perform = (words: readonly string[], subscribed: () => void): Promise<string> =>
    settle((resolve, reject) => {
      const number = `${++last}`;
      const onLine = (line: string): void => {
        const [, of, answer, text] = /^(\d+) (\w+) ?(.*)$/.exec(line) ?? [];
        if (of !== number) return;
        if (answer === 'rejected') reject(new Error(text));
        else if (answer === 'subscribed') subscribed();
        else resolve(text);
      };
      lines.on('line', onLine);
      program.stdin.write(`${number} ${words.join(' ')}\n`);
      return () => lines.off('line', onLine);
    });
  return {
    send: async ({ username, password }, destination, text) => {
      await perform(['send', username, password, destination, text], () => undefined);
    },
    receive: ({ username, password }, destination, subscribed) =>
      perform(['receive', username, password, destination], subscribed),
    close: () => void program.kill('SIGKILL'),
  };
}

function amqpClient(ca: Buffer, port: number): TwinClient {
  const connect = ({ username, password }: Credentials, reject: (reason: unknown) => void): rhea.Connection => {
    const container = rhea.create_container();
    container.on('connection_error', ({ connection, error }) => reject(error ?? connection.error));
    container.on('sender_error', ({ sender }) => reject(sender!.error));
    container.on('receiver_error', ({ receiver }) => reject(receiver!.error));
    container.on('disconnected', ({ error }) => reject(error ?? 'disconnected'));
    return container.connect({ transport: 'tls', host: 'localhost', port, ca, username, password, reconnect: false });
  };
  return {
    send: (as, destination, text) =>
      settle((resolve, reject) => {
        const connection = connect(as, reject);
        const sender = connection.open_sender(destination);
        sender.once('sendable', () => sender.send({ body: text, durable: true }));
        sender.once('accepted', () => resolve());
        sender.once('rejected', ({ delivery }) => reject((delivery!.remote_state as { error?: unknown })?.error));
        return () => connection.close();
      }),
    receive: (as, destination, subscribed) =>
      settle((resolve, reject) => {
        const connection = connect(as, reject);
        const receiver = connection.open_receiver(destination);
        receiver.once('receiver_open', subscribed);
        receiver.once('message', ({ message }) => resolve(String(message!.body)));
        return () => connection.close();
      }),
  };
}

function stompClient(ca: Buffer, port: number): TwinClient {
  type Connected = (client: stompit.Client) => void;
  const connect = ({ username, password }: Credentials, connected: Connected, reject: (reason: unknown) => void) => {
    let client: stompit.Client | undefined;
    const connectHeaders = { host: '/', login: username, passcode: password };
    stompit.connect({ host: 'localhost', port, ssl: true, ca, connectHeaders }, (error, made) => {
      if (error) return reject(error);
      client = made;
      client.on('error', reject);
      connected(client);
    });
    return () => client?.destroy();
  };
  return {
    send: (as, destination, text) =>
      settle((resolve, reject) =>
        connect(
          as,
          (client) => client.send({ destination: `/queue/${destination}` }, { onReceipt: () => resolve() }).end(text),
          reject,
        ),
      ),
    receive: (as, destination, subscribed) =>
      settle((resolve, reject) =>
        connect(
          as,
          (client) => {
            client.subscribe({ destination: `/queue/${destination}`, ack: 'auto' }, (error, message) => {
              if (error) reject(error);
              else message.readString('utf8', (problem, text) => (problem ? reject(problem) : resolve(text)));
            });
            subscribed();
          },
          reject,
        ),
      ),
  };
}

function mqttClient(ca: Buffer, url: string): TwinClient {
  const connect = (as: Credentials, reject: (reason: unknown) => void): mqtt.MqttClient =>
    mqtt
      .connect(url, { ca, ...as, reconnectPeriod: 0, protocolVersion: 4 })
      .on('error', reject)
      .on('close', () => reject(new Error('the broker closed the connection')));
  const topic = (destination: string): string => destination.replaceAll('.', '/');
  return {
    send: (as, destination, text) =>
      settle((resolve, reject) => {
        const client = connect(as, reject);
        client.publish(topic(destination), text, { qos: 1 }, (error) => (error ? reject(error) : resolve()));
        return () => client.end(true);
      }),
    receive: (as, destination, subscribed) =>
      settle((resolve, reject) => {
        const client = connect(as, reject);
        client.on('message', (_, message) => resolve(String(message)));
        client.subscribe(topic(destination), { qos: 1 }, (error, granted) => {
          if (error || granted?.[0]?.qos === 128) reject(error ?? new Error('the broker rejected the subscription'));
          else subscribed();
        });
        return () => client.end(true);
      }),
  };
}

function stompOverWebSocketClient(ca: Buffer, port: number): TwinClient {
  type Connected = (client: StompOverWebSocket) => void;
  const connect = ({ username, password }: Credentials, connected: Connected, reject: (reason: unknown) => void) => {
    const client = new stompjs.Client({
      webSocketFactory: () => new WebSocket(`wss://localhost:${port}`, ['v12.stomp'], { ca }),
      connectHeaders: { login: username, passcode: password },
      reconnectDelay: 0,
      onConnect: () => connected(client),
      onStompError: ({ headers }) => reject(new Error(headers.message)),
      onWebSocketClose: () => reject(new Error('the broker closed the connection')),
      onWebSocketError: reject,
    });
    client.activate();
    return () => client.deactivate();
  };
  return {
    send: (as, destination, text) =>
      settle((resolve, reject) =>
        connect(
          as,
          (client) => {
            client.watchForReceipt('sent', () => resolve());
            client.publish({ destination: `/queue/${destination}`, body: text, headers: { receipt: 'sent' } });
          },
          reject,
        ),
      ),
    receive: (as, destination, subscribed) =>
      settle((resolve, reject) =>
        connect(
          as,
          (client) => {
            client.watchForReceipt('subscribed', subscribed);
            client.subscribe(`/queue/${destination}`, ({ body }) => resolve(body), { receipt: 'subscribed' });
          },
          reject,
        ),
      ),
  };
}
