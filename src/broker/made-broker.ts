import { type MqBroker } from '@cdktf/provider-aws/lib/mq-broker';
import { type BrokerUser, type BrokerUserProps } from '../access/broker-user';
import { type IBrokerConfiguration } from '../configuration/broker-configuration';
import { type IBrokerNetwork } from '../network/broker-network';
import { type BrokerSettings } from './broker-settings';

/** What constructs of several brokers know of a broker that the app makes, and how they add to it. */
export interface MadeBroker {
  readonly settings: BrokerSettings;
  readonly resource: MqBroker;
  readonly network: IBrokerNetwork;
  readonly configuration: IBrokerConfiguration;
  /** A user by name. */
  user(username: string): BrokerUser;
  /** Adds a user, whose group has permissions in the document. */
  addUser(props: BrokerUserProps): void;
}
