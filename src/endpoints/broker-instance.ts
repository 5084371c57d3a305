import { type Protocol } from '../amazon-mq/protocol';
import { attribute, type HasAttributes, listAttribute } from '../tokens/attribute';
import { Endpoint } from './endpoint';

/**
 * One of the one or two machines behind a broker. On an active/standby broker the roles move between the two instances,
 * so neither is always the active one.
 */
export class BrokerInstance {
  /** @internal */
  static _of(broker: HasAttributes, index: number): BrokerInstance {
    return new BrokerInstance(broker, `instances[${index}]`);
  }

  readonly #broker: HasAttributes;
  readonly #path: string;

  private constructor(broker: HasAttributes, path: string) {
    this.#broker = broker;
    this.#path = path;
  }

  /** IP address of its network interface in the VPC. */
  get ipAddress(): string {
    return attribute(this.#broker, `${this.#path}.ip_address`);
  }

  /** URL of its web console. */
  get consoleUrl(): string {
    return attribute(this.#broker, `${this.#path}.console_url`);
  }

  /** Its endpoint for a protocol. */
  endpoint(protocol: Protocol): Endpoint {
    return Endpoint._of(this, protocol);
  }

  /** @internal */
  get _messagingUrls(): string[] {
    return listAttribute(this.#broker, `${this.#path}.endpoints`);
  }
}
