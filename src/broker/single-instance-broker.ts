import { type Construct } from 'constructs';
import { DeploymentMode } from '../amazon-mq/deployment-mode';
import { StorageType } from '../amazon-mq/storage-type';
import { ActiveMqBroker } from './active-mq-broker';
import { type ActiveMqBrokerProps } from './active-mq-broker-props';

/** What a broker with one instance is made from. */
export interface SingleInstanceBrokerProps extends ActiveMqBrokerProps {
  /**
   * Where the broker keeps its messages. It stays what it was when the broker was created.
   *
   * @default StorageType.EFS
   */
  readonly storageType?: StorageType;

  /**
   * Whether Terraform refuses to destroy or replace the broker, and the secrets with generated passwords that it reads.
   *
   * @default false
   */
  readonly deletionProtection?: boolean;
}

/**
 * A broker with one instance in one zone: for development and tests, or on EBS where throughput counts more than the
 * loss of a zone.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html
 */
export class SingleInstanceBroker extends ActiveMqBroker {
  /**
   * @throws RuleViolationError with all that Amazon MQ or the provider would refuse
   */
  constructor(scope: Construct, id: string, props: SingleInstanceBrokerProps) {
    const { storageType = StorageType.EFS, deletionProtection = false, ...rest } = props;
    super(scope, id, rest, DeploymentMode.SINGLE_INSTANCE, storageType, deletionProtection);
  }
}
