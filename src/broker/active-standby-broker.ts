import { type Construct } from 'constructs';
import { DeploymentMode } from '../amazon-mq/deployment-mode';
import { StorageType } from '../amazon-mq/storage-type';
import { ActiveMqBroker } from './active-mq-broker';
import { type ActiveMqBrokerProps } from './active-mq-broker-props';

/** What an active/standby broker is made from. */
export interface ActiveStandbyBrokerProps extends ActiveMqBrokerProps {
  /**
   * Whether Terraform refuses to destroy or replace the broker, and the secrets with generated passwords that it reads.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/**
 * A broker that survives the loss of a zone: two instances in two zones on one EFS store, of which one is active and
 * the other takes over. Clients follow by `endpoints.openWire.failoverUrl()`.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html
 */
export class ActiveStandbyBroker extends ActiveMqBroker {
  /**
   * @throws RuleViolationError with all that Amazon MQ or the provider would refuse
   */
  constructor(scope: Construct, id: string, props: ActiveStandbyBrokerProps) {
    const { deletionProtection = true, ...rest } = props;
    super(scope, id, rest, DeploymentMode.ACTIVE_STANDBY_MULTI_AZ, StorageType.EFS, deletionProtection);
  }
}
