import { type IActiveMqBroker } from '../broker/existing-broker';
import { takeOptions } from '../endpoints/failover-url';
import { type OpenWireFailoverOptions, openWireFailoverUrl } from '../endpoints/openwire-failover';
import { type Kinds, list, required } from '../props/kinds';
import { CONNECTED_BROKER_KIND } from './network-member';

const KINDS: Kinds<{ readonly brokers: IActiveMqBroker[] }> = {
  brokers: required(list(CONNECTED_BROKER_KIND), 'give the brokers in brackets'),
};

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
    const { brokers: taken } = takeOptions('FailoverUrl.over', KINDS, { brokers });
    return openWireFailoverUrl(
      taken.flatMap(({ endpoints }) => endpoints.openWire.urls),
      options,
    );
  }

  private constructor() {}
}
