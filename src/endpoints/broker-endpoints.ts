import { Protocol } from '../amazon-mq/protocol';
import { AmqpEndpoints, type IAmqpEndpoints } from './amqp-endpoints';
import { type InstanceEndpoints } from './instance-endpoints';
import { type IMqttEndpoints, MqttEndpoints } from './mqtt-endpoints';
import { type IOpenWireEndpoints, OpenWireEndpoints } from './openwire-endpoints';
import { type IProtocolEndpoints, ProtocolEndpoints } from './protocol-endpoints';

/** Where clients reach a broker, by protocol. */
export interface IBrokerEndpoints {
  /** OpenWire, for ActiveMQ's own clients: `ssl://` on 61617. */
  readonly openWire: IOpenWireEndpoints;
  /** AMQP 1.0: `amqp+ssl://` on 5671. */
  readonly amqp: IAmqpEndpoints;
  /** STOMP: `stomp+ssl://` on 61614. */
  readonly stomp: IProtocolEndpoints;
  /** MQTT: `mqtt+ssl://` on 8883. */
  readonly mqtt: IMqttEndpoints;
  /** STOMP or MQTT over WebSocket: `wss://` on 61619. */
  readonly webSocket: IProtocolEndpoints;
  /** ActiveMQ's web console: `https://` on 8162. */
  readonly webConsole: IProtocolEndpoints;
}

/** The endpoints of a broker, made from what the provider tells of its instances. */
export function brokerEndpoints(instances: readonly InstanceEndpoints[]): IBrokerEndpoints {
  return {
    openWire: new OpenWireEndpoints(instances),
    amqp: new AmqpEndpoints(instances),
    stomp: new ProtocolEndpoints(Protocol.STOMP, instances),
    mqtt: new MqttEndpoints(instances),
    webSocket: new ProtocolEndpoints(Protocol.WEBSOCKET, instances),
    webConsole: new ProtocolEndpoints(Protocol.WEB_CONSOLE, instances),
  };
}
