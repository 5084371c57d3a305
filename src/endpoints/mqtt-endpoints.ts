import { Protocol } from '../amazon-mq/protocol';
import { type InstanceEndpoints } from './instance-endpoints';
import { type IProtocolEndpoints, ProtocolEndpoints } from './protocol-endpoints';

/** The endpoints of a broker for MQTT. */
export interface IMqttEndpoints extends IProtocolEndpoints {
  /** The endpoints as Eclipse Paho for Java and C takes them, as `serverURIs`: `ssl://b-…-1.mq.REGION.amazonaws.com:8883`. */
  readonly sslUrls: string[];

  /** The endpoints as MQTT.js takes them: `mqtts://b-…-1.mq.REGION.amazonaws.com:8883`. */
  readonly mqttsUrls: string[];
}

export class MqttEndpoints extends ProtocolEndpoints implements IMqttEndpoints {
  constructor(instances: readonly InstanceEndpoints[]) {
    super(Protocol.MQTT, instances);
  }

  get sslUrls(): string[] {
    return this.withScheme('ssl');
  }

  get mqttsUrls(): string[] {
    return this.withScheme('mqtts');
  }
}
