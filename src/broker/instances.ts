import { type DeploymentMode, INSTANCE_COUNTS } from '../amazon-mq/deployment-mode';
import { BrokerInstance } from '../endpoints/broker-instance';
import { type HasAttributes } from '../tokens/attribute';

/** How many instances a broker has. */
export function instanceCount(deploymentMode: DeploymentMode): number {
  return INSTANCE_COUNTS[deploymentMode];
}

/** The instances of a broker in the order of the provider: which of them is active changes. */
export function instancesOf(broker: HasAttributes, deploymentMode: DeploymentMode): BrokerInstance[] {
  return Array.from({ length: instanceCount(deploymentMode) }, (_, index) => BrokerInstance._of(broker, index));
}
