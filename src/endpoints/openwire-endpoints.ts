import { Protocol } from '../amazon-mq/protocol';
import { type BrokerInstance } from './broker-instance';
import { type OpenWireFailoverOptions, openWireFailoverUrl } from './openwire-failover';
import { type IProtocolEndpoints, ProtocolEndpoints } from './protocol-endpoints';

/** The endpoints of a broker for OpenWire. */
export interface IOpenWireEndpoints extends IProtocolEndpoints {
  /**
   * The failover URL for ActiveMQ's clients, with which a client follows the active instance:
   * `failover:(ssl://…-1…:61617,ssl://…-2…:61617)`, and the options that you give as its query. A single instance has one
   * as well, so that clients reconnect after a reboot.
   *
   * @throws RuleViolationError if the client does not accept a number
   *
   * @example
   * broker.endpoints.openWire.failoverUrl({ randomize: false });
   */
  failoverUrl(options?: OpenWireFailoverOptions): string;
}

export class OpenWireEndpoints extends ProtocolEndpoints implements IOpenWireEndpoints {
  constructor(instances: readonly BrokerInstance[]) {
    super(Protocol.OPENWIRE, instances);
  }

  failoverUrl(options: OpenWireFailoverOptions = {}): string {
    return openWireFailoverUrl(this.urls, options);
  }
}
