/**
 * How many instances a broker has, and where.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html
 */
export enum DeploymentMode {
  /** One instance in one zone. */
  SINGLE_INSTANCE = 'SINGLE_INSTANCE',
  /** Two instances in two zones on one store, of which one is active. */
  ACTIVE_STANDBY_MULTI_AZ = 'ACTIVE_STANDBY_MULTI_AZ',
}
