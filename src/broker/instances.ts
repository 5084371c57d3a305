import { DeploymentMode } from '../amazon-mq/deployment-mode';
import { type InstanceEndpoints } from '../endpoints/instance-endpoints';

/** What the provider's resource and data source have in common. */
interface HasAttributes {
  getStringAttribute(attribute: string): string;
  getListAttribute(attribute: string): string[];
}

/** How many instances a broker has. */
export function instanceCount(deploymentMode: DeploymentMode): number {
  return deploymentMode === DeploymentMode.ACTIVE_STANDBY_MULTI_AZ ? 2 : 1;
}

/** The instances of a broker in the order of the provider: which of them is active changes. */
export function instancesOf(broker: HasAttributes, deploymentMode: DeploymentMode): InstanceEndpoints[] {
  return Array.from({ length: instanceCount(deploymentMode) }, (_, index) => ({
    get endpoints() {
      return broker.getListAttribute(`instances[${index}].endpoints`);
    },
    get consoleUrl() {
      return broker.getStringAttribute(`instances[${index}].console_url`);
    },
  }));
}
