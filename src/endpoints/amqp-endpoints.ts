import { Protocol } from '../amazon-mq/protocol';
import { type AmqpFailoverOptions, amqpFailoverUrl } from './amqp-failover';
import { type InstanceEndpoints } from './instance-endpoints';
import { type IProtocolEndpoints, ProtocolEndpoints } from './protocol-endpoints';

/** The endpoints of a broker for AMQP 1.0. */
export interface IAmqpEndpoints extends IProtocolEndpoints {
  /** The endpoints as AMQP clients take them: `amqps://b-…-1.mq.REGION.amazonaws.com:5671`. */
  readonly amqpsUrls: string[];

  /**
   * The URL for Qpid JMS that follows the active instance:
   * `failover:(amqps://…-1…:5671,amqps://…-2…:5671)?failover.maxReconnectAttempts=20`.
   *
   * @throws RuleViolationError where a number is not one that the client takes
   */
  failoverUrl(options?: AmqpFailoverOptions): string;
}

export class AmqpEndpoints extends ProtocolEndpoints implements IAmqpEndpoints {
  constructor(instances: readonly InstanceEndpoints[]) {
    super(Protocol.AMQP, instances);
  }

  get amqpsUrls(): string[] {
    return this.withScheme('amqps');
  }

  failoverUrl(options: AmqpFailoverOptions = {}): string {
    return amqpFailoverUrl(this.amqpsUrls, options);
  }
}
