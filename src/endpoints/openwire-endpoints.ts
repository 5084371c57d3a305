import { Protocol } from '../amazon-mq/protocol';
import { type InstanceEndpoints } from './instance-endpoints';
import { type OpenWireFailoverOptions, openWireFailoverUrl } from './openwire-failover';
import { type IProtocolEndpoints, ProtocolEndpoints } from './protocol-endpoints';

/** The endpoints of a broker for OpenWire. */
export interface IOpenWireEndpoints extends IProtocolEndpoints {
  /**
   * The URL for ActiveMQ's clients that follows the active instance:
   * `failover:(ssl://…-1…:61617,ssl://…-2…:61617)?randomize=false`. A single instance has one as well, so that clients
   * connect again after a reboot.
   *
   * @throws RuleViolationError where a number is not one that the client takes
   */
  failoverUrl(options?: OpenWireFailoverOptions): string;
}

export class OpenWireEndpoints extends ProtocolEndpoints implements IOpenWireEndpoints {
  constructor(instances: readonly InstanceEndpoints[]) {
    super(Protocol.OPENWIRE, instances);
  }

  failoverUrl(options: OpenWireFailoverOptions = {}): string {
    return openWireFailoverUrl(this.urls, options);
  }
}
