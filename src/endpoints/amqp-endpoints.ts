import { Protocol } from '../amazon-mq/protocol';
import { type AmqpFailoverOptions, amqpFailoverUrl } from './amqp-failover';
import { type BrokerInstance } from './broker-instance';
import { type IProtocolEndpoints, ProtocolEndpoints } from './protocol-endpoints';

/** The endpoints of a broker for AMQP 1.0. */
export interface IAmqpEndpoints extends IProtocolEndpoints {
  /** URLs of all instances as AMQP clients take them: `amqps://b-…-1.mq.REGION.amazonaws.com:5671`. */
  readonly amqpsUrls: string[];

  /**
   * The failover URL for Qpid JMS, with which a client follows the active instance:
   * `failover:(amqps://…-1…:5671,amqps://…-2…:5671)`, and the options that you give as its query.
   *
   * @throws RuleViolationError if the client does not accept a number
   */
  failoverUrl(options?: AmqpFailoverOptions): string;
}

export class AmqpEndpoints extends ProtocolEndpoints implements IAmqpEndpoints {
  constructor(instances: readonly BrokerInstance[]) {
    super(Protocol.AMQP, instances);
  }

  get amqpsUrls(): string[] {
    return this.withScheme('amqps');
  }

  failoverUrl(options: AmqpFailoverOptions = {}): string {
    return amqpFailoverUrl(this.amqpsUrls, options);
  }
}
