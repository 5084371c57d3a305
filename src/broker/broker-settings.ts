import { type MqBrokerEncryptionOptions } from '@cdktf/provider-aws/lib/mq-broker';
import { type BrokerUserProps } from '../access/broker-user';
import { type LdapServer } from '../access/ldap-server';
import { type RotatingUser, usersOf } from '../access/rotating-user';
import { AuthenticationStrategy } from '../amazon-mq/authentication-strategy';
import { DEFAULT_ENGINE_VERSION, type EngineVersion } from '../amazon-mq/engine-version';
import { DEFAULT_INSTANCE_TYPE, type InstanceType } from '../amazon-mq/instance-type';
import { combinedMap } from '../tokens/combined';
import { type ActiveMqBrokerBaseProps } from './active-mq-broker-props';
import { BrokerEncryption } from './broker-encryption';
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
  readonly rotatingUsers: RotatingUser[];
  readonly ldap?: LdapServer;
  readonly authenticationStrategy: AuthenticationStrategy;
  readonly encryption: MqBrokerEncryptionOptions;
  readonly logs: { readonly general: boolean; readonly audit: boolean; readonly resourcePolicy: boolean };
  readonly maintenanceWindow?: Required<MaintenanceWindow>;
  readonly autoMinorVersionUpgrade: boolean;
  readonly applyImmediately: boolean;
  readonly tags: Record<string, string>;
}

/** Fills in what a careful operator would choose. */
export function brokerSettings(props: ActiveMqBrokerBaseProps): BrokerSettings {
  return {
    ...props,
    engineVersion: props.engineVersion ?? DEFAULT_ENGINE_VERSION,
    instanceType: props.instanceType ?? DEFAULT_INSTANCE_TYPE,
    publiclyAccessible: props.publiclyAccessible ?? false,
    additionalSecurityGroupIds: props.additionalSecurityGroupIds ?? [],
    users: [...(props.users ?? [{ username: 'admin', consoleAccess: true }])],
    rotatingUsers: props.rotatingUsers ?? [],
    authenticationStrategy: props.ldap ? AuthenticationStrategy.LDAP : AuthenticationStrategy.SIMPLE,
    encryption: (props.encryption ?? BrokerEncryption.awsOwnedKey())._block,
    logs: {
      general: props.logs?.general ?? true,
      audit: props.logs?.audit ?? true,
      resourcePolicy: props.logs?.resourcePolicy ?? true,
    },
    maintenanceWindow: props.maintenanceWindow && wholeWindow(props.maintenanceWindow),
    autoMinorVersionUpgrade: props.autoMinorVersionUpgrade ?? true,
    applyImmediately: props.applyImmediately ?? false,
    tags: combinedMap({ Name: props.brokerName, ...props.tags }),
  };
}

/** All users of a broker: those that are given, then two for each one that is rotated. */
export function allUsers({ users, rotatingUsers }: BrokerSettings): BrokerUserProps[] {
  return [...users, ...rotatingUsers.flatMap(usersOf)];
}

/** A window with each of its fields, also those that are missing, which are not the same as unknown ones. */
function wholeWindow({ dayOfWeek, timeOfDay, timeZone = 'UTC' }: MaintenanceWindow): Required<MaintenanceWindow> {
  return { dayOfWeek, timeOfDay, timeZone };
}
