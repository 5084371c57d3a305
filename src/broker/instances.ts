import { type InstanceEndpoints } from '../endpoints/instance-endpoints';
import { DeploymentMode } from './deployment-mode';

/** The list of instances as the provider's resource and data source have it. */
interface InstanceList {
  get(index: number): InstanceEndpoints;
}

/** How many instances a broker has. */
export function instanceCount(deploymentMode: DeploymentMode): number {
  return deploymentMode === DeploymentMode.ACTIVE_STANDBY_MULTI_AZ ? 2 : 1;
}

/** The instances of a broker in the order of the provider: which of them is active changes. */
export function instancesOf(instances: InstanceList, deploymentMode: DeploymentMode): InstanceEndpoints[] {
  return Array.from({ length: instanceCount(deploymentMode) }, (_, index) => instances.get(index));
}
