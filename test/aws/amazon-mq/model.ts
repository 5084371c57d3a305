import { type Engine } from './offerings';
import { type AuthenticationStrategy } from './stored-document';

/** Bodies of the API, as far as the stand-in reads them; the API model has checked their types before. */
export interface CreateBroker {
  readonly brokerName: string;
  readonly creatorRequestId?: string;
  readonly engineType: string;
  readonly engineVersion?: string;
  readonly hostInstanceType: string;
  readonly deploymentMode: string;
  readonly storageType?: string;
  readonly authenticationStrategy?: string;
  readonly autoMinorVersionUpgrade?: boolean;
  readonly publiclyAccessible: boolean;
  readonly subnetIds?: readonly string[];
  readonly securityGroups?: readonly string[];
  readonly configuration?: ConfigurationId;
  readonly encryptionOptions?: EncryptionOptions;
  readonly ldapServerMetadata?: Record<string, unknown>;
  readonly logs?: Partial<Logs>;
  readonly maintenanceWindowStartTime?: MaintenanceWindow;
  readonly users?: readonly NewUser[];
  readonly tags?: Record<string, string>;
  readonly dataReplicationMode?: string;
  readonly dataReplicationPrimaryBrokerArn?: string;
}

export interface UpdateBroker {
  readonly authenticationStrategy?: string;
  readonly autoMinorVersionUpgrade?: boolean;
  readonly configuration?: ConfigurationId;
  readonly dataReplicationMode?: string;
  readonly engineVersion?: string;
  readonly hostInstanceType?: string;
  readonly ldapServerMetadata?: Record<string, unknown>;
  readonly logs?: Partial<Logs>;
  readonly maintenanceWindowStartTime?: MaintenanceWindow;
  readonly securityGroups?: readonly string[];
}

export interface ConfigurationId {
  readonly id: string;
  /** Left out or 0: the latest. */
  readonly revision?: number;
}

interface EncryptionOptions {
  readonly useAwsOwnedKey: boolean;
  readonly kmsKeyId?: string;
}

export interface Logs {
  readonly general: boolean;
  readonly audit: boolean;
}

export interface MaintenanceWindow {
  readonly dayOfWeek: string;
  readonly timeOfDay: string;
  readonly timeZone?: string;
}

export interface NewUser {
  readonly username: string;
  readonly password?: string;
  readonly consoleAccess?: boolean;
  readonly replicationUser?: boolean;
  readonly groups?: readonly string[];
}

/** A user of a broker, with what waits for the next reboot. */
export interface User {
  readonly username: string;
  readonly password: string;
  readonly consoleAccess: boolean;
  readonly replicationUser: boolean;
  readonly groups: readonly string[];
  readonly pending?: { readonly change: 'CREATE' | 'UPDATE' | 'DELETE'; readonly user?: Omit<User, 'pending'> };
}

/** What a reboot changes of a broker. */
export interface RebootChanges {
  authenticationStrategy: string;
  configuration?: Required<ConfigurationId>;
  dataReplicationMode: string;
  engineVersion: string;
  hostInstanceType: string;
  ldapServerMetadata?: Record<string, unknown>;
  logs: Logs;
}

type BrokerState =
  'CREATION_IN_PROGRESS' | 'CREATION_FAILED' | 'DELETION_IN_PROGRESS' | 'RUNNING' | 'REBOOT_IN_PROGRESS';

export interface Broker extends RebootChanges {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly created: string;
  readonly creatorRequestId?: string;
  readonly engine: Engine;
  readonly deploymentMode: string;
  readonly storageType: string;
  readonly publiclyAccessible: boolean;
  readonly subnetIds: readonly string[];
  readonly encryptionOptions: EncryptionOptions;
  readonly dataReplicationPrimaryBrokerArn?: string;
  /** Of a broker that was made as a replica: whether it is the primary now. */
  isPromoted?: boolean;
  state: BrokerState;
  /** What the broker becomes, and when: `undefined` is gone. */
  next?: { readonly at: number; readonly state: BrokerState | undefined };
  autoMinorVersionUpgrade: boolean;
  securityGroups: readonly string[];
  maintenanceWindow: Required<MaintenanceWindow>;
  maintenanceWindowChanges: number;
  users: User[];
  tags: Record<string, string>;
  pending: Partial<RebootChanges>;
  history: Required<ConfigurationId>[];
  readonly interfaces: readonly { readonly id: string; readonly address: string }[];
}

export interface Revision {
  readonly revision: number;
  readonly created: string;
  readonly description?: string;
  readonly data: string;
}

export interface Configuration {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly created: string;
  readonly engine: Engine;
  readonly engineVersion: string;
  readonly authenticationStrategy: AuthenticationStrategy;
  readonly revisions: Revision[];
  tags: Record<string, string>;
}
