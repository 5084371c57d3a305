import { type Protocol } from '../amazon-mq/protocol';
import { expression, quoted } from '../tokens/expression';

/** An instance with its URLs as the provider gives them. */
interface InstanceUrls {
  /** One URL for each messaging protocol, in an order that has changed between provider versions. */
  readonly _messagingUrls: string[];
  readonly consoleUrl: string;
}

/**
 * One URL of one instance of a broker, for one protocol, and its parts.
 *
 * @example
 * const { host, port } = broker.endpoints.amqp.instances[0];
 */
export class Endpoint {
  /** @internal */
  static _of(instance: InstanceUrls, protocol: Protocol): Endpoint {
    return new Endpoint(instance, protocol);
  }

  readonly #instance: InstanceUrls;

  private constructor(
    instance: InstanceUrls,
    /** The protocol. */
    readonly protocol: Protocol,
  ) {
    this.#instance = instance;
  }

  /** URL as Amazon MQ writes it, such as `stomp+ssl://b-…-1.mq.REGION.amazonaws.com:61614`. */
  get url(): string {
    const { scheme } = this.protocol;
    if (scheme === 'https') return this.#instance.consoleUrl;
    const line = quoted(`(?m)^${scheme.replace('+', '[+]')}://.*$`);
    return expression`regex(${line}, join("\n", ${this.#instance._messagingUrls}))`;
  }

  /** Host name, such as `b-…-1.mq.REGION.amazonaws.com`. */
  get host(): string {
    return expression`element(regex("//([^:/]+)", ${this.url}), 0)`;
  }

  /** TCP port of the protocol. */
  get port(): number {
    return this.protocol.port;
  }

  /** Host name and port, such as `b-…-1.mq.REGION.amazonaws.com:61614`. */
  get hostPort(): string {
    return `${this.host}:${this.port}`;
  }
}
