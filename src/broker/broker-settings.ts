import { type MqBrokerEncryptionOptions } from '@cdktf/provider-aws/lib/mq-broker';
import { type Construct } from 'constructs';
import { type BrokerUserProps, userFacts } from '../access/broker-user';
import { ldapFacts, type LdapServer } from '../access/ldap-server';
import { AuthenticationStrategy } from '../amazon-mq/authentication-strategy';
import { EngineVersion } from '../amazon-mq/engine-version';
import { InstanceType } from '../amazon-mq/instance-type';
import { namesakeOf } from '../rules/namesake';
import { combinedMap } from '../tokens/combined';
import { asText, asTexts } from '../tokens/encoded';
import { isUnknown, known } from '../tokens/known';
import { type ActiveMqBrokerBaseProps } from './active-mq-broker-props';
import { BrokerEncryption } from './broker-encryption';
import { type BrokerFacts } from './broker-rules';
import { type MaintenanceWindow } from './maintenance-window';

/** The props of a broker with every default filled in. */
export interface BrokerSettings extends Omit<
  ActiveMqBrokerBaseProps,
  'engineVersion' | 'instanceType' | 'encryption' | 'logs' | 'maintenanceWindow'
> {
  readonly engineVersion: EngineVersion;
  readonly instanceType: InstanceType;
  readonly publiclyAccessible: boolean;
  readonly additionalSecurityGroupIds: string[];
  readonly users: BrokerUserProps[];
  readonly ldap?: LdapServer;
  readonly authenticationStrategy: AuthenticationStrategy;
  readonly encryption: MqBrokerEncryptionOptions;
  readonly logs: { readonly general: boolean; readonly audit: boolean; readonly resourcePolicy: boolean };
  readonly maintenanceWindow?: Required<MaintenanceWindow>;
  readonly autoMinorVersionUpgrade: boolean;
  readonly applyImmediately: boolean;
  readonly tags: Record<string, string>;
  /** Whether Name is one of the tags that were given. */
  readonly ownName: boolean;
}

/** Fills in what a careful operator would choose. */
export function brokerSettings(props: ActiveMqBrokerBaseProps): BrokerSettings {
  return {
    ...props,
    engineVersion: props.engineVersion ?? EngineVersion.V5_19,
    instanceType: props.instanceType ?? InstanceType.M5_LARGE,
    publiclyAccessible: props.publiclyAccessible ?? false,
    additionalSecurityGroupIds: props.additionalSecurityGroupIds ?? [],
    users: props.users ?? [{ username: 'admin', consoleAccess: true }],
    authenticationStrategy: props.ldap ? AuthenticationStrategy.LDAP : AuthenticationStrategy.SIMPLE,
    encryption: (props.encryption ?? BrokerEncryption.awsOwnedKey())._block,
    logs: {
      general: props.logs?.general ?? true,
      audit: props.logs?.audit ?? true,
      resourcePolicy: props.logs?.resourcePolicy ?? true,
    },
    maintenanceWindow: props.maintenanceWindow && {
      ...props.maintenanceWindow,
      timeZone: props.maintenanceWindow.timeZone ?? 'UTC',
    },
    autoMinorVersionUpgrade: props.autoMinorVersionUpgrade ?? true,
    applyImmediately: props.applyImmediately ?? false,
    tags: combinedMap({ Name: props.brokerName, ...props.tags }),
    ownName: props.tags?.Name !== undefined,
  };
}

/** What the rules see of a broker, as far as it is known at synth. */
export function brokerFacts(scope: Construct, settings: BrokerSettings): BrokerFacts {
  const { network, configuration, users, ldap, encryption, deploymentMode, ...rest } = settings;
  const { brokerName, storageType, publiclyAccessible, autoMinorVersionUpgrade } = rest;
  const { authenticationStrategy, maintenanceWindow, timeouts, tags, ownName } = rest;
  return {
    deploymentMode,
    ...known({
      brokerName,
      engineVersion: asText(settings.engineVersion.version),
      instanceType: asText(settings.instanceType.name),
      storageType,
      publiclyAccessible,
      autoMinorVersionUpgrade,
      authenticationStrategy,
      maintenanceWindow,
      timeouts,
      tags,
      ownName,
      kmsKeyArn: encryption.kmsKeyId,
      subnetIds: asTexts(network?.subnetIds),
      availabilityZones: asTexts(network?.availabilityZones),
      internetFacing: network?.internetFacing,
      ...securityGroups(settings),
      configuration: configuration && {
        id: configuration.configurationId,
        engineVersion: asText(configuration.engineVersion?.version),
        authenticationStrategy: configuration.authenticationStrategy,
        revision: configuration.revision,
      },
    }),
    users: users.map((user) => userFacts(scope, user)),
    ldap: ldapFacts(ldap),
    namesake: namesakeOf(scope, 'broker', known(brokerName)),
  };
}

function securityGroups({ securityGroup, additionalSecurityGroupIds: additional }: BrokerSettings) {
  if (isUnknown(additional)) return {};
  return {
    securityGroupIds: Object.fromEntries(additional.map((id, index) => [`additionalSecurityGroupIds[${index}]`, id])),
    securityGroupCount: new Set([securityGroup?.securityGroupId ?? 'one of its own', ...additional]).size,
  };
}
