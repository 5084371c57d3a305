import { type IActiveMqBroker } from '../broker/existing-broker';
import { type OpenWireFailoverOptions, openWireFailoverUrl } from '../endpoints/openwire-failover';

/** Failover URLs over several brokers. */
export class FailoverUrl {
  /**
   * One URL with which an ActiveMQ client uses whichever of several brokers answers, for the members of a network of
   * brokers, or while you move to a new broker. Start it at a random broker with the default of `randomize`, or at the
   * first one with `false`.
   *
   * A durable subscriber must always use one broker: its messages wait where it subscribed.
   *
   * @throws RuleViolationError if the client does not accept a number
   */
  static over(brokers: IActiveMqBroker[], options: OpenWireFailoverOptions = {}): string {
    return openWireFailoverUrl(
      brokers.flatMap(({ endpoints }) => endpoints.openWire.urls),
      options,
    );
  }

  private constructor() {}
}
