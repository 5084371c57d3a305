import { type Protocol } from '../amazon-mq/protocol';
import { type BrokerInstance } from './broker-instance';
import { type Endpoint } from './endpoint';

/**
 * The endpoints of a broker for one protocol: one for each instance, in the order of the instances. On an active/standby
 * broker only the endpoint of the active instance answers, so a client needs all of them.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html
 */
export interface IProtocolEndpoints {
  /** The protocol. */
  readonly protocol: Protocol;

  /** TCP port of the protocol. */
  readonly port: number;

  /** The endpoint of each instance, with its URL, host and port. */
  readonly instances: Endpoint[];

  /** URLs of all instances as Amazon MQ writes them, such as `stomp+ssl://b-…-1.mq.REGION.amazonaws.com:61614`. */
  readonly urls: string[];

  /** Host names of all instances, such as `b-…-1.mq.REGION.amazonaws.com`. */
  readonly hosts: string[];

  /** Host names and ports of all instances, such as `b-…-1.mq.REGION.amazonaws.com:61614`. */
  readonly hostPorts: string[];
}

/** The endpoints of one protocol, made from the instances of a broker. */
export class ProtocolEndpoints implements IProtocolEndpoints {
  readonly #instances: readonly BrokerInstance[];

  constructor(
    readonly protocol: Protocol,
    instances: readonly BrokerInstance[],
  ) {
    this.#instances = instances;
  }

  get port(): number {
    return this.protocol.port;
  }

  get instances(): Endpoint[] {
    return this.#instances.map((instance) => instance.endpoint(this.protocol));
  }

  get urls(): string[] {
    return this.instances.map(({ url }) => url);
  }

  get hosts(): string[] {
    return this.instances.map(({ host }) => host);
  }

  get hostPorts(): string[] {
    return this.instances.map(({ hostPort }) => hostPort);
  }

  /** The endpoints under another scheme, for clients that do not know Amazon MQ's. */
  protected withScheme(scheme: string): string[] {
    return this.hostPorts.map((hostPort) => `${scheme}://${hostPort}`);
  }
}
