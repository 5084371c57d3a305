import { type Values } from '../value';
import { type ConfigurationId } from './mq-configurations';

/** A user of a broker, with what waits for the next reboot. */
export interface User {
  readonly username: string;
  password: string;
  consoleAccess: boolean;
  replicationUser: boolean;
  groups: string[];
  pending?: { change: 'CREATE' | 'UPDATE' | 'DELETE'; user?: NewUser };
}

export interface NewUser {
  readonly username: string;
  readonly password: string;
  readonly consoleAccess: boolean;
  readonly replicationUser: boolean;
  readonly groups: string[];
}

export interface Logs {
  readonly general: boolean;
  readonly audit: boolean;
}

export interface MaintenanceWindow {
  readonly dayOfWeek: string;
  readonly timeOfDay: string;
  readonly timeZone: string;
}

export interface CreateBroker {
  readonly name: string;
  readonly engineType: string;
  readonly engineVersion: string;
  readonly hostInstanceType: string;
  readonly deploymentMode: string;
  readonly storageType?: string;
  readonly authenticationStrategy?: string;
  readonly autoMinorVersionUpgrade: boolean;
  readonly publiclyAccessible: boolean;
  readonly subnetIds: string[];
  readonly securityGroups: string[];
  readonly configuration?: ConfigurationId;
  readonly encryption?: { readonly useAwsOwnedKey: boolean; readonly kmsKeyId?: string };
  readonly ldap?: Values;
  readonly logs?: Logs;
  readonly maintenanceWindow?: MaintenanceWindow;
  readonly users: NewUser[];
  readonly dataReplicationMode?: string;
  readonly dataReplicationPrimaryBrokerArn?: string;
}

/** What a broker is made to use at its next reboot. */
export interface PendingChanges {
  configuration?: Required<ConfigurationId>;
  logs?: Logs;
  engineVersion?: string;
  hostInstanceType?: string;
  dataReplicationMode?: string;
}

export interface Broker {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly engineType: string;
  engineVersion: string;
  hostInstanceType: string;
  readonly deploymentMode: string;
  readonly storageType: string;
  readonly authenticationStrategy: string;
  autoMinorVersionUpgrade: boolean;
  readonly publiclyAccessible: boolean;
  readonly subnetIds: string[];
  securityGroups: string[];
  configuration: Required<ConfigurationId>;
  readonly encryption: { readonly useAwsOwnedKey: boolean; readonly kmsKeyId?: string };
  readonly ldap?: Values;
  logs: Logs;
  maintenanceWindow: MaintenanceWindow;
  users: User[];
  dataReplicationMode: string;
  readonly dataReplicationPrimaryBrokerArn?: string;
  readonly pending: PendingChanges;
}

export interface BrokerInstance {
  readonly consoleUrl: string;
  readonly endpoints: string[];
  readonly ipAddress: string;
}

/** What can be changed of a broker; what is left out stays. */
export interface UpdateBroker {
  readonly securityGroups?: string[];
  readonly configuration?: ConfigurationId;
  readonly logs?: Logs;
  readonly engineVersion?: string;
  readonly hostInstanceType?: string;
  readonly autoMinorVersionUpgrade?: boolean;
  readonly maintenanceWindow?: MaintenanceWindow;
  readonly dataReplicationMode?: string;
}

/** Where a broker stands. */
export interface Network {
  readonly subnetIds: string[];
  readonly securityGroups: string[];
}

/** How many subnets, and so instances, a broker of a deployment mode has. */
export const INSTANCES_OF_MODE: Readonly<Record<string, number>> = { SINGLE_INSTANCE: 1, ACTIVE_STANDBY_MULTI_AZ: 2 };
