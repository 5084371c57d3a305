import { type IActiveMqBroker } from '../broker/existing-broker';

/**
 * The `uri` of a network connector to a broker. Of two instances only one answers, and `maxReconnectAttempts=0` makes the
 * connector start again after a failover; otherwise a duplex connector no longer passes messages back.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/network-of-brokers.html
 */
export function connectorUri({ endpoints }: IActiveMqBroker): string {
  const { urls } = endpoints.openWire;
  return urls.length === 1
    ? `static:(${urls[0]})`
    : `static:(failover:(${urls.join(',')})?randomize=false&maxReconnectAttempts=0)`;
}
