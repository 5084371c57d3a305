import { Protocol } from '../amazon-mq/protocol';
import { AmqpEndpoints, type IAmqpEndpoints } from './amqp-endpoints';
import { type BrokerInstance } from './broker-instance';
import { type IMqttEndpoints, MqttEndpoints } from './mqtt-endpoints';
import { type IOpenWireEndpoints, OpenWireEndpoints } from './openwire-endpoints';
import { type IProtocolEndpoints, ProtocolEndpoints } from './protocol-endpoints';

/** The endpoints of a broker, by protocol. */
export interface IBrokerEndpoints {
  /** OpenWire, the protocol of ActiveMQ's own clients: `ssl://` on port 61617. */
  readonly openWire: IOpenWireEndpoints;
  /** AMQP 1.0: `amqp+ssl://` on port 5671. */
  readonly amqp: IAmqpEndpoints;
  /** STOMP: `stomp+ssl://` on port 61614. */
  readonly stomp: IProtocolEndpoints;
  /** MQTT: `mqtt+ssl://` on port 8883. */
  readonly mqtt: IMqttEndpoints;
  /** STOMP or MQTT over WebSocket: `wss://` on port 61619. */
  readonly webSocket: IProtocolEndpoints;
  /** ActiveMQ's web console: `https://` on port 8162. */
  readonly webConsole: IProtocolEndpoints;
}

/** The endpoints of a broker, made from its instances. */
export function brokerEndpoints(instances: readonly BrokerInstance[]): IBrokerEndpoints {
  return {
    openWire: new OpenWireEndpoints(instances),
    amqp: new AmqpEndpoints(instances),
    stomp: new ProtocolEndpoints(Protocol.STOMP, instances),
    mqtt: new MqttEndpoints(instances),
    webSocket: new ProtocolEndpoints(Protocol.WEBSOCKET, instances),
    webConsole: new ProtocolEndpoints(Protocol.WEB_CONSOLE, instances),
  };
}
