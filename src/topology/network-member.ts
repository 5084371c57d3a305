import { type IActiveMqBroker } from '../broker/existing-broker';
import { type Kinds, object, required, text } from '../props/kinds';
import { MEMBER_ID } from './network-edge';

/** A member of a network of brokers. */
export interface NetworkMember {
  /**
   * Id of the member in its network: 1 to 50 letters, digits, hyphens, periods and underscores, without `-to-`. The names
   * of its connectors begin with it, and so do the durable subscriptions that ActiveMQ makes for them: never change it.
   */
  readonly id: string;

  /**
   * The broker, made in this app or existing. A broker is in one network only.
   *
   * A broker of `ActiveMqBroker.fromAttributes` can be a target of connectors and hold none. Its document and users must
   * have what docs/network-of-brokers.md lists, because this app does not make them.
   */
  readonly broker: IActiveMqBroker;

  /**
   * IPv4 CIDR block in which members in other VPCs see this broker. Members in one VPC do not need it: their rules name
   * security groups.
   *
   * @default - the CIDR block of its `BrokerVpc`
   */
  readonly cidr?: string;
}

/** A broker that connectors lead to or from. */
export const CONNECTED_BROKER_KIND = object<IActiveMqBroker>(
  'a broker',
  ['brokerId', 'endpoints', 'securityGroup', 'node'],
  'give the construct, or ActiveMqBroker.fromAttributes(scope, id, { brokerName }) for one that exists',
);

export const MEMBER_KINDS: Kinds<NetworkMember> = {
  id: MEMBER_ID,
  broker: required(CONNECTED_BROKER_KIND, 'give the broker construct'),
  cidr: text,
};
