import { type Construct } from 'constructs';
import { DeploymentMode } from '../amazon-mq/deployment-mode';
import { StorageType } from '../amazon-mq/storage-type';
import { ActiveMqBroker } from './active-mq-broker';
import { type ActiveMqBrokerProps } from './active-mq-broker-props';

/** Props of a `SingleInstanceBroker`. */
export interface SingleInstanceBrokerProps extends ActiveMqBrokerProps {
  /**
   * Where the broker keeps its messages. Amazon MQ cannot change it later.
   *
   * @default StorageType.EFS
   */
  readonly storageType?: StorageType;

  /**
   * Whether Terraform rejects a plan that destroys or replaces the broker, or the secrets with generated passwords that it
   * reads. The protection is a part of the construct: it does not protect a broker whose construct you remove, rename or
   * change to another class.
   *
   * @default false
   */
  readonly deletionProtection?: boolean;
}

/**
 * A broker with one instance in one Availability Zone: for development and tests, or on EBS if throughput matters more
 * than the loss of a zone.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html
 */
export class SingleInstanceBroker extends ActiveMqBroker {
  /**
   * @throws RuleViolationError with everything that Amazon MQ or the provider would reject
   */
  constructor(scope: Construct, id: string, props: SingleInstanceBrokerProps) {
    super(scope, id, {
      ...props,
      deploymentMode: DeploymentMode.SINGLE_INSTANCE,
      storageType: props?.storageType ?? StorageType.EFS,
      deletionProtection: props?.deletionProtection ?? false,
    });
  }
}
