import { type Construct } from 'constructs';
import { DeploymentMode } from '../amazon-mq/deployment-mode';
import { StorageType } from '../amazon-mq/storage-type';
import { ActiveMqBroker } from './active-mq-broker';
import { type ActiveMqBrokerProps } from './active-mq-broker-props';

/** Props of an `ActiveStandbyBroker`. */
export interface ActiveStandbyBrokerProps extends ActiveMqBrokerProps {
  /**
   * Whether Terraform rejects a plan that destroys or replaces the broker, or the secrets with generated passwords that it
   * reads. The protection is a part of the construct: it does not protect a broker whose construct you remove, rename or
   * change to another class.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * An active/standby broker: two instances in two Availability Zones on one EFS store. It survives the loss of a zone: one
 * instance is active, and the other takes over. Clients follow with `endpoints.openWire.failoverUrl()`.
 *
 * @example
 * const broker = new ActiveStandbyBroker(stack, 'orders', { brokerName: 'orders' });
 * broker.allowFrom(Peer.ipv4('10.20.0.0/16'), Protocol.OPENWIRE);
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html
 */
export class ActiveStandbyBroker extends ActiveMqBroker {
  /**
   * @throws RuleViolationError with everything that Amazon MQ or the provider would reject
   */
  constructor(scope: Construct, id: string, props: ActiveStandbyBrokerProps) {
    super(scope, id, {
      ...props,
      deploymentMode: DeploymentMode.ACTIVE_STANDBY_MULTI_AZ,
      storageType: StorageType.EFS,
      deletionProtection: props?.deletionProtection ?? true,
    });
  }
}
