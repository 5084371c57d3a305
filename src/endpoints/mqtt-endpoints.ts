import { Protocol } from '../amazon-mq/protocol';
import { type BrokerInstance } from './broker-instance';
import { type IProtocolEndpoints, ProtocolEndpoints } from './protocol-endpoints';

/** The endpoints of a broker for MQTT. */
export interface IMqttEndpoints extends IProtocolEndpoints {
  /** URLs of all instances as Eclipse Paho for Java and C takes them in `serverURIs`: `ssl://b-…:8883`. */
  readonly sslUrls: string[];

  /** URLs of all instances as MQTT.js takes them: `mqtts://b-…-1.mq.REGION.amazonaws.com:8883`. */
  readonly mqttsUrls: string[];
}

export class MqttEndpoints extends ProtocolEndpoints implements IMqttEndpoints {
  constructor(instances: readonly BrokerInstance[]) {
    super(Protocol.MQTT, instances);
  }

  get sslUrls(): string[] {
    return this.withScheme('ssl');
  }

  get mqttsUrls(): string[] {
    return this.withScheme('mqtts');
  }
}
