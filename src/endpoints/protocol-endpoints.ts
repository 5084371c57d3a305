import { type Protocol } from '../amazon-mq/protocol';
import { endpointUrl, hostOf, type InstanceEndpoints } from './instance-endpoints';

/**
 * The endpoints of a broker for one protocol: one of each instance, in the order of the instances. On an active/standby
 * broker only those of the active instance answer, so a client needs all of them.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html
 */
export interface IProtocolEndpoints {
  /** The protocol. */
  readonly protocol: Protocol;

  /** URLs as Amazon MQ writes them, such as `stomp+ssl://b-…-1.mq.REGION.amazonaws.com:61614`. */
  readonly urls: string[];

  /** Hosts, such as `b-…-1.mq.REGION.amazonaws.com`. */
  readonly hosts: string[];

  /** Host and port as many clients take them, such as `b-…-1.mq.REGION.amazonaws.com:61614`. */
  readonly hostPorts: string[];

  /** TCP port of the protocol. */
  readonly port: number;
}

/** Endpoints of one protocol, made from what the provider tells of the instances. */
export class ProtocolEndpoints implements IProtocolEndpoints {
  readonly port: number;

  readonly #instances: readonly InstanceEndpoints[];

  constructor(
    readonly protocol: Protocol,
    instances: readonly InstanceEndpoints[],
  ) {
    this.#instances = instances;
    this.port = protocol.port;
  }

  get urls(): string[] {
    return this.#instances.map((instance) => endpointUrl(instance, this.protocol));
  }

  get hosts(): string[] {
    return this.urls.map(hostOf);
  }

  get hostPorts(): string[] {
    return this.hosts.map((host) => `${host}:${this.port}`);
  }

  /** The endpoints under another scheme, for clients that do not know Amazon MQ's. */
  protected withScheme(scheme: string): string[] {
    return this.hostPorts.map((hostPort) => `${scheme}://${hostPort}`);
  }
}
