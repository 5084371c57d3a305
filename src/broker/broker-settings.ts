import { type MqBrokerEncryptionOptions } from '@cdktf/provider-aws/lib/mq-broker';
import { type Construct } from 'constructs';
import { type BrokerUserProps, userFacts } from '../access/broker-user';
import { ldapFacts, type LdapServer } from '../access/ldap-server';
import { AuthenticationStrategy } from '../amazon-mq/authentication-strategy';
import { EngineVersion } from '../amazon-mq/engine-version';
import { InstanceType } from '../amazon-mq/instance-type';
import { namesakeOf } from '../rules/namesake';
import { combinedMap } from '../tokens/combined';
import { isUnknown, known } from '../tokens/known';
import { type ActiveMqBrokerProps } from './active-mq-broker-props';
import { BrokerEncryption } from './broker-encryption';
import { type BrokerFacts } from './broker-rules';
import { type MaintenanceWindow } from './maintenance-window';

/** The props of a broker with every default filled in. */
export interface BrokerSettings extends Omit<
  ActiveMqBrokerProps,
  'engineVersion' | 'instanceType' | 'encryption' | 'logs' | 'maintenanceWindow'
> {
  readonly engineVersion: string;
  readonly instanceType: string;
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
export function brokerSettings(props: ActiveMqBrokerProps): BrokerSettings {
  return {
    ...props,
    engineVersion: (props.engineVersion ?? EngineVersion.V5_19).version,
    instanceType: (props.instanceType ?? InstanceType.M5_LARGE).name,
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
export function brokerFacts(
  scope: Construct,
  settings: BrokerSettings,
): Omit<BrokerFacts, 'deploymentMode' | 'storageType'> {
  const { network, configuration, users, ldap, encryption, ...rest } = settings;
  const { brokerName, engineVersion, instanceType, publiclyAccessible, autoMinorVersionUpgrade } = rest;
  const { authenticationStrategy, maintenanceWindow, timeouts, tags, ownName } = rest;
  return {
    ...known({
      brokerName,
      engineVersion,
      instanceType,
      publiclyAccessible,
      autoMinorVersionUpgrade,
      authenticationStrategy,
      maintenanceWindow,
      timeouts,
      tags,
      ownName,
      kmsKeyArn: encryption.kmsKeyId,
      subnetIds: network?.subnetIds,
      availabilityZones: network?.availabilityZones,
      internetFacing: network?.internetFacing,
      ...securityGroups(settings),
      configuration: configuration && {
        id: configuration.configurationId,
        engineVersion: configuration.engineVersion,
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
