import { type MqBrokerConfig } from '@cdktf/provider-aws/lib/mq-broker';
import { asText } from '../tokens/encoded';
import { expression } from '../tokens/expression';
import { isUnknown } from '../tokens/known';
import { literal } from '../tokens/terraform-string';
import { type BrokerSettings } from './broker-settings';

/** The arguments of `aws_mq_broker` that the settings alone decide. */
export function brokerArguments(settings: BrokerSettings): Omit<MqBrokerConfig, 'user'> {
  const { provider, deploymentMode, publiclyAccessible, authenticationStrategy, logs } = settings;
  const { autoMinorVersionUpgrade, applyImmediately, deletionProtection } = settings;
  return {
    ...literal({
      brokerName: settings.brokerName,
      engineVersion: asText(settings.engineVersion.version),
      hostInstanceType: asText(settings.instanceType.name),
      storageType: lowerCase(settings.storageType),
      encryptionOptions: settings.encryption,
      maintenanceWindowStartTime: settings.maintenanceWindow,
      timeouts: settings.timeouts,
      tags: settings.tags,
    }),
    provider,
    engineType: 'ActiveMQ',
    deploymentMode,
    publiclyAccessible,
    authenticationStrategy,
    logs: { general: logs.general, audit: String(logs.audit) },
    autoMinorVersionUpgrade,
    applyImmediately,
    lifecycle: deletionProtection ? { preventDestroy: true } : undefined,
  };
}

/** The provider takes storage types in lower case. */
function lowerCase(storageType: string): string {
  return isUnknown(storageType) ? expression`lower(${storageType})` : storageType.toLowerCase();
}
