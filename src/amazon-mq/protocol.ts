/**
 * What clients speak with a broker: each protocol has its port and the scheme its endpoints begin with.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html
 */
export class Protocol {
  /** ActiveMQ's own protocol, for its Java, .NET and C++ clients: TLS on 61617. */
  static readonly OPENWIRE = new Protocol('OpenWire', 'openwire', 61617, 'ssl');
  /** AMQP 1.0: TLS on 5671. */
  static readonly AMQP = new Protocol('AMQP', 'amqp', 5671, 'amqp+ssl');
  /** STOMP: TLS on 61614. */
  static readonly STOMP = new Protocol('STOMP', 'stomp', 61614, 'stomp+ssl');
  /** MQTT: TLS on 8883. */
  static readonly MQTT = new Protocol('MQTT', 'mqtt', 8883, 'mqtt+ssl');
  /** STOMP or MQTT over secure WebSocket, on 61619. */
  static readonly WEBSOCKET = new Protocol('WebSocket', 'websocket', 61619, 'wss');
  /** ActiveMQ's web console, by https on 8162. */
  static readonly WEB_CONSOLE = new Protocol('web console', 'web-console', 8162, 'https');

  private constructor(
    /** Display name, as descriptions of security group rules have it. */
    readonly displayName: string,
    /** Name in ids and paths: lower case, with hyphens. */
    readonly id: string,
    /** TCP port of every broker for this protocol. */
    readonly port: number,
    /** Scheme of the endpoints of this protocol as Amazon MQ writes it. */
    readonly scheme: string,
  ) {}
}

/** All of them. */
export const PROTOCOLS: readonly Protocol[] = [
  Protocol.OPENWIRE,
  Protocol.AMQP,
  Protocol.STOMP,
  Protocol.MQTT,
  Protocol.WEBSOCKET,
  Protocol.WEB_CONSOLE,
];
