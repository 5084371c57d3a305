import { type Engine } from './engine';

/**
 * How many instances a broker has, and where.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html
 */
export enum DeploymentMode {
  /** One instance in one Availability Zone. */
  SINGLE_INSTANCE = 'SINGLE_INSTANCE',
  /** Two instances in two Availability Zones on one store. One of them is active. */
  ACTIVE_STANDBY_MULTI_AZ = 'ACTIVE_STANDBY_MULTI_AZ',
}

/** How many instances a broker of a mode has, each in a subnet of its own. */
export const INSTANCE_COUNTS: Readonly<Record<DeploymentMode, number>> = {
  [DeploymentMode.SINGLE_INSTANCE]: 1,
  [DeploymentMode.ACTIVE_STANDBY_MULTI_AZ]: 2,
};

/** The deployment modes of an engine by name. */
export const DEPLOYMENT_MODES: Readonly<Record<Engine, readonly string[]>> = {
  ActiveMQ: Object.values(DeploymentMode),
  RabbitMQ: [DeploymentMode.SINGLE_INSTANCE, 'CLUSTER_MULTI_AZ'],
};
